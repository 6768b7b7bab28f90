/** Titles of more than one line, and lines that say no more than which week it is. */
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { LetterPattern } from '../text/latin.js'
import { linesOf, type PhraseLine, paragraphOf, phraseText } from './markdown/phrases.js'
import type { Reading } from './markdown/reading.js'
import { findWeek } from './words/day-names.js'

/** What a title is made of, on one line, and what is left of its paragraph. */
export interface TitleLines {
  words: Paragraph
  rest: Paragraph | null
}

/** A line that is as long as this was wrapped by an editor. */
const wrapped = 60
const beginsAnew = new LetterPattern(String.raw`^[^\p{L}\p{N}]{0,3}[\p{Lu}\p{Lo}\p{N}]`)
const goesOn = /[,:;–—-]$/

/** True where a line says something of its own, and does not go on with the line above it: "Biology – Week 12", "Daily recall". */
function isApart(line: PhraseLine, above: PhraseLine): boolean {
  const before = phraseText(above.nodes).trim()
  return before.length < wrapped && !goesOn.test(before) && beginsAnew.test(phraseText(line.nodes).trim())
}

/** Lines in one, a dash between those that are apart. */
function joined(lines: readonly PhraseLine[], reading: Reading): Paragraph | null {
  const paragraph = paragraphOf(lines, reading)
  if (!paragraph || lines.length < 2) return paragraph
  const children = lines.flatMap((line, i): PhrasingContent[] => {
    const above = lines[i - 1]
    if (!above) return [...line.nodes]
    return [{ type: 'text', value: isApart(line, above) ? ' — ' : ' ' }, ...line.nodes]
  })
  return { ...paragraph, children }
}

/** A heading of several lines, which its author underlined, with its lines in one. */
export function inOneLine(node: Heading, reading: Reading): Heading {
  const lines = linesOf(node.children, reading)
  const children = lines.length > 1 ? joined(lines, reading)?.children : undefined
  return children ? { ...node, children } : node
}

/** A title has some hundred letters at most (`isTitleWords`), and lines in one have a letter between them at least. */
const mostLines = 121

/** The most lines of a paragraph, from its first on, that `isTitle` takes for a title; null where it takes not even that. */
export function titleLines(node: Paragraph, isTitle: (words: string) => boolean, reading: Reading): TitleLines | null {
  const lines = linesOf(node.children, reading)
  const stop = lines.findIndex((line) => /[.?!]$/.test(phraseText(line.nodes).trim()))
  for (let count = Math.min(stop < 0 ? lines.length : stop, mostLines); count > 0; count--) {
    const words = joined(lines.slice(0, count), reading)
    if (words && isTitle(phraseText(words.children))) return { words, rest: paragraphOf(lines.slice(count), reading) }
  }
  return null
}

const mostWords = 5

/** The first line of a paragraph, where it says which week it is and no more: "Woche 13", "Week 12, 3–7 March"; else null. */
export function weekLine(node: RootContent | undefined, reading: Reading): TitleLines | null {
  if (node?.type !== 'paragraph') return null
  const [first, ...rest] = linesOf(node.children, reading)
  const words = first ? phraseText(first.nodes).trim() : ''
  const each = words.split(/\s+/)
  if (words.length > wrapped || each.length > mostWords || /[.?!:]$/.test(words)) return null
  if (findWeek(each.slice(0, 2).join(' ')) === null) return null
  const own = first && paragraphOf([first], reading)
  return own ? { words: own, rest: paragraphOf(rest, reading) } : null
}
