/**
 * A slide that an edit leaves as it was is placed once: for one who builds again and again.
 *
 * What is kept of a slide hangs on all that placing reads of it, and that is its key. Where it stands in the sheet, which every edit before
 * it changes, is read for messages alone, and its notes go through unread: both are given to what was kept. What was placed with a message
 * is not kept, so that the message is said each time.
 */

import type { Log } from '../diagnostics.js'
import type { DeckStyle } from '../template/deck-style.js'
import { sha256 } from '../text/digest.js'
import type { Direction } from '../text/direction.js'
import type { Recent } from '../text/recent.js'
import type { Desk } from './desk.js'
import type { SizedQuestion } from './place-question.js'
import type { PlannedSlide, QuestionSlide } from './plan-model.js'
import type { Slide } from './slides-model.js'

/** What was placed with the same metrics. */
export interface PlacedBefore {
  sizes: Recent<SizedQuestion>
  slides: Recent<Slide[]>
}

/** Places slides, each by a step that reads the slide, its desk and what is told to `slides`, and nothing else. */
export interface Placer {
  size(slide: QuestionSlide, step: (desk: Desk) => SizedQuestion): SizedQuestion
  /** `told`: what the step reads beside the slide, as text. */
  slides(slide: PlannedSlide, told: string, step: (desk: Desk) => Slide[]): Slide[]
}

/** One that places every slide anew. */
export const anew = (desk: Desk): Placer => ({
  size: (_, step) => step(desk),
  slides: (_, _told, step) => step(desk),
})

/** One that places only what is not kept. `dir` is that of the deck. */
export function once(desk: Desk, dir: Direction, before: PlacedBefore): Placer {
  const deck = deckKey(desk.style, dir)
  const saidOf = new Map<PlannedSlide, string>()
  const keyOf = (slide: PlannedSlide): string => {
    const said = saidOf.get(slide) ?? deck + JSON.stringify(slide, (name, value) => (unread.has(name) ? null : value))
    saidOf.set(slide, said)
    return said
  }
  const keep = <T>(kept: Recent<T>, key: string, step: (desk: Desk) => T): T => {
    let isSilent = true
    const report: Log['report'] = (...message) => {
      isSilent = false
      desk.log.report(...message)
    }
    const made = step({ ...desk, log: { report } })
    if (isSilent) kept.keep(key, made)
    return made
  }
  return {
    size(slide, step) {
      const key = keyOf(slide)
      return before.sizes.get(key) ?? keep(before.sizes, key, step)
    },
    slides(slide, told, step) {
      // A deck to hand out has the same slides without notes: it is kept apart, so that neither takes the other's place further on.
      const key = `${slide.notes.length > 0} ${told} ${keyOf(slide)}`
      const kept = before.slides.get(key)
      if (!kept) return keep(before.slides, key, step)
      const notes = slide.notes.map(({ text }) => text)
      return kept.map((each) => ({ ...each, place: slide.place, notes }))
    },
  }
}

/** What placing does not read of a slide, nor of its blocks. */
const unread: ReadonlySet<string> = new Set<keyof PlannedSlide>(['place', 'notes'])

const deckKey = (style: DeckStyle, dir: Direction): string => sha256(JSON.stringify([style, dir]))
