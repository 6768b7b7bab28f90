/** The slide layouts: where each placeholder stands and how it looks. The same thing has the same place on every layout. */

import type { DeckStyle } from '../../template/deck-style.js'
import type { Box, ColourRole, LayoutName, Placeholder, PlaceholderName, SlideLayout, Slides } from '../slides-model.js'
import { inch } from './inches.js'

/** Left and right margin, as a fraction of the slide's width. */
const margin = 0.064

/** Top and height of the bands of a slide, as fractions of its height. */
const bands = {
  corner: [0.06, 0.054],
  /** A prompt alone on its slide: its middle lies a little above the slide's. */
  prompt: [0.15, 0.61],
  /** A prompt with something below it, and that something. */
  top: [0.14, 0.262],
  region: [0.45, 0.375],
  /** Text below a prompt, which fills its band more often: the room over and under it is about alike. */
  material: [0.42, 0.375],
  heading: [0.14, 0.11],
  list: [0.28, 0.55],
  check: [0.14, 0.155],
  sources: [0.315, 0.51],
  name: [0.14, 0.34],
  below: [0.52, 0.395],
  cue: [0.84, 0.075],
  foot: [0.927, 0.04],
} as const satisfies Record<string, readonly [number, number]>

type Band = keyof typeof bands

/** Where the page of the sheet begins in the bottom line, as a part of its width. */
export const pageFrom = 0.74

/** A band between the margins, or a part of its width counted from `from` to `to` (0 to 1). Inches. */
export function bandBox({ width, height }: Slides['size'], band: Band, from = 0, to = 1): Box {
  const [top, high] = bands[band]
  const inner = width * (1 - 2 * margin)
  return {
    x: inch(width * margin + inner * from),
    y: inch(height * top),
    w: inch(inner * (to - from)),
    h: inch(height * high),
  }
}

interface Look {
  size: number
  strong?: boolean
  colour?: ColourRole
  anchor?: Placeholder['anchor']
  align?: Placeholder['align']
}

function placeholder(name: PlaceholderName, hint: string, box: Box, look: Look): Placeholder {
  const { size, strong = false, colour = 'ink', anchor = 'top', align = 'left' } = look
  return { name, box, size, strong, colour, anchor, align, hint }
}

/** All layouts of the deck, used or not: an instructor who adds a slide finds them in the menu. */
export function slideLayouts(style: DeckStyle): SlideLayout[] {
  const { type, promptSizes, textSizes } = style
  const prompt = promptSizes[0] ?? type.heading
  const text = textSizes[0] ?? type.check
  const title = (band: Band, look: Look) =>
    placeholder('title', 'Title', bandBox(style.size, band), { strong: true, ...look })
  const body = (band: Band, look: Look) => placeholder('body', 'Text', bandBox(style.size, band), look)
  const corner = { size: type.corner, colour: 'quiet' } as const
  const corners = [
    placeholder('where', 'Day · question', bandBox(style.size, 'corner', 0, 0.7), corner),
    placeholder('code', 'Code', bandBox(style.size, 'corner', 0.7, 1), { ...corner, align: 'right' }),
  ]
  const cue = (to: number) =>
    placeholder('cue', 'What to do', bandBox(style.size, 'cue', 0, to), { size: type.cue, anchor: 'bottom' })
  const page = placeholder('page', 'Sheet page', bandBox(style.size, 'cue', pageFrom, 1), {
    size: type.cue,
    colour: 'quiet',
    anchor: 'bottom',
    align: 'right',
  })
  const frame = [...corners, cue(pageFrom), page]
  const beside: Placeholder[] = [title('top', { size: prompt }), ...frame]
  const layout = (name: LayoutName, ...placeholders: Placeholder[]): SlideLayout => ({ name, placeholders })
  return [
    layout('Recall title', title('name', { size: type.title, anchor: 'bottom' }), body('below', { size: text })),
    layout('Recall contents', title('heading', { size: type.heading }), body('list', { size: text })),
    layout('Recall protocol', title('heading', { size: type.heading }), body('list', { size: text })),
    layout('Recall day', title('name', { size: type.title, anchor: 'bottom' }), body('below', { size: text })),
    layout('Recall question', title('prompt', { size: prompt, anchor: 'middle' }), ...frame),
    layout('Recall material', ...beside, body('material', { size: text })),
    layout('Recall figure', title('check', { size: prompt }), ...frame, body('sources', { size: text })),
    layout('Recall list', ...beside),
    layout('Recall compare', ...beside),
    layout('Recall draw', ...beside),
    layout(
      'Recall say aloud',
      ...beside,
      body('region', { size: type.clock, strong: true, colour: 'accent', anchor: 'middle' }),
    ),
    layout('Recall check', title('check', { size: type.check }), ...frame, body('sources', { size: text })),
    layout('Recall tally', title('heading', { size: type.heading }), cue(1)),
  ]
}
