/** What is left of a side under the questions of a day is offered for what else comes to mind. */
import { describe, expect, test } from 'vitest'
import { mm } from '../../../src/template/paper.js'
import { classicTemplate } from '../../template.js'
import { frameOf, questionSections, textOf } from '../look.js'
import { type MadeWorkbook, makeWorkbook, sheetText } from '../make.js'
import { expectSound } from '../sound.js'

const words = (made: MadeWorkbook) => made.template.workbook.words.rest
const isOffered = (made: MadeWorkbook): boolean =>
  made.pages.pages.some((page) => page.items.some((item) => textOf(item).trim() === words(made)))
const day = (...questions: string[]) => sheetText({ Monday: questions })
const why = 'Why does a door open?'

describe('a day of one question', () => {
  const made = makeWorkbook(day(why))
  const page = made.pages.pages[0]!
  const end = page.height - mm(made.template.workbook.margins.bottom) - 20

  test('keeps the ceiling of its kind, and is offered the rest down to the foot', () => {
    expectSound(made)
    expect(isOffered(made)).toBe(true)
    const lowest = Math.max(
      ...page.items
        .filter(({ owner, type }) => type === 'line' && 'artifact' in owner && owner.artifact === 'Layout')
        .map((item) => frameOf(item).bottom),
    )
    expect(end - lowest).toBeGreaterThanOrEqual(-0.001)
    expect(end - lowest).toBeLessThan(mm(made.template.workbook.ruling.pitch))
  })

  test('has the offer behind its question in the structure, and not as a question', () => {
    expect(questionSections(made.pages)).toHaveLength(1)
    const last = made.pages.structure.children[0]!.children.at(-1)!
    expect(last.type).toBe('Div')
    expect(last.children.at(-1)?.actualText).toMatch(/^Answer space, \d+ lines$/)
  })
})

test.each([
  ['a spoken answer', 'Say it without notes.'],
  ['a choice', 'True or false: a door is a wall.'],
])('%s alone leaves room for it', (_, question) => {
  const made = makeWorkbook(day(question))
  expectSound(made)
  expect(isOffered(made)).toBe(true)
})

test.each([
  ['a full page', day(why, 'How does it close?')],
  ['a drawing, which fills its page alone', day('Draw a door.')],
  ['a day whose author counted all lines', day(`${why} {lines=3}`, 'Read it aloud. {lines=0}')],
  ['a day whose author counted none away', day(`${why} {lines=0}`)],
])('%s has no offer', (_, text) => {
  const made = makeWorkbook(text)
  expectSound(made)
  expect(isOffered(made)).toBe(false)
})

test('a day on several sides has it on the last one only', () => {
  const made = makeWorkbook(`# Week 1\n\n## Monday {sides=2}\n\n1. ${why}\n2. How does it close?\n`)
  expectSound(made)
  const offered = made.pages.pages.filter((page) => page.items.some((item) => textOf(item).trim() === words(made)))
  expect(offered.map(({ label }) => label)).toEqual(['2'])
})

test('a template says from how many rules on, or never', () => {
  const offered = (restFrom: number) =>
    isOffered(
      makeWorkbook(day(why), { template: classicTemplate(({ workbook }) => Object.assign(workbook, { restFrom })) }),
    )
  expect(offered(0)).toBe(false)
  expect(offered(3)).toBe(true)
  expect(offered(40)).toBe(false)
})

test('it is no part of what a sheet says: the stamp stays', () => {
  const stamp = (restFrom: number) =>
    makeWorkbook(day(why), { template: classicTemplate(({ workbook }) => Object.assign(workbook, { restFrom })) }).plan
      .days[0]!.revision
  expect(stamp(0)).toBe(stamp(6))
})
