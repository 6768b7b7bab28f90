/** The answer that a sheet gives to a question, as the key and the run sheet print it. */
import type { Question } from '../../sheet/model.js'
import type { RichBlock } from '../../text/rich.js'

type Paragraph = Extract<RichBlock, { type: 'paragraph' }>

/**
 * The blocks of an answer. Options that are right stand one by one, "b) two", "d) four"; several in a row become a list, which is set as close as
 * the answers of parts a), b), c) are.
 */
export function answerOf({ answer }: Pick<Question, 'answer'>): RichBlock[] {
  const blocks: RichBlock[] = []
  for (const block of answer ?? []) {
    const last = blocks.at(-1)
    if (!isLettered(block)) blocks.push(block)
    else if (
      last?.type === 'list' &&
      last.marker === 'letter' &&
      last.items.every(([first]) => first && isLettered(first))
    )
      blocks[blocks.length - 1] = { ...last, items: [...last.items, [block]] }
    else if (last && isLettered(last)) blocks[blocks.length - 1] = { ...listOf(last), items: [[last], [block]] }
    else blocks.push(block)
  }
  return blocks
}

/** "b) two" */
const isLettered = (block: RichBlock): block is Paragraph =>
  block.type === 'paragraph' && /^(?:[a-z]|\d{1,2})\) $/i.test(block.runs[0]?.text ?? '')

const listOf = ({ place }: Paragraph): Extract<RichBlock, { type: 'list' }> => ({
  type: 'list',
  ordered: false,
  start: 1,
  marker: 'letter',
  items: [],
  place,
})
