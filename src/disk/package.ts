/** What lies in the folder of this package. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import type { OutputFile } from '../build/week-model.js'
import { byText } from '../text/by-text.js'

/** Folder of the package: `templates/` stands beside `dist/` (and beside `src/` in tests). */
export const packageRoot = join(import.meta.dirname, '../..')

/** Files to start from (`init`): path below the new folder → bytes. */
export function starterFiles(): OutputFile[] {
  const starter = join(packageRoot, 'templates', 'starter')
  const walk = (folder: string): string[] =>
    readdirSync(folder)
      .sort(byText)
      .flatMap((name) => {
        const full = join(folder, name)
        return statSync(full).isDirectory() ? walk(full) : [full]
      })
  return walk(starter).map((full) => ({
    path: relative(starter, full).split(sep).join('/'),
    bytes: readFileSync(full),
  }))
}

/** Packages without which less is made of a sheet. */
const optional = ['mathjax']

/**
 * Which build of the program this is: its version and the digest of its files, and which optional packages it finds, "0.1.0 f00d mathjax"; null
 * where it was not built (`npm run build`).
 */
export function programBuild(root = packageRoot): string | null {
  const { resolve } = createRequire(join(root, 'package.json'))
  const isFound = (name: string): boolean =>
    resolve.paths(name)?.some((folder) => existsSync(join(folder, name, 'package.json'))) ?? false
  try {
    const id = readFileSync(join(root, 'dist', 'build-id'), 'utf8').trim()
    return [id, ...optional.filter(isFound)].join(' ')
  } catch {
    return null
  }
}

/** Version of this package, as its package.json says. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  return version
}
