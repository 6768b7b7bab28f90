/** What an author hides inside of a line: `<details>`, spans that nobody sees, phantoms of TeX. Stretches of several nodes are in `hidden.ts`. */
import type { PhrasingContent } from 'mdast'
import { htmlPieces } from '../markdown/html.js'
import { hides } from './hiding-tags.js'

/** A stretch of a line that nobody is to see, and what stands around it. */
export interface HiddenSpan {
  before: PhrasingContent[]
  hidden: PhrasingContent[]
  after: PhrasingContent[]
}

/** `Why? <details>so</details>` inside a line; null without a tag. */
export function cutInlineHidden(children: readonly PhrasingContent[]): HiddenSpan | null {
  const open = children.findIndex((node) => node.type === 'html' && /^<details\b/i.test(node.value))
  if (open < 0) return null
  const close = children.findIndex((node, i) => i > open && node.type === 'html' && /^<\/details\b/i.test(node.value))
  if (close < 0) return null
  return { before: children.slice(0, open), hidden: children.slice(open + 1, close), after: children.slice(close + 1) }
}

/** A paragraph of more pieces was written by a program; to look for the end of each would take quadratic time. */
const mostNodes = 400

/** `Why? <span class="answer">so</span>`, `<font color="white">so</font>`, `$\\phantom{so}$` inside of a line; null without one. */
export function cutHiddenSpan(children: readonly PhrasingContent[]): HiddenSpan | null {
  if (children.length > mostNodes) return null
  for (const [i, node] of children.entries()) {
    if (node.type === 'inlineMath' && /\\(?:text)?color\s*\{\s*white\s*\}|\\[hv]?phantom\b/.test(node.value))
      return { before: children.slice(0, i), hidden: [node], after: children.slice(i + 1) }
    const [, name = '', attributes = ''] =
      node.type === 'html' ? (/^<([a-z]+)\b([^<>]*)>$/i.exec(node.value) ?? []) : []
    if (name === '' || name.toLowerCase() === 'details' || !hides(name.toLowerCase(), attributes)) continue
    const close = closeOf(children, i, name.toLowerCase())
    if (close > i)
      return { before: children.slice(0, i), hidden: children.slice(i + 1, close), after: children.slice(close + 1) }
  }
  return null
}

function closeOf(children: readonly PhrasingContent[], open: number, name: string): number {
  let depth = 0
  for (let i = open; i < children.length; i++) {
    const node = children[i]
    if (node?.type !== 'html') continue
    for (const piece of htmlPieces(node.value))
      if ((piece.type === 'open' || piece.type === 'close') && piece.name === name)
        depth += piece.type === 'open' ? 1 : -1
    if (depth === 0 && i > open) return i
  }
  return -1
}
