/** What a week prints and shows, in digests: what the next build and `diff` compare, so that people know what to print again. */
import type { Slides } from '../deck/slides-model.js'
import type { PrintedDay, PrintedQuestion } from '../identity/model.js'
import { sha256 } from '../text/digest.js'
import { type Pages, pageOfQuestion } from '../workbook/pages-model.js'
import type { WorkbookPlan } from '../workbook/plan-model.js'

/** Of one week: its day sheets, and by positional id (`w17-mon-q1`) what is printed of each question. */
export interface PrintFacts {
  days: PrintedDay[]
  questions: ReadonlyMap<string, PrintedQuestion>
}

/** What of a plan is not printed with a question, or only says where it stands. */
const unsaid = new Set(['place', 'id', 'key', 'by', 'number', 'label', 'question'])

/** Notes the pictures that are shown in what is said. */
function digest(said: unknown, pictures: string[] = []): string {
  const words = JSON.stringify(said, (name, value) => {
    if (name === 'picture' && typeof value?.digest === 'string') pictures.push(value.digest)
    return unsaid.has(name) ? undefined : value
  })
  return sha256(words ?? '').slice(0, 12)
}

/** The whole week's plan, its pages, and the slides of its deck (null when none was made). */
export function printFacts(plan: WorkbookPlan, pages: Pages, slides: Slides | null): PrintFacts {
  const pageOf = pageOfQuestion(pages)
  const keyed = new Map(
    plan.key?.days.flatMap(({ entries }) => entries.map((entry) => [entry.question, entry] as const)),
  )
  const slidesOf = new Map<string, number[]>()
  for (const [i, { questionId }] of (slides?.slides ?? []).entries())
    if (questionId !== null) slidesOf.set(questionId, [...(slidesOf.get(questionId) ?? []), i + 1])
  const questions = plan.days.flatMap((day) =>
    day.questions.map((question) => {
      const { words: _words, ...entry } = keyed.get(question.id) ?? { words: '' }
      const shown: string[] = []
      const asked = digest({ ...question, space: null }, shown)
      const printed: PrintedQuestion = {
        page: pageOf.get(question.id) ?? null,
        slides: slidesOf.get(question.id) ?? [],
        asked,
        space: digest(question.space),
        keyed: digest(entry),
        ...(shown.length > 0 && { pictures: digest(shown) }),
        minutes: question.minutes,
        ...(question.points !== undefined && { points: question.points }),
      }
      return [question.id, printed] as const
    }),
  )
  const days = plan.days.map(({ id, key, name, topic, intro, code, revision }): PrintedDay => {
    const own = pages.pages.filter((page) => page.day === id && page.kind === 'day')
    const head = digest([plan.eyebrow, name, topic])
    return { key, name, code, revision, pages: own.map(({ label }) => label), head, intro: digest(intro) }
  })
  return { days, questions: new Map(questions) }
}
