/** Names of days between questions of a text copy, which Markdown takes for one more line of the question above. */
import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import { isWithinKey, titledKeys } from '../keys/titled-keys.js'
import { linesOf, paragraphOf, phraseText, positionAt } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { itemMark } from '../options/options.js'
import { isKeyTitle } from '../words/answer-words.js'
import { readDayLine } from './days.js'

/**
 * Lets them open their days, in a sheet whose first day is a line as well. A line counts that says no more than the name and topic of a day that
 * is new, and begins no further in than the list does. The title of a key opens the key.
 * ```md
 * # Week 5
 * Monday
 * 1. Why does ice float?
 * 2. What is a mole?
 * Tuesday                    → a day, not the end of "What is a mole?"
 * 1. What is salt?
 * ```
 */
export function withDayLines(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  const lines = new DayLines(reading)
  const headings = nodes.filter((node) => node.type === 'heading' && lines.dayOf(phraseText(node.children)) !== null)
  // Headings of days in a key tell nothing of how the days above it are written.
  const keys = headings.length > 0 ? titledKeys(nodes, reading) : []
  const hasHeadings = headings.some(({ position }) => !isWithinKey(position?.start.offset, keys))
  return hasHeadings ? [...nodes] : nodes.flatMap((node, i) => lines.parted(node, nodes[i + 1]))
}

/** Takes lines that open days off paragraphs and lists, and knows the days that were opened. */
class DayLines {
  readonly #reading: Reading
  readonly #days = new Set<string>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** The key of the day that words name; null for other words. */
  dayOf(words: string): string | null {
    return words.length > 120 ? null : (readDayLine([{ text: words }], this.#reading.lang)?.key ?? null)
  }

  /** A node, and on their own the lines of it that open days; `next` stands behind it. */
  parted(node: RootContent, next: RootContent | undefined): RootContent[] {
    const lettered = node.type === 'paragraph' ? this.#overLetters(node) : null
    if (lettered) return lettered
    if (node.type === 'paragraph' && next?.type === 'list') {
      const cut = this.#below(node, Number.POSITIVE_INFINITY)
      this.#open(cut?.out ?? [node])
      if (cut) return [cut.rest, ...cut.out]
    }
    return node.type === 'list' && this.#days.size > 0 ? this.#partedList(node) : [node]
  }

  /**
   * A paragraph of days over lines that are lettered, `Monday`, next line `a) Why?`, with each day and the title of a key on its own; null for any other,
   * since Markdown takes no letter for the item of a list.
   */
  #overLetters(paragraph: Paragraph): Paragraph[] | null {
    const reading = this.#reading
    const { start, end } = reading.place(paragraph)
    if (start.line === end.line) {
      this.#open([paragraph])
      return null
    }
    const lines = linesOf(paragraph.children, reading)
    const words = lines.map((line) => phraseText(line.nodes).trim())
    const opens = (i: number): boolean => {
      const next = words[i + 1] ?? ''
      if (i > 0 && isKeyTitle(words[i] ?? '')) return next !== ''
      if (itemMark(next)?.letter.toLowerCase() !== 'a') return false
      const key = this.dayOf(words[i] ?? '')
      return key !== null && !this.#days.has(key)
    }
    const cuts = opens(0) ? words.flatMap((_, i) => (opens(i) ? [i, i + 1] : [])) : []
    if (cuts.length === 0) return null
    for (const each of words) this.#know(each)
    return cuts.flatMap((from, i) => paragraphOf(lines.slice(from, cuts[i + 1]), reading) ?? [])
  }

  /** Takes the last line off a paragraph when it opens a day, or all from the title of a key on. */
  #below(paragraph: Paragraph, column: number): Cut<Paragraph> | null {
    const reading = this.#reading
    const lines = linesOf(paragraph.children, reading)
    const wordsAt = (i: number): string => phraseText(lines[i]?.nodes ?? []).trim()
    const own = (from: number, to?: number): Paragraph | null => paragraphOf(lines.slice(from, to), reading)
    const isOut = (i: number): boolean => {
      const line = own(i, i + 1)
      return line !== null && reading.place(line).start.column <= column
    }
    const title = lines.findIndex((_, i) => i > 0 && i < lines.length - 1 && isKeyTitle(wordsAt(i)) && isOut(i))
    const last = lines.length - 1
    const key = this.dayOf(wordsAt(last))
    // Two names below each other are a choice that the question gives.
    const isDay =
      last > 0 && key !== null && !this.#days.has(key) && this.dayOf(wordsAt(last - 1)) === null && isOut(last)
    const at = title > 0 ? title : isDay ? last : 0
    const rest = own(0, at)
    const out = [own(at, at + 1), own(at + 1)].filter((each) => each !== null)
    return at > 0 && rest ? { rest, out } : null
  }

  #belowItem(item: ListItem, column: number): Cut<ListItem> | null {
    const reading = this.#reading
    const last = item.children.at(-1)
    const ended = (child: ListItem['children'][number], out: Paragraph[]) => {
      const position = positionAt(reading.place(item).start.offset, reading.place(child).end.offset, reading)
      return { rest: { ...item, children: [...item.children.slice(0, -1), child], position }, out }
    }
    if (last?.type === 'paragraph') {
      const found = this.#below(last, column)
      return found && ended(found.rest, found.out)
    }
    if (last?.type !== 'list') return null
    const inner = last.children.at(-1)
    const found = inner ? this.#belowItem(inner, column) : null
    return found && ended(listOf(last, [...last.children.slice(0, -1), found.rest], reading), found.out)
  }

  /** Knows the day that a line opens. */
  #open([line]: readonly Paragraph[]): void {
    if (line) this.#know(phraseText(line.children).trim())
  }

  #know(words: string): void {
    const key = this.dayOf(words)
    if (key !== null) this.#days.add(key)
  }

  #partedList(list: List): RootContent[] {
    const { column } = this.#reading.place(list).start
    const found: RootContent[] = []
    let items: ListItem[] = []
    for (const item of list.children) {
      const cut = this.#belowItem(item, column)
      items.push(cut?.rest ?? item)
      if (!cut) continue
      this.#open(cut.out)
      found.push(listOf(list, items, this.#reading), ...cut.out)
      items = []
    }
    if (found.length === 0) return [list]
    return items.length > 0 ? [...found, listOf(list, items, this.#reading)] : found
  }
}

/** What stays where it stood, and what stands behind it on its own. */
interface Cut<T> {
  rest: T
  out: Paragraph[]
}

/** Some items of a list, as a list that stands where they do. */
function listOf(list: List, items: readonly ListItem[], reading: Reading): List {
  const [first] = items
  const last = items.at(-1)
  if (!first || !last) return list
  const number = /^\d{1,9}/.exec(reading.text.slice(reading.place(first).start.offset))?.[0]
  const position = positionAt(reading.place(first).start.offset, reading.place(last).end.offset, reading)
  return { ...list, ...(list.ordered ? { start: Number(number ?? 1) } : {}), children: [...items], position }
}
