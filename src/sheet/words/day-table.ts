/**
 * Names of days, lessons, weeks and months in all languages, folded and ready to be looked up. To fold them takes longer than to find the days of a
 * sheet, so that is done when the package is built (`packaging/bundle.mjs`), and what is exported is plain JSON.
 */
import { fold, isCjk } from './fold.js'
import { type LanguageWords, languages, listOf } from './table.js'

/** What a name with a number in it can be: "Day 3", "Lektion 2", "Week 17". */
export type Numbered = 'day' | 'lesson' | 'week'

/** A form of such a name: "Week no. {}". */
export interface NumberedForm {
  language: string
  /** Words that a text with this name has. */
  words: string[]
  /** It, as the source of a regular expression; the number is its group. */
  body: string
  /** False for a script without spaces. */
  spaced: boolean
}

export interface DayTable {
  /**
   * Names → what they name in each language: 0 for Monday … 6 for Sunday, 7 for the weekend. "mar" → "es 1 short|fr 1 short", abbreviations;
   * "segunda" → "pt 0 strict", an everyday word too.
   */
  names: Record<string, string>
  /** How names of days begin, by two characters. */
  beginnings: string[]
  numbered: Record<Numbered, NumberedForm[]>
  /** Names of months, and what these are shortened to, → 1 to 12. */
  months: Record<string, number>
}

/** In the place of a weekday, 0 for Monday. */
const weekend = 7

function namesOfDays(): Map<string, string> {
  const names = new Map<string, string>()
  const add = (word: string, row: string): void => {
    const key = fold(word)
    const known = names.get(key)
    names.set(key, known === undefined ? row : `${known}|${row}`)
  }
  for (const [language, words] of Object.entries(languages)) {
    const strict = new Set(listOf(words.ambiguous).flat().map(fold))
    const shorts = listOf(words.short)
    for (const [weekday, spellings] of listOf(words.weekdays).entries()) {
      const row = `${language} ${weekday}`
      for (const word of spellings) add(word, strict.has(fold(word)) ? `${row} strict` : row)
      for (const word of shorts[weekday] ?? []) if (!spellings.includes(word)) add(word, `${row} short`)
    }
    for (const word of listOf(words.weekend).flat()) add(word, `${language} ${weekend}`)
  }
  return names
}

const count = '(\\d{1,3}|[一二三四五六七八九十]{1,3})'

const formsOf = (kind: Numbered): NumberedForm[] =>
  Object.entries(languages).flatMap(([language, words]) =>
    listOf(words[kind as keyof LanguageWords])
      .flat()
      .map((template) => ({
        language,
        words: fold(template)
          .split(/[{} ]+/)
          .filter((word) => word !== ''),
        body: fold(template)
          .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
          .replace(/ /g, ' ?')
          .replace('{}', count),
        spaced: !isCjk(template),
      })),
  )

function monthsByName(): Map<string, number> {
  const months = new Map<string, number>()
  for (const words of Object.values(languages))
    for (const [i, spellings] of listOf(words.months).entries())
      for (const month of spellings) {
        months.set(fold(month), i + 1)
        if (month.length > 4) months.set(fold(month.slice(0, 3)), i + 1)
      }
  return months
}

function beginningsOf(names: Iterable<string>): string[] {
  const templates = Object.values(languages).flatMap((words) => listOf(words.day).flat())
  return [
    ...new Set([
      ...[...names].map((name) => name.slice(0, 2)),
      ...templates.map((template) => fold(template).slice(0, 2).replace(/\{.*/, '')),
    ]),
  ]
}

function makeTable(): DayTable {
  const names = namesOfDays()
  return {
    names: Object.fromEntries(names),
    beginnings: beginningsOf(names.keys()),
    numbered: { day: formsOf('day'), lesson: formsOf('lesson'), week: formsOf('week') },
    months: Object.fromEntries(monthsByName()),
  }
}

/** The names of days and months in all languages, folded. Plain JSON, reckoned when the package is built. */
export const dayTable = makeTable()
