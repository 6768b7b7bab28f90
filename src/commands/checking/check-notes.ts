/** What a check notes for the next one, a folder at a time: what it read there, and what it was told of it. */
import { join } from 'node:path'
import type { SheetText } from '../../build/read-sheets.js'
import type { CheckedGroup, CheckedSheet } from '../../cache/checks.js'
import { groupOf, Recorder } from '../../cache/recorder.js'
import { configName } from '../../config/config.js'
import type { Log, Message } from '../../diagnostics.js'
import type { Shell } from '../../shell.js'
import { checkSum } from '../../text/digest.js'
import type { Run } from '../common.js'

/** A sheet that was checked, and its name in messages. */
export interface NotedSheet {
  file: string
  checked: CheckedSheet
}

/** Notes of one run. */
export class CheckNotes {
  readonly recorder: Recorder
  readonly #told = new Map<string, Log>()
  readonly #newLog: () => Log

  constructor({ configText, newLog }: Run, { cwd }: Shell) {
    this.#newLog = newLog
    this.recorder = new Recorder(cwd, checkSum)
    this.recorder.file(join(cwd, configName), configText, null)
  }

  /** What `log` is told from now on is found by looking at the sheet `file`, whatever file it is about: a cited one, or what all sheets have in common. */
  listen(log: Log, file: string): void {
    const folder = groupOf(file)
    const told = this.#told.get(folder) ?? this.#newLog()
    this.#told.set(folder, told)
    log.listener = told
  }

  /**
   * The folders that were read, but for those in `skip`; null where a message cannot be told to be of one. `found`: what was told before anybody listened,
   * each about a file of the folder that it is of.
   */
  groups(
    { texts, sheets, found }: { texts: readonly SheetText[]; sheets: readonly NotedSheet[]; found: readonly Message[] },
    skip: ReadonlySet<string>,
  ): CheckedGroup[] | null {
    const { recorder } = this
    const groups = new Map<string, CheckedGroup>()
    for (const folder of recorder.folders)
      if (!skip.has(folder))
        groups.set(folder, {
          folder,
          inputs: recorder.inputsOf(folder),
          outputs: [],
          texts: [],
          sheets: [],
          messages: [],
        })
    for (const { file } of texts) groups.get(groupOf(file))?.texts.push(file)
    for (const { file, checked } of sheets) groups.get(groupOf(file))?.sheets.push(checked)
    for (const message of found) {
      const { file } = message
      const group = file === null ? undefined : groups.get(groupOf(file))
      group?.messages.push(message)
      if (file !== null && !group && !skip.has(groupOf(file))) return null
    }
    for (const [folder, { messages }] of this.#told) groups.get(folder)?.messages.push(...messages)
    return [...groups.values()]
  }
}

/**
 * True when no folder decides what is found in another: a file with errors is not looked at any further, whoever came upon them, as one that cites a sheet
 * of another folder may.
 */
export function areApart(groups: readonly CheckedGroup[]): boolean {
  const owners = new Map(groups.flatMap(({ folder, texts }) => texts.map((file) => [file, folder] as const)))
  return groups.every(({ folder, messages }) =>
    messages.every(
      ({ severity, file }) => severity !== 'error' || file === null || [undefined, folder].includes(owners.get(file)),
    ),
  )
}
