/**
 * Stretches that an author hides: `<details>`, `<div class="solution">`, `::: solution`, `> [!info]- Click`. In mdast they are loose pieces of HTML
 * and text between other nodes; here each becomes one node.
 */
import type { BlockContent, Blockquote, DefinitionContent, Html, Paragraph, RootContent } from 'mdast'
import { htmlWords } from '../markdown/html.js'
import { flowText, linesOf, paragraphOf, phraseText, placedParagraph, positionAt } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { mostAsk } from '../questions/asks.js'
import { isAnswerSummary, isKeyTitle, tellsOfAnswers } from '../words/answer-words.js'
import { asHtml, hiddenCallout } from './callouts.js'
import { fenceIn } from './fences.js'
import { hides } from './hiding-tags.js'

export type Flow = RootContent | BlockContent | DefinitionContent

/** What is hidden, and the summary that stays to be seen (`<summary>`, as HTML; null without one). */
export interface Hidden {
  type: 'hidden'
  summary: Html | null
  nodes: Flow[]
  position: NonNullable<Paragraph['position']>
}

/** A node of Markdown, or a hidden stretch. */
export type Piece = Flow | Hidden

/**
 * Joins hidden stretches.
 * ```md
 * <details><summary>Answer</summary>
 *
 * Because …
 *
 * </details>
 * ```
 * → one Hidden, summary "Answer", nodes ["Because …"]. One that is never closed ends before the next list or heading, so that it
 * cannot swallow questions.
 */
export function gatherHidden(nodes: readonly Flow[], reading: Reading): Piece[] {
  const pieces: Piece[] = []
  const queue = [...nodes].reverse()
  for (let node = queue.pop(); node; node = queue.pop()) {
    const folded = node.type === 'blockquote' ? foldedQuote(node, reading) : null
    if (folded) {
      pieces.push(...folded)
      continue
    }
    const opened = opener(node, reading)
    if (!opened) {
      pieces.push(node)
      continue
    }
    if (opened.before) pieces.push(opened.before)
    const hidden = new Stretch(opened.closing, reading)
    if (opened.rest) queue.push(opened.rest)
    const after = hidden.take(queue)
    if (after) queue.push(after)
    pieces.push(hidden.piece(reading.place(node).start.offset, opened.startsAt, opened.title))
  }
  return pieces
}

/**
 * A callout that hides what is in it. The title of one that is called an answer is the answer's beginning, unless it only names it; that of
 * `> [!question]- Why?` is asked before what is hidden.
 */
function foldedQuote(quote: Blockquote, reading: Reading): Piece[] | null {
  const found = hiddenCallout(quote, reading)
  if (!found || !quote.position) return null
  const { position } = quote
  const words = phraseText(found.title)
  const title = placedParagraph(found.title, reading)
  // An answer in a callout of its own inside of another.
  const nodes = found.nodes.flatMap((node): Flow[] => {
    const inner = node.type === 'blockquote' ? foldedQuote(node, reading) : null
    return inner?.flatMap((piece) => (piece.type === 'hidden' ? hiddenNodes(piece) : [piece])) ?? [node]
  })
  if (title && found.type === 'asks') {
    const asked: Blockquote = { type: 'blockquote', children: [title], position }
    return [asked, { type: 'hidden', summary: null, nodes, position }]
  }
  const names = isAnswerSummary(words) || isKeyTitle(words) || tellsOfAnswers(words)
  return title && !names && found.type === 'answers'
    ? [{ type: 'hidden', summary: null, nodes: [title, ...nodes], position }]
    : [{ type: 'hidden', summary: words === '' ? null : asHtml(found.title, position), nodes, position }]
}

/** What is hidden, under its summary unless that only says "Show answer". */
export function hiddenNodes({ summary, nodes }: Hidden): Flow[] {
  return summary === null || isAnswerSummary(htmlWords(summary.value)) ? nodes : [summary, ...nodes]
}

/** Longer HTML was written by a program; cutting it at every tag would take quadratic time. */
const longestHtml = 20_000

/** How a stretch is closed: by a tag, or by a line of its own. */
type Closing = { tag: string } | { fence: RegExp }

interface Opened {
  /** The words that stay to be seen of a fence. */
  title: string
  before: Flow | null
  rest: Flow | null
  closing: Closing
  startsAt: number
}

const openTag = /<(details)\b[^<>]*>|<(div|section|aside|blockquote|span|p|font|template)\b([^<>]*)>/gi

function opener(node: Flow, reading: Reading): Opened | null {
  if (node.type === 'html') {
    if (node.value.length > longestHtml) return null
    for (const match of node.value.matchAll(openTag)) {
      if (!match[1] && !hides(match[2]?.toLowerCase() ?? '', match[3] ?? '')) continue
      const end = match.index + match[0].length
      return {
        title: '',
        before: htmlSlice(node, 0, match.index, reading),
        rest: htmlSlice(node, end, node.value.length, reading),
        closing: { tag: (match[1] ?? match[2] ?? '').toLowerCase() },
        startsAt: offsetIn(node, match.index, reading),
      }
    }
    return null
  }
  if (node.type !== 'paragraph') return null
  const lines = linesOf(node.children, reading)
  const fences = lines.map((line) => fenceIn(phraseText(line.nodes)))
  const at = fences.findIndex((each) => each !== null)
  const fence = fences[at]
  const first = lines[at]?.nodes[0]
  if (!fence || !first) return null
  // Options of a directive, ":class: dropdown", are no words.
  const inner = lines.slice(at + 1).findIndex((line) => !/^\s*:[\w-]+:/.test(phraseText(line.nodes)))
  return {
    title: fence.title,
    before: paragraphOf(lines.slice(0, at), reading),
    rest: inner < 0 ? null : paragraphOf(lines.slice(at + 1 + inner), reading),
    closing: { fence: fence.close },
    startsAt: reading.place(first).start.offset,
  }
}

/** The closing mark of a stretch is looked for in so many nodes. */
const reach = 100

const tagPattern = (tag: string) => new RegExp(`<(/?)${tag}\\b[^<>]*>`, 'gi')

/** Takes nodes until the stretch closes. */
class Stretch {
  readonly #nodes: Flow[] = []
  readonly #closing: Closing
  readonly #reading: Reading
  #end = 0
  #depth = 1

  constructor(closing: Closing, reading: Reading) {
    this.#closing = closing
    this.#reading = reading
  }

  /** Takes from the end of `queue` (next node last). Returns what stands behind the closing mark in its node. */
  take(queue: Flow[]): Flow | null {
    const open = !this.#isClosedIn(queue)
    for (let node = queue.pop(); node; node = queue.pop()) {
      if (open && this.#endsBefore(node)) {
        queue.push(node)
        break
      }
      this.#end = this.#reading.place(node).end.offset
      const cut =
        'tag' in this.#closing ? this.#cutHtml(node, this.#closing.tag) : this.#cutFence(node, this.#closing.fence)
      if (!cut) {
        this.#nodes.push(node)
        continue
      }
      if (cut.before) this.#nodes.push(cut.before)
      this.#end = cut.end
      return cut.after
    }
    return null
  }

  /** True for a node that a stretch which is never closed must not swallow: a heading, or a list unless the summary names its items answers. */
  #endsBefore(node: Flow): boolean {
    if (node.type !== 'list') return node.type === 'heading'
    const isKey =
      this.#tellsOfKey() && !mostAsk(node.children.map((item) => (item.children[0] ? flowText(item.children[0]) : '')))
    return !isKey
  }

  /** True when the summary says that answers follow. */
  #tellsOfKey(): boolean {
    const [first] = this.#nodes
    const words =
      first?.type === 'html' ? /<summary\b[^<>]*>([^<>]{1,120})<\/summary/i.exec(first.value)?.[1] : undefined
    return words !== undefined && (isKeyTitle(words) || isAnswerSummary(words))
  }

  /** True when the closing mark is to be found near by. */
  #isClosedIn(queue: readonly Flow[]): boolean {
    const { text } = this.#reading
    const closing = this.#closing
    const tags = 'tag' in closing ? tagPattern(closing.tag) : null
    let depth = 1
    for (const node of queue.slice(-reach).reverse()) {
      if (tags) {
        if (node.type !== 'html') continue
        for (const [, slash] of node.value.matchAll(tags)) {
          depth += slash === '/' ? -1 : 1
          if (depth === 0) return true
        }
      } else {
        const { start, end } = this.#reading.place(node)
        const lines = text.slice(start.offset, end.offset).split(/\r\n|\r|\n/)
        if ('fence' in closing && lines.some((line) => closing.fence.test(line.replace(/^[ \t>]+/, '')))) return true
      }
    }
    return false
  }

  #cutHtml(node: Flow, tag: string): { before: Flow | null; after: Flow | null; end: number } | null {
    if (node.type !== 'html') return null
    for (const match of node.value.matchAll(tagPattern(tag))) {
      this.#depth += match[1] === '/' ? -1 : 1
      if (this.#depth > 0) continue
      const end = match.index + match[0].length
      return {
        before: htmlSlice(node, 0, match.index, this.#reading),
        after: htmlSlice(node, end, node.value.length, this.#reading),
        end: offsetIn(node, end, this.#reading),
      }
    }
    return null
  }

  #cutFence(node: Flow, close: RegExp): { before: Flow | null; after: Flow | null; end: number } | null {
    if (node.type === 'paragraph') {
      const lines = linesOf(node.children, this.#reading)
      const at = lines.findIndex((line) => close.test(phraseText(line.nodes)))
      const fence = lines[at]?.nodes.at(-1)
      if (at < 0 || !fence) return null
      return {
        before: paragraphOf(lines.slice(0, at), this.#reading),
        after: paragraphOf(lines.slice(at + 1), this.#reading),
        end: this.#reading.place(fence).end.offset,
      }
    }
    // By Markdown's rules a fence right below a list belongs to the list's last paragraph.
    if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'blockquote') return null
    const last = node.children.at(-1)
    const inner = last ? this.#cutFence(last, close) : null
    if (!inner) return null
    const children = inner.before ? [...node.children.slice(0, -1), inner.before] : node.children.slice(0, -1)
    return { before: { ...node, children } as Flow, after: inner.after, end: inner.end }
  }

  piece(start: number, startsAt: number, title: string): Hidden {
    const position = positionAt(Math.max(start, startsAt), Math.max(startsAt, this.#end), this.#reading)
    const [first, ...rest] = this.#nodes
    if (title !== '') return { type: 'hidden', summary: summaryOf(title, position), nodes: this.#nodes, position }
    if (first?.type !== 'html') return { type: 'hidden', summary: null, nodes: this.#nodes, position }
    const match = /^\s*<summary\b[^<>]*>([\s\S]*?)<\/summary\s*>/i.exec(first.value)
    if (!match) return { type: 'hidden', summary: null, nodes: this.#nodes, position }
    const after = htmlSlice(first, match[0].length, first.value.length, this.#reading)
    const from = match[0].indexOf(match[1] ?? '', match[0].indexOf('>') + 1)
    const summary = htmlSlice(first, from, from + (match[1] ?? '').length, this.#reading)
    return { type: 'hidden', summary, nodes: after ? [after, ...rest] : rest, position }
  }
}

/** The title of a box as a summary in HTML. */
export const summaryOf = (title: string, position: Hidden['position']): Html => ({
  type: 'html',
  value: title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  position,
})

function htmlSlice(node: Html, start: number, end: number, reading: Reading): Html | null {
  const value = node.value.slice(start, end)
  if (value.trim() === '') return null
  return {
    type: 'html',
    value,
    position: positionAt(offsetIn(node, start, reading), offsetIn(node, end, reading), reading),
  }
}

/** Where a character of a node's value stands; indents that Markdown took off each line are put back. */
function offsetIn(node: Html, index: number, reading: Reading): number {
  const { start, end } = reading.place(node)
  const before = node.value.slice(0, index).split('\n')
  const values = node.value.split('\n')
  const sources = reading.text.slice(start.offset, end.offset).split('\n')
  const line = before.length - 1
  const above = sources.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0)
  const indent = Math.max(0, (sources[line]?.length ?? 0) - (values[line]?.length ?? 0))
  return Math.min(end.offset, start.offset + above + indent + (before[line]?.length ?? 0))
}
