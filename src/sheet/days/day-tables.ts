/** Question tables that name days: in a column, `| Day | Question | Citation |`, one over each column, `| | Monday | Tuesday |`, or in rows of their own. */
import type { Heading, RootContent, Table, TableCell, TableRow } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import { questionWords } from '../keys/looks-like-key.js'
import { phraseText, positionAt } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { reportSurplus } from '../markdown/table-rows.js'
import { asks } from '../questions/asks.js'
import { itemWords } from '../questions/carrier-choice.js'
import { isQuestionTable } from '../questions/question-tables.js'
import { isKeyTitle } from '../words/answer-words.js'
import { languagesOfDay } from '../words/day-names.js'
import { readDayLine, readDayName } from './days.js'
import { meantDay } from './misspelt-days.js'

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
  let inKey = false
  const { asked } = reading
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'heading') depth = node.depth
    if (node.type === 'heading' || node.type === 'paragraph') inKey ||= isKeyTitle(phraseText(node.children))
    if (node.type === 'list') for (const words of itemWords(node)) asked.add(questionWords(words))
    if (node.type !== 'table' || repeats(node, asked)) return [node]
    const below = depthBelow(depth)
    const parted = columnsByDay(node, below, reading) ?? partedByDay(node, below, reading)
    return parted ?? (inKey ? null : partedByRows(node, below, reading)) ?? [node]
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
  reportSurplus(rows, head, reading)
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

function partedByDay(table: Table, depth: Heading['depth'], reading: Reading): RootContent[] | null {
  const [head, ...rows] = table.children
  const at = head ? head.children.findIndex((_, column) => dayTitle.test(wordsAt(head, column))) : -1
  if (!head || at < 0 || wordsAt(rows[0] ?? head, at) === '') return null
  const without = (row: TableRow): TableRow => ({ ...row, children: row.children.toSpliced(at, 1) })
  const bare = { ...table, children: table.children.map(without) }
  const names = new Set(rows.map((row) => wordsAt(row, at)).filter((words) => words !== ''))
  if (rows.length === 0 || !areDays([...names], reading) || !isQuestionTable(bare)) return null
  const days = new Map<string, { heading: Heading; rows: TableRow[] }>()
  let last = ''
  for (const row of rows) {
    last = wordsAt(row, at) || last
    const day = days.get(last)
    const cell = row.children[at]
    if (day) day.rows.push(row)
    else if (cell) days.set(last, { heading: headingOf(cell, depth), rows: [row] })
  }
  return [...days.values()].flatMap(({ heading, rows: own }) => {
    const parted = tableOf(table, [head, ...own], reading)
    return [heading, { ...parted, align: (table.align ?? []).toSpliced(at, 1), children: parted.children.map(without) }]
  })
}

/** True for names most of which are days, and for those that are but for a slip: "Mon, Wednsday". One of them is a day at least. */
function areDays(names: readonly string[], { lang }: Reading): boolean {
  const days = names.filter((name) => readDayName([{ text: name }], lang) !== null)
  const others = names.filter((name) => !days.includes(name))
  if (others.length === 0 || days.length === 0) return days.length > 0
  const languages = [...new Set(days.flatMap(languagesOfDay))]
  return others.length < days.length || others.every((name) => meantDay(name, lang, languages) !== null)
}

/** A row that holds nothing but the name of a day, and which it is. */
interface Divider {
  row: TableRow
  cell: TableCell
  key: string
}

function dividerIn(row: TableRow, { lang }: Reading): Divider | null {
  const [cell, ...more] = row.children.filter((each) => phraseText(each.children).trim() !== '')
  if (!cell || more.length > 0) return null
  const words = phraseText(cell.children).trim()
  const key = words.length > 120 ? undefined : readDayLine([{ text: words }], lang)?.key
  return key === undefined ? null : { row, cell, key }
}

/**
 * Parts a table at the rows that hold nothing but a day, where these are bold, or the others ask; a list of words that has "Monday" among them has no such rows.
 * ```md
 * | Question    | Answer |        ## Monday
 * |-------------|--------|        | Question | Answer | with Why?
 * | **Monday**  |        |    →   ## Tuesday
 * | Why?        | So.    |        | Question | Answer | with How?
 * | **Tuesday** |        |
 * | How?        | Thus.  |
 * ```
 */
function partedByRows(table: Table, depth: Heading['depth'], reading: Reading): RootContent[] | null {
  const [head, ...rows] = table.children
  if (!head) return null
  const dividers = new Map(rows.flatMap((row) => dividerIn(row, reading) ?? []).map((each) => [each.row, each]))
  if (dividers.size === 0 || !divide([...dividers.values()], rows)) return null
  const asked = rows.filter((row) => !dividers.has(row))
  if (!isQuestionTable({ ...table, children: [head, ...asked] })) return null
  const starts = rows.flatMap((row, i) => (dividers.has(row) ? [i] : []))
  const above = rows.slice(0, starts[0])
  return [
    ...(above.length > 0 ? [tableOf(table, [head, ...above], reading)] : []),
    ...starts.flatMap((start, i): RootContent[] => {
      const [divider, ...own] = rows.slice(start, starts[i + 1])
      const cell = divider && dividers.get(divider)?.cell
      return cell ? [headingOf(cell, depth), tableOf(table, [head, ...own], reading)] : []
    }),
  ]
}

/** True for rows of days, each new and over rows of another kind, that differ from these in more than that a cell is empty. */
function divide(dividers: readonly Divider[], rows: readonly TableRow[]): boolean {
  const days = new Set(dividers.map(({ row }) => row))
  const others = rows.filter((row) => !days.has(row))
  if (new Set(dividers.map(({ key }) => key)).size < dividers.length) return false
  if (!dividers.every(({ row }) => others.includes(rows[rows.indexOf(row) + 1] ?? row))) return false
  const columns = new Set(dividers.map(({ row, cell }) => row.children.indexOf(cell)))
  const beside = others.flatMap((row) => [...columns].flatMap((at) => row.children[at] ?? []))
  if (dividers.every(({ cell }) => isBold(cell)) && !beside.every(isBold)) return true
  const [first] = rows
  const asking = others.filter((row) => row.children.some((cell) => asks(phraseText(cell.children))))
  return dividers.length > 1 && first !== undefined && days.has(first) && asking.length * 2 >= others.length
}

const isBold = ({ children }: TableCell): boolean =>
  children.every((node) => node.type === 'strong' || (node.type === 'text' && node.value.trim() === ''))

const headingOf = (cell: TableCell, depth: Heading['depth']): Heading => ({
  type: 'heading',
  depth,
  children: cell.children,
  ...placeOf(cell),
})

/** Some rows of a table, the head first, as a table that stands where the others do. */
function tableOf(table: Table, children: TableRow[], reading: Reading): Table {
  const [head, first = head, ...more] = children
  const last = more.at(-1) ?? first
  if (!first || !last) return table
  return {
    ...table,
    children,
    position: positionAt(reading.place(first).start.offset, reading.place(last).end.offset, reading),
  }
}
