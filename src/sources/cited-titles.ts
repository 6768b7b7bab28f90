/** The titles that are printed of cited files: what may hold formulas to typeset. */
import type { Where } from '../diagnostics.js'
import { plainText, type Run } from '../text/rich.js'
import { readableText } from '../text/tex/tex-words.js'
import type { ResolvedCitation, ResolvedCitations } from './model.js'

/** A title, and where its heading stands; of a file, the file. */
export interface CitedTitle {
  title: readonly Run[]
  place: Where
}

/** Titles of the files and of the sections that a sheet cites, each once. Those of other sections are not printed. */
export function citedTitles(citations: ResolvedCitations): CitedTitle[] {
  const cited = [...citations.values()].flat()
  const sources = new Set(cited.flatMap(({ source }) => source ?? []))
  const sections = new Set(cited.flatMap(({ targets }) => targets.flatMap((target) => target.sections)))
  return [
    ...[...sources].map(({ title, path }) => ({ title, place: { file: path } })),
    ...[...sections].map(({ title, place }) => ({ title, place })),
  ]
}

/** A citation as its author writes it, "notes.md §Of $x^2$", with the formulas in the names of its sections to be read: "notes.md §Of x²". */
export function citationInWords(citedAs: string, citations: readonly ResolvedCitation[]): string {
  const titles = citations
    .flatMap(({ targets }) => targets.flatMap(({ sections }) => sections.map(({ title }) => title)))
    .filter((title) => title.some(({ math }) => math))
  return titles.reduce(
    (words, title) => words.replaceAll(`§${plainText(title)}`, () => `§${readableText(title)}`),
    citedAs,
  )
}
