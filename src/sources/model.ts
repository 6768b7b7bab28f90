/** Sources: the cited files as an index of sections. What a citation resolves to. */
import type { Place } from '../diagnostics.js'
import type { Run } from '../text/rich.js'

/** One section of a cited file: `## 1.3 Silent degradation` → number "1.3", title "Silent degradation". */
export interface Section {
  number: string | null
  /** With its formulas, code and emphasis, in one line; without links and bold type. */
  title: Run[]
  /** First sentences of the section, plain words with formulas to be read, at most about 300 characters; '' when it has none. Made when it is first read. */
  excerpt: string
  /** Level of its heading, 1 to 6. */
  depth: number
  /** What a link to it may say after `#`: those its author set, then GitHub's own ("13-silent-degradation"). */
  anchors: string[]
  place: Place
}

/** A cited file that was found. Sections in the file's order. */
export interface Source {
  /** Name as sheets cite it ("02_explainer.md"). */
  file: string
  /** Path as messages name it, from the working folder. */
  path: string
  /** Its address on the web, as its front matter says: `url: https://example.org/explainer`. */
  url: string | null
  /** Empty when it has none. */
  title: Run[]
  sections: Section[]
}

/**
 * A citation with the sections it stands for.
 * `source` is null when the file was not found: the key then prints the citation as written.
 */
export interface ResolvedCitation {
  file: string
  source: Source | null
  targets: ResolvedTarget[]
  /** What the author adds to the citation: "second paragraph". */
  note?: string
}

/** One target in words ("§1.1–§1.8", "§ELI5", "Ch. 3", "pp. 88–91"; an anchor that was found is its section), with the sections found for it (none when unknown). */
export interface ResolvedTarget {
  label: string
  sections: Section[]
}

/** Resolved citations by question id. */
export type ResolvedCitations = ReadonlyMap<string, readonly ResolvedCitation[]>
