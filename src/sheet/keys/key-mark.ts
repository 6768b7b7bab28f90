/** A label in a line of a key. `start` and `from` are where it and the words after it begin. */
export interface KeyMark {
  /** The words that name a day, as written, or its key; null when it names none. */
  day: string | null
  /** The number of the question; null when only a day is named. */
  written: number | null
  start: number
  from: number
}
