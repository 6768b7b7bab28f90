/**
 * A font's words from a table: what the font library says of ordinary Latin letters, digits and signs, of each two of them side by side, and
 * of ligatures. The tables of the package's fonts are made when it is built (`shape-table-maker.ts`), so that most words need neither
 * the library nor the font's own tables; what a table does not know is left to the library.
 */
import type { VerticalMetrics } from '../metrics.js'
import { apart, type FaceFacts, readShapeTable } from './shape-table-file.js'

/** Glyphs of a word, and where they stand. */
export interface Shape {
  glyphs: { id: number; advanceWidth: number; codePoints: number[] }[]
  positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
  advanceWidth: number
}

/** Beyond it no character is in a table. */
const mostCodePoint = 0x2fff

/** A ligature: what follows its first character, its sign, and all that it stands for. */
interface Ligature {
  rest: readonly number[]
  sign: number
  codePoints: readonly number[]
}

/**
 * How words are shaped with one font, from the table that was made of it: advances, kerning and ligatures without the font library. It says -1, or null,
 * of what it does not hold.
 */
export class ShapeTable {
  readonly unitsPerEm: number
  readonly face: FaceFacts
  /** Signs of code points, counted from 1; 0 for those that are not in the table. */
  readonly #signs = new Uint16Array(mostCodePoint + 1)
  readonly #characters: Uint16Array
  readonly #glyphs: Uint16Array
  readonly #advances: Int16Array
  /** Where the row of a sign begins among the pairs. */
  readonly #rows: Int32Array
  readonly #columns: Uint16Array
  readonly #pairs: Int16Array
  /** 1 for signs with which ligatures begin. */
  readonly #joins: Uint8Array
  /** By the sign with which they begin. */
  readonly #ligatures: (Ligature[] | undefined)[] = []
  /** What the glyphs of ligatures stand for. */
  readonly #letters = new Map<number, string>()

  /** Of bytes that `writeShapeTable` has written. */
  constructor(bytes: Uint8Array) {
    const { unitsPerEm, face, characters, glyphs, advances, rows, columns, width, pairs, ligatures } =
      readShapeTable(bytes)
    this.unitsPerEm = unitsPerEm
    this.face = face
    this.#characters = characters
    this.#glyphs = glyphs
    this.#advances = advances
    this.#rows = Int32Array.from(rows, (row) => row * width)
    this.#columns = columns
    this.#pairs = pairs
    for (let sign = 0; sign < characters.length; sign++) this.#signs[characters[sign] as number] = sign + 1
    this.#joins = new Uint8Array(glyphs.length)
    for (const [i, parts] of ligatures.entries()) {
      const codePoints = Array.from(parts, (part) => characters[part] as number)
      const sign = characters.length + i
      const first = parts[0] as number
      this.#joins[first] = 1
      this.#ligatures[first] ??= []
      this.#ligatures[first].push({ rest: codePoints.slice(1), sign, codePoints })
      this.#letters.set(glyphs[sign] as number, String.fromCodePoint(...codePoints))
    }
  }

  vertical(): VerticalMetrics {
    return verticalOf({ ...this.face, unitsPerEm: this.unitsPerEm })
  }

  /** The glyph of a character; null for one that is not in the table. */
  glyphOf(codePoint: number): number | null {
    const sign = this.#signs[codePoint] ?? 0
    return sign === 0 ? null : (this.#glyphs[sign - 1] as number)
  }

  /** Whether all characters of a text are in the table. Those that are not may be in the font. */
  covers(text: string): boolean {
    const signs = this.#signs
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > mostCodePoint || signs[code] === 0) return false
    }
    return true
  }

  /** The letters that a ligature's glyph stands for: "fi"; undefined for other glyphs. */
  lettersOf(glyph: number): string | undefined {
    return this.#letters.get(glyph)
  }

  /** The advance of `text` from `from` to `to`, in units of the font; -1 when it is left to the font library. */
  advance(text: string, from = 0, to = text.length): number {
    // Every letter of a course comes here several times.
    const [signs, advances, rows, columns, pairs] = [
      this.#signs,
      this.#advances,
      this.#rows,
      this.#columns,
      this.#pairs,
    ]
    let advance = 0
    let row = -1
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i)
      let sign = code > mostCodePoint ? -1 : (signs[code] as number) - 1
      if (sign < 0) return -1
      if (this.#joins[sign] === 1) {
        const ligature = this.#joined(this.#ligatures[sign] ?? [], text, i, to)
        if (ligature) {
          sign = ligature.sign
          i += ligature.rest.length
        }
      }
      if (row >= 0) {
        const between = pairs[row + (columns[sign] as number)] as number
        if (between === apart) return -1
        advance += between
      }
      advance += advances[sign] as number
      row = rows[sign] as number
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
      const codePoints = ligature ? [...ligature.codePoints] : [this.#characters[sign] as number]
      shape.glyphs.push({ id: this.#glyphs[sign] as number, advanceWidth, codePoints })
      shape.positions.push({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })
      shape.advanceWidth += advanceWidth
      row = this.#rows[sign] as number
    }
    return shape
  }

  #joined(ligatures: readonly Ligature[], text: string, at: number, to: number): Ligature | undefined {
    return ligatures.find(
      ({ rest }) => at + rest.length < to && rest.every((letter, i) => text.charCodeAt(at + 1 + i) === letter),
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
