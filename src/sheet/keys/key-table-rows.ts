/** A key written as a table with an answer a row: what each column tells, and what its rows say. */
import { readDayName } from '../days/days.js'
import { dropStart, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { hasWords } from '../words/answer-words.js'
import { dayNamed, keyMarks } from './key-labels.js'
import type { KeyMark } from './key-mark.js'
import {
  type Cell,
  dayHead,
  isAnswerWord,
  letterIn,
  numberHead,
  numberIn,
  partHead,
  partLetter,
  pointsHead,
  questionHead,
  rangeIn,
  sumHead,
  wordsOf,
} from './key-table-words.js'

/** An answer in a table: the words of its day, its number, and its cells, those that repeat the question first. */
export interface KeyRow {
  day: string | null
  written: number | null
  cells: KeyCell[]
  /** What a column or row of "Marks" says, in words; null without one. */
  points: string | null
  /** The row of the table it stands in, from 0. */
  row: number
}

/**
 * A cell of an answer under the words of its column, which say what it is ("Why"); null for the answer itself. `letter` is the part that it
 * answers: `1a`, or `1` and `a` in columns of their own.
 */
export interface KeyCell {
  head: string | null
  letter?: string | null
  nodes: Cell
}

type Role = 'day' | 'number' | 'letter' | 'question' | 'answer' | 'points' | 'other'

/** An answer a row: columns tell the day, the number, the part, the question, the answer and what it is worth; each head says which. Null for a table that has no such column. */
export function byRows(head: readonly Cell[], rows: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
  const heads = head.map(wordsOf)
  const roles = rolesOf(heads, rows.slice(1), reading)
  const starts = roles.flatMap((role, i) => (role === 'number' ? [i] : []))
  const titled = heads.some((words) => isAnswerWord(words))
  const labelled = roles.includes('number') || roles.includes('day')
  if (!labelled && !titled) return null
  // The first row is an answer too, when it has what the others have.
  const first =
    numberIn(heads[starts[0] ?? -1] ?? '') !== null ||
    (starts.length === 0 && dayNamed(heads[roles.indexOf('day')] ?? '', reading) !== null)
      ? 0
      : 1
  const found: KeyRow[] = []
  const cuts = starts.length > 1 ? starts : [0]
  // "Monday" alone over the first rows, as over all others.
  const [over, ...beside] = heads.filter((words) => words !== '')
  const firstDay = over !== undefined && beside.length === 0 && dayNamed(over, reading) !== null ? over : null
  for (const [k, cut] of cuts.entries()) {
    let day: string | null = firstDay
    for (const [row, cells] of rows.entries()) {
      if (row < first) continue
      const from = k === 0 ? 0 : cut
      const to = cuts[k + 1] ?? Number.POSITIVE_INFINITY
      const read = readRow(cells.slice(from, to), heads.slice(from, to), roles.slice(from, to), first === 0, reading)
      day = read.day ?? day
      const last = found.at(-1)
      if (read.cells.length === 0 || read.sums) continue
      // A row without a number goes on with the answer above it.
      if (read.written === null && read.day === null && roles.includes('number') && last) last.cells.push(...read.cells)
      else
        for (let written = read.written; ; ) {
          found.push({ day, written, cells: read.cells, points: read.points, row })
          if (written === null || written++ >= read.last) break
        }
    }
  }
  return found.length > 0 ? found : null
}

function rolesOf(heads: readonly string[], body: readonly (readonly Cell[])[], reading: Reading): Role[] {
  const column = (i: number) => body.map((cells) => wordsOf(cells[i])).filter((words) => words !== '')
  const most = (i: number, is: (words: string) => boolean) => {
    const cells = column(i)
    return cells.length > 0 && cells.filter(is).length * 2 >= cells.length
  }
  const isDay = (words: string) => dayNamed(words, reading) !== null
  const isNumber = (words: string) =>
    numberIn(words) !== null || rangeIn(words) !== null || labelOf(words, reading)?.written != null
  const roles = heads.map((words, i): Role => {
    if (isAnswerWord(words)) return 'answer'
    if (pointsHead.test(words) && most(i, (cell) => /\d/.test(cell) && cell.length <= 12)) return 'points'
    if (most(i, isDay)) return 'day'
    if (numberHead.test(words) && most(i, isNumber)) return 'number'
    if (dayHead.test(words) && most(i, (cell) => isDay(cell) || labelOf(cell, reading) !== null)) return 'day'
    return questionHead.test(words) ? 'question' : 'other'
  })
  const parts = heads.findIndex(
    (words, i) => roles[i] !== 'answer' && partHead.test(words) && most(i, (cell) => partLetter.test(cell)),
  )
  if (parts >= 0 && roles.includes('answer')) roles[parts] = 'letter'
  if (!roles.includes('number')) {
    // Without a head that says so, only the first columns can be numbers.
    const at = roles.findIndex(
      (role, i) => i < 2 && !['answer', 'day', 'letter', 'points'].includes(role) && most(i, isNumber),
    )
    if (at >= 0) roles[at] = 'number'
  }
  return roles
}

/** The label that a cell begins with: "Mon 1", "1. What is A?". */
function labelOf(words: string, reading: Reading): KeyMark | null {
  const [mark] = keyMarks(words, null, reading)
  return mark?.start === 0 ? mark : null
}

/** "Thu 1" where the sheet has no Thursday: still no question of another day. */
function dayLabelIn(words: string, reading: Reading): KeyMark | null {
  const [label, day = '', number] = /^(\p{L}{2,12}\.?)\s?(\d{1,3})(?=\s?[a-h]?[.):]?$)/iu.exec(words) ?? []
  if (label === undefined || readDayName([{ text: day }], reading.lang) === null) return null
  return { day, written: Number(number), start: 0, from: label.length }
}

interface ReadRow {
  day: string | null
  written: number | null
  /** The last number that it answers, `written` for one. */
  last: number
  cells: KeyCell[]
  points: string | null
  /** True for a row of totals. */
  sums: boolean
}

function readRow(
  cells: readonly Cell[],
  heads: readonly string[],
  roles: readonly Role[],
  headless: boolean,
  reading: Reading,
): ReadRow {
  let day: string | null = null
  let written: number | null = null
  let last = 0
  let letter: string | null = null
  let points: string | null = null
  const asked: KeyCell[] = []
  const answers: KeyCell[] = []
  const others: KeyCell[] = []
  for (const [i, nodes] of cells.entries()) {
    const words = wordsOf(nodes)
    const role = roles[i] ?? 'other'
    if (words === '') continue
    if (role === 'day' || role === 'number') {
      const label = labelOf(phraseText(nodes), reading) ?? dayLabelIn(words, reading)
      // "Mon 1" has the number of Monday's question; "1" is what it would be without.
      const ofDay = label?.day != null && label.written !== null ? label : null
      const number = role === 'number' && !ofDay ? numberIn(words) : null
      const range = role === 'number' ? rangeIn(words) : null
      if (
        dayNamed(words, reading) !== null ||
        (role === 'day' && readDayName([{ text: words }], reading.lang) !== null)
      )
        day = words
      else if (number !== null) {
        written = number
        letter = letterIn(words)
      } else if (range) {
        written = range.first
        last = range.last
      } else {
        if (ofDay) letter = letterIn(words)
        day = label?.day ?? day
        written = label?.written ?? written
        const rest = label ? dropStart(nodes, label.from) : nodes
        if (letter === null || !partLetter.test(wordsOf(rest))) asked.push({ head: null, nodes: rest })
      }
    } else if (role === 'letter') letter = partLetter.exec(words)?.[1] ?? letter
    else if (role === 'points') points = words
    else if (role === 'question') asked.push({ head: null, nodes })
    else if (role === 'answer') answers.push({ head: null, nodes })
    else others.push({ head: headless || heads[i] === '' ? null : (heads[i] ?? null), nodes })
  }
  const named = roles.includes('answer')
  const unnamed = named ? others : others.map((cell, i) => (i === 0 ? { ...cell, head: null } : cell))
  const given = [...answers, ...unnamed].filter(({ nodes }) => hasWords(wordsOf(nodes)))
  const lettered = given.map((cell, i) => (i === 0 ? { ...cell, letter } : cell))
  const sums = written === null && asked.length > 0 && given.length === 0 && sumHead.test(wordsOf(asked[0]?.nodes))
  return {
    day,
    written,
    last,
    cells: [...asked.filter(({ nodes }) => hasWords(wordsOf(nodes))), ...lettered],
    points,
    sums,
  }
}
