/** Parts of a workbook that were laid before: a day sheet is laid again only when it changes, or what stands before it does. */
import { Alike } from '../text/alike.js'
import { sha256 } from '../text/digest.js'
import type { Metrics } from '../text/metrics.js'
import { formulasIn } from '../text/tex/formulas-in.js'
import type { OwnWords } from './canvas.js'
import type { Desk, QuestionLink } from './frame.js'
import type { Destination, Element, Granted, Page } from './pages-model.js'

/** What laying a part has put on the desk. Items and elements are shared by all pages that hold them, and are never changed. */
export interface LaidPart {
  /** As they were when the part was laid: feet, strips and most links come later. */
  pages: Page[]
  sections: Element[]
  /** How many elements they are. */
  elements: number
  destinations: Destination[]
  granted: [string, Granted][]
  /** `page`: among those of the part. */
  links: (Omit<QuestionLink, 'page'> & { page: number })[]
  shrunk: [string, number][]
  /** `page`: among those of the part. */
  own: (Omit<OwnWords, 'page'> & { page: number })[]
}

/** Parts that are kept: those of some twenty weeks. */
const keptParts = 256

/** Places move when a line is added above, and are asked for by messages only. */
const unread: ReadonlySet<string> = new Set(['place'])

/** Parts of workbooks that were laid out, kept from build to build by all that they hang on. */
export class PartMemory {
  readonly laid = new Alike<LaidPart>(keptParts, unread)
  readonly choices = new Alike<unknown>(keptParts, unread)
  readonly #numbers = new WeakMap<object, number>()
  #numbered = 0

  /** A number for what stays loaded and cannot be put into words, such as fonts: the same as long as it is the same. 0 for nothing. */
  numberOf(one: object | undefined): number {
    if (!one) return 0
    const number = this.#numbers.get(one) ?? ++this.#numbered
    this.#numbers.set(one, number)
    return number
  }
}

/** Lays the parts of one plan, or takes from the memory those that were laid with the same plan, template and fonts. */
export class Parts {
  readonly #memory: PartMemory | undefined
  readonly #desk: Desk
  /** What all of them hang on: measures and words of the template, its fonts and its hyphens, and what the plan says of all. */
  readonly #ground: string

  constructor(desk: Desk, memory: PartMemory | undefined) {
    this.#memory = memory
    this.#desk = desk
    const { plan, template, metrics } = desk
    const { days, summary, key, guide, brainDumps, exitTickets, testAndFold, calendar, ...head } = plan
    const loaded = [metrics.width, template.hyphens].map((each) => memory?.numberOf(each))
    const ground = [template.workbook, template.lang, head, days.length > 0, key !== null, loaded]
    this.#ground = memory ? sha256(JSON.stringify(ground)) : ''
  }

  /**
   * Lays a part by `lay`, or puts on the desk what was laid of the same one before. What it hangs on besides the ground: what the plan says of it,
   * `said`, its `name`, the pages and elements before it, the positions of its `questions`, and which of its formulas are set. A part of which
   * something is reported is laid each time, so that it is said each time, with the place that holds now. `words`: what its own words
   * (`Canvas.ownWords`) are now, whatever they were.
   */
  lay(
    name: Page['kind'],
    said: () => unknown,
    questions: readonly string[],
    lay: () => void,
    words: () => ReadonlyMap<string, string> = () => new Map(),
  ): void {
    const memory = this.#memory
    if (!memory) {
      lay()
      return
    }
    const { canvas, positions, log } = this.#desk
    const before = [canvas.pages.length, canvas.pages.at(-1)?.label, canvas.elements]
    const own = `${this.#ground} ${name} ${before.join(' ')}`
    const hangsOn = this.#with([questions.map((id) => positions.get(id)), said()])
    const known = memory.laid.get(own, hangsOn)
    if (known) {
      putAgain(known, words(), this.#desk)
      return
    }
    const { reports } = log
    const laid = layAndNote(this.#desk, lay)
    if (log.reports === reports) memory.laid.keep(own, hangsOn, laid)
  }

  /** What `choose` says, plain data that hangs on the ground, on what is `given` and on which of its formulas are set; asked once a `name`, unless it reports something. */
  choice<T>(name: Page['kind'], given: () => unknown, choose: () => T): T {
    if (!this.#memory) return choose()
    const own = `${this.#ground} ${name}`
    const hangsOn = this.#with(given())
    const { choices } = this.#memory
    const known = choices.get(own, hangsOn) as T | undefined
    if (known !== undefined) return known
    const { reports } = this.#desk.log
    const chosen = choose()
    if (this.#desk.log.reports === reports) choices.keep(own, hangsOn, chosen)
    return chosen
  }

  /** What is said, and which of its formulas are set. */
  #with(said: unknown): unknown {
    return [setIn(said, this.#desk.metrics), said]
  }
}

/** Which formulas are set, and which keep their source: `10`. */
const setIn = (said: unknown, metrics: Metrics): string =>
  metrics.formula
    ? formulasIn([said])
        .map(({ source, kind }) => (metrics.formula?.(source, kind) ? '1' : '0'))
        .join('')
    : ''

function layAndNote(desk: Desk, lay: () => void): LaidPart {
  const { canvas, granted, links } = desk
  const [pages, sections, elements] = [canvas.pages.length, canvas.root.children.length, canvas.elements]
  const [destinations, grants, own] = [canvas.destinations.length, granted.size, links.length]
  const shrunk = [...canvas.shrunk]
  const words = canvas.own.length
  canvas.shrunk.clear()
  lay()
  const laid: LaidPart = {
    pages: canvas.pages.slice(pages).map(copied),
    sections: canvas.root.children.slice(sections),
    elements: canvas.elements - elements,
    destinations: canvas.destinations.slice(destinations),
    granted: [...granted].slice(grants),
    links: links.slice(own).map(({ page, ...link }) => ({ ...link, page: canvas.pages.indexOf(page) - pages })),
    shrunk: [...canvas.shrunk],
    own: canvas.own.slice(words).map(({ page, ...own }) => ({ ...own, page: canvas.pages.indexOf(page) - pages })),
  }
  for (const [source, scale] of shrunk) canvas.shrink(source, scale)
  return laid
}

function putAgain(laid: LaidPart, own: ReadonlyMap<string, string>, { canvas, granted, links }: Desk): void {
  const first = canvas.pages.length
  for (const page of laid.pages) canvas.begin(copied(page))
  canvas.root.children.push(...laid.sections)
  canvas.elements += laid.elements
  canvas.destinations.push(...laid.destinations)
  for (const [id, grant] of laid.granted) granted.set(id, grant)
  for (const { page, ...link } of laid.links) links.push({ ...link, page: canvas.pages[first + page] as Page })
  for (const [source, scale] of laid.shrunk) canvas.shrink(source, scale)
  for (const { page, ...words } of laid.own.toReversed()) {
    const text = own.get(words.name)
    if (text !== undefined && text !== words.text)
      canvas.reword({ ...words, page: canvas.pages[first + page] as Page }, text)
  }
}

/** Later steps add to a page. */
const copied = (page: Page): Page => ({
  ...page,
  questions: [...page.questions],
  items: [...page.items],
  links: [...page.links],
})
