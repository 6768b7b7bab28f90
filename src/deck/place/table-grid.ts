/** Tables as native grids: which columns stand together on a slide, how wide they are, how high each row is. Lengths in inches. */
import type { Template } from '../../template/model.js'
import { fillWords } from '../../template/model.js'
import { columnGroups, columnWidths } from '../../text/lines/column-widths.js'
import { widthsOf } from '../../text/lines/lines.js'
import type { Metrics } from '../../text/metrics.js'
import type { Run, TableBlock } from '../../text/rich.js'
import { readableText } from '../../text/tex/tex-words.js'
import type { Box, Paragraph, TableItem } from '../slides-model.js'
import { faceOf, factorOf, linesOf } from './fit.js'
import { paragraph, setRuns } from './paragraphs.js'

/** Margins inside a cell: over and under its words together, and at its sides. The first column begins at the table's edge. */
const cellHeight = 0.1
export const cellSides = (column: number): { left: number; right: number } => ({
  left: column === 0 ? 0 : 0.1,
  right: 0.1,
})
/** Air between columns that have room. */
const columnAir = 0.2
/** A cell to write in. */
const writingHeight = 0.55
const writingWidth = 1.5

/** Columns of a table that stand in one grid, and what it is set with: the type size in points. */
export interface TableGrid {
  table: TableBlock
  columns: readonly number[]
  widths: readonly number[]
  size: number
  metrics: Metrics
}

/** A table → grids no wider than `width`: one, or several where its columns need more. */
export function gridsOf(table: TableBlock, width: number, size: number, metrics: Metrics): TableGrid[] {
  const needs = table.align.map((_, column) => needOf(table, column, { width, size, metrics }))
  return columnGroups(needs, width).map((columns) => {
    const widths = columnWidths(
      columns.map((column) => needs[column] ?? { natural: 1, least: 1 }),
      width,
    )
    return { table, columns, widths: isWritable(table) ? stretched(widths, width) : widths, size, metrics }
  })
}

/** What a column is best as wide as, and what it cannot do without. */
function needOf({ head, rows }: TableBlock, column: number, room: { width: number; size: number; metrics: Metrics }) {
  const style = { size: room.size, faceOf }
  const widths = [strong(head[column] ?? []), ...rows.map((row) => row[column] ?? [])].map((cell) =>
    widthsOf(cell, style, room.metrics),
  )
  const sides = cellSides(column)
  // Viewers break lines a hair differently, so a column is a little wider than its words.
  const inches = (points: number, most: number) => Math.min((points / 72) * 1.03, most) + sides.left + sides.right
  const least = Math.max(
    inches(Math.max(...widths.map(({ widest }) => widest)), room.width * 0.4),
    rows.some((row) => row[column]?.length === 0) ? writingWidth : 0,
  )
  const natural = inches(Math.max(...widths.map((width) => width.natural)), room.width * 10) + columnAir
  return { least, natural: Math.max(least, natural) }
}

const strong = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, strong: true }))

/** A table with empty cells is there to be filled in. */
const isWritable = ({ rows }: TableBlock): boolean => rows.some((row) => row.some((cell) => cell.length === 0))

/** Widths that fill `room`, what is left shared alike. */
function stretched(widths: readonly number[], room: number): number[] {
  const left = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0))
  return widths.map((width) => width + left / widths.length)
}

type GridRow = TableItem['rows'][number]

/** The row of a grid's heads, which is said again where the table goes on. */
export const headRow = (grid: TableGrid): GridRow =>
  setRow(grid, grid.table.head, { size: grid.size, strong: true, colour: 'accent' })

/** A row of the table, those of its cells that stand in the grid; higher than its words where the table is there to be filled in. */
export function bodyRow(grid: TableGrid, cells: TableBlock['head']): GridRow {
  const row = setRow(grid, cells, { size: grid.size })
  return isWritable(grid.table) ? { ...row, height: Math.max(row.height, writingHeight) } : row
}

function setRow(
  { table: { align }, columns, widths, size, metrics }: TableGrid,
  cells: TableBlock['head'],
  look: Parameters<typeof setRuns>[1],
): GridRow {
  const set = columns.map((column): Paragraph[] => {
    const runs = cells[column] ?? []
    if (runs.length === 0) return []
    const aligned = align[column]
    return [paragraph(setRuns(runs, look), aligned === 'right' || aligned === 'center' ? { align: aligned } : {})]
  })
  const lines = set.map(([only], i) => {
    const sides = cellSides(i)
    return only ? linesOf(only, (widths[i] ?? 1) - sides.left - sides.right, metrics).length : 0
  })
  const factor = factorOf(set.flatMap((cell) => cell.flatMap(({ runs }) => runs)))
  return { height: (Math.max(1, ...lines) * size * factor) / 72 + cellHeight, cells: set }
}

/** Rows of a grid as an object of the slide; `box` tells where it stands and how high it is. */
export function tableItem(
  { table, columns, widths }: TableGrid,
  rows: TableItem['rows'],
  { name, box, words }: { name: string; box: Box; words: Template['deck']['words'] },
): TableItem {
  const heads = columns.map((column) => readableText(table.head[column] ?? [])).filter(Boolean)
  return {
    type: 'table',
    name,
    box: { ...box, w: widths.reduce((sum, width) => sum + width, 0) },
    alt: fillWords(words.alt.table, { heads: heads.join(', ') }),
    columns: [...widths],
    rows,
    rules: { header: 1.5, row: 0.75, column: isWritable(table) ? 0.75 : 0, colour: 'quiet' },
  }
}
