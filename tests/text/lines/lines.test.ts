import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines, type LineStyle, plainFaces, type TextLine, textFace } from '../../../src/text/lines/lines.js'
import type { Metrics } from '../../../src/text/metrics.js'
import { printable } from '../../../src/text/printable.js'
import type { Run } from '../../../src/text/rich.js'
import { fakeMetrics } from '../../fake-metrics.js'
import { realFonts } from '../../real-fonts.js'

/** With the fake metrics a letter is 5 pt wide. */
const style: LineStyle = { size: 10, faceOf: textFace }
const letter = 5

const lineWords = (line: TextLine): string => line.fragments.map(({ text }) => text).join('')
const breakText = (text: string, letters: number): string[] =>
  breakLines([{ text }], letters * letter, style, fakeMetrics).map(lineWords)

describe('lines', () => {
  test('are as few as can be, and among those the most even', () => {
    expect(breakText('aaa bb cc ddddd', 6)).toEqual(['aaa', 'bb cc', 'ddddd'])
    expect(breakText('one two three four', 100)).toEqual(['one two three four'])
  })

  test('do not leave a lone short word on the last one', () => {
    const text = 'What made the silent degradation a problem'
    const lines = breakText(text, 41)
    expect(lines).toHaveLength(2)
    expect(lines[1]?.length).toBeGreaterThan(8)
  })

  test('end at a hard break', () => {
    const runs: Run[] = [{ text: 'one ' }, { text: '\n' }, { text: ' two' }]
    const lines = breakLines(runs, 1000, style, fakeMetrics)
    expect(lines.map(lineWords)).toEqual(['one', 'two'])
    expect(lines.map(({ end }) => end)).toEqual(['stop', 'stop'])
  })

  test('tell what follows them', () => {
    const lines = breakLines([{ text: 'alpha beta gammagamma' }], 5 * letter, style, fakeMetrics)
    expect(lines.map((line) => [lineWords(line), line.end])).toEqual([
      ['alpha', 'space'],
      ['beta', 'space'],
      ['gamma', 'word'],
      ['gamma', 'stop'],
    ])
  })

  test('are none when there are no words', () => {
    for (const runs of [[], [{ text: ' ' }], [{ text: ' \n ' }]])
      expect(breakLines(runs, 100, style, fakeMetrics)).toEqual([])
  })
})

describe('words', () => {
  test.each([
    ['See §1.1-§1.8', 10, ['See', '§1.1-§1.8']],
    ['in § 4.2', 6, ['in', '§ 4.2']],
    ['of 10 000 rows', 8, ['of', '10 000', 'rows']],
    ['learn CI/CD', 7, ['learn', 'CI/CD']],
  ])('"%s" is not torn where it stands together', (text, width, expected) => {
    expect(breakText(text, width)).toEqual(expected)
  })

  test('wider than the line are cut, at a sign when one fits', () => {
    expect(breakText('§1.1-§1.8', 6)).toEqual(['§1.1-', '§1.8'])
    expect(breakText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(breakText('abc', 0.5)).toEqual(['a', 'b', 'c'])
  })

  test('are cut between what readers call letters', () => {
    expect(breakText('e\u0301e\u0301👩‍👩‍👧👩‍👩‍👧', 1).every((line) => /^(?:é|👩‍👩‍👧)$/u.test(line))).toBe(true)
  })

  test('show a hyphen at a soft hyphen only where the line ends there', () => {
    expect(breakText('recapi\u00ADtulate', 8)).toEqual(['recapi-', 'tulate'])
    expect(breakText('recapi\u00ADtulate', 40)).toEqual(['recapitulate'])
    expect(breakText('a recapi\u00ADtulate b', 6)).toEqual(['a', 'recap', 'i-', 'tulate', 'b'])
  })

  test('joined by a no-break space stay on one line and are drawn with a space', () => {
    expect(breakText('see a\u00A0b', 5)).toEqual(['see', 'a b'])
  })
})

describe('runs', () => {
  const runs: Run[] = [
    { text: 'plain ' },
    { text: 'strong', strong: true },
    { text: ' ' },
    { text: 'code', code: true },
    { text: '2', script: 'super' },
    { text: 'i', script: 'sub', emphasis: true },
  ]

  test('become fragments that stand one behind the other', () => {
    const [line] = breakLines(runs, 1000, { ...style, codeScale: 0.9 }, fakeMetrics)
    let x = 0
    for (const fragment of line!.fragments) {
      expect(fragment.x).toBeCloseTo(x)
      x += fragment.width
    }
    expect(line!.width).toBeCloseTo(x)
    expect(line!.fragments.map(({ face }) => face)).toEqual([
      'text',
      'text-strong',
      'text',
      'mono',
      'text',
      'text-emphasis',
    ])
    expect(line!.fragments.map(({ run }) => run)).toEqual([0, 1, 2, 3, 4, 5])
    expect(line!.fragments[3]?.size).toBe(9)
    expect(line!.fragments.map(({ rise }) => Math.sign(rise))).toEqual([0, 0, 0, 0, 1, -1])
  })

  test('do not make a place to break where the word has none', () => {
    const lines = breakLines(
      [{ text: 'an un' }, { text: 'break', strong: true }, { text: 'able' }],
      12 * letter,
      style,
      fakeMetrics,
    )
    expect(lines.map(lineWords)).toEqual(['an', 'unbreakable'])
  })

  test('are told apart where their letters are the same', () => {
    const stretch = { width: 500, ascent: 700, descent: 200, outlines: [], words: [] }
    const metrics: Metrics = { ...fakeMetrics, formula: () => ({ stretches: [stretch] }) }
    const set = (mark: Partial<Run>) => breakLines([{ text: '2', ...mark }], 1000, style, metrics)[0]?.fragments[0]
    expect([set({ script: 'super' }), set({ script: 'sub' })].map((part) => Math.sign(part?.rise ?? 0))).toEqual([
      1, -1,
    ])
    expect([set({ math: true }), set({ code: true })].map((part) => part?.text)).toEqual(['', '2'])
  })

  test('are made anew in each size', () => {
    const fragments = [10, 12].map(
      (size) => breakLines([{ text: 'x', script: 'super' }], 1000, { ...style, size }, fakeMetrics)[0]?.fragments[0],
    )
    expect(fragments[1]?.width).toBeCloseTo(1.2 * (fragments[0]?.width ?? 0))
    expect(fragments[1]?.rise).toBeCloseTo(1.2 * (fragments[0]?.rise ?? 0))
  })

  test('choose a face by their marks', () => {
    expect(textFace({ text: 'x', strong: true, emphasis: true })).toBe('text-strong-emphasis')
    expect(textFace({ text: 'x', strong: true, code: true })).toBe('mono-strong')
    const plain = plainFaces('label', 'label-strong')
    expect([{}, { strong: true }, { code: true }].map((marks) => plain({ text: 'x', ...marks } as Run))).toEqual([
      'label',
      'label-strong',
      'mono',
    ])
  })
})

// ── any text ──

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,12}$/) },
  fc.constantFrom(
    '§1.1-§1.8',
    '§',
    '4.2',
    '10',
    '000',
    '—',
    'A/B',
    'https://example.org/a/b',
    'recapi\u00ADtu\u00ADlate',
    'é',
    'Ж',
    '→',
    '語言',
    '😀',
    'no\u00A0break',
    'x\u2011y',
    'AVAVAV',
    '\u00AD',
    '\u200B',
    'supercalifragilisticexpialidocious',
  ),
)
const marks = fc.constantFrom<Partial<Run>>(
  {},
  {},
  {},
  { strong: true },
  { emphasis: true },
  { code: true },
  { script: 'super' },
)
const run = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), marks, fc.constantFrom(' ', '', '\n'))
  .map(([words, mark, end]): Run[] => [{ text: words.join(' '), ...mark }, ...(end === '' ? [] : [{ text: end }])])
const runs = fc.array(run, { maxLength: 4 }).map((each) => each.flat())
const width = fc.integer({ min: 1, max: 400 })

/** Letters as they are drawn, blanks left out: what no breaking may change. */
const letters = (text: string): string => printable(text).replace(/\s/g, '')
/** A hyphen may be added at a soft hyphen. */
const withoutHyphens = (text: string): string => text.replaceAll('-', '')

function checkLines(given: Run[], room: number, metrics: Metrics, tolerance: number): void {
  const lines = breakLines(given, room, style, metrics)
  expect(withoutHyphens(letters(lines.map(lineWords).join('')))).toBe(
    withoutHyphens(letters(given.map(({ text }) => text).join(''))),
  )
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  for (const line of lines) {
    const clusters = [...segmenter.segment(lineWords(line).replace(/-$/, ''))]
    if (line.width > room + tolerance) expect(clusters.length).toBeLessThanOrEqual(1)
    for (const fragment of line.fragments) {
      expect(fragment.text).not.toMatch(/[\u00AD\u200B\u00A0\u2011\n]/)
      expect(fragment.width).toBeCloseTo(metrics.width(fragment.text, fragment.face, fragment.size), 6)
    }
  }
}

describe('any text', () => {
  test('keeps its letters in order and stays inside the width', () => {
    fc.assert(
      fc.property(runs, width, (given, room) => checkLines(given, room, fakeMetrics, 0.01)),
      { numRuns: 400 },
    )
  })

  test('does so with real fonts, but for the kerning across a place where the line could have ended', () => {
    fc.assert(
      fc.property(runs, width, (given, room) => checkLines(given, room, realFonts(), 0.5)),
      { numRuns: 150 },
    )
  })

  test('any characters at all do not stop it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), width, (text, room) => {
        const lines = breakLines([{ text: text || 'x' }], room, style, fakeMetrics)
        expect(lines.every((line) => Number.isFinite(line.width))).toBe(true)
      }),
    )
  })
})
