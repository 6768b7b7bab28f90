/** Pieces of a slide's body → boxfuls of native objects, one under the other; what does not fit goes on to the next. Lengths in inches. */

import type { PictureBlock, PictureSize, TableBlock } from '../../text/rich.js'
import type { Box, Item, Paragraph, TableItem } from '../slides-model.js'
import type { BodyPiece } from './body-pieces.js'
import { type Desk, fill } from './desk.js'
import { heightOf, partParagraphs } from './fit.js'
import { inch } from './inches.js'
import { tableWords } from './paragraphs.js'
import { bodyRow, gridsOf, headRow, type TableGrid, tableItem } from './table-grid.js'

/** Pieces as they stand, and the tables whose columns had to be parted. */
export interface Stacked {
  boxfuls: Item[][]
  parted: { table: TableBlock; parts: number }[]
}

/**
 * The pieces at the largest text size at which all of them share one box, pictures made smaller before text is; else at the smallest, parted into as many boxfuls as it takes.
 * No word is lost: a table goes on under its head, wide ones in parts, and a row that is higher than the box becomes text.
 */
export function stackPieces(pieces: readonly BodyPiece[], box: Box, desk: Desk): Stacked {
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

/** How large a picture is where it has room: as wide as its author says in parts of the width of `box`, else as 60 dots to the inch make it. */
export function naturalSize(
  { picture: { width: said }, size: { width, height } }: { picture: PictureBlock; size: PictureSize },
  box: Box,
): { w: number; h: number } {
  const w = said && 'share' in said ? box.w * said.share : width / dotsPerInch
  return { w, h: (w * height) / width }
}

/** A picture of this name in its box. */
export const pictureItem = (
  { picture: { alt, path }, size }: { picture: PictureBlock; size: PictureSize },
  name: string,
  box: Box,
): Item => ({ type: 'picture', name, box, picture: size.digest, alt: alt === '' ? path : alt })

/** Boxfuls in the making, at one text size. */
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

  add(piece: BodyPiece): void {
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

  /** At its natural size; it gives up a part of that before it goes on to another slide. */
  #addPicture(picture: PictureBlock, size: PictureSize): void {
    const natural = naturalSize({ picture, size }, this.#box)
    const most = this.#box.h * this.#share
    const fitting = (room: number) => Math.min(1, this.#box.w / natural.w, Math.min(room, most) / natural.h)
    const least = Math.min(natural.h, this.#box.h * leastPicture) / natural.h
    // In narrow pictures the width decides, and less height is no loss.
    if (fitting(this.#room) < Math.min(least, fitting(this.#box.h))) this.#turn()
    const scale = fitting(this.#room)
    const w = inch(natural.w * scale)
    // In the middle, since the room beside a high one stays empty.
    const x = inch(this.#box.x + (this.#box.w - w) / 2)
    const box = { ...this.#place(natural.h * scale), x, w }
    this.#items.push(pictureItem({ picture, size }, this.#name('Picture'), box))
  }

  #addTable(table: TableBlock): void {
    const grids = gridsOf(table, this.#box.w, this.#size, this.#desk.metrics)
    if (grids.length > 1) {
      this.#compromised = true
      this.#parted.push({ table, parts: grids.length })
    }
    for (const grid of grids) this.#addGrid(grid)
  }

  #addGrid(grid: TableGrid): void {
    const { table, columns } = grid
    const head = headRow(grid)
    const words = this.#desk.style.words
    let rows: TableItem['rows'] = []
    const height = () => rows.reduce((sum, row) => sum + row.height, head.height)
    const close = () => {
      if (rows.length > 0)
        this.#items.push(
          tableItem(grid, [head, ...rows], { name: this.#name('Table'), box: this.#place(height()), words }),
        )
      rows = []
    }
    for (const cells of table.rows) {
      const row = bodyRow(grid, cells)
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
}
