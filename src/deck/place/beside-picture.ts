/** A picture with the words that belong to it beside it, where that makes it larger than above them. Lengths in inches. */

import type { Box, Item, Paragraph } from '../slides-model.js'
import type { BodyPiece } from './body-pieces.js'
import type { Desk } from './desk.js'
import { fits } from './fit.js'
import { inch } from './inches.js'
import { naturalSize, pictureItem, type Stacked, stackPieces } from './stack.js'

/** Parts of the box that the words may take, and what is left free between them and the picture. */
const textShares = [0.35, 0.42, 0.5]
const gap = 0.4
/** A picture that gains less in area stays where it is. */
const worthwhile = 1.3

type Text = Extract<BodyPiece, { paragraphs: unknown }>
type Picture = Extract<BodyPiece, { picture: unknown }>

/** What stands below a prompt: pieces one under the other, or one picture and the words that belong to it side by side. */
export function placeFigure(pieces: readonly BodyPiece[], box: Box, desk: Desk): Stacked {
  const stacked = stackPieces(pieces, box, desk)
  const picture = pieces.find((piece) => 'picture' in piece)
  const text = pieces.find((piece) => 'paragraphs' in piece)
  const beside = picture && text && pieces.length === 2 ? besideEachOther(picture, text, stacked, box, desk) : null
  if (!beside) return stacked
  return { ...stacked, boxfuls: [pieces[0] === picture ? beside : beside.toReversed()] }
}

/** The picture at the end of the line and the words before it, in no smaller type than they have under each other; null where that gains little. */
function besideEachOther(picture: Picture, text: Text, stacked: Stacked, box: Box, desk: Desk): Item[] | null {
  const below = stacked.boxfuls.length === 1 ? stacked.boxfuls.flat() : []
  const least = Math.max(0, ...below.flatMap((item) => (item.type === 'text' ? sizesOf(item.paragraphs) : [])))
  const shown = below.find((item) => item.type === 'picture')?.box
  const needed = shown ? shown.w * shown.h * worthwhile : 0
  const natural = naturalSize(picture, box)
  for (const size of desk.style.textSizes.filter((each) => each >= least)) {
    const paragraphs = text.paragraphs(size)
    const share = textShares.find((each) => fits(paragraphs, { ...box, w: box.w * each }, desk.metrics))
    if (share === undefined) continue
    const from = box.w * share + gap
    const scale = Math.min(1, (box.w - from) / natural.w, box.h / natural.h)
    const [w, h] = [natural.w * scale, natural.h * scale]
    if (w * h >= needed)
      return [pictureItem(picture, 'Picture 1', besideBox(box, from, { w, h })), textItem(paragraphs, box, share)]
  }
  return null
}

const sizesOf = (paragraphs: readonly Paragraph[]): number[] =>
  paragraphs.flatMap(({ runs }) => runs.map(({ size }) => size))

const textItem = (paragraphs: Paragraph[], box: Box, share: number): Item => ({
  type: 'text',
  name: 'Text 1',
  box: { ...box, w: inch(box.w * share) },
  anchor: 'top',
  paragraphs,
})

/** In the middle of its part of the box, which begins at `from`. */
const besideBox = (box: Box, from: number, { w, h }: { w: number; h: number }): Box => ({
  x: inch(box.x + from + (box.w - from - w) / 2),
  y: box.y,
  w: inch(w),
  h: inch(h),
})
