/** Font files, judged before a font library sees them. */

import type { Log } from '../../diagnostics.js'

/** A font file that looked like one, but that cannot be used. Its message is the name of the file. */
export class UnusableFont extends Error {}

/** Reports an `UnusableFont`, which may be found as late as when the font is needed first; throws any other fault. */
export function reportUnusableFont(error: unknown, log: Log): void {
  if (!(error instanceof UnusableFont)) throw error
  log.report('template-font-unusable', null, { name: error.message, kind: 'a damaged font' })
}

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

/** The table directory (OpenType, "Table Directory"): every table it names lies inside the file; and its measures have a unit. */
function tablesLieInside(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 12) return false
  const count = view.getUint16(4)
  if (count === 0 || 12 + 16 * count > view.byteLength) return false
  const entries = Array.from({ length: count }, (_, i) => 12 + 16 * i)
  const head = entries.find((at) => view.getUint32(at) === headTag)
  return (
    entries.every((at) => view.getUint32(at + 8) + view.getUint32(at + 12) <= view.byteLength) &&
    (head === undefined || hasUnits(view, view.getUint32(head + 8)))
  )
}

/** "head" as a number. */
const headTag = 0x68656164

/** OpenType, "head": 16 to 16384 units make an em, by which every measure of the font is divided. */
function hasUnits(view: DataView, head: number): boolean {
  const units = head + 20 <= view.byteLength ? view.getUint16(head + 18) : 0
  return units >= 16 && units <= 16384
}
