/** Parts of a sheet that hold lists and no questions: how to use it, goals, resources. A closed list of whole titles. */
import { plainBlocks } from '../text/rich.js'
import { asks, hasQuestionMark } from './asks.js'
import type { DayContent } from './carriers.js'
import type { Reading } from './reading.js'

const titles = new RegExp(
  '^[^\\p{L}\\p{N}]*(?:\\d+[.)]\\s*)?(?:' +
    'how (?:to use|it works|this works)(?: .{0,40})?|how to .{1,40}|instructions?|directions|rules|protocol|the protocol|before you (?:start|begin)|' +
    '(?:table of )?contents|overview|outline|agenda|schedule|navigation|(?:course |related |useful |external )?links|(?:further |recommended )?reading|' +
    '(?:further |additional |useful |helpful )?resources|references|sources|bibliography|notes?|goals?|aims?|(?:learning )?(?:objectives|outcomes|goals)|' +
    'prerequisites|materials?|glossary|key terms|vocabulary|acknowledge?ments|licen[cs]e|credits|changelog|about(?: this .{1,30})?|see also|next steps|' +
    'legend|tips|hints' +
    ')[^\\p{L}\\p{N}]*$',
  'iu',
)

/** True for the heading of a part that is about the questions and holds none: "How to use this sheet", "Resources". */
export const isSideTitle = (words: string) => words.length <= 80 && titles.test(words)

/** True when anything in the content has a question mark; then even "Notes" may hold questions. */
export const hasQuestions = (content: DayContent) =>
  content.questions.some((question) => hasQuestionMark(plainBlocks(question.blocks)))

/**
 * Warns of a list taken for questions in which nothing asks: bullets anywhere, and numbers below a heading that names no day.
 */
export function reportDoubt(content: DayContent, named: boolean, reading: Reading): void {
  const { carrier, questions } = content
  const [first] = questions
  if (!first || (carrier !== 'bullets' && (carrier !== 'numbered lists' || named))) return
  if (questions.some((question) => asks(plainBlocks([...question.blocks, ...question.after])))) return
  const last = questions.at(-1) ?? first
  const place = { ...first.place, end: last.place.end }
  const kind = carrier === 'bullets' ? 'bullets' : 'a numbered list'
  reading.log.report('list-doubtful', place, { kind, count: questions.length })
}
