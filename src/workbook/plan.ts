/** Sheet → workbook plan: day sheets with answer space by kind, the week summary, the citation key. */

import { minutesOf } from '../sheet/braces/minutes.js'
import { fullScore, pointsOf } from '../sheet/braces/points.js'
import { hasStyle, stylesOfKind } from '../sheet/braces/space-styles.js'
import type { Day, DayKey, Part, Question, Sheet, SpaceStyle, Task, TaskKind } from '../sheet/model.js'
import { hasQuestionMark } from '../sheet/questions/asks.js'
import { courseIn, partsOfTitle, sameWords, titleOf } from '../sheet/title.js'
import { findWeek } from '../sheet/words/day-names.js'
import type { ResolvedCitations } from '../sources/model.js'
import { fillWords, type Template } from '../template/model.js'
import type { OptionalPage } from '../template/optional-pages.js'
import { pointsFigure, pointsInWords } from '../template/points.js'
import type { SpaceRule } from '../template/workbook-style.js'
import { plainBlocks, plainText, type RichBlock } from '../text/rich.js'
import { inlineFormulas } from '../text/tex/formulas-in.js'
import { editionOf, type WorkbookPart } from './editions.js'
import { planGuide } from './plan/plan-guide.js'
import { planKey } from './plan/plan-key.js'
import { planBrainDump, planCalendar, planExitTicket, planTestAndFold } from './plan/plan-optional.js'
import { retestDates } from './plan/retests.js'
import { revisionOf, saidOnSheet } from './plan/revision.js'
import type {
  DaySheetPlan,
  KeyDayPlan,
  OneSpacePlan,
  QuestionPlan,
  RuleBudget,
  SpacePlan,
  StylePlan,
  SummaryPlan,
  WorkbookPlan,
} from './plan-model.js'

/** Which part of the workbook is wanted. */
export interface WorkbookOptions {
  /** What is left out is not mentioned either. Default: the parts of the whole workbook. */
  parts?: readonly WorkbookPart[]
  /** Only these days; all when left out. */
  days?: readonly DayKey[]
  /** Number of the first page; 1 when left out. */
  firstPage?: number
  /** Numbers of the first pages of its parts, where they do not simply go on. */
  numbers?: ReadonlyMap<string, number>
  /** Labels of the pages of questions, for parts that name them and do not stand behind the day sheets. */
  pageOf?: ReadonlyMap<string, string>
  /** It is one of the weeks of a booklet. `course`: what the heads of weeks say that name none; null where nothing is known. */
  booklet?: { course: string | null }
  /** False: nobody will see the day sheets, and their revisions are left empty. Default: true. */
  stamped?: boolean
}

/** Plans the workbook of one sheet. Pure; asks only what is said and how many rules it may take. */
export function planWorkbook(
  sheet: Sheet,
  citations: ResolvedCitations,
  template: Template,
  options: WorkbookOptions = {},
): WorkbookPlan {
  const wanted = options.days
  const days = sheet.days.filter((day) => day.questions.length > 0 && (!wanted || wanted.includes(day.key)))
  const parts = options.parts ?? editionOf('whole', 'week', template.workbook.key).parts
  /** A page that is asked for, and that belongs to these parts. */
  const asked = (page: OptionalPage) => parts.includes(page) && template.workbook.pages.includes(page)
  const keyWanted = parts.includes('key') || parts.includes('dayKey')
  const stamped = options.stamped ?? true
  const keyOf = (withReverse: boolean) =>
    planKey(days, citations, {
      ...template.workbook,
      withReverse,
      pointsInWords: (points) => pointsInWords(points, template),
    })
  const key = keyWanted ? keyOf(parts.includes('key')) : null
  // The sheet of a day has one stamp in all editions, also in one that leaves out the key that stands on it in the others.
  const isCarried = template.workbook.key !== 'back' && stamped && parts.includes('days')
  const carried = isCarried ? (key ?? keyOf(false)).days : []
  const title = plainText(titleOf(sheet, template.words.week))
  const { booklet } = options
  const eyebrow = eyebrowOf(sheet, title, template)
  const inCourse = booklet ? { ...sheet, course: sheet.course ?? booklet.course } : sheet
  const shortTitle = titleInCourse(inCourse, title, template)
  return {
    file: sheet.file,
    title: booklet ? shortTitle : [courseBeside(sheet.course, title), shortTitle].filter(Boolean).join(' — '),
    lang: sheet.lang ?? template.lang,
    dir: sheet.dir,
    eyebrow: booklet ? eyebrowOf(inCourse, title, template) : eyebrow,
    eyebrowWeek: partsInCourse(inCourse, title, template).find((part) => findWeek(part) === sheet.week) ?? null,
    running: booklet ? weekInWords(sheet, title, template) : null,
    firstPage: options.firstPage ?? 1,
    numbers: Object.fromEntries(options.numbers ?? []),
    days: parts.includes('days')
      ? days.map((day, i) => planDay(day, { eyebrow, key: carried[i] ?? null, sheet, template, stamped }))
      : [],
    summary: parts.includes('summary')
      ? {
          days: days.map((day) => summaryDay(day, sheet, template)),
          outOf: pointsFigure(days.reduce((sum, day) => sum + fullScore(day), 0)),
        }
      : null,
    key,
    guide: parts.includes('guide')
      ? planGuide(days, citations, template, (question) => minutesOf(question, template.minutes))
      : null,
    brainDumps: asked('brain-dump') ? days.map(planBrainDump) : [],
    exitTickets: asked('exit-tickets') ? days.flatMap(planExitTicket) : [],
    testAndFold:
      asked('test-and-fold') && (parts.includes('key') || !days.some(holdsAnswers))
        ? planTestAndFold(days, citations)
        : null,
    calendar: asked('calendar') ? planCalendar(days, sheet, template) : null,
    pageOf: Object.fromEntries(options.pageOf ?? []),
  }
}

/** Answers stay with the key: who gets none gets no sheet that has them either. */
const holdsAnswers = ({ questions }: Day): boolean => questions.some(({ answer }) => answer !== null)

function summaryDay(day: Day, sheet: Sheet, template: Template): SummaryPlan['days'][number] {
  const { id, heading } = day
  const retests = retestDates(day, sheet, template.workbook.retestDays, sheet.lang ?? template.lang)
  return { id, heading, outOf: pointsFigure(fullScore(day)), retests }
}

/** "Week 17 · Daily Recall": course, week and title, the week once, and no part of the title that the course says. */
function eyebrowOf(sheet: Sheet, title: string, template: Template): string {
  return [courseBeside(sheet.course, title), ...partsInCourse(sheet, title, template)].filter(Boolean).join(' · ')
}

/** What a week is called beside its course: "Week 1 — Daily Recall" of "Rivers — Week 1 — Daily Recall" in a course "Rivers". */
function titleInCourse(sheet: Sheet, title: string, template: Template): string {
  const { length } = partsBeside(null, title)
  if (partsBeside(sheet.course, title).length === length) return title
  return partsInCourse(sheet, title, template).join(' — ') || title
}

/** The parts of a title, and the week before them where none names it. */
function partsInCourse({ course, week }: Sheet, title: string, { words }: Template): string[] {
  const parts = partsBeside(course, title)
  const named = week === null || new RegExp(`(?<!\\d)0*${week}(?!\\d)`).test(parts.join(' · '))
  return named ? parts : [fillWords(words.week, { n: week }), ...parts]
}

/** The course to be said before what is left of a title beside it; null where that says it, and more: "Biology Year 10 – Week 12". */
const courseBeside = (course: string | null, title: string): string | null =>
  course !== null && courseIn(title, course) === 'more' ? null : course

/** The parts of a title between dashes, but for those that the course says: "Rivers" in "Geography — Rivers", or "Geography: Rivers". */
function partsBeside(course: string | null, title: string): string[] {
  const said = new Set(course === null ? [] : [course, ...course.split(/\s+[—–-]\s+|:\s+/)].map(sameWords))
  return partsOfTitle(title).filter((part) => !said.has(sameWords(part)))
}

/** "Week 17"; without a number what the week is called, or null. */
function weekInWords({ week }: Sheet, title: string, { words }: Template): string | null {
  return week === null ? title || null : fillWords(words.week, { n: week })
}

/** What the sheet of a day has from its week. `key`: its key where that stands on it, else null. */
interface DayDesk {
  eyebrow: string
  key: KeyDayPlan | null
  sheet: Sheet
  template: Template
  stamped: boolean
}

function planDay(day: Day, { eyebrow, key, sheet, template, stamped }: DayDesk): DaySheetPlan {
  const points = pointsOf(day)
  const questions = day.questions.map((question, i) => ({
    ...planQuestion(question, template),
    ...(points ? { points: pointsInWords(points[i] ?? 1, template) } : {}),
    ...(i > 0 && beginsSide(question, day.questions[i - 1]) ? { breakBefore: true as const } : {}),
    ...(question.author.keep === 'next' ? { keepWithNext: true as const } : {}),
  }))
  const said = {
    id: day.id,
    key: day.key,
    name: day.name,
    topic: day.topic,
    code: day.code.toUpperCase().replaceAll(' ', '·'),
    intro: [...sheet.intro, ...day.intro],
    minutes: questions.reduce((sum, question) => sum + question.minutes, 0),
    ...(day.author?.sides === undefined ? {} : { sides: day.author.sides }),
    questions,
  }
  const front = stamped ? revisionOf({ eyebrow, ...said }) : ''
  const { key: mode } = template.workbook
  const stamps =
    key && mode !== 'back'
      ? { revision: revisionOf({ eyebrow, ...said, carried: saidOnSheet(key, mode) }), carries: { key: mode, front } }
      : { revision: front }
  return { ...said, ...stamps, outOf: pointsFigure(fullScore(day)), place: day.place }
}

function beginsSide({ author }: Question, before: Question | undefined): boolean {
  return author.break !== undefined || before?.author.break === 'around'
}

function planQuestion(question: Question, template: Template): QuestionPlan {
  return {
    id: question.id,
    number: question.number,
    label: question.label,
    prompt: question.prompt,
    minutes: minutesOf(question, template.minutes),
    space: planSpace(question, template),
    place: question.place,
  }
}

function planSpace(question: Question, template: Template): SpacePlan {
  if (question.parts.length === 0) return oneSpace(question, template)
  const parts = question.parts.map((part) => {
    const { id, letter, prompt, place } = part
    return { id, letter, prompt, space: oneSpace(part, template), place }
  })
  return { kind: 'parts', rules: sumOf(parts.map((part) => part.space.rules)), parts }
}

function sumOf(budgets: readonly RuleBudget[]): RuleBudget {
  const sum = (of: (budget: RuleBudget) => number) => budgets.reduce((total, budget) => total + of(budget), 0)
  const by = budgets.every((budget) => budget.by === 'author') ? 'author' : 'template'
  return {
    min: sum((b) => b.min),
    natural: sum((b) => b.natural),
    max: sum((b) => b.max),
    weight: sum((b) => b.weight),
    step: 1,
    by,
  }
}

/** Answer space by the kind of the question, never by the length of the answer: a blank that fits gives it away. */
function oneSpace({ task, author, prompt }: Question | Part, template: Template): OneSpacePlan {
  if (author.lines === 0) {
    const rules: RuleBudget = { ...noRules, by: 'author' }
    return task.kind === 'choose' ? { rules, kind: task.kind, offer: task.offer } : { rules, kind: 'none' }
  }
  const wantsSpace = author.lines !== undefined || (author.space !== undefined && author.from?.space === undefined)
  if (!wantsSpace && (hasCellsToFill(prompt) || (task.kind === 'explain' && isFilledIn(prompt))))
    return { kind: 'none', rules: noRules }
  const step = task.kind === 'list' ? Math.max(1, task.count) : 1
  const rules = budget(template.workbook.space[task.kind], author.lines, step)
  return { ...askedOf(task, prompt, rules), ...styleOf(task.kind, author.space, template) }
}

/** The author's style where the kind has it, else the template's; left out when it is the kind's own. */
function styleOf(kind: TaskKind, asked: SpaceStyle | undefined, template: Template): { style?: StylePlan } {
  const by = asked !== undefined && hasStyle(kind, asked) ? 'author' : 'template'
  const name = by === 'author' && asked !== undefined ? asked : template.workbook.space[kind].style
  return name === stylesOfKind[kind][0] ? {} : { style: { name, by } }
}

function askedOf(task: Task, prompt: readonly RichBlock[], rules: RuleBudget): OneSpacePlan {
  switch (task.kind) {
    case 'list':
      return { rules, kind: task.kind, count: task.count }
    case 'compare':
      return { rules, kind: task.kind, terms: task.terms, aspect: task.aspect, ...formulasOf(prompt) }
    case 'sides':
      return { rules, kind: task.kind, labels: task.labels, ...formulasOf(prompt) }
    case 'say':
      return { rules, kind: task.kind, seconds: task.seconds }
    case 'choose':
      return { rules, kind: task.kind, offer: task.offer }
    case 'explain':
    case 'draw':
      return { rules, kind: task.kind }
  }
}

function formulasOf(prompt: readonly RichBlock[]): { formulas?: string[] } {
  const formulas = inlineFormulas(prompt)
  return formulas.length === 0 ? {} : { formulas }
}

const noRules: RuleBudget = { min: 0, natural: 0, max: 0, weight: 0, step: 1, by: 'template' }

/** A table with empty cells is written in itself: two at least, since a lone one may only have nothing to say. */
function hasCellsToFill(prompt: readonly RichBlock[]): boolean {
  const cells = prompt.flatMap((block) => (block.type === 'table' ? block.rows.flat() : []))
  return cells.filter((runs) => runs.length === 0).length >= 2
}

/** A sentence of it goes on behind the last blank, or another one follows. */
const goesOn = /[.!…。]["'”’)\]]*\s+\S/

/** "The ____ makes ____ for the cell." is written in itself; "x = ____. Show your working." and a question want room as well. */
function isFilledIn(prompt: readonly RichBlock[]): boolean {
  const words = plainBlocks(prompt).trim()
  const last = words.lastIndexOf('___')
  return last >= 0 && !hasQuestionMark(words) && !goesOn.test(words.slice(last))
}

/** The template's bounds, or exactly the author's lines, in whole steps. */
function budget(rule: SpaceRule, authorLines: number | undefined, step: number): RuleBudget {
  const up = (rules: number) => Math.max(step, Math.ceil(rules / step) * step)
  if (authorLines !== undefined) {
    const lines = up(authorLines)
    return { min: lines, natural: lines, max: lines, weight: 0, step, by: 'author' }
  }
  const min = up(rule.min)
  const natural = Math.max(min, up(rule.natural))
  const max = Math.max(natural, Math.floor(rule.max / step) * step)
  return { min, natural, max, weight: rule.weight, step, by: 'template' }
}
