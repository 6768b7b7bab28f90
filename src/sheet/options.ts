/** Options and sub-parts that an author letters by hand: `a) this`, `b) that`. Markdown knows no such list; people do. */
import type { Paragraph } from 'mdast'
import type { Flow } from './hidden.js'
import { linesOf, type PhraseLine, paragraphOf, phraseText } from './phrases.js'
import type { Reading } from './reading.js'

/** A lettered list: what stands before it in its first paragraph, its items with their letters, and how many nodes it takes. */
export interface Lettered {
  lead: Paragraph | null
  items: Paragraph[]
  taken: number
}

/** "a) x", "(b) x", "C. x" → "a", "b", "c". */
function letterOf(line: PhraseLine | undefined): string | null {
  const match = /^\s*(?:\(([a-z])\)|([a-z])[.)])\s+\S/i.exec(line ? phraseText(line.nodes).slice(0, 20) : '')
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
}

const successor = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 1)

/**
 * The lettered list that begins in the paragraph `nodes[at]`: lines of one paragraph, or a paragraph for each. Its letters run from a on,
 * two at least; "A. Smith" alone is a name.
 */
export function letteredAt(nodes: readonly Flow[], at: number, reading: Reading): Lettered | null {
  const first = nodes[at]
  if (first?.type !== 'paragraph') return null
  const lines = linesOf(first.children, reading)
  const start = lines.findIndex((line) => letterOf(line) === 'a')
  if (start < 0) return null
  const groups = grouped(lines.slice(start), 'a')
  let taken = 1
  for (let node = nodes[at + taken]; node?.type === 'paragraph'; node = nodes[at + taken]) {
    const more = linesOf(node.children, reading)
    const next = String.fromCharCode(97 + groups.length)
    if (letterOf(more[0]) !== next) break
    groups.push(...grouped(more, next))
    taken++
  }
  if (groups.length < 2) return null
  const items = groups.flatMap((group) => paragraphOf(group, reading) ?? [])
  return { lead: paragraphOf(lines.slice(0, start), reading), items, taken }
}

/** Lines by letter; a line without the next letter goes on with the one before it. */
function grouped(lines: readonly PhraseLine[], from: string): PhraseLine[][] {
  const groups: PhraseLine[][] = []
  let expected = from
  for (const line of lines) {
    if (letterOf(line) === expected && expected <= 'z') {
      groups.push([])
      expected = successor(expected)
    }
    groups.at(-1)?.push(line)
  }
  return groups
}
