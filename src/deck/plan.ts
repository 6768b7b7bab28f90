/** Sheet → DeckPlan: what the deck says, in which order. No sizes, no boxes. */
import type { Calls } from '../roster/calls.js'
import { minutesOf } from '../sheet/braces/minutes.js'
import { pointsOf } from '../sheet/braces/points.js'
import type { Day, Question, Sheet } from '../sheet/model.js'
import { wholePrompt } from '../sheet/options/parts.js'
import { addressOf } from '../sources/address.js'
import type { ResolvedCitation, ResolvedCitations } from '../sources/model.js'
import { fillWords, type Template } from '../template/model.js'
import { pointsInWords } from '../template/points.js'
import { clockWords } from '../text/clock.js'
import { inlineFormulas } from '../text/formulas-in.js'
import { labelRuns } from '../text/label-runs.js'
import type { Run } from '../text/rich.js'
import { readableBlocks, readableText } from '../text/tex-words.js'
import { secondsFor } from './clock.js'
import type {
  AnswerShape,
  CheckSlide,
  ContentsSlide,
  DaySlide,
  DeckPlan,
  LookUp,
  PlannedSection,
  PlannedSlide,
  ProtocolSlide,
  QuestionSlide,
  TallySlide,
  TitleSlide,
} from './plan-model.js'
import { checkNotes, dayNotes, openingNotes, questionNotes, tallyNotes } from './plan-notes.js'

/** What the deck tells of the other product. */
export interface DeckContext {
  /** Label of the workbook page that holds a question, by question id. */
  pageOf: ReadonlyMap<string, string>
  /** To be handed out: without check slides, what a click reveals, and notes. */
  forAudience?: boolean
  /** Who is called for which question; left out or null without a roster. */
  calls?: Calls | null
}

/** What all steps here need. */
interface Work {
  sheet: Sheet
  citations: ResolvedCitations
  template: Template
  pageOf: ReadonlyMap<string, string>
  /** Prompts that several questions share, in lower case. */
  repeated: ReadonlySet<string>
  forAudience: boolean
  calls: Calls | null
  /** Several days, which then have contents and custom shows. */
  isWeek: boolean
}

/**
 * Plans the deck of a sheet: title and protocol, then per day a divider, a question and a check slide for each
 * question, and a tally.
 */
export function planDeck(
  sheet: Sheet,
  citations: ResolvedCitations,
  template: Template,
  context: DeckContext,
): DeckPlan {
  const work: Work = {
    sheet,
    citations,
    template,
    pageOf: context.pageOf,
    repeated: repeatedPrompts(sheet),
    forAudience: context.forAudience ?? false,
    calls: context.calls ?? null,
    isWeek: sheet.days.length > 1,
  }
  const { words } = template.deck
  const sections: PlannedSection[] = [
    {
      name: words.opening,
      day: null,
      slides: [titleSlide(work), ...(work.isWeek ? [contentsSlide(work)] : []), protocolSlide(work)],
      show: null,
    },
    ...sheet.days.map((day) => daySection(day, work)),
  ]
  if (work.forAudience) for (const slide of sections.flatMap((section) => section.slides)) slide.notes = []
  makeUnique(
    sections,
    (section) => section.name,
    (section, name) => {
      section.name = name
    },
  )
  makeUnique(
    sections.flatMap((section) => section.slides),
    (slide) => slide.title,
    (slide, title) => {
      slide.title = title
    },
  )
  makeUnique(
    sections.filter(({ show }) => show !== null),
    ({ show }) => show ?? '',
    (section, show) => {
      section.show = show
    },
  )
  const name = readableText(sheet.title)
  const title = sheet.course === null ? name : `${sheet.course}: ${name}`
  return { file: sheet.file, title, lang: sheet.lang ?? template.lang, dir: sheet.dir, sections }
}

/** Prompts asked more than once. */
function repeatedPrompts(sheet: Sheet): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const question of sheet.days.flatMap((day) => day.questions)) {
    const prompt = readableText(headingOf(question)).toLowerCase()
    if (seen.has(prompt)) repeated.add(prompt)
    seen.add(prompt)
  }
  return repeated
}

/** The first paragraph of a prompt, which can stand in a title; [] when the prompt starts with code or a list. */
function headingOf({ prompt }: Question): Run[] {
  const first = prompt[0]
  return first?.type === 'paragraph' ? first.runs : []
}

/** Gives the second and later ones of a name a number: "Review", "Review (2)". */
function makeUnique<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  rename: (thing: T, name: string) => void,
): void {
  // As people tell names apart: not by letter case, blanks or characters that nobody sees.
  const seen = (name: string) =>
    name.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').replace(/ +/g, ' ').trim().toLowerCase()
  const taken = new Set<string>()
  for (const thing of things) {
    const name = nameOf(thing)
    let unique = name
    let told = seen(name)
    for (let n = 2; taken.has(told); n++) {
      unique = `${name} (${n})`
      told = seen(unique)
    }
    taken.add(told)
    if (unique !== name) rename(thing, unique)
  }
}

/** "1 question", "3 questions". */
function countWords(count: number, one: string, many: string): string {
  return fillWords(count === 1 ? one : many, { n: count })
}

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

function titleSlide(work: Work): TitleSlide {
  const { sheet, template, isWeek } = work
  const { words } = template.deck
  return {
    role: 'title',
    id: 'title',
    title: readableText(sheet.title),
    heading: sheet.title,
    course: sheet.course,
    summary: summaryOf(sheet, words),
    days: isWeek ? [] : sheet.days.map((day) => readableText(day.heading)),
    notes: openingNotes('title', template),
    questionId: null,
    place: sheet.place,
  }
}

function contentsSlide({ sheet, template }: Work): ContentsSlide {
  const days = sheet.days.map((day) => ({
    heading: readableText(day.heading),
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

function protocolSlide({ sheet, template }: Work): ProtocolSlide {
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

/** A heading may hold nothing that can be seen. */
const sectionName = ({ heading, code }: Day): string =>
  /[^\p{C}\p{Z}]/u.test(readableText(heading)) ? readableText(heading) : code

function daySection(day: Day, work: Work): PlannedSection {
  const slides: PlannedSlide[] = [daySlide(day, work)]
  for (const question of day.questions) {
    slides.push(questionSlide(question, day, work))
    if (work.template.deck.reveal === 'slide' && !work.forAudience) slides.push(checkSlide(question, day, work))
  }
  if (day.questions.length > 0) slides.push(tallySlide(day, work))
  return { name: sectionName(day), day: day.key, slides, show: work.isWeek ? day.name : null }
}

function daySlide(day: Day, { template, calls }: Work): DaySlide {
  const { words } = template.deck
  const seconds = day.questions.map((question) => secondsFor(question, template))
  const minutes = sum(day.questions.map((question) => minutesOf(question, template.minutes)))
  return {
    role: 'day',
    id: day.id,
    title: readableText(day.heading),
    name: day.topic.length > 0 ? [{ text: day.name }] : day.heading,
    topic: day.topic,
    summary: fillWords(words.agenda, {
      questions: countWords(day.questions.length, words.question, words.questions),
      clock: clockWords(sum(seconds)),
      minutes: countWords(minutes, words.minute, words.minutes),
    }),
    agenda: day.questions.map((question, i) => ({
      number: question.number,
      kind: words.kinds[question.task.kind],
      clock: clockWords(seconds[i] ?? 0),
    })),
    intro: day.intro,
    notes: dayNotes(day, calls, template),
    questionId: null,
    place: day.place,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

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

function questionSlide(question: Question, day: Day, work: Work): QuestionSlide {
  const { template } = work
  const heading = headingOf(question)
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
    material: wholePrompt(question).slice(heading.length === 0 ? 0 : 1),
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
    const heads = labels.map((label) => readableText(labelRuns(label, inlineFormulas(prompt))))
    return { kind: 'columns', heads, alt: fillWords(alt.columns, { terms: heads.join(', ') }) }
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

function checkSlide(question: Question, day: Day, work: Work): CheckSlide {
  const { words } = work.template.deck
  const label = fillWords(words.check, { code: question.label })
  const prompt = headingOf(question)
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

function tallySlide(day: Day, { template }: Work): TallySlide {
  const { words } = template.deck
  const { question, right, partly, notYet } = words.tallyHeads
  return {
    role: 'tally',
    id: `${day.id}-tally`,
    title: fillWords(words.tally, { day: day.name }),
    heads: [question, right, partly, notYet],
    rows: day.questions.map((each) => ({
      code: each.label,
      words: readableBlocks(wholePrompt(each)),
      questionId: each.id,
    })),
    cue: words.retest,
    alt: fillWords(words.alt.tally, { day: day.name }),
    notes: tallyNotes(template),
    questionId: null,
    place: day.place,
  }
}
