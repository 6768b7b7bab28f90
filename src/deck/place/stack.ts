/** Blocks with tables and pictures among them → boxfuls of native objects, one under the other; what does not fit goes on to the next. */
import { fillWords } from '../../template/model.js'
import { columnGroups, columnWidths } from '../../text/lines/column-widths.js'
import { widthsOf } from '../../text/lines/lines.js'
import type { PictureBlock, PictureSize, RichBlock, Run, TableBlock } from '../../text/rich.js'
import { readableText } from '../../text/tex/tex-words.js'
import type { Box, Item, Paragraph, TableItem } from '../slides-model.js'
import { type Desk, fill } from './desk.js'
import { faceOf, factorOf, heightOf, linesOf, partParagraphs } from './fit.js'
import { paragraph, setBlocks, setRuns, tableWords } from './paragraphs.js'

/** True when some of the blocks are objects of their own on a slide, not text. */
export const hasObjects = (blocks: readonly RichBlock[]): boolean =>
  unnested(blocks).some((block) => objectOf(block) !== null)

function objectOf(block: RichBlock): Exclude<Piece, { paragraphs: unknown }> | null {
  if (block.type === 'table') return { table: block }
  return block.type === 'picture' && block.picture ? { picture: block, size: block.picture } : null
}

/** Text before, between or after objects, or an object. Text comes set, since what stands beside a sheet's words may join it. */
export type Piece =
  | { paragraphs: (size: number) => Paragraph[] }
  | { table: TableBlock }
  | { picture: PictureBlock; size: PictureSize }

/** Blocks with the objects of their lists and quotes taken out, each behind the words that it stood with; a list then goes on behind it. */
function unnested(blocks: readonly RichBlock[]): RichBlock[] {
  return blocks.flatMap((block): RichBlock[] => {
    if (block.type === 'quote')
      return parted(unnested(block.blocks)).map((part) => (Array.isArray(part) ? { ...block, blocks: part } : part))
    if (block.type !== 'list' || !block.items.some((item) => unnested(item).some(objectOf))) return [block]
    const found: RichBlock[] = []
    let items: RichBlock[][] = []
    let start = block.start
    const close = () => {
      if (items.length > 0) found.push({ ...block, start, items })
      start += items.length
      items = []
    }
    for (const item of block.items) {
      const [words, ...rest] = parted(unnested(item))
      items.push(Array.isArray(words) ? words : [])
      if (rest.length === 0 && Array.isArray(words)) continue
      close()
      found.push(...[...(words && !Array.isArray(words) ? [words] : []), ...rest].flat())
    }
    close()
    return found
  })
}

/** Stretches of text, and the objects between them. */
function parted(blocks: readonly RichBlock[]): (RichBlock[] | RichBlock)[] {
  const parts: (RichBlock[] | RichBlock)[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (objectOf(block)) parts.push(block)
    else if (Array.isArray(last)) last.push(block)
    else parts.push([block])
  }
  return parts
}

/** Blocks in pieces: neighbours that are text together. */
export function piecesOf(blocks: readonly RichBlock[]): Piece[] {
  const pieces: Piece[] = []
  let text: RichBlock[] = []
  const close = () => {
    const set = text
    if (set.length > 0) pieces.push({ paragraphs: (size) => setBlocks(set, { size }) })
    text = []
  }
  for (const block of unnested(blocks)) {
    const object = objectOf(block)
    if (!object) {
      text.push(block)
      continue
    }
    close()
    pieces.push(object)
  }
  close()
  return pieces
}

/** Pieces as they stand, and the tables whose columns had to be parted. */
export interface Stacked {
  boxfuls: Item[][]
  parted: { table: TableBlock; parts: number }[]
}

/**
 * The pieces at the largest text size at which all of them share one box, pictures made smaller before text is; else at the smallest, parted into as many boxfuls as it takes.
 * No word is lost: a table goes on under its head, wide ones in parts, and a row that is higher than the box becomes text.
 */
export function stackPieces(pieces: readonly Piece[], box: Box, desk: Desk): Stacked {
  const shares = pieces.some((piece) => 'picture' in piece) ? pictureShares : [1]
  const steps = desk.style.textSizes.flatMap((size) => shares.map((share) => ({ size, share })))
  const least = { size: desk.style.textSizes.at(-1) ?? 20, share: 1 }
  let stacked: Stacked = { boxfuls: [], parted: [] }
  for (const { size, share } of [...steps, least]) {
    const stack = new Stack(size, share, box, desk)
    for (const piece of pieces) stack.add(piece)
    const { whole, ...made } = stack.finish()
    stacked = made
    if (whole) break
  }
  return stacked
}

/** Tells of tables that stand in parts. */
export function reportParted({ parted }: Stacked, { log }: Desk): void {
  for (const { table, parts } of parted)
    log.report('table-parted', table.place, { columns: table.align.length, parts, on: 'a slide' })
}

/** Between two pieces, inches. */
const gap = 0.2
/** A coarser picture than this shows its pixels also to the back row. */
const dotsPerInch = 60
/** Parts of the box that a picture may fill, so that two can be compared on one slide; and the least that is worth a place. */
const pictureShares = [1, 0.75, 0.6, 0.45]
const leastPicture = 0.45
/** Margins inside a cell: over and under its words together, and at its sides. The first column begins at the table's edge. */
const cellHeight = 0.1
export const cellSides = (column: number): { left: number; right: number } => ({
  left: column === 0 ? 0 : 0.1,
  right: 0.1,
})
/** Air between columns that have room, inches. */
const columnAir = 0.2
/** A cell to write in, inches. */
const writingHeight = 0.55
const writingWidth = 1.5

/** A table with empty cells is there to be filled in. */
const isWritable = ({ rows }: Pick<TableBlock, 'rows'>): boolean =>
  rows.some((row) => row.some((cell) => cell.length === 0))

/** Widths that fill `room`, what is left shared alike. */
function stretched(widths: readonly number[], room: number): number[] {
  const left = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0))
  return widths.map((width) => width + left / widths.length)
}

class Stack {
  readonly #size: number
  /** The part of the box that a picture may fill. */
  readonly #share: number
  readonly #box: Box
  readonly #desk: Desk
  readonly #boxfuls: Item[][] = []
  readonly #parted: Stacked['parted'] = []
  #items: Item[] = []
  #y: number
  #names = 0
  /** A row had to become text, or columns had to be parted. */
  #compromised = false

  constructor(size: number, share: number, box: Box, desk: Desk) {
    this.#size = size
    this.#share = share
    this.#box = box
    this.#desk = desk
    this.#y = box.y
  }

  add(piece: Piece): void {
    if ('table' in piece) this.#addTable(piece.table)
    else if ('picture' in piece) this.#addPicture(piece.picture, piece.size)
    else this.#addText(piece.paragraphs(this.#size))
  }

  /** `whole`: all pieces share one box, no columns parted and no row turned into text. */
  finish(): Stacked & { whole: boolean } {
    this.#turn()
    const boxfuls = this.#boxfuls
    return { boxfuls, parted: this.#parted, whole: boxfuls.length === 1 && !this.#compromised }
  }

  /** Room under what the box holds already. */
  get #room(): number {
    return this.#box.y + this.#box.h - this.#y - (this.#items.length > 0 ? gap : 0)
  }

  #turn(): void {
    const [only, ...others] = this.#items
    // Text alone stands in the slide's placeholder, where outlines and readers look for it.
    if (only)
      this.#boxfuls.push(only.type === 'text' && others.length === 0 ? [fill('body', only.paragraphs)] : this.#items)
    this.#items = []
    this.#y = this.#box.y
  }

  /** The box of a piece of this height, under the others. */
  #place(h: number): Box {
    const y = this.#y + (this.#items.length > 0 ? gap : 0)
    this.#y = y + h
    const inch = (length: number) => Math.round(length * 1000) / 1000
    return { ...this.#box, y: inch(y), h: inch(h) }
  }

  #addText(paragraphs: Paragraph[]): void {
    const { metrics } = this.#desk
    const height = (part: readonly Paragraph[]) => heightOf(part, this.#box.w, metrics) / 72
    const whole = height(paragraphs) <= this.#room
    if (!whole) this.#turn()
    const parts = whole ? [paragraphs] : partParagraphs(paragraphs, this.#box, metrics)
    parts.forEach((part, i) => {
      if (i > 0) this.#turn()
      const box = this.#place(height(part))
      this.#items.push({ type: 'text', name: this.#name('Text'), box, anchor: 'top', paragraphs: part })
    })
  }

  #name(kind: string): string {
    this.#names++
    return `${kind} ${this.#names}`
  }

  /** As wide as its author says in parts of the width, else as 60 dots to the inch make it; it gives up a part of that before it goes on to another slide. */
  #addPicture({ alt, path, width: said }: PictureBlock, { digest, width, height }: PictureSize): void {
    const full = said && 'share' in said ? this.#box.w * said.share : width / dotsPerInch
    const natural = { w: full, h: (full * height) / width }
    const most = this.#box.h * this.#share
    const fitting = (room: number) => Math.min(1, this.#box.w / natural.w, Math.min(room, most) / natural.h)
    const least = Math.min(natural.h, this.#box.h * leastPicture) / natural.h
    // In narrow pictures the width decides, and less height is no loss.
    if (fitting(this.#room) < Math.min(least, fitting(this.#box.h))) this.#turn()
    const scale = fitting(this.#room)
    const w = Math.round(natural.w * scale * 1000) / 1000
    // In the middle, since the room beside a high one stays empty.
    const x = Math.round((this.#box.x + (this.#box.w - w) / 2) * 1000) / 1000
    const box = { ...this.#place(natural.h * scale), x, w }
    this.#items.push({
      type: 'picture',
      name: this.#name('Picture'),
      box,
      picture: digest,
      alt: alt === '' ? path : alt,
    })
  }

  #addTable(table: TableBlock): void {
    const needs = table.align.map((_, column) => this.#needOf(table, column))
    const groups = columnGroups(needs, this.#box.w)
    if (groups.length > 1) {
      this.#compromised = true
      this.#parted.push({ table, parts: groups.length })
    }
    for (const columns of groups) {
      const widths = columnWidths(
        columns.map((column) => needs[column] ?? { natural: 1, least: 1 }),
        this.#box.w,
      )
      this.#addGrid(table, columns, isWritable(table) ? stretched(widths, this.#box.w) : widths)
    }
  }

  #needOf({ head, rows }: TableBlock, column: number) {
    const { metrics } = this.#desk
    const style = { size: this.#size, faceOf }
    const widths = [this.#strong(head[column] ?? []), ...rows.map((row) => row[column] ?? [])].map((cell) =>
      widthsOf(cell, style, metrics),
    )
    const sides = cellSides(column)
    // Viewers break lines a hair differently, so a column is a little wider than its words.
    const inches = (points: number, most: number) => Math.min((points / 72) * 1.03, most) + sides.left + sides.right
    const least = Math.max(
      inches(Math.max(...widths.map(({ widest }) => widest)), this.#box.w * 0.4),
      rows.some((row) => row[column]?.length === 0) ? writingWidth : 0,
    )
    const natural = inches(Math.max(...widths.map((width) => width.natural)), this.#box.w * 10) + columnAir
    return { least, natural: Math.max(least, natural) }
  }

  #strong(runs: readonly Run[]): Run[] {
    return runs.map((run) => ({ ...run, strong: true }))
  }

  #addGrid(table: TableBlock, columns: readonly number[], widths: readonly number[]): void {
    const head = this.#row(table.head, true, table, columns, widths)
    let rows: TableItem['rows'] = []
    const height = () => rows.reduce((sum, row) => sum + row.height, head.height)
    const close = () => {
      if (rows.length > 0)
        this.#items.push(this.#tableItem(table, columns, widths, [head, ...rows], this.#place(height())))
      rows = []
    }
    for (const cells of table.rows) {
      const row = this.#row(cells, false, table, columns, widths)
      if (height() + row.height > this.#room) {
        close()
        if (head.height + row.height > this.#room) this.#turn()
      }
      if (head.height + row.height <= this.#room) rows.push(row)
      else {
        this.#compromised = true
        const part = {
          ...table,
          head: columns.map((i) => table.head[i] ?? []),
          rows: [columns.map((i) => cells[i] ?? [])],
        }
        this.#addText(tableWords(part, { size: this.#size }, 0))
      }
    }
    close()
    if (table.rows.length === 0) this.#addText(tableWords(table, { size: this.#size }, 0))
  }

  #row(
    cells: TableBlock['head'],
    head: boolean,
    { align, rows }: TableBlock,
    columns: readonly number[],
    widths: readonly number[],
  ): TableItem['rows'][number] {
    const set = columns.map((column): Paragraph[] => {
      const runs = cells[column] ?? []
      if (runs.length === 0) return []
      const look = head ? { size: this.#size, strong: true, colour: 'accent' as const } : { size: this.#size }
      const aligned = align[column]
      return [paragraph(setRuns(runs, look), aligned === 'right' || aligned === 'center' ? { align: aligned } : {})]
    })
    const lines = set.map((cell, i) => {
      const sides = cellSides(i)
      const [only] = cell
      return only ? linesOf(only, (widths[i] ?? 1) - sides.left - sides.right, this.#desk.metrics).length : 0
    })
    const height =
      (Math.max(1, ...lines) * this.#size * factorOf(set.flatMap((cell) => cell.flatMap(({ runs }) => runs)))) / 72 +
      cellHeight
    return { height: !head && isWritable({ rows }) ? Math.max(height, writingHeight) : height, cells: set }
  }

  #tableItem(
    table: TableBlock,
    columns: readonly number[],
    widths: readonly number[],
    rows: TableItem['rows'],
    box: Box,
  ): TableItem {
    const heads = columns.map((column) => readableText(table.head[column] ?? [])).filter(Boolean)
    return {
      type: 'table',
      name: this.#name('Table'),
      box: { ...box, w: widths.reduce((sum, width) => sum + width, 0) },
      alt: fillWords(this.#desk.style.words.alt.table, { heads: heads.join(', ') }),
      columns: [...widths],
      rows,
      rules: { header: 1.5, row: 0.75, column: isWritable(table) ? 0.75 : 0, colour: 'quiet' },
    }
  }
}
