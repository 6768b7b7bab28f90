/** What an author says of sides of paper and of points, on the page. */
import { describe, expect, test } from 'vitest'
import { textOf } from './look.js'
import { type MadeWorkbook, makeWorkbook, realSheet } from './make.js'
import { expectSound } from './sound.js'

const sheet = (heading: string, questions: readonly string[]): string =>
  `# Week 1 — Recall\n\n## ${heading}\n\n${questions.map((question, i) => `${i + 1}. ${question}`).join('\n')}\n`

/** Numbers of the questions on each side. */
const sidesOf = ({ pages }: MadeWorkbook): string[] =>
  pages.pages
    .filter(({ kind }) => kind === 'day')
    .map((page) => page.questions.map((id) => id.replace(/.*q/, '')).join(' '))

const pageTexts = ({ pages }: MadeWorkbook, index: number): string[] =>
  pages.pages[index]?.items.map((item) => textOf(item).trim()).filter((text) => text !== '') ?? []

describe('sides of paper', () => {
  test.each([
    ['are one without a word', 'Monday', ['One?', 'Two?', 'Three?'], ['1 2 3'], []],
    ['begin where one is asked for', 'Monday', ['One?', 'Two? {break=before}', 'Three?'], ['1', '2 3'], []],
    ['hold one question alone', 'Monday', ['One?', 'Two? {break=around}', 'Three?'], ['1', '2', '3'], []],
    ['hold each question of a day alone', 'Monday {break=before}', ['One?', 'Two?', 'Three?'], ['1', '2', '3'], []],
    ['are as many as a day asks for', 'Monday {sides=2}', ['One?', 'Two?', 'Three?', 'Four?'], ['1 2', '3 4'], []],
    [
      'hold together what is to be kept',
      'Monday',
      ['One? {lines=14}', 'Two? {lines=8 keep=next}', 'Three? {lines=12}'],
      ['1', '2 3'],
      ['day-takes-sides'],
    ],
    [
      'part what does not fit together, with a message',
      'Monday {sides=2}',
      ['One? {lines=20 keep=next}', 'Two? {lines=20}'],
      ['1', '2'],
      ['question-kept-apart'],
    ],
    [
      'are reported when there are more than asked for',
      'Monday {sides=2}',
      ['One? {lines=25}', 'Two? {lines=25}', 'Three? {lines=25}'],
      ['1', '2', '3'],
      ['day-takes-sides'],
    ],
  ])('%s', (_, heading, questions, sides, codes) => {
    const made = makeWorkbook(sheet(heading, questions))
    expectSound(made)
    expect([sidesOf(made), made.codes]).toEqual([sides, codes])
  })

  test('a drawing gives up its share of the page to be kept with the next question', () => {
    const made = makeWorkbook(sheet('Monday', ['Draw it. {keep=next}', 'Why? {lines=14}', 'Which two? {lines=2}']))
    expect(sidesOf(made)[0]).toMatch(/^1 2/)
    expect(made.codes).not.toContain('question-kept-apart')
  })
})

describe('points', () => {
  const made = makeWorkbook(sheet('Monday', ['One? {points=2.5}', 'Two? {points=0.5}', 'Three?']))

  test('stand beside the minutes, and one that is not said is one', () => {
    const beside = pageTexts(made, 0).filter((text) => text.endsWith('· 3 min'))
    expect(beside).toEqual(['2½ points · 3 min', '½ point · 3 min', '1 point · 3 min'])
  })

  test('are summed in the score of the day and of the week', () => {
    expect(pageTexts(made, 0)).toContain('/ 4')
    expect(pageTexts(made, 1)).toContain('/ 4')
    const half = makeWorkbook(sheet('Monday', ['One? {points=2.5}']))
    expect([pageTexts(half, 0), pageTexts(half, 1)].map((texts) => texts.includes('/ 2½'))).toEqual([true, true])
  })

  test('leave no mark on a sheet without them', () => {
    const real = makeWorkbook(realSheet())
    const texts = real.pages.pages.flatMap((_, i) => pageTexts(real, i))
    expect(texts.filter((text) => /point/.test(text) && /min$/.test(text))).toEqual([])
    expect(texts).toContain('/ 3')
  })

  test('change the revision of their day', () => {
    const revision = (points: string) => makeWorkbook(sheet('Monday', [`One? ${points}`])).plan.days[0]?.revision
    expect(new Set(['', '{points=1}', '{points=2}', '{break=before}'].map(revision)).size).toBe(3)
  })
})
