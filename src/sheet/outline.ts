/** The outline of a sheet: its title, what stands before the days, and the days with what stands in them. */
import type { Heading, Paragraph, RootContent } from 'mdast'
import type { Place } from '../diagnostics.js'
import { plainText } from '../text/rich.js'
import { namePart, readDayName } from './days/days.js'
import { withoutFurniture } from './furniture.js'
import { dayLine, type HeadingWords, headingWords } from './heading-words.js'
import { misspeltParts } from './keys/day-slips.js'
import { isWithinKey, keyFrom } from './keys/titled-keys.js'
import { phraseText } from './markdown/phrases.js'
import type { Reading } from './markdown/reading.js'
import { isBoldQuestion, isQuestionHeading, listAsks, paragraphMark } from './questions/carrier-choice.js'
import { isQuestionTable } from './questions/question-tables.js'
import { isSideTitle } from './side-titles.js'
import { findTitle, type Title, titleHeading } from './title-finder.js'
import { inOneLine } from './title-lines.js'
import { isAnswerHeading, isKeyTitle } from './words/answer-words.js'
import { languagesOfDay } from './words/day-names.js'
import { isTeacherTitle } from './words/teacher-words.js'

export interface Outline {
  title: Title | null
  /** Nodes before the first day. */
  intro: RootContent[]
  parts: OutlinePart[]
}

/** A day or other part. `heading` is null for a sheet that has questions and no headings. */
export interface OutlinePart {
  heading: (HeadingWords & { place: Place }) | null
  nodes: RootContent[]
  place: Place
}

/**
 * Finds title and days. Days are headings of one level: the highest that names a day, else the highest below the title.
 * A page copied as text has no headings; there a line that names a day ("Monday — Opening failure") opens it. Nothing inside of a titled key opens a part.
 */
export function outlineOf(children: readonly RootContent[], reading: Reading): Outline {
  const nodes = withoutFurniture(
    children.filter((node) => node.type !== 'yaml'),
    reading,
  )
  const keys = reading.titledKeys
  const offsetOf = (node: RootContent) => node.position?.start.offset
  const headings = nodes.filter(
    (node): node is Heading => node.type === 'heading' && !isWithinKey(offsetOf(node), keys),
  )
  const wordsOf = new Map(
    headings.map((heading, i) => [heading, headingWords(i === 0 ? inOneLine(heading, reading) : heading, reading)]),
  )
  const following = new Map(nodes.map((node, i) => [node, nodes[i + 1]]))
  const named = (heading: Heading) => readDayName(wordsOf.get(heading)?.runs ?? [], reading.lang) !== null
  const titleNode = titleHeading(nodes, headings, named)
  const rest = headings.filter((heading) => heading !== titleNode)
  const asksAbove = (heading: Heading) =>
    nodes.slice(0, nodes.indexOf(heading)).some((node) => node.type === 'list' && listAsks(node))
  // Of a key that stands before all questions; the days below it may be lines.
  const opensKey = (node: RootContent) => keyFrom(offsetOf(node), keys)?.isAboveQuestions === true
  // `# Answers` over the key says nothing of the days, unless no other heading does.
  const untitled = rest.filter((heading) => !keyFrom(offsetOf(heading), keys))
  const level = dayLevel(untitled.length > 0 ? untitled : rest, named, following, asksAbove, opensKey)
  const title = findTitle(titleNode && (wordsOf.get(titleNode) ?? nothing), titleNode, nodes, level === null, reading)
  const body = nodes.flatMap((node) => {
    if (node === titleNode) return []
    const said = title?.said?.find((each) => each.node === node)
    return said ? (said.rest ?? []) : [node]
  })
  const daysNamed = rest.some(named)
  const weekdayOf = (heading: Heading) => {
    const name = readDayName(wordsOf.get(heading)?.runs ?? [], reading.lang)
    return name?.kind === 'weekday' ? name.key : null
  }
  const weekdaysAtLevel = new Set(rest.filter(({ depth }) => depth === level).flatMap((each) => weekdayOf(each) ?? []))
  // `## Monday` and, by a slip, `### Tuesday`: a day as well, unless Tuesday has a heading of the right level elsewhere.
  const slipped = (heading: Heading) => {
    const weekday = weekdayOf(heading)
    return weekdaysAtLevel.size > 0 && weekday !== null && !weekdaysAtLevel.has(weekday)
  }
  const opens = (node: RootContent, isIntro: boolean): HeadingWords | null => {
    if (isWithinKey(offsetOf(node), keys)) return null
    // Nobody looks for a key in what stands before the days, and all that stands there is printed.
    if (isIntro && isTitled(node) && opensKey(node)) return headingWords(node, reading)
    if (level === null) return dayLine(node, reading) ?? keyLine(node, following.get(node), reading)
    if (reading.dayLines.has(node) && node.type === 'paragraph') return headingWords(node, reading)
    if (node.type !== 'heading') return null
    if (node.depth > level) return slipped(node) ? (wordsOf.get(node) ?? nothing) : null
    // Among days of one level a heading that asks is a question of the day above it: `## Monday`, `## Q1. Why …?`.
    const next = following.get(node)
    const listed = next?.type === 'list' && listAsks(next)
    if (daysNamed && node.depth === level && !named(node) && !listed && isQuestionHeading(node, next)) return null
    return wordsOf.get(node) ?? nothing
  }
  return { title, ...split(body, opens, reading) }
}

const nothing: HeadingWords = { runs: [], pairs: [] }

const isTitled = (node: RootContent): node is Heading | Paragraph =>
  node.type === 'heading' || node.type === 'paragraph'

const isAside = (words: string) =>
  isSideTitle(words) || isAnswerHeading(words) || isKeyTitle(words) || isTeacherTitle(words)

function dayLevel(
  headings: readonly Heading[],
  named: (heading: Heading) => boolean,
  following: ReadonlyMap<RootContent, RootContent | undefined>,
  asksAbove: (heading: Heading) => boolean,
  opensKey: (heading: Heading) => boolean,
): number | null {
  const days = headings.filter(named)
  const parts = headings.filter((heading) => !isQuestionHeading(heading, following.get(heading)))
  // Where headings ask, "Resources" and "Solution" among them are no days.
  const plain = parts.filter((heading) => !isAside(phraseText(heading.children)))
  const asked = parts.length < headings.length
  // A sheet without days may have a heading over its key alone.
  const [first] = headings
  const keyOnly = plain.length === 0 && first !== undefined && asksAbove(first)
  const candidates = days.length > 0 ? days : asked || keyOnly ? plain : parts.filter((each) => !opensKey(each))
  return candidates.length > 0 ? Math.min(...candidates.map((heading) => heading.depth)) : null
}

/** The title of a key over a line that names a day: a part of its own, as `## Answers` over `## Monday`. */
function keyLine(node: RootContent, next: RootContent | undefined, reading: Reading): HeadingWords | null {
  if ((node.type !== 'paragraph' && node.type !== 'heading') || !next) return null
  if (!isKeyTitle(phraseText(node.children)) || !dayLine(next, reading)) return null
  return headingWords(node, reading)
}

function split(
  nodes: readonly RootContent[],
  opens: (node: RootContent, isIntro: boolean) => HeadingWords | null,
  reading: Reading,
): Pick<Outline, 'intro' | 'parts'> {
  const intro: RootContent[] = []
  const parts: OutlinePart[] = []
  for (const node of nodes) {
    const part = parts.at(-1)
    const words = opens(node, part === undefined)
    if (words) {
      const place = reading.place(node)
      parts.push({ heading: { ...words, place }, nodes: [], place })
    } else if (part) {
      part.nodes.push(node)
      part.place = { ...part.place, end: reading.place(node).end }
    } else intro.push(node)
  }
  return parts.length > 0 ? { intro, parts } : withoutDays(intro, reading)
}

/** A sheet without days: from its first list (or question heading) on, all of it is one part. */
function withoutDays(nodes: readonly RootContent[], reading: Reading): Pick<Outline, 'intro' | 'parts'> {
  const at = nodes.findIndex((node) => mayCarry(node, reading))
  const [first] = nodes.slice(at)
  const last = nodes.at(-1)
  if (at < 0 || !first || !last) return { intro: [...nodes], parts: [] }
  const place = { ...reading.place(first), end: reading.place(last).end }
  return { intro: nodes.slice(0, at), parts: [{ heading: null, nodes: nodes.slice(at), place }] }
}

function mayCarry(node: RootContent, reading: Reading): boolean {
  if (node.type === 'paragraph') return paragraphMark(node, reading) || isBoldQuestion(node)
  if (node.type === 'table') return isQuestionTable(node)
  return node.type === 'list' || node.type === 'heading' || (node.type === 'html' && /<details\b/i.test(node.value))
}

/** The keys that a key of answers may name the parts of an outline by, and the languages that their names are written in. */
export function partsOf({ parts }: Outline, reading: Reading): Reading['parts'] {
  const runs = parts.flatMap(({ heading }) => (heading && !isKeyTitle(plainText(heading.runs)) ? [heading.runs] : []))
  const names = runs.map((each) => readDayName(each, reading.lang) ?? namePart(each, reading.lang))
  const languages = [...new Set(names.flatMap(({ name }) => languagesOfDay(name)))]
  const plain = names.flatMap(({ kind, key, name }) => (kind === 'part' ? [{ key, words: name }] : []))
  return {
    keys: new Set(names.map(({ key }) => key)),
    languages,
    misspelt: misspeltParts(plain, reading.lang, languages),
    weekdays: names.filter(({ kind }) => kind === 'weekday'),
  }
}

/** The footnotes of a part that is the title of a key over nothing but footnotes. */
export function notesOfKey({ heading, nodes }: OutlinePart): string[] {
  const notes = nodes.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : []))
  return heading && isKeyTitle(plainText(heading.runs)) && notes.length === nodes.length ? notes : []
}
