/**
 * A font file with only the glyphs that a PDF needs (ISO 32000-1, 9.9: head, hhea, loca, maxp, cvt, prep, glyf, hmtx, fpgm), cut out of a TrueType
 * file's own bytes. It is, byte for byte, what fontkit writes, which decodes all that it copies.
 */

/** Where tables stand in the order of the file that is written. Those that a font lacks are left out. */
const written = ['head', 'hhea', 'loca', 'maxp', 'cvt ', 'prep', 'glyf', 'hmtx', 'fpgm']

/** Flags of a part of a glyph that is made of others (OpenType, "glyf"). */
const [wordArguments, oneScale, moreParts, twoScales, fourScales] = [0x1, 0x8, 0x20, 0x40, 0x80]

/** Part of a TrueType font: the glyphs that were asked for, numbered in that order, and the tables that a PDF needs of them. */
export class FontSubset {
  /** Glyphs of the font, in the order in which the subset has them. The first is the sign for a missing one. */
  readonly glyphs: number[] = []
  readonly #places = new Map<number, number>()
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #tables = new Map<string, { offset: number; length: number }>()

  /** `bytes`: a whole TrueType file, not a collection. */
  constructor(bytes: Uint8Array) {
    // Slices of a `Buffer` would be the file itself, and not copies.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let i = 0, at = 12; i < this.#view.getUint16(4); i++, at += 16) {
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
      this.#tables.set(tag, { offset: this.#view.getUint32(at + 8), length: this.#view.getUint32(at + 12) })
    }
    this.includeGlyph(0)
  }

  /** The number of a glyph in the subset. */
  includeGlyph(glyph: number): number {
    const known = this.#places.get(glyph)
    if (known !== undefined) return known
    const place = this.glyphs.push(glyph) - 1
    this.#places.set(glyph, place)
    return place
  }

  /** The file. Parts of glyphs become glyphs of the subset. */
  encode(): Uint8Array {
    const outlines: Uint8Array[] = []
    for (let i = 0; i < this.glyphs.length; i++) outlines.push(this.#outline(this.glyphs[i] as number))
    const head = this.#copy('head')
    const hhea = this.#copy('hhea')
    const maxp = this.#copy('maxp')
    new DataView(hhea.buffer).setUint16(34, this.glyphs.length)
    new DataView(maxp.buffer).setUint16(4, this.glyphs.length)
    const made = new Map([
      ['head', [head]],
      ['hhea', [hhea]],
      ['loca', [locations(outlines, this.#isLong)]],
      ['maxp', [maxp]],
      ['glyf', outlines],
      ['hmtx', [this.#metrics()]],
    ])
    return fileOf(
      written.flatMap((tag) => (this.#tables.has(tag) ? [{ tag, parts: made.get(tag) ?? [this.#copy(tag)] }] : [])),
    )
  }

  /** Whether places of outlines are numbers of 32 bits. */
  get #isLong(): boolean {
    return this.#view.getInt16(this.#at('head') + 50) !== 0
  }

  #at(tag: string): number {
    return this.#tables.get(tag)?.offset ?? 0
  }

  #copy(tag: string): Uint8Array {
    const { offset, length } = this.#tables.get(tag) ?? { offset: 0, length: 0 }
    return this.#bytes.slice(offset, offset + length)
  }

  #outline(glyph: number): Uint8Array {
    const loca = this.#at('loca')
    const place = (i: number) =>
      this.#isLong ? this.#view.getUint32(loca + 4 * i) : 2 * this.#view.getUint16(loca + 2 * i)
    const glyf = this.#at('glyf')
    const [from, to] = [glyf + place(glyph), glyf + place(glyph + 1)]
    const isMade = to > from && this.#view.getInt16(from) < 0
    return isMade ? this.#renumbered(this.#bytes.slice(from, to)) : this.#bytes.subarray(from, to)
  }

  /** The outline of a glyph that is made of others, with their numbers in the subset. */
  #renumbered(outline: Uint8Array): Uint8Array {
    const view = new DataView(outline.buffer)
    let flags = moreParts
    let at = 10
    while (flags & moreParts) {
      flags = view.getUint16(at)
      view.setUint16(at + 2, this.includeGlyph(view.getUint16(at + 2)))
      at += flags & wordArguments ? 8 : 6
      at += flags & oneScale ? 2 : flags & twoScales ? 4 : flags & fourScales ? 8 : 0
    }
    return outline
  }

  /** Advance and left bearing of each glyph. */
  #metrics(): Uint8Array {
    const count = this.#view.getUint16(this.#at('hhea') + 34)
    const hmtx = this.#at('hmtx')
    const metrics = new DataView(new ArrayBuffer(4 * this.glyphs.length))
    this.glyphs.forEach((glyph, i) => {
      metrics.setUint16(4 * i, this.#view.getUint16(hmtx + 4 * Math.min(glyph, count - 1)))
      const bearing = glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count)
      metrics.setInt16(4 * i + 2, this.#view.getInt16(hmtx + bearing))
    })
    return new Uint8Array(metrics.buffer)
  }
}

/** Where outlines begin, and where the last one ends. */
function locations(outlines: readonly Uint8Array[], isLong: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer((isLong ? 4 : 2) * (outlines.length + 1)))
  let at = 0
  const put = (i: number) => (isLong ? view.setUint32(4 * i, at) : view.setUint16(2 * i, at >>> 1))
  outlines.forEach(({ length }, i) => {
    put(i)
    at += length
  })
  put(outlines.length)
  return new Uint8Array(view.buffer)
}

/** Tables behind their directory. Sums of them are left at 0, as nothing in a PDF asks for them. */
function fileOf(tables: readonly { tag: string; parts: readonly Uint8Array[] }[]): Uint8Array {
  const sizes = tables.map(({ parts }) => parts.reduce((sum, { length }) => sum + length, 0))
  const head = 12 + 16 * tables.length
  const file = new Uint8Array(head + sizes.reduce((sum, size) => sum + size, 0))
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x74727565) // "true"
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * (tables.length - 2 ** power))
  let at = head
  tables.forEach(({ tag, parts }, i) => {
    const entry = 12 + 16 * i
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, tag.charCodeAt(letter))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, sizes[i] as number)
    for (const part of parts) {
      file.set(part, at)
      at += part.length
    }
  })
  return file
}
