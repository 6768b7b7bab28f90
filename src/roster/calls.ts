/** Cold calls: who is named first for which question. The same names and questions give the same calls, in every build. */

import type { Sheet } from '../sheet/model.js'
import { sha256 } from '../text/digest.js'
import type { Roster } from './read.js'

/** Whom to name. */
export interface Calls {
  /** By question id. */
  nameFor: ReadonlyMap<string, string>
  /** By day id: who comes next when somebody is absent; nobody who is named that day anyway. */
  reserves: ReadonlyMap<string, readonly string[]>
}

/** Questions of a usual week. A week begins so many names after the one before, so that over a course all are named about equally often. */
const callsAWeek = 24

/** Names to fall back on, a day. */
const reservesADay = 3

/**
 * Deals the names of a roster to the questions of a week, like cards: nobody is named twice before everybody was once, and each round has
 * an order of its own. The order does not hang on the order of the file, and a student who joins or leaves does not shuffle the others.
 */
export function dealCalls(roster: Roster, { week, course, days }: Pick<Sheet, 'week' | 'course' | 'days'>): Calls {
  const deck = new Deck(roster, course ?? '')
  const start = (Math.max(1, week ?? 1) - 1) * callsAWeek
  const nameFor = new Map<string, string>()
  const reserves = new Map<string, readonly string[]>()
  let next = start
  for (const { id, questions } of days) {
    const named = questions.map((question) => {
      const name = deck.at(next++)
      nameFor.set(question.id, name)
      return name
    })
    const others = Array.from({ length: roster.length }, (_, i) => deck.at(next + i))
    reserves.set(id, [...new Set(others)].filter((name) => !named.includes(name)).slice(0, reservesADay))
  }
  return { nameFor, reserves }
}

/** The endless row of names, a shuffled round of the roster after the other. */
class Deck {
  readonly #roster: Roster
  readonly #seed: string
  readonly #rounds = new Map<number, readonly string[]>()

  constructor(roster: Roster, seed: string) {
    this.#roster = roster
    this.#seed = seed
  }

  at(index: number): string {
    const size = this.#roster.length
    return this.#round(Math.floor(index / size))[index % size] ?? ''
  }

  #round(number: number): readonly string[] {
    const known = this.#rounds.get(number)
    if (known) return known
    const order = this.#shuffled(number)
    const [first, second, ...others] = order
    // Who ended the round before does not begin this one. The two that change places are never the last, which the next round asks for.
    const repeats = number > 0 && others.length > 0 && first === this.#shuffled(number - 1).at(-1)
    const dealt = repeats && first !== undefined && second !== undefined ? [second, first, ...others] : order
    this.#rounds.set(number, dealt)
    return dealt
  }

  /** By a digest of round and name: an order that looks like chance and is the same everywhere. */
  #shuffled(round: number): string[] {
    const rank = (name: string) => sha256(`${this.#seed}\n${round}\n${name}`)
    return this.#roster
      .map((name) => ({ name, rank: rank(name) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ name }) => name)
  }
}
