/** Names in `out/`: they mirror the content root, so that a sheet's files are found without asking. */
import type { Log } from './diagnostics.js'
import { manifestName } from './identity/model.js'

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
 * Two sheets with the same folder (letter case and Unicode form aside, since some disks ignore them) are reported
 * as `output-name-clash`, at each of them; so is a sheet whose folder would be called as the manifest is.
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
    const folder = [homeOf(each), own, sheet.oneOfSeveral ? `week-${sheet.week}` : ''].filter(Boolean).join('/')
    return { ...each, folder }
  })
  const sameName = (folder: string) => folder.normalize('NFC').toLowerCase()
  for (const one of placed) {
    const [top = ''] = one.folder.split('/', 1)
    if (sameName(top) === manifestName)
      log.report('output-name-clash', { file: one.sheet.file }, { output: top, other: 'the manifest of the build' })
    const other = placed.find((p) => p !== one && sameName(p.folder) === sameName(one.folder))
    if (!other) continue
    log.report(
      'output-name-clash',
      { file: one.sheet.file },
      {
        output: `${one.folder || '.'}/`,
        other: other.sheet.file,
      },
    )
  }
  return placed
}

/** Path of an output below `out/`: `outputPath('week-17', 'workbook.pdf')` → "week-17/workbook.pdf". */
export const outputPath = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)
