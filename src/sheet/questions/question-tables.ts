/** Tables of questions, one a row: `| # | Question | Source |`. */

import type { List, Paragraph, PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import { phraseText, placedParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { reportSurplus, withoutSurplus } from '../markdown/table-rows.js'
import { rightWords, wrongWords } from '../options/option-marks.js'
import { letterAt } from '../options/options.js'
import { judgesAlready } from '../tasks/task-choose.js'
import { isAnswerHeading, isKeyTitle } from '../words/answer-words.js'
import { anyOffer, anyVerdict } from '../words/verdict-words.js'
import { asks, asksOutright, opensInLanguage } from './asks.js'

/**
 * What a column holds. What is in an "other" one is kept below the question, behind its head; a reason is the answer's; a "verdict" is one of the two
 * columns "True" and "False" to tick.
 */
type Column = 'number' | 'question' | 'source' | 'answer' | 'reason' | 'option' | 'verdict' | 'points' | 'other'

/** A row of a question table. */
export interface TableQuestion {
  row: TableRow | TableCell
  written: number | null
  own: (Paragraph | List)[]
  answer: Paragraph[]
}

/** "True / False" over the verdicts of statements. */
const judgingHead = new Caseless(`^(?:${anyOffer})\\??$`)
/** Heads of columns that hold an option each, where two at least do. */
const optionHead = new Caseless(
  String.raw`^(?:(?:option|choice|answer|answer option|distractor|antwort|réponse|respuesta)\s*[#]?\s*(?:[a-h]|\d)|[a-h])$`,
)
const verdictHeads = new Caseless(`^(?:${anyVerdict})$`)
const wrongHead = new Caseless(`^(?:${wrongWords}|distractors?)(?: (?:answers?|options?|choices?|ones?))?$`)
const tick = /^(?:[x✓✔✅☑☒•●]\ufe0f?|\[x\]|\(x\))$/iu

const titles: readonly (readonly [Column, Caseless])[] = [
  [
    'number',
    new Caseless(String.raw`^(?:#|no\.?|nr\.?|n[º°.]?|num\.?|number|q\.?|nummer|número|numéro|numero|№|番号)$`),
  ],
  [
    'question',
    new Caseless(
      '^(?:(?:review |recall |the |your )?(?:questions?|prompts?|tasks?|problems?)(?: text)?|statements?|claims?|aussagen?|behauptungen?|affirmations?|afirmaciones|fragen?|aufgaben?|preguntas?|perguntas?|questions?|domand[ae]|vra(?:ag|gen)|pytani[ea]|soru(?:lar)?|вопросы?|問題|質問|问题|السؤال|שאלה)$',
    ),
  ],
  [
    'source',
    new Caseless(
      String.raw`^(?:sources?|references?|refs?\.?|see|cite|citation|where(?: to look)?|look (?:in|up|at)|read|section|pages?|quellen?|siehe|fundstelle|wo|nachlesen|fuentes?|dónde|voir|où|dove|onde|waar|fontes?|fonte|bron|źródło|источник|出典)$`,
    ),
  ],
  ['answer', judgingHead],
  [
    'answer',
    new Caseless(
      `^(?:the )?(?:${rightWords}|key|expected|verdict)(?: (?:answers?|options?|choices?|ones?|letters?|responses?))?(?:\\(s\\))?$`,
    ),
  ],
  ['reason', wrongHead],
  [
    'reason',
    new Caseless(
      '^(?:(?:general |correct )?feedback|explanations?|rationale|reasons?|why|erklärung|begründung|explication|explicación|explicação|spiegazione|uitleg|wyjaśnienie|объяснение|解説)$',
    ),
  ],
  ['points', new Caseless(String.raw`^(?:points?|pts\.?|marks?|punkte|puntos|punti|pontos|punten)$`)],
]

/** Both sides of cards and of glossaries: the first is asked when the other stands beside it. */
const front = new Caseless(
  '^(?:front|terms?|words?|concepts?|key ?(?:terms?|words?)|vocab(?:ulary)?|vorderseite|begriffe?|fachbegriffe?|wort|wörter|recto|termes?|mots?|anverso|términos?|conceptos?|palabras?|fronte|termin[ei]|parol[ae]|frente|termos?|palavras?|voorkant|begrip(?:pen)?|woord(?:en)?|pojęci[ea]|terim|термин|слово|用語|单词|术语)$',
)
const back = new Caseless(
  '^(?:back|definitions?|meanings?|explanations?|translations?|descriptions?|rückseite|definition(?:en)?|bedeutung(?:en)?|erklärung(?:en)?|übersetzung(?:en)?|verso|définitions?|significations?|sens|traductions?|reverso|definici(?:ón|ones)|significados?|traducci(?:ón|ones)|retro|definizion[ei]|significat[oi]|traduzion[ei]|definiç(?:ão|ões)|achterkant|definities?|betekenis(?:sen)?|definicj[ae]|anlam|определение|значение|意味|定義|释义|定义)$',
)

/** "Where" may be asked of sources, and of places, which are answers: only the former have figures or are called so. */
const placeHead = new Caseless('^(?:where|wo|où|dónde|dove|onde|waar)$')
const mayCite = (words: string): boolean => words === '' || /[\d§]|\.\p{L}{1,5}$/u.test(words) || seeing.test(words)
const seeing = new Caseless('^(?:see|cf|siehe|vgl|voir|véase|vedi|zie)(?!\\p{L})')

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
    const cells = rows.map((row) => wordsOf(row, at))
    if (column === 'number') return cells.every(isNumber) ? column : 'other'
    return column === 'source' && placeHead.test(wordsOf(head, at)) && !cells.every(mayCite) ? 'other' : column
  })
  const letters = head.children.map((_, at) => wordsOf(head, at).toLowerCase())
  const marked = { option: head.children.flatMap((_, at) => (optionHead.test(wordsOf(head, at)) ? [at] : [])) }
  // "A" beside "B" is an option, and alone an answer.
  if (marked.option.length > 1) for (const at of marked.option) columns[at] = 'option'
  for (const at of verdictColumns(table)) columns[at] = 'verdict'
  // "Q" may count, and "Q" beside "A" asks.
  if (letters.includes('q') && letters.includes('a'))
    for (const [at, letter] of letters.entries())
      if (letter === 'q' || letter === 'a') columns[at] = letter === 'q' ? 'question' : 'answer'
  const terms = letters.findIndex((title) => front.test(title))
  const meanings = letters.findIndex((title) => back.test(title))
  const told = rows.some((row) => wordsOf(row, terms) !== '' && wordsOf(row, meanings) !== '')
  if (terms >= 0 && meanings >= 0 && told && !columns.includes('question'))
    return { columns: columns.with(terms, 'question').with(meanings, 'answer'), asked: terms }
  const asked = columns.indexOf('question')
  const asking = (at: number) => {
    const cells = rows.map((row) => wordsOf(row, at)).filter((words) => words !== '')
    const tasks = cells.filter((words) => asks(words) || opensInLanguage(words)).length
    return tasks > 0 && tasks * 2 >= cells.length
  }
  const judged = columns.includes('verdict') || head.children.some((_, at) => judgingHead.test(wordsOf(head, at)))
  if (asked >= 0) return judged || asking(asked) ? { columns, asked } : null
  if (columns[0] !== 'number' || columns[1] !== 'other' || !asking(1)) return null
  return { columns: columns.with(1, 'question'), asked: 1 }
}

/** The two columns "True" and "False" whose cells are ticked or empty; [] without them. */
function verdictColumns(table: Table): number[] {
  const [head, ...rows] = table.children
  if (!head) return []
  const found = head.children.flatMap((_, at) => (verdictHeads.test(wordsOf(head, at)) ? [at] : []))
  const cells = rows.flatMap((row) => found.map((at) => wordsOf(row, at)))
  return found.length === 2 && cells.every((words) => words === '' || tick.test(words)) ? found : []
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
 * A table below a question whose columns "True" and "False" are ticked: without the ticks, and what they say of each row; null for any other.
 * ```md
 * | Statement   | True | False |
 * |-------------|------|-------|
 * | Ice floats. | x    |       |    → an empty row, and "Ice floats. True"
 * ```
 */
export function partTicks(table: Table, reading: Reading): { asked: Table; answer: Paragraph[] } | null {
  const columns = verdictColumns(table)
  const [head, ...rows] = table.children
  const answer = rows.flatMap((row) => {
    const at = columns.find((column) => wordsOf(row, column) !== '')
    const own = row.children.find((_, i) => !columns.includes(i) && wordsOf(row, i) !== '')
    const verdict = at === undefined ? undefined : head?.children[at]
    const position = own?.position ? { position: own.position } : {}
    const words =
      own && verdict ? [...own.children, { type: 'text' as const, value: ' ', ...position }, ...verdict.children] : []
    return placedParagraph(words, reading) ?? []
  })
  if (!head || answer.length === 0) return null
  const empty = (row: TableRow): TableRow => ({
    ...row,
    children: row.children.map((cell, i) => (columns.includes(i) ? { ...cell, children: [] } : cell)),
  })
  return { asked: { ...table, children: [head, ...rows.map(empty)] }, answer }
}

/** The cells of a row that offer, as a list with boxes; a mark in one is read there. */
function optionList(cells: readonly TableCell[], reading: Reading): List {
  const children = cells.flatMap((cell) => {
    const paragraph = placedParagraph(cell.children, reading)
    return paragraph
      ? [
          {
            type: 'listItem' as const,
            checked: false,
            children: [paragraph],
            ...(paragraph.position ? { position: paragraph.position } : {}),
          },
        ]
      : []
  })
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  return { type: 'list', ordered: false, children, ...(start && end ? { position: { start, end } } : {}) }
}

/** "2" and "1, 3" say which options are right by their positions: "b", "a, c". */
function byPosition(paragraph: Paragraph): Paragraph {
  const words = phraseText(paragraph.children).trim()
  if (!/^\d(?:\s*[,;&]\s*\d)*$/.test(words)) return paragraph
  const [first] = paragraph.children
  const value = words.replace(/\d/g, (digit) => letterAt(Number(digit) - 1))
  return { ...paragraph, children: [{ type: 'text', value, ...(first?.position ? { position: first.position } : {}) }] }
}

/** A head of a column of its own kind stands before what is in its cells; over empty ones it would be lost. */
function reportEmptyColumns(
  head: TableRow,
  rows: readonly TableRow[],
  columns: readonly Column[],
  reading: Reading,
): void {
  for (const [at, cell] of head.children.entries()) {
    const words = phraseText(cell.children).trim()
    const isEmpty = rows.every((row) => phraseText(row.children[at]?.children ?? []).trim() === '')
    if ((columns[at] ?? 'other') === 'other' && words !== '' && isEmpty)
      reading.log.report('heading-left-out', reading.place(cell), { words, why: 'the column below it is empty' })
  }
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
  const [head, ...written] = table.children
  if (!found || !head) return gridQuestions(table, reading)
  const { columns, asked } = found
  reportSurplus(written, head, reading)
  const rows = written.map((row) => withoutSurplus(row, head))
  reportEmptyColumns(head, rows, columns, reading)
  // A head that does not only say that questions stand below it is said with each.
  const own = wordsOf(head, asked)
  const title = columnOf(own, asked) === 'other' && !front.test(own) ? head.children[asked]?.children : undefined
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
      return [
        {
          ...paragraph,
          children: [...(words === '' ? [] : [text(words)]), ...children, ...(behind === '' ? [] : [text(behind)])],
        },
      ]
    }
    const others = cells('other').flatMap(({ cell, at }) => {
      const title = wordsOf(head, at).replace(/[:：]$/, '')
      return lead(title === '' ? '' : `${title}: `, cell.children)
    })
    const options = cells('option').map(({ cell }) => cell)
    const list: List[] = options.length > 1 ? [optionList(options, reading)] : []
    const offers = head.children.flatMap((_, at) => (judgingHead.test(wordsOf(head, at)) ? [wordsOf(head, at)] : []))
    const heads = columns.flatMap((column, at) => (column === 'verdict' ? [wordsOf(head, at)] : []))
    const offer = offers[0] ?? (heads.length === 2 ? heads.join(' / ') : undefined)
    if (question && offer !== undefined && !judgesAlready(phraseText(question.children)))
      question.children = [...question.children, { type: 'text', value: ` ${offer}` }]
    const below = title && question ? stressed(placedParagraph(title, reading)) : []
    const points = cells('points').flatMap(({ cell }) => lead('(', cell.children, ' points)'))
    const sources = cells('source').flatMap(({ cell }) => lead('See ', cell.children))
    const own = [...(question ? [question] : []), ...below, ...list, ...others, ...points, ...sources]
    const number = /\d{1,4}/.exec(
      cells('number')
        .map(({ at }) => wordsOf(row, at))
        .join(' '),
    )?.[0]
    if (own.length === 0 && cells('answer').length === 0) return []
    const said = cells('answer').flatMap(({ cell }) => placed(cell.children))
    const ticked = cells('verdict').flatMap(({ at }) => placed(head.children[at]?.children ?? []))
    const reasons = cells('reason').flatMap(({ cell, at }) =>
      wrongHead.test(wordsOf(head, at)) ? lead(`${wordsOf(head, at)}: `, cell.children) : placed(cell.children),
    )
    const answer = [...(options.length > 1 ? said.map(byPosition) : said), ...ticked, ...reasons]
    return [{ row, written: number === undefined ? null : Number(number), own, answer }]
  })
}
