/** The manifest after a build: what it made, beside what stands there from the builds before. */
import { byText } from '../text/by-text.js'
import { daysIn, isAllPaper, keptQuestions, type MadeWeek, madeQuestions, recordOf } from './made-parts.js'
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
  type OtherPages,
  type PrintedDay,
} from './model.js'
import { questionIds, wholeSheet } from './own-manifest.js'
import { type BuiltSheet, clipped, splitKnown } from './remember.js'

/** Questions remembered after they left their sheets. Enough for many weeks of a course that are put aside; a bound for the file. */
const mostRetired = 2000

/** What is known when all is built. */
export interface AfterBuild {
  manifest: Manifest
  /** The weeks that were built, by `keyOfWeek`. */
  weeks: ReadonlyMap<string, MadeWeek>
}

/**
 * The manifest after a build. Sheets that this build did not look at or could not build stay as they were, and so do days whose paper it did not make
 * (`made-parts.ts`). Of sheets that are gone the entries are kept among `gone` while something stands of them, else the ids of their questions
 * among `retired`, as of questions that left their sheets.
 */
export function nextManifest(
  built: readonly BuiltSheet[],
  found: ReadonlySet<string>,
  last: LastBuild | null,
  tool: string,
): AfterBuild {
  const known = splitKnown(built, last)
  const before = new Map([...known.open, ...known.kept].map((sheet) => [keyOfWeek(sheet), sheet]))
  const beforeOf = (sheet: Pick<ManifestSheet, 'path' | 'week'>) => before.get(keyOfWeek(sheet))
  const lost = known.open.filter((sheet) => filesOf(sheet).every((path) => last?.vanished.has(path)))
  const leftOver = lost.flatMap(({ outputs }) => outputs)
  const drafts = built.map((sheet) => draftOf(sheet, beforeOf(sheet), leftOver))
  // A question stands where it was made now, else where it is on paper from before, else where its sheet has it.
  const made = idSet(drafts.flatMap((draft) => draft.made))
  const kept = drafts.map((draft) => draft.kept((id) => made.has(id)))
  const onPaper = idSet(kept.flat())
  const entries = drafts.map((draft, i) => draft.entry(kept[i] ?? [], (id) => made.has(id) || onPaper.has(id)))
  const given = new Set(idsOf(entries))
  const isElsewhere = (id: string): boolean => given.has(id) || found.has(id)
  const closed = new Set(known.closed)
  const others = known.kept.flatMap((sheet) => {
    // Of a sheet that nobody has looked at no question can have been given or found: `nameQuestions` sees to the one, and an id stands once.
    if (closed.has(sheet)) return [sheet]
    const rest = without(sheet, isElsewhere)
    return questionIds(rest).length === 0 ? [] : [rest]
  })
  const sheets = joined(entries, others)
  const names = new Set(sheets.map(keyOfWeek))
  const gone = known.open.flatMap((sheet) => {
    if (names.has(keyOfWeek(sheet)) || !last?.standing?.has(keyOfWeek(sheet))) return []
    const rest = without(sheet, isElsewhere)
    // One that has most of its questions elsewhere has another name.
    return questionIds(rest).length * 2 > questionIds(sheet).length ? [wholeSheet(rest)] : []
  })
  // Those of the others are among neither.
  const ids = new Set(idsOf([...sheets.filter((sheet) => !closed.has(sheet)), ...gone]))
  // One that is asked, but stands on nothing that was made yet, is known again when it does.
  const unmade = built.flatMap(({ questions }) => questions.filter(({ id }) => !ids.has(id)))
  const asked = idSet(unmade)
  const isLeft = (id: string): boolean => !ids.has(id) && !found.has(id) && !asked.has(id)
  const left = [...known.open.flatMap((sheet) => sheet.questions), ...known.retired].filter(({ id }) => isLeft(id))
  const retired = [...unmade, ...left].map(({ id, words, citations }) => ({ id, words, citations }))
  const awayStill = inOrder([...known.away, ...gone])
  const manifest: Manifest = {
    version: manifestVersion,
    tool,
    sheets: inOrder(sheets),
    retired: retired.slice(0, mostRetired),
    ...(awayStill.length > 0 && { gone: awayStill }),
  }
  const weeks = drafts.flatMap(({ week }) => (week ? [[keyOfWeek(week.whole), week] as const] : []))
  return { manifest, weeks: new Map(weeks) }
}

const idSet = (questions: readonly ManifestQuestion[]): Set<string> => new Set(questions.map(({ id }) => id))

const inOrder = (sheets: ManifestSheet[]): ManifestSheet[] =>
  sheets.sort((a, b) => byText(a.path, b.path) || (a.week ?? -1) - (b.week ?? -1))

/** A sheet without the questions that stand elsewhere. */
function without(sheet: ManifestSheet, isElsewhere: (id: string) => boolean): ManifestSheet {
  if (!questionIds(sheet).some(isElsewhere)) return sheet
  return { ...wholeSheet(sheet), questions: sheet.questions.filter(({ id }) => !isElsewhere(id)) }
}

/** An entry to be. */
interface Draft {
  /** Questions that were made now. */
  made: readonly ManifestQuestion[]
  /** Null for a week that could not be built or written. */
  week: MadeWeek | null
  /** Questions on paper from before, without those that were made now. */
  kept(isMade: (id: string) => boolean): readonly ManifestQuestion[]
  /** `isPlaced`: ids that were made now or are kept, here or elsewhere. */
  entry(kept: readonly ManifestQuestion[], isPlaced: (id: string) => boolean): ManifestSheet
}

function draftOf(
  { path, week, files, questions, outputs, facts, deck = false }: BuiltSheet,
  before: ManifestSheet | undefined,
  leftOver: readonly ManifestOutput[],
): Draft {
  const head = { path, week, ...(files ? { files: [...files] } : {}) }
  const all = standing(outputs, before, leftOver)
  if (facts) {
    const { inputs, options, days } = facts
    const parts = { paper: daysIn(outputs.map(boundedOutput)), deck }
    const whole: ManifestSheet = {
      ...head,
      inputs,
      options,
      outputs: all,
      days: days.map(bounded),
      questions: [...questions],
    }
    const now: MadeWeek = {
      whole: { ...whole, otherPages: otherPagesOf(facts.otherPages, { whole, parts }, before) },
      parts,
    }
    return {
      made: madeQuestions(now),
      week: now,
      kept: (isMade) => keptQuestions(now, before, isMade),
      entry: (kept, isPlaced) => recordOf(now, before, kept, isPlaced),
    }
  }
  // What could not be built or written stands there as it was, so that the build that can will tell all that is new.
  if (before?.days && before.days.length > 0)
    return {
      made: [],
      week: null,
      kept: (isMade) => without(before, isMade).questions,
      entry: (kept) =>
        kept.length === questionIds(before).length ? before : { ...wholeSheet(before), questions: [...kept] },
    }
  const days = before ? before.days : []
  const entry = { ...head, outputs: all, ...(days && { days }) }
  return {
    made: [],
    week: null,
    kept: () => [],
    entry: (_kept, isPlaced) => ({ ...entry, questions: questions.filter(({ id }) => !isPlaced(id)) }),
  }
}

/** What was made, and of what was not made this time what was made last, as far as the days are there that it is for. */
function otherPagesOf(made: readonly OtherPages[], week: MadeWeek, before: ManifestSheet | undefined): OtherPages[] {
  const now = made.map((each) => (each.day === undefined ? each : { ...each, day: clipped(each.day) }))
  const nameOf = ({ kind, day }: OtherPages): string =>
    day === undefined || isAllPaper(week) ? kind : `${kind} ${day}`
  const names = new Set(now.map(nameOf))
  const days = new Set(week.whole.days?.map(({ key }) => key))
  const isKept = (each: OtherPages): boolean =>
    !names.has(nameOf(each)) && (each.day === undefined || days.has(each.day))
  return [...now, ...(before?.otherPages ?? []).filter(isKept)]
}

/** The files of a week: of this build, of those before, and what a sheet that is gone has left in its folder, as when its file was renamed. */
function standing(
  outputs: BuiltSheet['outputs'],
  before: ManifestSheet | undefined,
  leftOver: readonly ManifestOutput[],
): ManifestOutput[] {
  const folders = new Set(leftOver.length === 0 ? [] : outputs.map((output) => folderOf(output.path)))
  const inherited = leftOver.filter((output) => folders.has(folderOf(output.path)))
  const all = [...inherited, ...(before?.outputs ?? []), ...outputs.map(boundedOutput)]
  const known = new Map(all.map((output) => [output.path, output] as const))
  return [...known.values()].sort((a, b) => byText(a.path, b.path))
}

const boundedOutput = ({ bears, ...output }: ManifestOutput): ManifestOutput => ({
  ...output,
  ...(bears && { bears: Object.fromEntries(Object.entries(bears).map(([key, stamp]) => [clipped(key), stamp])) }),
})

/** Of a week in two files, a run may look at one: the questions of the other stay in the entry. */
function joined(entries: readonly ManifestSheet[], kept: readonly ManifestSheet[]): ManifestSheet[] {
  const others = new Map(kept.map((sheet) => [keyOfWeek(sheet), sheet]))
  const whole = entries.map((entry) => {
    const other = others.get(keyOfWeek(entry))
    others.delete(keyOfWeek(entry))
    if (!other) return entry
    const { files = other.files, questions } = entry
    const own = new Set(questionIds(entry))
    const rest = other.questions.filter(({ id }) => !own.has(id))
    return { ...wholeSheet(entry), ...(files ? { files } : {}), questions: [...questions, ...rest] }
  })
  return [...whole, ...others.values()]
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
