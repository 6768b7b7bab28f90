import { expect, test } from 'vitest'
import { CrossReferences, rowLength } from '../../../src/workbook/pdf/pdf-cross-references.js'

/** The rows of a table, read as a viewer reads them: each the sum of its bytes and of those above (predictor "up"). */
function rowsOf(coded: Uint8Array): number[][] {
  const rows: number[][] = []
  for (let from = 0; from < coded.length; from += rowLength + 1) {
    expect(coded[from]).toBe(2)
    const above = rows.at(-1) ?? []
    rows.push([...coded.subarray(from + 1, from + 1 + rowLength)].map((byte, i) => (byte + (above[i] ?? 0)) % 256))
  }
  return rows
}

/** Kind, place and index of each object. */
const read = (rows: readonly number[][]) =>
  rows.map((row) => {
    const view = new DataView(Uint8Array.from(row).buffer)
    return [view.getUint8(0), view.getUint32(1), view.getUint16(5)]
  })

test.each([1, 1022, 1023, 1024, 1025, 5000])('%i objects are found where they stand', (count) => {
  const places = new CrossReferences()
  const ids = Array.from({ length: count }, () => places.reserve())
  expect(ids).toEqual(ids.map((_, i) => i + 1))
  // Offsets of four bytes, and more objects in a stream than a byte counts.
  const placeOf = (id: number) => (id % 3 === 0 ? [2, id, (id * 7) % 65_536] : [1, id * 800_000, 0])
  for (const id of [...ids].reverse()) {
    const [kind = 0, place = 0, index = 0] = placeOf(id)
    if (kind === 2) places.isPacked(id, place, index)
    else places.stands(id, place)
  }
  expect(read(rowsOf(places.rows()))).toEqual([[0, 0, 65_535], ...ids.map(placeOf)])
})
