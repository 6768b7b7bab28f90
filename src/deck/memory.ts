/** What decks are made of, kept from build to build: after an edit most slides are as they were. */

import { Alike } from '../text/alike.js'
import type { Metrics } from '../text/metrics.js'
import { Recent } from '../text/recent.js'
import type { MarkedBefore } from './draw/looks.js'
import type { PackageMemory } from './finish/parts.js'
import { nonePlaced, type PlacedBefore } from './place/place-once.js'

/** Pages of notes that are kept: those of some twenty weeks; and decks of which the parts are kept that each has once. */
const [keptNotes, keptDecks] = [1000, 20]

/** Letters of the codes that are kept: those of some hundred groups of parts. */
const keptCodes = 1 << 15

/** For one who builds again and again. What is kept hangs on nothing but the key that it is kept by. */
export class DeckMemory {
  readonly #placed = new WeakMap<Metrics, PlacedBefore>()

  /** Slides with marks for their words. */
  readonly marked: MarkedBefore = new WeakMap()

  /** Parts of packages. */
  readonly parts: PackageMemory = {
    notes: new Alike(keptNotes),
    single: new Alike(keptDecks),
    packed: { parts: new WeakMap(), codes: new Recent(keptCodes) },
  }

  /** Slides that were placed with these metrics. */
  placedWith(metrics: Metrics): PlacedBefore {
    const known = this.#placed.get(metrics)
    if (known) return known
    const none = nonePlaced()
    this.#placed.set(metrics, none)
    return none
  }
}
