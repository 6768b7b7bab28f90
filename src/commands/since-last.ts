/** What a build says of the one before it: what to print again, and which files it left as they were although their week has changed. */
import type { BuildResult } from '../build.js'
import { compareWeeks } from '../identity/compare.js'
import { keyOfWeek, type LastBuild, type ManifestSheet } from '../identity/model.js'
import { pairWeeks } from '../identity/pair-weeks.js'
import { changesText } from '../report/changes.js'
import { folderOf } from './leftovers.js'

/** A week that both builds made. */
export interface WeekAgain {
  before: ManifestSheet
  now: ManifestSheet
}

/** The weeks of this build that the last one knew, by this name or another. */
export function weeksAgain(last: LastBuild | null, { manifest, built }: Pick<BuildResult, 'manifest' | 'built'>) {
  if (!last) return []
  const now = manifest.sheets.filter((sheet) => built.has(keyOfWeek(sheet)))
  const looked = new Set(now.map(({ path }) => path))
  const before = last.manifest.sheets.filter(({ path }) => looked.has(path) || last.vanished.has(path))
  return pairWeeks(before, now).flatMap((week): WeekAgain[] =>
    week.before && week.now ? [{ before: week.before, now: week.now }] : [],
  )
}

/** What is new on paper and on slides; '' when nothing is. */
export const changesSince = (weeks: readonly WeekAgain[]): string => changesText(compareWeeks(weeks))

/**
 * Files below the output folder that say what a week said before it changed: an earlier build made them with flags that this one has not
 * (`--edition student`, `--split`), and they stand as it left them. `made`: files of this build.
 */
export function olderFiles(
  weeks: readonly WeekAgain[],
  made: ReadonlySet<string>,
  isThere: (path: string) => boolean,
): string[] {
  const older = weeks.filter((week) => hasChanged(week, made)).flatMap((week) => [...outputsOf(week)])
  return [...new Set(older)].filter((path) => !made.has(path) && isThere(path))
}

/** True for other words or spaces, and for other bytes of a file that both builds made: another template, paper, scheme … */
function hasChanged({ before, now }: WeekAgain, made: ReadonlySet<string>): boolean {
  const digests = new Map(before.outputs.map(({ path, sha256 }) => [path, sha256]))
  const isOther = ({ path, sha256 }: ManifestSheet['outputs'][number]): boolean => {
    const old = made.has(path) ? digests.get(path) : undefined
    return old !== undefined && old !== sha256
  }
  if (now.outputs.some(isOther)) return true
  return compareWeeks([{ before, now }]).some(({ days, questions }) => days.length > 0 || questions.length > 0)
}

/** What the last build knew of the week's files; of one that had another name, those in the folders that it has now, and booklets above. */
function outputsOf({ before, now }: WeekAgain): string[] {
  const paths = before.outputs.map(({ path }) => path)
  if (keyOfWeek(before) === keyOfWeek(now)) return paths
  return paths.filter((path) => now.outputs.some((own) => folderOf(own.path).startsWith(folderOf(path))))
}

const mostNamed = 4

/** A line that names them: "out/week-1/workbook-student.pdf is older than this build; build it again …". '' when there are none. */
export function olderLine(paths: readonly string[], out: string): string {
  if (paths.length === 0) return ''
  const more = paths.length - mostNamed
  const named = paths.slice(0, mostNamed).map((path) => `${out}/${path}`)
  const all = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
  return paths.length === 1
    ? `${all} is older than this build; build it again with the flags that it was made with, or delete it.\n`
    : `${all} are older than this build; build them again with the flags that they were made with, or delete them.\n`
}
