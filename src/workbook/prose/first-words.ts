/** The first words of a text that has formulas in it, as many as one line holds; for words that stand elsewhere in full. */
import { sliceRuns } from '../../sheet/markdown/runs.js'
import { type LineStyle, oneLine, type TextLine } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { type Desk, ofSheet } from '../frame.js'

/** A line of words is looked through no further. */
const mostLetters = 400

/** Runs that fit into `width` pt on a line, with "…" where more follow, and their line; null where not even the first word fits. */
export function firstWords(
  runs: readonly Run[],
  width: number,
  style: LineStyle,
  desk: Desk,
): { runs: readonly Run[]; line: TextLine } | null {
  const set = (some: readonly Run[]) => ({ runs: some, line: oneLine(some, ofSheet(style, desk), desk.metrics) })
  const whole = runs.reduce((sum, { text }) => sum + text.length, 0) <= mostLetters ? set(runs) : null
  if (whole && whole.line.width <= width) return whole
  const cuts = cutsOf(runs)
  const at = (i: number) =>
    set([...sliceRuns(runs, 0, cuts[i]), { text: ' …', ...(runs[0]?.emphasis && { emphasis: true as const }) }])
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(middle).line.width <= width) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : at(low - 1)
}

/** Places before the blanks between words and formulas. */
function cutsOf(runs: readonly Run[]): number[] {
  const cuts: number[] = []
  let from = 0
  for (const { text, math } of runs) {
    if (!math) for (const { index } of text.matchAll(/(?<!\s)\s|^\s/g)) if (from + index > 0) cuts.push(from + index)
    from += text.length
    if (from > mostLetters) break
  }
  return cuts
}
