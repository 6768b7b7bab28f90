/** Stable ids for the questions of a build, and the manifest that remembers them for the next one. */

import { formatCitation } from '../sheet/citations/citation.js'
import type { Question, Sheet } from '../sheet/model.js'
import { wholePrompt } from '../sheet/options/parts.js'
import { idMaker, promptWords } from '../sheet/stable-id.js'
import { byText } from '../text/by-text.js'
import { type Candidate, matchQuestions } from './match.js'
import {
  filesOf,
  folderOf,
  keyOfWeek,
  type LastBuild,
  type Manifest,
  type ManifestOutput,
  type ManifestQuestion,
  type ManifestSheet,
  manifestVersion,
  type PrintedDay,
  type PrintedQuestion,
  type RememberedQuestion,
} from './model.js'
import { questionIds, wholeSheet } from './own-manifest.js'

/** A sheet of this build, with what its manifest entry says of it beside the questions. */
export interface NamedSheet extends Pick<ManifestSheet, 'path' | 'week' | 'files'> {
  sheet: Sheet
}

/** Questions remembered after they left their sheets. Enough for many weeks of a course that are put aside; a bound for the file. */
const mostRetired = 2000

/** Ids given, and what the last build's questions became. */
export interface Naming<T extends NamedSheet> {
  /** The sheets given, their questions with their ids. */
  sheets: T[]
  /** Ids of the last build whose questions were found again, also where their authors have renamed them since. */
  found: ReadonlySet<string>
}

/**
 * Gives every question its id: the author's `{#name}`, else what the last build called the question, else one made of its words.
 * No two questions of `sheets` and of the sheets that the last build knows and this one does not look at get the same.
 */
export function nameQuestions<T extends NamedSheet>(sheets: readonly T[], last: LastBuild | null): Naming<T> {
  const known = splitKnown(sheets, last)
  const then = [...known.open.flatMap((sheet) => candidatesThen(sheet)), ...known.retired.map(retiredCandidate)]
  const now = sheets.flatMap(candidatesNow)
  const matched = matchQuestions(now, then).map((j) => (j === null ? null : (then[j]?.id ?? null)))
  const questions = sheets.flatMap(({ sheet }) => sheet.days.flatMap((day) => day.questions))
  const ids = giveIds(questions, now, matched, known.closed, new Set(then.flatMap(({ id }) => id ?? [])))
  return {
    sheets: sheets.map((each) => ({ ...each, sheet: withIds(each.sheet, ids) })),
    found: new Set(matched.filter((id) => id !== null)),
  }
}

/**
 * `open`: sheets whose questions may be found in this build, because it looks at them or they are gone. `closed`: those that it does not look at.
 * `kept`: those that have files which it does not look at, so that what is not found may still stand there; and those that are gone, when all are:
 * then it is rather a run from another folder.
 */
function splitKnown(sheets: readonly Pick<ManifestSheet, 'path' | 'files'>[], last: LastBuild | null) {
  const { manifest, vanished } = last ?? { manifest: { sheets: [], retired: [] }, vanished: new Set<string>() }
  const isGone = (sheet: ManifestSheet) => filesOf(sheet).every((path) => vanished.has(path))
  const looked = new Set(sheets.flatMap(filesOf))
  const isKept = (sheet: ManifestSheet) => filesOf(sheet).some((path) => !looked.has(path) && !vanished.has(path))
  const isOpen = (sheet: ManifestSheet) => !isKept(sheet) || filesOf(sheet).some((path) => looked.has(path))
  return {
    open: manifest.sheets.filter(isOpen),
    closed: manifest.sheets.filter((sheet) => !isOpen(sheet)),
    kept: manifest.sheets.filter((sheet) => isKept(sheet) || (isGone(sheet) && !last?.sameRoot)),
    retired: manifest.retired,
  }
}

const candidatesThen = (sheet: ManifestSheet): Candidate[] =>
  sheet.questions.map(({ id, words, citations, day, number }) => ({
    id,
    words,
    citations,
    sheet: keyOfWeek(sheet),
    day,
    order: number,
  }))

const retiredCandidate = ({ id, words, citations }: RememberedQuestion, order: number): Candidate => ({
  id,
  words,
  citations,
  sheet: null,
  day: '',
  order,
})

function candidatesNow(named: NamedSheet): Candidate[] {
  return named.sheet.days.flatMap((day) =>
    day.questions.map((question) => ({
      id: question.author.id ?? null,
      words: promptWords(wholePrompt(question)),
      citations: citationsOf(question),
      sheet: keyOfWeek(named),
      day: clipped(day.key),
      order: question.number,
    })),
  )
}

const citationsOf = ({ citations }: Question): string[] =>
  citations.slice(0, 100).map((citation) => clipped(formatCitation(citation)))

/** Bounds what a strange sheet may put into the manifest, so that it can be read back. */
const clipped = (words: string): string =>
  words.length <= 500 ? words : [...words.slice(0, 500)].slice(0, 480).join('')

function giveIds(
  questions: readonly Question[],
  now: readonly Candidate[],
  matched: readonly (string | null)[],
  closed: readonly ManifestSheet[],
  then: ReadonlySet<string>,
): ReadonlyMap<Question, string> {
  const ids = new Map<Question, string>()
  const given = new Set<string>()
  let elsewhere: ReadonlySet<string> | null = null
  /** An id stands once in a manifest: one of the questions that are found again is in none of the other sheets, and most edits need no other. */
  const isTaken = (id: string): boolean => {
    if (given.has(id) || then.has(id)) return given.has(id)
    elsewhere ??= new Set(idsOf(closed))
    return elsewhere.has(id)
  }
  const give = (i: number, id: string): void => {
    const question = questions[i]
    if (!question || ids.has(question) || isTaken(id)) return
    ids.set(question, id)
    given.add(id)
  }
  // Of two questions with one author's id, the one that had it keeps it.
  for (const [i, { id }] of now.entries()) if (id !== null && matched[i] === id) give(i, id)
  for (const [i, { id }] of now.entries()) if (id !== null) give(i, id)
  for (const [i, id] of matched.entries()) if (id !== null) give(i, id)
  const make = idMaker((id) => isTaken(id) || then.has(id))
  for (const [i, { words }] of now.entries()) {
    const question = questions[i]
    if (question && !ids.has(question)) give(i, make(words))
  }
  return ids
}

function withIds(sheet: Sheet, ids: ReadonlyMap<Question, string>): Sheet {
  const named = (question: Question): Question => ({ ...question, stableId: ids.get(question) ?? question.stableId })
  return { ...sheet, days: sheet.days.map((day) => ({ ...day, questions: day.questions.map(named) })) }
}

/** What is remembered of a week, which itself may be let go: its questions, and the files it was built into, below the output folder. */
export interface BuiltSheet extends Pick<ManifestSheet, 'path' | 'week' | 'files' | 'questions'> {
  outputs: readonly (ManifestOutput & { sha256: string })[]
  /** Absent for a sheet that could not be built. */
  facts?: BuiltFacts
}

/** What there is to say only of a sheet that was built. */
export type BuiltFacts = Required<Pick<ManifestSheet, 'inputs' | 'options' | 'days' | 'otherPages'>>

/** What was made of a named sheet; `questions`: where they were printed, by their ids in the sheet. */
export interface Made {
  outputs: BuiltSheet['outputs']
  facts: BuiltFacts
  questions: ReadonlyMap<string, PrintedQuestion>
}

/** A named sheet, as it is remembered when all is built; `made` is null for one that could not be. */
export const builtSheet = ({ path, week, files, sheet }: NamedSheet, made: Made | null): BuiltSheet => ({
  path,
  week,
  ...(files ? { files } : {}),
  questions: questionsOf(sheet, made?.questions ?? new Map()),
  outputs: made?.outputs ?? [],
  ...(made ? { facts: made.facts } : {}),
})

/**
 * The manifest after a build. Sheets that this build did not look at stay as they were; of those that are gone, and of questions that left their
 * sheets, the ids are kept among `retired`.
 */
export function nextManifest(
  built: readonly BuiltSheet[],
  found: ReadonlySet<string>,
  last: LastBuild | null,
  tool: string,
): Manifest {
  const known = splitKnown(built, last)
  const before = new Map([...known.open, ...known.kept].map((sheet) => [keyOfWeek(sheet), sheet]))
  const left = known.open.filter((sheet) => filesOf(sheet).every((path) => last?.vanished.has(path)))
  const leftOver = left.flatMap(({ outputs }) => outputs)
  const entries = built.map((sheet) => entryOf(sheet, before.get(keyOfWeek(sheet)), leftOver))
  const given = new Set(idsOf(entries))
  const isElsewhere = (id: string): boolean => given.has(id) || found.has(id)
  const closed = new Set(known.closed)
  const kept = known.kept.flatMap((sheet) => {
    // Of a sheet that nobody has looked at no question can have been given or found: `nameQuestions` sees to the one, and an id stands once.
    if (closed.has(sheet)) return [sheet]
    const own = questionIds(sheet)
    const questions = own.some(isElsewhere) ? sheet.questions.filter(({ id }) => !isElsewhere(id)) : null
    return (questions ?? own).length === 0 ? [] : [questions ? { ...wholeSheet(sheet), questions } : sheet]
  })
  const sheets = joined(entries, kept)
  // Those of the others are among neither.
  const ids = new Set(idsOf(sheets.filter((sheet) => !closed.has(sheet))))
  const retired = [...known.open.flatMap((sheet) => sheet.questions), ...known.retired]
    .filter(({ id }) => !ids.has(id) && !found.has(id))
    .map(({ id, words, citations }) => ({ id, words, citations }))
  return {
    version: manifestVersion,
    tool,
    sheets: sheets.sort((a, b) => byText(a.path, b.path) || (a.week ?? -1) - (b.week ?? -1)),
    retired: retired.slice(0, mostRetired),
  }
}

function entryOf(
  { path, week, files, questions, outputs, facts }: BuiltSheet,
  before: ManifestSheet | undefined,
  leftOver: ManifestSheet['outputs'],
): ManifestSheet {
  // What a sheet that is gone has left in the folder of this one, as when its file was renamed, is this one's to tell of.
  const folders = new Set(leftOver.length === 0 ? [] : outputs.map((output) => folderOf(output.path)))
  const inherited = leftOver.filter((output) => folders.has(folderOf(output.path)))
  const all = [...inherited, ...(before?.outputs ?? []), ...outputs]
  const known = new Map(all.map((output) => [output.path, output] as const))
  // A week that could not be built or written stands there as it was.
  const stands = facts ?? before
  return {
    path,
    week,
    ...(files ? { files: [...files] } : {}),
    ...(stands?.inputs ? { inputs: stands.inputs } : {}),
    ...(stands?.options ? { options: stands.options } : {}),
    outputs: [...known.values()].sort((a, b) => byText(a.path, b.path)),
    ...(stands?.days ? { days: stands.days.map(bounded) } : {}),
    ...otherPagesOf(facts, before),
    questions: facts ? questions : withPrintsBefore(questions, before),
  }
}

/** What was made, and of kinds that were not made this time what was made last, as far as the days are there that they are for. */
function otherPagesOf(
  facts: BuiltFacts | undefined,
  before: ManifestSheet | undefined,
): Pick<ManifestSheet, 'otherPages'> {
  const known = before?.otherPages
  if (!facts) return known ? { otherPages: known } : {}
  const made = new Set(facts.otherPages.map(({ kind }) => kind))
  const days = new Set(facts.days.map(({ key }) => clipped(key)))
  const kept = (known ?? []).filter(({ kind, day }) => !made.has(kind) && (day === undefined || days.has(day)))
  const now = facts.otherPages.map((each) => (each.day === undefined ? each : { ...each, day: clipped(each.day) }))
  return { otherPages: [...now, ...kept] }
}

function withPrintsBefore(questions: readonly ManifestQuestion[], before: ManifestSheet | undefined) {
  const printed = new Map(before?.questions.map((question) => [question.id, question.printed]))
  return questions.map((question) => ({ ...question, ...withPrinted(printed.get(question.id)) }))
}

/** Of a week in two files, a run may look at one: the questions of the other stay in the entry. */
function joined(entries: readonly ManifestSheet[], kept: readonly ManifestSheet[]): ManifestSheet[] {
  const rest = new Map(kept.map((sheet) => [keyOfWeek(sheet), sheet]))
  const whole = entries.map((entry) => {
    const other = rest.get(keyOfWeek(entry))
    rest.delete(keyOfWeek(entry))
    if (!other) return entry
    const { files = other.files, questions } = entry
    return { ...entry, ...(files ? { files } : {}), questions: [...questions, ...other.questions] }
  })
  return [...whole, ...rest.values()]
}

const idsOf = (sheets: readonly ManifestSheet[]) => sheets.flatMap(questionIds)

/** A day sheet with what a strange sheet may say of it bounded. */
const bounded = ({ key, name, code, revision, carries, pages, head, intro }: PrintedDay): PrintedDay => ({
  key: clipped(key),
  name: clipped(name),
  code: clipped(code),
  revision,
  ...(carries && { carries }),
  pages,
  ...(head !== undefined && { head }),
  ...(intro !== undefined && { intro }),
})

function questionsOf({ days }: Sheet, printed: ReadonlyMap<string, PrintedQuestion>): ManifestQuestion[] {
  return days.flatMap(({ key, questions }) =>
    questions.map((question) => ({
      id: question.stableId,
      code: clipped(question.code),
      day: clipped(key),
      number: question.number,
      words: promptWords(wholePrompt(question)),
      citations: citationsOf(question),
      ...withPrinted(printed.get(question.id)),
    })),
  )
}

const withPrinted = (printed: PrintedQuestion | undefined) => (printed ? { printed } : {})
