/** The instructor's run sheet: every question with its time, where its answer stands and what to listen for. */

import type { Day, Question } from '../../sheet/model.js'
import { wholePrompt } from '../../sheet/options/parts.js'
import { listenFor, taskFacts } from '../../sheet/tasks/task-facts.js'
import { citationInWords } from '../../sources/cited-titles.js'
import { firstSentences } from '../../sources/excerpt.js'
import type { ResolvedCitation, ResolvedCitations, Section } from '../../sources/model.js'
import { fillWords, type Template } from '../../template/model.js'
import type { GuideDayPlan, GuidePlan, GuideQuestionPlan, GuideSectionPlan } from '../plan-model.js'
import { answerOf } from './plan-answer.js'

/** Letters of excerpts that a question shares among its sections, and bounds of what each has. */
const excerptLetters = { question: 480, least: 140, most: 240 }

/** Plans the run sheet of the given days. `minutesOf` are those of the day sheets. */
export function planGuide(
  days: readonly Day[],
  citations: ResolvedCitations,
  template: Template,
  minutesOf: (question: Question) => number,
): GuidePlan {
  const planned = days.map((day): GuideDayPlan => {
    const questions = day.questions.map((question) =>
      planQuestion(question, citations.get(question.id) ?? [], template, minutesOf(question)),
    )
    return { id: day.id, heading: day.heading, minutes: sum(questions), notes: day.notes ?? [], questions }
  })
  return { minutes: sum(planned), days: planned }
}

const sum = (things: readonly { minutes: number }[]): number => things.reduce((all, { minutes }) => all + minutes, 0)

function planQuestion(
  question: Question,
  citations: readonly ResolvedCitation[],
  { deck }: Template,
  minutes: number,
): GuideQuestionPlan {
  const { id, label, task, citedAs, answer, place } = question
  return {
    question: id,
    label,
    prompt: wholePrompt(question),
    kind: deck.words.kinds[task.kind],
    minutes,
    written: citedAs === null ? null : citationInWords(citedAs, citations),
    sections: planSections(citations),
    answer: answerOf({ answer }),
    answerHeading: deck.words.answer,
    notes: question.notes ?? [],
    listen: fillWords(deck.words.notes.listen[listenFor(task)], taskFacts(task)),
    place,
  }
}

/** Each section once; where a question cites several files, the section names its own. */
function planSections(citations: readonly ResolvedCitation[]): GuideSectionPlan[] {
  const several = new Set(citations.map(({ file }) => file)).size > 1
  const found = new Map<Section, string>()
  for (const { file, targets } of citations)
    for (const section of targets.flatMap(({ sections }) => sections)) if (!found.has(section)) found.set(section, file)
  const { question, least, most } = excerptLetters
  const letters = Math.max(least, Math.min(most, Math.floor(question / Math.max(1, found.size))))
  return [...found].map(([{ number, title, excerpt, place }, file]) => ({
    file: several ? file : null,
    number,
    title,
    excerpt: firstSentences(excerpt, letters),
    place,
  }))
}
