/** Callouts of GitHub and Obsidian: quotes whose first line says what they are. */

import type { Blockquote, Html, PhrasingContent } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import { dropStart, linesOf, paragraphOf, phraseText, placedParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { answerSource, hasWords } from '../words/answer-words.js'
import { isHintSummary } from '../words/summary-words.js'

/**
 * ```md
 * > [!info]- Click            type "info", folded, title "Click"
 * > Because …                 nodes
 * ```
 * On GitHub a callout has no title, and what stands in its first line is its beginning; here it is the title too.
 */
export interface Callout {
  type: string
  folded: boolean
  title: PhrasingContent[]
  nodes: Blockquote['children']
}

const mark = new LetterPattern(String.raw`^\s*\[!([\p{L}\d _-]{1,30})\]([-+]?)[^\S\n]*`)

/** A quote as a callout; null for any other quote. */
export function calloutOf(quote: Blockquote, reading: Reading): Callout | null {
  const [first, ...rest] = quote.children
  if (first?.type !== 'paragraph') return null
  const match = mark.exec(phraseText(first.children).slice(0, 60))
  if (!match) return null
  const [line, ...lines] = linesOf(dropStart(first.children, match[0].length), reading)
  const below = paragraphOf(lines, reading)
  return {
    type: (match[1] ?? '').trim().toLowerCase(),
    folded: match[2] === '-',
    title: hasWords(phraseText(line?.nodes ?? [])) ? (line?.nodes ?? []) : [],
    nodes: below ? [below, ...rest] : rest,
  }
}

const answers = new Caseless(`^(?:${answerSource}|spoiler)$`)
const asking = /^(?:question|faq|help|quiz|exercise|todo)$/
const hints = /^(?:hint|tip)$/

/** What a callout hides, `title` above it, which asks, is a part of the answer, or says what is hidden. */
export interface HiddenCallout {
  type: 'asks' | 'answers' | 'folds'
  title: PhrasingContent[]
  nodes: Blockquote['children']
}

/**
 * What a folded callout hides, as `<details>` does, and what one that is called an answer tells.
 * `> [!info]- Click` with "So" below it hides "So"; `> [!answer] So` hides its own title. Null for one that hides nothing: `> [!note] Text`, and
 * `> [!question]- Why?` with nothing below.
 */
export function hiddenCallout(quote: Blockquote, reading: Reading): HiddenCallout | null {
  const callout = calloutOf(quote, reading)
  if (!callout) return null
  const { type, folded, title, nodes } = callout
  const isAnswer = answers.test(type)
  const tells = isAnswer || /^(?:success|check|done)$/.test(type)
  if ((!folded && !tells) || (title.length === 0 && nodes.length === 0)) return null
  if (asking.test(type)) return title.length > 0 && nodes.length > 0 ? { type: 'asks', title, nodes } : null
  if (!hints.test(type) || (type === 'tip' && title.length > 0))
    return { type: isAnswer ? 'answers' : 'folds', title, nodes }
  // `> [!hint]- It turns.` is a hint, title and all.
  const line = isHintSummary(phraseText(title)) ? null : placedParagraph(title, reading)
  return { type: 'folds', title: [{ type: 'text', value: type }], nodes: line ? [line, ...nodes] : nodes }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Phrasing as HTML, for a title that stands where a `<summary>` does. */
export function asHtml(nodes: readonly PhrasingContent[], position: Html['position']): Html {
  return { type: 'html', value: nodes.map(htmlOf).join(''), ...(position ? { position } : {}) }
}

function htmlOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'html':
      return node.value
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`
    case 'strong':
      return `<strong>${node.children.map(htmlOf).join('')}</strong>`
    case 'emphasis':
      return `<em>${node.children.map(htmlOf).join('')}</em>`
    case 'link':
      return `<a href="${escaped(node.url)}">${node.children.map(htmlOf).join('')}</a>`
    default:
      return escaped(phraseText([node]))
  }
}
