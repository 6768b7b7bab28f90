/** Slides that differ only in their words are drawn once: nobody can tell from the file. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { slideNumbers, sortByLook } from '../../../src/deck/draw/looks.js'
import { drawSlides } from '../../../src/deck/draw/pptxgen.js'
import { commonParts, finishPackage, finishRest, finishSamples, repairDrawing } from '../../../src/deck/package.js'
import { renderPptx } from '../../../src/deck/pptx.js'
import type { Slides } from '../../../src/deck/slides-model.js'
import { Log } from '../../../src/diagnostics.js'
import { dealCalls } from '../../../src/roster/calls.js'
import { parseSheet } from '../../../src/sheet/parse.js'
import { classicTemplate } from '../../template.js'
import { anyDay, anyText } from '../arbitrary.js'
import { epoch, makeDeck, realWeek, render } from '../make.js'
import { readParts, readSlides } from '../read-pptx.js'
import { sheetOf } from '../sheets.js'

/** The deck with each slide drawn by itself, its own words in it. */
async function drawnEach(slides: Slides): Promise<Uint8Array> {
  const pictures = new Map()
  const job = { slides, numbers: slideNumbers(slides), pictures }
  const parts = repairDrawing(await drawSlides(slides), job)
  const drawn = { patterns: finishSamples(parts, job), rest: finishRest(commonParts(parts), slides) }
  const each = slides.slides.map(({ id }, i) => ({ sample: i, words: [String(i + 1), id] }))
  return finishPackage(drawn, { slides: each }, { slides, date: epoch, pictures })
}

async function expectSame(slides: Slides): Promise<void> {
  const [shared, each] = [readParts(await renderPptx(slides, { date: epoch })), readParts(await drawnEach(slides))]
  expect([...shared.keys()]).toEqual([...each.keys()])
  for (const [path, xml] of each) expect(shared.get(path), path).toBe(xml)
}

const parsed = (body: string) =>
  makeDeck(parseSheet(`# Week 17\n\n## Monday\n\n${body}\n`, 'recall.md', new Log())).slides

describe('a deck drawn look by look has the parts of one drawn slide by slide', () => {
  test('of the real sheet', async () => {
    const { sheet, citations, pageOf } = realWeek()
    await expectSame(makeDeck(sheet, { citations, pageOf }).slides)
  })

  test('with links, lists, tables, code, formulas, line breaks and answers', async () => {
    const body = [
      '1. Why [a](https://a.example/?x=1&y="2") and [b](https://b.example/)? Answer: *so*',
      '2. Why [c](https://c.example/) and [d](https://d.example/)? Answer: *thus*',
      '3. Compare:\n\n   | a | b |\n   |---|---|\n   | `x < y` | **&** |',
      '4. Compare:\n\n   | c | d |\n   |---|---|\n   | `y > x` | **"** |',
      '5. Read:\n\n   ```js\n   if (a < b) c()\n\n   d("e")\n   ```',
      '6. What is $x^2$?\\\nAnd H~2~O?\n   - one\n   - two\n     1. three',
      '7. Why?\n   a) What?\n   b) How?',
      // Alike but for one thing each.
      '8. Look:\n\n   - one\n   - two',
      '9. Look:\n\n   1. one\n   2. two',
      '10. Look:\n\n   3. one\n   4. two',
      '11. Look:\n\n   - one\n   - **two**',
      '12. Look:\n\n   - one\n   - `two`',
      '13. Look:\n\n   - one\n   - [two](https://d.example/)',
      '14. Look:\n\n   - one\n   - שתיים',
    ]
    await expectSame(parsed(body.join('\n\n')))
  })

  test('with what authors write, in any language and as any template shows it', async () => {
    const questions = [
      'Why `a` is **b** *c* ~~d~~ [e](https://e.example/)?',
      'a vs b vs c?',
      'Which seven things?',
      'Explain it in two minutes.',
      '$x_1^2$ and H~2~O?',
      'Look:\n\n   - one\n     - two\n       1. three\n   4. **five**',
      'See:\n\n   | `a` | **b** | c |\n   |---|:-:|--:|\n   | 1 |  | ~~3~~ |\n   | *x* | y | z |',
      'Tell:\n   a) What? Answer: `so` and *thus*\n   b) Why? Answer: [here](https://d.example/)',
      'لماذا `a`؟\n\n   - واحد\n   - two',
      'a\\\n**b**\\\n`c`?',
    ]
    const choices = fc.record({
      some: fc.shuffledSubarray(questions, { minLength: 1, maxLength: 4 }),
      lang: fc.constantFrom('en', 'ar', 'ja'),
      reveal: fc.constantFrom('slide' as const, 'click' as const),
      scheme: fc.constantFrom('light' as const, 'dark' as const),
      sizes: fc.constantFrom([28, 24, 20], [26.5, 19]),
      calls: fc.constantFrom(null, ['Ann', 'Ben & Co']),
    })
    await fc.assert(
      fc.asyncProperty(choices, async ({ some, lang, reveal, scheme, sizes, calls }) => {
        const template = classicTemplate(({ deck }) =>
          Object.assign(deck, { reveal, scheme, textSizes: sizes, names: 'slide', autoAdvance: calls === null }),
        )
        const body = some.map((question, i) => `${i + 1}. ${question}`).join('\n')
        const text = `---\nlang: ${lang}\n---\n# Week 17\n\n## Monday — X\n\n${body}\n\n## Tuesday\n\n1. Why?\n`
        const sheet = parseSheet(text, 'recall.md', new Log())
        await expectSame(makeDeck(sheet, { template, calls: calls && dealCalls(calls, sheet) }).slides)
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  test('with any words', async () => {
    const days = fc.array(anyDay, { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(days, anyText, fc.constantFrom('ltr' as const, 'rtl' as const), (some, course, dir) =>
        expectSame(makeDeck(sheetOf(some, { course, dir })).slides),
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('looks that were drawn before', () => {
  const weeks = [
    '1. Why is a so?\n2. Draw b.',
    '1. Why is c so?\n2. Compare d and e.\n\n   | d | e |\n   |---|---|\n   | 1 | 2 |',
  ]
  /** The decks of both weeks, written by a program that has just begun. */
  async function writtenIn(order: readonly number[]) {
    vi.resetModules()
    const fresh = await import('../../../src/deck/pptx.js')
    const decks = new Map<number, Uint8Array>()
    for (const i of order) decks.set(i, await fresh.renderPptx(parsed(weeks[i] as string), { date: epoch }))
    return decks
  }

  test('give the same bytes as those that are new', async () => {
    const [one, other] = [await writtenIn([0, 1]), await writtenIn([1, 0])]
    for (const i of [0, 1]) expect(Buffer.from(other.get(i)!).equals(one.get(i)!)).toBe(true)
  })

  test('are not drawn again, nor what is put together of pieces that were', async () => {
    vi.resetModules()
    const device = await import('../../../src/deck/draw/pptxgen.js')
    const library = vi.spyOn(device, 'drawSlides')
    const { drawLooks } = await import('../../../src/deck/draw/drawn-looks.js')
    /** How many slides the library was asked for. */
    const drawnOf = async (slides: Slides) => {
      library.mockClear()
      await drawLooks(sortByLook(slides), new Map())
      return library.mock.calls.reduce((sum, [asked]) => sum + asked.slides.length, 0)
    }
    const [first, second] = weeks.map((week) => parsed(week)) as [Slides, Slides]
    const looks = sortByLook(first).keys.length
    expect(await drawnOf(first)).toBe(looks)
    expect(await drawnOf(first)).toBe(0)
    // A table.
    expect(await drawnOf(second)).toBe(1)
    expect(await drawnOf({ ...first, colours: { ...first.colours, ground: '000000' } })).toBe(0)
    expect(await drawnOf({ ...first, lang: 'de' })).toBe(0)
  })
})

test('looks do not grow with the questions', () => {
  const looksOf = (count: number) => {
    const questions = Array.from({ length: count }, (_, i) => ({ prompt: `Why is thing number ${i + 100} so?` }))
    return sortByLook(makeDeck(sheetOf([{ name: 'Monday', questions }])).slides).samples.slides
  }
  const kinds = looksOf(30).filter(({ layout }) => layout === 'Recall question' || layout === 'Recall check')
  expect(kinds).toHaveLength(2)
})

test('words that look like marks stay words', async () => {
  const prompt = 'Why \uFDD00\uFDD1 and \uFDD07?'
  const read = readSlides(readParts(await render(sheetOf([{ name: 'Monday', questions: [{ prompt }] }]))))
  expect(read[3]?.title?.replace(/\s/g, ' ')).toBe(prompt)
})
