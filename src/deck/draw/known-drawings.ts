/**
 * What the library draws for the package's own templates, drawn when the program is built (`packaging/known-decks.mjs`), so that most runs do
 * without it: the pieces of slides that sheets are made of, and the parts that are the same in all decks of a template and language.
 *
 * All of it is what would be drawn, found by all that drawing hangs on; what is not found is drawn.
 */
import type { PackedParts } from '../finish/parts.js'
import type { Packed } from '../pack/zip.js'
import type { DrawnPiece } from './pieces.js'

/** Gives a file that the build of the program left; null where there is none. */
export type ReadKnown = (name: string) => Uint8Array | null

/** What is the same in all decks. */
export interface KnownPieces {
  pieces: Readonly<Record<string, DrawnPiece>>
  /** Parts that the library writes for any deck, by path. */
  parts: Readonly<Record<string, string>>
}

/** The file of `KnownPieces`, and that of the parts of a deck by its key (`deckKey`). */
export const piecesName = 'pieces.json'
/** The file of a deck's other parts, by its key (`deckKey`). */
export const restName = (deck: string): string => `${deck.slice(0, 32)}.bin`

/** What pptxgenjs drew when the program was built; each file of `dist/known-decks/` is read when something of it is asked for. */
export class KnownDrawings {
  readonly #read: ReadKnown
  #known: KnownPieces | null | undefined
  #pieces = new Map<string, DrawnPiece>()

  constructor(read: ReadKnown) {
    this.#read = read
  }

  #open(): KnownPieces | null {
    if (this.#known !== undefined) return this.#known
    const bytes = this.#read(piecesName)
    this.#known = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as KnownPieces)
    if (this.#known) this.#pieces = new Map(Object.entries(this.#known.pieces))
    return this.#known
  }

  piece(key: string): DrawnPiece | undefined {
    this.#open()
    return this.#pieces.get(key)
  }

  get parts(): ReadonlyMap<string, string> | null {
    const known = this.#open()
    return known && new Map(Object.entries(known.parts))
  }

  rest(deck: string): PackedParts | null {
    const bytes = this.#read(restName(deck))
    return bytes && unpackRest(bytes)
  }
}

/** A line of JSON that says where each part lies, and the parts. */
type RestIndex = [path: string, crc: number, size: number, length: number][]

/** The parts of a deck beside its slides, compressed → the bytes of their file, which `KnownDrawings.rest` reads back. */
export function packRest(parts: PackedParts): Uint8Array {
  const index: RestIndex = [...parts].map(([path, { crc, size, bytes }]) => [path, crc, size, bytes.length])
  const head = new TextEncoder().encode(`${JSON.stringify(index)}\n`)
  const file = new Uint8Array([...parts.values()].reduce((sum, { bytes }) => sum + bytes.length, head.length))
  file.set(head)
  let at = head.length
  for (const { bytes } of parts.values()) {
    file.set(bytes, at)
    at += bytes.length
  }
  return file
}

function unpackRest(file: Uint8Array): PackedParts {
  const end = file.indexOf(10)
  const index = JSON.parse(new TextDecoder().decode(file.subarray(0, end))) as RestIndex
  let at = end + 1
  const parts = new Map<string, Packed>()
  for (const [path, crc, size, length] of index) {
    parts.set(path, { bytes: file.subarray(at, at + length), crc, size })
    at += length
  }
  return parts
}
