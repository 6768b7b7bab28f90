/** The cache of builds as a file. */
import {
  type BuildCache,
  type CachedGroup,
  type CachedRun,
  type CachedSheet,
  cacheName,
  type ManifestMark,
} from './model.js'
import { areTexts, isObject, type KeptRun, readRuns, runOf, runsBytes } from './run-file.js'

/** The cache in an output folder; null when there is none that we can use. */
export function readCache(cwd: string, out: string): BuildCache | null {
  const kept = readRuns(cwd, out, cacheName)
  if (!kept) return null
  const { manifest, leftOver } = kept.beside
  return isMark(manifest) && areTexts(leftOver) ? { manifest, leftOver, runs: kept.runs } : null
}

const isMark = (mark: unknown): mark is ManifestMark =>
  isObject(mark) && 'size' in mark && typeof mark.size === 'number' && 'crc32' in mark && typeof mark.crc32 === 'number'

/** The bytes of a cache. */
export const cacheBytes = ({ manifest, leftOver, runs }: BuildCache): Uint8Array =>
  runsBytes({ beside: { manifest, leftOver }, runs })

/** The run with this key, or the last one; null when there is none that we can use. */
export const buildRunOf = (cache: BuildCache | null, key?: string): CachedRun | null =>
  cache && runOf<CachedRun>(cache.runs, isBuild, key)

/** True for a run that has what builds have beside others. */
const isBuild = (run: KeptRun & { messages?: unknown }): boolean =>
  Array.isArray(run.messages) &&
  run.messages.every(isObject) &&
  run.groups.every(
    (group: { marks?: CachedGroup['marks']; sheets: object[] }) => areTexts(group.marks) && group.sheets.every(isSheet),
  )

const isSheet = (sheet: Partial<CachedSheet>): boolean => typeof sheet.folder === 'string' && areTexts(sheet.names)
