/** The nodes of a key's answers: cut out of paragraphs and cells, without labels and what parts them. */
import type { Paragraph, PhrasingContent } from 'mdast'
import type { Place } from '../../diagnostics.js'
import type { Flow } from '../boxes/hidden.js'
import { dropStart, linesOf, phraseText, placedParagraph, takeStart } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { labelLength } from '../words/answer-words.js'
import type { KeyCell } from './key-table-rows.js'

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
  const end = words.replace(/(?:[,;|·•/،؛、，；\s\u202a-\u202e\u2066-\u2069]|\s[–—-]|\s%%|==)+$/, '').length
  // The bracket around the whole key, "(Answers: 1-B, 2-C)", closes behind its last answer; that of a letter, "a) so", is none.
  const open = words
    .slice(0, end)
    .replace(/^\s*[a-z\d]{1,3}\)/i, '')
    .replace(/[^()[\]{}]/g, '')
    .replace(/\(\)|\[\]|\{\}/g, '')
  const closes = open.length === 1 && words[end - 1] === open && /[)\]}]/.test(open)
  const children = dropStart(takeStart(nodes, closes ? end - 1 : end), start)
  return withoutLabel({ ...paragraph, children }, reading)
}

/** The line of a paragraph that its character `at` stands in. */
export function lineAt(paragraph: Paragraph, at: number, reading: Reading): Place {
  const before = phraseText(paragraph.children).slice(0, at).split('\n').length - 1
  const [first] = linesOf(paragraph.children, reading)[before]?.nodes ?? []
  const place = reading.place(paragraph)
  return first ? { ...place, start: reading.place(first).start } : place
}

/** The cells of an answer as paragraphs, behind the letters of their parts, those of other columns under the words of these: "a) so", "Why: so". */
export function cellNodes(cells: readonly KeyCell[], reading: Reading): Flow[] {
  return cells.flatMap(({ head, letter, nodes }) => {
    const words = `${letter ? `${letter}) ` : ''}${head === null ? '' : `${head}: `}`
    const label: PhrasingContent[] = words === '' ? [] : [{ type: 'text', value: words }]
    const paragraph = placedParagraph(nodes, reading)
    return paragraph ? [{ ...paragraph, children: [...label, ...paragraph.children] }] : []
  })
}
