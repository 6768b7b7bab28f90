/** mdast phrasing → runs: what the words of a line are, with references resolved and HTML made plain. */
import type { Definition, Html, PhrasingContent } from 'mdast'
import type { PictureWidth, Run } from '../../text/rich.js'
import { overrideKeys } from '../braces/override-keys.js'
import { readPictureBraces } from '../braces/picture-braces.js'
import { htmlPieces } from './html.js'
import { type Pictures, pictureRun } from './images.js'
import { flowText } from './phrases.js'
import type { Positioned, Reading } from './reading.js'
import { mergeRuns, trimRuns } from './runs.js'
import { reportUnreadMath } from './unread-math.js'

type Style = Omit<Run, 'text'>

/** What runs are made into and with. `pictures` null: where they stand there is no room for one. */
interface Work {
  runs: Run[]
  pictures: Pictures | null
  reading: Reading
}

/**
 * Turns phrasing into runs, trimmed. What paper cannot show is made readable and reported.
 * `*now* H<sub>2</sub>O` → `[{text:'now',emphasis}, {text:' H'}, {text:'2',script:'sub'}, {text:'O'}]`
 * Pictures are given to `pictures`; without it their words stand for them.
 */
export function toRuns(nodes: readonly PhrasingContent[], reading: Reading, pictures: Pictures | null = null): Run[] {
  const work: Work = { runs: [], pictures, reading }
  walk(nodes, {}, work)
  return settled(work)
}

const settled = ({ runs, pictures }: Work): Run[] =>
  trimRuns(mergeRuns(dropSpaceAtBreaks(pictures?.settle(runs) ?? runs)))

function walk(nodes: readonly PhrasingContent[], outer: Style, work: Work): void {
  const { runs, pictures, reading } = work
  const html = new HtmlStyles(outer)
  /** Letters of the next text that said something of the picture before it. */
  let read = 0
  const widthOf = (picture: Positioned, i: number): PictureWidth | undefined => {
    const next = nodes[i + 1]
    const { width, length } = readPictureBraces(picture, next?.type === 'text' ? next.value : '', reading)
    read = length
    return width
  }
  for (const [i, node] of nodes.entries()) {
    const style = html.style
    switch (node.type) {
      case 'text':
        reportUnreadMath(node, reading)
        runs.push({ text: cleanText(node.value.slice(read), node, reading), ...style })
        read = 0
        break
      case 'inlineCode':
        runs.push({ text: cleanText(node.value, node, reading), ...style, code: true })
        break
      case 'inlineMath':
        runs.push({ text: cleanText(node.value, node, reading).trim(), ...style, math: true })
        break
      case 'break':
        runs.push({ text: '\n' })
        break
      case 'emphasis':
        walk(node.children, { ...style, emphasis: true }, work)
        break
      case 'strong':
        walk(node.children, { ...style, strong: true }, work)
        break
      case 'delete':
        walk(node.children, { ...style, ...(isSubscript(node, reading) ? { script: 'sub' } : { strike: true }) }, work)
        break
      case 'link':
        walk(node.children, { ...style, href: node.url }, work)
        break
      case 'linkReference': {
        const href = reading.definitions.get(node.identifier)?.url
        walk(node.children, href === undefined ? style : { ...style, href }, work)
        break
      }
      case 'image':
        runs.push(pictureRun({ alt: node.alt ?? '', url: node.url, width: widthOf(node, i) }, node, pictures, reading))
        break
      case 'imageReference': {
        const definition: Definition | undefined = reading.definitions.get(node.identifier)
        const url = definition?.url ?? node.identifier
        runs.push(pictureRun({ alt: node.alt ?? '', url, width: widthOf(node, i) }, node, pictures, reading))
        break
      }
      case 'footnoteReference':
        footnote(node.identifier, node, style, work)
        break
      case 'html':
        reportNamedBreak(node, nodes, reading)
        readHtml(node.value, node, html, work)
        break
    }
  }
}

/** `H~2~O`, as in Pandoc; GFM strikes it out. A few characters between single tildes, behind a letter, are no words taken back. */
function isSubscript(node: Positioned, { text, place }: Reading): boolean {
  const { start, end } = place(node)
  const source = text.slice(start.offset, end.offset)
  return /^~[^\s~]{1,3}~$/.test(source) && /[\p{L}\p{N})\]]/u.test(text.charAt(start.offset - 1))
}

/** Puts the words of a footnote in brackets where it is called. */
function footnote(identifier: string, node: Positioned, style: Style, work: Work): void {
  const { runs, reading } = work
  const definition = reading.footnotes.get(identifier)
  const inner: PhrasingContent[] = []
  for (const block of definition?.children ?? []) {
    if (inner.length > 0) inner.push({ type: 'text', value: ' ' })
    if (block.type === 'paragraph') inner.push(...block.children.filter((child) => child.type !== 'footnoteReference'))
    else inner.push({ type: 'text', value: flowText(block).trim() })
  }
  reading.log.report('markdown-simplified', reading.place(node), {
    what: 'A footnote',
    as: 'words in brackets where it is called',
  })
  runs.push({ text: ' (', ...style })
  walk(inner, style, work)
  runs.push({ text: ')', ...style })
}

/** Styles opened by HTML tags among siblings; Markdown's own nesting closes what an author forgot to close. */
class HtmlStyles {
  readonly #opened: { name: string; before: Style }[] = []
  style: Style
  constructor(outer: Style) {
    this.style = outer
  }
  open(name: string, style: Style): void {
    this.#opened.push({ name, before: this.style })
    this.style = { ...this.style, ...style }
  }
  close(name: string): void {
    const index = this.#opened.findLastIndex((tag) => tag.name === name)
    const tag = this.#opened[index]
    if (!tag) return
    this.style = tag.before
    this.#opened.length = index
  }
}

const tagStyles: Record<string, Style> = {
  sub: { script: 'sub' },
  sup: { script: 'super' },
  b: { strong: true },
  strong: { strong: true },
  // What is underlined or marked by hand is stressed.
  u: { strong: true },
  ins: { strong: true },
  mark: { strong: true },
  i: { emphasis: true },
  em: { emphasis: true },
  cite: { emphasis: true },
  var: { emphasis: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  s: { strike: true },
  del: { strike: true },
  strike: { strike: true },
}
const blockTags = new Set(
  'p div li tr dt dd ul ol table details summary section blockquote h1 h2 h3 h4 h5 h6'.split(' '),
)

const isCell = (name: string): boolean => name === 'td' || name === 'th'

function readHtml(value: string, node: Positioned, html: HtmlStyles, { runs, pictures, reading }: Work): void {
  for (const piece of htmlPieces(value)) {
    if (piece.type === 'text') runs.push({ text: cleanText(piece.text, node, reading), ...html.style })
    else if (piece.type === 'open' && piece.name === 'img')
      runs.push(pictureRun(imageOf(piece.attributes), node, pictures, reading))
    else if (piece.type === 'comment') reading.log.report('html-hidden', reading.place(node), { words: piece.text })
    else if (isCell(piece.name)) {
      if (piece.type === 'open' && (runs.at(-1)?.text ?? '\n') !== '\n') runs.push({ text: ' | ' })
    } else if (piece.type === 'open' && piece.name === 'table') {
      if (runs.length > 0) runs.push({ text: '\n' })
      reading.log.report('markdown-simplified', reading.place(node), { what: 'A table in HTML', as: 'one line a row' })
    } else if (piece.name === 'br' || (blockTags.has(piece.name) && runs.length > 0)) runs.push({ text: '\n' })
    else if (tagStyles[piece.name]) {
      if (piece.type === 'open') html.open(piece.name, tagStyles[piece.name] ?? {})
      else html.close(piece.name)
    } else if (piece.type === 'open' && !blockTags.has(piece.name))
      reading.log.report('markdown-simplified', reading.place(node), {
        what: `The HTML tag <${piece.name}>`,
        as: 'the words in it',
      })
  }
}

/** `what does <br> do?`: a break that stands as a word in its line may be meant as one. */
function reportNamedBreak(node: Html, among: readonly PhrasingContent[], reading: Reading): void {
  if (!/^<br\b/i.test(node.value)) return
  const at = among.indexOf(node)
  const before = among[at - 1]
  const after = among[at + 1]
  if (before?.type !== 'text' || after?.type !== 'text') return
  const ends = /\S+ $/.exec(before.value.slice(-60))
  const goesOn = /^ \S+/.exec(after.value.slice(0, 60))
  if (!ends || !goesOn) return
  const words = `${ends[0]}${node.value}${goesOn[0]}`
  reading.log.report('markdown-simplified', reading.place(node), {
    what: `${node.value} in "${words}"`,
    as: 'a line break',
  })
}

/** The words of an HTML block as runs: `<p>One<br>two</p>` → "One", hard break, "two". */
export function htmlRuns(value: string, node: Positioned, reading: Reading, pictures: Pictures | null = null): Run[] {
  const work: Work = { runs: [], pictures, reading }
  readHtml(value, node, new HtmlStyles({}), work)
  return settled(work)
}

const imageOf = ({ alt = '', src = '', width = '' }: Readonly<Record<string, string>>) => ({
  alt,
  url: src,
  // Dots of a screen say nothing of paper.
  width: overrideKeys.width.read(width.trim()) ?? undefined,
})

/** What `cleanText` changes; most texts have none of it. */
const unclean = /[^\x20-\x7e\xa0-\ud7ff\ue000-\uffff]| {2}/

/** Soft breaks and tabs become one space, as in every Markdown reader; control characters are reported and removed. */
function cleanText(value: string, node: Positioned, reading: Reading): string {
  if (!unclean.test(value)) return value
  const lines = value.split(/\r\n|\r|\n/)
  const joined = lines
    .map((line, i) => (i > 0 ? line.trimStart() : line))
    .map((line, i) => (i < lines.length - 1 ? line.trimEnd() : line))
    .join(' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
  const kept = withoutControls(joined)
  if (kept.length < joined.length)
    reading.log.report('control-characters', reading.place(node), { count: joined.length - kept.length })
  return kept
}

/** Text without C0 and C1 controls, tab and line feed excepted: fonts have no glyph for them and XML forbids them. */
export function withoutControls(text: string): string {
  let kept = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const control = (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0)
    if (!control) continue
    kept += text.slice(from, i)
    from = i + 1
  }
  return kept + text.slice(from)
}

/** Space beside a hard break is nothing on paper; doubled breaks are one. */
function dropSpaceAtBreaks(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const last = kept.at(-1)
    if (run.text === '') continue
    if (run.text === '\n') {
      if (last?.text === '\n') continue
      if (last) last.text = last.text.trimEnd()
      if (last?.text === '') kept.pop()
      if (kept.at(-1)?.text !== '\n') kept.push({ ...run })
    } else {
      // Where something between two blanks is gone, a comment or a picture, they are one.
      const doubled = last && !run.code && !last.code && / $/.test(last.text) && run.text.startsWith(' ')
      const text = last?.text === '\n' || doubled ? run.text.trimStart() : run.text
      if (text !== '') kept.push({ ...run, text })
    }
  }
  return kept
}
