/** Which sections of the sources no question tests. */
import { Log } from '../diagnostics.js'
import type { Sheet } from '../sheet/model.js'
import type { Section, Source } from './model.js'
import { resolveCitations } from './resolve.js'

/** A section that no question cites. */
export interface UncitedSection {
  /** As sheets cite it. */
  file: string
  section: Section
}

/**
 * The sections of `sources` that no question of the sheets cites, in the order of the files.
 * A cited section covers those inside it, and one of which any part is cited counts as tested. A citation of a whole file covers none:
 * it says that the answer is somewhere, not that a section is tested.
 */
export function uncitedSections(sheets: readonly Sheet[], sources: ReadonlyMap<string, Source>): UncitedSection[] {
  const cited = new Set<Section>()
  for (const sheet of sheets)
    for (const citations of resolveCitations(sheet, sources, new Log()).values())
      for (const { targets } of citations)
        for (const { sections } of targets) for (const each of sections) cited.add(each)
  return [...sources].flatMap(([file, { sections }]) => {
    const tested = new Set(
      sections.flatMap((section, i) => (cited.has(section) ? [section, ...inside(sections, i)] : [])),
    )
    return sections
      .filter((section, i) => !tested.has(section) && !inside(sections, i).some((each) => tested.has(each)))
      .map((section) => ({ file, section }))
  })
}

/** The sections below the one at `index`: those after it that are deeper, up to the next that is not. */
function inside(sections: readonly Section[], index: number): Section[] {
  const depth = sections[index]?.depth ?? 0
  const after = sections.slice(index + 1)
  const end = after.findIndex((section) => section.depth <= depth)
  return end < 0 ? after : after.slice(0, end)
}
