/** Questions with sub-parts on the page. */
import { describe, expect, test } from 'vitest'
import { dumpWorkbookPlan } from '../../src/workbook/dump.js'
import { elementsOf, frameOf, textOf, wordsInOrder } from './look.js'
import { type MadeWorkbook, makeWorkbook } from './make.js'
import { expectSound } from './sound.js'

const week = (...questions: string[]) => `# Week 17\n\n## Monday\n\n${questions.join('\n')}\n`
const parts = (...items: string[]) =>
  items.map((item, i) => `   ${'abcdefghijklmnopqrstuvwxyz'[i]}) ${item}\n`).join('')

/** Labels of the pages on which things of an element stand. */
function pagesOf(made: MadeWorkbook, id: string): string[] {
  const elements = elementsOf(made.pages.structure)
  const within = (owner: string) => owner === id || elements.get(owner)?.parents.some((parent) => parent.id === id)
  return made.pages.pages
    .filter((page) => page.items.some(({ owner }) => 'element' in owner && within(owner.element)))
    .map(({ label }) => label)
}

/** The items of the list of parts, and what a reader hears of each. */
function listed(made: MadeWorkbook) {
  const items = [...elementsOf(made.pages.structure).values()].filter(
    ({ element, parents }) =>
      element.type === 'LI' && parents.at(-2)?.type === 'Sect' && parents.some((p) => p.title === 'Monday'),
  )
  return items.map(({ element }) => ({ id: element.id, words: wordsInOrder(made.pages, element) }))
}

describe('a question with parts', () => {
  const made = makeWorkbook(
    week(
      `1. Consider the outage.\n${parts('What failed first?', 'Draw the timeline.', 'Which three checks were missing?', 'Shadow versus canary: when?')}`,
    ),
  )
  const [page] = made.pages.pages

  test('is sound, and has one marks row', () => {
    expectSound(made)
    expect(page?.items.filter((item) => textOf(item).startsWith('How sure?'))).toHaveLength(1)
  })

  test('sets each part with its letter before it and its own kind of space below', () => {
    expect(listed(made).map(({ words }) => words.trim().slice(0, 12))).toEqual([
      'a) What fail',
      'b) Draw the ',
      'c) Which thr',
      'd) Shadow ve',
    ])
    const dots = page?.items.filter(({ type }) => type === 'dots')
    expect(dots).toHaveLength(1)
    const texts = page?.items.map(textOf).map((text) => text.trim())
    expect(texts).toEqual(expect.arrayContaining(['1', '2', '3', 'Shadow', 'Canary']))
  })

  test('indents spaces to the words of the parts', () => {
    const prompt = page?.items.find((item) => textOf(item).startsWith('What failed'))
    const rules = page?.items.filter((item) => item.type === 'line' && item.y1 > frameOf(prompt!).bottom) ?? []
    expect(frameOf(rules[0]!).left).toBeCloseTo(frameOf(prompt!).left)
  })

  test('takes the minutes of all of them', () => {
    expect(made.plan.days[0]?.minutes).toBe(3 + 4 + 2 + 4)
  })

  test('is dumped part by part', () => {
    expect(dumpWorkbookPlan(made.plan)).toContain('    b) Draw the timeline.\n       draw, ')
  })
})

test('spare rules are shared among the parts', () => {
  const made = makeWorkbook(week(`1. Think.\n${parts('What?', 'Why?')}`))
  const spoken = [...elementsOf(made.pages.structure).values()].flatMap(({ element }) => element.actualText ?? [])
  expect(spoken).toEqual([13, 12].map((rules) => `Answer space, ${rules} lines`))
})

test('what the author asks of one part is its alone', () => {
  const made = makeWorkbook(week(`1. Think. {lines=3}\n${parts('What?', 'Why? {lines=7}', 'How?')}`))
  const spoken = [...elementsOf(made.pages.structure).values()].flatMap(({ element }) => element.actualText ?? [])
  expect(spoken).toEqual([3, 7, 3].map((rules) => `Answer space, ${rules} lines`))
})

describe('twelve parts', () => {
  const made = makeWorkbook(
    week(
      `1. Think.\n${parts(...Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? 'Draw it.' : 'Why is it so?')))}`,
      '2. Why?',
    ),
  )

  test('flow over sides, none parted from its space', () => {
    expectSound(made)
    expect(made.codes).toContain('question-takes-sides')
    const each = listed(made).map(({ id }) => pagesOf(made, id))
    expect(each).toHaveLength(12)
    expect(each.every((pages) => pages.length === 1)).toBe(true)
    expect(new Set(each.flat()).size).toBeGreaterThan(1)
  })
})

test('without a stem the first part stands beside the number', () => {
  const made = makeWorkbook(week('1. a) What?\n   b) Why?'))
  expectSound(made)
  const items = made.pages.pages[0]?.items ?? []
  const [number, letter] = ['1', 'a)'].map((words) => items.find((item) => textOf(item).trim() === words))
  expect(frameOf(number!).bottom).toBe(frameOf(letter!).bottom)
})
