/** What the pages beside the day sheets of a week hold, in digests: what the next build and `diff` compare, so that people know which to print again. */
import type { OtherPages } from '../identity/model.js'
import type { Alike } from '../text/alike.js'
import { jsonWithout, shortDigest } from '../text/digest.js'
import { placeName, positionsOf } from '../workbook/frame.js'
import type { Pages } from '../workbook/pages-model.js'
import type { ExitTicketPlan, KeyEntryPlan, KeyPlan, TestAndFoldPlan, WorkbookPlan } from '../workbook/plan-model.js'

/** The plan of a workbook, or of an edition of it, and its pages. */
export interface LaidOut {
  plan: WorkbookPlan
  pages: Pages
}

/** Digests by the names of pages and by what these say, for one who builds again and again. */
export type DigestsBefore = Alike<string>

/** What of a plan only says where something stands in the sheet, and names of our own. */
export const unprinted: ReadonlySet<string> = new Set(['place', 'id', 'question', 'by'])

/** Pages of a kind, for a day, by its id, or for the week, and what they say; null where there are none. */
interface Described {
  kind: OtherPages['kind']
  day?: string
  said: unknown
}

/**
 * The pages of a week beside its day sheets, in the order of the workbook; `guide`: the run sheet, a file of its own, where it was made. Labels of pages
 * are no part of the digests, nor words of the template.
 */
export function otherPages(workbook: LaidOut, guide: LaidOut | null, before: DigestsBefore): OtherPages[] {
  const { plan, pages } = workbook
  const described: Described[] = [
    ...plan.brainDumps.map(({ day, heading }) => ({ kind: 'brain-dump' as const, day, said: heading })),
    { kind: 'summary', said: plan.summary },
    { kind: 'calendar', said: plan.calendar },
    { kind: 'test-and-fold', said: plan.testAndFold && foldedIn(plan.testAndFold) },
    { kind: 'key', said: plan.key && keyedIn(plan.key, workbook) },
    ...plan.exitTickets.map((each) => ({ kind: 'exit-tickets' as const, day: each.day, said: slipsIn(each, pages) })),
    { kind: 'guide', said: guide?.plan.guide ?? null },
  ]
  const keys = new Map(plan.days.map(({ id, key }) => [id, key]))
  return described.flatMap(({ kind, day, said }): OtherPages[] => {
    if (said === null) return []
    const own = (kind === 'guide' && guide ? guide.pages : pages).pages.filter(
      (page) => page.kind === kind && page.keyOf === undefined && (day === undefined || page.day === day),
    )
    if (own.length === 0) return []
    const name = `${plan.file} ${kind} ${day ?? ''}`
    const all = [plan.eyebrow, said]
    const known = before.get(name, all)
    const digest = known ?? shortDigest(jsonWithout(all, unprinted))
    if (known === undefined) before.keep(name, all, digest)
    const key = day === undefined ? undefined : keys.get(day)
    return [{ kind, ...(key !== undefined && { day: key }), pages: own.map(({ label }) => label), said: digest }]
  })
}

/** What an exit ticket says: of the questions that it may ask the one that it has room for. */
const slipsIn = ({ name, heading, questions, day }: ExitTicketPlan, { pages }: Pages): unknown => {
  const slip = pages.find((page) => page.kind === 'exit-tickets' && page.day === day)?.slip
  return { name, heading, asked: questions.find(({ label }) => label === slip)?.prompt ?? null }
}

/** Questions with their answers, and where to look: as it is written, else by files and sections. */
const foldedIn = ({ days }: TestAndFoldPlan): unknown =>
  days.map(({ heading, rows }) => ({
    heading,
    rows: rows.map(({ prompt, entry: { label, answer, written, citations } }) => {
      const places = written ?? citations.map(({ file, sections }) => ({ file, sections }))
      return { prompt, label, answer, places }
    }),
  }))

/**
 * The key at the back, without the entries that stand on the sheets of their days. The first words of questions are left out: a key that has older ones is
 * as good.
 */
function keyedIn({ days, reverse }: KeyPlan, { plan, pages }: LaidOut): unknown {
  const positions = positionsOf(plan)
  const isAtBack = (page: number): boolean => {
    const { kind, keyOf } = pages.pages[page] ?? {}
    return kind === 'key' && keyOf === undefined
  }
  const atBack = new Set(pages.destinations.flatMap(({ name, page }) => (isAtBack(page) ? [name] : [])))
  const said = ({ words: _words, runs: _runs, ...entry }: KeyEntryPlan): unknown => entry
  const entries = days.map(({ heading, file, entries: all }) => {
    const own = all.filter(({ question }) => atBack.has(placeName('k', question, { positions })))
    return own.length === 0 ? null : { heading, file, entries: own.map(said) }
  })
  return { entries, reverse }
}
