/** Tables to write in: heads, and level rules only. */
import { plainFaces, type TextLine } from '../text/lines.js'
import { furniture, ownedBy, pagination } from './canvas.js'
import { columnOf, type Desk, setLines } from './frame.js'
import type { Element, Owner } from './pages-model.js'
import { putTick } from './prose.js'

const headHeight = 16
/** Width of a box to tick and of the gap behind it. */
const tickRoom = 13
const lineHeight = 10

/** A column of a table: its head, and its share of the width. */
export interface TableColumn {
  head: string
  share: number
  /** Room to write the score in stands before its words. */
  score?: true
  /** A box to tick stands before its words. */
  tick?: true
}

/** Rows of words, the first of which heads its row; a row without words is one to write in. `rowHeight` is the least, pt. */
export interface WriteTable {
  columns: readonly TableColumn[]
  rows: readonly (readonly string[])[]
  /** A last row in bold, with words of the template. */
  total?: readonly string[] | undefined
  rowHeight: number
}

/** Height of heads of one line. */
export const headsHeight = headHeight

/** Draws a table with level rules only; rows that do not fit go on a page that `turn` begins, under the same heads. Returns where it ends. */
export function layTable(
  { columns, rows, total, rowHeight }: WriteTable,
  top: number,
  section: Element,
  turn: () => number,
  desk: Desk,
): number {
  const table = desk.canvas.element(section, 'Table')
  let y = putHeads(columns, top, table, desk)
  for (const cells of total ? [...rows, total] : rows) {
    const lines = linesOf(cells, columns, desk, cells === total)
    const height = Math.max(rowHeight, 11 + Math.max(1, ...lines.map((cell) => cell.length)) * lineHeight)
    if (y + height > desk.bottom) {
      y = putHeads(columns, turn(), null, desk)
    }
    const row = desk.canvas.element(table, 'TR', cells === total ? desk.said : {})
    putRow(columns, lines, y, height, row, desk)
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
  return edgesOf(columns, desk).map(({ width }, i) => {
    const text = cells[i] ?? ''
    if (text === '') return []
    const room = width - 10 - (columns[i]?.tick && !strong ? tickRoom - 6 : 0)
    return setLines([{ text, ...(strong && { strong: true }) }], room, style, desk)
  })
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
  row: Element,
  desk: Desk,
): void {
  const { canvas, style } = desk
  const toWrite = cells.every((lines) => lines.length === 0)
  if (!toWrite) {
    const { left, right } = columnOf(canvas.page, desk)
    canvas.rule(furniture, left, right, y + height, style.ruling.weight, style.ruling.ink)
  }
  edgesOf(columns, desk).forEach(({ x, width }, i) => {
    const lines = cells[i] ?? []
    // The day heads its row; a row to write in has no head.
    const cell = ownedBy(
      i === 0 && lines.length > 0 ? canvas.element(row, 'TH', { scope: 'Row' }) : canvas.element(row, 'TD'),
    )
    const right = x + width - (i < columns.length - 1 ? 6 : 0)
    const column = columns[i]
    const ticked = column?.tick === true && lines.length > 0
    if (ticked) putTick(x + 0.5, y + height - 5 - (lines.length - 1) * lineHeight, desk)
    putLines(lines, cell, x + (column?.score ? 18 : ticked ? tickRoom : 0), y + height, desk)
    // One hairline under words; rules with gaps, one for each thing, where all is to be written.
    if (toWrite)
      canvas.rule(lines.length > 0 ? furniture : cell, x, right, y + height, style.ruling.weight, style.ruling.ink)
  })
}
