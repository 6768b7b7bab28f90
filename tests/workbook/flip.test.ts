/** `key: flip`, `starts: recto`, `duplex: false`: what stands on which side of which leaf. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedAs } from '../../src/template/chosen.js'
import type { PrintChoices } from '../../src/template/print.js'
import { editionOf } from '../../src/workbook/editions.js'
import { numbersOfParts, type Page, type Pages } from '../../src/workbook/pages-model.js'
import { fakeMetrics } from '../fake-metrics.js'
import { classicTemplate } from '../template.js'
import { textOf } from './look.js'
import { type MadeWorkbook, makeWorkbook, realSheet, realSources, sheetText } from './make.js'
import { expectSound } from './sound.js'

const printed = (choices: PrintChoices) =>
  classicTemplate((template) => {
    template.workbook = printedAs(template.workbook, choices)
  })

const make = (choices: PrintChoices, options: Parameters<typeof makeWorkbook>[1] = {}): MadeWorkbook =>
  makeWorkbook(realSheet(), { sources: realSources(), template: printed(choices), ...options })

/** "1 day right", a page each. */
const order = ({ pages }: Pages): string[] => pages.map(({ label, kind, side }) => `${label} ${kind} ${side}`)

const question = fc.constantFrom(
  'Why? See a.md §1.',
  'Draw it from memory.',
  'Which four? See a.md §2-§3.',
  'How? See b.md §1. {lines=30}',
)
const days = fc.array(
  fc.record({
    sides: fc.constantFrom('', ' {sides=2}', ' {sides=3}'),
    asked: fc.array(question, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 4 },
)
const textOfDays = (all: { sides: string; asked: string[] }[]) =>
  sheetText(Object.fromEntries(all.map(({ sides, asked }, i) => [`Day ${i + 1}${sides}`, asked])))

/** Pages of a day sheet and of its key. */
const pagesOf = (pages: readonly Page[], day: string) => ({
  sheet: pages.flatMap(({ day: id }, i) => (id === day ? [i] : [])),
  key: pages.flatMap(({ keyOf }, i) => (keyOf === day ? [i] : [])),
})

describe('key: flip', () => {
  test('has the key of each day on the back of its sheet, and the list from section to question at the end', () => {
    const made = make({ key: 'flip' })
    expectSound(made)
    const all = made.sheet.days.flatMap((_, i) => [`${2 * i + 1} day right`, `${2 * i + 2} key left`])
    expect(order(made.pages)).toEqual([...all, '13 summary right', '14 key left'])
  })

  test('has it behind the sheet for any sheet', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('a4', 'letter', 'a5', 'both'), (asked, paper) => {
        const template = printed({ key: 'flip' })
        const made = makeWorkbook(textOfDays(asked), { template, paper, metrics: fakeMetrics })
        expectSound(made)
        const { pages } = made.pages
        for (const { id, name } of made.plan.days) {
          const { sheet, key } = pagesOf(pages, id)
          expect(sheet[0]! % 2).toBe(0)
          expect(pages[sheet[0]!]!.side).toBe('right')
          expect(key[0]).toBe(sheet.at(-1)! + 1)
          const told = made.messages.filter(({ code, reason }) => code === 'key-not-behind' && reason.startsWith(name))
          expect(told.length).toBe(sheet.length % 2 === 0 ? 1 : 0)
          expect(pages[key[0]!]!.side).toBe(sheet.length % 2 === 0 ? 'right' : 'left')
        }
        expectLeaves(made.pages)
      }),
      { numRuns: 30 },
    )
  })

  test('names the page of its own key in the foot, and leads there and back', () => {
    const { pages, plan } = make({ key: 'flip' })
    const places = new Map(pages.destinations.map(({ name, page }) => [name, pages.pages[page]] as const))
    for (const { id, questions } of plan.days) {
      const { sheet, key } = pagesOf(pages.pages, id)
      const [front, back] = [pages.pages[sheet[0]!]!, pages.pages[key[0]!]!]
      expect(front.items.map(textOf)).toContain(`key on page ${back.label}`)
      const stamp = ({ items }: Page) => items.map(textOf).filter((words) => /rev [0-9a-f]{6}$/.test(words))
      expect(stamp(front)).toHaveLength(1)
      expect(stamp(back)).toEqual(stamp(front))
      const led = (page: Page) =>
        page.links.map(({ to }) => places.get('destination' in to ? to.destination : '')?.label)
      expect(led(front)).toEqual(questions.map(() => back.label))
      expect(led(back)).toEqual(questions.map(() => front.label))
    }
  })

  test('comes in the order in which it is read', () => {
    const { pages } = make({ key: 'flip' })
    const titles = pages.structure.children.map(({ title }) => title)
    expect(titles.slice(0, 4)).toEqual(['Monday', 'Where to look', 'Tuesday', 'Where to look'])
    expect(titles.slice(-2)).toEqual(['Week summary', 'From section to question'])
  })

  test('is the back of the sheet when only one day is printed', () => {
    const { parts, suffix } = editionOf('whole', 'day', 'flip')
    const made = make({ key: 'flip' }, { parts, days: ['tuesday'], firstPage: 3 })
    expectSound(made)
    expect(suffix).toBe('')
    expect(order(made.pages)).toEqual(['3 day right', '4 key left'])
  })

  test('alone is printed on the backs of the sheets of the student edition', () => {
    const numbers = (pages: Pages, kind: Page['kind']) =>
      pages.pages.filter((page) => page.kind === kind).map(({ label }) => label)
    const whole = make({ key: 'flip' })
    const { parts } = editionOf('student', 'week', 'flip')
    const student = make({ key: 'flip' }, { parts, numbers: numbersOfParts(whole.pages) })
    expectSound(student)
    for (const kind of ['day', 'summary'] as const)
      expect(numbers(student.pages, kind)).toEqual(numbers(whole.pages, kind))
    expectLeaves(student.pages)
    const ofKeys = numbersOfParts(whole.pages)
    const key = make({ key: 'flip' }, { parts: ['key'], firstPage: 2, numbers: ofKeys })
    expect(numbers(key.pages, 'key')).toEqual(numbers(whole.pages, 'key'))
    expect(key.pages.pages.every(({ side, kind }) => side === 'left' && kind === 'key')).toBe(true)
    expect(key.pages.duplex).toBe(false)
  })

  test('turns from the right in right-to-left sheets', () => {
    const made = makeWorkbook(`---\nlang: ar\n---\n\n${sheetText({ Monday: ['لماذا؟ See a.md §1.'] })}`, {
      template: printed({ key: 'flip' }),
    })
    expectSound(made)
    expect(made.pages.dir).toBe('rtl')
    expect(order(made.pages).slice(0, 2)).toEqual(['1 day left', '2 key right'])
  })
})

/** Front sides have odd numbers, blank sides have nothing on them and none ends the file, and no leaf is blank on both sides. */
function expectLeaves({ pages }: Pages): void {
  pages.forEach(({ kind, label, items, links }, i) => {
    expect(Number(label) % 2).toBe((i + 1) % 2)
    if (kind !== 'blank') return
    expect([items, links]).toEqual([[], []])
    expect(pages[i - 1]?.kind).not.toBe('blank')
    expect(i % 2).toBe(1)
  })
  expect(pages.at(-1)?.kind).not.toBe('blank')
}

describe('starts: recto', () => {
  test('begins days, the summary and the key on front sides, with blank backs that say nothing', () => {
    const made = make({ starts: 'recto' })
    expectSound(made)
    expect(order(made.pages).slice(0, 4)).toEqual(['1 day right', '2 blank left', '3 day right', '4 blank left'])
    expect(order(made.pages).slice(-3)).toEqual(['13 summary right', '14 blank left', '15 key right'])
    expectLeaves(made.pages)
  })

  test('pads nothing that is printed on one side, and no single day', () => {
    expect(order(make({ starts: 'recto', duplex: 'false' }).pages).join()).not.toMatch(/blank|left/)
    const alone = make({ starts: 'recto' }, { parts: ['days'], days: ['tuesday'], firstPage: 3 })
    expect(order(alone.pages)).toEqual(['3 day right'])
  })

  test('pads for any sheet only where the next part needs it', () => {
    fc.assert(
      fc.property(days, (asked) => {
        const made = makeWorkbook(textOfDays(asked), { template: printed({ starts: 'recto' }), metrics: fakeMetrics })
        expectSound(made)
        expectLeaves(made.pages)
      }),
      { numRuns: 20 },
    )
  })
})

describe('starts: facing', () => {
  const long = sheetText({
    Monday: ['Why?'],
    Tuesday: ['Why?'],
    'Wednesday {sides=2}': ['Why? {lines=5}', 'How?'],
    Thursday: ['How? {lines=60}'],
  })
  const facing = (options: Parameters<typeof makeWorkbook>[1] = {}, duplex: 'true' | 'false' = 'true') =>
    makeWorkbook(long, { template: printed({ starts: 'facing', duplex }), metrics: fakeMetrics, ...options })

  test('begins a day of several sides on a left page, behind a blank one if need be', () => {
    const made = facing()
    expectSound(made)
    expect(order(made.pages).slice(0, 8)).toEqual([
      '1 day right',
      '2 day left',
      '3 blank right',
      '4 day left',
      '5 day right',
      '6 day left',
      '7 day right',
      '8 day left',
    ])
  })

  test('pads nothing that is printed on one side, and no single day', () => {
    expect(order(facing({}, 'false').pages).join()).not.toMatch(/blank|left/)
    const alone = facing({ parts: ['days'], days: ['wednesday'], firstPage: 4 })
    expect(order(alone.pages)).toEqual(['4 day right', '5 day left'])
  })

  test('has the first two sides of every day side by side, for any sheet', () => {
    fc.assert(
      fc.property(days, (asked) => {
        const template = printed({ starts: 'facing' })
        const made = makeWorkbook(textOfDays(asked), { template, metrics: fakeMetrics })
        expectSound(made)
        for (const day of made.plan.days) {
          const { sheet } = pagesOf(made.pages.pages, day.id)
          if (sheet.length > 1) expect((sheet[0] ?? 0) % 2).toBe(1)
        }
      }),
      { numRuns: 20 },
    )
  })
})

test('duplex: false has the inner margin at the left of every page', () => {
  const made = make({ duplex: 'false' })
  expectSound(made)
  expect(new Set(made.pages.pages.map(({ side }) => side))).toEqual(new Set(['right']))
  expect(made.pages.duplex).toBe(false)
})

test('nothing is nearer to the edge that is punched than its holes reach', () => {
  for (const { side, width, items } of make({}).pages.pages)
    for (const item of items) {
      if (item.type !== 'text') continue
      const inner = side === 'right' ? item.x : width - item.x - item.width
      expect(inner).toBeGreaterThan((15 * 72) / 25.4)
    }
})

test('a brain dump stands in front of its day, whose key is on the back all the same', () => {
  const template = printed({ key: 'flip' })
  template.workbook.pages = ['brain-dump', 'calendar']
  const whole = make({}, { template })
  expect(order(whole.pages).slice(0, 5)).toEqual([
    '1 brain-dump right',
    '2 blank left',
    '3 day right',
    '4 key left',
    '5 brain-dump right',
  ])
  expectLeaves(whole.pages)
  const { parts } = editionOf('student', 'week', 'flip')
  const student = make({}, { template, parts, numbers: numbersOfParts(whole.pages) })
  expectLeaves(student.pages)
  const handed = ({ pages }: Pages) =>
    pages.filter(({ kind }) => kind !== 'key' && kind !== 'blank').map(({ label, kind }) => `${label} ${kind}`)
  expect(handed(student.pages)).toEqual(handed(whole.pages))
})
