/** What a check sees before anything is loaded that reads sheets. */
import { holds } from '../disk/stamps.js'
import { manifestName } from '../identity/model.js'
import type { Shell } from '../shell.js'
import { type CheckedRun, checkedRunOf, readChecks } from './checks.js'
import { Look, lookFor } from './look.js'
import { type Standing, standingOf } from './standing.js'

/** A look at an output folder: what checks have remembered in it, and what stands of one. */
export class CheckLook extends Look {
  /** The runs that are remembered, as lines. */
  readonly runs: readonly string[]
  readonly standing: Standing<CheckedRun> | null

  constructor(...facts: ConstructorParameters<typeof Look>) {
    super(...facts)
    this.runs = readChecks(this.cwd, this.out)
    this.standing = standingOf(this.cwd, checkedRunOf(this.runs, this.key), this.listings)
  }
}

/** True where a build has made an output folder ours: a check makes none to remember what it saw, and leaves nothing in that of somebody else. */
export const isOurs = (cwd: string, out: string): boolean =>
  holds(cwd, { path: `${out}/${manifestName}`, kind: 'there' }, 0)

/** What stands of the last check with these words, as it was seen before it began. Null where no run is remembered. */
export const lookAtChecks = (out: string, shell: Shell): CheckLook | null => lookFor(CheckLook, out, shell)
