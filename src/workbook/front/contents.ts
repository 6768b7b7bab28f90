/** The contents of a booklet: its weeks with their days, and the page of each. */
import { fillWords } from '../../template/model.js'
import { plainFaces } from '../../text/lines/lines.js'
import { type Look, ownedBy } from '../canvas.js'
import { beginPage, type Desk, setLines, sideHeight } from '../frame.js'
import { plainHeadEnd, putPlainHead } from '../heads/plain-head.js'
import { drawColumns, fillColumns, type Group, type Side, widthOfColumns } from '../key/columns.js'
import type { Element } from '../pages-model.js'
import { lazily, room, type Strip } from '../prose/strips.js'
import type { ContentsEntry, ContentsWeek, FrontPlan } from './front-plan.js'

/** Days are listed while the contents take no more sides than this; of longer courses, weeks alone. */
const mostSides = 4
/** From line to line over the size, and air over a week that has its days listed, pt. */
const leading = 1.45
const overWeek = 9
/** Between the longest title and the numbers of pages, where there is room and at least; and what further lines of a title hang in, pt. */
const gap = 24
const leastGap = 10
const hang = 10
/** What is left free beside the numbers of a column, so that they do not run into the next one, pt. */
const beside = 10
/** The widest line, and the narrowest column, over the size. */
const widest = 36
const narrowest = 21

/** How lines of the contents are set: size of the type, and from a title to the end of the number of its page, pt. */
interface Type {
  size: number
  width: number
}

export function layContents(plan: FrontPlan, desk: Desk): void {
  const { canvas, style } = desk
  const { contents } = style.words
  const section = canvas.element(canvas.root, 'Sect', { title: contents })
  beginPage(desk, 'contents', null)
  const top = putPlainHead(contents, section, desk)
  const table = lazily(() => canvas.element(section, 'TOC'))
  const sides = sidesOf(plan.weeks, table, desk)
  drawColumns(sides, top, { kind: 'contents', day: null, name: [{ text: contents }], nameField: false }, desk)
}

/** As large as prompts or else as the key, in one column, where one page holds it; else in two where the paper is wide enough; of the longest courses weeks alone. */
function sidesOf(weeks: readonly ContentsWeek[], table: () => Element, desk: Desk): Side[] {
  const { prompt, keyMost } = desk.style.type
  const first = desk.bottom - plainHeadEnd(desk)
  const fill = (listed: readonly ContentsWeek[], count: number, size: number): Side[] => {
    const column = widthOfColumns(count, desk) - (count > 1 ? beside : 0)
    const width = Math.min(column, size * widest, naturalWidth(listed, size, desk))
    const groups = listed.map((week) => weekGroup(week, { size, width }, table, desk))
    return fillColumns(groups, count, first, sideHeight(desk))
  }
  const columns = widthOfColumns(2, desk) < keyMost * narrowest ? 1 : 2
  const ways = [
    { columns: 1, size: Math.max(prompt, keyMost), most: 1 },
    { columns: 1, size: keyMost, most: 1 },
    { columns, size: keyMost, most: mostSides },
  ]
  for (const way of ways) {
    const room = way.columns * (first + (way.most - 1) * sideHeight(desk))
    // Of a long course it is plain before a line is set.
    if (leastHeight(weeks, way.size) > room) continue
    const sides = fill(weeks, way.columns, way.size)
    if (sides.length <= way.most) return sides
  }
  const bare = weeks.map((week) => ({ ...week, parts: [] }))
  return fill(bare, columns, keyMost)
}

/** Height of the contents when no title takes two lines. */
const leastHeight = (weeks: readonly ContentsWeek[], size: number): number =>
  weeks.reduce((sum, { parts }) => sum + 1 + parts.length, 0) * size * leading

/** Numbers stand as near to their titles as the longest one lets them, so that the eye finds them without dots. */
function naturalWidth(weeks: readonly ContentsWeek[], size: number, { canvas }: Desk): number {
  let width = 0
  const measure = ({ title, page }: ContentsEntry, look: Look): void => {
    width = Math.max(width, canvas.widthOf(title, look) + gap + canvas.widthOf(page, look))
  }
  for (const week of weeks) {
    measure(week, lookOf(week, size))
    for (const part of week.parts) measure(part, partLook(size))
  }
  // A title that is set as wide as its line would break by a hair.
  return width + 0.1
}

const partLook = (size: number): Look => ({ face: 'text', size, ink: 1 })

/** Of the line of a week: it stands out where days are listed under it. */
const lookOf = ({ parts }: ContentsWeek, size: number): Look => ({
  ...partLook(size),
  face: parts.length > 0 ? 'text-strong' : 'text',
})

/** A week with what is listed of it, which stays together. */
function weekGroup(week: ContentsWeek, type: Type, table: () => Element, desk: Desk): Group {
  const { canvas } = desk
  const item = lazily(() => canvas.element(table(), 'TOCI'))
  const parts = lazily(() => canvas.element(item(), 'TOC'))
  const strips = [
    ...(week.parts.length > 0 ? [room(overWeek)] : []),
    entryStrip(week, lookOf(week, type.size), type, item, desk),
    ...week.parts.map((part) =>
      entryStrip(
        part,
        partLook(type.size),
        type,
        lazily(() => canvas.element(parts(), 'TOCI')),
        desk,
      ),
    ),
  ]
  const { length } = strips
  return {
    heights: strips.map(({ height }) => height),
    airs: week.parts.length > 0 ? 1 : 0,
    again: undefined,
    // A heading stays with what is under it where a week is higher than a column.
    strips: () => strips.map((strip, i) => (i < Math.min(2, length - 1) ? { ...strip, keep: true as const } : strip)),
  }
}

/** A title and the number of its page at the end of the line, all of it a link. */
function entryStrip(
  { title, page, destination }: ContentsEntry,
  look: Look,
  { size, width }: Type,
  item: () => Element,
  desk: Desk,
): Strip {
  const { canvas, style } = desk
  const number = canvas.widthOf(page, look)
  const lines = setLines(
    [{ text: title }],
    width - hang - leastGap - number,
    { size, faceOf: plainFaces(look.face, 'text-strong') },
    desk,
  )
  const line = size * leading
  const height = lines.length * line
  return {
    height,
    draw: (y, { left }) => {
      const link = canvas.element(canvas.element(item(), 'Reference'), 'Link')
      const owner = ownedBy(link)
      const baselineOf = (i: number): number => y + i * line + size * 1.05
      lines.forEach((each, i) => {
        const x = left + (i > 0 ? hang : 0)
        canvas.line(owner, { ...each, end: 'space' }, look.ink, x, baselineOf(i))
      })
      canvas.wordsBefore(owner, page, look, left + width, baselineOf(lines.length - 1))
      canvas.page.links.push({
        element: link.id,
        x: left,
        y,
        width,
        height,
        to: { destination },
        words: `${title}, ${fillWords(style.words.page, { page })}`,
      })
    },
  }
}
