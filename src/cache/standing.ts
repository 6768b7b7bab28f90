/** What of a course stands as a run with the same words has left it, and need not be built again. */
import type { PlacedSheet } from '../build.js'
import { holds } from '../disk/stamps.js'
import type { BuildCache, CachedGroup, CachedRun } from './model.js'
import { allHold, groupStands } from './up-to-date.js'

export interface Standing {
  run: CachedRun
  /** The folders of sheets with everything that they were read from and built into. */
  groups: CachedGroup[]
}

/**
 * The folders whose weeks are up to date; null when none is, or when something has changed that all weeks depend on: a template, the config,
 * the folders themselves, or the manifest, which must know the weeks that stand. (Stamps that hold may be kept under the time of this run: those in doubt have just been read.)
 */
export function standingOf(cwd: string, cache: BuildCache | null, key: string): Standing | null {
  const run = cache?.runs.find((each) => each.key === key)
  if (!cache || !run) return null
  if (!allHold(cwd, [cache.manifest, ...run.shared, ...run.outputs], run.began)) return null
  const groups = run.groups.filter((group) => groupStands(cwd, group, run))
  return groups.length === 0 ? null : { run, groups }
}

/** True when the manifest stands as the last run has left it, so that it need not be looked through. */
export const isManifestOurs = (cwd: string, cache: BuildCache | null): boolean =>
  cache !== null && holds(cwd, cache.manifest, cache.runs[0]?.began ?? 0)

/**
 * True when the sheets that were built leave those that stand as they are: they take no folder and no name of theirs, and took none before.
 * Else all have to be built together.
 */
export function fitsBeside(placed: readonly PlacedSheet[], { run, groups }: Standing): boolean {
  const standing = groups.flatMap(({ sheets }) => sheets)
  const before = run.groups.filter((group) => !groups.includes(group)).flatMap(({ sheets }) => sheets)
  const folders = new Set(standing.map(({ folder }) => sameName(folder)))
  const names = new Set(standing.flatMap((sheet) => sheet.names))
  return [...placed, ...before].every(
    (sheet) => !folders.has(sameName(sheet.folder)) && !sheet.names.some((name) => names.has(name)),
  )
}

/** Disks may tell names apart by neither case nor composition. */
const sameName = (folder: string): string => folder.normalize('NFC').toLowerCase()
