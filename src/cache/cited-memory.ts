/** Cited files that stay read from build to build, as long as they stay as they are. */
import { resolve } from 'node:path'
import type { CitedText } from '../build/read-sheets.js'
import { type FileStamp, holds, stampFile } from '../disk/stamps.js'

/** As many as have their indexes kept (`sources/shelf.ts`). */
const mostKept = 32

/** Cited files that were read from one working folder, with their digests. */
export class CitedMemory {
  readonly #known = new Map<string, { found: CitedText; stamp: FileStamp; seen: number }>()
  readonly #cwd: string

  constructor(cwd: string) {
    this.#cwd = cwd
  }

  /**
   * What sheets below the content root `root` find at `path`: what they found before, where the file is as it was, else what `read` finds. `now`: ms
   * since 1970, taken before. Each root asks for itself, since none may read outside of it.
   */
  get(root: string, path: string, now: number, read: () => CitedText | 'told' | null): CitedText | 'told' | null {
    const name = `${root}\n${path}`
    const known = this.#known.get(name)
    if (known && holds(this.#cwd, known.stamp, known.seen)) {
      known.seen = now
      return known.found
    }
    this.#known.delete(name)
    const found = read()
    if (found === null || found === 'told') return found
    const stamp = stampFile(this.#cwd, resolve(root, path), found.text)
    if (stamp?.kind !== 'file') return found
    const kept = { ...found, sha256: stamp.digest }
    this.#known.set(name, { found: kept, stamp, seen: now })
    const [oldest] = this.#known.keys()
    if (this.#known.size > mostKept && oldest !== undefined) this.#known.delete(oldest)
    return kept
  }
}
