/** Lines that mean something each, though Markdown runs them together: sums, dashes, verse, and a question right below a quote. */
import type { BlockContent, Blockquote, DefinitionContent, Paragraph, RootContent } from 'mdast'
import { asksOutright } from '../questions/asks.js'
import { linesOf, type PhraseLine, paragraphOf, phraseText } from './phrases.js'
import type { Reading } from './reading.js'

type Flow = RootContent | BlockContent | DefinitionContent

const mayKeep =
  /=[ \t]{0,9}(?:_{1,99}|[?\u2026]|\.{2,99})?[ \t]{0,9}[\r\n]|^[ \t>]*[\u2013\u2014][ \t]|^[ \t]*(?:\d{1,4}[.)][ \t]+)?>/m

/**
 * Nodes whose paragraphs break their lines where two at least are sums or begin with a dash, and, in quotes, where they are verse. A line that asks
 * right below a quote, without its mark, stands behind the quote.
 * ```md
 * 1. Calculate:
 *    3 + 4 =          → a line of its own
 *    5 - 6 =
 * ```
 */
export function withKeptLines(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  return mayKeep.test(reading.text) ? kept(nodes, false, reading) : [...nodes]
}

function kept<T extends Flow>(nodes: readonly T[], quoted: boolean, reading: Reading): T[] {
  return nodes.flatMap((node: Flow): T[] => {
    if (node.type === 'paragraph') return [withBreaks(node, quoted, reading) as Flow as T]
    if (node.type === 'blockquote') return quoteParted(node, reading) as Flow[] as T[]
    if (node.type !== 'list') return [node as T]
    const children = node.children.map((item) => ({ ...item, children: kept(item.children, quoted, reading) }))
    return [{ ...node, children } as Flow as T]
  })
}

const sum = /=\s{0,9}(?:_{1,99}|[?\u2026]|\.{2,99})?\s{0,9}$/
const dash = /^\s*[\u2013\u2014]\s/

function withBreaks(paragraph: Paragraph, quoted: boolean, reading: Reading): Paragraph {
  const { start, end } = reading.place(paragraph)
  if (start.line === end.line) return paragraph
  const lines = linesOf(paragraph.children, reading)
  const words = lines.map(({ nodes }) => phraseText(nodes))
  const several = (pattern: RegExp) => words.filter((line) => pattern.test(line)).length > 1
  const [sums, dashes, verse] = [several(sum), several(dash), quoted && isVerse(words)]
  if (!sums && !dashes && !verse) return paragraph
  const ends = (i: number): boolean => {
    const [above = '', below = ''] = words.slice(i, i + 2)
    return verse || (sums && (sum.test(above) || sum.test(below))) || (dashes && dash.test(below))
  }
  const children = lines.flatMap((line, i) =>
    line.end && i < lines.length - 1 ? [...line.nodes, ends(i) ? ({ type: 'break' } as const) : line.end] : line.nodes,
  )
  return { ...paragraph, children }
}

/** Short lines that all begin with a capital, most of which end in a mark; prose breaks anywhere, or where a sentence ends. */
function isVerse(words: readonly string[]): boolean {
  const lines = words.map((line) => line.trim())
  const above = lines.slice(0, -1)
  const marked = above.filter((line) => /[,.;:!?\u2026\u2014\u2013]["'\u201d\u2019)]?$/.test(line)).length
  return (
    lines.every((line) => line.length <= 70 && /^[^\p{L}\p{N}]{0,3}\p{Lu}/u.test(line)) &&
    above.some((line) => !line.endsWith('.')) &&
    (marked * 2 >= above.length || (above.length > 1 && lines.every((line) => line.length <= 50)))
  )
}

/** A quote, and behind it the question that its last lines are where they have no mark of it. */
function quoteParted(quote: Blockquote, reading: Reading): Flow[] {
  const last = quote.children.at(-1)
  const lines = last?.type === 'paragraph' ? linesOf(last.children, reading) : []
  const at = lines.findIndex((line, i) => i > 0 && isLazy(line, reading))
  const question = at > 0 ? paragraphOf(lines.slice(at), reading) : null
  const words = question ? phraseText(question.children) : ''
  const rest =
    question && /^[^\p{L}]{0,2}\p{Lu}/u.test(words) && asksOutright(words) && paragraphOf(lines.slice(0, at), reading)
  if (!question || !rest) return [{ ...quote, children: kept(quote.children, true, reading) }]
  return [{ ...quote, children: kept([...quote.children.slice(0, -1), rest], true, reading) }, question]
}

/** True for a line of a quote that its author began without `>`. */
function isLazy({ nodes: [first] }: PhraseLine, reading: Reading): boolean {
  const { offset, column } = reading.place(first ?? {}).start
  return first !== undefined && !reading.text.slice(offset - column + 1, offset).includes('>')
}
