/**
 * Objects → bytes of a PDF (ISO 32000-1, 7.5). Knows no PDF library, and nothing of pages.
 *
 * Objects that are no streams are packed into object streams (7.5.7), for which the file ends in a cross-reference stream (7.5.8): a
 * tagged page has some fifty of them, and packed they take a tenth of the room. Nothing that was written is kept but where it stands.
 */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { FileMemory, Pack } from '../file-memory.js'
import { CrossReferences, rowLength } from './pdf-cross-references.js'

/** Bytes that grow: in large pieces, which can be taken away as soon as they are full. */
class Bytes {
  #full: Uint8Array[] = []
  #piece = Buffer.allocUnsafe(1 << 12)
  #used = 0
  length = 0

  /** Letters of one byte each. */
  text(letters: string): void {
    this.#room(letters.length)
    this.#used += this.#piece.write(letters, this.#used, 'latin1')
    this.length += letters.length
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#piece.set(bytes, this.#used)
    this.#used += bytes.length
    this.length += bytes.length
  }

  /** The pieces that are full; they are not kept here any longer. */
  takeFull(): Uint8Array[] {
    const full = this.#full
    this.#full = []
    return full
  }

  /** All that were not taken, one behind the other. */
  rest(): Uint8Array[] {
    return [...this.#full, this.#piece.subarray(0, this.#used)]
  }

  #room(length: number): void {
    if (this.#used + length <= this.#piece.length) return
    this.#full.push(this.#piece.subarray(0, this.#used))
    this.#piece = Buffer.allocUnsafeSlow(Math.max(length, pieceLength))
    this.#used = 0
  }
}

const pieceLength = 1 << 18

/** Of deflate: the default, 6, takes half as long again for a file that is a fourteenth smaller. */
const level = 4

/** Most streams are shorter when they are deflated; the library's own chunks are twice as large, and are held for a while. */
const chunkSize = 1 << 13

/** The stream of bytes, as `ObjectWriter.deflated` takes it. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level, chunkSize })

/** Letters of objects that are packed together; a viewer unpacks as much to read one of them. */
const packedLetters = 1 << 15

/** Writes objects, and at the end where each of them stands. An object is named by its number, before or after it is written. */
export class ObjectWriter {
  readonly #file = new Bytes()
  readonly #places = new CrossReferences()
  /** Objects to be packed next: their numbers, what they say, and how many letters that is. */
  #ids: number[] = []
  #bodies: string[] = []
  #letters = 0
  /** Of the streams as they are written: a fourth of what they hold. */
  readonly #digest = createHash('md5')
  readonly #known: FileMemory | undefined

  /** `known`: what was deflated for files before. */
  constructor(known?: FileMemory) {
    this.#known = known
  }

  /** Where the next object would stand. */
  get length(): number {
    return this.#file.length
  }

  /** Objects that have a number. */
  get count(): number {
    return this.#places.count
  }

  /** The number of an object that will be written. */
  reserve(): number {
    return this.#places.reserve()
  }

  /** An object that is no stream: `<</Type/StructElem …>>`. */
  write(id: number, body: string): void {
    this.#ids.push(id)
    this.#bodies.push(body)
    this.#letters += body.length + 1
    if (this.#letters > packedLetters) this.#pack()
  }

  /** As `write`, for an object that nothing named before. */
  add(body: string): number {
    const id = this.reserve()
    this.write(id, body)
    return id
  }

  /** A stream of letters of one byte each, deflated. `entries` of its dictionary besides its length and filter: `/Type/ObjStm`. */
  stream(id: number, entries: string, letters: string): void {
    let deflated = this.#known?.streams.get(letters)
    if (!deflated) {
      deflated = deflate(Buffer.from(letters, 'latin1'))
      this.#known?.streams.keep(letters, deflated)
    }
    this.deflated(id, entries, deflated)
  }

  /** As `stream`, of what `deflate` gave. */
  deflated(id: number, entries: string, deflated: Uint8Array): void {
    this.#digest.update(deflated)
    this.place(id, this.#file.length)
    this.#file.text(`${id} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${deflated.length}>>\nstream\n`)
    this.#file.bytes(deflated)
    this.#file.text('\nendstream\nendobj\n')
  }

  /** As they are: the first line of the file, and objects that were put into words whole, each with its `place`. */
  raw(data: string | Uint8Array): void {
    if (typeof data === 'string') this.#file.text(data)
    else this.#file.bytes(data)
  }

  place(id: number, offset: number): void {
    this.#places.stands(id, offset)
  }

  #pack(): void {
    if (this.#ids.length === 0) return
    const stream = this.reserve()
    const [ids, bodies] = [this.#ids, this.#bodies]
    ids.forEach((id, index) => {
      this.#places.isPacked(id, stream, index)
    })
    const name = `${ids[0]} ${ids.length}`
    const known = this.#known?.packs.get(name, { ids, bodies })
    const pack = known ?? packOf(ids, bodies)
    if (!known) this.#known?.packs.keep(name, { ids, bodies }, pack)
    this.deflated(stream, `/Type/ObjStm/N ${ids.length}/First ${pack.first}`, pack.deflated)
    this.#ids = []
    this.#bodies = []
    this.#letters = 0
  }

  /** In hexadecimal digits, of the streams that were written, among them all objects put here so far, and of `named`. */
  digest(named: string): string {
    this.#pack()
    return this.#digest.copy().update(named).digest('hex')
  }

  /** What of the file is written and was not taken before, but for some of its last bytes: pieces that follow each other. */
  takeWritten(): Uint8Array[] {
    return this.#file.takeFull()
  }

  /** Ends the file; its bytes that were not taken, in pieces. `trailer`: entries of the trailer, `/Root 1 0 R …` (7.5.5). */
  finish(trailer: string): Uint8Array[] {
    this.#pack()
    const own = this.reserve()
    const start = this.#file.length
    this.place(own, start)
    const predictor = `/DecodeParms<</Predictor 12/Columns ${rowLength}>>`
    this.deflated(own, `/Type/XRef/Size ${own + 1}/W[1 4 2]${predictor}${trailer}`, deflate(this.#places.rows()))
    this.#file.text(`startxref\n${start}\n%%EOF\n`)
    return this.#file.rest()
  }
}

/** Objects one behind the other, and before them their numbers, each with where it begins among them (7.5.7). */
function packOf(ids: readonly number[], bodies: readonly string[]): Pack {
  let at = 0
  let numbers = ''
  ids.forEach((id, i) => {
    numbers += i === 0 ? `${id} ${at}` : ` ${id} ${at}`
    at += (bodies[i] as string).length + 1
  })
  const stream = Buffer.from(`${numbers}\n${bodies.join('\n')}\n`, 'latin1')
  return { first: numbers.length + 1, deflated: deflate(stream) }
}
