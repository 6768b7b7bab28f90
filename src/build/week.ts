/** One week: a sheet that was read → its files, as bytes. Whole workbooks, single days, editions and decks, with the page numbers of the whole week. */

import type { KnownDrawings } from '../deck/draw/known-drawings.js'
import { layoutDeck, mostSlides } from '../deck/layout.js'
import { DeckMemory } from '../deck/memory.js'
import { planDeck } from '../deck/plan.js'
import type { Slides } from '../deck/slides-model.js'
import type { Log } from '../diagnostics.js'
import type { OtherPages } from '../identity/model.js'
import { withFormulas } from '../math/formulas.js'
import { type Calls, dealCalls } from '../roster/calls.js'
import type { Roster } from '../roster/read.js'
import { SheetMemory } from '../sheet/memory.js'
import type { Day, Sheet } from '../sheet/model.js'
import { carrierSummary, carriersOf } from '../sheet/questions/carrier-summary.js'
import { titleOf } from '../sheet/title.js'
import { citedTitles } from '../sources/cited-titles.js'
import type { Template } from '../template/model.js'
import { loadFontLibrary } from '../text/fonts/font-library.js'
import type { FontSet } from '../text/fonts/fonts.js'
import type { Metrics } from '../text/metrics.js'
import { plainText } from '../text/rich.js'
import { printings } from '../workbook/centre.js'
import { type Edition, editionNames, editionOf, type WorkbookPart } from '../workbook/editions.js'
import { fitOf, handedOut, sidesAndLeaves } from '../workbook/fit.js'
import { layoutWorkbook } from '../workbook/layout.js'
import { WorkbookMemory } from '../workbook/memory.js'
import { numbersOfParts, type Page, type Pages, pageOfQuestion } from '../workbook/pages-model.js'
import { planWorkbook } from '../workbook/plan.js'
import type { WorkbookPlan } from '../workbook/plan-model.js'
import type { LaidOut } from './other-pages.js'
import { dayFileName, outputPath, safeName } from './output-names.js'
import { noFacts, printFacts } from './print-facts.js'
import type { ReadSheet } from './read-sheets.js'

export type Product = 'workbook' | 'deck'

/** What is made of each week. */
export interface WeekOptions {
  products: readonly Product[]
  /** Only this day: a name, short form, key, position or `today`. */
  day: string | null
  /** One PDF and one deck per day as well. */
  split: boolean
  /** A deck to hand out as well: without check slides and notes. */
  audience?: boolean
  /** The names of a class, to be called cold; none without it. */
  roster?: Roster | null
  /** Editions of the workbook; the whole one when left out. */
  editions?: readonly Edition[]
  /** False: nobody asks how the week fits on paper, and a course need not keep it of each. */
  fit?: boolean
  /** Students of the class, for the paper that the fit report counts. */
  students?: number | null
  /** The date that the files carry (`SOURCE_DATE_EPOCH`); never today's. */
  date: Date
}

/** A result: path below the output folder, and what it holds. */
export interface OutputFile {
  path: string
  bytes: Uint8Array
  /** Of its bytes, where somebody has asked for it. */
  sha256?: string
  /** The keys of days whose sheets are in it; absent for none. */
  days?: readonly string[]
}

/** A result to be taken. What is large comes in pieces that follow each other, each made when it is asked for, and once only. */
export interface FileToTake {
  path: string
  bytes: Uint8Array | Iterable<Uint8Array>
  /** Of all its bytes; of pieces it is known when they have been taken. */
  readonly sha256: string
}

/** What became of files that were taken: `kept`; `lost`, what stood there stays; or `stop`, they are lost and so will be all others. */
export type Taken = 'kept' | 'lost' | 'stop'

/** What was made of one sheet, for the summary. */
export interface SheetReport {
  file: string
  /** All files of the week, when it stands in several. */
  files?: string[]
  /** Which of its weeks, when the file holds several. */
  week?: number
  title: string
  days: number
  questions: number
  /** How they are written: "24 questions from numbered lists". */
  carriers: string
  outputs: OutputReport[]
}

/** One output file: its path below the output folder and its pages or slides. */
export type OutputReport = { path: string } & Extent

type Extent =
  | {
      product: 'workbook'
      edition: Edition
      pages: number
      sidesPerStudent: number
      leavesPerStudent: number
      duplex: boolean
    }
  | { product: 'deck'; slides: number }

/** What is made of weeks, kept from build to build by one who builds again and again. */
export class WeekMemory {
  readonly sheet = new SheetMemory()
  readonly workbook = new WorkbookMemory()
  readonly deck = new DeckMemory()
  readonly facts = noFacts()
}

/** What was drawn of decks when the program was built. */
export type Drawings = KnownDrawings

/** What the stages of one week share. */
export interface Bench {
  template: Template
  fonts: FontSet
  options: WeekOptions
  log: Log
  memory?: WeekMemory | undefined
  drawings?: Drawings | undefined
}

/** The editions that are asked for, in their order. */
export const editionsOf = ({ editions = ['whole'] }: Pick<WeekOptions, 'editions'>): Edition[] =>
  editionNames.filter((name) => editions.includes(name))

/** A week that is built: what was read, what of it is wanted, its measures and its whole workbook. */
interface WeekDesk extends Bench, LaidOut {
  read: ReadSheet
  chosen: Sheet
  metrics: Metrics
}

/** A file before it has its folder: its name without it, its bytes, and what the summary says of it. */
interface MadeFile {
  name: string
  bytes: Uint8Array
  extent: Extent
  /** The keys of days whose sheets are in it; absent for none. */
  days?: readonly string[]
}

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

/** The PDFs of a week: each edition that is asked for, and a sheet for each day where days are; each once for each paper. `guide`: the run sheet of the week, null where it is not asked for; `printed`: the pages of all. */
async function workbookFiles(desk: WeekDesk): Promise<{ files: MadeFile[]; guide: LaidOut | null; printed: Page[] }> {
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
function areAmong(pages: readonly Page[], { days }: WorkbookPlan): (other: OtherPages) => boolean {
  const keys = new Map(days.map(({ id, key }) => [id, key]))
  const own = pages.filter(({ keyOf }) => keyOf === undefined)
  const made = new Set(own.flatMap(({ kind, day }) => [kind, `${kind} ${keys.get(day ?? '')}`]))
  return ({ kind, day }) => made.has(day === undefined ? kind : `${kind} ${day}`)
}

/** The decks of a week, or of the days that are asked for; `shown` are the slides of the whole week, null where only a day is wanted. */
async function deckFiles(desk: WeekDesk): Promise<{ files: MadeFile[]; shown: Slides | null }> {
  const { read, chosen, pages, template, fonts, options, log, memory, drawings } = desk
  const { sheet, pictures } = read
  const { renderPptx } = await import('../deck/pptx.js')
  const calls = options.roster ? dealCalls(options.roster, sheet) : null
  const wholeWeek = options.day === null
  const files: MadeFile[] = []
  let shown: Slides | null = null
  const add = async (name: string, part: Sheet) => {
    for (const forAudience of options.audience ? [false, true] : [false]) {
      const { slides } = deckStages({ ...read, sheet: part }, template, fonts, pages, log, {
        forAudience,
        calls,
        memory: memory?.deck,
      })
      if (wholeWeek && part === sheet && !forAudience) shown = slides
      // It was reported, so that no file of the week is kept.
      if (slides.slides.length > mostSlides) continue
      const bytes = await renderPptx(slides, { date: options.date, pictures, memory: memory?.deck, known: drawings })
      const extent: Extent = { product: 'deck', slides: slides.slides.length }
      files.push({ name: `${name}${forAudience ? '-audience' : ''}.pptx`, bytes, extent })
    }
  }
  const ofDays = (days: readonly Day[]) => `decks/${safeName(days.map((day) => dayFile(sheet, day)).join('+'))}`
  await add(wholeWeek ? 'deck' : ofDays(chosen.days), chosen)
  for (const day of wholeWeek && options.split ? sheet.days : []) await add(ofDays([day]), { ...sheet, days: [day] })
  return { files, shown }
}

/** "1-monday": position in the week and key. */
const dayFile = (sheet: Sheet, day: Day): string =>
  dayFileName(sheet.days.findIndex((d) => d.id === day.id) + 1, day.key)

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
