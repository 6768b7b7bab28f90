/**
 * The only disk: finds and reads sheets, their sources and templates, and writes results whole or not at all.
 *
 * Nothing outside a content root is read because a sheet names it, and nothing outside the output folder is written:
 * both are checked on real paths, after symbolic links.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OutputFile } from './build.js'
import { Log, type Where } from './diagnostics.js'
import type { FoundPicture, SheetText } from './read-sheets.js'
import type { FindTemplate, TemplateFolder } from './template/load.js'

/** Bounds of what is read, so that a wrong folder or a hostile file ends in a message and not in an hour. */
const limits = {
  sheetBytes: 5_000_000,
  templateBytes: 500_000,
  fontBytes: 40_000_000,
  pictureBytes: 10_000_000,
  files: 20_000,
  beside: 1000,
  namesNear: 500,
  depth: 24,
}

/** Folder of the package: `templates/` stands beside `dist/` (and beside `src/` in tests). */
const packageRoot = fileURLToPath(new URL('..', import.meta.url))

/** A path as people and messages see it: relative to `cwd` when inside it, with `/`. */
export function displayPath(cwd: string, path: string): string {
  const inside = relative(cwd, path)
  const shown = inside === '' ? '.' : inside.startsWith('..') || isAbsolute(inside) ? path : inside
  return shown.split(sep).join('/')
}

/** Orders by code unit, the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const why = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EBUSY: 'in use by another program',
    ENOSPC: 'no room on the disk',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a part of the path is a file, expected a folder',
    EISDIR: 'it is a folder, expected a file',
    EEXIST: 'a file is in the way, expected a folder',
    ENOENT: 'it is not there',
    ELOOP: 'its links go in a circle',
    ENAMETOOLONG: 'the name is too long',
  }
  return (code ? words[code] : undefined) ?? message
}

const isInside = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

/** What `findSheets` needs to know of its surroundings. */
export interface FindOptions {
  /** Absolute folder that relative paths start from. */
  cwd: string
  /** Tells a recall sheet from other Markdown; asked for files found in folders, never for files named one by one. */
  isSheet: (text: string, path: string) => boolean
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
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') log.report('file-missing', null, { path: shown })
      else log.report('file-unreadable', null, { path: shown, why: why(error) })
      continue
    }
    const home = join(options.cwd, 'content')
    const root = isInside(home, full) ? home : isFolder ? full : dirname(full)
    const files = isFolder ? listMarkdown(full, realpathSync(root), options.cwd, log) : [full]
    if (!isFolder) for (const sheet of sheetsBeside(full, root, options)) beside.set(join(root, sheet.path), sheet)
    for (const file of files) {
      // A file met on the way that nothing calls a sheet is passed over with a warning when it cannot be read.
      const sheet = readSheet(file, root, options.cwd, log, !isFolder || /recall/i.test(basename(file)))
      if (sheet && (!isFolder || options.isSheet(sheet.text, sheet.path))) found.set(file, sheet)
    }
  }
  const others = [...beside].filter(([full]) => !found.has(full)).map(([, sheet]) => sheet)
  return [...[...found.values()].sort((a, b) => byText(a.file, b.file)), ...others]
}

/** The other sheets in the folder of a file, read without a word: they may belong to its week, and output names depend on them. */
function sheetsBeside(full: string, root: string, { cwd, isSheet }: FindOptions): SheetText[] {
  const unheard = new Log()
  const folder = dirname(full)
  const names = attempt(folder, cwd, unheard, () => readdirSync(folder).sort(byText)) ?? []
  return names
    .filter((name) => !name.startsWith('.') && isMarkdownName(name) && join(folder, name) !== full)
    .slice(0, limits.beside)
    .filter((name) => kindOf(join(folder, name), realpathSync(root), cwd, unheard) === 'file')
    .flatMap((name) => readSheet(join(folder, name), root, cwd, unheard, false) ?? [])
    .filter((sheet) => isSheet(sheet.text, sheet.path))
    .map((sheet) => ({ ...sheet, beside: true as const }))
}

function readSheet(full: string, root: string, cwd: string, log: Log, needed: boolean): SheetText | null {
  const file = displayPath(cwd, full)
  const text = readText(full, file, log, needed)
  if (text === null) return null
  return { file, path: relative(root, full).split(sep).join('/'), root, text }
}

/** Markdown files below `folder`, sorted; hidden folders, `node_modules` and what links lead out of `realRoot` are left out. */
function listMarkdown(folder: string, realRoot: string, cwd: string, log: Log): string[] {
  const files: string[] = []
  const visited = new Set<string>()
  let seen = 0
  const walk = (current: string, depth: number): void => {
    const entries = attempt(current, cwd, log, () => ({ real: realpathSync(current), names: readdirSync(current) }))
    if (!entries || visited.has(entries.real) || depth > limits.depth) return
    visited.add(entries.real)
    for (const name of entries.names.sort(byText)) {
      if (name.startsWith('.') || name === 'node_modules') continue
      if (++seen > limits.files) return
      const full = join(current, name)
      const kind = kindOf(full, realRoot, cwd, log)
      if (kind === 'folder') walk(full, depth + 1)
      else if (kind === 'file' && isMarkdownName(name)) files.push(full)
    }
  }
  walk(folder, 0)
  if (seen > limits.files) log.report('files-too-many', null, { path: displayPath(cwd, folder), max: limits.files })
  return files
}

const isMarkdownName = (name: string): boolean => /\.(md|markdown|mdown|txt)$/i.test(name)

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

/** What stands at a path met on the way; null for what is none of our business, such as a link that leads nowhere. */
function kindOf(full: string, realRoot: string, cwd: string, log: Log): 'file' | 'folder' | null {
  try {
    const stat = statSync(full)
    const kind = stat.isDirectory() ? 'folder' : stat.isFile() && isMarkdownName(full) ? 'file' : null
    if (kind && lstatSync(full).isSymbolicLink() && !isInside(realRoot, realpathSync(full))) {
      const path = displayPath(cwd, full)
      log.report('file-outside-content', { file: path }, { path })
      return null
    }
    return kind
  } catch (error) {
    if (isMarkdownName(full)) {
      const path = displayPath(cwd, full)
      log.report('file-skipped', { file: path }, { path, why: why(error) })
    }
    return null
  }
}

/** The text of a file, or null after reporting: as an error when `needed`, else as a warning that it was passed over. */
function readText(full: string, file: string, log: Log, needed: boolean): string | null {
  const skip = (reason: string): null => {
    log.report('file-skipped', { file }, { path: file, why: reason })
    return null
  }
  let bytes: Uint8Array
  try {
    const read = readBounded(full, limits.sheetBytes)
    if (typeof read === 'number') {
      if (!needed) return skip(`it has ${read} bytes, expected at most ${limits.sheetBytes}`)
      log.report('file-too-large', { file }, { path: file, bytes: read, max: limits.sheetBytes })
      return null
    }
    bytes = read
  } catch (error) {
    if (!needed) return skip(why(error))
    log.report('file-unreadable', { file }, { path: file, why: why(error) })
    return null
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    if (!needed) return skip('it is not text in UTF-8')
    log.report('file-not-text', { file }, { path: file })
    return null
  }
}

/** The bytes of a regular file, or its size when it has more than `max`. */
function readBounded(full: string, max: number): Uint8Array | number {
  // Asked before opening: opening a pipe would wait for somebody to write into it.
  if (!statSync(full).isFile()) throw Object.assign(new Error('it is not a regular file'), { code: '' })
  const handle = openSync(full, 'r')
  try {
    const { size } = fstatSync(handle)
    return size > max ? size : readFileSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Reads a file that a sheet cites at `where`. `path` is relative to the content root, `/`-separated.
 * Returns null when it is absent, and 'told' after reporting: what leads out of the root or is no text is not read.
 */
export function readCited(
  cwd: string,
  root: string,
  path: string,
  where: Where,
  log: Log,
): { file: string; text: string } | 'told' | null {
  const full = resolve(root, path)
  const file = displayPath(cwd, full)
  if (!isInside(root, full) || isAbsolute(path)) {
    log.report('file-outside-content', where, { path })
    return 'told'
  }
  if (!existsSync(full)) return null
  if (!isInside(realpathSync(root), realpathSync(full))) {
    log.report('file-outside-content', where, { path: file })
    return 'told'
  }
  const text = readText(full, file, log, false)
  return text === null ? 'told' : { file, text }
}

/** Names in the folder where a cited file should be, for "did you mean"; none outside of the content root. */
export function namesNear(root: string, path: string): string[] {
  try {
    const folder = dirname(resolve(root, path))
    if (!isInside(realpathSync(root), realpathSync(folder))) return []
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort(byText)
      .slice(0, limits.namesNear)
  } catch {
    return []
  }
}

/**
 * Reads a picture that a sheet shows. `path` is relative to the content root, `/`-separated, as in `readCited`; links that lead out of the
 * root are not followed. Where there is no such file, the names of the pictures in its folder are returned, to suggest one.
 */
export function readPicture(root: string, path: string): FoundPicture {
  const outside = { fault: 'it leads outside the content folder' }
  const full = resolve(root, path)
  if (isAbsolute(path) || !isInside(root, full) || path.includes('\0')) return outside
  try {
    const real = realpathSync(full)
    if (!isInside(realpathSync(root), real)) return outside
    const bytes = readBounded(real, limits.pictureBytes)
    if (typeof bytes !== 'number') return { bytes }
    return { fault: `it has ${bytes} bytes, expected at most ${limits.pictureBytes}` }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return { fault: why(error) }
    return { missing: picturesIn(dirname(full), root) }
  }
}

/** Names of pictures in a folder inside the root, the first hundred of them. */
function picturesIn(folder: string, root: string): string[] {
  try {
    if (!isInside(realpathSync(root), realpathSync(folder))) return []
    return readdirSync(folder)
      .filter((name) => /\.(?:png|jpe?g)$/i.test(name))
      .sort(byText)
      .slice(0, 100)
  } catch {
    return []
  }
}

// ── templates ──

/** The templates there are: those in `templates/` of `cwd`, then those of the package. */
export interface TemplateShelf {
  /** By name, or by path of a folder or of a template.yaml. Null when there is none. */
  open: FindTemplate
  /** By name only: what a template may extend. */
  byName: FindTemplate
  /** Names, sorted. */
  names: string[]
}

export function templateShelf(cwd: string): TemplateShelf {
  const shelves = [join(cwd, 'templates'), join(packageRoot, 'templates')]
  const names = new Set(shelves.flatMap(templateNames))
  const byName: FindTemplate = (name) => {
    if (!/^[\w.-]+$/.test(name)) return null
    const shelf = shelves.find((folder) => existsSync(join(folder, name, 'template.yaml')))
    return shelf ? openTemplate(join(shelf, name, 'template.yaml'), cwd) : null
  }
  const open: FindTemplate = (name) => byName(name) ?? openTemplate(templatePath(resolve(cwd, name)), cwd)
  return { open, byName, names: [...names].sort(byText) }
}

function templateNames(shelf: string): string[] {
  try {
    return readdirSync(shelf).filter((name) => existsSync(join(shelf, name, 'template.yaml')))
  } catch {
    return []
  }
}

const templatePath = (path: string): string => (/\.ya?ml$/i.test(path) ? path : join(path, 'template.yaml'))

function openTemplate(path: string, cwd: string): TemplateFolder | null {
  try {
    const bytes = readBounded(path, limits.templateBytes)
    if (typeof bytes === 'number') return null
    const folder = realpathSync(dirname(path))
    const text = new TextDecoder().decode(bytes)
    return { file: displayPath(cwd, path), text, read: (name) => readBeside(folder, name) }
  } catch {
    return null
  }
}

function readBeside(folder: string, name: string): Uint8Array | null {
  try {
    const full = realpathSync(resolve(folder, name))
    if (!isInside(folder, full)) return null
    const bytes = readBounded(full, limits.fontBytes)
    return typeof bytes === 'number' ? null : bytes
  } catch {
    return null
  }
}

// ── writing ──

/** What became of the output files: paths for people, in the order given. */
export interface WriteResult {
  written: string[]
  unchanged: string[]
}

const temporaryName = /^\..+\.cold-recall-(\d+)\.tmp$/

/**
 * Writes files below `outDir`, whole or not at all: every file is first written beside its target; only when that went
 * well for all of them are they renamed. A file that has the same bytes already is left alone.
 * Faults are reported (`file-unwritable`); the old output is then untouched.
 */
export function writeOutputs(cwd: string, outDir: string, files: readonly OutputFile[], log: Log): WriteResult {
  const out = resolve(cwd, outDir)
  const result: WriteResult = { written: [], unchanged: [] }
  const staged: { temporary: string; target: string }[] = []
  const attempt = (target: string, act: () => void): boolean => {
    try {
      act()
      return true
    } catch (error) {
      log.report('file-unwritable', null, { path: displayPath(cwd, target), why: why(error) })
      return false
    }
  }
  const stage = ({ path, bytes }: OutputFile): boolean => {
    const target = join(out, path)
    return attempt(target, () => {
      prepareFolder(out, target)
      if (hasBytes(target, bytes)) {
        result.unchanged.push(displayPath(cwd, target))
        return
      }
      const temporary = join(dirname(target), `.${basename(target)}.cold-recall-${process.pid}.tmp`)
      staged.push({ temporary, target })
      writeFileSync(temporary, bytes)
    })
  }
  const allStaged = files.map(stage).every(Boolean)
  for (const { temporary, target } of staged) {
    const renamed = allStaged && attempt(target, () => renameSync(temporary, target))
    if (renamed) result.written.push(displayPath(cwd, target))
    else rmSync(temporary, { force: true })
  }
  return result
}

/**
 * Replaces the text of a sheet that `findSheets` gave, whole or not at all; true when it was written. Links inside the content root
 * are followed to the file itself; one that leads out of the root is reported and left alone.
 */
export function replaceText(cwd: string, sheet: SheetText, text: string, log: Log): boolean {
  try {
    const full = realpathSync(join(sheet.root, sheet.path))
    if (!isInside(realpathSync(sheet.root), full)) {
      log.report('file-outside-content', { file: sheet.file }, { path: sheet.file })
      return false
    }
    const { mode } = statSync(full)
    const bytes = new TextEncoder().encode(text)
    const { written } = writeOutputs(cwd, dirname(full), [{ path: basename(full), bytes }], log)
    if (written.length > 0) chmodSync(full, mode)
    return written.length > 0
  } catch (error) {
    log.report('file-unwritable', null, { path: sheet.file, why: why(error) })
    return false
  }
}

/** Makes the folder of `target` and checks that links do not lead it out of `out`; sweeps what a killed run left there. */
function prepareFolder(out: string, target: string): void {
  const folder = dirname(target)
  mkdirSync(out, { recursive: true })
  let standing = folder
  while (!existsSync(standing)) standing = dirname(standing)
  if (!isInside(realpathSync(out), realpathSync(standing))) throw new Error('a link leads out of the output folder')
  mkdirSync(folder, { recursive: true })
  if (existsSync(target) && statSync(target).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
  for (const name of readdirSync(folder)) {
    const owner = temporaryName.exec(name)?.[1]
    if (owner && !isRunning(Number(owner))) rmSync(join(folder, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}

/** The text of a file that a former run left in `outDir`; null when there is none, and why when it cannot be read. */
export function readKept(
  cwd: string,
  outDir: string,
  name: string,
  max: number,
): { text: string } | { why: string } | null {
  const full = join(resolve(cwd, outDir), name)
  try {
    if (!lstatSync(full).isFile()) return { why: 'it is not a regular file' }
    const read = readBounded(full, max)
    if (typeof read === 'number') return { why: `it has ${read} bytes, expected at most ${max}` }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(read) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    return { why: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not text in UTF-8' : why(error) }
  }
}

/** Renames a file in `outDir` to the first free of `NAME.bak`, `NAME.2.bak` …; returns the new name, or null when that could not be done. */
export function setAside(cwd: string, outDir: string, name: string): string | null {
  const folder = resolve(cwd, outDir)
  for (let n = 1; n < 100; n++) {
    const backup = `${name}${n === 1 ? '' : `.${n}`}.bak`
    if (existsSync(join(folder, backup))) continue
    try {
      renameSync(join(folder, name), join(folder, backup))
      return backup
    } catch {
      return null
    }
  }
  return null
}

/** Files to start from (`init`): path below the new folder → bytes. */
export function starterFiles(): OutputFile[] {
  const starter = join(packageRoot, 'templates', 'starter')
  const walk = (folder: string): string[] =>
    readdirSync(folder)
      .sort(byText)
      .flatMap((name) => {
        const full = join(folder, name)
        return statSync(full).isDirectory() ? walk(full) : [full]
      })
  return walk(starter).map((full) => ({
    path: relative(starter, full).split(sep).join('/'),
    bytes: readFileSync(full),
  }))
}

/** True when something stands at `path` (relative to `cwd`). */
export const isThere = (cwd: string, path: string): boolean => existsSync(resolve(cwd, path))

/** Version of this package, as its package.json says. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  return version
}
