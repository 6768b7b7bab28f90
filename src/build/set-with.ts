/** What the files of a week depend on beside its sheets and what they cite: for the manifest, in words where people know them, else in digests. */
import type { printOptions, showOptions } from '../identity/looks.js'
import type { FontFile, Template } from '../template/model.js'
import { sha256, shortDigest } from '../text/digest.js'
import type { FaceName } from '../text/metrics.js'
import { editionsOf, type WeekOptions } from './week-model.js'

/** By name: those of `identity/looks.ts`, and which files were made: "editions" and "products". */
export function setWith(template: Template, options: WeekOptions): Record<string, string> {
  const { name, workbook, deck, words, faces } = template
  // Optional pages change none of the others.
  const { paper, key, ruling, pages: _pages, words: printed, ...otherPrint } = workbook
  const { scheme, reveal, ...otherShow } = deck
  const { pitch, guides, ...line } = ruling
  const slideFaces = fontsOf(faces, (face) => face.startsWith('slide'))
  const pageFaces = fontsOf(faces, (face) => !face.startsWith('slide'))
  const said: Record<(typeof printOptions)[number] | (typeof showOptions)[number], string> = {
    template: name,
    paper,
    ruling: guides === 'none' ? `${pitch} mm` : `${pitch} mm ${guides}`,
    key,
    words: digest([words, printed]),
    print: digest([line, otherPrint, pageFaces]),
    scheme,
    reveal,
    show: digest([words, otherShow, slideFaces]),
  }
  return {
    ...said,
    editions: editionsOf(options).join(', '),
    products: options.products.join(', '),
    // Names are nobody's business who finds a manifest; that they are others is.
    ...(options.roster && { roster: digest(options.roster) }),
  }
}

const digest = (value: unknown): string => shortDigest(JSON.stringify(value))

/** Which fonts are used, by their names and bytes. */
const fontsOf = (faces: Template['faces'], may: (face: FaceName) => boolean): string[] =>
  (Object.keys(faces) as FaceName[]).filter(may).flatMap((face) => faces[face].map(fontOf))

const fontDigests = new WeakMap<FontFile, string>()

function fontOf(font: FontFile): string {
  // The same of a font of the package that was read because nothing is known of it.
  const known = fontDigests.get(font) ?? `${font.name} ${font.sha256 ?? sha256(font.bytes)}`
  fontDigests.set(font, known)
  return known
}
