/** A cited file's text → its headings, each with what stands below it. */

import type { Heading, Paragraph, Root, RootContent } from 'mdast'
import { Log, type Place } from '../diagnostics.js'
import { parseMarkdown } from '../sheet/markdown/markdown.js'
import { toRuns } from '../sheet/markdown/phrasing.js'
import { placesOf, type Reading, startReading } from '../sheet/markdown/reading.js'
import { rawText, sliceRuns } from '../sheet/markdown/runs.js'
import { largest } from '../text/lines/largest.js'
import type { Run } from '../text/rich.js'
import { readableText } from '../text/tex/tex-words.js'
import { firstSentences } from './excerpt.js'
import { plainWords } from './plain-words.js'
import { type Stretch, skim } from './skim.js'
import { htmlAnchors, takeExplicit } from './slugs.js'

const maxExcerpt = 300

/** A heading of a cited file, in the order of the file. */
export interface FoundHeading {
  runs: Run[]
  depth: number
  /** Those that its author set. */
  anchors: string[]
  place: Place
  /** Makes the excerpt of what stands below it. */
  excerpt: () => string
}

/** What an index is made of; `yaml` is the text of the front matter, '' without any. */
export interface FoundHeadings {
  headings: FoundHeading[]
  yaml: string
}

/** Finds the headings of a text that `markdownText` has let pass; null when it is nested too deeply to be read. Only what may tell something is parsed. */
export function findHeadings(text: string, file: string): FoundHeadings | null {
  const stretches = skim(text)
  const found = stretches === null ? null : readKept(text, stretches, file)
  return found ?? readWhole(text, file)
}

/** As `findHeadings`, by parsing all. */
export function readWhole(text: string, file: string): FoundHeadings | null {
  try {
    const root = parseMarkdown(text)
    if (!root) return null
    const reading = quietReading(text, root, file)
    const headings = headingsIn(root, reading).map(({ at, ...heading }) => {
      // Made at once, so that the tree can be let go.
      const excerpt = excerptBelow(at, root.children, reading).text
      return { ...heading, excerpt: () => excerpt }
    })
    return { headings, yaml: yamlOf(root) }
  } catch (error) {
    // Emphasis in emphasis, thousands of times: the stack is the bound, as in the parser.
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

/** What a page cannot show of a source is no fault of the sheet: its simplifications are not told. */
const quietReading = (text: string, root: Root, file: string): Reading => startReading(text, root, file, new Log())

const yamlOf = ({ children }: Root): string => children.find((node) => node.type === 'yaml')?.value ?? ''

/** Headings, and where their nodes are among those of the root. */
function headingsIn({ children }: Root, reading: Reading): (Omit<FoundHeading, 'excerpt'> & { at: number })[] {
  return children.flatMap((node, at) => {
    if (node.type !== 'heading') return []
    const { runs, anchor } = headingRuns(node, reading)
    const anchors = [anchor, ...htmlAnchors(node, children[at - 1])].filter((id) => id !== null)
    return [{ runs, depth: node.depth, anchors, place: reading.place(node), at }]
  })
}

/** What a heading says, in one line, and the anchor that its author sets in it. Bold type and links are left out: a title is set beside its number, which is bold. */
function headingRuns({ children }: Heading, reading: Reading): { runs: Run[]; anchor: string | null } {
  const runs = toRuns(children, reading).map(({ strong: _strong, href: _href, ...run }) => ({
    ...run,
    text: run.text === '\n' ? ' ' : run.text,
  }))
  const { words, anchor } = takeExplicit(rawText(runs))
  return { runs: sliceRuns(runs, 0, words.length), anchor }
}

/** The first sentences of what stands behind the node `at`, up to the next heading; `sure` when no more text could change them. */
function excerptBelow(at: number, nodes: readonly RootContent[], reading: Reading): { text: string; sure: boolean } {
  const paragraphs: Paragraph[] = []
  for (let i = at + 1; paragraphs.length < 3; i++) {
    const node = nodes[i]
    if (!node || node.type === 'heading') break
    if (node.type === 'paragraph') paragraphs.push(node)
  }
  const words = paragraphs.map((node) => readableText(toRuns(node.children, reading))).join(' ')
  return { text: firstSentences(words, maxExcerpt), sure: paragraphs.length === 3 || words.length > maxExcerpt }
}

/** Reads what a skim has kept, put together with rules between; null when it is nested too deeply. */
function readKept(text: string, stretches: readonly Stretch[], file: string): FoundHeadings | null {
  const placeAt = placesOf(text, file)
  const plain: Omit<FoundHeading, 'excerpt'>[] = []
  const others = stretches.filter((stretch, i) => {
    const found = plainHeading(text, stretch, stretches[i - 1], placeAt)
    if (found) plain.push(found)
    return stretch.kept && !found
  })
  const kept = new KeptText(text, others)
  const root = parseMarkdown(kept.text)
  if (!root) return null
  const reading = quietReading(kept.text, root, file)
  const parsed = headingsIn(root, reading).map(({ at: _at, place, ...heading }) => {
    const moved = kept.moved(place.start.offset)
    return { ...heading, place: placeAt(place.start.offset + moved, place.end.offset + moved) }
  })
  const headings = [...plain, ...parsed].sort((a, b) => a.place.start.offset - b.place.start.offset)
  let whole: FoundHeadings | null = null
  const excerpt = (i: number): string => {
    const from = headings[i]?.place.end.offset ?? text.length
    const to = headings[i + 1]?.place.start.offset ?? text.length
    const alone = excerptAlone(text, from, to, stretches, file)
    if (alone !== null) return alone
    whole ??= readWhole(text, file)
    return whole?.headings[i]?.excerpt() ?? ''
  }
  return { headings: headings.map((heading, i) => ({ ...heading, excerpt: () => excerpt(i) })), yaml: yamlOf(root) }
}

/** What Markdown, or our reading of it, may make more of than words; beyond 16 bits too, since only halves of letters may be left there. */
const special =
  /[^ "%'()+,\-.\d:;=?A-Za-z\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\ue000-\ufefe\uff00-\uffff]| {2}|www/i
const longestPlain = 500

/** A heading that is read as it stands; null for any other, and behind what may be HTML with an anchor for it. */
function plainHeading(
  text: string,
  { start, end, heading }: Stretch,
  before: Stretch | undefined,
  placeAt: (start: number, end: number) => Place,
): Omit<FoundHeading, 'excerpt'> | null {
  if (!heading || (before?.kept && !before.heading)) return null
  const [line = ''] = text.slice(start, end).split(/[\r\n]/, 1)
  const depth = /^#{1,6}(?= )/.exec(line)?.[0].length ?? 0
  const words = line.slice(depth + 1)
  if (line.length > longestPlain || depth < 1 || words === '' || words !== words.trim() || special.test(words))
    return null
  return { runs: [{ text: words }], depth, anchors: [], place: placeAt(start, start + line.length) }
}

/** Some stretches of a text, and where each letter came from. */
class KeptText {
  readonly text: string
  /** Where each part begins, and by how much it was moved. */
  readonly #parts: { start: number; moved: number }[] = []

  constructor(text: string, stretches: readonly Stretch[]) {
    let kept = ''
    let last: Stretch | null = null
    for (const stretch of stretches) {
      const gap = stretch.start - (last?.end ?? 0)
      // A rule at the margin ends whatever is open, as what stood here did; behind a heading nothing is.
      if (gap > 0 && !last?.heading) kept += '\n\n***\n\n'
      this.#parts.push({ start: kept.length, moved: stretch.start - kept.length })
      kept += text.slice(stretch.start, stretch.end)
      last = stretch
    }
    this.text = kept
  }

  /** How much further on in the whole text the offset stands. */
  moved(offset: number): number {
    const part = largest(0, this.#parts.length - 1, (at) => (this.#parts[at]?.start ?? 0) <= offset)
    return this.#parts[part]?.moved ?? 0
  }
}

/** About as much of a section as three paragraphs of an excerpt need. */
const enough = 800

/** The excerpt of what stands between two offsets, read for itself; null where other parts of the file may have a say in what it says. */
function excerptAlone(text: string, from: number, to: number, stretches: readonly Stretch[], file: string) {
  // What is no formula in the end may still keep the parser from seeing quotes and lists below it.
  const seesLists = () => ![from, to].some((at) => holdsFormula(text, stretches[firstFrom(stretches, at + 1) - 1], at))
  const plain = plainWords(text, from, to, maxExcerpt, seesLists)
  if (plain !== null) return firstSentences(plain, maxExcerpt)
  if (!seesLists()) return null
  const next = stretches[firstFrom(stretches, from + enough)]?.start ?? to
  for (const end of next < to ? [next, to] : [to]) {
    const part = text.slice(from, end)
    if (/<[A-Za-z/!?]/.test(part) || (part.includes('[') && text.includes(']:'))) return null
    const root = parseMarkdown(part)
    if (!root) return null
    const found = excerptBelow(-1, root.children, quietReading(part, root, file))
    if (found.sure || end === to) return found.text
  }
  return null
}

/** True when a stretch with `$$` would be cut in two at `at`. */
const holdsFormula = (text: string, stretch: Stretch | undefined, at: number): boolean =>
  stretch !== undefined &&
  !stretch.heading &&
  stretch.start < at &&
  at < stretch.end &&
  text.slice(stretch.start, stretch.end).includes('$$')

/** The index of the first stretch that begins at `offset` or later. */
const firstFrom = (stretches: readonly Stretch[], offset: number): number =>
  largest(0, stretches.length, (count) => (stretches[count - 1]?.start ?? 0) < offset)
