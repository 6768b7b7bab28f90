/** Names in `out/`: they mirror the content root, so that a sheet's files are found without asking. */
import type { Log } from './diagnostics.js'

/** What naming needs of a sheet's text. */
interface Placed {
  file: string
  /** Path below the content root. */
  path: string
}

/**
 * Gives each sheet its folder below `out/`.
 *
 * | sheet | folder |
 * |---|---|
 * | `week-17/04_daily_recall.md`, the only sheet in its folder | `week-17` |
 * | `weeks/week-01.md` beside `weeks/week-02.md` | `weeks/week-01`, `weeks/week-02` |
 *
 * Two sheets with the same folder (letter case and Unicode form aside, since some disks ignore them) are reported
 * as `output-name-clash`, at each of them.
 */
export function placeOutputs<T extends Placed>(texts: readonly T[], log: Log): { text: T; folder: string }[] {
  const homes = texts.map((text) => text.path.split('/').slice(0, -1).join('/'))
  const placed = texts.map((text, i) => {
    const home = homes[i] ?? ''
    const alone = homes.filter((other) => other === home).length === 1
    const stem = (text.path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '')
    return { text, folder: alone ? home : [home, stem].filter(Boolean).join('/') }
  })
  const sameName = (folder: string) => folder.normalize('NFC').toLowerCase()
  for (const one of placed) {
    const other = placed.find((p) => p !== one && sameName(p.folder) === sameName(one.folder))
    if (!other) continue
    log.report(
      'output-name-clash',
      { file: one.text.file },
      {
        output: `${one.folder || '.'}/`,
        other: other.text.file,
      },
    )
  }
  return placed
}

/** Path of an output below `out/`: `outputPath('week-17', 'workbook.pdf')` → "week-17/workbook.pdf". */
export const outputPath = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)
