/** Rules to write on: one for each row of the pitch, whole or dotted. */
import { type Guide, rows } from '../../template/ruling.js'
import { furniture, ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element, Owner } from '../pages-model.js'
import type { Strip } from '../prose/strips.js'

/** Rules that a space may have. */
export type Rules = 'ruled' | 'dotted'

/** Between the frame of a cell and its words or rules. */
export const cellPadding = 5

/** Dots of a dotted rule stand so far apart that a copier keeps white between them, pt. */
const dotGap = 2.3

/** Guide lines of a row are dashed so, pt. */
const guideDash = [3, 2] as const

/** The rule of the row whose top is `y`, with its guide lines; dotted rules have none. */
export function putRule(owner: Owner, x1: number, x2: number, y: number, rules: Rules, desk: Desk): void {
  const { canvas, base, style } = desk
  if (rules === 'dotted') {
    const { size, ink } = style.dots
    canvas.put({ type: 'line', owner, x1, y1: y + base, x2, y2: y + base, weight: size, ink, dash: [size, dotGap] })
    return
  }
  const { weight, ink, guides } = style.ruling
  if (guides === 'none') canvas.rule(owner, x1, x2, y + base, weight, ink)
  else canvas.rule(owner, x1, x2, y + base, weight * baseWeight, Math.max(ink, style.quietInk))
  putGuides(x1, x2, y, desk)
}

/** Among guide lines the rule that is written on is so many times heavier: a copy shows weight, not ink. */
const baseWeight = 2.5

function putGuides(x1: number, x2: number, y: number, { canvas, pitch, style }: Desk): void {
  const { weight, ink, guides } = style.ruling
  for (const { at, dashed } of rows[guides].guides as readonly Guide[]) {
    const level = y + at * pitch
    canvas.put({
      type: 'line',
      owner: furniture,
      x1,
      y1: level,
      x2,
      y2: level,
      weight,
      ink,
      ...(dashed && { dash: guideDash }),
    })
  }
}

/** A row: its rule stands at its foot, or over room for descenders, so that there is room to write over the first one. */
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
  const [from, to] = [x + cellPadding, x + width - cellPadding]
  // The frame is the rule of the last row, where rules stand at the foot of theirs.
  const onFrame = desk.base === desk.pitch
  const own = Math.max(1, onFrame ? count - 1 : count)
  for (let i = 0; i < own; i++) putRule(i === 0 ? ownedBy(cell) : furniture, from, to, y + i * desk.pitch, rules, desk)
  if (onFrame && own < count && rules === 'ruled') putGuides(from, to, y + own * desk.pitch, desk)
}
