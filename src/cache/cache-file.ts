/** The cache as a file: JSON, a run a line, so that only the run that is asked for is taken apart and the others go over as they stand. */
import { readKept } from '../disk/read.js'
import { type BuildCache, type CachedRun, cacheName, cacheVersion } from './model.js'

/** A larger cache is none of ours. */
const mostBytes = 100_000_000

/** The last line, behind those of the runs. */
const closing = ']}'

/** The first line, which is JSON with that behind it: all but the runs. */
const openingOf = ({ manifest, leftOver }: Omit<BuildCache, 'runs'>): string =>
  JSON.stringify({ version: cacheVersion, manifest, leftOver, runs: [] }).slice(0, -closing.length)

/** The cache in an output folder; null when there is none that we can use. */
export function readCache(cwd: string, out: string): BuildCache | null {
  const kept = readKept(cwd, out, cacheName, mostBytes)
  if (kept === null || !('text' in kept)) return null
  const [opening, ...lines] = kept.text.split('\n')
  // Behind the last line feed stands nothing.
  if (lines.pop() !== '' || lines.pop() !== closing) return null
  const { version, manifest, leftOver } = parsed<BuildCache & { version: number }>(`${opening}${closing}`) ?? {}
  if (version !== cacheVersion || typeof manifest !== 'string' || !areTexts(leftOver)) return null
  return { manifest, leftOver, runs: lines.map((line) => line.replace(/,$/, '')) }
}

/** The bytes of a cache. */
export const cacheBytes = (cache: BuildCache): Uint8Array =>
  new TextEncoder().encode(`${openingOf(cache)}\n${cache.runs.join(',\n')}\n${closing}\n`)

const keyed = (key: string): string => `{"key":${JSON.stringify(key)},`

/** True for the line of a run with this key. */
export const isRunOf = (line: string, key: string): boolean => line.startsWith(keyed(key))

/** A run as a line. Its key comes first. */
export const runLine = ({ key, ...rest }: CachedRun): string => JSON.stringify({ key, ...rest })

/** The run with this key, or the last one; null when there is none that we can use. */
export function runOf(cache: BuildCache | null, key?: string): CachedRun | null {
  const line = cache?.runs.find((each) => key === undefined || isRunOf(each, key))
  const run = line === undefined ? null : parsed<CachedRun>(line)
  return run && isWhole(run) ? run : null
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

/** True for a run with all its parts: somebody else may have written the file. */
const isWhole = ({ began, said, quietly, shared, folders, outputs, messages, groups }: CachedRun): boolean =>
  typeof began === 'number' &&
  [said, quietly].every((words) => typeof words === 'string') &&
  [shared, folders, outputs].every(areTexts) &&
  [messages, groups].every(Array.isArray) &&
  [...messages, ...groups].every(isObject) &&
  groups.every(
    ({ folder, seen, inputs, outputs: made, sheets, messages: told }) =>
      typeof folder === 'string' &&
      ['number', 'undefined'].includes(typeof seen) &&
      [inputs, made].every(areTexts) &&
      [sheets, told].every(Array.isArray) &&
      [...sheets, ...told].every(isObject) &&
      sheets.every((sheet) => typeof sheet.folder === 'string' && areTexts(sheet.names)),
  )

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const areTexts = (list: unknown): list is string[] =>
  Array.isArray(list) && list.every((text) => typeof text === 'string')
