/**
 * Right-to-left decks: placed as if lines began at the left, then mirrored as a whole. Corners, columns and list marks change sides;
 * paragraphs run from the right, but for those in another script, and for code.
 */

import { namesIn, paragraphDirection } from '../../text/direction.js'
import type { Box, Item, Paragraph, Placeholder, Slide, SlideLayout, SlideRun } from '../slides-model.js'
import { inch } from './inches.js'
import { textOf } from './paragraphs.js'

/** Layouts with left and right exchanged, and how slides of theirs are. */
export function mirror(
  layouts: readonly SlideLayout[],
  width: number,
): { layouts: SlideLayout[]; slide: (slide: Slide) => Slide } {
  const turned = layouts.map((layout) => mirroredLayout(layout, width))
  const sides = new Map(
    turned.flatMap(({ name, placeholders }) =>
      placeholders.map((each) => [`${name}\n${each.name}`, each.align] as const),
    ),
  )
  return {
    layouts: turned,
    slide: (slide) => ({
      ...slide,
      items: slide.items.map((item) =>
        mirroredItem(item, width, item.type === 'placeholder' ? sides.get(`${slide.layout}\n${item.name}`) : undefined),
      ),
    }),
  }
}

/** A box as far from the right edge as it was from the left. */
export const mirroredBox = (box: Box, width: number): Box => ({
  ...box,
  x: inch(width - box.x - box.w),
})

function mirroredLayout(layout: SlideLayout, width: number): SlideLayout {
  const placeholders = layout.placeholders.map(
    (each): Placeholder => ({
      ...each,
      box: mirroredBox(each.box, width),
      align: each.align === 'left' ? 'right' : 'left',
    }),
  )
  return { ...layout, placeholders }
}

function mirroredItem(item: Item, width: number, side: Placeholder['align'] = 'right'): Item {
  const set = (each: Paragraph) => mirroredParagraph(each, side)
  switch (item.type) {
    case 'placeholder':
      return { ...item, paragraphs: item.paragraphs.map(set) }
    case 'text':
    case 'panel':
      return { ...item, box: mirroredBox(item.box, width), paragraphs: item.paragraphs.map(set) }
    case 'rule':
    case 'frame':
    case 'picture':
    case 'bar':
      return { ...item, box: mirroredBox(item.box, width) }
    case 'table': {
      const rows = item.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(set)) }))
      return { ...item, box: mirroredBox(item.box, width), rows }
    }
  }
}

function mirroredParagraph(each: Paragraph, side: Placeholder['align']): Paragraph {
  const { rtl: _own, align, ...rest } = each
  const code = each.runs.length > 0 && each.runs.every((run) => run.code)
  const runsRight = !code && paragraphDirection(textOf(each), 'rtl') === 'rtl'
  const opposite = side === 'right' ? 'left' : 'right'
  const stands = align === 'center' ? align : align === 'right' || code ? opposite : side
  return { ...rest, ...(runsRight && { rtl: true, runs: each.runs.map(markedNames) }), align: stands }
}

/** Left-to-right marks around code and file names: programs that show the slide order its letters, and do not know where these end. */
function markedNames(run: SlideRun): SlideRun {
  if (run.text === '\n') return run
  if (run.code || run.math || run.formula) return { ...run, text: `\u200E${run.text}\u200E` }
  let text = ''
  let at = 0
  for (const [from, to] of namesIn(run.text)) {
    text += `${run.text.slice(at, from)}\u200E${run.text.slice(from, to)}\u200E`
    at = to
  }
  return at === 0 ? run : { ...run, text: text + run.text.slice(at) }
}
