/**
 * The whole pipeline on one screen: texts and a template in, files as bytes and messages out.
 * Reads nothing, writes nothing, prints nothing, knows no clock: what it needs of the world is passed in.
 */

import type { Log } from '../diagnostics.js'
import type { MadeWeek } from '../identity/made-parts.js'
import { keyOfWeek, type LastBuild, type Manifest, type PrintedDay } from '../identity/model.js'
import { nextManifest } from '../identity/next-manifest.js'
import { type BuiltSheet, builtSheet, type Made, nameQuestions } from '../identity/remember.js'
import { parseUnnamed } from '../sheet/parse.js'
import type { Template } from '../template/model.js'
import { sha256 } from '../text/digest.js'
import { reportUnusableFont } from '../text/fonts/font-file.js'
import type { FontSet } from '../text/fonts/fonts.js'
import type { WeekFit } from '../workbook/fit.js'
import { choose, forgetDays, otherDaysOf, reportDays } from './asked-days.js'
import { type BookletFile, type BookletReport, type BookletWeek, buildBooklets } from './booklet.js'
import { Inputs } from './inputs.js'
import { KeptSheet } from './kept-sheet.js'
import { longestPath, placeOutputs } from './output-names.js'
import { inTurn, putAside } from './packed.js'
import {
  isSound,
  namesIn,
  readSheet,
  type SheetText,
  type ShelvedWorld,
  type SourceWorld,
  type WrittenSheet,
  withShelf,
  writtenSheets,
} from './read-sheets.js'
import { setWith } from './set-with.js'
import { type TemplateChoice, type TemplateWorld, templateFor } from './sheet-template.js'
import { buildWeek } from './week.js'
import type { WeekMemory } from './week-memory.js'
import {
  type Bench,
  type Drawings,
  editionsOf,
  type FileToTake,
  type OutputFile,
  type SheetReport,
  type Taken,
  type WeekOptions,
} from './week-model.js'

/** What the pipeline asks of the world, and tells it. */
export interface BuildWorld extends SourceWorld, TemplateWorld {
  /** Told of all sheets when they are read, before any is built; false when none shall be. */
  sheets?(placed: readonly PlacedSheet[]): boolean
  /** Awaited before the files of a week are taken, and they are not where it gives false, nor any after them: what was read may not count. */
  mayKeep?(): Promise<boolean>
  /**
   * Takes the files of a week, or of a booklet, as soon as they are made, so that a course of any length needs the memory of one week. Left out,
   * the result holds them all.
   */
  take?(files: readonly FileToTake[]): Taken
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
  built: ReadonlyMap<string, MadeWeek>
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
  const { waiting, otherDays, shown, found } = weeksToBuild(texts, world, options, asked, log)
  const builder = new WeekBuilder({ texts, world, options, asked, inputs, openFonts, log })
  const remembered: (() => BuiltSheet)[] = []
  const count = waiting.length
  // Each is let go when it is built, so that a course of any length needs little memory.
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const job = next()
    if (!builder.isStopped) world.done?.(remembered.length, count)
    const made = builder.isStopped ? null : await builder.make(job)
    remembered.push(putAside(builtSheet(job, made), remembered.length))
    await eventLoopTurn()
  }
  world.done?.(count, count)
  const booklets = await builder.bindBooklets()
  const entries = remembered.map((recall) => {
    const week = recall()
    const bound = booklets?.outputs.get(keyOfWeek(week)) ?? []
    return { ...week, outputs: [...week.outputs, ...bound.map((file) => boundOutput(file, week.facts?.days ?? []))] }
  })
  forgetDays(otherDays, log)
  const { manifest, weeks } = nextManifest(entries, found, options.last ?? null, options.tool ?? 'cold-recall')
  const { files, sheets, fits } = builder
  return {
    files,
    sheets,
    booklets: booklets?.reports ?? [],
    fits,
    placed: shown,
    manifest,
    built: weeks,
  }
}

/** What a build was asked for, and what it asks of. */
interface BuildDesk {
  texts: readonly SheetText[]
  world: BuildWorld
  options: BuildOptions
  /** The world, with a shelf of cited files, and with what is asked of it noted in `inputs`. */
  asked: ShelvedWorld
  inputs: Inputs
  openFonts: (faces: Template['faces']) => FontSet
  log: Log
}

/** Builds week after week, hands over their files, and keeps what is told of them at the end. */
class WeekBuilder {
  readonly files: OutputFile[] = []
  readonly sheets: SheetReport[] = []
  readonly fits: WeekFit[] = []
  readonly #desk: BuildDesk
  readonly #bound: BookletWeek[] = []
  #taken: Taken = 'kept'

  constructor(desk: BuildDesk) {
    this.#desk = desk
  }

  /** True once files could not be taken, and no others will be. */
  get isStopped(): boolean {
    return this.#taken === 'stop'
  }

  /** What the manifest has to know of a week; null where it has errors, lacks the day that is asked for, or its files were not taken. */
  async make(job: Job): Promise<Made | null> {
    const { texts, world, options, asked, inputs, openFonts, log } = this.#desk
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
    this.#taken = (await world.mayKeep?.()) === false ? 'stop' : this.#take(files)
    if (this.#taken !== 'kept') return null
    this.sheets.push(made.report)
    if (options.booklet)
      this.#bound.push({
        read: new KeptSheet(read, editionsOf(options).includes('instructor')),
        folder,
        template,
        fonts,
        metrics: made.metrics,
      })
    if (made.fit) this.fits.push(made.fit)
    const own = new Set(read.files ?? [read.path])
    const { days, otherPages, questions } = made.facts
    return {
      outputs: files.map(({ path, sha256, days: keys }) => ({
        path,
        sha256,
        ...(keys && { bears: stampsOf(days.filter(({ key }) => keys.includes(key))) }),
      })),
      deck: made.deck,
      facts: {
        days,
        otherPages,
        inputs: inputs.of(texts.filter(({ path }) => own.has(path))),
        options: setWith(template, options),
      },
      questions,
    }
  }

  /** The booklets of the weeks that were made; null where none is asked for, or none can be. */
  async bindBooklets() {
    const { options, log } = this.#desk
    if (!options.booklet) return null
    if (!options.products.includes('workbook')) {
      log.report('booklet-none', null, { why: 'it is of workbooks, and only decks are built' })
      return null
    }
    return this.isStopped ? null : await buildBooklets(this.#bound, (made) => this.#take(made), options, log)
  }

  #take(made: readonly FileToTake[]): Taken {
    const { world } = this.#desk
    if (world.take) return world.take(made)
    for (const file of made) {
      const bytes = file.bytes instanceof Uint8Array ? file.bytes : Buffer.concat([...file.bytes])
      this.files.push({ path: file.path, bytes, sha256: file.sha256 })
    }
    return 'kept'
  }
}

/** A booklet as the manifest has it, for a week with these days. */
function boundOutput({ path, sha256, isPaper }: BookletFile, days: readonly PrintedDay[]) {
  return { path, sha256, booklet: true as const, ...(isPaper && { bears: stampsOf(days) }) }
}

/** The stamps of days, by their keys. */
const stampsOf = (days: readonly PrintedDay[]): Record<string, string> =>
  Object.fromEntries(days.map(({ key, revision }) => [key, revision]))

/** Until it has turned, the streams of the devices hold what they wrote. */
const eventLoopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

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
  if (options.day !== null)
    reportDays(
      waiting.map(({ sheet }) => sheet),
      options.day,
      options,
      log,
    )
  const otherDays = options.day === null ? [] : waiting.flatMap(({ sheet }) => otherDaysOf(sheet, options))
  // Where much is kept that hangs on the objects of sheets, these stay.
  const inLine = world.memory ? waiting.map((job) => () => job) : inTurn(waiting)
  return { waiting: inLine, otherDays, shown, found }
}

const countErrors = (log: Log): number => log.messages.filter(({ severity }) => severity === 'error').length

/** Said once a sheet, of its longest path. */
function reportLongPath({ files, report }: { files: readonly OutputFile[]; report: SheetReport }, log: Log): void {
  const [path = ''] = files.map((file) => file.path).sort((a, b) => b.length - a.length)
  if (path.length > longestPath)
    log.report('output-path-long', { file: report.file }, { path, length: path.length, most: longestPath })
}
