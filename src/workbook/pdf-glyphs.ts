/** Words → glyphs of an embedded subset, and the letters that each glyph stands for when text is searched, copied or read aloud. */
import type { Shape } from '../text/shape-table.js'
import { type GlyphRun, pt } from './pdf-content.js'

interface Position {
  xAdvance: number
  advanceWidth: number
  xOffset: number
  yOffset: number
}

/** What is asked of a font that pdfkit embeds: glyph numbers of the subset in hexadecimal, positions in thousandths of the type size. */
export interface SubsetFont {
  encode(text: string): [string[], Position[]]
  /** Letters of the glyphs of the subset; written with the font. */
  unicode: number[][]
  /** Advances of the glyphs of the subset; written with the font. */
  widths: number[]
  /** Thousandths of the type size that a unit of the font is. */
  scale: number
  /** Glyphs of the subset → glyphs of the font. */
  subset: { glyphs: number[]; includeGlyph(glyph: number): number }
  font: {
    /** The shape of a word that needs no shaper, and whose glyphs stand for the letters that it says; null for another. */
    tabled?(word: string): Shape | null
    glyphForCodePoint(codePoint: number): { id: number }
    /** Single characters, and ligatures, that a glyph may stand for. */
    stringsForGlyph(glyph: number): string[]
  }
}

/** Words whose glyphs are kept; then they are asked for anew. */
const keptWords = 20_000

/** The glyphs of one font. Each word is shaped once. */
export class WordGlyphs<Font extends SubsetFont> {
  readonly font: Font
  readonly #words = new Map<string, readonly GlyphRun[]>()
  /** Glyphs of the subset whose letters are settled. */
  readonly #settled = new Set<number>()

  constructor(font: Font) {
    this.font = font
  }

  /** Glyphs of a word as the shaper takes it, from the left. Kerning and offsets are numbers between them: TJ moves left by thousandths of the type size. */
  of(word: string): readonly GlyphRun[] {
    const known = this.#words.get(word)
    if (known) return known
    const shape = this.font.font.tabled?.(word)
    const runs = shape ? this.#ofShape(shape) : this.#shaped(word)
    if (this.#words.size >= keptWords) this.#words.clear()
    this.#words.set(word, runs)
    return runs
  }

  #shaped(word: string): GlyphRun[] {
    const [glyphs, positions] = this.font.encode(word)
    this.#settle(word, glyphs)
    return runsOf(glyphs, positions)
  }

  /** As `#shaped` has it, at once. */
  #ofShape({ glyphs, positions }: Shape): GlyphRun[] {
    const { subset, unicode, widths, scale } = this.font
    let array = ''
    for (const [i, { id, advanceWidth, codePoints }] of glyphs.entries()) {
      const glyph = subset.includeGlyph(id)
      widths[glyph] ??= advanceWidth * scale
      if (!this.#settled.has(glyph)) {
        unicode[glyph] = codePoints
        this.#settled.add(glyph)
      }
      array += inHex(glyph) + moved(advanceWidth * scale - (positions[i]?.xAdvance ?? 0) * scale)
    }
    return array === '' ? [] : [{ rise: 0, array }]
  }

  /**
   * Says for new glyphs what they stand for. The font library keeps for a glyph what it stood for when it was first met, maybe in
   * another sheet, and nothing for the parts of a letter that the font takes apart ("ẹ̀"), so that neither can be relied on.
   */
  #settle(word: string, glyphs: readonly string[]): void {
    const fresh = glyphs
      .map((hex) => Number.parseInt(hex, 16))
      .filter((glyph) => glyph > 0 && !this.#settled.has(glyph))
    if (fresh.length === 0) return
    const { unicode, subset, font } = this.font
    const letters = new Map([...word].reverse().map((letter) => [font.glyphForCodePoint(codeOf(letter)).id, letter]))
    for (const glyph of fresh) {
      const own = subset.glyphs[glyph] ?? 0
      // A letter of the word, else the one that the font itself has there ("ﬁ" is read as two); a form with no place of its own keeps
      // what shaping says.
      // Emoji fonts give their ligatures, such as flags, a number of a private place, which says nothing; shaping knows better.
      const known = () => font.stringsForGlyph(own).find((text) => !/\p{Co}/u.test(text))
      const said = letters.get(own) ?? known()?.normalize('NFKC')
      if (said !== undefined) unicode[glyph] = [...said].map(codeOf)
      this.#settled.add(glyph)
    }
  }
}

const hex: string[] = []

/** A glyph of the subset in four digits. */
function inHex(glyph: number): string {
  hex[glyph] ??= glyph.toString(16).padStart(4, '0')
  return hex[glyph]
}

/** A number between two glyphs of a TJ array; none where it is too small to be seen. */
const moved = (thousandths: number): string => (Math.round(thousandths * 10) === 0 ? '' : `>${pt(thousandths)}<`)

function runsOf(glyphs: readonly string[], positions: readonly Position[]): GlyphRun[] {
  const runs: GlyphRun[] = []
  let array = ''
  let rise = 0
  const close = (): void => {
    if (array !== '') runs.push({ rise, array })
    array = ''
  }
  glyphs.forEach((glyph, i) => {
    const position = positions[i]
    const offset = position?.xOffset ?? 0
    const height = Math.round(position?.yOffset ?? 0)
    if (height !== rise) {
      close()
      rise = height
    }
    array += moved(-offset) + glyph + moved(offset + (position ? position.advanceWidth - position.xAdvance : 0))
  })
  close()
  return runs
}

const codeOf = (letter: string): number => letter.codePointAt(0) ?? 0
