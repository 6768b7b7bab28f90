/** What was made of texts, to be had again, in bounds. */

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
