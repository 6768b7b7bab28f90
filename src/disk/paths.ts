/** Paths: as people see them, in an order, and whether one lies inside another; and why the disk said no, in words. */
import { isAbsolute, relative, sep } from 'node:path'

/** A path as people and messages see it: relative to `cwd` when inside it, with `/`. */
export function displayPath(cwd: string, path: string): string {
  // Nearly all are; `relative` takes its time, and a course has thousands.
  if (path.startsWith(cwd) && path[cwd.length] === sep) {
    const inside = path.slice(cwd.length + 1)
    if (!unusual.test(inside)) return inside.split(sep).join('/')
  }
  const inside = relative(cwd, path)
  const shown = inside === '' ? '.' : inside.startsWith('..') || isAbsolute(inside) ? path : inside
  return shown.split(sep).join('/')
}

/** What may lead up, or is written more shortly. */
const unusual = /(?:^|[\\/])\.{0,2}(?:[\\/]|$)/

/** A fault of the file system in words for a message: EACCES → "permission denied"; the system's own words where none are known. */
export const why = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EBUSY: 'in use by another program',
    ENOSPC: 'no room on the disk',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a part of the path is a file, expected a folder',
    EISDIR: 'it is a folder, expected a file',
    EEXIST: 'a file is in the way, expected a folder',
    ENOENT: 'it is not there',
    ELOOP: 'its links go in a circle',
    ENAMETOOLONG: 'the name is too long',
  }
  return (code ? words[code] : undefined) ?? message
}

/** True when `path` is the folder `root` or stands below it. Both absolute and normalised. */
export const isInside = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

/** True for the names of files that may hold a sheet or a source. */
export const isMarkdownName = (name: string): boolean => /\.(md|markdown|mdown|txt)$/i.test(name)
