/** Footnotes that are written and printed nowhere. */
import type { FootnoteDefinition, Root } from 'mdast'
import { excerpt } from '../markdown/excerpt.js'
import { flowText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'

type Node = Root | Root['children'][number]

/**
 * Reports the footnotes of a sheet that nothing calls, and those whose name an earlier one has: Markdown shows neither. A call inside of a
 * footnote does not count, since a footnote is printed where it is called, and so without notes of its own. Call it when the keys are read:
 * they may take footnotes that nothing calls.
 * ```md
 * 1. Why?[^1]
 *
 * [^1]: Because.
 * [^2]: Nobody calls this.
 * ```
 */
export function reportUnusedFootnotes(root: Root, reading: Reading): void {
  const called = new Set<string>()
  const defined: FootnoteDefinition[] = []
  const queue: Node[] = [root]
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'footnoteReference') called.add(node.identifier)
    else if (node.type === 'footnoteDefinition') defined.push(node)
    else if ('children' in node) queue.push(...node.children)
  }
  for (const node of defined) {
    const first = reading.footnotes.get(node.identifier)
    const isSecond = first !== undefined && first !== node
    if (!isSecond && (called.has(node.identifier) || reading.keyNotes.has(node.identifier))) continue
    reading.log.report('footnote-unused', reading.place(node), {
      name: node.label ?? node.identifier,
      words: excerpt(node.children.map(flowText).join(' ').trim(), 80),
      why: isSecond ? `line ${reading.place(first).start.line} has a footnote of that name` : 'nothing calls it',
    })
  }
}
