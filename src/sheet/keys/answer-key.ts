/** A key in the file, "Answers" and a list that repeats 1 to n: found in a day or as a part of its own, read, and given to its questions. */
import type { Place } from '../../diagnostics.js'
import { Caseless } from '../../text/caseless.js'
import type { Flow, Hidden, Piece } from '../boxes/hidden.js'
import { htmlWords } from '../markdown/html.js'
import { phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { endsAsking, isDirective } from '../questions/asks.js'
import { isQuestionHeading, itemWords, listAsks } from '../questions/carrier-choice.js'
import {
  answerNumber,
  isAnswerHeading,
  isAnswerSummary,
  isKeyTitle,
  keyLineLength,
  tellsOfAnswers,
} from '../words/answer-words.js'
import { type Before, count, nothingBefore } from './asked-above.js'
import { keyIn, keyInLastItem } from './framed-keys.js'
import { dayNamed } from './key-labels.js'
import { openHtmlKeys, openingOf, reportTitleNotes, titleWords } from './key-openings.js'
import { readKey } from './key-reader.js'
import type { KeySection } from './key-sections.js'
import { asFlow, looksLikeKey } from './looks-like-key.js'
import { keyFrom } from './titled-keys.js'
import { joinedAbove, joinedKey, listsOfDays, repeatedKey } from './untitled-keys.js'

/** Takes the keys out of a day: a title such as "Answers" below the questions, and what stands under it. */
export function takeKeys(given: readonly Piece[], reading: Reading): { body: Piece[]; keys: KeySection[] } {
  const pieces = openHtmlKeys(given, reading).flatMap((piece, i, all): Piece[] => {
    const title = all[i - 1]
    const joined =
      piece.type === 'list' && title && isKeyTitle(titleWords(title) ?? '') ? joinedAbove(piece, reading) : null
    return joined ? [joined.answers, joined.asked] : [piece]
  })
  const body: Piece[] = []
  const keys: KeySection[] = []
  const lastList = pieces.findLastIndex(({ type }) => type === 'list' || type === 'hidden')
  const before = nothingBefore()
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const titled = titledKey(pieces, i, reading)
    if (titled) {
      keys.push(...titled.sections)
      i = titled.end - 1
      continue
    }
    const cut = piece.type === 'list' ? (joinedKey(piece, reading) ?? keyInLastItem(piece, reading)) : null
    if (cut) {
      count(cut.asked, before)
      body.push(cut.asked)
      keys.push(...cut.key)
      continue
    }
    const alone = keyAlone(pieces, i, lastList, before, reading)
    if (alone) {
      keys.push(...alone)
      continue
    }
    const ofDays = before.questions > 0 ? listsOfDays(pieces, i, before.questions, reading) : null
    if (ofDays) {
      keys.push(...ofDays)
      break
    }
    const titledEnd = before.questions === 0 ? keyAbove(pieces, i) : keyEnd(pieces, i, before, reading)
    const numbered = numberedEnd(pieces, i, before)
    const end = titledEnd ?? numbered
    if (end === null) {
      count(piece, before)
      body.push(piece)
      continue
    }
    const isTitle = numbered !== end
    if (isTitle && piece.type === 'paragraph') reportTitleNotes(piece.children, reading.place(piece), reading)
    const nodes = piece.type === 'hidden' ? piece.nodes : asFlow(pieces.slice(isTitle ? i + 1 : i, end))
    keys.push(...readKey(nodes, isTitle ? (titleWords(piece) ?? '') : '', reading.place(piece), reading))
    i = end - 1
  }
  return { body, keys }
}

/** The titled key that begins at a piece, and where it ends; null when none does. */
export function titledKey(
  pieces: readonly Piece[],
  at: number,
  reading: Reading,
): { sections: KeySection[]; end: number } | null {
  const piece = pieces[at]
  const key = keyFrom(piece?.position?.start.offset, reading.titledKeys)
  if (!piece || !key || key.titled === 'framed') return null
  const next = pieces.findIndex((each, i) => i > at && (each.position?.start.offset ?? 0) >= key.end)
  const end = next < 0 ? pieces.length : next
  const below = asFlow(pieces.slice(at + 1, end))
  const place = reading.place(piece)
  if (key.titled === 'yes') {
    if (piece.type === 'paragraph') reportTitleNotes(piece.children, place, reading)
    return { sections: readKey(below, titleWords(piece) ?? '', place, reading), end }
  }
  const nodes = [...asFlow([piece]), ...below]
  const opened = key.titled === 'opens' ? openingOf(nodes, reading) : null
  return { sections: readKey(opened?.nodes ?? nodes, opened?.title ?? '', place, reading), end }
}

/** A key in one node below the questions, such as `Answers: 1-B, 2-C`, `> [!success] Answers` or a table. `lastList` is the last that lists or hides. */
function keyAlone(
  pieces: readonly Piece[],
  at: number,
  lastList: number,
  before: Before,
  reading: Reading,
): KeySection[] | null {
  const piece = pieces[at]
  const isTable = piece?.type === 'table'
  if (!piece || before.questions === 0) return null
  if (piece.type === 'hidden') return foldedKey(piece, pieces.slice(at + 1), before, reading)
  // A table above questions of its day is what they are about.
  if (isTable && pieces.slice(at + 1).some((each) => each.type === 'list' && listAsks(each))) return null
  const above = {
    questions: before.questions,
    lists: before.answers > 0 ? 0 : before.lists,
    allAsk: before.allAsk,
    last: before.last,
  }
  let last = at - 1
  while (last >= 0 && !says(pieces[last] ?? piece)) last--
  // Below one question "Answers: …" is its own, unless it names days.
  if (before.questions === 1 && !isTable) return keyOfDays(piece, before, reading)
  return (
    keyIn(piece, { questions: before.questions, words: before.asked }, reading) ??
    (lastList > at ? null : repeatedKey(piece, pieces[last], above, reading))
  )
}

/** A key in a paragraph or quote below one question. */
function keyOfDays(piece: Piece, before: Before, reading: Reading): KeySection[] | null {
  const isLine = piece.type === 'paragraph' && keyLineLength(phraseText(piece.children)) > 0
  if (!isLine && piece.type !== 'blockquote') return null
  const sections = keyIn(piece, { questions: 1, words: before.asked }, reading)
  return sections && namesDays(sections, reading) ? sections : null
}

const namesDays = (sections: readonly KeySection[], reading: Reading): boolean =>
  sections.some(({ words }) => dayNamed(words, reading) !== null)

/** False for tags without words, such as a page break. */
const says = (piece: Piece): boolean => piece.type !== 'html' || htmlWords(piece.value) !== ''

/** What is folded or fenced below all questions and numbers as many answers. */
function foldedKey(piece: Hidden, later: readonly Piece[], before: Before, reading: Reading): KeySection[] | null {
  const summary = piece.summary === null ? '' : htmlWords(piece.summary.value)
  const ofDay = foldedDay(piece, summary, later, reading)
  if (ofDay) return ofDay
  if (before.lists > 1 || before.answers > 0) return null
  const last = later.every((each) => each.type !== 'list' && each.type !== 'hidden' && each.type !== 'heading')
  const named = summary === '' || isAnswerSummary(summary) || dayNamed(summary, reading) !== null
  if (!named || !last || !looksLikeKey(piece.nodes)) return null
  const sections = readKey(piece.nodes, '', reading.place(piece), reading)
  const numbers = sections.flatMap((section) => section.entries.map((entry) => entry.written))
  const fits = numbers.length === before.questions && (before.lists === 1 || numbers.length > 2)
  return fits && numbers.every((number, i) => number === i + 1) ? sections : null
}

/** `<details><summary>Monday</summary>` over answers that count from 1, behind the last list of questions. */
function foldedDay(piece: Hidden, summary: string, later: readonly Piece[], reading: Reading): KeySection[] | null {
  const key = dayNamed(summary, reading)
  if (key === null || !reading.parts.keys.has(key) || !looksLikeKey(piece.nodes)) return null
  if (later.some((each) => each.type === 'list')) return null
  const sections = readKey(piece.nodes, summary, reading.place(piece), reading)
  const numbers = sections.flatMap((section) => section.entries.map((entry) => entry.written))
  return numbers.length > 0 && numbers.every((number, i) => number === i + 1) ? sections : null
}

/** Where "Answer 1: …", "Answer 2: …" below all questions end, lines, paragraphs or headings; null when fewer than two begin at `at`. */
function numberedEnd(pieces: readonly Piece[], at: number, before: Before): number | null {
  const first = pieces[at]
  if (before.questions === 1 || (first?.type !== 'paragraph' && first?.type !== 'heading')) return null
  const numbersOf = (piece: Piece): number[] =>
    piece.type === 'paragraph' || piece.type === 'heading'
      ? phraseText(piece.children)
          .split(/\n/)
          .flatMap((line) => answerNumber(line)?.written ?? [])
      : []
  if (answerNumber(phraseText(first.children)) === null) return null
  const isAbove = before.questions === 0
  const next = pieces.findIndex(
    (each, i) =>
      i > at &&
      ((each.type === 'heading' && numbersOf(each).length === 0) ||
        (isAbove && (each.type === 'list' || (each.type === 'paragraph' && numbersOf(each).length === 0)))),
  )
  const end = next < 0 ? pieces.length : next
  if (isAbove && !pieces.slice(end).some((each) => each.type === 'list' && listAsks(each))) return null
  const numbers = pieces.slice(at, end).flatMap(numbersOf)
  const asks = pieces.slice(at, end).some((each) => each.type === 'list' && listAsks(each))
  // "R1:" may as well be a resistor.
  const isResistor = /^\s*r\d/i.test(phraseText(first.children))
  const isSure = (!isResistor && before.headingDepth === null) || numbers.length === before.questions
  return numbers.length > 1 && numbers[0] === 1 && !asks && isSure ? end : null
}

/** "Check yourself", "Compare with": what stands below may be answers. */
const checking = new Caseless(
  String.raw`^\W*(?:(?:did you (?:get|know|remember)|how did you (?:do|get on|score)|were you right|results?\W*$)|(?:now )?(?:check|compare|mark|correct) (?:yourself|your|with|against)|self[- ]?(?:check|marking|assessment)|spoilers?|selbstkontrolle|kontrolle|auto-?(?:correction|corrección|correzione))`,
)

/**
 * True for the title of a list that has an answer for each question, two or more, though the title alone does not say that it is a key: "Answer" over
 * 1, 2, 3, "Check yourself". `counts` are how many questions it may answer.
 */
export function titlesAnswers(
  words: string,
  { nodes, place }: { nodes: readonly Flow[]; place: Place },
  counts: readonly number[],
  reading: Reading,
): boolean {
  const [list] = nodes.filter((node) => node.type === 'list')
  const labelled = isAnswerHeading(words)
  if (list?.type !== 'list' || !list.ordered || list.children.length < 2 || !counts.includes(list.children.length))
    return false
  const asked = itemWords(list)
  if (
    !(labelled || checking.test(words) || tellsOfAnswers(words)) ||
    asked.some((each) => endsAsking(each) || isDirective(each))
  )
    return false
  if (!labelled) reading.log.report('answers-unlabelled', place, { count: list.children.length, title: words.trim() })
  return true
}

/** Titles looked under in a day. */
const mostTries = 50

/** Where the key that begins at `at` ends; null when none begins there. */
function keyEnd(pieces: readonly Piece[], at: number, before: Before, reading: Reading): number | null {
  const piece = pieces[at]
  const words = piece ? titleWords(piece) : null
  if (!piece || words === null || before.questions === 0) return null
  if (!isKeyTitle(words)) {
    const list = pieces[at + 1]
    const isList = before.lists === 1 && before.answers === 0 && list?.type === 'list'
    const part = { nodes: isList ? [list] : [], place: reading.place(piece) }
    return titlesAnswers(words, part, [before.questions], reading) ? at + 2 : null
  }
  if (++before.tries > mostTries) return null
  const later = pieces.slice(at + 1)
  if (piece.type === 'hidden') {
    // Behind one of several questions it is the answer of that question.
    const more = later.some(
      (each, i) => each.type === 'list' || (each.type === 'heading' && isQuestionHeading(each, later[i + 1])),
    )
    if (more || !looksLikeKey(piece.nodes, before.asked)) return null
    // Below one question it is the answer of that one, unless it names days.
    return before.questions > 1 || namesDays(readKey(piece.nodes, '', reading.place(piece), reading), reading)
      ? at + 1
      : null
  }
  if (piece.type === 'heading') {
    if (before.headingDepth !== null && before.headingDepth < piece.depth) return null
    const next = later.findIndex((each) => each.type === 'heading' && each.depth <= piece.depth)
    const end = next < 0 ? pieces.length : at + 1 + next
    return looksLikeKey(asFlow(pieces.slice(at + 1, end)), before.asked) ? end : null
  }
  const next = later.findIndex((each) => each.type === 'heading')
  const end = next < 0 ? pieces.length : at + 1 + next
  const [list] = later
  // Under a heading that asks it is the answer of that one, unless it counts an answer for each.
  const counted =
    list?.type === 'list' &&
    list.children.length === before.questions &&
    (list.ordered || itemWords(list).every((each) => /^\W*q?\d/i.test(each)))
  const mayBe = before.headingDepth === null || (counted && before.questions > 2)
  return mayBe && looksLikeKey(asFlow(pieces.slice(at + 1, end)), before.asked) ? end : null
}

/** Where a key above the questions of its day ends: a title, nodes that ask nothing, and below them a list that asks. */
function keyAbove(pieces: readonly Piece[], at: number): number | null {
  const [piece, ...below] = pieces.slice(at, at + 12)
  if (piece?.type !== 'paragraph' && piece?.type !== 'heading') return null
  if (!isKeyTitle(phraseText(piece.children))) return null
  const asked = below.findIndex((each) => each.type === 'list' && listAsks(each))
  const heading = below.findIndex((each) => each.type === 'heading')
  // Below a list or table words may be about the questions again.
  const [first] = below
  const long = first?.type === 'paragraph' ? (heading >= 0 && heading < asked ? heading : asked) : 1
  return asked > 0 && long > 0 && looksLikeKey(asFlow(below.slice(0, long))) ? at + 1 + long : null
}
