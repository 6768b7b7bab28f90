/** Rules to write on: one for each row of the pitch, whole or dotted. */
import { furniture, ownedBy } from './canvas.js'
import type { Desk } from './frame.js'
import type { Element, Owner } from './pages-model.js'
import type { Strip } from './strips.js'

/** Rules that a space may have. */
export type Rules = 'ruled' | 'dotted'

/** Between the frame of a cell and its words or rules. */
export const cellPadding = 5

/** Dots of a dotted rule stand so far apart that a copier keeps white between them, pt. */
const dotGap = 2.3

/** The rule that is written on in the row whose top is `y`. */
export function putRule(owner: Owner, x1: number, x2: number, y: number, rules: Rules, desk: Desk): void {
  const { canvas, pitch, style } = desk
  const at = y + pitch
  const { size, ink } = style.dots
  if (rules === 'ruled') canvas.rule(owner, x1, x2, at, style.ruling.weight, style.ruling.ink)
  else canvas.put({ type: 'line', owner, x1, y1: at, x2, y2: at, weight: size, ink, dash: [size, dotGap] })
}

/** A row: its rule stands at its foot, so that there is room to write over the first one. */
export function ruleStrip(owner: () => Owner, indent: number, rules: Rules, desk: Desk): Strip {
  return {
    height: desk.pitch,
    draw: (y, { text, right }) => putRule(owner(), text + indent, right, y, rules, desk),
  }
}

/** Rules inside a cell, none on its frame. The first belongs to the cell, whose words it stands for. */
export function putCellRules(
  cell: Element,
  { x, y, width }: { x: number; y: number; width: number },
  count: number,
  rules: Rules,
  desk: Desk,
): void {
  for (let i = 0; i < Math.max(1, count - 1); i++)
    putRule(
      i === 0 ? ownedBy(cell) : furniture,
      x + cellPadding,
      x + width - cellPadding,
      y + i * desk.pitch,
      rules,
      desk,
    )
}
