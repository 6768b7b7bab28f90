/**
 * Stamps: what the disk looked like when a build read it, and whether it still does. Built of Node's own modules alone, since a run that
 * finds everything up to date loads nothing else.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { sha256 } from '../text/digest.js'

/**
 * One thing that a build asked the disk for. Paths are relative to the working folder where they can be. `sha256` is that of a file's bytes,
 * or of a folder's names in order.
 */
export type Stamp =
  | { path: string; kind: 'file'; size: number; changed: string; sha256: string }
  | { path: string; kind: 'names'; sha256: string }
  /** Nothing stood there; or something did, whatever it was. */
  | { path: string; kind: 'absent' | 'there' }

/** When a file was last changed, with its place on the disk: what no edit leaves as it was, also one that sets the time back. */
function changedAt(full: string): { size: number; changed: string; at: number } {
  const { size, mtimeNs, ctimeNs, ino } = statSync(full, { bigint: true })
  return { size: Number(size), changed: `${mtimeNs}.${ctimeNs}.${ino}`, at: Number(ctimeNs / 1_000_000n) }
}

/** The stamp of a file with these bytes; null when it is gone already. */
export const stampFile = (cwd: string, path: string, bytes: Uint8Array | string): Stamp | null =>
  stampKnown(cwd, path, sha256(bytes))

/** The stamp of a file whose bytes have this digest; null when it is gone already. */
export function stampKnown(cwd: string, path: string, sha256: string): Stamp | null {
  try {
    const { size, changed } = changedAt(resolve(cwd, path))
    return { path, kind: 'file', size, changed, sha256 }
  } catch {
    return null
  }
}

/** The stamp of a folder's names: those that were read there, else those that stand in it now. */
export function stampNames(cwd: string, path: string, names?: readonly string[]): Stamp {
  return { path, kind: 'names', sha256: names ? digestOf(names) : namesDigest(cwd, path) }
}

function namesDigest(cwd: string, path: string): string {
  try {
    return digestOf(readdirSync(resolve(cwd, path)))
  } catch {
    return 'none'
  }
}

const digestOf = (names: readonly string[]): string => sha256(names.toSorted().join('\n'))

/** True for a file that nobody has touched since it was stamped, as far as its times tell. */
export function isUntouched(cwd: string, stamp: Stamp): boolean {
  try {
    return stamp.kind === 'file' && changedAt(resolve(cwd, stamp.path)).changed === stamp.changed
  } catch {
    return false
  }
}

/** Clocks of disks tick in steps; what changed so shortly before a build began may have changed again after it was read. Milliseconds. */
const doubt = 2000

/**
 * True when what the stamp tells of is as it was. A file that looks untouched since before `began` (when the stamping build began, or when what
 * it wrote was seen once more, ms since 1970) is not read; one that does not is, and its bytes decide.
 */
export function holds(cwd: string, stamp: Stamp, began: number): boolean {
  const full = resolve(cwd, stamp.path)
  try {
    switch (stamp.kind) {
      case 'names':
        return namesDigest(cwd, stamp.path) === stamp.sha256
      case 'absent':
        statSync(full)
        return false
      case 'there':
        return statSync(full).isFile()
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
