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
 * A key has words, and its items do not ask, unless they repeat a question that stands above, by `askedWords`. "Solutions" and "Short answers" over a
 * list of questions are no keys.
 */
export function looksLikeKey(nodes: readonly Flow[], known: ReadonlySet<string> = new Set()): boolean {
  const items = nodes.flatMap((node) => (node.type === 'list' ? itemWords(node) : []))
  const asking = items.filter(
    (words) => (endsAsking(words) || isDirective(words)) && !repeatsAsked(words, known),
  ).length
  return nodes.some((node) => hasWords(flowText(node))) && asking * 2 <= items.length
}

/** What a question asks, to know it again where a key repeats it: its words up to the question mark. */
export const questionWords = (words: string): string =>
  folded(/^[^?？؟]*[?？؟]/.exec(words.slice(0, 1000))?.[0] ?? words.slice(0, 1000))

/** The first words that lead to a source. */
const source = /§|\.(?:md|markdown|pdf|txt|docx|ipynb|html?)\b/i
/** Up to the end of a sentence, or where a bracket opens. */
const beforeSource = /^.*(?:[.!:]["'”’»)\]]*(?=\s)|\S(?=\s+[([]))/s

/** What a question asks, by `questionWords`, and the same without where it leads: "Define osmosis. See a.md §1." → both; a key may repeat either. */
export function askedWords(words: string): string[] {
  const at = words.slice(0, 1000).search(source)
  const own = at > 0 ? beforeSource.exec(words.slice(0, at))?.[0] : undefined
  return own === undefined ? [questionWords(words)] : [questionWords(words), questionWords(own)]
}

/** What may part a question from its answer: a stop, or a sign on its own. */
const stop = /[.!:]["'”’»)\]]*(?=\s+\S)|\s(?=(?:[–—=→-]|[-=]>)\s)/g

/** True for words that repeat what is `known` by `askedWords`, alone or with an answer behind it: "Define osmosis. Water moves." */
export function repeatsAsked(words: string, known: ReadonlySet<string>): boolean {
  if (known.size === 0) return false
  const start = words.slice(0, 1000)
  if (known.has(questionWords(start))) return true
  return [...start.matchAll(stop)].some((end) => known.has(folded(start.slice(0, end.index))))
}

const signs = new LetterPattern(String.raw`[^\p{L}\p{N}]+`, 'g')

/** Words to be compared: small letters and digits alone, one space for all that stands between them. */
export function folded(words: string): string {
  const small = words.toLowerCase()
  return small.replace(signs.for(small), ' ').trim()
}
