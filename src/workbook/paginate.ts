/** Which questions share a side, and how many rules each one gets. Numbers only: no fonts, no drawing. */

/** An answer space as pagination sees it: the rules it may have, and its height in pt. */
export interface Measured {
  min: number
  natural: number
  max: number
  /** Share of spare rules. */
  weight: number
  /** Rules come in multiples of this. */
  step: number
  height(rules: number): number
}

/** A question as it is put on a side. */
export interface Block {
  /** Its least height, pt. */
  height: number
  /** It begins a new side. */
  breakBefore?: boolean | undefined
  /** The question after it stands on the same side. */
  keepWithNext?: boolean | undefined
}

/** Room on the first side of a day and on further ones, and the least gap between two questions; pt. */
export interface Room {
  first: number
  rest: number
  gap: number
}

/** What a way of parting questions costs; compared from the first number to the last. */
type Cost = readonly [keptApart: number, sidesMissing: number, sides: number, squares: number]

/** The cheapest way to part the questions up to some point: its cost, where its last side begins, and the way up to there. */
interface Way {
  cost: Cost
  from: number
  before: Way | null
}

/**
 * Parts questions into sides: as few as their least heights allow but not fewer than `least`, and among those ways the most even one
 * (least squares of the room left, as PreTeXt's worksheets do). A side begins where one is asked for. Questions that are to be kept
 * together are, unless they do not fit on one side or a side begins between them. An item higher than a side has one of its own,
 * from which it flows on.
 */
export function partition(questions: readonly Block[], room: Room, least = 1): number[][] {
  // ways[end][n]: the questions before `end` on n sides, or on n and more for the last n.
  const ways: (Way | undefined)[][] = [[{ cost: [0, least, 0, 0], from: 0, before: null }]]
  for (let end = 1; end <= questions.length; end++) {
    const keptApart = end < questions.length && questions[end - 1]?.keepWithNext ? 1 : 0
    const found: (Way | undefined)[] = []
    let used = -room.gap
    for (let from = end - 1; from >= 0; from--) {
      used += (questions[from]?.height ?? 0) + room.gap
      const left = (from === 0 ? room.first : room.rest) - used
      if (left < 0 && from < end - 1) break
      ways[from]?.forEach((before, n) => {
        if (!before) return
        const now = Math.min(n + 1, least)
        const [apart, , sides, squares] = before.cost
        const cost: Cost = [apart + keptApart, least - now, sides + 1, squares + left * left]
        const best = found[now]
        if (!best || isLess(cost, best.cost)) found[now] = { cost, from, before }
      })
      if (questions[from]?.breakBefore) break
    }
    ways.push(found)
  }
  const all = (ways.at(-1) ?? []).filter((way) => way !== undefined)
  return sidesOf(
    all.reduce((best, way) => (isLess(way.cost, best.cost) ? way : best)),
    questions.length,
  )
}

function isLess(a: Cost, b: Cost): boolean {
  const i = a.findIndex((each, at) => each !== b[at])
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0)
}

/** The questions of each side of a way that ends before `end`. */
function sidesOf(last: Way, end: number): number[][] {
  const sides: number[][] = []
  let until = end
  for (let way = last; way.before; way = way.before) {
    const { from } = way
    sides.unshift(Array.from({ length: until - from }, (_, i) => from + i))
    until = from
  }
  return sides
}

/** Questions that were to be kept with the next one and stand on another side, by index, though no break is asked for between them. */
export function keptApart(questions: readonly Block[], sides: readonly (readonly number[])[]): number[] {
  return sides
    .slice(0, -1)
    .map((side) => side.at(-1) ?? 0)
    .filter((last) => questions[last]?.keepWithNext && !questions[last + 1]?.breakBefore)
}

/**
 * Grants rules to the answer spaces of one side, which share `room` pt: everyone's minimum, then up to the natural number, then spare rules by
 * weight up to the maximum; always whole steps. The next step goes to whoever has least for its weight. A question with parts has several spaces.
 */
export function grantRules(spaces: readonly Measured[], room: number): number[] {
  const granted = spaces.map((space) => space.min)
  let left = room - spaces.reduce((sum, space) => sum + space.height(space.min), 0)
  raiseRules(spaces, granted, ({ height, step }, rules) => {
    const cost = height(rules + step) - height(rules)
    if (cost > left + 0.001) return false
    left -= cost
    return true
  })
  return granted
}

/**
 * Raises `granted` step by step, first to the natural numbers, then by weight, each time where least is for its weight, as long as `take` lets it.
 * A space that was refused once is not asked again in that round: what is left only shrinks.
 */
export function raiseRules(
  spaces: readonly Measured[],
  granted: number[],
  take: (space: Measured, rules: number, index: number) => boolean,
): void {
  const round = (limitOf: (space: Measured) => number, needOf: (space: Measured, rules: number) => number): void => {
    const open = new Set(spaces.keys())
    for (;;) {
      let next: { i: number; space: Measured; rules: number; need: number } | null = null
      for (const i of open) {
        const space = spaces[i] as Measured
        const rules = granted[i] ?? 0
        const need = needOf(space, rules)
        if (rules + space.step > limitOf(space)) open.delete(i)
        else if (!next || need < next.need) next = { i, space, rules, need }
      }
      if (!next) return
      if (take(next.space, next.rules, next.i)) granted[next.i] = next.rules + next.space.step
      else open.delete(next.i)
    }
  }
  round(
    (space) => space.natural,
    (space, rules) => rules / space.natural,
  )
  round(
    (space) => (space.weight > 0 ? space.max : space.natural),
    (space, rules) => (rules - space.natural) / space.weight,
  )
}
