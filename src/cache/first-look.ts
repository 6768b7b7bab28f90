/** What is seen before anything is loaded that builds: it is handed on, so that the disk is asked nothing twice. */
import { isUntouched, Listings, readStamp, type Stamp, stampKnown } from '../disk/stamps.js'
import type { Shell } from '../shell.js'
import { readCache } from './cache-file.js'
import { type BuildCache, cacheName } from './model.js'
import { type Standing, standingOf } from './standing.js'
import { keyOfRun } from './up-to-date.js'

/** A look at an output folder: its cache, and what stands of a run. */
export class FirstLook {
  /** The key of the run that was asked for. */
  readonly key: string
  /** When it began, ms since 1970. Whoever builds after it began then: what has changed since may not have been seen. */
  readonly began: number
  readonly cache: BuildCache | null
  readonly standing: Standing | null
  /** The folders that were looked into, as they were. */
  readonly listings = new Listings()
  readonly #cwd: string
  readonly #out: string
  readonly #stamp: Stamp | null

  constructor(cwd: string, out: string, key: string, began: number) {
    this.#cwd = cwd
    this.#out = out
    this.key = key
    this.began = began
    this.#stamp = stampKnown(cwd, `${out}/${cacheName}`, '')
    this.cache = this.#stamp && readCache(cwd, out)
    this.standing = standingOf(cwd, this.cache, key, this.listings)
  }

  /**
   * True when the look was at this folder for this run, and no other build has ended there since, as far as the cache and the manifest tell: each
   * build puts new ones in their place. One that was killed changes files as anybody may, and the next build finds that out.
   */
  isOf(out: string, key: string): boolean {
    if (this.#out !== out || this.key !== key || !this.cache || !this.#stamp) return false
    return [this.#stamp, readStamp(this.cache.manifest)].every((stamp) => isUntouched(this.#cwd, stamp))
  }
}

/**
 * What stands in an output folder that is ours now: as it was seen before we began, unless somebody has built into it since. Null where no run is
 * remembered.
 */
export function lookInto(out: string, shell: Shell): FirstLook | null {
  if (!shell.words) return null
  const key = keyOfRun(shell.words, shell)
  const { look } = shell.words
  if (look instanceof FirstLook && look.isOf(out, key)) return look
  return new FirstLook(shell.cwd, out, key, shell.now().getTime())
}
