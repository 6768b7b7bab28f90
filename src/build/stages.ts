/** The stages from a sheet that was read to its pages and to its slides. */
import { layoutDeck } from '../deck/layout.js'
import type { DeckMemory } from '../deck/memory.js'
import { planDeck } from '../deck/plan.js'
import type { Log } from '../diagnostics.js'
import type { Calls } from '../roster/calls.js'
import type { Template } from '../template/model.js'
import type { Metrics } from '../text/metrics.js'
import { layoutWorkbook } from '../workbook/layout.js'
import { type Pages, pageOfQuestion } from '../workbook/pages-model.js'
import { planWorkbook } from '../workbook/plan.js'
import type { ReadSheet } from './read-sheets.js'
import type { WeekMemory } from './week-memory.js'

/** Sheet → plan → pages of the whole workbook. */
export function workbookStages(read: ReadSheet, template: Template, metrics: Metrics, log: Log, memory?: WeekMemory) {
  const plan = planWorkbook(read.sheet, read.citations, template)
  return { plan, pages: layoutWorkbook(plan, template, metrics, log, memory?.workbook) }
}

/** Sheet → plan → slides; `pages` tell where each question stands on paper. */
export function deckStages(
  read: ReadSheet,
  template: Template,
  metrics: Metrics,
  pages: Pages,
  log: Log,
  {
    forAudience = false,
    calls = null,
    memory,
  }: { forAudience?: boolean; calls?: Calls | null; memory?: DeckMemory | undefined } = {},
) {
  const plan = planDeck(read.sheet, read.citations, template, { pageOf: pageOfQuestion(pages), forAudience, calls })
  return { plan, slides: layoutDeck(plan, template, metrics, log, memory) }
}
