/** mdast flow → rich blocks: paragraphs, code, lists, quotes and tables as they are; everything else made readable and reported. */
import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Html,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table,
} from 'mdast'
import type { Place } from '../../diagnostics.js'
import type { PictureBlock, RichBlock, Run, TableBlock } from '../../text/rich.js'
import { takeBraces, withoutClasses } from '../braces/braces.js'
import { partedAtDisplays } from '../markdown/display-math.js'
import { type HtmlTable, htmlTable } from '../markdown/html-table.js'
import { Pictures } from '../markdown/images.js'
import { htmlRuns, toRuns, withoutControls } from '../markdown/phrasing.js'
import type { Reading } from '../markdown/reading.js'
import { letteredAt } from '../options/options.js'

type Flow = RootContent | BlockContent | DefinitionContent

const maxDepth = 12

/**
 * Turns flow into rich blocks. A picture becomes a block behind the one that it stands in, a heading becomes a strong paragraph, a fence of `math` a formula, HTML its words.
 * Definitions and `---` say nothing by themselves and leave nothing.
 */
export function toBlocks(nodes: readonly Flow[], reading: Reading, depth = 0): RichBlock[] {
  const blocks: RichBlock[] = []
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]
    if (!node) break
    const lettered = letteredAt(nodes, i, reading)
    if (!lettered) {
      blocks.push(...toBlock(node, reading, depth))
      continue
    }
    if (lettered.lead) blocks.push(...toBlock(lettered.lead, reading, depth))
    blocks.push(letteredBlock(lettered.items, reading, depth))
    i += lettered.taken - 1
  }
  return blocks
}

function letteredBlock(paragraphs: readonly Paragraph[], reading: Reading, depth: number): RichBlock {
  const items = paragraphs
    .map((paragraph) =>
      depth > maxDepth ? toBlock(paragraph, reading, depth) : toBlocks([paragraph], reading, depth + 1),
    )
    .filter((item) => item.length > 0)
  const start = reading.place(paragraphs[0] ?? {}).start.offset
  const end = reading.place(paragraphs.at(-1) ?? {}).end.offset
  return { type: 'list', ordered: false, start: 1, items, marker: 'letter', place: reading.placeAt(start, end) }
}

function toBlock(node: Flow, reading: Reading, depth: number): RichBlock[] {
  const place = reading.place(node)
  const pictures = new Pictures()
  const paragraph = (runs: Run[]): RichBlock[] => [
    ...(runs.length > 0 ? [{ type: 'paragraph' as const, runs, place }] : []),
    ...pictures.blocks,
  ]
  if (depth > maxDepth && 'children' in node) return flattened(node, reading)
  switch (node.type) {
    case 'paragraph':
      return paragraphBlocks(node, reading, depth) ?? paragraph(toRuns(node.children, reading, pictures))
    case 'heading':
      return paragraph(headingRuns(node, pictures, reading))
    case 'code':
      return [codeBlock(node.value, node.lang ?? null, place)]
    case 'math':
      return [{ type: 'math', source: codeText(node.value), place }]
    case 'blockquote': {
      const blocks = toBlocks(node.children, reading, depth + 1)
      return blocks.length > 0 ? [{ type: 'quote', blocks, place }] : []
    }
    case 'list':
      return listBlock(node, reading, depth)
    case 'table':
      return tableBlocks(node, reading)
    case 'html': {
      const table = htmlTable(node.value)
      return table ? htmlTableBlocks(table, node, reading) : paragraph(htmlRuns(node.value, node, reading, pictures))
    }
    default:
      return []
  }
}

/** A paragraph with formulas that stand on lines of their own, in parts; null without them. In lists, formulas stand behind their marks. */
function paragraphBlocks(node: Paragraph, reading: Reading, depth: number): RichBlock[] | null {
  const parts = depth === 0 ? partedAtDisplays(node.children, reading) : []
  if (parts.length < 2) return null
  return parts.flatMap((part) => toBlock(Array.isArray(part) ? { ...node, children: part } : part, reading, 1))
}

function listBlock(list: List, reading: Reading, depth: number): RichBlock[] {
  const items = list.children
    .map((item) => [...boxBlock(item, reading), ...toBlocks(item.children, reading, depth + 1)])
    .map(joinBox)
    .filter((blocks) => blocks.length > 0)
  if (items.length === 0) return []
  const { ordered, start } = list
  const boxes = list.children.every((item) => typeof item.checked === 'boolean')
  const marker = boxes ? { marker: 'box' as const } : {}
  return [{ type: 'list', ordered: ordered ?? false, start: start ?? 1, items, ...marker, place: reading.place(list) }]
}

/** A heading in strong type, without its anchor `{#name}`; braces with more than that say nothing here. */
function headingRuns(heading: Heading, pictures: Pictures, reading: Reading): Run[] {
  const runs = withoutClasses(toRuns(heading.children, reading, pictures), reading.place(heading), reading)
  const taken = takeBraces(runs, reading.place(heading), reading)
  if (taken.runs.length === 0) return runs
  const hint = '; it is said of a question or of a day'
  for (const { key, keyPlace } of taken.pairs)
    if (key !== '#')
      reading.log.report('override-unknown-key', keyPlace, { key, where: 'the braces of a heading in a day', hint })
  return taken.runs.map((run) => ({ ...run, strong: true as const }))
}

/** A task box, always empty: a ticked one would tell the answer. */
function boxBlock(item: ListItem, reading: Reading): RichBlock[] {
  if (typeof item.checked !== 'boolean') return []
  if (item.checked)
    reading.log.report('markdown-simplified', reading.place(item), { what: 'A ticked box', as: 'an empty one' })
  return [{ type: 'paragraph', runs: [{ text: '[ ] ' }], place: reading.place(item) }]
}

function joinBox(blocks: RichBlock[]): RichBlock[] {
  const [box, words, ...rest] = blocks
  const isBox = box?.type === 'paragraph' && box.runs.length === 1 && box.runs[0]?.text === '[ ] '
  if (!isBox || words?.type !== 'paragraph') return blocks
  return [{ ...words, runs: [...box.runs, ...words.runs] }, ...rest]
}

/**
 * A table, and below it the pictures of its cells. Rows of unequal length are filled up with empty cells, the head as well: GFM would
 * drop what stands beyond it.
 */
function tableBlocks(table: Table, reading: Reading): [TableBlock, ...PictureBlock[]] {
  const pictures = new Pictures({ keepWords: true })
  const [head = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) => toRuns(cell.children, reading, pictures)),
  )
  return [rectangle(head, rows, table.align ?? [], reading.place(table)), ...pictures.blocks]
}

function rectangle(head: Run[][], rows: Run[][][], align: TableBlock['align'], place: Place): TableBlock {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), head.length)
  const filled = (row: Run[][]) => Array.from({ length: columns }, (_, i) => row[i] ?? [])
  const aligned = Array.from({ length: columns }, (_, i) => align[i] ?? null)
  return { type: 'table', head: filled(head), rows: rows.map(filled), align: aligned, place }
}

function htmlTableBlocks(table: HtmlTable, node: Html, reading: Reading): RichBlock[] {
  const pictures = new Pictures({ keepWords: true })
  const read = (cells: string[]) => cells.map((cell) => htmlRuns(cell, node, reading, pictures))
  return [rectangle(read(table.head), table.rows.map(read), [], reading.place(node)), ...pictures.blocks]
}

/** A fence of the language `math` holds a formula, as on GitHub. */
function codeBlock(value: string, lang: string | null, place: Place): RichBlock {
  const text = codeText(value)
  if (lang === 'math' && text.trim() !== '') return { type: 'math', source: text, place }
  return { type: 'code', text, lang, place }
}

function codeText(value: string): string {
  return withoutControls(value.replace(/\r\n?/g, '\n')).replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Nesting deeper than any page can indent: its source, as one paragraph. */
function flattened(node: Flow, reading: Reading): RichBlock[] {
  const place = reading.place(node)
  reading.log.report('markdown-simplified', place, { what: 'Nesting this deep', as: 'its source in one paragraph' })
  const text = withoutControls(reading.text.slice(place.start.offset, place.end.offset)).replace(/\s+/g, ' ').trim()
  return text === '' ? [] : [{ type: 'paragraph', runs: [{ text }], place }]
}
