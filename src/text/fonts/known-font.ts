/**
 * A font of the package as the PDF device asks for it: words and facts come from its table, glyphs from its bytes. Only words that the table
 * does not know open it with the font library.
 */
import type { Font, GlyphRun } from 'fontkit'
import { FontSubset } from './font-subset.js'
import type { Shape, ShapeTable } from './shape-table.js'

/** As fontkit's `Font` has it, as far as pdfkit and `workbook/pdf/pdf-glyphs.ts` ask. */
export class KnownFont {
  readonly #table: ShapeTable
  readonly #bytes: Uint8Array
  readonly #open: () => Font

  /** `open`: the same font, opened by the font library. */
  constructor(table: ShapeTable, bytes: Uint8Array, open: () => Font) {
    this.#table = table
    this.#bytes = bytes
    this.#open = open
  }

  get postscriptName(): string {
    return this.#table.face.name
  }

  get unitsPerEm(): number {
    return this.#table.unitsPerEm
  }

  get ascent(): number {
    return this.#table.face.ascent
  }

  get descent(): number {
    return this.#table.face.descent
  }

  get capHeight(): number {
    return this.#table.face.capHeight
  }

  get xHeight(): number {
    return this.#table.face.xHeight
  }

  get lineGap(): number {
    return this.#table.face.lineGap
  }

  get italicAngle(): number {
    return this.#table.face.italicAngle
  }

  get bbox(): { minX: number; minY: number; maxX: number; maxY: number } {
    const [minX, minY, maxX, maxY] = this.#table.face.box
    return { minX, minY, maxX, maxY }
  }

  get 'OS/2'(): { sFamilyClass: number } {
    return { sFamilyClass: this.#table.face.familyClass }
  }

  get post(): { isFixedPitch: boolean } {
    return { isFixedPitch: this.#table.face.isFixedPitch }
  }

  get head(): { macStyle: { italic: boolean } } {
    return { macStyle: { italic: this.#table.face.isItalic } }
  }

  /** By which pdfkit tells fonts of one name from each other. */
  get _tables(): { head: { checkSumAdjustment: number } } {
    return { head: { checkSumAdjustment: this.#table.face.checkSum } }
  }

  createSubset(): FontSubset {
    return new FontSubset(this.#bytes)
  }

  /** pdfkit asks for the sign for a missing glyph alone. */
  getGlyph(glyph: number): { advanceWidth: number } {
    return glyph === 0 ? { advanceWidth: this.#table.face.missing } : this.#open().getGlyph(glyph)
  }

  /** The shape of a word, if the table knows it. */
  tabled(word: string): Shape | null {
    return this.#table.shape(word)
  }

  layout(text: string, features?: Parameters<Font['layout']>[1]): Shape | GlyphRun {
    return (features === undefined ? this.#table.shape(text) : null) ?? this.#open().layout(text, features)
  }

  glyphForCodePoint(codePoint: number): { id: number } {
    const id = this.#table.glyphOf(codePoint)
    return id === null ? this.#open().glyphForCodePoint(codePoint) : { id }
  }

  stringsForGlyph(glyph: number): string[] {
    const letters = this.#table.lettersOf(glyph)
    if (letters !== undefined) return [letters]
    return (this.#open() as Font & { stringsForGlyph(glyph: number): string[] }).stringsForGlyph(glyph)
  }
}
