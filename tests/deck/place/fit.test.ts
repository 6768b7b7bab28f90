/** What is asked of fitting many times, and answered in the short way, is what the long way says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factorOf, firstWords, fits, fitted, heightOf, linesOf, partParagraphs } from '../../../src/deck/place/fit.js'
import { type SaidRun, setRuns, textOf, words } from '../../../src/deck/place/paragraphs.js'
import type { Paragraph, SlideRun } from '../../../src/deck/slides-model.js'
import { beginnings } from '../../../src/text/lines/breaks.js'
import { realFonts } from '../../real-fonts.js'

const fonts = realFonts()

const word = fc.oneof(
  fc.stringMatching(/^[a-zA-Z]{1,12}[.,?]?$/),
  fc.constantFrom(
    'model-based',
    'https://a.example/b/c',
    'iiiii',
    'WWWWW',
    'x\n',
    '\u00A0',
    'so\u00ADlong',
    'مرحبا',
    'なぜ',
  ),
)
const text = fc.array(word, { maxLength: 40 }).map((some) => some.join(' '))
const run: fc.Arbitrary<SlideRun> = fc.record(
  {
    text,
    size: fc.constantFrom(14, 20, 28),
    colour: fc.constant('ink' as const),
    strong: fc.constant(true as const),
    code: fc.constant(true as const),
  },
  { requiredKeys: ['text', 'size', 'colour'] },
)
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  runs: fc.array(run, { minLength: 1, maxLength: 3 }),
  level: fc.constantFrom(0, 1),
})
const width = fc.constantFrom(0.5, 3, 8, 11.5)

describe('fitting', () => {
  test('counts the lines that are broken', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), width, (paragraphs, wide) => {
        const high = paragraphs.reduce((sum, each) => {
          const size = Math.max(...each.runs.map((one) => one.size))
          return sum + Math.max(1, linesOf(each, wide, fonts).length) * size * factorOf(each.runs)
        }, 0)
        expect(heightOf(paragraphs, wide, fonts)).toBeCloseTo(high, 6)
      }),
      { numRuns: 150 },
    )
  })

  test('finds the most first words that fit', () => {
    const look = { size: 20 }
    const set = (some: string) => words(some, look)
    const inLook = (runs: readonly SaidRun[]): Paragraph => ({ runs: setRuns(runs, look), level: 0 })
    fc.assert(
      fc.property(text, fc.constantFrom(0.35, 0.7, 1.4), width, (some, h, w) => {
        const box = { x: 0, y: 0, w, h }
        const passes = (part: string) => fits([set(part)], box, fonts)
        const found = textOf({ runs: setRuns(firstWords([{ text: some }], inLook, box, fonts), look) })
        const parts = [...beginnings(some), some].map((part) => `${part.replace(/[\s\p{P}\p{S}]+$/u, '')}…`)
        const last = parts.pop() as string
        expect(found).toBe(passes(some) ? some : (parts.findLast(passes) ?? parts[0] ?? last))
      }),
      { numRuns: 300 },
    )
  })

  test('ends a formula behind one of its signs, in native text, and says "…" beside it', () => {
    const prompt = [{ text: 'Say ' }, { text: 'x_{1,2} = -\\frac{p}{2} \\pm \\sqrt{q}', math: true as const }]
    const set = (runs: readonly SaidRun[]): Paragraph => ({ runs: setRuns(runs, { size: 20 }), level: 0 })
    const found = firstWords(prompt, set, { x: 0, y: 0, w: 2.4, h: 0.35 }, fonts)
    expect(found.map(({ text, script, formula }) => [text, script ?? formula ?? ''])).toEqual([
      ['Say ', ''],
      ['x', true],
      ['1,2', 'sub'],
      ['\u00a0= −', true],
      ['p', true],
      ['/2', true],
      ['…', ''],
    ])
  })

  test('takes the largest size at which all fits, and parts what fits at none', () => {
    const set = (size: number) => Array.from({ length: 8 }, (_, i) => words(`Line ${i}`, { size }))
    const box = (h: number) => ({ x: 0, y: 0, w: 5, h })
    const sizesIn = (h: number) =>
      fitted(set, [40, 30, 20], box(h), fonts).map((part) => [part.length, part[0]?.runs[0]?.size])
    expect(sizesIn(6)).toEqual([[8, 40]])
    expect(sizesIn(3)).toEqual([[8, 20]])
    expect(sizesIn(2)).toEqual([
      [6, 20],
      [2, 20],
    ])
    expect(fitted(set, [20], box(2), fonts)).toEqual(partParagraphs(set(20), box(2), fonts))
    expect(fitted(() => [], [20], box(2), fonts)).toEqual([])
  })
})
