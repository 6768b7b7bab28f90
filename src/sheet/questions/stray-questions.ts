/** Questions that stand outside of their section's carrier: told only where they can hardly be anything else. */
import type { Heading, List, Paragraph } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import type { Flow, Hidden, Piece } from '../boxes/hidden.js'
import { htmlWords } from '../markdown/html.js'
import { flowText, phraseText } from '../markdown/phrases.js'
import { isAnswerHeading, isAnswerSummary, isKeyTitle, labelLength } from '../words/answer-words.js'
import {
  asks,
  asksOutright,
  asksThroughout,
  endsAsking,
  hasOutrightMark,
  isInstruction,
  opensInLanguage,
  opensTask,
} from './asks.js'
import { isLinkList, isQuestionHeading, itemWords, listAsks } from './carrier-choice.js'
import { questionMark } from './question-headings.js'

/**
 * The headings without a number that ask, of the level that the numbered questions of a day have.
 * ```md
 * ### 1. What is a queue?
 *
 * ### Explain the second law        → a question
 *
 * ### Notes                         → no question
 * ```
 */
export function askingHeadings(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const headings = pieces.flatMap((piece, i): [Heading, Piece | undefined][] =>
    piece.type === 'heading' ? [[piece, pieces[i + 1]]] : [],
  )
  const numbered = headings.filter(([heading]) => questionMark(phraseText(heading.children)) !== null)
  const depths = new Set(numbered.map(([{ depth }]) => depth))
  const asking = headings.filter(([heading, next]) => {
    const words = phraseText(heading.children)
    if (!depths.has(heading.depth) || questionMark(words) || isAnswerHeading(words) || isKeyTitle(words)) return false
    return isQuestionHeading(heading, next) || (opensTask(words) && !(next?.type === 'list' && listAsks(next)))
  })
  return new Set(asking.map(([heading]) => heading))
}

/** Plain words over a group of questions, as on sheets of retrieval practice. */
const grouping = new Caseless(
  String.raw`^(?:(?:from )?(?:last|previous|this) (?:lesson|week|term|month|unit|year|class|topic)|(?:part|section|level|set|group|round|teil|partie|parte|niveau|nivel|livello) [\p{L}\d]{1,12}|easy|medium|hard|basic|advanced|warm[- ]?up|challenge|extension)$`,
)

/** Words before one more question for those who are done, in the languages of prompts. */
const extra =
  '(?:(?:super |extra )?(?:challenge|bonus|extension|stretch)|extra(?: credit)?|going further|(?:zusatz|bonus|knobel)(?:-?aufgabe|-?frage)?|für schnelle|défi|(?:pour )?aller plus loin|question bonus|reto|desaf[ií]o|ampliación|' +
  'sfida|approfondimento|b[oôó]nus|uitdaging|bonusvraag)(?: (?:question|task|problem))?'
const extraTitle = new Caseless(`^[^\\p{L}\\p{N}]*(?:${extra})\\s*[:：]?[^\\p{L}\\p{N}]*$`)
const extraLabel = new Caseless(`^[^\\p{L}\\p{N}]*(?:${extra})\\s*[:：–—-]+\\s*(?=\\S)`)

/**
 * True for a paragraph that is one more question of its day, though it has no number: "**Challenge:** Why is it so?", and what asks right below the heading
 * "Challenge". "Extension: read chapter 4." asks nothing.
 */
export function isExtraQuestion(paragraph: Paragraph, above: Piece | undefined): boolean {
  const words = phraseText(paragraph.children)
  const length = extraLabel.exec(words.slice(0, 80))?.[0].length ?? 0
  if (length > 0) return asksThroughout(words.slice(length)) || opensInLanguage(words.slice(length))
  return above?.type === 'heading' && extraTitle.test(phraseText(above.children)) && asksThroughout(words)
}

/** True when bold lines stand between most questions, or right below most headings that ask: then they tell their answers, `**Paris**`, and are no labels. */
export function labelsAnswer(pieces: readonly Piece[]): boolean {
  const bold = pieces.filter(
    (piece) => piece.type === 'paragraph' && isLabel(piece) && !/[:：]$/.test(flowText(piece).trim()),
  )
  const items = pieces.reduce((sum, piece) => sum + (piece.type === 'list' ? piece.children.length : 0), 0)
  if (bold.length > 1) {
    const asking = pieces.map((piece, i) => piece.type === 'heading' && isQuestionHeading(piece, pieces[i + 1]))
    const lines = new Set(bold)
    const below = pieces.filter((piece, i) => lines.has(piece) && asking[i - 1]).length
    if (below > 1 && below * 3 >= asking.filter(Boolean).length * 2) return true
  }
  return items >= 3 && bold.length * 3 >= items * 2
}

/** "**Part B**", "Then the hard ones:": a short line that asks nothing, over the questions below it. */
export function isLabel(piece: Piece): boolean {
  if (piece.type !== 'paragraph') return false
  const words = phraseText(piece.children).trim()
  if (
    words.length > 80 ||
    words.includes('\n') ||
    hasOutrightMark(words) ||
    isAnswerHeading(words) ||
    isKeyTitle(words)
  )
    return false
  const bold = piece.children.length === 1 && piece.children[0]?.type === 'strong'
  return (bold || grouping.test(words) || /[:：]$/.test(words)) && labelLength(words) === 0
}

/** `**Explain the second law.**` among bold lines that ask. */
export function isBoldTask(paragraph: Paragraph): boolean {
  const [first] = paragraph.children
  if (first?.type !== 'strong') return false
  const words = phraseText(first.children)
  return asksOutright(words) && !isInstruction(words)
}

const helps = /\b(?:hint|help|stuck|check|ready|remember|answer|solution|tip|more)s?\b/i

/**
 * True for a summary that is the next question of a numbered sheet: `<summary>2. Why?</summary>` behind question 1, and one without a number that
 * asks in three words or more. `last` is the number of the question before it.
 */
export function summaryInOrder({ summary }: Hidden, last: number | null): boolean {
  if (summary === null) return false
  const words = htmlWords(summary.value)
  const mark = questionMark(words)
  const rest = words.slice(mark?.length ?? 0).trim()
  if (rest === '' || isAnswerSummary(rest)) return false
  if (mark && mark.written !== null) return mark.written === (last ?? 0) + 1
  return endsAsking(rest) && asks(rest) && !helps.test(rest) && rest.split(/\s+/).length >= 3
}

/** True when all items of a list ask, and half of them with a question mark: "Write in pen." tells how to work. */
export function allAsk(list: List): boolean {
  const items = itemWords(list)
  const marked = items.filter(hasOutrightMark).length
  return marked * 2 >= items.length && items.every((words) => asksOutright(words) && !isInstruction(words))
}

/** The question before a piece, while its nodes are gathered. */
interface Before {
  own: readonly Piece[]
  after: readonly Piece[]
  written: number | null
}

/**
 * Bullets below a numbered list that are questions of their own and no parts of its last one: that one asks by itself, and the numbers do not go on
 * behind them.
 */
export function bulletsBehind(list: List, last: Before, next: readonly Piece[]): boolean {
  const [first] = last.own
  const ends = last.written === null || last.written > 1
  const goesOn = next.some((piece) => piece.type === 'list' && piece.ordered && piece.start === (last.written ?? 0) + 1)
  if (!ends || goesOn || last.own.length !== 1 || last.after.length > 0 || first?.type === 'hidden' || !first)
    return false
  return hasOutrightMark(flowText(first)) && allAsk(list)
}

const aims =
  /\b(?:able to|objectives?|goals?|aims?|outcomes?|instructions?|directions|rules|how to|before you|remember|reminders?|you will)\b/i

/**
 * How many bullets above the first question ask although all are printed as its introduction; 0 for plain ones, for aims ("You will be able to …")
 * and for how to work. `before` are the words above them.
 */
export function askingBullets(piece: Flow, before: string): number {
  if (piece.type !== 'list' || piece.ordered || isLinkList(piece)) return 0
  const items = itemWords(piece).filter((words) => !isInstruction(words))
  if (items.some((words) => endsAsking(words.trim()))) return items.filter(asksOutright).length
  const tasks = items.filter(asksOutright)
  return tasks.length * 2 >= piece.children.length && !aims.test(before) ? tasks.length : 0
}

/** True for a line over a list that tells what is in it and asks nothing: "Goals:", "**Bring along:**". */
export const tellsOfList = (above: Flow | undefined): boolean => {
  if (above?.type !== 'paragraph') return false
  const line = phraseText(above.children).trim().split(/\n/).at(-1) ?? ''
  return /[:：]$/.test(line) && !hasOutrightMark(line) && !opensTask(line)
}

/** True for a list one of whose items ends in a question mark. */
export const endsInQuestions = (list: List): boolean => itemWords(list).some((words) => endsAsking(words.trim()))

/** Which lines of a paragraph are questions by themselves: they end in a question mark, and begin where the line above ended its sentence. */
export function askingLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, i) => {
    const above = lines[i - 1]
    const begins = above === undefined || /[.?!:…;。？！؟：]["'”’»)\]*_]*\s*$/u.test(above)
    return begins && endsAsking(line.trim()) ? [i] : []
  })
}
