import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Alike, isAlike } from '../../src/text/alike.js'

test('what was made of the same data is had again, by its name', () => {
  const alike = new Alike<string>(9, new Set(['place']))
  alike.keep('q1', { says: ['Why?'], place: 1 }, 'first')
  expect(alike.get('q1', { says: ['Why?'], place: 7 })).toBe('first')
  expect(alike.get('q1', { says: ['How?'], place: 1 })).toBeUndefined()
  expect(alike.get('q2', { says: ['Why?'], place: 1 })).toBeUndefined()
})

test('of one name the last eight are kept, the same data once', () => {
  const alike = new Alike<number>(9)
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 9]) alike.keep('q1', [n], n)
  expect([1, 2, 9].map((n) => alike.get('q1', [n]))).toEqual([undefined, 2, 9])
})

test('names that were asked for longest ago go first', () => {
  const alike = new Alike<number>(3)
  for (const [i, name] of ['a', 'b', 'c'].entries()) alike.keep(name, null, i)
  alike.get('a', null)
  alike.keep('c', 'otherwise', 3)
  alike.keep('d', null, 4)
  expect(['a', 'b', 'c', 'd'].map((name) => alike.get(name, null))).toEqual([undefined, undefined, 2, 4])
})

test('data is alike when JSON has the same words for it, in whatever order its fields come', () => {
  const data = fc.jsonValue({ maxDepth: 3 })
  const sorted = (value: unknown): unknown =>
    JSON.stringify(value, (_, each) =>
      each !== null && typeof each === 'object' && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    )
  // JSON has no word for -0.
  const plain = data.map((value) => JSON.parse(JSON.stringify(value)))
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      expect(isAlike(one, other)).toBe(sorted(one) === sorted(other))
      expect(isAlike(one, structuredClone(one))).toBe(true)
    }),
  )
})

test.each([
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [[], {}, false],
  [[1], [1, 2], false],
  [null, {}, false],
  ['1', 1, false],
])('%j and %j are alike: %j', (one, other, are) => {
  expect(isAlike(one, other)).toBe(are)
  expect(isAlike(other, one)).toBe(are)
})
