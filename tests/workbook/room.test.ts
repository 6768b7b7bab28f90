/** Room is used: by the block for spoken answers, by what flows on, by the summary, by the rules for dates. */
import { describe, expect, test } from 'vitest'
import { mm } from '../../src/template/paper.js'
import { frameOf, questionSections, textOf } from './look.js'
import { type MadeWorkbook, makeWorkbook, realSheet, sheetText } from './make.js'
import { expectSound } from './sound.js'

/** Where the column ends, above the foot. */
const endOf = ({ pages, template }: MadeWorkbook): number =>
  pages.pages[0]!.height - mm(template.workbook.margins.bottom) - 20

const textsOf = (made: MadeWorkbook, question: number) =>
  questionSections(made.pages)[question]!.items.map(({ item }) => ({ item, text: textOf(item).trim() }))

describe('a spoken answer on one rule', () => {
  const spoken = sheetText({ Monday: ['Say it without notes. {kind=say lines=1}'] })
  const { saidTo, keywords } = makeWorkbook(spoken).template.workbook.words

  test('has its keywords and its listener side by side', () => {
    const made = makeWorkbook(spoken)
    expectSound(made)
    const texts = textsOf(made, 0)
    const found = [keywords, saidTo].map((word) => texts.find(({ text }) => text === word)?.item)
    expect(found.map((item) => item?.type)).toEqual(['text', 'text'])
    const [first, second] = found.map((item) => frameOf(item!))
    expect(first!.bottom).toBe(second!.bottom)
    expect(first!.right).toBeLessThan(second!.left)
  })

  test('has its listener alone where the column is narrow', () => {
    const made = makeWorkbook(spoken, { paper: 'a5' })
    expectSound(made)
    const texts = textsOf(made, 0).map(({ text }) => text)
    expect(texts).toContain(saidTo)
    expect(texts).not.toContain(keywords)
  })
})

describe('a question that flows', () => {
  const long = Array.from({ length: 1500 }, (_, i) => `word${i}`).join(' ')
  const sidesTaken = (made: MadeWorkbook) => made.pages.pages.filter(({ kind }) => kind === 'day').length

  test('gets the rules that its last side has room for, and no side more', () => {
    const made = makeWorkbook(sheetText({ Monday: [`${long}?`] }))
    expectSound(made)
    const { min, max } = made.plan.days[0]!.questions[0]!.space.rules
    const fewest = makeWorkbook(sheetText({ Monday: [`${long}? {lines=${min}}`] }))
    expect(sidesTaken(made)).toBe(sidesTaken(fewest))
    const granted = Number(/Answer space, (\d+) lines/.exec(spaceWords(made))?.[1])
    expect(granted).toBeGreaterThan(min)
    const more = makeWorkbook(sheetText({ Monday: [`${long}? {lines=${granted + 1}}`] }))
    expect(granted === max || sidesTaken(more) > sidesTaken(made)).toBe(true)
  })
})

/** The words that stand for answer space. */
const spaceWords = ({ pages }: MadeWorkbook): string =>
  questionSections(pages)
    .flatMap(({ element }) => element.children)
    .map(({ actualText }) => actualText ?? '')
    .join('|')

test.each(['a4', 'letter', 'a5'] as const)('the summary is ruled down to the foot on %s', (paper) => {
  const made = makeWorkbook(realSheet(), { paper })
  const summary = made.pages.pages.filter(({ kind }) => kind === 'summary').at(-1)!
  const items = summary.items.filter(({ owner }) => !('artifact' in owner && owner.artifact === 'Pagination'))
  const left = endOf(made) - Math.max(...items.map((item) => frameOf(item).bottom))
  expect(left).toBeGreaterThan(4)
  expect(left).toBeLessThan(12)
})

test('a date fits on each of the three rules behind "again on"', () => {
  const made = makeWorkbook(realSheet())
  for (const page of made.pages.pages.filter(({ kind }) => kind === 'day')) {
    const signs = new Set(page.items.flatMap((item) => (item.type === 'sign' ? [item.y.toFixed(1)] : [])))
    const rules = page.items.filter((item) => item.type === 'line' && item.x2 - item.x1 > 20 && item.x2 - item.x1 < 30)
    const beside = rules.filter(
      (item) => item.type === 'line' && [...signs].some((y) => Math.abs(Number(y) - item.y1) < 8),
    )
    expect(beside).toHaveLength(3 * page.questions.length)
  }
})
