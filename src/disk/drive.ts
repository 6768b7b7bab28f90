/** What writing asks of the disk, one by one, so that tests can let each of them fail. */
import { close, closeSync, copyFileSync, linkSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs'

/** Faults that pass: a scanner of viruses, or a program that synchronises, looks at a file that was just written. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** The length of all pieces together, in bytes. */
export const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** Calls that change the disk, in one object so that tests can make each of them fail. */
export const drive = {
  /**
   * Writes all of a file, piece by piece, as they come. Drives of the network tell when it is closed that they had no room. It is not waited for until it lies on the disk
   * (`fsync` takes 5 ms a file): after a power cut a result may be torn, and the next build finds that out and makes it again.
   */
  write(path: string, pieces: Iterable<Uint8Array>): void {
    const handle = openSync(path, 'w')
    let length = 0
    try {
      for (const piece of pieces) {
        writeFileSync(handle, piece)
        length += piece.length
      }
    } finally {
      closeSync(handle)
    }
    if (statSync(path).size !== length) throw Object.assign(new Error(), { code: 'ENOSPC' })
  },

  /** Puts a file in the place of another, at once. */
  rename(from: string, to: string): void {
    renameSync(from, to)
  },

  /**
   * Opens a file that is about to be replaced, so that what it holds goes when it is let go and not before: a disk that is told at once which room
   * is free again (`discard`) takes 2 ms for it. Nothing where that cannot be done, as on Windows, where a file that is open cannot be replaced.
   */
  hold(path: string): number[] {
    if (process.platform === 'win32') return []
    try {
      return [openSync(path, 'r')]
    } catch {
      return []
    }
  },

  /** Beside all other work. */
  letGo(handle: number): void {
    close(handle, () => {})
  },

  /** A second name for a file; where the drive knows none, a copy. */
  keep(from: string, to: string): void {
    try {
      linkSync(from, to)
    } catch {
      copyFileSync(from, to)
    }
  },
}

/** Renames; where another program has the file for a moment, tries again for a tenth of a second. */
export function renamePatiently(from: string, to: string): void {
  for (let tries = 1; ; tries++)
    try {
      drive.rename(from, to)
      return
    } catch (error) {
      if (tries === 4 || !passing.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      pause(30)
    }
}

/** Waits, in milliseconds. */
export function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
