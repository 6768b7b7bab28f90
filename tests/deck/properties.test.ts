/** Any words make a sound deck. */
import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../src/deck/finish/xml.js'
import type { Task } from '../../src/sheet/model.js'
import { accessibilityFaults } from './accessibility-check.js'
import { makeDeck, render } from './make.js'
import { packageFaults } from './package-check.js'
import { readParts } from './read-pptx.js'
import { type QuestionSketch, sheetOf } from './sheets.js'

/** Words with everything that hurts: controls, halves of pairs, marks of XML, other scripts, line breaks, no-break spaces. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'word ',
        '<',
        '&',
        '"',
        "'",
        ']]>',
        '\u0000',
        '\u0008',
        '\r\n',
        '\n',
        '\t',
        '\uD800',
        '\u00AD',
        'ا',
        '語',
        '😀',
        '\u00A0',
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
)
const task: fc.Arbitrary<NonNullable<QuestionSketch['task']>> = fc.oneof(
  fc.record({ kind: fc.constant('list' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('compare' as const),
    terms: fc.array(text, { minLength: 2, maxLength: 9 }),
    aspect: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('sides' as const), labels: fc.tuple(text, text) }),
  fc.constantFrom({ kind: 'explain' as const }, { kind: 'draw' as const }, { kind: 'say' as const, seconds: null }),
) as fc.Arbitrary<Omit<Task, 'by' | 'reason'> & NonNullable<QuestionSketch['task']>>
const question = fc.record(
  { prompt: text, task, cited: text },
  { requiredKeys: ['prompt'] },
) as fc.Arbitrary<QuestionSketch>
// As the parser gives them: a day has a name and a question at least.
const day = fc.record({
  name: text.map((words) => `Day${words}`),
  topic: text,
  questions: fc.array(question, { minLength: 1, maxLength: 3 }),
})

describe('random words', () => {
  test('give well-formed parts, a sound package and nothing for accessibility checkers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(day, { maxLength: 3 }), text, async (days, course) => {
        const parts = readParts(await render(sheetOf(days, { course })))
        for (const xml of parts.values()) XmlDocument.fromString(xml).dispose()
        expect(packageFaults(parts)).toEqual([])
        expect(accessibilityFaults(parts)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('lose nothing when they are parted', () => {
    const long = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 150, maxLength: 400 })
    fc.assert(
      fc.property(long, (words) => {
        const { slides } = makeDeck(sheetOf([{ name: 'Monday', questions: [{ prompt: words.join(' ') }] }]))
        const shown = slides.slides
          .filter(({ seconds }) => seconds !== null)
          .map(({ title }) => title.replace(/\s*\(Mon 1 · \d+\/\d+\)$/, ''))
        expect(shown.join(' ').split(/\s+/)).toEqual(words)
      }),
      { numRuns: 30 },
    )
  })
})

test('cleanText keeps words, drops what XML refuses', () => {
  expect(cleanText('a\u0000b\u0007c\td\ne\rf\uD83D g\u{1F600}\uFFFE')).toBe('abc\td\nef g\u{1F600}')
})
