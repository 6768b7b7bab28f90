/**
 * Fonts of a PDF as composite ones (ISO 32000-1, 9.7): each is embedded when a piece asks for it first, and written when the file ends, cut to
 * the glyphs that were used.
 *
 * Text names glyphs by their numbers in the font, whatever else the file holds, so that a page's content does not hang on the pages before it;
 * a map leads from there into the cut. Outlines of PostScript ("CFF") have no such map, and are numbered as they are met.
 */
import { forShaper } from '../../text/bidi.js'
import type { FontSet } from '../../text/fonts/fonts.js'
import type { FaceName } from '../../text/metrics.js'
import { Recent } from '../../text/recent.js'
import type { Piece } from '../pages-model.js'
import { type GlyphRun, type GlyphWriter, pt } from './pdf-content.js'
import { type GlyphFont, shapesOf, type UsedGlyph, type WordShape, type WordShapes } from './pdf-glyphs.js'
import { deflate, type ObjectWriter } from './pdf-objects.js'
import type { PageWriter } from './pdf-pages.js'

/** A font with only some of its glyphs. */
interface Subset {
  /** The number of a glyph in it. */
  includeGlyph(glyph: number): number
  /** Its file. */
  encode(): Uint8Array
  /** Outlines of PostScript. */
  cff?: unknown
}

/** What is asked of a font that is embedded: the font library's, or what stands for it (`text/fonts/known-font.ts`). Lengths in its units. */
interface FontToEmbed extends GlyphFont {
  postscriptName: string | null
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  italicAngle: number
  bbox: { minX: number; minY: number; maxX: number; maxY: number }
  'OS/2'?: { sFamilyClass: number }
  post: { isFixedPitch: boolean }
  head: { macStyle: { italic: boolean } }
  getGlyph(glyph: number): { advanceWidth: number }
  createSubset(): Subset
}

/** What a font is cut to; streams are deflated. */
interface CutFont {
  file: Uint8Array
  /** Bytes of the file. */
  length: number
  /** From numbers in the text into the cut; null where they are the same. */
  map: Uint8Array | null
  widths: string
  unicode: Uint8Array
}

/** Of fonts, their cuts by the glyphs, with what these are read as: most weeks of a course have the same letters. */
const knownCuts = new WeakMap<FontToEmbed, Recent<CutFont>>()

/** Letters of the glyphs that are kept of a font: some dozens of cuts. */
const keptLetters = 1 << 15

/** Embeds fonts on first use. */
export class FontWriter implements GlyphWriter {
  readonly #objects: ObjectWriter
  /** What they are embedded from. */
  readonly from: FontSet
  readonly #pages: PageWriter
  /** By face, then by the piece's name of the font. */
  readonly #pieces = new Map<FaceName, Map<string, EmbeddedFont>>()
  readonly #embedded = new Map<string, EmbeddedFont>()

  constructor(objects: ObjectWriter, fonts: FontSet, pages: PageWriter) {
    this.#objects = objects
    this.from = fonts
    this.#pages = pages
  }

  /** The font of a piece, among the resources of the current page. */
  open({ face, font: name }: Pick<Piece, 'face' | 'font'>): EmbeddedFont {
    const font = this.#pieces.get(face)?.get(name) ?? this.#openFirst(face, name)
    this.#pages.page.fonts.set(font.resource, font.ref)
    return font
  }

  /** Writes all fonts. */
  end(): void {
    for (const font of this.#embedded.values()) font.end()
  }

  #openFirst(face: FaceName, name: string): EmbeddedFont {
    const chain = this.#pieces.get(face) ?? new Map<string, EmbeddedFont>()
    this.#pieces.set(face, chain)
    const font = this.#embed(face, name)
    chain.set(name, font)
    return font
  }

  #embed(face: FaceName, name: string): EmbeddedFont {
    const { key, font } = this.from.fontOf(face, name)
    const known = this.#embedded.get(key)
    if (known) return known
    const embedded = new EmbeddedFont(font as FontToEmbed, this.#embedded.size + 1, this.#objects)
    this.#embedded.set(key, embedded)
    return embedded
  }
}

/** A font of the file, with the glyphs that were used. */
export class EmbeddedFont {
  /** Its name among the resources: "F1". */
  readonly resource: string
  /** Its object: "12 0 R". */
  readonly ref: string
  readonly #id: number
  readonly #objects: ObjectWriter
  readonly #font: FontToEmbed
  readonly #subset: Subset
  /** The text has the font's own numbers of glyphs. */
  readonly isMapped: boolean
  readonly #shapes: WordShapes
  readonly #written = new Set<readonly UsedGlyph[]>()
  /** By their numbers in the text. */
  readonly #used = new Map<number, UsedGlyph>()

  constructor(font: FontToEmbed, number: number, objects: ObjectWriter) {
    this.resource = `F${number}`
    this.#id = objects.reserve()
    this.ref = `${this.#id} 0 R`
    this.#objects = objects
    this.#font = font
    const subset = font.createSubset()
    this.#subset = subset
    this.isMapped = !subset.cff
    this.#shapes = shapesOf(font, this.isMapped ? null : (glyph) => subset.includeGlyph(glyph))
    const { advanceWidth } = font.getGlyph(0)
    this.#used.set(0, { code: 0, advance: (advanceWidth * 1000) / font.unitsPerEm, letters: [0] })
  }

  /** Glyphs of one word or one space, from the left. */
  glyphs(word: string, rtl: boolean): readonly GlyphRun[] {
    return this.shape(word, rtl).runs
  }

  /** The same, with what they are. */
  shape(word: string, rtl: boolean): WordShape {
    const shape = this.#shapes.of(forShaper(word, rtl))
    this.use(shape.used)
    return shape
  }

  /** Notes glyphs that are in the text. What a glyph stood for first is what it is read as. */
  use(glyphs: readonly UsedGlyph[]): void {
    if (this.#written.has(glyphs)) return
    this.#written.add(glyphs)
    for (const glyph of glyphs) if (!this.#used.has(glyph.code)) this.#used.set(glyph.code, glyph)
  }

  /** Writes the font and what it is made of. */
  end(): void {
    const objects = this.#objects
    const name = `/${tagOf(this.resource)}+${nameOf(this.#font.postscriptName ?? this.resource)}`
    const { file, length, map, widths, unicode } = this.#cut()
    const stream = (entries: string, deflated: Uint8Array): string => {
      const id = objects.reserve()
      objects.deflated(id, entries, deflated)
      return `${id} 0 R`
    }
    const program = map === null ? '/FontFile3 ' : '/FontFile2 '
    const entries = map === null ? '/Subtype/CIDFontType0C' : `/Length1 ${length}`
    const descriptor = objects.add(descriptorOf(this.#font, name, program + stream(entries, file)))
    const type = map === null ? 'CIDFontType0' : 'CIDFontType2'
    const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
    const mapped = map === null ? '' : `/CIDToGIDMap ${stream('', map)}`
    const descendant = objects.add(
      `<</Type/Font/Subtype/${type}/BaseFont${name}${system}/FontDescriptor ${descriptor} 0 R/W${widths}${mapped}>>`,
    )
    objects.write(
      this.#id,
      `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${stream('', unicode)}>>`,
    )
  }

  #cut(): CutFont {
    const used = [...this.#used.values()].sort((a, b) => a.code - b.code)
    if (!this.isMapped) return this.#newCut(used)
    const cuts = knownCuts.get(this.#font) ?? new Recent<CutFont>(keptLetters)
    knownCuts.set(this.#font, cuts)
    const key = used.map(({ code, letters }) => `${code}:${letters.join('+')}`).join(' ')
    const known = cuts.get(key)
    if (known) return known
    const cut = this.#newCut(used)
    cuts.keep(key, cut)
    return cut
  }

  #newCut(used: readonly UsedGlyph[]): CutFont {
    const places = used.map(({ code }) => [code, this.isMapped ? this.#subset.includeGlyph(code) : code] as const)
    const map = this.isMapped ? mapOf(places) : null
    const file = this.#subset.encode()
    return {
      file: deflate(file),
      length: file.length,
      map: map && deflate(map),
      widths: widthsOf(used),
      unicode: deflate(Buffer.from(toUnicode(used), 'latin1')),
    }
  }
}

/** Two bytes for each number in the text: the glyph of the cut. */
function mapOf(places: readonly (readonly [code: number, glyph: number])[]): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * ((places.at(-1)?.[0] ?? 0) + 1)))
  for (const [code, glyph] of places) map.setUint16(2 * code, glyph)
  return new Uint8Array(map.buffer)
}

/** Six letters before the name of a font that is cut (9.6.4), different ones for each font of a file. */
function tagOf(resource: string): string {
  let tag = ''
  for (let i = 1; i <= 6; i++) tag += String.fromCharCode((resource.charCodeAt(i) || 73) + 17)
  return tag
}

/** A name (7.3.5): what is no ordinary letter by its number. */
const nameOf = (name: string): string =>
  Array.from(Buffer.from(name.replaceAll(' ', '_')), (byte) => {
    const letter = String.fromCharCode(byte)
    return /[^!-~]|[#()<>[\]{}/%]/.test(letter) ? `#${byte.toString(16).padStart(2, '0')}` : letter
  }).join('')

/** Of the flags of a descriptor (9.8.2): all letters are the font's own. */
const symbolic = 1 << 2

function descriptorOf(font: FontToEmbed, name: string, file: string): string {
  const { bbox, italicAngle, ascent, descent, capHeight, xHeight, unitsPerEm, post, head } = font
  const scaled = (length: number): string => pt((length * 1000) / unitsPerEm)
  const family = (font['OS/2']?.sFamilyClass ?? 0) >> 8
  const flags =
    symbolic |
    (post.isFixedPitch ? 1 : 0) |
    (family >= 1 && family <= 7 ? 1 << 1 : 0) |
    (family === 10 ? 1 << 3 : 0) |
    (head.macStyle.italic ? 1 << 6 : 0)
  const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(scaled).join(' ')
  const heights = `/Ascent ${scaled(ascent)}/Descent ${scaled(descent)}/CapHeight ${scaled(capHeight || ascent)}/XHeight ${scaled(xHeight || 0)}`
  return `<</Type/FontDescriptor/FontName${name}/Flags ${flags}/FontBBox[${box}]/ItalicAngle ${pt(italicAngle)}${heights}/StemV 0${file}>>`
}

/** Advances of the glyphs (9.7.4.3), those whose numbers follow each other in one list: `[0[500]36[612 580]]`. */
function widthsOf(used: readonly UsedGlyph[]): string {
  let widths = ''
  let next = -1
  for (const { code, advance } of used) {
    widths += code === next ? ' ' : `${next < 0 ? '' : ']'}${code}[`
    widths += pt(advance)
    next = code + 1
  }
  return `[${widths}]]`
}

/** Of a block of a map of characters there are no more. */
const mostOfBlock = 100

/** What glyphs are read as (9.10.3). */
function toUnicode(used: readonly UsedGlyph[]): string {
  const lines = used.map(({ code, letters }) => `<${hex4(code)}> <${utf16(letters)}>`)
  let blocks = ''
  for (let from = 0; from < lines.length; from += mostOfBlock) {
    const block = lines.slice(from, from + mostOfBlock)
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

const hex4 = (code: number): string => code.toString(16).padStart(4, '0')

const utf16 = (letters: readonly number[]): string =>
  Array.from(String.fromCodePoint(...letters).split(''), (unit) => hex4(unit.charCodeAt(0))).join('')
