/**
 * Stamps as the cache has them: each as a string, and of files all numbers together, as bytes. A course of 400 weeks has some two thousand, which every
 * build reads before anything is optimised: as lists they would take three times as long, and numbers so long take their time as digits.
 */
import type { Stamp } from '../disk/stamps.js'

/** "file DIGEST content/week-1/notes.md", "searched notes.md/recall.md/ content/week-1", "absent recall.config.yaml". A path may have any signs. */
export type KeptStamp = string

/** Numbers of a file: size, modified, changed, place. */
const perFile = 4

/** Turns stamps into what is kept of them. */
export class StampWriter {
  readonly #numbers: number[] = []

  readonly kept = (stamp: Stamp): KeptStamp => {
    const { kind, path } = stamp
    if (kind !== 'file') return 'names' in stamp ? `${kind} ${stamp.names} ${path}` : `${kind} ${path}`
    const { size, modified, changed, place } = stamp
    this.#numbers.push(size, modified, changed, place)
    return `file ${stamp.digest} ${path}`
  }

  /** The numbers of all files so far, in their order, in base64. */
  numbers(): string {
    return Buffer.from(Float64Array.from(this.#numbers).buffer).toString('base64')
  }
}

/** Turns what `StampWriter` has kept into stamps, in the same order; anything else becomes one that does not hold. */
export class StampReader {
  readonly #numbers: Float64Array
  #at = 0

  /** `numbers`: as `StampWriter` gives them. */
  constructor(numbers: unknown) {
    const bytes = Buffer.from(typeof numbers === 'string' ? numbers : '', 'base64')
    // They begin anywhere in the memory of all buffers.
    this.#numbers = new Float64Array(Uint8Array.from(bytes).buffer, 0, Math.floor(bytes.length / 8))
  }

  readonly read = (kept: unknown): Stamp => {
    if (typeof kept !== 'string') return nothing
    const first = kept.indexOf(' ')
    const kind = kept.slice(0, Math.max(0, first))
    if (kind === 'absent' || kind === 'there') return { path: kept.slice(first + 1), kind }
    const second = kept.indexOf(' ', first + 1)
    if (second < 0) return nothing
    const what = kept.slice(first + 1, second)
    const path = kept.slice(second + 1)
    if (kind === 'names' || kind === 'searched' || kind === 'leads') return { path, kind, names: what }
    if (kind !== 'file') return nothing
    // Where there are no such numbers, the file looks different and is read.
    const at = this.#at
    this.#at += perFile
    const numbers = this.#numbers
    const size = numbers[at] ?? -1
    const modified = numbers[at + 1] ?? -1
    const changed = numbers[at + 2] ?? -1
    const place = numbers[at + 3] ?? -1
    return { path, kind, digest: what, size, modified, changed, place }
  }
}

/** No folder is a file. */
const nothing: Stamp = { path: '.', kind: 'there' }
