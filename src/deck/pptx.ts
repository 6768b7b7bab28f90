/** Slides → PPTX bytes. The only file that knows pptxgenjs; it decides nothing. */
import pptxgenjs from 'pptxgenjs'
import type { Pictures } from '../pictures/model.js'
import { drawLooks } from './drawn-looks.js'
import { placeholderLabels } from './finish/master.js'
import { schemeColour } from './finish/theme.js'
import { cleanText } from './finish/xml.js'
import { type SlideNumbers, slideNumbers, sortByLook } from './looks.js'
import type { DeckMemory } from './memory.js'
import { finishPackage } from './package.js'
import { hangingEms, panelMargin } from './paragraphs.js'
import type {
  ColourRole,
  DeckFonts,
  Item,
  Paragraph,
  Slide,
  SlideLayout,
  SlideRun,
  Slides,
  TableItem,
} from './slides-model.js'
import { cellSides } from './stack.js'

/** What a file carries beside its slides. */
export interface PptxMeta {
  /** Date of creation and change (`SOURCE_DATE_EPOCH`); never today's. */
  date: Date
  /** The pictures that the slides name; none when left out. */
  pictures?: Pictures
  /** Of one who writes again and again. */
  memory?: DeckMemory | undefined
}

/**
 * Writes the deck.
 *
 * ```ts
 * const bytes = await renderPptx(layoutDeck(plan, template, fonts, log), { date: new Date(0) })
 * ```
 * The same slides and date give the same bytes.
 */
export async function renderPptx(
  slides: Slides,
  { date, pictures = new Map(), memory }: PptxMeta,
): Promise<Uint8Array> {
  const looks = sortByLook(slides, memory?.marked)
  const drawn = await drawLooks(looks, pictures, (samples) => drawSlides(samples, looks.numbers))
  return finishPackage(drawn, looks, { slides, date, pictures, memory: memory?.parts })
}

/** The library's types say "default export", its module for Node gives the class itself (TS2351 with `nodenext`). */
const Presentation = pptxgenjs as unknown as typeof pptxgenjs.default
type Target = pptxgenjs.default.Slide
type MasterProps = pptxgenjs.default.SlideMasterProps
type TextProps = pptxgenjs.default.TextProps
type TextOptions = pptxgenjs.default.TextPropsOptions
type TableRow = pptxgenjs.default.TableRow
type Border = pptxgenjs.default.BorderProps

/** The package as the library writes it: not yet valid, not yet the same twice. Exported for the tests of the finishing pass. */
export async function drawSlides(slides: Slides, numbers: SlideNumbers = slideNumbers(slides)): Promise<Uint8Array> {
  const presentation = new Presentation()
  const { width, height } = slides.size
  presentation.defineLayout({ name: 'slide', width, height })
  presentation.layout = 'slide'
  presentation.theme = { headFontFace: slides.fonts.heading, bodyFontFace: slides.fonts.body }
  for (const layout of slides.layouts) presentation.defineSlideMaster(masterOf(layout))
  const sections = new Set<string>()
  const drawing: Drawing = { fonts: slides.fonts, numbers }
  for (const slide of slides.slides) {
    const title = cleanText(slide.section)
    if (!sections.has(title)) presentation.addSection({ title })
    sections.add(title)
    drawSlide(presentation.addSlide({ masterName: slide.layout, sectionTitle: title }), slide, drawing)
  }
  return (await presentation.write({ outputType: 'uint8array' })) as Uint8Array
}

/** Names and boxes only: the finishing pass writes the layouts that the file really has. */
function masterOf({ name, placeholders }: SlideLayout): MasterProps {
  const objects = placeholders.map((placeholder) => ({
    placeholder: {
      options: {
        name: placeholder.name,
        // Slides take the shape's name from here, not from their own options.
        objectName: placeholderLabels[placeholder.name],
        type: placeholder.name === 'title' ? ('title' as const) : ('body' as const),
        ...placeholder.box,
      },
      text: '',
    },
  }))
  return { title: name, objects }
}

/** What all drawing asks: the fonts, and the number of each slide by its id. */
interface Drawing {
  fonts: DeckFonts
  numbers: SlideNumbers
}

function drawSlide(target: Target, slide: Slide, drawing: Drawing): void {
  for (const item of slide.items) drawItem(target, item, drawing)
  if (slide.notes.length > 0) target.addNotes(cleanText(slide.notes.join('\n')))
}

const anchors = { top: 'top', middle: 'middle', bottom: 'bottom' } as const

function drawItem(target: Target, item: Item, drawing: Drawing): void {
  switch (item.type) {
    case 'placeholder':
      target.addText(textOf(item.paragraphs, drawing), {
        placeholder: item.name,
      })
      return
    case 'text':
      target.addText(textOf(item.paragraphs, drawing), {
        ...item.box,
        objectName: item.name,
        margin: 0,
        valign: anchors[item.anchor],
      })
      return
    case 'panel':
      target.addText(textOf(item.paragraphs, drawing), {
        ...item.box,
        objectName: item.name,
        fill: { color: schemeColour.ground },
        line: { color: schemeColour.quiet, width: 1 },
        margin: panelMargin * 72,
        valign: 'top',
      })
      return
    case 'rule':
    case 'frame': {
      const line = { color: schemeColour[item.colour], width: item.weight }
      target.addShape(item.type === 'rule' ? 'line' : 'rect', { ...item.box, objectName: item.name, line })
      return
    }
    case 'picture':
      // The finishing pass puts the picture into the place of the frame.
      target.addShape('rect', { ...item.box, objectName: item.name })
      return
    case 'bar':
      target.addShape('rect', { ...item.box, objectName: item.name, fill: { color: schemeColour[item.colour] } })
      return
    case 'table':
      drawTable(target, item, drawing)
  }
}

/** Cell margins, inches: top, right, bottom, left. */
const cellMargin = (column: number): [number, number, number, number] => {
  const { left, right } = cellSides(column)
  return [0.05, right, 0.05, left]
}

function drawTable(target: Target, table: TableItem, drawing: Drawing): void {
  const rows = table.rows.map(({ cells }, row) =>
    cells.map((paragraphs, column) => ({
      text: textOf(paragraphs, drawing),
      options: {
        border: bordersOf(table, row, column),
        margin: cellMargin(column),
        valign: row === 0 ? 'bottom' : 'middle',
      },
    })),
  )
  target.addTable(rows as TableRow[], {
    ...table.box,
    objectName: table.name,
    colW: table.columns,
    rowH: table.rows.map(({ height }) => height),
  })
}

type Borders = [Border, Border, Border, Border]

/** Top, right, bottom, left. Rules run under the header and between the cells below it; there is no outer frame. */
function bordersOf({ rules, rows, columns }: TableItem, row: number, column: number): Borders {
  const side = (weight: number, colour: ColourRole = rules.colour): Border =>
    weight > 0 ? { type: 'solid', pt: weight, color: schemeColour[colour] } : { type: 'none' }
  const under = row === 0 ? rules.header : row < rows.length ? rules.row : 0
  const over = row === 0 ? 0 : row === 1 ? rules.header : rules.row
  const beside = row === 0 ? 0 : rules.column
  return [side(over), side(column < columns.length - 1 ? beside : 0), side(under), side(column > 0 ? beside : 0)]
}

function textOf(paragraphs: readonly Paragraph[], drawing: Drawing): TextProps[] {
  return paragraphs.flatMap((each, i) => paragraphOf(each, i === paragraphs.length - 1, drawing))
}

/** Runs of one paragraph. What belongs to the paragraph stands on each run; its list mark on the first, or every run would get one. */
function paragraphOf(each: Paragraph, last: boolean, drawing: Drawing): TextProps[] {
  const pieces = piecesOf(each.runs)
  return pieces.map(({ run, text, afterBreak }, i): TextProps => {
    const options: TextOptions = { ...runOptions(run, drawing) }
    const align = each.align ?? (each.rtl ? 'right' : undefined)
    if (align) options.align = align
    if (each.rtl) options.rtlMode = true
    if (each.before) options.paraSpaceBefore = each.before
    if (each.level > 0) options.indentLevel = each.level
    if (each.list && i === 0) options.bullet = bulletOf(each.list, run.size)
    if (afterBreak) options.softBreakBefore = true
    if (i === pieces.length - 1 && !last) options.breakLine = true
    return { text, options }
  })
}

function bulletOf({ number }: NonNullable<Paragraph['list']>, size: number) {
  const indent = Math.round(size * hangingEms)
  return number === null ? { indent } : { type: 'number' as const, numberStartAt: number, indent }
}

interface Piece {
  run: SlideRun
  text: string
  /** A line break stands before it. */
  afterBreak: boolean
}

/** Cuts runs at line breaks. The library takes a line feed for a new paragraph, and drops a break that stands alone. */
function piecesOf(runs: readonly SlideRun[]): Piece[] {
  const pieces: Piece[] = []
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

/** Every run says its size: the library would hand on that of the run before. */
function runOptions(run: SlideRun, { fonts, numbers }: Drawing): TextOptions {
  const options: TextOptions = { fontSize: run.size, color: schemeColour[run.colour] }
  if (run.strong) options.bold = true
  if (run.emphasis) options.italic = true
  if (run.strike) options.strike = 'sngStrike'
  if (run.script === 'super') options.superscript = true
  if (run.script === 'sub') options.subscript = true
  if (run.code || run.math) options.fontFace = fonts.mono
  if (run.href !== undefined) options.hyperlink = { url: cleanText(run.href) }
  const slide = run.to === undefined ? undefined : numbers.get(run.to)
  // The library only writes the number down; in samples it is a mark.
  if (slide !== undefined) options.hyperlink = { slide: slide as unknown as number }
  return options
}
