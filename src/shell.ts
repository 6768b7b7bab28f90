/** What a command may ask of its surroundings, and the exit codes it may end with. Passed in, so that tests can listen. */
import type { Message, MessageCode, Severity } from './diagnostics.js'

/** A stream that takes text. */
export interface Writer {
  write(text: string): unknown
  isTTY?: boolean
}

/** The surroundings of a run. stdout carries data, stderr carries talk. */
export interface Shell {
  /** Absolute working folder. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  stdout: Writer
  stderr: Writer
  /** The clock; asked only for `--day today`. */
  now(): Date
}

/** Exit codes, as the README documents them. */
export const exitCodes = {
  /** Built, or nothing to complain of. */
  ok: 0,
  /** The content has errors (or what `--fail-on` and `--strict` say). */
  content: 1,
  /** Wrong usage, or a template that cannot be used. */
  usage: 2,
  /** Could not read or write. */
  disk: 3,
  /** A bug of ours. */
  bug: 4,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Wrong words on the command line: said in one line with a hint, never with a stack. */
export class UsageError extends Error {}

/** From which severity on a run fails; `never` still fails for the disk and for wrong usage. */
export type FailOn = Severity | 'never'

const diskCodes: ReadonlySet<MessageCode> = new Set(['file-missing', 'file-unreadable', 'file-unwritable'])

/** What an error is about: the disk, the usage (flags, config, template), or the content. Null for what is no error. */
function faultOf({ severity, code }: Message): 'disk' | 'usage' | 'content' | null {
  if (severity !== 'error') return null
  if (diskCodes.has(code)) return 'disk'
  return /^(template|config|deck-contrast)-/.test(code) || code === 'day-unknown' ? 'usage' : 'content'
}

/** True for what stops the whole run whatever the sheets say, so that people must read it first. */
export const stopsTheRun = (message: Message): boolean => ['disk', 'usage'].includes(faultOf(message) ?? '')

/** The exit code that messages call for: the disk's before the usage's before the content's. */
export function exitCodeOf(messages: readonly Message[], failOn: FailOn): ExitCode {
  const faults = new Set(messages.map(faultOf))
  if (faults.has('disk')) return exitCodes.disk
  if (faults.has('usage')) return exitCodes.usage
  const ranks = ['info', 'warning', 'error', 'never'] as const
  const fails = messages.some(({ severity }) => ranks.indexOf(severity) >= ranks.indexOf(failOn))
  return fails ? exitCodes.content : exitCodes.ok
}

/** True when text for people may carry colours: a terminal, and no `NO_COLOR` (https://no-color.org). */
export function wantsColour(stream: Writer, env: Shell['env']): boolean {
  if (env.NO_COLOR) return false
  return env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stream.isTTY === true && env.TERM !== 'dumb'
}

/**
 * The date that files carry: `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/),
 * clamped to what ZIP can hold, else 1 January 1980. Never today, so that the same input gives the same bytes.
 * Null when the variable is set to something else than whole seconds.
 */
export function fileDate(env: Shell['env']): Date | null {
  const epoch = env.SOURCE_DATE_EPOCH
  const first = Date.UTC(1980, 0, 1)
  if (epoch === undefined || epoch === '') return new Date(first)
  if (!/^\d{1,11}$/.test(epoch)) return null
  return new Date(Math.min(Math.max(Number(epoch) * 1000, first), Date.UTC(2099, 11, 31)))
}
