/**
 * Slides are put together of pieces that the library drew once.
 *
 * What it writes for a slide is beginnings and ends of shapes, paragraphs and cells, and runs, one behind the other. What a piece says
 * hangs on a few things that its key names; numbers and words are filled in. So some hundred pieces are enough for all slides, where each
 * sheet has looks of its own. `tests/deck/draw/pieces.test.ts` holds that to account: slides put together are, byte for byte, slides drawn.
 */
import { placeholderLabels } from '../finish/master.js'
import { cleanText, emu, escapeXml, points } from '../finish/xml.js'
import { hangingEms } from '../place/paragraphs.js'
import { cellSides } from '../place/table-grid.js'
import type {
  Box,
  ColourRole,
  DeckLook,
  FilledPlaceholder,
  Item,
  Paragraph,
  Placeholder,
  Slide,
  SlideRun,
  TableItem,
} from '../slides-model.js'
import { numberMark, type SlideNumbers } from './looks.js'

/** One piece of a slide: what it hangs on, and what is filled in, in the order in which it stands there. */
export interface Piece {
  key: string
  fill: readonly string[]
}

/** A drawn piece, cut where something is filled in. */
export type DrawnPiece = readonly string[]

/** Where pieces begin. */
const seam =
  /(?=<p:(?:sp|cxnSp|graphicFrame)>|<\/p:spTree>|<a:p>|<a:br\/>|<a:r>|<a:endParaRPr|<\/[ap]:txBody>|<a:gridCol |<\/a:tblGrid>|<a:tr |<\/a:tr>|<a:tc>|<Relationship |<\/Relationships>)/

/** What is filled in: words, names, ids, lengths, sizes, spaces, numbers of lists, of relationships and of layouts. */
const gap =
  /\uFDD0\d+\uFDD1|(?<=<p:cSld name=")[^"]+|(?<=<p:cNvPr id=")\d+|(?<=<p:cNvPr id="\d+" name=")[^"]+|(?<=<a:off x=")-?\d+|(?<=<a:off x="-?\d+" y=")-?\d+|(?<=<a:ext cx=")\d+|(?<=<a:ext cx="\d+" cy=")\d+|(?<=<a:gridCol w=")\d+|(?<=<a:tr h=")\d+|(?<=<a:(?:rPr|endParaRPr) [^>]*\bsz=")\d+|(?<=<a:spcPts val=")\d+|(?<= marL=")\d+(?=" indent="-)|(?<= indent="-)\d+|(?<= startAt=")\d+|(?<= (?:r:id|Id)="rId)\d+|(?<=slideLayout)\d+(?=\.xml)/g

/** The XML that the library drew of a slide, or of its relationships → its pieces, cut where `seam` stands, each in the text between its gaps. */
export const cutPieces = (xml: string): DrawnPiece[] => xml.split(seam).map((piece) => piece.split(gap))

/** What the pieces of a slide hang on beside the slide. */
export interface PieceJob {
  deck: Pick<DeckLook, 'layouts' | 'fonts' | 'dir'>
  numbers: SlideNumbers
}

/** The pieces of a slide and of its relationships, in the order in which the library writes them. */
export function piecesOfSlide(slide: Slide, job: PieceJob): { slide: Piece[]; relations: Piece[] } {
  const layoutNumber = job.deck.layouts.findIndex(({ name }) => name === slide.layout)
  const walk: Walk = {
    ...job,
    placeholders: job.deck.layouts[layoutNumber]?.placeholders ?? [],
    // `nameSlides` and `numberShapes` know better.
    pieces: [{ key: 'slide', fill: ['', '0', '0', '0', '0', '0'] }],
    links: [],
  }
  for (const item of slide.items) addItem(walk, item)
  walk.pieces.push({ key: 'slide end', fill: [] })
  const { links } = walk
  const relations: Piece[] = [
    { key: 'relationships', fill: [] },
    ...links.map(({ kind, target }, i) => ({ key: `relationship ${kind}`, fill: [String(i + 1), target] })),
    { key: 'relationship layout', fill: [String(links.length + 1), String(layoutNumber + 1)] },
  ]
  if (slide.notes.length > 0)
    relations.push({ key: 'relationship notes', fill: [String(links.length + 2), numberMark] })
  return { slide: walk.pieces, relations: [...relations, { key: 'relationships end', fill: [] }] }
}

interface Walk extends PieceJob {
  /** Those of the slide's layout. */
  placeholders: readonly Placeholder[]
  pieces: Piece[]
  /** Where links lead, in order. */
  links: RunLink[]
}

const add = ({ pieces }: Walk, key: string, ...fill: string[]): void => {
  pieces.push({ key, fill })
}

/** Id, name and place of a shape; `numberShapes` gives it another id. */
const shapeFill = (name: string, { x, y, w, h }: Box): string[] => [
  '0',
  escapeXml(name),
  ...[x, y, w, h].map((inches) => String(emu(inches))),
]

function addItem(walk: Walk, item: Item): void {
  switch (item.type) {
    case 'placeholder':
      addPlaceholder(walk, item)
      return
    case 'text':
      add(walk, `text ${item.anchor}`, ...shapeFill(item.name, item.box))
      addText(walk, item.paragraphs, 'box')
      add(walk, 'shape end')
      return
    case 'panel':
      add(walk, 'panel', ...shapeFill(item.name, item.box))
      addText(walk, item.paragraphs, 'box')
      add(walk, 'shape end')
      return
    case 'rule':
    case 'frame':
      addShape(walk, `${item.type} ${item.colour} ${item.weight}`, item)
      return
    case 'bar':
      addShape(walk, `bar ${item.colour}`, item)
      return
    case 'picture':
      addShape(walk, 'picture', item)
      return
    case 'table':
      addTable(walk, item)
  }
}

/** A shape without text has an empty paragraph. */
function addShape(walk: Walk, key: string, { name, box }: Exclude<Item, FilledPlaceholder>): void {
  add(walk, key, ...shapeFill(name, box))
  add(walk, 'no text')
  add(walk, 'no text end')
  add(walk, 'shape end')
}

function addPlaceholder(walk: Walk, { name, paragraphs }: FilledPlaceholder): void {
  // One without words is left out (`dropUnfilled`).
  if (paragraphs.every(({ runs }) => piecesOf(runs).length === 0)) return
  add(walk, `placeholder ${name}`, '0', placeholderLabels[name])
  addText(walk, paragraphs, walk.placeholders.find((each) => each.name === name) ?? 'box')
  add(walk, 'shape end')
}

/** What a text stands in: a placeholder, whose look it inherits; a box; or a cell. */
type Place = Placeholder | 'box' | 'cell'

/** Paragraphs without words are not there, but for the one that each text has. */
function addText(walk: Walk, paragraphs: readonly Paragraph[], place: Place): void {
  const said = paragraphs.flatMap((paragraph) => {
    const pieces = piecesOf(paragraph.runs)
    return pieces.length > 0 ? [{ paragraph, pieces }] : []
  })
  const kind = typeof place === 'string' ? place : 'placeholder'
  const size = said[0]?.pieces[0]?.run.size
  if (size === undefined) {
    add(walk, `nothing ${kind} ${walk.deck.dir ?? 'ltr'}`)
    add(walk, `nothing end ${kind}`)
  }
  for (const { paragraph, pieces } of said) {
    addParagraphHead(walk, paragraph, kind, pieces[0]?.run.size ?? 0)
    for (const piece of pieces) {
      if (piece.afterBreak) add(walk, 'break')
      addRun(walk, piece, place)
    }
    // All ends of a text have the size of its beginning, those in cells 12 points, and those of placeholders inherit theirs.
    if (kind === 'placeholder') add(walk, 'paragraph end placeholder')
    else add(walk, `paragraph end ${kind}`, hundredths(kind === 'cell' ? 12 : (size ?? 0)))
  }
}

const hundredths = (size: number): string => String(Math.round(size * 100))

function addParagraphHead({ pieces, deck }: Walk, paragraph: Paragraph, kind: string, size: number): void {
  const { level, list, rtl, align, before } = paragraph
  const fill: string[] = []
  if (list) {
    const indent = points(indentOf(size))
    fill.push(String((level + 1) * indent), String(indent))
  }
  if (before) fill.push(hundredths(before))
  if (list && list.number !== null) fill.push(String(list.number || 1))
  const mark = list ? (list.number === null ? 'bullet' : 'number') : ''
  const direction = `${deck.dir ?? 'ltr'} ${rtl ? 'rtl' : ''} ${align ?? ''}`
  pieces.push({ key: `paragraph ${kind} ${direction} ${level} ${before ? 'below' : ''} ${mark}`, fill })
}

function addRun(walk: Walk, { run, text }: RunPiece, place: Place): void {
  const { size, colour, strong, emphasis, strike, script, code, math } = run
  const fill: string[] = []
  let inherits = ''
  const own = hundredths(size)
  if (typeof place === 'string') fill.push(own)
  else {
    const isSame = own === hundredths(place.size)
    if (!isSame) fill.push(own)
    inherits = `${isSame ? 'size' : ''} ${place.strong ? 'strong' : ''} ${place.colour === colour ? 'colour' : ''}`
  }
  const link = linkOf(run, walk.numbers)
  if (link) fill.push(String(walk.links.push(link)))
  const font = code || math ? walk.deck.fonts.mono : ''
  const look = `${colour} ${strong ? 'b' : ''}${emphasis ? 'i' : ''}${strike ? 's' : ''} ${script ?? ''} ${link?.kind ?? ''}`
  fill.push(text)
  walk.pieces.push({ key: `run ${typeof place === 'string' ? 'own' : inherits} ${look} ${font}`, fill })
}

function addTable(walk: Walk, table: TableItem): void {
  add(walk, 'table', ...shapeFill(table.name, table.box))
  for (const width of table.columns) add(walk, 'column', String(emu(width)))
  add(walk, 'columns end')
  table.rows.forEach(({ height, cells }, row) => {
    add(walk, 'row', String(emu(height)))
    cells.forEach((paragraphs, column) => {
      add(walk, 'cell')
      addText(walk, paragraphs, 'cell')
      const borders = bordersOf(table, row, column).map(({ weight, colour }) => `${colour} ${weight}`)
      add(walk, `cell end ${row === 0} ${cellMargin(column)} ${borders}`)
    })
    add(walk, row === table.rows.length - 1 ? 'table end' : 'row end')
  })
}

/** A stretch of a run without a line break. */
export interface RunPiece {
  run: SlideRun
  text: string
  /** A line break stands before it. */
  afterBreak: boolean
}

/** Cuts runs at line breaks. The library takes a line feed for a new paragraph, and drops a break that stands alone. */
export function piecesOf(runs: readonly SlideRun[]): RunPiece[] {
  const pieces: RunPiece[] = []
  let afterBreak = false
  for (const run of runs) {
    for (const [i, text] of cleanText(run.text).split('\n').entries()) {
      if (i > 0) afterBreak = true
      if (text === '') continue
      pieces.push({ run, text, afterBreak: afterBreak && pieces.length > 0 })
      afterBreak = false
    }
  }
  return pieces
}

/** Where a run leads: to a slide, by its number, or out of the deck. */
export interface RunLink {
  kind: 'to' | 'href'
  target: string
}

/** What a run links to: a slide, by its number in `numbers`, or an address of the web; null for a run without a link. */
export function linkOf({ href, to }: SlideRun, numbers: SlideNumbers): RunLink | null {
  const slide = to === undefined ? undefined : numbers.get(to)
  if (slide !== undefined) return { kind: 'to', target: slide }
  return href === undefined ? null : { kind: 'href', target: cleanText(href) }
}

/** Width that the mark of a list hangs in, points. */
export const indentOf = (size: number): number => Math.round(size * hangingEms)

/** Cell margins, inches: top, right, bottom, left. */
export const cellMargin = (column: number): [number, number, number, number] => {
  const { left, right } = cellSides(column)
  return [0.05, right, 0.05, left]
}

/** Top, right, bottom, left; a weight of nought is none. Rules run under the header and between the cells below it; there is no outer frame. */
export function bordersOf(
  { rules, rows, columns }: TableItem,
  row: number,
  column: number,
): { weight: number; colour: ColourRole }[] {
  const under = row === 0 ? rules.header : row < rows.length ? rules.row : 0
  const over = row === 0 ? 0 : row === 1 ? rules.header : rules.row
  const beside = row === 0 ? 0 : rules.column
  return [over, column < columns.length - 1 ? beside : 0, under, column > 0 ? beside : 0].map((weight) => ({
    weight,
    colour: rules.colour,
  }))
}
