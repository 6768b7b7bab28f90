/** Answers in the file: found in the nodes of a question and parted from what is asked, so that no question sheet prints them. */

import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import { type Flow, gatherHidden, type Hidden, hiddenNodes, type Piece } from '../boxes/hidden.js'
import { htmlWords } from '../markdown/html.js'
import { flowText, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { unfoldOptions } from '../options/inline-options.js'
import { judgesOption } from '../options/option-marks.js'
import { itemMark, letterAt, letteredSegments } from '../options/options.js'
import { asksThroughout } from '../questions/asks.js'
import { partTicks } from '../questions/question-tables.js'
import { isAnswerHeading, isKeyTitle } from '../words/answer-words.js'
import { isMaterialSummary } from '../words/summary-words.js'
import { answerQuote, isAnswerCode, isHintQuote, partTable } from './answer-boxes.js'
import { type Around, type Found, partParagraph } from './answer-paragraphs.js'
import { reportHint, withoutHints } from './hints.js'
import { letterAbove, letterBehind, letterInLast, mostPieces, offeredIn, optionQuote } from './letter-answers.js'
import { markedBox } from './marked-lines.js'
import { type Parted, partOnce } from './part-once.js'

export type { Parted } from './part-once.js'

/**
 * Parts what is asked from what is answered.
 *
 * | written                                   | asked          | answer |
 * | ----------------------------------------- | -------------- | ------ |
 * | `Why?`, next line `Answer: so`            | Why?           | so     |
 * | `Why? **A:** so`                          | Why?           | so     |
 * | `Why?`, next line `→ so` or `✓ so`        | Why?           | so     |
 * | `Why?` and a quote `> A. so`              | Why?           | so     |
 * | `Why?` and `<details>…so</details>`       | Why?           | so     |
 * | `Why?` and a heading `#### Answer`, so    | Why?           | so     |
 * | `Why?` and `- [ ] this`, `- [x] that`     | Why?, both     | that   |
 * | `Why? a) this b) that (b)`                | Why?, both     | that   |
 *
 * From a label on, all that follows in `nodes` is the answer. `whole` tells that all of them may be.
 */
function partAnswers(nodes: readonly Flow[], whole: boolean, reading: Reading): Parted {
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
  const named = letterAbove(told.pieces, reading) ?? letterBehind(told.pieces, reading)
  const pieces = named?.pieces ?? told.pieces
  const parted = partByLetters(pieces, reading) ?? partInOrder(pieces, whole, reading, above)
  return { ...parted, answer: [...told.answer, ...(named ? [named.answer] : []), ...parted.answer] }
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
      asked: () => [...above, ...parted.asked],
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

function partPiece(piece: Piece, around: Around, reading: Reading): Found {
  switch (piece.type) {
    case 'hidden':
      return { ...partHidden(piece), toEnd: false }
    case 'heading':
      // What stands above the first words of a question is over none of its answers: "Short answers".
      return isAnswerHeading(phraseText(piece.children)) && around.asked().length > 0 && around.rest().length > 0
        ? { asked: [], answer: [], toEnd: true }
        : { asked: [piece], answer: [], toEnd: false }
    case 'paragraph':
      return titlesAnswer(piece, around)
        ? { asked: [], answer: [], toEnd: true }
        : partParagraph(piece, around, reading)
    case 'blockquote': {
      if (isHintQuote(piece)) {
        reportHint(flowText(piece).replace(/^\s*\[!hint\]-\s*/i, ''), reading.place(piece), reading)
        return { asked: [], answer: [], toEnd: false }
      }
      const answer =
        answerQuote(piece, reading) ??
        optionQuote(piece, offeredIn(around.above, reading), reading) ??
        markedBox(piece, around.asked)
      return { asked: answer ? [] : [piece], answer: answer ?? [], toEnd: false }
    }
    case 'list': {
      const answer = markedBox(piece, around.asked)
      return answer ? { asked: [], answer, toEnd: false } : { ...partList(piece, reading), toEnd: false }
    }
    case 'table': {
      const ticks = partTicks(piece, reading)
      return ticks
        ? { asked: [ticks.asked], answer: ticks.answer, toEnd: false }
        : { ...partTable(piece, reading), toEnd: false }
    }
    case 'code':
      return isAnswerCode(piece)
        ? { asked: [], answer: [{ ...piece, lang: null }], toEnd: false }
        : { asked: [piece], answer: [], toEnd: false }
    default:
      return { asked: [piece], answer: [], toEnd: false }
  }
}

/** "Answer key:", "Solutions (for the teacher)" below what asks, over what answers it; a lone "Key" may be that of a map. */
function titlesAnswer(paragraph: Paragraph, around: Around): boolean {
  if (around.asked().length === 0) return false
  const words = phraseText(paragraph.children).trim()
  return /\S\s+\S/.test(words) && isKeyTitle(words) && around.rest().length > 0
}

/** What is folded away is the answer, unless its summary says that it is matter which the question is about. */
function partHidden(hidden: Hidden): Parted {
  const { summary, nodes } = hidden
  if (summary === null || !isMaterialSummary(htmlWords(summary.value)))
    return { asked: [], answer: hiddenNodes(hidden) }
  return { asked: [summary, ...nodes], answer: [] }
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
      if (isReasoned(item)) answer.push(...withLetter(letterOfItem(list, i), item.children))
      else if (item.checked) answer.push(...item.children)
    }
  const several = list.children.length > 1
  // "A. GET" among "B. PUT" is no answer.
  const lettered = list.children.filter((item) => itemMark(flowText(item)) !== null).length > 1
  const items = list.children.flatMap((item, i): ListItem[] => {
    if (answered && isReasoned(item)) return [item]
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

const isReasoned = (item: ListItem): boolean => item.children.length > reasonless(item).length

/** What of an option is printed when its list tells the right one. */
const reasonless = ({ children }: ListItem): ListItem['children'] =>
  children.filter(({ type }, i) => i === 0 || !['paragraph', 'list', 'blockquote'].includes(type))
