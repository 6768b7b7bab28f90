/** Blocks → pieces for a slide: stretches of text, and between them the tables and pictures that are native objects of their own. */
import type { PictureBlock, PictureSize, RichBlock, TableBlock } from '../../text/rich.js'
import type { Paragraph } from '../slides-model.js'
import { setBlocks } from './paragraphs.js'

/** True when some of the blocks are objects of their own on a slide, not text. */
export const hasObjects = (blocks: readonly RichBlock[]): boolean =>
  unnested(blocks).some((block) => objectOf(block) !== null)

function objectOf(block: RichBlock): Exclude<BodyPiece, { paragraphs: unknown }> | null {
  if (block.type === 'table') return { table: block }
  return block.type === 'picture' && block.picture ? { picture: block, size: block.picture } : null
}

/** Text before, between or after objects, or an object. Text comes set, since what stands beside a sheet's words may join it. */
export type BodyPiece =
  | { paragraphs: (size: number) => Paragraph[] }
  | { table: TableBlock }
  | { picture: PictureBlock; size: PictureSize }

/** Blocks with the objects of their lists and quotes taken out, each behind the words that it stood with; a list then goes on behind it. */
function unnested(blocks: readonly RichBlock[]): RichBlock[] {
  return blocks.flatMap((block): RichBlock[] => {
    if (block.type === 'quote')
      return parted(unnested(block.blocks)).map((part) => (Array.isArray(part) ? { ...block, blocks: part } : part))
    if (block.type !== 'list' || !block.items.some((item) => unnested(item).some(objectOf))) return [block]
    const found: RichBlock[] = []
    let items: RichBlock[][] = []
    let start = block.start
    const close = () => {
      if (items.length > 0) found.push({ ...block, start, items })
      start += items.length
      items = []
    }
    for (const item of block.items) {
      const [words, ...rest] = parted(unnested(item))
      items.push(Array.isArray(words) ? words : [])
      if (rest.length === 0 && Array.isArray(words)) continue
      close()
      found.push(...[...(words && !Array.isArray(words) ? [words] : []), ...rest].flat())
    }
    close()
    return found
  })
}

/** Stretches of text, and the objects between them. */
function parted(blocks: readonly RichBlock[]): (RichBlock[] | RichBlock)[] {
  const parts: (RichBlock[] | RichBlock)[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (objectOf(block)) parts.push(block)
    else if (Array.isArray(last)) last.push(block)
    else parts.push([block])
  }
  return parts
}

/** Blocks in pieces: neighbours that are text together. */
export function bodyPieces(blocks: readonly RichBlock[]): BodyPiece[] {
  const pieces: BodyPiece[] = []
  let text: RichBlock[] = []
  const close = () => {
    const set = text
    if (set.length > 0) pieces.push({ paragraphs: (size) => setBlocks(set, { size }) })
    text = []
  }
  for (const block of unnested(blocks)) {
    const object = objectOf(block)
    if (!object) {
      text.push(block)
      continue
    }
    close()
    pieces.push(object)
  }
  close()
  return pieces
}
