/** The key in a strip at the outer edge of day sheets, folded back while one answers. What it cannot hold is left for a page of key. */
import { fillWords } from '../template/model.js'
import { mm } from '../template/paper.js'
import { furniture, ownedBy } from './canvas.js'
import type { Group } from './columns.js'
import { type Desk, placeName } from './frame.js'
import { KeySetter, type QuestionPages } from './key-entries.js'
import type { Element, Page } from './pages-model.js'
import type { KeyDayPlan, KeyEntryPlan } from './plan-model.js'
import { type Column, drawStrips, heightOf } from './strips.js'

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
  const reach = mm(style.fold.width)
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
  const setter = new KeySetter(Math.max(leastSize, style.type.key - smaller), column.right - column.left, pageOf, desk)
  const head = setter.stripHead(day, section)
  const { groups, rest } = fill(day.entries, bottom - top - heightOf(head), setter, section, desk)
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

/** The entries that a strip holds: in short if need be, then with titles and answers from the first one on, as they fit. */
function fill(
  entries: readonly KeyEntryPlan[],
  height: number,
  setter: KeySetter,
  section: () => Element,
  desk: Desk,
): { groups: Group[]; rest: KeyEntryPlan[] } {
  const sizes = entries.map((entry) => {
    const full = setter.stripEntry(entry, section, true) ?? []
    return { entry, full, least: setter.stripEntry(entry, section, false) ?? full }
  })
  const whole = sizes.reduce((sum, { least }) => sum + heightOf(least), 0)
  let left = whole <= height ? height : height - moreHeight(desk)
  const kept = sizes.filter(({ least }) => {
    const fits = heightOf(least) <= left
    if (fits) left -= heightOf(least)
    return fits
  })
  const groups = kept.map(({ full, least }) => {
    const more = heightOf(full) - heightOf(least)
    if (more > left) return least
    left -= more
    return full
  })
  return { groups, rest: sizes.filter((size) => !kept.includes(size)).map(({ entry }) => entry) }
}

const moreHeight = ({ looks }: Desk): number => looks.label.size * 1.6

/** "key on page 9", where the rest is. */
function putMore(first: KeyEntryPlan, page: Page, section: Element, column: Column, y: number, desk: Desk): void {
  const { canvas, looks, style, said } = desk
  const place = canvas.destinations.find(({ name }) => name === placeName('k', first.question, desk))
  const label = canvas.pages[place?.page ?? -1]?.label
  if (label === undefined) return
  const link = canvas.element(canvas.element(section, 'P', said), 'Link')
  const words = fillWords(style.words.keyPage, { page: label })
  const baseline = y + looks.label.size
  const end = canvas.words(ownedBy(link), words, looks.label, column.left, baseline, { space: true })
  const frame = { x: column.left, y, width: end - column.left, height: moreHeight(desk) }
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
