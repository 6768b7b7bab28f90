/** Questions that are counted by letters: `a) What …?`, `b) Why …?` right below the name of a day, with no question above that they could be parts of. */
import type { Paragraph } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import { paragraphOf, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { itemMark, letteredLines, letterMarks } from '../options/options.js'
import { asks } from './asks.js'

/** A question of such a paragraph, its letter included, and its place in the count, from 1: "b" → 2. */
export interface LetteredQuestion {
  whole: Paragraph
  written: number
}

/**
 * The questions of a paragraph whose lines count on by letters, and how: from the `count` questions before it, as those are counted. Null when a line under a letter does not ask, or
 * one letter stands alone, as in "A. Smith wrote what?".
 * ```md
 * ## Monday
 *
 * a) What is a jamb?      → 1
 * b) What is a sill?      → 2
 * ```
 */
export function letteredQuestions(
  paragraph: Paragraph,
  { count, counting: before }: { count: number; counting: readonly string[] | undefined },
  later: readonly Piece[],
  reading: Reading,
): { questions: LetteredQuestion[]; counting: readonly string[] } | null {
  const lines = letteredLines(paragraph.children, reading)
  const counting = letterMarks(lines[0]).find(
    (mark) => mark.at === count && (before ?? mark.counting) === mark.counting,
  )?.counting
  if (!counting) return null
  const starts: number[] = []
  for (const [i, line] of lines.entries())
    if (letterMarks(line).some((mark) => mark.counting === counting && mark.at === count + starts.length))
      starts.push(i)
  if (count + starts.length < 2 && !later.some((piece) => opensWith(piece, counting[1]))) return null
  const questions = starts.flatMap((start, i): LetteredQuestion[] => {
    const whole = paragraphOf(lines.slice(start, starts[i + 1]), reading)
    return whole ? [{ whole, written: count + i + 1 }] : []
  })
  const words = questions.map(({ whole }) => phraseText(whole.children))
  return words.every((each) => asks(each.slice(itemMark(each)?.length ?? 0))) ? { questions, counting } : null
}

const opensWith = (piece: Piece, letter: string | undefined): boolean =>
  piece.type === 'paragraph' && itemMark(phraseText(piece.children))?.letter.toLowerCase() === letter

/** True for words that hand out what is lettered below them, "Answer the following:": it is one question then, and its parts. */
export const handsOut = (above: Flow | Piece | undefined): boolean =>
  above?.type === 'paragraph' && /[:：]\s*$/.test(phraseText(above.children))
