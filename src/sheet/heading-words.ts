/** The words of headings, and of lines in their place. */
import type { Heading, Paragraph, RootContent } from 'mdast'
import type { Run } from '../text/rich.js'
import { type Pair, takeBraces, withoutClasses } from './braces/braces.js'
import { readDayLine, readDayName } from './days/days.js'
import { tagsAtEnd } from './furniture.js'
import { reportTitleNotes } from './keys/key-openings.js'
import { phraseText } from './markdown/phrases.js'
import { toRuns } from './markdown/phrasing.js'
import type { Reading } from './markdown/reading.js'
import { rawText, sliceRuns } from './markdown/runs.js'
import { isKeyTitle } from './words/answer-words.js'

/** The words of a heading without its braces, and what these say. */
export interface HeadingWords {
  runs: Run[]
  pairs: Pair[]
}

/** The words of a heading, or of a line in its place, its braces apart; they are its words where it is nothing but braces. What hides in it is reported. */
export function headingWords(node: Heading | Paragraph, reading: Reading): HeadingWords {
  const isTitle = isKeyTitle(phraseText(node.children))
  if (isTitle) reportTitleNotes(node.children, reading.place(node), reading)
  const runs = toRuns(
    isTitle ? node.children.filter(({ type }) => type !== 'footnoteReference') : node.children,
    reading,
  )
  const named = withoutClasses(runs, reading.place(node), reading)
  const taken = takeBraces(withoutTags(named, node, reading), reading.place(node), reading)
  return taken.runs.length > 0 ? taken : { runs: named, pairs: [] }
}

/** The name of a day without the tags of Obsidian behind it, which are told. */
function withoutTags(runs: Run[], node: Heading | Paragraph, reading: Reading): Run[] {
  const raw = rawText(runs)
  const tags = tagsAtEnd(raw)
  if (tags === 0 || readDayName(runs, reading.lang) === null) return runs
  reading.log.report('page-furniture', reading.place(node), { words: raw.slice(-tags).trim() })
  return sliceRuns(runs, 0, raw.length - tags)
}

/** The words of a paragraph that is nothing but a day's name and topic; null for any other node. */
export function dayLine(node: RootContent, reading: Reading): HeadingWords | null {
  if (node.type !== 'paragraph') return null
  const { start, end } = reading.place(node)
  if (end.line !== start.line || end.offset - start.offset > 120) return null
  const words = headingWords(node, reading)
  return reading.dayLines.has(node) || readDayLine(words.runs, reading.lang) ? words : null
}
