/** One at a time in an output folder: builds, and who records what was printed. */

import type { Log } from '../diagnostics.js'
import { lockFolder, lockName } from '../disk/lock.js'
import type { Shell } from '../shell.js'

/** Milliseconds to wait for another: longer than the build of a week takes, not as long as that of a course may. */
const patience = 10_000

/**
 * What `act` gives, done while the output folder is ours; null when another has it (reported as `output-busy`), or something stands in the place of the
 * lock (`file-unwritable`). Where no lock can be written nothing else can, and `act` says so itself.
 */
export async function whileOurs<T>(
  out: string,
  shell: Shell,
  log: Log,
  act: () => T | Promise<T>,
): Promise<{ done: T } | null> {
  const lock = await lockFolder(shell.cwd, out, patience)
  if (lock && !('release' in lock)) {
    if ('heldBy' in lock) log.report('output-busy', null, { path: out, pid: lock.heldBy })
    else log.report('file-unwritable', null, { path: `${out}/${lockName}`, why: lock.blocked })
    return null
  }
  try {
    return { done: await act() }
  } finally {
    lock?.release()
  }
}
