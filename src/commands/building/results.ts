/** Writes what a build makes as soon as it is made, and keeps count of it. */
import { crc32 } from 'node:zlib'
import type { FileToTake, Taken } from '../../build/week-model.js'
import type { ManifestMark } from '../../cache/model.js'
import type { Log } from '../../diagnostics.js'
import { lengthOf } from '../../disk/drive.js'
import { isUntouched, type Stamp, stampKnown } from '../../disk/stamps.js'
import { type ToWrite, type WriteResult, writeOutputs } from '../../disk/write.js'
import type { ManifestFile } from '../manifest.js'

/** The results of one run in its output folder. */
export class Results implements WriteResult {
  readonly written: string[] = []
  readonly unchanged: string[] = []
  /** Of all that stands there now, by paths below the output folder; null for what was gone at once. */
  readonly stamps = new Map<string, Stamp | null>()
  /** The manifest, which belongs to no run alone; null when it was not written. */
  manifest: ManifestMark | null = null
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
  take(files: readonly FileToTake[]): Taken {
    const result = this.#write(files)
    if (!result) return this.isStopped ? 'stop' : 'lost'
    this.written.push(...result.written)
    this.unchanged.push(...result.unchanged)
    for (const { path, sha256 } of files) this.stamps.set(path, stampKnown(this.#cwd, `${this.#out}/${path}`, sha256))
    return 'kept'
  }

  /** Writes the manifest: it is for the next build, not for people who look for what was made, and so it is not counted. */
  takeManifest(file: ManifestFile): void {
    if (!this.#write([file])) return
    const sum = file.bytes.reduce((before, piece) => crc32(piece, before), 0)
    this.manifest = { size: lengthOf(file.bytes), crc32: sum }
  }

  /** Null where that could not be; told, then. */
  #write(files: readonly ToWrite[]): WriteResult | null {
    const { fault, ...result } = writeOutputs(this.#cwd, this.#out, files, this.#log)
    this.isStopped ||= fault === 'everywhere'
    return fault ? null : result
  }
}
