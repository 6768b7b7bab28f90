/** The day that a build is asked for: which sheets have it, and what is told of the others. */
import type { Log, Place } from '../diagnostics.js'
import { asksForToday, selectDay, weekdayName, wordForDay } from '../sheet/days/select.js'
import type { Sheet } from '../sheet/model.js'
import { didYouMean } from '../text/suggest.js'

/** A day as it is asked for, by a name, a short form, a key, a position or `today`; null for all days. `weekday`: what `today` is, 0 for Sunday. */
interface AskedDay {
  day: string | null
  weekday: number
}

/** The sheet with the day alone that is asked for, or all of it; null when it has no such day. */
export const choose = (sheet: Sheet, { day, weekday }: AskedDay): Sheet | null =>
  day === null ? sheet : selectDay(sheet, day, weekday)

/** A day that no sheet has is a wrong word on the command line; one that some sheets lack is only told. */
export function reportDays(sheets: readonly Sheet[], day: string, asked: AskedDay, log: Log): void {
  const namesOf = (sheet: Sheet) => sheet.days.map(wordForDay)
  if (sheets.length === 0) return
  const today = asksForToday(day) ? `; today is ${weekdayName(asked.weekday)}` : null
  const without = sheets.filter((sheet) => choose(sheet, asked) === null)
  if (without.length === sheets.length) {
    const known = [...new Set(sheets.flatMap(namesOf))]
    log.report('day-unknown', null, { day, days: known.join(', '), hint: today ?? didYouMean(day, known) })
    return
  }
  for (const sheet of without)
    log.report('day-not-in-sheet', { file: sheet.file }, { day, days: namesOf(sheet).join(', '), today: today ?? '' })
}

/** Where the days stand that were not asked for, in a sheet that has the one that was. */
export function otherDaysOf(sheet: Sheet, asked: AskedDay): Place[] {
  const chosen = choose(sheet, asked)
  if (!chosen) return []
  return sheet.days.filter(({ id }) => chosen.days.every((day) => day.id !== id)).map(({ place }) => place)
}

/** Takes back messages about these days: who builds Monday is not told of what is doubtful on Tuesday. */
export function forgetDays(days: readonly Place[], log: Log): void {
  log.forget(({ place }) =>
    days.some(
      (day) =>
        place !== null &&
        place.file === day.file &&
        place.start.offset >= day.start.offset &&
        place.end.offset <= day.end.offset,
    ),
  )
}
