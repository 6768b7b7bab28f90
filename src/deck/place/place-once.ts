/**
 * A slide that an edit leaves as it was is placed once: for one who builds again and again.
 *
 * What is kept of a slide hangs on all that placing reads of it, and that is its key. Where it stands in the sheet, which every edit before
 * it changes, is read for messages alone, and its notes go through unread: both are given to what was kept. What was placed with a message
 * is not kept, so that the message is said each time.
 */

import type { Log } from '../../diagnostics.js'
import { Alike } from '../../text/alike.js'
import { sha256 } from '../../text/digest.js'
import type { Direction } from '../../text/direction.js'
import type { PlannedSlide, QuestionSlide } from '../plan-model.js'
import type { Slide } from '../slides-model.js'
import type { Desk } from './desk.js'
import type { SizedQuestion } from './place-question.js'

/** What was placed with the same metrics, by what placing reads of a slide and of the deck's style. */
export type PlacedBefore = Alike<Placed>

/** Slides that are kept: those of some twenty weeks, and with them 35 MB. */
const keptSlides = 1000

/** What placing does not read of a slide, nor of its blocks. */
const unread: ReadonlySet<string> = new Set<keyof PlannedSlide>(['place', 'notes'])

/** Of one who has placed nothing yet. */
export const nonePlaced = (): PlacedBefore => new Alike(keptSlides, unread)

/** A slide as it was placed. */
interface Placed {
  size?: SizedQuestion
  slides?: Slide[]
  /** What else the slides hang on. */
  told?: string
}

/** Places slides, each by a step that reads the slide, its desk and what is told to `slides`, and nothing else. */
export interface Placer {
  size(slide: QuestionSlide, step: (desk: Desk) => SizedQuestion): SizedQuestion
  /** `told`: what the step reads beside the slide, as text. */
  slides(slide: PlannedSlide, told: string, step: (desk: Desk) => Slide[]): Slide[]
}

/** A placer that keeps nothing: for a single build. */
export const anew = (desk: Desk): Placer => ({
  size: (_, step) => step(desk),
  slides: (_, _told, step) => step(desk),
})

/**
 * A placer for a watch: it takes slides from `before` whose plan, style and direction (`dir`, that of the deck) are what they were, and places the others.
 * Slides that had messages are placed again, so that they are told again.
 */
export function once(desk: Desk, dir: Direction, before: PlacedBefore): Placer {
  const deck = sha256(JSON.stringify([desk.style, dir]))
  const found = new Map<PlannedSlide, Placed>()
  const placedOf = (slide: PlannedSlide): Placed => {
    const asked = found.get(slide)
    if (asked) return asked
    // A deck to hand out has the same slides without notes: they are kept apart, so that neither takes the other's place here and further on.
    const hasNotes = slide.notes.length > 0
    const name = `${deck} ${hasNotes} ${slide.id}`
    const known = before.get(name, slide)
    const placed = known ?? {}
    if (!known) before.keep(name, slide, placed)
    found.set(slide, placed)
    return placed
  }
  const place = <T>(step: (desk: Desk) => T, keep: (made: T) => void): T => {
    let isSilent = true
    const report: Log['report'] = (...message) => {
      isSilent = false
      desk.log.report(...message)
    }
    const made = step({ ...desk, log: { report } })
    if (isSilent) keep(made)
    return made
  }
  return {
    size(slide, step) {
      const placed = placedOf(slide)
      return placed.size ?? place(step, (made) => Object.assign(placed, { size: made }))
    },
    slides(slide, told, step) {
      const placed = placedOf(slide)
      if (!placed.slides || placed.told !== told)
        return place(step, (made) => Object.assign(placed, { slides: made, told }))
      const notes = slide.notes.map(({ text }) => text)
      return placed.slides.map((each) => ({ ...each, place: slide.place, notes }))
    },
  }
}
