/** Keys that nothing calls so: lists and lines below all questions of a day that count as many answers again. */
import type { Heading, List, Paragraph } from 'mdast'
import { plainBlocks, plainText } from '../../text/rich.js'
import type { Piece } from '../boxes/hidden.js'
import { htmlFlow } from '../boxes/html-flow.js'
import { digitsOf, linesOf, paragraphOf, phraseText, placedParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import type { Day } from '../model.js'
import type { OutlinePart } from '../outline.js'
import { asks, endsAsking, isDirective } from '../questions/asks.js'
import { itemWords } from '../questions/carrier-choice.js'
import { withoutAnswerWords } from '../words/answer-words.js'
import { dayNamed, keyMarks } from './key-labels.js'
import { readKey } from './key-reader.js'
import type { KeySection } from './key-sections.js'

/** What stands above: how many questions, and in how many lists; whether all of them ask. */
export interface Above {
  questions: number
  lists: number
  allAsk: boolean
  /** The words of the last one. */
  last: string
}

/** True for words that neither ask nor tell what to do. */
const tells = (words: string): boolean => words.trim() !== '' && !endsAsking(words) && !isDirective(words)
/** Questions whose list of matter may follow them. */
const announces = /[:：]\s*$|\b(?:following|below|in (?:the right |correct )?order|rank|sort|match|these|this list)\b/i

/**
 * A list that Markdown has joined of two: `1. Why? … 3. When?` and behind it `1. so … 3. now`. What asks, and what answers; null for any other.
 */
export function joinedKey(list: List, reading: Reading): { asked: List; key: KeySection[] } | null {
  const half = list.children.length / 2
  if (!list.ordered || half < 2 || !Number.isInteger(half)) return null
  const digits = list.children.map((item) => Number(digitsOf(item, reading)))
  if (!digits.every((digit, i) => digit === (i % half) + 1)) return null
  const words = itemWords(list)
  if (!words.slice(0, half).every(asks) || !words.slice(half).every(tells)) return null
  if (announces.test(words[half - 1] ?? '')) return null
  const answers: List = { ...list, children: list.children.slice(half) }
  return { asked: { ...list, children: list.children.slice(0, half) }, key: keyOf(answers, half, reading) }
}

/** The same below the title of a key and above all questions: first what answers, then what asks. */
export function joinedAbove(list: List, reading: Reading): { asked: List; answers: List } | null {
  const digits = list.ordered ? list.children.map((item) => Number(digitsOf(item, reading))) : []
  const half = digits.indexOf(1, 1)
  const words = itemWords(list)
  if (half < 1 || !words.slice(0, half).every(tells) || !words.slice(half).every(asks)) return null
  return {
    asked: { ...list, children: list.children.slice(half) },
    answers: { ...list, children: list.children.slice(0, half) },
  }
}

/**
 * The names of days with a list of answers below each, to the end of what stands below `questions` of the last day; null for anything else. One day
 * alone has as many answers.
 * ```md
 * Monday
 * 1. so
 * ```
 */
export function listsOfDays(
  pieces: readonly Piece[],
  at: number,
  questions: number,
  reading: Reading,
): KeySection[] | null {
  const found: { key: string; day: Paragraph | Heading; list: List | null }[] = []
  // The next piece, or what it was parted into; most calls look at one only.
  const queue = pieces.slice(at, at + 1)
  for (let next = at + 1; queue.length > 0; ) {
    const piece = queue.shift()
    const last = found.at(-1)
    if (piece?.type === 'list' && last?.list === null) {
      const parted = partedByDay(piece, reading)
      if (parted) {
        queue.unshift(...parted)
        continue
      }
    }
    if (piece?.type === 'list' && last?.list === null && answers(piece, reading)) last.list = piece
    else if (piece?.type === 'paragraph' || piece?.type === 'heading') {
      const key = dayNamed(phraseText(piece.children), reading)
      if (key === null || !reading.parts.keys.has(key) || last?.list === null) return null
      if (found.some((each) => each.key === key)) return null
      found.push({ key, day: piece, list: null })
    } else if (piece?.type !== 'thematicBreak') return null
    if (queue.length === 0) queue.push(...pieces.slice(next, ++next))
  }
  const [first, ...others] = found
  const isAlone = others.length === 0 && (questions < 2 || first?.list?.children.length !== questions)
  if (!first || found.at(-1)?.list === null || isAlone) return null
  reading.log.report('answers-unlabelled', reading.place(first.day), { count: questions })
  return found.flatMap(({ day, list }) =>
    readKey(list ? [list] : [], phraseText(day.children), reading.place(day), reading),
  )
}

/** A list with the name of a day as the last line of an item, behind which the numbers start again: what stands before it, the name, and the rest. */
function partedByDay(list: List, reading: Reading): [List, Paragraph, List] | null {
  for (const [i, item] of list.children.entries()) {
    const next = list.children[i + 1]
    const last = item.children.at(-1)
    if (!next || last?.type !== 'paragraph' || Number(digitsOf(next, reading)) !== 1) continue
    const lines = linesOf(last.children, reading)
    const name = placedParagraph(lines.at(-1)?.nodes ?? [], reading)
    const words = paragraphOf(lines.slice(0, -1), reading)
    if (!name || !words || dayNamed(phraseText(name.children), reading) === null) continue
    const before = [...list.children.slice(0, i), { ...item, children: [...item.children.slice(0, -1), words] }]
    return [{ ...list, children: before }, name, { ...list, start: 1, children: list.children.slice(i + 1) }]
  }
  return null
}

/** True for a list that counts from 1 and asks nothing. */
const answers = (list: List, reading: Reading): boolean =>
  list.ordered === true &&
  list.children.every((item, i) => Number(digitsOf(item, reading)) === i + 1) &&
  itemWords(list).every(tells)

/** A list or line with an answer for each question above it, and nothing but a rule between them; null for anything else. */
export function repeatedKey(
  piece: Piece,
  before: Piece | undefined,
  above: Above,
  reading: Reading,
): KeySection[] | null {
  if (piece.type === 'paragraph') return lineKey(piece, above, reading)
  if (piece.type === 'heading') return lineKey({ ...piece, type: 'paragraph' }, above, reading)
  if (piece.type === 'html') {
    const [line, ...others] = htmlFlow(piece)
    return line?.type === 'paragraph' && others.length === 0 ? lineKey(line, above, reading) : null
  }
  if (piece.type !== 'list' || !piece.ordered || above.lists !== 1 || !above.allAsk) return null
  if (before?.type !== 'list' && before?.type !== 'thematicBreak') return null
  const [only] = piece.children
  const words = itemWords(piece)
  if (only && piece.children.length === 1) {
    const line = `${Number(digitsOf(only, reading))}. ${words[0] ?? ''}`
    return counts(line, above, reading) ? keyOf(piece, above.questions, reading) : null
  }
  const inOrder = piece.children.every((item, i) => Number(digitsOf(item, reading)) === i + 1)
  if (!inOrder || piece.children.length !== above.questions || above.questions < 2 || !words.every(tells)) return null
  return announces.test(above.last) ? null : keyOf(piece, above.questions, reading)
}

/** `1. so 2. thus` for two questions, and `Mon 1. so 2. thus` by days. */
function lineKey(paragraph: Paragraph, above: Above, reading: Reading): KeySection[] | null {
  const words = phraseText(paragraph.children)
  return above.questions > 0 && counts(words, above, reading) ? keyOf(paragraph, above.questions, reading) : null
}

function counts(words: string, above: Above, reading: Reading): boolean {
  const marks = keyMarks(words, null, reading)
  if (marks.length < 2 || marks[0]?.start !== 0) return false
  const answers = marks.map((mark, i) => words.slice(mark.from, marks[i + 1]?.start ?? words.length))
  if (!answers.every(tells)) return false
  const ofDays = marks.filter(({ day }) => day !== null)
  const days = ofDays.length > 0
  // "Answers Monday: 2. so" may leave numbers out.
  const titled = days && ofDays.every(({ day }) => day !== null && withoutAnswerWords(day) !== day)
  // Numbers begin again with each day.
  const counted = marks.every(({ day, written }, i) => {
    const before = marks[i - 1]?.written ?? 0
    return titled ? written !== null && (day !== null || written > before) : written === (day !== null ? 1 : before + 1)
  })
  return counted && (days ? marks[0].day !== null : above.lists === 1 && marks.length === above.questions)
}

function keyOf(node: List | Paragraph, count: number, reading: Reading): KeySection[] {
  const place = reading.place(node.type === 'list' ? (node.children[0] ?? node) : node)
  reading.log.report('answers-unlabelled', place, { count })
  return readKey([node], '', place, reading)
}

/** True for a part that names a day again over as many answers as that day has questions; it is told. */
export function answersDay({ heading, nodes, place }: OutlinePart, day: Day, reading: Reading): boolean {
  const [list, ...others] = nodes.filter(({ type }) => type !== 'thematicBreak')
  if (!heading || list?.type !== 'list' || others.length > 0 || !answers(list, reading)) return false
  const { length } = list.children
  if (length < 2 || length !== day.questions.length) return false
  if (!day.questions.every(({ prompt }) => asks(plainBlocks(prompt)))) return false
  reading.log.report('answers-unlabelled', place, { count: length, title: plainText(heading.runs) })
  return true
}
