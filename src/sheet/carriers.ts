/** Carriers: which nodes of a day are its questions, and what becomes of everything else in it. */
import type { Heading, Html, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Place } from '../diagnostics.js'
import type { RichBlock } from '../text/rich.js'
import { asFlow, type KeySection, takeKeys } from './answer-key.js'
import { cardIn, isAnswerHeading } from './answer-words.js'
import { partPieces } from './answers.js'
import { asks, hasQuestionMark } from './asks.js'
import { toBlocks } from './blocks.js'
import { isBraces } from './braces.js'
import {
  askingSummary,
  chooseCarrier,
  firstWords,
  isAskingParagraph,
  isBoldQuestion,
  isLinkList,
  isQuestionHeading,
  listAsks,
} from './carrier-choice.js'
import { type Flow, gatherHidden, type Hidden, type Piece } from './hidden.js'
import { dropHtmlStart, htmlWords } from './html.js'
import { takeIntroKeys } from './intro-keys.js'
import type { Carrier } from './model.js'
import { itemMark } from './options.js'
import { dropStart, flowText, linesOf, type PhraseLine, paragraphOf, phraseText, placedParagraph } from './phrases.js'
import { questionMark } from './question-headings.js'
import type { Reading } from './reading.js'
import { isSideTitle } from './side-titles.js'
import { takeUnlabelled } from './unlabelled-answers.js'

/** A question as it stands: its blocks with citation and braces, and its number as written (null for bullets). */
export interface WrittenQuestion {
  blocks: RichBlock[]
  /** What follows the question in its day without being part of it in Markdown. */
  after: RichBlock[]
  answer: RichBlock[]
  written: number | null
  place: Place
}

/** What a day holds. */
export interface DayContent {
  intro: RichBlock[]
  /** Null when nothing in the day looks like questions. */
  carrier: Carrier | null
  questions: WrittenQuestion[]
  /** Keys that stand below the questions, "Answers" and a list. */
  keys: KeySection[]
}

/** A question while its nodes are gathered. `own` and `after` as in `WrittenQuestion`. */
interface Draft {
  own: Piece[]
  after: Piece[]
  answer: Flow[]
  written: number | null
  place: Place
}

/**
 * Finds the questions of a day. One carrier serves a whole section, the stretch between two headings that ask nothing; a section where
 * the day's carrier finds nothing chooses its own. Prose before the first question is the day's intro; what follows a question
 * without belonging to it by Markdown's rules is kept as part of it, with a message; answers are parted from both.
 */
export function readDayContent(nodes: readonly RootContent[], open: boolean, reading: Reading): DayContent {
  const { body, keys } = takeKeys(gatherHidden(nodes, reading), reading)
  const carrier = chooseCarrier(body, open, reading)
  const gatherer = new Gatherer(reading)
  const counts = new Map<Carrier, number>()
  for (const section of sections(body).flatMap(partBeforeHeadings)) {
    if (leaveAside(section, gatherer.drafts.length > 0, reading)) continue
    const own = carrier !== null && section.some((piece) => carries(piece, carrier, reading)) ? carrier : null
    const other = own ?? chooseCarrier(section, false, reading)
    const chosen = own ?? (other !== null && (carrier === null || isSure(section, other, reading)) ? other : null)
    const before = gatherer.drafts.length
    gatherer.section(section, chosen)
    if (chosen) counts.set(chosen, (counts.get(chosen) ?? 0) + gatherer.drafts.length - before)
  }
  const { intro, questions } = gatherer.finish()
  const [most = null] = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
  return { intro, carrier: questions.length > 0 ? most : null, questions, keys: [...gatherer.keys, ...keys] }
}

/** Parts a day at headings that ask nothing; each heading begins its section. */
function sections(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [[]]
  for (const [i, piece] of pieces.entries()) {
    if (piece.type === 'heading' && !isAnswerTitle(piece) && !isQuestionHeading(piece, pieces[i + 1])) found.push([])
    found.at(-1)?.push(piece)
  }
  return found
}

/** A list that asks and stands before the first heading that asks is a section of its own: 1 to 5 in a list, then `#### Q6. …`. */
function partBeforeHeadings(section: readonly Piece[]): Piece[][] {
  const at = section.findIndex((piece, i) => piece.type === 'heading' && isQuestionHeading(piece, section[i + 1]))
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
    .map((node) => flowText(node as never))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (hasQuestionMark(words)) return false
  const shown = words.length > 80 ? `${words.slice(0, 80)}…` : words
  reading.log.report('aside-left-out', reading.place(heading), { title: phraseText(heading.children), words: shown })
  return true
}

/** A section takes another carrier than its day only when its questions really ask. */
function isSure(section: readonly Piece[], carrier: Carrier, reading: Reading): boolean {
  const found = section.filter((piece) => carries(piece, carrier, reading))
  if (carrier !== 'bullets' && carrier !== 'numbered lists') return found.length > 0
  return found.some((piece) => piece.type === 'list' && piece.children.every((item) => asks(firstWords(item.children))))
}

/** Does this node hold questions of the carrier? */
function carries(piece: Piece, carrier: Carrier, reading: Reading, next?: Piece): boolean {
  switch (piece.type) {
    case 'heading':
      if (carrier === 'numbered headings') return questionMark(phraseText(piece.children)) !== null
      return carrier === 'headings' && isQuestionHeading(piece, next)
    case 'list':
      if (isLinkList(piece)) return false
      return piece.ordered ? carrier === 'numbered lists' : carrier === 'bullets'
    case 'paragraph':
      if (carrier === 'paragraphs') return isAskingParagraph(piece)
      if (carrier === 'bold lines' && isBoldQuestion(piece)) return true
      if (carrier !== 'bold lines' && carrier !== 'numbered paragraphs') return false
      return linesOf(piece.children, reading).some((line) => markOf(line) !== null)
    case 'hidden':
      return carrier === 'summaries' && askingSummary(piece) !== null
    default:
      return false
  }
}

const markOf = (line: PhraseLine) => questionMark(phraseText(line.nodes))

const isAnswerTitle = (heading: Heading) => isAnswerHeading(phraseText(heading.children))

/** `a) Why?` below a question cannot be anything but a part of it. */
const isLettered = (node: Flow) => node.type === 'paragraph' && itemMark(phraseText(node.children)) !== null

/** Gathers the nodes of question after question. */
class Gatherer {
  readonly drafts: Draft[] = []
  /** Keys above the first question. */
  readonly keys: KeySection[] = []
  readonly #intro: Flow[] = []
  readonly #reading: Reading
  /** Headings that ask nothing, and what follows them, until the next question. */
  #lead: Piece[] = []
  #carrier: Carrier | null = null

  constructor(reading: Reading) {
    this.#reading = reading
  }

  section(pieces: readonly Piece[], carrier: Carrier | null): void {
    // A section without questions is read on as part of the one before it.
    if (carrier) this.#carrier = carrier
    let answering = false
    for (const [i, piece] of pieces.entries()) {
      if (piece.type === 'heading')
        answering = isAnswerTitle(piece) && this.drafts.length > 0 && this.#lead.length === 0
      const draft = this.drafts.at(-1)
      // The steps below `#### Answer` are no questions.
      if (answering && draft) {
        this.#attach(draft, piece)
        continue
      }
      const [first, ...rest] = this.#questionsOf(piece, carrier, pieces[i + 1])
      if (first) {
        first.own.unshift(...this.#lead)
        this.#lead = []
        this.drafts.push(first, ...rest)
      } else this.#other(piece)
    }
  }

  finish(): { intro: RichBlock[]; questions: WrittenQuestion[] } {
    this.drafts.at(-1)?.after.push(...this.#lead)
    const told = takeUnlabelled(this.drafts, this.#carrier)
    const [first] = this.drafts
    if (told > 0 && first) this.#reading.log.report('answers-unlabelled', first.place, { count: told })
    const intro = toBlocks(this.#intro, this.#reading)
    return { intro, questions: this.drafts.map((draft) => this.#written(draft)) }
  }

  #written(draft: Draft): WrittenQuestion {
    const reading = this.#reading
    const own = partPieces(draft.own, false, reading)
    const after = partPieces(draft.after, true, reading)
    const blocks = toBlocks(own.asked, reading)
    const later = toBlocks(after.asked, reading)
    // "1." alone on its line is an empty item to Markdown; what follows is its words.
    const isEmpty = blocks.length === 0
    for (const node of isEmpty ? [] : after.asked)
      if (
        node.type !== 'heading' &&
        !isBraces(flowText(node)) &&
        !isLettered(node) &&
        toBlocks([node], reading).length > 0
      )
        reading.log.report('content-after-question', reading.place(node), { what: nameOf(node) })
    return {
      ...(isEmpty ? { blocks: later, after: [] } : { blocks, after: later }),
      answer: toBlocks([...draft.answer, ...own.answer, ...after.answer], reading),
      written: draft.written,
      place: draft.place,
    }
  }

  #other(piece: Piece): void {
    const last = this.drafts.at(-1)
    if (piece.type === 'definition' || piece.type === 'thematicBreak' || piece.type === 'footnoteDefinition') return
    if (!last) this.#introduce(piece)
    else if (piece.type === 'heading' && !isAnswerTitle(piece)) {
      const words = phraseText(piece.children)
      this.#reading.log.report('heading-in-day', this.#reading.place(piece), { words })
      this.#lead.push(piece)
    } else if (this.#lead.length > 0) this.#lead.push(piece)
    else this.#attach(last, piece)
  }

  /** Prose above the first question, without answers that stand there. */
  #introduce(piece: Piece): void {
    const { shown, keys } = takeIntroKeys([piece], this.#reading)
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

  #questionsOf(piece: Piece, carrier: Carrier | null, next: Piece | undefined): Draft[] {
    if (carrier === null) return []
    if (piece.type === 'paragraph') return this.#paragraphQuestions(piece, carrier)
    if (!carries(piece, carrier, this.#reading, next)) return []
    if (piece.type === 'heading') return this.#headingQuestion(piece)
    if (piece.type === 'list') return this.#listQuestions(piece)
    return piece.type === 'hidden' ? this.#summaryQuestion(piece) : []
  }

  #headingQuestion(heading: Heading): Draft[] {
    const mark = questionMark(phraseText(heading.children))
    const children = dropStart(heading.children, mark?.length ?? 0)
    const own: Paragraph[] =
      phraseText(children).trim() === ''
        ? []
        : [{ type: 'paragraph', children, ...(heading.position ? { position: heading.position } : {}) }]
    return [this.#draft(own, mark?.written ?? null, this.#reading.place(heading))]
  }

  #listQuestions(list: List): Draft[] {
    const { log, text } = this.#reading
    return list.children.map((item) => {
      const place = this.#reading.place(item)
      if (typeof item.checked === 'boolean')
        log.report('markdown-simplified', place, { what: 'The box before this question', as: 'nothing' })
      const digits = list.ordered ? /^\d{1,9}/.exec(text.slice(place.start.offset, place.start.offset + 9)) : null
      if (digits) return this.#draft(item.children, Number(digits[0]), place)
      const toggle = togglesIn(item)
      if (toggle) return this.#draft(toggle.children, toggle.number, place)
      const [first, ...rest] = item.children
      const mark = first?.type === 'paragraph' ? questionMark(phraseText(first.children)) : null
      if (first?.type !== 'paragraph' || !mark) return this.#draft(item.children, null, place)
      const words = placedParagraph(dropStart(first.children, mark.length), this.#reading)
      return this.#draft(words ? [words, ...rest] : rest, mark.written, place)
    })
  }

  #summaryQuestion(hidden: Hidden): Draft[] {
    const { summary } = hidden
    if (!summary) return []
    const mark = questionMark(htmlWords(summary.value))
    const value = mark ? dropHtmlStart(summary.value, mark.length) : summary.value
    const words: Html = { ...summary, value: htmlWords(value) === '' ? summary.value : value }
    return [{ ...this.#draft([words], mark?.written ?? null, this.#reading.place(hidden)), answer: hidden.nodes }]
  }

  /** One paragraph may hold several questions: `① Why?`, next line `② How?`. A list's next number in it is a question too. */
  #paragraphQuestions(paragraph: Paragraph, carrier: Carrier): Draft[] {
    const lines = linesOf(paragraph.children, this.#reading)
    const starts = lines.flatMap((line, i) => (this.#opens(line, i, carrier) ? [i] : []))
    if (starts.length === 0) {
      if (this.#isPart(paragraph)) return []
      const whole =
        carrier === 'paragraphs' ? isAskingParagraph(paragraph) : carrier === 'bold lines' && isBoldQuestion(paragraph)
      const own = carrier === 'bold lines' ? { ...paragraph, children: unbolded(paragraph.children) } : paragraph
      return whole ? [this.#draft([own], null, this.#reading.place(paragraph))] : []
    }
    const lead = paragraphOf(lines.slice(0, starts[0]), this.#reading)
    if (lead) this.#other(lead)
    return starts.flatMap((start, k) => {
      const [first, ...rest] = lines.slice(start, starts[k + 1])
      if (!first) return []
      const whole = paragraphOf([first, ...rest], this.#reading)
      const mark = markOf(first)
      const words = paragraphOf(
        [{ ...first, nodes: unbolded(dropStart(first.nodes, mark?.length ?? 0)) }, ...rest],
        this.#reading,
      )
      return [this.#draft(words ? [words] : [], mark?.written ?? null, this.#reading.place(whole ?? paragraph))]
    })
  }

  /** `a) Why?` below a question is a part of it, unless all questions of the sheet are lettered. */
  #isPart(paragraph: Paragraph): boolean {
    const first = this.drafts.at(-1)?.own[0]
    return isLettered(paragraph) && first !== undefined && !isLettered(first as Flow)
  }

  #opens(line: PhraseLine, index: number, carrier: Carrier): boolean {
    const mark = markOf(line)
    // A card in one line, `What is it?::so`, is a question and its answer.
    if (carrier === 'paragraphs' && cardIn(phraseText(line.nodes))) return true
    if (!mark) return false
    if (carrier === 'bold lines' || carrier === 'numbered paragraphs') return true
    // By Markdown's rules "3. How?" right below a paragraph is one more line of it; its author meant a question.
    const last = this.drafts.at(-1)
    const expected = last?.written === undefined || last.written === null ? null : last.written + 1
    return carrier === 'numbered lists' && index > 0 && mark.written === expected
  }

  #draft(own: readonly Flow[], written: number | null, place: Place): Draft {
    return { own: gatherHidden(own, this.#reading), after: [], answer: [], written, place }
  }
}

/** `**1. Why?** See a.md.`: bold type marks the question and stresses nothing in it. `**Always** test?` stays as it is. */
function unbolded(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const at = nodes.findIndex((node) => phraseText([node]).trim() !== '')
  const first = nodes[at]
  if (first?.type !== 'strong' || !/[.?!:…؟。？！：]["'”’»)]*\s*$/u.test(phraseText(first.children))) return [...nodes]
  return nodes.toSpliced(at, 1, ...first.children)
}

/** A toggle of Notion, exported as `- 1. Why?`: the lone numbered item inside of a bullet is the question. */
function togglesIn(item: ListItem): { number: number; children: Flow[] } | null {
  const [inner, ...rest] = item.children
  const [only, ...more] = inner?.type === 'list' && inner.ordered ? inner.children : []
  if (inner?.type !== 'list' || !only || more.length > 0 || !asks(firstWords(only.children))) return null
  return { number: inner.start ?? 1, children: [...only.children, ...rest] }
}

function nameOf(node: Flow): string {
  const names: Partial<Record<Flow['type'], string>> = {
    paragraph: 'A paragraph',
    list: 'Another kind of list',
    code: 'A code block',
    table: 'A table',
    blockquote: 'A quote',
    html: 'HTML',
  }
  return names[node.type] ?? 'Content'
}
