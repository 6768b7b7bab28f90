/** The head of pages that are no day sheet: eyebrow, title, hairline. */
import { furniture, header, ownedBy } from './canvas.js'
import { columnOf, type Desk } from './frame.js'
import type { Element } from './pages-model.js'

const eyebrowLine = 8
const titleLine = 39
const underTitle = 9

/** Where content begins under the head. */
export const plainHeadEnd = ({ top }: Desk): number => top + titleLine + underTitle + 16

/** Draws the head, with a title of the template's, on the current page; returns where content begins. */
export function putPlainHead(title: string, section: Element, desk: Desk): number {
  const { canvas, looks, style, plan, top } = desk
  const { left, right } = columnOf(canvas.page, desk)
  canvas.words(
    header,
    canvas.shortened(plan.eyebrow.toUpperCase(), looks.eyebrow, right - left),
    looks.eyebrow,
    left,
    top + eyebrowLine,
  )
  canvas.words(ownedBy(canvas.element(section, 'H1', desk.said)), title, looks.day, left, top + titleLine)
  canvas.rule(furniture, left, right, top + titleLine + underTitle, style.frame, 1)
  return plainHeadEnd(desk)
}
