/** Questions in boxes: quotes, callouts of Obsidian and admonitions of MkDocs. */
import type { Blockquote, Paragraph } from 'mdast'
import { type Hidden, type Piece, summaryOf } from '../boxes/hidden.js'
import { dropStart, linesOf, paragraphOf, phraseText, placedParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { isKeyTitle } from '../words/answer-words.js'
import { endsAsking } from './asks.js'

const callout = /^\s*\[!(?:question|faq|help|quiz|exercise|todo|example|note)\][-+]?\s*/i
const admonition = /^\s*(\?{3}\+?|!{3})\s+([\w-]{1,30})(?:\s+\w+)?(?:\s+["“](.{0,300})["”])?\s*$/
const asking = /^(?:question|faq|help|quiz|exercise)$/

/**
 * Pieces with their admonitions opened: a box whose title asks is a question with a hidden answer.
 * ```md
 * ??? question "How does it close?"    → "How does it close?", answer "By itself."
 *     By itself.
 *
 * ??? note "Show"                        → what is folded, as in `<details>`
 *     1. By itself.
 * ```
 */
export function openAdmonitions(pieces: readonly Piece[], reading: Reading): Piece[] {
  const opened: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    const box = piece?.type === 'paragraph' ? boxed(piece, reading) : null
    if (!piece) break
    if (!box) opened.push(piece)
    else {
      // What is indented below a box after an empty line is code to Markdown.
      for (let next = pieces[i + 1]; next?.type === 'code' && !next.lang; next = pieces[i + 1]) {
        box.nodes.push(next)
        i++
      }
      opened.push(box)
    }
  }
  return opened
}

/** Pieces with their quotes opened, for a day without other questions: `> [!question] Why?` and `> 1. Why?` → "Why?". */
export const openQuotes = (pieces: readonly Piece[], reading: Reading): Piece[] =>
  pieces.flatMap((piece) => (piece.type === 'blockquote' ? unquoted(piece, reading) : [piece]))

function unquoted(quote: Blockquote, reading: Reading): Piece[] {
  const [first, ...rest] = quote.children
  if (first?.type !== 'paragraph') return [...quote.children]
  const length = callout.exec(phraseText(first.children).slice(0, 40))?.[0].length ?? 0
  if (length === 0) return [...quote.children]
  const words = placedParagraph(dropStart(first.children, length), reading)
  return words ? [words, ...rest] : rest
}

function boxed(paragraph: Paragraph, reading: Reading): Hidden | null {
  const [first, ...rest] = linesOf(paragraph.children, reading)
  const [, mark = '', type = '', title = ''] = (first && admonition.exec(phraseText(first.nodes))) ?? []
  const { position } = paragraph
  if (mark === '' || !position) return null
  if (asking.test(type) ? !endsAsking(title) : !mark.startsWith('???') && !isKeyTitle(title)) return null
  const summary = title === '' ? null : summaryOf(title, position)
  const answer = paragraphOf(rest, reading)
  return { type: 'hidden', summary, nodes: answer ? [answer] : [], position }
}
