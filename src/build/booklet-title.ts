/** What a booklet is called: by the course that its sheets name, by their folder, or by its weeks. */
import type { Sheet } from '../sheet/model.js'
import { titleOf } from '../sheet/title.js'
import { fillWords, type Template } from '../template/model.js'
import type { Metrics } from '../text/metrics.js'
import { plainText } from '../text/rich.js'
import { spanOf } from '../workbook/front/front-plan.js'

/** A week of a booklet, as far as its title goes. */
interface TitledWeek {
  read: { sheet: Pick<Sheet, 'course' | 'title' | 'week' | 'file'> }
  template: Template
  metrics: Metrics
}

/** What a booklet is called, and why not as one of its sheets says. */
export interface BookletTitle {
  title: string
  /** The course of all its weeks, by a sheet or by the folder; null where nothing says it. */
  course: string | null
  /** A sheet whose course is not that of another one, where the booklet can be called after neither; else null. */
  dispute: { file: string; course: string; other: string; otherCourse: string | null } | null
}

/**
 * Weeks of one course are called after it, also where only one of them names it. Two that name different ones, or have the same number of which one
 * names none, are of several courses: those are called as the folder that holds them, `home`, or at the top by their weeks.
 * `weeks`: in order, one or more.
 */
export function bookletTitle(weeks: readonly TitledWeek[], home: string): BookletTitle {
  const sheets = weeks.map(({ read }) => read.sheet)
  const dispute = disputeOf(sheets)
  const named = dispute ? null : (sheets.find(({ course }) => course !== null)?.course ?? null)
  const course = named ?? nameOf(home, weeks)
  return { title: course ?? titleOfWeeks(weeks), course, dispute }
}

function disputeOf(sheets: readonly TitledWeek['read']['sheet'][]): BookletTitle['dispute'] {
  const one = sheets.find(({ course }) => course !== null)
  if (!one || one.course === null) return null
  const numbers = new Set(sheets.flatMap(({ course, week }) => (course === null || week === null ? [] : [week])))
  const other = sheets.find(({ course, week }) =>
    course === null ? week !== null && numbers.has(week) : course !== one.course,
  )
  return other ? { file: one.file, course: one.course, other: other.file, otherCourse: other.course } : null
}

/** "Retrieval practice" of `courses/retrieval-practice`; null at the top, and for a name that no font can show: nobody has asked for it to be printed. */
function nameOf(home: string, [first]: readonly TitledWeek[]): string | null {
  const words = (home.split('/').at(-1) ?? '').replace(/[-_]+/g, ' ').trim()
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  return name === '' || first?.metrics.missing(name, 'text').length !== 0 ? null : name
}

/** "Week 1 – Week 12"; "Week 5" of several courses; else what all of them are called. */
function titleOfWeeks(weeks: readonly TitledWeek[]): string {
  const numbers = weeks.map(({ read }) => read.sheet.week)
  const [first] = weeks
  const span = first && spanOf(numbers, first.template)
  if (span) return span
  const [week = null] = numbers
  if (first && week !== null && numbers.every((number) => number === week))
    return fillWords(first.template.words.week, { n: week })
  const titles = weeks.map(({ read, template }) => plainText(titleOf(read.sheet, template.words.week)))
  return [...new Set(titles.filter((title) => title !== ''))].join(', ')
}
