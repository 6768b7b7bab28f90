/**
 * Which characters fonts have, read from their `cmap` tables alone (OpenType, "cmap"): what a check needs to know of fonts,
 * without the font library.
 */
import { isUndrawn, printable } from './printable.js'

/** Whether something has a glyph for a code point. */
export type HasCharacter = (codePoint: number) => boolean

/** Code points of `text` that are drawn and that none of `fonts` has, in order, each once. */
export function missingIn(text: string, fonts: readonly HasCharacter[]): number[] {
  const lacking = new Set<number>()
  for (const letter of printable(text)) {
    const codePoint = letter.codePointAt(0) ?? 0
    if (!fonts.some((has) => has(codePoint)) && !isUndrawn(codePoint)) lacking.add(codePoint)
  }
  return [...lacking]
}

/** The character map of a TrueType or OpenType file; null when it has none that can be read. The file's table directory is sound (`fontFault`). */
export function charactersOf(bytes: Uint8Array): HasCharacter | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const table = cmapOf(view)
    return table && readMap(table)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** "cmap" as a number. */
const cmapTag = 0x636d6170

/** The best Unicode map of the file, in the order in which the font library looks for one: platform and encoding. */
const wanted = ['3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0']

/** From the first byte of the map that is used to the end of the file. */
function cmapOf(view: DataView): DataView | null {
  const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i)
  const entry = tables.find((at) => view.getUint32(at) === cmapTag)
  if (entry === undefined) return null
  const start = view.getUint32(entry + 8)
  const maps = new Map<string, number>(
    Array.from({ length: view.getUint16(start + 2) }, (_, i) => start + 4 + 8 * i).map(
      (at) => [`${view.getUint16(at)} ${view.getUint16(at + 2)}`, view.getUint32(at + 4)] as const,
    ),
  )
  const offset = wanted.map((name) => maps.get(name)).find((at) => at !== undefined)
  return offset === undefined ? null : new DataView(view.buffer, view.byteOffset + start + offset)
}

/** Formats 4 (16 bits, in segments) and 12 (32 bits, in groups), which all fonts of our time have. */
function readMap(map: DataView): HasCharacter | null {
  const format = map.getUint16(0)
  if (format === 12) {
    const groups = Array.from({ length: map.getUint32(12) }, (_, i) => 16 + 12 * i).map((at) => ({
      first: map.getUint32(at),
      last: map.getUint32(at + 4),
      glyph: (codePoint: number) => map.getUint32(at + 8) + codePoint - map.getUint32(at),
    }))
    return among(groups)
  }
  if (format !== 4) return null
  const size = map.getUint16(6)
  const segments = Array.from({ length: size / 2 }, (_, i) => 14 + 2 * i).map((end) => {
    const start = end + size + 2
    const [delta, offset] = [start + size, start + 2 * size]
    const first = map.getUint16(start)
    const range = map.getUint16(offset)
    const glyph = (codePoint: number): number => {
      const found = range === 0 ? codePoint : map.getUint16(offset + range + 2 * (codePoint - first))
      return found === 0 ? 0 : (found + map.getUint16(delta)) & 0xffff
    }
    return { first, last: map.getUint16(end), glyph }
  })
  return among(segments)
}

interface Stretch {
  first: number
  last: number
  glyph: (codePoint: number) => number
}

/** Stretches are sorted by their ends. Glyph 0 is the sign for a missing one. */
function among(stretches: readonly Stretch[]): HasCharacter {
  return (codePoint) => {
    let [low, high] = [0, stretches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stretches[middle]?.last ?? 0) < codePoint) low = middle + 1
      else high = middle
    }
    const found = stretches[low]
    return found !== undefined && found.first <= codePoint && found.glyph(codePoint) !== 0
  }
}
