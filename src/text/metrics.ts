/**
 * What layout may ask of a font: how wide, how high. Nothing of glyph ids, files or devices.
 *
 * `text/fonts/fonts.ts` answers from real fonts with fallback; tests answer with equal-width letters (`tests/fake-metrics.ts`),
 * so that line and page breaks in golden files never move with a font update.
 */

import type { FormulaBox, FormulaKind } from './tex/formula.js'

/** A role that a face plays; the template says which font file plays it. */
export type FaceName =
  | 'text'
  | 'text-strong'
  | 'text-emphasis'
  | 'text-strong-emphasis'
  | 'label'
  | 'label-strong'
  | 'mono'
  | 'mono-strong'
  | 'slide'
  | 'slide-strong'

/** Vertical measures of a face, as fractions of the type size. `descent` is positive, below the baseline. */
export interface VerticalMetrics {
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
}

/**
 * A piece of a text that one font can show. `font` names the font inside the fallback chain of the face
 * (the face itself, or `fallback-0`, `fallback-1` …).
 */
export interface FontPiece {
  text: string
  font: string
}

export interface Metrics {
  /** Advance of `text` set in `face` at `size` pt, in pt: kerning and fallback fonts counted. */
  width(text: string, face: FaceName, size: number): number
  /** Vertical measures of the face's first font. */
  vertical(face: FaceName): VerticalMetrics
  /** `text` cut where the font of the fallback chain changes; joined again it is `text`. */
  pieces(text: string, face: FaceName): FontPiece[]
  /** Code points of `text` that no font of the chain can show, in order, each once. Empty when all is well. */
  missing(text: string, face: FaceName): number[]
  /** The box of a formula that was typeset, `strong` among words in bold type; null for one that keeps its source. Where it is left out all do. */
  formula?(source: string, kind: FormulaKind, strong?: boolean): FormulaBox | null
}
