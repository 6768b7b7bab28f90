/** Boxes to tick, and the rule behind "because". */
import { expect, test } from 'vitest'
import { frameOf, textOf } from '../look.js'
import { makeWorkbook } from '../make.js'
import { expectSound } from '../sound.js'

const week = (...questions: string[]) => `# Week 17\n\n## Monday\n\n${questions.join('\n\n')}\n`

test('every option has an empty box before it, and one rule follows', () => {
  const made = makeWorkbook(week('1. Which?\n   - [ ] GET\n   - [x] PUT'))
  expectSound(made)
  const items = made.pages.pages[0]?.items ?? []
  const marks = items.find((item) => textOf(item).startsWith('How sure?'))
  const boxes = items.filter((item) => item.type === 'box' && frameOf(item).bottom < frameOf(marks!).top - 10)
  const options = ['a) GET', 'b) PUT'].map((words) => items.find((item) => textOf(item).trim() === words))
  expect(boxes).toHaveLength(2)
  options.forEach((option, i) => {
    const [box, text] = [frameOf(boxes[i]!), frameOf(option!)]
    expect(box.right).toBeLessThan(text.left)
    expect(box.top).toBeLessThan(text.bottom)
    expect(box.bottom).toBeGreaterThan(text.top)
  })
  const because = items.find((item) => textOf(item).trim() === 'because')
  const rules = items.filter(
    (item) => item.type === 'line' && item.y1 > frameOf(options[1]!).bottom && item.y1 < frameOf(marks!).top,
  )
  expect(rules).toHaveLength(1)
  expect(frameOf(rules[0]!).left).toBeGreaterThan(frameOf(because!).right)
})

test('offered words stand behind boxes; lines come when the author asks for them', () => {
  const made = makeWorkbook(week('1. True or false: a is b. {lines=3}'))
  expectSound(made)
  const items = made.pages.pages[0]?.items ?? []
  const [yes, no, because, marks] = ['True', 'False', 'because', 'How sure?'].map((words) =>
    items.find((item) => textOf(item).trim() === words),
  )
  expect(frameOf(yes!).bottom).toBe(frameOf(no!).bottom)
  const rules = items.filter(
    (item) => item.type === 'line' && item.y1 >= frameOf(because!).bottom && item.y1 < frameOf(marks!).top,
  )
  expect(rules).toHaveLength(3)
})
