/** What a run of `build` hands from step to step: what it has made and written is said, and remembered for the next build. */
import type { BuildResult } from '../../build/build.js'
import type { SheetText } from '../../build/read-sheets.js'
import type { FirstLook } from '../../cache/first-look.js'
import type { Recorder } from '../../cache/recorder.js'
import type { Standing } from '../../cache/standing.js'
import type { Message } from '../../diagnostics.js'
import { isThere } from '../../disk/write.js'
import type { ExitCode, Shell } from '../../shell.js'
import type { FitReport } from '../../workbook/fit.js'
import { type Run, type Saying, standingText, textLookup } from '../common.js'
import type { ManifestDesk } from '../manifest.js'
import type { Results } from './results.js'

/** A run, when all is written. */
export interface BuiltRun {
  /** The output folder. */
  out: string
  /** Its log holds the messages of this run, and behind them those of weeks that stand. */
  run: Run
  /** The messages of this run alone. */
  fresh: readonly Message[]
  /** When it began, ms since 1970: what has changed since may not have been seen. */
  began: number
  texts: readonly SheetText[]
  /** What was read. */
  recorder: Recorder
  made: BuildResult
  results: Results
  /** What the last build knew. */
  desk: ManifestDesk
  /** What was seen of the last run before this one; null where none is remembered. */
  look: FirstLook | null
  /** What stands from the last run and was not built again; null when all was built. */
  standing: Standing | null
  fit: FitReport
  code: ExitCode
  /** The run knows all sheets there are: what else stands in the output folder is of sheets that are gone. */
  isOfAll: boolean
}

/** Whether a file stands below the output folder of a run. */
export const standsIn =
  (out: string, { cwd }: Shell) =>
  (path: string): boolean =>
    isThere(cwd, `${out}/${path}`)

/** How the messages of a run are said. Lines of sheets that were not read, since they stand, are read when a message shows one. */
export function sayingOf({ texts, run, standing }: BuiltRun, quiet: boolean, shell: Shell): Saying {
  const textOf = textLookup(texts, run)
  return { quiet, textOf: (file) => textOf(file) ?? (standing ? standingText(file, shell) : null) }
}
