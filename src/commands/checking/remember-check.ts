/** Keeps what a check has read and said in the output folder, so that the next one reads only what has changed. */
import type { CheckLook } from '../../cache/check-look.js'
import { type CheckedRun, checksBytes, checksName } from '../../cache/checks.js'
import { withLine } from '../../cache/run-file.js'
import { sharedBy } from '../../cache/standing.js'
import { Log } from '../../diagnostics.js'
import { lockName } from '../../disk/lock.js'
import { isThere, writeOutputs } from '../../disk/write.js'
import { type ExitCode, exitCodes, type Shell } from '../../shell.js'
import type { Checked } from './check-sheets.js'

/** What a check has said, and how it ended. */
export type SaidCheck = Pick<CheckedRun, 'said' | 'quietly' | 'closing'> & { exitCode: ExitCode }

/** Nothing is kept of a run that the disk or the usage has stopped, or while somebody builds into the folder. */
export function rememberCheck({ noted, standing }: Checked, look: CheckLook, said: SaidCheck, shell: Shell): void {
  const { key, began, out, runs } = look
  const isDone = said.exitCode === exitCodes.ok || said.exitCode === exitCodes.content
  if (!noted?.recorder.isWhole || !isDone || isThere(shell.cwd, `${out}/${lockName}`)) return
  const { recorder, groups, apart } = noted
  const run: CheckedRun = {
    key,
    began,
    shared: sharedBy(recorder, standing),
    folders: recorder.searched,
    groups: [...groups],
    outputs: [],
    apart,
    ...said,
  }
  // What cannot be kept is only done again.
  writeOutputs(shell.cwd, out, [{ path: checksName, bytes: checksBytes(withLine(run, runs)) }], new Log())
}
