/** Pictures on the page: as wide as their author says, else as 150 dots to the inch make them; never wider than the text, never higher than a share of the side. */
import type { PictureBlock, PictureSize, PictureWidth } from '../../text/rich.js'
import { ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { Strip } from './strips.js'

/** A finer picture is set larger, up to the measure; a coarser one would show its pixels. */
const dotsPerInch = 150
const tallest = 0.4
/** Air over and under a picture, pt. */
const air = 3

/** What the author says, in points of a text `measure` points wide. */
const widthIn = (measure: number, width: PictureWidth): number =>
  'share' in width ? measure * width.share : (width.mm * 72) / 25.4

/** Width and height of a picture in a text `measure` points wide, pt. */
export function sizeOfPicture(
  block: PictureBlock,
  { width, height }: Pick<PictureSize, 'width' | 'height'>,
  measure: number,
  desk: Desk,
): { width: number; height: number } {
  const wanted = block.width ? widthIn(measure, block.width) : (width * 72) / dotsPerInch
  const most = (desk.bottom - desk.top) * tallest
  const wide = Math.min(wanted, measure, (most * width) / height)
  return { width: wide, height: (wide * height) / width }
}

/** Draws a picture; its Figure goes under `parent`. */
export function putPicture(
  block: PictureBlock,
  digest: string,
  place: { x: number; y: number; width: number; height: number },
  parent: () => Element,
  { canvas }: Desk,
): void {
  const alt = block.alt === '' ? block.path : block.alt
  canvas.put({
    type: 'picture',
    owner: ownedBy(canvas.element(parent(), 'Figure', { alt })),
    picture: digest,
    ...place,
  })
}

/** The strip of a picture that was found; its Figure goes under `parent`. */
export function pictureStrip(
  block: PictureBlock,
  picture: PictureSize,
  measure: number,
  parent: () => Element,
  desk: Desk,
  indent: number,
): Strip {
  const size = sizeOfPicture(block, picture, measure, desk)
  return {
    height: size.height + 2 * air,
    draw: (y, column) =>
      putPicture(block, picture.digest, { x: column.text + indent, y: y + air, ...size }, parent, desk),
  }
}
