/** Questions written as headings: `### Q1. Why …?`, `### 1. Why …?`, `### Question 3: …`. */
import type { Run } from '../text/rich.js'
import { rawText, sliceRuns } from './runs.js'

const numbered = /^(?:q(?:uestion)?[ .]?\s*(\d{1,4})\s*(?:[.):—–-]+\s*|$)|(\d{1,4})[.)]\s+)/i

/** True for a heading that carries a question's number. */
export function isNumberedQuestion(runs: readonly Run[]): boolean {
  const raw = rawText(runs)
  return numbered.test(raw) && !/^\d{1,4}[.)]\s+week\b/i.test(raw)
}

/** The number and the words after it: "Q3. Why?" → 3, "Why?". A heading without a number has null. */
export function splitQuestionNumber(runs: readonly Run[]): { written: number | null; runs: Run[] } {
  const match = numbered.exec(rawText(runs))
  if (!match) return { written: null, runs: [...runs] }
  return { written: Number(match[1] ?? match[2]), runs: sliceRuns(runs, match[0].length) }
}
