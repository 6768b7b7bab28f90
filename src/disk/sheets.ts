/** Finds the recall sheets of files and folders. */

import { type Dirent, lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { SheetText } from '../build/read-sheets.js'
import { Log } from '../diagnostics.js'
import { byText } from '../text/by-text.js'
import { documentWords, isDocumentName } from '../text/documents.js'
import { elsewhere } from './elsewhere.js'
import { displayPath, isInside, isMarkdownName, why } from './paths.js'
import { limits, readText, startOf } from './read.js'
import { entriesIn, type Listings, type Stamp } from './stamps.js'

/** What `findSheets` needs to know of its surroundings. */
export interface FindOptions {
  /** Absolute folder that relative paths start from. */
  cwd: string
  /** Tells a recall sheet from other Markdown; asked for files found in folders, never for files named one by one. */
  isSheet: (text: string, path: string) => boolean
  /** Folders, as `displayPath` has them, whose files are left unread. */
  skip?: ReadonlySet<string> | undefined
  /** Folders that need not be looked into at all, by their full paths: they are among those that are skipped. */
  leaves?: ReadonlyMap<string, Leaf> | undefined
  /** Told of each folder and file that was looked into. */
  recorder?: Witness | undefined
  /** Of folders that have been looked into just now. */
  listings?: Listings | undefined
}

/** A folder with nothing but files in it, so many of them, which has just been seen to be as it was stamped. */
export interface Leaf {
  stamp: Stamp
  files: number
}

/**
 * Who is told what was read: Markdown files with their text (null: not read) and their folder, and folders that were searched for them, or need not
 * be.
 */
export interface Witness {
  sheet(full: string, text: string | null, group: string): void
  /** A document that is told of by its name alone. */
  document(full: string, group: string): void
  /** A link that was met, or what could not be followed. */
  link(full: string, group: string): void
  search(full: string, entries: readonly Dirent[]): void
  stands(stamp: Stamp): void
}

/**
 * The recall sheets that `paths` (files or folders) hold, in path order, each once; behind them, marked `beside`, the other sheets in the folders
 * of files that were named.
 *
 * The content root of a path is `content/` when the path is inside it, else the folder given, else the folder of
 * the file given: output names mirror paths below the root, and cited files are looked for inside it.
 * Missing and unreadable paths are reported (`file-*`), the others are still returned.
 */
export function findSheets(paths: readonly string[], options: FindOptions, log: Log): SheetText[] {
  const found = new Map<string, SheetText>()
  const beside = new Map<string, SheetText>()
  for (const path of paths) {
    const full = resolve(options.cwd, path)
    const shown = displayPath(options.cwd, full)
    let isFolder: boolean
    try {
      isFolder = statSync(full).isDirectory()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        log.report('file-missing', null, { path: shown, hint: elsewhere(options.cwd, path) })
      else log.report('file-unreadable', null, { path: shown, why: why(error) })
      continue
    }
    const home = join(options.cwd, 'content')
    const root = isInside(home, full) ? home : isFolder ? full : dirname(full)
    const { files, documents } = isFolder
      ? listMarkdown(full, realpathSync(root), options, log)
      : { files: [full], documents: [] }
    const before = found.size
    if (!isFolder) for (const sheet of sheetsBeside(full, root, options)) beside.set(join(root, sheet.path), sheet)
    for (const file of files) {
      if (options.skip?.has(dirname(displayPath(options.cwd, file)))) continue
      // A file met on the way that nothing calls a sheet is passed over with a warning when it cannot be read.
      const sheet = readSheet(file, root, options, log, !isFolder || /recall/i.test(basename(file)))
      if (sheet && (!isFolder || options.isSheet(sheet.text, sheet.path))) found.set(file, sheet)
    }
    tellDocuments(documents, found.size === before && !options.skip?.size, options, log)
  }
  const others = [...beside].filter(([full]) => !found.has(full)).map(([, sheet]) => sheet)
  return [...[...found.values()].sort((a, b) => byText(a.file, b.file)), ...others]
}

/** So many documents of a folder without any sheet are told of. */
const mostTold = 5

/** Tells of documents that are called as sheets are; `all`: of others too, since no sheet was found beside them. */
function tellDocuments(documents: readonly string[], all: boolean, options: FindOptions, log: Log): void {
  const { cwd, isSheet, skip, recorder } = options
  const taken = all ? documents.slice(0, mostTold) : documents.filter((full) => isSheet('', basename(full)))
  for (const full of taken) {
    const file = displayPath(cwd, full)
    if (skip?.has(dirname(file))) continue
    recorder?.document(full, dirname(file))
    log.report('file-skipped', startOf(file), { path: file, why: `it is ${documentWords(file, null)}` })
  }
}

/** The other sheets in the folder of a file, read without a word: they may belong to its week, and output names depend on them. */
function sheetsBeside(full: string, root: string, options: FindOptions): SheetText[] {
  const { cwd, isSheet, recorder } = options
  const unheard = new Log()
  const folder = dirname(full)
  const entries = attempt(folder, cwd, unheard, () => entriesIn(folder)) ?? []
  recorder?.search(folder, entries)
  return entries
    .map(({ name }) => name)
    .sort(byText)
    .filter((name) => !name.startsWith('.') && isMarkdownName(name) && join(folder, name) !== full)
    .slice(0, limits.beside)
    .filter((name) => kindOf(join(folder, name), realpathSync(root), options, unheard) === 'file')
    .flatMap((name) => readSheet(join(folder, name), root, options, unheard, false) ?? [])
    .filter((sheet) => isSheet(sheet.text, sheet.path))
    .map((sheet) => ({ ...sheet, beside: true as const }))
}

function readSheet(
  full: string,
  root: string,
  { cwd, recorder }: FindOptions,
  log: Log,
  needed: boolean,
): SheetText | null {
  const file = displayPath(cwd, full)
  const text = readText(full, file, log, needed)
  recorder?.sheet(full, text, dirname(file))
  if (text === null) return null
  return { file, path: relative(root, full).split(sep).join('/'), root, text }
}

/**
 * Markdown files below `folder`, sorted, and documents that no Markdown file of the same name stands beside; hidden folders, `node_modules` and what
 * links lead out of `realRoot` are left out.
 */
function listMarkdown(
  folder: string,
  realRoot: string,
  options: FindOptions,
  log: Log,
): { files: string[]; documents: string[] } {
  const { cwd, recorder, listings, leaves } = options
  const files: string[] = []
  const documents: string[] = []
  const visited = new Set<string>()
  let seen = 0
  /** `real`: without links on the way; null where a link leads. */
  const walk = (current: string, linked: string | null, depth: number): void => {
    const entries = entriesOf(current, depth > 0, cwd, log, listings)
    const real = entries && (linked ?? attempt(current, cwd, log, () => realpathSync(current)))
    if (!entries || real === null || visited.has(real) || depth > limits.depth) return
    visited.add(real)
    recorder?.search(current, entries)
    const isLone = loneDocuments(entries)
    for (const entry of entries.toSorted((a, b) => byText(a.name, b.name))) {
      const { name } = entry
      if (name.startsWith('.') || name === 'node_modules') continue
      if (++seen > limits.files) return
      const full = within(current, name)
      const told = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : null
      const kind = told && isWholeName(name) ? told : kindOf(full, realRoot, options, log)
      const leaf = told === 'folder' ? leaves?.get(full) : undefined
      if (leaf && seen + leaf.files <= limits.files) pass(leaf, within(real, name))
      else if (kind === 'folder') walk(full, entry.isDirectory() ? join(real, name) : null, depth + 1)
      else if (kind === 'file' && isMarkdownName(name)) files.push(full)
      else if (kind === 'file' && isLone(name)) documents.push(full)
    }
  }
  const pass = ({ stamp, files }: Leaf, real: string): void => {
    if (visited.has(real)) return
    visited.add(real)
    recorder?.stands(stamp)
    seen += files
  }
  walk(folder, null, 0)
  if (seen > limits.files) log.report('files-too-many', null, { path: displayPath(cwd, folder), max: limits.files })
  return { files, documents }
}

/**
 * Tells documents that no Markdown has been made of, and that are no note of Word that one is open: of "week.docx", "week.md" or "week.draft.md" may
 * have been made.
 */
function loneDocuments(entries: readonly Dirent[]): (name: string) => boolean {
  let made: Set<string> | null = null
  return (name) => {
    if (!isDocumentName(name) || name.startsWith('~$')) return false
    // Most folders have no document.
    made ??= new Set(entries.flatMap((other) => (isMarkdownName(other.name) ? stemsOf(other.name) : [])))
    return !made.has(name.replace(/\.[^.]*$/, '.'))
  }
}

/** "week.draft.md" → "week.", "week.draft." */
const stemsOf = (name: string): string[] => [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index + 1))

/** The path of a plain name in a folder; `join` takes its time, and a course has hundreds. */
const within = (folder: string, name: string): string => (folder.endsWith(sep) ? folder + name : folder + sep + name)

/** What stands in a folder; one that was met on the way may be gone by now. */
function entriesOf(folder: string, wasMet: boolean, cwd: string, log: Log, listings?: Listings): Dirent[] | null {
  return attempt(folder, cwd, log, () => {
    try {
      return listings?.of(folder) ?? entriesIn(folder)
    } catch (error) {
      if (wasMet && (error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  })
}

/** False for a name that may be no UTF-8, as an old archive leaves it: the disk does not know it by what we read of it. */
const isWholeName = (name: string): boolean => !name.includes('\ufffd')

/** The result of asking the disk, or null after reporting why it could not be had. */
function attempt<T>(full: string, cwd: string, log: Log, ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    const path = displayPath(cwd, full)
    log.report('file-unreadable', { file: path }, { path, why: why(error) })
    return null
  }
}

/** What stands at a path met on the way; null for what is none of our business, such as a link that leads nowhere. Its folder does not tell where a link leads. */
function kindOf(full: string, realRoot: string, { cwd, recorder }: FindOptions, log: Log): 'file' | 'folder' | null {
  const path = displayPath(cwd, full)
  try {
    const stat = statSync(full)
    const kind = stat.isDirectory() ? 'folder' : stat.isFile() && isMarkdownName(full) ? 'file' : null
    if (!kind || !lstatSync(full).isSymbolicLink()) return kind
    recorder?.link(full, dirname(path))
    if (isInside(realRoot, realpathSync(full))) return kind
    log.report('file-outside-content', { file: path }, { path })
  } catch (error) {
    if (!isMarkdownName(full)) return null
    recorder?.link(full, dirname(path))
    log.report('file-skipped', startOf(path), { path, why: why(error) })
  }
  return null
}
