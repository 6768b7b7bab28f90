/** Shape tables in bytes: a row of 16-bit numbers, little-endian, as they stand in `dist/known-fonts/`. */

/** What a font says of itself, for measures and for a PDF that holds it. */
export interface FaceFacts {
  /** PostScript name. */
  name: string
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  lineGap: number
  /** Around all glyphs: left, bottom, right, top. */
  box: readonly [left: number, bottom: number, right: number, top: number]
  /** Degrees, counter-clockwise. */
  italicAngle: number
  familyClass: number
  isFixedPitch: boolean
  isItalic: boolean
  /** `checkSumAdjustment` of the file. */
  checkSum: number
  /** Advance of the sign for a missing glyph. */
  missing: number
}

/** What a table is made of. Signs are characters, then ligatures; they are counted from 0. Measures are in units of the font. */
export interface ShapeTableParts {
  unitsPerEm: number
  face: FaceFacts
  /** Code points. */
  characters: ArrayLike<number>
  /** Of each sign. */
  glyphs: ArrayLike<number>
  advances: ArrayLike<number>
  /** Which row and which column of `pairs` is a sign's: those whose pairs are all the same share one. */
  rows: ArrayLike<number>
  columns: ArrayLike<number>
  /** How many columns there are. */
  width: number
  /** What stands between two signs, row by row. `apart` where they do more to each other than that. */
  pairs: ArrayLike<number>
  /** Signs that become one, in the order in which they are tried; it is the sign behind the characters and the ligatures before it. */
  ligatures: readonly ArrayLike<number>[]
}

/** In place of a kern: the pair is not in the table, and the font library has to shape the word. */
export const apart = -0x8000

/** The two halves of a number of 32 bits. */
const halves = (number: number): [number, number] => [(number >>> 16) & 0xffff, number & 0xffff]

/** A table in bytes. Throws a `RangeError` where a number has no place in it. */
export function writeShapeTable(parts: ShapeTableParts): Uint8Array {
  const { unitsPerEm, face, characters, glyphs, advances, rows, columns, width, pairs, ligatures } = parts
  const { ascent, descent, capHeight, xHeight, lineGap, box, familyClass, isFixedPitch, isItalic, missing } = face
  const lists = [Array.from(face.name, (letter) => letter.charCodeAt(0)), characters, glyphs, advances, rows, columns]
  const numbers = [
    ...[unitsPerEm, width, ascent, descent, capHeight, xHeight, lineGap, ...box],
    ...[familyClass, Number(isFixedPitch), Number(isItalic), missing],
    ...[...halves(face.italicAngle * 0x10000), ...halves(face.checkSum)],
    ...[...lists, pairs, ...ligatures].flatMap((list) => [list.length, ...Array.from(list)]),
  ]
  const bytes = new Uint8Array(2 * numbers.length)
  const view = new DataView(bytes.buffer)
  for (const [i, number] of numbers.entries()) {
    if (!Number.isInteger(number) || number < apart || number > 0xffff)
      throw new RangeError(`${number} in a shape table`)
    view.setUint16(2 * i, number & 0xffff, true)
  }
  return bytes
}

/** A table as it is read. */
interface ReadTable extends ShapeTableParts {
  characters: Uint16Array
  glyphs: Uint16Array
  advances: Int16Array
  rows: Uint16Array
  columns: Uint16Array
  pairs: Int16Array
}

/** How this machine holds its numbers. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** The parts of a table that `writeShapeTable` has put into bytes. */
export function readShapeTable(bytes: Uint8Array): ReadTable {
  const { buffer } = new Uint8Array(bytes)
  if (!isLittleEndian) Buffer.from(buffer).swap16()
  const plain = new Uint16Array(buffer)
  const signed = new Int16Array(buffer)
  let at = 0
  const one = (): number => plain[at++] as number
  const below = (): number => signed[at++] as number
  const list = <A extends Uint16Array | Int16Array>(from: A): A => {
    const length = one()
    at += length
    return from.subarray(at - length, at) as A
  }
  const unitsPerEm = one()
  const width = one()
  const [ascent, descent, capHeight, xHeight, lineGap] = [below(), below(), below(), below(), below()]
  const box = [below(), below(), below(), below()] as const
  const [familyClass, isFixedPitch, isItalic, missing] = [below(), one() === 1, one() === 1, one()]
  const italicAngle = below() + one() / 0x10000
  const checkSum = one() * 0x10000 + one()
  const name = String.fromCharCode(...list(plain))
  const face: FaceFacts = {
    ...{ name, ascent, descent, capHeight, xHeight, lineGap, box, italicAngle },
    ...{ familyClass, isFixedPitch, isItalic, checkSum, missing },
  }
  const [characters, glyphs, advances] = [list(plain), list(plain), list(signed)]
  const [rows, columns, pairs] = [list(plain), list(plain), list(signed)]
  const ligatures: Uint16Array[] = []
  while (at < plain.length) ligatures.push(list(plain))
  return { unitsPerEm, face, characters, glyphs, advances, rows, columns, width, pairs, ligatures }
}
