/** The retrieval calendar: weeks of seven days, in each what is recalled on it, with boxes to tick. */
import { furniture, ownedBy, pagination } from '../canvas.js'
import { columnOf, type Desk } from '../frame.js'
import { beginExplained } from '../heads/instruction.js'
import { turnOver } from '../heads/plain-head.js'
import type { Element } from '../pages-model.js'
import type { CalendarCell, CalendarPlan } from '../plan-model.js'

/** Rows are no higher than this, pt. */
const mostHeight = 132
const headHeight = 16
/** From the top of a row to the baseline of its dates, and from one test to the next. */
const dateLine = 12
const testLine = 15
/** Air between two cells, and under the last test of one. */
const between = 6
const under = 8
/** Width for the names of weeks, where there are no dates. */
const labelWidth = 56

/** Where the cells of a row stand. */
interface Grid {
  left: number
  right: number
  /** Left edge of the first cell. */
  from: number
  width: number
}

/** Lays the calendar of the days on which each day of the week is to be recalled again. */
export function layCalendar(plan: CalendarPlan, desk: Desk): void {
  const { canvas, style } = desk
  const { words } = style
  const { section, end } = beginExplained('calendar', words.calendar, words.calendarSay, desk)
  const top = end + 14
  const table = canvas.element(section, 'Table')
  const needed = Math.max(...plan.weeks.map(heightOf))
  const even = (desk.bottom - top - headHeight) / plan.weeks.length
  const height = Math.max(needed, Math.min(mostHeight, even - 0.001))
  let y = putHeads(plan, top, table, desk)
  for (const week of plan.weeks) {
    if (y + height > desk.bottom) {
      const next = turnOver({ kind: 'calendar', day: null, name: [{ text: words.calendar }], nameField: false }, desk)
      y = putHeads(plan, next, null, desk)
    }
    putWeek(week, plan, y, height, table, desk)
    y += height
  }
}

const heightOf = ({ cells }: CalendarPlan['weeks'][number]): number =>
  dateLine + Math.max(...cells.map(({ tests }) => tests.length)) * testLine + under

function gridOf({ weeks }: CalendarPlan, desk: Desk): Grid {
  const { left, right } = columnOf(desk.canvas.page, desk)
  const from = left + (weeks.some(({ label }) => label !== null) ? labelWidth : 0)
  return { left, right, from, width: (right - from) / 7 }
}

/** The weekdays, or without a table those said again on its next page. Returns where they end. */
function putHeads(plan: CalendarPlan, y: number, table: Element | null, desk: Desk): number {
  const { canvas, looks, style } = desk
  const { left, right, from, width } = gridOf(plan, desk)
  const row = table && canvas.element(table, 'TR')
  if (row && from > left) canvas.element(row, 'TD')
  plan.heads.forEach((head, i) => {
    const owner = row ? ownedBy(canvas.element(row, 'TH', { scope: 'Column' })) : pagination
    const shown = canvas.shortened(head, looks.labelStrong, width - between)
    canvas.words(owner, shown, looks.labelStrong, from + i * width, y + headHeight - 5)
  })
  canvas.rule(furniture, left, right, y + headHeight, style.frame, 1)
  return y + headHeight
}

function putWeek(
  { label, cells }: CalendarPlan['weeks'][number],
  plan: CalendarPlan,
  y: number,
  height: number,
  table: Element,
  desk: Desk,
): void {
  const { canvas, looks, style } = desk
  const { left, right, from, width } = gridOf(plan, desk)
  const row = canvas.element(table, 'TR')
  if (from > left) {
    const head = ownedBy(canvas.element(row, 'TH', { scope: 'Row' }))
    const shown = canvas.shortened(label ?? '', looks.labelStrong, labelWidth - between)
    canvas.words(head, shown, looks.labelStrong, left, y + dateLine)
  }
  cells.forEach((cell, i) => putCell(cell, from + i * width, width - between, y, canvas.element(row, 'TD'), desk))
  canvas.rule(furniture, left, right, y + height, style.ruling.weight, style.ruling.ink)
}

/** The date, and under it a box to tick for each day that is recalled; the first time is bold. */
function putCell({ date, tests }: CalendarCell, x: number, width: number, y: number, cell: Element, desk: Desk): void {
  const { canvas, looks, style } = desk
  const owner = ownedBy(cell)
  if (date !== null)
    canvas.words(owner, canvas.shortened(date, looks.small, width), looks.small, x, y + dateLine, { space: true })
  const side = looks.label.size
  const first = date === null ? dateLine : dateLine + testLine
  tests.forEach(({ day, turn }, i) => {
    const baseline = y + first + i * testLine
    const look = turn === 0 ? looks.labelStrong : looks.label
    canvas.box(furniture, x + 0.25, baseline - side + 1, side - 1, side - 1, style.frame, 1)
    canvas.words(owner, canvas.shortened(day, look, width - side - 3), look, x + side + 3, baseline, { space: true })
  })
}
