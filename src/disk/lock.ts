/** One build at a time in an output folder. */
import { closeSync, lstatSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dropFile } from './drop.js'
import { makeFolder } from './folders.js'
import { isRunning } from './processes.js'

/** The lock in an output folder; it holds the number of the process that has it. */
export const lockName = '.recall-lock'

/** A lock that we have, or the process that has it; or something stands in its place that no build has put there: why it cannot be one. */
export type Lock = { release: () => void } | { heldBy: number } | { blocked: string }

/** Milliseconds between two looks at a lock that another process has. */
const look = 50

/**
 * Milliseconds after which a lock is nobody's, whoever has its number now: no build takes so long, but numbers of processes come again, in
 * containers soon.
 */
const oldest = 3_600_000

/** Locks that this process has. */
const ours = new Set<string>()

/**
 * Takes the lock of a folder, which is made when it is not there; waits up to `patience` milliseconds for one who has it. The lock of a process
 * that runs no more, as one that was killed leaves it, is taken over. Null for a folder in which nothing can be written: who writes into it says so.
 */
export async function lockFolder(cwd: string, outDir: string, patience: number): Promise<Lock | null> {
  const folder = resolve(cwd, outDir)
  const path = join(folder, lockName)
  let empty = () => {}
  let takenOver = false
  for (let waited = 0; ; waited += look) {
    const taken = take(path, () => empty())
    if (taken === 'nowhere') {
      try {
        empty = makeFolder(folder)
        continue
      } catch {
        return null
      }
    }
    // Of two who find a dead lock at the same time, one may take the new lock of the other for it.
    if (takenOver) await rest(look)
    if (taken !== 'held' && (!takenOver || taken === null || holds(path))) return taken
    const blocked = whyNoLock(path)
    if (blocked !== null) return { blocked }
    const owner = ownerOf(path)
    takenOver = owner === null
    if (owner === null) dropFile(path)
    else if (waited >= patience) return { heldBy: owner }
    else await rest(look)
  }
}

const rest = (ms: number) => new Promise((wake) => setTimeout(wake, ms))

/** True for a lock with our number in it. */
function holds(path: string): boolean {
  try {
    return readFileSync(path, 'utf8') === String(process.pid)
  } catch {
    return false
  }
}

/** The lock, when nobody has it: the disk lets only one create a file. */
function take(path: string, released: () => void): Lock | null | 'held' | 'nowhere' {
  try {
    const handle = openSync(path, 'wx')
    try {
      writeSync(handle, String(process.pid))
    } finally {
      closeSync(handle)
    }
    ours.add(path)
    return {
      release() {
        ours.delete(path)
        dropFile(path)
        released()
      },
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'EEXIST' ? 'held' : code === 'ENOENT' ? 'nowhere' : null
  }
}

/** Why what stands at a path is no lock, neither ours nor another's, and cannot be taken away as one; null where it may be. */
function whyNoLock(path: string): string | null {
  const standing = lstatSync(path, { throwIfNoEntry: false })
  // A link is taken away itself; nothing is read through it.
  if (standing === undefined || standing.isFile() || standing.isSymbolicLink()) return null
  return standing.isDirectory() ? 'it is a folder, expected a file' : 'it is not a regular file'
}

/**
 * The process that has a lock; 0 while it is being written. Null for a lock that nobody has: that of one who runs no more, that of one who had
 * our number before us, one that is too old, or one that says nothing.
 */
function ownerOf(path: string): number | null {
  try {
    if (lstatSync(path).isSymbolicLink()) return null
    const text = readFileSync(path, 'utf8')
    // Also one of the future, when the clock was set back.
    const age = Math.abs(Date.now() - statSync(path).mtimeMs)
    if (text === '') return age < look ? 0 : null
    const pid = Number(text)
    if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid) || age > oldest) return null
    return pid === process.pid && !ours.has(path) ? null : pid
  } catch {
    return null
  }
}
