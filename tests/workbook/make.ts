/** Sheet → pages → bytes in one call, with the metrics that a test wants. */
import { Log, type Message } from '../../src/diagnostics.js'
import type { Pictures } from '../../src/pictures/model.js'
import type { Sheet } from '../../src/sheet/model.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { indexSource } from '../../src/sources/index.js'
import { resolveCitations } from '../../src/sources/resolve.js'
import type { Template } from '../../src/template/model.js'
import type { Metrics } from '../../src/text/metrics.js'
import { layoutWorkbook } from '../../src/workbook/layout.js'
import type { Pages } from '../../src/workbook/pages-model.js'
import { renderPdf } from '../../src/workbook/pdf.js'
import { planWorkbook, type WorkbookOptions } from '../../src/workbook/plan.js'
import type { WorkbookPlan } from '../../src/workbook/plan-model.js'
import { realFonts } from '../real-fonts.js'
import { repositoryText } from '../sheet/read.js'
import { classicTemplate } from '../template.js'

export const realFile = 'content/week-17/04_daily_recall.md'

/** The files that the real sheet cites. */
export const realSources = (): Record<string, string> => {
  const names = ['02_explainer.md', '03_study_material.md']
  return Object.fromEntries(names.map((name) => [name, repositoryText(`content/week-17/${name}`)]))
}

/** The real sheet, its citations as written: its sources are not at hand. */
export const realSheet = (): Sheet => parseSheet(repositoryText(realFile), realFile, new Log())

/** Days of one question per line: `{Monday: ['Why? See a.md §1.', …]}`. */
export function sheetText(days: Readonly<Record<string, readonly string[]>>, title = 'Week 17 — Daily Recall'): string {
  const parts = Object.entries(days).map(
    ([name, questions]) => `## ${name}\n\n${questions.map((question, i) => `${i + 1}. ${question}`).join('\n')}\n`,
  )
  return [`# ${title}\n`, ...parts].join('\n')
}

export interface MadeWorkbook {
  sheet: Sheet
  plan: WorkbookPlan
  pages: Pages
  template: Template
  messages: readonly Message[]
  /** Codes of the messages of layout, in the order in which they were reported. */
  codes: string[]
  /** The bytes of its pictures, where it has some. */
  pictures?: Pictures
}

interface MakeOptions extends WorkbookOptions {
  template?: Template
  paper?: string
  metrics?: Metrics
  /** Texts of cited files by name; none is at hand when left out. */
  sources?: Readonly<Record<string, string>>
}

/** A sheet, or its Markdown, laid out on the classic template's paper with real fonts, unless said otherwise. */
export function makeWorkbook(from: Sheet | string, options: MakeOptions = {}): MadeWorkbook {
  const { template = classicTemplate(), metrics = realFonts(), paper, sources = {}, ...wanted } = options
  if (paper) template.workbook.paper = paper
  const sheet = typeof from === 'string' ? parseSheet(from, 'week-17/recall.md', new Log()) : from
  const indexed = new Map(Object.entries(sources).map(([name, text]) => [name, indexSource(text, name, new Log())]))
  const plan = planWorkbook(sheet, resolveCitations(sheet, indexed, new Log()), template, wanted)
  const log = new Log()
  const pages = layoutWorkbook(plan, template, metrics, log)
  return { sheet, plan, pages, template, messages: log.messages, codes: log.messages.map(({ code }) => code) }
}

export const epoch = new Date(0)

export const pdfOf = (made: Pick<MadeWorkbook, 'pages' | 'pictures'>, date = epoch): Promise<Uint8Array> =>
  renderPdf(made.pages, realFonts(), { date, pictures: made.pictures ?? new Map() })
