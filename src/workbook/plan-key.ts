/** The citation key and its reverse: where to look for a question, and which questions test a section. */
import type { Day, Question } from '../sheet/model.js'
import type { ResolvedCitation, ResolvedCitations } from '../sources/model.js'
import { plainBlocks } from '../text/rich.js'
import type { KeyCitationPlan, KeyEntryPlan, KeyPlan, KeySectionPlan, ReverseSourcePlan } from './plan-model.js'

/** Plans the key of the given days. Citations that were not resolved stay as written. */
export function planKey(days: readonly Day[], citations: ResolvedCitations): KeyPlan {
  const keyDays = days.map((day) => ({
    id: day.id,
    heading: day.heading,
    entries: day.questions.map((question) => planEntry(question, citations.get(question.id) ?? [])),
  }))
  return {
    days: keyDays,
    reverse: planReverse(
      keyDays.flatMap((day) => day.entries),
      citations,
    ),
  }
}

function planEntry(question: Question, resolved: readonly ResolvedCitation[]): KeyEntryPlan {
  return {
    question: question.id,
    label: question.label,
    words: plainBlocks(question.prompt),
    citations: resolved.map(fromResolved),
    written: question.citations.length === 0 ? question.citedAs : null,
    answer: question.answer ?? [],
    place: question.place,
  }
}

function fromResolved({ file, targets, note }: ResolvedCitation): KeyCitationPlan {
  const bare = targets.map(({ label, sections }) => ({
    label,
    sections: sections.map(({ number, title }) => ({ number, title })),
  }))
  return { file, note: note ?? null, targets: bare }
}

type Row = ReverseSourcePlan['rows'][number]

function planReverse(entries: readonly KeyEntryPlan[], citations: ResolvedCitations): ReverseSourcePlan[] {
  const files = new Map<string, Map<string, Row>>()
  for (const entry of entries)
    for (const citation of entry.citations) {
      const rows = files.get(citation.file) ?? new Map<string, Row>()
      files.set(citation.file, rows)
      for (const section of sectionsOf(citation)) addQuestion(rows, section, entry)
    }
  const order = sectionOrder(citations)
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([file, rows]) => ({ file, rows: inOrder(rows, order.get(file)) }))
}

function sectionsOf({ targets }: KeyCitationPlan): KeySectionPlan[] {
  if (targets.length === 0) return [{ number: null, title: '' }]
  return targets.flatMap(({ label, sections }) => (sections.length > 0 ? sections : [{ number: label, title: '' }]))
}

const rowKey = ({ number, title }: KeySectionPlan): string => `${number ?? ''}\n${title}`

function addQuestion(rows: Map<string, Row>, section: KeySectionPlan, entry: KeyEntryPlan): void {
  const row = rows.get(rowKey(section)) ?? { ...section, questions: [] }
  rows.set(rowKey(section), row)
  if (!row.questions.some((question) => question.id === entry.question))
    row.questions.push({ id: entry.question, label: entry.label })
}

/** Positions of the sections in the cited files that were found. */
function sectionOrder(citations: ResolvedCitations): Map<string, Map<string, number>> {
  const order = new Map<string, Map<string, number>>()
  for (const { file, source } of [...citations.values()].flat())
    if (source && !order.has(file)) order.set(file, new Map(source.sections.map((section, i) => [rowKey(section), i])))
  return order
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
