/** Names of days between questions of a text copy, which Markdown takes for one more line of the question above. */
import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { isWithinKey, keyFrom, titledKeys } from '../keys/titled-keys.js'
import { digitsOf, linesOf, type PhraseLine, paragraphOf, phraseText, positionAt } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { itemMark } from '../options/options.js'
import { asksOutright } from '../questions/asks.js'
import { paragraphMark } from '../questions/carrier-choice.js'
import { questionMark } from '../questions/question-headings.js'
import { isQuestionTable } from '../questions/question-tables.js'
import { isKeyTitle } from '../words/answer-words.js'
import { type Below, belowOf, type DayOver, dayOver, itemsAsk, listBelow, numberOfLast } from './day-over.js'
import { dayAt, partedAt, partedAtDays, withDayParagraphs } from './day-paragraphs.js'
import { type DayName, mayEndSentence, readDayLine, readDayName } from './days.js'

/**
 * Lets them open their days, in a sheet whose first day is a line as well. A line counts that says no more than the name and topic of a day that
 * is new, and begins no further in than the list does. The title of a key opens the key. Lines that open a day only for what stands around them
 * (`day-over.ts`) are noted in the reading; those in doubt are told.
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
  const parted = withDayParagraphs(nodes, reading)
  const lines = new DayLines(parted, reading)
  for (const [i, node] of parted.entries()) lines.take(node, parted.slice(i + 1, i + 3))
  return lines.taken
}

/** Takes lines that open days off paragraphs and lists, and knows the days that were opened. */
class DayLines {
  /** The nodes so far, and on their own the lines that open days. */
  readonly taken: RootContent[] = []
  readonly #reading: Reading
  readonly #nodes: readonly RootContent[]
  readonly #days = new Set<string>()
  /** The days that are headings. */
  readonly #headings: ReadonlySet<string>
  /** The lines that open days for what stands around them: a key may repeat them. */
  readonly #noted = new Set<string>()
  /** How many of the nodes so far were looked at, whether a key has begun in them, and the number of the last question of the day, as `Around` has it. */
  #looked = 0
  #inKey = false
  #last: number | null = null
  #standing: boolean | null = null
  /** The days that lines of their own are beyond doubt. */
  #lines: ReadonlySet<string> | null = null

  constructor(nodes: readonly RootContent[], reading: Reading) {
    this.#reading = reading
    this.#nodes = nodes
    const headings = nodes.flatMap((node) => {
      const name = node.type === 'heading' ? this.#named(phraseText(node.children)) : null
      return name ? [{ key: name.key, offset: node.position?.start.offset }] : []
    })
    // Headings of days in a key tell nothing of how the days above it are written.
    const keys = headings.length > 0 ? titledKeys(nodes, reading) : []
    this.#headings = new Set(headings.flatMap(({ key, offset }) => (isWithinKey(offset, keys) ? [] : [key])))
  }

  /** Takes the next node; `following` stand behind it. */
  take(node: RootContent, following: readonly RootContent[]): void {
    if (node.type === 'paragraph') this.#weigh(node, following)
    this.taken.push(...(this.#headings.size > 0 ? [node] : this.#parted(node, following[0])))
  }

  #parted(node: RootContent, next: RootContent | undefined): RootContent[] {
    const lettered = node.type === 'paragraph' ? this.#overLetters(node) : null
    if (lettered) return lettered
    if (node.type === 'paragraph' && next?.type === 'list') {
      const cut = this.#below(node, Number.POSITIVE_INFINITY, { items: next.children, last: null })
      this.#open(cut?.out ?? [node])
      if (cut) return [cut.rest, ...cut.out]
    }
    return node.type === 'list' && this.#days.size > 0 ? this.#partedList(node, next) : [node]
  }

  #named(words: string): DayName | null {
    return words.length > 120 ? null : readDayName([{ text: words }], this.#reading.lang)
  }

  /** The key of the day that a line names and no more; null for other words. */
  #dayOf(words: string): string | null {
    return words.length > 120 ? null : (readDayLine([{ text: words }], this.#reading.lang)?.key ?? null)
  }

  /** Notes or tells a line of its own that opens a day for what stands around it. */
  #weigh(line: Paragraph, following: readonly RootContent[]): void {
    const { log, place: placeOf } = this.#reading
    const words = phraseText(line.children).trim()
    const place = placeOf(line)
    if (place.start.line !== place.end.line) return
    if (this.#headings.size === 0 && this.#dayOf(words) !== null) {
      if (this.#stand()) this.#reading.dayLines.add(line)
      return
    }
    const found = this.#over(line.children, () => this.#belowLine(following), null)
    if (found?.sure) this.#note(line)
    else if (found) log.report('day-line-unread', place, { words, name: found.name })
  }

  /** True where the days are lines, two at least and each over questions of its own, though headings that name none stand in the sheet: "How to use". */
  #stand(): boolean {
    if (this.#standing !== null) return this.#standing
    const keys = titledKeys(this.#nodes, this.#reading)
    const nodes = this.#nodes.filter(({ position }) => {
      const offset = position?.start.offset
      return !keyFrom(offset, keys) && !isWithinKey(offset, keys)
    })
    const days = nodes.flatMap((node, i) => {
      const key = node.type === 'paragraph' ? this.#dayOf(phraseText(node.children).trim()) : null
      return key !== null && this.#asksBelow(nodes.slice(i + 1, i + 3)) ? [key] : []
    })
    const once = days.length > 1 && new Set(days).size === days.length
    this.#standing = once && nodes.some(({ type }) => type === 'heading')
    return this.#standing
  }

  /** The questions below a line of its own: the items of a list, or a paragraph with a number or "Q:". */
  #belowLine(following: readonly RootContent[]): Below | null {
    const [first] = following
    const mark = first?.type === 'paragraph' ? questionMark(phraseText(first.children)) : null
    if (mark) return { start: mark.written, ask: true }
    return belowOf(listBelow(following, this.#reading)?.children ?? [], this.#reading)
  }

  #asksBelow(nodes: readonly RootContent[]): boolean {
    const [first] = nodes
    if (
      first?.type === 'paragraph' &&
      (paragraphMark(first, this.#reading) || asksOutright(phraseText(first.children)))
    )
      return true
    if (first?.type === 'table' && isQuestionTable(first)) return true
    const list = listBelow(nodes, this.#reading)
    return list !== null && itemsAsk(list.children)
  }

  /** The new day that a line opens for what stands around it: what asks `below` it, and the number of the question that it stands in, if it does. */
  #over(line: readonly PhrasingContent[], below: () => Below | null, last: number | null): DayOver | null {
    const words = phraseText(line).trim()
    const name = this.#named(words)
    if (!name || this.#headings.has(name.key)) return null
    this.#look()
    if (this.#noted.has(words)) return this.#inKey ? { ...name, sure: true } : null
    if (this.#days.has(name.key) || this.#inKey) return null
    const around = {
      below: below(),
      last: last ?? this.#last,
      amongHeadings: this.#headings.size > 0,
      amongLines: this.#hasOtherLine(name.key),
    }
    return dayOver(line, around, this.#reading)
  }

  /** Looks at what was taken since the last look; most sheets have no line that asks for it. */
  #look(): void {
    for (; this.#looked < this.taken.length; this.#looked++) {
      const node = this.taken[this.#looked]
      if (node?.type === 'list' && itemsAsk(node.children)) this.#last = numberOfLast(node, this.#reading)
      if (node?.type === 'table' && isQuestionTable(node)) this.#last ??= 0
      if (node?.type !== 'heading' && node?.type !== 'paragraph') continue
      const words = phraseText(node.children).trim()
      const opens = node.type === 'heading' ? this.#named(words) : this.#headings.size === 0 && this.#dayOf(words)
      const mark = questionMark(words)
      if (isKeyTitle(words)) this.#inKey = true
      if (opens || this.#reading.dayLines.has(node)) this.#last = null
      else if (mark) this.#last = mark.written ?? 0
    }
  }

  /** True where another line of the sheet is a day beyond doubt. */
  #hasOtherLine(key: string): boolean {
    this.#lines ??= new Set(
      this.#nodes.flatMap((node) =>
        node.type === 'paragraph' ? (this.#dayOf(phraseText(node.children).trim()) ?? []) : [],
      ),
    )
    return this.#lines.size > (this.#lines.has(key) ? 1 : 0)
  }

  #note(line: Paragraph): void {
    const words = phraseText(line.children).trim()
    const key = this.#named(words)?.key
    this.#noted.add(words)
    this.#reading.dayLines.add(line)
    if (key !== undefined) this.#days.add(key)
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
      const key = this.#dayOf(words[i] ?? '')
      return key !== null && !this.#days.has(key)
    }
    if (!opens(0)) return null
    const cuts = words.flatMap((_, i) => (opens(i) ? [i, i + 1] : []))
    for (const each of words) this.#know(each)
    return partedAt(lines, cuts, reading)
  }

  /** Takes the last line off a paragraph when it opens a day, or all from the title of a key on. */
  #below(paragraph: Paragraph, column: number, { items, last: number }: Beside): Cut<Paragraph> | null {
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
    const key = this.#dayOf(wordsAt(last))
    // Two names below each other are a choice that the question gives.
    const mayOpen = last > 0 && !mayEndSentence(wordsAt(last)) && this.#dayOf(wordsAt(last - 1)) === null && isOut(last)
    const isPlain = mayOpen && key !== null && !this.#days.has(key)
    const isOver =
      mayOpen && !isPlain && this.#over(lines[last]?.nodes ?? [], () => belowOf(items, reading), number)?.sure === true
    const asked = title > 0 ? -1 : lines.findIndex((_, i) => i > 0 && isOut(i) && this.#isNewDay(lines, i))
    const at = title > 0 ? title : asked > 0 ? asked : isPlain || isOver ? last : 0
    const rest = own(0, at)
    const whole = asked > 0 ? own(at) : null
    const out = whole
      ? partedAtDays(whole, this.#days, reading)
      : [own(at, at + 1), own(at + 1)].filter((each) => each !== null)
    if (at === 0 || !rest) return null
    if (isOver && out[0] && title <= 0) this.#note(out[0])
    return { rest, out }
  }

  #isNewDay(lines: readonly PhraseLine[], at: number): boolean {
    const day = dayAt(lines, at, this.#reading)
    return day !== null && !this.#days.has(day.key)
  }

  #belowItem(item: ListItem, column: number, beside: Beside): Cut<ListItem> | null {
    const reading = this.#reading
    const last = item.children.at(-1)
    const ended = (child: ListItem['children'][number], out: Paragraph[]) => {
      const position = positionAt(reading.place(item).start.offset, reading.place(child).end.offset, reading)
      return { rest: { ...item, children: [...item.children.slice(0, -1), child], position }, out }
    }
    if (last?.type === 'paragraph') {
      const found = this.#below(last, column, beside)
      return found && ended(found.rest, found.out)
    }
    if (last?.type !== 'list') return null
    const inner = last.children.at(-1)
    const found = inner ? this.#belowItem(inner, column, beside) : null
    return found && ended(listOf(last, [...last.children.slice(0, -1), found.rest], reading), found.out)
  }

  /** Knows the day that a line opens. */
  #open([line]: readonly Paragraph[]): void {
    if (line) this.#know(phraseText(line.children).trim())
  }

  #know(words: string): void {
    const key = this.#dayOf(words)
    if (key !== null) this.#days.add(key)
  }

  #partedList(list: List, next: RootContent | undefined): RootContent[] {
    const { column } = this.#reading.place(list).start
    const found: RootContent[] = []
    let items: ListItem[] = []
    for (const [i, item] of list.children.entries()) {
      const behind = list.children.slice(i + 1, i + 4)
      const below = behind.length === 0 && next?.type === 'list' ? next.children : behind
      const cut = this.#belowItem(item, column, { items: below, last: Number(digitsOf(item, this.#reading) ?? i + 1) })
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

/** The items below a line, and the number of the question in whose item it stands; null for a line in none. */
interface Beside {
  items: readonly ListItem[]
  last: number | null
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
