/** The type of the key: its sizes, indents and paragraphs, in a column. */
import { type LineStyle, type LinesToBe, plainFaces, textFace } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { type Look, ownedBy } from '../canvas.js'
import { type Desk, type Looks, ofSheet } from '../frame.js'
import type { Element } from '../pages-model.js'
import { roomOf } from '../prose/line-room.js'
import { hasStretches, putPart, stretchesOf } from '../prose/stretches.js'
import { paragraphOf, type Strip } from '../prose/strips.js'

/** Indent of what stands under a question, and of sections under a file that is named; hanging indent of a paragraph's further lines. */
const indents = { indent: 8, hang: 12 }
/** The same in a column that has little width. */
const narrowIndents = { indent: 3, hang: 7 }
const narrowWidth = 180

/** How paragraphs of the key are set. */
type EntryStyle = LineStyle & { ink: number; leading: number }
export type StyleName = 'text' | 'small' | 'heading'

const labelFaces = plainFaces('label', 'label-strong')

/** One type size in which the key is tried: styles, leading and indents for a column of `width` pt. */
export class KeyType {
  readonly size: number
  readonly looks: Pick<Looks, 'label' | 'labelStrong' | 'small'>
  /** Of running text, of quiet lines and of headings: there are many, and a key is set in several sizes before one is chosen. */
  readonly styles: Record<StyleName, EntryStyle>
  readonly leading: number
  readonly width: number
  /** Of what stands under a question, and of further lines of a paragraph. */
  readonly indent: number
  readonly hang: number
  readonly desk: Desk

  /** `size` of the type, pt; the leading keeps its proportion to it. `width` of the column; `leading`: part of the template's. */
  constructor(size: number, width: number, desk: Desk, leading = 1) {
    const { key, keyLeading } = desk.style.type
    this.size = size
    this.leading = (keyLeading * leading * size) / key
    const grown = (look: Look): Look => ({ ...look, size: (look.size * size) / key })
    const { label, labelStrong, small } = desk.looks
    this.looks = { label: grown(label), labelStrong: grown(labelStrong), small: grown(small) }
    const labels = ({ size, ink }: Look): EntryStyle => ({
      ...ofSheet({ size, faceOf: labelFaces }, desk),
      ink,
      leading: size * 1.3,
    })
    this.styles = {
      text: { ...ofSheet(textStyle(size), desk), ink: 1, leading: this.leading },
      small: labels(this.looks.small),
      heading: labels({ ...this.looks.labelStrong, size: this.looks.label.size + 1 }),
    }
    this.desk = desk
    this.width = width
    const { indent, hang } = width < narrowWidth ? narrowIndents : indents
    this.indent = indent
    this.hang = hang
  }

  /** Lines of one paragraph; further lines hang. Without formulas they are made when they are drawn: there are many. */
  drawn(
    runs: readonly Run[],
    lines: LinesToBe,
    style: EntryStyle,
    from: number,
    element: () => Element,
    hang = this.hang,
  ): Strip[] {
    const partsOf = hasStretches(runs) ? stretchesOf(runs, element, this.desk) : null
    const strips = Array.from({ length: lines.count }, (_, i): Strip => {
      const indent = from + (i > 0 ? hang : 0)
      const { height, baseline } = roomOf(partsOf ? lines.line(i) : {}, style.leading)
      return {
        height,
        baseline,
        draw: (y, { left }) => {
          if (partsOf)
            for (const part of partsOf(lines.line(i))) putPart(part, style, left + indent, y + baseline, this.desk)
          else this.desk.canvas.line(ownedBy(element()), lines.line(i), style.ink, left + indent, y + baseline)
        },
      }
    })
    return paragraphOf(strips)
  }
}

/** How running text of the key is broken into lines at this size, pt. */
export const textStyle = (size: number): LineStyle => ({
  size,
  faceOf: textFace,
  codeScale: 0.9,
  fillsWithHyphens: true,
})
