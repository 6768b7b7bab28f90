import { expect, test } from 'vitest'
import { dumpPages, dumpWorkbookPlan } from '../../src/workbook/dump.js'
import { fakeMetrics } from '../fake-metrics.js'
import { expectGolden } from '../golden.js'
import { makeWorkbook, realSheet } from './make.js'

test('the real sheet, as plan and as pages', () => {
  const { plan, pages, messages } = makeWorkbook(realSheet(), { metrics: fakeMetrics })
  expect(messages).toEqual([])
  expectGolden('cases/week-17/workbook-plan.txt', dumpWorkbookPlan(plan))
  expectGolden('cases/week-17/pages.txt', dumpPages(pages))
})
