/** What a task gives to words with gaps, such as those that say what to listen for. */
import type { Task } from './model.js'

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
