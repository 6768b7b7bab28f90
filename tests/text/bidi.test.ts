import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forShaper, levelsOf, shapeFromLeft, shapeFromRight, visualOrder } from '../../src/text/bidi.js'
import { firstDirection, paragraphDirection } from '../../src/text/direction.js'
import { breakLines, oneLine, type TextLine, textFace } from '../../src/text/lines/lines.js'
import type { Run } from '../../src/text/rich.js'
import { fakeMetrics } from '../fake-metrics.js'

/** What stands on the line from the left, each stretch as it is read: "דג" in "<…>" is drawn from right to left. */
function seen({ fragments }: TextLine): string {
  return [...fragments]
    .sort((a, b) => a.x - b.x)
    .map(({ text, rtl }) => (rtl ? `<${text}>` : text))
    .join('')
}

const set = (text: string | Run[], direction: 'ltr' | 'rtl' = 'rtl'): string =>
  seen(oneLine(typeof text === 'string' ? [{ text }] : text, { size: 10, faceOf: textFace, direction }, fakeMetrics))

describe('a line is drawn in the order of UAX 9', () => {
  test.each([
    ['Hebrew alone', 'מה שלומך?', '<מה שלומך?>'],
    ['a Latin name inside', 'מהו Docker היום', '< היום>Docker<מהו >'],
    ['a Latin name first', 'Docker הוא מה?', '< הוא מה?>Docker'],
    ['a number', 'שנת 1948 בארץ', '< בארץ>1948<שנת >'],
    ['a Latin phrase with a number', 'ראו version 1.2 שם', '< שם>version 1.2<ראו >'],
    ['brackets', 'תא (cell) חי', '<) חי>cell<תא (>'],
    ['a percentage', 'ירד ב־50% היום', '< היום>50%<ירד ב־>'],
    ['Arabic with its own digits', 'سنة ١٩٤٨ م', '< م>١٩٤٨<سنة >'],
    ['Arabic with a list of numbers', 'من 1, 2 و 3', '3< و >2<, >1<من >'],
  ])('%s', (_, text, expected) => {
    expect(set(text)).toBe(expected)
  })

  test('a Hebrew word in an English line', () => {
    expect(set('The word שלום means peace (שלום).', 'ltr')).toBe('The word <שלום> means peace (<שלום>).')
  })

  test('a Hebrew question in an English sheet runs its own way', () => {
    expect(set('מהו Docker?', 'ltr')).toBe('<?>Docker<מהו >')
  })

  test('an English question in a Hebrew sheet runs its own way', () => {
    expect(set('What is a cell?')).toBe('What is a cell?')
  })

  test.each([
    ['a file that begins with a number', 'المصدر 02_explainer.md هنا', '< هنا>02_explainer.md<المصدر >'],
    ['an address', 'ראו https://a.org/b?c=1#d.', '<.>https://a.org/b?c=1#d<ראו >'],
    ['a sign of the language', 'קוד C++ טוב', '< טוב>C++<קוד >'],
  ])('%s keeps its own order', (_, text, expected) => {
    expect(set(text)).toBe(expected)
  })

  test('code keeps its own order, with its signs', () => {
    expect(set([{ text: 'הריצו ' }, { text: '-m "x";', code: true }, { text: ' עכשיו' }])).toBe(
      '< עכשיו>-m "x";<הריצו >',
    )
    expect(set([{ text: 'מה ' }, { text: 'print("שלום")', code: true }])).toBe('print("<שלום>")<מה >')
  })
})

describe('lines', () => {
  const lines = (text: string, letters: number) =>
    breakLines([{ text }], letters * 5, { size: 10, faceOf: textFace, direction: 'rtl' }, fakeMetrics)

  test('are broken as they are read, and then ordered', () => {
    const broken = lines('אחת two three ארבע', 10)
    expect(broken.map(seen)).toEqual(['two<אחת >', '< ארבע>three'])
    expect(broken.map(({ rtl }) => rtl)).toEqual([true, true])
  })

  test('know the whole paragraph: a comma inside an English phrase stays English at the end of a line', () => {
    expect(lines('שלום foo, bar', 9).map(seen)).toEqual(['foo,<שלום >', 'bar'])
  })

  test('of left-to-right text are as they always were', () => {
    const [line] = breakLines([{ text: 'a (b) 1' }], 100, { size: 10, faceOf: textFace }, fakeMetrics)
    expect(line).toEqual({
      fragments: [{ text: 'a (b) 1', face: 'text', size: 10, x: 0, width: 35, rise: 0, run: 0 }],
      width: 35,
      end: 'stop',
    })
  })

  test('lose no letter, and no stretch stands on another, whatever is mixed', () => {
    const word = fc.constantFrom('שלום', 'cell', 'كتب', '12', '۵۰٪', '(x)', '02_a.md', '!', '—', 'שָׁל', '日本', 'می‌روم')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        fc.integer({ min: 30, max: 200 }),
        (words, direction, width) => {
          const text = words.join(' ')
          const broken = breakLines([{ text }], width, { size: 10, faceOf: textFace, direction }, fakeMetrics)
          const read = broken.map(({ fragments }) => fragments.map((fragment) => fragment.text).join('')).join('')
          expect(read.replaceAll(' ', '')).toBe(text.normalize('NFC').replaceAll(' ', ''))
          for (const { fragments, width: own } of broken) {
            let x = 0
            for (const fragment of [...fragments].sort((a, b) => a.x - b.x)) {
              expect(fragment.x).toBeCloseTo(x, 6)
              x += fragment.width
            }
            expect(x).toBeCloseTo(own, 6)
          }
        },
      ),
    )
  })
})

describe('levels', () => {
  test('of isolated stretches are put back to their letters', () => {
    expect([...levelsOf('א-m ב', 'rtl', [[1, 3]])]).toEqual([1, 2, 2, 1, 1])
  })

  test('are reversed from the highest to the lowest odd one', () => {
    expect(visualOrder([1, 1, 2, 2, 1])).toEqual([4, 2, 3, 1, 0])
    expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4])
    expect(visualOrder([0, 0])).toEqual([0, 1])
    expect(visualOrder([])).toEqual([])
  })
})

describe('the shaper', () => {
  test('is told the side where its own guess would be wrong, and gets brackets mirrored', () => {
    expect(forShaper('(שלום', true)).toBe(`${shapeFromRight})שלום`)
    expect(forShaper('?!', true)).toBe(`${shapeFromRight}?!`)
    expect(forShaper('۵۰', false)).toBe(`${shapeFromLeft}۵۰`)
    expect(forShaper('cell', false)).toBe('cell')
  })
})

describe('the direction of a paragraph', () => {
  test.each([
    ['Docker הוא מה?', 'rtl', 'rtl'],
    ['What?', 'rtl', 'ltr'],
    ['1 / 3', 'rtl', 'rtl'],
    ['1 / 3', 'ltr', 'ltr'],
    ['שלום means peace', 'ltr', 'rtl'],
    ['Peace is שלום', 'ltr', 'ltr'],
    ['日本', 'rtl', 'ltr'],
  ] as const)('"%s" in a sheet that runs %s: %s', (text, sheet, expected) => {
    expect(paragraphDirection(text, sheet)).toBe(expected)
  })

  test('is that of the first letter, when only letters are asked', () => {
    expect(['12 אב', 'a אב', '…'].map(firstDirection)).toEqual(['rtl', 'ltr', null])
  })
})
