/** Columns: groups of strips fill them page after page, and on the last page all end at about the same height. */
import { columnOf, columnWidth, type Desk } from '../frame.js'
import { type Continued, turnOver } from '../heads/plain-head.js'
import { bondAt, drawStrips, heightOf, type Strip } from '../prose/strips.js'

/** Between two columns; the more there are, the narrower. pt. */
const gutterOf = (count: number): number => (count > 2 ? 15 : 20)

/** Strips that belong together: an entry, or a heading with the entry under it. They are made when they are drawn, or torn. */
export interface Group {
  /** Of its strips, from top to bottom, pt. */
  heights: readonly number[]
  /** How many of its first strips are left out at the top of a column. */
  airs: number
  /** What is said again before it where it begins a column. */
  again: Strip | undefined
  strips(): readonly Strip[]
}

/** The heights of strips one under the other, from `y` on. */
const downFrom = (y: number, heights: readonly number[], from = 0): number => {
  let at = y
  for (let i = from; i < heights.length; i++) at += heights[i] as number
  return at
}

/** Height of all strips of a group, pt. */
export const heightOfGroup = ({ heights }: Group): number => downFrom(0, heights)

/** Strips that are made, as a group. */
function groupOf(strips: readonly Strip[]): Group {
  const airs = strips.findIndex(({ air }) => !air)
  return {
    heights: strips.map(({ height }) => height),
    airs: airs < 0 ? strips.length : airs,
    again: strips[0]?.again,
    strips: () => strips,
  }
}

/** What stands in a column: its height, and its strips. */
interface FilledColumn {
  height: number
  strips: (() => readonly Strip[])[]
}

/** What stands in the columns of one page. */
export type Side = FilledColumn[]

/** Width of one of so many columns. */
export const widthOfColumns = (count: number, desk: Desk): number =>
  (columnWidth(desk) - gutterOf(count) * (count - 1)) / count

/** Sides of `count` columns that the groups take: the first one has `first` points of height, the others `rest`. */
export function fillColumns(groups: readonly Group[], count: number, first: number, rest: number): Side[] {
  const left = [...groups]
  const sides: Side[] = []
  while (left.length > 0) {
    const most = sides.length === 0 ? first : rest
    const height = balancedHeight(left, count, most) ?? most
    sides.push(Array.from({ length: count }, () => fillColumn(left, height)))
  }
  return sides
}

/** Draws the sides, the first from `top` on the current page, the others on pages of their own that say what goes on. Returns where the longest column ends. */
export function drawColumns(sides: readonly Side[], top: number, further: Continued, desk: Desk): number {
  let end = top
  sides.forEach((columns, i) => {
    const start = i === 0 ? top : turnOver(further, desk)
    const { left } = columnOf(desk.canvas.page, desk)
    const width = widthOfColumns(columns.length, desk)
    const ends = columns.map(({ strips }, column) => {
      const x = left + column * (width + gutterOf(columns.length))
      return drawStrips(
        strips.flatMap((make) => make()),
        start,
        { left: x, text: x, right: x + width },
      )
    })
    end = Math.max(...ends)
  })
  return end
}

/** The least height at which the columns take all groups; null when the page is too short for them. */
function balancedHeight(groups: readonly Group[], count: number, most: number): number | null {
  const heights = groups.map(heightOfGroup)
  const total = downFrom(0, heights)
  for (let height = Math.ceil(total / count); height <= most; height += 4) {
    let column = 0
    let used = 0
    for (const own of heights) {
      if (used > 0 && used + own > height) {
        column++
        used = 0
      }
      used += own
    }
    if (column < count && heights.every((own) => own <= height)) return height
  }
  return null
}

/** For the sake of rounding. */
const slack = 0.001

/** Takes as many groups as a column of this height holds; one that no column holds is torn between its strips. */
function fillColumn(groups: Group[], height: number): FilledColumn {
  const strips: (() => readonly Strip[])[] = []
  let used = 0
  for (let group = groups[0]; group; group = groups[0]) {
    const again = used === 0 ? group.again : undefined
    const fits = used + (again?.height ?? 0) + heightOfGroup(group) <= height + slack
    if (!fits && used > 0) break
    if (again) {
      strips.push(() => [again])
      used += again.height
    }
    if (fits) {
      const airs = used === 0 ? group.airs : 0
      strips.push(airs === 0 ? group.strips : () => group.strips().slice(airs))
      used = downFrom(used, group.heights, airs)
    } else {
      const [torn, left] = tear(group, used, height)
      strips.push(() => torn)
      for (const strip of torn) used += strip.height
      if (left.length > 0) {
        groups[0] = groupOf(left)
        break
      }
    }
    groups.shift()
  }
  return { height: used, strips }
}

/** The strips of a group that a column takes in which nothing stands but `used` pt of what is said again, and those that it leaves. */
function tear(group: Group, used: number, height: number): [torn: Strip[], left: Strip[]] {
  const left = [...group.strips()]
  const torn: Strip[] = []
  let at = used
  // At the top of a column something is always placed, so that every page takes the text further.
  let first = true
  for (;;) {
    const bond = bondAt(left, 0)
    const whole = at + heightOf(bond) <= height
    if (bond.length === 0 || !(whole || first)) return [torn, left]
    // What no column holds together is torn after its first strip.
    for (const strip of left.splice(0, whole ? bond.length : 1)) {
      if (strip.air && at === 0) continue
      torn.push(strip)
      at += strip.height
      first = false
    }
  }
}
