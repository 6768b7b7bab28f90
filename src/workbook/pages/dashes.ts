/** Dashed lines, where a page is cut or folded. */
import { furniture } from '../canvas.js'
import type { Desk } from '../frame.js'

/** A dash, and the gap after it, pt. */
const dash = 4
const gap = 4

/** A dashed line between two points on one level or one upright; it begins and ends with a dash. */
export function dashes(x1: number, y1: number, x2: number, y2: number, { canvas, style }: Desk): void {
  const length = Math.max(x2 - x1, y2 - y1)
  const count = Math.max(1, Math.round((length + gap) / (dash + gap)))
  const step = (length + gap) / count
  const [alongX, alongY] = x2 - x1 > y2 - y1 ? [1, 0] : [0, 1]
  for (let i = 0; i < count; i++) {
    const [from, to] = [i * step, i * step + step - gap]
    const ends = { x1: x1 + from * alongX, y1: y1 + from * alongY, x2: x1 + to * alongX, y2: y1 + to * alongY }
    canvas.put({ type: 'line', owner: furniture, ...ends, weight: style.frame, ink: style.quietInk })
  }
}
