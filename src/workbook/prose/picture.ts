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

/** The strip of a picture that was found; its Figure goes under `parent`. */
export function pictureStrip(
  block: PictureBlock,
  { digest, width, height }: PictureSize,
  measure: number,
  parent: () => Element,
  desk: Desk,
  indent: number,
): Strip {
  const wanted = block.width ? widthIn(measure, block.width) : (width * 72) / dotsPerInch
  const most = (desk.bottom - desk.top) * tallest
  const wide = Math.min(wanted, measure, (most * width) / height)
  const size = { width: wide, height: (wide * height) / width }
  return {
    height: size.height + 2 * air,
    draw: (y, column) => {
      const place = { x: column.text + indent, y: y + air, ...size }
      const alt = block.alt === '' ? block.path : block.alt
      const owner = ownedBy(desk.canvas.element(parent(), 'Figure', { alt }))
      desk.canvas.put({ type: 'picture', owner, picture: digest, ...place })
    },
  }
}
