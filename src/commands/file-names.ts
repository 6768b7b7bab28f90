/** Sheets as people name them: a manifest and a record of prints know only their paths below a content root. */
import { join, resolve } from 'node:path'
import type { SheetText } from '../build/read-sheets.js'
import { displayPath } from '../disk/paths.js'
import { isThere } from '../disk/write.js'
import type { SheetChange } from '../identity/compare.js'
import type { Shell } from '../shell.js'
import { defaultPath } from './common.js'

/** A path below a content root → the file as messages name it and commands take it: "week-1/recall.md" → "content/week-1/recall.md". */
export type FileNames = (path: string) => string

/**
 * How the sheets of a run are named, of which `texts` were read. One that was not stands below the root that has it. One that is gone is named below
 * the only root of the run, else below `content/`; as its path alone where there is no such folder, since no manifest says which root it had.
 */
export function fileNames(texts: readonly Pick<SheetText, 'path' | 'file' | 'root'>[], { cwd }: Shell): FileNames {
  const read = new Map(texts.map(({ path, file }) => [path, file]))
  const roots = [...new Set([...texts.map(({ root }) => root), resolve(cwd, defaultPath)])]
  return (path) => {
    const known = read.get(path)
    if (known !== undefined) return known
    const root = roots.find((each) => isThere(each, path)) ?? roots[0] ?? ''
    return isThere(cwd, root) ? displayPath(cwd, join(root, path)) : path
  }
}

/** The same things with the names of their files in place of their paths, for words. */
export const named = <T extends { path: string }>(things: readonly T[], fileOf: FileNames): T[] =>
  things.map((thing) => ({ ...thing, path: fileOf(thing.path) }))

/** What has changed in weeks, by the names that their files have and had. */
export const namedChanges = (changes: readonly SheetChange[], fileOf: FileNames): SheetChange[] =>
  named(changes, fileOf).map((sheet) =>
    sheet.was ? { ...sheet, was: { ...sheet.was, path: fileOf(sheet.was.path) } } : sheet,
  )

/** The same things with the names of their files beside their paths, for `--json`. */
export const withFile = <T extends { path: string }>(
  things: readonly T[],
  fileOf: FileNames,
): (T & { file: string })[] => things.map((thing) => ({ file: fileOf(thing.path), ...thing }))
