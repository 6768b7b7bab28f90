/** Codes to scan in the key: drawn as squares, never the only way to the address. */
import { describe, expect, test } from 'vitest'
import { printedAs } from '../../../src/template/chosen.js'
import { mm } from '../../../src/template/paper.js'
import type { PrintChoices } from '../../../src/template/print.js'
import { editionOf } from '../../../src/workbook/editions.js'
import { codeOf } from '../../../src/workbook/key/qr.js'
import type { CodeItem, Page, Pages } from '../../../src/workbook/pages-model.js'
import { classicTemplate } from '../../template.js'
import { elementsOf, frameOf, wordsInOrder } from '../look.js'
import { makeWorkbook, pdfOf, sheetText } from '../make.js'
import { expectSound } from '../sound.js'

const sources = {
  'doors.md': '---\nurl: https://example.org/doors\n---\n\n# Doors\n\n## 1 Hinges\n\nThey turn.\n',
  'my walls.md': '# Walls\n\n## 1 Bricks\n\nThey bear.\n',
}

const text = sheetText({
  Monday: ['Why? See doors.md §1.', 'How? See [walls](<my walls.md>) §1.'],
  Tuesday: ['What? See https://example.org/a?b=c#d.', 'Which? See doors.md §1.'],
})

const make = (choices: PrintChoices = {}, options: Parameters<typeof makeWorkbook>[1] = {}) =>
  makeWorkbook(text, {
    sources,
    template: classicTemplate((template) => {
      template.workbook = printedAs(
        { ...template.workbook, sources: 'https://example.org/course' },
        { qr: 'true', ...choices },
      )
    }),
    ...options,
  })

const codesOn = (page: Page): CodeItem[] => page.items.filter((item) => item.type === 'code')

const figures = (pages: Pages): (string | undefined)[] =>
  [...elementsOf(pages.structure).values()].flatMap(({ element: { type, alt } }) => (type === 'Figure' ? [alt] : []))

const addresses = [
  'https://example.org/doors',
  'https://example.org/a?b=c#d',
  'https://example.org/course/my%20walls.md',
]

describe('a code', () => {
  test('has the three marks that scanners look for, and is large enough', () => {
    const { rows, module, quiet } = codeOf('https://example.org/doors')
    const last = rows.length - 7
    for (const [x, y] of [
      [0, 0],
      [last, 0],
      [0, last],
    ] as const) {
      const mark = rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))
      expect(mark).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'])
    }
    expect(rows.length * module).toBeCloseTo(mm(15), 6)
    expect(quiet).toBe(4 * module)
  })

  test('grows with its address, and its squares never get smaller than 0.4 mm', () => {
    const long = codeOf(`https://example.org/${'a'.repeat(230)}`)
    expect(long.module).toBeCloseTo(mm(0.4), 6)
    expect(long.rows.length * long.module).toBeLessThan(mm(30))
  })
})

describe('the key with codes', () => {
  test.each(['a4', 'a5'])(
    'has one for each source that stands on the web, with the address in words, on %s',
    (paper) => {
      const made = make({}, { paper })
      expectSound(made)
      expect(figures(made.pages).toSorted()).toEqual(addresses.map((url) => `Code to scan: ${url}`).toSorted())
      const words = wordsInOrder(made.pages).replaceAll(/\s/g, '')
      for (const url of addresses) expect(words).toContain(url)
      const led = made.pages.pages.flatMap(({ links }) => links.flatMap(({ to }) => ('url' in to ? [to.url] : [])))
      expect(new Set(led)).toEqual(new Set(addresses))
    },
  )

  test('leaves four squares around each light', () => {
    for (const page of make().pages.pages)
      for (const code of codesOn(page)) {
        const quiet = 4 * code.module
        const { left, right, top, bottom } = frameOf(code)
        const near = page.items
          .map(frameOf)
          .filter(
            (frame) =>
              frame.left < right + quiet - 0.1 &&
              frame.right > left - quiet + 0.1 &&
              frame.top < bottom + quiet - 0.1 &&
              frame.bottom > top - quiet + 0.1,
          )
        expect(near).toEqual([frameOf(code)])
      }
  })

  test('has those of the day on the back of its sheet', () => {
    const { pages } = make({ key: 'flip' })
    const key = pages.pages.filter(({ keyOf }) => keyOf !== undefined)
    expect(key.map((page) => codesOn(page).length)).toEqual([2, 2])
  })

  test.each(['flip', 'fold'] as const)('has them for a single day with its key: %s', (key) => {
    const { parts } = editionOf('whole', 'day', key)
    const made = make({ key }, { parts, days: ['monday'] })
    expectSound(made)
    expect(made.pages.pages.map((page) => `${page.kind} ${codesOn(page).length}`)).toEqual(['day 0', 'key 2'])
  })

  test('has none unless it is asked for', () => {
    expect(figures(make({ qr: 'false' }).pages)).toEqual([])
  })

  test('keeps its squares in right-to-left sheets, and is written as boxes', async () => {
    const made = makeWorkbook(`---\nlang: ar\n---\n\n${text}`, { sources, template: make().template })
    expectSound(made)
    const [code] = made.pages.pages.flatMap(codesOn)
    expect(code!.rows).toEqual(codeOf('https://example.org/doors').rows)
    expect((await pdfOf(made)).length).toBeGreaterThan(1000)
  })
})
