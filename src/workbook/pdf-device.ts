/**
 * The PDF library, opened for our pages. The only file that knows pdfkit.
 *
 * pdfkit sends some eight small buffers for each object through a stream, and turns strings into bytes letter by letter. Here its
 * writing is gathered into large pieces: `_write`, `_offset` and `_refEnd` lie below its documented API, so that it is pinned, and
 * the tests read every file back.
 */
import PDFDocument from 'pdfkit'
import type { SubsetFont } from './pdf-glyphs.js'

/** An object of the file. `data` is written when it is ended; where another object names it, `toString` is written. */
export interface Ref {
  id: number
  offset: number
  data: Record<string, unknown>
  end(chunk?: Uint8Array): void
}

/** A font that is embedded. */
export interface EmbeddedFont extends SubsetFont {
  id: string
  ref(): Ref
}

export interface PdfOutline {
  addItem(title: string, options: { pageNumber: number; expanded: boolean }): PdfOutline
  outlineData: Record<string, unknown>
}

/** pdfkit as it is used here; its published types lag behind it. */
export interface Device {
  _font: EmbeddedFont
  _id: Uint8Array
  _root: { data: Record<string, unknown> }
  _refEnd(ref: Ref): void
  /** Conformance of PDF/A, "A" or "B", written at the end. */
  subset_conformance: string
  /** Part of PDF/A; left away, the file declares none. */
  subset: number | undefined
  page: {
    dictionary: Ref
    fonts: Record<string, Ref>
    xobjects: Record<string, Ref>
    annotations: Ref[]
    structParentTreeKey: number
    height: number
  }
  outline: PdfOutline
  addPage(options: { size: [number, number]; margin: number }): void
  /** Bytes are written as they are; strings would be turned into bytes letter by letter. */
  addContent(operators: Uint8Array): void
  appendXML(xml: string): void
  addNamedDestination(name: string, kind: 'XYZ', x: null, y: number, zoom: null): void
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void
  createStructParentTreeNextKey(): number
  getStructParentTree(): { add(key: number, value: unknown): void; get(key: number): unknown[] }
  getStructTreeRoot(): Ref
  font(source: unknown, family: string): void
  ref(data: Record<string, unknown>): Ref
}

/** What is below pdfkit's API and replaced. */
interface Stream {
  _offset: number
  _write(data: string | Uint8Array): void
  push(chunk: Uint8Array | null): void
  read(): Uint8Array | null
  end(): void
}

/** A file being written: the device, a way to write an object's own text, and the end. */
export interface OpenFile {
  device: Device
  /** Writes an object of `ref` that was put into words already: `<</Type /StructElem …>>`. */
  writeObject(ref: Ref, body: string): void
  /** Ends the file; its bytes. */
  close(): Uint8Array
}

/** Letters of one byte gathered before they become bytes. */
const pieceLength = 1 << 16

/** Opens a file with pdfkit's options. */
export function openFile(options: Record<string, unknown>): OpenFile {
  const document = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions)
  const device = document as unknown as Device
  const stream = document as unknown as Stream
  const chunks: Uint8Array[] = []
  let text = ''
  let ended = false
  const flush = (): void => {
    if (text !== '') chunks.push(Buffer.from(text, 'latin1'))
    text = ''
  }
  // The first line of the file was written on opening.
  const head = stream.read()
  if (head) chunks.push(head)
  stream._write = (data) => {
    if (typeof data === 'string') {
      text += `${data}\n`
      stream._offset += data.length + 1
      if (text.length > pieceLength) flush()
      return
    }
    flush()
    chunks.push(data)
    stream._offset += data.length
  }
  stream.push = () => {
    ended = true
  }
  return {
    device,
    writeObject: (ref, body) => {
      ref.offset = stream._offset
      stream._write(`${ref.id} 0 obj\n${body}\nendobj`)
      device._refEnd(ref)
    },
    close: () => {
      stream.end()
      flush()
      if (!ended) throw new Error('An object of the PDF was not ended')
      return Buffer.concat(chunks)
    },
  }
}
