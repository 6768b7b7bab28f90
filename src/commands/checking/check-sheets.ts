/** Reads sheets and says what is wrong with them, but for those that stand as a check before has left them. */
import {
  isSound,
  namesIn,
  type ReadSheet,
  readSheet,
  type SheetText,
  withShelf,
  writtenSheets,
} from '../../build/read-sheets.js'
import { type TemplateChoice, templateFor } from '../../build/sheet-template.js'
import type { CheckLook } from '../../cache/check-look.js'
import type { CheckedGroup, CheckedRun, CheckedSheet } from '../../cache/checks.js'
import type { Recorder } from '../../cache/recorder.js'
import { isFoundAgain, isReadAlike, leavesOf, type Standing, sharesNoName } from '../../cache/standing.js'
import type { Log } from '../../diagnostics.js'
import type { Sheet } from '../../sheet/model.js'
import { parseUnnamed } from '../../sheet/parse.js'
import { carriersOf } from '../../sheet/questions/carrier-summary.js'
import type { Shell } from '../../shell.js'
import type { Template } from '../../template/model.js'
import { byText } from '../../text/by-text.js'
import { reportUnusableFont } from '../../text/fonts/font-file.js'
import { diskWorld, openSheets, type Run } from '../common.js'
import { areApart, CheckNotes } from './check-notes.js'

/** What a check starts from. */
export interface CheckStart {
  paths: readonly string[]
  run: Run
  choice: TemplateChoice
  /** Mends the texts that were found. */
  mend: (found: readonly SheetText[], log: Log) => Promise<readonly SheetText[]>
  /** Looks at a sheet that was read, beside its words and what it cites. */
  lookAt: (read: ReadSheet, template: Template, log: Log) => Promise<void>
  /** What checks have remembered; null for one that remembers nothing. */
  look: CheckLook | null
  shell: Shell
}

/** What a check has found. */
export interface Checked {
  /** The messages of this run, and behind them those of sheets that stand. */
  log: Log
  texts: readonly SheetText[]
  /** The sheets that were read. */
  reads: readonly ReadSheet[]
  /** All sheets in their order, also those that stand. */
  sheets: readonly CheckedSheet[]
  /** What the next check need not do again; null where that cannot be told. */
  noted: Noted | null
  /** What stands and was not read. */
  standing: Standing<CheckedRun> | null
}

/** What a check has read and found in all folders, also in those that stand. */
export interface Noted {
  recorder: Recorder
  groups: readonly CheckedGroup[]
  /** No folder decides what is found in another. */
  apart: boolean
}

/** Checks sheets, but for those that stand; all of them where those that it has read cannot be checked without the others. */
export async function checkSheets(start: CheckStart, standing: Standing<CheckedRun> | null): Promise<Checked> {
  const { paths, run, choice, mend, lookAt, look, shell } = start
  const log = run.newLog()
  const notes = look ? new CheckNotes(run, shell) : null
  const recorder = notes ? { recorder: notes.recorder } : {}
  const known = standing?.groups ?? []
  const skip = new Set(known.map(({ folder }) => folder))
  const leaves = standing ? leavesOf(shell.cwd, standing) : undefined
  const opened = openSheets(paths, shell, log, { ...recorder, skip, leaves, listings: look?.listings })
  const texts = await mend(opened, log)
  const weeks = writtenSheets(texts, log, parseUnnamed)
  const sheets = weeks.map(({ sheet }) => ({ file: sheet.file, checked: checkedSheet(sheet, texts) }))
  const fresh = sheets.map(({ checked }) => checked)
  if (standing && notes && !(isFoundAgain(standing, notes.recorder, log) && sharesNoName(fresh, standing)))
    return await checkSheets(start, null)
  const found = [...log.messages]
  const world = withShelf(diskWorld(shell, { ...run, log }, recorder))
  const reads = weeks.map((week) => {
    notes?.listen(log, week.sheet.file)
    return readSheet(week, world, log)
  })
  for (const read of reads) {
    notes?.listen(log, read.sheet.file)
    const template = templateFor(read.sheet, world, choice, log)
    if (!template || !isSound(read.sheet, log)) continue
    await lookAt(read, template, log).catch((error: unknown) => reportUnusableFont(error, log))
  }
  log.listener = null
  const own = notes?.groups({ texts, sheets, found }, skip) ?? null
  const groups = own && [...own, ...known]
  const apart = groups !== null && areApart(groups)
  if (standing && notes && !(apart && isReadAlike(standing, notes.recorder))) return await checkSheets(start, null)
  for (const { messages } of known) log.adopt(messages)
  const all = [...known.flatMap((group) => group.sheets), ...fresh].sort((a, b) => byText(a.at, b.at))
  const noted = notes && groups && { recorder: notes.recorder, groups, apart }
  return { log, texts, reads, sheets: all, noted, standing }
}

/** What is remembered of a sheet. It has its place by the first of its files that was asked for. */
function checkedSheet(sheet: Sheet, texts: readonly SheetText[]): CheckedSheet {
  const files = new Set(sheet.files ?? [sheet.file])
  const first = texts.find(({ file, beside }) => !beside && files.has(file))
  return { at: first?.file ?? sheet.file, names: namesIn(sheet), carriers: carriersOf(sheet) }
}
