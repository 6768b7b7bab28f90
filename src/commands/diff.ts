/** `cold-recall diff [paths..]`: what a build would change, on paper and on slides; and `cold-recall printed DAY`, what was handed out. */

import { resolve } from 'node:path'
import { build } from '../build.js'
import type { Log } from '../diagnostics.js'
import { packageVersion } from '../disk/package.js'
import { readKept, readText } from '../disk/read.js'
import { writeOutputs } from '../disk/write.js'
import { compareSnapshots, type Snapshot } from '../identity/compare.js'
import { maxManifestBytes, readManifest } from '../identity/manifest-file.js'
import { type Manifest, manifestName, printsName } from '../identity/model.js'
import {
  againstPrints,
  daysNamed,
  formatPrints,
  maxPrintsBytes,
  type Prints,
  readPrints,
  withPrints,
} from '../identity/prints.js'
import { changesText } from '../report/changes.js'
import { plural, printable } from '../report/text.js'
import { type ExitCode, exitCodeOf, exitCodes, fileDate, type Shell } from '../shell.js'
import {
  diskWorld,
  jsonMessages,
  openSheets,
  type Run,
  sayMessages,
  startRun,
  type TemplateArguments,
  templateChoice,
  textLookup,
  toJson,
} from './common.js'
import { lastBuild } from './manifest.js'

/** Flags and operands of `diff`, as `cli.ts` reads them. */
export interface DiffArguments extends TemplateArguments {
  paths: string[] | undefined
  /** A manifest, or `last-print`; the last build when left out. */
  since: string | undefined
  out: string | undefined
  json: boolean
}

/** Builds without writing, and says what differs from the last build, from a manifest, or from what was printed. */
export async function diff(args: DiffArguments, shell: Shell): Promise<ExitCode> {
  const run = startRun(undefined, shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const out = args.out ?? config.out ?? 'out'
  const texts = openSheets(args.paths ?? [], shell, log)
  const last = lastBuild(out, texts, shell)
  const made = await build(
    texts,
    diskWorld(shell, run),
    {
      products: ['workbook', 'deck'],
      day: null,
      weekday: 0,
      split: false,
      ...templateChoice(args, config),
      date: fileDate(shell.env) ?? new Date(0),
      last,
      tool: `cold-recall ${packageVersion()}`,
    },
    log,
  )
  const built = new Set(made.placed.map(({ path }) => path))
  const now = made.manifest.sheets.filter(({ path }) => built.has(path))
  const sides = sidesOf(args.since, last?.manifest ?? null, now, out, shell, run)
  const shown = { quiet: true, textOf: textLookup(texts, run) }
  if (!sides) {
    sayMessages(log, shell.stderr, shell, shown)
    return exitCodeOf(log.messages, 'error')
  }
  const changes = compareSnapshots(sides.before, sides.now)
  if (args.json) shell.stdout.write(toJson({ version: 1, changes, messages: jsonMessages(log) }))
  else {
    sayMessages(log, shell.stderr, shell, shown)
    shell.stdout.write(printable(changesText(changes)) || `Nothing has changed since ${sides.since}.\n`)
  }
  return exitCodeOf(log.messages, 'error')
}

/** What is compared, and how it is called; null after reporting that there is nothing to compare with. */
function sidesOf(
  since: string | undefined,
  last: Manifest | null,
  now: Snapshot,
  out: string,
  shell: Shell,
  { log }: Run,
): { before: Snapshot; now: Snapshot; since: string } | null {
  const looked = new Set(now.map(({ path }) => path))
  const only = (sheets: Snapshot) => sheets.filter(({ path }) => looked.has(path))
  if (since === 'last-print') {
    const prints = openPrints(out, shell, log)
    if (prints) return { ...againstPrints(prints, now), since: 'it was printed' }
    if (log.hasErrors()) return null
    log.report('diff-without-past', null, {
      past: `a record of prints in ${out}`,
      mend: 'Tell of prints with `cold-recall printed monday`.',
    })
    return null
  }
  if (since === undefined) {
    if (last) return { before: only(last.sheets), now, since: 'the last build' }
    log.report('diff-without-past', null, {
      past: `a manifest in ${out}`,
      mend: 'Build once, and compare after the next edit.',
    })
    return null
  }
  const text = readText(resolve(shell.cwd, since), since, log, true)
  if (text === null) return null
  const read = readManifest(text)
  if ('manifest' in read) return { before: only(read.manifest.sheets), now, since }
  log.report(
    'diff-without-past',
    { file: since },
    { past: `a manifest in ${since}: ${read.why}`, mend: 'Name a recall-manifest.json that a build has left.' },
  )
  return null
}

/** The record of prints; null when there is none, and after reporting that it cannot be read: it is then left as it is. */
function openPrints(out: string, shell: Shell, log: Log): Prints | null {
  const kept = readKept(shell.cwd, out, printsName, maxPrintsBytes)
  if (kept === null) return null
  const prints = 'text' in kept ? readPrints(kept.text) : null
  const path = `${out}/${printsName}`
  if (!prints) log.report('prints-unusable', { file: path }, { path })
  return prints
}

/** Flags and operands of `printed`. */
export interface PrintedArguments {
  days: string[] | undefined
  out: string | undefined
}

/** Records that day sheets of the last build were handed out. */
export function printed(args: PrintedArguments, shell: Shell): ExitCode {
  const run = startRun(undefined, shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const out = args.out ?? config.out ?? 'out'
  const kept = readKept(shell.cwd, out, manifestName, maxManifestBytes)
  const read = kept !== null && 'text' in kept ? readManifest(kept.text) : null
  const manifest = read && 'manifest' in read ? read.manifest : null
  if (!manifest)
    log.report('diff-without-past', null, {
      past: `a manifest in ${out}`,
      mend: 'Build the sheets that you print first.',
    })
  const asked = (args.days ?? []).length > 0 ? (args.days ?? []) : ['all']
  const found = asked.map((words) => ({ words, days: manifest ? daysNamed(manifest, words) : [] }))
  const known = [...new Set((manifest?.sheets ?? []).flatMap(({ days = [] }) => days.map(({ key }) => key)))]
  if (manifest)
    for (const { words, days } of found)
      if (days.length === 0) log.report('day-unknown', null, { day: words, days: known.join(', '), hint: '' })
  const days = found.flatMap((each) => each.days)
  if (log.messages.length === 0) {
    const on = shell.now().toISOString().slice(0, 10)
    const known = openPrints(out, shell, log)
    const prints = new TextEncoder().encode(formatPrints(withPrints(known, days, on)))
    if (log.messages.length === 0) writeOutputs(shell.cwd, out, [{ path: printsName, bytes: prints }], log)
  }
  sayMessages(log, shell.stderr, shell, { quiet: false, textOf: () => null })
  if (log.messages.length > 0) return exitCodeOf(log.messages, 'error')
  shell.stderr.write(
    printable(
      `${days.map(({ path, day }) => `${path}  ${day.name} (${day.code} rev ${day.revision})\n`).join('')}Recorded ${plural(days.length, 'day')} as printed.\n`,
    ),
  )
  return exitCodes.ok
}
