/**
 * The whole pipeline on one screen: texts and a template in, files as bytes and messages out.
 * Reads nothing, writes nothing, prints nothing, knows no clock: what it needs of the world is passed in.
 */

import { type BookletWeek, bookletPages, bookletsOf } from './booklet.js'
import { layoutDeck } from './deck/layout.js'
import { planDeck } from './deck/plan.js'
import type { Slides } from './deck/slides-model.js'
import type { Log } from './diagnostics.js'
import type { LastBuild, Manifest } from './identity/model.js'
import { type BuiltSheet, nameQuestions, nextManifest } from './identity/remember.js'
import { Inputs } from './inputs.js'
import { withFormulas } from './math/formulas.js'
import { longestPath, mostBytesOfDay, outputPath, placeOutputs, safeName } from './output-names.js'
import { printFacts } from './print-facts.js'
import { isSound, type ReadSheet, readSheets, type SheetText, type SourceWorld } from './read-sheets.js'
import { type Calls, dealCalls } from './roster/calls.js'
import type { Roster } from './roster/read.js'
import { carrierSummary } from './sheet/carrier-summary.js'
import type { Day, Sheet } from './sheet/model.js'
import { asksForToday, selectDay, weekdayName } from './sheet/select.js'
import { didYouMean } from './sheet/suggest.js'
import { type TemplateChoice, type TemplateWorld, templateFor } from './sheet-template.js'
import type { Template } from './template/model.js'
import { knownPaper, mm } from './template/paper.js'
import { sha256 } from './text/digest.js'
import type { FontSet } from './text/fonts.js'
import type { Metrics } from './text/metrics.js'
import { plainText } from './text/rich.js'
import { centredOn } from './workbook/centre.js'
import { type Edition, editionNames, editionOf, type WorkbookPart } from './workbook/editions.js'
import { fitOf, handedOut, sidesAndLeaves, type WeekFit } from './workbook/fit.js'
import { layoutWorkbook } from './workbook/layout.js'
import { numbersOfParts, type Pages, pageOfQuestion } from './workbook/pages-model.js'
import { planWorkbook } from './workbook/plan.js'

/** What the pipeline asks of the world, and tells it. */
export interface BuildWorld extends SourceWorld, TemplateWorld {
  /** Told of all sheets when they are read, before any is built; false when none shall be. */
  sheets?(placed: readonly PlacedSheet[]): boolean
  /**
   * Takes the files of a week, or of a booklet, as soon as they are made, so that a course of any length needs the memory of one week. Left out,
   * the result holds them all.
   */
  take?(files: readonly OutputFile[]): Taken
  /** Told how many weeks are done, of how many. */
  done?(weeks: number, of: number): void
}

/** What became of files that were taken: `kept`; `lost`, what stood there stays; or `stop`, they are lost and so will be all others. */
export type Taken = 'kept' | 'lost' | 'stop'

export type Product = 'workbook' | 'deck'

export interface BuildOptions extends TemplateChoice {
  products: readonly Product[]
  /** Only this day: a name, short form, key, position or `today`. */
  day: string | null
  /** What `today` is: 0 Sunday … 6 Saturday. */
  weekday: number
  /** One PDF and one deck per day as well. */
  split: boolean
  /** A deck to hand out as well: without check slides and notes. */
  audience?: boolean
  /** The names of a class, to be called cold; none without it. */
  roster?: Roster | null
  /** One PDF of all weeks of a folder as well. */
  booklet?: boolean
  /** Editions of the workbook; the whole one when left out. */
  editions?: readonly Edition[]
  /** Students of the class, for the paper that the fit report counts. */
  students?: number | null
  /** The date that the files carry (`SOURCE_DATE_EPOCH`); never today's. */
  date: Date
  /** Paths of sheets that stand below the content root and are not built in this run, for the names of outputs. */
  others?: readonly { path: string }[]
  /** What the last build into the same folder left, for stable ids; files do not depend on it. */
  last?: LastBuild | null
  /** Who builds, for the manifest: "cold-recall 0.1.0". */
  tool?: string
}

/** A result: path below the output folder, and what it holds. */
export interface OutputFile {
  path: string
  bytes: Uint8Array
}

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

/** A booklet that was written. */
export interface BookletReport {
  path: string
  edition: Edition
  weeks: number
  pages: number
}

export interface BuildResult {
  /** Empty where the world has taken them. */
  files: OutputFile[]
  sheets: SheetReport[]
  booklets: BookletReport[]
  /** How each of them fits on paper, in the same order. */
  fits: WeekFit[]
  /** All sheets that were read, whether they could be built or not, with what other sheets have to know of them. */
  placed: PlacedSheet[]
  /** To be kept beside the files for the next build. */
  manifest: Manifest
}

/** A sheet by its name in messages, its path below the content root, its folder below the output folder, and the names of its questions. */
export interface PlacedSheet {
  file: string
  path: string
  folder: string
  names: string[]
}

/** What the stages of one sheet share. */
interface Bench {
  template: Template
  fonts: FontSet
  options: BuildOptions
  log: Log
}

/** One sheet to build. `chosen` is the sheet, or only the day asked for; null when it has no such day. */
interface Job {
  read: ReadSheet
  folder: string
  chosen: Sheet | null
}

/**
 * Builds the products of all sheets. A sheet with errors is reported to `log` and gives no file; the others do.
 *
 * ```ts
 * const log = new Log()
 * const { files } = await build([{ file: 'sheet.md', path: 'sheet.md', root: '', text }], world, options, log)
 * ```
 */
export async function build(
  texts: readonly SheetText[],
  world: BuildWorld,
  options: BuildOptions,
  log: Log,
): Promise<BuildResult> {
  const { openFonts, UnusableFont } = await import('./text/fonts.js')
  // Said even when no sheet gets as far as needing it.
  if (options.template !== null) world.template(options.template, null)
  const inputs = new Inputs()
  const placed = placeOutputs(readSheets(texts, inputs.noted(world), log), [...texts, ...(options.others ?? [])], log)
  const last = options.last ?? null
  const shown = placed.map(({ sheet, path, folder }) => ({ file: sheet.file, path, folder, names: namesIn(sheet) }))
  const mayBuild = world.sheets?.(shown) ?? true
  const named = nameQuestions(
    placed.filter(({ sheet }) => mayBuild && isSound(sheet, log)),
    last,
  )
  const jobs = named.sheets.map((read): Job => ({ read, folder: read.folder, chosen: choose(read.sheet, options) }))
  if (options.day !== null) reportDays(jobs, options.day, options.weekday, log)
  const files: OutputFile[] = []
  const take = (made: readonly OutputFile[]): Taken => {
    if (world.take) return world.take(made)
    files.push(...made)
    return 'kept'
  }
  let taken: Taken = 'kept'
  const sheets: SheetReport[] = []
  const fits: WeekFit[] = []
  const built = new Map<ReadSheet, Pick<BuiltSheet, 'outputs' | 'facts'>>()
  const weeks: BookletWeek[] = []
  for (const [i, job] of jobs.entries()) {
    if (taken === 'stop') break
    world.done?.(i, jobs.length)
    const template = templateFor(job.read.sheet, world, options, log)
    if (!template || !job.chosen || !isSound(job.read.sheet, log)) continue
    const fonts = openFonts(template.faces)
    const errors = countErrors(log)
    const bench: Bench = { template, fonts, options, log }
    const made = await buildSheet(job.read, job.chosen, job.folder, bench).catch((error: unknown) => {
      // Fonts are opened when they are needed first.
      if (!(error instanceof UnusableFont)) throw error
      log.report('template-font-unusable', null, { name: error.message, kind: 'a damaged font' })
    })
    if (!made || countErrors(log) > errors) continue
    reportLongPath(made, log)
    taken = take(made.files)
    if (taken !== 'kept') continue
    sheets.push(made.report)
    if (options.booklet) weeks.push({ read: job.read, folder: job.folder, template, fonts, metrics: made.metrics })
    else letGo(job.read)
    fits.push(made.fit)
    const own = new Set(job.read.files ?? [job.read.path])
    built.set(job.read, {
      outputs: made.files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })),
      facts: {
        ...made.facts,
        inputs: inputs.of(texts.filter(({ path }) => own.has(path))),
        options: optionsOf(template, options),
      },
    })
  }
  world.done?.(jobs.length, jobs.length)
  const bound = taken !== 'stop' && options.booklet && options.products.includes('workbook')
  if (options.booklet && !options.products.includes('workbook'))
    log.report('booklet-none', null, { why: 'it is of workbooks, and only decks are built' })
  const booklets = bound ? await buildBooklets(weeks, take, options, log) : []
  if (options.day !== null) forgetOtherDays(jobs, log)
  const sheetsBuilt = named.sheets.map((read) => ({ ...read, outputs: [], ...built.get(read) }))
  return {
    files,
    sheets,
    booklets,
    fits,
    placed: shown,
    manifest: nextManifest(sheetsBuilt, named.found, last, options.tool ?? 'cold-recall'),
  }
}

/** The booklets of the weeks that were built. Reports `booklet-left-out` and `booklet-none`. */
async function buildBooklets(
  weeks: readonly BookletWeek[],
  take: (files: readonly OutputFile[]) => Taken,
  options: BuildOptions,
  log: Log,
): Promise<BookletReport[]> {
  const { renderBooklet } = await import('./workbook/pdf.js')
  const made: BookletReport[] = []
  const booklets = bookletsOf(weeks)
  if (booklets.length === 0 && weeks.length > 0)
    log.report('booklet-none', null, { why: 'no two weeks of one language stand in folders beside each other' })
  for (const booklet of booklets) {
    for (const file of booklet.others) log.report('booklet-left-out', { file }, { booklet: `${booklet.path}.pdf` })
    const pictures = new Map(booklet.weeks.flatMap(({ read }) => [...read.pictures]))
    const { key, paper } = booklet.style
    for (const edition of editionsOf(options))
      for (const { suffix, print } of printings(paper)) {
        const head = { ...booklet.head, duplex: booklet.head.duplex && !(edition === 'key' && key === 'flip') }
        let pages = 0
        const counted = function* () {
          for (const week of bookletPages(booklet.weeks, edition)) {
            // A week begins on a front side; the back before it may stay blank.
            if (head.duplex) pages += pages % 2
            pages += week.pages.length
            yield print(week)
          }
        }
        const path = `${booklet.path}${editionOf(edition, 'week', key).suffix}${suffix}.pdf`
        const bytes = await renderBooklet(head, counted(), booklet.fonts, { date: options.date, pictures })
        if (take([{ path, bytes }]) === 'kept') made.push({ path, edition, weeks: booklet.weeks.length, pages })
      }
  }
  return made
}

/** The editions that are asked for, in their order. */
const editionsOf = ({ editions = ['whole'] }: BuildOptions): Edition[] =>
  editionNames.filter((name) => editions.includes(name))

/** One way to print pages. */
interface Printing {
  /** What the file's name says of the paper: '', or, where pages are printed on several, "-a4". */
  suffix: string
  /** Pages as they were laid out → on that paper. */
  print: (pages: Pages) => Pages
}

/** Each paper that a paper's name stands for. One alone is that of the pages, as they were laid out. */
function printings(paper: string): Printing[] {
  const { printed } = knownPaper(paper)
  if (printed.length === 1) return [{ suffix: '', print: (pages) => pages }]
  return printed.map(({ name, size: [width, height] }) => ({
    suffix: `-${name}`,
    print: (pages) => centredOn(pages, mm(width), mm(height)),
  }))
}

/** What the files of a week depend on beside its sheets, in words, for the manifest. */
function optionsOf({ name, workbook, deck }: Template, options: BuildOptions): Record<string, string> {
  const { paper, key } = workbook
  const { scheme, reveal } = deck
  return {
    template: name,
    paper,
    key,
    scheme,
    reveal,
    editions: editionsOf(options).join(', '),
    products: options.products.join(', '),
  }
}

/** Names that the author gave to questions. */
const namesIn = ({ days }: Sheet): string[] =>
  days.flatMap(({ questions }) => questions.flatMap(({ author }) => author.id ?? []))

const choose = (sheet: Sheet, { day, weekday }: BuildOptions): Sheet | null =>
  day === null ? sheet : selectDay(sheet, day, weekday)

const countErrors = (log: Log): number => log.messages.filter(({ severity }) => severity === 'error').length

/** Empties a week that was built, and is not bound into a booklet, of the sections and pictures that it shows: they were read for this build alone. */
function letGo({ citations, pictures }: ReadSheet): void {
  for (const shown of [citations, pictures]) (shown as Map<string, unknown>).clear()
}

/** Said once a sheet, of its longest path. */
function reportLongPath({ files, report }: { files: readonly OutputFile[]; report: SheetReport }, log: Log): void {
  const [path = ''] = files.map((file) => file.path).sort((a, b) => b.length - a.length)
  if (path.length > longestPath)
    log.report('output-path-long', { file: report.file }, { path, length: path.length, most: longestPath })
}

/** A day that no sheet has is a wrong word on the command line; one that some sheets lack is only told. */
function reportDays(jobs: readonly Job[], day: string, weekday: number, log: Log): void {
  const namesOf = ({ read }: Job) => read.sheet.days.map((d) => d.key)
  if (jobs.length === 0) return
  const today = asksForToday(day) ? `; today is ${weekdayName(weekday)}` : null
  if (jobs.every(({ chosen }) => chosen === null)) {
    const known = [...new Set(jobs.flatMap(namesOf))]
    log.report('day-unknown', null, { day, days: known.join(', '), hint: today ?? didYouMean(day, known) })
    return
  }
  for (const job of jobs.filter(({ chosen }) => chosen === null)) {
    log.report(
      'day-not-in-sheet',
      { file: job.read.sheet.file },
      { day, days: namesOf(job).join(', '), today: today ?? '' },
    )
  }
}

/** Who builds Monday is not told of what is doubtful on Tuesday. */
function forgetOtherDays(jobs: readonly Job[], log: Log): void {
  const others = jobs.flatMap(({ read, chosen }) =>
    chosen ? read.sheet.days.filter(({ id }) => chosen.days.every((day) => day.id !== id)) : [],
  )
  log.forget(({ place }) =>
    others.some(
      ({ place: day }) =>
        place !== null &&
        place.file === day.file &&
        place.start.offset >= day.start.offset &&
        place.end.offset <= day.end.offset,
    ),
  )
}

/** The files of one sheet. Page numbers and codes are those of the whole workbook, also when only a day is wanted. */
async function buildSheet(read: ReadSheet, chosen: Sheet, folder: string, bench: Bench) {
  const { template, fonts, options, log } = bench
  const { sheet, pictures } = read
  const metrics = await withFormulas([sheet, read.citations], fonts, log)
  const { plan, pages } = workbookStages(read, template, metrics, log)
  const files: OutputFile[] = []
  let shown: Slides | null = null
  const report: SheetReport = {
    file: sheet.file,
    ...(sheet.files ? { files: sheet.files } : {}),
    ...(read.week === null ? {} : { week: read.week }),
    title: plainText(sheet.title),
    days: chosen.days.length,
    questions: chosen.days.reduce((n, day) => n + day.questions.length, 0),
    carriers: carrierSummary(chosen),
    outputs: [],
  }
  const add = (name: string, bytes: Uint8Array, output: Extent): void => {
    const path = outputPath(folder, name)
    files.push({ path, bytes })
    report.outputs.push({ path, ...output })
  }
  const wholeWeek = options.day === null
  const wanted = editionsOf(options)
  if (options.products.includes('workbook')) {
    const { renderPdf } = await import('./workbook/pdf.js')
    const { key, paper } = template.workbook
    const addPdf = async (name: string, edition: Edition, laidOut: Pages) => {
      for (const { suffix, print } of printings(paper)) {
        const bytes = await renderPdf(print(laidOut), fonts, { date: options.date, pictures })
        add(`${name}${suffix}.pdf`, bytes, extentOf(laidOut, edition, sheet))
      }
    }
    const days = wholeWeek && !options.split ? [] : chosen.days
    for (const edition of wholeWeek ? wanted : [])
      await addPdf(
        `workbook${editionOf(edition, 'week', key).suffix}`,
        edition,
        layoutEdition(edition, null, read, pages, { ...bench, metrics }),
      )
    // The day sheets of two editions are one and the same.
    const suffixOf = (edition: Edition) => editionOf(edition, 'day', key).suffix
    const apart = wanted.filter((name, i) => wanted.findIndex((other) => suffixOf(other) === suffixOf(name)) === i)
    for (const day of days)
      for (const edition of apart) {
        const name = `sheets/${dayFile(sheet, day)}${suffixOf(edition)}`
        await addPdf(name, edition, layoutEdition(edition, day, read, pages, { ...bench, metrics }))
      }
  }
  if (options.products.includes('deck')) {
    const { renderPptx } = await import('./deck/pptx.js')
    const calls = options.roster ? dealCalls(options.roster, sheet) : null
    const addDeck = async (name: string, part: Sheet) => {
      for (const forAudience of options.audience ? [false, true] : [false]) {
        const { slides } = deckStages({ ...read, sheet: part }, template, fonts, pages, log, { forAudience, calls })
        if (wholeWeek && part === sheet && !forAudience) shown = slides
        const bytes = await renderPptx(slides, { date: options.date, pictures })
        add(`${name}${forAudience ? '-audience' : ''}.pptx`, bytes, { product: 'deck', slides: slides.slides.length })
      }
    }
    const ofDays = (days: readonly Day[]) => `decks/${safeName(days.map((day) => dayFile(sheet, day)).join('+'))}`
    await addDeck(wholeWeek ? 'deck' : ofDays(chosen.days), chosen)
    for (const day of wholeWeek && options.split ? sheet.days : [])
      await addDeck(ofDays([day]), { ...sheet, days: [day] })
  }
  const fit = fitOf(plan, pages, {
    week: read.week,
    students: options.students ?? null,
    ...(wholeWeek ? {} : { days: chosen.days.map(({ key }) => key) }),
    keyHandedOut: wanted.includes('whole') || !wanted.includes('student'),
  })
  return { files, report, fit, metrics, facts: printFacts(plan, pages, shown) }
}

/** "1-monday": position in the week and key. */
const dayFile = (sheet: Sheet, day: Day): string =>
  safeName(`${sheet.days.findIndex((d) => d.id === day.id) + 1}-${day.key}`, mostBytesOfDay)

/** An edition of the week, or of one day, with the page numbers of the whole workbook, `pages`. */
function layoutEdition(
  edition: Edition,
  day: Day | null,
  read: ReadSheet,
  pages: Pages,
  { template, metrics, log }: Bench & { metrics: Metrics },
): Pages {
  if (edition === 'whole' && day === null) return pages
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
  return layoutWorkbook(plan, template, metrics, log)
}

function extentOf({ pages, duplex }: Pages, edition: Edition, sheet: Sheet): Extent {
  const holdsAnswers = sheet.days.some((day) => day.questions.some((question) => question.answer !== null))
  const { sides, leaves } = sidesAndLeaves(handedOut(pages, holdsAnswers))
  const paper = { sidesPerStudent: sides, leavesPerStudent: duplex ? leaves : sides, duplex }
  return { product: 'workbook', edition, pages: pages.length, ...paper }
}

/** Sheet → plan → pages of the whole workbook. */
export function workbookStages(read: ReadSheet, template: Template, metrics: Metrics, log: Log) {
  const plan = planWorkbook(read.sheet, read.citations, template)
  return { plan, pages: layoutWorkbook(plan, template, metrics, log) }
}

/** Sheet → plan → slides; `pages` tell where each question stands on paper. */
export function deckStages(
  read: ReadSheet,
  template: Template,
  metrics: Metrics,
  pages: Pages,
  log: Log,
  { forAudience = false, calls = null }: { forAudience?: boolean; calls?: Calls | null } = {},
) {
  const plan = planDeck(read.sheet, read.citations, template, { pageOf: pageOfQuestion(pages), forAudience, calls })
  return { plan, slides: layoutDeck(plan, template, metrics, log) }
}
