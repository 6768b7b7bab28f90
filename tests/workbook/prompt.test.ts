/** The prompt of a question, with points and minutes beside its first words. */
import { expect, test } from 'vitest'
import type { Item } from '../../src/workbook/pages-model.js'
import { frameOf, textOf } from './look.js'
import { makeWorkbook, sheetText } from './make.js'
import { expectSound } from './sound.js'

const table = `\n\n   | a | b | c |\n   |---|---|---|\n   | first | ${'many words '.repeat(9)} | ${'more words '.repeat(9)} |\n   | second | | |\n`
const asked = [
  `Fill it in.${table}`,
  `Why is it so, and what follows from it when nothing else is known?${table} {points=2}`,
  'How? {points=2}',
  'Look.\n   a) What is first, and what comes behind it when all is done? {lines=1}\n   b) What is last?',
]
const on = (paper: string) => {
  const made = makeWorkbook(sheetText({ Monday: asked }), { paper, parts: ['days'] })
  expectSound(made)
  return made.pages.pages
}
const itemsOf = (paper: string): Item[] => on(paper).flatMap(({ items }) => items)
const placesOf = (items: readonly Item[], words: string) =>
  items.filter((item) => textOf(item).trim() === words).map(frameOf)

test.each(['a4', 'a5'])('what is shown below its words takes the whole measure on %s', (paper) => {
  const tables = on(paper).flatMap(({ items }) => {
    const measure = Math.max(...items.map((item) => frameOf(item).right))
    return placesOf(items, 'second').map(({ bottom }) => {
      const under = items.map(frameOf).filter(({ top }) => top > bottom && top < bottom + 12)
      return { measure, row: Math.max(...under.map(({ right }) => right)) }
    })
  })
  expect(tables).toHaveLength(2)
  for (const { measure, row } of tables) expect(row).toBeCloseTo(measure, 0)
})

test('points stand before the minutes, and over them on a narrow measure', () => {
  expect(placesOf(itemsOf('a4'), '2 points · 3 min')).toHaveLength(2)
  const narrow = on('a5')
  expect(narrow.flatMap(({ items }) => placesOf(items, '2 points · 3 min'))).toEqual([])
  const pairs = narrow.flatMap(({ items }) =>
    placesOf(items, '2 points').map((points) => ({
      points,
      under: placesOf(items, '3 min').find(({ top }) => top > points.top),
    })),
  )
  expect(pairs).toHaveLength(2)
  for (const { points, under } of pairs) {
    expect(under!.top - points.top).toBeLessThan(12)
    expect(under!.right).toBeCloseTo(points.right, 3)
  }
})
