/** The room for an answer on a question slide: slots, columns, a canvas, a clock. Native objects that can be typed into. */

import type { Run } from '../../text/rich.js'
import type { QuestionSlide } from '../plan-model.js'
import type { Box, Item, LayoutName } from '../slides-model.js'
import { type Desk, fill, lookOf, placeholderOf } from './desk.js'
import { factorOf, linesOf, widestWord } from './fit.js'
import { bandBox } from './layouts.js'
import { paragraph, setRuns, textOf, words } from './paragraphs.js'

/** The items below the prompt; null when they would not be readable in the room there is. `layout`: the one chosen in the end. */
export function answerItems(slide: QuestionSlide, desk: Desk, layout?: LayoutName): Item[] | null {
  if (layout === 'Recall question') return []
  const { answer } = slide
  const region = bandBox(desk.style.size, 'region')
  switch (answer.kind) {
    case 'open':
      return []
    case 'slots':
      return slots(answer.count, region, desk)
    case 'columns':
      return columns(answer.heads, answer.alt, region, desk)
    case 'canvas':
      return [{ type: 'frame', name: 'Canvas', box: region, weight: 1, colour: 'quiet', alt: answer.alt }]
    case 'clock':
      return [fill('body', [words(slide.clock, lookOf(placeholderOf(desk, 'Recall say aloud', 'body')))])]
  }
}

/** Lowest slot that a hand-typed answer fits in, inches; and the most rows and columns of them. */
const slotHeight = 0.55
const mostColumns = 3

/** Numbered lines, down then across; null when there are more than the slide can show. */
function slots(count: number, region: Box, desk: Desk): Item[] | null {
  const mostRows = Math.floor(region.h / slotHeight)
  const across = Math.ceil(count / mostRows)
  if (count < 1 || across > mostColumns) return null
  const rows = Math.ceil(count / across)
  const gap = 0.4
  const w = (region.w - gap * (across - 1)) / across
  const h = Math.min(region.h / rows, 0.85)
  const size = desk.style.type.check
  return Array.from({ length: count }, (_, i): Item[] => {
    const box = { x: region.x + Math.floor(i / rows) * (w + gap), y: region.y + (i % rows) * h, w, h }
    const number = words(String(i + 1), { size, strong: true, colour: 'accent' })
    return [
      { type: 'text', name: `Slot ${i + 1}`, box, anchor: 'bottom', paragraphs: [number] },
      {
        type: 'rule',
        name: `Line ${i + 1}`,
        box: { ...box, y: box.y + h, h: 0 },
        weight: 1,
        colour: 'quiet',
      },
    ]
  }).flat()
}

/** Margin of a column's head on both sides, inches. */
const headMargin = 0.1

/** A table of one empty row under the heads; null when a head would not fit its column in two lines. */
function columns(heads: readonly Run[][], alt: string, region: Box, desk: Desk): Item[] | null {
  const { metrics, style } = desk
  const w = region.w / heads.length
  const inner = w - 2 * headMargin
  const set = (size: number) => heads.map((head) => paragraph(setRuns(head, { size, strong: true, colour: 'accent' })))
  const readable = (size: number) =>
    set(size).every((head) => {
      const lines = linesOf(head, inner, metrics).length
      return widestWord(textOf(head), size, metrics) <= inner * 0.97 && lines <= 2
    })
  const size = [...style.textSizes, Math.round(style.type.corner * 0.9)].find(readable)
  if (size === undefined || heads.length === 0) return null
  const cells = set(size)
  const lines = Math.max(...cells.map((head) => linesOf(head, inner, metrics).length))
  const headHeight = (lines * size * factorOf(cells.flatMap(({ runs }) => runs))) / 72 + 0.15
  return [
    {
      type: 'table',
      name: 'Columns',
      box: region,
      alt,
      columns: heads.map(() => w),
      rows: [
        {
          height: headHeight,
          cells: cells.map((head) => [head]),
        },
        { height: region.h - headHeight, cells: heads.map(() => []) },
      ],
      rules: { header: 1.5, row: 0, column: 0.75, colour: 'quiet' },
    },
  ]
}
