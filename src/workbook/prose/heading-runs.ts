/** Headings of days in lists of days: in one weight, with their formulas. */
import { plainText, type Run, withFormulasApart } from '../../text/rich.js'

/** The heading of a day for a list of days: bold throughout, without links and emphasis, formulas kept. */
export function headingRuns(heading: readonly Run[]): Run[] {
  const plain = heading.some(({ math }) => math) ? withFormulasApart(heading) : [{ text: plainText(heading) }]
  return plain.map((run) => ({ ...run, strong: true }))
}
