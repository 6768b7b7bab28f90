/** Sheet → the slides before its first day: title, contents, how a session goes. */
import type { Sheet } from '../../sheet/model.js'
import { courseIn, titleOf } from '../../sheet/title.js'
import { fillWords, type Template } from '../../template/model.js'
import { plainRuns } from '../../text/tex/plain-runs.js'
import { readableText } from '../../text/tex/tex-words.js'
import type { ContentsSlide, ProtocolSlide, TitleSlide } from '../plan-model.js'
import { openingNotes } from './plan-notes.js'
import { countWords, type Work } from './plan-work.js'

/** "24 questions in 6 days", "9 questions in 2 parts", "3 questions". */
function summaryOf({ days }: Sheet, words: Template['deck']['words']): string {
  const count = days.reduce((sum, day) => sum + day.questions.length, 0)
  const questions = countWords(count, words.question, words.questions)
  if (days.length === 1) return questions
  const onlyDays = days.every(({ kind, key }) => kind !== 'part' || /^day-\d+$/.test(key))
  return fillWords(onlyDays ? words.summaryDays : words.summary, {
    questions,
    parts: days.length,
    days: days.length,
  })
}

/** The first slide: what the sheet is called, of which course, and how much it asks. */
export function titleSlide(work: Work): TitleSlide {
  const { sheet, template, isWeek } = work
  const { words } = template.deck
  const heading = titleOf(sheet, template.words.week)
  const title = readableText(heading)
  return {
    role: 'title',
    id: 'title',
    title,
    heading,
    course: sheet.course !== null && courseIn(title, sheet.course) ? null : sheet.course,
    summary: summaryOf(sheet, words),
    days: isWeek ? [] : sheet.days.map((day) => plainRuns(day.heading)),
    notes: openingNotes('title', template),
    questionId: null,
    place: sheet.place,
  }
}

/** Links to all days and questions of a week. */
export function contentsSlide({ sheet, template }: Work): ContentsSlide {
  const days = sheet.days.map((day) => ({
    heading: plainRuns(day.heading),
    to: day.id,
    questions: day.questions.map(({ number, id }) => ({ number, to: id })),
  }))
  return {
    role: 'contents',
    id: 'contents',
    title: template.deck.words.contents,
    days,
    notes: openingNotes('contents', template),
    questionId: null,
    place: sheet.place,
  }
}

/** How a session goes, and what the sheet says above its days. */
export function protocolSlide({ sheet, template }: Work): ProtocolSlide {
  const { words } = template.deck
  return {
    role: 'protocol',
    id: 'protocol',
    title: words.protocol,
    steps: words.steps,
    intro: sheet.intro,
    notes: openingNotes('protocol', template),
    questionId: null,
    place: sheet.place,
  }
}
