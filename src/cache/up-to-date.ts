/** The short way: nothing has changed since a run with the same words. Loads no more than it needs to find that out. */

import { readKept } from '../disk/read.js'
import { holds } from '../disk/stamps.js'
import { type Shell, wantsColour } from '../shell.js'
import { sha256 } from '../text/digest.js'
import { type BuildCache, type CachedRun, cacheName, cacheVersion } from './model.js'

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
    return cache.version === cacheVersion && typeof cache.manifest?.path === 'string' && cache.runs.every(isWhole)
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
  groups.every((group) => [group.inputs, group.outputs, group.sheets, group.messages].every(Array.isArray))

/** A larger cache is none of ours. */
const mostBytes = 100_000_000

/** True when all that a run read and wrote is as it left it, and the manifest as the last run did. */
export const isCurrent = (cwd: string, { manifest }: BuildCache, run: CachedRun): boolean =>
  [
    manifest,
    ...run.shared,
    ...run.outputs,
    ...run.groups.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]),
  ].every((stamp) => holds(cwd, stamp, run.began))
