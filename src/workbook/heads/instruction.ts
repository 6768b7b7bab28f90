/** Sentences of the template's that say what a page is for, under its head. */
import { plainFaces } from '../../text/lines/lines.js'
import { ownedBy } from '../canvas.js'
import { beginPage, columnOf, columnWidth, type Desk, setLines } from '../frame.js'
import type { Element, Page } from '../pages-model.js'
import { putPlainHead } from './plain-head.js'

/** Sets an instruction to learners under `section`, its top at `y`; returns the y at which it ends (pt). */
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

/** The head's air above its content, which a sentence takes less of. */
const closer = 12

/** Begins a page that has a title and a sentence of the template's; returns its section, and where the sentence ends. */
export function beginExplained(
  kind: Page['kind'],
  title: string,
  words: string,
  desk: Desk,
): { section: Element; end: number } {
  const { canvas } = desk
  const section = canvas.element(canvas.root, 'Sect', { title })
  beginPage(desk, kind, null)
  return { section, end: putInstruction(words, putPlainHead(title, section, desk) - closer, section, desk) }
}
