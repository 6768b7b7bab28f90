/** The outline of a sheet: its title, what stands before the days, and the days with what stands in them. */
import type { Heading, Paragraph, RootContent } from 'mdast'
import type { Place } from '../diagnostics.js'
import { plainText, type Run } from '../text/rich.js'
import { type Pair, takeBraces, withoutClasses } from './braces/braces.js'
import { namePart, readDayLine, readDayName } from './days/days.js'
import { tagsAtEnd, withoutFurniture } from './furniture.js'
import { misspeltParts } from './keys/day-slips.js'
import { reportTitleNotes } from './keys/key-openings.js'
import { isWithinKey, keyFrom } from './keys/titled-keys.js'
import { digitsOf, phraseText } from './markdown/phrases.js'
import { toRuns } from './markdown/phrasing.js'
import type { Reading } from './markdown/reading.js'
import { rawText, sliceRuns } from './markdown/runs.js'
import { isBoldQuestion, isQuestionHeading, listAsks, paragraphMark } from './questions/carrier-choice.js'
import { isQuestionTable } from './questions/question-tables.js'
import { isSideTitle } from './side-titles.js'
import { isAnswerHeading, isKeyTitle } from './words/answer-words.js'
import { languagesOfDay } from './words/day-names.js'
import { isTeacherTitle } from './words/teacher-words.js'

export interface Outline {
  title: Title | null
  /** Nodes before the first day. */
  intro: RootContent[]
  parts: OutlinePart[]
}

/** `# 04. Week 17 — Daily Recall` → number "04", runs "Week 17 — Daily Recall". */
export interface Title {
  number: string | null
  runs: Run[]
  /** Of the braces behind it. */
  pairs: Pair[]
  place: Place
}

/** The words of a heading without its braces, and what these say. */
interface HeadingWords {
  runs: Run[]
  pairs: Pair[]
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
  const wordsOf = new Map(headings.map((heading) => [heading, headingWords(heading, reading)]))
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
  const title = titleNode
    ? titleFrom(wordsOf.get(titleNode) ?? nothing, reading.place(titleNode))
    : level === null
      ? titleLine(nodes, reading)
      : null
  const body = nodes.filter((node) => node !== titleNode && node !== title?.node)
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

/** A heading may be nothing but braces; then they are its words. */
function headingWords(node: Heading | Paragraph, reading: Reading): HeadingWords {
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

type FoundTitle = Title & { node?: RootContent }

function titleHeading(
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

/** "04. Week 17 — Daily Recall" → number "04" and the rest. */
function titleFrom({ runs, pairs }: HeadingWords, place: Place): FoundTitle {
  const match = /^(\d{1,4})[.)]\s+(?=\S)/.exec(rawText(runs))
  return { number: match?.[1] ?? null, runs: match ? sliceRuns(runs, match[0].length) : [...runs], pairs, place }
}

/** The title of a text copy: the first line, which CommonMark may have taken for an ordered list of one item. */
function titleLine(nodes: readonly RootContent[], reading: Reading): FoundTitle | null {
  const [first, second] = nodes
  if (first?.type === 'paragraph' && !dayLine(first, reading)) {
    const words = headingWords(first, reading)
    return isTitleWords(rawText(words.runs)) ? { ...titleFrom(words, reading.place(first)), node: first } : null
  }
  if (first?.type !== 'list' || !first.ordered || first.children.length !== 1 || !second) return null
  const [item] = first.children
  const [paragraph] = item?.children ?? []
  if (item?.children.length !== 1 || paragraph?.type !== 'paragraph') return null
  const place = reading.place(first)
  const number = digitsOf(first, reading)
  const runs = toRuns(paragraph.children, reading)
  return isTitleWords(rawText(runs)) ? { number, runs, pairs: [], place, node: first } : null
}

/** A title names its week or the recall, and is no sentence. */
function isTitleWords(words: string): boolean {
  return words.length <= 120 && !/[.?!]$/.test(words) && /\b(?:week\s*\d|recall|quiz|review)/i.test(words)
}

/** The words of a paragraph that is nothing but a day's name and topic. */
function dayLine(node: RootContent, reading: Reading): HeadingWords | null {
  if (node.type !== 'paragraph') return null
  const { start, end } = reading.place(node)
  if (end.line !== start.line || end.offset - start.offset > 120) return null
  const words = headingWords(node, reading)
  return reading.dayLines.has(node) || readDayLine(words.runs, reading.lang) ? words : null
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
