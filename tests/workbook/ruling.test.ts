/** Every ruling: rows as high as it says, guide lines inside their rows, nothing out of its place. */
import { describe, expect, test } from 'vitest'
import { mm } from '../../src/template/paper.js'
import { type Guide, rows, rulings } from '../../src/template/ruling.js'
import type { LineItem } from '../../src/workbook/pages-model.js'
import { classicTemplate } from '../template.js'
import { frameOf } from './look.js'
import { type MadeWorkbook, makeWorkbook, sheetText } from './make.js'
import { expectSound } from './sound.js'

const names = Object.keys(rulings) as (keyof typeof rulings)[]
const ruled = (name: keyof typeof rulings) =>
  classicTemplate(({ workbook }) => {
    Object.assign(workbook.ruling, rulings[name])
  })
const made = (name: keyof typeof rulings, question: string): MadeWorkbook =>
  makeWorkbook(sheetText({ Monday: [question] }), { template: ruled(name) })

/** Level lines between the prompt and the marks row, as wide as answers. */
function linesOf({ pages }: MadeWorkbook): LineItem[] {
  const { items } = pages.pages[0]!
  const bottom = frameOf(items.find(({ type }) => type === 'sign')!).top
  const minutes = items.findLast((item) => item.type === 'text' && item.pieces.some(({ text }) => text === '3 min'))!
  const top = frameOf(minutes).bottom
  return items.filter((item) => item.type === 'line').filter(({ y1, y2 }) => y1 === y2 && y1 > top && y1 < bottom)
}

describe.each(names)('%s', (name) => {
  const { pitch, guides } = rulings[name]
  const row = rows[guides] as { base: number; guides: readonly Guide[] }

  test('has a row of its height for each line, with its guides', () => {
    const page = made(name, 'Why does a door open? {lines=4}')
    expectSound(page)
    const lines = linesOf(page)
    const { weight } = page.template.workbook.ruling
    const bases = lines.filter((line) => (guides === 'none' ? true : line.weight > weight))
    expect(bases).toHaveLength(4)
    bases.slice(1).forEach(({ y1 }, i) => {
      expect(y1 - bases[i]!.y1).toBeCloseTo(mm(pitch), 6)
    })
    expect(lines).toHaveLength(4 * (1 + row.guides.length))
    const tops = bases.map(({ y1 }) => y1 - row.base * mm(pitch))
    for (const guide of lines.filter((line) => !bases.includes(line)))
      expect(
        tops.some((top) =>
          row.guides.some(
            ({ at, dashed = false }) =>
              Math.abs(top + at * mm(pitch) - guide.y1) < 0.001 && dashed === (guide.dash !== undefined),
          ),
        ),
      ).toBe(true)
  })

  test('is kept by a copier', () => {
    for (const line of linesOf(made(name, 'Why does a door open? {lines=4}'))) {
      expect(line.ink).toBeGreaterThanOrEqual(0.42)
      expect(line.weight).toBeGreaterThanOrEqual(0.25)
    }
  })

  test.each([
    'Which four parts has a door?',
    'A hinge versus a pivot: what does each carry?',
    'When does a lock help, and when is it a hazard?',
    'True or false: a door is a wall.',
    'Say it without notes.',
    'Draw a door.',
  ])('%s', (question) => {
    expectSound(made(name, question))
  })
})

test('numbers of a list stand on the rule that is written on', () => {
  const { pages, template } = made('primary', 'Which four parts has a door? {lines=4}')
  const { items } = pages.pages[0]!
  const number = items.find((item) => item.type === 'text' && item.pieces[0]?.text.trim() === '2')!
  const heavy = items.filter(
    (item) => item.type === 'line' && item.weight > template.workbook.ruling.weight * 2,
  ) as LineItem[]
  expect(heavy.map(({ y1 }) => Math.round(y1 - frameOf(number).bottom))).toContain(2)
})

test('a drawing is as high on a wide ruling as on a close one, unless its author counts the lines', () => {
  const heightOf = (name: keyof typeof rulings, question: string) =>
    made(name, question).plan.days[0]!.questions.length &&
    Math.max(
      ...made(name, question).pages.pages[0]!.items.flatMap((item) => (item.type === 'box' ? [item.height] : [])),
    )
  const two = (name: keyof typeof rulings, braces = '') => heightOf(name, `Draw a door.${braces}`)
  expect(Math.abs(two('primary') - two('narrow'))).toBeLessThanOrEqual(mm(rulings.primary.pitch))
  expect(two('primary', ' {lines=10}')).toBeCloseTo(10 * mm(rulings.primary.pitch), 6)
})
