/** Code as lines: tabs made into the columns that they stand for. */

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
