/** A look at what the last run with the same words left, before anything is loaded that does more: it is handed on, so that the disk is asked nothing twice. */
import { Listings } from '../disk/stamps.js'
import type { Shell } from '../shell.js'
import { keyOfRun } from './up-to-date.js'

/** What every look knows, whatever the run does. */
export class Look {
  readonly cwd: string
  /** The output folder, in which runs are remembered. */
  readonly out: string
  /** The key of the run that was asked for. */
  readonly key: string
  /** When it began, ms since 1970. Whoever goes on after it began then: what has changed since may not have been seen. */
  readonly began: number
  /** The folders that were looked into, as they were. */
  readonly listings = new Listings()

  constructor(cwd: string, out: string, key: string, began: number) {
    this.cwd = cwd
    this.out = out
    this.key = key
    this.began = began
  }

  /** True when the look was at this folder for this run. */
  isOf(out: string, key: string): boolean {
    return this.out === out && this.key === key
  }
}

/** The look that was handed on, where it is one `of` the kind that is asked for, at this folder for this run; else a new one. Null where no run is remembered. */
export function lookFor<L extends Look>(
  of: new (...facts: ConstructorParameters<typeof Look>) => L,
  out: string,
  shell: Shell,
): L | null {
  if (!shell.words) return null
  const key = keyOfRun(shell.words, shell)
  const { look } = shell.words
  if (look instanceof of && look.isOf(out, key)) return look
  return new of(shell.cwd, out, key, shell.now().getTime())
}
