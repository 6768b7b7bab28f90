/** Formulas on the page, where nothing typesets them. */
import { describe, expect, test } from 'vitest'
import { elementsOf, textOf, wordsInOrder } from './look.js'
import { makeWorkbook } from './make.js'
import { expectSound } from './sound.js'

const text = `# Week 1

## Monday

1. Why is $a_1 + b$ not $x^2$ in a line so long that it must be broken somewhere near its very end $\\alpha + \\beta + \\gamma$?

   $$
   c_1
   + d
   $$
`
const formulas = (made: ReturnType<typeof makeWorkbook>) =>
  [...elementsOf(made.pages.structure).values()].flatMap(({ element }) => (element.type === 'Formula' ? [element] : []))

describe('formulas on the page', () => {
  const made = makeWorkbook(text)

  test('are sound, and elements of their own with their source', () => {
    expectSound(made)
    expect(formulas(made).map(({ alt }) => alt)).toEqual(['a_1 + b', 'x^2', '\\alpha + \\beta + \\gamma', 'c_1\n+ d'])
  })

  test('are read in their place', () => {
    expect(wordsInOrder(made.pages)).toContain('Why is a_1 + b not x^2 in a line')
  })

  test('are set in the face of code', () => {
    const items = made.pages.pages[0]!.items.filter((item) => item.type === 'text')
    for (const words of ['a_1 + b', 'c_1'])
      expect(items.find((item) => textOf(item).trim() === words)?.pieces.map(({ face }) => face)).toEqual(['mono'])
  })
})
