/** Watches files and folders. */
import { readdirSync, type Stats, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { watch as chokidar } from 'chokidar'
import { isInside } from './paths.js'
import { limits } from './read.js'

/** What is watched, and what of it is passed over. */
export interface Watched {
  /** Files and folders, absolute or from `cwd`; they need not be there yet. */
  paths: readonly string[]
  /** Folders whose changes are nobody's business: where the results are written. */
  without: readonly string[]
}

/** What is being watched. */
export interface Watching {
  /**
   * Watches these files too, absolute or from `cwd`, as far as they are not watched or passed over. True when some are new: what was done to them until
   * now has not been seen.
   */
  also(paths: Iterable<string>): boolean
  /** Ends it. */
  close(): Promise<void>
}

/**
 * Calls `changed` as soon as a file below `paths` is written, added, renamed or taken away, with its absolute path; an editor that saves does several of
 * these, and may not be done. With null for what was found by looking. Resolves when all is being watched.
 */
export async function watchFiles(
  cwd: string,
  { paths, without }: Watched,
  changed: (path: string | null) => void,
): Promise<Watching> {
  const left = without.map((path) => resolve(cwd, path))
  const isPassedOver = (path: string) =>
    hidden.test(relative(cwd, path)) || left.some((folder) => isInside(folder, path))
  const watched = new Set(paths.map((path) => resolve(cwd, path)))
  const watcher = chokidar([...watched], {
    ignoreInitial: true,
    // Swap files of editors, folders of version control.
    ignored: (path) => isPassedOver(path),
  })
  let seen = looksOf(watched, isPassedOver)
  // How files looked when an event told of them: the next look finds them so, and has nothing to add.
  const told: Looks = new Map()
  watcher.on('all', (_event, path) => {
    const full = resolve(cwd, path)
    told.set(full, lookOf(full))
    changed(full)
  })
  // Drives of the network and busy machines lose events: now and then one looks.
  const looking = setInterval(() => {
    const now = looksOf(watched, isPassedOver)
    const isNews = (path: string) => {
      const look = now.get(path)
      return look !== seen.get(path) && !(told.has(path) && told.get(path) === look)
    }
    if ([...now.keys(), ...seen.keys()].some(isNews)) changed(null)
    seen = now
    told.clear()
  }, lookEvery)
  // What cannot be watched any more, such as a folder that went, is seen when it comes back.
  watcher.on('error', () => {})
  await new Promise<void>((ready) => {
    watcher.on('ready', () => ready())
  })
  return {
    also(more) {
      const isWatched = (path: string) => isPassedOver(path) || [...watched].some((folder) => isInside(folder, path))
      const fresh = [...more].map((path) => resolve(cwd, path)).filter((path) => !isWatched(path))
      for (const path of fresh) watched.add(path)
      watcher.add(fresh)
      if (fresh.length > 0) seen = looksOf(watched, isPassedOver)
      return fresh.length > 0
    },
    async close() {
      clearInterval(looking)
      await watcher.close()
    },
  }
}

/** A name that begins with a dot, but for `..`, or a folder of packages, anywhere on the way. */
const hidden = /(?:^|[\\/])(?:node_modules|\.(?!\.?(?:[\\/]|$))[^\\/]+)(?:[\\/]|$)/

/** Milliseconds between two looks. */
const lookEvery = 2000

/** Files by their paths, absolute: what they look like from outside. One that is not there is not in it. */
type Looks = Map<string, string | undefined>

/** Size and time of a file; undefined for a folder, and for what cannot be looked at. */
function lookOf(path: string): string | undefined {
  try {
    const stat = statSync(path)
    return stat.isDirectory() ? undefined : lookBy(stat)
  } catch {
    return undefined
  }
}

const lookBy = ({ size, mtimeMs }: Stats): string => `${size} ${mtimeMs}`

/** How all files below `paths` look. */
function looksOf(paths: ReadonlySet<string>, isPassedOver: (path: string) => boolean): Looks {
  const looks: Looks = new Map()
  const look = (path: string, depth: number): void => {
    if (isPassedOver(path) || depth > limits.depth || looks.size > limits.files) return
    try {
      const stat = statSync(path)
      if (!stat.isDirectory()) looks.set(path, lookBy(stat))
      else for (const name of readdirSync(path).sort()) look(join(path, name), depth + 1)
    } catch {
      // What is not there has no looks.
    }
  }
  for (const path of paths) look(path, 0)
  return looks
}
