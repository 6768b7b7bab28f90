/** `cold-recall diff [paths..]`: what a build would change, on paper and on slides. */

import { resolve } from 'node:path'
import { build } from '../build/build.js'
import type { SheetText } from '../build/read-sheets.js'
import { buildRunOf, readCache } from '../cache/cache-file.js'
import { Log } from '../diagnostics.js'
import { packageVersion } from '../disk/package.js'
import { readText } from '../disk/read.js'
import { isThere } from '../disk/write.js'
import { type ComparedWeek, compareWeeks, type Snapshot } from '../identity/compare.js'
import { readManifest } from '../identity/manifest-file.js'
import {
  filesOf,
  keyOfWeek,
  type LastBuild,
  type Manifest,
  type ManifestOutput,
  type ManifestSheet,
  madeOtherwise,
} from '../identity/model.js'
import { pairWeeks } from '../identity/pair-weeks.js'
import { againstPrints, neverPrinted, weeksPrinted } from '../identity/prints.js'
import { changesText, neverPrintedLine } from '../report/changes.js'
import { onOneLine } from '../report/printable.js'
import { listed } from '../report/text.js'
import { type ExitCode, exitCodeOf, fileDate, type Shell } from '../shell.js'
import { outputsOfGone } from './building/leftovers.js'
import { tellingOf, tellingWords, toldBefore } from './building/unchanged.js'
import {
  diskWorld,
  jsonMessages,
  openRoster,
  openSheets,
  outFolder,
  type Run,
  sayMessages,
  startRun,
  type TemplateArguments,
  templateChoice,
  textLookup,
  toJson,
} from './common.js'
import { fileNames, named, namedChanges, withFile } from './file-names.js'
import { lookAtManifest, lookedUp, type OpenedManifest } from './manifest.js'
import { openPrints, reportNoManifest } from './printed.js'

/** Flags and operands of `diff`, as `cli/cli.ts` reads them. */
export interface DiffArguments extends TemplateArguments {
  paths: string[] | undefined
  /** A manifest, or `last-print`; the last build when left out. */
  since: string | undefined
  out: string | undefined
  json: boolean
  /** Leave out all messages but errors. */
  quiet: boolean
}

/** Builds without writing, and says what differs from the last build, from a manifest, or from what was printed. */
export async function diff(args: DiffArguments, shell: Shell): Promise<ExitCode> {
  const run = startRun(undefined, shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const out = outFolder(args, config)
  const texts = openSheets(args.paths ?? [], shell, log)
  if (texts.length === 0 && log.hasErrors()) {
    sayMessages(log, shell.stderr, shell, { quiet: true, textOf: textLookup(texts, run) })
    return exitCodeOf(log.messages, 'error')
  }
  const opened = lookAtManifest(out, texts, shell)
  const { last } = opened
  const roster = await openRoster(config.roster, shell, log)
  const weeksOf = async (some: readonly SheetText[], told: Log): Promise<ManifestSheet[]> => {
    const options = {
      products: ['workbook', 'deck'] as const,
      day: null,
      weekday: 0,
      split: false,
      roster,
      ...templateChoice(args, config),
      date: fileDate(shell.env) ?? new Date(0),
      last,
      tool: `cold-recall ${packageVersion()}`,
    }
    const { placed, manifest } = await build(some, diskWorld(shell, { ...run, log: told }), options, told)
    const built = new Set(placed.map(({ path }) => path))
    return manifest.sheets.filter(({ path }) => built.has(path))
  }
  const asked = await weeksOf(texts, log)
  const isAskedFor = new Set(asked.map(({ path }) => path))
  // Which week it was, or where its own went, can only be told beside the others.
  const isPart = !coversRoot(args.paths ?? [], texts, shell)
  const now =
    isPart && mayHaveMoved(asked, last?.manifest.sheets ?? [])
      ? await weeksOf(openSheets(rootsOf(texts), shell, new Log()), new Log())
      : asked
  const sides = sidesOf(args.since, opened, out, shell, run)
  const shown = { quiet: true, textOf: textLookup(texts, run) }
  if (!sides) {
    sayMessages(log, shell.stderr, shell, shown)
    return exitCodeOf(log.messages, 'error')
  }
  const looked = new Set(now.map(({ path }) => path))
  const { vanished, sameRoot } = lookedUp([...(last?.manifest.sheets ?? []), ...sides.before], texts, shell)
  const isAsked = sameRoot && coversRoot(args.paths ?? [], texts, shell)
  const gone = isAsked ? goneOf(sides.before, last, vanished, out, shell) : new Map<string, string[]>()
  // A renamed file is gone by its old name; a week that nobody asked for is not.
  const before = [...sides.before.filter(({ path }) => looked.has(path) || vanished.has(path)), ...sides.away]
  const pairs: ComparedWeek[] = pairWeeks(before, now)
  const weeks = (sides.isPaper ? againstPrints(pairs) : pairs).filter(({ before: old, now: week }) =>
    week ? isAskedFor.has(week.path) : old && (gone.has(old.path) || isAskedFor.has(old.path)),
  )
  const changes = compareWeeks(weeks).map((sheet) => {
    const leftOver = gone.get(sheet.path)
    return leftOver ? { ...sheet, gone: { leftOver } } : sheet
  })
  const never = sides.isPaper ? neverPrinted(pairs).filter(({ path }) => isAskedFor.has(path)) : null
  const fileOf = fileNames(texts, shell)
  if (args.json)
    shell.stdout.write(
      toJson({
        version: 1,
        changes: withFile(changes, fileOf),
        ...(never && { neverPrinted: withFile(never, fileOf) }),
        messages: jsonMessages(log),
      }),
    )
  else {
    const some = args.quiet ? log.messages.filter(({ severity }) => severity === 'error') : log.messages
    const { known, others } = toldBefore(some, buildRunOf(readCache(shell.cwd, out)), shown.textOf)
    shell.stderr.write(tellingWords(tellingOf(others, known, 'error'), shell, shown))
    const nothing = log.hasErrors()
      ? ''
      : nothingWords(sides, otherFiles(sides, asked, out), weeks.length, never?.length ?? 0)
    const told = changesText(namedChanges(changes, fileOf)) || nothing
    // Those that nobody asked for have codes too.
    const all = [
      ...now,
      ...(last?.manifest.sheets ?? []).filter(({ path }) => !looked.has(path) && !vanished.has(path)),
    ]
    const codes = all.flatMap(({ days = [] }) => days.map(({ code }) => code))
    shell.stdout.write(told + neverPrintedLine(named(never ?? [], fileOf), codes))
  }
  return exitCodeOf(log.messages, 'error')
}

/**
 * True when most questions of a week stood, word for word, in another one that nobody asks for, or most of what its file held is not there any
 * more: the weeks of a course may have been shifted.
 */
function mayHaveMoved(asked: readonly ManifestSheet[], then: readonly ManifestSheet[]): boolean {
  const keys = new Set(asked.map(keyOfWeek))
  const wordsOf = ({ questions }: ManifestSheet) => new Set(questions.map(({ words }) => words))
  /** True when most of a week's questions are among the words. */
  const areMost = ({ questions }: ManifestSheet, words: ReadonlySet<string>) =>
    questions.filter((each) => words.has(each.words)).length * 2 > questions.length
  const others = then.filter((week) => !keys.has(keyOfWeek(week))).map(wordsOf)
  const own = new Map(then.map((week) => [keyOfWeek(week), week]))
  return asked.some((week) => {
    const old = own.get(keyOfWeek(week))
    return others.some((words) => areMost(week, words)) || (old !== undefined && !areMost(old, wordsOf(week)))
  })
}

const rootsOf = (texts: readonly SheetText[]): string[] => [...new Set(texts.map(({ root }) => root))]

/** That nothing has changed that is told, as far as there was something to compare with: so many weeks, but not the days that were never printed. */
function nothingWords({ since }: Sides, others: readonly string[], compared: number, never: number): string {
  if (never > 0) return compared === 0 ? '' : 'Nothing has changed of what was recorded as printed.\n'
  const what =
    others.length === 0
      ? `Nothing has changed since ${since}.`
      : `Nothing to print again, and no slide of a question has changed since ${since}; a build makes other files: ${listed(others, mostListed)}.`
  return `${onOneLine(what)}\n`
}

/** Files that a build makes otherwise than they were made then, below the output folder `out`: slides of a day or notes may have changed, of which nothing is told. */
function otherFiles({ outputs: then }: Sides, asked: readonly ManifestSheet[], out: string): string[] {
  const now = asked.flatMap(({ outputs }) => outputs)
  return madeOtherwise(then, now).map(({ path }) => `${out}/${path}`)
}

const mostListed = 4

/** True when all of a content root was asked for, so that a week which is not among the sheets is gone. */
function coversRoot(paths: readonly string[], texts: readonly SheetText[], shell: Shell): boolean {
  const asked = new Set(paths.map((path) => resolve(shell.cwd, path)))
  return paths.length === 0 || texts.some(({ root }) => asked.has(resolve(shell.cwd, root)))
}

/** By path, weeks all of whose files are gone, each with what is left over of it in the output folder. */
function goneOf(
  sheets: Snapshot,
  last: LastBuild | null,
  vanished: ReadonlySet<string>,
  out: string,
  shell: Shell,
): Map<string, string[]> {
  const built = [...(last?.manifest.sheets ?? []), ...(last?.manifest.gone ?? [])]
  const known = new Map(built.map((sheet) => [sheet.path, sheet]))
  const isGone = (path: string) => filesOf(known.get(path) ?? { path }).every((file) => vanished.has(file))
  const leftOver = (own: string) =>
    outputsOfGone(built, ({ path }) => path === own)
      .map((path) => `${out}/${path}`)
      .filter((path) => isThere(shell.cwd, path))
  const paths = new Set(sheets.map(({ path }) => path))
  return new Map([...paths].filter(isGone).map((path) => [path, leftOver(path)]))
}

/** What is compared with, and how it is called. */
interface Sides {
  before: Snapshot
  /** Weeks that were gone when it was made, and may be back. */
  away: Snapshot
  since: string
  /** What was printed, so that only days that were are compared. */
  isPaper: boolean
  /** The files that a build made then; none of paper. */
  outputs: readonly ManifestOutput[]
}

/** What to compare with; null after reporting that there is nothing to compare with. */
function sidesOf(
  since: string | undefined,
  { last, broken }: OpenedManifest,
  out: string,
  shell: Shell,
  { log }: Run,
): Sides | null {
  if (since === 'last-print') {
    const prints = openPrints(out, shell, log)
    if (prints) return { before: weeksPrinted(prints), away: [], since: 'it was printed', isPaper: true, outputs: [] }
    if (log.hasErrors()) return null
    log.report('diff-without-past', null, {
      past: `a record of prints in ${out}`,
      mend: 'Tell of prints with `cold-recall printed` and the code in the foot of a sheet, such as w1-mon.',
    })
    return null
  }
  if (since === undefined) {
    if (last) return built(last.manifest, 'the last build')
    reportNoManifest(broken, out, 'Build once, and compare after the next edit.', log)
    return null
  }
  const text = readText(resolve(shell.cwd, since), since, log, true)
  if (text === null) return null
  const read = readManifest(text)
  if ('manifest' in read) return built(read.manifest, since)
  log.report(
    'diff-without-past',
    { file: since },
    { past: `a manifest in ${since}: ${read.why}`, mend: 'Name a recall-manifest.json that a build has left.' },
  )
  return null
}

/** What a manifest knows. */
const built = ({ sheets: before, gone: away = [] }: Manifest, since: string): Sides => ({
  before,
  away,
  since,
  isPaper: false,
  outputs: before.flatMap(({ outputs }) => outputs),
})
