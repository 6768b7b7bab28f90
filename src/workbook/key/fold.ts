/** The key in a strip at the outer edge of day sheets, folded back while one answers. What it cannot hold is left for a page of key. */
import { fillWords } from '../../template/model.js'
import { mm } from '../../template/paper.js'
import { stripWidth } from '../../template/sides.js'
import type { TextLine } from '../../text/lines/lines.js'
import { furniture, ownedBy } from '../canvas.js'
import { type Desk, placeName, setLines } from '../frame.js'
import type { Element, Page } from '../pages-model.js'
import type { KeyDayPlan, KeyEntryPlan } from '../plan-model.js'
import { type Column, drawStrips, heightOf, type Strip } from '../prose/strips.js'
import { KeySetter } from './key-entries.js'
import type { QuestionPages } from './key-links.js'
import { stripsOf } from './key-pieces.js'
import { KeyType } from './key-type.js'

/** Air between the fold and the words, and between the words and the edge of the paper, which printers leave blank; mm. */
const air = { fold: 3, edge: 6 }
/** Distance of the dots of the fold, mm, and length of the ticks at its ends, pt. */
const foldDots = 2.5
const tick = 9
/** The type of the strip is smaller than that of the key by this, pt, and never smaller than template sizes may be. */
const smaller = 1
const leastSize = 7

/** The strips of a day: what they have no room for, and how they are drawn when it has its page. */
export interface FoldedDay {
  rest: KeyDayPlan
  put(): void
}

/** The strips of a day whose sheet was laid just now: each has the key of the questions that begin on its side. */
export function foldDay(day: KeyDayPlan, pageOf: QuestionPages, desk: Desk): FoldedDay {
  const own = desk.canvas.pages.filter((page) => page.kind === 'day' && page.day === day.id)
  const strips = own
    .map((page) => ({ page, entries: day.entries.filter(({ question }) => page.questions.includes(question)) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ page, entries }) => foldPage({ ...day, entries }, page, pageOf, desk))
  const entries = strips.flatMap(({ rest }) => rest)
  const [first] = entries
  if (first) {
    const facts = { count: entries.length, of: day.entries.length, question: first.label }
    desk.log.report('key-strip-full', first.place, facts)
  }
  return { rest: { ...day, entries }, put: () => strips.forEach(({ put }) => put()) }
}

/** Where the words of a strip stand on a page. */
function columnOfStrip({ side, width }: Page, { style }: Desk): Column & { fold: number } {
  const reach = mm(stripWidth(style))
  const [fold, left, right] =
    side === 'right'
      ? [width - reach, width - reach + mm(air.fold), width - mm(air.edge)]
      : [reach, mm(air.edge), reach - mm(air.fold)]
  return { fold, left, text: left, right }
}

function foldPage(
  day: KeyDayPlan,
  page: Page,
  pageOf: QuestionPages,
  desk: Desk,
): { rest: KeyEntryPlan[]; put(): void } {
  const { canvas, style, top, bottom } = desk
  const column = columnOfStrip(page, desk)
  // Made now, so that it follows the questions of its side.
  const element = canvas.element(canvas.root, 'Sect', { title: style.words.key, ...desk.said })
  const section = () => element
  const type = new KeyType(Math.max(leastSize, style.type.key - smaller), column.right - column.left, desk)
  const setter = new KeySetter(pageOf, desk)
  const head = stripsOf(setter.stripHead(day, section), type)
  const more = heightOfLines(moreLines('000', column, desk), desk)
  const { groups, rest } = fill(day.entries, bottom - top - heightOf(head), more, (entry, inFull) =>
    stripsOf(setter.stripEntry(entry, section, inFull, type), type),
  )
  return {
    rest,
    put: () => {
      canvas.turnTo(page)
      putFold(column.fold, desk)
      const end = drawStrips([...head, ...groups.flat()], top, column)
      if (rest[0]) putMore(rest[0], page, element, column, end, desk)
    },
  }
}

/** The entries that a strip holds: in short if need be, then with titles from the first one on, as they fit. `more`: what it takes to say where the rest is, pt. */
function fill(
  entries: readonly KeyEntryPlan[],
  height: number,
  more: number,
  set: (entry: KeyEntryPlan, inFull: boolean) => Strip[],
): { groups: Strip[][]; rest: KeyEntryPlan[] } {
  const sizes = entries.map((entry) => {
    return { entry, full: set(entry, true), least: set(entry, false) }
  })
  const whole = sizes.reduce((sum, { least }) => sum + heightOf(least), 0)
  let left = whole <= height ? height : height - more
  const kept = sizes.filter(({ least }) => {
    const fits = heightOf(least) <= left
    if (fits) left -= heightOf(least)
    return fits
  })
  const groups = kept.map(({ full, least }) => {
    const longer = heightOf(full) - heightOf(least)
    if (longer > left) return least
    left -= longer
    return full
  })
  return { groups, rest: sizes.filter((size) => !kept.includes(size)).map(({ entry }) => entry) }
}

const moreLeading = 1.3

/** "key on page 9", in the lines that it takes. */
function moreLines(page: string, { left, right }: Column, desk: Desk): TextLine[] {
  const { looks, style } = desk
  const { face, size } = looks.label
  const runs = [{ text: fillWords(style.words.keyPage, { page }) }]
  return setLines(runs, right - left, { size, faceOf: () => face }, desk)
}

const heightOfLines = (lines: readonly TextLine[], { looks }: Desk): number =>
  (lines.length * moreLeading + 0.3) * looks.label.size

/** Says where the rest is. */
function putMore(first: KeyEntryPlan, page: Page, section: Element, column: Column, y: number, desk: Desk): void {
  const { canvas, looks, said } = desk
  const place = canvas.destinations.find(({ name }) => name === placeName('k', first.question, desk))
  const label = canvas.pages[place?.page ?? -1]?.label
  if (label === undefined) return
  const link = canvas.element(canvas.element(section, 'P', said), 'Link')
  const lines = moreLines(label, column, desk)
  const { size, ink } = looks.label
  lines.forEach((line, i) => canvas.line(ownedBy(link), line, ink, column.left, y + (1 + i * moreLeading) * size))
  const width = Math.max(...lines.map((line) => line.width))
  const frame = { x: column.left, y, width, height: heightOfLines(lines, desk) }
  desk.links.push({ page, element: link.id, question: first.question, label: first.label, ...frame })
}

/** Dots along the fold, with a tick at each end to fold by. */
function putFold(x: number, { canvas, style, top, height }: Desk): void {
  const bottom = height - mm(style.margins.bottom)
  const pitch = mm(foldDots)
  const from = top + tick + pitch
  const rows = Math.floor((bottom - tick - pitch - from) / pitch) + 1
  const { size, ink } = { size: style.dots.size * 1.5, ink: style.dots.ink }
  canvas.put(
    { type: 'dots', owner: furniture, x, y: from, columns: 1, rows, pitch, size, ink },
    { type: 'line', owner: furniture, x1: x, y1: top, x2: x, y2: top + tick, weight: style.frame, ink: 1 },
    { type: 'line', owner: furniture, x1: x, y1: bottom - tick, x2: x, y2: bottom, weight: style.frame, ink: 1 },
  )
}
