/** Pages and what stands on them as they were written, kept from build to build; apart from what writes them. */
import { isAlike } from '../text/alike.js'
import type { FontSet } from '../text/fonts/fonts.js'
import type { ElementType, Item, Page, Piece } from './pages-model.js'
import type { UsedGlyph } from './pdf/pdf-glyphs.js'

/**
 * What writing asked of a file, and what it was called there: a font, for a piece, with the glyphs that were used of it; a picture, by its digest; a
 * shape of formulas.
 */
export type Asked =
  | { kind: 'font'; piece: Pick<Piece, 'face' | 'font'>; name: string; used: readonly UsedGlyph[] }
  | { kind: 'picture'; picture: string; name: string }
  | { kind: 'shape'; shape: string; name: string }

/** Operators that were written. They hang on what was asked for alone, which is asked for again in this order where they are taken as they stand. */
export interface Written {
  /** What the glyphs are of. */
  from: FontSet
  operators: string
  asked: readonly Asked[]
}

/** A page that was written. */
export interface WrittenPage extends Omit<Written, 'asked'> {
  /** What its items have asked for. It is put together when it is needed, which of a page that is edited again and again it is not. */
  asked(): readonly Asked[]
  /** Whether some of its letters are at private places of Unicode. */
  isPrivate: boolean
  items: readonly Item[]
  height: number
  /** Elements that own what is drawn, in order, with their types. */
  owners: { element: string; type: ElementType }[]
  /** Those of its items whose elements are told where they stand. */
  placed: readonly Item[]
}

/** Pages and items that were written: layout shares the items of what it lays once, and when it lets them go, they go. */
export class PageMemory {
  readonly items = new WeakMap<Item, Written>()
  /** By their first items. */
  readonly #pages = new WeakMap<Item, WrittenPage>()

  /** The page with these items, if it was written. Its feet are new each time. */
  get({ items, height }: Page): WrittenPage | undefined {
    const written = items[0] && this.#pages.get(items[0])
    if (!written || written.height !== height || written.items.length !== items.length) return undefined
    return written.items.every((item, i) => isAlike(item, items[i])) ? written : undefined
  }

  keep(written: WrittenPage): void {
    const [first] = written.items
    if (first) this.#pages.set(first, written)
  }
}
