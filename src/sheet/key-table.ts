/** A key written as a table: which cells tell the day, which the number, which the answer. */
import type { PhrasingContent } from 'mdast'
import { hasWords, isAnswerHeading, isKeyTitle } from './answer-words.js'
import { readDayName } from './days.js'
import { dayNamed, type KeyMark, keyMarks } from './key-labels.js'
import { dropStart, phraseText } from './phrases.js'
import type { Reading } from './reading.js'

type Cell = readonly PhrasingContent[]

/** An answer in a table: the words of its day, its number, and its cells, those that repeat the question first. */
export interface KeyRow {
  day: string | null
  written: number | null
  cells: KeyCell[]
  /** The row of the table it stands in, from 0. */
  row: number
}

/** A cell of an answer under the words of its column, which say what it is ("Why"); null for the answer itself. */
export interface KeyCell {
  head: string | null
  nodes: Cell
}

type Role = 'day' | 'number' | 'question' | 'answer' | 'other'

const numberHead =
  /^(?:#|№|n[or°º]?\.?|num(?:ber|mer|éro|ero)?\.?|nummer|q(?:uestion)?s?\.?(?: ?(?:#|no\.?|nr\.?|number|num\.?))?|q's|(?:quiz |question )?item|frage(?:n?nr\.?)?|aufgabe|pregunta|pergunta|domanda|vraag|pytanie|soru|вопрос|問題?|番号|题号|سؤال|רقم|שאלה)$/iu
const questionHead =
  /^(?:questions?|prompts?|frage|pregunta|pergunta|domanda|vraag|pytanie|soru|вопрос|問題|题目|task|aufgabe)$/iu
const dayHead =
  /^(?:(?:week)?days?|(?:wochen)?tag|jours?|días?|dias?|giorn[oi]|dag(?:en)?|dzień|gün|день|ημέρα|اليوم|יום|दिन|曜日|日|星期|요일|part|section|when)$/iu
const answerHead =
  /^(?:correct|right|key|model|response|responses|what to (?:look|listen) for|expected|(?:correct|right) (?:option|choice|letter|response))$/iu

const wordsOf = (cell: Cell | undefined): string => (cell ? phraseText(cell).replace(/\s+/g, ' ').trim() : '')
/** "1", "Q1", "1.", "(1)", "No. 1", and with words after it where `open`. */
const numberIn = (words: string): number | null => {
  const digits = /^\D{0,10}?(\d{1,3})\D{0,2}$/.exec(words)?.[1]
  return digits === undefined || /[,;]\d|\p{L}{4,}\D*\d/u.test(words) ? null : Number(digits)
}

/**
 * The answers of a table; null when it is no key but, say, a part of an answer. Its first row is the head, which may be an answer as well.
 *
 * | head                       | rows                  | is                                  |
 * | -------------------------- | --------------------- | ----------------------------------- |
 * | `No., Answer`              | `1, a`                | an answer a row                     |
 * | `Day, No., Answer, Why`    | `Mon, 1, a, so`       | the same by days                    |
 * | `Question, Answer`         | `Monday 1, a`         | the same                            |
 * | `No., Answer, No., Answer` | `1, a, 6, f`          | an answer for every number          |
 * | `1, 2, 3`                  | `a, b, c`             | an answer a column                  |
 * | `Day, 1, 2`                | `Mon, a, b`           | an answer a cell                    |
 * | `(nothing), Mon, Tue`      | `1, a, c`             | an answer a cell                    |
 */
export function keyRows(rows: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
  const [head = [], ...body] = rows
  if (body.length === 0) return null
  return byNumbers(head, body, reading) ?? byDays(head, body, reading) ?? byRows(head, rows, reading)
}

/** Numbers that count up in the head: every cell below one is an answer to it. */
function byNumbers(head: readonly Cell[], body: readonly (readonly Cell[])[], reading: Reading): KeyRow[] | null {
  const numbers = head.map((cell) => numberIn(wordsOf(cell)))
  const from = numbers[0] === null ? 1 : 0
  const counted = numbers.slice(from)
  if (counted.length < 2 || !counted.every((number, i) => number !== null && number === (counted[0] ?? 0) + i))
    return null
  let day: string | null = null
  return body.flatMap((cells, row) => {
    const lead = from === 1 ? wordsOf(cells[0]) : ''
    if (dayNamed(lead, reading) !== null) day = lead
    const label = day === lead || lead === '' || isAnswerWord(lead) ? null : lead
    return cells.slice(from).flatMap((cell, i): KeyRow[] => {
      if (!hasWords(wordsOf(cell))) return []
      return [{ day, written: counted[i] ?? null, cells: [{ head: label, nodes: cell }], row: row + 1 }]
    })
  })
}

const isAnswerWord = (words: string) => isAnswerHeading(words) || isKeyTitle(words) || answerHead.test(words)

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
      return [{ day: names[i + from] ?? null, written, cells: [{ head: null, nodes: cell }], row: row + 1 }]
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
          cells: given.map((nodes) => ({ head: null, nodes })),
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
  for (const [k, cut] of cuts.entries()) {
    let day: string | null = null
    for (const [row, cells] of rows.entries()) {
      if (row < first) continue
      const from = k === 0 ? 0 : cut
      const to = cuts[k + 1] ?? Number.POSITIVE_INFINITY
      const read = readRow(cells.slice(from, to), heads.slice(from, to), roles.slice(from, to), first === 0, reading)
      day = read.day ?? day
      const last = found.at(-1)
      if (read.cells.length === 0) continue
      // A row without a number goes on with the answer above it.
      if (read.written === null && read.day === null && roles.includes('number') && last) last.cells.push(...read.cells)
      else found.push({ day, written: read.written, cells: read.cells, row })
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
  const isNumber = (words: string) => numberIn(words) !== null || labelOf(words, reading)?.written != null
  const roles = heads.map((words, i): Role => {
    if (isAnswerWord(words)) return 'answer'
    if (most(i, isDay)) return 'day'
    if (numberHead.test(words) && most(i, isNumber)) return 'number'
    if (dayHead.test(words) && most(i, (cell) => isDay(cell) || labelOf(cell, reading) !== null)) return 'day'
    return questionHead.test(words) ? 'question' : 'other'
  })
  if (!roles.includes('number')) {
    // Without a head that says so, only the first columns can be numbers.
    const at = roles.findIndex((role, i) => i < 2 && role !== 'answer' && role !== 'day' && most(i, isNumber))
    if (at >= 0) roles[at] = 'number'
  }
  return roles
}

/** The label that a cell begins with: "Mon 1", "1. What is A?". */
function labelOf(words: string, reading: Reading): KeyMark | null {
  const [mark] = keyMarks(words, null, reading)
  return mark?.start === 0 ? mark : null
}

function readRow(
  cells: readonly Cell[],
  heads: readonly string[],
  roles: readonly Role[],
  headless: boolean,
  reading: Reading,
): { day: string | null; written: number | null; cells: KeyCell[] } {
  let day: string | null = null
  let written: number | null = null
  const asked: KeyCell[] = []
  const answers: KeyCell[] = []
  const others: KeyCell[] = []
  for (const [i, nodes] of cells.entries()) {
    const words = wordsOf(nodes)
    const role = roles[i] ?? 'other'
    if (words === '') continue
    if (role === 'day' || role === 'number') {
      const number = role === 'number' ? numberIn(words) : null
      if (
        dayNamed(words, reading) !== null ||
        (role === 'day' && readDayName([{ text: words }], reading.lang) !== null)
      )
        day = words
      else if (number !== null) written = number
      else {
        const label = labelOf(phraseText(nodes), reading)
        day = label?.day ?? day
        written = label?.written ?? written
        asked.push({ head: null, nodes: label ? dropStart(nodes, label.from) : nodes })
      }
    } else if (role === 'question') asked.push({ head: null, nodes })
    else if (role === 'answer') answers.push({ head: null, nodes })
    else others.push({ head: headless || heads[i] === '' ? null : (heads[i] ?? null), nodes })
  }
  const named = roles.includes('answer')
  const unnamed = named ? others : others.map((cell, i) => (i === 0 ? { ...cell, head: null } : cell))
  return { day, written, cells: [...asked, ...answers, ...unnamed].filter(({ nodes }) => hasWords(wordsOf(nodes))) }
}
