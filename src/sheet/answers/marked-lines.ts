/** Answers behind an arrow or a tick that opens a line, a paragraph, a bullet or a quotation below what asks. */
import type { Blockquote, List, Paragraph } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import { dropStart, flowText } from '../markdown/phrases.js'
import { isDirective } from '../questions/asks.js'
import { markLength } from '../words/answer-signs.js'
import { isSetOff } from './set-off.js'

/** A line that is as long as this may have been broken where it was full, and an arrow of its own words may open the next. */
const fullLine = 60

/** A mark is looked for in so many first lines of a paragraph. */
const mostLines = 40

const sentenceEnd = /[.?!…)\]？。！]["'”’»*_]*\s*$/

/**
 * How many characters of a line are the mark before an answer, 0 for none. `lines` are those of a paragraph, `at` is the line, `above` stands before the
 * paragraph in its question.
 * ```md
 * Name the capital of France
 * → Paris                         2
 * ```
 */
export function answerMark(lines: readonly string[], at: number, above: () => readonly Piece[]): number {
  const length = at < mostLines ? markLength(lines[at] ?? '') : 0
  if (length === 0) return 0
  const before = [wordsOf(above()), ...lines.slice(0, at)].join(' ').trim()
  const last = lines[at - 1] ?? ''
  if (at > 0 && !sentenceEnd.test(last)) {
    if (last.length > fullLine) return 0
    // One of the things that a sentence above tells of: "Explain this chain.", "coal", "→ steam".
    if (!isDirective(last) && lines.slice(0, at - 1).some((line) => sentenceEnd.test(line))) return 0
  }
  const said = [(lines[at] ?? '').slice(length), ...lines.slice(at + 1)].join(' ').trim()
  return leadsOn(before) && isSetOff(said, before) ? length : 0
}

/** False for nothing, for words that announce what follows, "Explain this chain:", and for the links of a chain, "coal → steam". */
const leadsOn = (before: string): boolean => before !== '' && !/[:：,;]["'”’»*_]*$/.test(before) && !/[→⇒]/.test(before)

const wordsOf = (pieces: readonly Piece[]): string =>
  pieces.flatMap((piece) => (piece.type === 'paragraph' || piece.type === 'heading' ? [flowText(piece)] : [])).join(' ')

/** What a list whose items all open with a mark, or a quotation that does, says behind the marks; null for any other. */
export function markedBox(box: List | Blockquote, above: () => readonly Piece[]): Flow[] | null {
  if (box.type === 'blockquote') {
    const [first, ...rest] = box.children
    const words = first?.type === 'paragraph' ? withoutMark(first, above) : null
    return words ? [words, ...rest] : null
  }
  const items = box.children.map((item) => {
    const [first, ...rest] = item.children
    const words = first?.type === 'paragraph' && item.checked == null ? withoutMark(first, above) : null
    return words ? [words, ...rest] : null
  })
  if (!items.every((item) => item !== null)) return null
  const [only, ...more] = items
  if (only && more.length === 0) return only
  return [{ ...box, children: box.children.map((item, i) => ({ ...item, children: items[i] ?? [] })) }]
}

function withoutMark(paragraph: Paragraph, above: () => readonly Piece[]): Paragraph | null {
  const length = answerMark([flowText(paragraph)], 0, above)
  return length > 0 ? { ...paragraph, children: dropStart(paragraph.children, length) } : null
}
