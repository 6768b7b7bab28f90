/** Question tables with a column of days: `| Day | Question | Citation |`. */
import type { Heading, RootContent, Table, TableRow } from 'mdast'
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
      ? partedByDay(node, Math.min(6, depth + 1) as Heading['depth'], reading)
      : [node]
  })
}

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
