/** What the placing of a slide needs at hand, and the small moves that all slides share. */
import type { Log } from '../../diagnostics.js'
import type { DeckStyle } from '../../template/deck-style.js'
import type { Metrics } from '../../text/metrics.js'
import { plainText } from '../../text/rich.js'
import { scriptInWords } from '../../text/tex/tex-words.js'
import type { PlannedSlide } from '../plan-model.js'
import type {
  FilledPlaceholder,
  LayoutName,
  Paragraph,
  Placeholder,
  PlaceholderName,
  Slide,
  SlideLayout,
  SlideRun,
} from '../slides-model.js'
import { setRuns, type TextLook } from './paragraphs.js'

export interface Desk {
  style: DeckStyle
  metrics: Metrics
  log: Pick<Log, 'report'>
  layouts: ReadonlyMap<LayoutName, SlideLayout>
}

/** The placeholder of a layout. Asking for one that the layout lacks is a fault of this room. */
export function placeholderOf(desk: Desk, layout: LayoutName, name: PlaceholderName): Placeholder {
  const found = desk.layouts.get(layout)?.placeholders.find((each) => each.name === name)
  if (!found) throw new Error(`Layout "${layout}" has no placeholder "${name}"`)
  return found
}

/** Paragraphs for the placeholder of this name, which stands where the slide's layout has it. */
export function fill(name: PlaceholderName, paragraphs: Paragraph[]): FilledPlaceholder {
  return { type: 'placeholder', name, paragraphs }
}

/** The look that a placeholder gives its text; a part of it may be changed. */
export function lookOf({ size, strong, colour }: Placeholder, change: Partial<TextLook> = {}): TextLook {
  return { size, strong, colour, ...change }
}

/** The least size of text that stands back behind other text, pt. */
const leastAside = 20

/** The size of text that stands back behind a text of `size`: a share of it, but no smaller than a back row reads. */
export const aside = (size: number, share: number): number =>
  Math.min(size, Math.max(leastAside, Math.round(size * share)))

/** What the planned title says beyond the words shown ("(2)"), as a quiet run; [] when it says no more. */
export function titleTail(title: string, shown: string, size: number): SlideRun[] {
  const tail = title.startsWith(shown) ? title.slice(shown.length) : ''
  return tail === '' ? [] : setRuns([{ text: tail }], { size, colour: 'quiet' })
}

/** The words of a title that is set, with the scripts of its formulas in letters. */
export const titleWords = (runs: readonly SlideRun[]): string =>
  plainText(
    runs.map((run) => (run.formula && run.script ? { ...run, text: scriptInWords(run.text, run.script) } : run)),
  )

/**
 * A slide of `section` on a layout: id, question, place in the sheet and notes are those of its plan, `rest` is what was placed. It has no countdown
 * unless `rest` says so.
 */
export function slideOf(
  planned: PlannedSlide,
  section: string,
  layout: LayoutName,
  rest: Pick<Slide, 'title' | 'items'> & Partial<Slide>,
): Slide {
  const { id, questionId, place, notes } = planned
  return { id, questionId, place, layout, section, seconds: null, notes: notes.map((note) => note.text), ...rest }
}

/** Id of the part `index` (from 0) of a slide that was split. */
export const partId = (id: string, index: number): string => (index === 0 ? id : `${id}-p${index + 1}`)
