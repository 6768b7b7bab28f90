/** Pieces of a key before its type is chosen: a key is measured in several types, and set in one of them. */
import { type LinesToBe, SizelessText } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import type { Element } from '../pages-model.js'
import { kept, room, type Strip } from '../prose/strips.js'
import type { Group } from './columns.js'
import type { KeyType, StyleName } from './key-type.js'

/** What stands in a key, whatever its type. */
export interface Piece {
  /** Adds the heights that its strips have in a type, pt. */
  measure(type: KeyType, heights: number[]): void
  strips(type: KeyType): Strip[]
  /** Empty room. */
  air?: true
}

/** Empty room of `height` pt, which falls away at the head of a column. */
export const air = (height: number): Piece => ({
  measure: (_type, heights) => void heights.push(height),
  strips: () => [room(height)],
  air: true,
})

/** A piece whose strips have to be made to know their height, once for each type that is tried. */
export function laid(make: (type: KeyType) => Strip[]): Piece {
  const made = new Map<KeyType, Strip[]>()
  const strips = (type: KeyType): Strip[] => {
    const known = made.get(type) ?? make(type)
    made.set(type, known)
    return known
  }
  return {
    measure: (type, heights) => {
      for (const { height } of strips(type)) heights.push(height)
    },
    strips,
  }
}

/** A paragraph of the key; its lines after the first hang. It knows its height in a type without making strips. */
export class TextPiece implements Piece {
  readonly #runs: readonly Run[]
  readonly #style: StyleName
  readonly #indents: number
  readonly #element: () => Element
  readonly #hangs: boolean
  /** Formulas may open its lines. */
  readonly #opens: boolean
  #text: SizelessText | null = null

  /** `indents`: how many of the type's indents it stands in. */
  constructor(runs: readonly Run[], style: StyleName, indents: number, element: () => Element, hangs = true) {
    this.#runs = runs
    this.#style = style
    this.#indents = indents
    this.#element = element
    this.#hangs = hangs
    this.#opens = runs.some(({ math }) => math)
  }

  lines(type: KeyType): LinesToBe {
    return this.#textIn(type).lines(this.#width(type), type.styles[this.#style].size)
  }

  /** How many lines it takes. */
  count(type: KeyType): number {
    return this.#textIn(type).count(this.#width(type), type.styles[this.#style].size)
  }

  measure(type: KeyType, heights: number[]): void {
    if (this.#opens) {
      for (const { height } of this.strips(type)) heights.push(height)
      return
    }
    const { leading } = type.styles[this.#style]
    for (let count = this.count(type); count > 0; count--) heights.push(leading)
  }

  #textIn(type: KeyType): SizelessText {
    this.#text ??= new SizelessText(this.#runs, type.styles[this.#style], type.desk.metrics)
    return this.#text
  }

  #width(type: KeyType): number {
    return type.width - this.#indents * type.indent - this.#hang(type)
  }

  strips(type: KeyType, lines = this.lines(type)): Strip[] {
    return type.drawn(
      this.#runs,
      lines,
      type.styles[this.#style],
      this.#indents * type.indent,
      this.#element,
      this.#hang(type),
    )
  }

  #hang(type: KeyType): number {
    return this.#hangs ? type.hang : 0
  }
}

/** A piece that stays with what follows it, as in a heading. */
export const keptWithNext = (piece: Piece): Piece => ({
  measure: (type, heights) => piece.measure(type, heights),
  strips: (type) => kept(piece.strips(type)),
  ...(piece.air && { air: true }),
})

/** The strips of pieces, set in a type. */
export const stripsOf = (pieces: readonly Piece[], type: KeyType): Strip[] =>
  pieces.flatMap((piece) => piece.strips(type))

/** Pieces as a group for columns: their heights in a type, and strips that are made when they are drawn. */
export function groupOf(pieces: readonly Piece[], type: KeyType): Group {
  const heights: number[] = []
  let airs = 0
  for (const piece of pieces) {
    piece.measure(type, heights)
    if (piece.air && airs === heights.length - 1) airs++
  }
  return { heights, airs, again: undefined, strips: () => stripsOf(pieces, type) }
}
