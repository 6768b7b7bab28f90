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
  for (const letter of new Set(printable(text))) {
    const codePoint = letter.codePointAt(0) ?? 0
    if (!fonts.some((has) => has(codePoint)) && !isUndrawn(codePoint)) lacking.add(codePoint)
  }
  return [...lacking]
}

/** Below it, what a font of the package has is known without reading it: all scripts that are written with few signs. */
const charted = 0x3000

/** The characters below U+3000 that a font has, as stretches: first, last, first, last …, sorted. Made where the package is built. */
export function chartOf(has: HasCharacter): number[] {
  const edges: number[] = []
  for (let codePoint = 0; codePoint < charted; codePoint++) {
    if (!has(codePoint)) continue
    if (edges.at(-1) === codePoint - 1) edges[edges.length - 1] = codePoint
    else edges.push(codePoint, codePoint)
  }
  return edges
}

/** Whether a font with this chart (`chartOf`) has a character; null for one that the chart does not reach. */
export function charts(chart: readonly number[], codePoint: number): boolean | null {
  if (codePoint >= charted) return null
  return chart.some((first, i) => i % 2 === 0 && first <= codePoint && codePoint <= (chart[i + 1] ?? 0))
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

/** Formats 4 (16 bits, in segments) and 12 (32 bits, in groups), which all fonts of our time have. Throws RangeError when the file ends before they do. */
function readMap(map: DataView): HasCharacter | null {
  const format = map.getUint16(0)
  if (format === 12) {
    const count = map.getUint32(12)
    const group = (i: number) => 16 + 12 * i
    if (count > 0) map.getUint32(group(count - 1) + 4)
    return among(count, {
      first: (i) => map.getUint32(group(i)),
      last: (i) => map.getUint32(group(i) + 4),
      glyph: (i, codePoint) => map.getUint32(group(i) + 8) + codePoint - map.getUint32(group(i)),
    })
  }
  if (format !== 4) return null
  const size = map.getUint16(6)
  const count = Math.floor(size / 2)
  const start = (i: number) => 14 + 2 * i + size + 2
  if (count > 0) map.getUint16(start(count - 1) + 2 * size)
  return among(count, {
    first: (i) => map.getUint16(start(i)),
    last: (i) => map.getUint16(14 + 2 * i),
    glyph: (i, codePoint) => {
      const [delta, offset] = [start(i) + size, start(i) + 2 * size]
      const range = map.getUint16(offset)
      const found = range === 0 ? codePoint : map.getUint16(offset + range + 2 * (codePoint - map.getUint16(start(i))))
      return found === 0 ? 0 : (found + map.getUint16(delta)) & 0xffff
    },
  })
}

/** Stretches of code points by their index, sorted by their ends; read when they are asked for, since few of a font are. */
interface Stretches {
  first: (index: number) => number
  last: (index: number) => number
  glyph: (index: number, codePoint: number) => number
}

/** Glyph 0 is the sign for a missing one. */
function among(count: number, { first, last, glyph }: Stretches): HasCharacter {
  return (codePoint) => {
    let [low, high] = [0, count]
    while (low < high) {
      const middle = (low + high) >> 1
      if (last(middle) < codePoint) low = middle + 1
      else high = middle
    }
    return low < count && first(low) <= codePoint && glyph(low, codePoint) !== 0
  }
}
