/** Order of days: which stand before a day that they follow in the calendar, and which are missing. */
import type { Log } from '../../diagnostics.js'
import { LetterPattern } from '../../text/latin.js'
import type { Day, Sheet } from '../model.js'
import { weekdays } from './days.js'

/** A day's place in a sequence of days of its sort: weekdays, "Day 1" … (or "Lesson 1", "Part 1"), dates. */
interface Station {
  day: Day
  sequence: string
  at: number
}

/** Reports days out of order, and weekdays and numbered days that are missing between the first and the last one there. */
export function checkDays(sheet: Sheet, log: Log): void {
  const week = weekFrom(sheet.days.find((day) => day.kind === 'weekday'))
  const stations = sheet.days.flatMap((day) => stationOf(day, week) ?? [])
  for (const sequence of new Set(stations.map((station) => station.sequence))) {
    const own = stations.filter((station) => station.sequence === sequence)
    reportOrder(own, log)
    const [first] = own
    const names = missingAmong(own, week)
    if (first && names.length > 0) log.report('day-missing', first.day.place, { names: names.join(', ') })
  }
}

/** Keys of the week's days in order. A sheet that begins on a Saturday or Sunday has a week that does, as in Cairo or Jerusalem. */
function weekFrom(first: Day | undefined): string[] {
  const week = weekdays.map((name) => name.toLowerCase())
  const start = first ? week.indexOf(weekdayKey(first)) : 0
  return start < 5 ? week : [...week.slice(start), ...week.slice(0, start)]
}

/** The key is English in every language; "monday-2" is a doubled Monday. */
const weekdayKey = (day: Day) => day.key.replace(/-\d+$/, '')

const numberedKey = new LetterPattern(String.raw`^(\p{L}+)-(\d{1,3})(?:-\d+)?$`)

/** Dates without a year are in no sequence: December may come before January. */
function stationOf(day: Day, week: readonly string[]): Station | null {
  if (day.kind === 'weekday') return { day, sequence: 'week', at: week.indexOf(weekdayKey(day)) }
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:-\d+)?$/.exec(day.key)
  if (date) return { day, sequence: 'dates', at: Number(`${date[1]}${date[2]}${date[3]}`) }
  const numbered = numberedKey.exec(day.key)
  return numbered ? { day, sequence: numbered[1] ?? '', at: Number(numbered[2]) } : null
}

function reportOrder(stations: readonly Station[], log: Log): void {
  stations.forEach(({ day, at }, i) => {
    const before = stations[i - 1]
    if (!before || at >= before.at) return
    const cause = { place: before.day.place, words: `${before.day.name} stands here` }
    log.report('day-order', day.place, { name: day.name, after: before.day.name }, cause)
  })
}

/** More numbers than this are no gap but another count. */
const longestGap = 6

function missingAmong(stations: readonly Station[], week: readonly string[]): string[] {
  const [first] = stations
  if (!first || (first.sequence !== 'week' && first.sequence !== 'day')) return []
  const present = stations.map(({ at }) => at)
  const least = Math.min(...present)
  const gap = Array.from({ length: Math.max(...present) - least }, (_, i) => least + i).filter(
    (at) => !present.includes(at),
  )
  if (first.sequence === 'week') return weekdays.filter((name) => gap.includes(week.indexOf(name.toLowerCase())))
  const nameOf = (at: number) => first.day.name.replace(/\d+/, String(at))
  return gap.length > longestGap || !/\d/.test(first.day.name) ? [] : gap.map(nameOf)
}
