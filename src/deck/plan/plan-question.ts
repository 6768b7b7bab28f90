/** A question → its slide, and the one that checks it. */
import { pointsOf } from '../../sheet/braces/points.js'
import type { Day, Question } from '../../sheet/model.js'
import { wholePrompt } from '../../sheet/options/parts.js'
import { addressOf } from '../../sources/address.js'
import type { ResolvedCitation } from '../../sources/model.js'
import { fillWords, type Template } from '../../template/model.js'
import { pointsInWords } from '../../template/points.js'
import { clockWords } from '../../text/clock.js'
import type { Run } from '../../text/rich.js'
import { inlineFormulas } from '../../text/tex/formulas-in.js'
import { labelRuns } from '../../text/tex/label-runs.js'
import { plainRuns } from '../../text/tex/plain-runs.js'
import { texRuns } from '../../text/tex/tex-runs.js'
import { readableText } from '../../text/tex/tex-words.js'
import type { AnswerShape, CheckSlide, LookUp, QuestionSlide } from '../plan-model.js'
import { secondsFor } from './clock.js'
import { checkNotes, questionNotes } from './plan-notes.js'
import { headOf, type Work } from './plan-work.js'

function corners(question: Question, day: Day, work: Work) {
  const { words } = work.template.deck
  const page = work.pageOf.get(question.id)
  return {
    where: fillWords(words.where, { day: day.name, n: question.number, count: day.questions.length }),
    back: {
      to: work.isWeek ? 'contents' : day.id,
      tip: fillWords(words.back, { place: work.isWeek ? words.contents : day.name }),
    },
    code: question.code,
    page: page === undefined ? null : fillWords(words.page, { page }),
  }
}

/** What is projected while the class writes: the prompt, room for the shape of its answer, the clock. */
export function questionSlide(question: Question, day: Day, work: Work): QuestionSlide {
  const { template } = work
  const { runs: heading, blocks } = headOf(question)
  const words = readableText(heading)
  const seconds = secondsFor(question, template)
  const worth = pointsOf(day)?.[question.number - 1]
  const points = worth === undefined ? null : pointsInWords(worth, template)
  const name = work.calls?.nameFor.get(question.id) ?? null
  const unclear = words === '' || work.repeated.has(words.toLowerCase())
  return {
    role: 'question',
    id: question.id,
    title: unclear ? `${words} (${question.code})`.trim() : words,
    heading,
    material: wholePrompt(question).slice(blocks),
    ...corners(question, day, work),
    answer: answerShape(question, template),
    cue: template.deck.words.cues[question.task.kind],
    clock: clockWords(seconds),
    seconds,
    points,
    shortCode: question.label,
    reveals: template.deck.reveal === 'click' && !work.forAudience ? checkSlide(question, day, work) : null,
    name: template.deck.names === 'slide' && !work.forAudience ? name : null,
    notes: questionNotes(question, { points, name, citations: citationsOf(question, work) }, template),
    questionId: question.id,
    place: question.place,
  }
}

function answerShape({ task, prompt }: Question, template: Template): AnswerShape {
  const { alt } = template.deck.words
  const columns = (labels: string[]): AnswerShape => {
    // A formula keeps its case at the beginning of a label.
    const heads = labels.map((label) => labelRuns(label, inlineFormulas(prompt)))
    const terms = heads.map(readableText).join(', ')
    return { kind: 'columns', heads: heads.map(plainRuns), alt: fillWords(alt.columns, { terms }) }
  }
  switch (task.kind) {
    case 'list':
      return { kind: 'slots', count: task.count }
    case 'compare':
      return columns(task.terms)
    case 'sides':
      return columns(task.labels)
    case 'draw':
      return { kind: 'canvas', alt: alt.canvas }
    case 'say':
      return { kind: 'clock' }
    case 'choose':
    case 'explain':
      return { kind: 'open' }
  }
}

const citationsOf = (question: Question, work: Work): readonly ResolvedCitation[] =>
  work.citations.get(question.id) ?? []

/** What is projected afterwards: the answer when the sheet gives one, and where to look. */
export function checkSlide(question: Question, day: Day, work: Work): CheckSlide {
  const { words } = work.template.deck
  const label = fillWords(words.check, { code: question.label })
  const prompt = reminderOf(question)
  return {
    role: 'check',
    id: `${question.id}-check`,
    title: prompt.length === 0 ? label : `${label}: ${readableText(prompt)}`,
    label,
    prompt,
    ...corners(question, day, work),
    heading: words.whereToLook,
    sources: citationsOf(question, work).map((citation) => lookUp(citation, work.template.workbook.sources)),
    written: question.citedAs,
    noSource: words.noSource,
    answer: question.answer ?? [],
    answerHeading: words.answer,
    cue: words.markYourself,
    notes: checkNotes(question, citationsOf(question, work), work.template),
    questionId: question.id,
    place: question.place,
  }
}

/** The heading of a question, with a formula on a line of its own below it, without which it says little: "Solve x² = 4." */
function reminderOf(question: Question): Run[] {
  const { runs, blocks } = headOf(question)
  const heading = runs.map((run) => (run.text === '\n' && blocks > 1 ? { text: ' ' } : run))
  const below = question.prompt[blocks]
  if (heading.length === 0 || below?.type !== 'math' || texRuns(below.source) === null) return heading
  return [...heading, { text: ' ' }, { text: below.source, math: true }]
}

/** A found range shows each of its sections with its title; one that was not found shows its label alone. */
function lookUp(citation: ResolvedCitation, base: string): LookUp {
  const places = citation.targets.flatMap((target) => {
    if (target.sections.length === 0) return [{ label: [{ text: target.label }], title: [] }]
    return target.sections.map((section) =>
      section.number === null
        ? { label: section.title, title: [] }
        : { label: [{ text: `§${section.number}` }], title: section.title },
    )
  })
  return {
    file: citation.file,
    title: citation.source?.title ?? [],
    url: addressOf(citation, base),
    note: citation.note ?? null,
    places,
  }
}
