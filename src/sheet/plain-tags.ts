/**
 * Tags that are words: `x<y or y>z`, `List<String>`, "Replace <name> by your own", "What does a <div> do?". Markdown takes all of them for HTML,
 * which nobody sees; their author wrote them to be read.
 */
import type { Nodes, Parents, Root } from 'mdast'

/** Elements that people write in Markdown, and those that programs leave there. */
const elements = new Set(
  (
    'a abbr acronym address article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup ' +
    'data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr ' +
    'html i iframe img input ins kbd label legend li link main map mark math menu meta nav noembed noframes noscript object ol optgroup ' +
    'option output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary ' +
    'sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
)
/** They have no end tag. */
const voids = new Set('base br col embed frame hr img input link meta param source track wbr'.split(' '))
/** Their other tag may stand in another block, or nowhere. */
const apart = new Set(
  'details summary section aside blockquote p li dd dt tr td th table tbody thead ul ol script style'.split(' '),
)
/** Attributes that need no value. */
const flags = new Set('open hidden checked disabled controls loop muted autoplay reversed selected required'.split(' '))

const tag = /^<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)\/?>$/i
const attribute = /\s+([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/gy

interface Tag {
  name: string
  closes: boolean
  attributes: 'none' | 'some' | 'words'
}

/** Reads one whole tag; null for comments, declarations and anything else. Longer ones are no words of a sentence. */
function readTag(html: string): Tag | null {
  const match = html.length <= 1000 ? tag.exec(html) : null
  if (!match) return null
  const [, slash, name = '', rest = ''] = match
  return { name: name.toLowerCase(), closes: slash === '/', attributes: attributesOf(rest.replace(/\/\s*$/, '')) }
}

/** `b and c` in `<b and c>` are words, `class="x"` and `open` are attributes. */
function attributesOf(text: string): Tag['attributes'] {
  if (text.trim() === '') return 'none'
  for (const [, name = '', value] of text.matchAll(attribute))
    if (value === undefined && !flags.has(name.toLowerCase())) return 'words'
  return 'some'
}

/**
 * Makes text of the tags of a tree that are words: those of no element, those with words for attributes, and bare ones without their other
 * half among their neighbours. What is left is HTML. Changes the tree.
 */
export function keepPlainTags(root: Root): void {
  const queue: Parents[] = [root]
  for (let parent = queue.pop(); parent; parent = queue.pop()) {
    const flow = isFlow(parent)
    const words = flow ? new Set<number>() : wordsAmong(parent.children)
    const children: Nodes[] = parent.children
    for (const [i, child] of children.entries()) {
      if (child.type !== 'html') {
        if ('children' in child) queue.push(child)
      } else if (flow ? beginsSentence(child.value) : words.has(i)) {
        const { value, position } = child
        const text = { type: 'text' as const, value, ...(position ? { position } : {}) }
        children[i] = flow ? { type: 'paragraph', children: [text], ...(position ? { position } : {}) } : text
      }
    }
  }
}

const isFlow = ({ type }: Parents): boolean =>
  type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'

/** `<div> and <span>: how do they differ?` on a line of its own, which Markdown takes for a block of HTML. */
function beginsSentence(html: string): boolean {
  const [, start = '', rest = ''] = /^(<[^<>\n]{1,100}>)([^\n]*)$/.exec(html.trim()) ?? []
  const read = readTag(start)
  if (!read || read.closes || read.attributes === 'some' || html.includes('</')) return false
  return /\p{L}/u.test(rest) && !apart.has(read.name) && !voids.has(read.name)
}

/** Indexes of the tags among siblings that are words. */
function wordsAmong(children: readonly Nodes[]): Set<number> {
  const words = new Set<number>()
  const opened: { name: string; at: number; bare: boolean }[] = []
  const unclosed = (tags: typeof opened) => {
    for (const { at, bare } of tags) if (bare) words.add(at)
  }
  for (const [i, child] of children.entries()) {
    const read = child.type === 'html' ? readTag(child.value) : null
    if (!read) continue
    if (!elements.has(read.name) || read.attributes === 'words') words.add(i)
    else if (voids.has(read.name) || apart.has(read.name)) continue
    else if (!read.closes) opened.push({ name: read.name, at: i, bare: read.attributes === 'none' })
    else {
      const open = opened.findLastIndex(({ name }) => name === read.name)
      if (open < 0) words.add(i)
      else unclosed(opened.splice(open).slice(1))
    }
  }
  unclosed(opened)
  return words
}
