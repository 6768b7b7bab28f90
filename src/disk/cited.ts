/** Reads what a sheet names, sources and pictures: inside its content root, on real paths, after symbolic links. */

import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import type { FoundPicture } from '../build/read-sheets.js'
import type { Log, Where } from '../diagnostics.js'
import { byText } from '../text/by-text.js'
import { displayPath, isInside, why } from './paths.js'
import { limits, readBounded, readText } from './read.js'

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
