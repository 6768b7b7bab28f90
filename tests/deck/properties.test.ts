/** Any words make a sound deck. */
import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../src/deck/finish/xml.js'
import { accessibilityFaults } from './accessibility-check.js'
import { anyDay, anyText } from './arbitrary.js'
import { makeDeck, render } from './make.js'
import { packageFaults } from './package-check.js'
import { readParts } from './read-pptx.js'
import { sheetOf } from './sheets.js'

describe('random words', () => {
  test('give well-formed parts, a sound package and nothing for accessibility checkers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDay, { maxLength: 3 }), anyText, async (days, course) => {
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
