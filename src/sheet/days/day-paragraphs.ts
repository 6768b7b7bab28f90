/** Days that stand in one paragraph with the questions below them, since Markdown takes a line below words for more of them. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { isWithinKey, titledKeys } from '../keys/titled-keys.js'
import { linesOf, type PhraseLine, paragraphOf, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { asksOutright } from '../questions/asks.js'
import { questionMark } from '../questions/question-headings.js'
import { type DayName, dayOpening, mayEndSentence, readDayLine, readDayName } from './days.js'

/**
 * Nodes in which such a day is a paragraph of its own, as with an empty line below it. Where headings open the parts of the sheet, a day that stands
 * alone is left and told.
 * ```md
 * **Monday**                 → a day, and no word of the question
 * Q: What is a noun?
 * A: a naming word
 * ```
 */
export function withDayParagraphs(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  const found = new Map(nodes.flatMap((node) => (node.type === 'paragraph' ? dayIn(node, reading) : [])))
  if (found.size === 0) return [...nodes]
  const titles = nodes.filter((node) => node.type === 'heading')
  const named = titles.flatMap(({ children }) => readDayName([{ text: phraseText(children) }], reading.lang)?.key ?? [])
  // The first of them may be the title of the sheet.
  const among = named.length > 0 || titles.length > (nodes.find(({ type }) => type !== 'yaml') === titles[0] ? 1 : 0)
  const several = named.length === 0 && lineDays(nodes, found.values(), reading).size > 1
  const keys = among ? titledKeys(nodes, reading) : []
  const known = new Set<string>()
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') return [node]
    const day = found.get(node)
    const key = day?.key ?? dayAlone(node, reading)
    if (!day || key === null || known.has(key)) {
      if (key !== null) known.add(key)
      return [node]
    }
    if (among ? several && day.sure : several || (day.sure && day.first)) return partedAtDays(node, known, reading)
    known.add(day.key)
    const place = reading.place(node)
    if (day.full && !named.includes(day.key) && !isWithinKey(place.start.offset, keys))
      reading.log.report('day-line-unread', place, { words: day.words, name: day.name })
    return [node]
  })
}

/** A day over lines that ask. */
interface DayOver {
  key: string
  name: string
  words: string
  /** True where the line can hardly be anything else. */
  sure: boolean
  /** True of a weekday in bold type, over a number or "Q:", or with its whole name alone: so sure that it is told where it opens no day. */
  full: boolean
}

function dayOver(line: readonly PhrasingContent[], below: string, reading: Reading): DayOver | null {
  const words = phraseText(line).trim()
  const day = words.length > 120 ? null : readDayLine([{ text: words }], reading.lang)
  const marked = questionMark(below) !== null
  if (!day || !(marked || asksOutright(below))) return null
  const stressed = marked || line.every((node) => node.type === 'strong' || phraseText([node]).trim() === '')
  const alone = isAlone(day)
  const parted = dayOpening(words, reading.lang)?.parted === 'mark'
  return {
    key: day.key,
    name: day.name,
    words,
    sure: stressed || alone || parted,
    full: day.kind === 'weekday' && (stressed || (alone && words.length > 5)),
  }
}

const isAlone = ({ topic }: DayName): boolean => topic.every(({ text }) => !/\p{L}/u.test(text))

/** The first such day of a paragraph; `first` where its first line is one. Below other lines only one that is sure counts. */
function dayIn(paragraph: Paragraph, reading: Reading): [[Paragraph, DayOver & { first: boolean }]] | [] {
  const { start, end } = reading.place(paragraph)
  if (start.line === end.line) return []
  const lines = linesOf(paragraph.children, reading)
  for (const i of lines.keys()) {
    const day = dayAt(lines, i, reading)
    if (day) return [[paragraph, { ...day, first: i === 0 }]]
  }
  return []
}

/** The day of a line over one that asks; null for any other, and below other words where it may be something else. */
export function dayAt(lines: readonly PhraseLine[], at: number, reading: Reading): DayOver | null {
  const [line, below] = lines.slice(at, at + 2)
  const day = line && below ? dayOver(line.nodes, phraseText(below.nodes), reading) : null
  if (!day || at === 0) return day
  // Two names below each other are a choice that the question gives.
  const above = phraseText(lines[at - 1]?.nodes ?? []).trim()
  if (!day.sure || mayEndSentence(day.words)) return null
  return readDayLine([{ text: above.slice(0, 120) }], reading.lang) === null ? day : null
}

/** The days that are lines of their own, and those above lines that ask. */
function lineDays(nodes: readonly RootContent[], found: Iterable<DayOver>, reading: Reading): Set<string> {
  const lines = nodes.flatMap((node) => (node.type === 'paragraph' ? (dayAlone(node, reading) ?? []) : []))
  return new Set([...lines, ...[...found].map(({ key }) => key)])
}

/** The key of the day that a paragraph names and no more; null for any other. */
function dayAlone(paragraph: Paragraph, reading: Reading): string | null {
  const words = phraseText(paragraph.children).trim()
  return words.length > 120 ? null : (readDayLine([{ text: words }], reading.lang)?.key ?? null)
}

/** A paragraph with each line on its own that is a day over lines that ask and is not `known`; it is then. */
export function partedAtDays(paragraph: Paragraph, known: Set<string>, reading: Reading): Paragraph[] {
  const lines = linesOf(paragraph.children, reading)
  const cuts = lines.flatMap((_, i) => {
    const day = dayAt(lines, i, reading)
    if (!day || known.has(day.key)) return []
    known.add(day.key)
    return [i, i + 1]
  })
  return cuts.length > 0 ? partedAt(lines, cuts, reading) : [paragraph]
}

/** Lines as paragraphs that begin at the first of them and at `cuts`, which count up. */
export function partedAt(lines: readonly PhraseLine[], cuts: readonly number[], reading: Reading): Paragraph[] {
  const starts = cuts[0] === 0 ? cuts : [0, ...cuts]
  return starts.flatMap((from, i) => paragraphOf(lines.slice(from, starts[i + 1]), reading) ?? [])
}
