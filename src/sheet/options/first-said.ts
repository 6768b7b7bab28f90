/** What reminds of a question where a line has to do: in the key, and where hands are counted. */
import type { RichBlock } from '../../text/rich.js'
import type { Question } from '../model.js'
import { wholePrompt } from './parts.js'

/**
 * The first paragraph of a question, with a formula on a line of its own right below it, without which it says little. Its tables, options and parts
 * are looked at where they stand. Where a question begins with something else: what stands before its first code, table or picture; all, where nothing does.
 */
export function firstSaid(question: Pick<Question, 'prompt' | 'parts'>): readonly RichBlock[] {
  const blocks = wholePrompt(question)
  if (blocks[0]?.type === 'paragraph') return blocks.slice(0, blocks[1]?.type === 'math' ? 2 : 1)
  const shown = blocks.findIndex(({ type }) => type === 'code' || type === 'table' || type === 'picture')
  return shown > 0 ? blocks.slice(0, shown) : blocks
}
