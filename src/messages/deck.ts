/** Messages about slides. */
import { type Entry, entry } from './entry.js'
import { shortFormula } from './math.js'

/** Messages about what does not fit on slides, by code. */
export const deckMessages = {
  'slide-text-split': entry<{ code: string; slides: number }>(
    'warning',
    (f) => `The prompt of ${f.code} is too long for one slide; it stands on ${f.slides}`,
    'Shorten the prompt, move details to a list below it, or give the template smaller promptSizes.',
  ),
  'formula-in-source': entry<{ of: string; source: string }>(
    'info',
    (f) =>
      `The formula "${shortFormula(f.source)}" of ${f.of} stands on slides as it is written, since it has no form in a line of text`,
    'Write it in simpler parts: scripts one deep, `\\frac{a}{b}`, `\\sqrt{x}`, `\\vec{F}`, `\\overline{AB}`, `\\ce{H2O}`; or put it beside the sheet as a picture. On paper formulas are set.',
  ),
  'deck-too-large': entry<{ slides: number; most: number }>(
    'error',
    (f) => `The deck would have ${f.slides} slides; a PPTX file holds at most ${f.most}`,
    'Split the sheet, one week a sheet, or build one day at a time with --day.',
  ),
  'deck-contrast-low': entry<{ scheme: string; role: string; colour: string; ground: string; ratio: number }>(
    'error',
    (f) =>
      `The colour "${f.role}" of the ${f.scheme} scheme (${f.colour}) has a contrast of ${f.ratio.toFixed(1)}:1 with the ground (${f.ground}); text needs 4.5:1`,
    'Choose a darker colour on a light ground, or a lighter one on a dark ground, under deck: schemes: in template.yaml.',
  ),
  'reveal-in-print': entry<Record<never, never>>(
    'info',
    () => 'Where to look stands on the question slides, hidden until a click; prints and PDFs of the deck show it',
    'Hand out the workbook, or the deck for the audience (--audience).',
  ),
  'names-on-slides': entry<Record<never, never>>(
    'info',
    () => 'Names of the roster stand on question slides, hidden until a click; prints and PDFs of the deck show them',
    'Do not hand this deck out; the one for the audience (--audience) has no names.',
  ),
  'reveal-no-room': entry<{ code: string }>(
    'info',
    (f) => `The slide of ${f.code} has no room for what a click would reveal; it stands on the slide behind it`,
    'Shorten the prompt or the answer if it should stand on one slide.',
  ),
} as const satisfies Record<string, Entry<never>>
