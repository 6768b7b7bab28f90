/** Which questions share a side, and how many rules each one gets. Numbers only: no fonts, no drawing. */

/** A question as pagination sees it; heights in pt. */
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

/** Room on the first side of a day and on further ones, and the least gap between two questions; pt. */
export interface Room {
  first: number
  rest: number
  gap: number
}

/**
 * Parts questions into sides: as few as their minimum heights allow, and among those the most even ones (least squares of
 * the room left, as PreTeXt's worksheets do). An item higher than a side has one of its own, from which it flows on.
 */
export function partition(questions: readonly Measured[], room: Room): number[][] {
  const heights = questions.map((question) => question.height(question.min))
  interface Best {
    sides: number
    squares: number
    from: number
  }
  const best: Best[] = [{ sides: 0, squares: 0, from: 0 }]
  for (let end = 1; end <= heights.length; end++) {
    let found: Best | null = null
    let used = -room.gap
    for (let from = end - 1; from >= 0; from--) {
      used += (heights[from] ?? 0) + room.gap
      const left = (from === 0 ? room.first : room.rest) - used
      if (left < 0 && from < end - 1) break
      const before = best[from] as Best
      const sides = before.sides + 1
      const squares = before.squares + left * left
      if (!found || sides < found.sides || (sides === found.sides && squares < found.squares))
        found = { sides, squares, from }
    }
    best.push(found as Best)
  }
  const sides: number[][] = []
  for (let end = heights.length; end > 0; ) {
    const from = best[end]?.from ?? 0
    sides.unshift(Array.from({ length: end - from }, (_, i) => from + i))
    end = from
  }
  return sides
}

/**
 * Grants rules to the questions of one side: everyone's minimum, then up to the natural number, then spare rules by weight up to
 * the maximum; always whole steps. The next step goes to whoever has least for its weight.
 */
export function grantRules(questions: readonly Measured[], room: number, gap: number): number[] {
  const granted = questions.map((question) => question.min)
  const heightOf = (i: number) => (questions[i] as Measured).height(granted[i] ?? 0)
  let left = room - gap * (questions.length - 1) - granted.reduce((sum, _, i) => sum + heightOf(i), 0)
  const raise = (
    limitOf: (question: Measured) => number,
    needOf: (question: Measured, rules: number) => number,
  ): void => {
    for (;;) {
      const ranked = questions
        .map((question, i) => ({ question, i, rules: granted[i] ?? 0 }))
        .filter(({ question, rules }) => rules + question.step <= limitOf(question))
        .map((one) => ({
          ...one,
          cost: one.question.height(one.rules + one.question.step) - one.question.height(one.rules),
        }))
        .filter(({ cost }) => cost <= left + 0.001)
        .sort((a, b) => needOf(a.question, a.rules) - needOf(b.question, b.rules) || a.i - b.i)
      const next = ranked[0]
      if (!next) return
      granted[next.i] = next.rules + next.question.step
      left -= next.cost
    }
  }
  raise(
    (question) => question.natural,
    (question, rules) => rules / question.natural,
  )
  raise(
    (question) => (question.weight > 0 ? question.max : question.natural),
    (question, rules) => (rules - question.natural) / question.weight,
  )
  return granted
}
