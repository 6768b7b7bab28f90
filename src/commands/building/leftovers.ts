/** What stands in the output folder of sheets that are gone, or are built elsewhere now. It is told, never deleted. */

import type { BuildResult } from '../../build/build.js'
import { folderOf, keyOfWeek, type LastBuild, type ManifestSheet } from '../../identity/model.js'
import type { Shell } from '../../shell.js'
import { byText } from '../../text/by-text.js'
import { sameName } from '../../text/same-name.js'
import { type BuiltRun, standsIn } from './built-run.js'
import { filesElsewhere } from './made-no-more.js'

/**
 * What stands below the output folder of sheets that are gone or are built into another folder now, when a run has built: folders ("week-2/"), or
 * files ("workbook.pdf") where a folder holds what is made of other sheets too. Of those that this run finds, and that earlier ones have found.
 */
export function leftoversOf({ out, made, results, standing, isOfAll, desk, look }: BuiltRun, shell: Shell): string[] {
  const isThere = standsIn(out, shell)
  const sheets = [...made.placed, ...(standing?.groups.flatMap((group) => group.sheets) ?? [])]
  const folders = sheets.map(({ folder }) => folder)
  const paths = isOfAll && desk.last ? pathsLeft(desk.last, made, new Set(results.stamps.keys())) : []
  return allLeftovers(inFolders(paths.filter(isThere), folders), look?.cache?.leftOver ?? [], folders, isThere)
}

/** What was built of weeks that the new manifest does not have any more, and what built weeks have in other folders than they are built into now. */
function pathsLeft(last: LastBuild, { manifest, built }: BuildResult, made: ReadonlySet<string>): string[] {
  const known = new Set(manifest.sheets.map(keyOfWeek))
  const moved = manifest.sheets.filter((sheet) => built.has(keyOfWeek(sheet)))
  return [
    ...outputsOfGone(last.manifest.sheets, (sheet) => !known.has(keyOfWeek(sheet))),
    ...moved.flatMap((sheet) => filesElsewhere(sheet, made)),
  ]
}

/** Files that are in no folder of a sheet, or their whole folders. `folders`: those of all sheets that there are, "week-1". */
function inFolders(paths: readonly string[], folders: readonly string[]): string[] {
  const taken = takenBy(folders)
  const left = paths.filter((path) => !taken.includes(sameName(folderOf(path))))
  return [...new Set(left.map((path) => (isShared(folderOf(path), taken) ? path : folderOf(path))))]
}

/**
 * The same, `found`, together with what earlier builds have found, `before`, as far as it still stands and no sheet is built there again.
 */
export function allLeftovers(
  found: readonly string[],
  before: readonly string[],
  folders: readonly string[],
  isThere: (path: string) => boolean,
): string[] {
  const taken = takenBy(folders)
  const isTaken = (path: string): boolean =>
    path.endsWith('/') ? isShared(path, taken) : taken.includes(sameName(folderOf(path)))
  // The cache is a file that anybody may have written.
  const isBelow = (path: string): boolean => !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path)
  const standing = before.filter((path) => isBelow(path) && !isTaken(path) && isThere(path))
  return [...new Set([...found, ...standing])].sort(byText)
}

/** What weeks that are gone were built into, but for booklets, in which others stand as well. */
export function outputsOfGone(sheets: readonly ManifestSheet[], isGone: (sheet: ManifestSheet) => boolean): string[] {
  const pathsOf = (some: readonly ManifestSheet[]) => some.flatMap(({ outputs }) => outputs.map(({ path }) => path))
  const gone = sheets.filter(isGone)
  if (gone.length === 0) return []
  const others = new Set(pathsOf(sheets.filter((sheet) => !gone.includes(sheet))))
  return pathsOf(gone).filter((path) => !others.has(path))
}

const takenBy = (folders: readonly string[]): string[] =>
  folders.map((folder) => sameName(folder === '' ? '' : `${folder}/`))

/** True when what is made of other sheets stands in the folder or below. */
const isShared = (folder: string, taken: readonly string[]): boolean =>
  folder === '' || taken.some((other) => other.startsWith(sameName(folder)))
