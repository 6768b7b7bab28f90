/** Where a path may be meant to lead that leads nowhere. */
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { byText } from '../text/by-text.js'
import { nearest } from '../text/suggest.js'
import { isMarkdownName } from './paths.js'

/** So many that a path may be short for are named. */
const mostNamed = 3

/**
 * The end of a reason about a path that is not there, from the folder `cwd`; '' when nobody knows better:
 * ```
 * ; there is "content/week-5"
 * ; did you mean "content"?
 * ; did you mean "content/history-w05" or "content/history-w06"?
 * ```
 */
export function elsewhere(cwd: string, path: string): string {
  if (path === 'content') {
    if (basename(cwd) === 'content') return '; you stand in it, go one folder up'
    if (entriesOf(cwd).some(({ name }) => isMarkdownName(name) && !/^readme\./i.test(name)))
      return '; for the Markdown files in this folder say "."'
  }
  const homes = isAbsolute(path) ? [''] : ['', 'content']
  for (const home of homes.slice(1))
    if (statSync(resolve(cwd, home, path), { throwIfNoEntry: false })) return `; there is "${join(home, path)}"`
  for (const home of homes) {
    const folder = join(home, dirname(path))
    const near = namesLike(basename(path), resolve(cwd, folder)).map((name) => `"${join(folder, name)}"`)
    if (near.length > 0) return `; did you mean ${near.join(' or ')}?`
  }
  return ''
}

/** The folders and Markdown files that a name is the beginning of, unless they are many; else the one that is nearest to it. */
function namesLike(name: string, folder: string): string[] {
  const names = entriesOf(folder)
    .filter((entry) => !/^(?:\.|node_modules$)/.test(entry.name) && (entry.isDirectory() || isMarkdownName(entry.name)))
    .map((entry) => entry.name)
    .sort(byText)
  const longer = names.filter((each) => each.toLowerCase().startsWith(name.toLowerCase()))
  if (longer.length > 0) return longer.length > mostNamed ? [] : longer
  const near = nearest(name, names)
  return near === null ? [] : [near]
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
