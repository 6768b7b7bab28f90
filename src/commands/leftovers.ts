/** What stands in the output folder of sheets that are gone. It is told, never deleted. */

import { filesOf, folderOf, type LastBuild, type ManifestSheet } from '../identity/model.js'
import type { Shell } from '../shell.js'
import { byText } from '../text/by-text.js'
import { sameName } from '../text/same-name.js'
import { type BuiltRun, standsIn } from './built-run.js'

/** What stands below the output folder of sheets that are gone, when a run has built: of those that the last build made, and of earlier ones. */
export function leftoversOf({ out, made, standing, isOfAll, desk, look }: BuiltRun, shell: Shell): string[] {
  const isThere = standsIn(out, shell)
  const sheets = [...made.placed, ...(standing?.groups.flatMap((group) => group.sheets) ?? [])]
  const folders = sheets.map(({ folder }) => folder)
  const found = isOfAll && desk.last ? leftovers(desk.last, folders, isThere) : []
  return allLeftovers(found, look?.cache?.leftOver ?? [], folders, isThere)
}

/**
 * Folders and files below the output folder that the last build made of sheets that are gone, as far as `isThere`: "week-2/", or
 * "workbook.pdf" where the folder holds what is made of other sheets too. `folders`: those of all sheets that there are, "week-1".
 */
export function leftovers(last: LastBuild, folders: readonly string[], isThere: (path: string) => boolean): string[] {
  if (!last.sameRoot) return []
  const taken = takenBy(folders)
  const found = outputsOfGone(last.manifest.sheets, (sheet) =>
    filesOf(sheet).every((file) => last.vanished.has(file)),
  ).filter((path) => !taken.includes(sameName(folderOf(path))) && isThere(path))
  return [...new Set(found.map((path) => (isShared(folderOf(path), taken) ? path : folderOf(path))))]
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
