/** Tables that are keys though no title says so: their heads, days and numbers do. */
import type { Table } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import { phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { endsAsking, isDirective } from '../questions/asks.js'
import { hasWords } from '../words/answer-words.js'
import { dayNamed, keyMarks } from './key-labels.js'
import { keyRows } from './key-table.js'
import { isAnswerWord } from './key-table-words.js'
import { questionWords } from './looks-like-key.js'

/** What is asked above a table: how many questions at most in its day (0 above all of them), and their words by `questionWords`. */
export interface Asked {
  questions: number
  words: ReadonlySet<string>
}

const letter = new Caseless(String.raw`^[\s([]*(?:[a-h]|t|f|true|false|yes|no|[абвг])[\s.)\]]*$`)
/** Words of a question whose table may follow it. */
export const announces =
  /\b(?:table|match|following|below|order|rank|sort|these|fill|complete|tabelle|tableau|tabla)\b/i
const score = /^[\s_.]*\/\s*\d+\s*$/

/**
 * Whether a table is a key, and what says so; null for any other table, such as one to fill in.
 *
 * | table                                  | is a key                                                    |
 * | -------------------------------------- | ----------------------------------------------------------- |
 * | `No. or Day, …, Answer`                | when its answers are filled in and count from 1             |
 * | `Question, Answer`                     | when it repeats the questions above                         |
 * | `Day, Q1, Q2` over `Mon, so, thus`     | yes                                                         |
 * | `1, 2, 3` over `B, C, A`               | for so many questions                                       |
 * | `(nothing)` over `1, so`, `1. so, 4. thus` | by its place: for so many questions                 |
 * | `Day, 1, 2` or `(nothing), Mon, Tue`   | by its place: below a day of as many questions as one has   |
 */
export function isKeyTable(table: Table, asked: Asked, reading: Reading): 'by its words' | 'by its place' | null {
  const cells = table.children.map((row) => row.children.map((cell) => cell.children))
  const [head = [], ...body] = cells.map((row) => row.map((cell) => phraseText(cell).trim()))
  const found = keyRows(cells, reading)
  const rows = (found ?? []).flatMap(({ day, written, cells: given }) => {
    const words = given
      .map(({ nodes }) => phraseText(nodes).trim())
      .filter((each) => hasWords(each) && !score.test(each))
    return words.length > 0 ? [{ day, written, words }] : []
  })
  if (rows.length < 2) return null
  const isAsked = (words: string) => asked.words.has(questionWords(words)) || reading.asked.has(questionWords(words))
  const asks = (words: string) => (endsAsking(words) || isDirective(words)) && !isAsked(words)
  if (rows.filter(({ words }) => words.some(asks)).length * 2 > rows.length) return null
  const inDays = rows.every(({ day }) => day !== null)
  const numbers = rows.map(({ written }) => written)
  const counting = numbers.every((number, i) => number === i + 1)
  const repeats = rows.every(({ words }) => words.length > 1 && asked.words.has(questionWords(words[0] ?? '')))
  const repeatsInDays = inDays && rows.every(({ words }) => words.length > 1 && isAsked(words[0] ?? ''))
  const titled = head.some(isAnswerWord) || body.some(([first = '']) => isAnswerWord(first))
  const filled = head.some(isAnswerWord) ? rows.length * 2 >= body.filter((row) => row.some(hasWords)).length : true
  if (
    titled &&
    filled &&
    (counting || repeats || repeatsInDays || (inDays && numbers.some((number) => number !== null)))
  )
    return 'by its words'
  // An answer a day, or all of its day in one cell.
  const ofDays = inDays && new Set(rows.map(({ day }) => day)).size === rows.length
  const inCells = rows.every(({ words }) => words.length === 1 && keyMarks(words[0] ?? '', null, reading).length > 1)
  const days = [...new Set(rows.map(({ day }) => (day === null ? null : dayNamed(day, reading))))]
  const known = days.every((key) => key !== null && reading.parts.keys.has(key))
  if (ofDays && inCells && known && days.length > 1 && asked.questions > 0) return 'by its place'
  if (titled && filled && ofDays && (asked.questions < 2 || inCells)) return 'by its words'
  const quizHeads = head.filter((words) => /^q(?:uestion)?\.? ?\d{1,3}$/i.test(words)).length
  if (quizHeads === head.length && counting && (asked.questions === 0 || rows.length === asked.questions))
    return 'by its words'
  if (inDays && quizHeads > 0 && quizHeads >= head.length - 1) return 'by its words'
  const letters = rows.every(({ words }) => words.every((each) => letter.test(each)))
  const fits = asked.questions === 0 ? rows.length > 2 : rows.length === asked.questions
  if (letters && (inDays || (counting && fits))) return 'by its words'
  const alone = rows.every(({ words }) => words.length === 1)
  if (
    !head.some(hasWords) &&
    alone &&
    counting &&
    fits &&
    asked.questions > 2 &&
    !announces.test([...asked.words].at(-1) ?? '')
  )
    return 'by its place'
  if (!inDays || asked.questions < 2 || numbers.some((number) => number === null)) return null
  const counts = days.map((key) => rows.filter(({ day }) => day !== null && dayNamed(day, reading) === key).length)
  return days.length > 1 && counts.includes(asked.questions) ? 'by its place' : null
}
