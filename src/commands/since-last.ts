/** What a build says of the one before it: what to print again, and which files it left as they were although their week has changed. */
import type { BuildResult } from '../build/build.js'
import { compareWeeks } from '../identity/compare.js'
import { folderOf, keyOfWeek, type LastBuild, type ManifestSheet } from '../identity/model.js'
import { pairWeeks } from '../identity/pair-weeks.js'
import { changesText } from '../report/changes.js'
import { listed } from '../report/text.js'

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
export const changesSince = (weeks: readonly WeekSince[]): string =>
  changesText(compareWeeks(weeks.filter(({ before }) => before)))

/**
 * Files below the output folder that say what a week said before it changed: an earlier build made them with flags that this one has not
 * (`--edition student`, `--split`), and they stand as it left them. `made`: files of this build.
 */
export function olderFiles(
  weeks: readonly WeekSince[],
  made: ReadonlySet<string>,
  isThere: (path: string) => boolean,
): string[] {
  const older = weeks.filter((week) => week.files.length > 0 && hasChanged(week, made)).flatMap(({ files }) => files)
  return [...new Set(older.map(({ path }) => path))].filter((path) => !made.has(path) && isThere(path))
}

/** True for other words or spaces, and for other bytes of a file that both builds made: another template, paper, scheme … */
function hasChanged({ before, now, files }: WeekSince, made: ReadonlySet<string>): boolean {
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const isOther = ({ path, sha256 }: ManifestSheet['outputs'][number]): boolean => {
    const old = made.has(path) ? digests.get(path) : undefined
    return old !== undefined && old !== sha256
  }
  if (now.outputs.some(isOther)) return true
  return compareWeeks([{ before, now }]).some(({ days, questions }) => days.length > 0 || questions.length > 0)
}

const mostNamed = 4

/** A line that names them: "out/week-1/workbook-student.pdf is older than this build; build it again …". '' when there are none. */
export function olderLine(paths: readonly string[], out: string): string {
  if (paths.length === 0) return ''
  const all = listed(
    paths.map((path) => `${out}/${path}`),
    mostNamed,
  )
  return paths.length === 1
    ? `${all} is older than this build; build it again with the flags that it was made with, or delete it.\n`
    : `${all} are older than this build; build them again with the flags that they were made with, or delete them.\n`
}
