/** Heads of pages: of those that are no day sheet (eyebrow, title, hairline), and of all that go on with one. */
import { fillRuns, fillWords } from '../../template/model.js'
import { oneLine } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { readableText } from '../../text/tex/tex-words.js'
import { furniture, header, ownedBy } from '../canvas.js'
import { beginPage, columnOf, continuedHeight, type Desk, ofSheet } from '../frame.js'
import type { Element, Page } from '../pages-model.js'
import { headingRuns } from '../prose/heading-runs.js'
import { putPart, stretchesOf } from '../prose/stretches.js'
import { eyebrowLine, putEyebrow, titleLine, underTitle } from './eyebrow.js'

/** Where content begins under the head. */
export const plainHeadEnd = (desk: Desk): number => desk.top + titleLine(desk) + underTitle(desk) + 16

/** Draws the head, with a title of the template's, on the current page; returns where content begins. */
export function putPlainHead(title: string, section: Element, desk: Desk): number {
  const { canvas, looks, style, plan, top } = desk
  const { left, right } = columnOf(canvas.page, desk)
  putEyebrow(plan.eyebrow, left, top + eyebrowLine(desk), right - left, desk)
  // On narrow paper the titles of some languages are longer than the page is wide.
  const width = canvas.widthOf(title, looks.day)
  const size = width > right - left ? Math.floor((looks.day.size * (right - left)) / width) : looks.day.size
  const look = { ...looks.day, size }
  canvas.words(ownedBy(canvas.element(section, 'H1', desk.said)), title, look, left, top + titleLine(desk))
  canvas.rule(furniture, left, right, top + titleLine(desk) + underTitle(desk), style.frame, 1)
  return plainHeadEnd(desk)
}

/** What a page goes on with: its kind, its day if it is a sheet of one, and what its head says. */
export interface Continued {
  kind: Page['kind']
  day: string | null
  /** "Monday — Opening failure"; its formulas are typeset where all of it fits. */
  name: readonly Run[]
  /** "Monday", for narrow paper; the name itself when left out. */
  shortName?: string
  /** Leaves are parted after printing: a sheet that is handed in has room for the learner's name on each. */
  nameField: boolean
}

/** Begins a page that goes on, "Monday — Opening failure, continued" over a hairline; returns where its content begins. */
export function turnOver({ kind, day, nameField, ...said }: Continued, desk: Desk): number {
  const [name, shortName] = namesOf(said, desk)
  beginPage(desk, kind, day)
  const { canvas, looks, style, top } = desk
  const { left, right } = columnOf(canvas.page, desk)
  const y = top + eyebrowLine(desk)
  const saying = (said: string) => fillWords(style.words.continued, { name: said })
  const widthOf = (said: string) => canvas.widthOf(saying(said), looks.labelStrong)
  const end = nameField ? putNameField(right, right - left - widthOf(shortName) - 1, y, desk) : right
  if (!putFormulas(name, left, end, y, desk)) {
    const fits = [readableText(name), shortName].find((said) => widthOf(said) <= end - left)
    const words = saying(fits ?? canvas.shortened(shortName, looks.labelStrong, end - left - widthOf('')))
    canvas.words(header, words, looks.labelStrong, left, y)
  }
  canvas.rule(header, left, right, y + 7, style.frame, 1)
  return continuedTop(desk)
}

/** The name in full and in short; where the file has several weeks, behind that of the week. */
function namesOf(
  { name, shortName = readableText(name) }: Pick<Continued, 'name' | 'shortName'>,
  { plan }: Desk,
): [name: readonly Run[], shortName: string] {
  if (plan.running === null) return [name, shortName]
  const before = `${plan.running} · `
  return [[{ text: before }, ...name], before + shortName]
}

/** The head of a page that goes on, with the formulas of its name; false where it has none, or they leave no room for all of its words. */
function putFormulas(name: readonly Run[], left: number, right: number, y: number, desk: Desk): boolean {
  const { looks, metrics, style } = desk
  if (!name.some(({ text, math }) => math && metrics.formula?.(text, 'inline'))) return false
  const runs = fillRuns(style.words.continued, { name: headingRuns(name) })
  const { face, size, ink } = looks.labelStrong
  const line = oneLine(runs, ofSheet({ size, faceOf: () => face }, desk), metrics)
  if (line.width > right - left) return false
  for (const part of stretchesOf(runs, header, desk)(line)) putPart(part, { ink, leading: size }, left, y, desk)
  return true
}

/** Where the content of a page that goes on begins. */
export const continuedTop = ({ top }: Desk): number => top + continuedHeight

/** Width of the rule for a name on a page that goes on, pt; on narrow paper it gives way to the name of the day. */
const nameRule = { most: 120, least: 50 }

/** A rule for the name at the right edge, with its word in `room` pt if it can be; returns where the room left of it ends. */
function putNameField(right: number, room: number, y: number, { canvas, looks, style }: Desk): number {
  const beside = 4 + canvas.widthOf(style.words.name, looks.small) + 10
  const rule = Math.min(nameRule.most, Math.max(nameRule.least, room - beside))
  canvas.rule(header, right - rule, right, y + 1, style.frame, style.quietInk)
  const word = right - rule - 4 - canvas.widthOf(style.words.name, looks.small)
  canvas.words(header, style.words.name, looks.small, word, y)
  return word - 10
}
