import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inLatin, isLatin, LetterPattern } from '../../src/text/latin.js'

const everyUnit = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
const latin = everyUnit.filter(isLatin)

const properties = [
  ...['L', 'Lu', 'Ll', 'Lo', 'M', 'N', 'Nd', 'P', 'Pc', 'S', 'Z', 'Cc', 'Default_Ignorable_Code_Point', 'sc=Latin'],
  ...[
    'Arabic',
    'Devanagari',
    'Greek',
    'Han',
    'Hangul',
    'Hebrew',
    'Hiragana',
    'Katakana',
    'Khmer',
    'Lao',
    'Myanmar',
  ].map((script) => `Script=${script}`),
  'sc=Thai',
]

describe('a pattern for letters of any script', () => {
  it.each(properties)('has the same letters of Latin texts for \\p{%s}', (property) => {
    for (const source of [`\\p{${property}}`, `\\P{${property}}`, `[\\p{${property}}]`, `[^\\p{${property}}]`]) {
      const plain = new RegExp(source, 'u')
      const own = inLatin(source)
      if (own === null) throw new Error(`no form of ${source}`)
      const short = new RegExp(own)
      expect(latin.filter((letter) => plain.test(letter) !== short.test(letter))).toEqual([])
    }
  })

  it('knows the texts of Latin letters from others', () => {
    expect(latin.length).toBeGreaterThan(1000)
    for (const words of ['', 'Why?', 'Warum “heißt” das so …', '§1.1–§1.8', 'œuvre', 'a → b ≠ c ✓ ☐', '\u00ad\t\n'])
      expect([words, isLatin(words)]).toEqual([words, true])
    for (const words of ['Łódź', 'по', '為什麼', 'e\u0301', '🚀', '☑\ufe0f', '\ud800', '\u200b', '\u2028'])
      expect([words, isLatin(words)]).toEqual([words, false])
  })

  it('has no form of its own where it cannot be sure of one', () => {
    for (const source of ['\\p{Extended_Pictographic}', '[^\\P{L}x]', '\\u{1f680}', '[😀-😎]', '[a-😎]'])
      expect([source, inLatin(source)]).toEqual([source, null])
  })

  const sources = [
    ...['\\p{L}+', '[^\\p{L}\\p{M}\\p{N}]+', '^[^\\p{L}]{0,3}', '(?<!\\p{L})(?:a|é)(?![\\p{L}\\p{N}])', '\\P{L}', '.'],
    ...['[\\p{L}-]+', '[-\\p{N}]+', '[a\\]\\p{N}]+', '\\[\\p{L}\\]', '(\\p{Lu})\\p{Ll}*', '[^\\s\\p{P}]+', '[\\p{S}x]'],
    ...['🚀?a', '[✓🚀]\\ufe0f?', '[^🚀]', '(?:🔑|🗝)\\ufe0f?', '(🚀)*', '\\p{Script=Han}|a', '\\\\p', '[[\\]]\\p{L}'],
    ...[
      '\\u00e9+',
      '\\p{sc=Latin}\\W',
      '(?=\\S)[^:]{1,3}',
      '(?:a|ЖЖ?|Ж?|日|x)',
      '(a|日)\\p{L}',
      '(?!a|Ж)\\p{L}',
      '(Ж|日)?a',
    ],
    ...[
      '[(日|)]',
      '(?:Ж?|日)x',
      '(?:Ж*|a)1',
      '(?<=日|a)é',
      '\\(?日|a',
      '(?:日{0,2}|é)9',
      '^(?:日|Ж)',
      '(?:日|Ж){0,1}a',
    ],
  ]
  const letters = [...'aAzéÉœßªµ19²½ -_[]\\:.…–§→≠✓☐x', '🚀', '日', '\ufe0f', '\ud83d', 'Ж', 'e\u0301']
  const text = fc.array(fc.constantFrom(...letters), { maxLength: 10 }).map((parts) => parts.join(''))

  it('finds what the expression finds, in any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sources), text, (source, words) => {
        const [own, plain] = [new LetterPattern(source), new RegExp(source, 'u')]
        const told = (match: RegExpExecArray | null) => match && [match.index, ...match]
        expect(told(own.exec(words))).toEqual(told(plain.exec(words)))
        expect(own.test(words)).toBe(plain.test(words))
        const all = new LetterPattern(source, 'g')
        expect(words.replace(all.for(words), '<$&>')).toBe(words.replace(new RegExp(source, 'gu'), '<$&>'))
      }),
      { numRuns: 10_000 },
    )
  })
})
