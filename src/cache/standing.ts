/** What of a course stands as a run with the same words has left it, and need not be built again. */
import type { PlacedSheet } from '../build/build.js'
import type { Log } from '../diagnostics.js'
import { holds, type Listings, readStamp } from '../disk/stamps.js'
import { runOf } from './cache-file.js'
import type { BuildCache, CachedGroup, CachedRun } from './model.js'
import type { Recorder } from './recorder.js'
import { allHold, groupStands } from './up-to-date.js'

export interface Standing {
  run: CachedRun
  /** The folders of sheets with everything that they were read from and built into. */
  groups: CachedGroup[]
  /** Nothing else was read or made, and there is nothing new: all stands. */
  isAll: boolean
}

/**
 * The folders whose weeks are up to date; null when there was no such run, or when something has changed that all weeks depend on: a template, the
 * config, or the manifest, which must know the weeks that stand. A folder in which names came or went has to be looked through again.
 * (Stamps that hold may be kept under the time of this run: those in doubt have just been read.)
 */
export function standingOf(cwd: string, cache: BuildCache | null, key: string, listings?: Listings): Standing | null {
  const run = runOf(cache, key)
  if (!cache || !run) return null
  if (!allHold(cwd, [cache.manifest, ...run.shared, ...run.outputs], run.began)) return null
  const changed = run.folders.map(readStamp).filter((stamp) => !holds(cwd, stamp, run.began, listings))
  const others = new Set(changed.map(({ path }) => path))
  const groups = run.groups.filter((group) => !others.has(group.folder) && groupStands(cwd, group, run))
  return { run, groups, isAll: changed.length === 0 && groups.length === run.groups.length }
}

/** True when the manifest stands as the last run has left it, so that it need not be looked through. */
export const isManifestOurs = (cwd: string, cache: BuildCache | null): boolean =>
  cache !== null && holds(cwd, readStamp(cache.manifest), runOf(cache)?.began ?? 0)

/**
 * True when the sheets that were built leave those that stand as they are: they take no folder and no name of theirs, and took none before.
 * Else all have to be built together.
 */
export function fitsBeside(placed: readonly PlacedSheet[], { run, groups }: Standing): boolean {
  const standing = groups.flatMap(({ sheets }) => sheets)
  const kept = new Set(groups)
  const before = run.groups.filter((group) => !kept.has(group)).flatMap(({ sheets }) => sheets)
  const folders = new Set(standing.map(({ folder }) => sameName(folder)))
  const names = new Set(standing.flatMap((sheet) => sheet.names))
  return [...placed, ...before].every(
    (sheet) => !folders.has(sameName(sheet.folder)) && !sheet.names.some((name) => names.has(name)),
  )
}

/** True when the sheets that stand are still found where they stood: no other folder leads to theirs first, and no bound is met before them. */
export const isFoundAgain = ({ groups }: Standing, recorder: Recorder, log: Log): boolean =>
  !log.messages.some(({ code }) => code === 'files-too-many') &&
  groups.every(({ folder, sheets }) => sheets.length === 0 || recorder.hasSearched(folder))

/** Disks may tell names apart by neither case nor composition. */
const sameName = (folder: string): string => folder.normalize('NFC').toLowerCase()
