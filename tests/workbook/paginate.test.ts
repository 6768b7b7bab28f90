import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, grantRules, keptApart, type Measured, partition } from '../../src/workbook/paginate.js'

/** A space of `base` pt and `pitch` pt a rule. */
const space = (rest: Partial<Measured> & { base?: number; pitch?: number } = {}): Measured => {
  const { base = 40, pitch = 20, ...bounds } = rest
  return { min: 1, natural: 2, max: 6, weight: 1, step: 1, height: (rules) => base + rules * pitch, ...bounds }
}

const bounds = fc
  .record({
    base: fc.integer({ min: 10, max: 150 }),
    pitch: fc.constant(20),
    step: fc.integer({ min: 1, max: 4 }),
    low: fc.integer({ min: 1, max: 3 }),
    more: fc.integer({ min: 0, max: 3 }),
    most: fc.integer({ min: 0, max: 5 }),
    weight: fc.constantFrom(0, 0.5, 1, 2, 4),
  })
  .map(({ base, pitch, step, low, more, most, weight }) => {
    const [min, natural, max] = [low * step, (low + more) * step, (low + more + most) * step]
    return space({ base, pitch, step, min, natural, max, weight })
  })

/** A question of `height` pt. */
const block = (height: number): Block => ({ height })

describe('partition', () => {
  const room = { first: 100, rest: 120, gap: 10 }

  test('puts on one side what fits on one', () => {
    expect(partition([block(45), block(45)], room)).toEqual([[0, 1]])
    expect(partition([], room)).toEqual([])
  })

  test('counts the gaps', () => {
    expect(partition([block(45), block(46)], room)).toEqual([[0], [1]])
  })

  test('shares evenly, not first come first served', () => {
    const five = Array.from({ length: 5 }, () => block(30))
    expect(partition(five, { first: 150, rest: 150, gap: 0 })).toEqual([[0, 1, 2, 3, 4]])
    const six = Array.from({ length: 6 }, () => block(30))
    expect(partition(six, { first: 150, rest: 150, gap: 0 })).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ])
  })

  test('gives what is higher than a side one of its own', () => {
    expect(partition([block(20), block(500), block(20)], room)).toEqual([[0], [1], [2]])
  })

  const breaking = (height: number): Block => ({ ...block(height), breakBefore: true })
  const keeping = (height: number): Block => ({ ...block(height), keepWithNext: true })

  test('begins a side where one is asked for', () => {
    expect(partition([block(20), breaking(20), block(20)], room)).toEqual([[0], [1, 2]])
    expect(partition([breaking(20), breaking(20)], room)).toEqual([[0], [1]])
  })

  test('keeps together what is to be kept, though another way were more even', () => {
    const loose = [block(40), block(40), block(40), block(40)]
    expect(partition(loose, { first: 100, rest: 100, gap: 0 })).toEqual([
      [0, 1],
      [2, 3],
    ])
    const kept = loose.with(1, keeping(40))
    expect(partition(kept, { first: 100, rest: 100, gap: 0 })).toEqual([[0], [1, 2], [3]])
    expect(keptApart(kept, [[0], [1, 2], [3]])).toEqual([])
  })

  test('parts what does not fit together, and tells which', () => {
    const three = [keeping(60), keeping(60), block(60)]
    const sides = partition(three, { first: 130, rest: 130, gap: 0 })
    expect([sides, keptApart(three, sides)]).toEqual([[[0, 1], [2]], [1]])
    const asked = [keeping(20), breaking(20)]
    expect([partition(asked, room), keptApart(asked, [[0], [1]])]).toEqual([[[0], [1]], []])
  })

  test('takes as many sides as are asked for, evenly, and no more than there are questions', () => {
    const six = Array.from({ length: 6 }, () => block(10))
    expect(partition(six, { first: 100, rest: 100, gap: 0 }, 3)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
    expect(partition(six.slice(0, 2), room, 3)).toEqual([[0], [1]])
    expect(partition([keeping(10), block(10)], room, 2)).toEqual([[0, 1]])
    expect(
      partition(
        Array.from({ length: 6 }, () => block(90)),
        room,
        3,
      ),
    ).toHaveLength(6)
  })

  const rooms = fc
    .tuple(fc.integer({ min: 80, max: 200 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 15 }))
    .map(([first, more, gap]) => ({ first, rest: first + more, gap }))

  const asked = fc.array(fc.record({ height: fc.integer({ min: 10, max: 140 }), breaks: tenth(), keeps: tenth() }), {
    maxLength: 8,
  })

  test('any questions: every one once, in order; breaks are kept; no way parts less, has the sides asked for, fewer sides, or is more even', () => {
    fc.assert(
      fc.property(asked, rooms, fc.integer({ min: 1, max: 4 }), (each, space, least) => {
        const questions = each.map(({ height, breaks, keeps }) => ({
          ...block(height),
          breakBefore: breaks,
          keepWithNext: keeps,
        }))
        const left = (side: readonly number[], first: boolean): number =>
          (first ? space.first : space.rest) -
          side.reduce((sum, i) => sum + (each[i]?.height ?? 0), 0) -
          space.gap * (side.length - 1)
        const possible = (sides: readonly number[][]): boolean =>
          sides.every((side, i) => side.length === 1 || left(side, i === 0) >= 0) &&
          sides.every((side) => side.slice(1).every((i) => !each[i]?.breaks))
        const costs = (sides: readonly number[][]): number[] => [
          keptApart(questions, sides).length,
          Math.max(0, least - sides.length),
          sides.length,
          sides.reduce((sum, side, i) => sum + left(side, i === 0) ** 2, 0),
        ]
        const found = partition(questions, space, least)
        expect(found.flat()).toEqual(each.map((_, i) => i))
        expect(possible(found)).toBe(true)
        const best = waysToPart(each.length)
          .filter(possible)
          .map(costs)
          .sort((a, b) => a.map((one, i) => one - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0)[0]
        expect(costs(found)).toEqual(best)
      }),
    )
  })
})

/** True in one case of ten. */
function tenth(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 9 }).map((n) => n === 0)
}

/** All ways to part 0 … n-1 into stretches. */
function waysToPart(n: number): number[][][] {
  if (n === 0) return [[]]
  return Array.from({ length: n }, (_, i) => n - 1 - i).flatMap((from) =>
    waysToPart(from).map((ways) => [...ways, Array.from({ length: n - from }, (_, i) => from + i)]),
  )
}

describe('grantRules', () => {
  test('gives the minimum where there is no more room', () => {
    expect(grantRules([space({ min: 3 }), space({ min: 2 })], 0)).toEqual([3, 2])
  })

  test('comes to the natural number for all before anyone gets more', () => {
    const spaces = [space({ natural: 3, weight: 9 }), space({ natural: 3, weight: 1 })]
    const used = 2 * (40 + 3 * 20)
    expect(grantRules(spaces, used)).toEqual([3, 3])
  })

  test('shares the rest by weight', () => {
    const spaces = [space({ weight: 1, max: 50 }), space({ weight: 3, max: 50 })]
    const [one = 0, three = 0] = grantRules(spaces, 2 * 40 + 24 * 20)
    expect(one + three).toBe(24)
    expect(three - 2).toBeCloseTo(3 * (one - 2), -1)
  })

  test('keeps to whole steps and to the maximum', () => {
    expect(grantRules([space({ min: 4, natural: 4, max: 8, step: 4 })], 40 + 7 * 20)).toEqual([4])
    expect(grantRules([space({ max: 5 })], 10_000)).toEqual([5])
  })

  test('gives the author exactly what was asked for', () => {
    const exact = space({ min: 7, natural: 7, max: 7, weight: 0 })
    expect(grantRules([exact, space()], 10_000)).toEqual([7, 6])
  })

  test('leaves what has no weight at its natural number', () => {
    expect(grantRules([space({ natural: 2, max: 2, weight: 0 })], 10_000)).toEqual([2])
  })

  test('any spaces: between min and max, in steps, within the room, and no room left that someone could take', () => {
    fc.assert(
      fc.property(
        fc.array(bounds, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 2500 }),
        (spaces, room) => {
          const granted = grantRules(spaces, room)
          const total = (rules: readonly number[]) =>
            spaces.reduce((sum, each, i) => sum + each.height(rules[i] ?? 0), 0)
          const least = total(spaces.map(({ min }) => min))
          granted.forEach((rules, i) => {
            const { min, max, natural, step, weight } = spaces[i]!
            expect(rules).toBeGreaterThanOrEqual(min)
            expect(rules).toBeLessThanOrEqual(weight > 0 ? max : natural)
            expect(rules % step).toBe(0)
          })
          expect(total(granted)).toBeLessThanOrEqual(Math.max(room, least) + 0.01)
          const left = room - total(granted)
          spaces.forEach((each, i) => {
            const rules = granted[i]!
            if (rules + each.step > (each.weight > 0 ? each.max : each.natural)) return
            expect(each.height(rules + each.step) - each.height(rules)).toBeGreaterThan(left)
          })
        },
      ),
    )
  })
})
