/** Bytes of a file → a picture that can be shown, or the reason why it cannot. Trusts nothing that the file says of itself. */
import { sha256 } from '../text/digest.js'
import { readJpeg } from './jpeg.js'
import type { Picture, PictureFault } from './model.js'
import { pngSignature, pngSize, readPng } from './png.js'

/** More pixels take more memory than a picture in a workbook is worth. */
const mostPixels = 50_000_000

/** Reads a PNG or a JPEG, told by its first bytes and not by its name. */
export function readPicture(bytes: Uint8Array): Picture | PictureFault {
  const digest = sha256(bytes).slice(0, 16)
  if (startsWith(bytes, pngSignature)) {
    const size = pngSize(bytes)
    if (size && size.width * size.height > mostPixels) return tooLarge(size)
    const png = readPng(bytes)
    if ('fault' in png) return png
    return { digest, format: 'png', width: png.width, height: png.height, turn: 1, bytes }
  }
  if (startsWith(bytes, Uint8Array.of(0xff, 0xd8, 0xff))) {
    const jpeg = readJpeg(bytes)
    if ('fault' in jpeg) return jpeg
    if (jpeg.width * jpeg.height > mostPixels) return tooLarge(jpeg)
    const { turn } = jpeg
    const [width, height] = turn > 4 ? [jpeg.height, jpeg.width] : [jpeg.width, jpeg.height]
    return { digest, format: 'jpeg', width, height, turn, ...(jpeg.components === 4 ? { inks: true } : {}), bytes }
  }
  return { fault: `it is ${kindOf(bytes)}, expected PNG or JPEG` }
}

const tooLarge = ({ width, height }: { width: number; height: number }): PictureFault => ({
  fault: `it has ${width} × ${height} pixels, expected at most ${mostPixels / 1_000_000} million`,
})

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean => start.every((byte, i) => bytes[i] === byte)

/** What the first bytes say a file is. */
function kindOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  if (bytes.length === 0) return 'empty'
  if (head.startsWith('GIF8')) return 'a GIF'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'a WebP'
  if (head.slice(4, 12) === 'ftypavif') return 'an AVIF'
  if (/^ftyp(?:heic|heix|mif1)/.test(head.slice(4, 12))) return 'a HEIC'
  if (head.startsWith('BM')) return 'a BMP'
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return 'a TIFF'
  if (head.startsWith('%PDF')) return 'a PDF'
  if (/<svg[\s>/]/i.test(head) || /^[\s\u00ef\u00bb\u00bf]*<\?xml/.test(head)) return 'an SVG'
  return 'no picture that we know'
}
