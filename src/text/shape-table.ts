/**
 * A font's words from a table: what the font library says of ordinary Latin letters, digits and signs, of each two of them side by side, and
 * of ligatures. The tables of the package's fonts are made when it is built (`shape-table-maker.ts`), so that most words need neither
 * the library nor the font's own tables; what a table does not know is left to the library.
 *
 * A table is a row of 16-bit numbers: `tableHead` of them, then characters, glyphs, advances, classes, pairs, ligatures.
 */
import type { VerticalMetrics } from './metrics.js'

/** What a table is made of. Signs are characters, then ligatures; they are counted from 0. Measures are in units of the font. */
export interface ShapeTableParts {
  unitsPerEm: number
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  /** Code points, ascending. */
  characters: number[]
  /** Of each sign. */
  glyphs: number[]
  advances: number[]
  /** Which row and which column of `pairs` is a sign's: those whose pairs are all the same share one. */
  rows: number[]
  columns: number[]
  /** What stands between two signs, row by row. `apart` where they do more to each other than that. */
  pairs: number[]
  /** Signs that become one, in the order in which they are tried; it is the sign behind the characters and the ligatures before it. */
  ligatures: number[][]
}

/** Two signs that are left to the font library. */
export const apart = -0x8000

/** Glyphs of a word, and where they stand. */
export interface Shape {
  glyphs: { id: number; advanceWidth: number; codePoints: number[] }[]
  positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
  advanceWidth: number
}

const version = 1
const tableHead = 10
/** Beyond it no character is in a table. */
const mostCodePoint = 0x2fff

/** Numbers of more than 16 bits have no place. */
export function writeShapeTable(parts: ShapeTableParts): Uint8Array {
  const { characters, glyphs, advances, rows, columns, pairs, ligatures } = parts
  const { unitsPerEm, ascent, descent, capHeight, xHeight } = parts
  const width = Math.max(0, ...columns) + 1
  const numbers = [
    ...[version, unitsPerEm, ascent, descent, capHeight, xHeight, characters.length, ligatures.length, width],
    pairs.length / width,
    ...[...characters, ...glyphs, ...advances, ...rows, ...columns, ...pairs],
    ...ligatures.flatMap((signs) => [signs.length, ...signs]),
  ]
  const bytes = new Uint8Array(2 * numbers.length)
  const view = new DataView(bytes.buffer)
  for (const [i, number] of numbers.entries()) {
    if (!Number.isInteger(number) || number < apart || number > 0xffff)
      throw new RangeError(`${number} in a shape table`)
    view.setUint16(2 * i, number & 0xffff, true)
  }
  return bytes
}

/** A ligature: what follows its first sign. */
interface Ligature {
  rest: readonly number[]
  sign: number
}

export class ShapeTable {
  readonly unitsPerEm: number
  /** Signs of code points, counted from 1; 0 for those that are not in the table. */
  readonly #signs = new Uint16Array(mostCodePoint + 1)
  readonly #characters: Uint16Array
  readonly #glyphs: Uint16Array
  readonly #advances: Int16Array
  readonly #rows: Uint16Array
  readonly #columns: Uint16Array
  readonly #pairs: Int16Array
  readonly #ligatures: (readonly Ligature[] | undefined)[] = []
  /** Characters of each ligature, by its sign and by its glyph. */
  readonly #letters = new Map<number, number[]>()
  readonly #ofLigatures = new Map<number, string>()
  readonly #vertical: readonly number[]

  /** Of bytes that `writeShapeTable` has written. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const all = Uint16Array.from({ length: bytes.length >> 1 }, (_, i) => view.getUint16(2 * i, true))
    const [, unitsPerEm = 0, , , , , characters = 0, ligatures = 0, width = 0, height = 0] = all
    const signed = new Int16Array(all.buffer)
    let at = tableHead
    const next = (length: number): [number, number] => {
      at += length
      return [at - length, at]
    }
    const signs = characters + ligatures
    this.unitsPerEm = unitsPerEm
    this.#vertical = [...signed.subarray(2, 6)]
    this.#characters = all.subarray(...next(characters))
    this.#glyphs = all.subarray(...next(signs))
    this.#advances = signed.subarray(...next(signs))
    this.#rows = all.subarray(...next(signs)).map((row) => row * width)
    this.#columns = all.subarray(...next(signs))
    this.#pairs = signed.subarray(...next(width * height))
    this.#characters.forEach((codePoint, sign) => {
      this.#signs[codePoint] = sign + 1
    })
    for (let sign = characters; sign < signs; sign++) {
      const [first = 0, ...rest] = all.subarray(at + 1, at + 1 + (all[at] as number))
      at += rest.length + 2
      this.#ligatures[first] = [...(this.#ligatures[first] ?? []), { rest, sign }]
      const letters = [first, ...rest].map((each) => this.#characters[each] as number)
      this.#letters.set(sign, letters)
      this.#ofLigatures.set(this.#glyphs[sign] as number, String.fromCodePoint(...letters))
    }
  }

  vertical(): VerticalMetrics {
    const [ascent, descent, capHeight, xHeight] = this.#vertical as [number, number, number, number]
    return verticalOf({ ascent, descent, capHeight, xHeight, unitsPerEm: this.unitsPerEm })
  }

  /** Whether all characters of a text are in the table. Those that are not may be in the font. */
  covers(text: string): boolean {
    for (let i = 0; i < text.length; i++) if ((this.#signs[text.charCodeAt(i)] ?? 0) === 0) return false
    return true
  }

  /** The letters that a ligature's glyph stands for: "fi"; undefined for other glyphs. */
  lettersOf(glyph: number): string | undefined {
    return this.#ofLigatures.get(glyph)
  }

  /** The advance of `text` from `from` to `to`, in units of the font; -1 when it is left to the font library. */
  advance(text: string, from = 0, to = text.length): number {
    let advance = 0
    let row = -1
    for (let i = from; i < to; i++) {
      let sign = (this.#signs[text.charCodeAt(i)] ?? 0) - 1
      if (sign < 0) return -1
      const ligatures = this.#ligatures[sign]
      if (ligatures !== undefined) {
        const ligature = this.#joined(ligatures, text, i, to)
        if (ligature) {
          sign = ligature.sign
          i += ligature.rest.length
        }
      }
      if (row >= 0) {
        const between = this.#pairs[row + (this.#columns[sign] as number)] as number
        if (between === apart) return -1
        advance += between
      }
      advance += this.#advances[sign] as number
      row = this.#rows[sign] as number
    }
    return advance
  }

  /** Glyphs of a word, and where they stand; null when it is left to the font library. */
  shape(text: string): Shape | null {
    const shape: Shape = { glyphs: [], positions: [], advanceWidth: 0 }
    let row = -1
    for (let i = 0; i < text.length; i++) {
      let sign = (this.#signs[text.charCodeAt(i)] ?? 0) - 1
      if (sign < 0) return null
      const ligature = this.#joined(this.#ligatures[sign] ?? [], text, i, text.length)
      if (ligature) {
        sign = ligature.sign
        i += ligature.rest.length
      }
      const last = shape.positions.at(-1)
      if (last) {
        const between = this.#pairs[row + (this.#columns[sign] as number)] as number
        if (between === apart) return null
        last.xAdvance += between
        shape.advanceWidth += between
      }
      const advanceWidth = this.#advances[sign] as number
      const codePoints = this.#letters.get(sign) ?? [this.#characters[sign] as number]
      shape.glyphs.push({ id: this.#glyphs[sign] as number, advanceWidth, codePoints })
      shape.positions.push({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })
      shape.advanceWidth += advanceWidth
      row = this.#rows[sign] as number
    }
    return shape
  }

  #joined(ligatures: readonly Ligature[], text: string, at: number, to: number): Ligature | undefined {
    return ligatures.find(
      ({ rest }) =>
        at + rest.length < to && rest.every((sign, i) => text.charCodeAt(at + 1 + i) === this.#characters[sign]),
    )
  }
}

/** Vertical measures from a font's own numbers. Fonts that leave some out get ordinary ones. */
export function verticalOf(font: {
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  unitsPerEm: number
}): VerticalMetrics {
  const part = (value: number | undefined, otherwise: number) => (value ? value / font.unitsPerEm : otherwise)
  return {
    ascent: part(font.ascent, 0.9),
    descent: -part(font.descent, -0.25),
    capHeight: part(font.capHeight, 0.7),
    xHeight: part(font.xHeight, 0.5),
  }
}
