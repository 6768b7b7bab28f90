/** The line over every head: "WEEK 17 · DAILY RECALL". */
import { header } from '../canvas.js'
import type { Desk } from '../frame.js'

const between = ' · '

/** Draws it, with its baseline at `y`, in `room` pt: where it has none for all, parts are left out, and one alone is cut. */
export function putEyebrow(words: string, x: number, y: number, room: number, { canvas, looks }: Desk): void {
  let parts = words.toUpperCase().split(between)
  while (parts.length > 1 && canvas.widthOf(parts.join(between), looks.eyebrow) > room) {
    const less = leastNeeded(parts)
    parts = parts.filter((_, i) => i !== less)
  }
  canvas.words(header, canvas.shortened(parts.join(between), looks.eyebrow, room), looks.eyebrow, x, y)
}

/** The last part, which is the end of the title, else the longest: the course and the week, short as it is, are what a sheet is told by. */
function leastNeeded(parts: readonly string[]): number {
  const lengths = parts.map((part) => part.length)
  const last = parts.length - 1
  return lengths[last] === Math.min(...lengths) ? lengths.indexOf(Math.max(...lengths)) : last
}
