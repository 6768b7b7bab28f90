/** The stamp in the foot changes when a sheet says or asks something else, and only then. */
import { describe, expect, test } from 'vitest'
import { Log } from '../../../src/diagnostics.js'
import { parseSheet } from '../../../src/sheet/parse.js'
import type { Template } from '../../../src/template/model.js'
import { classicTemplate } from '../../template.js'
import { textOf } from '../look.js'
import { makeWorkbook } from '../make.js'

const sheet = `---
course: Operations
---
# Week 17 — Daily Recall

Use these cold.

## Monday — Opening failure

1. Why is a notebook win not a production win? See a.md §1.
2. Which four things must be versioned?

   Answer: four.

## Tuesday

1. Draw the lifecycle.
`

/** Stamps of the days of a sheet. */
const stamps = (text: string, template: Template = classicTemplate()): string[] =>
  makeWorkbook(text, { template }).plan.days.map(({ revision }) => revision)
const [monday, tuesday] = stamps(sheet)

describe('the stamp changes with', () => {
  test.each<[string, string, string]>([
    ['a word', 'a production win', 'the production win'],
    ['emphasis', 'notebook win', '*notebook* win'],
    ['the topic', 'Opening failure', 'Opening'],
    ['what is said before the days', 'Use these cold.', 'Use these warm.'],
    ['the title', 'Daily Recall', 'Recall'],
    ['the course', 'Operations', 'Operations II'],
    ['lines', 'production win?', 'production win? {lines=9}'],
    ['minutes', 'production win?', 'production win? {minutes=9}'],
    ['points', 'production win?', 'production win? {points=2}'],
    ['the kind', 'production win?', 'production win? {kind=draw}'],
    ['a break', 'versioned?', 'versioned? {break=before}'],
    ['sides', 'Opening failure', 'Opening failure {sides=2}'],
    ['a question more', '## Tuesday', '3. And?\n\n## Tuesday'],
  ])('%s', (_, from, to) => {
    expect(sheet).toContain(from)
    expect(stamps(sheet.replace(from, to))[0]).not.toBe(monday)
  })

  test('the order of the questions', () => {
    const one = (...words: string[]) =>
      `# Week 1\n\n## Monday\n\n${words.map((each, i) => `${i + 1}. ${each}`).join('\n')}\n`
    expect(stamps(one('Why?', 'How?'))).not.toEqual(stamps(one('How?', 'Why?')))
  })

  test('the space and the minutes that the template gives', () => {
    const roomy = classicTemplate(({ workbook }) => void workbook.space.explain.min++)
    const slow = classicTemplate(({ minutes }) => void minutes.explain++)
    for (const template of [roomy, slow]) {
      const [first, second] = stamps(sheet, template)
      expect(first).not.toBe(monday)
      expect(second).toBe(tuesday)
    }
  })
})

describe('the stamp stays with', () => {
  test.each<[string, (text: string) => string]>([
    ['lines added above', (text) => text.replace('# Week', '\n\n<!-- a note -->\n\n# Week')],
    ['other line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['another day', (text) => text.replace('Draw the lifecycle', 'Draw it')],
    ['another source, which the key prints', (text) => text.replace('a.md §1', 'b.md §2')],
    ['another answer, which the key prints', (text) => text.replace('Answer: four.', 'Answer: five.')],
    ['a name that nobody sees', (text) => text.replace('production win?', 'production win? {#win}')],
    ['spaces at the ends of lines', (text) => text.replace('win? See', 'win?  See')],
  ])('%s', (_, change) => {
    const changed = change(sheet)
    expect(changed).not.toBe(sheet)
    expect(stamps(changed)[0]).toBe(monday)
  })

  test('another paper, ruling or type: the same questions on other paper', () => {
    const other = classicTemplate(({ workbook }) => {
      workbook.paper = 'letter'
      workbook.ruling.pitch = 7
      workbook.type.prompt = 11
    })
    expect(stamps(sheet, other)).toEqual([monday, tuesday])
  })

  test('another folder, another choice of days, another edition', () => {
    const elsewhere = parseSheet(sheet, 'some/where/else.md', new Log())
    expect(makeWorkbook(elsewhere).plan.days.map(({ revision }) => revision)).toEqual([monday, tuesday])
    for (const parts of [['days'], ['days', 'summary', 'key']] as const) {
      const { plan, pages } = makeWorkbook(sheet, { parts, days: ['monday'] })
      expect(plan.days.map(({ revision }) => revision)).toEqual([monday])
      expect(pages.pages[0]?.items.map(textOf).join('|')).toContain(`rev ${monday}`)
    }
  })
})

describe.each(['flip', 'fold'] as const)('where the key stands on the sheet (%s), the stamp', (key) => {
  const carrying = classicTemplate(({ workbook }) => {
    workbook.key = key
  })
  const [first, second] = stamps(sheet, carrying)

  test.each<[string, string, string]>([
    ['an answer', 'Answer: four.', 'Answer: five.'],
    ['a citation', 'a.md §1', 'b.md §2'],
  ])('changes with %s, of its day alone', (_, from, to) => {
    expect(sheet).toContain(from)
    const [monday, tuesday] = stamps(sheet.replace(from, to), carrying)
    expect(monday).not.toBe(first)
    expect(tuesday).toBe(second)
  })

  test('is the same in every edition, and another than without the key', () => {
    expect(first).not.toBe(monday)
    for (const parts of [['days'], ['days', 'dayKey'], ['days', 'summary', 'key']] as const) {
      const { plan } = makeWorkbook(sheet, { parts, days: ['monday'], template: carrying })
      expect(plan.days.map(({ revision }) => revision)).toEqual([first])
      expect(plan.days[0]?.carries).toEqual({ key, front: monday })
    }
  })

  test('stays with lines added above, and with the numbers of pages', () => {
    const above = sheet.replace('# Week', '\n\n<!-- a note -->\n\n# Week')
    expect(stamps(above, carrying)).toEqual([first, second])
    expect(stamps(sheet.replace('Opening failure', 'Opening failure {sides=3}'), carrying)[1]).toBe(second)
  })
})

test('the stamp is the same on every machine', () => {
  expect([monday, tuesday]).toEqual(['930391', 'a08562'])
})
