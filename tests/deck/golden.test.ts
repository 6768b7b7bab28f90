import { expect, test } from 'vitest'
import { dumpDeckPlan, dumpSlides } from '../../src/deck/dump.js'
import { expectGolden } from '../golden.js'
import { makeDeck, realWeek } from './make.js'

test('the real sheet, as plan and as slides', () => {
  const { sheet, citations, pageOf } = realWeek()
  const { plan, slides, log } = makeDeck(sheet, { citations, pageOf })
  expect(log.messages).toEqual([])
  expectGolden('cases/week-17/deck-plan.txt', dumpDeckPlan(plan))
  expectGolden('cases/week-17/slides.txt', dumpSlides(slides))
})
