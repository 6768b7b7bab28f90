/** Any sheet makes a sound workbook. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editionNames, editionOf } from '../../src/workbook/editions.js'
import { fakeMetrics } from '../fake-metrics.js'
import { makeWorkbook } from './make.js'
import { paper, sheet } from './random-sheets.js'
import { expectSound } from './sound.js'

describe('any sheet', () => {
  test('keeps its words, its margins and its order', () => {
    fc.assert(
      fc.property(sheet, paper, (text, size) => expectSound(makeWorkbook(text, { paper: size, metrics: fakeMetrics }))),
      { numRuns: 60 },
    )
  })

  test('does so with real fonts', () => {
    fc.assert(
      fc.property(sheet, paper, (text, size) => expectSound(makeWorkbook(text, { paper: size }))),
      { numRuns: 20 },
    )
  })

  test.each(editionNames)('is sound in its edition %s', (edition) => {
    const { parts } = editionOf(edition, 'week', 'back')
    fc.assert(
      fc.property(sheet, paper, (text, size) =>
        expectSound(makeWorkbook(text, { paper: size, metrics: fakeMetrics, parts })),
      ),
      { numRuns: 20 },
    )
  })

  test('gives the same pages each time', () => {
    fc.assert(
      fc.property(sheet, (text) => {
        expect(makeWorkbook(text, { metrics: fakeMetrics }).pages).toEqual(
          makeWorkbook(text, { metrics: fakeMetrics }).pages,
        )
      }),
      { numRuns: 5 },
    )
  })
})
