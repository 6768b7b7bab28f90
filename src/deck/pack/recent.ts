/** What was made of texts, to be had again: the decks of a course say much alike, and a watch makes the same deck all day. */

/** Keeps what was asked for last, as long as its texts have together no more than `most` letters. */
export class Recent<T> {
  readonly #kept = new Map<string, T>()
  readonly #most: number
  #letters = 0

  constructor(most: number) {
    this.#most = most
  }

  /** What `make` makes of a text, now or before. */
  get(text: string, make: () => T): T {
    const kept = this.#kept.get(text)
    if (kept !== undefined) {
      // The last in order is the last to go.
      this.#kept.delete(text)
      this.#kept.set(text, kept)
      return kept
    }
    const made = make()
    this.#kept.set(text, made)
    this.#letters += text.length
    for (const oldest of this.#kept.keys()) {
      if (this.#letters <= this.#most) break
      this.#kept.delete(oldest)
      this.#letters -= oldest.length
    }
    return made
  }
}
