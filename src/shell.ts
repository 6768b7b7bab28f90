/** What a command may ask of its surroundings, and the exit codes it may end with. Passed in, so that tests can listen. */
import { basename, delimiter, dirname } from 'node:path'
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
  /** What people type to run us where they are: "cold-recall", or "node /tools/cold-recall/dist/bin.cjs". */
  command: string
  env: Readonly<Record<string, string | undefined>>
  stdout: Writer
  stderr: Writer
  /**
   * The words of the command line, and which program it is: what a build or a check must know to find that nothing has changed. Left out, it does all.
   * `look`: what has been seen of the disk already, for the room that knows what is in it (`cache/first-look.ts`).
   */
  words?: { argv: readonly string[]; program: string; look?: object }
  /**
   * Calls back when the user wants the run to end (Ctrl-C), or nobody reads `stderr` any more, until the function that it returns is called. While nobody asks for it, the process ends
   * at once. Only a `watch` that waits asks.
   */
  onInterrupt?(act: () => void): () => void
  /** The clock; asked for `--day today`, and for when a build began. */
  now(): Date
}

/** Exit codes, as `commands/README.md` documents them. */
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

const diskCodes: ReadonlySet<MessageCode> = new Set([
  'file-missing',
  'file-unreadable',
  'file-unwritable',
  'output-busy',
])

/** What an error is about: the disk, the usage (flags, config, template), or the content. Null for what is no error. */
function faultOf({ severity, code }: Message): 'disk' | 'usage' | 'content' | null {
  if (severity !== 'error') return null
  if (diskCodes.has(code)) return 'disk'
  return /^(template|config|deck-contrast)-/.test(code) || code === 'day-unknown' || code === 'diff-without-past'
    ? 'usage'
    : 'content'
}

/** True for what stops the whole run whatever the sheets say, so that people must read it first. */
export const stopsTheRun = (message: Message): boolean => ['disk', 'usage'].includes(faultOf(message) ?? '')

const wrongWords: ReadonlySet<MessageCode> = new Set([
  'day-unknown',
  'diff-without-past',
  'template-missing',
  'template-paper-too-small',
])

/** True for words of the command line that could not be followed: nothing else matters before they are mended. */
export const isWrongWord = ({ code, file }: Message): boolean => file === null && wrongWords.has(code)

/** The exit code that messages call for: the disk's before the usage's before the content's. */
export function exitCodeOf(messages: readonly Message[], failOn: FailOn): ExitCode {
  const faults = new Set(messages.map(faultOf))
  if (faults.has('disk')) return exitCodes.disk
  if (faults.has('usage')) return exitCodes.usage
  const ranks = ['info', 'warning', 'error', 'never'] as const
  const fails = messages.some(({ severity }) => ranks.indexOf(severity) >= ranks.indexOf(failOn))
  return fails ? exitCodes.content : exitCodes.ok
}

/** How the process was started: its script as `process.argv` has it, its working folder and environment. */
export interface Start {
  script: string
  cwd: string
  env: Shell['env']
}

/**
 * Where people are and what they type to run us again.
 * `npm run cold-recall` in a clone runs in the clone wherever people are (`npm --prefix`), and tells where in `INIT_CWD`. The command is never
 * one that would fetch a stranger's package: `npx` only when we were run by it, and then with `--no`.
 */
export function placeOfStart({ script, cwd, env }: Start): Pick<Shell, 'cwd' | 'command'> {
  const own = env.npm_lifecycle_event === 'cold-recall' && env.npm_package_name === 'cold-recall'
  if (own && env.INIT_CWD) return { cwd: env.INIT_CWD, command: `npm --prefix ${quoted(cwd)} run cold-recall --` }
  if (env.npm_command === 'exec' || env.npm_lifecycle_event !== undefined)
    return { cwd, command: 'npx --no -- cold-recall' }
  const folder = dirname(script)
  const onPath = basename(script) === 'cold-recall' && (env.PATH ?? '').split(delimiter).includes(folder)
  return { cwd, command: onPath ? 'cold-recall' : `node ${quoted(script)}` }
}

const quoted = (path: string): string => (/[^\w./\\:-]/.test(path) ? `"${path}"` : path)

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
