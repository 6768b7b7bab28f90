/** Watches files and folders. */
import { relative, resolve } from 'node:path'
import { watch as chokidar } from 'chokidar'
import { isInside } from './paths.js'

/** What is watched, and what of it is passed over. */
export interface Watched {
  /** Files and folders, absolute or from `cwd`; they need not be there yet. */
  paths: readonly string[]
  /** Folders whose changes are nobody's business: where the results are written. */
  without: readonly string[]
}

/**
 * Calls `changed` after files below `paths` were written, added, renamed or taken away: once for what comes within `settle` milliseconds, as
 * editors write a file beside the old one and rename it. Resolves, when all is being watched, to a function that ends it.
 */
export async function watchFiles(
  cwd: string,
  { paths, without }: Watched,
  settle: number,
  changed: () => void,
): Promise<() => Promise<void>> {
  const left = without.map((path) => resolve(cwd, path))
  const watcher = chokidar(
    paths.map((path) => resolve(cwd, path)),
    {
      ignoreInitial: true,
      // Swap files of editors, folders of version control.
      ignored: (path) => hidden.test(relative(cwd, path)) || left.some((folder) => isInside(folder, path)),
    },
  )
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(changed, settle)
  })
  // What cannot be watched any more, such as a folder that went, is seen when it comes back.
  watcher.on('error', () => {})
  await new Promise<void>((ready) => {
    watcher.on('ready', () => ready())
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

/** A name that begins with a dot, but for `..`, or a folder of packages, anywhere on the way. */
const hidden = /(?:^|[\\/])(?:node_modules|\.(?!\.?(?:[\\/]|$))[^\\/]+)(?:[\\/]|$)/
