import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphemesOf } from '../../../src/text/lines/graphemes.js'

test('keeps a base with its marks and an emoji with its parts, also across windows', () => {
  expect(graphemesOf('e\u0301a👩‍🏫')).toEqual(['e\u0301', 'a', '👩‍🏫'])
  const long = 'x'.repeat(255) + 'e\u0301'.repeat(300)
  expect(graphemesOf(long)).toEqual([...'x'.repeat(255), ...Array(300).fill('e\u0301')])
  const zalgo = `a${'\u0301'.repeat(1000)}b`
  expect(graphemesOf(zalgo)).toEqual([`a${'\u0301'.repeat(1000)}`, 'b'])
})

test('agrees with Intl.Segmenter and loses nothing', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const text = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (words) => {
      expect(graphemesOf(words)).toEqual(Array.from(segmenter.segment(words), ({ segment }) => segment))
    }),
  )
})
