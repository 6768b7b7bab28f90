/**
 * Messages: one closed table of codes, and the log that stages write to.
 *
 * Every stage returns the best value it can and reports what it met on the way, so that one run
 * shows all faults of a sheet. Words are kept in `messages/`, a file a room, so that they can be reviewed together
 * and tests can name codes instead of sentences. Printing is `report/`.
 *
 * A message says what is there and what was expected (`reason`), and how to mend it (`help`).
 */

import { buildMessages } from './messages/build.js'
import { configMessages } from './messages/config.js'
import { deckMessages } from './messages/deck.js'
import type { Entry, Severity } from './messages/entry.js'
import { filesMessages } from './messages/files.js'
import { mathMessages } from './messages/math.js'
import { rosterMessages } from './messages/roster.js'
import { sheetMessages } from './messages/sheet.js'
import { sourcesMessages } from './messages/sources.js'
import { templateMessages } from './messages/template.js'
import { workbookMessages } from './messages/workbook.js'

export type { Severity } from './messages/entry.js'

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

/** What the parser of YAML knows of line ends (`LineCounter` of yaml): both count from 1, and are 0 in an empty text. */
interface YamlLines {
  linePos(offset: number): { line: number; col: number }
}

/** The place of the characters `start` to `end` of a file of YAML. */
export function placeInYaml(file: string, lines: YamlLines, start: number, end: number): Place {
  const point = (offset: number): Point => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), offset }
  }
  return { file, start: point(start), end: point(Math.max(start, end)) }
}

/**
 * The closed table of message codes, by room. A code is a noun phrase, room first.
 * Every code has a small sheet or template in `tests/` that triggers it.
 */
export const messageTable = {
  ...filesMessages,
  ...buildMessages,
  ...configMessages,
  ...templateMessages,
  ...sheetMessages,
  ...sourcesMessages,
  ...mathMessages,
  ...workbookMessages,
  ...deckMessages,
  ...rosterMessages,
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

/** What the user made of the severity of some codes; `off` leaves their messages out. */
export type Severities = Partial<Record<MessageCode, Severity | 'off'>>

/** Messages of one run, in the order they were reported. */
export class Log {
  readonly messages: Message[] = []
  /** How often something was reported, also what was said before or is left out. */
  reports = 0
  /** Told of everything as well, also of what was said before: a log of the same severities. */
  listener: Log | null = null
  readonly #said = new Set<string>()
  readonly #severities: Severities

  constructor(severities: Severities = {}) {
    this.#severities = severities
  }

  /** Adds a message; the same code with the same words at the same place is said once. */
  report<C extends MessageCode>(code: C, where: Where, facts: Facts<C>, cause?: Message['cause']): void {
    this.reports++
    this.listener?.report(code, where, facts, cause)
    const { severity: usual, words, help } = messageTable[code] as unknown as Entry<Facts<C>>
    // An error stays one, whoever asks: what cannot be built cannot be wished away.
    const severity = usual === 'error' ? usual : (this.#severities[code] ?? usual)
    if (severity === 'off') return
    const place = where !== null && 'start' in where ? where : null
    const message: Message = { code, severity, file: where?.file ?? null, place, reason: words(facts), help }
    if (cause) message.cause = cause
    const key = keyOf(message)
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.messages.push(message)
  }

  /** Takes back what was told and does not concern this run. Errors stay. */
  forget(isBeside: (message: Message) => boolean): void {
    const kept = this.messages.filter((message) => message.severity === 'error' || !isBeside(message))
    this.messages.length = 0
    for (const message of kept) this.messages.push(message)
  }

  /** Takes over messages of another run or part of this one, as they are; what has been said is not said again. */
  adopt(messages: readonly Message[]): void {
    for (const message of messages) {
      const key = keyOf(message)
      if (this.#said.has(key)) continue
      this.#said.add(key)
      this.messages.push(message)
    }
  }

  /** True when an error was reported (for `file`, when given). */
  hasErrors(file?: string): boolean {
    return this.messages.some((m) => m.severity === 'error' && (file === undefined || m.file === file))
  }
}

const keyOf = ({ code, file, place, reason }: Message): string => `${code}\n${file}\n${place?.start.offset}\n${reason}`

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
