/** Formulas as they are drawn: boxes on a baseline. Plain JSON, made by `math/` before anything is laid out; no device and no typesetter is known here. */

/**
 * A formula: what stands on its baseline, from the left. It has as many stretches as there are places where a line may end in it, and one.
 * Lengths in thousandths of the size of the text, y down from the baseline.
 */
export interface FormulaBox {
  stretches: FormulaStretch[]
}

/** A stretch that no line break parts. `ascent` over and `descent` under the baseline are those of the ink. */
export interface FormulaStretch {
  width: number
  ascent: number
  descent: number
  /** Outlines to be filled one by one, by the rule of non-zero winding: `M`, `L`, `C` and `Z` of SVG, absolute: "M0 -20L500 -20L500 20L0 20Z". */
  outlines: string[]
  /** Words in it, in the face of the text: those of `\text{…}`, and letters that fonts of formulas do not have. */
  words: FormulaWords[]
  /** The author ends the line behind it (`\\`). */
  ends?: true
}

export interface FormulaWords {
  text: string
  x: number
  y: number
  /** Of the type; 1000 is that of the text around the formula. */
  size: number
  strong?: true
  emphasis?: true
}

/** Stretches one behind the other. */
export const widthOfStretches = (stretches: readonly FormulaStretch[]): number =>
  stretches.reduce((sum, { width }) => sum + width, 0)

/** How a formula is set: in a line, low, or on lines of its own. */
export type FormulaKind = 'inline' | 'display'

/** Thousandths of the type size. */
export const perEm = 1000
