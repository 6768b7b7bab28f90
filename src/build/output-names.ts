/** Names in `out/`: they mirror the content root, so that a sheet's files are found without asking. */
import type { Log } from '../diagnostics.js'
import { manifestName, printsName } from '../identity/model.js'
import type { Day, Sheet } from '../sheet/model.js'
import { sameName } from '../text/same-name.js'

/** What naming needs of a sheet. */
interface Placed {
  /** Path below the content root; of the first file, when the week stands in several. */
  path: string
  /** Paths of all its files, when the week stands in several. */
  files?: string[]
  sheet: { file: string; week: number | null; oneOfSeveral?: true }
}

/**
 * Gives each sheet its folder below `out/`. `texts` are all the files there are, also those that are not built in this run: names do not
 * depend on what is built.
 *
 * | sheet | folder |
 * |---|---|
 * | `week-17/04_daily_recall.md`, the only sheet in its folder | `week-17` |
 * | `weeks/week-01.md` beside `weeks/week-02.md` | `weeks/week-01`, `weeks/week-02` |
 * | `course/recall.md` with weeks 1 and 2 in it | `course/week-1`, `course/week-2` |
 * | `week-03/monday.md` and `week-03/tuesday.md`, one week | `week-03` |
 * | the same beside another sheet | `week-03/week-3` |
 *
 * Names that some system does not take are made so that all do (`safeName`). Two sheets with the same folder (letter case and Unicode form
 * aside, since some disks ignore them) are reported as `output-name-clash`, at each of them; so is a sheet whose folder would be called as
 * the manifest or the record of prints is.
 */
export function placeOutputs<T extends Placed>(
  sheets: readonly T[],
  texts: readonly { path: string }[],
  log: Log,
): (T & { folder: string })[] {
  const homeOf = ({ path }: { path: string }) => path.split('/').slice(0, -1).join('/')
  // The files of one week count as one.
  const first = new Map(sheets.flatMap(({ path, files = [path] }) => files.map((file) => [file, path] as const)))
  const files = new Map<string, Set<string>>()
  for (const each of texts)
    files.set(homeOf(each), (files.get(homeOf(each)) ?? new Set()).add(first.get(each.path) ?? each.path))
  const placed = sheets.map((each) => {
    const { path, sheet } = each
    const alone = files.get(homeOf(each))?.size === 1
    const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '')
    const own = alone ? '' : each.files ? `week-${sheet.week}` : stem
    const parts = [...homeOf(each).split('/'), own, sheet.oneOfSeveral ? `week-${sheet.week}` : '']
    return {
      ...each,
      folder: parts
        .filter(Boolean)
        .map((part) => safeName(part))
        .join('/'),
    }
  })
  reportClashes(placed, log)
  return placed
}

const ownFiles = new Map([
  [manifestName, 'the manifest of the build'],
  [printsName, 'the record of prints'],
])

function reportClashes(placed: readonly (Placed & { folder: string })[], log: Log): void {
  const named = new Map<string, Placed[]>()
  for (const each of placed) {
    const name = sameName(each.folder)
    named.set(name, [...(named.get(name) ?? []), each])
  }
  for (const one of placed) {
    const where = { file: one.sheet.file }
    const [top = ''] = one.folder.split('/', 1)
    const own = ownFiles.get(sameName(top))
    if (own) log.report('output-name-clash', where, { output: top, other: own })
    const other = named.get(sameName(one.folder))?.find((each) => each !== one)
    if (other) log.report('output-name-clash', where, { output: `${one.folder || '.'}/`, other: other.sheet.file })
  }
}

/** A disk counts bytes of a name, at most 255; a part is left for what is written beside a file. */
const mostBytes = 200

/** Enough to know a day by its heading, and short enough for the paths of Windows. */
const mostBytesOfDay = 80

/** Names of devices, which Windows takes for them whatever stands behind a dot. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/iu

/**
 * One part of a path as every system takes it, the same on each: `What? (1/2)` cannot be a file on Windows, nor can `aux` or a name that ends
 * with a dot, and no disk takes a name of 300 letters. `safeName('3: What is ML?')` → "3- What is ML-"; `safeName('con.md')` → "con_.md".
 * `most`: bytes.
 */
export function safeName(name: string, most = mostBytes): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no name may hold.
  const written = name.replace(/[<>:"|?*\\/\u0000-\u001f\u007f]/g, '-')
  let kept = ''
  let bytes = 0
  for (const sign of written) {
    bytes += new TextEncoder().encode(sign).length
    if (bytes > most) break
    kept += sign
  }
  const trimmed = kept.replace(/[. ]+$/, '').replace(/^ +/, '')
  return trimmed.replace(device, (found) => `${found}_`) || '_'
}

/** What the files of a day are called: `dayFileName(1, 'monday')` → "1-monday", by its position in the week from 1. */
export const dayFileName = (position: number, key: string): string => safeName(`${position}-${key}`, mostBytesOfDay)

/**
 * Characters of a path below the output folder. Windows opens no path of more than 259 in most programs, PowerPoint among them; the others are
 * for where the output folder stands.
 */
export const longestPath = 180

/** Path of an output below `out/`: `outputPath('week-17', 'workbook.pdf')` → "week-17/workbook.pdf". */
export const outputPath = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** How the files of a day of a week are called: "1-monday", its position in the week and key. */
export const dayFile = (sheet: Sheet, day: Day): string =>
  dayFileName(sheet.days.findIndex((d) => d.id === day.id) + 1, day.key)
