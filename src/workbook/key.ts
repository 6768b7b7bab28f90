/** The citation key in two columns: by day and question, then from section to question. */
import { fillWords } from '../template/model.js'
import { breakLines, type LineStyle, plainFaces, textFace } from '../text/lines.js'
import { plainText, type Run } from '../text/rich.js'
import { ownedBy } from './canvas.js'
import { beginPage, columnOf, columnWidth, type Desk, placeName } from './frame.js'
import type { Element, Page } from './pages-model.js'
import { putPlainHead } from './plain-head.js'
import type { KeyCitationPlan, KeyEntryPlan, KeyPlan, ReverseSourcePlan } from './plan-model.js'
import { proseStrips } from './prose.js'
import { type Column, heightOf, lazily, room, type Strip } from './strips.js'

const gutter = 20
/** Indent of sections under their file. */
const sectionIndent = 8
/** Hanging indent of a section's further lines. */
const hang = 12

/** Strips that belong together: an entry, or a heading with the entry under it. */
type Group = Strip[]

export function layKey(key: KeyPlan, desk: Desk): void {
  const { words } = desk.style
  const pageOf = new Map(desk.canvas.pages.flatMap((page) => page.questions.map((id) => [id, page] as const)))
  const section = desk.canvas.element(desk.canvas.root, 'Sect', { title: words.key })
  beginPage(desk, 'key', null)
  const setter = new KeySetter(desk, pageOf)
  let flow = new ColumnFlow(putPlainHead(words.key, section, desk), desk)
  for (const group of key.days.flatMap((day) => setter.dayGroups(day.heading, day.entries, section))) flow.add(group)
  flow.place()
  if (key.reverse.length === 0) return
  const reverse = desk.canvas.element(desk.canvas.root, 'Sect', { title: words.reverse })
  const groups = key.reverse.flatMap((source) => setter.reverseGroups(source, reverse))
  const rest = flow.bottomOf()
  const height = 30 + groups.reduce((sum, group) => sum + heightOf(group), 0) / 2
  if (desk.bottom - rest < Math.min(height, 160)) {
    beginPage(desk, 'key', null)
    flow = new ColumnFlow(putPlainHead(words.reverse, reverse, desk), desk)
  } else {
    const { left } = columnOf(desk.canvas.page, desk)
    const heading = desk.canvas.element(reverse, 'H1')
    desk.canvas.words(ownedBy(heading), words.reverse, desk.looks.topic, left, rest + 30)
    flow = new ColumnFlow(rest + 42, desk)
  }
  for (const group of groups) flow.add(group)
  flow.place()
}

/** Fills two columns page after page; on the last page both end at about the same height. */
class ColumnFlow {
  readonly #desk: Desk
  readonly #groups: Group[] = []
  #top: number
  #end: number

  constructor(top: number, desk: Desk) {
    this.#desk = desk
    this.#top = top
    this.#end = top
  }

  add(group: Group): void {
    this.#groups.push(group)
  }

  /** Where the longer column ends. */
  bottomOf(): number {
    return this.#end
  }

  place(): void {
    const groups = this.#groups.map((group) => [...group])
    while (groups.length > 0) {
      const height = this.#desk.bottom - this.#top
      const balanced = this.#balancedHeight(groups, height)
      this.#end = this.#top
      for (let column = 0; column < 2 && groups.length > 0; column++) this.#fill(column, groups, balanced ?? height)
      if (groups.length === 0) return
      beginPage(this.#desk, 'key', null)
      this.#top = this.#desk.top
    }
  }

  /** The least height at which both columns take all groups; null when the page is too short for them. */
  #balancedHeight(groups: readonly Group[], most: number): number | null {
    const heights = groups.map(heightOf)
    const total = heights.reduce((a, b) => a + b, 0)
    for (let height = Math.ceil(total / 2); height <= most; height += 4) {
      let column = 0
      let used = 0
      for (const own of heights) {
        if (used > 0 && used + own > height) {
          column++
          used = 0
        }
        used += own
      }
      if (column < 2 && heights.every((own) => own <= height)) return height
    }
    return null
  }

  #fill(column: number, groups: Group[], height: number): void {
    const bottom = this.#top + height + 0.001
    const at = this.#columnAt(column)
    let y = this.#top
    while (groups.length > 0) {
      const group = groups[0] as Group
      const fits = y + heightOf(group) <= bottom
      if (!fits && y > this.#top) break
      // At the top of a column something is always placed, so that every page takes the key further.
      while (group.length > 0 && (fits || y === this.#top || y + (group[0] as Strip).height <= bottom)) {
        const strip = group.shift() as Strip
        if (strip.air && y === this.#top) continue
        strip.draw(y, at)
        y += strip.height
      }
      if (group.length > 0) break
      groups.shift()
    }
    this.#end = Math.max(this.#end, y)
  }

  #columnAt(column: number): Column {
    const { left } = columnOf(this.#desk.canvas.page, this.#desk)
    const width = keyWidth(this.#desk)
    const x = left + column * (width + gutter)
    return { left: x, text: x, right: x + width }
  }
}

const keyWidth = (desk: Desk): number => (columnWidth(desk) - gutter) / 2

/** Sets entries of the key. */
class KeySetter {
  readonly #desk: Desk
  readonly #pageOf: ReadonlyMap<string, Page>

  constructor(desk: Desk, pageOf: ReadonlyMap<string, Page>) {
    this.#desk = desk
    this.#pageOf = pageOf
  }

  /** A day: its heading stays with its first entry. */
  dayGroups(heading: readonly Run[], entries: readonly KeyEntryPlan[], section: Element): Group[] {
    const head = this.#heading(plainText(heading), section)
    const groups = entries.map((entry) => this.#entry(entry, section))
    return groups.map((group, i) => (i === 0 ? [...head, ...group] : group))
  }

  /** A source: sections, each with links to the questions that test it. */
  reverseGroups(source: ReverseSourcePlan, section: Element): Group[] {
    const head = this.#heading(source.file, section)
    const list = lazily(() => this.#desk.canvas.element(section, 'L'))
    const rows = source.rows.map((row) => {
      const runs: Run[] =
        row.number === null && row.title === '' ? [{ text: this.#desk.style.words.wholeFile }] : sectionRuns(row)
      return this.#reverseRow(runs, row.questions, list)
    })
    return rows.map((row, i) => (i === 0 ? [...head, ...row] : row))
  }

  #heading(text: string, section: Element): Strip[] {
    const { canvas, looks, style, metrics } = this.#desk
    const lines = breakLines(
      [{ text, strong: true }],
      keyWidth(this.#desk),
      { size: looks.label.size + 1, faceOf: plainFaces('label', 'label-strong') },
      metrics,
    )
    const element = lazily(() => canvas.element(section, 'H2'))
    const strips = lines.map((line) => ({
      height: style.type.keyLeading + 1,
      draw: (y: number, column: Column) =>
        canvas.line(ownedBy(element()), line, 1, column.left, y + style.type.keyLeading - 2),
    }))
    return [room(6), ...strips, room(3)]
  }

  #entry(entry: KeyEntryPlan, section: Element): Strip[] {
    const element = lazily(() => this.#desk.canvas.element(section, 'Div'))
    const citations = entry.citations.flatMap((citation) => this.#citation(citation, element))
    const uncited = (): Strip[] => {
      const run: Run =
        entry.written === null ? { text: this.#desk.style.words.uncited, emphasis: true } : { text: entry.written }
      return this.#lines(
        [run],
        sectionIndent,
        0,
        lazily(() => this.#desk.canvas.element(element(), 'P')),
      )
    }
    const answer = this.#answer(entry, element)
    const places = citations.length > 0 ? citations : answer.length > 0 && entry.written === null ? [] : uncited()
    return [this.#entryHead(entry, element), ...answer, ...places, room(5)]
  }

  /** The answer that the sheet gives, under the question's words. */
  #answer({ answer }: KeyEntryPlan, element: () => Element): Strip[] {
    const { keyLeading } = this.#desk.style.type
    const style = { ...this.#style(), leading: keyLeading, ink: 1, width: keyWidth(this.#desk) - sectionIndent }
    return proseStrips(answer, style, element, this.#desk, sectionIndent)
  }

  /** "Mon 1 · p. 2" and the first words of the question, as many as one line holds. */
  #entryHead(entry: KeyEntryPlan, element: () => Element): Strip {
    const { canvas, looks, style } = this.#desk
    const page = this.#pageOf.get(entry.question)
    const where = page ? ` · ${fillWords(style.words.page, { page: page.label })}` : ''
    return {
      height: style.type.keyLeading,
      draw: (y, { left, right }) => {
        const baseline = y + style.type.keyLeading * 0.76
        const head = canvas.element(element(), 'P')
        const link = canvas.element(head, page ? 'Link' : 'Span')
        const end = canvas.words(ownedBy(link), entry.label + where, looks.labelStrong, left, baseline, { space: true })
        canvas.destination(placeName('k', entry.question, this.#desk), y - 4)
        if (page) this.#linkTo(entry.question, entry.label, page, link, left, y, end - left)
        const look = { face: 'text-emphasis' as const, size: style.type.key, ink: 1 }
        const words = canvas.shortened(entry.words, look, right - end - 6)
        if (words !== '') canvas.words(ownedBy(canvas.element(head, 'Span')), words, look, end + 6, baseline)
      },
    }
  }

  #linkTo(question: string, label: string, page: Page, element: Element, x: number, y: number, width: number): void {
    const { canvas, style } = this.#desk
    canvas.page.links.push({
      element: element.id,
      x,
      y,
      width,
      height: style.type.keyLeading,
      to: { destination: placeName('q', question, this.#desk) },
      words: fillWords(style.words.toQuestion, { name: label, page: page.label }),
    })
  }

  #citation({ file, targets, note }: KeyCitationPlan, element: () => Element): Strip[] {
    const { style } = this.#desk
    const list = lazily(() => this.#desk.canvas.element(element(), 'L'))
    const unresolved = targets.filter((target) => target.sections.length === 0).map((target) => target.label)
    const written =
      unresolved.length > 0 || targets.length === 0 ? ` ${unresolved.join(', ') || style.words.wholeFile}` : ''
    const name: Run[] = [
      { text: file, code: true },
      ...(written === '' ? [] : [{ text: written, ...(unresolved.length > 0 ? { strong: true as const } : {}) }]),
      ...(note === null ? [] : [{ text: ` ${note}` }]),
    ]
    const seen = new Set<string>()
    const sections = targets
      .flatMap((target) => target.sections)
      .filter((section) => {
        const key = `${section.number}\n${section.title}`
        return seen.has(key) ? false : seen.add(key)
      })
    return [
      ...this.#lines(
        name,
        sectionIndent,
        0,
        lazily(() => this.#desk.canvas.element(element(), 'P')),
      ),
      ...sections.flatMap((section) => {
        const item = lazily(() => this.#desk.canvas.element(this.#desk.canvas.element(list(), 'LI'), 'LBody'))
        return this.#lines(sectionRuns(section), 2 * sectionIndent, hang, item, true)
      }),
    ]
  }

  #style(): LineStyle {
    return { size: this.#desk.style.type.key, faceOf: textFace, codeScale: 0.9 }
  }

  /** Lines of one paragraph; further lines hang deeper. `whole`: the element is the paragraph itself. */
  #lines(runs: readonly Run[], indent: number, further: number, element: () => Element, whole = false): Strip[] {
    const { canvas, metrics, style } = this.#desk
    const width = keyWidth(this.#desk) - indent - further
    const paragraph = whole ? element : lazily(() => canvas.element(element(), 'Span'))
    return breakLines(runs, width, this.#style(), metrics).map((line, i) => ({
      height: style.type.keyLeading,
      draw: (y: number, { left }: Column) =>
        canvas.line(
          ownedBy(paragraph()),
          line,
          1,
          left + indent + (i > 0 ? further : 0),
          y + style.type.keyLeading * 0.76,
        ),
    }))
  }

  /** A section, and behind it on its last line, or on lines of their own, links to its questions. */
  #reverseRow(runs: readonly Run[], questions: readonly { id: string; label: string }[], list: () => Element): Strip[] {
    const { canvas, style, looks, metrics } = this.#desk
    const { keyLeading } = style.type
    const body = lazily(() => canvas.element(canvas.element(list(), 'LI'), 'LBody'))
    const width = keyWidth(this.#desk)
    const text = breakLines(runs, width - sectionIndent - hang, this.#style(), metrics)
    const section = this.#lines(runs, sectionIndent, hang, body)
    const ended = sectionIndent + (text.length > 1 ? hang : 0) + (text.at(-1)?.width ?? 0) + 10
    let x = ended
    let line = text.length - 1
    const places = questions.map((question) => {
      const own = canvas.widthOf(question.label, looks.label)
      if (x + own > width) {
        line++
        x = sectionIndent + hang
      }
      const place = { ...question, x, line, own }
      x += own + 10
      return place
    })
    const extra = Array.from({ length: line - text.length + 1 }, () => ({ height: keyLeading, draw: () => {} }))
    return [...section, ...extra].map((strip, i) => ({
      height: strip.height,
      draw: (y: number, column: Column) => {
        strip.draw(y, column)
        for (const { id, label, x: from, own } of places.filter((place) => place.line === i)) {
          const page = this.#pageOf.get(id)
          const link = canvas.element(body(), page ? 'Link' : 'Span')
          const left = column.left + from
          canvas.words(ownedBy(link), label, looks.label, left, y + keyLeading * 0.76, { space: true })
          if (page) this.#linkTo(id, label, page, link, left, y, own)
        }
      },
    }))
  }
}

/** "§1.3 Three quiet weeks": the number bold, the title plain. */
function sectionRuns({ number, title }: { number: string | null; title: string }): Run[] {
  const sign = number === null ? '§' : number.startsWith('§') ? number : `§${number}`
  return number === null
    ? [{ text: `§${title}`, strong: true }]
    : [{ text: sign, strong: true }, ...(title === '' ? [] : [{ text: ` ${title}` }])]
}
