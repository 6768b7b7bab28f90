/** Names of days: what a heading says of the day it opens. */
import type { Run } from '../text/rich.js'
import type { Day } from './model.js'
import { rawText, sliceRuns, trimRuns } from './runs.js'

/** The part of a Day that its heading decides. */
export type DayName = Pick<Day, 'kind' | 'key' | 'name' | 'short' | 'topic'>

/** Weekdays in order, Monday first. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Decoration or a number before a name: "🗓 Monday", "1. Monday". */
const lead = /^[^\p{L}\p{N}]{0,8}(?:\d{1,3}[.)]\s+)?/u
const fullName =
  /^(?:(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|weekend|day\s+(\d{1,3}))(?=[\s:.,|(—–-]|$)/i
const abbreviation = /^(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?=\s*[:.,|(—–-]|$)\.?/i
const separator = /^\s*(?:[—–-]+|[:.,|])\s*|^\s+/

/**
 * Reads a day's heading; null when it names none.
 * "Monday — Opening failure" → monday, topic "Opening failure". "Weekend synthesis" → weekend, no topic. "Day 3: Queues" → day-3.
 */
export function readDayName(heading: readonly Run[]): DayName | null {
  const raw = rawText(heading)
  const skipped = lead.exec(raw)?.[0].length ?? 0
  const rest = raw.slice(skipped)
  const match = fullName.exec(rest) ?? abbreviation.exec(rest)
  if (!match) return null
  const after = skipped + match[0].length
  const topic = trimRuns(sliceRuns(heading, after + (separator.exec(raw.slice(after))?.[0].length ?? 0)))
  const weekday = weekdays.find((day) => day.toLowerCase().startsWith(match[0].slice(0, 3).toLowerCase()))
  if (/^weekend/i.test(match[0])) {
    // "Weekend synthesis" is one name: there the day is an adjective.
    const parted = /^\s*[—–:.,|-]/u.test(raw.slice(after))
    const name = parted ? 'Weekend' : raw.slice(skipped).replace(/\s+/g, ' ').trim()
    return { kind: 'weekend', key: 'weekend', name, short: 'Wkd', topic: parted ? topic : [] }
  }
  if (match[2]) {
    const number = Number(match[2])
    return { kind: 'part', key: `day-${number}`, name: `Day ${number}`, short: `D${number}`, topic }
  }
  if (!weekday) return null
  return { kind: 'weekday', key: weekday.toLowerCase(), name: weekday, short: weekday.slice(0, 3), topic }
}

/** Names a plain part by its heading: "Warm-up — basics" → key "warm-up", name "Warm-up", short "Warm", topic "basics". */
export function namePart(heading: readonly Run[]): DayName {
  const raw = rawText(heading)
  const mark = /\s+[—–-]+\s+|:\s+/.exec(raw)
  const name = (mark ? raw.slice(0, mark.index) : raw).replace(/\s+/g, ' ').trim() || 'Questions'
  const topic = mark ? trimRuns(sliceRuns(heading, mark.index + mark[0].length)) : []
  const [word = ''] = name.match(/[\p{L}\p{N}]+/u) ?? []
  return { kind: 'part', key: slug(name) || 'part', name, short: [...word].slice(0, 4).join('') || 'Part', topic }
}

/** Words as a key: lower case, letters and digits of any script, the rest as "-". "What Comes Next?" → "what-comes-next". */
export function slug(words: string): string {
  const joined = words
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return joined.replace(/^-|-$/g, '')
}
