/**
 * Stamps: what the disk looked like when a build read it, and whether it still does. Built of Node's own modules alone, since a run that
 * finds everything up to date loads nothing else.
 */
import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { sha256 } from '../text/digest.js'

/** One thing that a build asked the disk for. Paths are relative to the working folder where they can be. */
export type Stamp =
  | FileStamp
  /** What stands in a folder, as `listed` has it; in one that was searched for sheets, without what is hidden, as editors leave it. */
  | { path: string; kind: 'names' | 'searched'; names: string }
  /** Nothing stood there; or something did, whatever it was. */
  | { path: string; kind: 'absent' | 'there' }

/** A file, with what no edit leaves as it was, also one that sets the time back: `size` in bytes, times in ms since 1970, and its number on the disk. */
export interface FileStamp {
  path: string
  kind: 'file'
  sha256: string
  size: number
  modified: number
  changed: number
  place: number
}

/** True for a file of which the disk tells what it told when it was stamped. */
const looksAs = (now: Stats, then: FileStamp): boolean =>
  now.size === then.size && now.mtimeMs === then.modified && now.ctimeMs === then.changed && now.ino === then.place

/** The full path of one as stamps have it. (`resolve` looks at each letter of the working folder again, some thousand times.) */
export const fullPath = (cwd: string, path: string): string => (isAbsolute(path) ? path : `${cwd}/${path}`)

/** The stamp of a file with these bytes; null when it is gone already. */
export const stampFile = (cwd: string, path: string, bytes: Uint8Array | string): Stamp | null =>
  stampKnown(cwd, path, sha256(bytes))

/** The stamp of a file whose bytes have this digest; null when it is gone already. */
export function stampKnown(cwd: string, path: string, sha256: string): Stamp | null {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(fullPath(cwd, path))
    return { path, kind: 'file', sha256, size, modified: mtimeMs, changed: ctimeMs, place: ino }
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

/** How many files stand in a folder that was searched, where nothing else does; null where folders do, or that cannot be told of a stamp. */
export const filesAlone = (stamp: Stamp): number | null =>
  stamp.kind === 'searched' && stamp.names.includes('/') && !stamp.names.includes('//')
    ? stamp.names.split('/').length - 1
    : null

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
    return stamp.kind === 'file' && looksAs(statSync(fullPath(cwd, stamp.path)), stamp)
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
        const now = statSync(full)
        if (now.size !== stamp.size) return false
        if (looksAs(now, stamp) && now.ctimeMs < began - doubt) return true
        return sha256(readFileSync(full)) === stamp.sha256
      }
    }
  } catch {
    return stamp.kind === 'absent'
  }
}
