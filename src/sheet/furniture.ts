/** Page furniture: lines that a copied web page leaves around a sheet. A closed list of whole lines, so that no author's words are taken for it. */
import type { RootContent } from 'mdast'
import { readDayName } from './days.js'
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
    if (!isFurniture(node, written) && !isContentsList(node, nodes[i - 1], reading)) return true
    reading.log.report('page-furniture', reading.place(node), { words: written.replace(/\s+/g, ' ').slice(0, 80) })
    return false
  })
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
