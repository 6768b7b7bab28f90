/**
 * Tables of the package's fonts: words are shaped as the font library shapes them, and what is built with tables is, byte for byte, what is
 * built without them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/cli.js'
import { sha256 } from '../../src/text/digest.js'
import { openFonts } from '../../src/text/fonts/fonts.js'
import { KnownFont } from '../../src/text/fonts/known-font.js'
import { ShapeTable } from '../../src/text/fonts/shape-table.js'
import { makeShapeTable } from '../../src/text/fonts/shape-table-maker.js'
import { keepShapes } from '../../src/text/fonts/shaping.js'
import { content, courseIn, digests } from '../same-course.js'
import { classicTemplate } from '../template.js'

const folder = fileURLToPath(new URL('../../templates/classic/fonts/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.ttf'))
const made = files.map((name) => {
  const bytes = readFileSync(folder + name)
  const font = fontkit.create(bytes) as fontkit.Font
  const table = makeShapeTable(font)
  keepShapes(font)
  return { name, bytes, font, table }
})
const known = made.flatMap(({ name, bytes, font, table }) =>
  table ? [{ name, font, file: bytes, table: new ShapeTable(table) }] : [],
)

test('the faces of running text, labels, code and slides have tables, but for fonts that treat numbers unlike words, or have no letters', () => {
  expect(known.map(({ name }) => name.replace('.ttf', ''))).toEqual([
    'Arimo-Bold',
    'Arimo-Regular',
    'AtkinsonHyperlegibleNext-Regular',
    'AtkinsonHyperlegibleNext-SemiBold',
    'SourceCodePro-Regular',
    'SourceCodePro-SemiBold',
    'SourceSerif4-Italic',
    'SourceSerif4-Regular',
    'SourceSerif4-SemiBold',
    'SourceSerif4-SemiBoldItalic',
  ])
})

/** Letters of words that a table knows, with those that join and kern most among them more often; and, among them, what it must leave alone. */
const plain = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') },
  { weight: 4, arbitrary: fc.constantFrom(...'fffiiljthkbAVTWYLrvwy.,’"-·') },
  { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCodePoint(code)) },
  { weight: 1, arbitrary: fc.constantFrom(...'–—‘’“”„…§→←≤≥≠×°•☐✓ïÏ') },
)
const odd = fc.constantFrom(
  ...[
    '\u0301',
    '\u0308',
    '\u200d',
    '\u00ad',
    '\u2044',
    '\u202e',
    'Ж',
    'ѓ',
    'α',
    'ﬁ',
    'ﬀ',
    'א',
    'ب',
    '中',
    'क',
    '🙂',
    '\ufe0f',
    '1⁄2',
    '\u00a0',
    '\t',
  ],
)
const words = fc.oneof(
  { weight: 6, arbitrary: fc.array(plain, { minLength: 1, maxLength: 14 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof({ weight: 5, arbitrary: plain }, odd), { minLength: 1, maxLength: 10 }) },
)

const placesOf = ({
  positions,
}: {
  positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
}) => positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => [xAdvance, yAdvance, xOffset, yOffset])

describe.each(known)('$name', ({ font, file, table }) => {
  test('shapes words as the font library does', () => {
    let tabled = 0
    fc.assert(
      fc.property(words, (letters) => {
        const word = letters.join('')
        const shape = table.shape(word)
        expect(table.advance(word)).toBe(shape ? shape.advanceWidth : -1)
        if (!shape) return
        tabled++
        const run = font.layout(word)
        expect(shape.glyphs.map(({ id }) => id)).toEqual(run.glyphs.map(({ id }) => id))
        expect(shape.glyphs.map((glyph) => glyph.advanceWidth)).toEqual(run.glyphs.map((glyph) => glyph.advanceWidth))
        expect(placesOf(shape)).toEqual(placesOf(run))
        expect(shape.advanceWidth).toBe(run.advanceWidth)
        expect(shape.glyphs.flatMap(({ codePoints }) => codePoints)).toEqual(
          [...word].map((letter) => letter.codePointAt(0)),
        )
      }),
      { numRuns: 3000 },
    )
    expect(tabled).toBeGreaterThan(1000)
  })

  test('knows ordinary words, with their ligatures', () => {
    const text =
      'The first official “difference” — afflicted waffles, fjords; §4.3: naïve café, Straße, Łódź (x → y), don’t, 1,024.50 €? 100% V8/V9 & AVATAR Type "To".'
    for (const word of text.split(' ')) {
      if (/€|→/.test(word) && table.advance('→') < 0) continue
      expect(table.advance(word), word).toBeGreaterThanOrEqual(0)
    }
  })

  test('measures a part of a text as that part alone', () => {
    const text = 'an official difference of fjords'
    for (let from = 0; from < text.length; from++)
      for (let to = from; to <= text.length; to++)
        expect(table.advance(text, from, to)).toBe(table.advance(text.slice(from, to)))
  })

  test('is embedded as the font library embeds it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: font.numGlyphs - 1 }), { maxLength: 60 }), (glyphs) => {
        const ours = new KnownFont(table, file, () => font).createSubset()
        const theirs = font.createSubset()
        for (const glyph of glyphs) expect(ours.includeGlyph(glyph)).toBe(theirs.includeGlyph(glyph as never))
        expect(Buffer.compare(ours.encode(), theirs.encode())).toBe(0)
        expect(ours.glyphs).toEqual((theirs as unknown as { glyphs: number[] }).glyphs)
      }),
      { numRuns: 200, examples: [[Array.from({ length: font.numGlyphs }, (_, i) => i)]] },
    )
  })

  test('says of itself what the font library says', () => {
    const ours = new KnownFont(table, file, () => font)
    type Facts = Pick<KnownFont, (typeof facts)[number]>
    const facts = [
      ...(['postscriptName', 'unitsPerEm', 'ascent', 'descent', 'capHeight', 'xHeight'] as const),
      ...(['lineGap', 'italicAngle'] as const),
    ]
    const theirs = font as unknown as Facts & Pick<KnownFont, 'OS/2' | 'post' | 'head' | '_tables'>
    for (const fact of facts) expect(ours[fact]).toBe(theirs[fact])
    expect(ours.bbox).toEqual({ ...font.bbox })
    expect(ours['OS/2'].sFamilyClass).toBe(theirs['OS/2'].sFamilyClass)
    expect(ours.post.isFixedPitch).toBe(Boolean(theirs.post.isFixedPitch))
    expect(ours.head.macStyle.italic).toBe(theirs.head.macStyle.italic)
    expect(ours._tables.head.checkSumAdjustment).toBe(
      (theirs.head as { checkSumAdjustment?: number }).checkSumAdjustment,
    )
    expect(ours.getGlyph(0).advanceWidth).toBe(font.getGlyph(0).advanceWidth)
    const letter = 'ﬁ'.codePointAt(0)!
    for (const codePoint of [0x66, 0xe9, letter, 0x416])
      expect(ours.glyphForCodePoint(codePoint).id).toBe(font.glyphForCodePoint(codePoint).id)
  })

  test('has the vertical measures of the font', () => {
    const { ascent, descent, capHeight, xHeight } = table.vertical()
    const { unitsPerEm } = font
    expect([ascent, -descent, capHeight, xHeight]).toEqual(
      [font.ascent, font.descent, font.capHeight, font.xHeight].map((value) => value / unitsPerEm),
    )
  })
})

const tables = new Map(made.map(({ bytes, table }) => [sha256(bytes), table]))
const asked = vi.hoisted(() => ({ withTables: false, opened: 0 }))

vi.mock('../../src/disk/templates.js', async (load) => {
  const real = await load<typeof import('../../src/disk/templates.js')>()
  type Shelf = ReturnType<typeof real.templateShelf>
  const tabled =
    (open: Shelf['open']): Shelf['open'] =>
    (name) => {
      const found = open(name)
      return found && { ...found, shapes: (bytes) => (asked.withTables ? (tables.get(sha256(bytes)) ?? null) : null) }
    }
  const templateShelf = (cwd: string): Shelf => {
    const shelf = real.templateShelf(cwd)
    return { ...shelf, open: tabled(shelf.open), byName: tabled(shelf.byName) }
  }
  return { ...real, templateShelf }
})

vi.mock('../../src/text/fonts/font-library.js', async (load) => {
  const real = await load<typeof import('../../src/text/fonts/font-library.js')>()
  const fontLibrary = () => {
    asked.opened++
    return real.fontLibrary()
  }
  return { ...real, fontLibrary }
})

const home = mkdtempSync(join(tmpdir(), 'cold-recall-fonts-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function build(cwd: string, withTables: boolean, ...words: string[]) {
  Object.assign(asked, { withTables, opened: 0 })
  const out = join(cwd, 'out')
  rmSync(out, { recursive: true, force: true })
  let said = ''
  const writer = {
    write(text: string) {
      said += text
    },
  }
  const shell = { cwd, command: 'cold-recall', env: {}, stdout: writer, stderr: writer, now: () => new Date(0) }
  expect(await run(['build', ...words], shell), said).toBe(0)
  return { said, files: digests(cwd), opened: asked.opened }
}

const oddWords =
  'fi ﬁ ffi fﬁ AVATAR “Ta” ïï naïve L·L ½ 1⁄2 x\u0302 e\u0301 Ǆ Ждём ёлка αβγ ﷲ مرحبا שלום 日本 नमस्ते 🙂 ☐ ✓ → ≤ don\u2019t co\u00adoperate 10\u00a0000 x\u2011y a\u200db'
const oddSheet = ['Monday', 'Tuesday']
  .map(
    (day) =>
      `## ${day}\n\n1. Why ${oddWords}? See a.md §1.\n2. What of **${oddWords}**?\n3. And \`${oddWords}\`, *${oddWords}*?\n`,
  )
  .join('\n')
const own = courseIn(join(home, 'own'), [...content, ['week-03/recall.md', `# Week 3 — ${oddWords}\n\n${oddSheet}`]])
const repository = fileURLToPath(new URL('../../content/', import.meta.url))
const shipped = courseIn(
  join(home, 'shipped'),
  readdirSync(repository, { recursive: true, encoding: 'utf8' }).flatMap((name): [string, Uint8Array][] => {
    try {
      return [[name, readFileSync(join(repository, name))]]
    } catch {
      return []
    }
  }),
)

test.each([
  ['odd words of all kinds', own],
  ['the sheets of this repository', shipped],
])(
  '%s: the same bytes and words with tables and without',
  async (_, cwd) => {
    const words = ['--edition', 'all', '--booklet']
    const without = await build(cwd, false, ...words)
    const tabled = await build(cwd, true, ...words)
    expect(Object.keys(without.files).length).toBeGreaterThan(5)
    expect(tabled).toEqual({ ...without, opened: expect.any(Number) })
  },
  300_000,
)

test('nothing that is built of ordinary words opens a font', async () => {
  const cwd = courseIn(join(home, 'plain'), [
    [
      'week-01/recall.md',
      '# Week 1 — Official figures\n\n## Monday — Offices\n\n1. Why is “first” → *last*, **10%** or `off`? See a.md §1.\n',
    ],
  ])
  expect((await build(cwd, false)).opened).toBeGreaterThan(4)
  expect((await build(cwd, true)).opened).toBe(0)
})

test('words are measured to the same number with a table as without', () => {
  const { faces } = classicTemplate()
  const tabled = Object.fromEntries(
    Object.entries(faces).map(([face, chain]) => [
      face,
      chain.map((source) => ({ ...source, shapes: () => tables.get(sha256(source.bytes)) ?? null })),
    ]),
  ) as unknown as typeof faces
  const [ours, theirs] = [openFonts(tabled), openFonts(faces)]
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), (each) => {
      const text = each.map((letters) => letters.join('')).join(' ')
      for (const face of ['text', 'text-strong', 'label', 'mono', 'slide'] as const) {
        expect(ours.width(text, face, 10.5)).toBe(theirs.width(text, face, 10.5))
        expect(ours.pieces(text, face)).toEqual(theirs.pieces(text, face))
        expect(ours.missing(text, face)).toEqual(theirs.missing(text, face))
      }
    }),
    { numRuns: 400 },
  )
})
