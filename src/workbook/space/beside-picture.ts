/**
 * A narrow picture at the end of a prompt stands beside the lines that answer it: over them it would leave most of the measure white, and take the
 * height of its own.
 */
import { mm } from '../../template/paper.js'
import { leastRoom } from '../../template/sides.js'
import type { PictureBlock, RichBlock } from '../../text/rich.js'
import type { Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { OneSpacePlan, QuestionPlan } from '../plan-model.js'
import { putPicture, sizeOfPicture } from '../prose/picture.js'
import { drawStrips, type Strip } from '../prose/strips.js'

/** Between the lines and the picture, and over it, pt. */
const gap = 14
const over = 6
/** The lines keep this part of the measure. */
const leastShare = 0.55

/** A picture beside the lines, pt. */
export interface BesidePicture {
  block: PictureBlock
  digest: string
  width: number
  height: number
  /** The prompt without it. */
  prompt: RichBlock[]
  /** The space, with as many rules at least as stand beside it. */
  space: OneSpacePlan
}

/** The picture that ends a prompt, if lines follow it and have room beside it in `measure` pt; else null. */
export function pictureBeside({ prompt, space }: QuestionPlan, measure: number, desk: Desk): BesidePicture | null {
  const block = prompt.at(-1)
  if (prompt.length < 2 || block?.type !== 'picture' || !block.picture || !isOfLines(space)) return null
  const size = sizeOfPicture(block, block.picture, measure, desk)
  if (measure - size.width - gap < Math.max(mm(leastRoom.measure), measure * leastShare)) return null
  const { rules } = space
  const free = Math.floor((size.height + over) / desk.pitch / rules.step) * rules.step
  const [min, natural] = [Math.max(rules.min, free), Math.max(rules.natural, free)]
  const filled = rules.by === 'author' ? rules : { ...rules, min, natural, max: Math.max(rules.max, natural) }
  return {
    block,
    digest: block.picture.digest,
    ...size,
    prompt: prompt.slice(0, -1),
    space: { ...space, rules: filled },
  }
}

/** Spaces that are rules from the one edge to the other. */
function isOfLines(space: QuestionPlan['space']): space is OneSpacePlan {
  if (space.kind === 'list') return true
  return space.kind === 'explain' && (space.style === undefined || space.style.name === 'dotted')
}

/** The rules with the picture at the right of the first ones, which end before it and are not torn from it; its Figure goes under `parent`. */
export function withPictureBeside(
  rules: readonly Strip[],
  { block, digest, width, height }: BesidePicture,
  parent: () => Element,
  desk: Desk,
): Strip[] {
  let count = 0
  let used = 0
  for (; count < rules.length && used < over + height; count++) used += rules[count]?.height ?? 0
  const first: Strip = {
    height: Math.max(used, over + height),
    draw: (y, column) => {
      putPicture(block, digest, { x: column.right - width, y: y + over, width, height }, parent, desk)
      drawStrips(rules.slice(0, count), y, { ...column, right: column.right - width - gap })
    },
  }
  return [first, ...rules.slice(count)]
}
