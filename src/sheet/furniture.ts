/** Page furniture: lines that a copied web page leaves around a sheet. A closed list of whole lines, so that no author's words are taken for it. */
import type { RootContent } from 'mdast'
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

/** Takes the furniture out of the page's top level and reports every line of it. */
export function withoutFurniture(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  return nodes.filter((node) => {
    if (node.type !== 'paragraph') return true
    const place = reading.place(node)
    const written = reading.text.slice(place.start.offset, place.end.offset)
    if (written.length > 500 || !written.split(/\r\n|\r|\n/).every(isFurniture)) return true
    reading.log.report('page-furniture', place, { words: written.replace(/\s+/g, ' ') })
    return false
  })
}

function isFurniture(line: string): boolean {
  const words = line.trim().replace(/^\[([^\]]*)\]\([^)]*\)$/, '$1')
  return lines.has(words.toLowerCase()) || breadcrumbs.test(words)
}
