import { expect, test } from 'vitest'
import { keepIn, Recent } from '../../src/text/recent.js'

test('what was asked for last is kept, as far as it fits', () => {
  const recent = new Recent<number>(6)
  ;['aa', 'bb', 'cc'].forEach((text, i) => recent.keep(text, i))
  expect(recent.get('aa')).toBe(0)
  recent.keep('dd', 3)
  // "bb" was asked for longest ago.
  expect(['aa', 'bb', 'cc', 'dd'].map((text) => recent.get(text))).toEqual([0, undefined, 2, 3])
  recent.keep('dd', 4)
  expect(['aa', 'cc', 'dd'].map((text) => recent.get(text))).toEqual([0, 2, 4])
  recent.keep('longest', 5)
  expect(['aa', 'cc', 'dd', 'longest'].map((text) => recent.get(text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a map that is full begins anew', () => {
  const kept = new Map<string, number>()
  for (const [i, text] of ['a', 'b', 'c'].entries()) keepIn(kept, text, i, 2)
  expect([...kept]).toEqual([['c', 2]])
})
