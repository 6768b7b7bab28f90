/** The week summary: scores, their sum, and when the days come again. */
import { expect, test } from 'vitest'
import { textOf } from '../look.js'
import { makeWorkbook, sheetText } from '../make.js'

const days = { Monday: ['Why? {points=1.5}', 'How?'], Tuesday: ['When?'] }

const summaryOf = (text: string) => makeWorkbook(text).pages.pages.find(({ kind }) => kind === 'summary')?.items ?? []
const words = (text: string): string[] =>
  summaryOf(text)
    .map((item) => textOf(item).trim())
    .filter((said) => said !== '')

test('adds up what the days are worth, in bold, where there are several', () => {
  const said = words(sheetText(days))
  expect(said.slice(said.indexOf('Tuesday')).slice(0, 4)).toEqual(['Tuesday', '/ 1', 'All days', '/ 3½'])
  const all = summaryOf(sheetText(days)).find((item) => textOf(item).trim() === 'All days')
  expect(all?.type === 'text' && all.pieces[0]?.face).toBe('label-strong')
  expect(words(sheetText({ Monday: ['Why?'] }))).not.toContain('All days')
})

test('has a box to tick before each date on which a day comes again, and none without dates', () => {
  const dated = summaryOf(`---\nstart: 2026-11-23\n---\n${sheetText(days)}`)
  const boxes = dated.flatMap((item, i) => (item.type === 'box' ? [textOf(dated[i + 1] ?? item).trim()] : []))
  expect(boxes).toEqual(['Nov 25', 'Nov 30', 'Dec 23', 'Nov 26', 'Dec 1', 'Dec 24'])
  expect(summaryOf(sheetText(days)).filter(({ type }) => type === 'box')).toEqual([])
})
