/** What a week prints and shows, in digests: what the next build and `diff` compare, so that people know what to print again. */
import type { Slides } from '../deck/slides-model.js'
import type { OtherPages, PrintedDay, PrintedQuestion } from '../identity/model.js'
import { Alike } from '../text/alike.js'
import { shortDigest } from '../text/digest.js'
import { pageOfQuestion } from '../workbook/pages-model.js'
import type { KeyEntryPlan, QuestionPlan } from '../workbook/plan-model.js'
import { type DigestsBefore, type LaidOut, otherPages, unprinted } from './other-pages.js'

/** Of one week: its day sheets, the pages beside them, and by positional id (`w17-mon-q1`) what is printed of each question. */
export interface PrintFacts {
  days: PrintedDay[]
  otherPages: OtherPages[]
  questions: ReadonlyMap<string, PrintedQuestion>
}

/** What of a plan is not printed with a question, or only says where it stands. */
const unsaid = new Set(['place', 'id', 'key', 'by', 'number', 'label', 'question'])

/** What is said of a question alone, wherever it stands. */
type OwnFacts = Pick<PrintedQuestion, 'asked' | 'space' | 'keyed' | 'pictures'>

/** Facts of questions by their ids and their plans, and digests of pages, for one who builds again and again. */
export interface FactsBefore {
  questions: Alike<OwnFacts>
  pages: DigestsBefore
}

/** What is kept: of the questions and pages of some forty weeks. */
const kept = { questions: 1000, pages: 400 }

/** Of one who has built nothing yet. */
export const noFacts = (): FactsBefore => ({
  questions: new Alike(kept.questions, unsaid),
  pages: new Alike(kept.pages, unprinted),
})

/** Notes the pictures that are shown in what is said. */
function digest(said: unknown, pictures: string[] = []): string {
  const words = JSON.stringify(said, (name, value) => {
    if (name === 'picture' && typeof value?.digest === 'string') pictures.push(value.digest)
    return unsaid.has(name) ? undefined : value
  })
  return shortDigest(words ?? '')
}

function ownFacts(question: QuestionPlan, entry: KeyEntryPlan | undefined): OwnFacts {
  // Points have a word of their own where they change.
  const { words: _words, points: _points, ...said } = entry ?? { words: '' }
  const shown: string[] = []
  const asked = digest({ ...question, space: null }, shown)
  const pictures = shown.length > 0 && { pictures: digest(shown) }
  return { asked, space: digest(question.space), keyed: digest(said), ...pictures }
}

/**
 * The plan of the whole week and its pages, its run sheet and the slides of its deck, null where they were not made; `before`: what was found in other
 * builds.
 */
export function printFacts(
  workbook: LaidOut,
  guide: LaidOut | null,
  slides: Slides | null,
  before: FactsBefore = noFacts(),
): PrintFacts {
  const { plan, pages } = workbook
  const pageOf = pageOfQuestion(pages)
  const keyed = new Map(
    plan.key?.days.flatMap(({ entries }) => entries.map((entry) => [entry.question, entry] as const)),
  )
  const slidesOf = new Map<string, number[]>()
  for (const [i, { questionId }] of (slides?.slides ?? []).entries())
    if (questionId !== null) slidesOf.set(questionId, [...(slidesOf.get(questionId) ?? []), i + 1])
  const questions = plan.days.flatMap((day) =>
    day.questions.map((question) => {
      const entry = keyed.get(question.id)
      const known = before.questions.get(question.id, [question, entry])
      const own = known ?? ownFacts(question, entry)
      if (!known) before.questions.keep(question.id, [question, entry], own)
      const printed: PrintedQuestion = {
        page: pageOf.get(question.id) ?? null,
        slides: slidesOf.get(question.id) ?? [],
        ...own,
        minutes: question.minutes,
        ...(question.points !== undefined && { points: question.points }),
      }
      return [question.id, printed] as const
    }),
  )
  const days = plan.days.map(({ id, key, name, topic, intro, code, revision, carries }): PrintedDay => {
    const own = pages.pages.filter((page) => (page.day === id && page.kind === 'day') || page.keyOf === id)
    const head = digest([plan.eyebrow, name, topic])
    const stamps = { revision, ...(carries && { carries }) }
    return { key, name, code, ...stamps, pages: own.map(({ label }) => label), head, intro: digest(intro) }
  })
  return { days, otherPages: otherPages(workbook, guide, before.pages), questions: new Map(questions) }
}
