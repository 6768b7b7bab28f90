/** Answers without a label: a list of interview questions tells under each question what its answer is, and nothing says "Answer". */
import type { Paragraph } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import {
  dropStart,
  flowText,
  linesOf,
  type PhraseLine,
  paragraphOf,
  phraseText,
  placedParagraph,
  takeStart,
} from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import type { Carrier } from '../model.js'
import { marksOfList, tellsOptions } from '../options/list-marks.js'
import { itemMark } from '../options/options.js'
import { endsAsking, hasQuestionMark, isDirective } from '../questions/asks.js'
import { hasWords, labelLength } from '../words/answer-words.js'

/** A question while its nodes are gathered; what is taken for an answer moves from `own` and `after` to `answer`. */
export interface Tellable {
  own: Piece[]
  after: Piece[]
  answer: Flow[]
}

/**
 * Moves what stands below the questions of a day to their answers when it can hardly be anything else: at least two questions, and two thirds of
 * all, end in a question mark and go on with words that state. Returns how many.
 * ```md
 * ### What is a pod?
 *
 * A group of containers.        → the answer; a single such paragraph in a day is help and stays
 * ```
 * Below the items of a numbered list, where help is commoner, all of three questions or more must be told. A hint, a task, a blank to fill in, a
 * source, options, or an answer with a label anywhere in the day keep all as it stands.
 */
export function takeUnlabelled(drafts: readonly Tellable[], carrier: Carrier | null, reading: Reading): number {
  if (drafts.some((draft) => draft.answer.length > 0)) return 0
  const inside = drafts.flatMap((draft) => {
    const parted = partedInside(draft.own[0], reading)
    return parted ? [{ draft, ...parted }] : []
  })
  if (isEnough(inside.length, drafts.length, carrier)) {
    for (const { draft, asked, answer } of inside) {
      draft.answer.push(answer, ...(belowOf(draft).filter(states) as Flow[]))
      draft.own = [asked, ...draft.own.slice(1).filter((piece) => !states(piece))]
      draft.after = draft.after.filter((piece) => !states(piece))
    }
    return inside.length
  }
  const told = drafts.filter(isTold)
  if (!isEnough(told.length, drafts.length, carrier)) return 0
  for (const draft of told) {
    draft.answer.push(...(belowOf(draft) as Flow[]))
    draft.own = draft.own.slice(0, 1)
    draft.after = []
  }
  return told.length
}

function isEnough(told: number, all: number, carrier: Carrier | null): boolean {
  if (carrier === 'numbered lists') return told >= 3 && told === all
  return told >= 2 && told * 3 >= all * 2
}

/**
 * Parts a question from an answer that follows it without a label in its own paragraph: `**Why?** So.`, `Why? → so`, `Why? *So.*`, or "Why?" and a
 * line "So." below it. Null for any other.
 */
function partedInside(question: Piece | undefined, reading: Reading): { asked: Paragraph; answer: Paragraph } | null {
  if (question?.type !== 'paragraph') return null
  const [first, ...rest] = question.children
  const lines = linesOf(question.children, reading)
  const [line = { nodes: [], end: null }, ...more] = lines
  const bold = first?.type === 'strong' && endsAsking(phraseText(first.children))
  if (bold) return pairOf(placedParagraph([first], reading), placedParagraph(rest, reading))
  if (more.length > 0 && endsAsking(phraseText(line.nodes).trim()))
    return pairOf(paragraphOf([{ ...line, end: null }], reading), paragraphOf(withoutColon(more), reading))
  const text = phraseText(question.children)
  const signed = /[?？؟]\s*(?:→|⇒|->|=>|=(?!=))\s*(?=\S)/.exec(text)
  if (signed) {
    const from = signed.index + signed[0].length
    const asked = placedParagraph(takeStart(question.children, signed.index + 1), reading)
    return pairOf(asked, placedParagraph(dropStart(question.children, from), reading))
  }
  const last = question.children.at(-1)
  const before = question.children.slice(0, -1)
  if (last?.type !== 'emphasis' || !endsAsking(phraseText(before).trim())) return null
  return pairOf(placedParagraph(before, reading), placedParagraph(last.children, reading))
}

/** A bracket, `Why? *(two lines)*`, tells how to answer. */
const pairOf = (asked: Paragraph | null, answer: Paragraph | null) =>
  asked && answer && states(answer) && !/^\s*[([]/.test(flowText(answer)) ? { asked, answer } : null

/** A definition list of other dialects: ": so" below "Why?". */
const withoutColon = ([first, ...rest]: readonly PhraseLine[]): PhraseLine[] =>
  first
    ? [{ ...first, nodes: dropStart(first.nodes, /^\s*:\s+/.exec(phraseText(first.nodes))?.[0].length ?? 0) }, ...rest]
    : []

const belowOf = ({ own, after }: Tellable): Piece[] => [...own.slice(1), ...after]

function isTold(draft: Tellable): boolean {
  const [question] = draft.own
  const below = belowOf(draft)
  const [first] = below
  if (question?.type !== 'paragraph' || !endsAsking(flowText(question).trim())) return false
  if (first?.type !== 'paragraph' && first?.type !== 'list') return false
  return below.every((piece) => piece.type === 'code' || piece.type === 'thematicBreak' || states(piece))
}

/** Words that help, ask or lead elsewhere. */
const helps =
  /^\W*(?:hints?|tips?|notes?|examples?|e\.g\.|think|consider|given|assume|suppose|imagine|remember|recall|use|look|read|write|answer|figure|image|sources?|refs?|references?|see|cf)\b/i
const leads = /§|\b[\w-]+\.(?:md|markdown|txt|pdf|html?)\b|https?:\/\/|_{3,}|\.{4,}|\[ \]|\{[#\w]|\{\{/i

function states(piece: Piece): boolean {
  if (piece.type !== 'paragraph' && piece.type !== 'list') return false
  if (piece.type === 'list' && piece.children.some((item) => typeof item.checked === 'boolean')) return false
  if (piece.type === 'list' && tellsOptions(marksOfList(piece.children.map((item) => flowText(item)))) !== null)
    return false
  const [only] = piece.children
  if (piece.type === 'paragraph' && piece.children.length === 1 && only?.type === 'emphasis') return false
  const words = flowText(piece).trim()
  if (!hasWords(words) || hasQuestionMark(words) || isDirective(words)) return false
  if (labelLength(words) > 0 || /^A\.\s/.test(words)) return false
  return !helps.test(words.slice(0, 80)) && !leads.test(words) && itemMark(words) === null
}
