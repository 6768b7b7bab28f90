/** Names of days: what a heading says of the day it opens. */
import { LetterPattern } from '../../text/latin.js'
import type { Run } from '../../text/rich.js'
import { mergeRuns, rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import type { Day } from '../model.js'
import { type DayWord, matchDate, matchDay, matchNumbered } from '../words/day-names.js'
import { asciiDigits } from '../words/fold.js'
import { languageOf } from '../words/table.js'

/** The part of a Day that its heading decides. */
export type DayName = Pick<Day, 'kind' | 'key' | 'name' | 'short' | 'topic'>

/** Weekdays in order, Monday first. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Decoration or a number before a name: "🗓 Monday", "1. Monday". */
const decoration = new LetterPattern(String.raw`^[^\p{L}\p{N}]{0,8}`)
const numbering = /^\d{1,3}[.)]\s+/
const separator = /^\s*(?:[—–-]+|[:.,|：，、。・،]|[!?！？؟]$)\s*|^\s+/

/**
 * Reads a day's heading, in any language of the table; null when it names none. `lang` decides where a word is a day in one language
 * and something else in another.
 * "Monday — Opening failure" → monday, topic "Opening failure". "Montag" → key monday, name "Montag", short "Mo".
 * "Weekend synthesis" → weekend, no topic. "Day 3: Queues" → day-3.
 */
export function readDayName(heading: readonly Run[], lang: string | null = null): DayName | null {
  const raw = rawText(heading)
  const found = dayNamedIn(raw, lang)
  if (!found) return null
  const { names, name, short, end, skipped } = found
  const topic = topicAfter(heading, raw, end)
  if ('weekday' in names) {
    const key = weekdays[names.weekday] ?? ''
    return { kind: 'weekday', key: key.toLowerCase(), name, short, topic }
  }
  if ('day' in names) return { kind: 'part', key: `day-${names.day}`, name, short, topic }
  // "Weekend synthesis" is one name: there the day is an adjective.
  const parted = /^\s*(?:[—–:.,|：，、・،-]|$)/u.test(raw.slice(end))
  const whole = raw.slice(skipped).replace(/\s+/g, ' ').trim()
  return { kind: 'weekend', key: 'weekend', name: parted ? name : whole, short, topic: parted ? topic : [] }
}

/**
 * As `readDayName`, of a line that may be a sentence: null when it ends as one, and when it tells what is lettered, "Monday a) so b) thus". "Wed." and
 * "Wed 2.12." end in a stop of their own.
 */
export function readDayLine(line: readonly Run[], lang: string | null = null): DayName | null {
  const name = readDayName(line, lang)
  if (!name || name.topic.length === 0) return name
  return /(?:\D\.|[?!])$/.test(rawText(line).trim()) || /^\(?a\)\s/i.test(rawText(name.topic)) ? null : name
}

/** True for "Tuesday?" and "Tuesday!", not for "Tuesday – Why?": below other words it may end their sentence, "Which day comes before", and opens no day. */
export const mayEndSentence = (line: string): boolean => nameAndMark.test(line)

/** No sign that parts a name from its topic, then a mark. */
const nameAndMark = /^(?:[^—–:.,|(：，、。（・-]|\S-\S)*[!?！？؟]\s*$/

/** How a line begins that names a day: its name in capitals or not, and what parts the name from a topic. */
export interface DayOpening {
  capitals: boolean
  /** A dash or colon, a comma, stop or bracket, nothing but a space, or the end of the line. */
  parted: 'mark' | 'stop' | 'space' | 'end'
}

/** How the name of a day stands at the beginning of a line; null for a line without one. */
export function dayOpening(line: string, lang: string | null = null): DayOpening | null {
  const found = dayNamedIn(line, lang)
  if (!found) return null
  const written = line.slice(found.skipped, found.end)
  const rest = line.slice(found.end)
  const parted = /^\s*(?:[—–-]{1,3}\s|[:：|])/.test(rest)
    ? 'mark'
    : /^\s*[.,(（，、。]/.test(rest)
      ? 'stop'
      : rest.trim() === ''
        ? 'end'
        : 'space'
  return { capitals: written === written.toUpperCase() && written !== written.toLowerCase(), parted }
}

/**
 * A day's heading with the name of its weekday in full, as pages and slides call the day everywhere: "Fri — Queues" → "Friday — Queues".
 * Any other heading is as it is written.
 */
export function spelledOut(heading: Run[], lang: string | null = null): Run[] {
  const raw = rawText(heading)
  const found = dayNamedIn(raw, lang)
  if (!found || !('weekday' in found.names)) return heading
  const written = raw.slice(found.skipped, found.end)
  if (written.toLowerCase() === found.name.toLowerCase()) return heading
  const [{ text: _short, ...style } = { text: '' }] = sliceRuns(heading, found.skipped)
  const [before, behind] = [sliceRuns(heading, 0, found.skipped), sliceRuns(heading, found.end)]
  return mergeRuns([...before, { ...style, text: found.name }, ...behind])
}

/** The name of a day at the beginning of words, behind decoration and a number. */
function dayNamedIn(raw: string, lang: string | null): (DayWord & { skipped: number }) | null {
  const start = decoration.exec(raw)?.[0].length ?? 0
  const number = numberingAt(raw, start)
  return dayAt(raw, start, lang) ?? (number > 0 ? dayAt(raw, start + number, lang) : null)
}

function dayAt(raw: string, skipped: number, lang: string | null): (DayWord & { skipped: number }) | null {
  const found = matchDay(raw.slice(skipped, skipped + 100), lang)
  return found && { ...found, end: skipped + found.end, skipped }
}

const numberingAt = (raw: string, start: number) => numbering.exec(raw.slice(start, start + 10))?.[0].length ?? 0

function topicAfter(heading: readonly Run[], raw: string, end: number): Run[] {
  return trimRuns(sliceRuns(heading, end + (separator.exec(raw.slice(end))?.[0].length ?? 0)))
}

/**
 * Names a plain part by its heading: "Warm-up — basics" → key "warm-up", name "Warm-up", short "Warm", topic "basics".
 * "Lesson 2: Queues" → "lesson-2", "L2"; "2025-04-21 — Queues" → "2025-04-21", "04-21"; "21 April" → "04-21", "21Apr".
 */
export function namePart(heading: readonly Run[], lang: string | null = null): DayName {
  const raw = rawText(heading)
  const skipped = decoration.exec(raw)?.[0].length ?? 0
  const rest = raw.slice(skipped, skipped + 100)
  const lesson = matchNumbered(rest, 'lesson', languageOf(lang))
  const found = lesson ? { ...lesson, key: slug(lesson.name) } : matchDate(rest)
  if (found) {
    const { key, name, short } = found
    return { kind: 'part', key, name, short, topic: topicAfter(heading, raw, skipped + found.end) }
  }
  const mark = /\s+[—–-]+\s+|:\s+|：/.exec(raw)
  const name = (mark ? raw.slice(0, mark.index) : raw).replace(/\s+/g, ' ').trim() || 'Questions'
  const topic = mark ? trimRuns(sliceRuns(heading, mark.index + mark[0].length)) : []
  return { kind: 'part', key: slug(name) || 'part', name, short: shortOf(name), topic }
}

/** Four letters of the first word, and the number of a numbered name: "Warm-up" → "Warm", "Module 12" → "Modu12". */
function shortOf(name: string): string {
  const [, word = '', number = ''] =
    /^([\p{L}\p{N}]+)(?:\s(\d{1,3})$)?/u.exec(name.replace(/^[^\p{L}\p{N}]+/u, '')) ?? []
  return ([...word].slice(0, 4).join('') || 'Part') + asciiDigits(number)
}

const gaps = new LetterPattern(String.raw`[^\p{L}\p{M}\p{N}]+`, 'g')

/** Words as a key: lower case, letters and digits of any script, the rest as "-". "What Comes Next?" → "what-comes-next". */
export function slug(words: string): string {
  const plain = words.toLowerCase().normalize('NFC')
  return plain.replace(gaps.for(plain), '-').replace(/^-|-$/g, '')
}
