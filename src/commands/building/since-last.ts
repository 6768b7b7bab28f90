/** What a build says of the one before it: what to print again. */
import type { BuildResult } from '../../build/build.js'
import { compareWeeks } from '../../identity/compare.js'
import { folderOf, keyOfWeek, type LastBuild, type ManifestSheet } from '../../identity/model.js'
import { pairWeeks } from '../../identity/pair-weeks.js'
import { changesText } from '../../report/changes.js'
import { type FileNames, namedChanges } from '../file-names.js'

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
