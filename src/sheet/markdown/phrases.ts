/** Tools over mdast phrasing, before it becomes runs: its plain words, its lines, and cuts that keep style and place. */
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { Positioned, Reading } from './reading.js'

/** The words of phrasing without any report: `**Q1:** why<br>` → "Q1: why\n". `dropStart` counts in it. */
export function phraseText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return node.value
    case 'break':
      return '\n'
    case 'html':
      return isLineBreak(node) ? '\n' : ''
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'footnoteReference':
      return ''
    default:
      return phraseText(node.children)
  }
}

const isLineBreak = (node: PhrasingContent) => node.type === 'html' && /^<br\b/i.test(node.value)

/** Phrasing without its first `count` characters of `phraseText`: `**A:** b`, 3 → ` b`. Emptied marks go too. */
export function dropStart(nodes: readonly PhrasingContent[], count: number): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  let left = count
  for (const node of nodes) {
    const length = textOf(node).length
    if (left <= 0) kept.push(node)
    else if (length > left) kept.push(dropIn(node, left))
    // A tag or a footnote has no words to count; it goes with the label it stands in.
    left -= length
  }
  return kept
}

/** The first `count` characters of phrasing: `**A:** b`, 2 → `**A:**`. */
export function takeStart(nodes: readonly PhrasingContent[], count: number): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  let left = count
  for (const node of nodes) {
    const { length } = textOf(node)
    if (left <= 0) break
    if (length <= left) kept.push(node)
    else if (node.type === 'text' || node.type === 'inlineCode')
      kept.push({ ...node, value: node.value.slice(0, left) })
    else if ('children' in node) kept.push({ ...node, children: takeStart(node.children, left) } as PhrasingContent)
    left -= length
  }
  return kept
}

/** The characters `from` to `to` of phrasing. */
export const takeRange = (nodes: readonly PhrasingContent[], from: number, to: number): PhrasingContent[] =>
  dropStart(takeStart(nodes, to), from)

function dropIn(node: PhrasingContent, count: number): PhrasingContent {
  if (node.type === 'text' || node.type === 'inlineCode') return { ...node, value: node.value.slice(count) }
  if ('children' in node) return { ...node, children: dropStart(node.children, count) } as PhrasingContent
  return node
}

/** A line of a paragraph as its author wrote it, and what ended it: a line end, a hard break or `<br>`; null for the last. */
export interface PhraseLine {
  nodes: PhrasingContent[]
  end: PhrasingContent | null
}

/** The lines of phrasing. Line ends inside of emphasis or links part nothing. */
export function linesOf(children: readonly PhrasingContent[], reading: Reading): PhraseLine[] {
  const lines: PhraseLine[] = []
  let nodes: PhrasingContent[] = []
  const close = (end: PhrasingContent | null) => {
    lines.push({ nodes, end })
    nodes = []
  }
  for (const node of children) {
    if (node.type === 'break' || isLineBreak(node)) close(node)
    else if (node.type === 'text' && /[\r\n]/.test(node.value)) {
      const parts = node.value.split(/\r\n|\r|\n/)
      const places = sourceLines(node, parts.length, reading)
      parts.forEach((value, i) => {
        const position = places[i] ?? node.position
        if (value !== '') nodes.push({ type: 'text', value, ...(position ? { position } : {}) })
        if (i < parts.length - 1) close({ type: 'text', value: '\n', ...(position ? { position } : {}) })
      })
    } else nodes.push(node)
  }
  close(null)
  return lines
}

type Position = NonNullable<Paragraph['position']>

/** Where the lines of a text stand; nothing when its source has other lines than its value (`&#10;`). */
function sourceLines(node: PhrasingContent, count: number, reading: Reading): Position[] {
  const { start, end } = reading.place(node)
  const pieces = reading.text.slice(start.offset, end.offset).split(/(\r\n|\r|\n)/)
  if ((pieces.length + 1) / 2 !== count) return []
  const places: Position[] = []
  let at = start.offset
  pieces.forEach((piece, i) => {
    if (i % 2 === 0) {
      const lead = i === 0 ? 0 : (/^[\s>]*/.exec(piece)?.[0].length ?? 0)
      places.push(positionAt(at + lead, at + piece.length, reading))
    }
    at += piece.length
  })
  return places
}

/** An mdast position from offsets. */
export function positionAt(start: number, end: number, reading: Reading): Position {
  const place = reading.placeAt(start, Math.max(start, end))
  return { start: place.start, end: place.end }
}

/** A paragraph of lines, placed where they stand; null when nothing is in them. */
export function paragraphOf(lines: readonly PhraseLine[], reading: Reading): Paragraph | null {
  const children = lines.flatMap((line, i) =>
    line.end && i < lines.length - 1 ? [...line.nodes, line.end] : line.nodes,
  )
  return placedParagraph(children, reading)
}

/** A paragraph of phrasing, placed where it stands; null without phrasing. */
export function placedParagraph(children: readonly PhrasingContent[], reading: Reading): Paragraph | null {
  // A line end that was put in stands nowhere.
  const first = children.find((child) => child.position) ?? children[0]
  const last = children.findLast((child) => child.position) ?? children.at(-1)
  if (!first || !last || phraseText(children).trim() === '') return null
  const position = positionAt(reading.place(first).start.offset, reading.place(last).end.offset, reading)
  return { type: 'paragraph', children: [...children], position }
}

/** The digits that a node begins with in the source: the number of an item as written, "04" of `04. Why?`. Null without any. */
export function digitsOf(node: Positioned, reading: Reading): string | null {
  const { offset } = reading.place(node).start
  return /^\d{1,9}/.exec(reading.text.slice(offset, offset + 9))?.[0] ?? null
}

/** A paragraph of plain words that stand where `node` does. */
export function plainParagraph(value: string, { position }: Pick<Paragraph, 'position'>): Paragraph {
  const at = position ? { position } : {}
  return { type: 'paragraph', children: [{ type: 'text', value, ...at }], ...at }
}

/** The plain words of any flow node, for guesses about it only. */
export function flowText(node: Nodes): string {
  if ('children' in node) return node.children.map(flowText).join(' ')
  return 'value' in node ? node.value : ''
}
