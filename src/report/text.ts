/** Messages → text for people. The only place that knows colours and carets; it returns strings and prints nothing. */
import { type Message, messageTable, type Severity, sortMessages } from '../diagnostics.js'
import { onOneLine } from './printable.js'

export interface ReportOptions {
  /** Terminal colours on. */
  colour: boolean
  /** The text of a file, to show the line in question; null when it is not at hand. */
  textOf: (file: string) => string | null
}

type Paint = (text: string, style: Severity | 'bold' | 'dim') => string

/** The line of a file, counted from 1; each file is cut into lines once. */
type LineOf = (file: string, line: number) => string | undefined

const styles = { error: '31', warning: '33', info: '36', bold: '1', dim: '2' } as const

const painter =
  (colour: boolean): Paint =>
  (text, style) =>
    colour ? `\x1b[${styles[style]}m${text}\x1b[0m` : text

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
  const lines = new Map<string, readonly string[]>()
  const lineOf: LineOf = (file, line) => {
    const known = lines.get(file) ?? options.textOf(file)?.split(/\r\n|\r|\n/) ?? []
    lines.set(file, known)
    return known[line - 1]
  }
  const sorted = sortMessages(messages)
  const groups = groupNotes(sorted)
  const unlisted = unlistedAfter(sorted.filter((message) => !groups.has(message)))
  return sorted
    .map((message) => {
      const group = groups.get(message)
      if (!group) return unlisted.get(message)?.(paint) ?? formatMessage(message, lineOf, paint)
      return group[0] === message ? formatGroup(message, group, paint) : ''
    })
    .join('')
}

/** So many notes of one code in one file are still said one by one. */
const fewNotes = 3
/** So many places of a group are listed. */
const listedPlaces = 20

/** So many messages of one code about one file are listed. */
const listedMessages = 100

/** Messages beyond those that are listed → what stands for them: nothing, and at the first how many there are. */
function unlistedAfter(messages: readonly Message[]): Map<Message, (paint: Paint) => string> {
  const kinds = new Map<string, Message[]>()
  for (const message of messages) {
    const key = `${message.code}\n${message.file}`
    const kind = kinds.get(key)
    if (kind) kind.push(message)
    else kinds.set(key, [message])
  }
  const unlisted = new Map<Message, (paint: Paint) => string>()
  for (const kind of kinds.values()) {
    const [first, ...others] = kind.slice(listedMessages)
    if (!first || others.length === 0) continue
    const reason = `${others.length + 1} more messages of this kind are not listed`
    unlisted.set(first, (paint) => formatMessage({ ...first, place: null, reason }, () => undefined, paint))
    for (const other of others) unlisted.set(other, () => '')
  }
  return unlisted
}

/** Message → the notes of the same code in the same file, where they are more than a few and the table has words for many. */
function groupNotes(messages: readonly Message[]): Map<Message, Message[]> {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    if (message.severity !== 'info' || !message.place || !messageTable[message.code].many) continue
    const key = `${message.code}\n${message.place.file}`
    const group = groups.get(key)
    if (group) group.push(message)
    else groups.set(key, [message])
  }
  const large = [...groups.values()].filter((group) => group.length > fewNotes)
  return new Map(large.flatMap((group) => group.map((message) => [message, group] as const)))
}

/** `a.md:12:1: info: 8 questions do not say where their answer is: 12:1, 14:1, … [citation-missing]` */
function formatGroup(first: Message, group: readonly Message[], paint: Paint): string {
  const places = group.slice(0, listedPlaces).map(({ place }) => `${place?.start.line}:${place?.start.column}`)
  const more = group.length > listedPlaces ? ` and ${group.length - listedPlaces} more` : ''
  const words = messageTable[first.code].many?.(group.length) ?? first.reason
  const whole = { ...first, reason: `${words}: ${places.join(', ')}${more}` }
  // No source line: it would show only the first of them.
  return formatMessage(whole, () => undefined, paint)
}

function formatMessage(message: Message, lineOf: LineOf, paint: Paint): string {
  const { place, file, severity, reason, code, help, cause } = message
  const at = place ? `${place.file}:${place.start.line}:${place.start.column}: ` : file ? `${file}: ` : ''
  const head = `${paint(onOneLine(at), 'bold')}${paint(`${severity}:`, severity)} ${onOneLine(reason)} ${paint(`[${code}]`, 'dim')}\n`
  const snippet = place ? formatSnippet(place, lineOf, paint) : ''
  const because = cause
    ? `  ${onOneLine(cause.place.file)}:${cause.place.start.line}:${cause.place.start.column}: ${onOneLine(cause.words)}\n`
    : ''
  return `${head}${snippet}${because}  ${paint('help:', 'dim')} ${onOneLine(help)}\n`
}

/** Columns of a source line that are shown around the place; longer lines are cut with an ellipsis. */
const snippetWidth = 100

function formatSnippet(place: NonNullable<Message['place']>, lineOf: LineOf, paint: Paint): string {
  const line = lineOf(place.file, place.start.line)
  if (line === undefined || line.trim() === '') return ''
  const from = Math.max(0, place.start.column - 1 - snippetWidth / 2)
  const shown = onOneLine(line.slice(from, from + snippetWidth).replace(/\t/g, ' '))
  const endsThere = place.end.line === place.start.line
  const length = endsThere ? place.end.column - place.start.column : line.length - place.start.column + 1
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

/** "a, b and 4 more": the first of many names. */
export function listed(names: readonly string[], most: number): string {
  const more = names.length - most
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** A week by its file, and which of it where that holds several: "recall.md (week 2)". */
export const weekName = ({ path, week }: { path: string; week: number | null }): string =>
  week === null ? path : `${path} (week ${week})`

/** Columns of a terminal that words take: two for a wide letter of East Asia, none for a mark over or under another. */
export function displayWidth(text: string): number {
  // Signs and letters of Latin are neither, and most words have no others.
  if (!/[^\0-\u02ff\u2000-\u20cf\u2190-\u2bff]/.test(text)) return text.length
  wide ??= /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u
  const letters = [...text.replace(/\p{M}/gu, '')]
  return letters.length + letters.filter((letter) => wide?.test(letter)).length
}

let wide: RegExp | null = null
