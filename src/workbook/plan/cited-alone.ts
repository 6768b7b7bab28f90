/** What plans of workbooks ask of cited files, without the files: these are many times as large, and who plans a course again has them all. */
import type { ResolvedCitation, ResolvedCitations, ResolvedTarget, Section, Source } from '../../sources/model.js'
import { rowKey, sectionsOf, wholeFile } from './plan-key.js'

/** Citations as plain JSON: sources once, with the sections that are cited, and numbers of them from 0 where they are cited. */
export interface CitedAlone {
  sources: Source[]
  /** By question. */
  cited: [string, CitationAlone[]][]
}

interface CitationAlone extends Omit<ResolvedCitation, 'source' | 'targets'> {
  source: number | null
  targets: (Omit<ResolvedTarget, 'sections'> & { sections: number[] })[]
}

/** `excerpts`: whether a run sheet (the part `guide`) will be planned. Nothing else reads them, so that they are empty without it. */
export function citedAlone(citations: ResolvedCitations, excerpts: boolean): CitedAlone {
  const all = [...citations.values()].flat()
  // A list of sections is put in order by what is said of them, so that all of which the same is said stay.
  const listed = new Set([wholeFile, ...all.flatMap(({ targets }) => targets.flatMap(sectionsOf))].map(rowKey))
  const sources = [...new Set(all.flatMap(({ source }) => source ?? []))].map((source) => ({
    source,
    sections: source.sections.filter((section) => listed.has(rowKey(section))),
  }))
  const alone = ({ source, targets, ...citation }: ResolvedCitation): CitationAlone => {
    const at = sources.findIndex((each) => each.source === source)
    const numbersOf = (sections: readonly Section[]) =>
      sections.map((section) => sources[at]?.sections.indexOf(section) ?? -1)
    return {
      ...citation,
      source: source && at,
      targets: targets.map(({ label, sections }) => ({ label, sections: numbersOf(sections) })),
    }
  }
  return {
    sources: sources.map(({ source, sections }) => ({
      ...source,
      sections: sections.map(({ number, title, depth, place }, i) => {
        const excerpt = excerpts ? (sections[i] as Section).excerpt : ''
        return { number, title, excerpt, depth, anchors: [], place }
      }),
    })),
    cited: [...citations].map(([question, cited]) => [question, cited.map(alone)]),
  }
}

/** The same citations to `planWorkbook`. */
export function citationsFrom({ sources, cited }: CitedAlone): ResolvedCitations {
  const whole = ({ source: at, targets, ...citation }: CitationAlone): ResolvedCitation => {
    const source = at === null ? null : (sources[at] as Source)
    return {
      ...citation,
      source,
      targets: targets.map(({ label, sections }) => ({
        label,
        sections: sections.map((number) => source?.sections[number] as Section),
      })),
    }
  }
  return new Map(cited.map(([question, citations]) => [question, citations.map(whole)]))
}
