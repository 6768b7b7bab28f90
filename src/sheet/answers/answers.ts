/** Answers in the file: found in the nodes of a question and parted from what is asked, so that no question sheet prints them. */

import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import type { Place } from '../../diagnostics.js'
import { excerpt } from '../markdown/excerpt.js'
import { htmlWords } from '../markdown/html.js'
import {
  dropStart,
  flowText,
  linesOf,
  type PhraseLine,
  paragraphOf,
  phraseText,
  placedParagraph,
} from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { unfoldOptions } from '../options/inline-options.js'
import { judgesOption } from '../options/option-marks.js'
import { itemMark, letterAt, letteredSegments } from '../options/options.js'
import { asksThroughout, endsAsking } from '../questions/asks.js'
import { partTicks } from '../questions/question-tables.js'
import { isHintSummary, isMaterialSummary } from '../words/summary-words.js'
import { answerQuote, isAnswerCode, isHintQuote, partTable } from './answer-boxes.js'
import { cutEquals, cutLine } from './answer-lines.js'
import { hasWords, isAnswerHeading, isAnswerSummary, labelLength } from './answer-words.js'
import {
  cutHiddenSpan,
  cutInlineHidden,
  type Flow,
  gatherHidden,
  type Hidden,
  type HiddenSpan,
  hiddenNodes,
  type Piece,
} from './hidden.js'
import { cutOption, letterAbove, letterInLast, mostPieces, offeredIn, optionQuote } from './letter-answers.js'
import { type Parted, partOnce } from './part-once.js'

export type { Parted } from './part-once.js'

/**
 * Parts what is asked from what is answered.
 *
 * | written                                   | asked          | answer |
 * | ----------------------------------------- | -------------- | ------ |
 * | `Why?`, next line `Answer: so`            | Why?           | so     |
 * | `Why? **A:** so`                          | Why?           | so     |
 * | `Why?` and a quote `> A. so`              | Why?           | so     |
 * | `Why?` and `<details>…so</details>`       | Why?           | so     |
 * | `Why?` and a heading `#### Answer`, so    | Why?           | so     |
 * | `Why?` and `- [ ] this`, `- [x] that`     | Why?, both     | that   |
 *
 * From a label on, all that follows in `nodes` is the answer. `whole` tells that all of them may be.
 */
export function partAnswers(nodes: readonly Flow[], whole: boolean, reading: Reading): Parted {
  return partPieces(gatherHidden(nodes, reading), whole, reading)
}

/** The same for pieces whose hidden stretches are found already; `above` stands before them in the same question. */
export function partPieces(
  all: readonly Piece[],
  whole: boolean,
  reading: Reading,
  above: readonly Piece[] = [],
): Parted {
  const part = () => partAll(all, whole, reading, above)
  return above.length === 0 ? partOnce(all, whole, reading, part) : part()
}

function partAll(all: readonly Piece[], whole: boolean, reading: Reading, above: readonly Piece[]): Parted {
  const told = unfoldOptions(withoutHints(all, reading), reading)
  const named = letterAbove(told.pieces, reading)
  const pieces = named?.pieces ?? told.pieces
  const parted = partByLetters(pieces, reading) ?? partInOrder(pieces, whole, reading, above)
  return { ...parted, answer: [...told.answer, ...(named ? [named.answer] : []), ...parted.answer] }
}

/** Folded hints are told and printed nowhere: who recalls cold has none, and they are no answers. */
function withoutHints(pieces: readonly Piece[], reading: Reading): Piece[] {
  return pieces.filter((piece) => {
    if (piece.type !== 'hidden' || piece.summary === null || !isHintSummary(htmlWords(piece.summary.value))) return true
    reportHint(piece.nodes.map((node) => flowText(node)).join(' '), reading.place(piece), reading)
    return false
  })
}

/**
 * Sub-parts with an answer each: `a) Why? Answer: so`, `b) How? Answer: thus`. Null for anything else; an answer behind the last one only is the
 * whole question's.
 */
function partByLetters(pieces: readonly Piece[], reading: Reading): Parted | null {
  const found = letteredSegments(pieces, reading)
  if (!found) return null
  const lead = partInOrder(found.lead, false, reading)
  const parts = found.segments.map((segment) => ({ ...segment, ...partSegment(segment.pieces, reading) }))
  if (lead.answer.length > 0 || parts.slice(0, -1).every((part) => part.answer.length === 0)) return null
  return {
    asked: [...lead.asked, ...parts.flatMap((part) => part.asked)],
    answer: parts.flatMap((part) => withLetter(part.letter, part.answer)),
  }
}

/** A lettered stretch; what judges an option below it, "Incorrect. It is safe.", is the answer with all behind it. */
function partSegment(pieces: readonly Piece[], reading: Reading): Parted {
  const at = pieces.findIndex(
    (piece, i) => i > 0 && piece.type === 'paragraph' && judgesOption(phraseText(piece.children)),
  )
  if (at < 0) return partInOrder(pieces, false, reading)
  const told = pieces.slice(at).flatMap((piece) => (piece.type === 'hidden' ? hiddenNodes(piece) : [piece]))
  const { asked, answer } = partInOrder(pieces.slice(0, at), false, reading)
  return { asked, answer: [...answer, ...told] }
}

/** An answer behind the letter of its part, by which it finds its part again. */
function withLetter(letter: string, answer: readonly Flow[]): Flow[] {
  const [first, ...rest] = answer
  if (!first) return []
  const mark: PhrasingContent = { type: 'text', value: `(${letter}) ` }
  const position = first.position ? { position: first.position } : {}
  if (first.type !== 'paragraph') return [{ type: 'paragraph', children: [mark], ...position }, ...answer]
  return [{ ...first, children: [mark, ...first.children] }, ...rest]
}

function partInOrder(pieces: readonly Piece[], whole: boolean, reading: Reading, above: readonly Piece[] = []): Parted {
  const parted: Parted = { asked: [], answer: [] }
  for (const [i, piece] of pieces.entries()) {
    const around: Around = {
      whole: whole || parted.asked.length > 0,
      above: [...above, ...pieces.slice(Math.max(0, i - mostPieces), i)],
      rest: () => pieces.slice(i + 1).flatMap((each) => (each.type === 'hidden' ? hiddenNodes(each) : [each])),
    }
    const { rest } = around
    const here = partPiece(piece, around, reading)
    parted.asked.push(...here.asked)
    parted.answer.push(...here.answer)
    if (!here.toEnd) continue
    for (const node of rest()) {
      const kept = parted.answer.length > 0 && node.type === 'paragraph' && asksThroughout(phraseText(node.children))
      if (kept) reading.log.report('question-after-answer', reading.place(node), {})
      ;(kept ? parted.asked : parted.answer).push(node)
    }
    break
  }
  return parted
}

/** `toEnd`: a label whose answer goes on to the end of the question. */
type Found = Parted & { toEnd: boolean }

/** What stands before and behind a piece in its question; `whole` tells that all of it may be the answer. */
interface Around {
  whole: boolean
  above: readonly Piece[]
  rest: () => Flow[]
}

function partPiece(piece: Piece, around: Around, reading: Reading): Found {
  switch (piece.type) {
    case 'hidden':
      return { ...partHidden(piece), toEnd: false }
    case 'heading':
      return isAnswerHeading(phraseText(piece.children)) && around.rest().length > 0
        ? { asked: [], answer: [], toEnd: true }
        : { asked: [piece], answer: [], toEnd: false }
    case 'paragraph':
      return partParagraph(piece, around, reading)
    case 'blockquote': {
      if (isHintQuote(piece)) {
        reportHint(flowText(piece).replace(/^\s*\[!hint\]-\s*/i, ''), reading.place(piece), reading)
        return { asked: [], answer: [], toEnd: false }
      }
      const answer = answerQuote(piece, reading) ?? optionQuote(piece, offeredIn(around.above, reading), reading)
      return { asked: answer ? [] : [piece], answer: answer ?? [], toEnd: false }
    }
    case 'list':
      return { ...partList(piece, reading), toEnd: false }
    case 'table': {
      const ticks = partTicks(piece, reading)
      return ticks
        ? { asked: [ticks.asked], answer: ticks.answer, toEnd: false }
        : { ...partTable(piece), toEnd: false }
    }
    case 'code':
      return isAnswerCode(piece)
        ? { asked: [], answer: [{ ...piece, lang: null }], toEnd: false }
        : { asked: [piece], answer: [], toEnd: false }
    default:
      return { asked: [piece], answer: [], toEnd: false }
  }
}

/** What is folded away is the answer, unless its summary says that it is matter which the question is about. */
function partHidden(hidden: Hidden): Parted {
  const { summary, nodes } = hidden
  if (summary === null || !isMaterialSummary(htmlWords(summary.value)))
    return { asked: [], answer: hiddenNodes(hidden) }
  return { asked: [summary, ...nodes], answer: [] }
}

function reportHint(words: string, place: Place, reading: Reading): void {
  reading.log.report('hint-left-out', place, { hint: excerpt(words.replace(/<[^<>]*>/g, ' '), 80) })
}

function partParagraph(paragraph: Paragraph, around: Around, reading: Reading): Found {
  const { whole, above, rest } = around
  const noted = cutFootnote(paragraph, reading)
  if (noted) return { ...noted, toEnd: false }
  const hidden = cutInlineHidden(paragraph.children)
  if (hidden) {
    const asked = placedParagraph([...hidden.before, ...hidden.after], reading)
    const summary = summaryIn(hidden.hidden)
    if (isMaterialSummary(summary)) return { asked: [paragraph], answer: [], toEnd: false }
    if (isHintSummary(summary)) {
      const words = phraseText(hidden.hidden).slice(summary.length)
      reportHint(words, reading.place(paragraph), reading)
      return { asked: asked ? [asked] : [], answer: [], toEnd: false }
    }
    const inner = withoutSummary(hidden.hidden)
    const answer = placedParagraph(inner, reading)
    return { asked: asked ? [asked] : [], answer: answer ? [answer] : [], toEnd: false }
  }
  const span = cutHiddenSpan(paragraph.children)
  if (span) return partSpan(span, paragraph, around, reading)
  const kept: Found = { asked: [paragraph], answer: [], toEnd: false }
  const lines = linesOf(paragraph.children, reading)
  const texts = lines.map((line) => phraseText(line.nodes))
  const options = texts.some((text) => /^\s*b\s*[:：]/i.test(text))
  for (const [i, line] of lines.entries()) {
    const letter = options ? 0 : loneLetter(texts, i, whole, rest)
    const cut =
      (i > 0 && endsAsking((texts[i - 1] ?? '').trim()) ? cutEquals(line.nodes, texts[i] ?? '') : null) ??
      (options && /^\s*[a-h]\s*[:：]/i.test(texts[i] ?? '')
        ? null
        : cutLine(line.nodes, texts[i] ?? '', i > 0 && i < lines.length - 1, letter)) ??
      (i < mostOptionLines
        ? cutOption(line.nodes, texts[i] ?? '', [...above, ...linesAbove(lines, i, reading)], i === 0, reading)
        : null)
    if (!cut || (!whole && i === 0 && cut.before.length === 0)) continue
    const lead = [...lines.slice(0, i), { nodes: cut.before, end: null }]
    const until = cut.after.length === 0 ? lines.length : askingFrom(texts, i + 1)
    const answer = paragraphOf([{ ...line, nodes: cut.after }, ...lines.slice(i + 1, until)], reading)
    // "Answer: ____" is a line to write on, and a label with nothing after it says nothing.
    if (answer ? !hasWords(flowText(answer)) : rest().length === 0) return kept
    const asked = paragraphOf(lead, reading)
    const behind = answer ? paragraphOf(lines.slice(until), reading) : null
    if (behind) reading.log.report('question-after-answer', reading.place(behind), {})
    return { asked: [asked, behind].filter((each) => each !== null), answer: answer ? [answer] : [], toEnd: true }
  }
  return kept
}

/** A stretch inside of a line that nobody is to see is an answer; inside of a sentence a blank to write on stands for it. */
function partSpan(
  { before, hidden, after }: HiddenSpan,
  paragraph: Paragraph,
  around: Around,
  reading: Reading,
): Found {
  const lead = phraseText(before).trimEnd()
  const inSentence = lead !== '' && !/[.?!…:)\]？。！：]["'”’]*$/.test(lead)
  const blank: PhrasingContent = {
    type: 'text',
    value: '______',
    ...(paragraph.position ? { position: paragraph.position } : {}),
  }
  const asked = placedParagraph([...before, ...(inSentence ? [blank] : []), ...after], reading)
  const rest = asked ? partParagraph(asked, around, reading) : { asked: [], answer: [], toEnd: false }
  const answer = placedParagraph(hidden, reading)
  return { ...rest, answer: answer ? [answer, ...rest.answer] : rest.answer }
}

/** Options and their answer stand in so many first lines of a paragraph. */
const mostOptionLines = 40

const linesAbove = (lines: readonly PhraseLine[], at: number, reading: Reading): Paragraph[] => {
  const paragraph = paragraphOf(lines.slice(0, at), reading)
  return paragraph ? [paragraph] : []
}

/** How many characters are the "A." of an answer: below a line that asks, or a paragraph that does, and with no "B." behind it; 0 for an option. */
function loneLetter(texts: readonly string[], at: number, whole: boolean, rest: () => readonly Flow[]): number {
  const above = texts[at - 1]
  const letter = above === undefined ? /^\s*A\.\s+(?=\S)/ : /^\s*(?:A[.)]|[([]A[)\]]|A\s[–—-])\s+(?=\S)/
  const length = letter.exec(texts[at] ?? '')?.[0].length ?? 0
  if (length === 0 || (above === undefined ? !whole : !endsAsking(above.trim()))) return 0
  const more = [...texts.slice(at + 1), ...rest().map((node) => flowText(node))]
  if (/\s[([]?B[.)\]]\s/.test(texts[at] ?? '')) return 0
  return more.some((text) => /^\s*[*✓✔✅☑]?\s?[([]?b(?:[.)\]]|\s[–—-])\s/iu.test(text)) ? 0 : length
}

/** From which line on, `from` at least, all lines ask: below "Answer: so." the line "What is wrong with it?" does. Their number for none. */
function askingFrom(texts: readonly string[], from: number): number {
  const at = texts.findIndex(
    (_, i) => i >= from && /[.!?…)]["'”’»*]*\s*$/.test(texts[i - 1] ?? '') && asksThroughout(texts.slice(i).join(' ')),
  )
  return at < 0 ? texts.length : at
}

/** The words of an inline summary, "" without one. */
function summaryIn(nodes: readonly PhrasingContent[]): string {
  const end = nodes.findIndex((node) => node.type === 'html' && /^<\/summary/i.test(node.value))
  return end < 0 ? '' : phraseText(nodes.slice(0, end))
}

/** Inline `<summary>Answer</summary>so` → "so". */
function withoutSummary(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const end = nodes.findIndex((node) => node.type === 'html' && /^<\/summary/i.test(node.value))
  return end >= 0 && isAnswerSummary(phraseText(nodes.slice(0, end))) ? nodes.slice(end + 1) : [...nodes]
}

/** `Why?[^1]` with a footnote `[^1]: Answer: so`, or with one below the title of a key: the footnote's nodes, and the paragraph without its mark. */
function cutFootnote(paragraph: Paragraph, reading: Reading): Parted | null {
  const answer: Flow[] = []
  const children = paragraph.children.filter((node) => {
    if (node.type !== 'footnoteReference') return true
    const [first, ...rest] = reading.footnotes.get(node.identifier)?.children ?? []
    const length = first?.type === 'paragraph' ? labelLength(phraseText(first.children)) : 0
    const named = /^(?:ans(?:wers?)?|sol(?:utions?)?|antwort|lösung|réponse|respuesta)[-_ ]?\d{0,3}$/i.test(
      node.identifier,
    )
    const isKey = reading.answerNotes.has(node.identifier)
    if (isKey) reading.answerNotes.set(node.identifier, true)
    if (first?.type !== 'paragraph' || (length === 0 && !named && !isKey)) return true
    const words = placedParagraph(dropStart(first.children, length), reading)
    answer.push(...(words ? [words, ...rest] : rest))
    return false
  })
  return answer.length === 0 ? null : { asked: [{ ...paragraph, children }], answer }
}

/** A list keeps its options, all of them unticked by `toBlocks`; the ticked ones are the answer. So are items that begin with a label. */
function partList(written: List, reading: Reading): Parted {
  const named = letterInLast(written, reading)
  const list = named?.list ?? written
  const answer: Flow[] = named ? [named.answer] : []
  const boxes = list.children.filter((item) => typeof item.checked === 'boolean')
  const answered = list.children.length > 1 && boxes.some((item) => item.checked)
  if (answered)
    for (const [i, item] of list.children.entries()) {
      // Below an option of which others are ticked stands why it is right, or is not.
      const reasoned = item.children.length > reasonless(item).length
      if (reasoned) answer.push(...withLetter(letterOfItem(list, i), item.children))
      else if (item.checked) answer.push(...item.children)
    }
  const several = list.children.length > 1
  // "A. GET" among "B. PUT" is no answer.
  const lettered = list.children.filter((item) => itemMark(flowText(item)) !== null).length > 1
  const items = list.children.flatMap((item, i): ListItem[] => {
    const parted = partAnswers(item.children, !lettered || itemMark(flowText(item)) === null, reading)
    if (parted.answer.length === 0) return [item]
    const ofPart = several && parted.asked.length > 0
    answer.push(...(ofPart ? withLetter(letterOfItem(list, i), parted.answer) : parted.answer))
    return parted.asked.length > 0 ? [{ ...item, children: parted.asked as ListItem['children'] }] : []
  })
  const untouched = items.length === list.children.length && items.every((item, i) => item === list.children[i])
  if (items.length === 0) return { asked: [], answer }
  // A tick that is kept as the answer is not lost, so nobody need be told that its box is printed empty.
  const empty = answered ? items.map((item) => ({ ...item, children: reasonless(item), checked: false })) : items
  return { asked: [untouched && !answered ? list : { ...list, children: empty }], answer }
}

const letterOfItem = (list: List, at: number): string => (list.ordered ? String((list.start ?? 1) + at) : letterAt(at))

/** What of an option is printed when its list tells the right one. */
const reasonless = ({ children }: ListItem): ListItem['children'] =>
  children.filter(({ type }, i) => i === 0 || !['paragraph', 'list', 'blockquote'].includes(type))
