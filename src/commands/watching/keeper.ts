/** Looks after what a watch has made: finds out when somebody takes it away, or puts something else in its place. */
import type { LeftFiles } from '../../cache/build-memory.js'
import { lockName } from '../../disk/lock.js'
import { isUntouched, type Stamp, stampKnown } from '../../disk/stamps.js'
import { isThere } from '../../disk/write.js'
import { manifestName, printsName } from '../../identity/model.js'
import { onOneLine } from '../../report/printable.js'
import { listed } from '../../report/text.js'

/** So many files are named. */
const mostNamed = 3

/** Files that are not as they were left, by the paths of their stamps: gone, or something else stands there. */
interface Missed {
  gone: readonly string[]
  changed: readonly string[]
}

/** Knows what the last build left. */
export class Keeper {
  readonly #cwd: string
  #left: LeftFiles | null = null
  /** How files stand that were found otherwise than they were left, and stayed so: null for what is gone for good. */
  readonly #given = new Map<string, Stamp | null>()
  /** The manifest as it was left; null where none was. Another build puts another in its place. */
  #manifest: Stamp | null = null
  #hadRecord = false
  #missed: Missed = { gone: [], changed: [] }

  constructor(cwd: string) {
    this.#cwd = cwd
  }

  /** What a build has left is what there should be. */
  keep(left: LeftFiles): void {
    if (left === this.#left) return
    this.#left = left
    this.#given.clear()
    this.#manifest = this.#stamp(pathIn(left, manifestName))
    this.#hadRecord ||= this.#isThere(pathIn(left, printsName))
  }

  /**
   * Looks; true when something is missed, or the record of prints is gone. What another build has put there is not missed: two that watch would else write
   * over each other's files for ever.
   */
  misses(): boolean {
    if (!this.#left) return false
    const manifest = pathIn(this.#left, manifestName)
    const others = this.#others()
    const changed = others.filter((path) => this.#isThere(path))
    const gone = others.filter((path) => !changed.includes(path))
    if (this.#manifest && !this.#isThere(manifest)) gone.push(manifest)
    const isAnothers =
      this.#isThere(pathIn(this.#left, lockName)) || !this.#manifest || !isUntouched(this.#cwd, this.#manifest)
    this.#missed = { gone, changed: isAnothers ? [] : changed }
    return gone.length + this.#missed.changed.length > 0 || this.goneRecord !== null
  }

  /** The path of the record of prints, where one was there and is no more; else null. */
  get goneRecord(): string | null {
    if (!this.#left) return null
    const path = pathIn(this.#left, printsName)
    const isThere = this.#isThere(path)
    const isGone = this.#hadRecord && !isThere
    this.#hadRecord ||= isThere
    return isGone ? path : null
  }

  /**
   * When a build has dealt with what was missed: which of it is there again, in lines, '' for none. What is not is taken as it stands, and a record
   * that is gone for gone.
   */
  regained(): string {
    const { gone, changed } = this.#missed
    const others = this.#others()
    for (const path of others) this.#given.set(path, this.#stamp(path))
    this.#missed = { gone: [], changed: [] }
    this.#hadRecord = this.#left !== null && this.#isThere(pathIn(this.#left, printsName))
    const isBack = (path: string) => !others.includes(path) && this.#isThere(path)
    return wordsOf(gone.filter(isBack), 'gone') + wordsOf(changed.filter(isBack), 'changed by another program')
  }

  /** Paths of what stands otherwise than it was left, or was given up. */
  #others(): string[] {
    const outputs = this.#left?.outputs ?? []
    const isAsLeft = (stamp: Stamp) => {
      const given = this.#given.get(stamp.path)
      return given === null ? !this.#isThere(stamp.path) : isUntouched(this.#cwd, given ?? stamp)
    }
    return outputs.filter((stamp) => !isAsLeft(stamp)).map(({ path }) => path)
  }

  #stamp(path: string): Stamp | null {
    return stampKnown(this.#cwd, path, '')
  }

  #isThere(path: string): boolean {
    return isThere(this.#cwd, path)
  }
}

/** The path of a file in the output folder, as stamps have it. */
const pathIn = ({ out }: LeftFiles, name: string): string => `${out}/${name}`

const wordsOf = (paths: readonly string[], what: string): string =>
  paths.length === 0
    ? ''
    : `Made again, since ${paths.length === 1 ? 'it was' : 'they were'} ${what}: ${onOneLine(listed(paths, mostNamed))}.\n`
