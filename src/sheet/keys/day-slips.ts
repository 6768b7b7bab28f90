/** Names of days that a key or the sheet misspells: whose they are all the same. */
import { weekdays } from '../days/days.js'
import { meantDay } from '../days/misspelt-days.js'
import type { Reading } from '../markdown/reading.js'

/** A word of a key that names no day, and the day that it nearly names, by its key. */
export interface DaySlip {
  word: string
  key: string
}

/**
 * What `words` in a key nearly name, where they are one word and nothing else: "Teusday" → tuesday. Null for anything else, and for a word that the sheet
 * itself calls a part by.
 */
export function daySlip(words: string, { lang, parts }: Reading): DaySlip | null {
  const word = words.trim()
  if (word.length > 20 || /\s/.test(word) || parts.keys.has(word.toLowerCase())) return null
  const meant = meantDay(word, lang, parts.languages)
  return meant && meant.word === word ? { word, key: keyOfWeekday(meant.near.weekday) } : null
}

/** `monday` for 0. */
const keyOfWeekday = (weekday: number): string => (weekdays[weekday] ?? '').toLowerCase()

/** The key of the part that a sheet has in place of a weekday, whose name it misspells: `thursday` → `thurday` below `## Thurday`; else the weekday's own. */
export function inPlaceOf(key: string, { parts }: Reading): string {
  return parts.keys.has(key) ? key : (parts.misspelt.get(key) ?? key)
}

/** The parts of a sheet that are nearly called as weekdays which it does not have, by these: "Thurday" for `thursday`. */
export function misspeltParts(
  parts: readonly { key: string; words: string }[],
  lang: string | null,
  languages: readonly string[],
): Map<string, string> {
  const keys = new Set(parts.map(({ key }) => key))
  return new Map(
    parts.flatMap(({ key, words }) => {
      const meant = meantDay(words, lang, languages)
      const weekday = meant && keyOfWeekday(meant.near.weekday)
      return weekday !== null && !keys.has(weekday) ? [[weekday, key] as const] : []
    }),
  )
}
