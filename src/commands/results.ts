/** Writes what a build makes as soon as it is made, and keeps count of it. */

import type { OutputFile, Taken } from '../build/week.js'
import type { Log } from '../diagnostics.js'
import { isUntouched, type Stamp, stampKnown } from '../disk/stamps.js'
import { type WriteResult, writeOutputs } from '../disk/write.js'
import { manifestName } from '../identity/model.js'
import { sha256 } from '../text/digest.js'

/** The results of one run in its output folder. */
export class Results implements WriteResult {
  readonly written: string[] = []
  readonly unchanged: string[] = []
  /** Of all that stands there now, by paths below the output folder; null for what was gone at once. */
  readonly stamps = new Map<string, Stamp | null>()
  /** Of the manifest, which belongs to no run alone; null when it was not written, or gone at once. */
  manifest: Stamp | null = null
  /** Nothing can be written any more. */
  isStopped = false
  readonly #cwd: string
  readonly #out: string
  readonly #log: Log

  /** Faults are told `log`. */
  constructor(cwd: string, out: string, log: Log) {
    this.#cwd = cwd
    this.#out = out
    this.#log = log
  }

  /** True when nobody has touched any of it since it was written. */
  isUntouched(): boolean {
    return [...this.stamps.values()].every((stamp) => stamp !== null && isUntouched(this.#cwd, stamp))
  }

  /** Writes files, all or none. */
  take(files: readonly OutputFile[]): Taken {
    const { written, unchanged, fault } = writeOutputs(this.#cwd, this.#out, files, this.#log)
    if (fault) {
      this.isStopped = fault === 'everywhere'
      return this.isStopped ? 'stop' : 'lost'
    }
    this.written.push(...written)
    this.unchanged.push(...unchanged)
    for (const { path, bytes, sha256: known } of files) {
      const stamp = stampKnown(this.#cwd, `${this.#out}/${path}`, known ?? sha256(bytes))
      if (path === manifestName) this.manifest = stamp
      else this.stamps.set(path, stamp)
    }
    return 'kept'
  }
}
