/** Folders that are made on the way, and taken away again when nothing was written into them. */
import { mkdirSync, rmdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { isInside } from './paths.js'

/** Makes a folder and those above it. Returns what takes away again as many of them as are new and empty. */
export function makeFolder(folder: string): () => void {
  const made = mkdirSync(folder, { recursive: true })
  return () => {
    if (made === undefined) return
    try {
      for (let each = folder; isInside(made, each); each = dirname(each)) rmdirSync(each)
    } catch {
      // Something stands in it.
    }
  }
}
