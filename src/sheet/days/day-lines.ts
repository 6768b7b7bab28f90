/** Names of days between questions of a text copy, which Markdown takes for one more line of the question above. */
import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import { linesOf, paragraphOf, phraseText, positionAt } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { readDayLine } from './days.js'

/**
 * Lets them open their days, in a sheet whose first day is a line as well. A line counts that says no more than the name and topic of a day that
 * is new, and begins no further in than the list does.
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
  const days = new Set<string>()
  const dayOf = (words: string): string | null =>
    words.length > 120 ? null : (readDayLine([{ text: words }], reading.lang)?.key ?? null)
  if (nodes.some((node) => node.type === 'heading' && dayOf(phraseText(node.children)) !== null)) return [...nodes]

  /** Takes the last line off a paragraph, when it opens a day. */
  const dayBelow = (paragraph: Paragraph, column: number): { rest: Paragraph | null; day: Paragraph } | null => {
    const lines = linesOf(paragraph.children, reading)
    const last = lines.at(-1)
    const day = last && paragraphOf([last], reading)
    if (!day || lines.length < 2 || reading.place(day).start.column > column) return null
    const [key, above] = [day, lines.at(-2)].map((line) =>
      line ? dayOf(phraseText('nodes' in line ? line.nodes : line.children).trim()) : null,
    )
    // Two names below each other are a choice that the question gives.
    if (!key || above || days.has(key)) return null
    return { rest: paragraphOf(lines.slice(0, -1), reading), day }
  }

  const belowItem = (item: ListItem, column: number): { rest: ListItem; day: Paragraph } | null => {
    const last = item.children.at(-1)
    const ended = (child: ListItem['children'][number], day: Paragraph) => {
      const position = positionAt(reading.place(item).start.offset, reading.place(child).end.offset, reading)
      return { rest: { ...item, children: [...item.children.slice(0, -1), child], position }, day }
    }
    if (last?.type === 'paragraph') {
      const found = dayBelow(last, column)
      return found?.rest ? ended(found.rest, found.day) : null
    }
    const inner = last?.type === 'list' ? last.children.at(-1) : undefined
    const found = inner && last?.type === 'list' ? belowItem(inner, column) : null
    return found && last?.type === 'list'
      ? ended(listOf(last, [...last.children.slice(0, -1), found.rest], reading), found.day)
      : null
  }

  const parted = (list: List): RootContent[] => {
    const { column } = reading.place(list).start
    const found: RootContent[] = []
    let items: ListItem[] = []
    for (const item of list.children) {
      const below = belowItem(item, column)
      items.push(below?.rest ?? item)
      if (!below) continue
      days.add(dayOf(phraseText(below.day.children).trim()) ?? '')
      found.push(listOf(list, items, reading), below.day)
      items = []
    }
    if (found.length === 0) return [list]
    return items.length > 0 ? [...found, listOf(list, items, reading)] : found
  }

  return nodes.flatMap((node, i): RootContent[] => {
    if (node.type === 'paragraph' && nodes[i + 1]?.type === 'list') {
      const key = dayOf(phraseText(node.children).trim())
      if (key !== null) days.add(key)
    }
    return node.type === 'list' && days.size > 0 ? parted(node) : [node]
  })
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
