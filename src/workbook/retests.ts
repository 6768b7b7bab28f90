/** Dates on which the days of a week come again: real ones when the sheet says when its week starts. */
import type { Day, Sheet } from '../sheet/model.js'

const dayLength = 86_400_000
/** 0 Sunday … 6 Saturday, as `Date.getUTCDay` counts. */
const weekdayKeys = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/**
 * Per lag (days after the day itself) the date in short words, "25 Nov"; [] when the sheet has no `start`.
 * ```yaml
 * start: 2026-11-23     # a Monday: Tuesday is 24 Nov, and with a lag of 2 comes again on 26 Nov
 * ```
 * A weekday is the next one from the start on, a weekend its Saturday, any other part the day of its position.
 */
export function retestDates(day: Day, sheet: Sheet, lags: readonly number[], lang: string): string[] {
  const start = sheet.settings?.start?.value
  if (start === undefined) return []
  const first = new Date(`${start}T00:00:00Z`)
  const weekday = weekdayKeys.indexOf(day.kind === 'weekend' ? 'saturday' : day.key)
  const position = sheet.days.findIndex(({ id }) => id === day.id)
  const offset = weekday < 0 ? position : (weekday - first.getUTCDay() + 7) % 7
  const words = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return lags.map((lag) => words.format(new Date(first.getTime() + (offset + lag) * dayLength)))
}
