/** The nodes of a key's answers: cut out of paragraphs, cells and HTML, without labels and what parts them. */
import type { Html, Paragraph, PhrasingContent } from 'mdast'
import type { Place } from '../diagnostics.js'
import { labelLength } from './answer-words.js'
import type { Flow } from './hidden.js'
import { htmlWords } from './html.js'
import { htmlTable } from './html-table.js'
import type { KeyCell } from './key-table.js'
import { dropStart, linesOf, phraseText, placedParagraph, takeStart } from './phrases.js'
import type { Reading } from './reading.js'

/** A paragraph from its character `from` on, without "Answer:"; null when nothing is left. */
export function withoutLabel(paragraph: Paragraph, reading: Reading, from = 0): Paragraph | null {
  const children = dropStart(paragraph.children, from)
  return placedParagraph(dropStart(children, labelLength(phraseText(children))), reading)
}

/** The characters `from` to `to` of a paragraph as one, without the comma or stroke at its end; null when nothing is in them. */
export function stretchOf(paragraph: Paragraph, from: number, to: number, reading: Reading): Paragraph | null {
  const nodes = dropStart(takeStart(paragraph.children, to), from)
  const words = phraseText(nodes)
  const start = words.length - words.trimStart().length
  const end = words.replace(/[,;|·•/،؛、，；\s]+$/, '').length
  // The bracket around the whole key, "(Answers: 1-B, 2-C)", closes behind its last answer.
  const open = words
    .slice(0, end)
    .replace(/[^()[\]]/g, '')
    .replace(/\(\)|\[\]/g, '')
  const children = dropStart(takeStart(nodes, open === ')' || open === ']' ? end - 1 : end), start)
  return withoutLabel({ ...paragraph, children }, reading)
}

/** The line of a paragraph that its character `at` stands in. */
export function lineAt(paragraph: Paragraph, at: number, reading: Reading): Place {
  const before = phraseText(paragraph.children).slice(0, at).split('\n').length - 1
  const [first] = linesOf(paragraph.children, reading)[before]?.nodes ?? []
  const place = reading.place(paragraph)
  return first ? { ...place, start: reading.place(first).start } : place
}

/** The cells of an answer as paragraphs, those of other columns under the words of these: "Why: so". */
export function cellNodes(cells: readonly KeyCell[], reading: Reading): Flow[] {
  return cells.flatMap(({ head, nodes }) => {
    const label: PhrasingContent[] = head === null ? [] : [{ type: 'text', value: `${head}: ` }]
    const paragraph = placedParagraph(nodes, reading)
    return paragraph ? [{ ...paragraph, children: [...label, ...paragraph.children] }] : []
  })
}

const placed = (value: string, { position }: Html): PhrasingContent[] => [
  { type: 'text', value: htmlWords(value), ...(position ? { position } : {}) },
]

/** The cells of a table in HTML, its head first; null for any other HTML. */
export function htmlCells(html: Html): PhrasingContent[][][] | null {
  const table = htmlTable(html.value)
  return table && [table.head, ...table.rows].map((row) => row.map((cell) => placed(cell, html)))
}

/** The items of a list in HTML, numbered in `<ol>`; [] for any other HTML. */
export function htmlItems(html: Html): { written: number | null; nodes: Flow[] }[] {
  const items = html.value.slice(0, 20_000).matchAll(/<li\b[^<>]*>([\s\S]*?)(?=<li\b|<\/li|<\/ol|<\/ul|$)/gi)
  const ordered = /<ol\b/i.test(html.value)
  return [...items].map(([, inner = ''], i) => ({
    written: ordered ? i + 1 : null,
    nodes: [{ type: 'paragraph', children: placed(inner, html) }],
  }))
}
