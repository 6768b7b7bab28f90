/** One build at a time in an output folder. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isRunning } from './processes.js'

/** The lock in an output folder; it holds the number of the process that has it. */
export const lockName = '.recall-lock'

/** A lock that we have, or the process that has it. */
export type Lock = { release: () => void } | { heldBy: number }

/** Milliseconds between two looks at a lock that another process has. */
const look = 50

/**
 * Takes the lock of a folder; waits up to `patience` milliseconds for one who has it. The lock of a process that runs no more, as one that
 * was killed leaves it, is taken over. Null for a folder that is not there or in which nothing can be written: who writes into it says so.
 */
export async function lockFolder(cwd: string, outDir: string, patience: number): Promise<Lock | null> {
  const path = join(resolve(cwd, outDir), lockName)
  for (let waited = 0; ; waited += look) {
    const taken = take(path)
    if (taken !== 'held') return taken
    const owner = ownerOf(path)
    if (owner === null || !isRunning(owner)) rmSync(path, { force: true })
    else if (waited >= patience) return { heldBy: owner }
    else await new Promise((wake) => setTimeout(wake, look))
  }
}

/** The lock, when nobody has it: the disk lets only one create a file. */
function take(path: string): Lock | null | 'held' {
  try {
    const handle = openSync(path, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return { release: () => rmSync(path, { force: true }) }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'held' : null
  }
}

/** Null for a lock that says nothing: it is being written just now, or its writer was killed. */
function ownerOf(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}
