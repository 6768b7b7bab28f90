/**
 * A manifest that is known to be as this program wrote it. Of a course of 400 weeks it has 4 MB, and a build of one week needs only what that
 * week was called and which ids the others have: entries are taken apart when somebody asks, and go into the next manifest as they stand.
 */
import type { Manifest, ManifestSheet } from './model.js'

/** Where an entry stands in the file that it was read from, without the braces around it. */
export interface Written {
  file: Buffer
  start: number
  end: number
}

const written = new WeakMap<ManifestSheet, Written>()
const ids = new WeakMap<ManifestSheet, readonly string[]>()

/** An entry as it stands in the manifest that it was read from; undefined for a new one. */
export const writtenEntry = (sheet: ManifestSheet): Written | undefined => written.get(sheet)

/** Its bytes, a letter each: what has one byte in UTF-8 is itself. */
const lettersOf = ({ file, start, end }: Written): string => file.toString('latin1', start, end)

/** The ids of a sheet's questions. */
export function questionIds(sheet: ManifestSheet): readonly string[] {
  const entry = written.get(sheet)
  if (entry === undefined) return sheet.questions.map(({ id }) => id)
  const known = ids.get(sheet) ?? idsIn(lettersOf(entry))
  ids.set(sheet, known)
  return known
}

/** How the line of a question begins. */
const question = '\n        {"id":"'

function idsIn(text: string): string[] {
  const found: string[] = []
  for (let at = text.indexOf(question); at >= 0; at = text.indexOf(question, at + 1)) {
    inString.lastIndex = at + question.length
    found.push(unquoted(inString.exec(text)?.[0] ?? ''))
  }
  return found
}

const inString = /(?:[^"\\]|\\.)*/y

/** What a string of JSON says, given without its quotes. */
const unquoted = (words: string): string => (/^[ !#-[\]-~]*$/.test(words) ? words : parsed<string>(`"${words}"`))

/** What stands between two entries, and around all. JSON has no line break in a string, so that none of it can stand inside of one. */
export const between = '\n    },\n    {\n'
const firstStart = '\n    {\n'
const lastEnd = '\n    }\n  ],\n'
const opening = /^\{\n {2}"version": 1,\n {2}"tool": ("[^\n]*"),\n {2}"sheets": \[\n {4}\{\n$/
const closing =
  /^\n {4}\}\n {2}\],\n {2}"retired": (\[(?:\n {4}[^\n]*)*(?:\n {2})?\])(?:,\n {2}"gone": (\[(?:\n {4}[^\n]*)*\n {2}\]))?\n\}\n$/
const entryHead = /^ {6}"path": "([^\n]*)",\n {6}"week": (null|\d+),\n(?: {6}"files": (\[[^\n]*\]),\n)?(?= {6}"[^f])/

/**
 * Reads bytes that `manifestBytes` is known to have made; null when they do not look like it, or have no sheets. A sheet costs little until more is
 * asked of it than its path, week and files.
 */
export function readOwnManifest(bytes: Uint8Array): Manifest | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const first = file.indexOf(firstStart) + firstStart.length
  const end = file.lastIndexOf(lastEnd)
  const head = opening.exec(file.toString('latin1', 0, first))
  const tail = closing.exec(file.toString('latin1', Math.max(0, end)))
  if (!head || !tail || end < first) return null
  const sheets: ManifestSheet[] = []
  const mark = Buffer.from(between)
  for (let start = first; start <= end; ) {
    const next = file.indexOf(mark, start)
    const stop = next < 0 || next > end ? end : next
    const sheet = entryOf({ file, start, end: stop })
    if (!sheet) return null
    sheets.push(sheet)
    start = stop + mark.length
  }
  const gone = tail[2] === undefined ? undefined : parsed<ManifestSheet[]>(tail[2])
  return { version: 1, tool: parsed(head[1]), sheets, retired: parsed(tail[1]), ...(gone && { gone }) }
}

/** So many bytes hold the head of nearly every entry; of the others all is looked at. */
const headBytes = 400

function entryOf(place: Written): ManifestSheet | null {
  const { file, start, end } = place
  const head =
    entryHead.exec(file.toString('latin1', start, Math.min(start + headBytes, end))) ?? entryHead.exec(lettersOf(place))
  if (!head) return null
  const [, path = '', week, files] = head
  const entry = new OwnSheet(unquoted(path), week === 'null' ? null : Number(week), place)
  if (files !== undefined) entry.files = parsed<string[]>(files)
  written.set(entry, place)
  return entry
}

/** A sheet whose other parts are read when they are asked for. `{ ...sheet }` would not have them: `wholeSheet` makes an object of its own. */
class OwnSheet implements ManifestSheet {
  readonly path: string
  readonly week: number | null
  declare files?: string[]
  readonly #place: Written
  #read: ManifestSheet | null = null

  constructor(path: string, week: number | null, place: Written) {
    this.path = path
    this.week = week
    this.#place = place
  }

  get whole(): ManifestSheet {
    this.#read ??= parsed<ManifestSheet>(`{${lettersOf(this.#place)}}`)
    return this.#read
  }

  get inputs() {
    return this.whole.inputs as NonNullable<ManifestSheet['inputs']>
  }

  get options() {
    return this.whole.options as NonNullable<ManifestSheet['options']>
  }

  get outputs() {
    return this.whole.outputs
  }

  get days() {
    return this.whole.days as NonNullable<ManifestSheet['days']>
  }

  get otherPages() {
    return this.whole.otherPages as NonNullable<ManifestSheet['otherPages']>
  }

  get questions() {
    return this.whole.questions
  }
}

/** A sheet as a plain object with all its parts, to make another of. */
export const wholeSheet = (sheet: ManifestSheet): ManifestSheet => (sheet instanceof OwnSheet ? sheet.whole : sheet)

const parsed = <T>(letters: string | undefined): T =>
  JSON.parse(Buffer.from(letters ?? 'null', 'latin1').toString()) as T
