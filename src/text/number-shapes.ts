/**
 * Shapes of numbers and codes, put together from those of two characters each.
 *
 * Numbers of pages and sections, and the codes of sheets ("318", "§12.3", "4.1?", "W12·MON", "3f09ac") differ all through a course and are
 * met once or twice each, so that keeping their shapes does not help; but their characters mean nothing to each other beyond the next one.
 * Fonts for which that is not so are found out by shaping the first ones of each form whole.
 */
import type { GlyphPosition, GlyphRun } from 'fontkit'

const number = /^[§(]?\d{1,5}(?:\.\d{1,4}){0,3}[.,:;?!)]?$/
const sheetCode = /^W\d{1,3}·[A-Z]{2,4}$/
const revision = /^[\da-f]{6}$/
const digits = /\d/g

/** What numbers and codes of one form have in common: "§00.0"; null for other words. */
function formOf(text: string): string | null {
  if (text.length < 3) return null
  if (number.test(text) || sheetCode.test(text)) return text.replace(digits, '0')
  return revision.test(text) ? 'revision' : null
}

/** Numbers that come before it is worth while to shape pairs. */
const patience = 60
/** Numbers of one form that are compared with what the shaper says, before it is believed. */
const proofs = 5

/**
 * Shapes numbers by putting together what the shaper said of their pairs of signs: section numbers and dates are many and alike. A form of number is
 * believed once the shaper has agreed often enough.
 */
export class NumberShapes {
  readonly #shape: (text: string) => GlyphRun
  readonly #pairs = new Map<string, GlyphRun>()
  #met = 0
  /** How many numbers of a form, "§00.0", still have to be proved; a form that was refuted has to be for ever. */
  readonly #unproved = new Map<string, number>()

  constructor(shape: (text: string) => GlyphRun) {
    this.#shape = shape
  }

  /** The shape of a number or code of several characters, or null: of another word, and of one that cannot be put together. */
  compose(text: string): GlyphRun | null {
    const form = formOf(text)
    if (form === null || this.#met++ < patience) return null
    const unproved = this.#unproved.get(form) ?? proofs
    if (unproved === Number.POSITIVE_INFINITY) return null
    const composed = this.#compose(text)
    if (!composed || unproved === 0) return composed
    const isTrue = areAlike(composed, this.#shape(text))
    this.#unproved.set(form, isTrue ? unproved - 1 : Number.POSITIVE_INFINITY)
    return isTrue ? composed : null
  }

  #compose(text: string): GlyphRun | null {
    const glyphs: GlyphRun['glyphs'] = []
    const positions: GlyphPosition[] = []
    const last = text.length - 2
    let like: GlyphRun | null = null
    for (let i = 0; i <= last; i++) {
      const pair = this.#pair(text.slice(i, i + 2))
      const [first, second] = pair.glyphs
      if (!first || !second || pair.glyphs.length !== 2) return null
      if (i > 0 && like?.glyphs[1]?.id !== first.id) return null
      glyphs.push(first)
      positions.push({ ...(pair.positions[0] as GlyphPosition) })
      if (i === last) {
        glyphs.push(second)
        positions.push({ ...(pair.positions[1] as GlyphPosition) })
      }
      like = pair
    }
    return like && Object.assign(Object.create(Object.getPrototypeOf(like)) as GlyphRun, like, { glyphs, positions })
  }

  #pair(text: string): GlyphRun {
    const known = this.#pairs.get(text)
    if (known) return known
    const pair = this.#shape(text)
    this.#pairs.set(text, pair)
    return pair
  }
}

/** The same glyphs at the same places. */
function areAlike(a: GlyphRun, b: GlyphRun): boolean {
  return (
    a.glyphs.length === b.glyphs.length &&
    a.glyphs.every(({ id }, i) => id === b.glyphs[i]?.id) &&
    a.positions.every((position, i) => {
      const other = b.positions[i]
      return (
        position.xAdvance === other?.xAdvance &&
        position.xOffset === other.xOffset &&
        position.yOffset === other.yOffset
      )
    })
  )
}
