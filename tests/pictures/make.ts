/** Pictures for tests: PNGs made here pixel by pixel, and small JPEGs of 6 × 4 pixels. */
import { crc32, deflateSync } from 'node:zlib'
import type { Png } from '../../src/pictures/png.js'

const jpegs = {
  colour:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAA//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIAGd//Z',
  grey: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////wAALCAAEAAYBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AD//Z',
  inks: '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwBQNzxGPDJQRkFGWlVQX3jIgnhubnj1r7mRyP///////////////////////////////////////////////////8AAFAgABAAGBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAME/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwBwJVr/2Q==',
  progressive:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wgARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUAQEAAAAAAAAAAAAAAAAAAAAC/9oADAMBAAIQAxAAAAGQX//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAQUCf//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQMBAT8Bf//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQIBAT8Bf//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEABj8Cf//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8hf//aAAwDAQACAAMAAAAQ9//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQMBAT8Qf//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQIBAT8Qf//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8Qf//Z',
  turned:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAA//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIAGd//Z',
} as const

export const jpeg = (name: keyof typeof jpegs): Uint8Array => new Uint8Array(Buffer.from(jpegs[name], 'base64'))

/** What a PNG is made of. `samples` of the whole picture, row by row, each from 0 to the most that `depth` bits hold. */
export interface PngSketch {
  width: number
  height: number
  kind: Png['kind']
  depth: number
  samples: readonly number[]
  interlaced?: boolean
  /** Filter of every line, 0 to 4. */
  filter?: number
  palette?: Uint8Array
  clear?: Uint8Array
}

const kinds = { grey: 0, rgb: 2, index: 3, 'grey-alpha': 4, 'rgb-alpha': 6 } as const
const samplesOf = { grey: 1, rgb: 3, index: 1, 'grey-alpha': 2, 'rgb-alpha': 4 } as const

export function chunk(name: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A PNG by the letter of the standard, written without the code under test. */
export function makePng(sketch: PngSketch): Uint8Array {
  const { width, height, kind, depth, interlaced = false, palette, clear } = sketch
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, kinds[kind], 0, 0, interlaced ? 1 : 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk('IHDR', header),
      ...(palette ? [chunk('PLTE', palette)] : []),
      ...(clear ? [chunk('tRNS', clear)] : []),
      chunk('IDAT', deflateSync(linesOf(sketch))),
      chunk('IEND', new Uint8Array(0)),
    ]),
  )
}

const starts = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function linesOf({ width, height, kind, depth, samples, interlaced, filter = 0 }: PngSketch): Uint8Array {
  const each = samplesOf[kind]
  const bytes: number[] = []
  for (const [x0, y0, dx, dy] of interlaced ? starts : ([[0, 0, 1, 1]] as const)) {
    if (x0 >= width || y0 >= height) continue
    let before: number[] = []
    for (let y = y0; y < height; y += dy) {
      const line: number[] = []
      let bits = 0
      let held = 0
      for (let x = x0; x < width; x += dx)
        for (let i = 0; i < each; i++) {
          const value = samples[(y * width + x) * each + i] ?? 0
          if (depth === 16) line.push(value >> 8, value & 255)
          else {
            held = (held << depth) | value
            bits += depth
            if (bits === 8) {
              line.push(held)
              held = 0
              bits = 0
            }
          }
        }
      if (bits > 0) line.push(held << (8 - bits))
      bytes.push(filter, ...filtered(line, before, filter, Math.max(1, (each * depth) / 8)))
      before = line
    }
  }
  return Uint8Array.from(bytes)
}

function filtered(line: readonly number[], before: readonly number[], filter: number, reach: number): number[] {
  return line.map((value, i) => {
    const a = line[i - reach] ?? 0
    const b = before[i] ?? 0
    const c = i >= reach ? (before[i - reach] ?? 0) : 0
    const p = a + b - c
    const nearest = [a, b, c].toSorted((m, n) => Math.abs(p - m) - Math.abs(p - n))[0] ?? 0
    const guess = [0, a, b, Math.floor((a + b) / 2), nearest][filter] ?? 0
    return (value - guess) & 255
  })
}

/** A plain picture in one colour. */
export const plainPng = (width: number, height: number, grey = 200): Uint8Array =>
  makePng({ width, height, kind: 'grey', depth: 8, samples: Array.from({ length: width * height }, () => grey) })
