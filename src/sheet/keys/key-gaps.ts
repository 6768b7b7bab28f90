/** Tells which questions a key leaves without an answer. */
import type { Reading } from '../markdown/reading.js'
import type { Day, Question } from '../model.js'
import type { KeySection } from './key-sections.js'

/** A question and its day. */
interface Asked {
  day: Day
  question: Question
}

/** A key that says that it is only some of the answers has gaps on purpose. */
const partial = /\b(?:odd|even|selected|some|sample|ungerade|gerade|ausgewählte)\b/i

/** Reports those of `asked` that have no answer, where others have one. `name`: whose questions they are. */
export function reportGaps(asked: readonly Asked[], key: KeySection, name: string, { log }: Reading): void {
  const without = asked.map(({ question }) => question).filter((question) => question.answer === null)
  if (without.length === 0 || without.length === asked.length || partial.test(key.words)) return
  const shown = without.slice(0, 5).map((question) => question.label)
  const more = without.length - shown.length
  log.report('answers-missing', key.place, {
    answers: asked.length - without.length,
    questions: asked.length,
    name,
    without: more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', '),
  })
}

/** The days of questions, in words: "Monday", "Monday, Tuesday and Friday". */
export function daysOf(asked: readonly Asked[]): string {
  const names = [...new Set(asked.map(({ day }) => day))].map(({ name }) => name)
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((words) => words !== '').join(' and ')
}
