/** Blocks of HTML as the Markdown that they stand for, so that a key in HTML is read as any other. */
import type { Html, ListItem, PhrasingContent, Table, TableCell } from 'mdast'
import { type HtmlPiece, htmlPieces } from '../markdown/html.js'
import type { Flow } from './hidden.js'

/** Longer HTML was written by a program. */
const longest = 100_000
/** Cells of a table that one cell may span. */
const widest = 50

/**
 * The headings, paragraphs, lists and tables of an HTML block; what is in no such tag is a paragraph. [] for HTML too long to look at.
 *
 * | HTML                                  | Markdown                                     |
 * | ------------------------------------- | -------------------------------------------- |
 * | `<h2>Answers</h2><p>So</p>`           | a heading, a paragraph                       |
 * | `<ol start=2><li>So</ol>`             | `2. So`                                      |
 * | `<dl><dt>1<dd>So</dl>`                | a paragraph "1", next line ": So"            |
 * | `<td rowspan=2>Mon`                   | the cell in both rows                        |
 * | `<th colspan=2>Mon`                   | the cell and an empty one                    |
 * | `<caption>Answers</caption>`          | a paragraph above the table                  |
 *
 * Tags inside of lines (`<b>`, `<img>`) stay HTML there. Every node stands where the whole block does.
 */
export function htmlFlow(html: Html): Flow[] {
  return html.value.length > longest ? [] : new HtmlReader(html).read()
}

type Tag = Extract<HtmlPiece, { type: 'open' }>
type At = Pick<Html, 'position'>

/** Tags around blocks that say nothing themselves. */
const frames = new Set(
  'div section article aside main center details summary thead tbody tfoot figure header footer blockquote body form hr'.split(
    ' ',
  ),
)

class HtmlReader {
  readonly #pieces: readonly HtmlPiece[]
  readonly #at: At
  #next = 0

  constructor({ value, position }: Html) {
    this.#pieces = htmlPieces(value)
    this.#at = position ? { position } : {}
  }

  read(): Flow[] {
    return this.#flow(() => false)
  }

  /** Blocks until a tag that `ends` them, which is left. */
  #flow(ends: (piece: HtmlPiece) => boolean): Flow[] {
    const flow: Flow[] = []
    for (let piece = this.#pieces[this.#next]; piece && !ends(piece); piece = this.#pieces[this.#next]) {
      const { name } = piece.type === 'open' || piece.type === 'close' ? piece : { name: '' }
      if (piece.type === 'open' && blocks.has(name)) {
        this.#next++
        flow.push(...this.#block(piece))
      } else if (frames.has(name) || (piece.type === 'close' && blocks.has(name))) this.#next++
      else {
        const before = this.#next
        flow.push(...this.#paragraph(this.#phrasing(ends)))
        if (this.#next === before) this.#next++
      }
    }
    return flow
  }

  #block(tag: Tag): Flow[] {
    const { name } = tag
    if (name === 'ol' || name === 'ul') return [this.#list(tag)].filter(({ children }) => children.length > 0)
    if (name === 'dl') return this.#definitions()
    if (name === 'table') return this.#table()
    if (name === 'pre') return this.#code()
    const children = this.#phrasing(closes(name))
    const heading = /^h([1-6])$/.exec(name)?.[1]
    if (heading === undefined || children.length === 0) return this.#paragraph(children)
    return [{ type: 'heading', depth: Number(heading) as 1 | 2 | 3 | 4 | 5 | 6, children, ...this.#at }]
  }

  #paragraph(children: PhrasingContent[]): Flow[] {
    return children.length === 0 ? [] : [{ type: 'paragraph', children, ...this.#at }]
  }

  /** Words and the tags among them, up to the next block. */
  #phrasing(ends: (piece: HtmlPiece) => boolean): PhrasingContent[] {
    const nodes: PhrasingContent[] = []
    for (let piece = this.#pieces[this.#next]; piece && !ends(piece); piece = this.#pieces[this.#next]) {
      if (
        piece.type !== 'text' &&
        piece.type !== 'comment' &&
        (blocks.has(piece.name) || frames.has(piece.name) || parts.has(piece.name))
      )
        break
      this.#next++
      if (piece.type === 'text') nodes.push({ type: 'text', value: piece.text.replace(/\s+/g, ' '), ...this.#at })
      else nodes.push({ type: 'html', value: written(piece), ...this.#at })
    }
    return nodes.some((node) => node.type !== 'text' || node.value.trim() !== '') ? trimmed(nodes) : []
  }

  /** The words of a cell or definition; blocks in it are lines. */
  #inline(ends: (piece: HtmlPiece) => boolean): PhrasingContent[] {
    const nodes: PhrasingContent[] = []
    for (let piece = this.#pieces[this.#next]; piece && !ends(piece); piece = this.#pieces[this.#next]) {
      nodes.push(...this.#phrasing(ends))
      const next = this.#pieces[this.#next]
      if (!next || ends(next)) break
      this.#next++
      const last = nodes.at(-1)
      if (last && !(last.type === 'html' && last.value === '<br>'))
        nodes.push({ type: 'html', value: '<br>', ...this.#at })
    }
    return trimmed(nodes)
  }

  #list({ name, attributes }: Tag): Extract<Flow, { type: 'list' }> {
    const children: ListItem[] = []
    const ends = closes(name)
    for (let piece = this.#pieces[this.#next]; piece && !ends(piece); piece = this.#pieces[this.#next]) {
      this.#next++
      if (piece.type !== 'open' || piece.name !== 'li') continue
      const item = this.#flow((each) => ends(each) || isTag(each, ['li']))
      children.push({ type: 'listItem', spread: false, children: item as ListItem['children'], ...this.#at })
    }
    this.#next++
    const start = Number(attributes.start ?? 1)
    return {
      type: 'list',
      ordered: name === 'ol',
      start: Number.isInteger(start) ? start : 1,
      spread: false,
      children,
      ...this.#at,
    }
  }

  #definitions(): Flow[] {
    const flow: Flow[] = []
    const ends = closes('dl')
    let term: PhrasingContent[] = []
    for (let piece = this.#pieces[this.#next]; piece && !ends(piece); piece = this.#pieces[this.#next]) {
      this.#next++
      if (piece.type !== 'open' || (piece.name !== 'dt' && piece.name !== 'dd')) continue
      const words = this.#inline((each) => ends(each) || isTag(each, ['dt', 'dd']))
      if (piece.name === 'dt') {
        flow.push(...this.#paragraph(term))
        term = words
        continue
      }
      const joint: PhrasingContent[] =
        term.length > 0
          ? [
              { type: 'break', ...this.#at },
              { type: 'text', value: ': ', ...this.#at },
            ]
          : []
      flow.push(...this.#paragraph([...term, ...joint, ...words]))
      term = []
    }
    this.#next++
    return [...flow, ...this.#paragraph(term)]
  }

  #table(): Flow[] {
    const rows: PhrasingContent[][][] = []
    const flow: Flow[] = []
    const ends = closes('table')
    /** What cells above hold of the rows below them, by column. */
    const spanned: { rows: number; cell: PhrasingContent[] }[] = []
    const fill = (row: PhrasingContent[][]) => {
      for (let above = spanned[row.length]; above && above.rows > 0; above = spanned[row.length]) {
        above.rows--
        row.push(above.cell)
      }
    }
    let row: PhrasingContent[][] | null = null
    for (let piece = this.#pieces[this.#next]; piece && !ends(piece); piece = this.#pieces[this.#next]) {
      this.#next++
      if (piece.type !== 'open') continue
      if (piece.name === 'caption')
        flow.push(...this.#paragraph(this.#inline((each) => ends(each) || isTag(each, ['caption']))))
      else if (piece.name === 'tr') {
        if (row) fill(row)
        row = []
        rows.push(row)
      } else if (piece.name === 'td' || piece.name === 'th') {
        if (!row) {
          row = []
          rows.push(row)
        }
        fill(row)
        const cell = this.#inline((each) => ends(each) || isTag(each, ['td', 'th', 'tr']))
        const columns = spanOf(piece.attributes.colspan)
        spanned[row.length] = { rows: spanOf(piece.attributes.rowspan) - 1, cell }
        row.push(cell, ...Array.from({ length: columns - 1 }, () => []))
      }
    }
    if (row) fill(row)
    this.#next++
    return rows.length > 0 ? [...flow, this.#grid(rows)] : flow
  }

  #grid(rows: readonly PhrasingContent[][][]): Table {
    const cell = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children, ...this.#at })
    const children = rows.map((cells) => ({ type: 'tableRow' as const, children: cells.map(cell), ...this.#at }))
    return { type: 'table', children, ...this.#at }
  }

  #code(): Flow[] {
    let value = ''
    const ends = closes('pre')
    for (let piece = this.#pieces[this.#next]; piece && !ends(piece); piece = this.#pieces[this.#next]) {
      this.#next++
      if (piece.type === 'text') value += piece.text
    }
    this.#next++
    return value.trim() === '' ? [] : [{ type: 'code', value: value.replace(/^\n|\n\s*$/g, ''), ...this.#at }]
  }
}

const blocks = new Set('h1 h2 h3 h4 h5 h6 p ol ul dl table pre'.split(' '))
/** Tags that are read inside of these blocks. */
const parts = new Set('li dt dd tr td th caption'.split(' '))

const closes = (name: string) => (piece: HtmlPiece) => piece.type === 'close' && piece.name === name
const isTag = (piece: HtmlPiece, names: readonly string[]) =>
  (piece.type === 'open' || piece.type === 'close') && names.includes(piece.name)

const spanOf = (written: string | undefined): number => {
  const span = Number(written ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, widest) : 1
}

/** A tag or comment as HTML again. */
function written(piece: Exclude<HtmlPiece, { type: 'text' }>): string {
  if (piece.type === 'comment') return `<!-- ${piece.text} -->`
  if (piece.type === 'close') return `</${piece.name}>`
  const said = Object.entries(piece.attributes).map(
    ([key, value]) =>
      ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
  )
  return `<${piece.name}${said.join('')}>`
}

/** Phrasing without blanks at its ends. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent | undefined) =>
    (node?.type === 'text' && node.value.trim() === '') || (node?.type === 'html' && /^<br\b/.test(node.value))
  let from = 0
  let to = nodes.length
  while (from < to && isBlank(nodes[from])) from++
  while (to > from && isBlank(nodes[to - 1])) to--
  return nodes.slice(from, to).map((node, i, all) => {
    if (node.type !== 'text') return node
    const start = i === 0 ? node.value.trimStart() : node.value
    return { ...node, value: i === all.length - 1 ? start.trimEnd() : start }
  })
}
