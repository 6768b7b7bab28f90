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
export function putEyebrow(words: string, x: number, y: number, room: number, { canvas, looks, plan }: Desk): void {
  let parts = words.split(between)
  let week = plan.eyebrowWeek ?? ''
  const isWide = () => parts.length > 1 && canvas.widthOf(parts.join(between).toUpperCase(), looks.eyebrow) > room
  if (isWide()) {
    const [number = week] = /^[^:：]*\p{N}(?=\s?[:：])/u.exec(week) ?? []
    parts = parts.map((part) => (part === week ? number : part))
    week = number
  }
  while (isWide()) parts = parts.toSpliced(leastNeeded(parts, week), 1)
  const said = canvas.shortened(parts.join(between).toUpperCase(), looks.eyebrow, room)
  canvas.words(header, said, looks.eyebrow, x, y)
}

/** The last part, which is the end of the title, but for the week: by that and by the course a sheet is told, and in the end by the week. */
function leastNeeded(parts: readonly string[], week: string): number {
  const last = parts.findLastIndex((part, i) => i > 0 && part !== week)
  return last > 0 ? last : parts.indexOf(week) > 0 ? 0 : parts.length - 1
}
