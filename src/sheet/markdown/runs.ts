/** Small tools over runs: measure, cut, trim and join them without losing their style. Offsets count UTF-16 units of `rawText`. */
import type { Run } from '../../text/rich.js'

/** The characters of runs as they are, hard breaks as `\n`; offsets for `sliceRuns` count in it. */
export function rawText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

/** The runs between two offsets of `rawText`. `[{text:'a'},{text:'bc',strong}]`, 1, 2 → `[{text:'b',strong}]`. */
export function sliceRuns(runs: readonly Run[], start: number, end = Number.POSITIVE_INFINITY): Run[] {
  const kept: Run[] = []
  let at = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (text !== '') addRun(kept, { ...run, text })
    at += run.text.length
  }
  return kept
}

/** Runs without white space at both ends. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const text = rawText(runs)
  const start = text.length - text.trimStart().length
  return sliceRuns(runs, start, Math.max(start, text.trimEnd().length))
}

/** Joins neighbours of one style, and drops empty runs. A hard break stays alone, as `Run` promises. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) if (run.text !== '') addRun(merged, { ...run })
  return merged
}

/** Puts a run behind others, which may be changed. */
function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && last.text !== '\n' && run.text !== '\n' && sameStyle(last, run)) last.text += run.text
  else runs.push(run)
}

function sameStyle(a: Run, b: Run): boolean {
  return (
    a.emphasis === b.emphasis &&
    a.strong === b.strong &&
    a.code === b.code &&
    a.math === b.math &&
    a.strike === b.strike &&
    a.script === b.script &&
    a.href === b.href
  )
}
