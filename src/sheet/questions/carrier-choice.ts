/** Which way of writing questions a section uses. */
import type { Heading, List, Paragraph } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import { htmlWords } from '../markdown/html.js'
import { flowText, linesOf, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import type { Carrier } from '../model.js'
import { itemMark } from '../options/options.js'
import { markLength } from '../words/answer-signs.js'
import { isAnswerSummary, labelLength } from '../words/answer-words.js'
import { isHintSummary } from '../words/summary-words.js'
import {
  asks,
  asksAndCites,
  endsAsking,
  hasOutrightMark,
  hasQuestionMark,
  isDirective,
  isInstruction,
  leadsTo,
  mostAsk,
} from './asks.js'
import { questionMark } from './question-headings.js'
import { isQuestionTable } from './question-tables.js'

/** The first words of an item, which tell whether it asks. */
export function firstWords(nodes: readonly Flow[]): string {
  const [first] = nodes
  return first ? flowText(first) : ''
}

/** The first words of each item of a list. */
export const itemWords = (list: List): string[] => list.children.map((item) => firstWords(item.children))

/** True for a list of nothing but links, as contents and navigation are. */
export function isLinkList(list: List): boolean {
  return list.children.every((item) => {
    const [line] = item.children
    if (line?.type !== 'paragraph') return false
    const words = line.children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
    return words.length === 1 && words[0]?.type === 'link' && !/^mailto:/.test(words[0].url)
  })
}

/**
 * True for a heading that is a question by itself: "Q1. Why", "What is X?", "What is X? See notes.md §1.", "Define X.", and one with its answer behind it,
 * "Define X. Answer: so". Not one with a list of questions right below it.
 */
export function isQuestionHeading(heading: Heading, next: Flow | Piece | undefined): boolean {
  const words = phraseText(heading.children)
  if (!questionMark(words) && !endsAsking(words) && !asksAndCites(words) && !asksInSentence(heading, words))
    return false
  return !(next?.type === 'list' && next.ordered && !isLinkList(next) && next.children.length > 1 && listAsks(next))
}

const firstSentence = /^\S.{1,300}?[.!?\u2026\uff1f\u061f]["'\u201d\u2019\xbb)\]]*(?=\s|$)/s
const setOff = /^(?:[(=[\u2013\u2014]|-{1,2}\s|\|\||::)/

/** A task that ends with a stop, or a sentence that asks, and behind it nothing but where to look or words that are set off. */
function asksInSentence({ children }: Heading, words: string): boolean {
  const sentence = firstSentence.exec(words)?.[0] ?? ''
  const isTask = isDirective(sentence)
  if (!isTask && !hasOutrightMark(sentence)) return false
  const behind = words.slice(sentence.length).trim()
  if (behind === '') return isTask && !isInstruction(words)
  const last = children.at(-1)
  const styled = last && last.type !== 'text' && phraseText([last]).trim() === behind
  return styled === true || setOff.test(behind) || markLength(behind) > 0 || labelLength(behind) > 0 || leadsTo(behind)
}

/** True for `- Answer: so` below a paragraph that asks. */
const answers = (list: List): boolean => !list.ordered && itemWords(list).every((words) => labelLength(words) > 0)

/** True when most items of a list ask. */
export function listAsks(list: List): boolean {
  return mostAsk(itemWords(list))
}

/** A line of a paragraph that opens a question: `**Q1.** …`, `1️⃣ …`, `Q: …`. */
export function paragraphMark(paragraph: Paragraph, reading: Reading): boolean {
  return linesOf(paragraph.children, reading).some((line) => questionMark(phraseText(line.nodes)) !== null)
}

/** `**What is X?**`: nothing but bold words that ask. */
export function isBoldQuestion(paragraph: Paragraph): boolean {
  const [first] = paragraph.children
  if (first?.type !== 'strong') return false
  return asks(phraseText(first.children)) && endsAsking(phraseText(first.children))
}

/** `**Explain the second law.**`: nothing but bold words that give a task and end with a stop. */
export function isBoldSentence(paragraph: Paragraph): boolean {
  const [first] = paragraph.children
  if (first?.type !== 'strong') return false
  const words = phraseText(first.children).trim()
  return /[.!]$/.test(words) && isDirective(words) && !isInstruction(words)
}

/** A paragraph that asks, and is no answer's label. */
export function isAskingParagraph(paragraph: Paragraph): boolean {
  const words = phraseText(paragraph.children)
  return labelLength(words) === 0 && (hasQuestionMark(words) || asks(words) || isDirective(words))
}

/** `a) Why?`: where bullets stand as well, they are below a question that a letter counts. */
function opensLettered(paragraph: Paragraph): boolean {
  const words = phraseText(paragraph.children)
  const mark = itemMark(words)
  return mark?.letter.toLowerCase() === 'a' && asks(words.slice(mark.length))
}

/** A summary with words of its own is what is asked; what is hidden below it is the answer. */
export function askingSummary(piece: Piece): string | null {
  if (piece.type !== 'hidden' || piece.summary === null) return null
  const words = htmlWords(piece.summary.value)
  return words !== '' && !isAnswerSummary(words) && !isHintSummary(words) && asks(words) ? words : null
}

/**
 * Chooses the carrier of a section; null when nothing in it looks like questions. What asks goes before what only looks the part:
 * headings with numbers, bold lines and numbered paragraphs, numbered lists, headings that ask, tables of questions, summaries, bullets. `open` is true
 * under the heading of a day: there paragraphs that ask are questions too.
 */
export function chooseCarrier(pieces: readonly Piece[], open: boolean, reading: Reading): Carrier | null {
  const lists = pieces.filter(
    (piece): piece is List => piece.type === 'list' && !isLinkList(piece) && !(open && answers(piece)),
  )
  const ordered = lists.filter((list) => list.ordered)
  const orderedAsk = ordered.length > 0 && mostAsk(ordered.flatMap(itemWords))
  const headings = pieces.filter(
    (piece, i): piece is Heading => piece.type === 'heading' && isQuestionHeading(piece, pieces[i + 1]),
  )
  const numbered = headings.map((heading) => phraseText(heading.children)).filter((words) => questionMark(words))
  if (numbered.length > 0 && (!orderedAsk || mostAsk(numbered))) return 'numbered headings'
  const paragraphs = pieces.filter((piece): piece is Paragraph => piece.type === 'paragraph')
  const marked = paragraphs.filter((paragraph) => paragraphMark(paragraph, reading))
  // "**Part B**", next line "3. Why?", is a list that goes on below a label.
  const opening = marked.filter((paragraph) => ordered.length === 0 || questionMark(phraseText(paragraph.children)))
  const bold = opening.some((paragraph) => paragraph.children[0]?.type === 'strong')
  const markedAsk = opening.some((paragraph) => asks(markedWords(paragraph)))
  if (marked.length > 0 && (ordered.length === 0 || (markedAsk && bold) || !orderedAsk))
    return bold ? 'bold lines' : 'numbered paragraphs'
  const strong = paragraphs.filter(isBoldQuestion)
  if (strong.length > 0 && !orderedAsk) return 'bold lines'
  if (paragraphs.some(isBoldSentence) && !lists.some(listAsks) && headings.length === 0) return 'bold lines'
  if (headings.length > 0 && !orderedAsk) return 'headings'
  if (!orderedAsk && pieces.some((piece) => piece.type === 'table' && isQuestionTable(piece))) return 'tables'
  if (ordered.length > 0) return 'numbered lists'
  if (pieces.some((piece) => askingSummary(piece) !== null)) return 'summaries'
  const lettered = open && paragraphs.some(opensLettered) && !lists.some(listAsks)
  if (lists.length > 0 && !lettered) return 'bullets'
  return open && paragraphs.some(isAskingParagraph) ? 'paragraphs' : null
}

function markedWords(paragraph: Paragraph): string {
  const words = phraseText(paragraph.children)
  return words.slice(questionMark(words)?.length ?? 0)
}
