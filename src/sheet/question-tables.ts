/** Tables of questions, one a row: `| # | Question | Source |`. */
import type { Paragraph, PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import { isAnswerHeading, isKeyTitle } from './answer-words.js'
import { asksOutright, mostAsk } from './asks.js'
import { phraseText, placedParagraph } from './phrases.js'
import type { Reading } from './reading.js'

/** What a column holds; what is in an "other" one is kept below the question, behind its head. */
type Column = 'number' | 'question' | 'source' | 'answer' | 'points' | 'other'

/** A row of a question table. */
export interface TableQuestion {
  row: TableRow | TableCell
  written: number | null
  own: Paragraph[]
  answer: Paragraph[]
}

const titles: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:#|no\.?|nr\.?|n[º°.]?|num\.?|number|q\.?|nummer|número|numéro|numero|№|番号)$/iu],
  [
    'question',
    /^(?:(?:review |recall |the |your )?(?:questions?|prompts?|tasks?|problems?)|fragen?|aufgaben?|preguntas?|perguntas?|questions?|domand[ae]|vra(?:ag|gen)|pytani[ea]|soru(?:lar)?|вопросы?|問題|質問|问题|السؤال|שאלה)$/iu,
  ],
  [
    'source',
    /^(?:sources?|references?|refs?\.?|see|cite|citation|where(?: to look)?|look (?:in|up|at)|read|section|pages?|quellen?|siehe|fundstelle|fuentes?|voir|fontes?|fonte|bron|źródło|источник|出典)$/iu,
  ],
  ['points', /^(?:points?|pts\.?|marks?|punkte|puntos|punti|pontos|punten)$/iu],
]

function columnOf(title: string, at: number): Column {
  const words = title.trim()
  if (words === '' && at === 0) return 'number'
  const named = titles.find(([, pattern]) => pattern.test(words))
  if (named) return named[0]
  return isAnswerHeading(words) || isKeyTitle(words) ? 'answer' : 'other'
}

const wordsOf = (row: TableRow, at: number): string => {
  const cell = row.children[at]
  return cell ? phraseText(cell.children).trim() : ''
}

/** "3", "3.", "Q3", "Nr. 3", or nothing. */
const isNumber = (words: string): boolean => /^(?:\p{L}{0,3}\W{0,3}\d{1,4}\W{0,2})?$/u.test(words)

/** Which column of a table holds questions; null when none does: its head says so, or counts beside a column whose cells ask. */
function columnsOf(table: Table): { columns: Column[]; asked: number } | null {
  const [head, ...rows] = table.children
  if (!head || rows.length === 0) return null
  const columns = head.children.map((_, at) => {
    const column = columnOf(wordsOf(head, at), at)
    return column === 'number' && !rows.every((row) => isNumber(wordsOf(row, at))) ? 'other' : column
  })
  const letters = head.children.map((_, at) => wordsOf(head, at).toLowerCase())
  // "Q" may count, and "Q" beside "A" asks.
  if (letters.includes('q') && letters.includes('a'))
    for (const [at, letter] of letters.entries())
      if (letter === 'q' || letter === 'a') columns[at] = letter === 'q' ? 'question' : 'answer'
  const asked = columns.indexOf('question')
  const asking = (at: number) => mostAsk(rows.map((row) => wordsOf(row, at)).filter((words) => words !== ''))
  if (asked >= 0) return asking(asked) ? { columns, asked } : null
  if (columns[0] !== 'number' || columns[1] !== 'other' || !asking(1)) return null
  return { columns: columns.with(1, 'question'), asked: 1 }
}

/** True for a table whose cells all ask, as retrieval grids are: "Last lesson", "Last week", "Last term", and a question in each cell below. */
function isGrid(table: Table): boolean {
  const [, ...rows] = table.children
  const cells = rows.flatMap((row) => row.children.map((_, at) => wordsOf(row, at))).filter((words) => words !== '')
  return cells.length > 1 && cells.every(asksOutright)
}

/** True for a table whose rows, or whose cells, are questions. */
export const isQuestionTable = (table: Table): boolean => columnsOf(table) !== null || isGrid(table)

const stressed = (title: Paragraph | null): Paragraph[] =>
  title ? [{ ...title, children: [{ type: 'emphasis', children: title.children }] }] : []

/** The cells of a grid, row after row, each with the title of its column below it. */
function gridQuestions(table: Table, reading: Reading): TableQuestion[] {
  const [head, ...rows] = table.children
  return rows.flatMap((row) =>
    row.children.flatMap((cell, at): TableQuestion[] => {
      const question = placedParagraph(cell.children, reading)
      const title = placedParagraph(head?.children[at]?.children ?? [], reading)
      if (!question) return []
      return [{ row: cell, written: null, own: [question, ...stressed(title)], answer: [] }]
    }),
  )
}

/**
 * The questions of a table, a row each.
 * ```md
 * | # | Question       | Answer | Source     |
 * |---|----------------|--------|------------|
 * | 1 | What is drift? | So.    | a.md §1.2  |    → "What is drift? See a.md §1.2", written 1, answer "So."
 * ```
 */
export function tableQuestions(table: Table, reading: Reading): TableQuestion[] {
  const found = columnsOf(table)
  const [head, ...rows] = table.children
  if (!found || !head) return gridQuestions(table, reading)
  const { columns, asked } = found
  // A head that does not only say that questions stand below it is said with each.
  const title = columnOf(wordsOf(head, asked), asked) === 'other' ? head.children[asked]?.children : undefined
  return rows.flatMap((row): TableQuestion[] => {
    const cells = (column: Column) =>
      row.children.flatMap((cell, at) =>
        (columns[at] ?? 'other') === column && phraseText(cell.children).trim() !== '' ? [{ cell, at }] : [],
      )
    const question = placedParagraph(row.children[asked]?.children ?? [], reading)
    const placed = (children: PhrasingContent[]) => placedParagraph(children, reading) ?? []
    const lead = (words: string, children: PhrasingContent[], behind = ''): Paragraph[] => {
      const paragraph = placedParagraph(children, reading)
      if (!paragraph) return []
      const { position } = paragraph
      const text = (value: string) => ({ type: 'text' as const, value, ...(position ? { position } : {}) })
      return [{ ...paragraph, children: [text(words), ...children, ...(behind === '' ? [] : [text(behind)])] }]
    }
    const others = cells('other').flatMap(({ cell, at }) => {
      const title = wordsOf(head, at).replace(/[:：]$/, '')
      return lead(title === '' ? '' : `${title}: `, cell.children)
    })
    const below = title && question ? stressed(placedParagraph(title, reading)) : []
    const points = cells('points').flatMap(({ cell }) => lead('(', cell.children, ' points)'))
    const sources = cells('source').flatMap(({ cell }) => lead('See ', cell.children))
    const own = [...(question ? [question] : []), ...below, ...others, ...points, ...sources]
    const number = /\d{1,4}/.exec(
      cells('number')
        .map(({ at }) => wordsOf(row, at))
        .join(' '),
    )?.[0]
    if (own.length === 0 && cells('answer').length === 0) return []
    const answer = cells('answer').flatMap(({ cell }) => placed(cell.children))
    return [{ row, written: number === undefined ? null : Number(number), own, answer }]
  })
}
