/** What of a course stands as a run with the same words has left it, and need not be done again. */
import type { PlacedSheet } from '../build/build.js'
import type { Log } from '../diagnostics.js'
import type { Leaf } from '../disk/sheets.js'
import { filesAlone, fullPath, holds, type Listings, placeOf, type Stamp, saysTheSame } from '../disk/stamps.js'
import { sameName } from '../text/same-name.js'
import type { CachedRun, KnownGroup, KnownRun } from './model.js'
import type { Recorder } from './recorder.js'
import { allHold, groupStands } from './up-to-date.js'

/** `R`: what kind of run it was. */
export interface Standing<R extends KnownRun = CachedRun> {
  run: R
  /** The folders of sheets with everything that they were read from and built into. */
  groups: R['groups']
  /** The folders that were searched for sheets and have the names that they had, by `displayPath`. */
  folders: ReadonlyMap<string, Stamp>
  /** Nothing else was read or made, and there is nothing new: all stands. */
  isAll: boolean
}

/**
 * The folders of a run whose weeks are up to date; null without a run, or when something has changed that all weeks depend on: a template or the
 * config. (The manifest, which must know the weeks that stand, is asked for before.) A folder in which names came or went has to be looked through again.
 * (Stamps that hold may be kept under the time of this run: those in doubt have just been read.)
 */
export function standingOf<R extends KnownRun>(cwd: string, run: R | null, listings?: Listings): Standing<R> | null {
  if (!run || !allHold(cwd, [...run.shared, ...run.outputs], run.began)) return null
  const folders = new Map<string, Stamp>()
  const others = new Set<string>()
  for (const stamp of run.folders)
    if (holds(cwd, stamp, run.began, listings)) folders.set(stamp.path, stamp)
    else others.add(stamp.path)
  const groups = run.groups.filter((group) => !others.has(group.folder) && groupStands(cwd, group, run))
  return { run, groups, folders, isAll: others.size === 0 && groups.length === run.groups.length }
}

/** What stands, when sheets are among it, so that there is something to leave as it is; else null. */
export const withSheets = <R extends KnownRun>(standing: Standing<R> | null): Standing<R> | null =>
  standing?.groups.some(({ sheets }) => sheets.length > 0) ? standing : null

/** What stands of a run, by its stamps. */
export const outputsOf = ({ run, groups }: Standing): Stamp[] => [
  ...run.outputs,
  ...groups.flatMap(({ outputs }) => outputs),
]

/** Folders of sheets that stand, with nothing but files in them, by their full paths: who looks for sheets knows all of them. */
export function leavesOf(cwd: string, { groups, folders }: Standing<KnownRun>): ReadonlyMap<string, Leaf> {
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
export function fitsBeside(placed: readonly PlacedSheet[], standing: Standing): boolean {
  const folders = new Set(standing.groups.flatMap(({ sheets }) => sheets.map(({ folder }) => sameName(folder))))
  return (
    [...placed, ...sheetsBefore(standing)].every(({ folder }) => !folders.has(sameName(folder))) &&
    sharesNoName(placed, standing)
  )
}

/** What other sheets have to know of a sheet: the names that its author gave to questions. */
interface Named {
  names: readonly string[]
}

/** True when no name of a question is both in sheets that stand and in those that were read again, now or before. */
export function sharesNoName<S extends Named>(
  sheets: readonly Named[],
  standing: Standing<KnownRun<KnownGroup<S>>>,
): boolean {
  const names = new Set(standing.groups.flatMap((group) => group.sheets.flatMap((sheet) => sheet.names)))
  return [...sheets, ...sheetsBefore(standing)].every((sheet) => !sheet.names.some((name) => names.has(name)))
}

/** The sheets that a run knew in folders that do not stand. */
function sheetsBefore<S extends object>({ run, groups }: Standing<KnownRun<KnownGroup<S>>>): S[] {
  const standing = new Set(groups)
  return run.groups.filter((group) => !standing.has(group)).flatMap(({ sheets }) => sheets)
}

/** True when the sheets that stand are still found where they stood: no other folder leads to theirs first, and no bound is met before them. */
export const isFoundAgain = ({ groups }: Standing<KnownRun>, recorder: Recorder, log: Log): boolean =>
  !log.messages.some(({ code }) => code === 'files-too-many') &&
  groups.every(({ folder, sheets }) => sheets.length === 0 || recorder.hasSearched(folder))

/**
 * True when what this run has read for all weeks is as the run before read it. A config or a template that has changed since the look at what stands
 * would else be taken for that of which the weeks that stand were made, now and ever after.
 */
export function isReadAlike({ run }: Standing<KnownRun>, { shared }: Recorder): boolean {
  const before = new Map(run.shared.map((stamp) => [placeOf(stamp), stamp]))
  return shared.every((stamp) => {
    const other = before.get(placeOf(stamp))
    return other === undefined || saysTheSame(stamp, other)
  })
}

/** What all weeks depend on, as it was held to be in this run: what it read, and of the run before what it found still true. */
export function sharedBy({ shared }: Recorder, standing: Standing<KnownRun> | null): Stamp[] {
  const known = new Set(shared.map(({ path }) => path))
  return [...shared, ...(standing?.run.shared ?? []).filter(({ path }) => !known.has(path))]
}
