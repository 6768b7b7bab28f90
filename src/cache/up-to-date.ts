/** The short way: nothing has changed since a run with the same words. Loads no more than it needs to find that out. */

import { readKept } from '../disk/read.js'
import { holds } from '../disk/stamps.js'
import { sha256 } from '../text/digest.js'
import { type BuildCache, type CachedRun, cacheName, cacheVersion } from './model.js'

/** What decides what a run does, beside the files that it reads. */
export interface RunWords {
  argv: readonly string[]
  /** Which program: version and build. */
  program: string
  /** `SOURCE_DATE_EPOCH`, as it is set. */
  epoch: string | undefined
  /** Messages come in colours. */
  colour: boolean
  /** 0 Sunday … 6 Saturday; it counts where `today` is asked for. */
  weekday: number
}

/** The key of a run: the same words with the same program give the same one. */
export function keyOf({ argv, program, epoch, colour, weekday }: RunWords): string {
  const day = argv.some((word) => /today/i.test(word)) ? weekday : null
  return sha256(JSON.stringify([program, process.version, argv, epoch ?? null, colour, day]))
}

/** The cache in an output folder; null when there is none that we can use. */
export function readCache(cwd: string, out: string): BuildCache | null {
  const kept = readKept(cwd, out, cacheName, mostBytes)
  if (kept === null || !('text' in kept)) return null
  try {
    const cache = JSON.parse(kept.text) as BuildCache
    return cache.version === cacheVersion && cache.runs.every(isWhole) ? cache : null
  } catch {
    return null
  }
}

/** True for a run with all its parts: somebody else may have written the file. */
const isWhole = ({ key, began, said, shared, outputs, messages, groups }: CachedRun): boolean =>
  typeof key === 'string' &&
  typeof began === 'number' &&
  typeof said === 'string' &&
  [shared, outputs, messages].every(Array.isArray) &&
  groups.every((group) => [group.inputs, group.outputs, group.sheets, group.messages].every(Array.isArray))

/** A larger cache is none of ours. */
const mostBytes = 100_000_000

/** True when all that a run read and wrote is as it left it. */
export const isCurrent = (cwd: string, run: CachedRun): boolean =>
  [...run.shared, ...run.outputs, ...run.groups.flatMap(({ inputs, outputs }) => [...inputs, ...outputs])].every(
    (stamp) => holds(cwd, stamp, run.began),
  )
