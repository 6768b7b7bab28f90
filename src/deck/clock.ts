/** The clock of a question: how long, and how it is said. */
import type { Question } from '../sheet/model.js'
import type { Template } from '../template/model.js'

/**
 * Seconds to answer: what the author says of the question, else what its prompt says ("in two minutes"), else what the author says of
 * the day or the sheet, else what its kind gets.
 */
export function secondsFor({ author, task }: Question, template: Template): number {
  const inherited = author.from?.minutes !== undefined
  if (task.kind === 'say' && task.seconds !== null && (author.minutes === undefined || inherited)) return task.seconds
  if (author.minutes !== undefined) return Math.round(author.minutes * 60)
  return template.deck.seconds[task.kind]
}

/** 90 → "1:30" */
export function clockWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
