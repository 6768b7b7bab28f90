/** The fonts of one role: the first that has a character draws it. Widths are fractions of the type size. */
import { missingIn } from '../characters.js'
import { hasRightToLeft } from '../direction.js'
import { graphemesOf } from '../lines/graphemes.js'
import type { FontPiece } from '../metrics.js'
import { isUndrawn, printable } from '../printable.js'
import { keepIn } from '../recent.js'
import type { FontSource, MeasuredFont } from './measured-font.js'
import type { ShapeTable } from './shape-table.js'
import { keptLength, keptWords } from './shaping.js'

/** Names of the fonts of a chain by their places: "face", "fallback-0", "fallback-1" … */
const nameOf = (index: number): string => (index === 0 ? 'face' : `fallback-${index - 1}`)

/** The place in its chain of the font that has this name. */
export const indexOf = (name: string): number => (name === 'face' ? 0 : Number(name.slice('fallback-'.length)) + 1)

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
export class FontChain {
  readonly #sources: readonly FontSource[]
  readonly #open: (source: FontSource) => MeasuredFont
  readonly #widths = new Map<string, number>()
  readonly #fontOfCluster = new Map<string, number>()
  /** Characters that some font has, of those that were asked for. */
  readonly #shown = new Set<number>()
  /** The table of the first font; left out before it was asked for. */
  #firstTable: ShapeTable | null | undefined
  #coversAscii: boolean | null = null

  constructor(sources: readonly FontSource[], open: (source: FontSource) => MeasuredFont) {
    this.#sources = sources
    this.#open = open
  }

  font(index: number): MeasuredFont {
    const source = this.#sources[index]
    if (!source) throw new Error(`No font ${nameOf(index)} in this chain of ${this.#sources.length}`)
    return this.#open(source)
  }

  /** The table of the first font, if it has one. Its characters are drawn as they are, and by that font. */
  get #table(): ShapeTable | null {
    if (this.#firstTable === undefined) this.#firstTable = this.font(0).table
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
      const font = this.font(indexOf(piece.font))
      for (const word of piece.text.split(/( )/)) width += word === '' ? 0 : font.width(word)
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
      for (const piece of this.pieces(printable(word))) width += this.font(indexOf(piece.font)).width(piece.text)
      if (word.length <= keptLength) keepIn(this.#widths, word, width, keptWords)
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
      this.#sources.length > font && [...cluster].every((letter) => this.font(font).has(letter.codePointAt(0) ?? 0))
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
    keepIn(this.#fontOfCluster, cluster, found, keptWords)
    return found
  }

  #firstWith(codePoints: readonly number[]): number | undefined {
    const index = this.#sources.findIndex((_, i) => codePoints.every((codePoint) => this.font(i).has(codePoint)))
    return index < 0 ? undefined : index
  }

  /** Whether the first font has all of a text, as far as it is easy to say. */
  #isPlain(text: string): boolean {
    return this.#table ? this.#table.covers(text) : plainAscii.test(text) && this.#hasAscii()
  }

  /** Symbol fonts lack letters: only a face with all of ASCII takes the short way. */
  #hasAscii(): boolean {
    this.#coversAscii ??= Array.from({ length: 95 }, (_, i) => i + 0x20).every((c) => this.font(0).has(c))
    return this.#coversAscii
  }
}
