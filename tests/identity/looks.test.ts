import { expect, test } from 'vitest'
import { looksBetween, optionsOnPaper } from '../../src/identity/looks.js'

test('what was printed in several ways is held against each, and each way is told once', () => {
  const now = { ruling: '10 mm', paper: 'a4' }
  expect(looksBetween([{ ruling: '8 mm' }, { ruling: '8 mm', paper: 'a4' }, { ruling: '7.1 mm' }], now)).toEqual([
    { option: 'ruling', before: '8 mm', now: '10 mm' },
    { option: 'ruling', before: '7.1 mm', now: '10 mm' },
  ])
})

test('a record of prints has what is seen on paper alone', () => {
  expect(optionsOnPaper({ paper: 'a4', scheme: 'dark', products: 'deck', roster: 'aa' })).toEqual({ paper: 'a4' })
})
