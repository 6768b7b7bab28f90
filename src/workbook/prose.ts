/** Rich blocks → strips: paragraphs, code, lists, quotes, formulas, each line a strip; tables by their rows. */

import { type TextLine, textFace } from '../text/lines.js'
import type { RichBlock, Run } from '../text/rich.js'
import { furniture, ownedBy } from './canvas.js'
import { formulaParts } from './formula.js'
import { type Desk, setLines } from './frame.js'
import type { Element } from './pages-model.js'
import type { ProseStyle } from './prose-style.js'
import { lazily, room, type Strip } from './strips.js'
import { tableStrips } from './table.js'

/** The prompt's own style: serif, code a little smaller so that it does not shout. */
export function promptStyle({ style }: Desk, width: number): ProseStyle {
  const { prompt, promptLeading } = style.type
  return { size: prompt, leading: promptLeading, faceOf: textFace, codeScale: 0.92, ink: 1, width }
}

/** Between two blocks. */
const blockGap = 4
const quoteIndent = 12

/** Strips of the blocks, their left edge `indent` right of the column's text edge; their elements go under `parent`. */
export function proseStrips(
  blocks: readonly RichBlock[],
  style: ProseStyle,
  parent: () => Element,
  desk: Desk,
  indent = 0,
): Strip[] {
  return blocks.flatMap((block, i) => [
    ...(i > 0 ? [room(blockGap)] : []),
    ...blockStrips(block, { ...style, width: style.width }, parent, desk, indent),
  ])
}

function blockStrips(block: RichBlock, style: ProseStyle, parent: () => Element, desk: Desk, indent: number): Strip[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphStrips(
        block.runs,
        style,
        lazily(() => desk.canvas.element(parent(), 'P')),
        desk,
        indent,
      )
    case 'code':
      return codeStrips(block.text, style, parent, desk, indent)
    case 'quote': {
      const quote = lazily(() => desk.canvas.element(parent(), 'BlockQuote'))
      const by = indentWithin(quoteIndent, style)
      return proseStrips(block.blocks, narrower(style, by), quote, desk, indent + by)
    }
    case 'table':
      return tableStrips(block, style, parent, desk, indent)
    case 'math':
      return formulaStrips(block.source, style, parent, desk, indent)
    case 'list': {
      const list = lazily(() => desk.canvas.element(parent(), 'L', numberingOf(block)))
      return block.items.flatMap((item, i) => {
        const marker = block.marker ? '' : block.ordered ? `${block.start + i}.` : '•'
        return itemStrips(item, marker, style, list, desk, indent, block.marker === 'option')
      })
    }
  }
}

/** What the labels of a list are; options bring their own marks, and have none. */
function numberingOf({ marker, ordered }: RichBlock & { type: 'list' }): Pick<Element, 'numbering'> {
  return marker ? {} : { numbering: ordered ? 'Decimal' : 'Disc' }
}

/** Lines keep this width, however deep their blocks are nested. */
const leastWidth = 90
const indentWithin = (by: number, style: ProseStyle): number => Math.max(0, Math.min(by, style.width - leastWidth))
const narrower = (style: ProseStyle, by: number): ProseStyle => ({ ...style, width: style.width - by })

/** Lines of one paragraph, all in one element; in one with formulas, these have elements of their own. */
export function paragraphStrips(
  runs: readonly Run[],
  style: ProseStyle,
  element: () => Element,
  desk: Desk,
  indent = 0,
): Strip[] {
  const lines = setLines(runs, style.width, style, desk)
  if (!runs.some(({ math }) => math)) return lines.map((line) => lineStrip(line, style, element, desk, indent))
  const partsOf = formulaParts(runs, element, desk)
  return lines.map((line) => ({
    height: style.leading,
    draw: (y, column) => {
      const baseline = y + style.leading * baselineShare
      for (const part of partsOf(line))
        desk.canvas.line(part.owner, part.line, style.ink, column.text + indent + part.x, baseline)
    },
  }))
}

/** A baseline stands so far down its line, as a fraction of the leading. */
const baselineShare = 0.76

/** One line. */
export function lineStrip(
  line: TextLine,
  style: ProseStyle,
  element: () => Element,
  desk: Desk,
  indent: number,
): Strip {
  const baseline = style.leading * baselineShare
  return {
    height: style.leading,
    draw: (y, column) => desk.canvas.line(ownedBy(element()), line, style.ink, column.text + indent, y + baseline),
  }
}

/** Code keeps its lines and indents; a line that is too long is broken and goes on a little deeper. */
function codeStrips(text: string, style: ProseStyle, parent: () => Element, desk: Desk, indent: number): Strip[] {
  const size = style.size * 0.82
  const code: ProseStyle = { ...style, size, leading: style.leading * 0.86, faceOf: () => 'mono', codeScale: 1 }
  const letter = desk.metrics.width('0', 'mono', size)
  const element = lazily(() => desk.canvas.element(desk.canvas.element(parent(), 'P'), 'Code'))
  return text.split('\n').flatMap((line) => {
    const words = line.replace(/\t/g, '    ')
    const start = Math.min((words.length - words.trimStart().length) * letter, style.width / 2)
    if (words.trim() === '') return [room(code.leading)]
    const lines = setLines([{ text: words.trim(), code: true }], style.width - start - 2 * letter, code, desk)
    return lines.map((each, i) => {
      const left = start + (i > 0 ? 2 * letter : 0)
      // In a sheet that is mirrored code keeps its left edge.
      const from = desk.plan.dir === 'rtl' ? style.width - left - each.width : left
      return lineStrip(each, code, element, desk, indent + from)
    })
  })
}

/** A displayed formula stands as its source, a little in from the edge, until it is typeset here. */
function formulaStrips(source: string, style: ProseStyle, parent: () => Element, desk: Desk, indent: number): Strip[] {
  const by = indentWithin(quoteIndent, style)
  const inner = { ...narrower(style, by), faceOf: () => style.faceOf({ text: source, math: true }) }
  const runs: Run[] = source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, i) => [...(i > 0 ? [{ text: '\n' }] : []), { text: line.trim() }])
  const formula = lazily(() => desk.canvas.element(parent(), 'Formula', { alt: source }))
  return paragraphStrips(runs, inner, formula, desk, indent + by)
}

function itemStrips(
  blocks: readonly RichBlock[],
  marker: string,
  style: ProseStyle,
  list: () => Element,
  desk: Desk,
  indent: number,
  toTick = false,
): Strip[] {
  const { canvas } = desk
  const hang = Math.max(14, desk.metrics.width(`${marker} `, 'text', style.size))
  const item = lazily(() => canvas.element(list(), 'LI'))
  const label = lazily(() => canvas.element(item(), 'Lbl'))
  const body = lazily(() => canvas.element(item(), 'LBody'))
  const by = indentWithin(hang, style)
  const prose = proseStrips(blocks, narrower(style, by), body, desk, indent + by)
  // Where no indent is left the marker has a line of its own.
  const strips = by < hang ? [room(style.leading), ...prose] : prose
  const first = strips[0] ?? room(style.leading)
  const marked: Strip = {
    height: first.height,
    draw: (y, column) => {
      const look = { face: 'text' as const, size: style.size, ink: style.ink }
      if (toTick) putTick(column.text + indent + 0.5, y + style.leading * 0.76, desk)
      // Options bring their own mark.
      if (marker !== '')
        canvas.words(ownedBy(label()), marker, look, column.text + indent, y + style.leading * 0.76, { space: true })
      first.draw(y, column)
    },
  }
  return [marked, ...strips.slice(1)]
}

/** An empty box to tick, standing on a baseline. */
export function putTick(x: number, baseline: number, { canvas, style, looks }: Desk): void {
  const side = looks.label.size
  canvas.box(furniture, x, baseline - side + 1, side - 1, side - 1, style.frame, 1)
}
