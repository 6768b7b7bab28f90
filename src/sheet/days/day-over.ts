/** Which lines over questions open a day though a line elsewhere would not: they end as a sentence does, or other days are headings. */
import type { List, ListItem, PhrasingContent, RootContent } from 'mdast'
import { digitsOf, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { rawText } from '../markdown/runs.js'
import { mostAsk, opensInLanguage } from '../questions/asks.js'
import { itemWords } from '../questions/carrier-choice.js'
import { dayOpening, readDayLine, readDayName } from './days.js'

/** The questions below a line: the number of the first, null for bullets, and whether most of them ask. */
export interface Below {
  start: number | null
  ask: boolean
}

/** What stands around a line. */
export interface Around {
  below: Below | null
  /** The number of the last question that stands above it in its day; null without any. */
  last: number | null
  /** True where other days are headings. */
  amongHeadings: boolean
  /** True where another line of the sheet is a day beyond doubt. */
  amongLines: boolean
}

/** The day that a line may open, and whether it is sure to. */
export interface DayOver {
  key: string
  name: string
  sure: boolean
}

/** The list, with at most a line of words before it, that stands below a line. */
export function listBelow(nodes: readonly RootContent[], reading: Reading): List | null {
  const [first, second] = nodes
  if (first?.type === 'list') return first
  if (first?.type !== 'paragraph' || second?.type !== 'list') return null
  return readDayName([{ text: phraseText(first.children) }], reading.lang) ? null : second
}

/** What items ask, as what stands below a line. */
export function belowOf(items: readonly ListItem[], reading: Reading): Below | null {
  const [first] = items
  if (!first) return null
  const digits = digitsOf(first, reading)
  return { start: digits === null ? null : Number(digits), ask: itemsAsk(items) }
}

/** The number of the last item of a list; of bullets, how many they are. */
export function numberOfLast(list: List, reading: Reading): number {
  const last = list.children.at(-1)
  return Number((last && digitsOf(last, reading)) ?? list.children.length)
}

/** True when most items ask, in any of the languages whose tasks are known. */
export function itemsAsk(items: readonly ListItem[]): boolean {
  const words = itemWords({ type: 'list', children: [...items] })
  return mostAsk(words) || words.filter((each) => opensInLanguage(each)).length * 2 >= words.length
}

/**
 * The day that a line over questions may open; null for a line that names none, or is a sentence about one.
 * ```md
 * FRIDAY – Whose water?        → a day
 *
 * 1) Name the two rivers.
 * ```
 * "Friday is a fish day. Why?" is none. "Friday, the fish day!" over a list that begins again is in doubt.
 */
export function dayOver(line: readonly PhrasingContent[], around: Around, reading: Reading): DayOver | null {
  const words = phraseText(line).trim()
  const name = words.length > 120 ? null : readDayName([{ text: words }], reading.lang)
  const opening = name && dayOpening(words, reading.lang)
  const { below, last } = around
  if (!name || !opening || !below || /^\(?a\)\s/i.test(rawText(name.topic))) return null
  const emphatic = opening.capitals || line.every((node) => node.type === 'strong' || phraseText([node]).trim() === '')
  const plain = readDayLine([{ text: words }], reading.lang) !== null
  const goesOn = last !== null && below.start === last + 1
  const anew = below.start === null || below.start <= 1
  const parted = opening.parted === 'mark' || opening.parted === 'end'
  const told = plain || (parted && (!/\.$/.test(words) || emphatic || around.amongLines || around.amongHeadings))
  const counts = anew || (goesOn && (plain || emphatic))
  const sure = told && counts && below.ask && (last !== null || !around.amongHeadings)
  if (sure) return { key: name.key, name: name.name, sure }
  // A list that begins again, or goes on, below a line that is no plain sentence.
  const doubtful =
    name.kind === 'weekday' && last !== null && below.start !== null && (opening.parted !== 'space' || opening.capitals)
  return doubtful && (anew || goesOn) ? { key: name.key, name: name.name, sure } : null
}
