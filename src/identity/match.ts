/**
 * Which question of today is which of the last build. Explicit ids first, then the same words, then similar words, the best pairs first;
 * every question is used once. Where a question stands decides only between pairs that are equally alike, so that questions which
 * changed places keep their ids, and a new question in the place of a deleted one gets its own.
 */
import { similarity, tokensOf, Weights } from './similarity.js'

/** A question, old or new, as matching knows it. */
export interface Candidate {
  /** Old: its id. New: the id that its author gives it, or null. */
  id: string | null
  words: string
  citations: readonly string[]
  /** Which sheet it stands in; the same key means the same sheet, then and now. Null: it stands in none any more. */
  sheet: string | null
  day: string
  /** Position in its day. */
  order: number
}

/** How alike two questions must be to be one reworded. Measured on edits of real sheets; see tests/identity. */
const threshold = { sameCitation: 0.45, samePlace: 0.5, otherCitation: 0.6, retired: 0.75 }
const citationBonus = 0.15

interface Pair {
  current: number
  former: number
  score: number
  /** Smaller is nearer: another day, then steps apart. */
  apart: number
}

/** Returns, for each question of `current`, the index of the one of `former` that it was; null for a new one. */
export function matchQuestions(current: readonly Candidate[], former: readonly Candidate[]): (number | null)[] {
  return new Matcher(current, former).run()
}

class Matcher {
  readonly #current: readonly Candidate[]
  readonly #former: readonly Candidate[]
  readonly #result: (number | null)[]
  readonly #used: boolean[]

  constructor(current: readonly Candidate[], former: readonly Candidate[]) {
    this.#current = current
    this.#former = former
    this.#result = current.map(() => null)
    this.#used = former.map(() => false)
  }

  run(): (number | null)[] {
    this.#byId()
    this.#byWords((one, other) => other.sheet === one.sheet)
    this.#byWords((_, other) => other.sheet !== null)
    const similar = this.#similarPairs()
    // A question that moved to another sheet and was reworded too is rarer than one that was reworded where it stood.
    this.#take(similar.filter((pair) => this.#old(pair).sheet === this.#new(pair).sheet))
    this.#take(similar.filter((pair) => this.#old(pair).sheet !== null))
    this.#byWords(() => true)
    this.#take(similar.filter(({ score }) => score >= threshold.retired))
    return this.#result
  }

  readonly #new = ({ current }: Pair) => this.#current[current] as Candidate
  readonly #old = ({ former }: Pair) => this.#former[former] as Candidate

  #free(): { current: number[]; former: number[] } {
    return {
      current: [...this.#current.keys()].filter((i) => this.#result[i] === null),
      former: [...this.#former.keys()].filter((i) => !this.#used[i]),
    }
  }

  #pair(current: number, former: number): void {
    if (this.#result[current] !== null || this.#used[former]) return
    this.#result[current] = former
    this.#used[former] = true
  }

  /** Best first; position decides among equals, the order of the sheets among those. */
  #take(pairs: Pair[]): void {
    const sorted = pairs.sort(
      (a, b) => b.score - a.score || a.apart - b.apart || a.current - b.current || a.former - b.former,
    )
    for (const { current, former } of sorted) this.#pair(current, former)
  }

  #byId(): void {
    const places = new Map<string, number[]>()
    for (const [i, { id }] of this.#former.entries()) if (id !== null) push(places, id, i)
    const claims = [...this.#current.entries()].filter(([, { id }]) => id !== null)
    for (const sameSheet of [true, false])
      for (const [i, { id, sheet }] of claims)
        for (const j of places.get(id ?? '') ?? []) if (!sameSheet || this.#former[j]?.sheet === sheet) this.#pair(i, j)
  }

  /** The same words, first between the sheets that have most words in common: that is what a renamed file looks like. */
  #byWords(may: (one: Candidate, other: Candidate) => boolean): void {
    const free = this.#free()
    const former = new Map<string, number[]>()
    for (const j of free.former) push(former, this.#former[j]?.words ?? '', j)
    const twins = new Map<string, number[]>()
    for (const i of free.current)
      if (former.has(this.#current[i]?.words ?? '')) push(twins, this.#current[i]?.words ?? '', i)
    const pairs = [...twins].flatMap(([words, current]) => this.#twinPairs(current, former.get(words) ?? [], may))
    const common = new Map<string, number>()
    const key = (pair: Pair) => `${this.#new(pair).sheet}\n${this.#old(pair).sheet}`
    for (const pair of pairs) common.set(key(pair), (common.get(key(pair)) ?? 0) + 1)
    for (const pair of pairs) pair.score = common.get(key(pair)) ?? 0
    this.#take(pairs)
  }

  /** All pairs of questions with the same words, or, when they are very many, those in order. */
  #twinPairs(
    current: readonly number[],
    former: readonly number[],
    may: (one: Candidate, other: Candidate) => boolean,
  ): Pair[] {
    const width = current.length * former.length > 2500 ? 8 : former.length
    const pairs = current.flatMap((i, n) => {
      const from = width === former.length ? 0 : Math.max(0, n - (width >> 1))
      return former.slice(from, from + width).map((j) => this.#pairOf(i, j, 0))
    })
    return pairs.filter((pair) => may(this.#new(pair), this.#old(pair)))
  }

  #pairOf(current: number, former: number, score: number): Pair {
    const [one, other] = [this.#current[current], this.#former[former]]
    const steps = Math.abs((one?.order ?? 0) - (other?.order ?? 0))
    return { current, former, score, apart: one?.day === other?.day ? steps : steps + 100_000 }
  }

  /** Pairs of leftover questions that are alike enough, found by the words they share. */
  #similarPairs(): Pair[] {
    const free = this.#free()
    if (free.current.length === 0 || free.former.length === 0) return []
    // Most questions are as they were.
    const known = new Map<string, string[]>()
    const tokensOnce = ({ words }: Candidate): string[] => {
      const tokens = known.get(words) ?? tokensOf(words)
      known.set(words, tokens)
      return tokens
    }
    const tokens = { current: this.#current.map(tokensOnce), former: this.#former.map(tokensOnce) }
    // Of the sheets that have changed alone: a build of one week, which knows no others, finds what a build of all weeks finds.
    const changed = new Set([
      ...free.current.map((i) => this.#current[i]?.sheet),
      ...free.former.map((j) => this.#former[j]?.sheet),
    ])
    const ofChanged = (each: readonly string[][], candidates: readonly Candidate[]): string[][] =>
      each.filter((_, i) => changed.has(candidates[i]?.sheet))
    const weights = new Weights([
      ...ofChanged(tokens.current, this.#current),
      ...ofChanged(tokens.former, this.#former),
    ])
    const having = new Map<string, number[]>()
    for (const j of free.former) for (const token of tokens.former[j] ?? []) push(having, token, j)
    for (const j of free.former) for (const entry of new Set((tokens.former[j] ?? []).map(stem))) push(having, entry, j)
    return free.current.flatMap((i) => {
      const own = tokens.current[i] ?? []
      return near(own, having, weights).flatMap((j) => {
        const score = similarity(own, tokens.former[j] ?? [], weights)
        const sameCitation = cite(this.#current[i], this.#former[j])
        if (score < leastScore(this.#current[i], this.#former[j], sameCitation)) return []
        return [this.#pairOf(i, j, score + (sameCitation ? citationBonus : 0))]
      })
    })
  }
}

/** Entry of the index for inflected words; no word ends so. */
const stem = (token: string) => `${token.slice(0, 4)}…`

/** Old questions compared with one new one. */
const mostCompared = 10
/** Words that more questions than this have find none. */
const longestEntry = 300

/** The questions that share most with `tokens`, by weight. */
function near(tokens: readonly string[], having: ReadonlyMap<string, number[]>, weights: Weights): number[] {
  const shared = new Map<number, number>()
  for (const token of tokens) {
    const same = having.get(token)
    const found = same ?? having.get(stem(token)) ?? []
    if (found.length > longestEntry) continue
    const worth = weights.of(token) * (same ? 1 : 0.5)
    for (const j of found) shared.set(j, (shared.get(j) ?? 0) + worth)
  }
  const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best.slice(0, mostCompared).map(([j]) => j)
}

const cite = (one: Candidate | undefined, other: Candidate | undefined): boolean =>
  one?.citations.some((citation) => other?.citations.includes(citation)) ?? false

function leastScore(one: Candidate | undefined, other: Candidate | undefined, sameCitation: boolean): number {
  if (sameCitation) return threshold.sameCitation
  // Of short questions without citations a word more is much: where they stand speaks for them.
  const isUncited = one?.citations.length === 0 && other?.citations.length === 0
  const isInPlace = one?.sheet === other?.sheet && one?.day === other?.day && one?.order === other?.order
  return isUncited && isInPlace ? threshold.samePlace : threshold.otherCitation
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
