/** Answers in boxes of a question: quotes, callouts, fences of code and the columns of a table. */
import type { Blockquote, Code, Table, TableCell, TableRow } from 'mdast'
import { isHidingClass } from '../boxes/fences.js'
import type { Flow } from '../boxes/hidden.js'
import { dropStart, flowText, phraseText, placedParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { reportSurplus, withoutSurplus } from '../markdown/table-rows.js'
import {
  foldedLength,
  hasWords,
  isAnswerClass,
  isAnswerHeading,
  isAnswerTitle,
  quoteLabelLength,
} from '../words/answer-words.js'

/** `> [!hint]- It turns.`: a folded hint in a callout. */
export const isHintQuote = ({ children: [first] }: Blockquote): boolean =>
  first?.type === 'paragraph' && /^\s*\[!hint\]-/i.test(phraseText(first.children))

/** What a quote answers, `> A. so`, `> [!success] so`; null for any other. */
export function answerQuote(quote: Blockquote, reading: Reading): Flow[] | null {
  const [first, ...rest] = quote.children
  if (first?.type === 'heading' && isAnswerHeading(phraseText(first.children))) return rest
  if (first?.type !== 'paragraph') return null
  const text = phraseText(first.children)
  const folded = foldedLength(text)
  const length = folded > 0 ? folded : quoteLabelLength(text)
  if (length === 0 || /^\s*b\s*[.:)]/im.test(text)) return null
  const words = placedParagraph(dropStart(first.children, length), reading)
  const answer: Flow[] = words ? [words, ...rest] : rest
  return answer.some((node) => hasWords(flowText(node))) ? answer : null
}

/** A fence of an answer, ```` ```solution ````, or of a box of MyST that hides: ```` ```{dropdown} Answer ````. */
export const isAnswerCode = ({ lang, meta, value }: Code): boolean =>
  (!lang && /^\s*(?:Answers?|Solution|Antwort|Lösung)\s*:\s*\S/.test(value)) ||
  isAnswerClass(lang ?? '') ||
  (/^\{.+\}$/.test(lang ?? '') && isHidingClass(`${lang} ${meta ?? ''}`))

/** A table in a question keeps its form; the cells below "Answer" are empty in it, and are the answer. */
export function partTable(table: Table, reading: Reading): { asked: Table[]; answer: Table[] } {
  const [head, ...written] = table.children
  const words = (cell: TableCell | undefined) => (cell ? phraseText(cell.children).trim() : '')
  const titles = head?.children.map(words) ?? []
  const rows = head ? written.map((row) => withoutSurplus(row, head)) : []
  // One answer among empty cells shows how to fill them in.
  const filled = (at: number) => rows.filter((row) => hasWords(words(row.children[at]))).length
  const told = titles.map((title, at) => isAnswerTitle(title) && filled(at) > 0 && filled(at) * 2 >= rows.length)
  if (!head || !told.includes(true)) return { asked: [table], answer: [] }
  reportSurplus(written, head, reading)
  const without = (row: TableRow): TableRow => ({
    ...row,
    children: row.children.map((cell, at) => (told[at] ? { ...cell, children: [] } : cell)),
  })
  const bare = titles.every(
    (title, at) => told[at] || title === '' || /^(?:points?|marks?|pts|punkte|#|no\.?)$/i.test(title),
  )
  return {
    asked: bare ? [] : [{ ...table, children: [head, ...rows.map(without)] }],
    answer: [{ ...table, children: [head, ...rows] }],
  }
}
