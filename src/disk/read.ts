/** Reading, within bounds. */
import { closeSync, fstatSync, lstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Log, Place } from '../diagnostics.js'
import { documentWords } from '../text/documents.js'
import { pause } from './drive.js'
import { why } from './paths.js'

/** Bounds of what is read, so that a wrong folder or a hostile file ends in a message and not in an hour. */
export const limits = {
  sheetBytes: 5_000_000,
  templateBytes: 500_000,
  fontBytes: 40_000_000,
  pictureBytes: 10_000_000,
  files: 20_000,
  beside: 1000,
  namesNear: 500,
  depth: 24,
}

/** Where a message about a whole file stands: editors list none without a line. */
export const startOf = (file: string): Place => {
  const start = { line: 1, column: 1, offset: 0 }
  return { file, start, end: start }
}

/** The text of a file, or null after reporting: as an error when `needed`, else as a warning that it was passed over. */
export function readText(full: string, file: string, log: Log, needed: boolean): string | null {
  const where = startOf(file)
  const skip = (reason: string): null => {
    log.report('file-skipped', where, { path: file, why: reason })
    return null
  }
  const refuse = (document: string): null => {
    if (!needed) return skip(`it is ${document}`)
    log.report('file-is-document', where, { path: file, document })
    return null
  }
  let bytes: Uint8Array
  try {
    const read = readBounded(full, limits.sheetBytes)
    if (typeof read === 'number') {
      const document = documentWords(file, null)
      if (document !== null) return refuse(document)
      if (!needed) return skip(`it has ${read} bytes, expected at most ${limits.sheetBytes}`)
      log.report('file-too-large', where, { path: file, bytes: read, max: limits.sheetBytes })
      return null
    }
    bytes = read
  } catch (error) {
    if (!needed) return skip(why(error))
    log.report('file-unreadable', { file }, { path: file, why: why(error) })
    return null
  }
  const document = documentWords(file, bytes)
  if (document !== null) return refuse(document)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    if (!needed) return skip('it is not text in UTF-8')
    log.report('file-not-text', where, { path: file })
    return null
  }
}

/** How often a file is read that changes while it is read, and milliseconds between. */
const changing = { tries: 6, wait: 20 }

/**
 * The bytes of a regular file, or its size when it has more than `max`. One that changes while it is read, because an editor saves it just now,
 * is read again; one that does not come to rest is a fault. `take`: reads an open file.
 */
export function readBounded(
  full: string,
  max: number,
  take: (handle: number) => Uint8Array = readFileSync,
): Uint8Array | number {
  for (let tries = 1; tries <= changing.tries; tries++) {
    if (tries > 1) pause(changing.wait)
    const read = readOnce(full, max, take)
    if (read !== null) return read
  }
  throw Object.assign(new Error('another program is writing it'), { code: '' })
}

/** Null when it was changed meanwhile. */
function readOnce(full: string, max: number, take: (handle: number) => Uint8Array): Uint8Array | number | null {
  // Asked before opening: opening a pipe would wait for somebody to write into it.
  if (!statSync(full).isFile()) throw Object.assign(new Error('it is not a regular file'), { code: '' })
  const handle = openSync(full, 'r')
  try {
    const before = fstatSync(handle, { bigint: true })
    if (before.size > max) return Number(before.size)
    const bytes = take(handle)
    const after = fstatSync(handle, { bigint: true })
    return before.size === after.size && before.mtimeNs === after.mtimeNs ? bytes : null
  } finally {
    closeSync(handle)
  }
}

/** The text of a file that a former run left in `outDir`; null when there is none, and why when it cannot be read. */
export function readKept(
  cwd: string,
  outDir: string,
  name: string,
  max: number,
): { text: string } | { why: string } | null {
  const kept = readKeptBytes(cwd, outDir, name, max)
  if (kept === null || 'why' in kept) return kept
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(kept.bytes) }
  } catch {
    return { why: 'it is not text in UTF-8' }
  }
}

/** As `readKept`, whatever the file holds. */
export function readKeptBytes(
  cwd: string,
  outDir: string,
  name: string,
  max: number,
): { bytes: Uint8Array } | { why: string } | null {
  const full = join(resolve(cwd, outDir), name)
  try {
    if (!lstatSync(full).isFile()) return { why: 'it is not a regular file' }
    const read = readBounded(full, max)
    if (typeof read === 'number') return { why: `it has ${read} bytes, expected at most ${max}` }
    return { bytes: read }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { why: why(error) }
  }
}
