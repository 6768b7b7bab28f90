/** The room that a line takes: its leading, and more where a formula reaches out of it, so that nothing stands on anything. */
import type { TextLine } from '../../text/lines/lines.js'
import type { Strip } from './strips.js'

/** A baseline stands so far down its line, as a fraction of the leading. */
export const baselineShare = 0.76

/** Height of a line and where its baseline stands from its top, pt. */
export interface LineRoom {
  height: number
  baseline: number
}

/** Between a formula that opens its line and what stands over or under it, pt. */
const air = 2

/** The height of a line and its baseline at this leading, pt: more than the leading only where a formula reaches beyond it. */
export function roomOf({ reach }: Pick<TextLine, 'reach'>, leading: number): LineRoom {
  const [over, under] = [leading * baselineShare, leading * (1 - baselineShare)]
  if (!reach) return { height: leading, baseline: over }
  const opened = (room: number, needed: number): number => (needed > room ? needed + air : room)
  const baseline = opened(over, reach.over)
  return { height: baseline + opened(under, reach.under), baseline }
}

/** Where what stands beside a strip of prose has its baseline, from the top of the strip. */
export const baselineOf = ({ baseline }: Pick<Strip, 'baseline'>, leading: number): number =>
  baseline ?? leading * baselineShare

/** Of lines that stand side by side on one baseline, as in the cells of a row. */
export function commonRoom(lines: readonly Pick<TextLine, 'reach'>[], leading: number): LineRoom {
  const rooms = lines.map((line) => roomOf(line, leading))
  const baseline = Math.max(leading * baselineShare, ...rooms.map((room) => room.baseline))
  const under = rooms.map((room) => room.height - room.baseline)
  return { height: baseline + Math.max(leading * (1 - baselineShare), ...under), baseline }
}
