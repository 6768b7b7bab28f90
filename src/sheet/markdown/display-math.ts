/** `$$ … $$` in a paragraph: to most who write it a formula on a line of its own, as behind a blank line. */
import type { PhrasingContent, Text } from 'mdast'
import { beginsCue } from '../citations/citation-words.js'
import type { DisplayMath, InlineMath } from './math.js'
import type { Reading } from './reading.js'

/**
 * The phrasing of a paragraph, and the formulas between it that stand on lines of their own, each with the stop or comma behind it, as TeX sets it.
 * Where nothing else stands in the paragraph it stays in its line, and so does a low one behind which words go on (`what is $$x^2$$ here?`).
 */
export function partedAtDisplays(nodes: PhrasingContent[], reading: Reading): (PhrasingContent[] | DisplayMath)[] {
  const isDoubled = (node: PhrasingContent): node is InlineMath =>
    node.type === 'inlineMath' && reading.text.startsWith('$$', reading.place(node).start.offset)
  if (nodes.length < 2 || !nodes.some(isDoubled)) return [nodes]
  const parts: (PhrasingContent[] | DisplayMath)[] = []
  let words: PhrasingContent[] = []
  let next: PhrasingContent | undefined
  for (const [i, whole] of nodes.entries()) {
    const node = next ?? whole
    next = undefined
    const end = isDoubled(node) && !lacking.test(node.value) ? lineEnd(nodes, i, isHigh(node.value)) : null
    if (!isDoubled(node) || end === null) {
      words.push(node)
      continue
    }
    parts.push(words, { ...node, type: 'math', value: node.value.trim() + end.mark })
    next = end.rest
    words = []
  }
  parts.push(words)
  return parts.filter((part) => !Array.isArray(part) || part.length > 0)
}

/** A formula that ends before it has all that it needs, such as `a_` and `\frac{a}`: it would take the stop for that, and nobody would be told. */
const lacking =
  /(?:[_^]|\\(?:[dtc]?frac|[dt]?binom|overset|underset|stackrel)(?:\s*\{[^{}]*\})?|\\(?:sqrt|text|vec|bar|hat|math[a-z]+))\s*$/

/** True for TeX that is set smaller in a line of words than on one of its own, such as fractions and sums. */
const isHigh = (tex: string): boolean =>
  /\\(?:[dc]?frac|[d]?binom|over|sum|prod|i{0,2}int|oint|lim|begin|overset|underset|stackrel)(?![a-z])/.test(tex)

/** What ends the line of a formula: a stop or comma that is the formula's, and the text behind it without that. */
interface LineEnd {
  mark: string
  rest?: Text
}

/** Null where words go on behind a formula that is not `high`. A citation goes on behind a stop: it is taken out of the question. */
function lineEnd(nodes: readonly PhrasingContent[], at: number, high: boolean): LineEnd | null {
  const text = nodes[at + 1]
  if (!text || text.type === 'break') return { mark: '' }
  if (text.type !== 'text') return null
  const [, mark = ''] = /^[ \t]*([.,;:])(?![.,;:])/.exec(text.value) ?? []
  const length = mark === '' ? 0 : text.value.indexOf(mark) + 1
  const value = text.value.slice(length)
  const isLast = at + 2 === nodes.length
  const ends = /^[ \t]*[\r\n]/.test(value) || (value.trim() === '' && (isLast || nodes[at + 2]?.type === 'break'))
  const [, word = ''] = /^\s+(\S+)/.exec(value) ?? []
  if (!ends && !(mark === '.' && beginsCue(word)) && !(high && /^\s/.test(value) && !opens(nodes[at - 1]))) return null
  return { mark, rest: behind(text, length) }
}

/** True for words that end in an opening bracket or quotation mark, which the formula then belongs to. */
const opens = (before: PhrasingContent | undefined): boolean =>
  before?.type === 'text' && /[([{"'“„‘«]\s*$/.test(before.value)

/** A text without its first letters, which stand in the source as they are. */
function behind(text: Text, length: number): Text {
  const { position } = text
  const rest: Text = { ...text, value: text.value.slice(length) }
  if (!position) return rest
  const { line, column, offset = 0 } = position.start
  return { ...rest, position: { ...position, start: { line, column: column + length, offset: offset + length } } }
}
