/** Writes results whole or not at all, and nowhere but below the output folder: checked on real paths, after symbolic links. */
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { SheetText } from '../build/read-sheets.js'
import type { Log } from '../diagnostics.js'
import { drive, lengthOf, renamePatiently } from './drive.js'
import { dropFile } from './drop.js'
import { makeFolder } from './folders.js'
import { displayPath, isInside, why } from './paths.js'
import { isRunning } from './processes.js'

/** What became of the output files: paths for people, in the order given. */
export interface WriteResult {
  written: string[]
  unchanged: string[]
}

/**
 * A file to be written: its path below the output folder, and its bytes, in one piece or in several. What is no list of pieces is asked for them once, while
 * it is written, so that a large file never stands in the memory.
 */
export interface ToWrite {
  path: string
  bytes: Uint8Array | Iterable<Uint8Array>
}

/** `here`: none of these files could be written; `everywhere`: nor can others. */
export type WriteFault = 'here' | 'everywhere'

const temporaryName = /^\..+\.cold-recall-(\d+)\.tmp$/

/** A file that is written beside its target, and the name by which the old one is kept until all are in place. */
interface Staged {
  temporary: string
  target: string
  old: string | null
  inPlace: boolean
}

/**
 * Writes files below `outDir`, all or none: every file is first written beside its target; only when that went well for all of them are they
 * renamed, and when one cannot be, those before it are put back. A file that has the same bytes already is left alone.
 * The first fault is reported (`file-unwritable`); the old output is then as it was, and `fault` says whether it is worth to go on with others.
 */
export function writeOutputs(
  cwd: string,
  outDir: string,
  files: readonly ToWrite[],
  log: Log,
): WriteResult & { fault?: WriteFault } {
  const out = resolve(cwd, outDir)
  const unchanged: string[] = []
  const staged: Staged[] = []
  const folders = new Map<string, (() => void)[]>()
  const held: number[] = []
  let target = out
  let isRenaming = false
  try {
    for (const { path, bytes } of files) {
      const pieces = bytes instanceof Uint8Array ? [bytes] : bytes
      target = join(out, path)
      const folder = dirname(target)
      if (!folders.has(folder)) folders.set(folder, prepareFolder(out, folder))
      const standing = standingAt(target)
      if (standing?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
      if (standing?.isFile()) {
        if (isAtHand(pieces) && hasBytes(target, standing.size, pieces)) {
          unchanged.push(displayPath(cwd, target))
          continue
        }
        if (held.length < mostHeld) held.push(...drive.hold(target))
      }
      const temporary = besideOf(target, '')
      staged.push({ temporary, target, old: null, inPlace: false })
      drive.write(temporary, pieces)
      if (standing?.isFile() && !isAtHand(pieces) && hasSameBytes(temporary, target)) {
        staged.pop()
        dropFile(temporary)
        unchanged.push(displayPath(cwd, target))
      }
    }
    isRenaming = true
    for (const [i, each] of staged.entries()) {
      target = each.target
      // The last one needs no way back.
      if (i < staged.length - 1 && existsSync(target)) {
        each.old = besideOf(target, 'old.')
        drive.keep(target, each.old)
      }
      renamePatiently(each.temporary, target)
      each.inPlace = true
    }
    for (const { old } of staged) if (old) dropFile(old)
    return { written: staged.map((each) => displayPath(cwd, each.target)), unchanged }
  } catch (error) {
    const obstacle = inTheWay(target)
    log.report('file-unwritable', null, { path: displayPath(cwd, obstacle ?? target), why: why(error) })
    for (const each of staged) putBack(each)
    for (const remove of [...folders.values()].flat().reverse()) remove()
    const { code = '' } = error as NodeJS.ErrnoException
    const isHere = obstacle === null ? isRenaming || ofOneFile.has(code) : obstacle !== out && isInside(out, obstacle)
    return { written: [], unchanged, fault: isHere && !ofTheDisk.has(code) ? 'here' : 'everywhere' }
  } finally {
    for (const handle of held) drive.letGo(handle)
  }
}

/** Of a week's files; where only few may be open at once, those that are written need to be. */
const mostHeld = 12

/** Faults of one path, such as a folder in its place, or a link that leads out; and faults that every file will have. */
const ofOneFile: ReadonlySet<string> = new Set(['', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'])
const ofTheDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'])

/** The file that stands where a folder on the way to `path` should be; null when none does. */
function inTheWay(path: string): string | null {
  let standing = dirname(path)
  while (standing !== dirname(standing) && !existsSync(standing)) standing = dirname(standing)
  return statSync(standing).isDirectory() ? null : standing
}

/** A name of ours beside a file. */
const besideOf = (target: string, what: string): string =>
  join(dirname(target), `.${what}${basename(target)}.cold-recall-${process.pid}.tmp`)

/** Undoes one file: what was written goes, what stood there comes back. */
function putBack({ temporary, target, old, inPlace }: Staged): void {
  try {
    dropFile(temporary)
    if (old && inPlace) renameSync(old, target)
    else if (old) dropFile(old)
    else if (inPlace) dropFile(target)
  } catch {
    // The fault is told already; what is left of it is swept away by the next build.
  }
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

/** Makes a folder and checks that links do not lead it out of `out`; sweeps what a killed run left there. Returns how to undo. */
function prepareFolder(out: string, folder: string): (() => void)[] {
  const undo = [makeFolder(out)]
  let standing = folder
  while (!existsSync(standing)) standing = dirname(standing)
  if (!isInside(realpathSync(out), realpathSync(standing))) throw new Error('a link leads out of the output folder')
  undo.push(makeFolder(folder))
  for (const name of readdirSync(folder)) {
    const owner = Number(temporaryName.exec(name)?.[1] ?? 0)
    // In a container our number may be that of one who was killed.
    if (owner > 0 && (owner === process.pid || !isRunning(owner))) dropFile(join(folder, name))
  }
  return undo
}

function standingAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const isAtHand = (pieces: Iterable<Uint8Array>): pieces is readonly Uint8Array[] => Array.isArray(pieces)

/** Bytes of two files that are compared at once. */
const comparedBytes = 1 << 18

/** True for two files that hold the same. */
function hasSameBytes(one: string, other: string): boolean {
  const handles: number[] = []
  try {
    handles.push(openSync(one, 'r'), openSync(other, 'r'))
    const pieces = handles.map(() => Buffer.allocUnsafe(comparedBytes))
    for (;;) {
      const [mine, theirs] = handles.map((handle, i) => filled(handle, pieces[i] as Buffer)) as [Buffer, Buffer]
      if (!mine.equals(theirs)) return false
      if (mine.length < comparedBytes) return true
    }
  } catch {
    return false
  } finally {
    for (const handle of handles) closeSync(handle)
  }
}

/** What follows in a file, as much of it as there is room for: a read may give less than there is. */
function filled(handle: number, room: Buffer): Buffer {
  let length = 0
  for (let read = -1; read !== 0 && length < room.length; length += read)
    read = readSync(handle, room, length, room.length - length, null)
  return room.subarray(0, length)
}

/** True for a file of this size that holds these pieces. */
function hasBytes(path: string, size: number, pieces: readonly Uint8Array[]): boolean {
  if (size !== lengthOf(pieces)) return false
  try {
    const standing = readFileSync(path)
    let at = 0
    return pieces.every((piece) => {
      const from = at
      at += piece.length
      return standing.subarray(from, at).equals(piece)
    })
  } catch {
    return false
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

/** True when something stands at `path` (relative to `cwd`). */
export const isThere = (cwd: string, path: string): boolean => existsSync(resolve(cwd, path))
