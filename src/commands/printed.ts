/** `cold-recall printed [days..] [paths..]`: what was handed out, for `diff --since last-print`. */

import type { Log } from '../diagnostics.js'
import { readKept } from '../disk/read.js'
import { isThere, writeOutputs } from '../disk/write.js'
import { filesOf, type ManifestSheet, manifestName, printsName } from '../identity/model.js'
import {
  daysNamed,
  daysOf,
  formatPrints,
  keyOfDay,
  maxPrintsBytes,
  type Printable,
  type Prints,
  readPrints,
  withNewNames,
  withPrints,
} from '../identity/prints.js'
import { plural, printable } from '../report/text.js'
import { asksForToday, weekdayName } from '../sheet/select.js'
import { didYouMean } from '../sheet/suggest.js'
import { type ExitCode, exitCodeOf, exitCodes, type Shell, UsageError } from '../shell.js'
import { openSheets, outFolder, sayMessages, startRun } from './common.js'
import { lookAtManifest, lookedUp, type OpenedManifest } from './manifest.js'

/** Flags and operands of `printed`. */
export interface PrintedArguments {
  /** Days and paths, in any order; every day when left out. */
  days: string[] | undefined
  out: string | undefined
}

/** Records that day sheets of the last build were handed out. A word that may mean the days of several weeks is wrong usage. */
export function printed(args: PrintedArguments, shell: Shell): ExitCode {
  const run = startRun(undefined, shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const out = outFolder(args, config)
  const { last, broken } = lookAtManifest(out, [], shell)
  if (!last) reportNoManifest(broken, out, 'Build the sheets that you print first.', log)
  const days = last ? daysAsked(args.days ?? [], last.manifest.sheets, shell, log) : []
  if (!log.hasErrors()) {
    const on = shell.now().toISOString().slice(0, 10)
    const known = upToDate(openPrints(out, shell, log), last?.manifest.sheets ?? [], shell)
    const prints = new TextEncoder().encode(formatPrints(withPrints(known, days, on)))
    if (!log.hasErrors()) writeOutputs(shell.cwd, out, [{ path: printsName, bytes: prints }], log)
  }
  sayMessages(log, shell.stderr, shell, { quiet: false, textOf: () => null })
  if (log.hasErrors()) return exitCodeOf(log.messages, 'error')
  shell.stderr.write(
    printable(
      `${days.map(({ path, day }) => `${path}  ${day.name} (${day.code} rev ${day.revision})\n`).join('')}Recorded ${plural(days.length, 'day')} as printed.\n`,
    ),
  )
  return exitCodes.ok
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
function upToDate(record: Prints | null, sheets: readonly ManifestSheet[], shell: Shell): Prints | null {
  if (!record) return null
  const known = withNewNames(record, sheets)
  const { vanished, sameRoot } = lookedUp([...sheets, ...known.prints], [], shell)
  const built = new Set(sheets.map(({ path }) => path))
  const isGone = (path: string) => sameRoot && vanished.has(path) && !built.has(path)
  return { ...known, prints: known.prints.filter(({ path }) => !isGone(path)) }
}

/** The days that operands name, each once. Where paths are named, each word is looked for in each of them. */
function daysAsked(operands: readonly string[], sheets: readonly ManifestSheet[], shell: Shell, log: Log): Printable[] {
  const weekday = shell.now().getDay()
  const words: string[] = []
  const scopes: ManifestSheet[][] = []
  for (const operand of withJoinedCodes(operands, sheets)) {
    const isDay = !operand.includes('/') && daysNamed(sheets, operand, weekday).days.length > 0
    if (operand.includes('/') || (!isDay && isThere(shell.cwd, operand)))
      scopes.push(sheetsBelow(operand, sheets, shell, log))
    else words.push(operand)
  }
  if (log.hasErrors()) return []
  const within = scopes.length > 0 ? scopes : [[...sheets]]
  if (words.length === 0) words.push('all')
  const days = within.flatMap((scope) => words.flatMap((word) => oneWeeks(word, scope, weekday)))
  return [...new Map(days.map((each) => [keyOfDay(each), each])).values()]
}

/** "W1 Mon" comes as two words unless somebody quotes it. */
function withJoinedCodes(operands: readonly string[], sheets: readonly ManifestSheet[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < operands.length; i++) {
    const [one = '', next] = operands.slice(i, i + 2)
    const both = `${one} ${next}`
    const isCode = next !== undefined && /\d$/.test(one) && daysNamed(sheets, both, 0).exact
    joined.push(isCode ? both : one)
    if (isCode) i++
  }
  return joined
}

/** The weeks of the manifest that have files among those of a path. */
function sheetsBelow(path: string, sheets: readonly ManifestSheet[], shell: Shell, log: Log): ManifestSheet[] {
  const texts = openSheets([path], shell, log).filter(({ beside }) => !beside)
  const below = new Set(texts.map((text) => text.path))
  const found = sheets.filter((sheet) => filesOf(sheet).some((file) => below.has(file)))
  if (found.length > 0 || log.hasErrors()) return found
  throw new UsageError(`"${path}" has no sheet of the last build: build it before you print it`)
}

/** The days that a word names, when it can only mean those. */
function oneWeeks(word: string, sheets: readonly ManifestSheet[], weekday: number): Printable[] {
  const { days, exact } = daysNamed(sheets, word, weekday)
  if (exact) return days
  const codes = [...new Set(days.map(({ day }) => day.code))]
  const paths = [...new Set(days.map(({ path }) => path))]
  const orPath = paths.length > 1 ? ', or a path' : ''
  if (days.length > 0 && codes.length === days.length)
    throw new UsageError(`${word} is in ${days.length} weeks: say ${choiceOf(codes)}${orPath}, or "all"`)
  if (days.length > 0) {
    const shown = paths.slice(0, mostChoices).join(', ')
    throw new UsageError(
      `${word} is in ${paths.length} files: say a path behind it (below content: ${shown}), or "all"`,
    )
  }
  const hint = asksForToday(word) ? `; today is ${weekdayName(weekday)}` : null
  const known = [...new Set(daysOf(sheets).map(({ day }) => day.key))]
  throw new UsageError(
    `No day "${word}" in the last build, expected one of ${known.join(', ')}, a code such as ${daysOf(sheets)[0]?.day.code ?? 'W1·MON'}, a position such as 1, today, all, or a path${hint ?? didYouMean(word, known)}`,
  )
}

const mostChoices = 8

/** "W1·MON, W2·MON or W3·MON" */
function choiceOf(codes: readonly string[]): string {
  if (codes.length > mostChoices) return `${codes.slice(0, mostChoices).join(', ')} …`
  return `${codes.slice(0, -1).join(', ')} or ${codes.at(-1)}`
}
