/** The short way: nothing has changed since a run with the same words. Loads no more than it needs to find that out. */

import { readKept } from '../disk/read.js'
import { holds, type Stamp } from '../disk/stamps.js'
import { type Shell, wantsColour } from '../shell.js'
import { sha256 } from '../text/digest.js'
import { type BuildCache, type CachedGroup, type CachedRun, cacheName, cacheVersion } from './model.js'

/**
 * The key of a run: what decides what it does, beside the files that it reads. The same words with the same program (version and build) give the
 * same one, for one `SOURCE_DATE_EPOCH`, messages in colours or not, and one weekday, where `today` is asked for.
 */
export function keyOfRun({ argv, program }: Required<Shell>['words'], { env, stderr, now }: Shell): string {
  const day = argv.some((word) => /today/i.test(word)) ? now().getDay() : null
  const colour = wantsColour(stderr, env)
  return sha256(JSON.stringify([program, process.version, argv, env.SOURCE_DATE_EPOCH ?? null, colour, day]))
}

/** The cache in an output folder; null when there is none that we can use. */
export function readCache(cwd: string, out: string): BuildCache | null {
  const kept = readKept(cwd, out, cacheName, mostBytes)
  if (kept === null || !('text' in kept)) return null
  try {
    const cache = JSON.parse(kept.text) as BuildCache
    return cache.version === cacheVersion &&
      typeof cache.manifest?.path === 'string' &&
      (cache.leftOver ?? []).every((path) => typeof path === 'string') &&
      cache.runs.every(isWhole)
      ? cache
      : null
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
  groups.every(
    (group) =>
      ['number', 'undefined'].includes(typeof group.seen) &&
      [group.inputs, group.outputs, group.sheets, group.messages].every(Array.isArray),
  )

/** A larger cache is none of ours. */
const mostBytes = 100_000_000

/** True when all that a run read and wrote is as it left it, and the manifest as the last run did. */
export const isCurrent = (cwd: string, { manifest }: BuildCache, run: CachedRun): boolean =>
  allHold(cwd, [manifest, ...run.shared, ...run.outputs], run.began) &&
  run.groups.every((group) => groupStands(cwd, group, run))

/** True when all that the sheets of a folder were read from and built into is as the run left it. */
export const groupStands = (cwd: string, { inputs, outputs, seen = 0 }: CachedGroup, { began }: CachedRun): boolean =>
  // What was seen once more when a long run ended need not be read.
  allHold(cwd, inputs, began) && allHold(cwd, outputs, Math.max(began, seen))

/** `began`: as `holds` has it. */
export const allHold = (cwd: string, stamps: readonly Stamp[], began: number): boolean =>
  stamps.every((stamp) => holds(cwd, stamp, began))
