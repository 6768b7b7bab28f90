/** Tables to write in: heads, and level rules only. */
import { plainFaces, type TextLine } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { furniture, ownedBy, pagination } from '../canvas.js'
import { columnOf, type Desk, setLines } from '../frame.js'
import type { Element, Owner } from '../pages-model.js'
import { putTick } from '../prose/prose.js'
import { putPart, stretchesOf } from '../prose/stretches.js'

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

/** What a cell says. */
type Words = string | readonly Run[]

/** A cell whose lines are broken. `over` and `under`: what formulas need beyond the room of a line, pt. */
interface Cell {
  runs: readonly Run[]
  lines: TextLine[]
  over: number
  under: number
}

/** Rows of words, the first of which heads its row; a row without words is one to write in. `rowHeight`, pt, is that of rows to write in, and the least of others. */
export interface WriteTable {
  columns: readonly TableColumn[]
  rows: readonly (readonly Words[])[]
  /** A last row in bold, with words of the template. */
  total?: readonly Words[] | undefined
  rowHeight: number
}

/** Height of heads of one line, pt. */
export const headsHeight = headHeight

/** Height of the heads of these columns, whose words may take several lines, pt. */
export const headsHeightOf = (columns: readonly TableColumn[], desk: Desk): number =>
  heightOfHeads(headCells(columns, desk))

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
    const set = cellsOf(cells, columns, desk, cells === total)
    // Rows to write in are as close as the ruling, which words may be too high for.
    const height = isToWrite(set) ? rowHeight : Math.max(rowHeight, 11 + Math.max(...set.map(heightOfCell)))
    if (y + height > desk.bottom) {
      y = putHeads(columns, turn(), null, desk)
    }
    const row = desk.canvas.element(table, 'TR', cells === total ? desk.said : {})
    putRow(columns, set, y, height, row, desk)
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
  const cells = headCells(columns, desk)
  const bottom = y + heightOfHeads(cells)
  edgesOf(columns, desk).forEach(({ x }, i) => {
    const owner = row ? ownedBy(canvas.element(row, 'TH', { scope: 'Column', ...desk.said })) : pagination
    putLines(cells[i]?.lines ?? [], owner, x, bottom, desk)
  })
  canvas.rule(furniture, left, right, bottom, style.frame, 1)
  return bottom
}

function headCells(columns: readonly TableColumn[], desk: Desk): Cell[] {
  const heads = columns.map(({ head }) => head)
  return cellsOf(heads, columns, desk, true)
}

const heightOfHeads = (cells: readonly Cell[]): number => headHeight + Math.max(...cells.map(heightOfCell)) - lineHeight

/** The words of each cell, broken to the width of its column. */
function cellsOf(cells: readonly Words[], columns: readonly TableColumn[], desk: Desk, strong = false): Cell[] {
  const style = { size: desk.looks.label.size, faceOf: plainFaces('label', 'label-strong') }
  return edgesOf(columns, desk).map(({ width }, i) => {
    const words = cells[i] ?? ''
    const runs = typeof words !== 'string' ? words : words === '' ? [] : [{ text: words }]
    const room = width - 10 - (columns[i]?.tick && !strong ? tickRoom - 6 : 0)
    const own = strong ? runs.map((run) => ({ ...run, strong: true as const })) : runs
    const lines = setLines(own, room, style, desk)
    const most = (reach: 'over' | 'under') =>
      Math.max(0, ...lines.map((line) => (line.reach?.[reach] ?? 0) - usual[reach]))
    return { runs: own, lines, over: most('over'), under: most('under') }
  })
}

/** How far letters may reach over and under a baseline in a line of `lineHeight`, pt. */
const usual = { over: 7, under: 3 }

/** Every line of a cell has the room that its tallest formula needs. */
const leadingOf = ({ over, under }: Cell): number => lineHeight + over + under

const heightOfCell = (cell: Cell): number => Math.max(1, cell.lines.length) * leadingOf(cell)

/** Lines of a cell, the last one just over its lower edge. */
function putLines(lines: readonly TextLine[], owner: Owner, x: number, bottom: number, desk: Desk): void {
  const first = bottom - 5 - (lines.length - 1) * lineHeight
  lines.forEach((line, i) => desk.canvas.line(owner, line, 1, x, first + i * lineHeight))
}

/** As `putLines`, for lines with formulas, which are elements in the cell. */
function putFormulas(cell: Cell, element: Element, x: number, bottom: number, desk: Desk): void {
  const partsOf = stretchesOf(cell.runs, () => element, desk)
  const leading = leadingOf(cell)
  const last = bottom - 5 - cell.under
  cell.lines.forEach((line, i) => {
    const baseline = last - (cell.lines.length - 1 - i) * leading
    for (const part of partsOf(line)) putPart(part, { ink: 1, leading: lineHeight }, x, baseline, desk)
  })
}

/** A row without words. */
const isToWrite = (cells: readonly Cell[]): boolean => cells.every(({ lines }) => lines.length === 0)

function putRow(
  columns: readonly TableColumn[],
  cells: readonly Cell[],
  y: number,
  height: number,
  row: Element,
  desk: Desk,
): void {
  const { canvas, style } = desk
  const toWrite = isToWrite(cells)
  if (!toWrite) {
    const { left, right } = columnOf(canvas.page, desk)
    canvas.rule(furniture, left, right, y + height, style.ruling.weight, style.ruling.ink)
  }
  edgesOf(columns, desk).forEach(({ x, width }, i) => {
    const { lines } = cells[i] ?? { lines: [] }
    // The day heads its row; a row to write in has no head.
    const element =
      i === 0 && lines.length > 0 ? canvas.element(row, 'TH', { scope: 'Row' }) : canvas.element(row, 'TD')
    const cell = ownedBy(element)
    const right = x + width - (i < columns.length - 1 ? 6 : 0)
    const column = columns[i]
    const ticked = column?.tick === true && lines.length > 0
    if (ticked) putTick(x + 0.5, y + height - 5 - (lines.length - 1) * lineHeight, desk)
    const from = x + (column?.score ? 18 : ticked ? tickRoom : 0)
    if (lines.some(({ reach }) => reach)) putFormulas(cells[i] as Cell, element, from, y + height, desk)
    else putLines(lines, cell, from, y + height, desk)
    // One hairline under words; rules with gaps, one for each thing, where all is to be written.
    if (toWrite)
      canvas.rule(lines.length > 0 ? furniture : cell, x, right, y + height, style.ruling.weight, style.ruling.ink)
  })
}
