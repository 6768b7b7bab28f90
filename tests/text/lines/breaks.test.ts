import fc from 'fast-check'
import LineBreaker from 'linebreak'
import { describe, expect, test, vi } from 'vitest'
import { LetterPattern } from '../../../src/text/latin.js'
import { beginnings, breakPlaces, elided } from '../../../src/text/lines/breaks.js'

/** The text cut at every place where a line may end; discouraged places do not count. */
function parts(text: string, lang?: string): string[] {
  const places = breakPlaces(text, lang).filter(({ discouraged }) => !discouraged)
  return places.map(({ position }, i) => text.slice(places[i - 1]?.position ?? 0, position))
}

describe('stays together', () => {
  test.each([
    ['a range of sections', 'See §1.1-§1.8.', ['See ', '§1.1-§1.8.']],
    ['a range with a dash', 'See §2–4 now', ['See ', '§2–4 ', 'now']],
    ['a sign and its number', 'in § 4.2 here', ['in ', '§ 4.2 ', 'here']],
    ['a named section', '§What Comes', ['§What ', 'Comes']],
    ['two signs', 'both §§2–4.', ['both ', '§§2–4.']],
    ['thousands', 'of 10 000 000 rows', ['of ', '10 000 000 ', 'rows']],
    ['a number and its unit', 'in 30 ms or 4 GB', ['in ', '30 ms ', 'or ', '4 GB']],
    ['per cent', 'by 20 % more', ['by ', '20 % ', 'more']],
    ['a page', 'on p. 12 there', ['on ', 'p. 12 ', 'there']],
    ['an address', 'at https://example.org/a/b-c now', ['at ', 'https://example.org/a/b-c ', 'now']],
    ['short words with a sign', 'CI/CD and A/B in C++/Rust', ['CI/CD ', 'and ', 'A/B ', 'in ', 'C++/Rust']],
    ['a dash and the word before it', 'drift — explain', ['drift — ', 'explain']],
    ['a dash set close and the word before it', 'a drift—explain', ['a ', 'drift—', 'explain']],
    ['a dash that opens an aside and its first word', 'drift —explain— it', ['drift ', '—explain— ', 'it']],
    ['a hyphen for a dash', 'drift - explain', ['drift - ', 'explain']],
    ['quotation marks with spaces', 'Que dit « la file » ?', ['Que ', 'dit ', '« la ', 'file » ?']],
    ['more units', '5 kg, 30 min, 20 °C, 3 kWh', ['5 kg, ', '30 min, ', '20 °C, ', '3 kWh']],
    ['money', 'for € 20 or 20 €', ['for ', '€ 20 ', 'or ', '20 €']],
    ['pages with a dash', 'on pp. 88–91 there', ['on ', 'pp. 88–91 ', 'there']],
    ['a figure, a chapter', 'Fig. 3 in Chapter 4', ['Fig. 3 ', 'in ', 'Chapter 4']],
    ['a page in German', 'auf S. 12 bei Abb. 3', ['auf ', 'S. 12 ', 'bei ', 'Abb. 3']],
    ['a page in Russian', 'на стр. 5', ['на ', 'стр. 5']],
    ['letters of an abbreviation', 'also z. B. hier', ['also ', 'z. B. ', 'hier']],
    ['what a no-break space joins', 'a\u00A0b c', ['a\u00A0b ', 'c']],
    ['what a no-break hyphen joins', 'x\u2011y z', ['x\u2011y ', 'z']],
  ])('%s', (_, text, expected) => expect(parts(text)).toEqual(expected))
})

describe('a word of one letter', () => {
  test.each([
    ['pl', 'to jest w domu i z nim', ['to ', 'jest ', 'w domu ', 'i z nim']],
    ['cs-CZ', 'řekl k tomu', ['řekl ', 'k tomu']],
    ['ru', 'что в нём', ['что ', 'в нём']],
    ['en', 'in a house', ['in ', 'a ', 'house']],
  ])('in %s', (lang, text, expected) => expect(parts(text, lang)).toEqual(expected))
})

test('a name that is wider than the line may be cut at signs where no line ends otherwise', () => {
  const places = breakPlaces('03_study-material/notes.md')
  expect(places.filter(({ discouraged }) => discouraged).map(({ position }) => position)).toEqual([3, 23])
})

describe('may part', () => {
  test.each([
    ['a long hyphenated word', 'counterfactual-identification', ['counterfactual-', 'identification']],
    ['at a soft hyphen', 'recapi\u00ADtulate', ['recapi\u00AD', 'tulate']],
    ['four digits that are no thousands', 'in 2024 1000 runs', ['in ', '2024 ', '1000 ', 'runs']],
    ['a number and a word', '5 minutes', ['5 ', 'minutes']],
    ['letters of Chinese', '語言', ['語', '言']],
    ['Japanese behind a section', '§1.3とは', ['§1.3', 'と', 'は']],
  ])('%s', (_, text, expected) => expect(parts(text)).toEqual(expected))
})

test('a line feed must end the line', () => {
  expect(breakPlaces('a\nb')).toEqual([
    { position: 2, required: true, discouraged: false },
    { position: 3, required: false, discouraged: false },
  ])
})

test('any text: places rise to its end, and never stand inside a pair', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...'§ 12.-–a/\u00A0\u00AD\n😀é'), minLength: 1, maxLength: 40 }),
  )
  fc.assert(
    fc.property(text, (words) => {
      const positions = breakPlaces(words).map(({ position }) => position)
      expect(positions.at(-1)).toBe(words.length)
      expect([...new Set(positions)].sort((a, b) => a - b)).toEqual(positions)
      for (const position of positions)
        expect(words.slice(position - 1, position + 1)).not.toMatch(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/)
    }),
  )
})

describe('a text cut short', () => {
  test.each([
    ['at words', 'Why not now?', ['Why …', 'Why not …']],
    ['not inside of a section', 'See §1.1-§1.8 first', ['See …', 'See §1.1-§1.8 …']],
    ['not after a hyphen', 'a cloud-heavy team', ['a …', 'a cloud-heavy …']],
    ['anywhere in Japanese that a line may end', '何か。次', ['何…', '何か。…']],
    ['not at all, a single word', 'Why?', []],
  ])('ends %s', (_, text, expected) => {
    expect(beginnings(text).map(elided)).toEqual(expected)
  })
})

describe('plain texts', () => {
  /** Where UAX 14 lets lines end. */
  const unicodePlaces = (text: string): number[] => {
    const breaker = new LineBreaker(text)
    const places: number[] = []
    for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) places.push(found.position)
    return places
  }
  /** Those that we find, without the cuts inside of names. */
  const ourPlaces = (text: string): number[] => {
    const asked = unicodePlaces(text)
    return breakPlaces(text)
      .filter(({ position, discouraged }) => !discouraged || asked.includes(position))
      .map(({ position }) => position)
  }

  test('end where UAX 14 says, whatever their letters and signs', () => {
    const letter = fc.constantFrom(...'aZ09éÄŁжЯ§.,:;?!"\'’() ')
    const text = fc.array(letter, { minLength: 1, maxLength: 24 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(text, (each) => {
        expect(ourPlaces(each)).toEqual(unicodePlaces(each))
      }),
      { numRuns: 3000 },
    )
  })

  test('end where UAX 14 says, with each letter of their alphabets', () => {
    for (const [first, last] of [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0xc0, 0x24f],
      [0x410, 0x44f],
    ] as const)
      for (let code = first; code <= last; code++) {
        const letter = String.fromCharCode(code)
        const text = `a${letter}b ${letter}${letter} 1${letter}2 ${letter}. ${letter}? (${letter}) x`
        expect(ourPlaces(text), letter).toEqual(unicodePlaces(text))
      }
  })
})

test('lines of Latin letters end where they would if their patterns were asked for all scripts', () => {
  const pieces = fc.constantFrom(
    ...'p. pp. Fig. FIG. S. Nr. no. Chapter chapter pÁg. стр. § §§ 12 1.1 10 000 ms µs GB % °C €'.split(' '),
    ...'z. B. É. ß. J. - – — « » ‹ a_b x/y.md a.b cut-off \\ / # @ Œuvre œ ª ² Straße → x'.split(' '),
    ...[' ', ' ', ' ', '\u00a0', '. ', '日本'],
  )
  const texts = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''))
  let told = 0
  fc.assert(
    fc.property(texts, (text) => {
      const found = breakPlaces(text)
      told += found.filter(({ discouraged }) => discouraged).length
      const spy = vi.spyOn(LetterPattern.prototype, 'for').mockImplementation(function (this: LetterPattern) {
        return new RegExp(this.source, `${this.flags}u`)
      })
      try {
        expect(breakPlaces(text)).toEqual(found)
      } finally {
        spy.mockRestore()
      }
    }),
    { numRuns: 2000 },
  )
  expect(told).toBeGreaterThan(1000)
})
