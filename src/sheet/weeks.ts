/** Several weeks where one was expected. */
import type { Heading, RootContent } from 'mdast'
import { phraseText } from './phrases.js'
import type { Reading } from './reading.js'
import { findWeek } from './words/day-names.js'

/** Reports headings that open another week than the first heading that names one: `# Week 1 … # Week 2`. */
export function reportWeeks(nodes: readonly RootContent[], reading: Reading): void {
  const weeks = nodes
    .filter((node): node is Heading => node.type === 'heading')
    .map((node) => ({ week: weekOf(phraseText(node.children)), place: reading.place(node) }))
    .filter((each) => each.week !== null)
  const [first, ...others] = weeks
  if (!first) return
  const told = new Set([first.week])
  for (const { week, place } of others) {
    if (told.has(week)) continue
    told.add(week)
    const facts = { week: week ?? 0, first: first.week ?? 0 }
    reading.log.report('sheet-several-weeks', place, facts, {
      place: first.place,
      words: `week ${first.week} begins here`,
    })
  }
}

/** A heading that opens a week names it first, or is short; "What broke in week 2 and why it was not seen" is a topic. */
function weekOf(words: string): number | null {
  const week = findWeek(words.slice(0, 100))
  return week !== null && !/[?؟？]/.test(words) && words.slice(0, 24).includes(String(week)) ? week : null
}
