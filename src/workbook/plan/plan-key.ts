/** The citation key and its reverse: where to look for a question, and which questions test a section. */

import { pointsOf } from '../../sheet/braces/points.js'
import { formatCitation } from '../../sheet/citations/citation.js'
import { mergeRuns } from '../../sheet/markdown/runs.js'
import type { Day, Question } from '../../sheet/model.js'
import { firstSaid } from '../../sheet/options/first-said.js'
import { addressOf } from '../../sources/address.js'
import { citationInWords } from '../../sources/cited-titles.js'
import type { ResolvedCitation, ResolvedCitations, ResolvedTarget } from '../../sources/model.js'
import type { WorkbookStyle } from '../../template/workbook-style.js'
import { blocksWithFormulas, plainText, type Run } from '../../text/rich.js'
import { remindingBlocks } from '../../text/tex/tex-words.js'
import type {
  KeyCitationPlan,
  KeyDayPlan,
  KeyEntryPlan,
  KeyPlan,
  KeySectionPlan,
  ReverseSourcePlan,
} from '../plan-model.js'
import { answerOf } from './plan-answer.js'

/** The address of a source, where codes to scan are asked for; null for one that has none. */
type UrlOf = (citation: ResolvedCitation) => string | null

/** What planning a key may ask of the template, whether the list from section to question is wanted, and how points are said, where they are. */
export interface KeyOptions extends Pick<WorkbookStyle, 'qr' | 'sources'> {
  withReverse: boolean
  pointsInWords?: (points: number) => string
}

/** Plans the key of the given days. Citations that were not resolved stay as written. */
export function planKey(
  days: readonly Day[],
  citations: ResolvedCitations,
  { qr, sources, withReverse, pointsInWords }: KeyOptions,
): KeyPlan {
  const urlOf: UrlOf = (citation) => (qr ? addressOf(citation, sources) : null)
  return {
    days: days.map((day) => planDay(day, citations, urlOf, pointsInWords)),
    reverse: withReverse ? planReverse(days, citations, urlOf) : [],
  }
}

function planDay(
  day: Day,
  citations: ResolvedCitations,
  urlOf: UrlOf,
  pointsInWords: KeyOptions['pointsInWords'],
): KeyDayPlan {
  const { id, heading, questions } = day
  const points = pointsInWords && pointsOf(day)
  const entries = questions.map(
    (question, i): KeyEntryPlan => ({
      ...planEntry(question, citations.get(question.id) ?? []),
      ...(points && { points: pointsInWords(points[i] ?? 1) }),
    }),
  )
  const file = mostCited(entries)
  for (const entry of entries) {
    const alone = new Set(entry.citations.map((citation) => citation.file)).size === 1
    for (const citation of entry.citations) citation.named = !alone || citation.file !== file
  }
  const cited = questions.flatMap((question) => citations.get(question.id) ?? [])
  const codes = new Map(cited.map((citation) => [citation.file, urlOf(citation)] as const))
  return { id, heading, file, entries, codes: [...codes].flatMap(([name, url]) => (url ? [{ file: name, url }] : [])) }
}

/** The file of more than half of the entries that cite one source only; "Campbell, p. 88" as written is one too. */
function mostCited(entries: readonly KeyEntryPlan[]): string | null {
  const alone = entries
    .map(({ citations }) => [...new Set(citations.map(({ file }) => file))])
    .filter((files) => files.length === 1)
    .flat()
  const written = entries.filter((entry) => entry.citations.length === 0 && entry.written !== null).length
  const half = (alone.length + written) / 2
  const times = new Map<string, number>()
  for (const file of alone) times.set(file, (times.get(file) ?? 0) + 1)
  return alone.find((file) => (times.get(file) ?? 0) > half) ?? null
}

function planEntry(question: Question, resolved: readonly ResolvedCitation[]): KeyEntryPlan {
  const found = resolved.some(({ source }) => source !== null)
  const words = firstSaid(question)
  const runs = blocksWithFormulas(words)
  return {
    question: question.id,
    label: question.label,
    words: remindingBlocks(words),
    ...(runs && { runs }),
    written:
      question.citedAs === null || saysAll(question, resolved) ? null : citationInWords(question.citedAs, resolved),
    citations: found ? resolved.map(fromResolved) : [],
    answer: answerOf(question),
    place: question.place,
  }
}

/** "02_explainer.md §1.3" is all said by the file's name and "§1.3 Three quiet weeks", or "§1.3" alone where it has no such section; a range of sections, a note or "Sec. 1.3" is not. */
function saysAll({ citations, citedAs }: Question, resolved: readonly ResolvedCitation[]): boolean {
  const oneByOne = resolved.every(
    ({ source, note, targets }) =>
      source !== null && note === undefined && targets.every(({ sections }) => sections.length <= 1),
  )
  return oneByOne && citedAs === citations.map(formatCitation).join(' and ')
}

function fromResolved({ file, targets, note }: ResolvedCitation): KeyCitationPlan {
  const sections = new Map(targets.flatMap(sectionsOf).map((section) => [rowKey(section), section] as const))
  const places = targets.flatMap((target, i) => [...(i > 0 ? [{ text: ', ' }] : []), ...shortOf(target)])
  const short = note === undefined ? places : [...places, { text: ` (${note})` }]
  return { file, named: true, sections: [...sections.values()], short: mergeRuns(short) }
}

/** "§1.1–§1.8"; a title that is the name of a section has its formulas. */
function shortOf({ label, sections: [first, ...others] }: ResolvedTarget): Run[] {
  return first && others.length === 0 && first.number === null ? [{ text: '§' }, ...first.title] : [{ text: label }]
}

/** The sections that a target stands for, and where none was found, what is printed of it in place of one. */
export const sectionsOf = ({ label, sections }: ResolvedTarget): KeySectionPlan[] =>
  sections.length > 0 ? sections.map(({ number, title }) => ({ number, title })) : [{ number: label, title: [] }]

type Row = ReverseSourcePlan['rows'][number]

function planReverse(days: readonly Day[], citations: ResolvedCitations, urlOf: UrlOf): ReverseSourcePlan[] {
  const files = new Map<string, { title: Run[]; url: string | null; rows: Map<string, Row> }>()
  for (const question of days.flatMap((day) => day.questions))
    for (const citation of citations.get(question.id) ?? []) {
      const { file, source, targets } = citation
      const { rows } = files.get(file) ?? { rows: new Map<string, Row>() }
      files.set(file, { title: source?.title ?? [], url: urlOf(citation), rows })
      for (const section of targets.length === 0 ? [wholeFile] : targets.flatMap(sectionsOf))
        addQuestion(rows, section, question)
    }
  const order = sectionOrder(citations)
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([file, { title, url, rows }]) => ({ file, title, url, rows: inOrder(rows, order.get(file)) }))
}

/** What stands for a file that is cited without a section. */
export const wholeFile: KeySectionPlan = { number: null, title: [] }

/** By which a list of sections knows one: what is said of it. */
export const rowKey = ({ number, title }: KeySectionPlan): string => `${number ?? ''}\n${plainText(title)}`

function addQuestion(rows: Map<string, Row>, section: KeySectionPlan, { id, label }: Question): void {
  const row = rows.get(rowKey(section)) ?? { ...section, questions: [] }
  rows.set(rowKey(section), row)
  if (!row.questions.some((question) => question.id === id)) row.questions.push({ id, label })
}

/** Positions of the sections in the cited files that were found. */
function sectionOrder(citations: ResolvedCitations): Map<string, ReadonlyMap<string, number>> {
  const order = new Map<string, ReadonlyMap<string, number>>()
  for (const { file, source } of [...citations.values()].flat())
    if (source && !order.has(file)) order.set(file, positionsIn(source.sections))
  return order
}

/** Of files that stay on the shelf from week to week. */
const knownPositions = new WeakMap<readonly KeySectionPlan[], ReadonlyMap<string, number>>()

function positionsIn(sections: readonly KeySectionPlan[]): ReadonlyMap<string, number> {
  const positions = knownPositions.get(sections) ?? new Map(sections.map((section, i) => [rowKey(section), i]))
  knownPositions.set(sections, positions)
  return positions
}

/** Rows in the order of the file; rows that it does not have come last, by their numbers. */
function inOrder(rows: ReadonlyMap<string, Row>, order: ReadonlyMap<string, number> | undefined): Row[] {
  const position = (row: Row) => order?.get(rowKey(row)) ?? Number.MAX_SAFE_INTEGER
  return [...rows.values()].sort((a, b) => position(a) - position(b) || byNumber(a.number ?? '', b.number ?? ''))
}

/** "§2.9" before "§2.10"; labels that begin with no number after those that do. */
function byNumber(a: string, b: string): number {
  const [left, right] = [numbersIn(a), numbersIn(b)]
  if (left.length === 0 || right.length === 0) return right.length - left.length
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

const numbersIn = (label: string): number[] => (/^§?\d/.test(label) ? (label.match(/\d+/g) ?? []).map(Number) : [])
