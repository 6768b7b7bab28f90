/** The title of a sheet: a heading, the first line of a text copy, or the line that says its week. */
import type { Heading, Paragraph, RootContent } from 'mdast'
import type { Place } from '../diagnostics.js'
import { plainText, type Run } from '../text/rich.js'
import type { Pair } from './braces/braces.js'
import { dayLine, type HeadingWords, headingWords } from './heading-words.js'
import { digitsOf } from './markdown/phrases.js'
import { toRuns } from './markdown/phrasing.js'
import type { Reading } from './markdown/reading.js'
import { rawText, sliceRuns } from './markdown/runs.js'
import { titleLines, weekLine } from './title-lines.js'
import { findWeek } from './words/day-names.js'

/** `# 04. Week 17 — Daily Recall` → number "04", runs "Week 17 — Daily Recall". */
export interface Title {
  number: string | null
  runs: Run[]
  /** Of the braces behind it. */
  pairs: Pair[]
  place: Place
}

/** A title, the paragraphs or lists that say it, and what is left of those. */
export type FoundTitle = Title & { said?: { node: RootContent; rest: Paragraph | null }[] }

/**
 * The title of a sheet whose heading is `heading`, which says `words`, or that has none; null without a title. In a text copy, where nothing is a heading, a line may be the title.
 */
export function findTitle(
  words: HeadingWords | null,
  heading: Heading | null,
  nodes: readonly RootContent[],
  isTextCopy: boolean,
  reading: Reading,
): FoundTitle | null {
  const own =
    heading && words ? titleFrom(words, reading.place(heading)) : isTextCopy ? titleLine(nodes, reading) : null
  return withWeekLine(own, nodes, heading, reading)
}

/** A title with the week that a line alone says below it, or in its place where there is none: at the very top, or below the first day. */
function withWeekLine(
  title: FoundTitle | null,
  nodes: readonly RootContent[],
  titleNode: Heading | null,
  reading: Reading,
): FoundTitle | null {
  if (title && (findWeek(plainText(title.runs)) !== null || titleNode === null)) return title
  const at = titleNode ? nodes.indexOf(titleNode) + 1 : nodes[0]?.type === 'heading' ? 1 : 0
  const node = nodes[at]
  const line = weekLine(node, reading)
  if (!line || !node || dayLine(node, reading)) return title
  const week = titleFrom(headingWords(line.words, reading), reading.place(node))
  const said = [{ node, rest: line.rest }]
  return title ? { ...title, runs: [...title.runs, { text: ' — ' }, ...week.runs], said } : { ...week, said }
}

/** The heading that is the title of a sheet: the first, unless it names a day or stands below what asks; null without one. `named`: it names a day. */
export function titleHeading(
  nodes: readonly RootContent[],
  headings: readonly Heading[],
  named: (heading: Heading) => boolean,
): Heading | null {
  const [first] = headings
  if (!first || named(first)) return null
  const before = nodes.slice(0, nodes.indexOf(first))
  if (before.some((node) => node.type === 'list' && node.children.length > 1)) return null
  const days = headings.filter(named)
  const higher = days.length > 0 && days.every((day) => day.depth > first.depth)
  return first.depth === 1 || higher ? first : null
}

/** "04. Week 17 — Daily Recall" → number "04" and the rest. */
function titleFrom({ runs, pairs }: HeadingWords, place: Place): FoundTitle {
  const match = /^(\d{1,4})[.)]\s+(?=\S)/.exec(rawText(runs))
  return { number: match?.[1] ?? null, runs: match ? sliceRuns(runs, match[0].length) : [...runs], pairs, place }
}

/** The title of a text copy: the first line, which CommonMark may have taken for an ordered list of one item. */
function titleLine(nodes: readonly RootContent[], reading: Reading): FoundTitle | null {
  const [first, second] = nodes
  if (first?.type === 'paragraph' && !dayLine(first, reading)) {
    const found = titleLines(first, isTitleWords, reading)
    if (!found) return null
    return {
      ...titleFrom(headingWords(found.words, reading), reading.place(first)),
      said: [{ node: first, rest: found.rest }],
    }
  }
  if (first?.type !== 'list' || !first.ordered || first.children.length !== 1 || !second) return null
  const [item] = first.children
  const [paragraph] = item?.children ?? []
  if (item?.children.length !== 1 || paragraph?.type !== 'paragraph') return null
  const place = reading.place(first)
  const number = digitsOf(first, reading)
  const runs = toRuns(paragraph.children, reading)
  return isTitleWords(rawText(runs)) ? { number, runs, pairs: [], place, said: [{ node: first, rest: null }] } : null
}

/** A title names its week or the recall, and is no sentence. */
function isTitleWords(words: string): boolean {
  return words.length <= 120 && !/[.?!]$/.test(words) && /\b(?:week\s*\d|recall|quiz|review)/i.test(words)
}
