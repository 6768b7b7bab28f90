/**
 * Which `<…>` are tags and which are words. Markdown takes all that looks like a tag for one, and a reader of its page never sees it;
 * but in `when is a<b and c>d true?`, `List<String>` and `what does a <div> do?` the author means the words.
 */
import type { Heading, Html, Paragraph, PhrasingContent, Root, RootContent, TableCell, Text } from 'mdast'
import { Caseless } from '../../text/caseless.js'

/** Elements of HTML, old ones as well. */
const elements = new Set(
  (
    'a abbr acronym address article aside audio b base basefont bdi bdo big blockquote body br button canvas caption center cite code col ' +
    'colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav noframes ' +
    'noscript object ol optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp script search section select slot ' +
    'small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var ' +
    'video wbr'
  ).split(' '),
)
/** Elements that have no end. */
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements whose end may be left out, and what they stand in. */
const openEnded = new Set('p li dt dd tr td th option'.split(' '))
const holders = new Set('ul ol dl table tr td th li select div'.split(' '))
/** Tags that say something where they stand alone: breaks, and what `boxes/hidden.ts` looks for. */
const alone = new Set('br wbr details summary'.split(' '))

const attribute =
  /^(?:(?:align|alt|bgcolor|border|cell(?:padding|spacing)|class|color|cols|colspan|coords|datetime|dir|face|for|headers|height|href|hspace|id|lang|loading|media|name|poster|rel|role|rows|rowspan|scope|shape|size|sizes|span|src|srcset|start|style|tabindex|target|title|type|usemap|valign|value|viewbox|vspace|width|xmlns|(?:aria|data)-[a-z-]+|on[a-z]+|xml:[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|markdown(?:\s*=\s*(?:"[^"]*"|\S+))?|allowfullscreen|autoplay|checked|compact|controls|disabled|hidden|loop|multiple|muted|nowrap|open|reversed|selected)(?=\s|\/|$)\s*/i

/** True when `rest`, what stands in a tag behind its name, is nothing or attributes that HTML knows: ` class="x" open` but not ` and c`. */
function hasAttributesOnly(rest: string): boolean {
  let left = rest.trim().replace(/\/$/, '').trim()
  while (left !== '') {
    const [found] = attribute.exec(left) ?? []
    if (found === undefined) return false
    left = left.slice(found.length)
  }
  return true
}

/** What stands in a tag is not read beyond this; longer ones were written by programs. */
const longestTag = 4000

/** True for the tag of an element with attributes that HTML knows: `div`, ` class="x"`; not for `String`, `name`, or `b` with ` and c`. */
export function isTag(name: string, rest: string): boolean {
  return elements.has(name.toLowerCase()) && (rest.length > longestTag || hasAttributesOnly(rest))
}

const whole = /^<(\/?)([a-z][a-z0-9-]*)([^<>]*)>$/i

/** A tag that is the whole of a piece of inline HTML; null for comments and the like. */
function tagIn({ value }: Html): { name: string; closes: boolean; bare: boolean; known: boolean } | null {
  const [, slash, name = '', rest = ''] = whole.exec(value) ?? []
  if (slash === undefined) return null
  const bare = rest.replace('/', '').trim() === ''
  return { name: name.toLowerCase(), closes: slash !== '', bare, known: isTag(name, rest) }
}

/**
 * Makes text of the inline HTML that is words: tags of no element, with other words in them, or without a partner in their paragraph.
 * `a <div> and <b>this</b>` → text "a <div> and ", html "<b>", … The tree is changed in place.
 */
export function settleTags(root: Root): void {
  const opened = namesIn(root, /<([a-z][a-z0-9-]*)/gi, 'flow')
  const closed = namesIn(root, /<\/([a-z][a-z0-9-]*)/gi, 'all')
  const queue: { children: RootContent[] }[] = [root]
  for (let parent = queue.pop(); parent; parent = queue.pop()) {
    parent.children = parent.children.map((node) => (node.type === 'html' ? openingWords(node, closed) : node))
    for (const node of parent.children)
      if (isPhrasingParent(node)) settlePhrasing(node.children, opened)
      else if ('children' in node) queue.push(node as { children: RootContent[] })
  }
}

const isPhrasingParent = (node: RootContent): node is Paragraph | Heading | TableCell =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'

/** The tags of a paragraph in their order, also those in emphasis and links. */
function tagsOf(children: readonly PhrasingContent[]): Html[] {
  const found: Html[] = []
  const stack = [...children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'html') found.push(node)
    else if ('children' in node) stack.push(...[...node.children].reverse())
  }
  return found
}

function settlePhrasing(children: PhrasingContent[], opened: ReadonlySet<string>): void {
  const words = new Set<PhrasingContent>()
  const open: { name: string; node: Html; bare: boolean }[] = []
  for (const node of tagsOf(children)) {
    const tag = tagIn(node)
    if (!tag) continue // A comment.
    const { name, closes, bare, known } = tag
    if (!known) words.add(node)
    else if (alone.has(name)) continue
    else if (voids.has(name)) {
      if (bare) words.add(node)
    } else if (!closes && openEnded.has(name) && open.some((each) => holders.has(each.name))) continue
    else if (!closes) open.push({ name, node, bare })
    else {
      const at = open.findLastIndex((each) => each.name === name)
      const [opener] = at >= 0 ? open.splice(at, 1) : []
      if (opener && onlyJoins(children, opener.node, node)) {
        words.add(opener.node)
        words.add(node)
      }
      if (!opener && !opened.has(name)) words.add(node)
    }
  }
  for (const { node, bare } of open) if (bare) words.add(node)
  if (words.size > 0) makeText(children, words)
}

const joining = new Caseless(String.raw`^\s+(?:and|or|vs\.?|versus|to|und|oder|et|ou|y|o|e|en|of|и|или|,|/|&)\s+$`)

/** `<b> and </b>`: tags with nothing but a joining word between them are what is spoken of. */
function onlyJoins(children: readonly PhrasingContent[], open: Html, close: Html): boolean {
  const [between, ...more] = children.slice(children.indexOf(open) + 1, children.indexOf(close))
  return between?.type === 'text' && more.length === 0 && joining.test(between.value)
}

/** Puts texts for the nodes that are words, and makes one text of those that meet. */
function makeText(children: PhrasingContent[], words: ReadonlySet<PhrasingContent>): void {
  const kept: PhrasingContent[] = []
  for (const node of children) {
    if ('children' in node) makeText(node.children, words)
    const text = node.type === 'text' || words.has(node) ? (node as Text | Html) : null
    const last = kept.at(-1)
    if (text === null) kept.push(node)
    else if (last?.type === 'text') {
      last.value += text.value
      if (last.position && text.position) last.position = { ...last.position, end: text.position.end }
    } else kept.push({ ...text, type: 'text' })
  }
  children.splice(0, children.length, ...kept)
}

/** The names of the elements that HTML opens or closes: that between paragraphs, or that in them as well. */
function namesIn(root: Root, tag: RegExp, where: 'flow' | 'all'): Set<string> {
  const names = new Set<string>()
  const stack: RootContent[] = [...root.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'html') for (const [, name = ''] of node.value.matchAll(tag)) names.add(name.toLowerCase())
    else if ('children' in node && (where === 'all' || !isPhrasingParent(node)))
      for (const child of node.children) stack.push(child)
  }
  return names
}

const opening = /^<([a-z][a-z0-9-]*)>(?=[ \t]*[^\s<])/i

/** A line that begins with a bare tag that nothing in the sheet closes, `<div> does what?`, is a paragraph of words. */
function openingWords(node: Html, closed: ReadonlySet<string>): Html | Paragraph {
  const name = opening.exec(node.value)?.[1]?.toLowerCase()
  if (name === undefined || alone.has(name) || openEnded.has(name) || closed.has(name)) return node
  const { position } = node
  const text: Text = { type: 'text', value: node.value, ...(position ? { position } : {}) }
  return { type: 'paragraph', children: [text], ...(position ? { position } : {}) }
}
