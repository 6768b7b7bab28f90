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
  // The week is what paper is sorted by, and the course is said once.
  ['Biology', 'a4', 'Biology Year 10 – Week 12: Cells', 'BIOLOGY YEAR 10 · WEEK 12: CELLS'],
  ['Bio', 'a5', 'Bio 10 – Week 12: Cells and transport', 'BIO 10 · WEEK 12'],
  ['Biology', 'a5', 'Biology Year 10 – Week 12: Cells and transport', 'WEEK 12'],
  ['Biology', 'a4', 'Biology: Week 12', 'BIOLOGY: WEEK 12'],
  ['Biology', 'a4', 'Biologists – Week 12', 'BIOLOGY · BIOLOGISTS · WEEK 12'],
  ['Rivers', 'a5', 'Coasts and their many kinds of sand — Week 12', 'RIVERS · WEEK 12'],
])(
  'leaves out the end of the title, then what stands behind the week, then the course: %s on %s',
  (course, paper, named, words) => {
    expect(eyebrow(course, paper, named)).toBe(words)
  },
)

test('is cut where one part alone is too long', () => {
  expect(eyebrow('', 'a5', `Week 17 of ${'many '.repeat(20)} words`)).toMatch(/^WEEK 17 OF MANY.*…$/)
})
