/** Messages → text for people. The only place that knows colours and carets; it returns strings and prints nothing. */
import { type Message, type Severity, sortMessages } from './diagnostics.js'

export interface ReportOptions {
  /** Terminal colours on. */
  colour: boolean
  /** The text of a file, to show the line in question; null when it is not at hand. */
  textOf: (file: string) => string | null
}

type Paint = (text: string, style: Severity | 'bold' | 'dim') => string

const styles = { error: '31', warning: '33', info: '36', bold: '1', dim: '2' } as const

const painter =
  (colour: boolean): Paint =>
  (text, style) =>
    colour ? `\x1b[${styles[style]}m${text}\x1b[0m` : text

/** Shows control characters as `\u{1b}`, so that a sheet cannot write escape sequences to the terminal. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`)
}

/**
 * Messages by file and place, each with its source line and a caret:
 * ```
 * content/week-17/04_daily_recall.md:40:4: info: The prompt contains its own answer … [prompt-contains-answer]
 *   40 │ 2. Draw the lifecycle from memory: run → …
 *      │    ^^^^
 *   help: …
 * ```
 */
export function formatMessages(messages: readonly Message[], options: ReportOptions): string {
  const paint = painter(options.colour)
  return sortMessages(messages)
    .map((message) => formatMessage(message, options, paint))
    .join('')
}

function formatMessage(message: Message, options: ReportOptions, paint: Paint): string {
  const { place, file, severity, reason, code, help, cause } = message
  const at = place ? `${place.file}:${place.start.line}:${place.start.column}: ` : file ? `${file}: ` : ''
  const head = `${paint(printable(at), 'bold')}${paint(`${severity}:`, severity)} ${printable(reason)} ${paint(`[${code}]`, 'dim')}\n`
  const snippet = place ? formatSnippet(place, options, paint) : ''
  const because = cause
    ? `  ${printable(cause.place.file)}:${cause.place.start.line}:${cause.place.start.column}: ${printable(cause.words)}\n`
    : ''
  return `${head}${snippet}${because}  ${paint('help:', 'dim')} ${printable(help)}\n`
}

/** Columns of a source line that are shown around the place; longer lines are cut with an ellipsis. */
const snippetWidth = 100

function formatSnippet(place: NonNullable<Message['place']>, options: ReportOptions, paint: Paint): string {
  const line = options.textOf(place.file)?.split(/\r\n|\r|\n/)[place.start.line - 1]
  if (line === undefined || line.trim() === '') return ''
  const from = Math.max(0, place.start.column - 1 - snippetWidth / 2)
  const shown = printable(line.slice(from, from + snippetWidth).replace(/\t/g, ' '))
  const onOneLine = place.end.line === place.start.line
  const length = onOneLine ? place.end.column - place.start.column : line.length - place.start.column + 1
  const caretAt = place.start.column - 1 - from + (from > 0 ? 1 : 0)
  const carets = '^'.repeat(Math.max(1, Math.min(length, snippetWidth - (place.start.column - 1 - from))))
  const number = String(place.start.line)
  const gutter = ' '.repeat(number.length)
  return (
    paint(`  ${number} │ `, 'dim') +
    `${from > 0 ? '…' : ''}${shown}${line.length > from + snippetWidth ? '…' : ''}\n` +
    `${paint(`  ${gutter} │ `, 'dim')}${' '.repeat(caretAt)}${paint(carets, 'bold')}\n`
  )
}

/** "2 errors, 1 warning"; "no messages" when there are none. Infos are counted last. */
export function countMessages(messages: readonly Message[]): string {
  const count = (severity: Severity) => messages.filter((m) => m.severity === severity).length
  const parts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, n: count(severity) }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => plural(n, severity === 'info' ? 'note' : severity))
  return parts.length > 0 ? parts.join(', ') : 'no messages'
}

/** `plural(3, 'page')` → "3 pages". */
export const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
