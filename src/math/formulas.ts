/**
 * Formulas of a sheet → boxes, before anything is laid out: layout asks for them as it asks for the widths of words.
 *
 * A sheet without formulas costs one look at its plain data; the typesetter is loaded when there is one.
 */
import type { Log } from '../diagnostics.js'
import type { Metrics } from '../text/metrics.js'
import type { FormulaBox, FormulaKind } from '../text/tex/formula.js'
import { formulaKey, formulasIn } from '../text/tex/formulas-in.js'
import { openTypesetter, type Typesetter } from './mathjax.js'
import { bolder, contoursOf, pathOf } from './outline.js'

/** What the outlines of a formula are moved out by to be as heavy as bold letters, in thousandths of the size. */
const boldness = 14

function inBold({ stretches }: FormulaBox): FormulaBox {
  const heavier = (outline: string): string => pathOf(bolder(contoursOf(outline), boldness))
  return { stretches: stretches.map((stretch) => ({ ...stretch, outlines: stretch.outlines.map(heavier) })) }
}

/** Letters that the formulas of one sheet have together; what is more keeps its source. It bounds the time that a sheet can take. */
const mostLetters = 40_000

/**
 * The same metrics, which know the boxes of all formulas in `content`, plain data with runs and blocks in it (a sheet, what was resolved).
 * Reports `math-not-read` at each formula that cannot be set, and `math-not-typeset` where there is no typesetter; they keep their source.
 */
export async function withFormulas(
  content: readonly unknown[],
  metrics: Metrics,
  log: Log,
  open: () => Promise<Typesetter | null> = openTypesetter,
): Promise<Metrics> {
  const found = formulasIn(content)
  if (found.length === 0) return metrics
  const typesetter = await open()
  if (!typesetter) {
    log.report('math-not-typeset', null, {})
    return metrics
  }
  const boxes = new Map<string, FormulaBox>()
  let letters = 0
  for (const { source, kind, place } of found) {
    letters += source.length
    const box =
      letters > mostLetters
        ? { fault: `the formulas of this sheet have more than ${mostLetters} letters together` }
        : typesetter.set(source, kind, metrics)
    if ('fault' in box) log.report('math-not-read', place, { source, why: box.fault })
    else boxes.set(formulaKey(source, kind), box)
  }
  const strong = new Map<string, FormulaBox>()
  const formula = (source: string, kind: FormulaKind, isStrong = false): FormulaBox | null => {
    const key = formulaKey(source, kind)
    const box = boxes.get(key) ?? null
    if (!box || !isStrong) return box
    const known = strong.get(key) ?? inBold(box)
    strong.set(key, known)
    return known
  }
  return { ...metrics, formula }
}
