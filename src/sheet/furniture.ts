/** Page furniture: lines that a copied web page leaves around a sheet. A closed list of whole lines, so that no author's words are taken for it. */
import type { ListItem, RootContent } from 'mdast'
import { readDayName } from './days.js'
import { htmlWords } from './html.js'
import { phraseText } from './phrases.js'
import { toRuns } from './phrasing.js'
import type { Reading } from './reading.js'

const lines = new Set([
  'skip to content',
  'skip to main content',
  'skip to navigation',
  'table of contents',
  'contents',
  'on this page',
  'in this article',
  'edit this page',
  'edit this page on github',
  'edit on github',
  'view source',
  'copy link',
  'copy page',
  'print this page',
  'back to top',
  'previous',
  'previous page',
  'next',
  'next page',
  'menu',
  'search',
  'toggle navigation',
  'was this page helpful?',
])

/** "Home › Course › Week 17" */
const breadcrumbs = /^home\s*[›»>/|]\s*\S/i

/** After these a list of links or of the days is furniture too. */
const contents = /^(?:table of contents|contents|on this page|in this article)$/i

/** Takes the furniture out of the page's top level and reports every piece of it. */
export function withoutFurniture(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  return nodes.filter((node, i) => {
    const written = source(node, reading)
    const found =
      isFurniture(node, written) ||
      isNavigation(node) ||
      isAnchorList(node) ||
      isContentsTitle(node, nodes[i + 1]) ||
      isContentsList(node, nodes[i - 1], reading)
    if (!found) return true
    reading.log.report('page-furniture', reading.place(node), { words: written.replace(/\s+/g, ' ').slice(0, 80) })
    return false
  })
}

const arrow = '[←→⬆⬅➡⇐⇒↑↩⏪⏩◀▶◁▷«»⟵⟶🔝🏠]\\ufe0f?'
const way =
  '(?:go )?(?:back )?(?:to )?(?:the )?(?:top|home|index|contents|table of contents|toc|overview|start)|back|up|prev(?:ious)?|next'
/** "⬆ Back to top", "← Prev", "Week 10 →": the words of a link that leads elsewhere. */
const wayWords = new RegExp(
  `^\\P{L}*(?:${way})(?: (?:page|week|day|lesson|chapter|section))?\\P{L}*$|^\\s*${arrow}|${arrow}\\s*$`,
  'iu',
)

/** A line of links that lead around and of the marks between them: `[← Prev](1.md) | [Next →](3.md)`, `<p>(<a href="#top">back to top</a>)</p>`. */
function isNavigation(node: RootContent): boolean {
  if (node.type === 'html')
    return /<a\b/i.test(node.value) && node.value.length <= 500 && wayWords.test(htmlWords(node.value))
  if (node.type !== 'paragraph') return false
  const pieces = node.children.flatMap((child) =>
    child.type === 'strong' || child.type === 'emphasis' ? child.children : [child],
  )
  const links = pieces.filter((child) => child.type === 'link')
  const rest = pieces.filter((child) => child.type !== 'link')
  const bare = rest.every(
    (child) => child.type === 'break' || (child.type === 'text' && /^[^\p{L}\p{N}]*$/u.test(child.value)),
  )
  return bare && links.some((link) => wayWords.test(phraseText(link.children)))
}

/** A list of nothing but links to places on the same page. */
function isAnchorList(node: RootContent): boolean {
  return node.type === 'list' && node.children.length > 1 && node.children.every(isAnchorItem)
}

function isAnchorItem({ children }: ListItem): boolean {
  return children.every((child) => {
    if (child.type === 'list') return child.children.every(isAnchorItem)
    if (child.type !== 'paragraph') return false
    const words = child.children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
    return words.length === 1 && words[0]?.type === 'link' && words[0].url.startsWith('#')
  })
}

/** The heading over such a list. */
function isContentsTitle(node: RootContent, next: RootContent | undefined): boolean {
  return (
    node.type === 'heading' &&
    next !== undefined &&
    isAnchorList(next) &&
    contents.test(phraseText(node.children).trim())
  )
}

function source(node: RootContent, reading: Reading): string {
  const { start, end } = reading.place(node)
  return reading.text.slice(start.offset, end.offset)
}

function isFurniture(node: RootContent, written: string): boolean {
  return node.type === 'paragraph' && written.length <= 500 && written.split(/\r\n|\r|\n/).every(isFurnitureLine)
}

function isFurnitureLine(line: string): boolean {
  const words = line.trim().replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
  return lines.has(words.toLowerCase()) || breadcrumbs.test(words)
}

function isContentsList(node: RootContent, before: RootContent | undefined, reading: Reading): boolean {
  if (node.type !== 'list' || before?.type !== 'paragraph' || !contents.test(source(before, reading).trim()))
    return false
  return node.children.every((item) => {
    const [line] = item.children
    if (line?.type !== 'paragraph') return false
    const [link] = line.children
    const leads = line.children.length === 1 && link?.type === 'link' && link.url.startsWith('#')
    return leads || readDayName(toRuns(line.children, reading), reading.lang) !== null
  })
}
