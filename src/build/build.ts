/**
 * The whole pipeline on one screen: texts and a template in, files as bytes and messages out.
 * Reads nothing, writes nothing, prints nothing, knows no clock: what it needs of the world is passed in.
 */

import type { Log, Place } from '../diagnostics.js'
import { keyOfWeek, type LastBuild, type Manifest } from '../identity/model.js'
import { type BuiltSheet, builtSheet, type Made, nameQuestions, nextManifest } from '../identity/remember.js'
import { asksForToday, selectDay, weekdayName } from '../sheet/days/select.js'
import type { Sheet } from '../sheet/model.js'
import { parseUnnamed } from '../sheet/parse.js'
import { didYouMean } from '../sheet/suggest.js'
import type { Template } from '../template/model.js'
import { sha256 } from '../text/digest.js'
import { reportUnusableFont } from '../text/fonts/font-file.js'
import type { WeekFit } from '../workbook/fit.js'
import { type BookletReport, type BookletWeek, buildBooklets } from './booklet.js'
import { Inputs } from './inputs.js'
import { longestPath, placeOutputs } from './output-names.js'
import {
  isSound,
  readSheet,
  type SheetText,
  type ShelvedWorld,
  type SourceWorld,
  type WrittenSheet,
  withShelf,
  writtenSheets,
} from './read-sheets.js'
import { type TemplateChoice, type TemplateWorld, templateFor } from './sheet-template.js'
import {
  type Bench,
  buildWeek,
  type Drawings,
  editionsOf,
  type OutputFile,
  type SheetReport,
  type Taken,
  type WeekMemory,
  type WeekOptions,
} from './week.js'

/** What the pipeline asks of the world, and tells it. */
export interface BuildWorld extends SourceWorld, TemplateWorld {
  /** Told of all sheets when they are read, before any is built; false when none shall be. */
  sheets?(placed: readonly PlacedSheet[]): boolean
  /**
   * Takes the files of a week, or of a booklet, as soon as they are made, so that a course of any length needs the memory of one week. Left out,
   * the result holds them all.
   */
  take?(files: readonly OutputFile[]): Taken
  /** What was made of weeks before, to be taken where nothing has changed; nothing is kept when it is left out. */
  memory?: WeekMemory | undefined
  /** What was drawn of decks before; all is drawn when it is left out. */
  drawings?: Drawings | undefined
  /** Told how many weeks are done, of how many. */
  done?(weeks: number, of: number): void
}

export interface BuildOptions extends TemplateChoice, WeekOptions {
  /** What `today` is: 0 Sunday … 6 Saturday. */
  weekday: number
  /** One PDF of all weeks of a folder as well. */
  booklet?: boolean
  /** Paths of sheets that stand below the content root and are not built in this run, for the names of outputs. */
  others?: readonly { path: string }[]
  /** What the last build into the same folder left, for stable ids; files do not depend on it. */
  last?: LastBuild | null
  /** Who builds, for the manifest: "cold-recall 0.1.0". */
  tool?: string
}

export interface BuildResult {
  /** Empty where the world has taken them. */
  files: OutputFile[]
  sheets: SheetReport[]
  booklets: BookletReport[]
  /** How each of them fits on paper, in the same order; empty when nobody asks (`WeekOptions.fit`). */
  fits: WeekFit[]
  /** All sheets that were read, whether they could be built or not, with what other sheets have to know of them. */
  placed: PlacedSheet[]
  /** To be kept beside the files for the next build. */
  manifest: Manifest
  /** Its weeks that were built and written in this run, by `keyOfWeek`: of several in one file, some may not have been. */
  built: ReadonlySet<string>
}

/** A sheet by its name in messages, its path below the content root, its folder below the output folder, and the names of its questions. */
export interface PlacedSheet {
  file: string
  path: string
  folder: string
  names: string[]
}

/** One week to build. */
type Job = WrittenSheet & { folder: string }

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
  const { openFonts } = await import('../text/fonts/fonts.js')
  // Said even when no sheet gets as far as needing it.
  if (options.template !== null) world.template(options.template, null)
  const inputs = new Inputs()
  const asked = withShelf(inputs.noted(world))
  const last = options.last ?? null
  const { waiting, shown, found } = weeksToBuild(texts, world, options, asked, log)
  const otherDays = options.day === null ? [] : waiting.flatMap(({ sheet }) => otherDaysOf(sheet, options))
  const files: OutputFile[] = []
  const take = (made: readonly OutputFile[]): Taken => {
    if (world.take) return world.take(made)
    files.push(...made)
    return 'kept'
  }
  let taken: Taken = 'kept'
  const sheets: SheetReport[] = []
  const fits: WeekFit[] = []
  const weeks: BookletWeek[] = []
  const make = async (job: Job): Promise<Made | null> => {
    const { folder } = job
    const read = readSheet(job, asked, log)
    const chosen = choose(read.sheet, options)
    const template = templateFor(read.sheet, world, options, log)
    if (!template || !chosen || !isSound(read.sheet, log)) return null
    const fonts = openFonts(template.faces)
    const errors = countErrors(log)
    const bench: Bench = { template, fonts, options, log, memory: world.memory, drawings: world.drawings }
    const made = await buildWeek(read, chosen, folder, bench).catch((error: unknown) => reportUnusableFont(error, log))
    if (!made || countErrors(log) > errors) return null
    reportLongPath(made, log)
    const files = made.files.map((file) => ({ ...file, sha256: sha256(file.bytes) }))
    taken = take(files)
    if (taken !== 'kept') return null
    sheets.push(made.report)
    if (options.booklet) weeks.push({ read, folder, template, fonts, metrics: made.metrics })
    if (made.fit) fits.push(made.fit)
    const own = new Set(read.files ?? [read.path])
    const { days, questions } = made.facts
    return {
      outputs: files.map(({ path, sha256 }) => ({ path, sha256 })),
      facts: {
        days,
        inputs: inputs.of(texts.filter(({ path }) => own.has(path))),
        options: optionsOf(template, options),
      },
      questions,
    }
  }
  const remembered: BuiltSheet[] = []
  const builtWeeks = new Set<string>()
  const count = waiting.length
  // Each is let go when it is built, so that a course of any length needs little memory.
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    if (!isStopped(taken)) world.done?.(remembered.length, count)
    const made = isStopped(taken) ? null : await make(job)
    if (made) builtWeeks.add(keyOfWeek(job))
    remembered.push(builtSheet(job, made))
    await eventLoopTurn()
  }
  world.done?.(count, count)
  const bound = !isStopped(taken) && options.booklet && options.products.includes('workbook')
  if (options.booklet && !options.products.includes('workbook'))
    log.report('booklet-none', null, { why: 'it is of workbooks, and only decks are built' })
  const booklets = bound ? await buildBooklets(weeks, take, options, log) : null
  const entries = remembered.map((week) => ({
    ...week,
    outputs: [...week.outputs, ...(booklets?.outputs.get(keyOfWeek(week)) ?? [])],
  }))
  forgetDays(otherDays, log)
  return {
    files,
    sheets,
    booklets: booklets?.reports ?? [],
    fits,
    placed: shown,
    manifest: nextManifest(entries, found, last, options.tool ?? 'cold-recall'),
    built: builtWeeks,
  }
}

/** Until it has turned, the streams of the devices hold what they wrote, and nobody is told that Ctrl-C was pressed. */
const eventLoopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Asked of what a function has changed, which the compiler does not see. */
const isStopped = (taken: Taken): boolean => taken === 'stop'

/** All weeks as they are written, with their folders and the names of their questions; of those with errors what is wrong with their sources is told as well. */
function weeksToBuild(
  texts: readonly SheetText[],
  world: BuildWorld,
  options: BuildOptions,
  asked: ShelvedWorld,
  log: Log,
) {
  const placed = placeOutputs(
    writtenSheets(texts, log, (text, file, told) => parseUnnamed(text, file, told, world.memory?.sheet)),
    [...texts, ...(options.others ?? [])],
    log,
  )
  const shown = placed.map(({ sheet, path, folder }) => ({ file: sheet.file, path, folder, names: namesIn(sheet) }))
  const mayBuild = world.sheets?.(shown) ?? true
  const sound = placed.filter(({ sheet }) => isSound(sheet, log))
  if (mayBuild) for (const broken of placed) if (!sound.includes(broken)) readSheet(broken, asked, log)
  const { sheets: waiting, found } = nameQuestions(mayBuild ? sound : [], options.last ?? null)
  if (options.day !== null) reportDays(waiting, options.day, options, log)
  return { waiting, shown, found }
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

/** Said once a sheet, of its longest path. */
function reportLongPath({ files, report }: { files: readonly OutputFile[]; report: SheetReport }, log: Log): void {
  const [path = ''] = files.map((file) => file.path).sort((a, b) => b.length - a.length)
  if (path.length > longestPath)
    log.report('output-path-long', { file: report.file }, { path, length: path.length, most: longestPath })
}

/** A day that no sheet has is a wrong word on the command line; one that some sheets lack is only told. */
function reportDays(jobs: readonly Job[], day: string, options: BuildOptions, log: Log): void {
  const namesOf = ({ sheet }: Job) => sheet.days.map((d) => d.key)
  if (jobs.length === 0) return
  const today = asksForToday(day) ? `; today is ${weekdayName(options.weekday)}` : null
  const without = jobs.filter(({ sheet }) => choose(sheet, options) === null)
  if (without.length === jobs.length) {
    const known = [...new Set(jobs.flatMap(namesOf))]
    log.report('day-unknown', null, { day, days: known.join(', '), hint: today ?? didYouMean(day, known) })
    return
  }
  for (const job of without)
    log.report('day-not-in-sheet', { file: job.sheet.file }, { day, days: namesOf(job).join(', '), today: today ?? '' })
}

/** Where the days stand that were not asked for, in a sheet that has the one that was. */
function otherDaysOf(sheet: Sheet, options: BuildOptions): Place[] {
  const chosen = choose(sheet, options)
  if (!chosen) return []
  return sheet.days.filter(({ id }) => chosen.days.every((day) => day.id !== id)).map(({ place }) => place)
}

/** Who builds Monday is not told of what is doubtful on Tuesday. */
function forgetDays(days: readonly Place[], log: Log): void {
  log.forget(({ place }) =>
    days.some(
      (day) =>
        place !== null &&
        place.file === day.file &&
        place.start.offset >= day.start.offset &&
        place.end.offset <= day.end.offset,
    ),
  )
}
