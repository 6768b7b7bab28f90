/** Each kind of question on paper, as the product promises it, from the words of the prompt alone. */
import { describe, expect, test } from 'vitest'
import { dumpWorkbookPlan } from '../../src/workbook/dump.js'
import type { Element } from '../../src/workbook/pages-model.js'
import { frameOf, questionSections, textOf, wordsInOrder } from './look.js'
import { type MadeWorkbook, makeWorkbook, sheetText } from './make.js'
import { expectSound } from './sound.js'

const made = (...questions: string[]): MadeWorkbook => makeWorkbook(sheetText({ Monday: questions }))
const all = (root: Element, type: Element['type']): Element[] => [
  ...(root.type === type ? [root] : []),
  ...root.children.flatMap((child) => all(child, type)),
]

test.each([
  ['vLLM vs TGI vs Triton — when would you choose each?', ['vLLM', 'TGI', 'Triton'], 'when to choose'],
  [
    'Static, dynamic, and continuous batching — what does each optimise?',
    ['Static batching', 'Dynamic batching', 'Continuous batching'],
    'what it optimises',
  ],
  ['Champion versus challenger — why use that language?', ['Champion', 'Challenger'], 'why use that language'],
  [
    'Shadow versus canary versus blue-green — what does each catch?',
    ['Shadow', 'Canary', 'Blue-green'],
    'what it catches',
  ],
])('%s', (prompt, terms, aspect) => {
  for (const paper of ['a4', 'letter', 'a5']) {
    const book = makeWorkbook(sheetText({ Monday: [prompt] }), { paper: paper as 'a4' })
    expectSound(book)
    const { element, items } = questionSections(book.pages)[0]!
    const heads = all(element, 'TH')
    const said = (scope: 'Column' | 'Row') =>
      heads
        .filter((head) => head.scope === scope)
        .map((head) => wordsInOrder(book.pages, head).replace(/\s+/g, ' ').trim())
    expect(said('Column')).toEqual(terms)
    expect(said('Row')).toEqual([aspect])
    // Heads stand side by side over cells of one width.
    const lefts = heads
      .filter(({ scope }) => scope === 'Column')
      .map(({ id }) => {
        const own = items.filter((each) => each.element.id === id).map(({ item }) => frameOf(item))
        return [Math.min(...own.map(({ left }) => left)), Math.min(...own.map(({ top }) => top))] as const
      })
    const steps = lefts.slice(1).map(([left], i) => left - lefts[i]![0])
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6)
    expect(new Set(lefts.map(([, top]) => Math.round(top))).size).toBe(1)
  }
})

test('when … and when … has two boxes of one size, side by side, under their labels', () => {
  const book = made('When is automated retraining wise, and when reckless?')
  const boxes = book.pages.pages[0]!.items.filter((item) => item.type === 'box' && item.height > 40)
  expect(boxes).toHaveLength(2)
  const [left, right] = boxes.map(frameOf)
  expect(left!.bottom - left!.top).toBe(right!.bottom - right!.top)
  expect(left!.right - left!.left).toBeCloseTo(right!.right - right!.left, 6)
  expect(left!.right).toBeLessThan(right!.left)
  const labels = book.pages.pages[0]!.items.filter((item) =>
    ['When wise', 'When reckless'].includes(textOf(item).trim()),
  )
  expect(labels.map((item) => frameOf(item).left > left!.right)).toEqual([false, true])
})

test.each(['a4', 'letter', 'a5', 'legal'])('a drawing among other questions has a third of the page of %s', (paper) => {
  const book = makeWorkbook(sheetText({ Monday: ['Why does it open?', 'Draw the lifecycle from memory.'] }), {
    paper: paper as 'a4',
  })
  const page = book.pages.pages.find(({ items }) => items.some(({ type }) => type === 'dots'))!
  const frame = page.items.find((item) => item.type === 'box' && item.height > 40)
  expect(frame?.type === 'box' && frame.height).toBeGreaterThanOrEqual(page.height / 3)
})

test('what is said aloud has three keyword rules, then a box and a rule for whom it was said to', () => {
  const book = made('Explain the full factory analogy in two minutes.')
  const { element, items } = questionSections(book.pages)[0]!
  const text = wordsInOrder(book.pages, element)
  const { keywords, saidTo } = book.template.workbook.words
  expect(text.indexOf(keywords)).toBeLessThan(text.indexOf(saidTo))
  const at = (word: string) => frameOf(items.find(({ item }) => textOf(item).trim() === word)!.item)
  const rulesAt = (word: string) =>
    book.pages.pages[0]!.items.filter((item) => item.type === 'line' && Math.abs(item.y1 - at(word).bottom - 2) < 0.01)
  expect(rulesAt(keywords)).toHaveLength(3)
  expect(rulesAt(saidTo)).toHaveLength(1)
  expect(text).toContain('in 2 min')
})

test('every part of a question has a space of its own, by its own kind', () => {
  const book = made(
    'Consider the outage.\n   a) What failed first?\n   b) Draw the timeline.\n   c) Which two signals were missed?\n   d) Retry versus failover: what does each cost?',
  )
  expectSound(book)
  const { element } = questionSections(book.pages)[0]!
  const bodies = all(element, 'LBody').filter(({ children }) => children.length > 0)
  expect(bodies.map((body) => all(body, 'Table').length)).toEqual([0, 0, 0, 1])
  const spoken = (root: Element): string[] =>
    [root.actualText ?? '', ...root.children.flatMap(spoken)].filter((words) => words !== '')
  expect(bodies.map((body) => spoken(body).map((words) => words.replace(/\d+/, 'n')))).toEqual([
    ['Answer space, n lines'],
    ['Drawing space, n mm high'],
    ['Answer space, n lines', 'Answer space, n lines'],
    ['Answer space, n lines', 'Answer space, n lines'],
  ])
})

describe('why a space is as it is', () => {
  const dumped = (question: string) => dumpWorkbookPlan(made(question).plan)

  test('is kept in the plan: bounds, weight, and who set them', () => {
    expect(dumped('Why does it open?')).toContain('explain, 2–4–14 rules × 2 step 1 by template')
    expect(dumped('Why does it open? {lines=5}')).toContain('explain, 5–5–5 rules × 0 step 1 by author')
    expect(dumped('Why does it open? {space=grid}')).toContain(
      'explain, 2–4–14 rules × 2 step 1 by template, grid by author',
    )
    expect(dumped('Read it aloud. {lines=0}')).toContain('nothing to write on, by author')
  })

  test('spare rules go by weight, from natural to ceiling; lines that the author counted stay', () => {
    const rulesOf = (...questions: string[]) => {
      const book = made(...questions)
      return book.plan.days[0]!.questions.map(({ id }) => book.pages.granted[id]!.rules[0]!)
    }
    expect(rulesOf('Why does it open?', 'Why does it close? {lines=3}')).toEqual([14, 3])
    const [explain, list] = rulesOf('Why does it open?', 'Which four parts has it?', 'Why does it close?')
    expect(explain).toBeGreaterThan(4)
    expect(list! % 4).toBe(0)
  })
})
