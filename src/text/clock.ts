/** Lengths of time as clocks show them. */

/** Minutes and seconds: 90 → "1:30", 120 → "2:00". */
export const clockWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** The same without empty seconds, for words such as "in 2 min": 90 → "1:30", 120 → "2". */
export const shortClockWords = (seconds: number): string => clockWords(seconds).replace(/:00$/, '')
