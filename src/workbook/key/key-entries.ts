/** Entries of the key as strips: a question with where to look, and a section with the questions that test it. */
import { fillWords } from '../../template/model.js'
import type { Run } from '../../text/rich.js'
import { type Look, ownedBy } from '../canvas.js'
import { type Desk, placeName } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { KeyCitationPlan, KeyDayPlan, KeyEntryPlan, ReverseSourcePlan, SourceCodePlan } from '../plan-model.js'
import { firstWords } from '../prose/first-words.js'
import { headingRuns } from '../prose/heading-runs.js'
import { roomOf } from '../prose/line-room.js'
import { proseStrips } from '../prose/prose.js'
import { inBold, sectionRuns } from '../prose/section-runs.js'
import { putPart, stretchesOf } from '../prose/stretches.js'
import { lazily, type Strip } from '../prose/strips.js'
import { linkToQuestion, type QuestionPages } from './key-links.js'
import { air, keptWithNext, laid, type Piece, TextPiece } from './key-pieces.js'
import { KeyRow } from './key-row.js'
import { type KeyType, textStyle } from './key-type.js'
import { codeStrips } from './scan.js'

/** In a strip that is narrower, titles would break at each word. */
const leastForTitles = 76

/** The part of a line that the first words of a question want: of fewer nobody knows it. */
const leastForWords = 0.4

/** Says what stands in the entries of the key, whatever the type. */
export class KeySetter {
  readonly #desk: Desk
  readonly #pageOf: QuestionPages

  constructor(pageOf: QuestionPages, desk: Desk) {
    this.#desk = desk
    this.#pageOf = pageOf
  }

  /** A day: its heading, and the file that is meant when an entry names none, stay with its first entry. */
  dayGroups({ heading, file, entries }: KeyDayPlan, section: () => Element): Piece[][] {
    const head = this.#heading(headingRuns(heading), section, this.#fileWords(file, entries))
    const groups = entries.map((entry) => this.#entry(entry, section))
    return groups.map((group, i) => (i === 0 ? [...head, ...group] : group))
  }

  /** Sources that stand on the web, where no list of sections names them. */
  codeGroups(codes: readonly SourceCodePlan[], section: () => Element): Piece[][] {
    return codes.map((code) => [air(8), this.#code(code, true, section)])
  }

  /** A source: sections, with or without the titles of those that have numbers, each with links to the questions that test it. */
  reverseGroups({ file, title, url, rows }: ReverseSourcePlan, titles: boolean, section: () => Element): Piece[][] {
    const name = this.#heading([{ text: file, strong: true }], section, title)
    const head = url === null ? name : [...name, this.#code({ file, url }, false, section)]
    const list = lazily(() => this.#desk.canvas.element(section(), 'L'))
    return rows.map((row, i) => {
      const named = titles || !row.number ? row : { ...row, title: [] }
      const piece = new KeyRow(sectionRuns(named, this.#desk), row.questions, titles, list, this.#pageOf, this.#desk)
      return i === 0 ? [...head, piece] : [piece]
    })
  }

  #code(code: SourceCodePlan, named: boolean, section: () => Element): Piece {
    return laid((type) => codeStrips(code, type.width, named, section, this.#desk))
  }

  /** The head of a strip beside the questions: when to fold it back, what it says, and the file that is meant when an entry names none. */
  stripHead({ file, entries }: KeyDayPlan, section: () => Element): Piece[] {
    const { canvas, said, style } = this.#desk
    const { words } = style
    const fold = lazily(() => canvas.element(section(), 'P', said))
    return [
      new TextPiece([{ text: words.foldBack }], 'small', 0, fold, false),
      ...this.#heading([{ text: words.key, strong: true }], section, this.#fileWords(file, entries), false),
    ]
  }

  /** An entry in such a strip, with its answer: with the titles of its sections where they can be read, or in short, with their numbers. */
  stripEntry(entry: KeyEntryPlan, section: () => Element, inFull: boolean, type: KeyType): Piece[] {
    const element = lazily(() => this.#desk.canvas.element(section(), 'Div'))
    const alone = { ...entry, written: entry.citations.length > 0 ? null : entry.written }
    const places =
      inFull && type.width >= leastForTitles ? this.#places(alone, element) : this.#shortPlaces(entry, element)
    return [laid((own) => [this.#stripLabel(entry, element, own)]), ...this.#answer(entry, element), ...places, air(4)]
  }

  #stripLabel({ question, label }: KeyEntryPlan, element: () => Element, type: KeyType): Strip {
    const { canvas } = this.#desk
    return {
      height: type.leading,
      draw: (y, { left }) => {
        const link = canvas.element(canvas.element(element(), 'P'), 'Link')
        const baseline = y + type.leading * 0.76
        const end = canvas.words(ownedBy(link), label, type.looks.labelStrong, left, baseline, { space: true })
        canvas.destination(placeName('k', question, this.#desk), y - 4)
        const page = this.#pageOf.get(question)
        if (!page?.here) return
        const place = { x: left, y, width: end - left, height: type.leading }
        linkToQuestion(question, label, page.label, link, place, this.#desk)
      },
    }
  }

  /** Files and numbers alone; the citation as written where none of its files was found. */
  #shortPlaces(entry: KeyEntryPlan, element: () => Element): Piece[] {
    if (entry.citations.length === 0) return this.#places(entry, element)
    return entry.citations.flatMap(({ file, named, short }) => {
      const [name, places] = [1, 2].map(() => lazily(() => this.#desk.canvas.element(element(), 'P'))) as [
        () => Element,
        () => Element,
      ]
      const said = named || short.length === 0 ? [new TextPiece([{ text: file }], 'small', 1, name, false)] : []
      return [...said, new TextPiece(inBold(short), 'text', 1, places)]
    })
  }

  #fileWords(file: string | null, entries: readonly KeyEntryPlan[]): Run[] {
    const { words } = this.#desk.style
    const others = entries.some(({ citations }) => citations.some(({ named }) => named))
    return file === null ? [] : [{ text: fillWords(others ? words.keyFileMost : words.keyFile, { file }) }]
  }

  /** A heading, and under it a quiet line that belongs to it. */
  #heading(runs: readonly Run[], section: () => Element, under: readonly Run[], hangs = true): Piece[] {
    const element = lazily(() => this.#desk.canvas.element(section(), 'H2'))
    const paragraph = lazily(() => this.#desk.canvas.element(section(), 'P'))
    const quiet = under.length === 0 ? [] : [new TextPiece(under, 'small', 0, paragraph, hangs)]
    return [air(8), new TextPiece(runs, 'heading', 0, element, hangs), ...quiet, air(3)].map(keptWithNext)
  }

  #entry(entry: KeyEntryPlan, section: () => Element): Piece[] {
    const element = lazily(() => this.#desk.canvas.element(section(), 'Div'))
    const head = keptWithNext(this.#entryHead(entry, element))
    return [head, ...this.#answer(entry, element), ...this.#places(entry, element), air(5)]
  }

  /** The citation as written stands back when its sections follow; alone it is what there is to know. */
  #places({ written, citations, answer }: KeyEntryPlan, element: () => Element): Piece[] {
    const paragraph = lazily(() => this.#desk.canvas.element(element(), 'P'))
    const said = written === null ? [] : [{ text: written }]
    if (citations.length > 0)
      return [
        ...(written === null ? [] : [new TextPiece(said, 'small', 1, paragraph)]),
        ...citations.flatMap((citation) => this.#citation(citation, element)),
      ]
    if (written !== null) return [new TextPiece(said, 'text', 1, paragraph)]
    if (answer.length > 0) return []
    return [new TextPiece([{ text: this.#desk.style.words.uncited, emphasis: true }], 'text', 1, paragraph)]
  }

  /** The answer that the sheet gives, under the question's words. */
  #answer({ answer }: KeyEntryPlan, element: () => Element): Piece[] {
    if (answer.length === 0) return []
    const strips = ({ size, leading, width, indent }: KeyType) => {
      const style = { ...textStyle(size), leading, ink: 1, width: width - indent, flush: true }
      return proseStrips(answer, style, element, this.#desk, indent)
    }
    return [laid(strips)]
  }

  /** "Mon 1 · p. 2 · 3 points" and the first words of the question, as many as a line holds. */
  #entryHead(entry: KeyEntryPlan, element: () => Element): Piece {
    return {
      measure: (type, heights) =>
        void heights.push(
          this.#overWords(entry, type) + roomOf(this.#withFormulas(entry, type)?.line ?? {}, type.leading).height,
        ),
      strips: (type) => [this.#headStrip(entry, element, type)],
    }
  }

  #headStrip(entry: KeyEntryPlan, element: () => Element, type: KeyType): Strip {
    const { canvas } = this.#desk
    const page = this.#pageOf.get(entry.question)
    const label = this.#labelOf(entry)
    const asked = this.#withFormulas(entry, type)
    const over = this.#overWords(entry, type)
    const { height, baseline: down } = roomOf(asked?.line ?? {}, type.leading)
    return {
      height: over + height,
      draw: (y, { left }) => {
        const baseline = y + (over > 0 ? roomOf({}, type.leading).baseline : down)
        const head = canvas.element(element(), 'P')
        const link = canvas.element(head, page?.here ? 'Link' : 'Span')
        const end = canvas.words(ownedBy(link), label, type.looks.labelStrong, left, baseline, { space: true })
        canvas.destination(placeName('k', entry.question, this.#desk), y - 4)
        if (page?.here) {
          const place = { x: left, y, width: end - left, height: type.leading }
          linkToQuestion(entry.question, entry.label, page.label, link, place, this.#desk)
        }
        const [x, under] = over > 0 ? [left + type.indent, y + over + down] : [end + 6, baseline]
        if (asked) {
          const partsOf = stretchesOf(asked.runs, () => head, this.#desk)
          for (const part of partsOf(asked.line)) putPart(part, type.styles.text, x, under, this.#desk)
          return
        }
        const words = this.firstWords(entry, type)
        if (words === '') return
        const span = ownedBy(canvas.element(head, 'Span'))
        canvas.ownWords(entry.question, span, words, lookOfAsked(type), x, under)
      },
    }
  }

  /** "Mon 1 · p. 2 · 3 points". */
  #labelOf({ question, label, points }: KeyEntryPlan): string {
    const page = this.#pageOf.get(question)
    const pageWords = page && fillWords(this.#desk.style.words.page, { page: page.label })
    return [label, pageWords, points].filter((part) => part !== undefined).join(' · ')
  }

  /** Height of the line of a label under which the first words stand, since too few of them have room behind it, pt; 0 where they stand there. */
  #overWords(entry: KeyEntryPlan, type: KeyType): number {
    return this.#besides(this.#labelOf(entry), type) < leastForWords * type.width ? type.leading : 0
  }

  /** Width of the line of the first words. */
  #roomForWords(entry: KeyEntryPlan, type: KeyType): number {
    return this.#overWords(entry, type) > 0 ? type.width - type.indent : this.#besides(this.#labelOf(entry), type)
  }

  /** The first words behind or under the label of an entry, as many as its line holds; where formulas are typeset, others stand there (`runs`). */
  firstWords(entry: KeyEntryPlan, type: KeyType): string {
    return this.#desk.canvas.shortened(entry.words, lookOfAsked(type), this.#roomForWords(entry, type))
  }

  /** Width of a line behind a label. */
  #besides(label: string, { width, looks }: KeyType): number {
    return width - this.#desk.canvas.widthOf(label, looks.labelStrong) - 6
  }

  /** The first words behind the label of a question in which formulas are typeset; null for others. */
  #withFormulas(entry: KeyEntryPlan, type: KeyType) {
    const { runs } = entry
    const { metrics } = this.#desk
    if (!runs?.some(({ text, math }) => math && metrics.formula?.(text, 'inline'))) return null
    const set = runs.map((run): Run => ({ ...run, emphasis: true }))
    return firstWords(set, this.#roomForWords(entry, type), type.styles.text, this.#desk)
  }

  /** Sections one under the other, under the file's name where it has to be said. */
  #citation({ file, named, sections }: KeyCitationPlan, element: () => Element): Piece[] {
    const { canvas, style } = this.#desk
    const list = lazily(() => canvas.element(element(), 'L'))
    const whole: Run[] =
      sections.length > 0 ? [] : [{ text: named ? ` ${style.words.wholeFile}` : style.words.wholeFile }]
    const name: Run[] = [...(named ? [{ text: file, code: true as const }] : []), ...whole]
    const paragraph = lazily(() => canvas.element(element(), 'P'))
    const items = sections.map((section) => {
      const item = lazily(() => canvas.element(canvas.element(list(), 'LI'), 'LBody'))
      return new TextPiece(sectionRuns(section, this.#desk), 'text', named ? 2 : 1, item)
    })
    return name.length === 0 ? items : [nameInOne(name, paragraph), ...items]
  }
}

const lookOfAsked = ({ size }: KeyType): Look => ({ face: 'text-emphasis', size, ink: 1 })

/** The name of a file, in code; one that would break is set closer where that takes fewer lines. */
function nameInOne(name: readonly Run[], paragraph: () => Element): Piece {
  const inCode = new TextPiece(name, 'text', 1, paragraph)
  const bare = name.map(({ text }) => ({ text }))
  const closer = new TextPiece(bare, 'small', 1, paragraph, false)
  const chosen = (type: KeyType): TextPiece => {
    const count = inCode.count(type)
    return count > 1 && closer.count(type) < count ? closer : inCode
  }
  return {
    measure: (type, heights) => chosen(type).measure(type, heights),
    strips: (type) => chosen(type).strips(type),
  }
}
