/** Code as lines: tabs made into the columns that they stand for; long lines parted at blanks. */

/** Columns of a tab at the start of a line, where it indents, and of one inside, where it parts a line into columns. */
const indent = 4
const stop = 8

/** The lines of a block of code without tabs: what stands behind tabs on lines one below the other begins in the same column. */
export function codeLines(text: string): string[] {
  return text.split('\n').map(untabbed)
}

function untabbed(line: string): string {
  if (!line.includes('\t')) return line
  const lead = /^[ \t]*/.exec(line)?.[0] ?? ''
  let set = ''
  for (const letter of lead) set += letter === '\t' ? ' '.repeat(indent - (set.length % indent)) : letter
  const start = set.length
  const [first = '', ...columns] = line.slice(lead.length).split('\t')
  set += first
  for (const column of columns)
    set = `${set.padEnd(start + (Math.floor((set.length - start) / stop) + 1) * stop)}${column}`
  return set
}

/** A stretch of a line of code: from a letter to before another. */
export interface CodePiece {
  from: number
  to: number
}

/**
 * Where a line of code that is too long is parted: at blanks, which are left out. What has none and does not fit stays whole here. `fits` is
 * asked of stretches of the line.
 */
export function codePieces(line: string, fits: (text: string) => boolean): CodePiece[] {
  const pieces: CodePiece[] = []
  let from = 0
  let end = 0
  for (const { index } of line.matchAll(/ +|$/g)) {
    const next = end + (/^ */.exec(line.slice(end, index))?.[0].length ?? 0)
    // A word that does not fit on a line of its own begins on this one.
    if (end > from && !fits(line.slice(from, index)) && fits(line.slice(next, index))) {
      pieces.push({ from, to: end })
      from = next
    }
    end = index
  }
  return [...pieces, { from, to: line.length }]
}
