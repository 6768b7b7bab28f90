/** The title page of a booklet: the course, its weeks, and room for the name of who writes in it. */
import { beginnings, elided } from '../../text/lines/breaks.js'
import type { TextLine } from '../../text/lines/line-model.js'
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
/** From line to line under the rule, over the size. */
const leadingUnder = 1.4
/** Letters of a title; the file's properties have it in full. */
const mostLetters = 300
/** What the type of a long title grows smaller by until it fits. */
const step = 0.95
/** Width of the rule for the name, pt. */
const nameRule = 220

export function layTitlePage(plan: FrontPlan, desk: Desk): void {
  const { canvas, looks, style } = desk
  beginPage(desk, 'title', null)
  const section = canvas.element(canvas.root, 'Sect', { title: plan.title })
  const { left, right } = columnOf(canvas.page, desk)
  const under = plan.under.map((words) => setUnder(words, desk))
  const { size, lines } = setTitle(plan, under.flat().length, desk)
  const heading = ownedBy(canvas.element(section, 'H1'))
  let y = desk.height * titleShare
  lines.forEach((line, i) => {
    if (i > 0) y += size * leading
    canvas.line(heading, line, 1, left, y)
  })
  y += underTitle
  canvas.rule(furniture, left, right, y, style.frame, 1)
  y += underRule
  for (const broken of under) {
    const owner = ownedBy(canvas.element(section, 'P', desk.said))
    for (const line of broken) {
      canvas.line(owner, line, looks.topic.ink, left, y)
      y += looks.topic.size * leadingUnder
    }
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

/** What stands under the title: many weeks may take more than a line. */
const setUnder = (words: string, desk: Desk): TextLine[] => {
  const { size, face } = desk.looks.topic
  return setLines([{ text: words }], columnWidth(desk), { size, faceOf: () => face }, desk)
}

/** The lines of the title in the largest type in which none of its words is cut and all that stands under it has room; no smaller than what does. */
function setTitle({ title }: FrontPlan, linesUnder: number, desk: Desk): { size: number; lines: TextLine[] } {
  const { canvas, looks } = desk
  const width = columnWidth(desk)
  const start = title.slice(0, mostLetters)
  const shown = start === title ? title : elided(beginnings(start).at(-1) ?? start)
  const longest = Math.max(...shown.split(' ').map((word) => canvas.widthOf(word, { ...looks.day, tracking: 0 })))
  const most = ((width - slack) * looks.day.size) / Math.max(1, longest)
  const least = looks.topic.size
  const below = underTitle + underRule + linesUnder * least * leadingUnder + looks.label.size
  const room = desk.bottom - desk.height * titleShare - below
  const set = (words: string, size: number, within: number): TextLine[] =>
    setLines([{ text: words }], within, { size, faceOf: () => looks.day.face }, desk)
  const linesOf = (size: number): TextLine[] => set(shown, size, width)
  let size = Math.max(least, Math.min(looks.day.size * growth, most))
  let lines = linesOf(size)
  while (size > least && (lines.length - 1) * size * leading > room) {
    size = Math.max(least, size * step)
    lines = linesOf(size)
  }
  const widestWord = (longest * size) / looks.day.size + slack
  return { size, lines: evenLines(shown, lines, widestWord, width, (words, within) => set(words, size, within)) }
}

/** As many lines, broken behind a dash or colon where that takes no more of them, else as long as each other. `least`: of the longest word, pt. */
function evenLines(
  words: string,
  lines: TextLine[],
  least: number,
  most: number,
  set: (words: string, within: number) => TextLine[],
): TextLine[] {
  if (lines.length < 2) return lines
  for (const { index, 0: mark } of words.matchAll(/ [—–-](?= )|:(?= )/g)) {
    const end = index + mark.length
    const before = set(words.slice(0, end), most).map((line) => ({ ...line, end: 'space' as const }))
    const apart = [...before, ...set(words.slice(end + 1), most)]
    if (apart.length === lines.length) return apart
  }
  let even = lines
  let [narrow, wide] = [Math.max(least, most / lines.length), most]
  // To a point or so.
  while (wide - narrow > 1) {
    const within = (narrow + wide) / 2
    const tried = set(words, within)
    if (tried.length > lines.length) narrow = within
    else [even, wide] = [tried, within]
  }
  return even
}
