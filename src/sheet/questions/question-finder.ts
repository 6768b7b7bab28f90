/** Questions in the nodes of a day: a piece of Markdown → the questions that it opens, by the carrier of its section. */
import type { Heading, Html, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Place } from '../../diagnostics.js'
import { type Flow, gatherHidden, type Hidden, type Piece } from '../boxes/hidden.js'
import { dropHtmlStart, htmlWords } from '../markdown/html.js'
import {
  digitsOf,
  dropStart,
  linesOf,
  type PhraseLine,
  paragraphOf,
  phraseText,
  placedParagraph,
} from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import type { Carrier } from '../model.js'
import { itemMark } from '../options/options.js'
import { cardIn } from '../words/answer-words.js'
import { asks, hasOutrightMark } from './asks.js'
import {
  askingSummary,
  firstWords,
  isAskingParagraph,
  isBoldQuestion,
  isBoldSentence,
  isLinkList,
  isQuestionHeading,
  paragraphMark,
} from './carrier-choice.js'
import { handsOut, letteredQuestions } from './lettered-questions.js'
import { questionMark } from './question-headings.js'
import { isQuestionTable, tableQuestions } from './question-tables.js'
import { allAsk, bulletsBehind, isBoldTask, isExtraQuestion, summaryInOrder } from './stray-questions.js'

/** A question while its nodes are gathered. `own` and `after` as in `WrittenQuestion`. */
export interface Draft {
  own: Piece[]
  after: Piece[]
  answer: Flow[]
  written: number | null
  /** How it is counted by letters, where it is: then "b" is written 2. */
  lettered?: readonly string[]
  /** The depth of the heading that it is; undefined for other carriers. */
  depth?: number
  place: Place
}

/** Where a piece stands: the question before it, whether other words do, and the pieces behind it in its section. */
export interface Around {
  last: Draft | undefined
  /** True when a heading that asks nothing stands between `last` and the piece. */
  parted: boolean
  /** The piece right before it. */
  above: Piece | undefined
  next: () => readonly Piece[]
}

/** The questions that a piece opens, and the words before the first of them that belong elsewhere. */
export interface Opened {
  lead: Paragraph | null
  drafts: Draft[]
}

const nothing: Opened = { lead: null, drafts: [] }

/** Finds the questions of a day, piece after piece. `asking` are the headings that ask without a number among numbered ones. */
export class QuestionFinder {
  readonly #reading: Reading
  readonly #asking: ReadonlySet<Piece>

  constructor(asking: ReadonlySet<Piece>, reading: Reading) {
    this.#asking = asking
    this.#reading = reading
  }

  /** Does this piece hold questions of the carrier? */
  carries(piece: Piece, carrier: Carrier, next?: Piece): boolean {
    switch (piece.type) {
      case 'heading':
        if (carrier === 'numbered headings')
          return questionMark(phraseText(piece.children)) !== null || this.#asking.has(piece)
        return carrier === 'headings' && isQuestionHeading(piece, next)
      case 'list':
        if (isLinkList(piece)) return false
        return piece.ordered ? carrier === 'numbered lists' : carrier === 'bullets'
      case 'paragraph':
        if (carrier === 'paragraphs') return isAskingParagraph(piece)
        if (carrier === 'bold lines' && (isBoldQuestion(piece) || isBoldSentence(piece))) return true
        if (carrier !== 'bold lines' && carrier !== 'numbered paragraphs') return false
        return paragraphMark(piece, this.#reading)
      case 'table':
        return carrier === 'tables' && isQuestionTable(piece)
      case 'hidden':
        return carrier === 'summaries' && askingSummary(piece) !== null
      default:
        return false
    }
  }

  /** The questions that `piece` opens; none when it belongs to the question before it. */
  open(piece: Piece, carrier: Carrier | null, around: Around): Opened {
    if (piece.type === 'paragraph' && around.last && isExtraQuestion(piece, around.above))
      return found([this.#draft([piece], null, this.#reading.place(piece))])
    if (carrier === null) return nothing
    const [next] = carrier === 'headings' && piece.type === 'heading' ? around.next() : []
    if (piece.type === 'paragraph') return this.#inParagraph(piece, carrier, around)
    if (!this.carries(piece, carrier, next)) return this.#stray(piece, carrier, around)
    if (piece.type === 'heading') return found(this.#inHeading(piece))
    if (piece.type === 'list') return found(this.#inList(piece))
    if (piece.type === 'table') return found(this.#inTable(piece))
    return piece.type === 'hidden' ? found(this.#inSummary(piece)) : nothing
  }

  /** Questions of another carrier that cannot be anything else: `<summary>2. Why?</summary>` behind "1.", bullets that ask. */
  #stray(piece: Piece, carrier: Carrier, { last, parted, next }: Around): Opened {
    if (piece.type === 'hidden')
      return summaryInOrder(piece, last?.written ?? null) ? found(this.#inSummary(piece)) : nothing
    if (piece.type !== 'list' || piece.ordered || carrier !== 'numbered lists' || isLinkList(piece)) return nothing
    const ask = last === undefined || parted ? allAsk(piece) : bulletsBehind(piece, last, next())
    return ask ? found(this.#inList(piece)) : nothing
  }

  #inHeading(heading: Heading): Draft[] {
    const mark = questionMark(phraseText(heading.children))
    const children = dropStart(heading.children, mark?.length ?? 0)
    const own: Paragraph[] =
      phraseText(children).trim() === ''
        ? []
        : [{ type: 'paragraph', children, ...(heading.position ? { position: heading.position } : {}) }]
    return [{ ...this.#draft(own, mark?.written ?? null, this.#reading.place(heading)), depth: heading.depth }]
  }

  #inList(list: List): Draft[] {
    const { log } = this.#reading
    return list.children.map((item) => {
      const place = this.#reading.place(item)
      if (typeof item.checked === 'boolean')
        log.report('markdown-simplified', place, { what: 'The box before this question', as: 'nothing' })
      const digits = list.ordered ? digitsOf(item, this.#reading) : null
      if (digits !== null) return this.#draft(item.children, Number(digits), place)
      const toggle = togglesIn(item)
      if (toggle) return this.#draft(toggle.children, toggle.number, place)
      const [first, ...rest] = item.children
      const mark = first?.type === 'paragraph' ? questionMark(phraseText(first.children)) : null
      if (first?.type !== 'paragraph' || !mark) return this.#draft(item.children, null, place)
      const words = placedParagraph(dropStart(first.children, mark.length), this.#reading)
      return this.#draft(words ? [words, ...rest] : rest, mark.written, place)
    })
  }

  #inTable(table: Table): Draft[] {
    return tableQuestions(table, this.#reading).map(({ row, written, own, answer }) => ({
      ...this.#draft(own, written, this.#reading.place(row)),
      answer,
    }))
  }

  #inSummary(hidden: Hidden): Draft[] {
    const { summary } = hidden
    if (!summary) return []
    const mark = questionMark(htmlWords(summary.value))
    const value = mark ? dropHtmlStart(summary.value, mark.length) : summary.value
    const words: Html = { ...summary, value: htmlWords(value) === '' ? summary.value : value }
    return [{ ...this.#draft([words], mark?.written ?? null, this.#reading.place(hidden)), answer: hidden.nodes }]
  }

  /** One paragraph may hold several questions: `① Why?`, next line `② How?`. A list's next number in it is a question too. */
  #inParagraph(paragraph: Paragraph, carrier: Carrier, around: Around): Opened {
    const { last } = around
    const lines = linesOf(paragraph.children, this.#reading)
    const starts = openingLines(lines, carrier, last)
    if (starts.length === 0) {
      const lettered = carrier === 'paragraphs' ? this.#lettered(paragraph, around) : []
      if (lettered.length > 0) return found(lettered)
      if (isPart(paragraph, last)) return nothing
      const bold = carrier === 'bold lines' && (isBoldQuestion(paragraph) || isBoldTask(paragraph))
      const own = bold ? { ...paragraph, children: unbolded(paragraph.children) } : paragraph
      return bold || (carrier === 'paragraphs' && isAskingParagraph(paragraph))
        ? found([this.#draft([own], null, this.#reading.place(paragraph))])
        : nothing
    }
    const lead = paragraphOf(lines.slice(0, starts[0]), this.#reading)
    const drafts = starts.flatMap((start, k) => {
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
    return { lead, drafts }
  }

  /** Questions by letter, where there is none above that they could be parts of. */
  #lettered(paragraph: Paragraph, { last, parted, above, next }: Around): Draft[] {
    if (!isLettered(paragraph) || (last ? !last.lettered : handsOut(above))) return []
    const count = parted ? 0 : (last?.written ?? 0)
    const found = letteredQuestions(paragraph, { count, counting: last?.lettered }, next(), this.#reading)
    if (!found) return []
    return found.questions.map(({ whole, written }) => {
      const words = dropStart(whole.children, itemMark(phraseText(whole.children))?.length ?? 0)
      const own = placedParagraph(words, this.#reading)
      return { ...this.#draft(own ? [own] : [], written, this.#reading.place(whole)), lettered: found.counting }
    })
  }

  #draft(own: readonly Flow[], written: number | null, place: Place): Draft {
    return { own: gatherHidden(own, this.#reading), after: [], answer: [], written, place }
  }
}

const found = (drafts: Draft[]): Opened => ({ lead: null, drafts })

/** True for a line that begins as a sentence does, has a question mark, and ends one. */
function asksByItself({ nodes }: PhraseLine): boolean {
  const words = phraseText(nodes).trim()
  return (
    hasOutrightMark(words) &&
    /^[^\p{L}\p{N}]{0,3}\p{Lu}/u.test(words) &&
    /[.?!\uff1f\u061f]["')\u201d\u2019]*$/.test(words)
  )
}

const markOf = (line: PhraseLine) => questionMark(phraseText(line.nodes))

/** `a) Why?` below a question cannot be anything but a part of it. */
export const isLettered = (node: Flow): boolean =>
  node.type === 'paragraph' && itemMark(phraseText(node.children)) !== null

/** `a) Why?` below a question is a part of it, unless all questions of the sheet are lettered; `i) Why?` below one that has a letter is, too. */
function isPart(paragraph: Paragraph, last: Draft | undefined): boolean {
  const first = last?.own[0]
  return isLettered(paragraph) && first !== undefined && (last?.lettered !== undefined || !isLettered(first as Flow))
}

/**
 * The lines that open a question. By Markdown's rules "3. How?" right below a paragraph is one more line of it, and so is "4. When?" below that;
 * their author meant questions.
 */
function openingLines(lines: readonly PhraseLine[], carrier: Carrier, last: Draft | undefined): number[] {
  const starts: number[] = []
  // "What is a noun?", next line "What is a verb?": two questions.
  const each = carrier === 'paragraphs' && lines.length > 1 && lines.every(asksByItself)
  let expected = last?.written === undefined || last.written === null ? null : last.written + 1
  for (const [i, line] of lines.entries()) {
    const mark = markOf(line)
    const marked = mark !== null && (carrier === 'bold lines' || carrier === 'numbered paragraphs')
    // A card in one line, `What is it?::so`, is a question and its answer.
    const card = carrier === 'paragraphs' && cardIn(phraseText(line.nodes)) !== null
    const goesOn = carrier === 'numbered lists' && i > 0 && mark !== null && mark.written === expected
    if (!marked && !card && !goesOn && !each) continue
    starts.push(i)
    if (goesOn && expected !== null) expected++
  }
  return starts
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
