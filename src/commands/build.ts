/** `cold-recall build [paths..]`: sheets → workbooks and decks in `out/`. */
import { join } from 'node:path'
import { type BuildOptions, type BuildWorld, build } from '../build/build.js'
import type { Product } from '../build/week-model.js'
import type { BuildMemory } from '../cache/build-memory.js'
import { type FirstLook, lookInto } from '../cache/first-look.js'
import { Recorder } from '../cache/recorder.js'
import {
  fitsBeside,
  isFoundAgain,
  isReadAlike,
  leavesOf,
  outputsOf,
  type Standing,
  withSheets,
} from '../cache/standing.js'
import { pathsRead } from '../cache/up-to-date.js'
import { type Config, configName } from '../config/config.js'
import type { Log } from '../diagnostics.js'
import { packageVersion } from '../disk/package.js'
import type { Roster } from '../roster/read.js'
import { type ExitCode, exitCodeOf, exitCodes, type FailOn, fileDate, type Shell } from '../shell.js'
import { type Edition, editionsNamed } from '../workbook/editions.js'
import type { FitReport } from '../workbook/fit.js'
import type { BuiltRun } from './building/built-run.js'
import { leftoversOf } from './building/leftovers.js'
import { Progress, wantsProgress } from './building/progress.js'
import { rememberBuild } from './building/remember-build.js'
import { Results } from './building/results.js'
import { sayBuild } from './building/say-build.js'
import {
  diskWorld,
  type Format,
  openRoster,
  openSheets,
  outFolderApart,
  type Run,
  sayMessages,
  startRun,
  type TemplateArguments,
  templateChoice,
} from './common.js'
import { openManifest } from './manifest.js'
import { whileOurs } from './own-folder.js'
import type { Hold } from './watching/hold.js'

/** Flags and operands, as `cli/cli.ts` reads them. */
export interface BuildArguments extends TemplateArguments {
  paths: string[] | undefined
  day: string | undefined
  split: boolean
  audience: boolean | undefined
  roster: string | undefined
  booklet: boolean
  edition: (Edition | 'all')[] | undefined
  only: Product | undefined
  out: string | undefined
  severity: string[] | undefined
  format: Format
  quiet: boolean
  /** Tell messages that the last build has told again. */
  repeat: boolean
  report: boolean
  /** Students of the class. */
  class: number | undefined
  maxSides: number | undefined
  failOn: FailOn
}

/**
 * Builds, writes and says what was made. What is written is whole; a sheet with errors leaves its old output as it was. `memory`: what
 * stays, for one who builds again and again; `hold`: asked before anything is written or said of what was made, and where it says no, nothing is,
 * and the exit code means nothing.
 */
export async function buildAll(
  args: BuildArguments,
  shell: Shell,
  memory?: BuildMemory,
  hold?: Hold,
): Promise<ExitCode> {
  const date = fileDate(shell.env)
  if (date === null) {
    shell.stderr.write('SOURCE_DATE_EPOCH is not a whole number of seconds.\n')
    return exitCodes.usage
  }
  const began = shell.now().getTime()
  const run = startRun(args.severity, shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const recorder = new Recorder(shell.cwd)
  hold?.reads(recorder)
  recorder.file(join(shell.cwd, configName), run.configText, null)
  const out = outFolderApart(args, config, shell)
  const rosterPath = args.roster ?? config.roster
  const roster = await openRoster(rosterPath, shell, log, recorder)
  if (rosterPath !== undefined && roster === null) {
    // A lesson that counts on names is not built without them.
    sayMessages(log, shell.stderr, shell, { quiet: args.quiet, textOf: () => null })
    return exitCodeOf(log.messages, args.failOn)
  }
  if (args.names === 'slide' && rosterPath === undefined) log.report('names-without-roster', null, {})
  const beginning = { args, began, date, run, recorder, roster, memory, hold }
  const built = await whileOurs(out, shell, log, () => buildInto(out, beginning, shell))
  if (built) return built.done
  sayMessages(log, shell.stderr, shell, { quiet: args.quiet, textOf: () => null })
  return exitCodes.disk
}

/** What a build knows when it begins. */
interface Beginning {
  args: BuildArguments
  /** Ms since 1970. */
  began: number
  /** The date that files carry. */
  date: Date
  run: Run
  recorder: Recorder
  roster: Roster | null
  memory: BuildMemory | undefined
  hold: Hold | undefined
}

/** What is asked of a build, beside what the last one left. */
export type AskedOptions = Omit<BuildOptions, 'last' | 'others'>

/** What flags and the config ask of a build; without a roster, and with the oldest date. */
export const askedOptions = (args: BuildArguments, config: Config, shell: Shell): AskedOptions => ({
  products: args.only ? [args.only] : ['workbook', 'deck'],
  day: args.day ?? null,
  weekday: shell.now().getDay(),
  split: args.split,
  audience: args.audience ?? config.audience ?? false,
  roster: null,
  booklet: args.booklet,
  editions: args.edition ? editionsNamed(args.edition) : (config.editions ?? ['whole']),
  fit: args.report || args.format === 'json' || args.maxSides !== undefined,
  students: args.class ?? null,
  ...templateChoice(args, config),
  date: new Date(0),
  tool: `cold-recall ${packageVersion()}`,
})

/** Builds into a folder that is ours for the time being: writes, says what was written, and remembers it for the next build. */
async function buildInto(out: string, beginning: Beginning, shell: Shell): Promise<ExitCode> {
  const { args, memory } = beginning
  const built = await write(out, beginning, shell)
  if (!built) return exitCodes.ok
  const leftOver = args.format === 'json' ? [] : leftoversOf(built, shell)
  sayBuild(built, leftOver, { ...args, told: memory?.told }, shell)
  if (args.format === 'text' && !args.report) rememberBuild(built, leftOver, args, shell)
  return built.code
}

/** Makes what has changed since the last build, and writes it with the manifest; null where it may not be kept. */
async function write(out: string, beginning: Beginning, shell: Shell): Promise<BuiltRun | null> {
  const { args, began, date, run, recorder, roster, memory, hold } = beginning
  const { log, config } = run
  const look = lookInto(out, shell)
  const options: AskedOptions = { ...askedOptions(args, config, shell), roster, date }
  // A watch says itself that it builds.
  const isSeen = memory === undefined && wantsProgress(shell, args.quiet)
  const hoped = buildsWeeksApart(args) && look ? withSheets(look.standing) : null
  const start: Start = { paths: args.paths ?? [], out, run, options, shell, recorder, memory, hold, isSeen, look }
  const tried = hoped && (await work(start, hoped))
  const beside = tried?.isFit ? tried : null
  const { texts, desk, made, results, log: told, recorder: read } = beside ?? (await work(start, null))
  if ((await hold?.mayKeep()) === false) return null
  const standing = beside ? hoped : null
  if (memory) {
    const groups = [...read.folders.map((folder) => ({ inputs: read.inputsOf(folder) })), ...(standing?.groups ?? [])]
    for (const path of pathsRead(read.shared, groups)) memory.read.add(path)
    const made = [...results.stamps.values()].filter((stamp) => stamp !== null)
    memory.left = { out, outputs: [...made, ...(standing ? outputsOf(standing) : [])] }
  }
  // A run that made nothing leaves everything as it was; but for one that found only that sheets are gone.
  const isIdle = results.stamps.size === 0 && (standing === null || log.hasErrors() || told.hasErrors())
  const manifest = results.isStopped || isIdle ? null : desk.file(made.manifest)
  if (manifest) results.takeManifest(manifest)
  log.adopt(told.messages)
  const fresh = [...log.messages]
  if (standing) log.adopt([...standing.run.messages, ...standing.groups.flatMap(({ messages }) => messages)])
  const fit: FitReport = { version: 1, students: options.students ?? null, weeks: made.fits }
  if (args.maxSides !== undefined) reportLongDays(fit, args.maxSides, log)
  const code = exitCodeOf(log.messages, args.failOn)
  const isOfAll = results.manifest !== null && start.paths.length === 0 && !log.hasErrors()
  return { out, run, fresh, began, texts, recorder: read, made, results, desk, look, standing, fit, code, isOfAll }
}

/** What a run starts from. */
interface Start {
  paths: readonly string[]
  out: string
  run: Run
  options: AskedOptions
  shell: Shell
  recorder: Recorder
  memory: BuildMemory | undefined
  hold: Hold | undefined
  /** Somebody sees how far it is. */
  isSeen: boolean
  /** Null where no run is remembered. */
  look: FirstLook | null
}

/** Reads, builds and writes, but for the sheets that stand; what is built counts for nothing when it does not fit beside them. Tells a log of its own. */
async function work(start: Start, standing: Standing | null) {
  const { paths, out, run, options, shell, recorder: before, memory, hold, isSeen, look } = start
  const progress = isSeen ? new Progress(shell) : null
  const log = run.newLog()
  const recorder = before.copy()
  hold?.reads(recorder)
  const skip = new Set(standing?.groups.map(({ folder }) => folder))
  const leaves = standing ? leavesOf(shell.cwd, standing) : undefined
  const texts = openSheets(paths, shell, log, { recorder, skip, leaves, listings: look?.listings })
  const others = standing?.groups.flatMap(({ sheets }) => sheets) ?? []
  const desk = openManifest(out, texts, shell, log, { ours: look?.manifest ?? null, others })
  const results = new Results(shell.cwd, out, log)
  const isOfSame = () => standing === null || isReadAlike(standing, recorder)
  let isFit = true
  const world: BuildWorld = {
    ...diskWorld(shell, { ...run, log }, { recorder, memory }),
    sheets(placed) {
      isFit =
        isOfSame() && (standing === null || (isFoundAgain(standing, recorder, log) && fitsBeside(placed, standing)))
      return isFit
    },
    ...(hold && { mayKeep: () => hold.mayKeep() }),
    take: (files) => results.take(files),
    ...(progress && { done: (weeks, of) => progress.done(weeks, of) }),
  }
  const made = await build(texts, world, { ...options, others, last: desk.last }, log).finally(() => progress?.end())
  // Templates are read on the way.
  return { texts, desk, made, results, isFit: isFit && isOfSame(), log, recorder }
}

/** A booklet, one day, and what is counted over all weeks need all weeks. */
const buildsWeeksApart = ({ day, booklet, report, maxSides, format }: BuildArguments): boolean =>
  day === undefined && !booklet && !report && maxSides === undefined && format === 'text'

/** Days that take more sides than are allowed. Said when all is built: their files are good, only too long. */
function reportLongDays({ weeks }: FitReport, most: number, log: Log): void {
  for (const { name, place, sides } of weeks.flatMap(({ days }) => days))
    if (sides.length > most) log.report('day-over-limit', place, { day: name, sides: sides.length, most })
}
