/** JPEG (ISO/IEC 10918-1): size, colours and turn from its markers. Its pixels are never unpacked here; printers and viewers do that. */
import type { PictureFault } from './model.js'

/** A JPEG that PDF and Office can show. Width and height as its pixels are stored. */
export interface Jpeg {
  width: number
  height: number
  /** 1 grey, 3 colour, 4 the inks of a press. */
  components: 1 | 3 | 4
  /** Adobe's programs write inks the other way round, and say who they are. */
  inverted: boolean
  /** EXIF orientation, 1 to 8. */
  turn: number
}

const damaged: PictureFault = { fault: 'the file is damaged' }

/** Walks the markers up to the pixels, and looks for the end of the file. */
export function readJpeg(bytes: Uint8Array): Jpeg | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frame: Omit<Jpeg, 'inverted' | 'turn'> | null = null
  let inverted = false
  let turn = 1
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return damaged
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const length = view.getUint16(at + 2)
    const content = bytes.subarray(at + 4, at + 2 + length)
    if (length < 2 || content.length < length - 2) return damaged
    if (marker === 0xda) return frame && endsWell(bytes, at) ? { ...frame, inverted, turn } : damaged
    if (isFrame(marker)) {
      // Baseline, extended and progressive; the others (lossless, arithmetic) no viewer shows.
      if (marker > 0xc2) return { fault: 'it is a kind of JPEG that viewers cannot show' }
      const found = frameOf(content)
      if ('fault' in found) return found
      frame = found
    } else if (marker === 0xee && ascii(content, 0, 5) === 'Adobe') inverted = true
    else if (marker === 0xe1 && ascii(content, 0, 4) === 'Exif') turn = orientationOf(content.subarray(6)) ?? turn
    at += 2 + length
  }
  return damaged
}

/** SOF0 to SOF15, less the three markers between them that are none. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function frameOf(content: Uint8Array): Omit<Jpeg, 'inverted' | 'turn'> | PictureFault {
  const [depth = 0, h1 = 0, h2 = 0, w1 = 0, w2 = 0, components = 0] = content
  const size = { width: (w1 << 8) | w2, height: (h1 << 8) | h2 }
  if (size.width === 0 || size.height === 0) return damaged
  if (depth !== 8 || (components !== 1 && components !== 3 && components !== 4))
    return { fault: 'it is a kind of JPEG that viewers cannot show' }
  return { ...size, components }
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

/** An end-of-image marker stands behind the pixels; a download that broke off has none. */
function endsWell(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

/** Tag 0x0112 of the first directory of a TIFF header; null without a sound one. */
function orientationOf(tiff: Uint8Array): number | null {
  if (tiff.length < 8) return null
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const order = ascii(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return null
  const little = order === 'II'
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return null
  const count = view.getUint16(directory, little)
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i
    if (entry + 12 > tiff.length) return null
    if (view.getUint16(entry, little) !== 0x0112) continue
    const value = view.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
