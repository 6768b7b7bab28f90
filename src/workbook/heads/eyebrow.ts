/** The line over every head: "WEEK 17 · DAILY RECALL". */
import { header } from '../canvas.js'
import type { Desk } from '../frame.js'

const between = ' · '

/** Baseline of the line over a head and of one that says what goes on, from the top margin, pt: their capitals stay below that. */
export const eyebrowLine = ({ style: { type } }: Desk): number =>
  Math.max(8, Math.max(type.eyebrow, type.label) * capitals)

/** Height of capitals over the size. */
const capitals = 0.72

/** From there to the baseline of the title, as large as days are, and from that to the hairline: at least, and over its size. */
const title = { least: 31, share: 31 / 26 }
const hairline = { least: 9, share: 9 / 26 }

/** Baseline of a title, from the top margin, pt: a larger one stands lower. */
export const titleLine = (desk: Desk): number =>
  eyebrowLine(desk) + Math.max(title.least, desk.style.type.day * title.share)

/** From the baseline of a title to the hairline under its head, pt. */
export const underTitle = ({ style }: Desk): number => Math.max(hairline.least, style.type.day * hairline.share)

/** Draws it, with its baseline at `y`, in `room` pt: where it has none for all, parts are left out, and one alone is cut. */
export function putEyebrow(words: string, x: number, y: number, room: number, { canvas, looks }: Desk): void {
  let parts = words.toUpperCase().split(between)
  while (parts.length > 1 && canvas.widthOf(parts.join(between), looks.eyebrow) > room) {
    const less = leastNeeded(parts)
    parts = parts.filter((_, i) => i !== less)
  }
  canvas.words(header, canvas.shortened(parts.join(between), looks.eyebrow, room), looks.eyebrow, x, y)
}

/** The last part, which is the end of the title, else the longest: the course and the week, short as it is and with its number, are what a sheet is told by. */
function leastNeeded(parts: readonly string[]): number {
  const lengths = parts.map((part) => part.length)
  const last = parts.length - 1
  const isWeek = lengths[last] === Math.min(...lengths) && /\p{N}/u.test(parts[last] ?? '')
  return isWeek ? lengths.indexOf(Math.max(...lengths)) : last
}
