/** Lines of text: how runs are set, and what a line holds. */
import type { Direction } from '../direction.js'
import type { FaceName } from '../metrics.js'
import type { Run } from '../rich.js'
import type { FormulaStretch } from '../tex/formula.js'
import type { Hyphenation } from './hyphens.js'

/** How runs are set. `size` in pt. */
export interface LineStyle {
  size: number
  faceOf: (run: Run) => FaceName
  /** Size of code and formulas, as a fraction of `size`; 1 when left out. */
  codeScale?: number
  /** How wide a formula that is typeset may be, as a multiple of `size`: one that is wider is set smaller. As wide as it is when left out. */
  formulaMeasure?: number
  /** The direction of the sheet; a paragraph of the other script runs its own way. Left to right when left out. */
  direction?: Direction
  /** Language of the words, "pl-PL": where a line may not end. */
  lang?: string
  /** How a word that is wider than the line is parted; it is cut without hyphens when left out. */
  hyphens?: Hyphenation | undefined
  /** In a narrow measure words are parted as well where that saves a line or fills a hole. For what is looked up, not for questions and heads. */
  fillsWithHyphens?: true
}

/** A stretch of a line in one face and one direction. `x` from the left end of the line, `rise` of the baseline (super- and subscripts); pt. */
export interface Fragment {
  text: string
  face: FaceName
  size: number
  x: number
  width: number
  rise: number
  /** Index of the run that it comes from. */
  run: number
  /** Its words are drawn from right to left; `text` is as it is read. */
  rtl?: true
  /** A hyphen that the end of the line brings: it is seen, and no part of the word. */
  soft?: true
  /** It is a formula, or a stretch of one, of this source; `text` is then empty. */
  formula?: FormulaPart
}

/** What a line shows of a formula. `scale`: what was made of its size so that it fits the measure, 1 as a rule. */
export interface FormulaPart {
  source: string
  stretches: readonly FormulaStretch[]
  scale: number
  /** It began on a line before. */
  goesOn?: true
}

/**
 * Fragments in the order in which they are read. `end`: a space, the middle of a word, or the end of the paragraph (or a hard
 * break) follows the line. `rtl`: it begins at the right.
 */
export interface TextLine {
  fragments: Fragment[]
  width: number
  end: 'space' | 'word' | 'stop'
  rtl?: true
  /** How far formulas in it reach over and under its baseline, pt; left out where it has none. */
  reach?: { over: number; under: number }
}
