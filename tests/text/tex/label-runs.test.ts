import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/text/rich.js'
import { labelRuns } from '../../../src/text/tex/label-runs.js'

const formulasIn = (label: string, ...formulas: string[]) =>
  labelRuns(label, formulas)
    .map(({ text, math }) => (math ? `$${text}$` : text))
    .join('')

describe('labels with formulas', () => {
  test.each([
    ['X^2 of a set', ['x^2'], '$x^2$ of a set'],
    ['Alpha of \\alpha-decay', ['\\alpha'], 'Alpha of $\\alpha$-decay'],
    ['R as t', ['t', 'R'], '$R$ as $t$'],
    ['The matrix of x', ['x'], 'The matrix of $x$'],
    ['A_1 + b', ['a_1', 'a_1 + b'], '$a_1 + b$'],
    ['X and x', ['x', 'X'], '$X$ and $x$'],
    ['R rises', ['R'], '$R$ rises'],
    ['Nothing', [], 'Nothing'],
  ])('%s', (label, formulas, words) => {
    expect(formulasIn(label, ...formulas)).toBe(words)
  })

  test('lose and gain nothing but capitals', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abxAX ^_\\'), maxLength: 12 })
    fc.assert(
      fc.property(letters, fc.array(letters.filter((each) => each !== '')), (label, formulas) => {
        expect(plainText(labelRuns(label, formulas)).toLowerCase()).toBe(label.toLowerCase())
      }),
    )
  })
})
