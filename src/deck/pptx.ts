/** Slides → PPTX bytes. */
import type { Pictures } from '../pictures/model.js'
import { drawLooks } from './draw/drawn-looks.js'
import type { KnownDrawings } from './draw/known-drawings.js'
import { sortByLook } from './draw/looks.js'
import type { DeckMemory } from './memory.js'
import { finishPackage } from './package.js'
import type { Slides } from './slides-model.js'

/** What a file carries beside its slides. */
export interface PptxMeta {
  /** Date of creation and change (`SOURCE_DATE_EPOCH`); never today's. */
  date: Date
  /** The pictures that the slides name; none when left out. */
  pictures?: Pictures
  /** Of one who writes again and again. */
  memory?: DeckMemory | undefined
  /** What was drawn before by somebody else; all is drawn here when it is left out. */
  known?: KnownDrawings | undefined
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
  { date, pictures = new Map(), memory, known }: PptxMeta,
): Promise<Uint8Array> {
  const looks = sortByLook(slides, memory?.marked)
  const drawn = await drawLooks(looks, pictures, known)
  return finishPackage(drawn, looks, { slides, date, pictures, memory: memory?.parts })
}
