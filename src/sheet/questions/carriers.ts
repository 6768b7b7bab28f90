/** Carriers: which nodes of a day are its questions, and what becomes of everything else in it. */

import type { Heading, Paragraph, RootContent } from 'mdast'
import type { Place } from '../../diagnostics.js'
import type { RichBlock } from '../../text/rich.js'
import { partPieces } from '../answers/answers.js'
import { reportBareNote, takeDayNotes, takeTeacherNotes } from '../answers/teacher-notes.js'
import { takeUnlabelled } from '../answers/unlabelled-answers.js'
import { type Flow, gatherHidden, type Piece } from '../boxes/hidden.js'
import { withCitationLines } from '../citations/citation-lines.js'
import { takeKeys } from '../keys/answer-key.js'
import { takeIntroKeys } from '../keys/intro-keys.js'
import type { KeySection } from '../keys/key-sections.js'
import { asFlow } from '../keys/looks-like-key.js'
import { excerpt } from '../markdown/excerpt.js'
import { flowText, linesOf, paragraphOf, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import type { Carrier } from '../model.js'
import { isSideTitle } from '../side-titles.js'
import { isAnswerHeading } from '../words/answer-words.js'
import { asks, hasQuestionMark } from './asks.js'
import { toBlocks } from './blocks.js'
import { chooseCarrier, isLinkList, isQuestionHeading, itemWords, listAsks, paragraphMark } from './carrier-choice.js'
import { reportKept } from './kept-content.js'
import { openAdmonitions, openQuotes } from './question-callouts.js'
import { type Draft, QuestionFinder } from './question-finder.js'
import { askingBullets, askingHeadings, askingLines, isLabel, labelsAnswer } from './stray-questions.js'

/** A question as it stands: its blocks with citation and braces, and its number as written (null for bullets). */
export interface WrittenQuestion {
  blocks: RichBlock[]
  /** What follows the question in its day without being part of it in Markdown. */
  after: RichBlock[]
  answer: RichBlock[]
  /** What is said of it to whoever teaches. */
  notes: RichBlock[]
  written: number | null
  /** True when a letter counts it, not a number: "b" is written 2. */
  lettered?: true
  place: Place
}

/** What a day holds. */
export interface DayContent {
  intro: RichBlock[]
  /** What is said of the day to whoever teaches. */
  notes: RichBlock[]
  /** Null when nothing in the day looks like questions. */
  carrier: Carrier | null
  questions: WrittenQuestion[]
  /** Keys that stand below the questions, "Answers" and a list. */
  keys: KeySection[]
}

/**
 * Finds the questions of a day. One carrier serves a whole section, the stretch between two headings that ask nothing; a section where
 * the day's carrier finds nothing chooses its own. Prose before the first question is the day's intro; what follows a question
 * without belonging to it by Markdown's rules is kept as part of it, with a message; answers are parted from both.
 */
export function readDayContent(nodes: readonly RootContent[], open: boolean, reading: Reading): DayContent {
  const { body: given, keys } = takeKeys(openAdmonitions(gatherHidden(nodes, reading), reading), reading)
  const { rest: whole, notes } = takeDayNotes(given, reading)
  const found = chooseCarrier(whole, open, reading)
  const body = found === null ? openQuotes(whole, reading) : whole
  const carrier = found ?? chooseCarrier(body, open, reading)
  const asking = carrier === 'numbered headings' ? askingHeadings(body) : new Set<Piece>()
  const titles = answerTitles(body)
  const finder = new QuestionFinder(asking, reading)
  const gatherer = new Gatherer(finder, titles, reading)
  const counts = new Map<Carrier, number>()
  for (const section of sections(body, asking, titles).flatMap((each) => partBeforeOthers(each, carrier, reading))) {
    if (leaveAside(section, gatherer.drafts.length > 0, reading)) continue
    const own = carrier !== null && section.some((piece) => finder.carries(piece, carrier)) ? carrier : null
    const other = own ?? chooseCarrier(section, false, reading)
    const chosen = own ?? (other !== null && (carrier === null || isSure(section, other, finder)) ? other : null)
    const before = gatherer.drafts.length
    gatherer.section(section, chosen)
    if (chosen) counts.set(chosen, (counts.get(chosen) ?? 0) + gatherer.drafts.length - before)
  }
  const { intro, noted, questions } = gatherer.finish()
  const [most = null] = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
  return {
    intro,
    notes: toBlocks([...noted, ...notes], reading),
    carrier: questions.length > 0 ? most : null,
    questions,
    keys: [...gatherer.keys, ...keys],
  }
}

/** Parts a day at headings that ask nothing; each heading begins its section. */
function sections(pieces: readonly Piece[], asking: ReadonlySet<Piece>, titles: ReadonlySet<Piece>): Piece[][] {
  const found: Piece[][] = [[]]
  for (const [i, piece] of pieces.entries()) {
    const asks = asking.has(piece) || (piece.type === 'heading' && isQuestionHeading(piece, pieces[i + 1]))
    if (piece.type === 'heading' && !titles.has(piece) && !asks) found.push([])
    found.at(-1)?.push(piece)
  }
  return found
}

/**
 * A list that asks and stands before the first heading or marked line that does is a section of its own: 1 to 5 in a list, then `#### Q6. …` or
 * `**Q6.** …`.
 */
function partBeforeOthers(section: readonly Piece[], carrier: Carrier | null, reading: Reading): Piece[][] {
  const lines = carrier === 'bold lines' || carrier === 'numbered paragraphs'
  const at = section.findIndex(
    (piece, i) =>
      (piece.type === 'heading' && isQuestionHeading(piece, section[i + 1])) ||
      (lines && piece.type === 'paragraph' && paragraphMark(piece, reading)),
  )
  const before = section.slice(0, Math.max(0, at))
  return before.some((piece) => piece.type === 'list' && !isLinkList(piece) && listAsks(piece))
    ? [before, section.slice(at)]
    : [[...section]]
}

/** "Further reading" below the questions of a day belongs to none of them: it is left out, with a message. */
function leaveAside(section: readonly Piece[], begun: boolean, reading: Reading): boolean {
  const [heading, ...rest] = section
  if (!begun || heading?.type !== 'heading' || !isSideTitle(phraseText(heading.children))) return false
  const words = asFlow(rest)
    .map((node) => flowText(node))
    .join(' ')
  if (hasQuestionMark(words)) return false
  const title = phraseText(heading.children)
  reading.log.report('aside-left-out', reading.place(heading), { title, words: excerpt(words, 80) })
  return true
}

/** A section takes another carrier than its day only when its questions really ask. */
function isSure(section: readonly Piece[], carrier: Carrier, finder: QuestionFinder): boolean {
  const found = section.filter((piece) => finder.carries(piece, carrier))
  if (carrier !== 'bullets' && carrier !== 'numbered lists') return found.length > 0
  return found.some((piece) => piece.type === 'list' && itemWords(piece).every(asks))
}

/** Headings over answers, "Answer". Below "Short answers" stand questions where each item of the list there asks. */
function answerTitles(pieces: readonly Piece[]): Set<Piece> {
  const asksBelow = (next: Piece | undefined) => next?.type === 'list' && itemWords(next).every(asks)
  return new Set(
    pieces.filter(
      (piece, i) =>
        piece.type === 'heading' && isAnswerHeading(phraseText(piece.children)) && !asksBelow(pieces[i + 1]),
    ),
  )
}

/** A list that counts on from a question and asks: "2. Why?" below the answer to question 1. */
const goesOnAsking = (piece: Piece, { written }: Draft): boolean =>
  piece.type === 'list' && written !== null && piece.start === written + 1 && itemWords(piece).every(asks)

/** Gathers the nodes of question after question. */
class Gatherer {
  readonly drafts: Draft[] = []
  /** Keys above the first question. */
  readonly keys: KeySection[] = []
  readonly #intro: Flow[] = []
  readonly #finder: QuestionFinder
  readonly #titles: ReadonlySet<Piece>
  readonly #reading: Reading
  /** Headings that ask nothing, and what follows them, until the next question. */
  #lead: Piece[] = []
  #carrier: Carrier | null = null
  /** Bullets in the intro that may be questions. */
  readonly #doubtful: { place: Place; count: number }[] = []
  /** Lines of the intro that ask. */
  readonly #asking: Place[] = []

  /** `titles`: headings over answers. */
  constructor(finder: QuestionFinder, titles: ReadonlySet<Piece>, reading: Reading) {
    this.#finder = finder
    this.#titles = titles
    this.#reading = reading
  }

  section(pieces: readonly Piece[], carrier: Carrier | null): void {
    // A section without questions is read on as part of the one before it.
    if (carrier) this.#carrier = carrier
    const bySection = carrier === 'numbered lists' || carrier === 'bullets'
    const labels = !labelsAnswer(pieces)
    let answering = false
    for (const [i, piece] of pieces.entries()) {
      if (piece.type === 'heading')
        answering = this.#titles.has(piece) && this.drafts.length > 0 && this.#lead.length === 0
      const draft = this.drafts.at(-1)
      if (answering && draft && goesOnAsking(piece, draft)) answering = false
      // The steps below `#### Answer` are no questions.
      if (answering && draft) {
        this.#attach(draft, piece)
        continue
      }
      const around = {
        last: draft,
        parted: this.#lead.length > 0,
        above: pieces[i - 1],
        next: () => pieces.slice(i + 1),
      }
      const { lead, drafts } = this.#finder.open(piece, carrier, around)
      const [first, ...rest] = drafts
      if (lead && draft && isLabel(lead)) this.#leadOn(lead)
      else if (lead) this.#other(lead)
      const inside = piece.type === 'heading' && draft?.depth !== undefined && piece.depth > draft.depth
      if (first) {
        first.own.unshift(...this.#lead)
        this.#lead = []
        this.drafts.push(first, ...rest)
      } else if (inside && draft && !bySection && this.#lead.length === 0) {
        this.#reportHeading(piece)
        this.#attach(draft, piece)
      } else if (labels && carrier && draft && isLabel(piece) && this.#opensNext(pieces[i + 1], carrier))
        this.#leadOn(piece)
      else this.#other(piece)
    }
  }

  finish(): { intro: RichBlock[]; noted: Flow[]; questions: WrittenQuestion[] } {
    this.drafts.at(-1)?.after.push(...this.#lead)
    const told = takeUnlabelled(this.drafts, this.#carrier, this.#reading)
    const [first] = this.drafts
    if (told > 0 && first) this.#reading.log.report('answers-unlabelled', first.place, { count: told })
    for (const { place, count } of first ? this.#doubtful : [])
      this.#reading.log.report('bullets-in-intro', place, { count })
    const [asking] = this.#asking
    // One line may introduce the list: "What do you remember of Monday?"
    if (first && asking && this.#asking.length > 1)
      this.#reading.log.report('questions-in-intro', asking, { count: this.#asking.length })
    const { rest, notes } = takeTeacherNotes(this.#intro, false, this.#reading)
    const intro = toBlocks(asFlow(rest), this.#reading)
    return { intro, noted: notes, questions: this.drafts.map((draft) => this.#written(draft)) }
  }

  #written(draft: Draft): WrittenQuestion {
    const reading = this.#reading
    const inside = takeTeacherNotes(draft.own, true, reading)
    const below = takeTeacherNotes(draft.after, false, reading)
    const asked = withCitationLines(inside.rest, reading)
    const own = partPieces(asked, false, reading)
    const after = partPieces(withCitationLines(below.rest, reading), true, reading, asked)
    reportBareNote([...own.asked, ...after.asked], reading)
    const blocks = toBlocks(own.asked, reading)
    const later = toBlocks(after.asked, reading)
    // "1." alone on its line is an empty item to Markdown; what follows is its words.
    const isEmpty = blocks.length === 0
    if (!isEmpty) reportKept(after.asked, reading)
    return {
      ...(isEmpty ? { blocks: later, after: [] } : { blocks, after: later }),
      answer: toBlocks([...draft.answer, ...own.answer, ...after.answer], reading),
      notes: toBlocks([...inside.notes, ...below.notes], reading),
      written: draft.written,
      ...(draft.lettered ? { lettered: true } : {}),
      place: draft.place,
    }
  }

  #other(piece: Piece): void {
    const last = this.drafts.at(-1)
    if (piece.type === 'definition' || piece.type === 'thematicBreak' || piece.type === 'footnoteDefinition') return
    if (!last) this.#introduce(piece)
    else if (piece.type === 'heading' && !this.#titles.has(piece)) {
      this.#reportHeading(piece)
      this.#lead.push(piece)
    } else if (this.#lead.length > 0) this.#lead.push(piece)
    else this.#attach(last, piece)
  }

  /** "**Part B**" and "Then the hard ones:" belong to the questions below them. */
  #leadOn(label: Piece): void {
    if (label.type === 'paragraph') this.#reportHeading(label)
    this.#lead.push(label)
  }

  #opensNext(next: Piece | undefined, carrier: Carrier): boolean {
    return next !== undefined && next.type !== 'paragraph' && this.#finder.carries(next, carrier)
  }

  #reportHeading(heading: Heading | Paragraph): void {
    if (this.#titles.has(heading)) return
    const words = phraseText(heading.children)
    this.#reading.log.report('heading-in-day', this.#reading.place(heading), { words })
  }

  /** Prose above the first question, without answers that stand there. */
  #introduce(piece: Piece): void {
    const above = this.#intro.at(-1)
    const count = piece.type === 'hidden' ? 0 : askingBullets(piece, above ? flowText(above) : '')
    if (count > 0) this.#doubtful.push({ place: this.#reading.place(piece), count })
    const { shown, keys } = takeIntroKeys([piece], this.#reading)
    for (const node of shown)
      if (node.type === 'paragraph') {
        const lines = linesOf(node.children, this.#reading)
        for (const i of askingLines(lines.map((line) => phraseText(line.nodes))))
          this.#asking.push(this.#reading.place(paragraphOf(lines.slice(i, i + 1), this.#reading) ?? node))
      }
    this.#intro.push(...shown)
    this.keys.push(...keys)
  }

  #attach(draft: Draft, piece: Piece): void {
    draft.place = { ...draft.place, end: this.#reading.place(piece).end }
    // Under a heading or a bold line Markdown has no other way to add to a question.
    const loose = this.#carrier === 'numbered lists' || this.#carrier === 'bullets'
    if (loose) draft.after.push(piece)
    else draft.own.push(piece)
  }
}
