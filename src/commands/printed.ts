/** `cold-recall printed [days..] [paths..]`: what was handed out, for `diff --since last-print`. */

import { resolve } from 'node:path'
import { Log } from '../diagnostics.js'
import { readKept, readText } from '../disk/read.js'
import { isThere, writeOutputs } from '../disk/write.js'
import { filesOf, keyOfWeek, type ManifestSheet, manifestName, printsName } from '../identity/model.js'
import { pairWeeks } from '../identity/pair-weeks.js'
import {
  formatPrints,
  keyOfDay,
  maxPrintsBytes,
  neverPrinted,
  type Printable,
  type PrintStanding,
  type Prints,
  printsStanding,
  readPrints,
  weeksPrinted,
  weeksRecorded,
  withNewNames,
  withoutPrints,
  withPrints,
} from '../identity/prints.js'
import { neverPrintedLine } from '../report/changes.js'
import { onOneLine } from '../report/printable.js'
import { printsList } from '../report/prints.js'
import { listed, plural } from '../report/text.js'
import { type ExitCode, exitCodeOf, exitCodes, type Shell, UsageError } from '../shell.js'
import { sha256 } from '../text/digest.js'
import { defaultOut, jsonMessages, outFolder, sayMessages, startRun, toJson } from './common.js'
import { type FileNames, fileNames, named, withFile } from './file-names.js'
import { lookAtManifest, lookedUp, type OpenedManifest } from './manifest.js'
import { whileOurs } from './own-folder.js'
import { daysAsked } from './printed-days.js'
import { type DayInFiles, daysInFiles, olderNotes, refuseOlder } from './printed-files.js'

/** Flags and operands of `printed`. */
export interface PrintedArguments {
  /** Days and paths, in any order; left out, nothing is recorded and all that is recorded is listed. */
  days: string[] | undefined
  /** Take back what was recorded of these days. */
  forget: boolean
  out: string | undefined
  json: boolean
}

/** Records that day sheets of the last build were handed out, takes that back, or lists what is recorded. */
export async function printed(args: PrintedArguments, shell: Shell): Promise<ExitCode> {
  const words = args.days ?? []
  if (args.forget && words.length === 0)
    throw new UsageError(
      '--forget needs the days whose prints are taken back: a day, a code such as w1-mon, a path, or all',
    )
  const run = startRun(undefined, shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const out = outFolder(args, config)
  const work = (act: Act): Outcome | null => {
    const { last, broken } = lookAtManifest(out, [], shell)
    if (!last && !args.forget) reportNoManifest(broken, out, 'Build the sheets that you print first.', log)
    const { sheets = [], gone = [] } = last?.manifest ?? {}
    return log.hasErrors() ? null : act(words, { out, sheets, gone, fileOf: fileNames([], shell), shell, log })
  }
  // A record that two write at once keeps the days of one of them; a build that ends meanwhile changes what was printed.
  const outcome =
    words.length === 0
      ? work(list)
      : ((await whileOurs(out, shell, log, () => work(args.forget ? forget : record)))?.done ?? null)
  if (args.json) {
    const data = log.hasErrors() ? {} : outcome?.data
    shell.stdout.write(toJson({ version: 1, ...data, messages: jsonMessages(log) }))
    return exitCodeOf(log.messages, 'error')
  }
  sayMessages(log, shell.stderr, shell, { quiet: false, textOf: () => null })
  if (!outcome || log.hasErrors()) return exitCodeOf(log.messages, 'error')
  const stream = words.length === 0 ? shell.stdout : shell.stderr
  stream.write(outcome.words)
  return exitCodes.ok
}

type Act = (words: readonly string[], desk: Desk) => Outcome | null

/** What was done or found: in words for a terminal, and as `--json` gives it. */
interface Outcome {
  words: string
  data: Record<string, unknown>
}

/** What all of them need; `sheets`: those of the last build; `gone`: those that were gone then and may come back. */
interface Desk {
  out: string
  sheets: readonly ManifestSheet[]
  gone: readonly ManifestSheet[]
  fileOf: FileNames
  shell: Shell
  log: Log
}

function record(words: readonly string[], desk: Desk): Outcome | null {
  const { out, sheets, gone, fileOf, shell, log } = desk
  const days = daysAsked(words, { sheets }, shell, log)
  if (log.hasErrors()) return null
  if (days.length === 0)
    throw new UsageError(`No day sheets are built into ${out} yet: build the workbook before you print it`)
  const inFiles = daysInFiles(days, sheets, out, shell)
  refuseOlder(inFiles, out)
  const on = shell.now().toISOString().slice(0, 10)
  keep(withPrints(upToDate(openPrints(out, shell, log), sheets, gone, shell), days, sheets, on), desk)
  return {
    words: `${dayLines(days, fileOf)}Recorded ${plural(days.length, 'day')} as printed.\n${olderNotes(inFiles, out)}${changedLine(days, desk)}`,
    data: { recorded: withFile(inFiles.map(recordedData), fileOf) },
  }
}

/** That sheets have been edited since the build that is recorded, as one who prints an old file may not know; '' where none has. */
function changedLine(days: readonly Printable[], { sheets, fileOf, shell }: Desk): string {
  const weeks = new Set(days.map(keyOfWeek))
  const inputs = sheets.flatMap((sheet) => {
    const own = new Set(weeks.has(keyOfWeek(sheet)) ? filesOf(sheet) : [])
    return (sheet.inputs ?? []).filter(({ path }) => own.has(path))
  })
  const files = inputs.flatMap((input) => {
    const file = fileOf(input.path)
    const text = readText(resolve(shell.cwd, file), file, new Log(), false)
    return text === null || sha256(text) === input.sha256 ? [] : [file]
  })
  const changed = [...new Set(files)]
  if (changed.length === 0) return ''
  const all = onOneLine(listed(changed, mostChanged))
  return `Note: ${all} ${changed.length === 1 ? 'has' : 'have'} changed since this build; what is recorded is the sheet as it was built.\n`
}

const mostChanged = 3

function forget(words: readonly string[], desk: Desk): Outcome | null {
  const { out, sheets, fileOf, shell, log } = desk
  const read = openPrints(out, shell, log)
  if (log.hasErrors()) return null
  if (!read?.prints.length)
    throw new UsageError(`Nothing is recorded as printed in ${out}${recordElsewhere(out, shell)}`)
  const known = withNewNames(read, sheets)
  const recorded = new Map(known.prints.map((print) => [keyOfDay(print), print]))
  const choice = { sheets: weeksRecorded(known, sheets), recorded: new Set(recorded.keys()) }
  const days = daysAsked(words, choice, shell, log).flatMap((each) => recorded.get(keyOfDay(each)) ?? [])
  if (!log.hasErrors()) keep(withoutPrints(known, days), desk)
  const forgot = `Forgot the ${days.length === 1 ? 'print' : 'prints'} of ${plural(days.length, 'day')}.\n`
  return { words: dayLines(days, fileOf) + forgot, data: { forgotten: withFile(days.map(dayData), fileOf) } }
}

function list(_words: readonly string[], { out, sheets, fileOf, shell, log }: Desk): Outcome {
  const known = openPrints(out, shell, log) ?? { version: 1, prints: [] }
  const standing = printsStanding(known, sheets)
  const never = neverPrinted(pairWeeks(weeksPrinted(known), sheets))
  const codes = sheets.flatMap(({ days = [] }) => days.map(({ code }) => code))
  const recorded =
    standing.length > 0
      ? printsList(named(standing, fileOf))
      : `${onOneLine(`Nothing is recorded as printed in ${out}${recordElsewhere(out, shell)}; say a day, a code such as w1-mon, a path, or all.`)}\n`
  return {
    words: recorded + neverPrintedLine(named(never, fileOf), codes),
    data: { prints: withFile(standing.map(printData), fileOf), neverPrinted: withFile(never, fileOf) },
  }
}

/** Words for one who has chosen another output folder since sheets were printed; '' where the default folder has no record either. */
function recordElsewhere(out: string, shell: Shell): string {
  const other = `${defaultOut}/${printsName}`
  if (out === defaultOut || !isThere(shell.cwd, other)) return ''
  return ` (${other} is a record of prints: copy it to ${out}/ to go on with it)`
}

/** Writes the record, when nothing was wrong. */
function keep(prints: Prints, { out, shell, log }: Desk): void {
  const bytes = new TextEncoder().encode(formatPrints(prints))
  if (!log.hasErrors()) writeOutputs(shell.cwd, out, [{ path: printsName, bytes }], log)
}

const dayLines = (days: readonly Printable[], fileOf: FileNames): string =>
  named(days, fileOf)
    .map(({ path, day }) => `${onOneLine(`${path}  ${day.name} (${day.code} rev ${day.revision})`)}\n`)
    .join('')

/** A day by its code and stamp. */
const dayData = ({ path, week, day: { key, name, code, revision } }: Printable) => ({
  path,
  week,
  key,
  name,
  code,
  revision,
})

/** `older`: files, below the output folder, that have it with an older stamp. */
const recordedData = ({ each, older }: DayInFiles) => ({ ...dayData(each), ...(older.length > 0 && { older }) })

/** `built`: the day as the last build has it, null where it has none. */
const printData = (print: PrintStanding) => {
  const built = print.built && { code: print.built.code, revision: print.built.revision, pages: print.built.pages }
  return { ...dayData(print), on: print.on, built }
}

/** Says that there is no manifest in `out`, or why the one that is there cannot be used. */
export function reportNoManifest(broken: OpenedManifest['broken'], out: string, mend: string, log: Log): void {
  if (!broken) {
    log.report('diff-without-past', null, { past: `a manifest in ${out}`, mend })
    return
  }
  const file = `${out}/${manifestName}`
  log.report(
    'diff-without-past',
    { file },
    {
      past: `a manifest in ${file}: ${broken.why}`,
      mend: broken.newer
        ? 'Use the version that wrote it, or name another folder with --out.'
        : 'Put a good copy in its place, or build to begin a new one.',
    },
  )
}

/** The record of prints; null when there is none, and after reporting that it cannot be read: it is then left as it is. */
export function openPrints(out: string, shell: Shell, log: Log): Prints | null {
  const kept = readKept(shell.cwd, out, printsName, maxPrintsBytes)
  if (kept === null) return null
  const prints = 'text' in kept ? readPrints(kept.text) : null
  const path = `${out}/${printsName}`
  if (!prints) log.report('prints-unusable', { file: path }, { path })
  return prints
}

/**
 * The record with the names of today, and without weeks whose files are gone and that the last build has forgotten: there is nothing to hold
 * against them any more.
 */
function upToDate(
  record: Prints | null,
  sheets: readonly ManifestSheet[],
  gone: readonly ManifestSheet[],
  shell: Shell,
): Prints | null {
  if (!record) return null
  const known = withNewNames(record, sheets)
  const { vanished, sameRoot } = lookedUp([...sheets, ...known.prints], [], shell)
  const kept = new Set([...sheets, ...gone].map(({ path }) => path))
  const isGone = (path: string) => sameRoot && vanished.has(path) && !kept.has(path)
  return { ...known, prints: known.prints.filter(({ path }) => !isGone(path)) }
}
