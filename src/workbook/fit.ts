/** Plan and pages → how a week fits on its paper: sides, rules asked and granted, minutes, leaves for a class. */
import type { Place } from '../diagnostics.js'
import type { DayKey } from '../sheet/model.js'
import { optionalPages } from '../template/optional-pages.js'
import { inMm } from '../template/paper.js'
import type { Item, Page, Pages, WeekPage } from './pages-model.js'
import type { DaySheetPlan, QuestionPlan, RuleBudget, WorkbookPlan } from './plan-model.js'

/** How weeks fit on paper, as `build --json` gives it. `version` changes when a reader of it must; keys may be added without. */
export interface FitReport {
  version: 1
  /** Size of the class that `--class` names; null without. */
  students: number | null
  weeks: WeekFit[]
}

/** The fit of one week, or of those of its days that are built. */
export interface WeekFit {
  file: string
  /** Which of its weeks, from 1, when the file holds several; else null. */
  week: number | null
  title: string
  /** mm */
  paper: { width: number; height: number }
  /** Pages by what stands on them. */
  pages: Record<WeekPage, number>
  minutes: number
  days: DayFit[]
  /** Paper of all pages that are handed out; a key that holds answers is not. */
  handout: PaperNeed
}

/** The fit of one day sheet. */
export interface DayFit {
  id: string
  name: string
  place: Place
  minutes: number
  /** Its sides in order. */
  sides: SideFit[]
  rules: RulesFit
  /** The space that got least of its natural rules, the first of several; null when nothing asks for rules. */
  tightest: SpaceFit | null
  /** Every answer space, in the order of the page. */
  spaces: SpaceFit[]
  handout: PaperNeed
}

/** One side of paper. */
export interface SideFit {
  /** The page's number as people see it. */
  page: string
  /** How far down its content reaches: 0 nothing, 1 to the foot. In thousandths. */
  used: number
  /** How far down it would reach with the fewest rules: what is left to 1 has room for another question. */
  needed: number
}

/** Rules of an answer space as the plan asks for them, and as the page grants them; or the sums of several. A drawing that has its share of the page may get more than the most. */
export interface RulesFit {
  min: number
  natural: number
  max: number
  granted: number
}

/** An answer space: of a question, or of one of its parts. */
export interface SpaceFit extends RulesFit {
  /** Id of the question or the part. */
  id: string
  /** "Mon 1", "Mon 1 a". */
  label: string
  kind: string
  by: RuleBudget['by']
  /** Granted ÷ natural, in thousandths; null when it asks for no rules. */
  share: number | null
  place: Place
}

/** Paper for one student, and for a class. */
export interface PaperNeed {
  /** Printed sides. */
  sides: number
  /** Sheets of paper when both sides are printed. */
  leaves: number
  /** Sheets of paper for the class; null when its size is not known. */
  class: { bothSides: number; oneSide: number } | null
}

/** What `fitOf` is asked. */
export interface FitOptions {
  /** Only these days; the whole week when left out. */
  days?: readonly DayKey[]
  /** Size of the class. */
  students?: number | null
  /** Which of its weeks, when the file holds several. */
  week?: number | null
  /** False when the key stays with the teacher. A key that holds answers always does. */
  keyHandedOut?: boolean
}

/**
 * How the pages of a whole workbook fit.
 *
 * ```ts
 * const fit = fitOf(plan, layoutWorkbook(plan, template, metrics, log), { students: 30 })
 * fit.days[0]?.tightest // { label: 'Mon 2', min: 2, natural: 4, max: 14, granted: 3, share: 0.75, … }
 * ```
 */
export function fitOf(plan: WorkbookPlan, pages: Pages, options: FitOptions = {}): WeekFit {
  const { days: wanted, students = null, week = null, keyHandedOut = true } = options
  const days = plan.days.filter(({ key }) => !wanted || wanted.includes(key))
  const ids = new Set<string | null>(days.map(({ id }) => id))
  const own = wanted ? pages.pages.filter((page) => ids.has(dayOf(page))) : pages.pages
  const first = pages.pages[0]
  return {
    file: plan.file,
    week,
    title: plan.title,
    paper: { width: millimetres(first?.width ?? 0), height: millimetres(first?.height ?? 0) },
    pages: pagesByKind(own),
    minutes: sum(days, ({ minutes }) => minutes),
    days: days.map((day) => dayFit(day, pages, students)),
    handout: paperNeed(handedOut(own, !keyHandedOut || keyHoldsAnswers(plan)), students),
  }
}

function dayFit(day: DaySheetPlan, { pages, granted }: Pages, students: number | null): DayFit {
  const sides = pages.filter(({ kind, day: id }) => kind === 'day' && id === day.id)
  const spaces = day.questions.flatMap((question) => spacesOf(question, granted[question.id]?.rules ?? []))
  const asking = spaces.filter(({ share }) => share !== null)
  return {
    id: day.id,
    name: day.name,
    place: day.place,
    minutes: day.minutes,
    sides: sides.map((page) => sideFit(page, granted)),
    rules: {
      min: sum(spaces, ({ min }) => min),
      natural: sum(spaces, ({ natural }) => natural),
      max: sum(spaces, ({ max }) => max),
      granted: sum(spaces, (space) => space.granted),
    },
    tightest: asking.reduce<SpaceFit | null>(
      (least, space) => (least === null || (space.share ?? 0) < (least.share ?? 0) ? space : least),
      null,
    ),
    spaces,
    handout: paperNeed(
      pages.filter((page) => dayOf(page) === day.id),
      students,
    ),
  }
}

function spacesOf({ id, label, space, place }: QuestionPlan, granted: readonly number[]): SpaceFit[] {
  if (space.kind !== 'parts') return [spaceFit({ id, label, kind: space.kind, place }, space.rules, granted[0])]
  return space.parts.map((part, i) =>
    spaceFit(
      { id: part.id, label: `${label} ${part.letter}`, kind: part.space.kind, place: part.place },
      part.space.rules,
      granted[i],
    ),
  )
}

function spaceFit(
  whose: Pick<SpaceFit, 'id' | 'label' | 'kind' | 'place'>,
  { min, natural, max, by }: RuleBudget,
  granted = 0,
): SpaceFit {
  const share = natural > 0 ? thousandths(granted / natural) : null
  return { ...whose, min, natural, max, granted, by, share }
}

function sideFit({ label, questions, items, body, offered = 0 }: Page, granted: Pages['granted']): SideFit {
  let lowest = body.top
  for (const item of items)
    if (!('at' in item.owner && item.owner.at === 'Footer')) lowest = Math.max(lowest, lowerEdge(item))
  const more = sum(questions, (id) => {
    const { height = 0, least = 0 } = granted[id] ?? {}
    return height - least
  })
  const share = (height: number) => thousandths(Math.max(0, Math.min(1, height / (body.bottom - body.top))))
  return { page: label, used: share(lowest - body.top), needed: share(lowest - body.top - offered - more) }
}

function lowerEdge(item: Item): number {
  switch (item.type) {
    case 'text':
      return item.y
    case 'formula':
      return item.y + item.under
    case 'line':
      return Math.max(item.y1, item.y2)
    case 'box':
    case 'picture':
    case 'code':
      return item.y + item.height
    case 'dots':
      return item.y + Math.max(0, item.rows - 1) * item.pitch
    case 'sign':
      return item.y + item.radius
  }
}

/** The day whose sheet or key a page is; null on others. */
const dayOf = ({ kind, day, keyOf }: Page): string | null => (kind === 'day' ? day : (keyOf ?? null))

/**
 * The pages that each student gets, blank backs among them. A key that only names sources is handed out with the rest; one that holds answers stays with the teacher, and so does
 * what else shows them, unless it is on the backs of the sheets. Exit tickets are cut from a few pages for all.
 */
export const handedOut = (pages: readonly Page[], keyStays: boolean): Page[] =>
  pages.filter(({ kind, keyOf }) => {
    const shows = (kind === 'key' && keyOf === undefined) || kind === 'test-and-fold'
    return !staysWithTeacher[kind] && !(keyStays && shows)
  })

const staysWithTeacher: Partial<Record<Page['kind'], true>> = { guide: true, 'exit-tickets': true }

/** Printed sides of pages, and the sheets of paper that they are when both sides are printed. */
export function sidesAndLeaves(pages: readonly Page[]): { sides: number; leaves: number } {
  const sides = pages.filter(({ kind }) => kind !== 'blank').length
  return { sides, leaves: sides === 0 ? 0 : Math.ceil(pages.length / 2) }
}

const keyHoldsAnswers = ({ key }: WorkbookPlan): boolean =>
  key?.days.some(({ entries }) => entries.some(({ answer }) => answer.length > 0)) ?? false

function paperNeed(pages: readonly Page[], students: number | null): PaperNeed {
  const { sides, leaves } = sidesAndLeaves(pages)
  return {
    sides,
    leaves,
    class: students === null ? null : { bothSides: leaves * students, oneSide: sides * students },
  }
}

const pageKinds: readonly WeekPage[] = ['day', 'summary', 'key', 'guide', ...optionalPages, 'blank']

const pagesByKind = (pages: readonly Page[]): WeekFit['pages'] =>
  Object.fromEntries(
    pageKinds.map((wanted) => [wanted, pages.filter(({ kind }) => kind === wanted).length]),
  ) as WeekFit['pages']

const sum = <T>(of: readonly T[], count: (one: T) => number): number => of.reduce((total, one) => total + count(one), 0)
const thousandths = (share: number): number => Math.round(share * 1000) / 1000
const millimetres = (points: number): number => Math.round(inMm(points) * 10) / 10
