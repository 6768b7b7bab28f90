/** `key: fold`: the key in a strip beside the questions. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedAs } from '../../../src/template/chosen.js'
import { mm } from '../../../src/template/paper.js'
import type { PrintChoices } from '../../../src/template/print.js'
import { editionOf } from '../../../src/workbook/editions.js'
import type { Element, Page, Pages } from '../../../src/workbook/pages-model.js'
import { fakeMetrics } from '../../fake-metrics.js'
import { classicTemplate } from '../../template.js'
import { frameOf, textOf, wordsInOrder } from '../look.js'
import { makeWorkbook, realSheet, realSources, sheetText } from '../make.js'
import { expectSound } from '../sound.js'

const folded = (choices: PrintChoices = {}) =>
  classicTemplate((template) => {
    template.workbook = printedAs(template.workbook, { key: 'fold', ...choices })
  })

const strips = ({ structure }: Pages): Element[] => structure.children.filter(({ title }) => title === 'Where to look')

const isStrip = (pages: Pages, page: Page) => {
  const own = new Set(
    strips(pages).flatMap(function ids(element: Element): string[] {
      return [element.id, ...element.children.flatMap(ids)]
    }),
  )
  return page.items.filter(({ owner }) => 'element' in owner && own.has(owner.element))
}

/** Where the fold is: its dots stand one under the other. */
const foldOf = (page: Page): number => {
  const dots = page.items.filter((item) => item.type === 'dots' && item.columns === 1 && 'artifact' in item.owner)
  expect(dots).toHaveLength(1)
  return frameOf(dots[0]!).left
}

/** Everything of the strip stands beyond the fold, and everything else before it. */
function expectFolded(pages: Pages): void {
  for (const page of pages.pages.filter(({ kind }) => kind === 'day')) {
    const fold = foldOf(page)
    const atRight = fold > page.width / 2
    const strip = new Set(isStrip(pages, page))
    for (const item of page.items) {
      const { left, right } = frameOf(item)
      if (left === fold) continue
      expect((atRight ? left : right) > fold).toBe(strip.has(item) === atRight)
    }
  }
}

describe('the strip', () => {
  test.each([
    ['a4', 42],
    ['letter', 42],
    ['both', 42],
    ['b5', 42],
    ['160x220mm', 38],
    ['a5', 30],
  ])('stands beyond the fold at the outer edge on %s, %i mm wide', (paper, reach) => {
    const made = makeWorkbook(realSheet(), { template: folded(), sources: realSources(), paper })
    expectSound(made)
    expectFolded(made.pages)
    const { pages } = made.pages
    for (const page of pages.filter(({ kind }) => kind === 'day'))
      expect(foldOf(page)).toBeCloseTo(page.side === 'right' ? page.width - mm(reach) : mm(reach), 3)
    expect(made.codes).not.toContain('key-strip-full')
    const heads = pages.flatMap(({ items }) => items.map((item) => textOf(item).trim()))
    for (const { name } of made.plan.days)
      for (const word of name.split(' ')) expect(heads.join(' ').split(' ')).toContain(word)
    // Only the list from section to question.
    expect(pages.filter(({ kind }) => kind === 'key').length).toBeLessThanOrEqual(paper === 'a5' ? 2 : 1)
  })

  test('has the title of the list behind it on the page, however long it is', () => {
    const long = folded()
    long.workbook.words.reverse = 'Από την ενότητα στην ερώτηση και πίσω'
    expectSound(makeWorkbook(realSheet(), { template: long, sources: realSources(), paper: 'a5' }))
  })

  test('says codes, sections and titles, after the questions of its side', () => {
    const { pages } = makeWorkbook(realSheet(), { template: folded(), sources: realSources() })
    expect(pages.structure.children.slice(0, 2).map(({ title }) => title)).toEqual(['Monday', 'Where to look'])
    const words = wordsInOrder(pages, strips(pages)[0]!)
    expect(words).toMatch(/^Fold back before you answer Where to look in 02_explainer\.md Mon 1 §1\.1 A good score/)
    expect(words).toContain('Mon 3 §1.6 The first questions in the room')
  })

  test('gives way on narrow paper, and has numbers and files without titles there', () => {
    const { pages, codes } = makeWorkbook(realSheet(), { template: folded(), sources: realSources(), paper: 'a5' })
    const words = strips(pages).map((strip) => wordsInOrder(pages, strip))
    expect(words[0]).toMatch(/Where to look in 02_explainer\.md Mon 1 §1\.1–§1\.8 Mon 2 §1\.3 Mon 3 §1\.6/)
    expect(words.join(' ')).toContain('Thu 1 02_explainer.md §4.3 03_study_material.md §4')
    // A day of three questions is still a side of paper.
    expect(pages.pages.filter(({ day }) => day?.endsWith('mon'))).toHaveLength(1)
    expect(codes).not.toContain('key-strip-full')
  })

  test('leaves the head beside it whole: no name is broken, and the week is said', () => {
    const { pages } = makeWorkbook(realSheet(), { template: folded(), sources: realSources(), paper: 'a5' })
    const [first] = pages.pages
    const said = first!.items.map((item) => textOf(item).trim())
    expect(said).toContain('WEEK 17')
    expect(said).toContain('Monday')
  })

  test.each([
    ['left', 'en', 'left', 'left'],
    ['right', 'en', 'right', 'right'],
    ['outer', 'ar', 'left', 'left'],
    ['right', 'ar', 'right', 'right'],
    ['left', 'ar', 'left', 'left'],
  ] as const)('stands with fold: %s in %s at the %s of a front side', (fold, lang, edge, side) => {
    const text = sheetText({ Monday: ['Why? See a.md §1.'], Tuesday: ['Why? See a.md §1.'] })
    const made = makeWorkbook(`---\nlang: ${lang}\n---\n\n${text}`, { template: folded({ fold }) })
    expectSound(made)
    expectFolded(made.pages)
    const [front, back] = made.pages.pages as [Page, Page]
    expect(foldOf(front) < front.width / 2 ? 'left' : 'right').toBe(edge)
    expect(front.side).toBe(side)
    expect(foldOf(back)).toBeCloseTo(back.width - foldOf(front), 3)
  })

  test('leads to the questions and back', () => {
    const { pages, plan } = makeWorkbook(realSheet(), { template: folded(), sources: realSources() })
    const places = new Set(pages.destinations.map(({ name }) => name))
    const monday = pages.pages[0]!
    const names = monday.links.map(({ to }) => ('destination' in to ? to.destination : ''))
    const count = plan.days[0]!.questions.length
    expect(names.filter((name) => name.startsWith('k'))).toHaveLength(count)
    expect(names.filter((name) => name.startsWith('q'))).toHaveLength(count)
    for (const name of names) expect(places).toContain(name)
  })

  test('has numbers where titles do not fit, and leaves the rest for a page of key, which it names', () => {
    const source = Array.from(
      { length: 40 },
      (_, i) => `## ${i + 1} A section with rather a long title, number ${i + 1}\n\nWords.\n`,
    )
    const sources = { 'a.md': `# A\n\n${source.join('\n')}` }
    const long = makeWorkbook(sheetText({ Monday: ['Why? See a.md §1-§40.', 'How? See a.md §3.'] }), {
      template: folded(),
      sources,
    })
    expectSound(long)
    expect(wordsInOrder(long.pages, strips(long.pages)[0]!)).toMatch(/Mon 1 §1–§40 Mon 2 §3 A section/)
    expect(long.codes).not.toContain('key-strip-full')

    const answer = Array.from({ length: 60 }, () => 'Because of a great many things that have to be said.').join(' ')
    const full = makeWorkbook(sheetText({ Monday: [`Why?\n\n   Answer: ${answer}\n`, 'How? See a.md §3.'] }), {
      template: folded(),
      sources,
    })
    expectSound(full)
    expect(full.messages.find(({ code }) => code === 'key-strip-full')?.reason).toBe(
      'The strip has no room for 1 of 2 entries of the key; they stand on a page of key, from W17 Mon 1 on'.replace(
        'W17 ',
        '',
      ),
    )
    const key = full.pages.pages.find(({ kind }) => kind === 'key')!
    expect(wordsInOrder(full.pages, strips(full.pages)[0]!)).toMatch(/Mon 2 §3 .* key on page 3 ?$/)
    expect(key.items.map(textOf).join(' ')).toContain('Because of a great many')
    const [first] = full.pages.pages
    expect(first!.links.some(({ words }) => words === 'Mon 1: where to look, page 3')).toBe(true)
  })

  test('holds or hands on every entry, for any sheet', () => {
    const question = fc.constantFrom(
      'Why? See a.md §1.',
      'Draw it. See a.md §1-§4 and b.md §2.',
      'How?',
      'Which four? See c.md p. 12 and d.md §Words and more words.',
      `What?\n\n   Answer: ${'many words '.repeat(90)}\n`,
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(question, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('a4', 'letter', 'a5'),
        (asked, paper) => {
          const text = sheetText(Object.fromEntries(asked.map((questions, i) => [`Day ${i + 1}`, questions])))
          const made = makeWorkbook(text, { template: folded(), paper, metrics: fakeMetrics })
          expectSound(made)
          const places = made.pages.destinations.map(({ name }) => name).filter((name) => name.startsWith('k'))
          expect(new Set(places).size).toBe(asked.flat().length)
          expect(places).toHaveLength(asked.flat().length)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('editions', () => {
  const whole = makeWorkbook(realSheet(), { template: folded(), sources: realSources() })

  test('the student edition has the same sides without a strip', () => {
    const student = makeWorkbook(realSheet(), { template: folded(), parts: editionOf('student', 'week', 'fold').parts })
    const sides = ({ pages }: Pages) =>
      pages.filter(({ kind }) => kind !== 'key').map(({ label, questions }) => label + questions)
    expect(sides(student.pages)).toEqual(sides(whole.pages))
    expect(strips(student.pages)).toEqual([])
    expect(
      student.pages.pages.flatMap(({ items }) => items).some((item) => item.type === 'dots' && item.columns === 1),
    ).toBe(false)
  })

  test('a single day has its strip, and no list of sections', () => {
    const { parts } = editionOf('whole', 'day', 'fold')
    const { pages } = makeWorkbook(realSheet(), { template: folded(), sources: realSources(), parts, days: ['monday'] })
    expect(pages.pages.map(({ kind }) => kind)).toEqual(['day'])
    expect(strips(pages)).toHaveLength(1)
  })

  test('the key alone is that of all questions', () => {
    const { pages } = makeWorkbook(realSheet(), { template: folded(), sources: realSources(), parts: ['key'] })
    const places = pages.destinations.filter(({ name }) => name.startsWith('k'))
    expect(places).toHaveLength(24)
  })
})
