/** Answers without a label: a list of interview questions tells under each question what its answer is, and nothing says "Answer". */
import { hasWords } from './answer-words.js'
import { endsAsking, hasQuestionMark, isDirective } from './asks.js'
import type { Flow, Piece } from './hidden.js'
import type { Carrier } from './model.js'
import { itemMark } from './options.js'
import { flowText } from './phrases.js'

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
export function takeUnlabelled(drafts: readonly Tellable[], carrier: Carrier | null): number {
  if (drafts.some((draft) => draft.answer.length > 0)) return 0
  const told = drafts.filter(isTold)
  const listed = carrier === 'numbered lists'
  const enough = listed
    ? told.length >= 3 && told.length === drafts.length
    : told.length >= 2 && told.length * 3 >= drafts.length * 2
  if (!enough) return 0
  for (const draft of told) {
    draft.answer.push(...(belowOf(draft) as Flow[]))
    draft.own = draft.own.slice(0, 1)
    draft.after = []
  }
  return told.length
}

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
  const [only] = piece.children
  if (piece.type === 'paragraph' && piece.children.length === 1 && only?.type === 'emphasis') return false
  const words = flowText(piece).trim()
  if (!hasWords(words) || hasQuestionMark(words) || isDirective(words)) return false
  return !helps.test(words.slice(0, 80)) && !leads.test(words) && itemMark(words) === null
}
