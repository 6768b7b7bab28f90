/** Points: what right answers are worth. */
import type { Day } from '../model.js'

/**
 * The points of a day's questions, in their order; null when its author gives none, and then each question counts as one and nothing is
 * printed. Where some questions have points, one that says nothing is worth one.
 */
export function pointsOf(day: Day): number[] | null {
  const given = day.questions.map(({ author }) => author.points)
  return given.some((points) => points !== undefined) ? given.map((points) => points ?? 1) : null
}

/** What a day's score is out of: the sum of its points, or the number of its questions. */
export function fullScore(day: Day): number {
  return pointsOf(day)?.reduce((sum, points) => sum + points, 0) ?? day.questions.length
}
