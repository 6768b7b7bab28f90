/** Most questions are a paragraph of plain words in which there is nothing to be parted: one who builds again and again finds that out once. */
import type { Paragraph } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import type { Reading } from '../markdown/reading.js'

/** Nodes of a question, parted. */
export interface Parted {
  asked: Flow[]
  answer: Flow[]
}

/**
 * What `part` makes of the pieces, which are all of a question; `whole` as in `partAnswers`. What it makes of one paragraph without marks, line ends and
 * braces depends on nothing but its words.
 */
export function partOnce(pieces: readonly Piece[], whole: boolean, reading: Reading, part: () => Parted): Parted {
  const asked = reading.memory?.asked
  const plain = asked && plainParagraph(pieces)
  if (!plain) return part()
  const name = `${whole ? 'whole' : ''}\n${plain.words}`
  if (asked.get(name)) return { asked: [plain.paragraph], answer: [] }
  const { reports } = reading.log
  const parted = part()
  const [only, ...more] = parted.asked
  const isAll = only === plain.paragraph && more.length === 0 && parted.answer.length === 0
  if (isAll && reading.log.reports === reports) asked.keep(name, true)
  return parted
}

function plainParagraph([first, ...more]: readonly Piece[]): { paragraph: Paragraph; words: string } | null {
  if (first?.type !== 'paragraph' || more.length > 0) return null
  const [only, ...others] = first.children
  if (only?.type !== 'text' || others.length > 0 || /[\r\n{]/.test(only.value)) return null
  return { paragraph: first, words: only.value }
}
