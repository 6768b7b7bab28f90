import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUndrawn, printable } from '../../src/text/printable.js'

test.each([
  ['plain words stay', 'Why is QPS alone weak?', 'Why is QPS alone weak?'],
  ['soft hyphens go', 'recapi\u00ADtulate', 'recapitulate'],
  ['no-break spaces are spaces', '10\u00A0000\u202F%\u2007x', '10 000 % x'],
  ['a no-break hyphen is a hyphen', 'x\u2011y', 'x-y'],
  ['zero-width space, joiner of words and byte order mark go', 'a\u200Bb\u2060c\uFEFF', 'abc'],
  ['joiners of letters stay', 'क्\u200Dष می\u200Cخواهم', 'क्\u200Dष می\u200Cخواهم'],
  ['variation selectors go', '☐\uFE0E', '☐'],
  ['controls and line separators are spaces', 'a\tb\u0007c\u2028d', 'a b c d'],
  ['letters are composed', 'cafe\u0301', 'café'],
  ['signs of our sheets stay', '→ § — “é” Ж', '→ § — “é” Ж'],
])('%s', (_, text, expected) => expect(printable(text)).toBe(expected))

test('printing what is printable changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(printable(printable(text))).toBe(printable(text))
    }),
  )
})

test('needs no glyph: soft hyphen, selectors, controls; needs one: letters, spaces', () => {
  expect([0xad, 0xfe0f, 0x200b, 0x200d, 0x7, 0x2028].map(isUndrawn)).toEqual(Array(6).fill(true))
  expect([...'a §→ é'].map((letter) => isUndrawn(letter.codePointAt(0)!))).toEqual(Array(6).fill(false))
})
