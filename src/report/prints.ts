/** What is recorded as printed, for people. */
import { hasSamePages, isSameSheet } from '../identity/compare-days.js'
import type { PrintStanding } from '../identity/prints.js'
import { pagesNow } from './changes.js'
import { onOneLine } from './printable.js'
import { weekName } from './text.js'

/**
 * ```
 * content/week-17/04_daily_recall.md
 *   W17·MON  Monday: printed 2026-11-23 with rev 1a2b3c, as last built
 *   W17·TUE  Tuesday: printed 2026-11-23 with rev 4d5e6f; rev 7a8b9c in the last build
 *   W17·WED  Wednesday: printed 2026-11-23 with rev 0d1e2f; not in the last build
 * ```
 */
export function printsList(prints: readonly PrintStanding[]): string {
  let lines = ''
  let week = ''
  for (const print of prints) {
    const name = weekName(print)
    if (name !== week) lines += `${onOneLine(name)}\n`
    week = name
    const { day, on } = print
    lines += `  ${onOneLine(`${day.code}  ${day.name}`)}: printed ${on} with rev ${day.revision}${standingOf(print)}\n`
  }
  return lines
}

function standingOf({ day, built }: PrintStanding): string {
  if (!built) return '; not in the last build'
  if (!isSameSheet(day, built)) return `; rev ${built.revision} in the last build`
  return hasSamePages(day, built)
    ? ', as last built'
    : `, as last built but for its number: ${pagesNow(day.pages, built.pages)}`
}
