/** The words of citations in every language of the table, ready to be looked up. */
import { fold } from '../words/fold.js'
import { languages, listOf } from '../words/table.js'

/** What a word can do in a citation; some do several things in several languages. */
export type CitationRole = 'section' | 'chapter' | 'page' | 'and' | 'to' | 'of' | 'onwards' | 'qualifier'

const roles: Record<CitationRole, Set<string>> = {
  section: new Set(),
  chapter: new Set(),
  page: new Set(),
  and: new Set(['&', '/', '+', '|']),
  to: new Set(),
  of: new Set(),
  onwards: new Set(['ff', 'ff.', 'f.', 'sqq', 'sqq.', 'ss.', 'segg', 'segg.', 'onwards', 'onward', '以降', '以下']),
  qualifier: new Set(),
}

/** Words that begin an addition in words: `a.md §1, especially the table`. */
const qualifiers =
  'especially, esp., particularly, notably, mainly, only, for, on, about, first, second, third, last, top, bottom, paragraph, para., ' +
  'figure, fig., table, tab., box, example, exercise, slide, slides, line, lines, footnote, fn., column, appendix, app., part, item, no., module, lesson, note, step, teil, punkt, nr., aufgabe, partie, nº, parte, deel, część, часть, μέρος, ' +
  'besonders, insbesondere, insb., vor allem, absatz, abs., abbildung, abb., tabelle, für, surtout, notamment, pour, tableau, ' +
  'especialmente, sobre, para, tabla, soprattutto, vooral, tabel, szczególnie, особенно, рис., табл., 特に, 尤其'

const cues = new Map<string, string[][]>()
const afterCues = new Map<string, string[][]>()
const abbreviations = new Set<string>()
const cjkWords = new Set<string>(['第', '제', 'の', '를', '을', 'を', '까지', 'まで'])
const cjk = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+$/u

/** "cf." counts with and without its stop, "p." with it only: a single letter is no word. */
function spellings(word: string): string[] {
  if (!word.endsWith('.')) return [word]
  abbreviations.add(word)
  return word.length > 2 ? [word, word.slice(0, -1)] : [word]
}

function addPhrase(phrases: Map<string, string[][]>, phrase: string): void {
  const words = fold(phrase).split(' ')
  for (const word of words) spellings(word)
  for (const first of spellings(words[0] ?? '')) {
    const known = [...(phrases.get(first) ?? []), words.slice(1)]
    phrases.set(
      first,
      known.sort((a, b) => b.length - a.length),
    )
  }
  for (const word of words) if (cjk.test(word)) cjkWords.add(word)
}

for (const words of Object.values(languages)) {
  for (const role of ['section', 'chapter', 'page', 'and', 'to', 'of'] as const)
    for (const word of listOf(words[role]).flat()) {
      for (const spelling of spellings(fold(word))) roles[role].add(spelling)
      if (cjk.test(word)) cjkWords.add(word)
    }
  for (const phrase of listOf(words.cue).flat()) addPhrase(cues, phrase)
  for (const phrase of listOf(words.cueAfter).flat()) addPhrase(afterCues, phrase)
}
for (const word of qualifiers.split(', ')) for (const spelling of spellings(fold(word))) roles.qualifier.add(spelling)
for (const word of ['et', 'seq.', 'sqq.', 'ff.', 'f.', 'ss.', 'segg.']) spellings(word)
const longestCjk = [...cjkWords].sort((a, b) => b.length - a.length)

/** "Kap." is a chapter, "pp." pages. */
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

/** How many of the words are one cue after a citation ("を参照" → 1); 0 for none. */
export const afterCueLength = (words: readonly string[]): number => phraseLength(words, afterCues)

function phraseLength(words: readonly string[], phrases: ReadonlyMap<string, string[][]>): number {
  const known = phrases.get(fold(words[0] ?? ''))
  if (!known) return 0
  const rest = words.slice(1).map(fold)
  // "For more, see": a comma inside the phrase says nothing.
  const comma = rest.indexOf(',')
  const plain = comma < 0 ? rest : rest.toSpliced(comma, 1)
  const found = known.find((phrase) => phrase.every((word, i) => spellings(word).includes(plain[i] ?? '')))
  if (!found) return 0
  return found.length + 1 + (comma >= 0 && comma < found.length ? 1 : 0)
}

/** Cuts words off the front of text that has no spaces: "第3章を参照" gives "第" first. Null when none is known. */
export const knownCjkWord = (text: string): string | null => longestCjk.find((word) => text.startsWith(word)) ?? null
