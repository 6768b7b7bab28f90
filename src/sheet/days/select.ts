/** One day of a sheet, as the command line asks for it. */

import type { Day, Sheet } from '../model.js'
import { readDayName, slug, weekdays } from './days.js'

/**
 * The sheet with only the day that `request` names: a key or name ("monday", "warm-up"), a short name ("Mon", "Wkd"), a name in another
 * language ("Montag"), a beginning of three letters,
 * a position ("2"), or "today" in any of the languages. `weekday` is today's, 0 for Sunday as `Date.getDay` has it; a Saturday or Sunday without a day of its own is
 * the weekend. Null when there is none: whether that is a fault depends on the other sheets of the run.
 */
export function selectDay(sheet: Sheet, request: string, weekday: number): Sheet | null {
  const day = dayAsked(sheet.days, request, weekday)
  return day ? { ...sheet, days: [day] } : null
}

/** What tells a day from the others of its sheet. */
type NamedDay = Pick<Day, 'key' | 'name' | 'short' | 'kind'>

/** The day of one sheet that `request` names, by the rules of `selectDay`. */
export function dayAsked<T extends NamedDay>(days: readonly T[], request: string, weekday: number): T | undefined {
  const wanted = /^[\s-]*-/.test(request) ? '' : slug(request)
  return asksForToday(wanted) ? dayOfToday(days, weekday) : findDay(days, wanted)
}

/** "Today" in the languages that know days; made when it is asked for first. */
let todayWords: ReadonlySet<string> | null = null
const todayNames =
  'today|heute|hoy|aujourd’hui|oggi|hoje|vandaag|dzisiaj|dziś|bugün|сегодня|σήμερα|اليوم|היום|आज|今日|今天|오늘'

/** Does `request` ask for the day of today? "today", "Heute", "aujourd'hui" → true. */
export function asksForToday(request: string): boolean {
  todayWords ??= new Set(todayNames.split('|').map((word) => slug(word)))
  return todayWords.has(slug(request))
}

/** The English name of a weekday, 0 for Sunday as `Date.getDay` has it. */
export const weekdayName = (weekday: number): string => weekdays[(weekday + 6) % 7] ?? 'no day'

/** A word for a day that `selectDay` takes, as its sheet says it: "montag" of "Montag"; its key where its name is no single word. */
export function wordForDay({ key, name }: Pick<Day, 'key' | 'name'>): string {
  const word = name.toLowerCase()
  return word !== '' && slug(name) === word ? word : key
}

function dayOfToday<T extends NamedDay>(days: readonly T[], weekday: number): T | undefined {
  const key = weekdayName(weekday).toLowerCase()
  const weekend = weekday === 0 || weekday === 6
  return days.find((day) => day.key === key) ?? (weekend ? days.find((day) => day.kind === 'weekend') : undefined)
}

function findDay<T extends NamedDay>(days: readonly T[], wanted: string): T | undefined {
  if (wanted === '') return undefined
  const exact = days.find((day) => [day.key, slug(day.name), slug(day.short)].includes(wanted))
  if (exact) return exact
  if (/^\d{1,3}$/.test(wanted)) return days[Number(wanted) - 1]
  if ([...wanted].length < 3) return undefined
  // Any language's name of a day: "Montag" finds monday in a sheet that says "Monday", and the other way round.
  const named = readDayName([{ text: wanted.replaceAll('-', ' ') }])?.key
  const local = days.find((day) => day.key === named)
  if (local) return local
  const begun = days.filter((day) => day.key.startsWith(wanted))
  return begun.length === 1 ? begun[0] : undefined
}
