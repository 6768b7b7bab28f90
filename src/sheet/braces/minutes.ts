/** How long a question takes. */
import type { Question, TaskKind } from '../model.js'

/**
 * Minutes of a question in all: what its author says, else the sum of its parts, else what its kind takes. What the day or the sheet says
 * holds for each part.
 */
export function minutesOf({ author, task, parts }: Question, byKind: Readonly<Record<TaskKind, number>>): number {
  if (author.minutes !== undefined && (parts.length === 0 || !author.from?.minutes)) return author.minutes
  if (parts.length === 0) return byKind[task.kind]
  return parts.reduce((sum, part) => sum + (part.author.minutes ?? byKind[part.task.kind]), 0)
}
