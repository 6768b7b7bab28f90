/** How a sheet's questions are written, in one line for summaries. */
import type { Carrier, Sheet } from '../model.js'

/** How many questions a sheet has of each carrier, in the order in which it begins to use them. */
export function carriersOf({ days }: Pick<Sheet, 'days'>): [Carrier, number][] {
  const counts = new Map<Carrier, number>()
  for (const { carrier, questions } of days) counts.set(carrier, (counts.get(carrier) ?? 0) + questions.length)
  return [...counts]
}

/** "24 questions from numbered lists", "5 questions (3 from bullets, 2 from headings)"; "no questions" without any. `carriers`: of all sheets in their order. */
export function carrierSummary(carriers: readonly (readonly [carrier: string, questions: number])[]): string {
  const counts = new Map<string, number>()
  for (const [carrier, questions] of carriers) counts.set(carrier, (counts.get(carrier) ?? 0) + questions)
  const parts = [...counts].filter(([, count]) => count > 0)
  const [first] = parts
  if (!first) return 'no questions'
  const total = parts.reduce((sum, [, count]) => sum + count, 0)
  const questions = total === 1 ? '1 question' : `${total} questions`
  if (parts.length === 1) return `${questions} from ${first[0]}`
  return `${questions} (${parts.map(([carrier, count]) => `${count} from ${carrier}`).join(', ')})`
}
