/** Sheet → slides → bytes in one call, with the metrics that a test wants. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { layoutDeck } from '../../src/deck/layout.js'
import type { DeckMemory } from '../../src/deck/memory.js'
import { planDeck } from '../../src/deck/plan.js'
import type { DeckPlan } from '../../src/deck/plan-model.js'
import { renderPptx } from '../../src/deck/pptx.js'
import type { Slides } from '../../src/deck/slides-model.js'
import { Log } from '../../src/diagnostics.js'
import type { Calls } from '../../src/roster/calls.js'
import { formatTarget } from '../../src/sheet/citations/citation.js'
import type { Sheet } from '../../src/sheet/model.js'
import { parseSheet } from '../../src/sheet/parse.js'
import type { ResolvedCitations } from '../../src/sources/model.js'
import type { Template } from '../../src/template/model.js'
import type { Metrics } from '../../src/text/metrics.js'
import { fakeMetrics } from '../fake-metrics.js'
import { classicTemplate } from '../template.js'

export interface MadeDeck {
  plan: DeckPlan
  slides: Slides
  log: Log
}

interface MakeOptions {
  citations?: ResolvedCitations
  template?: Template
  metrics?: Metrics
  pageOf?: ReadonlyMap<string, string>
  calls?: Calls | null
  forAudience?: boolean
  memory?: DeckMemory
}

export function makeDeck(sheet: Sheet, options: MakeOptions = {}): MadeDeck {
  const { citations = new Map(), template = classicTemplate(), metrics = fakeMetrics } = options
  const { pageOf = new Map(), calls = null, forAudience = false, memory } = options
  const log = new Log()
  const plan = planDeck(sheet, citations, template, { pageOf, calls, forAudience })
  return { plan, slides: layoutDeck(plan, template, metrics, log, memory), log }
}

export const epoch = new Date(0)

export const render = (sheet: Sheet, options: MakeOptions = {}): Promise<Uint8Array> =>
  renderPptx(makeDeck(sheet, options).slides, { date: epoch })

/** The real sheet, its citations as written (no sources), each day on a page of its own. */
export function realWeek(): { sheet: Sheet; citations: ResolvedCitations; pageOf: ReadonlyMap<string, string> } {
  const file = 'content/week-17/04_daily_recall.md'
  const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')
  const sheet = parseSheet(text, file, new Log())
  const questions = sheet.days.flatMap((day) => day.questions)
  const citations = new Map(
    questions.map((question) => [
      question.id,
      question.citations.map((citation) => ({
        file: citation.file,
        source: null,
        targets: citation.targets.map((target) => ({ label: formatTarget(target), sections: [] })),
      })),
    ]),
  )
  const pageOf = new Map(sheet.days.flatMap((day, i) => day.questions.map(({ id }) => [id, String(i + 1)] as const)))
  return { sheet, citations, pageOf }
}
