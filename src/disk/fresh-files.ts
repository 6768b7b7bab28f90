/** Files of which an event has just told: they are looked at once more, since an editor may not have been done, and not every event is passed on. */
import { type Stats, statSync } from 'node:fs'

/** Who is told what is seen. */
export interface Watcher {
  /**
   * A file was written, added, renamed or taken away: its absolute path; null for what was found by looking. An editor that saves does several of
   * these, and may not be done.
   */
  changed(path: string | null): void
  /** A file was emptied, or an empty one made, as before it is written: `changed` follows as soon as it holds something, or when it stays empty. */
  begun(path: string): void
}

/** Files by their paths, absolute: what they look like from outside. One that is not there is not in it, or undefined. */
export type Looks = Map<string, string | undefined>

/** What of a file no edit leaves as it was, in one word; not even one that is moved over another of the same size and time. */
export const lookBy = ({ size, mtimeMs, ctimeMs, ino }: Stats): string => `${size} ${mtimeMs} ${ctimeMs} ${ino}`

/**
 * Milliseconds after which a file is looked at again of which an event has told: chokidar passes over all that is done to it within 50 ms.
 * (`_emit` there throttles changes.)
 */
const again = 60

/** Milliseconds between looks at an empty file: at first, and at most. Each waits twice as long as the one before. */
const [soonest, latest] = [1, 16]

/** Milliseconds after which a file that is still empty is meant to be so. Editors write at once, but over a network, or in pieces. */
const patience = 300

/** Tells a watcher of files as events tell of them, or as they are found otherwise when they are looked at again. */
export class FreshFiles {
  readonly #watcher: Watcher
  /** How files looked when somebody was told of them. */
  readonly #told: Looks = new Map()
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #empty = new Set<string>()

  constructor(watcher: Watcher) {
    this.#watcher = watcher
  }

  /** An event has told of this absolute path. */
  event(path: string): void {
    if (!this.#empty.has(path)) this.#look(path, true)
  }

  /** True for a file that looks as somebody was told that it does, or of which they will be. */
  isKnown(path: string, look: string | undefined): boolean {
    return this.#empty.has(path) || (this.#told.has(path) && this.#told.get(path) === look)
  }

  /** What has been told until now is known to others. */
  forget(): void {
    for (const path of this.#told.keys()) if (!this.#timers.has(path)) this.#told.delete(path)
  }

  /** Looks no more. */
  end(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }

  /** Tells of a file, unless it is empty, and where it is not as somebody was told or `isNews`. */
  #look(path: string, isNews: boolean): void {
    const stat = statOf(path)
    const look = stat && lookBy(stat)
    if (!isNews && look === this.#told.get(path)) this.#timers.delete(path)
    else if (stat?.size === 0) this.#wait(path, soonest, performance.now() + patience)
    else this.#tell(path, look)
  }

  #tell(path: string, look: string | undefined): void {
    this.#told.set(path, look)
    this.#in(again, path, () => this.#look(path, false))
    this.#watcher.changed(path)
  }

  /** Looks at an empty file until it holds something, is gone, or is meant to be empty. */
  #wait(path: string, ms: number, end: number): void {
    if (!this.#empty.has(path)) this.#watcher.begun(path)
    this.#empty.add(path)
    this.#in(ms, path, () => {
      const stat = statOf(path)
      if (stat?.size === 0 && performance.now() < end) return this.#wait(path, Math.min(2 * ms, latest), end)
      this.#empty.delete(path)
      this.#tell(path, stat && lookBy(stat))
    })
  }

  #in(ms: number, path: string, act: () => void): void {
    clearTimeout(this.#timers.get(path))
    this.#timers.set(path, setTimeout(act, ms))
  }
}

/** What a file looks like; undefined for a folder, and for what cannot be looked at. */
function statOf(path: string): Stats | undefined {
  try {
    const stat = statSync(path)
    return stat.isDirectory() ? undefined : stat
  } catch {
    return undefined
  }
}
