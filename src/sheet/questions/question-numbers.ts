/** Checks the numbers that an author wrote against the positions that people will see. */

import type { Reading } from '../markdown/reading.js'
import type { WrittenQuestion } from './carriers.js'

/**
 * Reports repeated, missing and restarted numbers, and a day that starts elsewhere than 1. Markdown keeps only a list's first number,
 * so readers on the web see positions; so do ours. A list of nothing but `1.` is a habit of writers, not a fault.
 */
export function checkNumbers(questions: readonly WrittenQuestion[], reading: Reading): void {
  const numbered = questions.filter((question) => question.written !== null)
  const [first] = numbered
  if (!first || numbered.every((question) => question.written === first.written)) return
  if (first.written !== 1) reading.log.report('question-number-start', first.place, { written: first.written ?? 0 })
  for (const [index, question] of numbered.entries()) {
    const before = numbered[index - 1]
    if (!before) continue
    const written = question.written ?? 0
    const expected = (before.written ?? 0) + 1
    if (written === expected) continue
    const cause = { place: before.place, words: `number ${before.written} stands here` }
    const facts = { written, expected }
    if (written > expected) reading.log.report('question-number-gap', question.place, facts, cause)
    else reading.log.report('question-number-repeated', question.place, facts, cause)
  }
}
