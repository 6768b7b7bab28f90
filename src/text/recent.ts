/** What was made of texts, to be had again, in bounds. */

/**
 * Keeps what was made of a text in a map of no more than `most`: when that is full, it begins anew, which costs less than to know what was asked for last.
 * For what is quickly made again, such as the width of a word.
 */
export function keepIn<T>(kept: Map<string, T>, text: string, made: T, most: number): void {
  if (kept.size >= most) kept.clear()
  kept.set(text, made)
}

/** Keeps what was asked for last, as long as its texts have together no more than `most` letters. */
export class Recent<T> {
  readonly #kept = new Map<string, T>()
  readonly #most: number
  #letters = 0

  constructor(most: number) {
    this.#most = most
  }

  /** What was kept for a text. */
  get(text: string): T | undefined {
    const kept = this.#kept.get(text)
    if (kept === undefined) return undefined
    // The last in order is the last to go.
    this.#kept.delete(text)
    this.#kept.set(text, kept)
    return kept
  }

  keep(text: string, made: T): void {
    if (this.#kept.delete(text)) this.#letters -= text.length
    this.#kept.set(text, made)
    this.#letters += text.length
    for (const oldest of this.#kept.keys()) {
      if (this.#letters <= this.#most) break
      this.#kept.delete(oldest)
      this.#letters -= oldest.length
    }
  }
}
