/** The pictures of a sheet: looked for beside it, read, and told of when they cannot be shown. Touches no disk: it is asked of the world. */
import type { Log } from '../diagnostics.js'
import type { Sheet } from '../sheet/model.js'
import type { PictureBlock } from '../text/rich.js'
import { didYouMean } from '../text/suggest.js'
import type { Picture, PictureFault, Pictures } from './model.js'
import { readPicture } from './read.js'

/** What the world has at a path below the content root: the bytes, a reason, or no such file but these others in its folder. */
export type FoundPicture = { bytes: Uint8Array } | PictureFault | { missing: readonly string[] }

/** Pictures of one sheet have no more bytes together: they are all held at once. */
const mostBytes = 100_000_000

/**
 * Looks for each picture of the sheet, once a path. Returns the sheet with what was found, and the pictures by digest.
 * `folder`: of the sheet, below the content root, `/`-separated. Reports `image-left-out` at each place of one that cannot be shown.
 */
export function findPictures(
  sheet: Sheet,
  folder: readonly string[],
  find: (path: string) => FoundPicture,
  log: Log,
): { sheet: Sheet; pictures: Pictures } {
  const pictures = new Map<string, Picture>()
  const known = new Map<string, Picture | PictureFault>()
  let bytes = 0
  const look = (path: string): Picture | PictureFault => {
    if (/^[/\\]/.test(path))
      return { fault: 'its path begins at the root of a disk, expected one as seen from the sheet' }
    const below = pathBelow(folder, path)
    if (below === null) return { fault: 'it leads outside the content folder' }
    const found = find(below)
    if ('fault' in found) return found
    if ('missing' in found)
      return { fault: `there is no such file${didYouMean(path.split('/').at(-1) ?? path, found.missing)}` }
    if (bytes + found.bytes.length > mostBytes)
      return { fault: `the pictures of the sheet have more than ${mostBytes / 1_000_000} MB together` }
    bytes += found.bytes.length
    return readPicture(found.bytes)
  }
  const resolve = (block: PictureBlock): PictureBlock => {
    const found = known.get(block.path) ?? look(block.path)
    known.set(block.path, found)
    if ('fault' in found) {
      log.report('image-left-out', block.place, { words: block.path, why: found.fault })
      return block
    }
    // The same bytes under another name are the same picture.
    const { digest, width, height } = found
    if (!pictures.has(digest)) pictures.set(digest, found)
    return { ...block, picture: { digest, width, height } }
  }
  return { sheet: holdsPicture(sheet) ? mapPictures(sheet, resolve) : sheet, pictures }
}

/** "figures/a.png" as seen from a folder, below the content root: without `.` and `..`; null when it leads out of it. */
function pathBelow(folder: readonly string[], path: string): string | null {
  const steps = [...folder]
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined) return null
    if (step !== '..' && step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Most sheets show none, and need not be copied. */
function holdsPicture(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(holdsPicture)
  if (isPicture(value)) return true
  for (const key in value) if (key !== 'place' && holdsPicture((value as Record<string, unknown>)[key])) return true
  return false
}

/** A copy of plain data with every picture in it changed, in whatever prompt, answer, list or quote it stands. */
function mapPictures<T>(data: T, change: (block: PictureBlock) => PictureBlock): T {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy)
    if (typeof value !== 'object' || value === null) return value
    if (isPicture(value)) return change(value)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each)]))
  }
  return copy(data) as T
}

const isPicture = (value: object): value is PictureBlock =>
  'type' in value && value.type === 'picture' && 'path' in value && 'alt' in value
