/** Font files, judged before a font library sees them. */

/** Signatures of the files that fontkit can subset: TrueType (two kinds), OpenType/CFF, WOFF. */
const usable = new Set(['00010000', '74727565', '4f54544f', '774f4646'])

/**
 * What a file is when it cannot serve as a font ("WOFF2", "a font collection", "not a font"); null when it can.
 * WOFF2 is refused: fontkit writes its subsets with empty outlines (fontkit issue 201), and the page stays blank without any error.
 */
export function fontFault(bytes: Uint8Array): string | null {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (usable.has(signature)) return signature === '774f4646' || tablesLieInside(bytes) ? null : 'a damaged font'
  if (signature === '774f4632') return 'WOFF2'
  return signature === '74746366' ? 'a font collection' : 'not a font'
}

/** The table directory (OpenType, "Table Directory"): every table it names lies inside the file. */
function tablesLieInside(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 12) return false
  const count = view.getUint16(4)
  if (count === 0 || 12 + 16 * count > view.byteLength) return false
  return Array.from({ length: count }, (_, i) => 12 + 16 * i).every(
    (at) => view.getUint32(at + 8) + view.getUint32(at + 12) <= view.byteLength,
  )
}
