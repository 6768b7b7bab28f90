/** Heads of columns that are code keep the case of the code. */
import type { Run } from '../../text/rich.js'
import type { Task } from '../model.js'

/** The task with the compared terms that are code as they are written: "Let" of `let` as "let". */
export function inCodeCase(task: Task, runs: readonly Run[]): Task {
  if (task.kind !== 'compare' || !runs.some(({ code }) => code)) return task
  const codes = new Map(runs.flatMap(({ text, code }) => (code ? [[text.toLowerCase(), text] as const] : [])))
  return { ...task, terms: task.terms.map((term) => codes.get(term.toLowerCase()) ?? term) }
}
