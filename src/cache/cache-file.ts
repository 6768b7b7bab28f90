/** The cache as a file: JSON, a run a line, so that only the run that is asked for is taken apart and the others go over as they stand. */
import { readKept } from '../disk/read.js'
import { type KeptStamp, StampReader, StampWriter } from './kept-stamps.js'
import {
  type BuildCache,
  type CachedGroup,
  type CachedRun,
  type CachedSheet,
  cacheName,
  cacheVersion,
  type ManifestMark,
} from './model.js'

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
  if (version !== cacheVersion || !isMark(manifest) || !areTexts(leftOver)) return null
  return { manifest, leftOver, runs: lines.map((line) => (line.endsWith(',') ? line.slice(0, -1) : line)) }
}

const isMark = (mark: unknown): mark is ManifestMark =>
  isObject(mark) && 'size' in mark && typeof mark.size === 'number' && 'crc32' in mark && typeof mark.crc32 === 'number'

/** The bytes of a cache. */
export const cacheBytes = (cache: BuildCache): Uint8Array =>
  new TextEncoder().encode(`${openingOf(cache)}\n${cache.runs.join(',\n')}\n${closing}\n`)

const keyed = (key: string): string => `{"key":${JSON.stringify(key)},`

/** True for the line of a run with this key. */
export const isRunOf = (line: string, key: string): boolean => line.startsWith(keyed(key))

/** A run as its line says it: what is a `Stamp` there is a `KeptStamp` here, and `numbers` are those of all of them, in the order of `runLine`. */
type KeptRun = Omit<CachedRun, 'shared' | 'folders' | 'groups' | 'outputs'> &
  Record<'shared' | 'folders' | 'outputs', readonly KeptStamp[]> & { groups: readonly KeptGroup[]; numbers: string }

type KeptGroup = Omit<CachedGroup, 'inputs' | 'outputs'> & Record<'inputs' | 'outputs', readonly KeptStamp[]>

/** A run as a line. Its key comes first. */
export function runLine({ key, shared, folders, outputs, groups, ...rest }: CachedRun): string {
  const stamps = new StampWriter()
  const run: Omit<KeptRun, 'numbers'> = {
    key,
    shared: shared.map(stamps.kept),
    folders: folders.map(stamps.kept),
    outputs: outputs.map(stamps.kept),
    groups: groups.map((group) => ({
      ...group,
      inputs: group.inputs.map(stamps.kept),
      outputs: group.outputs.map(stamps.kept),
    })),
    ...rest,
  }
  return JSON.stringify({ ...run, numbers: stamps.numbers() } satisfies KeptRun)
}

/** The run with this key, or the last one; null when there is none that we can use. */
export function runOf(cache: BuildCache | null, key?: string): CachedRun | null {
  const line = cache?.runs.find((each) => key === undefined || isRunOf(each, key))
  const run = line === undefined ? null : parsed<KeptRun>(line)
  return run && isWhole(run) ? unpacked(run) : null
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

function unpacked({ shared, folders, outputs, groups, numbers, ...rest }: KeptRun): CachedRun {
  const { read } = new StampReader(numbers)
  return {
    ...rest,
    shared: shared.map(read),
    folders: folders.map(read),
    outputs: outputs.map(read),
    groups: groups.map(({ folder, inputs, outputs: made, seen, sheets, messages, marks }) => ({
      folder,
      inputs: inputs.map(read),
      outputs: made.map(read),
      ...(seen === undefined ? {} : { seen }),
      sheets,
      messages,
      marks,
    })),
  }
}

/** True for a run with all its parts: somebody else may have written the file. What is no stamp among stamps is one that does not hold. */
const isWhole = ({ began, said, quietly, shared, folders, outputs, messages, groups }: KeptRun): boolean =>
  typeof began === 'number' &&
  [said, quietly].every((words) => typeof words === 'string') &&
  [shared, folders, outputs, messages, groups].every(Array.isArray) &&
  messages.every(isObject) &&
  groups.every(isWholeGroup)

const isWholeGroup = (group: KeptGroup): boolean =>
  isObject(group) &&
  typeof group.folder === 'string' &&
  (group.seen === undefined || typeof group.seen === 'number') &&
  Array.isArray(group.inputs) &&
  Array.isArray(group.outputs) &&
  Array.isArray(group.messages) &&
  group.messages.every(isObject) &&
  areTexts(group.marks) &&
  Array.isArray(group.sheets) &&
  group.sheets.every(isWholeSheet)

const isWholeSheet = (sheet: CachedSheet): boolean =>
  isObject(sheet) && typeof sheet.folder === 'string' && areTexts(sheet.names)

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const areTexts = (list: unknown): list is string[] =>
  Array.isArray(list) && list.every((text) => typeof text === 'string')
