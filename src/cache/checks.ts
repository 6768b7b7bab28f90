/**
 * What checks remember: `.recall-check.json` in the output folder, beside the cache of builds, which they leave as it is. It may be deleted at any time. A
 * check makes no output folder for it, and locks none: the file is put in its place at once, and of two checks that end together one is forgotten.
 */
import type { KnownGroup, KnownRun } from './model.js'
import { areTexts, isObject, type KeptRun, readRuns, runOf, runsBytes } from './run-file.js'

export const checksName = '.recall-check.json'

/** A run of `check`. Its groups are kept with their errors, since nothing is made of them. */
export interface CheckedRun extends KnownRun<CheckedGroup> {
  /** Its closing line, for stderr. */
  closing: string
  /** No folder decides what is found in another, so that some can be read again without the others. */
  apart: boolean
}

/** The sheets of one folder, checked. Its messages are all that was reported of its sheets, also of files that are cited and of what all sheets have in common. */
export interface CheckedGroup extends KnownGroup<CheckedSheet> {
  /** The files whose lines messages show, by their names in messages. */
  texts: string[]
}

/** A week, as far as other weeks and the closing line have to know of it. */
export interface CheckedSheet {
  /** The file in whose place it stands among all weeks, by its name in messages. */
  at: string
  /** Names that its author gave to questions (`{#door}`), which no other sheet may have. */
  names: string[]
  /** How many questions it has, by what they are written as ("numbered lists"), a count a day. */
  carriers: [words: string, questions: number][]
}

/** The runs in an output folder, each the JSON of a `CheckedRun`, the last first. */
export const readChecks = (cwd: string, out: string): string[] => readRuns(cwd, out, checksName)?.runs ?? []

/** The bytes of the file. */
export const checksBytes = (runs: string[]): Uint8Array => runsBytes({ beside: {}, runs })

/** The run with this key; null when there is none that we can use. */
export const checkedRunOf = (runs: readonly string[], key: string): CheckedRun | null =>
  runOf<CheckedRun>(runs, isCheck, key)

/** True for a run that has what checks have beside others. */
const isCheck = (run: KeptRun & { closing?: unknown }): boolean =>
  typeof run.closing === 'string' &&
  run.groups.every(
    (group: { texts?: string[]; sheets: object[] }) => areTexts(group.texts) && group.sheets.every(isSheet),
  )

const isSheet = ({ at, names, carriers }: Partial<CheckedSheet>): boolean =>
  typeof at === 'string' && areTexts(names) && Array.isArray(carriers) && carriers.every(isObject)
