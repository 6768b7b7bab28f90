/** Tells a watch that there is something to do. */

/**
 * Why a build begins: it is the first, something was saved, the same once all is saved, files could not be written last time, or what was made is
 * there no more.
 */
export type Cause = 'first' | 'saved' | 'settled' | 'retry' | 'lost'

/** Wakes one who waits, and remembers a ring that nobody waited for. */
export class Bell {
  #rung: Extract<Cause, 'saved' | 'retry' | 'lost'> | null = null
  /** What was saved since it was asked last: absolute paths, null for what nobody knows. */
  readonly #saved = new Set<string | null>()
  /** What somebody has begun to save. */
  readonly #begun = new Set<string>()
  #lastSave = 0
  #ended = false
  #wake: (() => void) | null = null

  /** Something was saved: an absolute path, or null where nobody knows which. */
  saved(path: string | null): void {
    this.#rung = 'saved'
    if (path !== null) this.#begun.delete(path)
    this.#saved.add(path)
    this.#lastSave = performance.now()
    this.#wake?.()
  }

  /** Somebody has begun to save a file, an absolute path: it rings when that is `saved`. */
  begun(path: string): void {
    this.#begun.add(path)
  }

  /** It is time to try again. */
  retry(): void {
    this.#rung ??= 'retry'
    this.#wake?.()
  }

  /** What was made is there no more. */
  lost(): void {
    this.#rung ??= 'lost'
    this.#wake?.()
  }

  end(): void {
    this.#ended = true
    this.#wake?.()
  }

  /** Forgets what was saved until now, as far as that is dealt with; true when that is all, and nobody is saving. */
  forget(isDone: (path: string) => boolean): boolean {
    for (const path of this.#saved) if (path !== null && isDone(path)) this.#saved.delete(path)
    if (this.#rung === 'saved' && this.#saved.size === 0) this.#rung = null
    return this.#saved.size === 0 && this.#begun.size === 0
  }

  /** Waits until nothing has been saved for so many milliseconds, and nobody is saving; and forgets all that was. */
  async silence(ms: number): Promise<void> {
    const left = () => Math.max(this.#lastSave + ms - performance.now(), this.#begun.size > 0 ? ms : 0)
    while (left() > 0) await new Promise((wake) => setTimeout(wake, left()))
    this.#hush()
  }

  /** Waits so many milliseconds, or until it rings; true when it did not. */
  async rest(ms: number): Promise<boolean> {
    if (this.#ended || this.#rung !== null) return false
    await new Promise<void>((wake) => {
      const timer = setTimeout(wake, ms)
      this.#wake = () => {
        clearTimeout(timer)
        wake()
      }
    })
    this.#wake = null
    return !this.#ended && this.#rung === null
  }

  /** Why it rang since it was asked last; null when it rings no more. */
  async next(): Promise<Cause | null> {
    while (!this.#ended && this.#rung === null)
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    const cause = this.#rung
    this.#hush()
    this.#wake = null
    return this.#ended ? null : cause
  }

  #hush(): void {
    this.#rung = null
    this.#saved.clear()
  }
}
