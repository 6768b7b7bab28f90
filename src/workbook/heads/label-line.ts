/** Labels of one line with formulas in them: headings of days in lists and on slips. */
import { plainFaces } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import type { Look } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import { firstWords } from '../prose/first-words.js'
import { putPart, stretchesOf } from '../prose/stretches.js'

/**
 * A function that draws as many words as a line of `width` pt holds, its left end at `x`, their formulas typeset; null where there are none,
 * or where not even the first word fits, or, unless it may be `cut`, not all of them: such words are drawn as plain ones are.
 */
export function lineWithFormulas(
  runs: readonly Run[],
  { face, size, ink }: Look,
  width: number,
  desk: Desk,
  cut: 'cut' | 'whole' = 'cut',
): ((element: Element, x: number, baseline: number) => void) | null {
  if (!runs.some(({ math }) => math)) return null
  const found = firstWords(runs, width, { size, faceOf: plainFaces(face, face) }, desk)
  if (!found || (cut === 'whole' && found.runs !== runs)) return null
  return (element, x, baseline) => {
    const partsOf = stretchesOf(found.runs, () => element, desk)
    for (const part of partsOf(found.line)) putPart(part, { ink, leading: size * 1.3 }, x, baseline, desk)
  }
}
