/** How far the names of two compared things go. Where the words leave that open, no head of a column is better than a wrong one. */

/** Words of a language that tell it, in small letters. */
export interface TermWords {
  /** They join things: "and", "with". */
  joining: ReadonlySet<string>
  /** They hang a thing on the one before it: "the structure of DNA", "life in Sparta". */
  linking: ReadonlySet<string>
  /** True for words that begin as a question or a task does: "how power is shown", "explain". */
  asks: (text: string) => boolean
}

/** "a b | c d" → its words in small letters, without the signs around them. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}][^\s]*/gu) ?? []

/** A French word that is joined to the next: "d'ADN". */
const elided = /^d['’]./

/**
 * True where the two sides of a comparison, as they stand left and right of what joins them, are two things and no less. It is open in "A" and "B and C",
 * in "the structure of DNA" and "RNA", in "how Macbeth" and "Hamlet die", in "the poem" and "explain why".
 */
export function areTerms(left: string, right: string, words: TermWords): boolean {
  const [before, behind] = [wordsOf(left), wordsOf(right)]
  if (words.asks(left) || words.asks(right)) return false
  if ([...before, ...behind].some((word) => words.joining.has(word))) return false
  const links = linksIn(before, words)
  return links.length === 0 || linksIn(behind, words).some((link) => links.includes(link))
}

/** What hangs things on others in a name; at its beginning stand articles that look the same ("der Hund"). */
const linksIn = (named: readonly string[], { linking }: TermWords): string[] =>
  named.slice(1).flatMap((word) => (linking.has(word) ? [word] : elided.test(word) ? ["d'"] : []))
