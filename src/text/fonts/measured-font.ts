/**
 * One font file with its measured words: those of the package's own fonts are in a table (`shape-table.ts`); others are measured by the font library,
 * which opens the file when it is first asked, and kept.
 */
import type { Font } from 'fontkit'
import { charactersOf, type HasCharacter } from '../characters.js'
import type { VerticalMetrics } from '../metrics.js'
import { keepIn } from '../recent.js'
import { fontFault, UnusableFont } from './font-file.js'
import { fontLibrary } from './font-library.js'
import { KnownFont } from './known-font.js'
import { ShapeTable, verticalOf } from './shape-table.js'
import { keepShapes, keptLength, keptWords } from './shaping.js'

/** A font file: its name for messages, its bytes. Roles that share a file hand in the same object. */
export interface FontSource {
  name: string
  /** May throw `UnusableFont` where `isUnread`. */
  bytes: Uint8Array
  /** A font of the package, sound, whose bytes are read when they are asked for. */
  isUnread?: boolean
  /** Which characters such a font has (`chartOf`), where that is known. */
  chart?: readonly number[]
  /** Its shape table, when one was made of these bytes (`writeShapeTable`); null or left out when none was. */
  shapes?: () => Uint8Array | null
}

/** A font that was opened once. `key` is its own in the set and stays the same from run to run. */
export interface OpenFont {
  key: string
  /** For the PDF device: the font library's own object, which that device shares, or what stands for it (`KnownFont`). */
  font: object
}

/** One font file with its measured words. */
export class MeasuredFont {
  readonly open: OpenFont
  readonly #source: FontSource
  readonly #widths = new Map<string, number>()
  #opened: Font | null = null
  #known: KnownFont | null = null
  #characters: HasCharacter | null | undefined
  #table: ShapeTable | null | undefined

  constructor(key: string, source: FontSource) {
    if (fontFault(source.bytes)) throw new UnusableFont(source.name)
    this.#source = source
    const embeddable = () => this.#embeddable
    this.open = {
      key,
      get font() {
        return embeddable()
      },
    }
  }

  /** What the PDF device gets. */
  get #embeddable(): object {
    if (!this.table) return this.#font()
    this.#known ??= new KnownFont(this.table, this.#source.bytes, () => this.#font())
    return this.#known
  }

  /** Its table, or null: it is another font than those of the package. */
  get table(): ShapeTable | null {
    if (this.#table === undefined) {
      const bytes = this.#source.shapes?.() ?? null
      this.#table = bytes && new ShapeTable(bytes)
    }
    return this.#table
  }

  #font(): Font {
    this.#opened ??= this.#openFont()
    return this.#opened
  }

  #openFont(): Font {
    const { bytes, name } = this.#source
    const library = fontLibrary()
    try {
      // One font per file: collections have another signature and were refused above.
      const font = library.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as Font
      keepShapes(font)
      // Reads the tables that layout needs, so that a damaged font is found here and not in the middle of a page. One with a table is whole.
      if (!this.table) font.layout('A')
      // Every measure is a part of it; WOFF hides it from `fontFault`.
      if (font.unitsPerEm > 0) return font
    } catch {}
    throw new UnusableFont(name)
  }

  /** Advance of one word in fractions of the type size. */
  width(word: string): number {
    const { table } = this
    const advance = table ? table.advance(word) : -1
    if (table && advance >= 0) return advance / table.unitsPerEm
    let width = this.#widths.get(word)
    if (width === undefined) {
      const font = this.#font()
      width = font.layout(word).advanceWidth / font.unitsPerEm
      if (word.length <= keptLength) keepIn(this.#widths, word, width, keptWords)
    }
    return width
  }

  has(codePoint: number): boolean {
    if (this.#characters === undefined) this.#characters = charactersOf(this.#source.bytes)
    return this.#characters ? this.#characters(codePoint) : this.#font().hasGlyphForCodePoint(codePoint)
  }

  vertical(): VerticalMetrics {
    return this.table?.vertical() ?? verticalOf(this.#font())
  }
}
