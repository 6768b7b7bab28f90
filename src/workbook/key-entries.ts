/** Entries of the key as strips: a question with where to look, and a section with the questions that test it. */
import { fillWords } from '../template/model.js'
import { type LineStyle, linesToBe, plainFaces, type TextLine, textFace } from '../text/lines.js'
import type { Run } from '../text/rich.js'
import { type Look, ownedBy } from './canvas.js'
import type { Group } from './columns.js'
import { firstWords } from './first-words.js'
import { type Desk, type Looks, ofSheet, placeName } from './frame.js'
import { headingRuns } from './heading-runs.js'
import { baselineOf, baselineShare, roomOf } from './line-room.js'
import type { Element } from './pages-model.js'
import type { KeyCitationPlan, KeyDayPlan, KeyEntryPlan, ReverseSourcePlan, SourceCodePlan } from './plan-model.js'
import { proseStrips } from './prose.js'
import { codeStrips } from './scan.js'
import { sectionRuns } from './section-runs.js'
import { hasStretches, putPart, stretchesOf } from './stretches.js'
import { type Column, kept, lazily, paragraphOf, room, type Strip } from './strips.js'

/** Indent of what stands under a question, and of sections under a file that is named; hanging indent of a paragraph's further lines. */
const indents = { indent: 8, hang: 12 }
/** The same in a column that has little width. */
const narrowIndents = { indent: 3, hang: 7 }
const narrowWidth = 180
/** Where questions stand behind bare numbers of sections: "§10.12" has room before them. */
const tabEms = 5

/** Labels of the pages on which questions stand; only those of this file can be led to. */
export type QuestionPages = ReadonlyMap<string, { label: string; here: boolean }>

/** How paragraphs of the key are set. */
type EntryStyle = LineStyle & { ink: number; leading: number }

const labelFaces = plainFaces('label', 'label-strong')

/** Sets entries of the key. */
export class KeySetter {
  readonly #size: number
  readonly #looks: Pick<Looks, 'label' | 'labelStrong' | 'small'>
  /** Of running text, of quiet lines and of headings: there are many, and a key is set in several sizes before one is chosen. */
  readonly #styles: Record<'text' | 'small' | 'heading', EntryStyle>
  readonly #leading: number
  readonly #desk: Desk
  readonly #pageOf: QuestionPages
  readonly #width: number
  readonly #indent: number
  readonly #hang: number

  /** `size` of the type, pt; the leading keeps its proportion to it. `width` of the column; `leading`: part of the template's. */
  constructor(size: number, width: number, pageOf: QuestionPages, desk: Desk, leading = 1) {
    const { key, keyLeading } = desk.style.type
    this.#size = size
    this.#leading = (keyLeading * leading * size) / key
    const grown = (look: Look): Look => ({ ...look, size: (look.size * size) / key })
    const { label, labelStrong, small } = desk.looks
    this.#looks = { label: grown(label), labelStrong: grown(labelStrong), small: grown(small) }
    const labels = ({ size, ink }: Look): EntryStyle => ({
      ...ofSheet({ size, faceOf: labelFaces }, desk),
      ink,
      leading: size * 1.3,
    })
    this.#styles = {
      text: { ...ofSheet(textStyle(size), desk), ink: 1, leading: this.#leading },
      small: labels(this.#looks.small),
      heading: labels({ ...this.#looks.labelStrong, size: this.#looks.label.size + 1 }),
    }
    this.#desk = desk
    this.#pageOf = pageOf
    this.#width = width
    const { indent, hang } = width < narrowWidth ? narrowIndents : indents
    this.#indent = indent
    this.#hang = hang
  }

  /** A day: its heading, and the file that is meant when an entry names none, stay with its first entry. */
  dayGroups({ heading, file, entries }: KeyDayPlan, section: () => Element): Group[] {
    const head = this.#heading(headingRuns(heading), section, this.#fileWords(file, entries))
    const groups = entries.map((entry) => this.#entry(entry, section))
    return groups.map((group, i) => (i === 0 ? [...head, ...group] : group))
  }

  /** Sources that stand on the web, where no list of sections names them. */
  codeGroups(codes: readonly SourceCodePlan[], section: () => Element): Group[] {
    return codes.map((code) => [room(8), ...codeStrips(code, this.#width, true, section, this.#desk)])
  }

  /** A source: sections, with or without the titles of those that have numbers, each with links to the questions that test it. */
  reverseGroups({ file, title, url, rows }: ReverseSourcePlan, titles: boolean, section: () => Element): Group[] {
    const name = this.#heading([{ text: file, strong: true }], section, title)
    const code = url === null ? [] : codeStrips({ file, url }, this.#width, false, section, this.#desk)
    const head = [...name, ...code]
    const list = lazily(() => this.#desk.canvas.element(section(), 'L'))
    const groups = rows.map((row) =>
      this.#reverseRow(
        sectionRuns(titles || !row.number ? row : { ...row, title: [] }, this.#desk),
        row.questions,
        titles ? 0 : this.#size * tabEms,
        list,
      ),
    )
    return groups.map((group, i) => (i === 0 ? [...head, ...group] : group))
  }

  /** The head of a strip beside the questions: when to fold it back, what it says, and the file that is meant when an entry names none. */
  stripHead({ file, entries }: KeyDayPlan, section: () => Element): Group {
    const { canvas, said, style } = this.#desk
    const { words } = style
    const fold = lazily(() => canvas.element(section(), 'P', said))
    return [
      ...this.#paragraph([{ text: words.foldBack }], this.#styles.small, 0, fold),
      ...this.#heading([{ text: words.key, strong: true }], section, this.#fileWords(file, entries)),
    ]
  }

  /** An entry in such a strip: with titles and answer, or only with the numbers of its sections; null when an answer has no room then. */
  stripEntry(entry: KeyEntryPlan, section: () => Element, inFull: boolean): Group | null {
    if (!inFull && entry.answer.length > 0) return null
    const element = lazily(() => this.#desk.canvas.element(section(), 'Div'))
    const alone = { ...entry, written: entry.citations.length > 0 ? null : entry.written }
    const places = inFull
      ? [...this.#answer(entry, element), ...this.#places(alone, element)]
      : this.#shortPlaces(entry, element)
    return [this.#stripLabel(entry, element), ...places, room(4)]
  }

  #stripLabel({ question, label }: KeyEntryPlan, element: () => Element): Strip {
    const { canvas } = this.#desk
    return {
      height: this.#leading,
      draw: (y, { left }) => {
        const link = canvas.element(canvas.element(element(), 'P'), 'Link')
        const end = canvas.words(ownedBy(link), label, this.#looks.labelStrong, left, y + this.#leading * 0.76, {
          space: true,
        })
        canvas.destination(placeName('k', question, this.#desk), y - 4)
        const page = this.#pageOf.get(question)
        if (page?.here) this.#linkTo(question, label, page, link, left, y, end - left)
      },
    }
  }

  /** The citation as written when it says more than numbers, else file and numbers. */
  #shortPlaces(entry: KeyEntryPlan, element: () => Element): Strip[] {
    if (entry.citations.length === 0 || entry.written !== null)
      return this.#places({ ...entry, citations: [] }, element)
    return entry.citations.flatMap(({ file, named, sections }) => {
      const paragraph = lazily(() => this.#desk.canvas.element(element(), 'P'))
      const numbers = sections.map(({ number, title }) =>
        sectionRuns({ number, title: number ? [] : title }, this.#desk),
      )
      const name: Run[] = named || sections.length === 0 ? [{ text: file, code: true }, { text: ' ' }] : []
      const runs = numbers.flatMap((own, i) => (i === 0 ? own : [{ text: ', ' }, ...own]))
      return this.#lines([...name, ...runs], this.#indent, paragraph)
    })
  }

  #fileWords(file: string | null, entries: readonly KeyEntryPlan[]): Run[] {
    const { words } = this.#desk.style
    const others = entries.some(({ citations }) => citations.some(({ named }) => named))
    return file === null ? [] : [{ text: fillWords(others ? words.keyFileMost : words.keyFile, { file }) }]
  }

  /** A heading, and under it a quiet line that belongs to it. */
  #heading(runs: readonly Run[], section: () => Element, under: readonly Run[]): Strip[] {
    const element = lazily(() => this.#desk.canvas.element(section(), 'H2'))
    const paragraph = lazily(() => this.#desk.canvas.element(section(), 'P'))
    return kept([
      room(8),
      ...this.#paragraph(runs, this.#styles.heading, 0, element),
      ...(under.length === 0 ? [] : this.#paragraph(under, this.#styles.small, 0, paragraph)),
      room(3),
    ])
  }

  #entry(entry: KeyEntryPlan, section: () => Element): Strip[] {
    const element = lazily(() => this.#desk.canvas.element(section(), 'Div'))
    const answer = this.#answer(entry, element)
    return [...kept([this.#entryHead(entry, element)]), ...answer, ...this.#places(entry, element), room(5)]
  }

  /** The citation as written stands back when its sections follow; alone it is what there is to know. */
  #places({ written, citations, answer }: KeyEntryPlan, element: () => Element): Strip[] {
    const paragraph = lazily(() => this.#desk.canvas.element(element(), 'P'))
    const said = written === null ? [] : [{ text: written }]
    if (citations.length > 0)
      return [
        ...this.#paragraph(said, this.#styles.small, this.#indent, paragraph),
        ...citations.flatMap((citation) => this.#citation(citation, element)),
      ]
    if (written !== null) return this.#lines(said, this.#indent, paragraph)
    if (answer.length > 0) return []
    return this.#lines([{ text: this.#desk.style.words.uncited, emphasis: true }], this.#indent, paragraph)
  }

  /** The answer that the sheet gives, under the question's words. */
  #answer({ answer }: KeyEntryPlan, element: () => Element): Strip[] {
    if (answer.length === 0) return []
    const keyLeading = this.#leading
    const style = { ...textStyle(this.#size), leading: keyLeading, ink: 1, width: this.#width - this.#indent }
    return proseStrips(answer, style, element, this.#desk, this.#indent)
  }

  /** "Mon 1 · p. 2" and the first words of the question, as many as one line holds. */
  #entryHead(entry: KeyEntryPlan, element: () => Element): Strip {
    const { canvas, style } = this.#desk
    const page = this.#pageOf.get(entry.question)
    const where = page ? ` · ${fillWords(style.words.page, { page: page.label })}` : ''
    const asked = this.#withFormulas(entry, entry.label + where)
    const { height, baseline: down } = roomOf(asked?.line ?? {}, this.#leading)
    return {
      height,
      draw: (y, { left, right }) => {
        const baseline = y + down
        const head = canvas.element(element(), 'P')
        const link = canvas.element(head, page?.here ? 'Link' : 'Span')
        const end = canvas.words(ownedBy(link), entry.label + where, this.#looks.labelStrong, left, baseline, {
          space: true,
        })
        canvas.destination(placeName('k', entry.question, this.#desk), y - 4)
        if (page?.here) this.#linkTo(entry.question, entry.label, page, link, left, y, end - left)
        if (asked) {
          const partsOf = stretchesOf(asked.runs, () => head, this.#desk)
          for (const part of partsOf(asked.line)) putPart(part, this.#styles.text, end + 6, baseline, this.#desk)
          return
        }
        const look = { face: 'text-emphasis' as const, size: this.#size, ink: 1 }
        const words = canvas.shortened(entry.words, look, right - end - 6)
        if (words !== '') canvas.words(ownedBy(canvas.element(head, 'Span')), words, look, end + 6, baseline)
      },
    }
  }

  /** The first words behind `label` of a question in which formulas are typeset; null for others. */
  #withFormulas({ runs }: KeyEntryPlan, label: string) {
    const { metrics, canvas } = this.#desk
    if (!runs?.some(({ text, math }) => math && metrics.formula?.(text, 'inline'))) return null
    const width = this.#width - canvas.widthOf(label, this.#looks.labelStrong) - 6
    const set = runs.map((run): Run => ({ ...run, emphasis: true }))
    return firstWords(set, width, this.#styles.text, this.#desk)
  }

  #linkTo(
    question: string,
    label: string,
    page: { label: string },
    element: Element,
    x: number,
    y: number,
    width: number,
  ): void {
    const { canvas, style } = this.#desk
    canvas.page.links.push({
      element: element.id,
      x,
      y,
      width,
      height: this.#leading,
      to: { destination: placeName('q', question, this.#desk) },
      words: fillWords(style.words.toQuestion, { name: label, page: page.label }),
    })
  }

  /** Where the day sheets stand in another file, to the entry of the question. */
  #linkToEntry(question: string, label: string, element: Element, x: number, y: number, width: number): void {
    const { page } = this.#desk.canvas
    this.#desk.links.push({ page, element: element.id, question, label, x, y, width, height: this.#leading })
  }

  /** Sections one under the other, under the file's name where it has to be said. */
  #citation({ file, named, sections }: KeyCitationPlan, element: () => Element): Strip[] {
    const { canvas, style } = this.#desk
    const list = lazily(() => canvas.element(element(), 'L'))
    const whole: Run[] =
      sections.length > 0 ? [] : [{ text: named ? ` ${style.words.wholeFile}` : style.words.wholeFile }]
    const name: Run[] = [...(named ? [{ text: file, code: true as const }] : []), ...whole]
    const paragraph = lazily(() => canvas.element(element(), 'P'))
    const items = sections.flatMap((section) => {
      const item = lazily(() => canvas.element(canvas.element(list(), 'LI'), 'LBody'))
      return this.#lines(sectionRuns(section, this.#desk), named ? 2 * this.#indent : this.#indent, item)
    })
    return [...(name.length > 0 ? this.#lines(name, this.#indent, paragraph) : []), ...items]
  }

  /** Lines of one paragraph in the key's type. */
  #lines(runs: readonly Run[], from: number, element: () => Element): Strip[] {
    return this.#paragraph(runs, this.#styles.text, from, element)
  }

  #paragraph(runs: readonly Run[], style: EntryStyle, from: number, element: () => Element): Strip[] {
    return this.#drawn(runs, this.#lineBreaks(runs, style, from), style, from, element)
  }

  #lineBreaks(runs: readonly Run[], style: LineStyle, from: number): (() => TextLine)[] {
    return linesToBe(runs, this.#width - from - this.#hang, style, this.#desk.metrics)
  }

  /** Lines of one paragraph; further lines hang. Without formulas they are made when they are drawn: there are many. */
  #drawn(
    runs: readonly Run[],
    lines: readonly (() => TextLine)[],
    style: EntryStyle,
    from: number,
    element: () => Element,
  ): Strip[] {
    const partsOf = hasStretches(runs) ? stretchesOf(runs, element, this.#desk) : null
    const strips = lines.map((line, i): Strip => {
      const indent = from + (i > 0 ? this.#hang : 0)
      const { height, baseline } = roomOf(partsOf ? line() : {}, style.leading)
      return {
        height,
        baseline,
        draw: (y, { left }) => {
          if (partsOf) for (const part of partsOf(line())) putPart(part, style, left + indent, y + baseline, this.#desk)
          else this.#desk.canvas.line(ownedBy(element()), line(), style.ink, left + indent, y + baseline)
        },
      }
    })
    return paragraphOf(strips)
  }

  /** A section, and behind it on its last line, no nearer than `tab`, or on lines of their own, links to its questions. */
  #reverseRow(
    runs: readonly Run[],
    questions: readonly { id: string; label: string }[],
    tab: number,
    list: () => Element,
  ): Strip[] {
    const { canvas } = this.#desk
    const keyLeading = this.#leading
    const body = lazily(() => canvas.element(canvas.element(list(), 'LI'), 'LBody'))
    const width = this.#width
    const text = this.#lineBreaks(runs, this.#styles.text, this.#indent)
    const words = lazily(() => canvas.element(body(), 'Span'))
    const section = this.#drawn(runs, text, this.#styles.text, this.#indent, words)
    const ended = this.#indent + (text.length > 1 ? this.#hang : 0) + (text.at(-1)?.().width ?? 0) + 10
    let x = Math.max(ended, tab)
    let line = text.length - 1
    const places = questions.map((question) => {
      const own = canvas.widthOf(question.label, this.#looks.label)
      if (x + own > width) {
        line++
        x = this.#indent + this.#hang
      }
      const place = { id: question.id, label: question.label, x, line, own }
      x += own + 10
      return place
    })
    const extra = Array.from({ length: line - text.length + 1 }, () => room(keyLeading))
    return [...section, ...extra].map((strip, i) => ({
      height: strip.height,
      draw: (y: number, column: Column) => {
        strip.draw(y, column)
        for (const { id, label, x: from, own } of places.filter((place) => place.line === i)) {
          const page = this.#pageOf.get(id)
          const link = canvas.element(body(), 'Link')
          const left = column.left + from
          const baseline = y + baselineOf(strip, keyLeading)
          const top = baseline - keyLeading * baselineShare
          canvas.words(ownedBy(link), label, this.#looks.label, left, baseline, { space: true })
          if (page?.here) this.#linkTo(id, label, page, link, left, top, own)
          else this.#linkToEntry(id, label, link, left, top, own)
        }
      },
    }))
  }
}

const textStyle = (size: number): LineStyle => ({ size, faceOf: textFace, codeScale: 0.9, fillsWithHyphens: true })
