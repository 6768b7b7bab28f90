/** A key written as a table, in any of the forms that `keyRows` names. */

import { dropStart, phraseText, takeRange } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { hasWords } from '../words/answer-words.js'
import { dayNamed, keyMarks } from './key-labels.js'
import { byRows, type KeyRow } from './key-table-rows.js'
import { type Cell, isAnswerWord, letterIn, numberIn, pointsHead, rangeHead, wordsOf } from './key-table-words.js'

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
