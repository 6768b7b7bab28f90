/** Names that are nearly those of a weekday: "Mondey", "Wensday". */
import { distance } from 'fastest-levenshtein'
import { fold } from './fold.js'
import { languages, listOf } from './table.js'

/** Words that are one letter away from a weekday and mean something else. */
const realWords = new Set(
  'sundry, sundae, sundaes, sunda, frida, montage, montagen, jueces, marte'.split(', ').map(fold),
)

/** Shorter names have too many neighbours, such as "Mardi" and "Mari". */
const shortest = 6

/** A name of a weekday, 0 for Monday. */
export interface NearDay {
  name: string
  weekday: number
}

/**
 * The weekday whose name, in one of the languages, is one letter away from a word, or two for long names: "Mondag" and `['en']` → "Monday". Two letters
 * that changed places count as one. Null for inflected names ("Mondays"), for other words ("Sundry"), and where the first letter is another.
 */
export function nearDay(word: string, among: readonly string[]): NearDay | null {
  const given = fold(word)
  if (given.length < shortest - 1 || given.length > 20 || realWords.has(given)) return null
  let best: (NearDay & { away: number }) | null = null
  for (const language of among) {
    const words = languages[language]
    const ambiguous = new Set(listOf(words?.ambiguous).flat())
    for (const [weekday, spellings] of listOf(words?.weekdays).entries())
      for (const name of spellings) {
        const plain = fold(name)
        if (ambiguous.has(name) || plain.length < shortest || given.startsWith(plain)) continue
        if (given.charAt(0) !== plain.charAt(0)) continue
        const away = isSwapped(given, plain) ? 1 : distance(given, plain)
        if (away <= (plain.length >= 9 ? 2 : 1) && away < (best?.away ?? 3)) best = { name, weekday, away }
      }
  }
  return best && { name: best.name, weekday: best.weekday }
}

/** True for words that differ in two neighbours that changed places: "Tuseday" and "Tuesday". */
function isSwapped(word: string, name: string): boolean {
  if (word.length !== name.length) return false
  const at = [...word].findIndex((letter, i) => letter !== name.charAt(i))
  return (
    at >= 0 &&
    word.charAt(at) === name.charAt(at + 1) &&
    word.charAt(at + 1) === name.charAt(at) &&
    word.slice(at + 2) === name.slice(at + 2)
  )
}
