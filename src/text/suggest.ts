import { distance } from 'fastest-levenshtein'

/** The known word nearest to a mistyped or longer one, or null when none is near: "weak" → "week", "language" → "lang". */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase().slice(0, 100)
  const [best] = known
    .map((name) => ({ name, away: distance(lower, name.toLowerCase()) }))
    .filter(({ name, away }) => away <= (name.length <= 3 ? 1 : Math.ceil(name.length / 3)))
    .sort((a, b) => a.away - b.away)
  return best?.name ?? known.find((name) => name.length >= 3 && lower.startsWith(name.toLowerCase())) ?? null
}

/** The end of a reason: `; did you mean "lang"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const name = nearest(word, known)
  return name === null ? '' : `; did you mean "${name}"?`
}

/** The end of a reason about a name that is not known: the near one, or all that are: `; expected one of kind, title, week`. */
export function suggest(word: string, known: readonly string[]): string {
  return didYouMean(word, known) || `; expected one of ${known.join(', ')}`
}
