/** What a build says when it is done. */
import { resolve } from 'node:path'
import type { BuildResult } from '../../build/build.js'
import type { OutputReport, SheetReport } from '../../build/week-model.js'
import type { Standing } from '../../cache/standing.js'
import type { Log } from '../../diagnostics.js'
import { displayPath } from '../../disk/paths.js'
import type { WriteResult } from '../../disk/write.js'
import { onOneLine } from '../../report/printable.js'
import { countMessages, listed, plural } from '../../report/text.js'
import { exitCodeOf, exitCodes } from '../../shell.js'

/**
 * ```
 * content/week-17/04_daily_recall.md  6 days, 24 questions from numbered lists
 *   out/week-17/workbook.pdf  8 pages: 8 sides a student, 4 sheets of paper on both sides
 *   out/week-17/deck.pptx     62 slides
 * Wrote 2 files; 1 note.
 * ```
 *
 * Where some files were written and others not, those that were not say so: "…  62 slides; unchanged".
 */
export function summary(
  { sheets, booklets }: BuildResult,
  wrote: WriteResult,
  { out, cwd }: { out: string; cwd: string },
  log: Log,
  standing: Standing | null,
): string {
  const kept = new Set(wrote.written.length > 0 ? wrote.unchanged : [])
  const fate = (path: string): string => (kept.has(displayPath(cwd, resolve(cwd, out, path))) ? '; unchanged' : '')
  const lines = sheets.flatMap((sheet) => [
    `${nameOf(sheet)}  ${plural(sheet.days, 'day')}, ${sheet.carriers}`,
    ...outputLines(sheet.outputs, out, fate),
  ])
  for (const { path, weeks, pages } of booklets)
    lines.push(`${out}/${path}  ${plural(weeks, 'week')}, ${plural(pages, 'page')}${fate(path)}`)
  const same = wrote.unchanged.length > 0 ? `, ${wrote.unchanged.length} unchanged` : ''
  const weeks = standing?.groups.reduce((sum, group) => sum + group.sheets.length, 0) ?? 0
  const others = weeks > 0 ? `${same}; ${plural(weeks, 'other sheet')} up to date` : same
  const closing = `Wrote ${plural(wrote.written.length, 'file')}${others}; ${countMessages(log.messages)}.`
  const isOfSheets = exitCodeOf(log.messages, 'error') === exitCodes.content
  const left = isOfSheets ? ` Files in ${out} of a sheet with errors stay as they were.` : ''
  return `${[...lines.map(onOneLine), closing + onOneLine(left)].join('\n')}\n`
}

/** "content/week-17/04_daily_recall.md", "content/weeks.md (week 2)", "content/week-3/monday.md, content/week-3/tuesday.md". */
const nameOf = ({ file, files = [file], week }: SheetReport): string =>
  `${files.join(', ')}${week === undefined ? '' : ` (week ${week})`}`

function outputLines(outputs: readonly OutputReport[], out: string, fate: (path: string) => string): string[] {
  const paths = outputs.map((output) => `${out}/${output.path}`)
  const width = Math.max(...paths.map((path) => path.length))
  return outputs.map((output, i) => `  ${(paths[i] ?? '').padEnd(width)}  ${extent(output)}${fate(output.path)}`)
}

function extent(output: OutputReport): string {
  if (output.product === 'deck') return plural(output.slides, 'slide')
  const { pages, sidesPerStudent, leavesPerStudent, duplex } = output
  if (sidesPerStudent === 0) return plural(pages, 'page')
  const sides = `${plural(sidesPerStudent, 'side')} a student`
  return `${plural(pages, 'page')}: ${sides}, ${plural(leavesPerStudent, 'sheet')} of paper on ${duplex ? 'both sides' : 'one side'}`
}

const mostLeftOver = 8

/** A line that names what no build makes any more; of very much the first. '' when there is none. */
export function leftoverLine(paths: readonly string[], out: string): string {
  if (paths.length === 0) return ''
  const all = listed(
    paths.map((path) => `${out}/${path}`),
    mostLeftOver,
  )
  return paths.length === 1
    ? `${onOneLine(all)} is left over: no build makes it any more; delete it if nobody needs it.\n`
    : `${onOneLine(all)} are left over: no build makes them any more; delete them if nobody needs them.\n`
}
