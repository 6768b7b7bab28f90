/**
 * Fonts of a PDF as composite ones (ISO 32000-1, 9.7): each is embedded when a piece asks for it first, and written when the file ends, cut to
 * the glyphs that were used.
 *
 * Text names glyphs by their numbers in the font, whatever else the file holds, so that a page's content does not hang on the pages before it;
 * a map leads from there into the cut. Outlines of PostScript ("CFF") have no such map, and are numbered as they are met.
 */
import { Alike } from '../../text/alike.js'
import { forShaper } from '../../text/bidi.js'
import type { FontSet } from '../../text/fonts/fonts.js'
import type { FaceName } from '../../text/metrics.js'
import type { Piece } from '../pages-model.js'
import type { GlyphRun, GlyphWriter } from './pdf-content.js'
import { type FontToEmbed, lookOf, mapOf, nameOf, type Subset, tagOf, toUnicode, widthsOf } from './pdf-font-words.js'
import { shapesOf, type UsedGlyph, type WordShape, type WordShapes } from './pdf-glyphs.js'
import { deflate, type ObjectWriter } from './pdf-objects.js'
import type { PageWriter } from './pdf-pages.js'

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

/** What is the same of a font in all files. */
interface KnownFont {
  /** Whether the text has the font's own numbers of glyphs. */
  isMapped: boolean
  /** As a name of a PDF; null where the font has none. */
  name: string | null
  /** The sign for what it lacks, which every cut has. */
  missing: UsedGlyph
  /** What its descriptor says of it, behind its name. */
  look: string
  /** By how many glyphs they have and the sum of their numbers, then by the glyphs: most weeks of a course have the same letters. */
  cuts: Alike<CutFont>
}

const knownFonts = new WeakMap<FontToEmbed, KnownFont>()

/** Cuts that are kept of a font. */
const keptCuts = 100

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
  readonly #known: KnownFont
  #subset: Subset | null = null
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
    this.#known = knownFonts.get(font) ?? this.#meet()
    this.#shapes = shapesOf(font, this.isMapped ? null : (glyph) => this.#cutting.includeGlyph(glyph))
    this.#used.set(0, this.#known.missing)
  }

  /** Whether the text has the font's own numbers of glyphs. */
  get isMapped(): boolean {
    return this.#known.isMapped
  }

  /** The cut in the making. */
  get #cutting(): Subset {
    this.#subset ??= this.#font.createSubset()
    return this.#subset
  }

  #meet(): KnownFont {
    const font = this.#font
    const known: KnownFont = {
      isMapped: !this.#cutting.cff,
      name: font.postscriptName === null ? null : nameOf(font.postscriptName),
      missing: { code: 0, advance: (font.getGlyph(0).advanceWidth * 1000) / font.unitsPerEm, letters: [0] },
      look: lookOf(font),
      cuts: new Alike<CutFont>(keptCuts),
    }
    knownFonts.set(font, known)
    return known
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
    const before = this.#written.size
    if (this.#written.add(glyphs).size === before) return
    for (const glyph of glyphs) if (!this.#used.has(glyph.code)) this.#used.set(glyph.code, glyph)
  }

  /** Writes the font and what it is made of. */
  end(): void {
    const objects = this.#objects
    const name = `/${tagOf(this.resource)}+${this.#known.name ?? this.resource}`
    const { file, length, map, widths, unicode } = this.#cut()
    const stream = (entries: string, deflated: Uint8Array): string => {
      const id = objects.reserve()
      objects.deflated(id, entries, deflated)
      return `${id} 0 R`
    }
    const program = map === null ? '/FontFile3 ' : '/FontFile2 '
    const entries = map === null ? '/Subtype/CIDFontType0C' : `/Length1 ${length}`
    const descriptor = objects.add(
      `<</Type/FontDescriptor/FontName${name}${this.#known.look}${program}${stream(entries, file)}>>`,
    )
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
    const { cuts } = this.#known
    const name = `${used.length} ${used.reduce((sum, { code }) => sum + code, 0)}`
    const known = cuts.get(name, used)
    if (known) return known
    const cut = this.#newCut(used)
    cuts.keep(name, used, cut)
    return cut
  }

  #newCut(used: readonly UsedGlyph[]): CutFont {
    const subset = this.#cutting
    const places = used.map(({ code }) => [code, this.isMapped ? subset.includeGlyph(code) : code] as const)
    const map = this.isMapped ? mapOf(places) : null
    const file = subset.encode()
    return {
      file: deflate(file),
      length: file.length,
      map: map && deflate(map),
      widths: widthsOf(used),
      unicode: deflate(Buffer.from(toUnicode(used), 'latin1')),
    }
  }
}
