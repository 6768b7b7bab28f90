/** A sentence of the template's that says what a page is for, under its head. */
import { plainFaces } from '../text/lines.js'
import { ownedBy } from './canvas.js'
import { columnOf, columnWidth, type Desk, setLines } from './frame.js'
import type { Element } from './pages-model.js'

/** Puts it with its top at `y`; returns where it ends. */
export function putInstruction(words: string, y: number, section: Element, desk: Desk): number {
  const { canvas, style } = desk
  const size = style.type.label
  const leading = size * 1.35
  const faceOf = plainFaces('label', 'label-strong')
  // A measure that the eye can follow back.
  const lines = setLines([{ text: words }], Math.min(columnWidth(desk), size * 48), { size, faceOf }, desk)
  const owner = ownedBy(canvas.element(section, 'P', desk.said))
  const { left } = columnOf(canvas.page, desk)
  lines.forEach((line, i) => canvas.line(owner, line, 1, left, y + i * leading + leading * 0.76))
  return y + lines.length * leading
}
