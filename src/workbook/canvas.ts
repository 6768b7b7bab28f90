/** Where layout puts things: pages being filled, and the structure tree that grows with them. */

import { type Direction, hasRightToLeft, paragraphDirection } from '../text/direction.js'
import { beginnings, elided } from '../text/lines/breaks.js'
import { type Fragment, oneLine, type TextLine, textFace } from '../text/lines/lines.js'
import type { FaceName, Metrics } from '../text/metrics.js'
import { printable } from '../text/printable.js'
import { Recent } from '../text/recent.js'
import { perEm } from '../text/tex/formula.js'
import type {
  Destination,
  Element,
  ElementType,
  FormulaItem,
  Item,
  Owner,
  Page,
  Piece,
  TextItem,
} from './pages-model.js'

/** How a label is set: face, size in pt, ink 0–1, letterspacing in pt. */
export interface Look {
  face: FaceName
  size: number
  ink: number
  tracking?: number
}

/** Words on a page that may become others where all else is kept: where they stand among its items, and how they are set. */
export interface OwnWords {
  /** Whose they are: an id. */
  name: string
  page: Page
  at: number
  items: number
  owner: Owner
  text: string
  look: Look
  x: number
  y: number
}

/** Layout artifacts: rules, frames and shapes around the content, which readers skip. */
export const furniture: Owner = { artifact: 'Layout' }
/** A pagination artifact: heads of a table that are said again on a further page. */
export const pagination: Owner = { artifact: 'Pagination' }
/** The running line at the top of a page, a pagination artifact. */
export const header: Owner = { artifact: 'Pagination', at: 'Header' }
/** The running line at its foot. */
export const footer: Owner = { artifact: 'Pagination', at: 'Footer' }

/** Content of a structure element. */
export const ownedBy = (element: Element): Owner => ({ element: element.id })

/** Letters that hang from one line, beside Arabic ones. */
const joined = /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u

/** Beginnings that were found: a key asks for each of them twice, and a watch again and again. */
const knownBeginnings = new WeakMap<Metrics, Recent<string>>()
const keptLetters = 1 << 16

/** Pages in the making. Coordinates as in `pages-model.ts`: points, y down, text on its baseline. */
export class Canvas {
  readonly pages: Page[] = []
  readonly destinations: Destination[] = []
  readonly root: Element = { id: 'e0', type: 'Document', children: [] }
  readonly metrics: Metrics
  readonly #direction: Direction
  /** How many elements there are besides the root. */
  elements = 0
  #current: Page | null = null
  /** Words that were put by `ownWords`. */
  readonly own: OwnWords[] = []
  /** Formulas that are set smaller than the text, by source, and the smallest scale of each. */
  readonly shrunk = new Map<string, number>()

  constructor(metrics: Metrics, direction: Direction) {
    this.metrics = metrics
    this.#direction = direction
  }

  /** The page being filled. */
  get page(): Page {
    if (!this.#current) throw new Error('No page yet')
    return this.#current
  }

  /** Adds a page and turns to it. */
  begin(page: Page): void {
    this.pages.push(page)
    this.#current = page
  }

  /** Turns back to a page that was begun. */
  turnTo(page: Page): void {
    this.#current = page
  }

  /** A new structure element under `parent`, after its other children. */
  element(parent: Element, type: ElementType, rest?: Partial<Omit<Element, 'id' | 'type' | 'children'>>): Element {
    const id = `e${++this.elements}`
    const element: Element = rest ? { id, type, ...rest, children: [] } : { id, type, children: [] }
    parent.children.push(element)
    return element
  }

  put(...items: Item[]): void {
    this.page.items.push(...items)
  }

  /** Words from `x` on; returns where they end. `space` adds a space glyph behind them, for readers by ear. */
  words(owner: Owner, text: string, look: Look, x: number, y: number, { space = false } = {}): number {
    const shown = printable(text)
    if (shown === '') return x
    if (this.#isMixed(text)) {
      const style = { size: look.size, faceOf: () => look.face, direction: this.#direction }
      const line = oneLine([{ text }], style, this.metrics)
      this.line(owner, { ...line, end: space ? 'space' : 'word' }, look.ink, x, y)
      return x + line.width
    }
    const tracking = this.#tracking(text, look)
    const pieces: Piece[] = []
    let at = 0
    for (const piece of this.metrics.pieces(shown, look.face)) {
      pieces.push({ text: piece.text, font: piece.font, face: look.face, size: look.size, x: at, rise: 0 })
      at += this.metrics.width(piece.text, look.face, look.size)
      if (tracking !== 0) at += tracking * [...piece.text].length
    }
    const last = pieces.at(-1)
    if (last && space) last.text += ' '
    this.put(textItem(owner, x, y, at - tracking, look, tracking, pieces))
    return x + at - tracking
  }

  /** As `words`, for those of one question on a page of many: they become others by `reword`. */
  ownWords(name: string, owner: Owner, text: string, look: Look, x: number, y: number): void {
    const { page } = this
    const at = page.items.length
    this.words(owner, text, look, x, y)
    this.own.push({ name, page, at, items: page.items.length - at, owner, text, look, x, y })
  }

  /** Puts other words in the place of some; of several on a page, the last ones first. */
  reword({ page, at, items, owner, look, x, y }: OwnWords, text: string): void {
    const current = this.page
    const end = page.items.length
    this.turnTo(page)
    this.words(owner, text, look, x, y)
    page.items.splice(at, items, ...page.items.splice(end))
    this.turnTo(current)
  }

  /** Whether the letters of a label are not simply drawn one after the other from the left. */
  #isMixed(text: string): boolean {
    return hasRightToLeft(text) || paragraphDirection(text, this.#direction) === 'rtl'
  }

  /** Words that end at `right`; returns where they begin. */
  wordsBefore(owner: Owner, text: string, look: Look, right: number, y: number): number {
    const x = right - this.widthOf(text, look)
    this.words(owner, text, look, x, y)
    return x
  }

  widthOf(text: string, look: Look): number {
    const shown = printable(text)
    const width = this.metrics.width(shown, look.face, look.size)
    const tracking = this.#tracking(text, look)
    return tracking === 0 ? width : width + tracking * Math.max(0, [...shown].length - 1)
  }

  /** Letters that join are not spaced out. */
  #tracking(text: string, look: Look): number {
    return !look.tracking || this.#isMixed(text) || joined.test(text) ? 0 : look.tracking
  }

  /** As many words as fit into `width`, then "…"; for words that stand elsewhere in full. */
  shortened(text: string, look: Look, width: number): string {
    const known = knownBeginnings.get(this.metrics) ?? new Recent<string>(keptLetters)
    knownBeginnings.set(this.metrics, known)
    const key = `${look.face} ${look.size} ${look.tracking ?? 0} ${this.#direction} ${width}\n${text}`
    const shortened = known.get(key) ?? this.#shortened(text, look, width)
    known.keep(key, shortened)
    return shortened
  }

  #shortened(text: string, look: Look, width: number): string {
    // No line holds more letters, and measuring all of a very long text again and again takes its time.
    const most = 400
    if (text.length <= most && this.widthOf(text, look) <= width) return text
    const starts = beginnings(text.slice(0, most))
    const cut = (i: number): string => elided(starts[i] ?? '')
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.widthOf(cut(middle), look) <= width) low = middle + 1
      else high = middle
    }
    return low === 0 ? '' : cut(low - 1)
  }

  /** A broken line of running text. */
  line(owner: Owner, line: TextLine, ink: number, x: number, y: number): void {
    for (const fragment of line.fragments) if (fragment.formula) this.formula(owner, fragment, ink, x, y)
    const words = line.fragments.filter(({ formula }) => !formula)
    const endsInWords = !line.fragments.at(-1)?.formula
    const pieces = words.flatMap((fragment) => this.#pieces(fragment))
    const last = pieces.at(-1)
    if (!last) return
    // The space for readers by ear hangs out where the line ends.
    if (line.end !== 'word' && endsInWords) {
      if (line.rtl) pieces.push({ ...last, text: ' ', x: -this.metrics.width(' ', last.face, last.size) })
      else if (last.rtl) pieces.push({ ...last, text: ' ', x: line.width })
      else last.text += ' '
    }
    this.put(textItem(owner, x, y, line.width, { size: last.size, ink }, 0, pieces))
  }

  /** Notes the scale at which a formula is set. */
  shrink(source: string, scale: number): void {
    this.shrunk.set(source, Math.min(scale, this.shrunk.get(source) ?? 1))
  }

  /** A formula, or a stretch of one. */
  formula(owner: Owner, fragment: Fragment, ink: number, x: number, y: number, display = false): void {
    const { formula, size, width } = fragment
    if (!formula) return
    const { source, stretches, scale, goesOn } = formula
    this.shrink(source, scale)
    let at = 0
    const marks: FormulaItem['marks'] = []
    const words: Piece[] = []
    for (const stretch of stretches) {
      if (stretch.outlines.length > 0) marks.push({ x: at, outlines: stretch.outlines })
      for (const { text, strong, emphasis, ...place } of stretch.words) {
        const run = { text, ...(strong && { strong }), ...(emphasis && { emphasis }) }
        const line = oneLine([run], { size: (size * place.size) / perEm, faceOf: textFace }, this.metrics)
        for (const piece of line.fragments.flatMap((each) => this.#pieces(each)))
          words.push({ ...piece, x: piece.x + ((at + place.x) * size) / perEm, rise: (-place.y * size) / perEm })
      }
      at += stretch.width
    }
    const [{ font } = { font: 'face' }] = this.metrics.pieces(' ', 'text')
    this.put({
      type: 'formula',
      owner,
      source,
      x: x + fragment.x,
      y: y - fragment.rise,
      width,
      over: (Math.max(0, ...stretches.map(({ ascent }) => ascent)) * size) / perEm,
      under: (Math.max(0, ...stretches.map(({ descent }) => descent)) * size) / perEm,
      size,
      ink,
      marks,
      words,
      anchor: {
        piece: { text: ' ', face: 'text', font, size, x: 0, rise: 0 },
        width: this.metrics.width(' ', 'text', size),
      },
      ...(goesOn && { goesOn }),
      ...(display && { display }),
    })
  }

  /** A fragment cut where the font changes. */
  #pieces({ text, face, size, x, width, rise, rtl, soft }: Fragment): Piece[] {
    let at = rtl ? x + width : x
    const pieces = this.metrics.pieces(text, face)
    return pieces.map((piece) => {
      const own = pieces.length === 1 ? width : this.metrics.width(piece.text, face, size)
      if (rtl) at -= own
      const placed: Piece = { text: piece.text, font: piece.font, face, size, x: at, rise }
      if (rtl) placed.rtl = rtl
      else at += own
      if (soft) placed.soft = soft
      return placed
    })
  }

  /** A level line. */
  rule(owner: Owner, x1: number, x2: number, y: number, weight: number, ink: number): void {
    this.put({ type: 'line', owner, x1, y1: y, x2, y2: y, weight, ink })
  }

  box(owner: Owner, x: number, y: number, width: number, height: number, weight: number, ink: number): void {
    this.put({ type: 'box', owner, x, y, width, height, weight, ink })
  }

  /** A named place on the current page. */
  destination(name: string, y: number): void {
    this.destinations.push({ name, page: this.pages.indexOf(this.page), y })
  }
}

function textItem(
  owner: Owner,
  x: number,
  y: number,
  width: number,
  { size, ink }: Pick<Look, 'size' | 'ink'>,
  tracking: number,
  pieces: Piece[],
): TextItem {
  return { type: 'text', owner, x, y, width, size, ink, tracking, pieces }
}
