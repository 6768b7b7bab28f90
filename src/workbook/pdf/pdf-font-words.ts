/** What a PDF says of a font that is embedded (ISO 32000-1, 9.7 to 9.10), in words. */
import { pt } from './pdf-content.js'
import { type GlyphFont, inHex, type UsedGlyph } from './pdf-glyphs.js'

/** A font with only some of its glyphs. */
export interface Subset {
  /** The number of a glyph in it. */
  includeGlyph(glyph: number): number
  /** Its file. */
  encode(): Uint8Array
  /** Outlines of PostScript. */
  cff?: unknown
}

/** What is asked of a font that is embedded: the font library's, or what stands for it (`text/fonts/known-font.ts`). Lengths in its units. */
export interface FontToEmbed extends GlyphFont {
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

/** The map from numbers in the text, in their order, to glyphs of the cut (9.7.4.2): two bytes for each number. */
export function mapOf(places: readonly (readonly [code: number, glyph: number])[]): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * ((places.at(-1)?.[0] ?? 0) + 1)))
  for (const [code, glyph] of places) map.setUint16(2 * code, glyph)
  return new Uint8Array(map.buffer)
}

/** Six letters before the name of a font that is cut (9.6.4), different ones for each font of a file. */
export function tagOf(resource: string): string {
  let tag = ''
  for (let i = 1; i <= 6; i++) tag += String.fromCharCode((resource.charCodeAt(i) || 73) + 17)
  return tag
}

/** A name (7.3.5): what is no ordinary letter by its number. */
export const nameOf = (name: string): string =>
  Array.from(Buffer.from(name.replaceAll(' ', '_')), (byte) => {
    const letter = String.fromCharCode(byte)
    return /[^!-~]|[#()<>[\]{}/%]/.test(letter) ? `#${byte.toString(16).padStart(2, '0')}` : letter
  }).join('')

/** Of the flags of a descriptor (9.8.2): all letters are the font's own. */
const symbolic = 1 << 2

/** What the descriptor of a font (9.8) says of it, between its name and its file. */
export function lookOf(font: FontToEmbed): string {
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
  return `/Flags ${flags}/FontBBox[${box}]/ItalicAngle ${pt(italicAngle)}${heights}/StemV 0`
}

/** Advances of glyphs that are in the order of their numbers (9.7.4.3), those whose numbers follow each other in one list: `[0[500]36[612 580]]`. */
export function widthsOf(used: readonly UsedGlyph[]): string {
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

/** The map of characters that says what glyphs are read as (9.10.3), in ASCII. `used`: in the order of their numbers. */
export function toUnicode(used: readonly UsedGlyph[]): string {
  const lines = used.map(({ code, letters }) => `<${inHex(code)}> <${utf16(letters)}>`)
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

/** Code points as units of UTF-16. */
const utf16 = (letters: readonly number[]): string =>
  letters
    .map((letter) => {
      const beyond = letter - 0x10000
      return beyond < 0 ? inHex(letter) : inHex(0xd800 + (beyond >> 10)) + inHex(0xdc00 + (beyond & 0x3ff))
    })
    .join('')
