/** Citations → the sections they stand for. */
import type { Log, Place } from '../diagnostics.js'
import { compareSectionNumbers, formatTarget } from '../sheet/citations/citation.js'
import { slug } from '../sheet/days/days.js'
import type { Citation, CitationTarget, Sheet } from '../sheet/model.js'
import { documentWords, holdsNoText, isBookName } from '../text/documents.js'
import { largest } from '../text/lines/largest.js'
import { plainText } from '../text/rich.js'
import { didYouMean, nearest } from '../text/suggest.js'
import { readableText } from '../text/tex/tex-words.js'
import { numberedSections } from './index.js'
import type { ResolvedCitation, ResolvedCitations, ResolvedTarget, Section, Source } from './model.js'

/**
 * Resolves every citation of a sheet against the sources that were found, keyed by the file name that the sheet cites.
 * `02_explainer.md §1.1–§1.8` → the eight sections with their titles. A range takes all sections between its ends that are no deeper than they are.
 * A source that is absent, or a document, is told once a file of the week (an address of the web is never looked for), and its citations resolve to
 * labels only.
 * `near` gives the names that stand where it should be, null when its absence has been told.
 */
export function resolveCitations(
  sheet: Sheet,
  sources: ReadonlyMap<string, Source>,
  log: Log,
  near: (file: string) => readonly string[] | null = () => [],
): ResolvedCitations {
  const questions = sheet.days.flatMap((day) => day.questions)
  const absent = new Map<string, Citation[]>()
  const resolved = new Map<string, ResolvedCitation[]>()
  for (const question of questions) {
    if (question.citations.length === 0) continue
    const found = question.citations.map((citation) => {
      const source = sources.get(citation.file) ?? null
      if (!source && !/^https?:/i.test(citation.file)) remember(absent, citation)
      return resolveCitation(citation, source, log)
    })
    resolved.set(question.id, found)
  }
  for (const [first, ...more] of absent.values()) {
    const names = first ? near(first.file) : null
    if (!first || names === null) continue
    const name = first.file.split(/[\\/]/).at(-1) ?? first.file
    const hint = names.includes(name) ? '' : didYouMean(name, names)
    if (!holdsNoText(name) || hint !== '')
      log.report('source-absent', first.place, { source: first.file, count: more.length + 1, hint })
    else reportDocument([first, ...more], log)
  }
  return resolved
}

/** That the sections of notes in a document have no titles. Those of a book nobody looks for, and a page has none. */
function reportDocument(citations: readonly [Citation, ...Citation[]], log: Log): void {
  const [{ file, place }] = citations
  const folder = place.file.slice(0, place.file.lastIndexOf('/') + 1)
  const document = isBookName(file) ? null : documentWords(folder + file, null)
  const hasSections = citations.some(({ targets }) => targets.some(({ kind }) => kind !== 'pages'))
  if (document !== null && hasSections) log.report('source-is-document', place, { source: file, document })
}

/** By the file of the week that cites them, then by their own. */
function remember(absent: Map<string, Citation[]>, citation: Citation): void {
  const key = `${citation.place.file}\n${citation.file}`
  const known = absent.get(key)
  if (known) known.push(citation)
  else absent.set(key, [citation])
}

function resolveCitation(citation: Citation, source: Source | null, log: Log): ResolvedCitation {
  const targets = citation.targets.map((target): ResolvedTarget => {
    const sections = source ? sectionsOf(target, source, citation.place, log) : []
    const [found] = sections
    // An anchor is for the browser; people look for the number or the title that it leads to.
    const label = target.kind === 'named' && target.anchor && found ? labelOf(found) : formatTarget(target)
    return { label, sections }
  })
  if (source && citation.anchor !== undefined) checkAnchor(citation.anchor, targets, source, citation.place, log)
  return { file: citation.file, source, targets, ...(citation.note === undefined ? {} : { note: citation.note }) }
}

const labelOf = ({ number, title }: Section): string => `§${number ?? readableText(title)}`

/** `[§1.3](a.md#14-drift)`: the words say one section, and the link leads to another. */
function checkAnchor(anchor: string, targets: readonly ResolvedTarget[], source: Source, place: Place, log: Log): void {
  const [led] = byAnchor(anchor, source)
  const said = targets.flatMap(({ sections }) => sections)
  if (!led) {
    reportUnknown(`#${anchor}`, nearestAnchor(anchor, source), source.sections, source, place, log)
    return
  }
  const numbers = said.map(({ number }) => number ?? '')
  const within = numbers.some((number) => number !== '' && `${led.number}.`.startsWith(`${number}.`))
  if (said.length === 0 || said.includes(led) || within) return
  const words = targets.map(({ label }) => label).join(', ')
  log.report('citation-anchor-differs', place, { words, anchor, section: labelOf(led) })
}

const byAnchor = (anchor: string, source: Source): Section[] =>
  source.sections.filter(({ anchors }) => anchors.includes(anchor)).slice(0, 1)

function sectionsOf(target: CitationTarget, source: Source, place: Place, log: Log): Section[] {
  switch (target.kind) {
    case 'section':
      return [
        ...byNumber(target.number, source, place, log),
        ...(target.onwards ? following(target.number, source) : []),
      ]
    // Pages are not in the file's text.
    case 'pages':
      return []
    case 'named':
      return byName(target.name, target.anchor === true, source, place, log)
    case 'range': {
      for (const end of [target.from, target.to]) byNumber(end, source, place, log)
      return between(target.from, target.to, source)
    }
  }
}

function byNumber(number: string, source: Source, place: Place, log: Log): Section[] {
  const found = source.sections.find(
    (section) => section.number !== null && compareSectionNumbers(section.number, number) === 0,
  )
  if (found) return [found]
  const near = nearestNumber(number, source)
  const parent = number.split('.').slice(0, -1)
  const siblings = numberedSections(source).filter((section) => {
    const own = (section.number ?? '').split('.')
    return own.length === parent.length + 1 && compareSectionNumbers(own.slice(0, -1).join('.'), parent.join('.')) === 0
  })
  const has = siblings.length > 0 ? siblings : source.sections
  reportUnknown(`§${number}`, near && `§${near.number} ${readableText(near.title)}`.trim(), has, source, place, log)
  return []
}

function between(from: string, to: string, source: Source): Section[] {
  const depth = Math.max(from.split('.').length, to.split('.').length)
  const all = numberedSections(source)
  const order = (at: number, end: string) => compareSectionNumbers(all[at]?.number ?? '', end)
  const first = largest(0, all.length, (count) => order(count - 1, from) < 0)
  const last = largest(0, all.length, (count) => order(count - 1, to) <= 0)
  const inside = all.slice(first, last).filter(({ number }) => (number ?? '').split('.').length <= depth)
  return inside.filter((section, i) => compareSectionNumbers(inside[i - 1]?.number ?? '', section.number ?? '') !== 0)
}

/** "§4.2 ff.": the sections after it at its own depth, under the same parent. */
function following(number: string, source: Source): Section[] {
  const parts = number.split('.')
  const parent = parts.slice(0, -1).join('.')
  return numberedSections(source).filter((section) => {
    const own = (section.number ?? '').split('.')
    const sibling = own.length === parts.length && own.slice(0, -1).join('.') === parent
    return sibling && compareSectionNumbers(section.number ?? '', number) > 0
  })
}

/** By anchor where a link named it, by title, else by slug (what a link's anchor holds, with or without the number in it). */
function byName(name: string, anchor: boolean, source: Source, place: Place, log: Log): Section[] {
  const led = anchor ? byAnchor(name, source) : []
  if (led.length > 0) return led
  const wanted = slug(name)
  const found = named(source.sections).get(wanted) ?? []
  const [first, second] = found
  if (first && second && !anchor) {
    const cause = { place: second.place, words: 'the same title again' }
    log.report(
      'section-ambiguous',
      place,
      { title: readableText(first.title), source: source.file, count: found.length },
      cause,
    )
  }
  if (first) return [first]
  const title = anchor ? null : nearestTitle(name, source)
  const near = anchor ? nearestAnchor(name, source) : title && `§${title}`
  reportUnknown(`${anchor ? '#' : '§'}${name}`, near, source.sections, source, place, log)
  return []
}

function nearestAnchor(anchor: string, source: Source): string | null {
  const found = nearest(
    anchor,
    source.sections.flatMap(({ anchors }) => anchors),
  )
  return found && `#${found}`
}

/** A title that is spelled nearly so, else the one that shares most words: "drift" → "Data drift and model drift". */
function nearestTitle(name: string, source: Source): string | null {
  const titles = source.sections.map(({ title }) => readableText(title))
  const spelled = nearest(name, titles)
  if (spelled !== null) return spelled
  const wanted = wordsOf(name)
  let best: { title: string; shared: number } | null = null
  for (const title of titles) {
    const own = wordsOf(title)
    const shared = [...wanted].filter((word) => own.has(word)).length
    if (shared > (best?.shared ?? 0)) best = { title, shared }
  }
  return best?.title ?? null
}

/** Words of four letters and more; shorter ones are shared by everything. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    slug(text)
      .split('-')
      .filter((word) => word.length >= 4 || !/^[a-z]*$/.test(word)),
  )

/** Sections are asked by name once a citation. */
const byNames = new WeakMap<readonly Section[], Map<string, Section[]>>()

/** The sections by all their names, in their order. */
function named(sections: readonly Section[]): ReadonlyMap<string, readonly Section[]> {
  const known = byNames.get(sections)
  if (known) return known
  const found = new Map<string, Section[]>()
  for (const section of sections)
    for (const name of new Set(namesOf(section))) {
      const same = found.get(name)
      if (same) same.push(section)
      else found.set(name, [section])
    }
  byNames.set(sections, found)
  return found
}

/** "1.3 Silent degradation" answers to "silent-degradation", "13-silent-degradation" and "1-3-silent-degradation"; formulas as TeX and to be read. */
function namesOf({ number, title }: Section): string[] {
  return [...new Set([plainText(title), readableText(title)])].flatMap((words) => {
    const own = slug(words)
    if (number === null) return [own]
    return [own, slug(`${number.replaceAll('.', '')} ${words}`), slug(`${number} ${words}`)]
  })
}

/** The number that shares most leading parts, then the nearest in order: for "1.9" of 1.1 … 1.8, 2.1 … it is "1.8". */
function nearestNumber(number: string, source: Source): Section | null {
  const parts = number.split('.')
  let best: { section: Section; shared: number; away: number } | null = null
  for (const section of numberedSections(source)) {
    const own = (section.number ?? '').split('.')
    const shared = own.findIndex((part, i) => part !== parts[i])
    const depth = shared < 0 ? own.length : shared
    const away = Math.abs(
      (Number.parseInt(own[depth] ?? '0', 10) || 0) - (Number.parseInt(parts[depth] ?? '0', 10) || 0),
    )
    const better = !best || depth > best.shared || (depth === best.shared && away < best.away)
    if (better) best = { section, shared: depth, away }
  }
  return best?.section ?? null
}

/** `has`: the sections that the message tells of, those of the same chapter where there are any. */
function reportUnknown(
  label: string,
  near: string | null,
  has: readonly Section[],
  source: Source,
  place: Place,
  log: Log,
): void {
  const numbers = numberedSections({ ...source, sections: [...has] }).map(({ number }) => number)
  const [first, last] = [numbers[0], numbers.at(-1)]
  const count = source.sections.length
  const named = count === 0 ? 'no sections' : `${count} named sections`
  const range = first === last ? `§${first}` : `§${first} to §${last}`
  log.report('section-unknown', place, {
    source: source.file,
    label,
    nearest: near ? ` (nearest is ${near})` : '',
    has: first == null ? named : range,
  })
}
