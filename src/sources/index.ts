/** A cited file → its sections. */
import type { Heading, Paragraph, RootContent, Yaml } from 'mdast'
import { Log } from '../diagnostics.js'
import { compareSectionNumbers } from '../sheet/citation.js'
import { isLooseFile } from '../sheet/citation-tokens.js'
import { hasRole } from '../sheet/citation-words.js'
import { readMarkdown } from '../sheet/markdown.js'
import { toRuns } from '../sheet/phrasing.js'
import { type Reading, startReading } from '../sheet/reading.js'
import { rawText, sliceRuns, trimRuns } from '../sheet/runs.js'
import { asciiDigits } from '../sheet/words/fold.js'
import type { Run } from '../text/rich.js'
import { readableText } from '../text/tex-words.js'
import { isWebAddress } from '../text/web-address.js'
import { firstSentences } from './excerpt.js'
import type { Section, Source } from './model.js'
import { htmlAnchors, Slugger, takeExplicit } from './slugs.js'

const maxExcerpt = 300

/**
 * Indexes a cited Markdown file. Headings are its sections: `## 1.3 Silent degradation`, `## §1.3 …`, `### 1.3. …`, `# 1 …`,
 * and `## ELI5` without a number. The first heading of level 1 is the file's title, and a section too only when it has equals.
 * A file that cannot be read as Markdown has no sections; that is a warning, since its citations still print.
 */
export function indexSource(text: string, file: string, log: Log): Source {
  // The comments of a program are no headings.
  if (isLooseFile(file)) return { file, path: file, url: null, title: [], sections: [] }
  const own = new Log()
  const read = readMarkdown(text, file, own)
  const [fault] = own.messages
  if (!read) {
    log.report('source-unreadable', fault?.place ?? { file }, { source: file, reason: fault?.reason ?? '' })
    return { file, path: file, url: null, title: [], sections: [] }
  }
  // What a page cannot show of a source is no fault of the sheet: its simplifications are not told.
  const reading = startReading(read.text, read.root, file, new Log())
  const nodes = read.root.children
  const headings = nodes.flatMap((node, at) => (node.type === 'heading' ? [{ heading: node, at }] : []))
  const tops = headings.filter(({ heading }) => heading.depth === 1)
  const titleNode = tops[0]?.heading ?? null
  const sections = headings
    .filter(({ heading }) => heading !== titleNode || tops.length > 1)
    .map(sectionsIn(nodes, reading))
  reportFaults(sections, file, log)
  const title = titleNode ? splitNumber(headingRuns(titleNode, reading).runs).title : frontTitle(nodes)
  return { file, path: file, url: frontUrl(nodes, file, log), title, sections }
}

/** Makes sections of headings that come in the order of the file. */
function sectionsIn(
  nodes: readonly RootContent[],
  reading: Reading,
): (found: { heading: Heading; at: number }) => Section {
  const slugger = new Slugger()
  return ({ heading, at }) => {
    const { runs, anchor } = headingRuns(heading, reading)
    const own = [anchor, ...htmlAnchors(heading, nodes[at - 1])].filter((id) => id !== null)
    const anchors = [...own, slugger.slug(rawText(runs))]
    const excerpt = excerptOf(at, nodes, reading)
    return { ...splitNumber(runs), excerpt, depth: heading.depth, anchors, place: reading.place(heading) }
  }
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

/** A letter after the digits is a subsection ("3a"); "5G" and "1.5x" are words. */
const sectionNumber = '(\\d{1,6}(?:\\.\\d{1,6}){0,8}[a-h]?|[A-Z](?:\\.\\d{1,6}){1,8})'
const numberedHeading = new RegExp(`^${sectionNumber}(?:[.):]+(?=\\s|$)|(?=\\s|$))(?:\\s*[—–:-]\\s+|\\s*)`)

/** "第3章　はじめに" */
const numberedCjk = /^[第제]\s?(\d{1,6})\s?[章节節項장절](?:\s*[:：—–-]\s*|\s*)/u

/** "§1.3. Silent degradation" → number "1.3", title "Silent degradation"; "Kapitel 2: Türen" → "2"; "ELI5" → no number. */
function splitNumber(runs: readonly Run[]): Pick<Section, 'number' | 'title'> {
  const words = rawText(runs)
  const plain = asciiDigits(words).replace(/^§+\s*/, '')
  const [first = ''] = plain.split(/\s/, 1)
  const word = hasRole(first, 'section') || hasRole(first, 'chapter') ? first.length : 0
  const rest = plain.slice(word).trimStart()
  const match = numberedHeading.exec(rest) ?? numberedCjk.exec(plain)
  const title = match ? match.input.slice(match[0].length) : plain
  return { number: match?.[1] ?? null, title: trimRuns(sliceRuns(runs, words.length - title.length)) }
}

/** The first sentences under a heading, up to the next heading. */
function excerptOf(at: number, nodes: readonly RootContent[], reading: Reading): string {
  const paragraphs: Paragraph[] = []
  for (let i = at + 1; paragraphs.length < 3; i++) {
    const node = nodes[i]
    if (!node || node.type === 'heading') break
    if (node.type === 'paragraph') paragraphs.push(node)
  }
  const words = paragraphs.map((node) => readableText(toRuns(node.children, reading)))
  return firstSentences(words.join(' '), maxExcerpt)
}

function frontTitle(nodes: readonly RootContent[]): Run[] {
  const words = frontLine('title', nodes)
  return words ? [{ text: words }] : []
}

/** The address in the front matter; one that is none of the web is reported, and left out. A path is a site generator's, and not for us. */
function frontUrl(nodes: readonly RootContent[], file: string, log: Log): string | null {
  const words = frontLine('url', nodes)
  if (words === null || isWebAddress(words)) return words
  if (/^[a-z][a-z\d+.-]*:/i.test(words)) log.report('source-url-wrong', { file }, { url: words })
  return null
}

function frontLine(key: string, nodes: readonly RootContent[]): string | null {
  const yaml = nodes.find((node): node is Yaml => node.type === 'yaml')
  const line = new RegExp(`^${key}[ \\t]*:[ \\t]*["']?([^"'\\r\\n]+)`, 'm').exec(yaml?.value ?? '')
  return line?.[1]?.trim() ?? null
}

function reportFaults(sections: readonly Section[], file: string, log: Log): void {
  if (sections.length === 0) log.report('source-without-sections', { file }, { source: file })
  const numbered = sections.filter((section) => section.number !== null)
  const seen = new Map<string, Section>()
  for (const section of numbered) {
    const number = section.number ?? ''
    const first = seen.get(canonical(number))
    if (first) {
      const cause = { place: first.place, words: `§${number} is here first` }
      log.report('source-section-repeated', section.place, { number }, cause)
    } else seen.set(canonical(number), section)
  }
}

/** Numbers that `compareSectionNumbers` holds for equal share this form: "04.1" and "4.1". */
const canonical = (number: string) => number.replace(/(^|\.)0+(?=\d)/g, '$1').toLowerCase()

/** The sections of a source that carry a number, in the order of their numbers. */
export function numberedSections(source: Source): Section[] {
  return source.sections
    .filter((section) => section.number !== null)
    .toSorted((a, b) => compareSectionNumbers(a.number ?? '', b.number ?? ''))
}
