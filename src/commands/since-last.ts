/** What a build says of the one before it: what to print again, and which files it left as they were although their week has changed. */
import type { BuildResult } from '../build/build.js'
import { compareWeeks } from '../identity/compare.js'
import { folderOf, keyOfWeek, type LastBuild, type ManifestSheet } from '../identity/model.js'
import { pairWeeks } from '../identity/pair-weeks.js'
import { changesText } from '../report/changes.js'
import { onOneLine } from '../report/printable.js'
import { listed } from '../report/text.js'
import { type FileNames, namedChanges } from './file-names.js'

/** A week of this build, beside what the last build knew. */
export interface WeekSince {
  /** The same week then, by this name or another; null for a new one. */
  before: ManifestSheet | null
  now: ManifestSheet
  /** What stood then in the place of its files: its own, and those of a week that had its name or its folder. */
  files: ManifestSheet['outputs']
}

/** The weeks of this build; none where there was none before it. */
export function weeksSince(
  last: LastBuild | null,
  { manifest, built }: Pick<BuildResult, 'manifest' | 'built'>,
): WeekSince[] {
  if (!last) return []
  const now = manifest.sheets.filter((sheet) => built.has(keyOfWeek(sheet)))
  const looked = new Set(now.map(({ path }) => path))
  const known = last.manifest.sheets.filter(({ path }) => looked.has(path) || last.vanished.has(path))
  const byKey = new Map(known.map((sheet) => [keyOfWeek(sheet), sheet]))
  return pairWeeks(known, now).flatMap(({ before, now: week }): WeekSince[] => {
    if (!week) return []
    const sameName = byKey.get(keyOfWeek(week))?.outputs ?? []
    const files =
      before && keyOfWeek(before) !== keyOfWeek(week) ? [...sameName, ...filesInPlace(before, week)] : sameName
    return [{ before, now: week, files }]
  })
}

/** Of the files of a week that had another name, those in the folders that it has now, and booklets above. */
const filesInPlace = (before: ManifestSheet, now: ManifestSheet): ManifestSheet['outputs'] =>
  before.outputs.filter(({ path }) => now.outputs.some((own) => folderOf(own.path).startsWith(folderOf(path))))

/** What is new on paper and on slides in weeks that both builds made; '' when nothing is. */
export const changesSince = (weeks: readonly WeekSince[], fileOf: FileNames): string =>
  changesText(namedChanges(compareWeeks(weeks.filter(({ before }) => before)), fileOf))

/**
 * Files below the output folder that say what a week said before it changed: an earlier build made them with flags that this one has not
 * (`--edition student`, `--split`), and they stand as it left them. `made`: files of this build.
 */
export function olderFiles(
  weeks: readonly WeekSince[],
  made: ReadonlySet<string>,
  isThere: (path: string) => boolean,
): string[] {
  const isShared = sharedBy(weeks)
  const isOwn = (path: string): boolean => !isShared(path)
  const older = weeks
    .filter(({ files }) => files.length > 0)
    .flatMap((week) => {
      // A booklet is another one when any of its weeks has changed; what is made of the others alone is not older for that.
      if (hasOtherWords(week) || hasOtherBytes(week, made, isOwn)) return week.files
      return hasOtherBytes(week, made, isShared) ? week.files.filter(({ path }) => isShared(path)) : []
    })
  return [...new Set(older.map(({ path }) => path))].filter((path) => !made.has(path) && isThere(path))
}

/** Which files several of the weeks stand in: booklets. */
function sharedBy(weeks: readonly WeekSince[]): (path: string) => boolean {
  const counts = new Map<string, number>()
  for (const { now, files } of weeks)
    for (const path of new Set([...now.outputs, ...files].map((output) => output.path)))
      counts.set(path, (counts.get(path) ?? 0) + 1)
  return (path) => (counts.get(path) ?? 0) > 1
}

const hasOtherWords = ({ before, now }: WeekSince): boolean =>
  compareWeeks([{ before, now }]).some(({ days, questions }) => days.length > 0 || questions.length > 0)

/** True for other bytes of one of these files that both builds made: another template, paper, scheme … */
function hasOtherBytes(
  { now, files }: WeekSince,
  made: ReadonlySet<string>,
  isOfThese: (path: string) => boolean,
): boolean {
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  return now.outputs.some(({ path, sha256 }) => {
    const old = made.has(path) && isOfThese(path) ? digests.get(path) : undefined
    return old !== undefined && old !== sha256
  })
}

const mostNamed = 4

/** A line that names them: "out/week-1/workbook-student.pdf is older than this build; build it again …". '' when there are none. */
export function olderLine(paths: readonly string[], out: string): string {
  if (paths.length === 0) return ''
  const all = listed(
    paths.map((path) => onOneLine(`${out}/${path}`)),
    mostNamed,
  )
  return paths.length === 1
    ? `${all} is older than this build; build it again with the flags that it was made with, or delete it.\n`
    : `${all} are older than this build; build them again with the flags that they were made with, or delete them.\n`
}
