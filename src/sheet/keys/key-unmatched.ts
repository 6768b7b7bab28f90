/** Messages about answers of a key that fit no question. */
import type { Log } from '../../diagnostics.js'
import { plainBlocks } from '../../text/rich.js'
import type { Asked, Given } from './key-answers.js'

/** Answers that fit no question, each with a message; more than a few in one, where the first of them stands. */
export function reportUnmatched(unmatched: readonly Given[], asked: readonly Asked[], name: string, log: Log): void {
  const [first] = unmatched
  const last = unmatched.at(-1)
  const end = asked.at(-1)?.question
  const cause = end && { place: end.place, words: `${end.code} is the last question` }
  if (first && last && unmatched.length > mostUnmatched) {
    const place = { ...first.place, end: last.place.end }
    const samples = unmatched.slice(0, 3).map((entry) => quotedAnswer(entry, 40))
    const expected = expectedFor(first, asked, name)
    log.report('answers-unmatched', place, { count: unmatched.length, samples: samples.join('; '), expected }, cause)
    return
  }
  for (const entry of unmatched) {
    const quoted = quotedAnswer(entry, 160)
    const answer = entry.written === null ? quoted : `${quoted},`
    log.report('answer-unmatched', entry.place, { answer, expected: expectedFor(entry, asked, name) }, cause)
  }
}

/** So many answers without a question have a message each. */
const mostUnmatched = 10

/** `4, "so"`, shortened to `most` characters. */
function quotedAnswer({ written, answer }: Given, most: number): string {
  const words = plainBlocks(answer)
  const short = words.length > most ? `${words.slice(0, most)}…` : words
  return written === null ? `"${short}"` : `${written}, "${short}"`
}

/** What would have fitted in place of an answer that belongs to no question. */
function expectedFor({ loose, answer }: Given, asked: readonly Asked[], name: string): string {
  if (asked.length === 0 && (name === 'the day before' || name === 'another sheet'))
    return `expected questions of this sheet, and its title speaks of ${name}`
  // Numbers that start again are the next day's.
  if (asked.length === 0 && name === 'the sheet') return 'expected no more lists of answers than the sheet has days'
  if (asked.length === 0) return `expected a day of the sheet, which has no ${name}`
  const count = asked.length === 1 ? 'one question' : `${asked.length} questions`
  if (!loose) return `expected at most ${asked.length}, as ${name} has ${count}`
  return /^\d/.test(plainBlocks(answer))
    ? `expected numbers with a stop behind them ("1. …; 2. …"), as ${name} has ${count}`
    : `expected a number before it, as ${name} has ${count}`
}
