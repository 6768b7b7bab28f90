/** "(2)" at the end of most questions of a sheet: what they are worth. */
import type { Question } from './model.js'
import { overrideKeys } from './override-keys.js'
import { rawText, sliceRuns, trimRuns } from './runs.js'

const bare = /(?<=[.?!:)_…])\s*[([]\s?(\d{1,2})\s?[)\]]\s*$/

/**
 * Gives questions the points that stand as a bare number in brackets at their ends, where two thirds of a sheet's questions, three at least, have
 * one and no other points. Numbers that count the questions, (1), (2), (3), stay.
 */
export function takeBarePoints(questions: readonly Question[]): void {
  const found = questions.flatMap((question, i) => {
    const last = question.prompt.at(-1)
    const raw = last?.type === 'paragraph' ? rawText(last.runs) : ''
    const match = bare.exec(raw.slice(-80))
    const points = match ? overrideKeys.points.read(match[1] ?? '') : null
    if (last?.type !== 'paragraph' || !match || points === null || question.author.points !== undefined) return []
    const runs = trimRuns(sliceRuns(last.runs, 0, raw.length - match[0].length))
    return [{ question, runs, points, counts: points === i + 1 || points === question.number }]
  })
  if (found.length < 3 || found.length * 3 < questions.length * 2 || found.every(({ counts }) => counts)) return
  for (const { question, runs, points } of found) {
    question.prompt = question.prompt.map((block, i) =>
      i === question.prompt.length - 1 && block.type === 'paragraph' ? { ...block, runs } : block,
    )
    question.author.points = points
  }
}
