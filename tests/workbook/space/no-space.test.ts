/** Questions that get nothing to write on, and further pages that say what goes on. */
import { expect, test } from 'vitest'
import { textOf } from '../look.js'
import { makeWorkbook, sheetText } from '../make.js'

const spaceOf = (question: string) => {
  const { plan } = makeWorkbook(sheetText({ Monday: [question] }))
  return plan.days[0]?.questions[0]?.space
}

test('an author may want no answer lines', () => {
  expect(spaceOf('Read it aloud to your neighbour. {lines=0}')).toEqual({
    kind: 'none',
    rules: { min: 0, natural: 0, max: 0, weight: 0, step: 1, by: 'author' },
  })
})

test('a choice without lines keeps its boxes', () => {
  expect(spaceOf('True or false: recall beats re-reading. {lines=0}')).toMatchObject({
    kind: 'choose',
    rules: { max: 0 },
  })
})

test('a table with cells to fill in is written in itself; a full one, or one with a lone empty cell, is not', () => {
  const table = (cells: string) => `Fill in the table.\n\n   | a | b |\n   |---|---|\n   ${cells}`
  expect(spaceOf(table('| 1 | |\n   | 2 | |'))).toMatchObject({ kind: 'none', rules: { by: 'template' } })
  expect(spaceOf(table('| 1 | 3 |\n   | 2 | |'))).toMatchObject({ kind: 'explain' })
  expect(spaceOf(`${table('| 1 | |\n   | 2 | |')}\n\n   {lines=3}`)).toMatchObject({ rules: { max: 3, by: 'author' } })
})

test.each([
  ['The ____ makes ____ for the cell.', 'none'],
  ['A plant cell has a cell ______', 'none'],
  ['Fill in: photosynthesis happens in the ____ (one word).', 'none'],
  ['Water boils at ____. Show how you know.', 'explain'],
  ['Which organelle makes energy? ____', 'explain'],
  ['What stands for ____ in the cell, and why?', 'explain'],
  ['Why does a cell need energy?', 'explain'],
])('a sentence with blanks is written in itself, one that asks for more is not: %s', (question, kind) => {
  expect(spaceOf(question)).toMatchObject({ kind, rules: { by: 'template' } })
  expect(spaceOf(`${question} {lines=2}`)).toMatchObject({ kind: 'explain', rules: { max: 2, by: 'author' } })
})

test('every side of a day has room for the name, and further pages say what goes on', () => {
  const many = Array.from({ length: 14 }, (_, i) => `Why is the ${i}th thing so? See a.md §${i}.`)
  const { pages } = makeWorkbook(sheetText({ Monday: many }))
  const days = pages.pages.filter((page) => page.kind === 'day')
  expect(days.length).toBeGreaterThan(1)
  for (const page of days) expect(page.items.map((item) => textOf(item).trim())).toContain('Name')
  expect(days[1]?.items.map(textOf)).toContain('Monday, continued')
})

test.each(['a4', 'a5', '100x180mm'])('on %s a further side names at least its day', (paper) => {
  const many = Array.from({ length: 14 }, (_, i) => `Why is the ${i}th thing so? See a.md §${i}.`)
  const made = makeWorkbook(sheetText({ 'Wednesday — Why some walls hold and others fall': many }), { paper })
  const [, ...further] = made.pages.pages.filter((page) => page.kind === 'day')
  expect(further.length).toBeGreaterThan(0)
  for (const page of further) expect(page.items.map(textOf).join('|')).toMatch(/Wednesday.*, continued/)
})

test('a key that takes several pages names itself on each', () => {
  const many = Array.from({ length: 120 }, (_, i) => `Why is the ${i}th thing so? See a.md §${i}.`)
  const { pages } = makeWorkbook(sheetText({ Monday: many }), { parts: ['days', 'key'] })
  const key = pages.pages.filter((page) => page.kind === 'key').map((page) => page.items.map(textOf).join('|'))
  expect(key.length).toBeGreaterThan(2)
  for (const words of key.slice(1)) expect(words).toMatch(/, continued|From section to question/)
})
