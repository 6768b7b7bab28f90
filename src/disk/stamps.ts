/**
 * Stamps: what the disk looked like when a build read it, and whether it still does. Built of Node's own modules alone, since a run that
 * finds everything up to date loads nothing else.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { sha256 } from '../text/digest.js'

/** One thing that a build asked the disk for. Paths are relative to the working folder where they can be. */
export type Stamp =
  | { path: string; kind: 'file'; size: number; changed: string; sha256: string }
  /** What stands in a folder, as `listed` has it; in one that was searched for sheets, without what is hidden, as editors leave it. */
  | { path: string; kind: 'names' | 'searched'; names: string }
  /** Nothing stood there; or something did, whatever it was. */
  | { path: string; kind: 'absent' | 'there' }

/** A stamp as one string: "file 4096 SHA256 CHANGED content/week-1/notes.md". Its path may have any signs. */
export function stampText(stamp: Stamp): string {
  const { kind, path } = stamp
  if (kind === 'file') return `file ${stamp.size} ${stamp.sha256} ${stamp.changed} ${path}`
  return 'names' in stamp ? `${kind} ${stamp.names} ${path}` : `${kind} ${path}`
}

/** What `stampText` has made; of any other text a stamp that does not hold. Some thousand are read before anything is optimised. */
export function readStamp(text: string): Stamp {
  const first = text.indexOf(' ')
  const second = text.indexOf(' ', first + 1)
  switch (text.slice(0, Math.max(0, first))) {
    case 'file': {
      const third = text.indexOf(' ', second + 1)
      const fourth = text.indexOf(' ', third + 1)
      if (second < 0 || third < 0 || fourth < 0) return nothing
      const size = Number(text.slice(first + 1, second))
      const sha256 = text.slice(second + 1, third)
      return { path: text.slice(fourth + 1), kind: 'file', size, changed: text.slice(third + 1, fourth), sha256 }
    }
    case 'names':
      return second < 0
        ? nothing
        : { path: text.slice(second + 1), kind: 'names', names: text.slice(first + 1, second) }
    case 'searched':
      return second < 0
        ? nothing
        : { path: text.slice(second + 1), kind: 'searched', names: text.slice(first + 1, second) }
    case 'absent':
      return { path: text.slice(first + 1), kind: 'absent' }
    case 'there':
      return { path: text.slice(first + 1), kind: 'there' }
    default:
      return nothing
  }
}

const nothing: Stamp = { path: '', kind: 'names', names: '' }

/** When a file was last changed, with its place on the disk: what no edit leaves as it was, also one that sets the time back. */
function changedAt(full: string): { size: number; changed: string; at: number } {
  const { size, mtimeNs, ctimeNs, ino } = statSync(full, nanoseconds)
  return { size: Number(size), changed: `${mtimeNs}.${ctimeNs}.${ino}`, at: Number(ctimeNs / 1_000_000n) }
}

const nanoseconds = { bigint: true } as const

/** Of paths as stamps have them; `resolve` looks at each letter of the working folder again, some thousand times. */
const fullPath = (cwd: string, path: string): string => (isAbsolute(path) ? path : `${cwd}/${path}`)

/** The stamp of a file with these bytes; null when it is gone already. */
export const stampFile = (cwd: string, path: string, bytes: Uint8Array | string): Stamp | null =>
  stampKnown(cwd, path, sha256(bytes))

/** The stamp of a file whose bytes have this digest; null when it is gone already. */
export function stampKnown(cwd: string, path: string, sha256: string): Stamp | null {
  try {
    const { size, changed } = changedAt(fullPath(cwd, path))
    return { path, kind: 'file', size, changed, sha256 }
  } catch {
    return null
  }
}

/** The stamp of what stands in a folder now. */
export const stampNames = (cwd: string, path: string): Stamp => ({
  path,
  kind: 'names',
  names: namesIn(fullPath(cwd, path)),
})

/** The stamp of a folder that was searched for sheets, with what stood in it. */
export const stampSearched = (cwd: string, path: string, entries: readonly Dirent[]): Stamp => ({
  path,
  kind: 'searched',
  names: listed(fullPath(cwd, path), entries.filter(isShown)),
})

const isShown = ({ name }: Dirent): boolean => !name.startsWith('.')

/** What stands in a folder, in the disk's order. */
export const entriesIn = (full: string): Dirent[] => readdirSync(full, { withFileTypes: true })

/** What stood in folders when they were looked into, for who asks again soon. */
export class Listings {
  readonly #known = new Map<string, Dirent[]>()

  /** Looks into a folder, and remembers. */
  look(full: string): Dirent[] {
    const entries = entriesIn(full)
    this.#known.set(full, entries)
    return entries
  }

  /** What stood there, or stands there now. */
  of(full: string): Dirent[] {
    return this.#known.get(full) ?? entriesIn(full)
  }
}

function namesIn(full: string): string {
  try {
    return listed(full, entriesIn(full))
  } catch {
    return 'none'
  }
}

/** No list is so long that is kept as it is; all digests are longer. */
const longestList = 60

/**
 * Names in order: `notes.md/week-1//` are a file and a folder, so that a file which becomes a folder of the same name makes another list. Of long
 * ones, and of those with unusual signs, the SHA-256.
 */
function listed(folder: string, entries: readonly Dirent[]): string {
  const list = entries
    .map((entry) => `${entry.name}${isFolder(folder, entry) ? '//' : '/'}`)
    .sort()
    .join('')
  return list.length < longestList && /^[\w./-]+$/.test(list) ? list : sha256(list)
}

/** True for a folder, and for a link to one. */
function isFolder(folder: string, entry: Dirent): boolean {
  if (entry.isDirectory() || entry.isFile()) return entry.isDirectory()
  try {
    return statSync(`${folder}/${entry.name}`).isDirectory()
  } catch {
    return false
  }
}

/** True for a file that nobody has touched since it was stamped, as far as its times tell. */
export function isUntouched(cwd: string, stamp: Stamp): boolean {
  try {
    return stamp.kind === 'file' && changedAt(fullPath(cwd, stamp.path)).changed === stamp.changed
  } catch {
    return false
  }
}

/** Clocks of disks tick in steps; what changed so shortly before a build began may have changed again after it was read. Milliseconds. */
const doubt = 2000

/**
 * True when what the stamp tells of is as it was. A file that looks untouched since before `began` (when the stamping build began, or when what
 * it wrote was seen once more, ms since 1970) is not read; one that does not is, and its bytes decide. `listings` remember a folder that was searched.
 */
export function holds(cwd: string, stamp: Stamp, began: number, listings?: Listings): boolean {
  const full = fullPath(cwd, stamp.path)
  try {
    switch (stamp.kind) {
      case 'names':
        return namesIn(full) === stamp.names
      case 'searched':
        return listed(full, (listings?.look(full) ?? entriesIn(full)).filter(isShown)) === stamp.names
      case 'absent':
        return statSync(full, { throwIfNoEntry: false }) === undefined
      case 'there':
        return statSync(full, { throwIfNoEntry: false })?.isFile() ?? false
      case 'file': {
        const now = changedAt(full)
        if (now.size !== stamp.size) return false
        if (now.changed === stamp.changed && now.at < began - doubt) return true
        return sha256(readFileSync(full)) === stamp.sha256
      }
    }
  } catch {
    return stamp.kind === 'absent'
  }
}
