/** What a command may ask of its surroundings, and the exit codes it may end with. Passed in, so that tests can listen. */
import type { Message, MessageCode } from './diagnostics.js'

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
  /** The content has errors (with `--strict`: or warnings). */
  content: 1,
  /** Wrong usage, or a template that cannot be used. */
  usage: 2,
  /** Could not read or write. */
  disk: 3,
  /** A bug of ours. */
  bug: 4,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const diskCodes: ReadonlySet<MessageCode> = new Set(['file-missing', 'file-unreadable', 'file-unwritable'])

/** The exit code that messages call for: the disk's before the usage's before the content's. */
export function exitCodeOf(messages: readonly Message[], strict: boolean): ExitCode {
  const errors = messages.filter((m) => m.severity === 'error')
  if (errors.some((m) => diskCodes.has(m.code))) return exitCodes.disk
  if (errors.some((m) => m.code.startsWith('template-') || m.code === 'day-unknown')) return exitCodes.usage
  if (errors.length > 0) return exitCodes.content
  return strict && messages.some((m) => m.severity === 'warning') ? exitCodes.content : exitCodes.ok
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
  return new Date(Math.min(Math.max(Number(epoch) * 1000, first), Date.UTC(2107, 11, 31)))
}
