/** The week summary: a score per day with the dates of the next tests, and what one was sure of and wrong about. */

import { breakLines, plainFaces } from '../text/lines.js'
import { plainText } from '../text/rich.js'
import { furniture, ownedBy } from './canvas.js'
import { beginPage, columnOf, type Desk } from './frame.js'
import type { Element } from './pages-model.js'
import { putPlainHead } from './plain-head.js'
import type { SummaryPlan } from './plan-model.js'

const headHeight = 16
/** Rows that are worth starting the second table for. */
const fewestRows = 4

/** A column of a table: its head, and its share of the width. */
interface TableColumn {
  head: string
  share: number
}

export function laySummary(summary: SummaryPlan, desk: Desk): void {
  const { words } = desk.style
  const section = desk.canvas.element(desk.canvas.root, 'Sect', { title: words.summary })
  beginPage(desk, 'summary', null)
  let y = putPlainHead(words.summary, section, desk)
  const scores: TableColumn[] = [
    { head: words.summaryDay, share: 0.4 },
    { head: words.summaryScore, share: 0.15 },
    ...words.retests.map((head) => ({ head, share: 0.45 / words.retests.length })),
  ]
  const rows = summary.days.map((day) => {
    const topic = plainText(day.topic)
    return [topic === '' ? day.name : `${day.name} — ${topic}`, `/ ${day.questions}`]
  })
  y = layTable(scores, rows, desk.pitch, y, section, desk)
  if (desk.bottom - y < 30 + headHeight + fewestRows * desk.pitch) {
    beginPage(desk, 'summary', null)
    y = desk.top
  } else {
    y += 30
  }
  const heading = desk.canvas.element(section, 'H2')
  const { left } = columnOf(desk.canvas.page, desk)
  desk.canvas.words(ownedBy(heading), words.sureButWrong, desk.looks.topic, left, y)
  y += 8
  const wrong: TableColumn[] = [
    { head: words.wrongQuestion, share: 0.16 },
    { head: words.wrongBelief, share: 0.42 },
    { head: words.wrongTruth, share: 0.42 },
  ]
  const height = desk.pitch * 1.5
  const count = Math.max(1, Math.min(12, Math.floor((desk.bottom - y - headHeight) / height)))
  layTable(wrong, Array(count).fill([]), height, y, section, desk)
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
    if (y + rowHeight > desk.bottom) {
      beginPage(desk, 'summary', null)
      y = putHeads(columns, desk.top, table, desk)
    }
    putRow(columns, cells, y, rowHeight, table, desk)
    y += rowHeight
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

function putHeads(columns: readonly TableColumn[], y: number, table: Element, desk: Desk): number {
  const { canvas, looks, style } = desk
  const row = canvas.element(table, 'TR')
  const { left, right } = columnOf(canvas.page, desk)
  edgesOf(columns, desk).forEach(({ x }, i) => {
    const head = canvas.element(row, 'TH', { scope: 'Column' })
    canvas.words(ownedBy(head), columns[i]?.head ?? '', looks.labelStrong, x, y + headHeight - 5)
  })
  canvas.rule(furniture, left, right, y + headHeight, style.frame, 1)
  return y + headHeight
}

function putRow(
  columns: readonly TableColumn[],
  cells: readonly string[],
  y: number,
  height: number,
  table: Element,
  desk: Desk,
): void {
  const { canvas, metrics, looks, style } = desk
  const row = canvas.element(table, 'TR')
  edgesOf(columns, desk).forEach(({ x, width }, i) => {
    const cell = canvas.element(row, 'TD')
    const text = cells[i]
    if (!text) {
      canvas.rule(
        ownedBy(cell),
        x,
        x + width - (i < columns.length - 1 ? 6 : 0),
        y + height,
        style.ruling.weight,
        style.ruling.ink,
      )
      return
    }
    const lines = breakLines(
      [{ text }],
      width - 10,
      { size: looks.label.size, faceOf: plainFaces('label', 'label-strong') },
      metrics,
    )
    const shown = lines.slice(0, 2)
    const first = y + height - 5 - (shown.length - 1) * 10
    shown.forEach((line, n) => canvas.line(ownedBy(cell), line, 1, text.startsWith('/') ? x + 18 : x, first + n * 10))
    canvas.rule(
      furniture,
      x,
      x + width - (i < columns.length - 1 ? 6 : 0),
      y + height,
      style.ruling.weight,
      style.ruling.ink,
    )
  })
}
