/** How a section is named in print. */
import { mergeRuns } from '../../sheet/markdown/runs.js'
import type { Run } from '../../text/rich.js'
import type { Desk } from '../frame.js'
import type { KeySectionPlan } from '../plan-model.js'

/** What was made of sections before: a key is set in several sizes. */
const known = new WeakMap<KeySectionPlan, readonly Run[]>()

/** "§1.3 Three quiet weeks": the number bold, the title plain, with its formulas, code and emphasis. */
export function sectionRuns(section: KeySectionPlan, { style }: Desk): readonly Run[] {
  if (section.number === null && section.title.length === 0) return [{ text: style.words.wholeFile }]
  const before = known.get(section)
  if (before) return before
  const runs = runsOf(section)
  known.set(section, runs)
  return runs
}

function runsOf({ number, title }: KeySectionPlan): Run[] {
  if (number === null) return inBold(mergeRuns([{ text: '§' }, ...title]))
  // A place that was not found has its own sign: "§9.9", "p. 12".
  const sign = /^(?:\d|[A-Z]\.\d)/.test(number) ? `§${number}` : number
  return [{ text: sign, strong: true }, ...(title.length === 0 ? [] : mergeRuns([{ text: ' ' }, ...title]))]
}

/** The same runs, all bold. */
export const inBold = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, strong: true }))
