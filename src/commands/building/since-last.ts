/** What a build says of the one before it: what to print again. */
import type { BuildResult } from '../../build/build.js'
import { compareWeeks, type QuestionChange, type SheetChange } from '../../identity/compare.js'
import { isAllPaper, type MadeParts } from '../../identity/made-parts.js'
import { folderOf, keyOfWeek, type LastBuild, type ManifestSheet } from '../../identity/model.js'
import { pairWeeks } from '../../identity/pair-weeks.js'
import { changesText } from '../../report/changes.js'
import { type FileNames, namedChanges } from '../file-names.js'

/** A week beside what the last build knew. */
export interface WeekBeside {
  /** The same week then, by this name or another; null for a new one. */
  before: ManifestSheet | null
  /** As if all of it had been made. */
  now: ManifestSheet
  /** What stood then in the place of its files: its own, and those of a week that had its name or its folder. */
  files: ManifestSheet['outputs']
}

/** A week of this build. */
export interface WeekSince extends WeekBeside {
  /** What of it was made. */
  parts: MadeParts
}

/** The weeks of this build; none where there was none before it. */
export function weeksSince(last: LastBuild | null, { built }: Pick<BuildResult, 'built'>): WeekSince[] {
  if (!last) return []
  const { sheets, gone = [] } = last.manifest
  const now = [...built.values()].map(({ whole }) => whole)
  const looked = new Set(now.map(({ path }) => path))
  const known = [...sheets.filter(({ path }) => looked.has(path) || last.vanished.has(path)), ...gone]
  const byKey = new Map(known.map((sheet) => [keyOfWeek(sheet), sheet]))
  return pairWeeks(known, now).flatMap(({ before, now: week }): WeekSince[] => {
    const parts = week && built.get(keyOfWeek(week))?.parts
    if (!parts) return []
    const sameName = byKey.get(keyOfWeek(week))?.outputs ?? []
    const files =
      before && keyOfWeek(before) !== keyOfWeek(week) ? [...sameName, ...filesInPlace(before, week)] : sameName
    return [{ before, now: week, parts, files }]
  })
}

/** Of the files of a week that had another name, those in the folders that it has now, and booklets above. */
const filesInPlace = (before: ManifestSheet, now: ManifestSheet): ManifestSheet['outputs'] =>
  before.outputs.filter(({ path }) => now.outputs.some((own) => folderOf(own.path).startsWith(folderOf(path))))

/** What is new on paper and on slides, as far as it was made; '' when nothing is. */
export function changesSince(weeks: readonly WeekSince[], fileOf: FileNames): string {
  const byKey = new Map(weeks.map((week) => [keyOfWeek(week.now), week]))
  const changes = compareWeeks(weeks).map((change) => {
    const week = byKey.get(keyOfWeek(change))
    return week ? changeMade(change, week) : change
  })
  return changesText(namedChanges(changes, fileOf))
}

/** What has changed in a week, without what was not made: the builds that make that will tell it. */
function changeMade(change: SheetChange, { now, parts }: WeekSince): SheetChange {
  const isAll = isAllPaper({ whole: now, parts })
  if (isAll && parts.deck) return change
  const isPaper = (key: string): boolean => isAll || parts.paper.has(key)
  const { repaged: allPages = [], same, ...others } = change
  const repaged = allPages.filter(({ key }) => isPaper(key))
  return {
    ...others,
    days: change.days.filter(({ key }) => isPaper(key)),
    questions: change.questions.flatMap((question) => questionMade(question, isPaper, parts)),
    ...(repaged.length > 0 && { repaged }),
    same: isAll ? same : { days: [], questions: 0 },
  }
}

function questionMade(
  question: QuestionChange,
  isPaper: (key: string) => boolean,
  { paper, deck }: MadeParts,
): QuestionChange[] {
  const { day, dayBefore = day } = question
  const isPrinted = isPaper(day) || isPaper(dayBefore)
  if (!isPrinted && !deck && paper.size > 0) return []
  const events = isPrinted
    ? question.events
    : question.events.filter((event) => (deck ? event !== 'space' : event === 'key'))
  return events.length === 0 ? [] : [{ ...question, events, slides: deck ? question.slides : [] }]
}
