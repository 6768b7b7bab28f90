/**
 * The PDF library, opened for our pages. The only file that knows pdfkit.
 *
 * pdfkit embeds pictures, and writes what a file says of itself; pages, fonts, structure and navigation are put into words by us. Both write
 * into one `ObjectWriter`: `_write`, `_offset`, `_offsets`, `_refEnd` and `_finalize` lie below pdfkit's documented API, so that it is pinned, and the tests read every file back.
 */
import PDFDocument from 'pdfkit'
import type { FileMemory } from '../file-memory.js'
import { ObjectWriter } from './pdf-objects.js'

/** An object that pdfkit writes. `data` is written when it is ended; where another object names it, `toString` is written: "12 0 R". */
export interface Ref {
  id: number
  data: Record<string, unknown>
  end(chunk?: Uint8Array): void
}

/** pdfkit as it is used here; its published types lag behind it. */
export interface Device {
  /** The catalog. */
  _root: Ref
  /** Conformance of PDF/A, "A" or "B", written at the end. */
  subset_conformance: string
  /** Part of PDF/A; left away, the file declares none. */
  subset: number | undefined
  appendXML(xml: string): void
  getStructTreeRoot(): Ref
  ref(data: Record<string, unknown>): Ref
}

/** What is below pdfkit's API and replaced. */
interface Stream {
  _offsets: { length: number; push(entry: null): void }
  _info: Ref
  _write(data: string | Uint8Array): void
  _refEnd(ref: Ref & { offset: number }): void
  _finalize(): void
  push(chunk: Uint8Array | null): void
  read(): Uint8Array | null
  end(): void
}

/** A file being written: pdfkit, the objects that are put into words here, and the end. */
export interface OpenFile {
  device: Device
  objects: ObjectWriter
  /** Ends the file; its bytes that were not taken, in pieces. Its id, which tells it from all others (ISO 32000-1, 14.4), hangs on its streams and on `named`. */
  close(named: string): Uint8Array[]
}

/** A value of `Ref.data` that is in words already: `[1 0 R 2 0 R]`. pdfkit writes what is no plain object as its `toString` says. */
export class InWords {
  readonly #words: string

  constructor(words: string) {
    this.#words = words
  }

  toString(): string {
    return this.#words
  }

  get [Symbol.toStringTag](): string {
    return 'InWords'
  }
}

/** Opens a file with pdfkit's options. `known`: what was deflated for files before. */
export function openFile(options: Record<string, unknown>, known?: FileMemory): OpenFile {
  const document = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions)
  const device = document as unknown as Device
  const stream = document as unknown as Stream
  const objects = new ObjectWriter(known)
  // The first line of the file was written, and some objects have their numbers, on opening.
  const head = stream.read()
  if (head) objects.raw(head)
  for (let i = 0; i < stream._offsets.length; i++) objects.reserve()
  stream._offsets = {
    get length() {
      return objects.count
    },
    push: () => void objects.reserve(),
  }
  stream._write = (data) => objects.raw(typeof data === 'string' ? `${data}\n` : data)
  Object.defineProperty(stream, '_offset', { get: () => objects.length })
  stream._refEnd = ({ id, offset }) => objects.place(id, offset)
  stream._finalize = () => {}
  return {
    device,
    objects,
    close: (named) => {
      stream.end()
      const hex = `<${objects.digest(named)}>`
      return objects.finish(`/Root ${device._root}/Info ${stream._info}/ID [${hex} ${hex}]`)
    },
  }
}
