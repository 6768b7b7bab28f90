/** What an area to write or draw in is prepared with: squared paper, a field of dots, rules, nothing. */
import type { SpaceStyle } from '../../sheet/model.js'
import { fillWords } from '../../template/model.js'
import { inMm, mm } from '../../template/paper.js'
import { furniture, ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element, Owner } from '../pages-model.js'
import { cellPadding, putCellRules } from './rules.js'

/** A rectangle on the page, pt. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** What the structure tree says in place of what is drawn: "Answer space, 6 lines", "Answer space, 6 lines, squared paper". */
export function answerWords(rules: number, style: SpaceStyle, desk: Desk): Pick<Element, 'actualText' | 'lang'> {
  const { words } = desk.style
  const space = rules === 1 ? words.answerSpaceOne : fillWords(words.answerSpace, { n: rules })
  return { actualText: style === 'ruled' ? space : prepared(space, style, desk), ...desk.said }
}

/** "Drawing space, 104 mm high"; the dots that it has by nature go without saying. */
export function drawingWords(height: number, style: SpaceStyle, desk: Desk): Pick<Element, 'actualText' | 'lang'> {
  const space = fillWords(desk.style.words.drawingSpace, { mm: Math.round(inMm(height)) })
  return { actualText: style === 'dots' || style === 'ruled' ? space : prepared(space, style, desk), ...desk.said }
}

function prepared(space: string, style: Exclude<SpaceStyle, 'ruled'>, { style: { words } }: Desk): string {
  return fillWords(words.preparedSpace, { space, style: words.spaceStyles[style] })
}

/** An area with a frame of its own, or with none at all. `element` is what its words stand for. */
export function putArea(
  element: Element,
  area: Area,
  style: Exclude<SpaceStyle, 'ruled' | 'dotted'>,
  desk: Desk,
): void {
  const { canvas, style: look } = desk
  const owner = ownedBy(element)
  const frame = () => canvas.box(owner, area.x, area.y, area.width, area.height, look.frame, look.quietInk)
  switch (style) {
    case 'dots':
      frame()
      putDots(area, desk)
      break
    case 'grid':
      frame()
      putSquares(area, desk)
      break
    case 'box':
      frame()
      break
    case 'blank':
      putNothing(owner, area, desk)
  }
}

/** Fills a cell whose frame stands already with `rules` rules, dots, a grid or nothing, as the style has it. */
export function fillCell(cell: Element, area: Area, rules: number, style: SpaceStyle, desk: Desk): void {
  const within = inset(area, cellPadding)
  switch (style) {
    case 'ruled':
    case 'dotted':
      putCellRules(cell, area, rules, style, desk)
      break
    case 'dots':
      putNothing(ownedBy(cell), within, desk)
      putDots(area, desk)
      break
    case 'grid':
      putNothing(ownedBy(cell), within, desk)
      putSquares(area, desk)
      break
    case 'blank':
    case 'box':
      putNothing(ownedBy(cell), within, desk)
  }
}

const inset = ({ x, y, width, height }: Area, by: number): Area => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
})

/** A blank glyph, for the words that are read in its place: content without ink. */
function putNothing(owner: Owner, { x, y }: Area, { canvas, looks, metrics }: Desk): void {
  const { face, size, ink } = looks.label
  const pieces = metrics.pieces(' ', face).map((piece) => ({ ...piece, face, size, x: 0, rise: 0 }))
  canvas.put({ type: 'text', owner, x, y: y + size, width: 0, size, ink, tracking: 0, pieces })
}

/** A quiet field of dots, as far from the left edge as from the right one. */
function putDots({ x, y, width, height }: Area, { canvas, style: { dots } }: Desk): void {
  const step = mm(dots.pitch)
  const columns = Math.max(0, Math.floor((width - step) / step))
  const rows = Math.max(0, Math.floor((height - step) / step))
  canvas.put({
    type: 'dots',
    owner: furniture,
    x: x + (width - (columns - 1) * step) / 2,
    y: y + (height - (rows - 1) * step) / 2,
    columns,
    rows,
    pitch: step,
    size: dots.size,
    ink: dots.ink,
  })
}

/** Squared paper, cut by the frame alike on both sides: its squares are true, for what is drawn to scale. */
function putSquares({ x, y, width, height }: Area, { canvas, style: { grid } }: Desk): void {
  const { weight, ink } = grid
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    canvas.put({ type: 'line', owner: furniture, x1, y1, x2, y2, weight, ink })
  for (const at of cuts(width, mm(grid.pitch))) line(x + at, y, x + at, y + height)
  for (const at of cuts(height, mm(grid.pitch))) line(x, y + at, x + width, y + at)
}

/** No sliver of a square is narrower, pt. */
const leastSquare = 3

/** Where lines `step` apart cut a length, the same rest at both ends. */
function cuts(length: number, step: number): number[] {
  const squares = Math.floor(length / step + 1e-6)
  const rest = (length - squares * step) / 2
  if (squares < 1) return []
  if (rest < 1e-6) return Array.from({ length: squares - 1 }, (_, i) => (i + 1) * step)
  const [count, start] = rest < leastSquare ? [squares - 1, rest + step / 2] : [squares, rest]
  return Array.from({ length: count + 1 }, (_, i) => start + i * step)
}
