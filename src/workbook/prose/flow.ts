/** Strips that go on from side to side. */
import { bondAt, type Column, drawStrips, heightOf, type Strip } from './strips.js'

/** Heights of the sides that strips flow over, pt: where content begins on a further side, and where it ends on all. */
export interface Sides {
  fresh: number
  bottom: number
}

/** A strip on its way: whether a side is turned before it, and what is said again there. */
interface Placed {
  strip: Strip
  turn: boolean
}

/**
 * Strip by strip, a side is turned where the next one does not fit. What is to stay together does, unless it is higher than a side;
 * air is left out at the top of a further side.
 */
function placed(strips: readonly Strip[], top: number, { fresh, bottom }: Sides): Placed[] {
  const out: Placed[] = []
  let y = top
  let turn = false
  for (let from = 0; from < strips.length; ) {
    const bond = bondAt(strips, from)
    from += bond.length
    const whole = heightOf(bond) <= bottom - fresh - (bond[0]?.again?.height ?? 0) + slack
    bond.forEach((strip, i) => {
      const needed = whole && i === 0 ? heightOf(bond) : strip.height
      if (y > fresh && y + needed > bottom + slack) {
        turn = true
        y = fresh + (strip.again?.height ?? 0)
      }
      if (strip.air && y === fresh) return
      out.push({ strip, turn })
      turn = false
      y += strip.height
    })
  }
  return out
}

/** For the sake of rounding. */
const slack = 0.001

/** How many sides strips take of which the first stands at `top`, pt, of its side. */
export function sidesOfFlow(strips: readonly Strip[], top: number, sides: Sides): number {
  return 1 + placed(strips, top, sides).filter(({ turn }) => turn).length
}

/** Draws strips from `top` on; `turn` begins a side and says where its content begins. Returns where they end. */
export function flow(
  strips: readonly Strip[],
  top: number,
  sides: Sides,
  turn: () => number,
  column: () => Column,
): number {
  let y = top
  for (const { strip, turn: turns } of placed(strips, top, sides)) {
    if (turns) {
      y = turn()
      if (strip.again) y = drawStrips([strip.again], y, column())
    }
    strip.draw(y, column())
    y += strip.height
  }
  return y
}
