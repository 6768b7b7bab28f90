/** Pages as they were written, kept from build to build; apart from what writes them. */
import type { FontSet } from '../text/fonts/fonts.js'
import type { ElementType, Item, Page, Piece } from './pages-model.js'
import type { UsedGlyph } from './pdf/pdf-glyphs.js'

/** A page that was written, with all that writing it asked for and told. */
export interface WrittenPage {
  /** What its glyphs are of. */
  from: FontSet
  items: readonly Item[]
  height: number
  content: string
  /** Elements that own what is drawn, in order, with their types. */
  owners: { element: string; type: ElementType }[]
  /** Fonts in the order in which they were opened, each with a piece that it is for, and the glyphs that were used of it. */
  fonts: { piece: Pick<Piece, 'face' | 'font'>; resource: string; used: UsedGlyph[] }[]
}

/** Pages that were written, by their first item: layout shares the items of what it lays once, and when it lets them go, they go. */
export class PageMemory {
  readonly #pages = new WeakMap<Item, WrittenPage>()

  /** The page with these items, if it was written. */
  get({ items, height }: Page): WrittenPage | undefined {
    const written = items[0] && this.#pages.get(items[0])
    if (!written || written.height !== height || written.items.length !== items.length) return undefined
    return written.items.every((item, i) => isSame(item, items[i])) ? written : undefined
  }

  keep(written: WrittenPage): void {
    const [first] = written.items
    if (first) this.#pages.set(first, written)
  }
}

/** Feet are new each time. */
const isSame = (one: Item, other: Item | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
