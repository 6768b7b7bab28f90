/**
 * Where a word may be parted by a hyphen: Liang's patterns, as TeX has them (`hyph-de.tex`).
 *
 * A pattern such as "1na" or ".ex3a" says how good it is to part a word between its letters; the highest number at a place wins, and an
 * odd one parts.
 */

/** The patterns of one language. */
export interface Hyphenation {
  /** Places inside a word of letters, in UTF-16 units from its start, rising: "recapitulate" → [2, 5, 7]. */
  places(word: string): readonly number[]
}

/** A shorter word is not parted, nor one of more letters, which is no word: laws and offices of German have up to eighty. */
const letters = { least: 7, most: 100 }
/** So many letters stay on the first line, and so many come on the next one. */
const ends = { first: 2, last: 3 }
/** No pattern of a language is longer. */
const longestPattern = 40

/** Patterns and exceptions from the text of a TeX file; it is read when the first word is asked for. */
export function readHyphenation(file: () => string): Hyphenation {
  let tables: Tables | null = null
  const known = new Map<string, readonly number[]>()
  return {
    places: (word) => {
      const lower = word.toLowerCase()
      // Letters that change their number with their case (İ) have no places that could be counted.
      if (lower.length !== word.length || word.length < letters.least || word.length > letters.most) return []
      const found = known.get(lower)
      if (found) return found
      tables ??= readTables(file())
      const places = placesIn(lower, tables)
      known.set(lower, places)
      return places
    },
  }
}

interface Tables {
  /** Letters of a pattern → its numbers, one more than it has letters. */
  patterns: Map<string, readonly number[]>
  exceptions: Map<string, readonly number[]>
  /** Letters of the longest pattern. */
  longest: number
}

function readTables(file: string): Tables {
  const bare = file.replace(/%.*/g, '')
  const tables: Tables = { patterns: new Map(), exceptions: new Map(), longest: 0 }
  for (const pattern of wordsOf(bare, '\\patterns{')) {
    const key = pattern.replace(/\d/g, '')
    if (key.length > longestPattern) continue
    tables.patterns.set(key, numbersOf(pattern))
    tables.longest = Math.max(tables.longest, key.length)
  }
  for (const word of wordsOf(bare, '\\hyphenation{')) {
    const parts = word.split('-')
    const places = parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('').length)
    tables.exceptions.set(parts.join(''), places)
  }
  return tables
}

/** The words between a command's braces. */
function wordsOf(file: string, command: string): string[] {
  const start = file.indexOf(command)
  if (start < 0) return []
  const end = file.indexOf('}', start)
  return file
    .slice(start + command.length, end < 0 ? undefined : end)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** ".ex3a" → 0 0 0 3 0: before each letter, and behind the last one. */
function numbersOf(pattern: string): number[] {
  const numbers: number[] = [0]
  for (const sign of pattern) {
    if (/\d/.test(sign)) numbers[numbers.length - 1] = Number(sign)
    else numbers.push(0)
  }
  return numbers
}

function placesIn(word: string, { patterns, exceptions, longest }: Tables): readonly number[] {
  const listed = exceptions.get(word)
  const fits = (place: number) => place >= ends.first && place <= word.length - ends.last
  if (listed) return listed.filter(fits)
  const bounded = `.${word}.`
  const best = new Array<number>(bounded.length + 1).fill(0)
  for (let from = 0; from < bounded.length; from++)
    for (let to = from + 1; to <= Math.min(bounded.length, from + longest); to++)
      patterns.get(bounded.slice(from, to))?.forEach((number, i) => {
        if (number > (best[from + i] ?? 0)) best[from + i] = number
      })
  return Array.from(word, (_, i) => i).filter((place) => fits(place) && (best[place + 1] ?? 0) % 2 === 1)
}

/**
 * Whole words of small letters, the first maybe a capital: no capitals, no letters beside digits or signs, as in names of files,
 * addresses, citations and words that have a hyphen already. Closing signs may follow them.
 */
const parted = /(?<![^\s([«‹„“"'‘’¿¡])\p{L}\p{Ll}{6,}(?=[)\]»›“”"'’.,;:!?…]*(?:\s|$))/gu

/** Places in running text where a word may be parted, for words that begin where `isProse` says so (no code, no formula). */
export function hyphenPlaces(text: string, hyphenation: Hyphenation, isProse: (at: number) => boolean): number[] {
  return [...text.matchAll(parted)]
    .filter(({ index }) => isProse(index))
    .flatMap((word) => hyphenation.places(word[0]).map((place) => word.index + place))
}
