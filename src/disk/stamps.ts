/**
 * Stamps: what the disk looked like when a build read it, and whether it still does. Built of Node's own modules alone, since a run that
 * finds everything up to date loads nothing else.
 */
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { isDigestOf, sha256 } from '../text/digest.js'

/** One thing that a build asked the disk for. Paths are relative to the working folder where they can be. */
export type Stamp =
  | FileStamp
  /**
   * What stands in a folder, as `listed` has it; in one that was searched for sheets, without what is hidden, as editors leave it. Or where a link leads,
   * as `realOf` has it.
   */
  | { path: string; kind: 'names' | 'searched' | 'leads'; names: string }
  /** Nothing stood there; or something did, whatever it was. */
  | { path: string; kind: 'absent' | 'there' }

/**
 * A file, with what no edit leaves as it was, also one that sets the time back: `size` in bytes, times in ms since 1970, and its number on the disk. `digest`
 * is a SHA-256, or a check sum where all that is lost by a wrong one is words.
 */
export interface FileStamp {
  path: string
  kind: 'file'
  digest: string
  size: number
  modified: number
  changed: number
  place: number
}

/** What a stamp tells of: a path, and whether of the file there, or what stands below it, or where it leads. */
export const placeOf = ({ kind, path }: Stamp): string =>
  `${kind === 'names' || kind === 'leads' || kind === 'searched' ? kind : 'file'} ${path}`

/** True for two stamps of one place that tell the same of it. Their digests may be of two kinds, where the time has to do. */
export function saysTheSame(one: Stamp, other: Stamp): boolean {
  if (one.kind === 'file')
    return (
      other.kind === 'file' &&
      one.size === other.size &&
      (one.digest === other.digest || one.modified === other.modified)
    )
  if ('names' in one) return 'names' in other && one.names === other.names
  return one.kind === other.kind
}

/** How a stamp says what a file holds: `sha256`, or `checkSum`. */
export type DigestOf = (content: Uint8Array | string) => string

/** True for a file of which the disk tells what it told when it was stamped. */
const looksAs = (now: Stats, then: FileStamp): boolean =>
  now.size === then.size && now.mtimeMs === then.modified && now.ctimeMs === then.changed && now.ino === then.place

/** The full path of one as stamps have it. (`resolve` looks at each letter of the working folder again, some thousand times.) */
export const fullPath = (cwd: string, path: string): string => (isAbsolute(path) ? path : `${cwd}/${path}`)

/** The stamp of a file with these bytes; null when it is gone already. */
export const stampFile = (
  cwd: string,
  path: string,
  bytes: Uint8Array | string,
  digestOf: DigestOf = sha256,
): Stamp | null => stampKnown(cwd, path, digestOf(bytes))

/** The stamp of a file whose bytes have this digest; null when it is gone already. */
export function stampKnown(cwd: string, path: string, digest: string): Stamp | null {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(fullPath(cwd, path))
    return { path, kind: 'file', digest, size, modified: mtimeMs, changed: ctimeMs, place: ino }
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

/** The stamp of where a link leads. */
export const stampLink = (cwd: string, path: string): Stamp => ({
  path,
  kind: 'leads',
  names: realOf(fullPath(cwd, path)),
})

/** The stamp of a folder that was searched for sheets, with what stood in it. */
export const stampSearched = (cwd: string, path: string, entries: readonly Dirent[]): Stamp => ({
  path,
  kind: 'searched',
  names: listed(fullPath(cwd, path), entries.filter(isShown)),
})

/** How many files stand in a folder that was searched, where nothing else does; null where folders or links do, or that cannot be told of a stamp. */
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

/** The path to which a link leads in the end, in one word; "none" where it leads nowhere. */
function realOf(full: string): string {
  try {
    return inOneWord(realpathSync(full))
  } catch {
    return 'none'
  }
}

function namesIn(full: string): string {
  try {
    return listed(full, entriesIn(full))
  } catch {
    return 'none'
  }
}

/** Longer lists are kept as digests. */
const longestList = 20_000

/** Stamps are kept with blanks between their parts. */
const inOneWord = (words: string): string => words.replace(/[% ]/g, (sign) => (sign === ' ' ? '%20' : '%25'))

/**
 * Names in order: `notes.md/week-1//` are a file and a folder, `notes.md///week-1////` links to such, so that a file which becomes a folder or a link of the
 * same name makes another list. Of very long ones the SHA-256.
 */
function listed(folder: string, entries: readonly Dirent[]): string {
  const list = entries
    .map((entry) => `${entry.name}${entry.isSymbolicLink() ? '//' : ''}${isFolder(folder, entry) ? '//' : '/'}`)
    .sort()
    .join('')
  return list.length < longestList ? inOneWord(list) : sha256(list)
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
      case 'leads':
        return realOf(full) === stamp.names
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
        return isDigestOf(stamp.digest, readFileSync(full))
      }
    }
  } catch {
    return stamp.kind === 'absent'
  }
}
