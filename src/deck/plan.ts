/** Sheet → DeckPlan: what the deck says, in which order. No sizes, no boxes. */
import type { Calls } from '../roster/calls.js'
import { minutesOf } from '../sheet/braces/minutes.js'
import type { Day, Sheet } from '../sheet/model.js'
import { firstSaid } from '../sheet/options/first-said.js'
import type { ResolvedCitations } from '../sources/model.js'
import { fillWords, type Template } from '../template/model.js'
import { clockWords } from '../text/clock.js'
import { remindingRuns } from '../text/tex/plain-runs.js'
import { readableText } from '../text/tex/tex-words.js'
import { secondsFor } from './plan/clock.js'
import { dayNotes, tallyNotes } from './plan/plan-notes.js'
import { contentsSlide, protocolSlide, titleSlide } from './plan/plan-opening.js'
import { checkSlide, questionSlide } from './plan/plan-question.js'
import { countWords, headingOf, type Work } from './plan/plan-work.js'
import type { DaySlide, DeckPlan, PlannedSection, PlannedSlide, TallySlide } from './plan-model.js'

/** What the deck tells of the other product. */
export interface DeckContext {
  /** Label of the workbook page that holds a question, by question id. */
  pageOf: ReadonlyMap<string, string>
  /** To be handed out: without check slides, what a click reveals, and notes. */
  forAudience?: boolean
  /** Who is called for which question; left out or null without a roster. */
  calls?: Calls | null
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
  const opening = titleSlide(work)
  const sections: PlannedSection[] = [
    {
      name: words.opening,
      day: null,
      slides: [opening, ...(work.isWeek ? [contentsSlide(work)] : []), protocolSlide(work)],
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
  const title = opening.course === null ? opening.title : `${opening.course}: ${opening.title}`
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

/** Gives the second and later ones of a name a number: "Review", "Review (2)". */
function makeUnique<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  rename: (thing: T, name: string) => void,
): void {
  // As people tell names apart: not by letter case, blanks or characters that nobody sees.
  const seen = (name: string) => {
    // Most names are plain words.
    if (!/[^ -~]| {2}/.test(name)) return name.trim().toLowerCase()
    const plain = name.replace(/\s+/g, ' ')
    const visible = /[^ -~]/.test(plain) ? plain.replace(/\p{C}/gu, '').replace(/ +/g, ' ') : plain
    return visible.trim().toLowerCase()
  }
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
      words: remindingRuns(firstSaid(each)),
      questionId: each.id,
    })),
    cue: words.retest,
    alt: fillWords(words.alt.tally, { day: day.name }),
    notes: tallyNotes(template),
    questionId: null,
    place: day.place,
  }
}
