/** What stands below a question without belonging to it by Markdown's rules: it is kept with the question, and told. */

import type { Flow } from '../boxes/hidden.js'
import { isBraces } from '../braces/braces.js'
import { excerpt } from '../markdown/excerpt.js'
import { flowText, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { keyLineLength } from '../words/answer-words.js'
import { toBlocks } from './blocks.js'
import { isLettered } from './question-finder.js'

/** Tells such nodes; "Answers: Mon side, Tue foot", a key that could not be read, as what looks like an answer. Headings, braces and parts are no such nodes. */
export function reportKept(nodes: readonly Flow[], reading: Reading): void {
  for (const node of nodes) {
    const words = flowText(node)
    if (node.type === 'heading' || isBraces(words) || isLettered(node) || toBlocks([node], reading).length === 0)
      continue
    const isKey = node.type === 'paragraph' && keyLineLength(phraseText(node.children)) > 0
    if (isKey) reading.log.report('answer-printed', reading.place(node), { answer: excerpt(words, 60) })
    else reading.log.report('content-after-question', reading.place(node), { what: nameOf(node) })
  }
}

function nameOf(node: Flow): string {
  const names: Partial<Record<Flow['type'], string>> = {
    paragraph: 'A paragraph',
    list: 'Another kind of list',
    code: 'A code block',
    table: 'A table',
    blockquote: 'A quote',
    html: 'HTML',
  }
  return names[node.type] ?? 'Content'
}
