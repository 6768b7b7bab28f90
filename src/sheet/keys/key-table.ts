/** A key written as a table: which cells tell the day, which the number, which the answer. */

import { readDayName } from '../days/days.js'
import { dropStart, phraseText, takeRange } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { hasWords } from '../words/answer-words.js'
import { dayNamed, type KeyMark, keyMarks } from './key-labels.js'
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
  rangeHead,
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

/**
 * The answers of a table; null when it is no key but, say, a part of an answer. Its first row is the head, which may be an answer as well.
 *
 * | head                       | rows                  | is                                  |
 * | -------------------------- | --------------------- | ----------------------------------- |
 * | `No., Answer`              | `1, a`                | an answer a row                     |
 * | `Day, No., Answer, Why`    | `Mon, 1, a, so`       | the same by days                    |
 * | `No., Part, Answer, Marks` | `1, a, so, 2`         | an answer a row, of a part          |
 * | `Question, Answer`         | `Monday 1, a`         | the same                            |
 * | `No., Answer, No., Answer` | `1, a, 6, f`          | an answer for every number          |
 * | `1–5, 6–10`                | `a, f`                | an answer a cell, column by column  |
 * | `1. a, 6. f`               | `2. b, 7. g`          | an answer a cell                    |
 * | `1, 2, 3`                  | `a, b, c`             | an answer a column                  |
 * | `Day, 1, 2`                | `Mon, a, b`           | an answer a cell                    |
 * | `(nothing), Mon, Tue`      | `1, a, c`             | an answer a cell                    |
 */
export function keyRows(rows: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
  const [head = [], ...body] = rows
  if (body.length === 0) return null
  return (
    byRanges(head, body) ??
    byCells(rows, reading) ??
    byNumbers(head, body, reading) ??
    byDays(head, body, reading) ??
    byRows(head, rows, reading)
  )
}

/** `1–5, 6–10` over five rows: an answer for each number, column by column. */
function byRanges(head: readonly Cell[], body: readonly (readonly Cell[])[]): KeyRow[] | null {
  const ranges = head.map((cell) => rangeHead.exec(wordsOf(cell))?.slice(1).map(Number) ?? [])
  if (ranges.length < 2 || !ranges.every(([first = 0, last = 0]) => last >= first && last > 0)) return null
  if (body.some((cells) => cells.some((cell) => /^\W*\d{1,3}[.):]/.test(wordsOf(cell))))) return null
  return ranges.flatMap(([first = 0, last = 0], column) =>
    body.slice(0, last - first + 1).flatMap((cells, row): KeyRow[] => {
      const nodes = cells[column] ?? []
      if (!hasWords(wordsOf(nodes))) return []
      return [{ day: null, written: first + row, cells: [{ head: null, nodes }], points: null, row: row + 1 }]
    }),
  )
}

/** `1. so, 6. thus` over `2. else, 7. now`: every cell has its own number. */
function byCells(rows: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
  const found = rows.flatMap((cells, row) =>
    cells.flatMap((nodes, column) => {
      const words = phraseText(nodes)
      const marks = hasWords(words) ? keyMarks(words, null, reading) : null
      if (!marks) return []
      if (marks.length < 2) return [{ nodes, marks, row, column, words }]
      // `1. so<br>2. thus`: all answers of a column in one cell.
      if (!marks.every(({ start }) => start === 0 || words[start] === '\n'))
        return [{ nodes, marks, row, column, words }]
      return marks.map(({ start, from, ...mark }, i) => {
        const to = marks[i + 1]?.start ?? words.length
        const own = { ...mark, start: 0, from: from - start }
        return { nodes: takeRange(nodes, start, to), marks: [own], row, column, words: words.slice(start, to) }
      })
    }),
  )
  const given = found.filter(({ row, marks }) => row > 0 || marks.length > 0)
  const labelled = given.filter(({ marks, words }) => {
    const [mark, ...more] = marks
    return mark?.start === 0 && mark.written !== null && more.length === 0 && words.slice(mark.from).trim() !== ''
  })
  if (labelled.length < 4 || labelled.length < given.length || new Set(labelled.map(({ column }) => column)).size < 2)
    return null
  return labelled
    .map(({ nodes, marks: [mark], row }): KeyRow => {
      const cell = { head: null, nodes: dropStart(nodes, mark?.from ?? 0) }
      return { day: mark?.day ?? null, written: mark?.written ?? null, cells: [cell], points: null, row }
    })
    .sort((a, b) => (a.written ?? 0) - (b.written ?? 0))
}

/** Numbers that count up in the head, `1, 2` or `1a, 1b, 2`: every cell below one is an answer to it. */
function byNumbers(head: readonly Cell[], body: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
  const heads = head.map(wordsOf)
  const from = numberIn(heads[0] ?? '') === null ? 1 : 0
  const counted = heads.slice(from).map((words) => ({ written: numberIn(words), letter: letterIn(words) }))
  const counts = counted.every(({ written, letter }, i) => {
    const before = counted[i - 1]
    if (written === null) return false
    return !before || written === (before.written ?? 0) + 1 || (written === before.written && letter !== null)
  })
  if (counted.length < 2 || !counts) return null
  let day: string | null = null
  const found: KeyRow[] = []
  for (const [row, cells] of body.entries()) {
    const lead = from === 1 ? wordsOf(cells[0]) : ''
    if (dayNamed(lead, reading) !== null) day = lead
    const label = day === lead || lead === '' || isAnswerWord(lead) ? null : lead
    const isPoints = pointsHead.test(lead)
    for (const [i, nodes] of cells.slice(from).entries()) {
      const { written = null, letter = null } = counted[i] ?? {}
      const words = wordsOf(nodes)
      if (!hasWords(words)) continue
      const above = found.find((each) => each.day === day && each.written === written)
      if (!isPoints) found.push({ day, written, cells: [{ head: label, letter, nodes }], points: null, row: row + 1 })
      else if (above) above.points = words
    }
  }
  return found
}

/** Days in the head: every cell below one is an answer of it. */
function byDays(head: readonly Cell[], body: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
  const names = head.map((cell) => (dayNamed(wordsOf(cell), reading) === null ? null : wordsOf(cell)))
  const days = names.filter((name) => name !== null)
  const from = names[0] === null ? 1 : 0
  if (days.length < 2) return null
  if (names.slice(from).some((name) => name === null)) return besideDays(names, head, body)
  return body.flatMap((cells, row) =>
    cells.slice(from).flatMap((cell, i): KeyRow[] => {
      if (!hasWords(wordsOf(cell))) return []
      const written = from === 1 ? numberIn(wordsOf(cells[0])) : null
      const letter = from === 1 ? letterIn(wordsOf(cells[0])) : null
      const given = [{ head: null, letter, nodes: cell }]
      return [{ day: names[i + from] ?? null, written, cells: given, points: null, row: row + 1 }]
    }),
  )
}

/** `Mon, (nothing), Tue, (nothing)` over `1, a, 1, c`: numbers below the days, answers beside them. */
function besideDays(
  names: readonly (string | null)[],
  head: readonly Cell[],
  body: readonly (readonly Cell[])[],
): KeyRow[] | null {
  const starts = names.flatMap((name, i) => (name === null ? [] : [i]))
  const isPlain = names.every((name, i) => name !== null || wordsOf(head[i]) === '' || isAnswerWord(wordsOf(head[i])))
  if (starts[0] !== 0 || !isPlain) return null
  return starts.flatMap((start, k) =>
    body.flatMap((cells, row): KeyRow[] => {
      const [number, ...others] = cells.slice(start, starts[k + 1] ?? names.length)
      const written = numberIn(wordsOf(number))
      const answers = written === null && number ? [number, ...others] : others
      const given = answers.filter((cell) => hasWords(wordsOf(cell)))
      if (given.length === 0) return []
      return [
        {
          day: names[start] ?? null,
          written: written ?? row + 1,
          cells: given.map((nodes, i) => ({ head: null, letter: i === 0 ? letterIn(wordsOf(number)) : null, nodes })),
          points: null,
          row: row + 1,
        },
      ]
    }),
  )
}

function byRows(head: readonly Cell[], rows: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
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
