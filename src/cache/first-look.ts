/** What a build sees before anything is loaded that builds. */
import { crc32 } from 'node:zlib'
import { readKeptBytes } from '../disk/read.js'
import { isUntouched, type Stamp, stampKnown } from '../disk/stamps.js'
import { manifestName } from '../identity/model.js'
import type { Shell } from '../shell.js'
import { buildRunOf, readCache } from './cache-file.js'
import { Look, lookFor } from './look.js'
import { type BuildCache, type CachedRun, cacheName, type ManifestMark } from './model.js'
import { type Standing, standingOf } from './standing.js'

/** A look at an output folder: its cache, and what stands of a run. */
export class FirstLook extends Look {
  readonly cache: BuildCache | null
  /** The bytes of the manifest, where it stands as the last build left it, so that it need not be looked through; else null. */
  readonly manifest: Uint8Array | null
  readonly standing: Standing | null
  /** The last run with these words, whatever of it stands; null where none is remembered. */
  get lastRun(): CachedRun | null {
    return this.standing?.run ?? buildRunOf(this.cache, this.key)
  }

  /** The cache and the manifest, as they lay there before they were read; null for what did not. */
  readonly #stamps: readonly (Stamp | null)[]

  constructor(...facts: ConstructorParameters<typeof Look>) {
    super(...facts)
    const { cwd, out, key } = this
    this.#stamps = [cacheName, manifestName].map((name) => stampKnown(cwd, `${out}/${name}`, ''))
    this.cache = readCache(cwd, out)
    this.manifest = this.cache && readMarked(cwd, out, this.cache.manifest)
    this.standing = this.cache && this.manifest && standingOf(cwd, buildRunOf(this.cache, key), this.listings)
  }

  /**
   * True when the look was at this folder for this run, and no other build has ended there since, as far as the cache and the manifest tell: each
   * build puts new ones in their place. One that was killed changes files as anybody may, and the next build finds that out.
   */
  override isOf(out: string, key: string): boolean {
    if (!super.isOf(out, key) || !this.cache) return false
    return this.#stamps.every((stamp) => stamp !== null && isUntouched(this.cwd, stamp))
  }
}

/** The bytes of a manifest that stands as it was left; null when it does not. */
function readMarked(cwd: string, out: string, { size, crc32: sum }: ManifestMark): Uint8Array | null {
  const kept = readKeptBytes(cwd, out, manifestName, size)
  return kept && 'bytes' in kept && kept.bytes.length === size && crc32(kept.bytes) === sum ? kept.bytes : null
}

/**
 * What stands in an output folder that is ours now: as it was seen before we began, unless somebody has built into it since. Null where no run is
 * remembered.
 */
export const lookInto = (out: string, shell: Shell): FirstLook | null => lookFor(FirstLook, out, shell)
