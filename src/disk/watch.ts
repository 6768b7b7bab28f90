/** Watches files and folders. */
import { readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { watch as chokidar } from 'chokidar'
import { FreshFiles, type Looks, lookBy, type Watcher } from './fresh-files.js'
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

/** Tells `watcher` as soon as something is done to a file below `paths`. Resolves when all is being watched. */
export async function watchFiles(cwd: string, { paths, without }: Watched, watcher: Watcher): Promise<Watching> {
  const left = without.map((path) => resolve(cwd, path))
  const isPassedOver = (path: string) =>
    hidden.test(relative(cwd, path)) || left.some((folder) => isInside(folder, path))
  const watched = new Set(paths.map((path) => resolve(cwd, path)))
  const events = chokidar([...watched], {
    ignoreInitial: true,
    // Swap files of editors, folders of version control.
    ignored: (path) => isPassedOver(path),
  })
  let seen = looksOf(watched, isPassedOver)
  const fresh = new FreshFiles(watcher)
  events.on('all', (event, path) => {
    const full = resolve(cwd, path)
    // chokidar lets go of what went, and of all in it, also when it comes back, unless it is asked to wait for it.
    if (event === 'unlink' || event === 'unlinkDir')
      events.add([...watched].filter((awaited) => isInside(full, awaited)))
    fresh.event(full)
  })
  // Drives of the network and busy machines lose events: now and then one looks.
  const looking = setInterval(() => {
    const now = looksOf(watched, isPassedOver)
    const isNews = (path: string) => {
      const look = now.get(path)
      return look !== seen.get(path) && !fresh.isKnown(path, look)
    }
    if ([...now.keys(), ...seen.keys()].some(isNews)) watcher.changed(null)
    seen = now
    fresh.forget()
  }, lookEvery)
  // What cannot be watched any more, such as a folder that went, is seen when it comes back.
  events.on('error', () => {})
  await new Promise<void>((ready) => {
    events.on('ready', () => ready())
  })
  return {
    also(more) {
      const isWatched = (path: string) => isPassedOver(path) || [...watched].some((folder) => isInside(folder, path))
      const others = [...more].map((path) => resolve(cwd, path)).filter((path) => !isWatched(path))
      for (const path of others) watched.add(path)
      events.add(others)
      if (others.length > 0) seen = looksOf(watched, isPassedOver)
      return others.length > 0
    },
    async close() {
      clearInterval(looking)
      fresh.end()
      await events.close()
    },
  }
}

/** A name that begins with a dot, but for `..`, or a folder of packages, anywhere on the way. */
const hidden = /(?:^|[\\/])(?:node_modules|\.(?!\.?(?:[\\/]|$))[^\\/]+)(?:[\\/]|$)/

/** Milliseconds between two looks. */
const lookEvery = 2000

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
