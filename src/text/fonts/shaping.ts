/**
 * fontkit's shaper, mended: shaped once, from the side that is asked for, with the letters that each glyph stands for.
 *
 * `keepShapes` changes a font in place, since the PDF device shapes with the same object.
 */
import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit'
import { shapeFromLeft, shapeFromRight } from '../bidi.js'
import { hasRightToLeft } from '../direction.js'
import { NumberShapes } from '../number-shapes.js'
import { keepIn } from '../recent.js'

/** Longer stretches come once, when a word is cut; keeping their shapes or widths would only fill the memory. */
export const keptLength = 60

/** Words whose shapes or widths are kept of a font. */
export const keptWords = 20_000

/** What pdfkit asks of a run but does not use. */
const noFeatures = {}

/**
 * Lets a font shape each word once, though it is first measured and then embedded: shaping is what takes the time.
 * Positions are handed out as copies, because pdfkit scales them in place.
 */
export function keepShapes(font: Font): void {
  nameGlyphs(font)
  const shape = font.layout.bind(font)
  const numbers = new NumberShapes((text) => withoutJoiners(shape(text), font))
  const shapes = new Map<string, GlyphRun>()
  font.layout = (text, features, ...rest) => {
    // pdfkit passes `features` along even when there are none.
    if (features !== undefined || rest.length > 0) return shape(text, features, ...rest)
    const composed = numbers.compose(text)
    if (composed) return composed
    const known = shapes.get(text)
    const run = known ?? withoutJoiners(shapeDirected(text, shape), font)
    if (text.length > keptLength) return run
    if (!known) {
      run.features = noFeatures
      keepIn(shapes, text, run, keptWords)
    }
    return runOf(run, run.glyphs, run.positions.map(copyOf))
  }
}

const copyOf = ({ xAdvance, yAdvance, xOffset, yOffset }: GlyphPosition): GlyphPosition => ({
  xAdvance,
  yAdvance,
  xOffset,
  yOffset,
})

/** A run like another one. */
const runOf = (like: GlyphRun, glyphs: Glyph[], positions: GlyphPosition[]): GlyphRun =>
  Object.assign(Object.create(Object.getPrototypeOf(like)) as GlyphRun, like, { glyphs, positions })

/** Shapes a text from the side that its first character asks for, else from that of its script. */
function shapeDirected(text: string, shape: Font['layout']): GlyphRun {
  const direction = text.startsWith(shapeFromRight) ? 'rtl' : text.startsWith(shapeFromLeft) ? 'ltr' : undefined
  const words = direction === undefined ? text : text.slice(1)
  try {
    return direction === undefined ? shape(words) : shape(words, [], undefined, undefined, direction)
  } catch (error) {
    // fontkit falls over a mark on a letter that has no place for it, such as a Hebrew point on a Latin letter.
    if (!(error instanceof TypeError)) throw error
    return shape(words, { mark: false, mkmk: false }, undefined, undefined, direction)
  }
}

/** fontkit draws joiners and the like as spaces of no width, which would be read as spaces. */
function withoutJoiners(run: GlyphRun, font: Font): GlyphRun {
  const space = font.glyphForCodePoint(0x20).id
  const drawn = run.glyphs.map(({ id }, i) => id !== space || run.positions[i]?.xAdvance !== 0)
  if (drawn.every(Boolean)) return run
  run.glyphs = run.glyphs.filter((_, i) => drawn[i])
  run.positions = run.positions.filter((_, i) => drawn[i])
  return run
}

/**
 * Keeps the letters that a glyph stands for. fontkit forgets them when it meets the glyph as a part of another one first ("e" in
 * "é"), and readers of a PDF turn the letters of a right-to-left ligature round, unless they are one character.
 */
function nameGlyphs(font: Font): void {
  const get = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph: Glyph & { codePoints: number[] } = get(id, codePoints)
    if (glyph && glyph.codePoints.length === 0 && codePoints.length > 0) glyph.codePoints = codePoints
    if (glyph && glyph.codePoints.length > 1) glyph.codePoints = asOneCharacter(glyph.codePoints)
    return glyph
  }
}

/** Blocks of presentation forms: characters for Hebrew letters with points and for Arabic ligatures. */
const formBlocks: readonly (readonly [number, number])[] = [
  [0xfb1d, 0xfb4f],
  [0xfbea, 0xfdff],
  [0xfe70, 0xfefc],
]
let forms: Map<string, number> | null = null

/** Lam and alef as U+FEFB "ﻻ", which every reader takes apart again; letters without such a form as they are. */
function asOneCharacter(codePoints: number[]): number[] {
  const text = String.fromCodePoint(...codePoints)
  if (!hasRightToLeft(text)) return codePoints
  forms ??= presentationForms()
  const form = forms.get(text)
  return form === undefined ? codePoints : [form]
}

function presentationForms(): Map<string, number> {
  const found = new Map<string, number>()
  for (const [first, last] of formBlocks)
    for (let form = first; form <= last; form++) {
      const letters = String.fromCodePoint(form).normalize('NFKC')
      if (letters.length > 1 && !letters.includes(' ') && !found.has(letters)) found.set(letters, form)
    }
  return found
}
