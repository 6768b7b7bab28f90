/** Lets a build begin while an editor may still be saving: nothing is kept of it before it is clear that what it has read is all there. */
import type { Recorder } from '../../cache/recorder.js'

/**
 * Milliseconds that what was read has to stand before it counts: editors write a file in pieces, or beside the old one and rename it. They pass while
 * it is built.
 */
export const settle = 15

/** Asked once, by whoever comes first, whether what a build makes may be kept: all others get the same answer. */
export class Hold {
  readonly #start = performance.now()
  readonly #began: number
  readonly #isAll: ((read: Recorder) => boolean) | null
  #read: Recorder | null = null
  #answer: Promise<boolean> | null = null

  /**
   * `began`: now, ms since 1970. `isAll` is asked last: whether what has been read is all that was saved until now; null for a build that is kept in
   * any case, and may be `isOutdated` then.
   */
  constructor(began: number, isAll: ((read: Recorder) => boolean) | null) {
    this.#began = began
    this.#isAll = isAll
  }

  /** Told who writes down what the build reads; of another when it begins anew. */
  reads(recorder: Recorder): void {
    this.#read = recorder
  }

  /** False for a build that has ended before it read anything, as one whose config has faults: what it has said holds. */
  get hasRead(): boolean {
    return this.#read !== null
  }

  /** True when something that the build read is no more as it was, as far as stamps can tell. */
  get isOutdated(): boolean {
    const read = this.#read
    return read !== null && (read.isTorn || (read.isWhole && !read.isAsRead(this.#began)))
  }

  /** Resolves when `settle` has passed since the build began: true where all that it read is still as it was then, and is all. */
  mayKeep(): Promise<boolean> {
    this.#answer ??= this.#ask()
    return this.#answer
  }

  async #ask(): Promise<boolean> {
    if (!this.#isAll) return true
    const left = settle - (performance.now() - this.#start)
    if (left > 0) await new Promise((wake) => setTimeout(wake, left))
    // What ended before it could write anything down has nothing to compare.
    return this.#read?.isAsRead(this.#began) === true && this.#isAll(this.#read)
  }
}
