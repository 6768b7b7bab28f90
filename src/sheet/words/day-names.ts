/** Finds the name of a day, a lesson, a date or a week in words of any language of the table. */
import { LetterPattern } from '../../text/latin.js'
import { Recent } from '../../text/recent.js'
import { dayTable, type Numbered, type NumberedForm } from './day-table.js'
import { asciiDigits, fold, isCjk, readCount } from './fold.js'
import { languageOf, languages, listOf } from './table.js'

/** What the beginning of a heading names. `end` is the offset after it. */
export interface DayWord {
  /** 0 for Monday … 6 for Sunday, a weekend, or the number of "Day 3". */
  names: { weekday: number } | { weekend: true } | { day: number }
  language: string
  /** As written, and in full where it is an abbreviation. */
  name: string
  short: string
  end: number
}

interface Entry {
  names: { weekday: number } | { weekend: true }
  language: string
  full: string
  short: string
  /** Counts only with a mark or the end after it. */
  strict: boolean
  abbreviated: boolean
}

const latin = new LetterPattern(String.raw`^\p{sc=Latin}`)
const after = /^(?:[\s:.,|(—–：，、。（・،-]|[!?！？؟]?$)/
const mark = /^\.?\s*(?:[:.,|(—–：，、。（・،-]|$)/
const maxName = 40
const shortDate = /^\.?\s+\d{1,2}(?:\.\d{1,2}\.?|\/\d{1,2})(?:\s*[:,|(—–-]|\s*$)/

let names: ReadonlyMap<string, string> | null = null
const entries = new Map<string, readonly Entry[]>()

/** What a name stands for, in the order of the languages; null for no name. */
function entriesOf(name: string): readonly Entry[] | null {
  names ??= new Map(Object.entries(dayTable.names))
  const key = fold(name)
  const rows = names.get(key)
  if (rows === undefined) return null
  const known = entries.get(key) ?? rows.split('|').map(entryOf)
  entries.set(key, known)
  return known
}

function entryOf(row: string): Entry {
  const [language = '', day = '', how] = row.split(' ')
  const words = languages[language]
  const weekday = Number(day)
  const shared = { language, strict: how !== undefined, abbreviated: how === 'short' }
  const weekdays = listOf(words?.weekdays)
  if (weekday >= weekdays.length) {
    const [[full = ''] = []] = listOf(words?.weekend)
    return { ...shared, names: { weekend: true }, full, short: words?.weekendShort ?? '' }
  }
  const [full = ''] = weekdays[weekday] ?? []
  return { ...shared, names: { weekday }, full, short: listOf(words?.short)[weekday]?.[0] ?? full }
}

/**
 * The day that `text` begins with. "Montag — Start" → weekday 0, short "Mo"; "3日目" → day 3.
 * An abbreviation in Latin letters is a word in some other language ("Do", "Mar", "Sam"), so it counts only in a sheet of its own `lang`;
 * English ones and those of other scripts count everywhere. All of them need a mark, a date or the end after them ("Mon — …", "Mon 21 April").
 */
export function matchDay(text: string, lang: string | null = null): DayWord | null {
  if (!mayName(text)) return null
  // A heading is asked for its day again and again.
  const name = `${lang ?? ''} ${text}`
  const known = matched.get(name)
  if (known) return known.day
  const day = dayIn(text, lang)
  matched.keep(name, { day })
  return day
}

const matched = new Recent<{ day: DayWord | null }>(20_000)

function dayIn(text: string, lang: string | null): DayWord | null {
  const own = languageOf(lang)
  for (const end of endsOfPrefixes(text)) {
    const prefix = text.slice(0, end)
    const found = entriesOf(prefix)
    if (!found) continue
    const rest = text.slice(end)
    const ordered =
      own === null ? found : found.toSorted((a, b) => Number(b.language === own) - Number(a.language === own))
    const entry = ordered.find((each) => fits(each, prefix, rest, own))
    if (!entry) continue
    const name = entry.abbreviated || entry.language === 'en' ? entry.full : prefix.replace(/\s+/g, ' ')
    const stop = entry.abbreviated && rest.startsWith('.') ? 1 : 0
    return { names: entry.names, language: entry.language, name, short: entry.short, end: end + stop }
  }
  const day = matchNumbered(text, 'day', own)
  return day && { ...day, names: { day: day.number } }
}

/** The languages in which the name of a day may be written: "Montag" → de, "Domingo" → es and pt; [] for "Day 3". */
export function languagesOfDay(name: string): string[] {
  for (const end of endsOfPrefixes(name)) {
    const found = entriesOf(name.slice(0, end))
    if (found) return [...new Set(found.map(({ language }) => language))]
  }
  return []
}

function fits({ strict, abbreviated, language }: Entry, prefix: string, rest: string, own: string | null): boolean {
  if (abbreviated && language !== own && language !== 'en' && latin.test(prefix)) return false
  // "Wed 2 Dec", "Wed. 2.12.", "Thu 3/12"
  const dated = () =>
    /^\.?\s+\d/.test(rest) && (!abbreviated || shortDate.test(rest) || matchDate(rest.replace(/^\.?\s+/, '')) !== null)
  if (abbreviated || (strict && language !== own)) return mark.test(rest) || dated()
  return after.test(rest) || (prefix.length >= 2 && isCjk(prefix))
}

/** Where a name may end, longest first: at the ends of words, and after every character of a script without spaces. */
function endsOfPrefixes(text: string): number[] {
  const head = text.slice(0, maxName + 1)
  const ends: number[] = []
  for (let at = 1; at <= Math.min(head.length, maxName) && ends.length < 8; at++) {
    const wordGoesOn = isOfWord(head.charAt(at)) && isOfWord(head.charAt(at - 1))
    if (!wordGoesOn || isCjk(head.charAt(at - 1))) ends.push(at)
  }
  return ends.reverse()
}

const firstLetter = new LetterPattern(String.raw`\p{L}`)
const letter = new LetterPattern(String.raw`[\p{L}\p{M}\p{N}]`)

/** True for a letter or digit; '' is none. */
function isOfWord(character: string): boolean {
  const code = character.charCodeAt(0)
  if (code < 0x7f) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return letter.test(character)
}

/** A name with a number in it: "Lektion 2" → 2. */
export interface NumberedWord {
  number: number
  language: string
  name: string
  short: string
  end: number
}

interface Pattern extends NumberedForm {
  anchored: LetterPattern
  anywhere: LetterPattern
}

const patterns: Partial<Record<Numbered, Pattern[]>> = {}

/** The words of a form spare most texts its expressions, and most runs their making. */
function patternsOf(kind: Numbered): Pattern[] {
  patterns[kind] ??= dayTable.numbered[kind].map((form) => {
    const end = form.spaced ? '(?![\\p{L}\\p{N}])' : ''
    const start = form.spaced ? '(?<![\\p{L}\\p{N}])' : ''
    return {
      ...form,
      anchored: new LetterPattern(`^${form.body}${end}`),
      anywhere: new LetterPattern(`${start}${form.body}${end}`),
    }
  })
  return patterns[kind]
}

/** A digit, or what may be one in another script. */
const mayCount = /[\d\u0080-\uffff]/

/** The numbered name that `text` begins with. "Session 4: Queues", 'lesson' → 4, short "S4". */
export function matchNumbered(text: string, kind: Numbered, own: string | null = null): NumberedWord | null {
  if (!mayCount.test(text)) return null
  const folded = fold(text.slice(0, maxName))
  if (!/[\d一二三四五六七八九十]/.test(folded)) return null
  for (const { language, words, anchored, spaced } of inOrder(patternsOf(kind), own)) {
    const match = words.every((word) => folded.includes(word)) ? anchored.exec(folded) : null
    const number = match ? readCount(match[1] ?? '') : null
    if (!match || number === null) continue
    const end = unfoldedEnd(text, match[0].length)
    if (spaced && !after.test(text.slice(end))) continue
    const written = text.slice(0, end).replace(/\s+/g, ' ').trim()
    const letter = firstLetter.exec(written.replace(/^ال/, ''))?.[0] ?? ''
    const name = language === 'en' ? `${letter.toUpperCase()}${written.slice(1).toLowerCase()}` : written
    return { number, language, name, short: spaced ? `${letter.toUpperCase()}${number}` : written, end }
  }
  return null
}

/** The week that words name anywhere: "Kurs A, Woche 3" → 3, "第3週 まとめ" → 3. */
export function findWeek(text: string): number | null {
  if (!mayCount.test(text)) return null
  const folded = fold(text.slice(0, 500))
  for (const { words, anywhere } of patternsOf('week')) {
    const match = words.every((word) => folded.includes(word)) ? anywhere.exec(folded) : null
    const number = match ? readCount(match[1] ?? '') : null
    if (number !== null) return number
  }
  return null
}

/** A text that begins otherwise names no day, and most do. */
const beginnings = new Set(dayTable.beginnings)

function mayName(text: string): boolean {
  const head = fold(text.slice(0, 4))
  return beginnings.has(head.slice(0, 2)) || beginnings.has(head.slice(0, 1)) || /^[\d一二三四五六七八九十]/.test(head)
}

const inOrder = (given: readonly Pattern[], own: string | null) =>
  own === null ? given : given.toSorted((a, b) => Number(b.language === own) - Number(a.language === own))

/** Folding may shorten ("é" of two characters); the end in the text itself is found by folding ever longer beginnings. */
function unfoldedEnd(text: string, folded: number): number {
  let end = folded
  while (end < text.length && fold(text.slice(0, end)).length < folded) end++
  return end
}

/** A date at the beginning of a heading. `key` sorts: "2025-04-21", or "04-21" without a year. */
export interface DateWord {
  key: string
  name: string
  short: string
  end: number
}

const dates: { pattern: RegExp | LetterPattern; order: ('year' | 'month' | 'day' | 'mark')[] }[] = [
  { pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, order: ['year', 'mark', 'month', 'day'] },
  // "22.04.2025", and with strokes where only one of the two can be the month.
  { pattern: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, order: ['day', 'month', 'year'] },
  { pattern: /^(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})(?!\d)/, order: ['day', 'month', 'year'] },
  { pattern: /^(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})(?!\d)/, order: ['month', 'day', 'year'] },
  { pattern: /^(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日/, order: ['year', 'month', 'day'] },
  {
    pattern: new LetterPattern(
      String.raw`^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s(?:of |de |d')?(\p{L}{3,12})\.?(?:,?\s(?:de )?(\d{4}))?(?![\p{L}\d])`,
    ),
    order: ['day', 'month', 'year'],
  },
  {
    pattern: new LetterPattern(String.raw`^(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?(?![\p{L}\d])`),
    order: ['month', 'day', 'year'],
  },
]

let months: ReadonlyMap<string, number> | null = null

function monthNamed(name: string): number | undefined {
  months ??= new Map(Object.entries(dayTable.months))
  return months.get(fold(name))
}

/** The date that `text` begins with. "21 April — Queues" → key "04-21", short "21Apr"; "2025-04-21" → short "04-21". */
export function matchDate(text: string): DateWord | null {
  const head = text.slice(0, maxName)
  for (const { pattern, order } of dates) {
    const match = pattern.exec(asciiDigits(head))
    if (!match) continue
    const part = (name: 'year' | 'month' | 'day') => match[order.indexOf(name) + 1] ?? ''
    const month = monthNamed(part('month')) ?? (/^\d+$/.test(part('month')) ? Number(part('month')) : 0)
    const day = Number(part('day'))
    if (month < 1 || month > 12 || day < 1 || day > 31) continue
    const two = (n: number) => String(n).padStart(2, '0')
    const key = `${part('year') ? `${part('year')}-` : ''}${two(month)}-${two(day)}`
    const short = /\d/.test(part('month')) ? `${two(month)}-${two(day)}` : `${day}${part('month').slice(0, 3)}`
    return { key, name: head.slice(0, match[0].length).replace(/\s+/g, ' '), short, end: match[0].length }
  }
  return null
}
