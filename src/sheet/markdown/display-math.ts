/** `$$ … $$` that ends a line of a paragraph: to most who write it a formula on a line of its own, as behind a blank line. */
import type { PhrasingContent } from 'mdast'
import type { DisplayMath, InlineMath } from './math.js'
import type { Reading } from './reading.js'

/**
 * The phrasing of a paragraph, and the formulas between it that stand on lines of their own. Where nothing else stands in the paragraph, and where words
 * go on behind the formula (`what is $$x^2$$ here?`), it stays in its line.
 */
export function partedAtDisplays(nodes: PhrasingContent[], reading: Reading): (PhrasingContent[] | DisplayMath)[] {
  const isDoubled = (node: PhrasingContent): node is InlineMath =>
    node.type === 'inlineMath' && reading.text.startsWith('$$', reading.place(node).start.offset)
  if (nodes.length < 2 || !nodes.some(isDoubled)) return [nodes]
  const parts: (PhrasingContent[] | DisplayMath)[] = []
  let words: PhrasingContent[] = []
  for (const [i, node] of nodes.entries()) {
    if (!isDoubled(node) || !endsLine(nodes, i)) {
      words.push(node)
      continue
    }
    parts.push(words, { ...node, type: 'math', value: node.value.trim() })
    words = []
  }
  parts.push(words)
  return parts.filter((part) => !Array.isArray(part) || part.length > 0)
}

function endsLine(nodes: readonly PhrasingContent[], at: number): boolean {
  const next = nodes[at + 1]
  if (!next || next.type === 'break') return true
  if (next.type !== 'text') return false
  return /^[ \t]*[\r\n]/.test(next.value) || (at + 2 === nodes.length && next.value.trim() === '')
}
