/** What `npm run build` drew for decks (`packaging/known-decks.mjs`), beside the built program. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

const folder = join(import.meta.dirname, '../known-decks')

/** A drawing by the name of its file, which ends with a check sum of what stands before it; null where there is none, or a damaged one. */
export function readDrawing(name: string): Uint8Array | null {
  try {
    return drawingIn(readFileSync(join(folder, name)))
  } catch {
    // Tests run on the sources alone, where nothing is known.
    return null
  }
}

/** The bytes of a file of drawings. */
export function withSum(drawing: Uint8Array): Uint8Array {
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(drawing))
  return Buffer.concat([drawing, sum])
}

/** The drawing in the bytes of its file; null where they are damaged. */
export function drawingIn(file: Buffer): Uint8Array | null {
  if (file.length < 4) return null
  const drawing = file.subarray(0, -4)
  return crc32(drawing) === file.readUInt32LE(drawing.length) ? drawing : null
}
