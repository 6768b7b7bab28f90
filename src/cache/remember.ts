/** Keeps what a run read and wrote for the next one. */
import type { PlacedSheet } from '../build/build.js'
import type { OutputFile } from '../build/week-model.js'
import type { Message } from '../diagnostics.js'
import type { Stamp } from '../disk/stamps.js'
import { cacheBytes } from './cache-file.js'
import type { MarkOf } from './message-marks.js'
import { type BuildCache, type CachedGroup, type CachedRun, cacheName, type ManifestMark } from './model.js'
import { groupOf, type Recorder } from './recorder.js'
import { withLine } from './run-file.js'
import { type Standing, sharedBy } from './standing.js'

/** A run, as `build` knows it when all is written. */
export interface FinishedRun {
  key: string
  /** When it began, ms since 1970. */
  began: number
  exitCode: number
  said: string
  quietly: string
  messages: readonly Message[]
  markOf: MarkOf
  /** The sheets that it built, by their names in messages, each with the paths of its outputs below the output folder. */
  sheets: readonly { file: string; outputs: readonly { path: string }[] }[]
  /** All sheets that were read. */
  placed: readonly PlacedSheet[]
  /** All that it wrote or found written already, but for the manifest, by paths below the output folder; null for what was gone at once. */
  outputs: ReadonlyMap<string, Stamp | null>
  /** When all of `outputs` were seen to be untouched since they were written, ms since 1970; null when they were not. */
  seen: number | null
  /** The manifest that it wrote. */
  manifest: ManifestMark
  /** What stands in the output folder of sheets that are gone, as the cache has it. */
  leftOver: readonly string[]
  /** What stood from a run before and was not built again. */
  standing: Standing | null
}

/** The cache with this run in front; null when something that it depends on cannot be told by stamps. */
export function withRun(cache: BuildCache | null, run: FinishedRun, recorder: Recorder): OutputFile | null {
  if (!recorder.isWhole) return null
  const stamps = new Map<string, Stamp>()
  for (const [path, stamp] of run.outputs) {
    if (!stamp) return null
    stamps.set(path, stamp)
  }
  const groups = groupsOf(run, recorder, stamps)
  if (!groups) return null
  const broken = new Set(run.messages.filter(isError).flatMap(({ file }) => (file === null ? [] : groupOf(file))))
  const complete = !run.messages.some(isError)
  // Of what was not built or could not be written nothing is believed.
  const built = countBy(run.sheets.map(({ file }) => file))
  const isBuilt = ({ sheets }: CachedGroup) =>
    [...countBy(sheets.map(({ file }) => file))].every(([file, weeks]) => built.get(file) === weeks)
  const sound = [...groups.values()].filter((group) => !broken.has(group.folder) && (complete || isBuilt(group)))
  const known = run.standing?.groups ?? []
  const inGroups = new Set([...groups.keys(), ...known.map(({ folder }) => folder)])
  const cached: CachedRun = {
    key: run.key,
    began: run.began,
    shared: sharedBy(recorder, run.standing),
    folders: recorder.searched,
    groups: [...sound, ...known],
    messages: run.messages.filter(({ file }) => file !== null && !inGroups.has(groupOf(file))),
    complete,
    exitCode: run.exitCode,
    said: run.said,
    quietly: run.quietly,
    outputs: [...stamps.values()],
  }
  const runs = withLine(cached, cache?.runs ?? [])
  return {
    path: cacheName,
    bytes: cacheBytes({ manifest: run.manifest, leftOver: [...run.leftOver], runs }),
  }
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const isError = ({ severity }: Message): boolean => severity === 'error'

/** The groups that this run built; their outputs leave `stamps`. Null when a message cannot be told to belong to one of their sheets. */
function groupsOf(run: FinishedRun, recorder: Recorder, stamps: Map<string, Stamp>): Map<string, CachedGroup> | null {
  const groups = new Map<string, CachedGroup>()
  for (const folder of recorder.folders)
    groups.set(folder, {
      folder,
      inputs: recorder.inputsOf(folder),
      outputs: [],
      ...(run.seen === null ? {} : { seen: run.seen }),
      sheets: [],
      messages: [],
      marks: [],
    })
  for (const sheet of run.placed) groups.get(groupOf(sheet.file))?.sheets.push(sheet)
  for (const { file, outputs } of run.sheets)
    for (const { path } of outputs) {
      const stamp = stamps.get(path)
      const group = groups.get(groupOf(file))
      if (!stamp || !group) continue
      group.outputs.push(stamp)
      stamps.delete(path)
    }
  for (const message of run.messages) {
    const group = message.file === null ? undefined : groups.get(groupOf(message.file))
    if (!group) continue
    // A cited file that has a message of its own: which of the sheets that cite it brought it up cannot be told.
    if (!recorder.isMarkdown(message.file ?? '')) return null
    group.messages.push(message)
    group.marks.push(run.markOf(message))
  }
  return groups
}
