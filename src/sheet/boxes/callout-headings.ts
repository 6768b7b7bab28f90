/** Callouts of Quarto, whose title may be a heading inside of them. */
import type { Paragraph, RootContent } from 'mdast'
import { phraseText } from '../markdown/phrases.js'

const opener = /(^|\n)([ \t]*:{3,}[ \t]*\{[^{}\n]{0,200}\.callout-[^{}\n]{0,200})\}[ \t]*$/

/**
 * Takes such a heading into the line that opens its callout, so that it neither begins a day nor stands over what follows the callout.
 * ```md
 * ::: {.callout-note collapse="true"}
 * ## Answers                             →   ::: {.callout-note collapse="true" title="Answers"}
 * ```
 */
export function withCalloutTitles(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node, i): RootContent[] => {
    const before = nodes[i - 1]
    if (node.type === 'heading' && before?.type === 'paragraph' && opens(before)) return []
    const next = nodes[i + 1]
    if (node.type !== 'paragraph' || next?.type !== 'heading' || !opens(node)) return [node]
    const title = phraseText(next.children).replaceAll('"', '’')
    const last = node.children.at(-1)
    if (last?.type !== 'text') return [node]
    const value = last.value.replace(/\}[ \t]*$/, ` title="${title}"}`)
    return [{ ...node, children: [...node.children.slice(0, -1), { ...last, value }] }]
  })
}

const opens = (paragraph: Paragraph): boolean =>
  paragraph.children.at(-1)?.type === 'text' && opener.test(phraseText(paragraph.children))
