/** Labels in cells: heads of the columns and boxes that answers are written in. */

import { plainFaces } from '../../text/lines/lines.js'
import { labelRuns } from '../../text/tex/label-runs.js'
import { ownedBy } from '../canvas.js'
import { type Desk, setLines } from '../frame.js'
import type { Element } from '../pages-model.js'
import { baselineShare, roomOf } from '../prose/line-room.js'
import { hasStretches, putPart, stretchesOf } from '../prose/stretches.js'
import { cellPadding } from './rules.js'

/** A label whose lines are broken. `height` of its lines, pt; `put` draws it into an element of the cell with the corner x, y. */
export interface CellLabel {
  height: number
  put(element: Element, x: number, y: number): void
}

/** From line to line, and from the edge of the cell to the baseline of its first line, over the size of the label. */
const leadingShare = 4 / 3
const firstBaselineShare = 11 / 9
const faces = plainFaces('label', 'label-strong')

/** How a label is set. `formulas`: TeX of those that it may have. */
export interface CellLabelStyle {
  width: number
  strong: boolean
  formulas: readonly string[]
}

/** The label of a cell, broken into lines of its width: its height, and a function that draws it. */
export function cellLabel(text: string, { width, strong, formulas }: CellLabelStyle, desk: Desk): CellLabel {
  const runs = labelRuns(text, formulas).map((run) => (strong ? { ...run, strong: true as const } : run))
  const size = desk.style.type.label
  const leading = size * leadingShare
  const lines = setLines(runs, width - 2 * cellPadding, { size, faceOf: faces }, desk)
  const rooms = lines.map((line) => roomOf(line, leading))
  const put = (element: Element, left: number, top: number): void => {
    const partsOf = hasStretches(runs) ? stretchesOf(runs, () => element, desk) : null
    const x = left + cellPadding
    let y = top + size * firstBaselineShare - leading * baselineShare
    lines.forEach((line, i) => {
      const { height, baseline } = rooms[i] ?? roomOf(line, leading)
      if (partsOf) for (const part of partsOf(line)) putPart(part, { ink: 1, leading }, x, y + baseline, desk)
      else desk.canvas.line(ownedBy(element), line, 1, x, y + baseline)
      y += height
    })
  }
  return { height: rooms.reduce((sum, { height }) => sum + height, 0), put }
}
