/** The week summary: a score per day with the dates of the next tests, and what one was sure of and wrong about. */

import { plainFaces, type TextLine } from '../text/lines.js'
import { plainText } from '../text/rich.js'
import { furniture, ownedBy, pagination } from './canvas.js'
import { beginPage, columnOf, type Desk, setLines } from './frame.js'
import type { Element, Owner } from './pages-model.js'
import { putPlainHead } from './plain-head.js'
import type { SummaryPlan } from './plan-model.js'

const headHeight = 16
const lineHeight = 10
/** Air between the last rule of the page and the foot. */
const underTable = 8
/** Rows that are worth starting the second table for. */
const fewestRows = 4

/** A column of a table: its head, and its share of the width. */
interface TableColumn {
  head: string
  share: number
  score?: true
}

export function laySummary(summary: SummaryPlan, desk: Desk): void {
  const { words } = desk.style
  const section = desk.canvas.element(desk.canvas.root, 'Sect', { title: words.summary })
  beginPage(desk, 'summary', null)
  let y = putPlainHead(words.summary, section, desk)
  const scores: TableColumn[] = [
    { head: words.summaryDay, share: 0.4 },
    { head: words.summaryScore, share: 0.15, score: true },
    ...words.retests.map((head) => ({ head, share: 0.45 / words.retests.length })),
  ]
  const rows = summary.days.map((day) => [plainText(day.heading), `/ ${day.outOf}`, ...day.retests])
  y = layTable(scores, rows, desk.pitch, y, section, desk)
  if (desk.bottom - y < 30 + headHeight + fewestRows * desk.pitch) {
    beginPage(desk, 'summary', null)
    y = desk.top + 14
  } else {
    y += 30
  }
  const heading = desk.canvas.element(section, 'H2', desk.said)
  const { left } = columnOf(desk.canvas.page, desk)
  desk.canvas.words(ownedBy(heading), words.sureButWrong, desk.looks.topic, left, y)
  y += 8
  const wrong: TableColumn[] = [
    { head: words.wrongQuestion, share: 0.16 },
    { head: words.wrongBelief, share: 0.42 },
    { head: words.wrongTruth, share: 0.42 },
  ]
  // Whole rows, a little higher than needed, so that the last rule stands where the column ends.
  const room = desk.bottom - y - headHeight - underTable
  const count = Math.max(1, Math.floor(room / (desk.pitch * 1.5)))
  layTable(wrong, Array(count).fill([]), room / count - 0.001, y, section, desk)
}

/** Draws a table with level rules only; rows that do not fit go on the next page under the same heads. Returns where it ends. */
function layTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  rowHeight: number,
  top: number,
  section: Element,
  desk: Desk,
): number {
  const table = desk.canvas.element(section, 'Table')
  let y = putHeads(columns, top, table, desk)
  for (const cells of rows) {
    const lines = linesOf(cells, columns, desk)
    const height = Math.max(rowHeight, 11 + Math.max(1, ...lines.map((cell) => cell.length)) * lineHeight)
    if (y + height > desk.bottom) {
      beginPage(desk, 'summary', null)
      y = putHeads(columns, desk.top, null, desk)
    }
    putRow(columns, lines, y, height, table, desk)
    y += height
  }
  return y
}

function edgesOf(columns: readonly TableColumn[], desk: Desk): { x: number; width: number }[] {
  const { left, right } = columnOf(desk.canvas.page, desk)
  let x = left
  return columns.map(({ share }) => {
    const width = (right - left) * share
    const edge = { x, width }
    x += width
    return edge
  })
}

/** The heads of a table, or without one those said again on its next page. Returns where they end. */
function putHeads(columns: readonly TableColumn[], y: number, table: Element | null, desk: Desk): number {
  const { canvas, style } = desk
  const row = table && canvas.element(table, 'TR')
  const { left, right } = columnOf(canvas.page, desk)
  const lines = linesOf(
    columns.map(({ head }) => head),
    columns,
    desk,
    true,
  )
  const bottom = y + headHeight + (Math.max(1, ...lines.map((cell) => cell.length)) - 1) * lineHeight
  edgesOf(columns, desk).forEach(({ x }, i) => {
    const owner = row ? ownedBy(canvas.element(row, 'TH', { scope: 'Column', ...desk.said })) : pagination
    putLines(lines[i] ?? [], owner, x, bottom, desk)
  })
  canvas.rule(furniture, left, right, bottom, style.frame, 1)
  return bottom
}

/** The words of each cell, broken to the width of its column. */
function linesOf(cells: readonly string[], columns: readonly TableColumn[], desk: Desk, strong = false): TextLine[][] {
  const style = { size: desk.looks.label.size, faceOf: plainFaces('label', 'label-strong') }
  return edgesOf(columns, desk).map(({ width }, i) =>
    setLines([{ text: cells[i] ?? '', ...(strong && { strong: true }) }], width - 10, style, desk),
  )
}

/** Lines of a cell, the last one just over its lower edge. */
function putLines(lines: readonly TextLine[], owner: Owner, x: number, bottom: number, desk: Desk): void {
  const first = bottom - 5 - (lines.length - 1) * lineHeight
  lines.forEach((line, i) => desk.canvas.line(owner, line, 1, x, first + i * lineHeight))
}

function putRow(
  columns: readonly TableColumn[],
  cells: readonly TextLine[][],
  y: number,
  height: number,
  table: Element,
  desk: Desk,
): void {
  const { canvas, style } = desk
  const row = canvas.element(table, 'TR')
  edgesOf(columns, desk).forEach(({ x, width }, i) => {
    const lines = cells[i] ?? []
    // The day heads its row; a row to write in has no head.
    const cell = ownedBy(
      i === 0 && lines.length > 0 ? canvas.element(row, 'TH', { scope: 'Row' }) : canvas.element(row, 'TD'),
    )
    const right = x + width - (i < columns.length - 1 ? 6 : 0)
    // Room to write the score in stands before its "/ 4".
    putLines(lines, cell, columns[i]?.score ? x + 18 : x, y + height, desk)
    const owner = lines.length > 0 ? furniture : cell
    canvas.rule(owner, x, right, y + height, style.ruling.weight, style.ruling.ink)
  })
}
