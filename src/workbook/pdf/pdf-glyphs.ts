/** Words → glyphs of a font, and the letters that each glyph stands for when text is searched, copied or read aloud. */
import type { Shape } from '../../text/fonts/shape-table.js'
import { keptLength, keptWords } from '../../text/fonts/shaping.js'
import { keepIn } from '../../text/recent.js'
import { type GlyphRun, pt } from './pdf-content.js'

/** What is asked of a font for it; lengths in its units. */
export interface GlyphFont {
  unitsPerEm: number
  /** The shape of a word that needs no shaper, and whose glyphs stand for the letters that it says; null for another. */
  tabled?(word: string): Shape | null
  layout(word: string): Pick<Shape, 'glyphs' | 'positions'>
  glyphForCodePoint(codePoint: number): { id: number }
  /** Single characters, and ligatures, that a glyph may stand for. */
  stringsForGlyph(glyph: number): string[]
}

/** A glyph in the text: its number there, its advance in thousandths of the type size, and the code points that it stands for. */
export interface UsedGlyph {
  code: number
  advance: number
  letters: readonly number[]
}

/** A word as the text has it, and the glyphs in it. */
export interface WordShape {
  runs: readonly GlyphRun[]
  used: readonly UsedGlyph[]
}

/** Of fonts in which glyphs have their own numbers in all files. */
const known = new WeakMap<GlyphFont, WordShapes>()

/** Words in the glyphs of a font. `codeOf`: numbers of its glyphs in the text, in this file alone; null where they are its own. */
export function shapesOf(font: GlyphFont, codeOf: ((glyph: number) => number) | null): WordShapes {
  if (codeOf) return new WordShapes(font, codeOf)
  const shapes = known.get(font) ?? new WordShapes(font, (glyph) => glyph)
  known.set(font, shapes)
  return shapes
}

/** Each word is shaped once. */
export class WordShapes {
  readonly #font: GlyphFont
  readonly #codeOf: (glyph: number) => number
  readonly #words = new Map<string, WordShape>()

  constructor(font: GlyphFont, codeOf: (glyph: number) => number) {
    this.#font = font
    this.#codeOf = codeOf
  }

  /** A word as the shaper takes it, from the left. Kerning and offsets are numbers between glyphs: TJ moves left by thousandths of the type size. */
  of(word: string): WordShape {
    const known = this.#words.get(word)
    if (known) return known
    const tabled = this.#font.tabled?.(word)
    const shape = tabled ?? this.#font.layout(word)
    const used = this.#usedOf(shape, tabled ? null : word)
    const runs = runsOf(used, shape.positions, 1000 / this.#font.unitsPerEm)
    const made = { runs, used }
    if (word.length <= keptLength) keepIn(this.#words, word, made, keptWords)
    return made
  }

  /**
   * The glyphs of a shape with what they stand for. The font library keeps for a glyph what it stood for when it was first met, maybe in
   * another sheet, and nothing for the parts of a letter that the font takes apart ("ẹ̀"), so that neither can be relied on in a `word`
   * that it has shaped.
   */
  #usedOf({ glyphs }: Pick<Shape, 'glyphs'>, word: string | null): UsedGlyph[] {
    const scale = 1000 / this.#font.unitsPerEm
    const letters =
      word === null
        ? null
        : new Map([...word].reverse().map((letter) => [this.#font.glyphForCodePoint(codePointOf(letter)).id, letter]))
    return glyphs.map(({ id, advanceWidth, codePoints }) => {
      const said = letters ? this.#lettersOf(id, codePoints, letters) : codePoints
      return { code: this.#codeOf(id), advance: advanceWidth * scale, letters: said }
    })
  }

  /**
   * A letter of the word, else the one that the font itself has there ("ﬁ" is read as two); a form with no place of its own keeps what shaping
   * says. Emoji fonts give their ligatures, such as flags, a number of a private place, which says nothing; shaping knows better.
   */
  #lettersOf(glyph: number, shaped: readonly number[], letters: ReadonlyMap<number, string>): readonly number[] {
    if (glyph === 0) return [0]
    const own = () => this.#font.stringsForGlyph(glyph).find((text) => !/\p{Co}/u.test(text))
    const said = letters.get(glyph) ?? own()?.normalize('NFKC')
    return said === undefined ? shaped : [...said].map(codePointOf)
  }
}

const codePointOf = (letter: string): number => letter.codePointAt(0) ?? 0

const hex: string[] = []

/** A glyph, or a unit of UTF-16, in four hexadecimal digits. */
export function inHex(code: number): string {
  hex[code] ??= code.toString(16).padStart(4, '0')
  return hex[code]
}

/** A number between two glyphs of a TJ array; none where it is too small to be seen. */
const moved = (thousandths: number): string => (Math.round(thousandths * 10) === 0 ? '' : `>${pt(thousandths)}<`)

/** `scale`: thousandths of the type size that a unit of the font is. */
function runsOf(used: readonly UsedGlyph[], positions: Shape['positions'], scale: number): GlyphRun[] {
  const runs: GlyphRun[] = []
  let array = ''
  let rise = 0
  const close = (): void => {
    if (array !== '') runs.push({ rise, array })
    array = ''
  }
  used.forEach(({ code, advance }, i) => {
    const position = positions[i]
    const offset = (position?.xOffset ?? 0) * scale
    const height = Math.round((position?.yOffset ?? 0) * scale)
    if (height !== rise) {
      close()
      rise = height
    }
    array += moved(-offset) + inHex(code) + moved(offset + (position ? advance - position.xAdvance * scale : 0))
  })
  close()
  return runs
}
