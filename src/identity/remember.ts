/** Stable ids for the questions of a build, and what is remembered of its sheets until the manifest is made (`next-manifest.ts`). */

import { formatCitation } from '../sheet/citations/citation.js'
import type { Question, Sheet } from '../sheet/model.js'
import { wholePrompt } from '../sheet/options/parts.js'
import { idMaker, promptWords } from '../sheet/stable-id.js'
import { type Candidate, matchQuestions } from './match.js'
import {
  filesOf,
  keyOfWeek,
  type LastBuild,
  type Manifest,
  type ManifestOutput,
  type ManifestQuestion,
  type ManifestSheet,
  type PrintedQuestion,
  type RememberedQuestion,
} from './model.js'
import { questionIds } from './own-manifest.js'

/** A sheet of this build, with what its manifest entry says of it beside the questions. */
export interface NamedSheet extends Pick<ManifestSheet, 'path' | 'week' | 'files'> {
  sheet: Sheet
}

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
 * then it is rather a run from another folder. `away`: of those that were gone in the last build, the ones that are there again and not looked at.
 */
export function splitKnown(sheets: readonly Pick<ManifestSheet, 'path' | 'files'>[], last: LastBuild | null) {
  const {
    sheets: then,
    gone = [],
    retired,
  }: Omit<Manifest, 'version' | 'tool'> = last?.manifest ?? { sheets: [], retired: [] }
  const vanished = last?.vanished ?? new Set<string>()
  const isGone = (sheet: ManifestSheet) => filesOf(sheet).every((path) => vanished.has(path))
  const looked = new Set(sheets.flatMap(filesOf))
  const isKept = (sheet: ManifestSheet) => filesOf(sheet).some((path) => !looked.has(path) && !vanished.has(path))
  const isOpen = (sheet: ManifestSheet) => !isKept(sheet) || filesOf(sheet).some((path) => looked.has(path))
  const away = gone.filter((sheet) => !isOpen(sheet))
  return {
    open: [...then, ...gone].filter(isOpen),
    closed: [...then.filter((sheet) => !isOpen(sheet)), ...away],
    kept: then.filter((sheet) => isKept(sheet) || (isGone(sheet) && !last?.sameRoot)),
    away,
    retired,
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
export const clipped = (words: string): string =>
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
    elsewhere ??= new Set(closed.flatMap(questionIds))
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
  /** The deck of the whole week is among its files. */
  deck?: boolean
}

/** What there is to say only of a sheet that was built. */
export type BuiltFacts = Required<Pick<ManifestSheet, 'inputs' | 'options' | 'days' | 'otherPages'>>

/** What was made of a named sheet; `questions`: where they were printed, by their ids in the sheet. */
export interface Made {
  outputs: BuiltSheet['outputs']
  facts: BuiltFacts
  /** The deck of the whole week is among them. */
  deck: boolean
  questions: ReadonlyMap<string, PrintedQuestion>
}

/** A named sheet, as it is remembered when all is built; `made` is null for one that could not be. */
export const builtSheet = ({ path, week, files, sheet }: NamedSheet, made: Made | null): BuiltSheet => ({
  path,
  week,
  ...(files ? { files } : {}),
  questions: questionsOf(sheet, made?.questions ?? new Map()),
  outputs: made?.outputs ?? [],
  ...(made ? { facts: made.facts, deck: made.deck } : {}),
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
