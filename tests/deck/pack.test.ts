/** Patterns and words packed without being filled: what comes out is what would have been filled in, to any reader. */
import { crc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { inflateSync, strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Pattern, patternOf } from '../../src/deck/draw/looks.js'
import { type FilledPart, packWhole, readyParts } from '../../src/deck/pack/contents.js'
import { deflate, Output } from '../../src/deck/pack/deflate.js'
import { codesFor, letterSymbols } from '../../src/deck/pack/huffman.js'
import { mostEntries, zip } from '../../src/deck/pack/zip.js'

/** The plain way: fixed text and words, by turns. */
const filled = ({ pattern, words }: FilledPart): string =>
  pattern.map((piece, i) => (i % 2 === 0 ? piece : words[Number(piece)])).join('')

/** Packs parts together; each must come out as it was, with the right sum and length, by two readers. */
function expectFilled(parts: readonly FilledPart[]): void {
  readyParts(parts).forEach((ready, i) => {
    const text = filled(parts[i] as FilledPart)
    const output = new Output()
    const { crc, size } = deflate(ready, output)
    const stream = output.bytes.slice(0, output.length)
    const bytes = Buffer.from(text)
    expect(inflateRawSync(stream).toString()).toBe(text)
    // With room for all, as from a ZIP: fflate grows its own by less than a long word takes.
    expect(strFromU8(inflateSync(stream, { out: new Uint8Array(size) }))).toBe(text)
    expect([crc >>> 0, size]).toEqual([crc32(bytes), bytes.length])
  })
}

const word = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'a', 'The same words again', '&lt;b&gt;', 'لماذا؟', '为什么'),
)

/** Fixed text as XML has it: the same few pieces, and anything else between. */
const fixed = fc
  .array(fc.oneof(fc.constantFrom('<a:r><a:rPr lang="en"/><a:t>', '</a:t></a:r></a:p>', '<a:p>', '  '), word), {
    maxLength: 20,
  })
  .map((pieces) => pieces.join(''))

const filledPart: fc.Arbitrary<FilledPart> = fc
  .tuple(fixed, fc.array(fc.tuple(fc.nat(3), fixed), { maxLength: 12 }), fc.array(word, { minLength: 4, maxLength: 4 }))
  .map(([first, more, words]) => ({
    pattern: [first, ...more.flatMap(([index, text]) => [String(index), text])],
    words,
  }))

describe('a packed part', () => {
  test('unpacks to its pattern with its words, whatever both say', () => {
    fc.assert(
      fc.property(fc.array(filledPart, { minLength: 1, maxLength: 4 }), fc.array(word), (parts, others) => {
        // The same patterns with other words, as slides of one look have them.
        const alike = parts.map(({ pattern }) => ({ pattern, words: [...others, ...parts[0]!.words, '', '', '', ''] }))
        expectFilled([...parts, ...alike])
      }),
      { numRuns: 300 },
    )
  })

  test('keeps matches over words that are longer than any distance', () => {
    const pattern = patternOf(
      '<a:t>repeated here</a:t>\uFDD00\uFDD1<a:t>repeated here</a:t>\uFDD01\uFDD1<a:t>repeated here</a:t>',
    )
    for (const length of [0, 1, 32_720, 32_730, 32_740, 32_750, 32_768, 32_769, 40_000, 200_000])
      expectFilled([{ pattern, words: ['x'.repeat(length), 'y'] }])
  })

  test('keeps patterns that are longer than any distance', () => {
    const lines = Array.from({ length: 9000 }, (_, i) => `<row n="${(i * 7919) % 9000}"/>`).join('')
    expectFilled([{ pattern: [`${lines}${lines}`], words: [] }])
    expectFilled([{ pattern: [`${'a'.repeat(100_000)}b${'a'.repeat(600)}`, '0', ''], words: ['a'] }])
  })

  test('may be empty', () => {
    expectFilled([{ pattern: [''], words: [] }])
    expectFilled([{ pattern: ['', '0', ''], words: [''] }])
  })

  test('hangs on its group alone, not on what was packed before', () => {
    const parts: FilledPart[] = [{ pattern: ['<a>', '0', '</a>'], words: ['one'] }]
    const bytes = () => {
      const output = new Output()
      for (const ready of readyParts(parts)) deflate(ready, output)
      return output.bytes.slice(0, output.length)
    }
    const before = bytes()
    readyParts([{ pattern: ['<a>', '0', '</a>'], words: ['Something else that is far longer'] }])
    expect(bytes()).toEqual(before)
  })
})

test('codes are no longer than readers take, however uneven the counts', () => {
  // Each as much as all before it: the tree of these is as deep as it has leaves.
  const counts = new Uint32Array(316)
  for (let i = 0; i < 30; i++) {
    counts[i] = 2 ** i
    counts[letterSymbols + i] = 2 ** i
  }
  counts[256] = 1
  const { lengths } = codesFor(counts)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(15)
  // Complete codes (Kraft's sum is one), as readers want them.
  const kraft = (some: Uint8Array) => some.reduce((sum, length) => (length === 0 ? sum : sum + 2 ** -length), 0)
  expect([kraft(lengths.subarray(0, letterSymbols)), kraft(lengths.subarray(letterSymbols))]).toEqual([1, 1])
})

describe('a ZIP', () => {
  const date = new Date(2026, 10, 26, 12)

  test('holds what was put in, in its order', () => {
    const stored = Uint8Array.of(1, 2, 3)
    const [ready] = readyParts([{ pattern: ['<a>', '0', '</a>'] as Pattern, words: ['b'] }])
    const bytes = zip(
      [
        ['b.xml', packWhole('<b/>')],
        ['a/a.xml', ready!],
        ['c.png', { stored }],
      ],
      date,
    )
    const read = unzipSync(bytes)
    expect(Object.keys(read)).toEqual(['b.xml', 'a/a.xml', 'c.png'])
    expect(Object.values(read).map((each) => [...each])).toEqual([
      [...Buffer.from('<b/>')],
      [...Buffer.from('<a>b</a>')],
      [1, 2, 3],
    ])
  })

  test('is refused when it would hold more than its directory can count', () => {
    const packed = packWhole('')
    const entries = (count: number) => Array.from({ length: count }, (_, i) => [String(i), packed] as const)
    expect(Object.keys(unzipSync(zip(entries(mostEntries), date)))).toHaveLength(65_535)
    expect(() => zip(entries(mostEntries + 1), date)).toThrow('More than a ZIP can hold')
  })
})
