/** Fonts: embedded, of the widths that they say, and every glyph drawn is a letter that a reader can name. */
import { token } from './content.js'
import { type Dict, isRef, type PageObject, type Reader, type Value } from './objects.js'

/** 10-001 and 31-001 to 31-030, for fonts of the kind that a workbook has: TrueType by glyph, addressed by Identity-H. */
export function fontFaults(pages: readonly PageObject[], reader: Reader): string[] {
  return [...glyphsByFont(pages, reader)].flatMap(([ref, shown]) => {
    const font = reader.dict(ref)
    const name = reader.name(font.BaseFont)
    const [inner = null] = reader.list(font.DescendantFonts)
    const cid = reader.dict(inner)
    const descriptor = reader.dict(cid.FontDescriptor)
    const faults: string[] = []
    const need = (holds: boolean, fault: string) => holds || faults.push(`${name}: ${fault}`)
    need(reader.name(font.Subtype) === 'Type0' && reader.name(font.Encoding) === 'Identity-H', 'not by glyph')
    const glyphOf = glyphMap(cid.CIDToGIDMap, reader)
    need(glyphOf !== null, 'no CIDToGIDMap')
    need(/^[A-Z]{6}\+/.test(name) && name === reader.name(descriptor.FontName), 'not named as a subset')
    need(descriptor.CIDSet === undefined, 'a CIDSet, which leaves out parts of composed letters')
    need(!shown.has(0), 'draws the box of a missing letter')
    const letters = toUnicode(reader.stream(font.ToUnicode))
    const mute = [...shown].filter((glyph) => !letters.get(glyph))
    need(letters.size > 0, 'no ToUnicode')
    need(mute.length === 0, `glyphs ${mute.join(', ')} without a letter`)
    need(![...shown].some((glyph) => /[\0\uFEFF\uFFFE]/.test(letters.get(glyph) ?? '')), 'letters that are none')
    const program = descriptor.FontFile2
    if (!isRef(program)) return [...faults, `${name}: not embedded`]
    const widths = widthFaults(shown, cid, glyphOf ?? Number, reader.stream(program), reader)
    return [...faults, ...widths.map((fault) => `${name}: ${fault}`)]
  })
}

/** From numbers in the text to glyphs of the font file (ISO 32000-1, 9.7.4.2): the same, or by a map of two bytes each; null where nothing is said. */
function glyphMap(map: Value | undefined, reader: Reader): ((code: number) => number) | null {
  if (reader.name(map) === 'Identity') return (code) => code
  if (!isRef(map)) return null
  const bytes = Buffer.from(reader.stream(map), 'latin1')
  return (code) => (2 * code + 1 < bytes.length ? bytes.readUInt16BE(2 * code) : 0)
}

/** Glyphs drawn on all pages, by the reference of their font. */
function glyphsByFont(pages: readonly PageObject[], reader: Reader): Map<string, Set<number>> {
  const glyphs = new Map<string, Set<number>>()
  for (const { dict } of pages) {
    const fonts = reader.dict(reader.dict(dict.Resources).Font)
    let current = new Set<number>()
    let before = ''
    for (const content of reader.list(dict.Contents))
      for (const [word] of reader.stream(content).matchAll(token)) {
        if (before.startsWith('/') && fonts[before.slice(1)] !== undefined) {
          const ref = String(fonts[before.slice(1)])
          current = glyphs.get(ref) ?? new Set()
          glyphs.set(ref, current)
        }
        // What an element says instead of its letters is no glyph.
        if (/^<[0-9a-f]/i.test(word) && before !== '/ActualText')
          for (const [code] of word.slice(1, -1).matchAll(/.{4}/g)) current.add(Number.parseInt(code, 16))
        before = word
      }
  }
  return glyphs
}

/** Letters by glyph, from the map that the font brings: single ones, and ranges. */
function toUnicode(map: string): Map<number, string> {
  const letters = new Map<number, string>()
  const glyph = (hex: string): number => Number.parseInt(hex, 16)
  const text = (hex: string): string => Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le')
  for (const [, body = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, from = '', to = ''] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) letters.set(glyph(from), text(to))
  for (const [, body = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', , list = ''] of body.matchAll(/<([^>]*)>\s*<([^>]*)>\s*\[([^\]]*)\]/g))
      [...list.matchAll(/<([^>]*)>/g)].forEach(([, to = ''], i) => letters.set(glyph(from) + i, text(to)))
  return letters
}

/** 31-011 and 31-016: the glyphs are in the font, and as wide there as the file says, within a thousandth of the type size. */
function widthFaults(
  shown: ReadonlySet<number>,
  cid: Dict,
  glyphOf: (code: number) => number,
  program: string,
  reader: Reader,
): string[] {
  const bytes = Buffer.from(program, 'latin1')
  const table = (tag: string): Buffer => {
    for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16)
      if (bytes.toString('latin1', at, at + 4) === tag) return bytes.subarray(bytes.readUInt32BE(at + 8))
    return Buffer.alloc(64)
  }
  const glyphs = table('maxp').readUInt16BE(4)
  const em = table('head').readUInt16BE(18)
  const metrics = table('hhea').readUInt16BE(34)
  const said = widthsOf(reader.list(cid.W))
  return [...shown].flatMap((code) => {
    const glyph = glyphOf(code)
    if (glyph >= glyphs || (glyph === 0 && code !== 0)) return [`glyph ${code} is not in the font`]
    const own = (table('hmtx').readUInt16BE(4 * Math.min(glyph, metrics - 1)) * 1000) / em
    const width = said.get(code) ?? Number(cid.DW ?? 1000)
    return Math.abs(own - width) <= 1 ? [] : [`glyph ${code} is ${own} wide, not ${width}`]
  })
}

/** `[0 [500 600] 7 9 500]` → widths by glyph. */
function widthsOf(list: readonly Value[]): Map<number, number> {
  const widths = new Map<number, number>()
  for (let i = 0; i < list.length; ) {
    const first = Number(list[i])
    const next = list[i + 1] ?? null
    if (Array.isArray(next)) {
      next.forEach((width, k) => widths.set(first + k, Number(width)))
      i += 2
    } else {
      for (let glyph = first; glyph <= Number(next); glyph++) widths.set(glyph, Number(list[i + 2]))
      i += 3
    }
  }
  return widths
}
