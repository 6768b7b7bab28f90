/** Names of days below an answer of a key, which Markdown takes for one more line of it. */
import type { List, ListItem } from 'mdast'
import { digitsOf, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { dayNamed } from './key-labels.js'
import type { KeyMark } from './key-mark.js'
import { lineAt } from './key-nodes.js'

/** The number of an item as written; in HTML, where none is, as counted. */
export function digitsOfItem(item: ListItem, list: List, reading: Reading): number {
  const digits = digitsOf(item, reading)
  return digits === null ? (list.start ?? 1) + list.children.indexOf(item) : Number(digits)
}

/**
 * True when one of the marks in the first paragraph of an item names a day. Inside of a numbered answer it does at the start of a line, where the
 * numbers start again below it or `over`, the words above the list, name a day as well. Where they count on, it is told as doubtful.
 * ```md
 * 2. Rome
 * Tuesday        → the day of what is below
 * 1. Water
 * ```
 */
export function namesDay(
  item: ListItem,
  list: List,
  marks: readonly KeyMark[],
  over: string,
  reading: Reading,
): boolean {
  const [first] = item.children
  const day = marks.find((mark) => mark.day !== null)
  if (!day || first?.type !== 'paragraph') return false
  const words = phraseText(first.children)
  if (!list.ordered || words.slice(0, day.start).trim() === '') return true
  if (!/^[^\p{L}\p{N}]*\n/u.test(words.slice(day.start, day.start + 20))) return false
  const next = list.children[list.children.indexOf(item) + 1]
  const countsOn = next !== undefined && digitsOfItem(next, list, reading) > digitsOfItem(item, list, reading)
  if (!countsOn || dayNamed(over, reading) !== null) return true
  const at = day.start + (/^\s*/.exec(words.slice(day.start))?.[0].length ?? 0)
  reading.log.report('key-day-doubtful', lineAt(first, at, reading), { words: day.day ?? '' })
  return false
}
