/** Writes results whole or not at all, and nowhere but below the output folder: checked on real paths, after symbolic links. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { OutputFile } from '../build.js'
import type { Log } from '../diagnostics.js'
import type { SheetText } from '../read-sheets.js'
import { displayPath, isInside, why } from './paths.js'
import { isRunning } from './processes.js'

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

function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes)
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
