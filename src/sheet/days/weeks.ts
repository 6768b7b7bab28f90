/**
 * Several weeks in one file.
 * ```md
 * # MLOps recall            title of the file
 * Use these cold.           said in every week
 * ## Week 1 — Openings      a week: a sheet of its own, "MLOps recall — Week 1 — Openings"
 * ### Monday
 * ## Week 2 — Closings      another
 * ### Monday
 * ```
 * A heading opens a week when it begins with the week's name and stands over the days. One that only mentions a week ("What broke in week 2"),
 * or that is one of the days' own ("## Week 1 recap" beside "## Monday"), opens none; nor does any when the front matter or the title says which
 * week the sheet is for.
 */
import type { Heading, List, Paragraph, RootContent } from 'mdast'
import type { Place } from '../../diagnostics.js'
import { LetterPattern } from '../../text/latin.js'
import { weekOfKey } from '../keys/key-scope.js'
import { phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { isKeyTitle } from '../words/answer-words.js'
import { findWeek, matchNumbered } from '../words/day-names.js'
import { readDayName } from './days.js'

/** One week of a file: its heading, what stands before all weeks, and what stands under it. */
export interface WeekPart {
  week: number
  /** The heading first, as a title. */
  nodes: RootContent[]
  place: Place
}

/** A file of several weeks. */
export interface SeveralWeeks {
  /** The heading over all weeks; null without one. */
  title: Heading | null
  /** In the order of the file, each week once. */
  weeks: WeekPart[]
}

/** A heading, or the title line of a text copy, that begins with the name of a week. */
interface Start {
  index: number
  week: number
  depth: number
  /** Nothing, or a mark, stands after the name; not more words ("Week 2 recap"). */
  strong: boolean
}

/** The depth of lines in a text without headings. */
const lineDepth = 1

/** Parts a file into its weeks; null when it has one week, or none. */
export function splitWeeks(children: readonly RootContent[], reading: Reading): SeveralWeeks | null {
  const body = children.filter((node) => node.type !== 'yaml')
  const hasHeadings = body.some((node) => node.type === 'heading')
  const nodes = hasHeadings ? body : body.flatMap((node) => apart(node, reading))
  const found = weekStarts(nodes, hasHeadings ? headingWords : lineWords, reading)
  const tail = keyAfter(nodes, found)
  // A week that begins again below the key is that week's key.
  const starts = found.filter(({ index }) => index < tail)
  const [first] = starts
  if (!first) return null
  const before = nodes.slice(0, first.index)
  const [opening] = before
  const title = opening?.type === 'heading' && (opening.depth === 1 || opening.depth < first.depth) ? opening : null
  const shared = before.filter((node) => node !== title)
  const weeks = new Map<number, WeekPart>()
  for (const [i, { index, week }] of starts.entries()) {
    const [heading, ...own] = nodes.slice(index, starts[i + 1]?.index ?? tail)
    if (!heading) continue
    const known = weeks.get(week)
    const place = { ...reading.place(heading), end: reading.place(own.at(-1) ?? heading).end }
    // "Week 1", "Week 2", "Week 1, continued".
    if (known) known.nodes.push(...own)
    else weeks.set(week, { week, nodes: [asTitle(heading), ...shared, ...own], place })
  }
  for (const part of weeks.values()) part.nodes.push(...keyOf(part.week, [...weeks.keys()], nodes.slice(tail), reading))
  return { title, weeks: [...weeks.values()] }
}

const asTitle = (node: RootContent): RootContent => (node.type === 'heading' ? { ...node, depth: 1 } : node)

/** The words of a node that may name a week or a day; null for all others. */
type WordsOf = (node: RootContent) => string | null

const headingWords: WordsOf = (node) => (node.type === 'heading' ? phraseText(node.children) : null)

const depthOf = (node: RootContent): number => (node.type === 'heading' ? node.depth : lineDepth)

function weekStarts(nodes: readonly RootContent[], wordsOf: WordsOf, reading: Reading): Start[] {
  const level = weekLevel(nodes, wordsOf, reading)
  const [first] = level
  if (!first) return []
  const days = nodes.flatMap((node, index) => {
    const words = wordsOf(node)
    const named = words !== null && readDayName([{ text: words }], reading.lang) !== null
    return named ? [{ index, depth: depthOf(node) }] : []
  })
  // Days of the same level must stand under the weeks, all of them; "## Week 1 recap" among them is one of them.
  const beside = days.filter(({ depth }) => depth <= first.depth)
  if (beside.some(({ index }) => index < first.index)) return []
  const opened = level.filter(({ index, strong }, i) => {
    const end = level[i + 1]?.index ?? nodes.length
    const hasDays = days.some((day) => day.index > index && day.index < end)
    return hasDays || (beside.length === 0 && strong && nodes.slice(index + 1, end).some(holdsQuestions))
  })
  if (beside.length > 0 && wordsOf === headingWords && opened.length < level.length) return []
  return new Set(opened.map(({ week }) => week)).size > 1 ? opened : []
}

/** All that begin with a week's name at the highest level where two weeks do; nothing when one above them names a week: then that is the sheet's. */
function weekLevel(nodes: readonly RootContent[], wordsOf: WordsOf, reading: Reading): Start[] {
  const candidates = nodes.flatMap((node, index): Start[] => {
    const words = wordsOf(node)
    const named = words === null ? null : weekAt(words, depthOf(node) === 1, reading)
    return named ? [{ index, depth: depthOf(node), ...named }] : []
  })
  const [highest = 0] = candidates.map(({ depth }) => depth).sort((a, b) => a - b)
  const level = candidates.filter(({ depth }) => depth === highest)
  return new Set(level.map(({ week }) => week)).size > 1 ? level : []
}

const holdsQuestions = (node: RootContent): boolean =>
  node.type === 'list' || node.type === 'heading' || node.type === 'html'

const beforeName = new LetterPattern(String.raw`^[^\p{L}\p{N}]{0,8}(?:\d{1,4}[.)]\s+)?`)

/** The week that words begin with, after decoration and a number: "04. Week 18 — Daily Recall". In a title also after a mark: "MLOps — Week 2". */
function weekAt(words: string, isTitle: boolean, reading: Reading): { week: number; strong: boolean } | null {
  if (words.length > 160 || /[?؟？]/.test(words)) return null
  const lead = beforeName.exec(words)?.[0].length ?? 0
  const marks = isTitle
    ? [...words.slice(0, 80).matchAll(/\s[—–|·-]\s+|:\s+/g)].map(({ index, 0: mark }) => index + mark.length)
    : []
  for (const at of [lead, ...marks]) {
    const found = matchNumbered(words.slice(at), 'week', reading.lang)
    if (found)
      return { week: found.number, strong: /^\s*(?:[—–:.,|·(（：，、。-]|$)/.test(words.slice(at + found.end)) }
  }
  return null
}

/** The words of a line that may be a title in a text without headings; null for anything else. */
function lineWords(node: RootContent): string | null {
  const [item] = node.type === 'list' && node.ordered && node.children.length === 1 ? node.children : []
  const line = node.type === 'list' ? (item?.children.length === 1 ? item.children[0] : undefined) : node
  if (line?.type !== 'paragraph') return null
  const words = phraseText(line.children)
  return words.length > 120 || /\n/.test(words.trim()) || /[.?!]$/.test(words.trim()) ? null : words
}

/** In a text copy "05. Week 18 — Daily Recall" is read as one more item of the list of questions before it; here it is taken out. */
function apart(node: RootContent, reading: Reading): RootContent[] {
  if (node.type !== 'list' || !node.ordered || node.children.length < 2) return [node]
  const lists: List[] = []
  let ended = true
  for (const item of node.children) {
    const [line] = item.children
    const alone = item.children.length === 1 && line?.type === 'paragraph'
    const words = alone ? phraseText((line as Paragraph).children) : ''
    const opens = alone && lineWords({ ...node, children: [item] }) !== null && weekAt(words, false, reading) !== null
    const last = lists.at(-1)
    if (last && !ended && !opens) {
      last.children.push(item)
      if (last.position && item.position) last.position = { ...last.position, end: item.position.end }
    } else lists.push({ ...node, children: [item], ...(item.position ? { position: { ...item.position } } : {}) })
    ended = opens
  }
  return lists.length > 1 ? lists : [node]
}

/** Where a key for all weeks begins: `# Answers` at the level of the weeks, after which no other week begins; else the end. */
function keyAfter(nodes: readonly RootContent[], starts: readonly Start[]): number {
  const [first] = starts
  if (!first) return nodes.length
  const index = nodes.findIndex(
    (node, i) =>
      i > first.index && node.type === 'heading' && node.depth <= first.depth && isKeyTitle(phraseText(node.children)),
  )
  const seen = new Set(starts.filter((start) => start.index < index).map(({ week }) => week))
  return index < 0 || starts.some(({ week }) => !seen.has(week)) ? nodes.length : index
}

/**
 * The part of a key for all weeks that is one week's; all of it when it does not name weeks. `# Answers for week 2` begins a key of that week; where it
 * names none of `weeks`, the last of them tells so.
 */
function keyOf(week: number, weeks: readonly number[], tail: readonly RootContent[], reading: Reading): RootContent[] {
  const own: RootContent[] = []
  let current: number | null = null
  let names = false
  for (const [i, node] of tail.entries()) {
    const words = node.type === 'heading' ? phraseText(node.children) : null
    const opened = words !== null && i > 0 ? (weekAt(words, false, reading)?.week ?? null) : null
    const titled = words !== null && opened === null ? weekOfTitle(words, weeks) : null
    names ||= opened !== null || titled !== null
    if (opened !== null) current = opened
    else if (titled !== null) current = weeks.includes(titled) ? titled : (weeks.at(-1) ?? null)
    if (opened === null && (current === week || (i === 0 && titled === null))) own.push(node)
  }
  return names ? own : [...tail]
}

/** The week that the title of a key is about: one of the file's, "Answers week 2", or another where it says so, "Answers for week 7". */
function weekOfTitle(words: string, weeks: readonly number[]): number | null {
  const named = isKeyTitle(words) ? findWeek(words.slice(0, 100)) : null
  return named !== null && weeks.includes(named) ? named : weekOfKey(words)
}

/** Reports headings of a sheet of one week that seem to open another: `# Week 1 … # Week 2` under `week: 1`. */
export function reportWeeks(nodes: readonly RootContent[], reading: Reading): void {
  const weeks = nodes
    .filter((node): node is Heading => node.type === 'heading')
    .map((node) => ({ week: weekNear(phraseText(node.children)), place: reading.place(node) }))
    .filter((each) => each.week !== null)
  const [first, ...others] = weeks
  if (!first) return
  const told = new Set([first.week])
  for (const { week, place } of others) {
    if (told.has(week)) continue
    told.add(week)
    const facts = { week: week ?? 0, first: first.week ?? 0 }
    reading.log.report('sheet-several-weeks', place, facts, {
      place: first.place,
      words: `week ${first.week} begins here`,
    })
  }
}

/** A heading that opens a week names it first, or is short; "What broke in week 2 and why it was not seen" is a topic. */
function weekNear(words: string): number | null {
  const week = findWeek(words.slice(0, 100))
  return week !== null && !/[?؟？]/.test(words) && words.slice(0, 24).includes(String(week)) ? week : null
}
