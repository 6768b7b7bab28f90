/** Bounds of a paragraph, beyond which no page is worth its time: lines are broken and fitted in time that grows faster than their length. */

import type { Nodes, Root } from 'mdast'
import { LetterPattern } from '../../text/latin.js'
import type { Reading } from './reading.js'

/** Characters of a paragraph, a heading, a cell, or a line of code or front matter. */
const longestText = 50_000
/** Characters without a place where a line may end. */
const longestWord = 10_000

/** What stands between places where a line may end; scripts without spaces break anywhere. */
const words = new LetterPattern(
  String.raw`[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+`,
  'g',
)
/** A file written into an address; it is left out, and told of, elsewhere. */
const data = /\bdata:[^\s)>"']*/gi

/** Reports `sheet-too-large` for paragraphs, headings, cells and lines that are too long to be laid out, each where it stands. */
export function reportTooLong(root: Root, reading: Reading): void {
  const queue: Nodes[] = [root]
  for (let node = queue.pop(); node; node = queue.pop()) {
    const kind = kindOf(node)
    if (kind !== null) checkLength(node, kind, reading)
    else if ('children' in node) for (const child of node.children) queue.push(child)
  }
}

/** What a node is called when its words are laid out as a whole; null for what only holds others, and for what is never shown. */
function kindOf(node: Nodes): { name: string; lines: boolean } | null {
  switch (node.type) {
    case 'paragraph':
      return { name: 'a paragraph', lines: false }
    case 'heading':
      return { name: 'a heading', lines: false }
    case 'tableCell':
      return { name: 'a cell of a table', lines: false }
    case 'html':
      return node.value.startsWith('<!--') ? null : { name: 'a block of HTML', lines: false }
    case 'code':
    case 'math':
      return { name: 'a line of code', lines: true }
    case 'yaml':
      return { name: 'a line of the front matter', lines: true }
    default:
      return null
  }
}

function checkLength(node: Nodes, { name, lines }: { name: string; lines: boolean }, reading: Reading): void {
  const place = reading.place(node)
  const { start, end } = place
  // Nothing shorter can be too long in any way.
  if (end.offset - start.offset <= longestWord) return
  const text = reading.text.slice(start.offset, end.offset).replace(data, '')
  const parts = lines ? text.split(/\r\n|\r|\n/) : [text]
  const length = parts.reduce((most, part) => Math.max(most, part.length), 0)
  const fault = (): [what: string, limit: number] | null => {
    if (length > longestText) return [`${name} of ${inWords(length)} characters`, longestText]
    for (const [word] of text.matchAll(words.for(text)))
      if (word.length > longestWord) return [`${inWords(word.length)} characters without a space`, longestWord]
    return null
  }
  const [what, limit] = fault() ?? []
  if (what !== undefined && limit !== undefined)
    reading.log.report('sheet-too-large', place, { what, limit: `${inWords(limit)} characters` })
}

const inWords = (count: number): string => count.toLocaleString('en')
