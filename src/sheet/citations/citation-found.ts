/** What reading a citation finds, and how its names are cleaned. */

import type { CitationTarget } from '../model.js'
import type { CitationToken as Token } from './citation-token.js'

/** A citation with the offsets it has in the runs' raw text. */
export interface FoundCitation {
  /** Empty when none is named. */
  file: string
  /** A source that is no file, by its name: "Campbell, Biology". It is printed as written, and nobody looks for it. */
  book?: string
  targets: CitationTarget[]
  note?: string
  anchor?: string
  start: number
  end: number
}

/** The citation at the end of a line of runs. */
export interface CitationTail {
  /** Where the tail begins, cue word and bracket included; the prompt is what stands before it. */
  start: number
  /** End mark after a bracket, which belongs to the prompt: `Why (see a.md)?` → "?". */
  endMark: string
  citations: FoundCitation[]
  citedAs: string
  /** All of it stands behind a label such as "Extension:", so that where the answer is may be said before it. */
  leadsFurther?: true
}

/** The words of a name with the spaces they had, quotes taken off. */
export function nameOf(words: readonly Token[]): string {
  let name = ''
  words.forEach((word, i) => {
    const before = words[i - 1]
    name += before && word.start > before.end ? ` ${word.text}` : word.text
  })
  const bare = trimQuotes(name)
  return bare.endsWith('.') ? bare.replace(/(\p{L})\.$/u, '$1') : bare
}

const quotes = '"“”„\'‘’‚«»「」『』《》'

/** Words without quotation marks around them. */
export function trimQuotes(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && quotes.includes(text.charAt(start))) start++
  while (end > start && quotes.includes(text.charAt(end - 1))) end--
  return text.slice(start, end).trim()
}
