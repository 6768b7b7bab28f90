import { describe, expect, test } from 'vitest'
import { hyphenPlaces, readHyphenation } from '../../../src/text/lines/hyphens.js'
import { breakLines, type LineStyle, textFace } from '../../../src/text/lines/lines.js'
import { fakeMetrics } from '../../fake-metrics.js'
import { repositoryText } from '../../sheet/read.js'

const patternsOf = (lang: string) => readHyphenation(() => repositoryText(`templates/classic/hyphens/hyph-${lang}.tex`))
const shown = (word: string, places: readonly number[]): string =>
  [0, ...places].map((place, i, all) => word.slice(place, all[i + 1])).join('-')

describe('words', () => {
  test.each([
    ['en', 'recapitulate', 're-ca-pit-u-late'],
    ['en', 'hyphenation', 'hy-phen-ation'],
    ['en', 'associate', 'as-so-ciate'],
    ['en-GB', 'democracy', 'demo-cracy'],
    ['de', 'Betriebswirtschaftslehre', 'Be-triebs-wirt-schafts-lehre'],
    [
      'de',
      'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung',
      'Grund-stücks-ver-kehrs-ge-neh-mi-gungs-zu-stän-dig-keits-über-tra-gungs-ver-ord-nung',
    ],
    ['de', 'Größenordnung', 'Grö-ßen-ord-nung'],
    ['fr', 'développement', 'dé-ve-lop-pe-ment'],
    ['es', 'aprendizaje', 'apren-di-zaje'],
    ['it', 'apprendimento', 'ap-pren-di-mento'],
    ['nl', 'verantwoordelijk', 'ver-ant-woor-de-lijk'],
    ['pl', 'odpowiedzialność', 'od-po-wie-dzial-ność'],
    ['pt', 'desenvolvimento', 'de-sen-vol-vi-mento'],
    ['ru', 'воспоминание', 'вос-по-ми-на-ние'],
    ['el', 'εκπαίδευση', 'εκ-παί-δευση'],
    ['tr', 'değerlendirme', 'de-ğer-len-dirme'],
  ])('in %s: %s', (lang, word, expected) => expect(shown(word, patternsOf(lang).places(word))).toBe(expected))

  test.each([
    ['short ones', 'window'],
    ['no words', 'a'.repeat(101)],
    ['letters that change their number with their case', 'İstanbullular'],
  ])('%s stay whole', (_, word) => expect(patternsOf('en').places(word)).toEqual([]))

  test('are parted as the patterns say, two letters before a hyphen and three behind it', () => {
    const own = readHyphenation(() => '% nothing\n\\patterns{1b .ab3 2bb 1c\n}\n\\hyphenation{\nab-cdef-gh\n}')
    expect(own.places('aabaabaa')).toEqual([2, 5])
    expect(own.places('aabbaaaa')).toEqual([3])
    expect(own.places('abcdefgh')).toEqual([2])
  })

  test('stay whole by a file that has no patterns', () => {
    expect(readHyphenation(() => 'nothing').places('recapitulate')).toEqual([])
  })
})

describe('in running text', () => {
  const english = patternsOf('en')
  const parted = (text: string, isProse: (at: number) => boolean = () => true) =>
    shown(text, hyphenPlaces(text, english, isProse))

  test.each([
    ['words between signs', '(“recapitulate”)', '(“re-ca-pit-u-late”)'],
    ['a word with a capital', 'Recapitulate!', 'Re-ca-pit-u-late!'],
  ])('%s are parted', (_, text, expected) => expect(parted(text)).toBe(expected))

  test.each([
    ['names of files', 'recapitulate.md'],
    ['paths', 'notes/recapitulate'],
    ['names with capitals', 'RECAPITULATE recapituLate'],
    ['sections by their names', '§Recapitulation'],
    ['words with digits', 'recapitulate2 2recapitulate'],
    ['words with a hyphen', 'well-recapitulated'],
    ['addresses', 'recapitulate@example.org'],
  ])('%s stay whole', (_, text) => expect(parted(text)).toBe(text))

  test('code stays whole', () => expect(parted('recapitulate', () => false)).toBe('recapitulate'))
})

describe('lines', () => {
  const letter = 5
  const style: LineStyle = { size: 10, faceOf: textFace, hyphens: patternsOf('en') }
  const broken = (text: string, letters: number, more: Partial<LineStyle> = {}): string[] =>
    breakLines([{ text }], letters * letter, { ...style, ...more }, fakeMetrics).map(({ fragments }) =>
      fragments.map(({ text: words, soft }) => (soft ? '~' : words)).join(''),
    )

  test('part a word that is wider than they are', () => {
    expect(broken('to recapitulate it', 9)).toEqual(['to reca~', 'pitulate', 'it'])
  })

  test('part no word to fill a hole, unless they are asked to', () => {
    const text = 'at universities everywhere'
    expect(broken(text, 16)).toEqual(['at universities', 'everywhere'])
    expect(broken('a representation', 15)).toEqual(['a', 'representation'])
    expect(broken('a representation', 15, { fillsWithHyphens: true })).toEqual(['a representa~', 'tion'])
  })

  test('part words where that saves a line', () => {
    const text = 'see every recapitulation here'
    expect(broken(text, 16)).toEqual(['see every', 'recapitulation', 'here'])
    expect(broken(text, 16, { fillsWithHyphens: true })).toEqual(['see every reca~', 'pitulation here'])
  })

  test('part no word in a wide measure', () => {
    const text = `${'word '.repeat(7)}representation`
    expect(broken(text, 52, { fillsWithHyphens: true }).join('')).not.toContain('~')
  })
})
