/** A cited file → its sections. */
import { Log } from '../diagnostics.js'
import { compareSectionNumbers } from '../sheet/citations/citation.js'
import { isLooseFile } from '../sheet/citations/citation-files.js'
import { hasRole } from '../sheet/citations/citation-words.js'
import { markdownText } from '../sheet/markdown/markdown.js'
import { rawText, sliceRuns, trimRuns } from '../sheet/markdown/runs.js'
import { asciiDigits } from '../sheet/words/fold.js'
import type { Run } from '../text/rich.js'
import { isWebAddress } from '../text/web-address.js'
import { findHeadings } from './headings.js'
import type { Section, Source } from './model.js'
import { Slugger } from './slugs.js'

/**
 * Indexes a cited Markdown file. Headings are its sections: `## 1.3 Silent degradation`, `## §1.3 …`, `### 1.3. …`, `# 1 …`,
 * and `## ELI5` without a number. The first heading of level 1 is the file's title, and a section too only when it has equals.
 * A file that cannot be read as Markdown has no sections; that is a warning, since its citations still print.
 */
export function indexSource(text: string, file: string, log: Log): Source {
  // The comments of a program are no headings.
  if (isLooseFile(file)) return { file, path: file, url: null, title: [], sections: [] }
  const own = new Log()
  const readable = markdownText(text, file, own)
  const read = readable === null ? null : findHeadings(readable, file)
  if (!read) {
    if (own.messages.length === 0) own.report('sheet-too-deep', { file }, {})
    const [fault] = own.messages
    log.report('source-unreadable', fault?.place ?? { file }, { source: file, reason: fault?.reason ?? '' })
    return { file, path: file, url: null, title: [], sections: [] }
  }
  const { headings, yaml } = read
  const tops = headings.filter(({ depth }) => depth === 1)
  const titleHeading = tops[0] ?? null
  const slugger = new Slugger()
  const sections = headings
    .filter((heading) => heading !== titleHeading || tops.length > 1)
    .map(({ runs, anchors, depth, place, excerpt }) => {
      const named = { ...splitNumber(runs), depth, anchors: [...anchors, slugger.slug(rawText(runs))], place }
      return withExcerpt(named, excerpt)
    })
  reportFaults(sections, file, log)
  const title = titleHeading ? splitNumber(titleHeading.runs).title : frontTitle(yaml)
  return { file, path: file, url: frontUrl(yaml, file, log), title, sections }
}

/** A section whose excerpt is made when it is first asked for: of most sections none is ever shown. */
function withExcerpt(section: Omit<Section, 'excerpt'>, make: () => string): Section {
  let made: string | null = null
  return {
    ...section,
    get excerpt() {
      made ??= make()
      return made
    },
  }
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

function frontTitle(yaml: string): Run[] {
  const words = frontLine('title', yaml)
  return words ? [{ text: words }] : []
}

/** The address in the front matter; one that is none of the web is reported, and left out. A path is a site generator's, and not for us. */
function frontUrl(yaml: string, file: string, log: Log): string | null {
  const words = frontLine('url', yaml)
  if (words === null || isWebAddress(words)) return words
  if (/^[a-z][a-z\d+.-]*:/i.test(words)) log.report('source-url-wrong', { file }, { url: words })
  return null
}

function frontLine(key: string, yaml: string): string | null {
  const line = new RegExp(`^${key}[ \\t]*:[ \\t]*["']?([^"'\\r\\n]+)`, 'm').exec(yaml)
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

/** They are asked for once a citation. */
const inOrder = new WeakMap<readonly Section[], Section[]>()

/** The sections of a source that carry a number, in the order of their numbers. */
export function numberedSections({ sections }: Source): readonly Section[] {
  const known = inOrder.get(sections)
  if (known) return known
  const numbered = sections
    .filter((section) => section.number !== null)
    .toSorted((a, b) => compareSectionNumbers(a.number ?? '', b.number ?? ''))
  inOrder.set(sections, numbered)
  return numbered
}
