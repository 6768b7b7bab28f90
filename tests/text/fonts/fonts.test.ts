import fc from 'fast-check'
import type { Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { fontFault } from '../../../src/text/fonts/font-file.js'
import { openFonts } from '../../../src/text/fonts/fonts.js'
import type { FaceName } from '../../../src/text/metrics.js'
import { realFonts } from '../../real-fonts.js'
import { classicTemplate } from '../../template.js'

const fonts = realFonts()
const faces = Object.keys(classicTemplate().faces) as FaceName[]

describe('fallback', () => {
  test.each(faces)('%s has every sign of our sheets, in pieces that join to the text', (face) => {
    const text = 'run → gate § 1.2 — “é” Ж ☐ ≤ ✓ α'
    expect(fonts.missing(text, face)).toEqual([])
    expect(
      fonts
        .pieces(text, face)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  test('the face itself shows what it has, others only what it lacks', () => {
    expect(fonts.pieces('a → b', 'label')).toEqual([
      { text: 'a ', font: 'face' },
      { text: '→', font: 'fallback-0' },
      { text: ' b', font: 'face' },
    ])
    expect(fonts.pieces('a → b', 'text')).toEqual([{ text: 'a → b', font: 'face' }])
  })

  test('every piece stands for a font that has its letters', () => {
    for (const face of faces)
      for (const { text, font } of fonts.pieces('x → § — é Ж ☐ ≤', face)) {
        const opened = fonts.fontOf(face, font).font as { hasGlyphForCodePoint(codePoint: number): boolean }
        expect([...text].every((letter) => opened.hasGlyphForCodePoint(letter.codePointAt(0)!))).toBe(true)
      }
  })

  test('a letter and its mark stay in one font', () => {
    const pieces = fonts.pieces('x\u0302→\u0302', 'label')
    expect(pieces.flatMap(({ text }) => text.match(/^\u0302/) ?? [])).toEqual([])
  })

  test('a mark of another script, for which a letter has no place, is set behind it', () => {
    for (const face of faces) expect(fonts.width('x\u05B9', face, 1)).toBeGreaterThan(0.3)
  })

  test('a mark that no font has goes with its letter', () => {
    expect(fonts.pieces('→\u1AB0', 'label')).toEqual([{ text: '→\u1AB0', font: 'fallback-0' }])
  })

  test('the same file in two roles is one font', () => {
    expect(fonts.fontOf('label', 'fallback-0').key).toBe(fonts.fontOf('text', 'face').key)
    expect(fonts.fontOf('label', 'face').key).not.toBe(fonts.fontOf('text', 'face').key)
  })
})

test('a font without a unit of measure is damaged', () => {
  const bytes = Uint8Array.from(classicTemplate().faces.label[0]!.bytes)
  expect(fontFault(bytes)).toBeNull()
  const view = new DataView(bytes.buffer)
  const entry = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i).find(
    (at) => new TextDecoder().decode(bytes.subarray(at, at + 4)) === 'head',
  )!
  view.setUint16(view.getUint32(entry + 8) + 18, 0)
  expect(fontFault(bytes)).toBe('a damaged font')
})

describe('missing', () => {
  test('names what no font has, once, in order', () => {
    expect(fonts.missing('한 and 글 and 한', 'text')).toEqual([0xd55c, 0xae00])
  })

  test('asks no glyph for what is not drawn', () => {
    expect(fonts.missing('a\u00ADb\u200Bc\u00A0d\uFE0F\u2011\te\n', 'text')).toEqual([])
  })

  test('composes before it asks', () => {
    expect(fonts.missing('cafe\u0301', 'mono')).toEqual([])
  })
})

describe('widths', () => {
  test('grow with the size and count kerning', () => {
    expect(fonts.width('Why', 'text', 24)).toBeCloseTo(2 * fonts.width('Why', 'text', 12))
    expect(fonts.width('AVAV', 'text', 100)).toBeLessThan(
      2 * (fonts.width('A', 'text', 100) + fonts.width('V', 'text', 100)),
    )
  })

  test('of words and spaces add up', () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Zé§→.-]{1,9}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(words, fc.constantFrom(...faces), (each, face) => {
        const sum = each.reduce((total, word) => total + fonts.width(word, face, 10), 0)
        expect(fonts.width(each.join(' '), face, 10)).toBeCloseTo(
          sum + (each.length - 1) * fonts.width(' ', face, 10),
          6,
        )
      }),
      { numRuns: 60 },
    )
  })

  test('are not spoilt by a soft hyphen that came before', () => {
    const fresh = () => openFonts(classicTemplate().faces)
    const untouched = fresh().width('a-b', 'text', 12)
    const set = fresh()
    set.width('recapi\u00ADtulate', 'text', 12)
    expect(set.width('a-b', 'text', 12)).toBe(untouched)
    expect(set.width('recapi\u00ADtulate', 'text', 12)).toBe(set.width('recapitulate', 'text', 12))
  })

  test('of no-break forms are those of what is drawn', () => {
    expect(fonts.width('10\u00A0000', 'text', 12)).toBeCloseTo(fonts.width('10 000', 'text', 12), 1)
    expect(fonts.width('x\u2011y', 'text', 12)).toBe(fonts.width('x-y', 'text', 12))
  })

  test('vertical measures are sensible fractions', () => {
    for (const face of faces) {
      const { ascent, descent, capHeight, xHeight } = fonts.vertical(face)
      expect(ascent).toBeGreaterThan(capHeight)
      expect(capHeight).toBeGreaterThan(xHeight)
      expect(xHeight).toBeGreaterThan(0.3)
      expect(descent).toBeGreaterThan(0)
    }
  })
})

describe('files', () => {
  const bytes = (hex: string) => new Uint8Array(Buffer.from(`${hex}00000000`, 'hex'))

  test('WOFF2, collections and what is no font are refused', () => {
    expect(fontFault(bytes('774f4632'))).toBe('WOFF2')
    expect(fontFault(new TextEncoder().encode('hello'))).toBe('not a font')
    expect(fontFault(new Uint8Array())).toBe('not a font')
    expect(fontFault(bytes('74746366'))).toBe('a font collection')
  })

  test('TrueType, OpenType and WOFF are taken', () => {
    // One table, which lies behind the directory and is empty.
    const directory = '0001000000000000' + '676c7966' + '00000000' + '0000001c' + '00000000'
    for (const signature of ['00010000', '74727565', '4f54544f'])
      expect(fontFault(bytes(signature + directory))).toBeNull()
    expect(fontFault(bytes('774f4646'))).toBeNull()
  })

  test('a font that was cut off is told from a whole one', () => {
    const [whole] = classicTemplate().faces.text
    if (!whole) throw new Error('no font')
    expect(fontFault(whole.bytes)).toBeNull()
    for (const length of [4, 300, 20_000, whole.bytes.length - 200])
      expect(fontFault(whole.bytes.subarray(0, length))).toBe('a damaged font')
  })

  test('a fault names the file when it is opened', () => {
    const { faces: given } = classicTemplate()
    const set = openFonts({ ...given, text: [{ name: 'fonts/broken.ttf', bytes: bytes('774f4632') }] })
    expect(() => set.width('a', 'text', 10)).toThrow('fonts/broken.ttf')
  })
})

describe('shapes that are kept', () => {
  const font = openFonts(classicTemplate().faces).fontOf('text', 'face').font as Font

  test('do not change with what a caller does to the positions that it got', () => {
    const first = font.layout('AVATAR')
    const width = first.advanceWidth
    for (const position of first.positions) position.xAdvance *= 2
    const second = font.layout('AVATAR')
    expect(second.advanceWidth).toBe(width)
    expect(second.glyphs.map(({ id }) => id)).toEqual(first.glyphs.map(({ id }) => id))
  })

  test('are those without features: features are shaped anew', () => {
    const advances = (features?: string[]) => font.layout('0.1', features).positions.map(({ xAdvance }) => xAdvance)
    const plain = advances()
    expect(advances(['pnum'])).not.toEqual(plain)
    expect(advances()).toEqual(plain)
  })
})
