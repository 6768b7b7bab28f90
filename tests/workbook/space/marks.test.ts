/** The marks row: words once on a page, then only what is to be marked, in the same places. */
import { expect, test } from 'vitest'
import type { Item } from '../../../src/workbook/pages-model.js'
import { elementsOf, frameOf, textOf } from '../look.js'
import { makeWorkbook, sheetText } from '../make.js'

const week = sheetText({ Monday: ['Why?', 'How? {lines=30}', 'When?'] })

const signs = (items: readonly Item[]) => items.filter((item) => item.type === 'sign')
const said = (items: readonly Item[], words: string): number =>
  items.filter((item) => textOf(item).trim() === words).length

test.each(['a4', 'a5'] as const)('has its words once on each side of %s', (paper) => {
  const { pages } = makeWorkbook(week, { paper })
  const sides = pages.pages.filter(({ kind }) => kind === 'day')
  expect(sides.length).toBeGreaterThan(1)
  for (const { items } of sides)
    for (const words of ['How sure?', 'guess', 'sure', 'right', 'not yet', 'again on'])
      expect(said(items, words)).toBe(signs(items).length > 0 ? 1 : 0)
  expect(sides.flatMap(({ items }) => signs(items))).toHaveLength(9)
})

test('has signs, boxes and rules of all questions in the same places', () => {
  const [page] = makeWorkbook(sheetText({ Monday: ['Why?', 'Explain.\n   a) How?\n   b) When?', 'Draw it.'] })).pages
    .pages
  const places = signs(page?.items ?? []).map(({ sign, x }) => `${sign} ${x.toFixed(2)}`)
  expect(new Set(places).size).toBe(3)
  expect(places).toHaveLength(9)
})

test('stand closer where that saves a row, and no closer elsewhere', () => {
  const rowsOn = (paper: string) => {
    const [page] = makeWorkbook(sheetText({ Monday: ['Why?'] }), { paper }).pages.pages
    const at = (words: string) => page!.items.find((item) => textOf(item).trim() === words)
    const words = ['How sure?', 'right', 'again on'].map((each) => frameOf(at(each)!))
    const [guess, fairly] = ['guess', 'fairly'].map((each) => frameOf(at(each)!))
    return { rows: new Set(words.map(({ top }) => top)).size, gap: fairly!.left - guess!.right }
  }
  const [wide, narrower] = [rowsOn('a4'), rowsOn('183x250mm')]
  expect([wide.rows, narrower.rows]).toEqual([1, 1])
  expect(narrower.gap).toBeCloseTo(wide.gap - 2, 3)
})

test('says its words to those who cannot look at the row above', () => {
  const { structure } = makeWorkbook(sheetText({ Monday: ['Why?', 'How?'] })).pages
  const spoken = [...elementsOf(structure).values()].flatMap(({ element }) => element.actualText ?? [])
  const rows = spoken.filter((words) => words.startsWith('How sure?'))
  expect(rows).toEqual(['How sure? guess, fairly, sure. right, partly, not yet. again on'])
})
