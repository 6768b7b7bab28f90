/** The words of citations in every language, looked up. */
import { fold } from '../words/fold.js'
import { type CitationRole, citationTable } from './citation-table.js'

const { roles: rows, cjkWords } = citationTable
const roles: Record<CitationRole, ReadonlySet<string>> = {
  section: new Set(rows.section),
  chapter: new Set(rows.chapter),
  page: new Set(rows.page),
  and: new Set(rows.and),
  to: new Set(rows.to),
  of: new Set(rows.of),
  onwards: new Set(rows.onwards),
  qualifier: new Set(rows.qualifier),
}
const abbreviations = new Set(citationTable.abbreviations)
const cues = new Map(Object.entries(citationTable.cues))
const afterCues = new Map(Object.entries(citationTable.afterCues))

/** True when a word has this role in citations, in some language: "Kap." is a chapter, "pp." are pages. */
export const hasRole = (word: string, role: CitationRole): boolean => roles[role].has(fold(word))

/** Does the stop after this word belong to it? "cf", "p", "Kap" → true. */
export const isAbbreviation = (word: string): boolean => abbreviations.has(`${fold(word)}.`)

/** Cues that are tasks as well: "Compare the maps on page 12." asks, "See the maps on page 12." tells where to look. */
const tasks: ReadonlySet<string> = new Set(
  'compare, check, review, read, study, vergleiche, lies, lis, relis, compara, comparez, lee, leia, leggi, lees'.split(
    ', ',
  ),
)

/** True for a cue that may be a task of its own: "Compare". */
export const isTaskCue = (cue: string): boolean => tasks.has(fold(cue))

/** May a cue begin with this word? Most words may not, which spares looking at those after it. */
export const beginsCue = (word: string): boolean => cues.has(fold(word))

/** How many of the words are one cue before a file ("see also" → 2); 0 for none. */
export const cueLength = (words: readonly string[]): number => phraseLength(words, cues)

/** May a cue after a citation begin with this word? */
export const beginsAfterCue = (word: string): boolean => afterCues.has(fold(word))

/** How many of the words are one cue after a citation ("を参照" → 1); 0 for none. */
export const afterCueLength = (words: readonly string[]): number => phraseLength(words, afterCues)

function phraseLength(words: readonly string[], phrases: ReadonlyMap<string, string[][]>): number {
  const known = phrases.get(fold(words[0] ?? ''))
  if (!known) return 0
  const rest = words.slice(1).map(fold)
  // "For more, see": a comma inside the phrase says nothing.
  const comma = rest.indexOf(',')
  const plain = comma < 0 ? rest : rest.toSpliced(comma, 1)
  const found = known.find((phrase) => phrase.every((word, i) => word.split('|').includes(plain[i] ?? '')))
  if (!found) return 0
  return found.length + 1 + (comma >= 0 && comma < found.length ? 1 : 0)
}

/** Cuts words off the front of text that has no spaces: "第3章を参照" gives "第" first. Null when none is known. */
export const knownCjkWord = (text: string): string | null => cjkWords.find((word) => text.startsWith(word)) ?? null
