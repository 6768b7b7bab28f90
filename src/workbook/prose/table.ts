/** Tables of the author: ruled, as wide as their content, a row a strip. */
import { columnGroups, columnWidths } from '../../text/lines/column-widths.js'
import { type TextLine, widthsOf } from '../../text/lines/lines.js'
import type { Run, TableBlock } from '../../text/rich.js'
import { furniture, ownedBy, pagination } from '../canvas.js'
import { type Desk, ofSheet, setLines } from '../frame.js'
import type { Element, Owner } from '../pages-model.js'
import { commonRoom, type LineRoom } from './line-room.js'
import type { ProseStyle } from './prose-style.js'
import { hasStretches, putPart, stretchesOf } from './stretches.js'
import { type Column, lazily, paragraphOf, redrawn, room, type Strip } from './strips.js'

/** Between the words of two columns stands twice this; over and under the words of a row, `rowPadding`. pt. */
const cellPadding = 5
const rowPadding = 2.5
/** Cells are set a little smaller than the prose around them, but no smaller than labels. */
const cellScale = 0.9
const leastSize = 7.5
/** Width that a cell needs to be written in. */
const writingWidth = 60
/** A row higher than this part of a side may be torn between its lines. */
const tallestRow = 1 / 4
/** A head is said again on the next side when it takes no more than this part of it. */
const tallestHead = 1 / 6
/** Between two parts of a table that is too wide for the page. */
const partGap = 8

type Cells = readonly (readonly Run[])[]

/** What the rows of one table, or of one part of it, share. Lengths in pt. */
interface Grid {
  block: TableBlock
  /** In how many parts the table stands. */
  parts: number
  /** The columns that it shows, by index, and how wide each is. */
  columns: number[]
  widths: number[]
  style: ProseStyle
  indent: number
  /** An author leaves cells empty for learners to write in: rows are then as high as answer rules, and columns ruled. */
  writable: boolean
  /** The first column heads its rows: over it the head is empty. */
  rowHeads: boolean
  desk: Desk
}

/** Strips of a table; elements go under `parent`. Columns that have no room side by side follow in further parts, led by the first column. */
export function tableStrips(
  block: TableBlock,
  prose: ProseStyle,
  parent: () => Element,
  desk: Desk,
  indent: number,
): Strip[] {
  const size = Math.max(Math.min(leastSize, prose.size), prose.size * cellScale)
  const style = { ...prose, size, leading: prose.leading * (size / prose.size) }
  const writable = block.rows.some((row) => row.some((cell) => cell.length === 0))
  const needs = block.align.map((_, i) => needOf(block, i, style, writable, desk))
  const groups = columnGroups(needs, style.width)
  return groups.flatMap((columns, part) => {
    const widths = columnWidths(
      columns.map((i) => needs[i] ?? { natural: 0, least: 0 }),
      style.width,
    )
    const rowHeads = block.head[0]?.length === 0
    const parts = groups.length
    const grid = {
      block,
      parts,
      columns,
      widths: writable ? stretched(widths, style.width) : widths,
      style,
      indent,
      writable,
    }
    return [...(part > 0 ? [room(partGap)] : []), ...gridStrips({ ...grid, rowHeads, desk }, parent)]
  })
}

function needOf({ head, rows }: TableBlock, column: number, style: ProseStyle, writable: boolean, desk: Desk) {
  const cells = [strong(head[column] ?? []), ...rows.map((row) => row[column] ?? [])]
  const widths = cells.map((cell) => widthsOf(cell, ofSheet(style, desk), desk.metrics))
  const pad = 2 * cellPadding
  const toWrite = writable && rows.some((row) => row[column]?.length === 0) ? writingWidth : 0
  // A column of one endless word must leave room for the others; the word is then cut.
  const least = Math.min(Math.max(...widths.map(({ widest }) => widest)), style.width * 0.4) + pad
  const natural = Math.min(Math.max(...widths.map((width) => width.natural)), style.width * 10) + pad
  return { least: Math.max(least, toWrite), natural: Math.max(natural, least, toWrite) }
}

/** Widths that fill the room, what is left shared alike. */
function stretched(widths: readonly number[], room: number): number[] {
  const left = room - widths.reduce((sum, width) => sum + width, 0)
  return left <= 0 ? [...widths] : widths.map((width) => width + left / widths.length)
}

const strong = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, strong: true as const }))

/** A row with its lines broken. */
interface SetRow {
  cells: SetCell[]
  head: boolean
  height: number
  /** Of its lines: they stand on common baselines. */
  rooms: LineRoom[]
}

interface SetCell {
  runs: readonly Run[]
  lines: TextLine[]
  column: number
}

/** Draws a line of a cell. */
type CellPen = (line: TextLine, x: number, baseline: number) => void

const heightOfRooms = (rooms: readonly LineRoom[]): number => rooms.reduce((sum, { height }) => sum + height, 0)

function setRow(cells: Cells, head: boolean, { columns, widths, style, writable, desk }: Grid): SetRow {
  const set = columns.map((column, i) => {
    const inner = Math.max(1, (widths[i] ?? 0) - paddings(i, columns.length).both)
    const given = cells[column] ?? []
    const runs = head ? strong(given) : given
    return { runs, lines: setLines(runs, inner, head ? style : { ...style, fillsWithHyphens: true }, desk), column }
  })
  const count = Math.max(1, ...set.map((cell) => cell.lines.length))
  const rooms = Array.from({ length: count }, (_, i) =>
    commonRoom(
      set.flatMap(({ lines }) => lines[i] ?? []),
      style.leading,
    ),
  )
  const height = heightOfRooms(rooms) + 2 * rowPadding
  return { cells: set, head, rooms, height: writable && !head ? Math.max(height, desk.pitch) : height }
}

/** The outer columns stand flush with the edges of the table. */
function paddings(i: number, count: number): { left: number; both: number } {
  const left = i === 0 ? 0 : cellPadding
  return { left, both: left + (i === count - 1 ? 0 : cellPadding) }
}

function gridStrips(grid: Grid, parent: () => Element): Strip[] {
  const { block, parts, desk, style } = grid
  const table = lazily(() => desk.canvas.element(parent(), 'Table'))
  const side = desk.bottom - desk.top
  const head = block.head.every((cell) => cell.length === 0) ? null : setRow(block.head, true, grid)
  const rows = block.rows.map((row) => setRow(row, false, grid))
  const again = head && head.height <= side * tallestHead ? headAgain(head, grid) : undefined
  const strips = [...(head ? [head] : []), ...rows].flatMap((row, i, all) => {
    const pens = cellPens(row, table, grid)
    const last = i === all.length - 1
    if (row.height <= side * tallestRow) return [wholeRow(row, pens, last, grid)]
    return tornRow(row, pens, last, grid)
  })
  const [first, second, ...rest] = strips
  if (!first) return []
  // The head stays with the first row.
  const top = head && second && first.height <= side * tallestHead ? joined(first, second) : first
  const others = top === first && second ? [second, ...rest] : rest
  const ruled = redrawn(top, (y, column) => {
    putRule(y, column, style.ink, desk.style.frame, grid)
    top.draw(y, column)
    // Said of what is drawn: a layout may be tried in several sizes.
    if (parts > 1) desk.log.report('table-parted', block.place, { columns: block.align.length, parts, on: 'the page' })
  })
  return [ruled, ...others.map((strip) => (again ? { ...strip, again } : strip))]
}

const joined = (first: Strip, second: Strip): Strip => ({
  height: first.height + second.height,
  ...(second.keep && { keep: true }),
  draw: (y, column) => {
    first.draw(y, column)
    second.draw(y + first.height, column)
  },
})

/** The elements of a row, made in order when its first words are drawn. */
function cellPens({ cells, head }: SetRow, table: () => Element, { rowHeads, style, desk }: Grid): () => CellPen[] {
  let pens: CellPen[] | null = null
  return () => {
    if (pens) return pens
    const row = desk.canvas.element(table(), 'TR')
    pens = cells.map(({ runs, lines, column }) => {
      const scope = head ? 'Column' : rowHeads && column === 0 ? 'Row' : null
      // A head without words heads nothing.
      const element =
        scope === null || lines.length === 0
          ? desk.canvas.element(row, 'TD')
          : desk.canvas.element(row, 'TH', { scope })
      if (!hasStretches(runs)) return linePen(ownedBy(element), style, desk)
      const partsOf = stretchesOf(runs, () => element, desk)
      return (line, x, baseline) => {
        for (const part of partsOf(line)) putPart(part, style, x, baseline, desk)
      }
    })
    return pens
  }
}

const linePen =
  (owner: Owner, { ink }: ProseStyle, { canvas }: Desk): CellPen =>
  (line, x, baseline) =>
    canvas.line(owner, line, ink, x, baseline)

function wholeRow(row: SetRow, pens: () => CellPen[], last: boolean, grid: Grid): Strip {
  return {
    height: row.height,
    draw: (y, column) => {
      putLines(row, pens(), 0, row.rooms.length, y + rowPadding, column, grid)
      putEdges(row, y, row.height, column, grid)
      putFoot(row, last, y + row.height, column, grid)
    },
  }
}

/** A strip a line, for a row that no side may hold. */
function tornRow(row: SetRow, pens: () => CellPen[], last: boolean, grid: Grid): Strip[] {
  const count = row.rooms.length
  const lines = row.rooms.map((own, i) => {
    const over = i === 0 ? rowPadding : 0
    const height = over + own.height + (i === count - 1 ? rowPadding : 0)
    return {
      height,
      draw: (y: number, column: Column) => {
        putLines(row, pens(), i, i + 1, y + over, column, grid)
        putEdges(row, y, height, column, grid)
        if (i === count - 1) putFoot(row, last, y + height, column, grid)
      },
    }
  })
  return paragraphOf(lines)
}

/** The head on a further side: furniture there, since the first one has been read. */
function headAgain(head: SetRow, grid: Grid): Strip {
  return {
    height: head.height,
    draw: (y, column) => {
      const pens = head.cells.map(() => linePen(pagination, grid.style, grid.desk))
      putLines(head, pens, 0, head.rooms.length, y + rowPadding, column, grid)
      putFoot(head, false, y + head.height, column, grid)
    },
  }
}

/** Lines `from` to `to` of every cell, the first of them at `y`. */
function putLines(
  { cells, rooms }: SetRow,
  pens: readonly CellPen[],
  from: number,
  to: number,
  y: number,
  column: Column,
  { widths, indent, block }: Grid,
): void {
  let x = column.text + indent
  cells.forEach(({ lines, column: index }, i) => {
    const width = widths[i] ?? 0
    const padding = paddings(i, cells.length)
    lines.slice(from, to).forEach((line, k) => {
      const align = block.align[index]
      const left = width - padding.both - line.width
      const shift = align === 'right' ? left : align === 'center' ? left / 2 : 0
      const baseline = y + heightOfRooms(rooms.slice(from, from + k)) + (rooms[from + k]?.baseline ?? 0)
      pens[i]?.(line, x + padding.left + Math.max(0, shift), baseline)
    })
    x += width
  })
}

/** The rule under a row: strong under the head and the last row, else a hairline. */
function putFoot({ head }: SetRow, last: boolean, y: number, column: Column, grid: Grid): void {
  const { frame, ruling, quietInk } = grid.desk.style
  if (head || last) putRule(y, column, grid.style.ink, frame, grid)
  else putRule(y, column, quietInk, ruling.weight, grid)
}

function putRule(y: number, { text }: Column, ink: number, weight: number, { widths, indent, desk }: Grid): void {
  const width = widths.reduce((sum, each) => sum + each, 0)
  desk.canvas.rule(furniture, text + indent, text + indent + width, y, weight, ink)
}

/** Hairlines between the columns of a table to write in. */
function putEdges({ head }: SetRow, y: number, height: number, { text }: Column, grid: Grid): void {
  if (!grid.writable || head) return
  const { desk, widths, indent } = grid
  let x = text + indent
  for (const width of widths.slice(0, -1)) {
    x += width
    desk.canvas.put({
      type: 'line',
      owner: furniture,
      x1: x,
      y1: y,
      x2: x,
      y2: y + height,
      weight: desk.style.ruling.weight,
      ink: desk.style.quietInk,
    })
  }
}
