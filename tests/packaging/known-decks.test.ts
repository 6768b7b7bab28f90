/**
 * What is drawn of decks when the program is built: a deck that is made of it is, byte for byte, one that the library drew, and most decks
 * need the library no more.
 */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { deckKey } from '../../src/deck/draw/drawn-looks.js'
import { KnownDrawings, type KnownPieces, piecesName, restName } from '../../src/deck/draw/known-drawings.js'
import type { Slides } from '../../src/deck/slides-model.js'
import { Log } from '../../src/diagnostics.js'
import { drawingIn, withSum } from '../../src/disk/known-decks.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { epoch, makeDeck, realWeek } from '../deck/make.js'
import { classicTemplate } from '../template.js'

const src = fileURLToPath(new URL('../../src/', import.meta.url))
let files: Map<string, Uint8Array>
beforeAll(async () => {
  const { knownDecks } = await import('../../src/packaging/known-decks.mjs' as string)
  files = await knownDecks((path: string) => import(/* @vite-ignore */ `${src}${path}.ts`))
}, 120_000)

const known = () => new KnownDrawings((name) => files.get(name) ?? null)

/** Writes a deck in a program that has just begun, and has the library or has it not. */
async function written(
  slides: Slides,
  drawings: KnownDrawings | undefined,
  library: 'there' | 'away',
): Promise<Uint8Array> {
  vi.resetModules()
  if (library === 'away')
    vi.doMock('../../src/deck/draw/pptxgen.js', () => ({
      drawSlides: () => {
        throw new Error('The library was asked')
      },
    }))
  const { renderPptx } = await import('../../src/deck/pptx.js')
  return renderPptx(slides, { date: epoch, known: drawings }).finally(() =>
    vi.doUnmock('../../src/deck/draw/pptxgen.js'),
  )
}

async function expectSame(slides: Slides): Promise<void> {
  const [drawn, made] = [await written(slides, undefined, 'there'), await written(slides, known(), 'away')]
  expect(Buffer.from(made).equals(drawn)).toBe(true)
}

const deckOf = (body: string, lang = 'en') =>
  makeDeck(parseSheet(`---\nlang: ${lang}\n---\n# Week 17\n\n## Monday\n\n${body}\n`, 'recall.md', new Log())).slides

const usual = [
  '1. Why is **a** `so`, and *not* [b](https://b.example/) or ~~c~~? See notes.md §1.',
  '2. a vs b vs c vs d — what does each do?',
  '3. Which five things? Answer: one, two, three, four and five',
  '4. What is $x_1^2$?\n   - one\n     - two\n   7. seven',
  '5. Compare:\n\n   | a | b |\n   |---|---|\n   | `x` | **y** |\n   | 1 | 2 |\n   | 3 | 4 |',
].join('\n')

describe('a deck of what is known has the bytes of one that was drawn, and needs no library', () => {
  test('of the real sheet', async () => {
    const { sheet, citations, pageOf } = realWeek()
    await expectSame(makeDeck(sheet, { citations, pageOf }).slides)
  })

  test('with what stands in questions', () => expectSame(deckOf(usual)))

  test('from right to left, and both ways', async () => {
    const both = '1. لماذا؟ See notes.md §1.\n2. a vs b — what does each do?\n3. هذا:\n\n   - واحد\n   - two'
    await expectSame(deckOf(both, 'ar'))
    await expectSame(deckOf(both))
  })

  test('in another scheme, with answers at a click', async () => {
    const template = classicTemplate(({ deck }) => {
      deck.scheme = 'dark'
      deck.reveal = 'click'
    })
    const sheet = parseSheet('# Week 17\n\n## Monday\n\n1. Why? Answer: so\n', 'recall.md', new Log())
    await expectSame(makeDeck(sheet, { template }).slides)
  })

  test('with sizes of one’s own', async () => {
    const template = classicTemplate(({ deck }) => {
      deck.promptSizes = [50, 41]
      deck.textSizes = [33]
      deck.type.cue = 23
    })
    await expectSame(makeDeck(realWeek().sheet, { template }).slides)
  })
})

test('what is not known is drawn', async () => {
  // Code in a font that no template of the package has.
  const template = classicTemplate(({ deck }) => {
    deck.fonts.mono = 'Comic Mono'
  })
  const sheet = parseSheet('# Week 17\n\n## Monday\n\n1. Why is `this` so?\n', 'recall.md', new Log())
  const { slides } = makeDeck(sheet, { template })
  await expect(written(slides, known(), 'away')).rejects.toThrow('The library was asked')
  expect(Buffer.from(await written(slides, known(), 'there')).equals(await written(slides, undefined, 'there'))).toBe(
    true,
  )
})

describe('the parts beside the slides', () => {
  const { slides } = makeDeck(realWeek().sheet)

  test('are known of each language', () => {
    expect(known().rest(deckKey(slides))?.has('ppt/slideMasters/slideMaster1.xml')).toBe(true)
    expect([...files.keys()].filter((name) => name.endsWith('.bin'))).toHaveLength(20)
  })

  test.each<[string, (slides: Slides) => void]>([
    ['colours', (own) => Object.assign(own.colours, { accent: '123456' })],
    ['fonts', (own) => Object.assign(own.fonts, { body: 'Georgia' })],
    ['language', (own) => Object.assign(own, { lang: 'en-GB' })],
    ['size', (own) => Object.assign(own.size, { width: 10 })],
    ['layouts', (own) => Object.assign(own.layouts[0]!.placeholders[0]!, { size: 61 })],
    ['clock', (own) => Object.assign(own, { autoAdvance: true })],
  ])('are those of no deck with other %s', async (_, change) => {
    const changed = structuredClone(slides)
    change(changed)
    expect(known().rest(deckKey(changed))).toBeNull()
    await expectSame(changed)
  })

  test('do not hang on what slides say', () => {
    expect(deckKey({ ...slides, slides: [], shows: [], title: 'Another' } as Slides)).toBe(deckKey(slides))
  })
})

test('nothing is known where the files are not there, or damaged', () => {
  const pieces = files.get(piecesName)!
  const file = Buffer.from(withSum(pieces))
  expect(drawingIn(file)).toEqual(Buffer.from(pieces))
  file[100] = (file[100] ?? 0) ^ 1
  expect(drawingIn(file)).toBeNull()
  expect(drawingIn(Buffer.alloc(2))).toBeNull()
  const none = new KnownDrawings(() => null)
  expect([none.piece('slide'), none.parts, none.rest('any')]).toEqual([undefined, null, null])
})

test('pieces hold no words of the sheets that they were drawn of', () => {
  const { pieces } = JSON.parse(new TextDecoder().decode(files.get(piecesName))) as KnownPieces
  expect(JSON.stringify(pieces)).not.toMatch(/door|hinge|Monday|example\.org/i)
  expect(restName('ab'.repeat(32))).toBe(`${'ab'.repeat(16)}.bin`)
})
