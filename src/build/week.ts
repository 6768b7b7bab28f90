/** One week: a sheet that was read → its files, as bytes, with the page numbers of the whole week. */
import { withFormulas } from '../math/formulas.js'
import type { Sheet } from '../sheet/model.js'
import { carrierSummary, carriersOf } from '../sheet/questions/carrier-summary.js'
import { titleOf } from '../sheet/title.js'
import { citedTitles } from '../sources/cited-titles.js'
import { loadFontLibrary } from '../text/fonts/font-library.js'
import { plainText } from '../text/rich.js'
import { fitOf } from '../workbook/fit.js'
import { outputPath } from './output-names.js'
import { printFacts } from './print-facts.js'
import type { ReadSheet } from './read-sheets.js'
import { workbookStages } from './stages.js'
import { deckFiles } from './week-deck.js'
import { type Bench, editionsOf, type OutputFile, type SheetReport, type WeekDesk } from './week-model.js'
import { areAmong, workbookFiles } from './week-workbook.js'

/**
 * The files of one sheet, of which the days of `chosen` are wanted; `folder` is theirs below the output folder. Page numbers and codes are those of the
 * whole workbook, also when only a day is wanted.
 */
export async function buildWeek(read: ReadSheet, chosen: Sheet, folder: string, bench: Bench) {
  const { template, fonts, options, log, memory } = bench
  const { sheet } = read
  const { products } = options
  if (products.includes('workbook')) await loadFontLibrary()
  const metrics = await withFormulas([sheet, citedTitles(read.citations)], fonts, log)
  const { plan, pages } = workbookStages(read, template, metrics, log, memory)
  const desk: WeekDesk = { ...bench, read, chosen, metrics, plan, pages }
  const workbooks = products.includes('workbook') ? await workbookFiles(desk) : { files: [], guide: null, printed: [] }
  const decks = products.includes('deck') ? await deckFiles(desk) : { files: [], shown: null }
  const made = [...workbooks.files, ...decks.files].map(({ name, ...file }) => ({
    path: outputPath(folder, name),
    ...file,
  }))
  const report: SheetReport = {
    file: sheet.file,
    ...(sheet.files ? { files: sheet.files } : {}),
    ...(read.week === null ? {} : { week: read.week }),
    title: plainText(titleOf(sheet, template.words.week)),
    days: chosen.days.length,
    questions: chosen.days.reduce((n, day) => n + day.questions.length, 0),
    carriers: carrierSummary(carriersOf(chosen)),
    outputs: made.map(({ path, extent }) => ({ path, ...extent })),
  }
  const wanted = editionsOf(options)
  const fit =
    options.fit === false
      ? null
      : fitOf(plan, pages, {
          week: read.week,
          students: options.students ?? null,
          ...(options.day === null ? {} : { days: chosen.days.map(({ key }) => key) }),
          keyHandedOut: wanted.includes('whole') || !wanted.includes('student'),
        })
  const files: OutputFile[] = made.map(({ path, bytes, days }) => ({ path, bytes, ...(days && { days }) }))
  const known = printFacts({ plan, pages }, workbooks.guide, decks.shown, memory?.facts)
  const facts = { ...known, otherPages: known.otherPages.filter(areAmong(workbooks.printed, plan)) }
  return { files, report, fit, metrics, facts, deck: decks.shown !== null }
}
