/** The clock of a question: how long, and how it is said. */
import type { Part, Question } from '../../sheet/model.js'
import type { Template } from '../../template/model.js'

/**
 * Seconds to answer: what the author says of the question, else the sum of its parts, else what its prompt says ("in two minutes"), else
 * what the author says of the day or the sheet, else what its kind gets.
 */
export function secondsFor(question: Question | Part, template: Template): number {
  const { author, task } = question
  const inherited = author.from?.minutes !== undefined
  if (author.minutes !== undefined && !inherited) return Math.round(author.minutes * 60)
  if ('parts' in question && question.parts.length > 0)
    return question.parts.reduce((sum, part) => sum + secondsFor(part, template), 0)
  if (task.kind === 'say' && task.seconds !== null) return task.seconds
  if (author.minutes !== undefined) return Math.round(author.minutes * 60)
  return template.deck.seconds[task.kind]
}
