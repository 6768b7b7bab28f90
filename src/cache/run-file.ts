/** Runs as a file: JSON, a run a line, so that only the run that is asked for is taken apart and the others go over as they stand. */
import { readKept } from '../disk/read.js'
import { type KeptStamp, StampReader, StampWriter } from './kept-stamps.js'
import { cacheVersion, type KnownGroup, type KnownRun, mostRuns } from './model.js'

/** A larger file is none of ours. */
const mostBytes = 100_000_000

/** The last line, behind those of the runs. */
const closing = ']}'

/** What stands in such a file: each run the JSON of a `KnownRun`, the last first; and what was written beside them, which somebody else may have done. */
export interface RunFile {
  beside: Record<string, unknown>
  runs: string[]
}

/** The runs that a file in an output folder holds; null when there is none that we can use. */
export function readRuns(cwd: string, out: string, name: string): RunFile | null {
  const kept = readKept(cwd, out, name, mostBytes)
  if (kept === null || !('text' in kept)) return null
  const [opening, ...lines] = kept.text.split('\n')
  // Behind the last line feed stands nothing.
  if (lines.pop() !== '' || lines.pop() !== closing) return null
  const { version, ...beside } = parsed<Record<string, unknown>>(`${opening}${closing}`) ?? {}
  if (version !== cacheVersion) return null
  return { beside, runs: lines.map((line) => (line.endsWith(',') ? line.slice(0, -1) : line)) }
}

/** The bytes of such a file. */
export const runsBytes = ({ beside, runs }: RunFile): Uint8Array =>
  // The first line is JSON with the last one behind it.
  new TextEncoder().encode(
    `${JSON.stringify({ version: cacheVersion, ...beside, runs: [] }).slice(0, -closing.length)}\n${runs.join(',\n')}\n${closing}\n`,
  )

/** The lines of runs with this one in front, in the place of one with the same key; the oldest beyond so many are forgotten. */
export const withLine = (run: KnownRun, lines: readonly string[]): string[] =>
  [runLine(run), ...lines.filter((line) => !isRunOf(line, run.key))].slice(0, mostRuns)

const keyed = (key: string): string => `{"key":${JSON.stringify(key)},`

/** True for the line of a run with this key. */
const isRunOf = (line: string, key: string): boolean => line.startsWith(keyed(key))

/** A run as its line says it: what is a `Stamp` there is a `KeptStamp` here, and `numbers` are those of all of them, in the order of `runLine`. */
export type KeptRun = Omit<KnownRun, 'shared' | 'folders' | 'groups' | 'outputs'> &
  Record<'shared' | 'folders' | 'outputs', readonly KeptStamp[]> & { groups: readonly KeptGroup[]; numbers: string }

/** A group of such a run. */
export type KeptGroup = Omit<KnownGroup, 'inputs' | 'outputs'> & Record<'inputs' | 'outputs', readonly KeptStamp[]>

/** A run as a line. Its key comes first. */
function runLine({ key, shared, folders, outputs, groups, ...rest }: KnownRun): string {
  const stamps = new StampWriter()
  const run: KeptRun = {
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
    numbers: stamps.numbers(),
  }
  return JSON.stringify(run)
}

/**
 * The run with this key, or the last one; null when there is none that we can use: one that has all parts of a run, and those that `isWhole` knows of, since
 * somebody else may have written the file. What is no stamp among stamps is one that does not hold.
 */
export function runOf<R extends KnownRun>(
  lines: readonly string[],
  isWhole: (run: KeptRun) => boolean,
  key?: string,
): R | null {
  const line = lines.find((each) => key === undefined || isRunOf(each, key))
  const run = line === undefined ? null : parsed<KeptRun>(line)
  return run && isWholeRun(run) && isWhole(run) ? (unpacked(run) as KnownRun as R) : null
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

function unpacked({ shared, folders, outputs, groups, numbers, ...rest }: KeptRun): KnownRun {
  const { read } = new StampReader(numbers)
  return {
    ...rest,
    shared: shared.map(read),
    folders: folders.map(read),
    outputs: outputs.map(read),
    groups: groups.map((group) => ({ ...group, inputs: group.inputs.map(read), outputs: group.outputs.map(read) })),
  }
}

const isWholeRun = ({ began, said, quietly, shared, folders, outputs, groups }: KeptRun): boolean =>
  typeof began === 'number' &&
  [said, quietly].every((words) => typeof words === 'string') &&
  [shared, folders, outputs, groups].every(Array.isArray) &&
  groups.every(isWholeGroup)

const isWholeGroup = (group: KeptGroup): boolean =>
  isObject(group) &&
  typeof group.folder === 'string' &&
  (group.seen === undefined || typeof group.seen === 'number') &&
  [group.inputs, group.outputs].every(Array.isArray) &&
  [group.messages, group.sheets].every((list) => Array.isArray(list) && list.every(isObject))

/** True for an object, which may be a list. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** True for a list of nothing but texts. */
export const areTexts = (list: unknown): list is string[] =>
  Array.isArray(list) && list.every((text) => typeof text === 'string')
