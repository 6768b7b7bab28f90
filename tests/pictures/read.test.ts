/** Files → pictures: what is sound is read to the last pixel, what is not is refused in words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJpeg } from '../../src/pictures/jpeg.js'
import { flattenPng, type Png, readPng } from '../../src/pictures/png.js'
import { readPicture } from '../../src/pictures/read.js'
import { chunk, jpeg, makePng, type PngSketch, plainPng } from './make.js'

const depths: Record<Png['kind'], readonly number[]> = {
  grey: [1, 2, 4, 8, 16],
  rgb: [8, 16],
  index: [1, 2, 4, 8],
  'grey-alpha': [8, 16],
  'rgb-alpha': [8, 16],
}
const counts = { grey: 1, rgb: 3, index: 1, 'grey-alpha': 2, 'rgb-alpha': 4 } as const
const forms = Object.entries(depths).flatMap(([kind, each]) =>
  each.map((depth) => ({ kind: kind as Png['kind'], depth })),
)
const palette = Uint8Array.from({ length: 768 }, (_, i) => (i * 37) % 256)

const sketch: fc.Arbitrary<PngSketch> = fc
  .tuple(
    fc.constantFrom(...forms),
    fc.integer({ min: 1, max: 19 }),
    fc.integer({ min: 1, max: 19 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 4 }),
  )
  .chain(([{ kind, depth }, width, height, interlaced, filter]) =>
    fc
      .array(fc.integer({ min: 0, max: 2 ** depth - 1 }), {
        minLength: width * height * counts[kind],
        maxLength: width * height * counts[kind],
      })
      .map((samples) => ({
        ...{ kind, depth, width, height, interlaced, filter, samples },
        ...(kind === 'index' ? { palette, clear: Uint8Array.of(0, 128) } : {}),
      })),
  )

/** The pixels on white, by the letter of the standard. */
function expectedPixels({ kind, depth, samples, width, height }: PngSketch): number[] {
  const most = 2 ** depth - 1
  return Array.from({ length: width * height }, (_, i) => {
    const own = samples.slice(i * counts[kind], (i + 1) * counts[kind])
    if (kind === 'index') {
      const entry = own[0] ?? 0
      const alpha = entry === 0 ? 0 : entry === 1 ? 128 / 255 : 1
      return [0, 1, 2].map((k) => Math.round((palette[entry * 3 + k] ?? 0) * alpha + 255 * (1 - alpha)))
    }
    const alpha = kind.endsWith('alpha') ? (own.at(-1) ?? 0) / most : 1
    const colours = kind.endsWith('alpha') ? own.slice(0, -1) : own
    return colours.map((value) => Math.round((value / most) * 255 * alpha + 255 * (1 - alpha)))
  }).flat()
}

function pngOf(bytes: Uint8Array): Png {
  const png = readPng(bytes)
  if ('fault' in png) throw new Error(png.fault)
  return png
}

describe('a PNG', () => {
  test('of any kind is read to the last pixel', () => {
    fc.assert(
      fc.property(sketch, (drawn) => {
        const png = pngOf(makePng(drawn))
        expect(png).toMatchObject({ width: drawn.width, height: drawn.height, kind: drawn.kind, depth: drawn.depth })
        expect([...flattenPng(png).pixels]).toEqual(expectedPixels(drawn))
      }),
      { numRuns: 300 },
    )
  })

  test('with one clear colour shows the paper through it', () => {
    const png = pngOf(
      makePng({ width: 2, height: 1, kind: 'grey', depth: 8, samples: [7, 8], clear: Uint8Array.of(0, 7) }),
    )
    expect([...flattenPng(png).pixels]).toEqual([255, 8])
  })

  test('that is cut off or changed anywhere is read or refused, never a crash', () => {
    const whole = makePng({ width: 9, height: 9, kind: 'rgb', depth: 8, samples: Array(243).fill(9), interlaced: true })
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (end, at, byte) => {
        const cut = readPicture(whole.slice(0, end))
        expect('fault' in cut || end === whole.length).toBe(true)
        const changed = whole.slice()
        changed[at] = byte
        const found = readPicture(changed)
        if (!('fault' in found) && found.format === 'png') flattenPng(pngOf(changed))
      }),
      { numRuns: 500 },
    )
  })

  test('without its pixels is refused', () => {
    const header = plainPng(100, 100).slice(0, 33)
    const liar = Buffer.concat([header, chunk('IDAT', new Uint8Array(0)), chunk('IEND', new Uint8Array(0))])
    expect(readPicture(new Uint8Array(liar))).toEqual({ fault: 'the file is damaged' })
  })

  test('of more pixels than memory is worth is refused before it is unpacked', () => {
    const huge = plainPng(1, 1).slice()
    new DataView(huge.buffer).setUint32(16, 100_000)
    new DataView(huge.buffer).setUint32(20, 100_000)
    expect(readPicture(huge)).toEqual({ fault: 'it has 100000 × 100000 pixels, expected at most 50 million' })
  })
})

describe('a JPEG', () => {
  test.each([
    ['colour', { components: 3, turn: 1 }],
    ['grey', { components: 1 }],
    ['inks', { components: 4, inverted: true }],
    ['progressive', { components: 3 }],
    ['turned', { components: 3, turn: 6 }],
  ] as const)('%s is known by its markers', (name, expected) => {
    expect(readJpeg(jpeg(name))).toMatchObject({ width: 6, height: 4, ...expected })
  })

  test('that the camera turned has the size in which it is seen', () => {
    expect(readPicture(jpeg('turned'))).toMatchObject({ format: 'jpeg', width: 4, height: 6, turn: 6 })
  })

  test('that broke off is refused', () => {
    expect(readPicture(jpeg('colour').slice(0, -2))).toEqual({ fault: 'the file is damaged' })
  })

  test('that is cut off or changed anywhere is read or refused, never a crash', () => {
    const whole = jpeg('turned')
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (end, at, byte) => {
        const cut = readPicture(whole.slice(0, end))
        expect('fault' in cut || end === whole.length).toBe(true)
        const changed = whole.slice()
        changed[at] = byte
        const found = readPicture(changed)
        if (!('fault' in found)) expect(found.width * found.height).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('another file', () => {
  const text = (words: string) => new TextEncoder().encode(words)
  test.each([
    ['GIF89a…', 'a GIF'],
    ['RIFF\0\0\0\0WEBP', 'a WebP'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG'],
    ['<?xml version="1.0"?><svg/>', 'an SVG'],
    ['%PDF-1.7', 'a PDF'],
    ['BM', 'a BMP'],
    ['\0\0\0\x1cftypavif', 'an AVIF'],
    ['hello', 'no picture that we know'],
    ['', 'empty'],
  ])('%j is %s', (words, kind) => {
    expect(readPicture(text(words))).toEqual({ fault: `it is ${kind}, expected PNG or JPEG` })
  })
})

test('the same bytes have the same digest, others another', () => {
  const [one, two, other] = [plainPng(2, 2), plainPng(2, 2), plainPng(2, 2, 9)].map(readPicture)
  expect(one).toEqual(two)
  expect((other as { digest: string }).digest).not.toBe((one as { digest: string }).digest)
})
