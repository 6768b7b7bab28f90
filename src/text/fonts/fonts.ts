/**
 * Real fonts: `Metrics` answered from font files, with fallback.
 *
 * Words of the package's own fonts are measured with tables (`shape-table.ts`). What is in no table is measured by the font library, which
 * opens a file when it is asked for the first time; widths are kept, in fractions of the type size, so that a course of ten thousand questions
 * shapes each different word once.
 */
import type { Font } from 'fontkit'
import { charactersOf, type HasCharacter, missingIn } from '../characters.js'
import { hasRightToLeft } from '../direction.js'
import { graphemesOf } from '../lines/graphemes.js'
import type { FaceName, FontPiece, Metrics, VerticalMetrics } from '../metrics.js'
import { isUndrawn, printable } from '../printable.js'
import { fontFault, UnusableFont } from './font-file.js'
import { fontLibrary } from './font-library.js'
import { KnownFont } from './known-font.js'
import { ShapeTable, verticalOf } from './shape-table.js'
import { keepShapes, keptLength } from './shaping.js'

/** A font file: its name for messages, its bytes. Roles that share a file hand in the same object. */
export interface FontSource {
  name: string
  /** May throw `UnusableFont` where `isUnread`. */
  bytes: Uint8Array
  /** A font of the package, sound, whose bytes are read when they are asked for. */
  isUnread?: boolean
  /** Its shape table, when one was made of these bytes (`writeShapeTable`); null or left out when none was. */
  shapes?: () => Uint8Array | null
}

/** A font that was opened once. `key` is its own in the set and stays the same from run to run. */
export interface OpenFont {
  key: string
  /** For the PDF device: the font library's own object, which that device shares, or what stands for it (`KnownFont`). */
  font: object
}

/** Metrics, and the fonts behind the pieces that they return. */
export interface FontSet extends Metrics {
  /** The font of a piece: `piece` is a `FontPiece.font` that this set returned for the same face. */
  fontOf(face: FaceName, piece: string): OpenFont
}

/** The roles of a template, as `openFonts` takes them. */
type Faces = Readonly<Record<FaceName, readonly FontSource[]>>

/** Sets by the roles they were opened for: the sheets of a course share one, with its fonts and measured words. */
const sets = new WeakMap<Faces, FontSet>()

/**
 * Opens the fonts of a template's roles: per role a chain, the first plays the role, the others stand in.
 * The same roles give the same set.
 */
export function openFonts(faces: Faces): FontSet {
  const known = sets.get(faces)
  if (known) return known
  const set = newSet(faces)
  sets.set(faces, set)
  return set
}

function newSet(faces: Faces): FontSet {
  const opened = new Map<FontSource, Shaper>()
  const chains = new Map<FaceName, Chain>()
  const open = (source: FontSource) => once(opened, source, () => new Shaper(`f${opened.size}`, source))
  const begin = (face: FaceName) => once(chains, face, () => new Chain(unique(faces[face]), open))
  const chain = (face: FaceName): Chain => chains.get(face) ?? begin(face)
  return {
    width: (text, face, size) => chain(face).width(text) * size,
    vertical: (face) => chain(face).shaper(0).vertical(),
    pieces: (text, face) => chain(face).pieces(text),
    missing: (text, face) => chain(face).missing(text),
    fontOf: (face, piece) => chain(face).shaper(indexOf(piece)).open,
  }
}

/** The value kept for `key`, made on the first call. */
function once<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  return made
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** Names of the fonts of a chain: "face", "fallback-0", "fallback-1" … */
const nameOf = (index: number): string => (index === 0 ? 'face' : `fallback-${index - 1}`)
const indexOf = (name: string): number => (name === 'face' ? 0 : Number(name.slice('fallback-'.length)) + 1)

/** One font file with its measured words. */
class Shaper {
  readonly open: OpenFont
  readonly #source: FontSource
  readonly #widths = new Map<string, number>()
  #opened: Font | null = null
  #known: KnownFont | null = null
  #characters: HasCharacter | null | undefined
  #table: ShapeTable | null | undefined

  constructor(key: string, source: FontSource) {
    if (fontFault(source.bytes)) throw new UnusableFont(source.name)
    this.#source = source
    const embeddable = () => this.#embeddable
    this.open = {
      key,
      get font() {
        return embeddable()
      },
    }
  }

  /** What the PDF device gets. */
  get #embeddable(): object {
    if (!this.table) return this.#font()
    this.#known ??= new KnownFont(this.table, this.#source.bytes, () => this.#font())
    return this.#known
  }

  /** Its table, or null: it is another font than those of the package. */
  get table(): ShapeTable | null {
    if (this.#table === undefined) {
      const bytes = this.#source.shapes?.() ?? null
      this.#table = bytes && new ShapeTable(bytes)
    }
    return this.#table
  }

  #font(): Font {
    this.#opened ??= this.#openFont()
    return this.#opened
  }

  #openFont(): Font {
    const { bytes, name } = this.#source
    const library = fontLibrary()
    try {
      // One font per file: collections have another signature and were refused above.
      const font = library.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as Font
      keepShapes(font)
      // Reads the tables that layout needs, so that a damaged font is found here and not in the middle of a page. One with a table is whole.
      if (!this.table) font.layout('A')
      // Every measure is a part of it; WOFF hides it from `fontFault`.
      if (font.unitsPerEm > 0) return font
    } catch {}
    throw new UnusableFont(name)
  }

  /** Advance of one word in fractions of the type size. */
  width(word: string): number {
    const { table } = this
    const advance = table ? table.advance(word) : -1
    if (table && advance >= 0) return advance / table.unitsPerEm
    let width = this.#widths.get(word)
    if (width === undefined) {
      const font = this.#font()
      width = font.layout(word).advanceWidth / font.unitsPerEm
      if (word.length <= keptLength) this.#widths.set(word, width)
    }
    return width
  }

  has(codePoint: number): boolean {
    if (this.#characters === undefined) this.#characters = charactersOf(this.#source.bytes)
    return this.#characters ? this.#characters(codePoint) : this.#font().hasGlyphForCodePoint(codePoint)
  }

  vertical(): VerticalMetrics {
    return this.table?.vertical() ?? verticalOf(this.#font())
  }
}

/** Signs and spaces, without a letter or digit. */
const neutral = /^[\p{P}\p{S}\p{Z}]+$/u

/** Adds text to the last piece, or begins one when the font is another. */
function addPiece(pieces: FontPiece[], text: string, font: string): void {
  const last = pieces.at(-1)
  if (last && last.font === font) last.text += text
  else pieces.push({ text, font })
}

const plainAscii = /^[\x20-\x7E]*$/

/** Width of words that are all in a table, which has none that run from right to left, in fractions of the type size; -1 for others. */
function tabledWidth(text: string, table: ShapeTable): number {
  let width = 0
  let spaces = 0
  let from = 0
  for (;;) {
    const space = text.indexOf(' ', from)
    const to = space < 0 ? text.length : space
    const advance = table.advance(text, from, to)
    if (advance < 0) return -1
    width += advance / table.unitsPerEm
    if (space < 0) return width + spaces * (table.advance(' ') / table.unitsPerEm)
    spaces++
    from = space + 1
  }
}

/** The fonts of one role in the order in which they are asked. */
class Chain {
  readonly #sources: readonly FontSource[]
  readonly #open: (source: FontSource) => Shaper
  readonly #widths = new Map<string, number>()
  readonly #fontOfCluster = new Map<string, number>()
  /** Characters that some font has, of those that were asked for. */
  readonly #shown = new Set<number>()
  /** The table of the first font; left out before it was asked for. */
  #firstTable: ShapeTable | null | undefined
  #coversAscii: boolean | null = null

  constructor(sources: readonly FontSource[], open: (source: FontSource) => Shaper) {
    this.#sources = sources
    this.#open = open
  }

  shaper(index: number): Shaper {
    const source = this.#sources[index]
    if (!source) throw new Error(`No font ${nameOf(index)} in this chain of ${this.#sources.length}`)
    return this.#open(source)
  }

  /** The table of the first font, if it has one. Its characters are drawn as they are, and by that font. */
  get #table(): ShapeTable | null {
    if (this.#firstTable === undefined) this.#firstTable = this.shaper(0).table
    return this.#firstTable
  }

  /** Width in fractions of the type size; words and the spaces between them add up, so that lines do too. */
  width(text: string): number {
    if (text === ' ' || !text.includes(' ')) return this.#wordWidth(text, 0, text.length)
    const tabled = this.#table ? tabledWidth(text, this.#table) : -1
    if (tabled >= 0) return tabled
    if (hasRightToLeft(text)) return this.#mixedWidth(text)
    let width = 0
    let spaces = 0
    let from = 0
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', from)) {
      width += this.#wordWidth(text, from, at)
      spaces++
      from = at + 1
    }
    return width + this.#wordWidth(text, from, text.length) + spaces * this.#wordWidth(' ', 0, 1)
  }

  /** Spaces between right-to-left words are those of the words' font, and so have its width. */
  #mixedWidth(text: string): number {
    let width = 0
    for (const piece of this.pieces(printable(text))) {
      const shaper = this.shaper(indexOf(piece.font))
      for (const word of piece.text.split(/( )/)) width += word === '' ? 0 : shaper.width(word)
    }
    return width
  }

  /** Width of the word that stands in `text` from `from` to `to`: most need not be cut out of it. */
  #wordWidth(text: string, from: number, to: number): number {
    if (to === from) return 0
    const table = this.#table
    const advance = table ? table.advance(text, from, to) : -1
    if (table && advance >= 0) return advance / table.unitsPerEm
    const word = text.slice(from, to)
    let width = this.#widths.get(word)
    if (width === undefined) {
      width = 0
      for (const piece of this.pieces(printable(word))) width += this.shaper(indexOf(piece.font)).width(piece.text)
      if (word.length <= keptLength) this.#widths.set(word, width)
    }
    return width
  }

  pieces(text: string): FontPiece[] {
    if (text === '') return []
    if (this.#isPlain(text)) return [{ text, font: nameOf(0) }]
    if (hasRightToLeft(text)) return this.#mixedPieces(text)
    const pieces: FontPiece[] = []
    for (const segment of graphemesOf(text)) addPiece(pieces, segment, nameOf(this.#clusterFont(segment)))
    return pieces
  }

  /**
   * Signs and spaces of right-to-left words come from the font of their letters: a word with its stop, and a line as far as it can,
   * is then one stretch, which readers of the file put back into the order of reading.
   */
  #mixedPieces(text: string): FontPiece[] {
    const pieces: FontPiece[] = []
    let font = 0
    for (const word of text.split(/( )/)) {
      const clusters = graphemesOf(word)
      const letter = clusters.find(hasRightToLeft)
      if (word !== ' ') font = letter === undefined ? 0 : this.#clusterFont(letter)
      for (const cluster of clusters) {
        const own = !neutral.test(cluster) || !this.#has(font, cluster)
        addPiece(pieces, cluster, nameOf(own ? this.#clusterFont(cluster) : font))
      }
    }
    return pieces
  }

  #has(font: number, cluster: string): boolean {
    return (
      this.#sources.length > font && [...cluster].every((letter) => this.shaper(font).has(letter.codePointAt(0) ?? 0))
    )
  }

  missing(text: string): number[] {
    if (this.#isPlain(text)) return []
    return missingIn(text, [this.#shows])
  }

  /** Whether a font of the chain has a character. */
  readonly #shows = (codePoint: number): boolean => {
    if (this.#shown.has(codePoint)) return true
    const shows = this.#firstWith([codePoint]) !== undefined
    if (shows) this.#shown.add(codePoint)
    return shows
  }

  /** The first font that has every letter of a cluster, else the one that has its base letter, else the face. */
  #clusterFont(cluster: string): number {
    const known = this.#fontOfCluster.get(cluster)
    if (known !== undefined) return known
    const codePoints = [...cluster].map((letter) => letter.codePointAt(0) ?? 0).filter((c) => !isUndrawn(c))
    const base = codePoints.slice(0, 1)
    const found = this.#firstWith(codePoints) ?? this.#firstWith(base) ?? 0
    this.#fontOfCluster.set(cluster, found)
    return found
  }

  #firstWith(codePoints: readonly number[]): number | undefined {
    const index = this.#sources.findIndex((_, i) => codePoints.every((codePoint) => this.shaper(i).has(codePoint)))
    return index < 0 ? undefined : index
  }

  /** Whether the first font has all of a text, as far as it is easy to say. */
  #isPlain(text: string): boolean {
    return this.#table ? this.#table.covers(text) : plainAscii.test(text) && this.#hasAscii()
  }

  /** Symbol fonts lack letters: only a face with all of ASCII takes the short way. */
  #hasAscii(): boolean {
    this.#coversAscii ??= Array.from({ length: 95 }, (_, i) => i + 0x20).every((c) => this.shaper(0).has(c))
    return this.#coversAscii
  }
}
