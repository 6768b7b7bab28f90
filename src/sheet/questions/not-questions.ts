/** Lists that were taken for questions and may be none. */
import { plainBlocks } from '../../text/rich.js'
import type { Reading } from '../markdown/reading.js'
import { asks, hasQuestionMark } from './asks.js'
import type { DayContent } from './carriers.js'

/** True when anything in the content has a question mark; then even "Notes" may hold questions. */
export const hasQuestions = (content: DayContent) =>
  content.questions.some((question) => hasQuestionMark(plainBlocks(question.blocks)))

/** "Queue — a line", "Stack: a pile" in every item: terms that stand beside what they mean. */
const isGlossary = ({ questions }: DayContent): boolean =>
  questions.length >= 3 &&
  questions.every(({ blocks }) =>
    /^[^:–—=?]{1,40}(?:\s(?:[–—=→-]|[-=]>)|:)\s+\S/.test(plainBlocks(blocks).slice(0, 200)),
  )

/**
 * Warns of a list taken for questions in which nothing asks: bullets anywhere, and numbers below a heading that names no day
 * or beside terms with their meaning.
 */
export function reportDoubt(content: DayContent, named: boolean, reading: Reading): void {
  const { carrier, questions } = content
  const [first] = questions
  if (!first || (carrier !== 'bullets' && (carrier !== 'numbered lists' || (named && !isGlossary(content))))) return
  if (questions.some((question) => asks(plainBlocks([...question.blocks, ...question.after])))) return
  const last = questions.at(-1) ?? first
  const place = { ...first.place, end: last.place.end }
  const kind = carrier === 'bullets' ? 'bullets' : 'a numbered list'
  reading.log.report('list-doubtful', place, { kind, count: questions.length })
}
