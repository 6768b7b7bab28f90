/** A key in the file, "Answers" and a list that repeats 1 to n: found in a day or as a part of its own, read, and given to its questions. */
import type { Blockquote, Code } from 'mdast'
import type { Place } from '../diagnostics.js'
import {
  answerNumber,
  hasWords,
  isAnswerClass,
  isAnswerHeading,
  isAnswerSummary,
  isKeyTitle,
  keyLineLength,
} from './answer-words.js'
import { hiddenNodes } from './answers.js'
import { endsAsking, isDirective } from './asks.js'
import { isQuestionHeading, itemWords, listAsks } from './carrier-choice.js'
import type { Flow, Piece } from './hidden.js'
import { htmlWords } from './html.js'
import { listed } from './key-labels.js'
import { type KeySection, readKey } from './key-reader.js'
import { dropStart, flowText, phraseText, placedParagraph } from './phrases.js'
import { questionMark } from './question-headings.js'
import type { Reading } from './reading.js'

/** Takes the keys out of a day: a title such as "Answers" below the questions, and what stands under it. */
export function takeKeys(pieces: readonly Piece[], reading: Reading): { body: Piece[]; keys: KeySection[] } {
  const body: Piece[] = []
  const keys: KeySection[] = []
  const before: Before = { questions: 0, headingDepth: null, lists: 0, answers: 0, asked: new Set(), tries: 0 }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const alone =
      before.questions > 1
        ? (shortKey(piece, before.questions, reading) ?? framedKey(pieces, i, before, reading))
        : null
    if (alone) {
      keys.push(...alone)
      continue
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
    const nodes = piece.type === 'hidden' ? piece.nodes : asFlow(pieces.slice(isTitle ? i + 1 : i, end))
    keys.push(...readKey(nodes, isTitle ? (titleWords(piece) ?? '') : '', reading.place(piece), reading))
    i = end - 1
  }
  return { body, keys }
}

/**
 * A key in one paragraph, "Answers: 1-B, 2-C", or "Answers: B, C" below `questions` of them; null for anything else.
 */
export function shortKey(piece: Piece, questions: number, reading: Reading): KeySection[] | null {
  if (piece.type !== 'paragraph') return null
  const text = phraseText(piece.children)
  const length = keyLineLength(text)
  const words = length > 0 ? placedParagraph(dropStart(piece.children, length), reading) : null
  if (!words) return null
  const sections = readKey([words], text.slice(0, length), reading.place(piece), reading)
  const entries = sections.flatMap((section) => section.entries)
  const [only] = entries
  const list = entries.length === 1 && only?.loose ? listed(phraseText(words.children), questions) : null
  return entries.length > 1 || list ? sections : null
}

/** A key in a frame: `> [!success]- Answers`, a fence of `answers`, and what is folded or fenced below all questions and numbers as many answers. */
function framedKey(pieces: readonly Piece[], at: number, before: Before, reading: Reading): KeySection[] | null {
  const piece = pieces[at]
  if (piece?.type === 'blockquote') return quotedKey(piece, reading)
  if (piece?.type === 'code') return fencedKey(piece, reading)
  if (piece?.type !== 'hidden' || before.lists !== 1 || before.answers > 0) return null
  const summary = piece.summary === null ? '' : htmlWords(piece.summary.value)
  const last = pieces
    .slice(at + 1)
    .every((each) => each.type !== 'list' && each.type !== 'hidden' && each.type !== 'heading')
  if ((summary !== '' && !isAnswerSummary(summary)) || !last || !looksLikeKey(piece.nodes)) return null
  const sections = readKey(piece.nodes, summary, reading.place(piece), reading)
  const numbers = sections.flatMap((section) => section.entries.map((entry) => entry.written))
  return numbers.length === before.questions && numbers.every((number, i) => number === i + 1) ? sections : null
}

function quotedKey(quote: Blockquote, reading: Reading): KeySection[] | null {
  const [first, ...rest] = quote.children
  if (first?.type !== 'heading' && first?.type !== 'paragraph') return null
  const [line = ''] = phraseText(first.children).split(/\n/)
  const title = line.replace(/^\s*\[!\w+\][-+]?\s*/, '')
  if (!isKeyTitle(title)) return null
  const more = placedParagraph(dropStart(first.children, line.length), reading)
  const nodes = more ? [more, ...rest] : rest
  return looksLikeKey(nodes) ? severalIn(readKey(nodes, title, reading.place(quote), reading)) : null
}

function fencedKey(code: Code, reading: Reading): KeySection[] | null {
  const [line = '', ...lines] = code.value.split(/\n/)
  const titled = isKeyTitle(line.trim())
  if (!titled && !isAnswerClass(code.lang ?? '')) return null
  const node: Code = { ...code, lang: null, value: titled ? lines.join('\n') : code.value }
  return severalIn(readKey([node], titled ? line : '', reading.place(code), reading))
}

const severalIn = (sections: KeySection[]): KeySection[] | null =>
  sections.flatMap((section) => section.entries).length > 1 ? sections : null

/** Where "Answer 1: …", "Answer 2: …" below all questions end, lines, paragraphs or headings; null when fewer than two begin at `at`. */
function numberedEnd(pieces: readonly Piece[], at: number, before: Before): number | null {
  const first = pieces[at]
  if (
    before.questions < 2 ||
    before.headingDepth !== null ||
    (first?.type !== 'paragraph' && first?.type !== 'heading')
  )
    return null
  const numbersOf = (piece: Piece): number[] =>
    piece.type === 'paragraph' || piece.type === 'heading'
      ? phraseText(piece.children)
          .split(/\n/)
          .flatMap((line) => answerNumber(line)?.written ?? [])
      : []
  if (answerNumber(phraseText(first.children)) === null) return null
  const next = pieces.findIndex((each, i) => i > at && each.type === 'heading' && numbersOf(each).length === 0)
  const end = next < 0 ? pieces.length : next
  const numbers = pieces.slice(at, end).flatMap(numbersOf)
  const asks = pieces.slice(at, end).some((each) => each.type === 'list' && listAsks(each))
  return numbers.length > 1 && numbers[0] === 1 && !asks ? end : null
}

/** "Check yourself", "Compare with": what stands below may be answers. */
const checking =
  /^\W*(?:(?:now )?(?:check|compare|mark|correct) (?:yourself|your|with|against)|self[- ]?(?:check|marking|assessment)|spoilers?|selbstkontrolle|kontrolle|auto-?(?:correction|corrección|correzione))/iu

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
  if (!(labelled || checking.test(words)) || asked.some((each) => endsAsking(each) || isDirective(each))) return false
  if (!labelled) reading.log.report('answers-unlabelled', place, { count: list.children.length })
  return true
}

/** Pieces as nodes; what is hidden in a key is an answer as well, and a summary of its own words stands over it as a heading. */
export const asFlow = (pieces: readonly Piece[]): Flow[] =>
  pieces.flatMap((piece): Flow[] => {
    if (piece.type !== 'hidden') return [piece]
    const [summary, ...nodes] = hiddenNodes(piece)
    if (!summary || summary !== piece.summary) return summary ? [summary, ...nodes] : []
    const at = summary.position ? { position: summary.position } : {}
    return [
      { type: 'heading', depth: 6, children: [{ type: 'text', value: htmlWords(summary.value), ...at }], ...at },
      ...nodes,
    ]
  })

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
    return more || before.questions < 2 || !looksLikeKey(piece.nodes, before.asked) ? null : at + 1
  }
  if (piece.type === 'heading') {
    if (before.headingDepth !== null && before.headingDepth < piece.depth) return null
    const next = later.findIndex((each) => each.type === 'heading' && each.depth <= piece.depth)
    const end = next < 0 ? pieces.length : at + 1 + next
    return looksLikeKey(asFlow(pieces.slice(at + 1, end)), before.asked) ? end : null
  }
  const next = later.findIndex((each) => each.type === 'heading')
  const end = next < 0 ? pieces.length : at + 1 + next
  return before.headingDepth === null && looksLikeKey(asFlow(pieces.slice(at + 1, end)), before.asked) ? end : null
}

/** Where a key above the questions of its day ends: a title, one node that asks nothing, and below them a list that asks. */
function keyAbove(pieces: readonly Piece[], at: number): number | null {
  const [piece, key, ...later] = pieces.slice(at, at + 12)
  if (piece?.type !== 'paragraph' && piece?.type !== 'heading') return null
  if (!isKeyTitle(phraseText(piece.children)) || !key || key.type === 'heading') return null
  const asked = later.some((each) => each.type === 'list' && listAsks(each))
  return asked && looksLikeKey(asFlow([key])) ? at + 2 : null
}

function titleWords(piece: Piece): string | null {
  if (piece.type === 'heading' || piece.type === 'paragraph') return phraseText(piece.children)
  if (piece.type === 'hidden') return piece.summary === null ? null : htmlWords(piece.summary.value)
  if (piece.type === 'html') return htmlWords(piece.value)
  const [only, ...others] =
    piece.type === 'blockquote'
      ? piece.children
      : piece.type === 'list'
        ? piece.children.length === 1
          ? (piece.children[0]?.children ?? [])
          : []
        : []
  return only?.type === 'paragraph' && others.length === 0 ? phraseText(only.children) : null
}

/** What stands above a title: how many questions at most, and the highest heading that is one. */
interface Before {
  questions: number
  headingDepth: number | null
  /** Lists of two or more items, and stretches that are folded or fenced. */
  lists: number
  answers: number
  /** What the items of lists ask, by `questionWords`. */
  asked: Set<string>
  /** Titles looked under; each look reads the rest of the day. */
  tries: number
}

const mostTries = 50

function count(piece: Piece, before: Before): void {
  if (piece.type === 'list') {
    before.questions += piece.children.length
    before.lists++
    for (const words of itemWords(piece)) before.asked.add(questionWords(words))
  } else if (piece.type === 'hidden') {
    before.questions++
    before.answers++
  } else if (piece.type === 'heading') {
    before.questions++
    if (isQuestionHeading(piece, undefined)) before.headingDepth = Math.min(piece.depth, before.headingDepth ?? 6)
  } else if (piece.type === 'paragraph') {
    const words = phraseText(piece.children)
    if (questionMark(words) || endsAsking(words)) before.questions++
  }
}

/**
 * A key has words, and its items do not ask, unless they repeat a question that stands above, by `questionWords`. "Solutions" and "Short answers" over a
 * list of questions are no keys.
 */
export function looksLikeKey(nodes: readonly Flow[], known: ReadonlySet<string> = new Set()): boolean {
  const items = nodes.flatMap((node) => (node.type === 'list' ? itemWords(node) : []))
  const asking = items.filter(
    (words) => (endsAsking(words) || isDirective(words)) && !known.has(questionWords(words)),
  ).length
  return nodes.some((node) => hasWords(flowText(node))) && asking * 2 <= items.length
}

/** What a question asks, to know it again where a key repeats it: its words up to the question mark. */
export const questionWords = (words: string): string =>
  folded(/^[^?？؟]*[?？؟]/.exec(words.slice(0, 1000))?.[0] ?? words.slice(0, 1000))

/** Words in small letters, without signs. */
export const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
