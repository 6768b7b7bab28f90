/** PNG (ISO/IEC 15948): read into its parts with everything checked that could make a reader fail; decoded where PDF cannot take it as it is. */
import { inflateSync } from 'node:zlib'
import type { PictureFault } from './model.js'

/** A PNG whose chunks are sound and whose pixels are all there. */
export interface Png {
  width: number
  height: number
  /** Bits of one sample: 1, 2, 4, 8 or 16. */
  depth: number
  /** Samples of a pixel: grey, red-green-blue, an index of the palette, grey and alpha, red-green-blue and alpha. */
  kind: 'grey' | 'rgb' | 'index' | 'grey-alpha' | 'rgb-alpha'
  interlaced: boolean
  /** Three bytes a colour; null for kinds without indices. */
  palette: Uint8Array | null
  /** The tRNS chunk: alpha of palette entries, or the one colour that is clear; null without one. */
  clear: Uint8Array | null
  /** The compressed pixels, as they stand in the file. */
  data: Uint8Array
}

export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

const kinds: Readonly<Record<number, { kind: Png['kind']; depths: readonly number[] }>> = {
  0: { kind: 'grey', depths: [1, 2, 4, 8, 16] },
  2: { kind: 'rgb', depths: [8, 16] },
  3: { kind: 'index', depths: [1, 2, 4, 8] },
  4: { kind: 'grey-alpha', depths: [8, 16] },
  6: { kind: 'rgb-alpha', depths: [8, 16] },
}

/** Samples of a pixel. */
export const samplesOf = { grey: 1, rgb: 3, index: 1, 'grey-alpha': 2, 'rgb-alpha': 4 } as const satisfies Record<
  Png['kind'],
  number
>

const damaged: PictureFault = { fault: 'the file is damaged' }

/** Width and height that a PNG states, before anything of it is unpacked; null when its first chunk is no header. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || view.getUint32(8) !== 13 || nameAt(bytes, 12) !== 'IHDR') return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Reads the chunks. The pixels are unpacked once, to be sure that all are there. */
export function readPng(bytes: Uint8Array): Png | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = pngSize(bytes)
  const form = kinds[bytes[25] ?? -1]
  const depth = bytes[24] ?? 0
  const interlace = bytes[28] ?? 2
  if (!size || size.width === 0 || size.height === 0 || !form?.depths.includes(depth) || interlace > 1) return damaged
  let palette: Uint8Array | null = null
  let clear: Uint8Array | null = null
  const data: Uint8Array[] = []
  let ended = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = nameAt(bytes, at + 4)
    const content = bytes.subarray(at + 8, at + 8 + length)
    if (content.length < length) break
    if (name === 'PLTE') palette = content
    else if (name === 'tRNS') clear = content
    else if (name === 'IDAT') data.push(content)
    else if (name === 'IEND') {
      ended = true
      break
    }
    at += length + 12
  }
  if (!ended) return damaged
  if (form.kind === 'index' && (!palette || palette.length % 3 !== 0 || palette.length > 768)) return damaged
  const png: Png = {
    ...size,
    depth,
    kind: form.kind,
    interlaced: interlace === 1,
    palette: form.kind === 'index' ? palette : null,
    clear,
    data: Buffer.concat(data),
  }
  return unpack(png) ? png : damaged
}

interface Pass {
  /** First column and row, and the steps between those that it holds. */
  x: number
  y: number
  dx: number
  dy: number
}

const whole: readonly Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }]
const adam7: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
]

/** The passes that hold pixels, with the size of each; `stride` is the bytes of a line without the one for its filter. */
function passesOf({ width, height, depth, kind, interlaced }: Png) {
  return (interlaced ? adam7 : whole)
    .map((pass) => {
      const columns = Math.ceil((width - pass.x) / pass.dx)
      const rows = Math.ceil((height - pass.y) / pass.dy)
      return { ...pass, columns, rows, stride: Math.ceil((columns * samplesOf[kind] * depth) / 8) }
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
}

/** The filtered lines of all passes; null when they are not all there, or do not unpack. */
function unpack(png: Png): Uint8Array | null {
  const length = passesOf(png).reduce((sum, { rows, stride }) => sum + rows * (stride + 1), 0)
  try {
    const lines = inflateSync(png.data, { maxOutputLength: length + 1024 })
    return lines.length < length ? null : lines
  } catch {
    return null
  }
}

/**
 * The pixels as they look on white paper: one byte a sample, grey for kinds without colour, else red-green-blue; what is clear shows the white.
 */
export function flattenPng(png: Png): { colours: 1 | 3; pixels: Uint8Array } {
  const { width, height, depth, kind } = png
  const samples = samplesOf[kind]
  const colours = kind === 'grey' || kind === 'grey-alpha' ? 1 : 3
  const pixels = new Uint8Array(width * height * colours)
  const lines = unpack(png)
  if (!lines) throw new Error('A PNG is flattened that was not read')
  const reach = Math.max(1, (samples * depth) / 8)
  const paint = painterOf(png, pixels, colours)
  let at = 0
  for (const { x, y, dx, dy, columns, rows, stride } of passesOf(png)) {
    let before = new Uint8Array(stride)
    for (let row = 0; row < rows; row++) {
      const line = lines.slice(at + 1, at + 1 + stride)
      unfilter(line, before, lines[at] ?? 0, reach)
      for (let column = 0; column < columns; column++)
        paint((y + row * dy) * width + x + column * dx, line, column * samples)
      before = line
      at += stride + 1
    }
  }
  return { colours, pixels }
}

/** Puts a line's bytes right, which a filter made differences of (ISO/IEC 15948, 9). */
function unfilter(line: Uint8Array, before: Uint8Array, filter: number, reach: number): void {
  if (filter === 0) return
  for (let i = 0; i < line.length; i++) {
    const left = i >= reach ? (line[i - reach] ?? 0) : 0
    const up = before[i] ?? 0
    const corner = i >= reach ? (before[i - reach] ?? 0) : 0
    const guess =
      filter === 1
        ? left
        : filter === 2
          ? up
          : filter === 3
            ? (left + up) >> 1
            : filter === 4
              ? paeth(left, up, corner)
              : 0
    line[i] = (line[i] ?? 0) + guess
  }
}

function paeth(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner)
  const b = Math.abs(left - corner)
  const c = Math.abs(left + up - 2 * corner)
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Writes one pixel: `index` in the picture, `sample` the first of its samples in the line. */
function painterOf({ depth, kind, palette, clear }: Png, pixels: Uint8Array, colours: number) {
  const most = 2 ** depth - 1
  const raw = (line: Uint8Array, i: number): number => {
    if (depth === 8) return line[i] ?? 0
    if (depth === 16) return ((line[2 * i] ?? 0) << 8) | (line[2 * i + 1] ?? 0)
    const bit = i * depth
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & most
  }
  const onWhite = (value: number, alpha: number): number => Math.round(value * alpha + 255 * (1 - alpha))
  const clearColour =
    clear && kind !== 'index'
      ? Array.from({ length: colours }, (_, i) => ((clear[2 * i] ?? 0) << 8) | (clear[2 * i + 1] ?? 0))
      : null
  return (index: number, line: Uint8Array, sample: number): void => {
    if (kind === 'index') {
      const entry = raw(line, sample)
      const alpha = (clear?.[entry] ?? 255) / 255
      for (let i = 0; i < 3; i++) pixels[3 * index + i] = onWhite(palette?.[3 * entry + i] ?? 0, alpha)
      return
    }
    const values = Array.from({ length: colours }, (_, i) => raw(line, sample + i))
    const isClear = clearColour?.every((value, i) => value === values[i]) ?? false
    const hasAlpha = kind === 'grey-alpha' || kind === 'rgb-alpha'
    const alpha = isClear ? 0 : hasAlpha ? raw(line, sample + colours) / most : 1
    values.forEach((value, i) => {
      pixels[colours * index + i] = onWhite((value / most) * 255, alpha)
    })
  }
}
