/**
 * A manifest that is known to be as this program wrote it. Of a course of 400 weeks it has 4 MB, and a build of one week needs only what that
 * week was called and which ids the others have: entries are taken apart when somebody asks, and go into the next manifest as they stand.
 */
import type { Manifest, ManifestSheet } from './model.js'

/** What an entry is written as, without the braces around it: UTF-8 bytes, a letter each. */
type Written = string

const written = new WeakMap<ManifestSheet, Written>()
const ids = new WeakMap<ManifestSheet, readonly string[]>()

/** An entry as it stands in the manifest that it was read from, UTF-8 bytes a letter each; undefined for a new one. */
export const writtenEntry = (sheet: ManifestSheet): string | undefined => written.get(sheet)

/** The ids of a sheet's questions. */
export function questionIds(sheet: ManifestSheet): readonly string[] {
  const text = written.get(sheet)
  if (text === undefined) return sheet.questions.map(({ id }) => id)
  const known = ids.get(sheet) ?? idsIn(text)
  ids.set(sheet, known)
  return known
}

/** How the line of a question begins. */
const question = '\n        {"id":"'

function idsIn(text: Written): string[] {
  const found: string[] = []
  for (let at = text.indexOf(question); at >= 0; at = text.indexOf(question, at + 1)) {
    inString.lastIndex = at + question.length
    found.push(unquoted(inString.exec(text)?.[0] ?? ''))
  }
  return found
}

const inString = /(?:[^"\\]|\\.)*/y

/** What a string of JSON says, given without its quotes. */
const unquoted = (words: Written): string => (/^[ !#-[\]-~]*$/.test(words) ? words : parsed<string>(`"${words}"`))

/** What stands between two entries, and around all. JSON has no line break in a string, so that none of it can stand inside of one. */
const between = '\n    },\n    {\n'
const opening = /^\{\n {2}"version": 1,\n {2}"tool": ("[^\n]*"),\n {2}"sheets": \[\n {4}\{\n/
const closing = /\n {4}\}\n {2}\],\n {2}"retired": (\[(?:\n {4}[^\n]*)*(?:\n {2})?\])\n\}\n$/
const entryHead = /^ {6}"path": "([^\n]*)",\n {6}"week": (null|\d+),\n(?: {6}"files": (\[[^\n]*\]),\n)?/

/**
 * Reads bytes that `manifestBytes` is known to have made; null when they do not look like it, or have no sheets. Each sheet is an object like any
 * other, and costs little until more is asked of it than its path, week and files.
 */
export function readOwnManifest(bytes: Uint8Array): Manifest | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const head = opening.exec(text)
  const end = text.lastIndexOf('\n    }\n  ],\n')
  const tail = closing.exec(text.slice(Math.max(0, end)))
  if (!head || !tail || end < head[0].length) return null
  const sheets = text.slice(head[0].length, end).split(between).map(entryOf)
  if (!sheets.every((sheet) => sheet !== null)) return null
  return { version: 1, tool: parsed(head[1]), sheets, retired: parsed(tail[1]) }
}

function entryOf(text: Written): ManifestSheet | null {
  const head = entryHead.exec(text)
  if (!head) return null
  let whole: ManifestSheet | null = null
  const all = (): ManifestSheet => {
    whole ??= parsed<ManifestSheet>(`{${text}}`)
    return whole
  }
  const [, path = '', week, files] = head
  const entry: ManifestSheet = {
    path: unquoted(path),
    week: week === 'null' ? null : Number(week),
    ...(files === undefined ? {} : { files: parsed<string[]>(files) }),
    get inputs() {
      return all().inputs as NonNullable<ManifestSheet['inputs']>
    },
    get options() {
      return all().options as NonNullable<ManifestSheet['options']>
    },
    get outputs() {
      return all().outputs
    },
    get days() {
      return all().days as NonNullable<ManifestSheet['days']>
    },
    get questions() {
      return all().questions
    },
  }
  written.set(entry, text)
  return entry
}

const parsed = <T>(text: Written | undefined): T => JSON.parse(fromBytes(text ?? 'null')) as T
const fromBytes = (text: Written): string => Buffer.from(text, 'latin1').toString()
