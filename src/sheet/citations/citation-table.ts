/**
 * The words of citations in every language of the table, folded and ready to be looked up. To fold them takes longer than to read a sheet's citations, so
 * that is done when the package is built (`packaging/bundle.mjs`), and what is exported is plain JSON.
 */
import { fold } from '../words/fold.js'
import { languages, listOf } from '../words/table.js'

/** What a word can do in a citation; some do several things in several languages. */
export type CitationRole = 'section' | 'chapter' | 'page' | 'and' | 'to' | 'of' | 'onwards' | 'qualifier'

/** Phrases by their first word, each as the words after it with their spellings, longest first: "see" → [["e.g.|e.g"], ["also"], []]. */
export type Phrases = Record<string, string[][]>

export interface CitationTable {
  roles: Record<CitationRole, string[]>
  /** Before a file. */
  cues: Phrases
  /** After a citation: "を参照". */
  afterCues: Phrases
  /** Words whose stop belongs to them: "cf.", "p.". */
  abbreviations: string[]
  /** Words of scripts without spaces, longest first. */
  cjkWords: string[]
}

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
  const spelled = words.map((word) => spellings(word).join('|'))
  for (const first of spellings(words[0] ?? '')) {
    const known = [...(phrases.get(first) ?? []), spelled.slice(1)]
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

/** The words of citations in all languages, folded and sorted by what they are. Plain JSON, reckoned when the package is built. */
export const citationTable: CitationTable = {
  roles: {
    section: [...roles.section],
    chapter: [...roles.chapter],
    page: [...roles.page],
    and: [...roles.and],
    to: [...roles.to],
    of: [...roles.of],
    onwards: [...roles.onwards],
    qualifier: [...roles.qualifier],
  },
  cues: Object.fromEntries(cues),
  afterCues: Object.fromEntries(afterCues),
  abbreviations: [...abbreviations],
  cjkWords: [...cjkWords].sort((a, b) => b.length - a.length),
}
