/** The title page of a booklet: the course, its weeks, and room for the name of who writes in it. */
import { furniture, ownedBy } from '../canvas.js'
import { beginPage, columnOf, columnWidth, type Desk, setLines } from '../frame.js'
import type { FrontPlan } from './front-plan.js'

/** Size of the title over that of days, and from line to line over its size. */
const growth = 1.5
const leading = 1.15
/** Where the title's first line stands, as a part of the page's height: above the middle, where the eye looks first. */
const titleShare = 0.3
/** A word that is set as wide as its line would break by a hair; pt. */
const slack = 0.1
/** From the last line of the title to the rule, and from there to what stands under it, pt. */
const underTitle = 16
const underRule = 26
/** Width of the rule for the name, pt. */
const nameRule = 220

export function layTitlePage(plan: FrontPlan, desk: Desk): void {
  const { canvas, looks, style } = desk
  beginPage(desk, 'title', null)
  const section = canvas.element(canvas.root, 'Sect', { title: plan.title })
  const { left, right } = columnOf(canvas.page, desk)
  const { face } = looks.day
  // A long word is set smaller rather than cut.
  const longest = Math.max(...plan.title.split(' ').map((word) => canvas.widthOf(word, { ...looks.day, tracking: 0 })))
  const most = ((columnWidth(desk) - slack) * looks.day.size) / Math.max(1, longest)
  const size = Math.max(looks.topic.size, Math.min(looks.day.size * growth, most))
  const lines = setLines([{ text: plan.title }], columnWidth(desk), { size, faceOf: () => face }, desk)
  const heading = ownedBy(canvas.element(section, 'H1'))
  let y = desk.height * titleShare
  lines.forEach((line, i) => {
    if (i > 0) y += size * leading
    canvas.line(heading, line, 1, left, y)
  })
  y += underTitle
  canvas.rule(furniture, left, right, y, style.frame, 1)
  y += underRule
  for (const words of plan.under) {
    canvas.words(ownedBy(canvas.element(section, 'P', desk.said)), words, looks.topic, left, y)
    y += looks.topic.size * 1.4
  }
  if (!plan.nameField) return
  const from = canvas.words(
    ownedBy(canvas.element(section, 'P', desk.said)),
    style.words.name,
    looks.label,
    left,
    desk.bottom,
    { space: true },
  )
  canvas.rule(furniture, from + 6, Math.min(right, from + 6 + nameRule), desk.bottom + 1, style.frame, style.quietInk)
}
