/** What a task gives to words with gaps, such as those that say what to listen for. */
import type { Task, TaskKind } from '../model.js'

/** What of a good answer is listened for: that of its kind, or what its prompt asks for in particular. */
export type ListenKey = TaskKind | 'why' | 'order'

/** "Why …?" → why, "What is …?" → explain; "List the planets." → explain, for nobody said how many they are. */
export function listenFor(task: Task): ListenKey {
  if (task.kind === 'explain') return task.asks ?? 'explain'
  if (task.kind === 'draw') return task.shows ?? 'draw'
  return task.kind === 'list' && task.open ? 'explain' : task.kind
}

/** `{count}` of a list, `{terms}` of what is compared or set side by side; nothing for other kinds. */
export function taskFacts(task: Task): Record<string, string | number> {
  switch (task.kind) {
    case 'list':
      return { count: task.count }
    case 'compare':
      return { terms: task.terms.join(', ') }
    case 'sides':
      return { terms: task.labels.join(', ') }
    case 'choose':
    case 'explain':
    case 'draw':
    case 'say':
      return {}
  }
}
