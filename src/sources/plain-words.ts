/**
 * How a section begins, read without the parser, which would take a tenth of the build of a week for it: paragraphs of plain words, with code and
 * emphasis in them, and lists, quotes and tables between them, which are passed over. What may be anything else is left to the parser.
 */

/** Letters that are set with spaces, digits, and signs of which Markdown makes nothing inside a line. */
const letters = String.raw`A-Za-z\u00a1-\u167f\u2010-\u2027 "%'()+,\-.\d:;=?!/|`
/** How a line of words begins. */
const first = String.raw`\*{0,2}[A-Za-z\u00c0-\u167f\d("\x60]`
/** Code on one line, without blanks at its ends. */
const code = String.raw`\x60(?! )[ -)+-;=-Z\\^_a-~\u00a1-\u167f\u2010-\u2027]+(?<![ \x60])\x60(?!\x60)`
/** Behind it no other one: "- 1." is a list in a list, which ends otherwise. */
const marker = String.raw`(?:[-*+]|\d{1,9}[.)]) (?!(?:[-*+]|\d{1,9}[.)])(?: |$))`

const wordLine = new RegExp(String.raw`^(?!\d{1,9}[.)](?: |$))(?=${first})(?:[*${letters}]|${code})*(?<! )$`)
const noPlainWords = / {2}|www|:\/\//i
const isWordLine = (line: string): boolean => wordLine.test(line) && !noPlainWords.test(line)

const list = new RegExp(`^${marker}${first}`)
/** A list that begins right below a paragraph. */
const listBelow = new RegExp(`^(?=[-*+]|1[.)])${marker}${first}`)
const inList = new RegExp(`^ *(?:${marker})?${first}`)
const inQuote = new RegExp(`^> (?:${marker})?${first}`)
const tableHead = /^\|(?:[^|\\`]+\|)+$/
const tableRule = /^\|(?: *:?-+:? *\|)+$/
const tableRow = /^\|[^\\]*\|$/
/** What may reach further than its own block. */
const farReaching = /[<[$\t]|`{3}|~{3}/

/**
 * The words of the first paragraphs between two offsets, of three or of as many as have more than `most` letters: "A *gate* holds.\n\n- Latch\n" →
 * "A gate holds."; null where only the parser can tell. `seesLists`: whether it sees lists, quotes and tables there.
 */
export function plainWords(
  text: string,
  from: number,
  to: number,
  most: number,
  seesLists: () => boolean,
): string | null {
  let words = ''
  let paragraphs = 0
  for (const lines of blocksOf(text, from, to)) {
    const other = lines.findIndex((line) => !isWordLine(line))
    const passed = other < 0 || (isPassedOver(lines.slice(other), other > 0) && seesLists())
    // The line over what is not known may be the head of a table.
    const own = withoutMarks(
      lines.slice(0, passed ? (other < 0 ? undefined : other) : Math.max(0, other - 1)).join(' '),
    )
    if (own === null) return null
    if (own !== '') {
      words += words === '' ? own : ` ${own}`
      paragraphs++
    }
    // What comes behind could not change it.
    if (words.length > most) break
    if (!passed) return null
    if (paragraphs === 3) break
  }
  return words
}

/** Lines between empty ones. */
function* blocksOf(text: string, from: number, to: number): Generator<string[]> {
  const eol = /\r\n|\r|\n|$/g
  eol.lastIndex = from
  let lines: string[] = []
  for (let at = from; at < to; ) {
    const end = Math.min(to, eol.exec(text)?.index ?? to)
    const line = text.slice(at, end)
    at = Math.max(eol.lastIndex, end + 1)
    if (line !== '') lines.push(line)
    else if (lines.length > 0) {
      yield lines
      lines = []
    }
  }
  if (lines.length > 0) yield lines
}

/** Whether lines are a list, a quote or a table; `below`: right below a paragraph. */
function isPassedOver(lines: readonly string[], below: boolean): boolean {
  const [head = '', rule = '', ...rows] = lines
  if (lines.some((line) => farReaching.test(line))) return false
  if ((below ? listBelow : list).test(head)) return lines.every((line) => inList.test(line))
  if (inQuote.test(head)) return lines.every((line) => inQuote.test(line))
  return (
    !below &&
    tableHead.test(head) &&
    tableRule.test(rule) &&
    head.split('|').length === rule.split('|').length &&
    rows.every((row) => tableRow.test(row))
  )
}

/** Emphasis whose marks stand at the ends of words, with no others between them. */
const emphasis = /(^| |\((?=\**[A-Za-z\d\u00c0-\u167f]))(\*\*?)(?=[^\s*])([^*]*[^\s*])\2(?=[ ,.;:!?)"-]|$)/g

/** Words of a paragraph without the marks of emphasis and code; null where it has others. */
function withoutMarks(words: string): string | null {
  const bare = words.includes('*') ? words.replace(emphasis, '$1$3') : words
  return bare.includes('*') ? null : bare.replaceAll('`', '')
}
