/** How a section is named in print. */
import type { Run } from '../text/rich.js'
import type { Desk } from './frame.js'
import type { KeySectionPlan } from './plan-model.js'

/** "§1.3 Three quiet weeks": the number bold, the title plain. */
export function sectionRuns({ number, title }: KeySectionPlan, { style }: Desk): Run[] {
  if (number === null) return [title === '' ? { text: style.words.wholeFile } : { text: `§${title}`, strong: true }]
  // A place that was not found has its own sign: "§9.9", "p. 12".
  const sign = /^(?:\d|[A-Z]\.\d)/.test(number) ? `§${number}` : number
  return [{ text: sign, strong: true }, ...(title === '' ? [] : [{ text: ` ${title}` }])]
}
