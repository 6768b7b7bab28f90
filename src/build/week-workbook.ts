/** The workbooks of a week: whole, single days, editions, with the page numbers of the whole week. */
import type { OtherPages } from '../identity/model.js'
import type { Day, Sheet } from '../sheet/model.js'
import { printings } from '../workbook/centre.js'
import { type Edition, editionOf, type WorkbookPart } from '../workbook/editions.js'
import { handedOut, sidesAndLeaves } from '../workbook/fit.js'
import { layoutWorkbook } from '../workbook/layout.js'
import { numbersOfParts, type Page, type Pages, pageOfQuestion } from '../workbook/pages-model.js'
import { planWorkbook } from '../workbook/plan.js'
import type { WorkbookPlan } from '../workbook/plan-model.js'
import type { LaidOut } from './other-pages.js'
import { dayFile } from './output-names.js'
import { type Extent, editionsOf, type MadeFile, type WeekDesk } from './week-model.js'

/** The PDFs of a week: each edition that is asked for, and a sheet for each day where days are; each once for each paper. `guide`: the run sheet of the week, null where it is not asked for; `printed`: the pages of all. */
export async function workbookFiles(
  desk: WeekDesk,
): Promise<{ files: MadeFile[]; guide: LaidOut | null; printed: Page[] }> {
  const { read, chosen, template, fonts, options, memory } = desk
  const { renderPdf } = await import('../workbook/pdf.js')
  const { key, paper } = template.workbook
  const files: MadeFile[] = []
  const printed: Page[] = []
  const add = async (name: string, edition: Edition, laidOut: Pages, days: readonly Day[]) => {
    const isPaper = laidOut.pages.some(({ kind }) => kind === 'day')
    // The key of a day is no new key of the week.
    printed.push(...laidOut.pages.filter(({ kind }) => kind !== 'key' || days.length === read.sheet.days.length))
    for (const { suffix, print } of printings(paper)) {
      const bytes = await renderPdf(print(laidOut, memory?.workbook.moved), fonts, {
        date: options.date,
        pictures: read.pictures,
        memory: memory?.workbook,
      })
      files.push({
        name: `${name}${suffix}.pdf`,
        bytes,
        extent: extentOf(laidOut, edition, read.sheet),
        ...(isPaper && { days: days.map((day) => day.key) }),
      })
    }
  }
  const wholeWeek = options.day === null
  const wanted = editionsOf(options)
  let guide: LaidOut | null = null
  for (const edition of wholeWeek ? wanted : []) {
    const laid = layoutEdition(edition, null, desk)
    if (laid.plan.guide) guide = laid
    await add(`workbook${editionOf(edition, 'week', key).suffix}`, edition, laid.pages, read.sheet.days)
  }
  // The day sheets of two editions are one and the same.
  const suffixOf = (edition: Edition) => editionOf(edition, 'day', key).suffix
  const apart = wanted.filter((name, i) => wanted.findIndex((other) => suffixOf(other) === suffixOf(name)) === i)
  for (const day of wholeWeek && !options.split ? [] : chosen.days)
    for (const edition of apart) {
      const name = `sheets/${dayFile(read.sheet, day)}${suffixOf(edition)}`
      await add(name, edition, layoutEdition(edition, day, desk).pages, [day])
    }
  return { files, guide, printed }
}

/** Whether pages beside the day sheets are among those of the files that were made. */
export function areAmong(pages: readonly Page[], { days }: WorkbookPlan): (other: OtherPages) => boolean {
  const keys = new Map(days.map(({ id, key }) => [id, key]))
  const own = pages.filter(({ keyOf }) => keyOf === undefined)
  const made = new Set(own.flatMap(({ kind, day }) => [kind, `${kind} ${keys.get(day ?? '')}`]))
  return ({ kind, day }) => made.has(day === undefined ? kind : `${kind} ${day}`)
}

/** An edition of the week, or of one day, with the page numbers of the whole workbook. */
function layoutEdition(
  edition: Edition,
  day: Day | null,
  { read, plan: whole, pages, template, metrics, log, memory }: WeekDesk,
): LaidOut {
  if (edition === 'whole' && day === null) return { plan: whole, pages }
  const { parts } = editionOf(edition, day === null ? 'week' : 'day', template.workbook.key)
  const numbers = numbersOfParts(pages)
  const first = pages.pages.find((page) => {
    const isWanted = parts.includes(page.kind === 'day' ? 'days' : (page.kind as WorkbookPart))
    return isWanted && (day === null || page.day === day.id || page.keyOf === day.id)
  })
  const plan = planWorkbook(read.sheet, read.citations, template, {
    parts,
    ...(day === null ? {} : { days: [day.key] }),
    firstPage: first ? Number(first.label) : 1,
    numbers,
    pageOf: parts.includes('days') ? new Map() : pageOfQuestion(pages),
  })
  return { plan, pages: layoutWorkbook(plan, template, metrics, log, memory?.workbook) }
}

function extentOf({ pages, duplex }: Pages, edition: Edition, sheet: Sheet): Extent {
  const holdsAnswers = sheet.days.some((day) => day.questions.some((question) => question.answer !== null))
  const { sides, leaves } = sidesAndLeaves(handedOut(pages, holdsAnswers))
  const paper = { sidesPerStudent: sides, leavesPerStudent: duplex ? leaves : sides, duplex }
  return { product: 'workbook', edition, pages: pages.length, ...paper }
}
