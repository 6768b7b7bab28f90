/** When the days of a week come again: with real dates when the sheet says when its week starts. */
import type { Day, Sheet } from '../../sheet/model.js'
import type { CalendarCell } from '../plan-model.js'

const dayLength = 86_400_000
/** 0 Sunday … 6 Saturday, as `Date.getUTCDay` counts. */
const weekdayKeys = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The first day of the sheet's week; null when it names none. */
export function startOf({ settings }: Sheet): Date | null {
  const start = settings?.start?.value
  return start === undefined ? null : new Date(`${start}T00:00:00Z`)
}

const weekdayOf = (day: Day): number => weekdayKeys.indexOf(day.kind === 'weekend' ? 'saturday' : day.key)

/** The weekday on which a sheet's week begins: that of its `start`, else of its first day; null when its days are no weekdays. */
function firstWeekday(sheet: Sheet): number | null {
  const start = startOf(sheet)
  if (start) return start.getUTCDay()
  const first = sheet.days[0]
  const weekday = first ? weekdayOf(first) : -1
  return weekday < 0 ? null : weekday
}

/** Days from the first of the week: a weekday is the next one, a weekend its Saturday, any other part the day of its position. */
function offsetOf(day: Day, sheet: Sheet): number {
  const first = firstWeekday(sheet)
  const weekday = weekdayOf(day)
  if (weekday < 0 || first === null) return sheet.days.findIndex(({ id }) => id === day.id)
  return (weekday - first + 7) % 7
}

const after = (date: Date, days: number): Date => new Date(date.getTime() + days * dayLength)

/** "25 Nov" */
const shortDate = (lang: string) => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', timeZone: 'UTC' })

/**
 * Per lag (days after the day itself) the date in short words, "25 Nov"; [] when the sheet has no `start`.
 * ```yaml
 * start: 2026-11-23     # a Monday: Tuesday is 24 Nov, and with a lag of 2 comes again on 26 Nov
 * ```
 */
export function retestDates(day: Day, sheet: Sheet, lags: readonly number[], lang: string): string[] {
  const start = startOf(sheet)
  if (!start) return []
  const words = shortDate(lang)
  return lags.map((lag) => words.format(after(start, offsetOf(day, sheet) + lag)))
}

/**
 * Weeks of seven cells, the first of them the sheet's own week, with what is recalled on each day; only weeks that have something, each with its
 * distance from the first. `heads` are the weekdays; without weekdays the numbers 1 to 7.
 */
export function calendarOf(
  days: readonly Day[],
  sheet: Sheet,
  lags: readonly number[],
  lang: string,
): { heads: string[]; weeks: { index: number; cells: CalendarCell[] }[] } {
  const start = startOf(sheet)
  const dates = shortDate(lang)
  const due = new Map<number, CalendarCell['tests']>()
  for (const [turn, lag] of [0, ...lags].entries())
    for (const day of days) {
      const at = offsetOf(day, sheet) + lag
      due.set(at, [...(due.get(at) ?? []), { day: day.short, turn }])
    }
  const indices = [...new Set([...due.keys()].map((at) => Math.floor(at / 7)))].sort((a, b) => a - b)
  return {
    heads: columnHeads(firstWeekday(sheet), lang),
    weeks: indices.map((index) => ({
      index,
      cells: Array.from({ length: 7 }, (_, i) => ({
        date: start ? dates.format(after(start, index * 7 + i)) : null,
        tests: due.get(index * 7 + i) ?? [],
      })),
    })),
  }
}

function columnHeads(first: number | null, lang: string): string[] {
  const names = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' })
  // 4 January 1970 was a Sunday.
  const sunday = new Date(3 * dayLength)
  return Array.from({ length: 7 }, (_, i) => (first === null ? String(i + 1) : names.format(after(sunday, first + i))))
}
