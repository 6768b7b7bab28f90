/** Question tables that name days: in a column, `| Day | Question | Citation |`, or one over each column, `| | Monday | Tuesday |`. */
import type { Heading, RootContent, Table, TableCell, TableRow } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import { questionWords } from '../keys/looks-like-key.js'
import { phraseText, positionAt } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { itemWords } from '../questions/carrier-choice.js'
import { isQuestionTable } from '../questions/question-tables.js'
import { readDayName } from './days.js'

const dayTitle = new Caseless(
  '^(?:days?|weekdays?|when|tage?|wochentage?|jours?|días?|giorn[oi]|dias?|dag(?:en)?|dzień|gün|день|ημέρα|曜日|日|星期|요일|اليوم|يوم|יום|दिन)$',
)

/**
 * Parts each such table into a heading and a table a day; an empty cell is of the day above it.
 * ```md
 * | Day     | Question |
 * |---------|----------|        ## Monday
 * | Monday  | Why?     |    →   | Question | with Why? and How?
 * |         | How?     |        ## Tuesday
 * | Tuesday | When?    |        | Question | with When?
 * ```
 */
export function withDayTables(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  let depth = 1
  const { asked } = reading
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'heading') depth = node.depth
    if (node.type === 'list') for (const words of itemWords(node)) asked.add(questionWords(words))
    return node.type === 'table' && !repeats(node, asked)
      ? (columnsByDay(node, depthBelow(depth), reading) ?? partedByDay(node, depthBelow(depth), reading))
      : [node]
  })
}

const depthBelow = (depth: number) => Math.min(6, depth + 1) as Heading['depth']

/**
 * A heading and a table for each column of a table whose columns are days; what stands before the first of them goes with each. Null for any other
 * table, and where a column holds no questions.
 * ```md
 * | # | Monday | Tuesday |        ## Monday
 * |---|--------|---------|   →    | # | Question | with Why? and How?
 * | 1 | Why?   | When?   |        ## Tuesday
 * | 2 | How?   |         |        | # | Question | with When?
 * ```
 */
function columnsByDay(table: Table, depth: Heading['depth'], reading: Reading): RootContent[] | null {
  const [head, ...rows] = table.children
  if (!head || rows.length === 0) return null
  const names = head.children.map((_, at) => dayAlone(wordsAt(head, at), reading))
  const first = names[0] === null ? 1 : 0
  const days = names.slice(first)
  if (days.length < 2 || days.includes(null) || new Set(days).size < days.length) return null
  const beside = first === 0 || isCounting(rows) ? null : wordsAt(head, 0)
  const parts = days.map((_, i): { heading: Heading; table: Table } | null => {
    const at = first + i
    const title = head.children[at]
    const own = rows.filter((row) => wordsAt(row, at) !== '')
    const last = own.at(-1)?.children[at]
    if (!title || !last) return null
    const only = (row: TableRow, cell: TableCell | undefined): TableRow => ({
      ...row,
      children: [
        ...row.children.slice(0, first).map((each) => labelled(each, row === head, beside)),
        ...(cell ? [cell] : []),
      ],
      // The row is that of other days as well.
      ...(cell ? placeOf(cell) : {}),
    })
    const asked = { ...title, children: [{ type: 'text' as const, value: 'Question', ...placeOf(title) }] }
    const position = positionAt(reading.place(title).start.offset, reading.place(last).end.offset, reading)
    const align = [...(table.align ?? []).slice(0, first), table.align?.[at] ?? null]
    const children = [only(head, asked), ...own.map((row) => only(row, row.children[at]))]
    return {
      heading: { type: 'heading', depth, children: title.children, ...placeOf(title) },
      table: { ...table, align, children, position },
    }
  })
  const read = parts.filter((part) => part !== null)
  if (read.length < 2 || !read.every((part) => isQuestionTable(part.table))) return null
  return read.flatMap(({ heading, table: own }) => [heading, own])
}

const isCounting = (rows: readonly TableRow[]): boolean =>
  rows.every((row) => /^(?:\p{L}{0,3}\W{0,3}\d{1,4}\W{0,2})?$/u.test(wordsAt(row, 0)))

/** "Warm-up" before the questions of a row, in italics as the titles of grids are, behind `title`, the words over it; as it is where it counts the rows. */
function labelled(cell: TableCell, isHead: boolean, title: string | null): TableCell {
  if (title === null || cell.children.length === 0) return cell
  if (isHead) return { ...cell, children: [] }
  const text = { type: 'text' as const, value: `${title}: `, ...placeOf(cell) }
  const children = title === '' ? cell.children : [text, ...cell.children]
  return { ...cell, children: [{ type: 'emphasis', children, ...placeOf(cell) }] }
}

/** The key of the day that words name, and nothing else; null for other words. */
function dayAlone(words: string, reading: Reading): string | null {
  const name = words === '' ? null : readDayName([{ text: words }], reading.lang)
  return name && name.topic.length === 0 ? name.key : null
}

const placeOf = ({ position }: Pick<Heading, 'position'>) => (position ? { position } : {})

/** True for a table whose rows all repeat a question that stands above: a key. */
const repeats = ({ children: [, ...rows] }: Table, asked: ReadonlySet<string>): boolean =>
  asked.size > 0 &&
  rows.length > 0 &&
  rows.every((row) => row.children.some((cell) => asked.has(questionWords(phraseText(cell.children)))))

const wordsAt = (row: TableRow, at: number): string => phraseText(row.children[at]?.children ?? []).trim()

function partedByDay(table: Table, depth: Heading['depth'], reading: Reading): RootContent[] {
  const [head, ...rows] = table.children
  const at = head ? head.children.findIndex((_, column) => dayTitle.test(wordsAt(head, column))) : -1
  if (!head || at < 0 || wordsAt(rows[0] ?? head, at) === '') return [table]
  const isDay = (words: string) => words === '' || readDayName([{ text: words }], reading.lang) !== null
  const without = (row: TableRow): TableRow => ({ ...row, children: row.children.toSpliced(at, 1) })
  const bare = { ...table, children: table.children.map(without) }
  if (rows.length === 0 || !rows.every((row) => isDay(wordsAt(row, at))) || !isQuestionTable(bare)) return [table]
  const days = new Map<string, { heading: Heading; rows: TableRow[] }>()
  let last = ''
  for (const row of rows) {
    last = wordsAt(row, at) || last
    const day = days.get(last)
    const cell = row.children[at]
    if (day) day.rows.push(row)
    else if (cell) {
      const position = cell.position ? { position: cell.position } : {}
      days.set(last, { heading: { type: 'heading', depth, children: cell.children, ...position }, rows: [row] })
    }
  }
  return [...days.values()].flatMap(({ heading, rows: own }): RootContent[] => {
    const [first = head, ...more] = own
    const position = positionAt(
      reading.place(first).start.offset,
      reading.place(more.at(-1) ?? first).end.offset,
      reading,
    )
    const align = (table.align ?? []).toSpliced(at, 1)
    return [heading, { ...table, align, children: [without(head), ...own.map(without)], position }]
  })
}
