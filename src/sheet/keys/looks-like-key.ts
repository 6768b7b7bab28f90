/** What a key looks like: words that answer, which may repeat the questions. */
import { LetterPattern } from '../../text/latin.js'
import { type Flow, hiddenNodes, type Piece } from '../boxes/hidden.js'
import { htmlWords } from '../markdown/html.js'
import { flowText } from '../markdown/phrases.js'
import { endsAsking, isDirective } from '../questions/asks.js'
import { itemWords } from '../questions/carrier-choice.js'
import { hasWords } from '../words/answer-words.js'

/** Pieces as nodes; what is hidden in a key is an answer as well, and a summary of its own words stands over it as a heading. */
export const asFlow = (pieces: readonly Piece[]): Flow[] =>
  pieces.flatMap((piece): Flow[] => {
    if (piece.type !== 'hidden') return [piece]
    const [summary, ...nodes] = hiddenNodes(piece)
    if (!summary || summary !== piece.summary) return summary ? [summary, ...nodes] : []
    const at = summary.position ? { position: summary.position } : {}
    return [
      { type: 'heading', depth: 6, children: [{ type: 'text', value: htmlWords(summary.value), ...at }], ...at },
      ...nodes,
    ]
  })

/**
 * A key has words, and its items do not ask, unless they repeat a question that stands above, by `questionWords`. "Solutions" and "Short answers" over a
 * list of questions are no keys.
 */
export function looksLikeKey(nodes: readonly Flow[], known: ReadonlySet<string> = new Set()): boolean {
  const items = nodes.flatMap((node) => (node.type === 'list' ? itemWords(node) : []))
  const asking = items.filter(
    (words) => (endsAsking(words) || isDirective(words)) && !known.has(questionWords(words)),
  ).length
  return nodes.some((node) => hasWords(flowText(node))) && asking * 2 <= items.length
}

/** What a question asks, to know it again where a key repeats it: its words up to the question mark. */
export const questionWords = (words: string): string =>
  folded(/^[^?？؟]*[?？؟]/.exec(words.slice(0, 1000))?.[0] ?? words.slice(0, 1000))

const signs = new LetterPattern(String.raw`[^\p{L}\p{N}]+`, 'g')

/** Words to be compared: small letters and digits alone, one space for all that stands between them. */
export function folded(words: string): string {
  const small = words.toLowerCase()
  return small.replace(signs.for(small), ' ').trim()
}
