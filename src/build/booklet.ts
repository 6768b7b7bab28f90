/**
 * One PDF of all weeks of a course: a title page, the contents, and each week's workbook behind the other, with page numbers that go on.
 *
 * Weeks are planned, laid out and written one at a time, so that a course of any length needs the memory of one week and of its file.
 * Contents come last, when the pages are known, and stand first; their pages have numbers of their own, so that those of the weeks hang on nothing before them.
 */
import { Log } from '../diagnostics.js'
import { keyOfWeek } from '../identity/model.js'
import type { Template } from '../template/model.js'
import { printsBacks } from '../template/sides.js'
import { DigestedPieces } from '../text/digest.js'
import type { FontSet } from '../text/fonts/fonts.js'
import type { Metrics } from '../text/metrics.js'
import { printings } from '../workbook/centre.js'
import { type Edition, editionOf } from '../workbook/editions.js'
import { layoutFront } from '../workbook/front/front.js'
import {
  type ContentsWeek,
  contentsOf,
  editionInWords,
  type FrontPlan,
  spanOf,
  withPlaces,
} from '../workbook/front/front-plan.js'
import { layoutWorkbook } from '../workbook/layout.js'
import { numbersOfParts, type Pages, pageOfQuestion } from '../workbook/pages-model.js'
import type { BookletHead } from '../workbook/pdf.js'
import { planWorkbook, type WorkbookOptions } from '../workbook/plan.js'
import { type BookletTitle, bookletTitle } from './booklet-title.js'
import type { KeptSheet } from './kept-sheet.js'
import { outputPath } from './output-names.js'
import { editionsOf, type FileToTake, type Taken, type WeekOptions } from './week-model.js'

/** A week that was built, with what it was built with. `folder` is its own below the output folder. */
export interface BookletWeek {
  read: KeptSheet
  folder: string
  template: Template
  fonts: FontSet
  /** The fonts, with the formulas of the week. */
  metrics: Metrics
}

/** The weeks of one booklet, in order, and where it stands below the output folder, without its ending. */
export interface Booklet {
  path: string
  head: BookletHead
  /** What the course is called, by a sheet or by its folder; null where nothing says it. */
  course: string | null
  /** Of weeks that name different courses. */
  dispute: BookletTitle['dispute']
  fonts: FontSet
  /** Of its first week, which says how all are printed. */
  style: Template['workbook']
  weeks: BookletWeek[]
  /** Files of weeks that are set in other fonts and cannot stand in the same file. */
  others: string[]
}

/**
 * Two weeks or more in folders beside each other are a booklet, those of each language one of their own.
 *
 * | weeks | booklets |
 * |---|---|
 * | `course/week-01`, `course/week-02` | `course/booklet` |
 * | `week-01`, `week-02` | `booklet` |
 * | `course/week-01`, `course/week-02` in English, the same two in Arabic | `course/booklet-en`, `course/booklet-ar` |
 * | `week-01` alone | none |
 */
export function bookletsOf(weeks: readonly BookletWeek[]): Booklet[] {
  return groupBy(weeks, homeOf).flatMap(([home, beside]) => {
    const byLanguage = groupBy(beside, langOf).filter(([, all]) => all.length > 1)
    return byLanguage.map(([lang, all]): Booklet => {
      // Sorting keeps weeks of one number in their order.
      const ordered = all.toSorted((a, b) => orderOf(a) - orderOf(b))
      // A group has a first.
      const first = ordered[0] as BookletWeek
      const isSame = ({ fonts }: BookletWeek) => fonts === first.fonts
      const { sheet } = first.read
      const weeks = ordered.filter(isSame)
      const { title, course, dispute } = bookletTitle(weeks, home)
      return {
        path: outputPath(home, byLanguage.length === 1 ? 'booklet' : `booklet-${lang}`),
        head: {
          title,
          lang: sheet.lang ?? first.template.lang,
          duplex: printsBacks(first.template.workbook),
          ...(sheet.dir === 'rtl' && { dir: 'rtl' as const }),
        },
        course,
        dispute,
        fonts: first.fonts,
        style: first.template.workbook,
        weeks,
        others: ordered.filter((week) => !isSame(week)).map(({ read }) => read.sheet.file),
      }
    })
  })
}

/** The folder that a week's folder stands in, and the language of a week without its region. */
const homeOf = ({ folder }: BookletWeek): string => folder.split('/').slice(0, -1).join('/')
const langOf = ({ read, template }: BookletWeek): string => (read.sheet.lang ?? template.lang).split('-')[0] ?? ''

/** The weeks that are in no booklet: none stands beside them (`lang` is null), or none in their language, `lang`. */
export const weeksAlone = (weeks: readonly BookletWeek[]): { file: string; lang: string | null }[] =>
  groupBy(weeks, homeOf).flatMap(([, beside]) =>
    groupBy(beside, langOf).flatMap(([lang, [week, ...others]]) =>
      week && others.length === 0 ? [{ file: week.read.sheet.file, lang: beside.length === 1 ? null : lang }] : [],
    ),
  )

const orderOf = ({ read }: BookletWeek): number => read.sheet.week ?? Number.MAX_SAFE_INTEGER

/**
 * The pages of an edition of a booklet, a week at a time. Student edition and key have the numbers of the whole booklet, so that the one leads to the
 * other; the run sheet, which stands in no whole one, has its own. What is wrong with pages was said when the weeks were built.
 */
export function* bookletPages(
  { weeks, course }: Pick<Booklet, 'weeks' | 'course'>,
  edition: Edition,
): Generator<Pages> {
  let count = 0
  for (const { read, template, metrics } of weeks) {
    const { key } = template.workbook
    const { parts } = editionOf(edition, 'week', key)
    const { sheet, citations } = read.planned()
    const firstPage = printsBacks(template.workbook) ? nextRight(count) : count + 1
    const lay = (own: WorkbookOptions): Pages => {
      const options = { firstPage, booklet: { course }, ...own }
      return layoutWorkbook(planWorkbook(sheet, citations, template, options), template, metrics, new Log())
    }
    if (edition === 'whole' || edition === 'instructor') {
      const pages = lay({ parts })
      count = firstPage - 1 + pages.pages.length
      yield pages
      continue
    }
    const whole = lay({ parts: editionOf('whole', 'week', key).parts })
    count = firstPage - 1 + whole.pages.length
    const pageOf = parts.includes('days') ? new Map() : pageOfQuestion(whole)
    yield lay({ parts, numbers: numbersOfParts(whole), pageOf })
  }
}

/** What stands before the weeks of an edition: the title page, and the contents with what is known of the weeks when they are laid. */
export function bookletFront(
  { head, course, weeks }: Booklet,
  edition: Edition,
  contents: readonly ContentsWeek[],
): Pages | null {
  const [first] = weeks
  if (!first?.template.workbook.front) return null
  const { template, metrics } = first
  const span =
    course === null
      ? null
      : spanOf(
          weeks.map(({ read }) => read.sheet.week),
          template,
        )
  const { title, lang, dir = 'ltr' } = head
  const edited = editionInWords(edition, template)
  const plan: FrontPlan = {
    title,
    lang,
    dir,
    under: [span, edited].filter((words) => words !== null),
    nameField: edited === null,
    weeks: [...contents],
  }
  return layoutFront(plan, template, metrics)
}

/** Number of the first right page behind `count` pages. */
const nextRight = (count: number): number => count + (count % 2) + 1

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups]
}

/** A booklet that was written. */
export interface BookletReport {
  path: string
  edition: Edition
  weeks: number
  pages: number
}

/** A file in which weeks stand; `isPaper`: with their day sheets. */
export interface BookletFile {
  path: string
  sha256: string
  isPaper: boolean
}

/** What booklets were made. */
export interface MadeBooklets {
  reports: BookletReport[]
  /** By `keyOfWeek`, the files that a week stands in, for the manifest. */
  outputs: ReadonlyMap<string, readonly BookletFile[]>
}

/** The booklets of the weeks that were built. Reports `booklet-courses-differ`, `booklet-left-out`, `booklet-week-alone`, `booklet-other-language` and `booklet-none`. */
export async function buildBooklets(
  weeks: readonly BookletWeek[],
  take: (files: readonly FileToTake[]) => Taken,
  options: WeekOptions,
  log: Log,
): Promise<MadeBooklets> {
  const { renderBooklet } = await import('../workbook/pdf.js')
  const reports: BookletReport[] = []
  const outputs = new Map<string, BookletFile[]>()
  const booklets = bookletsOf(weeks)
  if (booklets.length === 0 && weeks.length > 0)
    log.report('booklet-none', null, { why: 'no two weeks of one language stand in folders beside each other' })
  // Without any booklet that is said once.
  if (booklets.length > 0)
    for (const { file, lang } of weeksAlone(weeks))
      if (lang === null) log.report('booklet-week-alone', { file }, {})
      else log.report('booklet-other-language', { file }, { lang })
  for (const booklet of booklets) {
    reportDispute(booklet, log)
    for (const file of booklet.others) log.report('booklet-left-out', { file }, { booklet: `${booklet.path}.pdf` })
    const pictures = new Map(booklet.weeks.flatMap(({ read }) => [...read.pictures]))
    const { key, paper } = booklet.style
    for (const edition of editionsOf(options))
      for (const { suffix, print } of printings(paper)) {
        const isForBacks = edition === 'key' && key === 'flip'
        const head = { ...booklet.head, duplex: booklet.head.duplex && !isForBacks }
        let pages = 0
        const contents: ContentsWeek[] = []
        const counted = function* () {
          for (const week of bookletPages(booklet, edition)) {
            // A week begins on a front side; the back before it may stay blank.
            if (head.duplex) pages += pages % 2
            pages += week.pages.length
            const placed = withPlaces(week)
            contents.push(contentsOf(placed, contents.length + 1))
            yield print(placed)
          }
        }
        const front = () => {
          const laid = isForBacks ? null : bookletFront(booklet, edition, contents)
          pages += laid?.pages.length ?? 0
          return laid && print(laid)
        }
        const path = `${booklet.path}${editionOf(edition, 'week', key).suffix}${suffix}.pdf`
        const meta = { date: options.date, pictures }
        const bytes = new DigestedPieces(renderBooklet(head, counted(), front, booklet.fonts, meta))
        const file: FileToTake = {
          path,
          bytes,
          get sha256() {
            return bytes.sha256
          },
        }
        if (take([file]) !== 'kept') continue
        const { sha256 } = file
        const isPaper = editionOf(edition, 'week', key).parts.includes('days')
        reports.push({ path, edition, weeks: booklet.weeks.length, pages })
        for (const name of booklet.weeks.map(({ read: week }) => keyOfWeek(week)))
          outputs.set(name, [...(outputs.get(name) ?? []), { path, sha256, isPaper }])
      }
  }
  return { reports, outputs }
}

function reportDispute({ path, head: { title }, dispute }: Booklet, log: Log): void {
  if (dispute === null) return
  const { file, course, other, otherCourse } = dispute
  const there = otherCourse === null ? `not named in ${other}` : `"${otherCourse}" in ${other}`
  log.report('booklet-courses-differ', { file }, { course, there, booklet: `${path}.pdf`, title })
}
