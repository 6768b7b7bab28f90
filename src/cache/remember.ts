/** Keeps what a run read and wrote for the next one. */
import type { OutputFile } from '../build.js'
import { type Stamp, stampFile } from '../disk/stamps.js'
import { manifestName } from '../identity/model.js'
import { type BuildCache, type CachedGroup, type CachedRun, cacheName, cacheVersion, mostRuns } from './model.js'
import { groupOf, type Recorder } from './recorder.js'

/** A run that went well, as `build` knows it when all is written. */
export interface FinishedRun {
  key: string
  /** When it began, ms since 1970. */
  began: number
  exitCode: number
  said: string
  /** Names of the sheets in messages, each with the paths of its outputs below the output folder. */
  sheets: readonly { file: string; outputs: readonly { path: string }[] }[]
  /** All that stands in the output folder from it. */
  files: readonly OutputFile[]
}

/** The cache with this run in front; null when something that it depends on cannot be told by stamps. */
export function withRun(
  cache: BuildCache | null,
  run: FinishedRun,
  recorder: Recorder,
  cwd: string,
  out: string,
): OutputFile | null {
  if (!recorder.isWhole) return null
  const stamps = new Map<string, Stamp>()
  for (const { path, bytes } of run.files) {
    // Runs with other words write into one manifest.
    const stamp: Stamp | null =
      path === manifestName ? { path: `${out}/${path}`, kind: 'there' } : stampFile(cwd, `${out}/${path}`, bytes)
    if (!stamp) return null
    stamps.set(path, stamp)
  }
  const groups = new Map<string, CachedGroup>()
  for (const folder of recorder.folders) groups.set(folder, { folder, inputs: recorder.inputsOf(folder), outputs: [] })
  for (const { file, outputs } of run.sheets)
    for (const { path } of outputs) {
      const stamp = stamps.get(path)
      const group = groups.get(groupOf(file))
      if (stamp && group) group.outputs.push(stamp)
      if (group) stamps.delete(path)
    }
  const cached: CachedRun = {
    key: run.key,
    began: run.began,
    shared: recorder.shared,
    groups: [...groups.values()],
    exitCode: run.exitCode,
    said: run.said,
    outputs: [...stamps.values()],
  }
  const others = (cache?.runs ?? []).filter(({ key }) => key !== run.key)
  const next: BuildCache = { version: cacheVersion, runs: [cached, ...others].slice(0, mostRuns) }
  return { path: cacheName, bytes: new TextEncoder().encode(`${JSON.stringify(next)}\n`) }
}
