/** Slides → a package, as the library writes it. The only file that knows pptxgenjs; it decides nothing. */
import pptxgenjs from 'pptxgenjs'
import { placeholderLabels } from '../finish/master.js'
import { schemeColour } from '../finish/theme.js'
import { cleanText } from '../finish/xml.js'
import { panelMargin } from '../place/paragraphs.js'
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
} from '../slides-model.js'
import { type SlideNumbers, slideNumbers } from './looks.js'
import { bordersOf, cellMargin, indentOf, linkOf, piecesOf } from './pieces.js'

/** The library's types say "default export", its module for Node gives the class itself (TS2351 with `nodenext`). */
const Presentation = pptxgenjs as unknown as typeof pptxgenjs.default
type Target = pptxgenjs.default.Slide
type MasterProps = pptxgenjs.default.SlideMasterProps
type TextProps = pptxgenjs.default.TextProps
type TextOptions = pptxgenjs.default.TextPropsOptions
type TableRow = pptxgenjs.default.TableRow
type Border = pptxgenjs.default.BorderProps

/** The package as the library writes it: not yet valid, not yet the same twice. */
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

function drawTable(target: Target, table: TableItem, drawing: Drawing): void {
  const rows = table.rows.map(({ cells }, row) =>
    cells.map((paragraphs, column) => ({
      text: textOf(paragraphs, drawing),
      options: {
        border: bordersOf(table, row, column).map(borderOf) as [Border, Border, Border, Border],
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

const borderOf = ({ weight, colour }: { weight: number; colour: ColourRole }): Border =>
  weight > 0 ? { type: 'solid', pt: weight, color: schemeColour[colour] } : { type: 'none' }

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
  const indent = indentOf(size)
  return number === null ? { indent } : { type: 'number' as const, numberStartAt: number, indent }
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
  const link = linkOf(run, numbers)
  // The library only writes the number of a slide down; in samples it is a mark.
  if (link) options.hyperlink = link.kind === 'to' ? { slide: link.target as unknown as number } : { url: link.target }
  return options
}
