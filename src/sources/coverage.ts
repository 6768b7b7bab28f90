/** Which sections of the cited files no question tests. */
import type { Log } from '../diagnostics.js'
import { readableText } from '../text/tex/tex-words.js'
import type { ResolvedCitations, Section } from './model.js'

/** A cited file with the sections that no question cites, in the order of the file. */
export interface SourceCoverage {
  /** Path as people see it. */
  file: string
  /** In words. */
  title: string | null
  /** Number of its sections. */
  sections: number
  untested: Section[]
}

/**
 * The coverage of all files that the sheets cite and that were found, by path; a file that several sheets cite is counted once.
 * A cited section covers those inside it, and one of which any part is cited counts as tested. A citation of a whole file covers none:
 * it says that the answer is somewhere, not that a section is tested. Files without sections are left out.
 */
export function coverageOf(sheets: readonly ResolvedCitations[]): SourceCoverage[] {
  const found = new Map<string, { title: string | null; sections: readonly Section[]; cited: Set<number> }>()
  for (const { source, targets } of sheets.flatMap((citations) => [...citations.values()].flat())) {
    const file = source?.sections[0]?.place.file
    if (!source || file === undefined) continue
    const entry = found.get(file) ?? {
      title: readableText(source.title) || null,
      sections: source.sections,
      cited: new Set<number>(),
    }
    found.set(file, entry)
    for (const { place } of targets.flatMap(({ sections }) => sections)) entry.cited.add(place.start.offset)
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([file, { title, sections, cited }]) => ({
      file,
      title,
      sections: sections.length,
      untested: untestedOf(sections, (section) => cited.has(section.place.start.offset)),
    }))
}

function untestedOf(sections: readonly Section[], isCited: (section: Section) => boolean): Section[] {
  const tested = new Set(sections.flatMap((section, i) => (isCited(section) ? [section, ...inside(sections, i)] : [])))
  return sections.filter((section, i) => !tested.has(section) && !inside(sections, i).some((each) => tested.has(each)))
}

/** The sections below the one at `index`: those after it that are deeper, up to the next that is not. */
function inside(sections: readonly Section[], index: number): Section[] {
  const depth = sections[index]?.depth ?? 0
  const after = sections.slice(index + 1)
  const end = after.findIndex((section) => section.depth <= depth)
  return end < 0 ? after : after.slice(0, end)
}

/** Reports `section-untested` at each section that no question tests, in its source. */
export function reportCoverage(coverage: readonly SourceCoverage[], log: Log): void {
  for (const { number, title, place } of coverage.flatMap(({ untested }) => untested)) {
    const words = readableText(title)
    log.report('section-untested', place, { section: number === null ? `§${words}` : `§${number} ${words}`.trimEnd() })
  }
}
