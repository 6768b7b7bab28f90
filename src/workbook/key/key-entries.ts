/** Entries of the key as strips: a question with where to look, and a section with the questions that test it. */
import { fillWords } from '../../template/model.js'
import type { Run } from '../../text/rich.js'
import { type Look, ownedBy } from '../canvas.js'
import { type Desk, placeName } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { KeyCitationPlan, KeyDayPlan, KeyEntryPlan, ReverseSourcePlan, SourceCodePlan } from '../plan-model.js'
import { firstWords } from '../prose/first-words.js'
import { headingRuns } from '../prose/heading-runs.js'
import { baselineOf, baselineShare, roomOf } from '../prose/line-room.js'
import { proseStrips } from '../prose/prose.js'
import { inBold, sectionRuns } from '../prose/section-runs.js'
import { putPart, stretchesOf } from '../prose/stretches.js'
import { type Column, kept, lazily, room, type Strip } from '../prose/strips.js'
import type { Group } from './columns.js'
import { KeyType, textStyle } from './key-type.js'
import { codeStrips } from './scan.js'

/** In a strip that is narrower, titles would break at each word. */
const leastForTitles = 76
/** Where questions stand behind bare numbers of sections: "§10.12" has room before them. */
const tabEms = 5

/** Labels of the pages on which questions stand; only those of this file can be led to. */
export type QuestionPages = ReadonlyMap<string, { label: string; here: boolean }>

/** Sets entries of the key. */
export class KeySetter {
  readonly #type: KeyType
  readonly #desk: Desk
  readonly #pageOf: QuestionPages

  /** `size` of the type, pt; the leading keeps its proportion to it. `width` of the column; `leading`: part of the template's. */
  constructor(size: number, width: number, pageOf: QuestionPages, desk: Desk, leading = 1) {
    this.#type = new KeyType(size, width, desk, leading)
    this.#desk = desk
    this.#pageOf = pageOf
  }

  /** A day: its heading, and the file that is meant when an entry names none, stay with its first entry. */
  dayGroups({ heading, file, entries }: KeyDayPlan, section: () => Element): Group[] {
    const head = this.#heading(headingRuns(heading), section, this.#fileWords(file, entries))
    const groups = entries.map((entry) => this.#entry(entry, section))
    return groups.map((group, i) => (i === 0 ? [...head, ...group] : group))
  }

  /** Sources that stand on the web, where no list of sections names them. */
  codeGroups(codes: readonly SourceCodePlan[], section: () => Element): Group[] {
    return codes.map((code) => [room(8), ...codeStrips(code, this.#type.width, true, section, this.#desk)])
  }

  /** A source: sections, with or without the titles of those that have numbers, each with links to the questions that test it. */
  reverseGroups({ file, title, url, rows }: ReverseSourcePlan, titles: boolean, section: () => Element): Group[] {
    const name = this.#heading([{ text: file, strong: true }], section, title)
    const code = url === null ? [] : codeStrips({ file, url }, this.#type.width, false, section, this.#desk)
    const head = [...name, ...code]
    const list = lazily(() => this.#desk.canvas.element(section(), 'L'))
    const groups = rows.map((row) =>
      this.#reverseRow(
        sectionRuns(titles || !row.number ? row : { ...row, title: [] }, this.#desk),
        row.questions,
        titles ? 0 : this.#type.size * tabEms,
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
      ...this.#type.paragraph([{ text: words.foldBack }], this.#type.styles.small, 0, fold, 0),
      ...this.#heading([{ text: words.key, strong: true }], section, this.#fileWords(file, entries), 0),
    ]
  }

  /** An entry in such a strip, with its answer: with the titles of its sections where they can be read, or in short, with their numbers. */
  stripEntry(entry: KeyEntryPlan, section: () => Element, inFull: boolean): Group {
    const element = lazily(() => this.#desk.canvas.element(section(), 'Div'))
    const alone = { ...entry, written: entry.citations.length > 0 ? null : entry.written }
    const places =
      inFull && this.#type.width >= leastForTitles ? this.#places(alone, element) : this.#shortPlaces(entry, element)
    return [this.#stripLabel(entry, element), ...this.#answer(entry, element), ...places, room(4)]
  }

  #stripLabel({ question, label }: KeyEntryPlan, element: () => Element): Strip {
    const { canvas } = this.#desk
    return {
      height: this.#type.leading,
      draw: (y, { left }) => {
        const link = canvas.element(canvas.element(element(), 'P'), 'Link')
        const end = canvas.words(
          ownedBy(link),
          label,
          this.#type.looks.labelStrong,
          left,
          y + this.#type.leading * 0.76,
          {
            space: true,
          },
        )
        canvas.destination(placeName('k', question, this.#desk), y - 4)
        const page = this.#pageOf.get(question)
        if (page?.here) this.#linkTo(question, label, page, link, left, y, end - left)
      },
    }
  }

  /** Files and numbers alone; the citation as written where none of its files was found. */
  #shortPlaces(entry: KeyEntryPlan, element: () => Element): Strip[] {
    if (entry.citations.length === 0) return this.#places(entry, element)
    return entry.citations.flatMap(({ file, named, short }) => {
      const [name, places] = [1, 2].map(() => lazily(() => this.#desk.canvas.element(element(), 'P'))) as [
        () => Element,
        () => Element,
      ]
      const said = named || short.length === 0 ? [{ text: file }] : []
      return [
        ...this.#type.paragraph(said, this.#type.styles.small, this.#type.indent, name, 0),
        ...this.#lines(inBold(short), this.#type.indent, places),
      ]
    })
  }

  #fileWords(file: string | null, entries: readonly KeyEntryPlan[]): Run[] {
    const { words } = this.#desk.style
    const others = entries.some(({ citations }) => citations.some(({ named }) => named))
    return file === null ? [] : [{ text: fillWords(others ? words.keyFileMost : words.keyFile, { file }) }]
  }

  /** A heading, and under it a quiet line that belongs to it. */
  #heading(runs: readonly Run[], section: () => Element, under: readonly Run[], hang = this.#type.hang): Strip[] {
    const element = lazily(() => this.#desk.canvas.element(section(), 'H2'))
    const paragraph = lazily(() => this.#desk.canvas.element(section(), 'P'))
    return kept([
      room(8),
      ...this.#type.paragraph(runs, this.#type.styles.heading, 0, element, hang),
      ...(under.length === 0 ? [] : this.#type.paragraph(under, this.#type.styles.small, 0, paragraph, hang)),
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
        ...this.#type.paragraph(said, this.#type.styles.small, this.#type.indent, paragraph),
        ...citations.flatMap((citation) => this.#citation(citation, element)),
      ]
    if (written !== null) return this.#lines(said, this.#type.indent, paragraph)
    if (answer.length > 0) return []
    return this.#lines([{ text: this.#desk.style.words.uncited, emphasis: true }], this.#type.indent, paragraph)
  }

  /** The answer that the sheet gives, under the question's words. */
  #answer({ answer }: KeyEntryPlan, element: () => Element): Strip[] {
    if (answer.length === 0) return []
    const keyLeading = this.#type.leading
    const style = {
      ...textStyle(this.#type.size),
      leading: keyLeading,
      ink: 1,
      width: this.#type.width - this.#type.indent,
    }
    return proseStrips(answer, style, element, this.#desk, this.#type.indent)
  }

  /** "Mon 1 · p. 2" and the first words of the question, as many as one line holds. */
  #entryHead(entry: KeyEntryPlan, element: () => Element): Strip {
    const { canvas } = this.#desk
    const page = this.#pageOf.get(entry.question)
    const label = this.#labelOf(entry)
    const asked = this.#withFormulas(entry, label)
    const { height, baseline: down } = roomOf(asked?.line ?? {}, this.#type.leading)
    return {
      height,
      draw: (y, { left }) => {
        const baseline = y + down
        const head = canvas.element(element(), 'P')
        const link = canvas.element(head, page?.here ? 'Link' : 'Span')
        const end = canvas.words(ownedBy(link), label, this.#type.looks.labelStrong, left, baseline, { space: true })
        canvas.destination(placeName('k', entry.question, this.#desk), y - 4)
        if (page?.here) this.#linkTo(entry.question, entry.label, page, link, left, y, end - left)
        if (asked) {
          const partsOf = stretchesOf(asked.runs, () => head, this.#desk)
          for (const part of partsOf(asked.line)) putPart(part, this.#type.styles.text, end + 6, baseline, this.#desk)
          return
        }
        const words = this.firstWords(entry)
        if (words === '') return
        const span = ownedBy(canvas.element(head, 'Span'))
        canvas.ownWords(entry.question, span, words, this.#asked, end + 6, baseline)
      },
    }
  }

  /** "Mon 1 · p. 2". */
  #labelOf({ question, label }: KeyEntryPlan): string {
    const page = this.#pageOf.get(question)
    return page ? `${label} · ${fillWords(this.#desk.style.words.page, { page: page.label })}` : label
  }

  /** The first words behind the label of an entry, as many as its line holds; where formulas are typeset, others stand there (`runs`). */
  firstWords(entry: KeyEntryPlan): string {
    return this.#desk.canvas.shortened(entry.words, this.#asked, this.#besides(this.#labelOf(entry)))
  }

  get #asked(): Look {
    return { face: 'text-emphasis', size: this.#type.size, ink: 1 }
  }

  /** Width of a line behind a label. */
  #besides(label: string): number {
    return this.#type.width - this.#desk.canvas.widthOf(label, this.#type.looks.labelStrong) - 6
  }

  /** The first words behind `label` of a question in which formulas are typeset; null for others. */
  #withFormulas({ runs }: KeyEntryPlan, label: string) {
    const { metrics } = this.#desk
    if (!runs?.some(({ text, math }) => math && metrics.formula?.(text, 'inline'))) return null
    const set = runs.map((run): Run => ({ ...run, emphasis: true }))
    return firstWords(set, this.#besides(label), this.#type.styles.text, this.#desk)
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
      height: this.#type.leading,
      to: { destination: placeName('q', question, this.#desk) },
      words: fillWords(style.words.toQuestion, { name: label, page: page.label }),
    })
  }

  /** Where the day sheets stand in another file, to the entry of the question. */
  #linkToEntry(question: string, label: string, element: Element, x: number, y: number, width: number): void {
    const { page } = this.#desk.canvas
    this.#desk.links.push({ page, element: element.id, question, label, x, y, width, height: this.#type.leading })
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
      return this.#lines(sectionRuns(section, this.#desk), named ? 2 * this.#type.indent : this.#type.indent, item)
    })
    const inCode = this.#lines(name, this.#type.indent, paragraph)
    // A name that would break is set closer.
    const inOne =
      inCode.length > 1
        ? this.#type.paragraph(
            name.map(({ text }) => ({ text })),
            this.#type.styles.small,
            this.#type.indent,
            paragraph,
            0,
          )
        : inCode
    return [...(inOne.length < inCode.length ? inOne : inCode), ...items]
  }

  /** Lines of one paragraph in the key's type. */
  #lines(runs: readonly Run[], from: number, element: () => Element): Strip[] {
    return this.#type.paragraph(runs, this.#type.styles.text, from, element)
  }

  /** A section, and behind it on its last line, no nearer than `tab`, or on lines of their own, links to its questions. */
  #reverseRow(
    runs: readonly Run[],
    questions: readonly { id: string; label: string }[],
    tab: number,
    list: () => Element,
  ): Strip[] {
    const { canvas } = this.#desk
    const keyLeading = this.#type.leading
    const body = lazily(() => canvas.element(canvas.element(list(), 'LI'), 'LBody'))
    const width = this.#type.width
    const text = this.#type.lineBreaks(runs, this.#type.styles.text, this.#type.indent)
    const words = lazily(() => canvas.element(body(), 'Span'))
    const section = this.#type.drawn(runs, text, this.#type.styles.text, this.#type.indent, words)
    const ended =
      this.#type.indent +
      (text.count > 1 ? this.#type.hang : 0) +
      (text.count > 0 ? text.line(text.count - 1).width : 0) +
      10
    let x = Math.max(ended, tab)
    let line = text.count - 1
    const places = questions.map((question) => {
      const own = canvas.widthOf(question.label, this.#type.looks.label)
      if (x + own > width) {
        line++
        x = this.#type.indent + this.#type.hang
      }
      const place = { id: question.id, label: question.label, x, line, own }
      x += own + 10
      return place
    })
    const extra = Array.from({ length: line - text.count + 1 }, () => room(keyLeading))
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
          canvas.words(ownedBy(link), label, this.#type.looks.label, left, baseline, { space: true })
          if (page?.here) this.#linkTo(id, label, page, link, left, top, own)
          else this.#linkToEntry(id, label, link, left, top, own)
        }
      },
    }))
  }
}
