/** Rich blocks → strips: paragraphs, code, lists, quotes, formulas, each line a strip; tables by their rows. */

import { sliceRuns, trimRuns } from '../../sheet/markdown/runs.js'
import { codeLines, codePieces } from '../../text/code.js'
import { codeRuns } from '../../text/code-weight.js'
import { type TextLine, textFace } from '../../text/lines/lines.js'
import { isStrong } from '../../text/lines/styled-text.js'
import type { FaceName } from '../../text/metrics.js'
import { type PictureBlock, pictureWords, type RichBlock, type Run } from '../../text/rich.js'
import { furniture, ownedBy } from '../canvas.js'
import { type Desk, setLines } from '../frame.js'
import type { Element } from '../pages-model.js'
import { displayStrips } from './display.js'
import { baselineOf, baselineShare, roomOf } from './line-room.js'
import { pictureStrip } from './picture.js'
import type { ProseStyle } from './prose-style.js'
import { hasStretches, putPart, stretchesOf } from './stretches.js'
import { type Column, lazily, paragraphOf, redrawn, room, type Strip } from './strips.js'
import { tableStrips } from './table.js'

/** The prompt's own style: serif, code a little smaller so that it does not shout. */
export function promptStyle({ style }: Desk, width: number): ProseStyle {
  const { prompt, promptLeading } = style.type
  return { size: prompt, leading: promptLeading, faceOf: textFace, codeScale: 0.92, ink: 1, width }
}

/** Between two blocks. */
const blockGap = 4
const quoteIndent = 12

/** Strips of the blocks, their left edge `indent` right of the column's text edge; their elements go under `parent`. The style is that of all, or of each. */
export function proseStrips(
  blocks: readonly RichBlock[],
  style: ProseStyle | ((block: RichBlock, index: number) => ProseStyle),
  parent: () => Element,
  desk: Desk,
  indent = 0,
): Strip[] {
  const styleOf = typeof style === 'function' ? style : () => style
  const stacks = blocks.map((block, i) => blockStrips(block, styleOf(block, i), parent, desk, indent))
  return stacks
    .filter(({ length }) => length > 0)
    .flatMap((strips, i) => (i > 0 ? [room(blockGap), ...strips] : strips))
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
      return codeStrips(block, style, parent, desk, indent)
    case 'quote': {
      const quote = lazily(() => desk.canvas.element(parent(), 'BlockQuote'))
      const by = indentWithin(quoteIndent, style)
      return proseStrips(block.blocks, narrower(style, by), quote, desk, indent + by).map((strip) =>
        by < quoteIndent ? strip : barred(strip, indent, desk),
      )
    }
    case 'table':
      return tableStrips(block, style, parent, desk, indent)
    case 'picture':
      if (block.picture) return [pictureStrip(block, block.picture, style.width, parent, desk, indent)]
      return blockStrips({ type: 'paragraph', runs: wordsOf(block), place: block.place }, style, parent, desk, indent)
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

/** A quiet bar at the edge of what is quoted, from its first line to its last. */
function barred(strip: Strip, indent: number, { canvas, style }: Desk): Strip {
  const draw = (y: number, column: Column): void => {
    const x = column.text + indent + barAt
    const place = { x1: x, y1: y, x2: x, y2: y + strip.height }
    canvas.put({ type: 'line', owner: furniture, ...place, weight: barWeight, ink: style.quietInk })
    strip.draw(y, column)
  }
  return { ...strip, draw }
}

/** Where the bar stands in the indent of a quote, and its weight, pt. */
const barAt = 3
const barWeight = 1

/** What the labels of a list are; options bring their own marks, and have none. */
function numberingOf({ marker, ordered }: RichBlock & { type: 'list' }): Pick<Element, 'numbering'> {
  return marker ? {} : { numbering: ordered ? 'Decimal' : 'Disc' }
}

/** The words of a picture that cannot be shown. */
const wordsOf = (block: PictureBlock): Run[] => (block.inText ? [] : [{ text: pictureWords(block) }])

/** Lines keep this width, however deep their blocks are nested. */
const leastWidth = 90
const indentWithin = (by: number, style: ProseStyle): number => Math.max(0, Math.min(by, style.width - leastWidth))
const narrower = (style: ProseStyle, by: number): ProseStyle => ({ ...style, width: style.width - by })

/** Lines of one paragraph, all in one element; formulas and links in it have elements of their own. */
export function paragraphStrips(
  runs: readonly Run[],
  style: ProseStyle,
  element: () => Element,
  desk: Desk,
  indent = 0,
): Strip[] {
  const [set, faces] = withBlanks(runs, style)
  const lines = setLines(set, style.width, faces, desk)
  if (!hasStretches(set)) return paragraphOf(lines.map((line) => lineStrip(line, style, element, desk, indent)))
  const partsOf = stretchesOf(set, element, desk)
  return paragraphOf(
    lines.map((line) => {
      const { height, baseline } = roomOf(line, style.leading)
      return {
        height,
        ...(line.reach && { baseline }),
        draw: (y, column) => {
          for (const part of partsOf(line)) putPart(part, style, column.text + indent, y + baseline, desk)
        },
      }
    }),
  )
}

/** A blank, `____`, is long enough to be written on, and never as long as its answer by chance. */
const blankLetters = 16

/** Runs with their blanks apart and long, and the style that sets them in the face of labels, whose underscores join to one line. */
function withBlanks(runs: readonly Run[], style: ProseStyle): [readonly Run[], ProseStyle] {
  const isBlank = (run: Run) => /^_{3,}$/.test(run.text) && !run.code && !run.math
  if (!runs.some((run) => !run.code && !run.math && /_{3,}/.test(run.text))) return [runs, style]
  const parted = runs.flatMap((run): Run[] => {
    if (run.code || run.math) return [run]
    const pieces = run.text.split(/(_{3,})/).filter((text) => text !== '')
    return pieces.map((text) => ({ ...run, text: /^_{3,}$/.test(text) ? text.padEnd(blankLetters, '_') : text }))
  })
  return [parted, { ...style, faceOf: (run) => (isBlank(run) ? 'label' : style.faceOf(run)) }]
}

/** One line. */
function lineStrip(line: TextLine, style: ProseStyle, element: () => Element, desk: Desk, indent: number): Strip {
  const { height, baseline } = roomOf(line, style.leading)
  return {
    height,
    ...(line.reach && { baseline }),
    draw: (y, column) => desk.canvas.line(ownedBy(element()), line, style.ink, column.text + indent, y + baseline),
  }
}

type CodeBlock = RichBlock & { type: 'code' }

const faceOfCode = ({ strong }: Run): FaceName => (strong ? 'mono-strong' : 'mono')

/** Code keeps its lines and indents, its keywords are strong; a line that is too long is parted at blanks and goes on behind a hook. */
function codeStrips(
  { text, lang }: CodeBlock,
  style: ProseStyle,
  parent: () => Element,
  desk: Desk,
  indent: number,
): Strip[] {
  const size = style.size * 0.82
  const code: ProseStyle = { ...style, size, leading: style.leading * 0.86, faceOf: faceOfCode, codeScale: 1 }
  const letter = desk.metrics.width('0', 'mono', size)
  const element = lazily(() => desk.canvas.element(desk.canvas.element(parent(), 'P'), 'Code'))
  const hook = desk.metrics.missing('↪', 'mono').length === 0 ? '↪' : '…'
  const look = { face: 'mono' as const, size, ink: desk.style.quietInk }
  const lines = codeLines(text)
  const weighed = codeRuns(lines.join('\n'), lang)
  const strips = lines.flatMap((words, n) => {
    const start = Math.min((words.length - words.trimStart().length) * letter, style.width / 2)
    if (words.trim() === '') return [room(code.leading)]
    const width = style.width - start - 2 * letter
    const runs = trimRuns(weighed[n] ?? [])
    const pieces = codePieces(words.trim(), (part) => desk.metrics.width(part, 'mono', size) <= width)
    const parted = pieces.flatMap(({ from, to }) => setLines(sliceRuns(runs, from, to), width, code, desk))
    return parted.map((each, i): Strip => {
      const left = start + (i > 0 ? 2 * letter : 0)
      // In a sheet that is mirrored code keeps its left edge.
      const mirrored = (from: number, width: number) => (desk.plan.dir === 'rtl' ? style.width - from - width : from)
      const strip = lineStrip(each, code, element, desk, indent + mirrored(left, each.width))
      if (i === 0) return strip
      const draw = (y: number, column: Column) => {
        const x = column.text + indent + mirrored(start, letter)
        desk.canvas.words(furniture, hook, look, x, y + code.leading * baselineShare)
        strip.draw(y, column)
      }
      return { ...strip, draw }
    })
  })
  return paragraphOf(strips)
}

/** A displayed formula stands a little in from the edge; one that is not typeset as its source. */
function formulaStrips(source: string, style: ProseStyle, parent: () => Element, desk: Desk, indent: number): Strip[] {
  const by = indentWithin(quoteIndent, style)
  const strong = isStrong(style.faceOf({ text: source }))
  const box = desk.metrics.formula?.(source, 'display', strong)
  if (box) return displayStrips(source, box, narrower(style, by), parent, desk, indent + by)
  const inner = { ...narrower(style, by), faceOf: () => style.faceOf({ text: source, math: true }) }
  const runs: Run[] = source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, i) => [...(i > 0 ? [{ text: '\n' }] : []), { text: line.trim() }])
  const formula = lazily(() => desk.canvas.element(parent(), 'Formula', { alt: source }))
  return paragraphStrips(runs, inner, formula, desk, indent + by)
}

/** Hanging indent of an item at least, and between a box to tick and its words, pt. */
const leastHang = 14
const behindTick = 5

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
  const isFlush = style.flush === true && marker === '' && !toTick
  const beside = toTick ? desk.looks.label.size + behindTick : desk.metrics.width(`${marker} `, 'text', style.size)
  const hang = isFlush ? 0 : Math.max(leastHang, beside)
  const item = lazily(() => canvas.element(list(), 'LI'))
  const label = lazily(() => canvas.element(item(), 'Lbl'))
  const body = lazily(() => canvas.element(item(), 'LBody'))
  const by = indentWithin(hang, style)
  const prose = proseStrips(blocks, narrower(style, by), body, desk, indent + by)
  // Where no indent is left the marker has a line of its own.
  const strips = by < hang ? [room(style.leading), ...prose] : prose
  const first = strips[0] ?? room(style.leading)
  const marked = redrawn(first, (y, column) => {
    const look = { face: 'text' as const, size: style.size, ink: style.ink }
    const baseline = y + baselineOf(first, style.leading)
    if (toTick) putTick(column.text + indent + 0.5, baseline, desk)
    // Options bring their own mark.
    if (marker !== '') canvas.words(ownedBy(label()), marker, look, column.text + indent, baseline, { space: true })
    first.draw(y, column)
  })
  return [marked, ...strips.slice(1)]
}

/** An empty box to tick, standing on a baseline. */
export function putTick(x: number, baseline: number, { canvas, style, looks }: Desk): void {
  const side = looks.label.size
  canvas.box(furniture, x, baseline - side + 1, side - 1, side - 1, style.frame, 1)
}
