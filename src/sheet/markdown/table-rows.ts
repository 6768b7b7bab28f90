/**
 * Rows of tables that have more cells than the head. Markdown parts cells at each `|`, also in `$|x|$`, unless it is written `\|`; its readers drop
 * what is then too much.
 */
import type { InlineCode, PhrasingContent, Root, RootContent, TableCell, TableRow, Text } from 'mdast'
import { excerpt } from './excerpt.js'
import { type InlineMath, looksLikeMath } from './math.js'
import { phraseText } from './phrases.js'
import type { Reading } from './reading.js'

/**
 * Joins the cells of rows that are longer than the head where a formula or code goes from one into another. `text` is what the tree was read from. The tree is changed in place.
 * ```md
 * | Question         | Answer  |
 * |------------------|---------|
 * | Solve $|x| = 3$. | 3 or -3 |    → two cells, "Solve ", the formula "|x| = 3", "."; and "3 or -3"
 * ```
 */
export function settleRows(root: Root, text: string): void {
  if (!/\|[^\n]*[$`]/.test(text)) return
  const queue: RootContent[] = [...root.children]
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'table') {
      const width = node.children[0]?.children.length ?? 0
      for (const row of node.children) if (row.children.length > width) row.children = joinedCells(row.children, text)
    } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') queue.push(...node.children)
  }
}

/** Longer rows are no work of a person, and stay as they are. */
const mostCells = 60

function joinedCells(cells: readonly TableCell[], text: string): TableCell[] {
  if (cells.length > mostCells) return [...cells]
  const joined: TableCell[] = []
  const left = [...cells]
  for (let cell = left.shift(); cell; cell = left.shift()) {
    const whole = joinedToOne(cell, left, text)
    if (!whole) joined.push(cell)
    // Another formula may begin behind it.
    else left.splice(0, whole.count, whole.cell)
  }
  return joined
}

/** A cell, and so many of those behind it as a formula or code that begins in it goes through; null without one. */
function joinedToOne(
  first: TableCell,
  behind: readonly TableCell[],
  text: string,
): { cell: TableCell; count: number } | null {
  const opener = openerIn(first, text)
  for (const [i, last] of opener ? behind.entries() : []) {
    const cell = opener && joinedAt(first, last, opener, text)
    if (cell) return { cell, count: i + 1 }
  }
  return null
}

/** A mark that opens or closes a formula or code: in which node of its cell, where in its value, where in the text. */
interface Mark {
  sign: string
  node: Text
  at: number
  offset: number
}

const openerIn = (cell: TableCell, text: string): Mark | null =>
  markIn(cell.children.toReversed(), /\$\$?(?!.*\$)|`+(?!.*`)/s, text)

/** The mark that a pattern finds in the first text that has it. One behind a backslash is none. */
function markIn(nodes: readonly PhrasingContent[], sign: RegExp, text: string): Mark | null {
  for (const node of nodes) {
    const found = node.type === 'text' ? sign.exec(node.value) : null
    const start = node.position?.start.offset
    if (!found || start === undefined || node.type !== 'text') continue
    const written = sign.exec(text.slice(start, node.position?.end.offset))
    if (!written || text[start + written.index - 1] === '\\') return null
    return { sign: found[0], node, at: found.index, offset: start + written.index }
  }
  return null
}

/** Two cells, and all between them, as one; null where no formula and no code goes from the one into the other. */
function joinedAt(first: TableCell, last: TableCell, opener: Mark, text: string): TableCell | null {
  const sign = opener.sign.replaceAll('$', '\\$')
  const mark = opener.sign[0] === '$' ? '\\$' : '`'
  const closer = markIn(last.children, new RegExp(`(?<!${mark})${sign}(?!${mark})`), text)
  if (!closer || !first.position || !last.position) return null
  const from = opener.offset + opener.sign.length
  const source = text.slice(from, closer.offset)
  const between = betweenMarks(opener.sign, source, text[closer.offset + closer.sign.length] ?? '')
  if (!between) return null
  const { start } = first.position
  const { end } = last.position
  const before = first.children.slice(0, first.children.indexOf(opener.node))
  const behind = last.children.slice(last.children.indexOf(closer.node) + 1)
  const lead = { ...opener.node, value: opener.node.value.slice(0, opener.at) }
  const tail = { ...closer.node, value: closer.node.value.slice(closer.at + closer.sign.length) }
  const position =
    opener.node.position && closer.node.position
      ? { start: opener.node.position.start, end: closer.node.position.end }
      : undefined
  const all = [...before, lead, { ...between, ...(position ? { position } : {}) }, tail, ...behind]
  return {
    ...first,
    position: { start, end },
    children: all.filter((node) => node.type !== 'text' || node.value !== ''),
  }
}

/** `next` is the letter behind the closing mark. */
function betweenMarks(sign: string, source: string, next: string): InlineMath | InlineCode | null {
  if (sign.startsWith('`')) return { type: 'inlineCode', value: source.replaceAll('\\|', '|').trim() }
  const isTight = sign === '$$' || !/^\s|\s$/.test(source)
  return isTight && !/[a-z\d]/i.test(next) && looksLikeMath(source) ? { type: 'inlineMath', value: source } : null
}

/** A row without the cells beyond the last of the head: no column says what they are, so that they may be answers, and nobody is to see them. */
export const withoutSurplus = (row: TableRow, head: TableRow): TableRow =>
  row.children.length > head.children.length ? { ...row, children: row.children.slice(0, head.children.length) } : row

/** Tells what `withoutSurplus` leaves out of rows. */
export function reportSurplus(rows: readonly TableRow[], head: TableRow, reading: Reading): void {
  for (const row of rows) {
    const surplus = row.children.slice(head.children.length).filter((cell) => phraseText(cell.children).trim() !== '')
    const words = surplus.map((cell) => phraseText(cell.children).trim()).join(' | ')
    const [first] = surplus
    if (first)
      reading.log.report('cells-left-out', reading.place(first.children[0] ?? first), { words: excerpt(words, 60) })
  }
}
