/** The line over every head: "WEEK 17 · DAILY RECALL". */
import { header } from './canvas.js'
import type { Desk } from './frame.js'

const between = ' · '

/** Draws it, with its baseline at `y`, in `room` pt: where it has none for all, its longest parts are left out, and a part alone is cut. */
export function putEyebrow(words: string, x: number, y: number, room: number, { canvas, looks }: Desk): void {
  let parts = words.toUpperCase().split(between)
  while (parts.length > 1 && canvas.widthOf(parts.join(between), looks.eyebrow) > room) {
    const longest = parts.reduce((most, part, i) => (part.length > (parts[most] ?? '').length ? i : most), 0)
    parts = parts.filter((_, i) => i !== longest)
  }
  canvas.words(header, canvas.shortened(parts.join(between), looks.eyebrow, room), looks.eyebrow, x, y)
}
