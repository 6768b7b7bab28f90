/** Headings of days in lists of days: in one weight, with their formulas. */
import { inOneStyle, type Run } from '../../text/rich.js'

/** The heading of a day for a list of days: bold throughout, without links and emphasis, formulas kept. */
export const headingRuns = (heading: readonly Run[]): Run[] =>
  inOneStyle(heading).map((run) => ({ ...run, strong: true }))
