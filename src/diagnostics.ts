/**
 * Messages: one closed table of codes, and the log that stages write to.
 *
 * Every stage returns the best value it can and reports what it met on the way, so that one run
 * shows all faults of a sheet. Words are kept here, in one place, so that they can be reviewed together
 * and tests can name codes instead of sentences. Printing is `reporter.ts`.
 *
 * A message says what is there and what was expected (`reason`), and how to mend it (`help`).
 */

/** A point in a text file. `line` and `column` count from 1, `offset` from 0, in UTF-16 units (as unist does). */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A stretch of a text file: `file` is the path as the user knows it; `start` is inclusive, `end` exclusive. */
export interface Place {
  file: string
  start: Point
  end: Point
}

/** `error` stops the output of that sheet; `warning` does not (unless `--strict`); `info` is only told. */
export type Severity = 'error' | 'warning' | 'info'

interface Entry<F> {
  severity: Severity
  /** The reason: what is there, what was expected. */
  words: (facts: F) => string
  /** How to mend it, in one or two sentences. */
  help: string
}

const entry = <F>(severity: Severity, words: (facts: F) => string, help: string): Entry<F> => ({
  severity,
  words,
  help,
})

/**
 * The closed table of message codes, by room. A code is a noun phrase, room first.
 * Every code has a small sheet or template in `tests/` that triggers it.
 */
export const messageTable = {
  // ── files ──
  'file-missing': entry<{ path: string }>(
    'error',
    (f) => `No file or folder "${f.path}"`,
    'Check the spelling, or give a folder that holds recall sheets.',
  ),

  // ── template ──

  // ── sheet ──

  // ── sources ──

  // ── workbook ──

  // ── deck ──
} as const satisfies Record<string, Entry<never>>

/** A code of the table above. */
export type MessageCode = keyof typeof messageTable

/** The facts that the words of a code need. */
export type Facts<C extends MessageCode> = (typeof messageTable)[C] extends Entry<infer F> ? F : never

/**
 * One message. Plain data (JSON-safe).
 * `place` is a stretch of a text, or only a file, or null when no file is to blame.
 * `cause` points at the other place that explains this one ("first numbered here").
 */
export interface Message {
  code: MessageCode
  severity: Severity
  file: string | null
  place: Place | null
  reason: string
  help: string
  cause?: { place: Place; words: string }
}

/** What a message can be pinned to: a stretch of text, a whole file (`{file}`), or nothing (null). */
export type Where = Place | { file: string } | null

/** Messages of one run, in the order they were reported. */
export class Log {
  readonly messages: Message[] = []
  readonly #said = new Set<string>()

  /** Adds a message; the same code with the same words at the same place is said once. */
  report<C extends MessageCode>(code: C, where: Where, facts: Facts<C>, cause?: Message['cause']): void {
    const { severity, words, help } = messageTable[code] as unknown as Entry<Facts<C>>
    const place = where !== null && 'start' in where ? where : null
    const message: Message = { code, severity, file: where?.file ?? null, place, reason: words(facts), help }
    if (cause) message.cause = cause
    const key = `${code}\n${message.file}\n${place?.start.offset}\n${message.reason}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.messages.push(message)
  }

  /** True when an error was reported (for `file`, when given). */
  hasErrors(file?: string): boolean {
    return this.messages.some((m) => m.severity === 'error' && (file === undefined || m.file === file))
  }
}

/** Messages by file, then line and column, then code. Messages without a file come first. Returns a new array. */
export function sortMessages(messages: readonly Message[]): Message[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...messages].sort(
    (a, b) =>
      byText(a.file ?? '', b.file ?? '') ||
      (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1) ||
      byText(a.code, b.code) ||
      byText(a.reason, b.reason),
  )
}
