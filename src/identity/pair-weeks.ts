/** Which week of now is which of then: by its file, and where that was renamed or its folder was, by its questions. */
import { byText } from '../text/by-text.js'
import { keyOfWeek, type ManifestSheet } from './model.js'

type Week = Pick<ManifestSheet, 'path' | 'week' | 'questions'>

/** A week then and now; one of both is null for a week that came or went. */
export interface WeekPair<T, N> {
  before: T | null
  now: N | null
}

/**
 * Pairs each week with the one that has most of its questions: of `mv week-2 week-3` with week-3, also where week-3 was there and went on to
 * week-4. Of several that became one, its own file goes first, then the one that gave it more. A week whose questions are nowhere to be found is
 * the one of the same file, as far as no other has taken that.
 */
export function pairWeeks<T extends Week, N extends Week>(then: readonly T[], now: readonly N[]): WeekPair<T, N>[] {
  const byKey = new Map(now.map((week) => [keyOfWeek(week), week]))
  const isOwn = (old: T, week: N): boolean => byKey.get(keyOfWeek(old)) === week
  const claims = claimsOf(then, now, byKey).sort(
    (a, b) => Number(isOwn(b.before, b.now)) - Number(isOwn(a.before, a.now)) || b.shared - a.shared,
  )
  const became = new Map<T, N>()
  const taken = new Map<N, T>()
  const pair = (old: T, week: N): void => {
    if (became.has(old) || taken.has(week)) return
    became.set(old, week)
    taken.set(week, old)
  }
  for (const claim of claims) pair(claim.before, claim.now)
  for (const old of then) {
    const own = byKey.get(keyOfWeek(old))
    if (own) pair(old, own)
  }
  const pairs: WeekPair<T, N>[] = [
    ...now.map((week) => ({ before: taken.get(week) ?? null, now: week })),
    ...then.filter((old) => !became.has(old)).map((old) => ({ before: old, now: null })),
  ]
  const orderOf = (each: WeekPair<T, N>): string => keyOfWeek((each.now ?? each.before) as Week)
  return pairs.sort((a, b) => byText(orderOf(a), orderOf(b)))
}

interface Claim<T, N> {
  before: T
  now: N
  shared: number
}

/**
 * For each week of then the one that has more than half of its questions, when there is one; of one whose file is gone also the one that has more
 * than half of its own from it: a week that was renamed and lost days.
 */
function claimsOf<T extends Week, N extends Week>(
  then: readonly T[],
  now: readonly N[],
  byKey: ReadonlyMap<string, N>,
): Claim<T, N>[] {
  const known = new Set(then.flatMap(({ questions }) => questions.map(({ id }) => id)))
  const byId = new Map<string, N>()
  // Builds into folders that know nothing of each other may have two ids for one question.
  const byWords = new Map<string, N>()
  for (const week of now)
    for (const { id, words } of week.questions) {
      byId.set(id, week)
      if (!known.has(id)) byWords.set(words, week)
    }
  return then.flatMap((old) => {
    const counts = new Map<N, number>()
    for (const { id, words } of old.questions) {
      const home = byId.get(id) ?? byWords.get(words)
      if (home) counts.set(home, (counts.get(home) ?? 0) + 1)
    }
    return [...counts]
      .filter(([week, shared]) => {
        const isShrunk = !byKey.has(keyOfWeek(old)) && shared * 2 > week.questions.length
        return shared * 2 > old.questions.length || isShrunk
      })
      .map(([week, shared]) => ({ before: old, now: week, shared }))
  })
}
