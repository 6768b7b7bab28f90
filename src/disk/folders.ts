/** Folders that are made on the way, and taken away again when nothing was written into them. */
import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isInside } from './paths.js'

/** Makes a folder and those above it. Returns what takes away again as many of them as are new and empty. */
export function makeFolder(folder: string): () => void {
  const made = makeAll(folder)
  return () => {
    if (made === undefined) return
    try {
      for (let each = folder; isInside(made, each); each = dirname(each)) rmdirSync(each)
    } catch {
      // Something stands in it.
    }
  }
}

/**
 * The first folder that had to be made, on the way to `folder`; undefined where all stood. Step by step, since Node's own way tries for ever where a
 * disk says that the folder above is missing though it stands: below `/proc`, and on a drive that is gone.
 */
function makeAll(folder: string): string | undefined {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined
  const above = dirname(folder)
  const made = above === folder ? undefined : makeAll(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Somebody was faster.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
    return made
  }
  return made ?? folder
}
