/** Where objects stand in a PDF: the rows of its cross-reference stream (ISO 32000-1, 7.5.8). */

/** Bytes of a row: kind, place, index. */
export const rowLength = 7

/** Rows are kept so many together: a booklet of 400 weeks has 300,000. */
const rowsOfPiece = 1 << 10

/**
 * A row for each object, from the 0 that is none: its kind, its offset or the stream that it is packed in, and its index there (7.5.8.3).
 * They are kept as they are written, which is a third of what numbers take.
 */
export class CrossReferences {
  readonly #pieces: DataView[] = []
  #count = 0

  /** Objects that have a number. */
  get count(): number {
    return this.#count
  }

  /** The number of the next object. */
  reserve(): number {
    const id = ++this.#count
    if (id >= this.#pieces.length * rowsOfPiece)
      this.#pieces.push(new DataView(new ArrayBuffer(rowsOfPiece * rowLength)))
    return id
  }

  /** An object that stands in the file itself. */
  stands(id: number, offset: number): void {
    const { piece, at } = this.#row(id)
    piece.setUint8(at, 1)
    piece.setUint32(at + 1, offset)
  }

  /** An object that is packed into a stream. */
  isPacked(id: number, stream: number, index: number): void {
    const { piece, at } = this.#row(id)
    piece.setUint8(at, 2)
    piece.setUint32(at + 1, stream)
    piece.setUint16(at + 5, index)
  }

  /** All rows; most follow the one above, so that each is written as the difference to it, behind the number of its predictor (PNG's "up", 2). */
  rows(): Uint8Array {
    this.#pieces[0]?.setUint16(rowLength - 2, 0xffff)
    const coded = new Uint8Array((this.#count + 1) * (rowLength + 1))
    const above = new Uint8Array(rowLength)
    for (let id = 0, to = 0; id <= this.#count; id++) {
      const { piece, at } = this.#row(id)
      if (id > 0 && piece.getUint8(at) === 0) throw new Error(`Object ${id} of the PDF was not written`)
      coded[to++] = 2
      for (let i = 0; i < rowLength; i++) {
        const byte = piece.getUint8(at + i)
        coded[to++] = byte - (above[i] as number)
        above[i] = byte
      }
    }
    return coded
  }

  #row(id: number): { piece: DataView; at: number } {
    // Reserved, or it has no number.
    const piece = this.#pieces[Math.floor(id / rowsOfPiece)] as DataView
    return { piece, at: (id % rowsOfPiece) * rowLength }
  }
}
