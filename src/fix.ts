/**
 * `check --fix`: mends in a sheet's text what can be mended without knowing what its author meant. Text in, text out.
 *
 * Only digits and dashes are exchanged; every other character stays. Each change is tried first: one after which the sheet
 * would read differently (a longer number moves the indent of its paragraphs, say) is not made.
 */
import { Log, type MessageCode, type Point } from './diagnostics.js'
import { compareSectionNumbers } from './sheet/citations/citation.js'
import { placesOf } from './sheet/markdown/reading.js'
import type { Day, Question } from './sheet/model.js'
import { parseUnnamed } from './sheet/parse.js'

/** One thing mended: the line, counted from 1, and what stood and stands there. */
export interface Fix {
  line: number
  from: string
  to: string
}

/** An exchange of characters at offsets of the text without byte order mark. */
interface Edit {
  start: number
  from: string
  to: string
}

/** The line of an offset, counted from 1. */
type LineAt = (offset: number) => number

/** Edits that make sense only together, and how to tell of them. */
interface Change {
  edits: Edit[]
  fixes: Fix[]
}

/**
 * Mends numbers that repeat or leave gaps (`1. 2. 2.` → `1. 2. 3.`), reversed ranges (`§1.8-§1.2` → `§1.2-§1.8`), and, where the
 * ranges of a sheet are written with several kinds of dashes, all to the kind used most. A sheet with errors is left as it is.
 */
export function fixSheet(text: string, file: string): { text: string; fixes: Fix[] } {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  let body = text.slice(mark.length)
  const fixes: Fix[] = []
  // What one round mends may make room for the next; a second one nearly always finds nothing.
  for (let round = 0; round < 4; round++) {
    const log = new Log()
    const sheets = parseUnnamed(body, file, log)
    const days = sheets.flatMap((sheet) => sheet.days)
    if (log.hasErrors(file)) break
    const places = placesOf(body, file)
    const lineAt = (offset: number) => places(offset, offset).start.line
    const ranges = rangesOf(days, body, lineAt)
    const numbers = days.flatMap((day) => renumber(day, body, lineAt, log))
    const changes = [...numbers, ...reversed(ranges), ...dashes(ranges)]
    if (changes.length === 0) break
    const kept = harmless(changes, body, file)
    if (kept.length === 0) break
    body = edited(body, kept)
    fixes.push(...kept.flatMap((change) => change.fixes))
  }
  return { text: mark + body, fixes: fixes.sort((a, b) => a.line - b.line) }
}

// ── numbers ──

/** A list item's number, or a heading's: `3.`, `### Q3.`. */
const marker = /^((?:#{1,6}[ \t]+(?:q(?:uestion)?[ .]?[ \t]*)?)?)(\d{1,9})(?=[.):])/i

function renumber(day: Day, body: string, lineAt: LineAt, log: Log): Change[] {
  const starts = new Set(day.questions.map(({ place }) => place.start.offset))
  const told = log.messages.some(
    ({ code, place }) =>
      (code === 'question-number-gap' || code === 'question-number-repeated') && starts.has(place?.start.offset ?? -1),
  )
  // An item without words has a number that readers see but no question: let its author decide.
  const empty = log.messages.some(({ code, place }) => code === 'question-empty' && within(place?.start, day))
  if (!told || empty) return []
  const written = day.questions.map((question) => numberOf(question, body))
  const [first] = written
  if (!first || written.includes(null)) return []
  // Below a line that stands alone, numbers that start again may be those of another day: "Wk. 2", "after lunch".
  if (written.some((edit, i) => i > 0 && edit?.from === '1' && isBelowLine(edit.start, body))) return []
  const edits = written.flatMap((edit, i): Edit[] => {
    if (!edit) return []
    const to = String(Number(first.from) + i).padStart(edit.from.startsWith('0') ? edit.from.length : 0, '0')
    return to === edit.from ? [] : [{ ...edit, to }]
  })
  return [{ edits, fixes: edits.map((edit) => ({ line: lineAt(edit.start), from: edit.from, to: edit.to })) }]
}

/** True where the line above an offset has words at its very beginning, and no number or bullet. */
function isBelowLine(offset: number, body: string): boolean {
  const above =
    body
      .slice(0, offset)
      .split(/\r\n|\r|\n/)
      .at(-2) ?? ''
  return /^\S/.test(above) && !/^(?:\d{1,9}[.):]|[-*+#>|<])/.test(above)
}

function numberOf({ place }: Question, body: string): Edit | null {
  const match = marker.exec(body.slice(place.start.offset, place.start.offset + 40))
  if (!match) return null
  const [, before = '', digits = ''] = match
  return { start: place.start.offset + before.length, from: digits, to: digits }
}

const within = (point: Point | undefined, { place }: Day): boolean =>
  point !== undefined && point.offset >= place.start.offset && point.offset < place.end.offset

// ── ranges ──

/** A range of a citation as it stands in the text. */
interface Range {
  start: number
  line: number
  from: string
  /** Between the numbers: blanks, dash or "to", blanks, signs. */
  joint: string
  dash: string
  to: string
}

const number = String.raw`(?:\d{1,6}(?:\.\d{1,6}){0,8}[a-z]?|[A-Z](?:\.\d{1,6}){1,8})`
const range = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(${number})([ \t]{0,3}([\-\u2010-\u2015\u2212]+|to)[ \t]{0,3}(?:\u00a7{1,2}[ \t]{0,2})?)(${number})(?![\p{L}\p{N}])`,
  'gu',
)

/** The ranges that the parser read, found again in the words of their questions. */
function rangesOf(days: readonly Day[], body: string, lineAt: LineAt): Range[] {
  return days
    .flatMap((day) => day.questions)
    .flatMap((question) => {
      const read = question.citations.flatMap(({ targets }) => targets.filter((target) => target.kind === 'range'))
      if (read.length === 0) return []
      const { start, end } = question.place
      const found = [...body.slice(start.offset, end.offset).matchAll(range)].map(
        ({ index, 1: from = '', 2: joint = '', 3: dash = '', 4: to = '' }): Range => {
          const at = start.offset + index
          return { start: at, line: lineAt(at), from, joint, dash, to }
        },
      )
      return found.filter(({ from, to }) =>
        read.some((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from)),
      )
    })
}

function reversed(ranges: readonly Range[]): Change[] {
  return ranges
    .filter(({ from, to }) => compareSectionNumbers(from, to) > 0)
    .map(({ start, line, from, joint, to }) => ({
      edits: [
        { start, from, to },
        { start: start + from.length + joint.length, from: to, to: from },
      ],
      fixes: [{ line, from: from + joint + to, to: to + joint + from }],
    }))
}

function dashes(ranges: readonly Range[]): Change[] {
  const dashed = ranges.filter(({ dash }) => dash !== 'to')
  const counts = new Map<string, number>()
  for (const { dash } of dashed) counts.set(dash, (counts.get(dash) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return dashed
    .filter(({ dash }) => dash !== most?.[0])
    .map(({ start, line, from, joint, dash, to }) => {
      const better = most?.[0] ?? dash
      const edit = { start: start + from.length + joint.indexOf(dash), from: dash, to: better }
      return { edits: [edit], fixes: [{ line, from: from + joint + to, to: from + joint.replace(dash, better) + to }] }
    })
}

// ── trying ──

/** The changes after which the sheet still reads the same; found by halves, for each try reads the whole sheet. */
function harmless(changes: readonly Change[], body: string, file: string): Change[] {
  const wanted = shapeOf(body, file)
  const same = (some: readonly Change[]) => shapeOf(edited(body, some), file) === wanted
  const sift = (kept: readonly Change[], candidates: readonly Change[]): readonly Change[] => {
    if (candidates.length === 0) return kept
    if (same([...kept, ...candidates])) return [...kept, ...candidates]
    if (candidates.length === 1) return kept
    const half = candidates.length >> 1
    return sift(sift(kept, candidates.slice(0, half)), candidates.slice(half))
  }
  return [...sift([], changes)].filter(({ edits }) => edits.length > 0)
}

/** What a mended sheet may say differently: where things stand, and how numbers and citations are written. */
const maySway: ReadonlySet<string> = new Set(['place', 'citedAs', 'written'])

/** The messages that mending is meant to end. */
const mended: ReadonlySet<MessageCode> = new Set([
  'question-number-start',
  'question-number-gap',
  'question-number-repeated',
  'citation-range-reversed',
])

/** All that a sheet says to its readers and all that there is to say of it, without places. */
function shapeOf(body: string, file: string): string {
  const log = new Log()
  const sheets = parseUnnamed(body, file, log)
  const said = log.messages.filter(({ code }) => !mended.has(code)).map(({ code, reason }) => `${code} ${reason}`)
  return JSON.stringify([sheets, said], (key, value: unknown) => (maySway.has(key) ? undefined : value))
}

function edited(body: string, changes: readonly Change[]): string {
  const edits = changes.flatMap((change) => change.edits).sort((a, b) => b.start - a.start)
  return edits.reduce((text, { start, from, to }) => text.slice(0, start) + to + text.slice(start + from.length), body)
}
