/** The line over every head. */
import { expect, test } from 'vitest'
import { textOf } from '../look.js'
import { makeWorkbook, sheetText } from '../make.js'

const long = 'Machine Learning for Engineers, Second Part'
const title = 'Week 7 — Gradients, graphs and other hard things'

/** The first words on the first page. */
function eyebrow(course: string, paper: string, named = title): string {
  const text = sheetText({ Monday: ['Why?'] }, named)
  const { pages } = makeWorkbook(course === '' ? text : `---\ncourse: ${course}\n---\n${text}`, { paper }).pages
  return pages[0]!.items.map(textOf)[0]!.trim()
}

test.each([
  ['', 'a4', title, 'WEEK 7 · GRADIENTS, GRAPHS AND OTHER HARD THINGS'],
  ['', 'a5', title, 'WEEK 7'],
  [long, 'legal', title, 'MACHINE LEARNING FOR ENGINEERS, SECOND PART · WEEK 7'],
  ['Machines', 'a4', title, 'MACHINES · WEEK 7'],
  [long, 'a5', title, 'WEEK 7'],
  ['', 'a5', 'Gradients and graphs — Week 7', 'WEEK 7'],
])('leaves out the end of the title, then what is longest: %s on %s', (course, paper, named, words) => {
  expect(eyebrow(course, paper, named)).toBe(words)
})

test('is cut where one part alone is too long', () => {
  expect(eyebrow('', 'a5', `Week 17 of ${'many '.repeat(20)} words`)).toMatch(/^WEEK 17 OF MANY.*…$/)
})
