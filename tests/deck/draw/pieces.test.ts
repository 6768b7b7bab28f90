/** What slides are put together of. That they come out as the library draws them is held in `looks.test.ts`. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPieces } from '../../../src/deck/draw/drawn-looks.js'
import { sortByLook } from '../../../src/deck/draw/looks.js'
import { cutPieces, type DrawnPiece, linkOf, piecesOf, piecesOfSlide } from '../../../src/deck/draw/pieces.js'
import type { Slides } from '../../../src/deck/slides-model.js'
import { anyDay } from '../arbitrary.js'
import { makeDeck, realWeek } from '../make.js'
import { sheetOf } from '../sheets.js'

/** Pieces that a deck needs, by their keys, drawn slide by slide: two slides may need the same. */
async function drawnOf(slides: Slides): Promise<[string, DrawnPiece][]> {
  const { samples, numbers } = sortByLook(slides)
  const drawn: [string, DrawnPiece][] = []
  for (const slide of samples.slides) drawn.push(...(await drawPieces({ ...samples, slides: [slide] }, numbers)))
  return drawn
}

test('a key says all that its piece hangs on', async () => {
  const seen = new Map<string, DrawnPiece>()
  const expectSeen = async (slides: Slides) => {
    for (const [key, piece] of await drawnOf(slides)) {
      expect(piece, key).toEqual(seen.get(key) ?? piece)
      seen.set(key, piece)
    }
  }
  await expectSeen(makeDeck(realWeek().sheet).slides)
  const days = fc.array(anyDay, { minLength: 1, maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(
      days,
      fc.constantFrom('ltr' as const, 'rtl' as const),
      fc.constantFrom('en', 'ja'),
      (some, dir, lang) => expectSeen({ ...makeDeck(sheetOf(some, { dir })).slides, lang }),
    ),
    { numRuns: 10 },
  )
}, 60_000)

test('numbers and words are in no key, and a slide needs few pieces', () => {
  const { samples, numbers } = sortByLook(makeDeck(realWeek().sheet).slides)
  const planned = samples.slides.map((slide) => piecesOfSlide(slide, { deck: samples, numbers }))
  const keys = new Set(planned.flatMap(({ slide, relations }) => [...slide, ...relations].map(({ key }) => key)))
  expect(planned.flatMap(({ slide }) => slide).length).toBeGreaterThan(1000)
  expect(keys.size).toBeLessThan(100)
  // But for the margins and rules of cells.
  for (const key of keys) if (!key.startsWith('cell end')) expect(key).not.toMatch(/\d{2}|\uFDD0/)
})

test('what is drawn is cut at its seams and gaps', () => {
  const run = '<a:r><a:rPr lang="\uFDD2" sz="4400" b="1"></a:rPr><a:t>\uFDD03\uFDD1</a:t></a:r>'
  expect(cutPieces(`<a:p><a:pPr algn="r"></a:pPr>${run}<a:endParaRPr lang="\uFDD2"/></a:p>`)).toEqual([
    ['<a:p><a:pPr algn="r"></a:pPr>'],
    ['<a:r><a:rPr lang="\uFDD2" sz="', '" b="1"></a:rPr><a:t>', '</a:t></a:r>'],
    ['<a:endParaRPr lang="\uFDD2"/></a:p>'],
  ])
})

test('runs are cut at line breaks, and one at an edge is none', () => {
  const run = (text: string) => ({ text, size: 20, colour: 'ink' as const })
  const cut = (...texts: string[]) =>
    piecesOf(texts.map(run)).map(({ text, afterBreak }) => `${afterBreak ? '⏎' : ''}${text}`)
  expect(cut('\na\nb', '', '\n', 'c\n')).toEqual(['a', '⏎b', '⏎c'])
  expect(cut('', '\n')).toEqual([])
})

test('a link to a slide that is not there leads out of the deck, or nowhere', () => {
  const numbers = new Map([['day', '4']])
  const run = { text: 'a', size: 20, colour: 'ink' as const }
  expect(linkOf({ ...run, to: 'day', href: 'https://a.example/' }, numbers)).toEqual({ kind: 'to', target: '4' })
  expect(linkOf({ ...run, to: 'gone', href: 'https://a.example/' }, numbers)?.kind).toBe('href')
  expect(linkOf({ ...run, to: 'gone' }, numbers)).toBeNull()
})
