import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Caseless, holds } from '../../src/text/caseless.js'

/** What a match tells: where, and each group as it is written. */
const told = (match: RegExpExecArray | null) => match && { at: match.index, in: match.input, groups: [...match] }

describe('a pattern that takes capital letters for small ones', () => {
  it('finds what stands there, as it is written', () => {
    const found = new Caseless('(lösung)(?:en)?:\\s*(\\d)?').exec('Die LÖSUNGEN: so')
    expect(told(found)).toEqual({ at: 4, in: 'Die LÖSUNGEN: so', groups: ['LÖSUNGEN: ', 'LÖSUNG', undefined] })
  })

  it('may be written in capitals, with escapes that are', () => {
    expect(new Caseless(/^ANSWER\S\D$/iu).test('answer:a')).toBe(true)
    expect(new Caseless(/^answer\S\D$/iu).test('ANSWER 1')).toBe(false)
  })

  it('refuses to tell letters by their case', () => {
    expect(() => new Caseless('\\p{Lu}').test('a')).toThrow('by their case')
    expect(() => new Caseless('[ſs]').test('a')).toThrow('by their case')
  })

  it('is asked only of texts that hold what it needs, in capitals too', () => {
    const asked: string[] = []
    const pattern = new Caseless('k', 'iu', (small) => asked.push(small) > 0 && holds('lösung', 'k')(small))
    expect([pattern.test('K'), pattern.test('LÖSUNG'), pattern.test('a'), pattern.exec('Ak')?.index]).toEqual([
      true,
      false,
      false,
      1,
    ])
    expect(asked).toEqual(['k', 'lösung', 'a', 'ak'])
    // Which small letters do not tell of.
    expect(pattern.test('\u212a')).toBe(true)
  })

  const letters = 'aAsSkK\u212a\u{10400}äÄßẞſKÅåµμΜςσΣİıIiͅιᾼдДᲁϐβΒǅǆǄⅧⅷⒶⓐṡẛΐΰﬅ: 1–§'
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 })
  const patterns = [
    ...['\\p{M}', '[^\\p{M}]', '[\\p{L}\\p{M}\\p{N}]+', '[^\\P{N}]', '.', '[^a]', '\\P{L}', '[^\\s\\p{P}]'],
    ...[
      's',
      'ss?',
      'k',
      '(å)',
      'ß',
      'μ',
      'ς',
      'λύσεις|σ(.)',
      'β',
      'д+',
      'ι',
      'i',
      'ı',
      'ǆ',
      'ṡ',
      '[a-k]+',
      '[^\\p{L}\\p{N}]+',
      '\\p{L}+',
      '[^\\P{L}sui]',
    ],
    ...[
      '\\bk\\b',
      '\\w+',
      '\\W',
      '(?<!\\p{L})(?:a|s|ä)(?![\\p{L}\\p{N}])',
      '^(?:(a)|(k))*',
      '(?<=:)\\s*\\S',
      'ⅷ|ⓐ',
      '\\u00e4',
    ],
  ]

  it('finds what the flag i alone finds', () => {
    const ascii = ['s', 'ss?', 'k', '[a-k]+', '\\bk\\b', '\\w+', '\\W', '^(?:(a)|(k))*', '[^a]', '(?<=:)\\s*\\S', '.$']
    fc.assert(
      fc.property(fc.constantFrom(...ascii), text, (source, words) => {
        expect(told(new Caseless(source, 'i').exec(words))).toEqual(told(new RegExp(source, 'i').exec(words)))
      }),
      { numRuns: 2000 },
    )
  })

  it('finds what the flags i and u find, letters of any script', () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), text, (source, words) => {
        const pattern = new Caseless(source)
        const plain = new RegExp(source, 'iu')
        expect(told(pattern.exec(words))).toEqual(told(plain.exec(words)))
        expect(pattern.test(words)).toBe(plain.test(words))
      }),
      { numRuns: Number(process.env.CASELESS_RUNS ?? 5000) },
    )
  })
})
