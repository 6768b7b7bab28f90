/** Sheet → the pages that are only there when they are asked for: brain dumps, exit tickets, test and fold, calendar. */
import type { Day, Question, Sheet } from '../../sheet/model.js'
import { wholePrompt } from '../../sheet/options/parts.js'
import type { ResolvedCitations } from '../../sources/model.js'
import { fillWords, type Template } from '../../template/model.js'
import type { BrainDumpPlan, CalendarPlan, ExitTicketPlan, TestAndFoldPlan } from '../plan-model.js'
import { planKey } from './plan-key.js'
import { calendarOf, startOf } from './retests.js'

export const planBrainDump = ({ id, heading }: Day): BrainDumpPlan => ({ day: id, heading })

/** Kinds that can be answered on a few lines; those that show understanding come first. */
const ticketKinds = ['explain', 'sides', 'list', 'compare', 'choose'] as const

/** Copies of a ticket on a page. */
const ticketsOfPage = 3

/** The questions that a slip of paper may ask, best first: in few words and answered on a few lines. [] for a day that has none: nobody cuts up empty slips. */
export function planExitTicket(day: Day): ExitTicketPlan[] {
  const fits = ({ parts, prompt }: Question) =>
    parts.length === 0 && prompt.every(({ type }) => type === 'paragraph') && prompt.length === 1
  const questions = ticketKinds.flatMap((kind) => day.questions.filter((each) => each.task.kind === kind && fits(each)))
  if (questions.length === 0) return []
  const asked = questions.map(({ label, prompt }) => ({ label, prompt }))
  return [{ day: day.id, name: day.name, heading: day.heading, copies: ticketsOfPage, questions: asked }]
}

/** Questions at the left, what the key says at the right. */
export function planTestAndFold(days: readonly Day[], citations: ResolvedCitations): TestAndFoldPlan {
  const key = planKey(days, citations, { qr: false, sources: '', withReverse: false })
  return {
    days: days.map(({ id, heading, questions }, i) => {
      const { entries = [] } = key.days[i] ?? {}
      const rows = questions.flatMap((question, n) => {
        const entry = entries[n]
        return entry ? [{ entry, prompt: wholePrompt(question) }] : []
      })
      return { id, heading, rows }
    }),
  }
}

/** When which day comes again, week by week from the sheet's own; weeks in which nothing comes are left out. */
export function planCalendar(days: readonly Day[], sheet: Sheet, template: Template): CalendarPlan {
  const lang = sheet.lang ?? template.lang
  const { heads, weeks } = calendarOf(days, sheet, template.workbook.retestDays, lang)
  const dated = startOf(sheet) !== null
  const first = sheet.week ?? 1
  return {
    heads,
    weeks: weeks.map(({ index, cells }) => ({
      label: dated ? null : fillWords(template.words.week, { n: first + index }),
      cells,
    })),
  }
}
