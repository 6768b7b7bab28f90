/** What of a course stands as a run with the same words has left it, and need not be built again. */
import type { PlacedSheet } from '../build/build.js'
import type { Log } from '../diagnostics.js'
import type { Leaf } from '../disk/sheets.js'
import { filesAlone, fullPath, holds, type Listings, type Stamp } from '../disk/stamps.js'
import { sameName } from '../text/same-name.js'
import { runOf } from './cache-file.js'
import type { BuildCache, CachedGroup, CachedRun } from './model.js'
import type { Recorder } from './recorder.js'
import { allHold, groupStands } from './up-to-date.js'

export interface Standing {
  run: CachedRun
  /** The folders of sheets with everything that they were read from and built into. */
  groups: CachedGroup[]
  /** The folders that were searched for sheets and have the names that they had, by `displayPath`. */
  folders: ReadonlyMap<string, Stamp>
  /** Nothing else was read or made, and there is nothing new: all stands. */
  isAll: boolean
}

/**
 * The folders whose weeks are up to date; null when there was no such run, or when something has changed that all weeks depend on: a template or the
 * config. (The manifest, which must know the weeks that stand, is asked for before.) A folder in which names came or went has to be looked through again.
 * (Stamps that hold may be kept under the time of this run: those in doubt have just been read.)
 */
export function standingOf(cwd: string, cache: BuildCache, key: string, listings?: Listings): Standing | null {
  const run = runOf(cache, key)
  if (!run || !allHold(cwd, [...run.shared, ...run.outputs], run.began)) return null
  const folders = new Map<string, Stamp>()
  const others = new Set<string>()
  for (const stamp of run.folders)
    if (holds(cwd, stamp, run.began, listings)) folders.set(stamp.path, stamp)
    else others.add(stamp.path)
  const groups = run.groups.filter((group) => !others.has(group.folder) && groupStands(cwd, group, run))
  return { run, groups, folders, isAll: others.size === 0 && groups.length === run.groups.length }
}

/** Folders of sheets that stand, with nothing but files in them, by their full paths: who looks for sheets knows all of them. */
export function leavesOf(cwd: string, { groups, folders }: Standing): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  for (const { folder } of groups) {
    const stamp = folders.get(folder)
    const files = stamp ? filesAlone(stamp) : null
    if (stamp && files !== null) leaves.set(fullPath(cwd, folder), { stamp, files })
  }
  return leaves
}

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
