/** `paper: both`: one layout in the middle of A4 and of Letter. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Template } from '../../src/template/model.js'
import { knownPaper, mm, type PrintedPaper } from '../../src/template/paper.js'
import { centredOn } from '../../src/workbook/centre.js'
import type { Page, Pages } from '../../src/workbook/pages-model.js'
import { fakeMetrics } from '../fake-metrics.js'
import { collisions, frameOf, outsiders, textOf } from './look.js'
import { makeWorkbook, realSheet, realSources, sheetText } from './make.js'

const { printed } = knownPaper('both')
const on = (pages: Pages, { size: [width, height] }: PrintedPaper) => centredOn(pages, mm(width), mm(height))

/** What is said on a page, and by which name it goes. */
const said = ({ label, side, questions, items }: Page) => ({ label, side, questions, words: items.map(textOf) })

/** Margins are kept, as on the paper that was laid out on: what is left over comes on top of them. */
function expectInside(pages: Pages, template: Template): void {
  const { inner, outer, top, bottom } = template.workbook.margins
  const side = mm(Math.min(inner, outer))
  for (const { items, width, height } of pages.pages)
    for (const item of items) {
      const frame = frameOf(item)
      expect(frame.left).toBeGreaterThan(side - 1)
      expect(frame.right).toBeLessThan(width - side + 1)
      expect(frame.top).toBeGreaterThan(mm(top) - 1)
      expect(frame.bottom).toBeLessThan(height - mm(bottom) + 2)
    }
}

describe('paper: both', () => {
  const question = fc.constantFrom('Why?', 'Draw it from memory.', 'A versus B?', 'Which four?', 'How? {lines=30}')
  const days = fc.array(fc.array(question, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 3 })

  test('has the same pages on A4 and on Letter, inside the margins of each', () => {
    fc.assert(
      fc.property(days, (asked) => {
        const text = sheetText(Object.fromEntries(asked.map((questions, i) => [`Day ${i + 1}`, questions])))
        const { pages, template } = makeWorkbook(text, { paper: 'both', metrics: fakeMetrics })
        expect(outsiders(pages, template)).toEqual([])
        const [a4, letter] = printed.map((paper) => on(pages, paper)) as [Pages, Pages]
        expect(a4.pages.map(said)).toEqual(letter.pages.map(said))
        for (const each of [a4, letter]) {
          expect(collisions(each)).toEqual([])
          expectInside(each, template)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('leads to the same places', () => {
    const { pages } = makeWorkbook(realSheet(), { paper: 'both', sources: realSources() })
    for (const paper of printed) {
      const moved = on(pages, paper)
      const down = (mm(paper.size[1]) - mm(279.4)) / 2
      expect(moved.destinations.map(({ y }) => y)).toEqual(pages.destinations.map(({ y }) => y + down))
      expect(moved.outline.map(({ y }) => y)).toEqual(pages.outline.map(({ y }) => y + down))
      const links = (each: Pages) => each.pages.flatMap((page) => page.links.map(({ to, words }) => ({ to, words })))
      expect(links(moved)).toEqual(links(pages))
    }
  })

  test('leaves pages that fill their paper as they are', () => {
    const { pages } = makeWorkbook(sheetText({ Monday: ['Why?'] }), { metrics: fakeMetrics })
    expect(centredOn(pages, mm(210), mm(297))).toBe(pages)
  })
})
