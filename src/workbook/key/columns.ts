/** Columns: groups of strips fill them page after page, and on the last page all end at about the same height. */
import { columnOf, columnWidth, type Desk } from '../frame.js'
import { type Continued, turnOver } from '../plain-head.js'
import { bondAt, drawStrips, heightOf, type Strip } from '../prose/strips.js'

/** Between two columns; the more there are, the narrower. pt. */
const gutterOf = (count: number): number => (count > 2 ? 15 : 20)

/** Strips that belong together: an entry, or a heading with the entry under it. */
export type Group = readonly Strip[]

/** What stands in the columns of one page. */
type Side = Strip[][]

/** Width of one of so many columns. */
export const widthOfColumns = (count: number, desk: Desk): number =>
  (columnWidth(desk) - gutterOf(count) * (count - 1)) / count

/** Sides of `count` columns that the groups take: the first one has `first` points of height, the others `rest`. */
export function fillColumns(groups: readonly Group[], count: number, first: number, rest: number): Side[] {
  const left = groups.map((group) => [...group])
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
    const ends = columns.map((strips, column) => {
      const x = left + column * (width + gutterOf(columns.length))
      return drawStrips(strips, start, { left: x, text: x, right: x + width })
    })
    end = Math.max(...ends)
  })
  return end
}

/** The least height at which the columns take all groups; null when the page is too short for them. */
function balancedHeight(groups: readonly Group[], count: number, most: number): number | null {
  const heights = groups.map(heightOf)
  const total = heights.reduce((a, b) => a + b, 0)
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

/** Takes as many groups as a column of this height holds; one that no column holds is torn between its strips. */
function fillColumn(groups: Strip[][], height: number): Strip[] {
  const column: Strip[] = []
  let used = 0
  while (groups.length > 0) {
    const group = groups[0] as Strip[]
    const again = used === 0 ? group[0]?.again : undefined
    const fits = used + (again?.height ?? 0) + heightOf(group) <= height + 0.001
    if (!fits && used > 0) break
    // At the top of a column something is always placed, so that every page takes the text further.
    let first = used === 0
    const put = (strip: Strip) => {
      column.push(strip)
      used += strip.height
    }
    if (again) put(again)
    for (;;) {
      const bond = bondAt(group, 0)
      const whole = fits || used + heightOf(bond) <= height
      if (bond.length === 0 || !(whole || first)) break
      // What no column holds together is torn after its first strip.
      for (const strip of group.splice(0, whole ? bond.length : 1)) {
        if (strip.air && used === 0) continue
        put(strip)
        first = false
      }
    }
    if (group.length > 0) break
    groups.shift()
  }
  return column
}
