/**
 * The front door: the verbs we promise and the types between them.
 *
 * ```ts
 * import { Log, parseSheet } from 'cold-recall'
 *
 * const log = new Log()
 * const sheet = parseSheet('# Week 1 — Recall\n\n## Monday\n\n1. Why? See notes.md §1.', 'recall.md', log)
 * sheet.days[0]?.questions[0]?.task.kind // 'explain'
 * ```
 */
export { type BuildOptions, type BuildResult, type BuildWorld, build } from './build/build.js'
export { type FoundPicture, type ReadSheet, readSheets, type SheetText } from './build/read-sheets.js'
export type { OutputFile, OutputReport, Product, SheetReport } from './build/week-model.js'
export { layoutDeck } from './deck/layout.js'
export { planDeck } from './deck/plan.js'
export type { DeckPlan } from './deck/plan-model.js'
export { renderPptx } from './deck/pptx.js'
export type { Slides } from './deck/slides-model.js'
export { Log, type Message, type MessageCode, type Place, type Severity } from './diagnostics.js'
export type { LastBuild, Manifest } from './identity/model.js'
export { withFormulas } from './math/formulas.js'
export type { Picture, Pictures } from './pictures/model.js'
export type { Citation, Day, Question, Sheet, Task } from './sheet/model.js'
export { parseSheet, parseSheets } from './sheet/parse.js'
export type { ResolvedCitations } from './sources/model.js'
export { type FindTemplate, loadTemplate, type TemplateFolder } from './template/load.js'
export type { Template } from './template/model.js'
export { type FontSet, openFonts } from './text/fonts/fonts.js'
export type { Metrics } from './text/metrics.js'
export type { Edition } from './workbook/editions.js'
export { type DayFit, type FitReport, fitOf, type WeekFit } from './workbook/fit.js'
export { layoutWorkbook } from './workbook/layout.js'
export type { Pages } from './workbook/pages-model.js'
export { renderPdf } from './workbook/pdf.js'
export { planWorkbook } from './workbook/plan.js'
export type { WorkbookPlan } from './workbook/plan-model.js'
