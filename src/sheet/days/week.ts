/** Which week a sheet is for. */
import type { Place } from '../../diagnostics.js'
import { plainText, type Run } from '../../text/rich.js'
import type { FrontMatter } from '../front-matter.js'
import type { Reading } from '../markdown/reading.js'
import { findWeek } from '../words/day-names.js'

/**
 * The week from front matter, else from the title ("Week 17 — …"), from the first heading where the front matter gives the title, the folder ("content/week-17/") or the file name ("week-17.md"); null, with a message, without any. Front matter that cannot be read may say one.
 * Those that say otherwise than the first are reported.
 */
export function readWeek(
  front: FrontMatter,
  title: readonly Run[],
  heading: { runs: Run[]; place: Place } | null,
  reading: Reading,
): number | null {
  const said = [
    { by: 'the front matter', week: front.week, where: front.weekPlace },
    { by: 'the title', week: weekIn(plainText(title)), where: heading?.place ?? null },
    { by: 'the heading', week: heading ? weekIn(plainText(heading.runs)) : null, where: heading?.place ?? null },
    { by: 'the folder', week: weekOfFolder(reading.file), where: null },
    { by: 'the file name', week: weekOfName(reading.file.split('/').at(-1) ?? ''), where: null },
  ].filter((source) => source.week !== null)
  const [first, ...others] = said
  if (!first) {
    if (!front.unread) reading.log.report('sheet-week-missing', { file: reading.file }, {})
    return null
  }
  for (const other of others)
    if (other.week !== first.week)
      reading.log.report('sheet-week-differs', other.where ?? first.where ?? { file: reading.file }, {
        first: `${first.by} says ${first.week}`,
        other: `${other.by} says ${other.week}`,
        week: first.week ?? 0,
      })
  return first.week
}

/** "Week 17 — Daily Recall" → 17, "第3週" → 3; languages of the words table. */
const weekIn = (words: string): number | null => findWeek(words)

/** "content/mlops/week-17/04_daily_recall.md" → 17, "semana_3/" → 3; the innermost folder that names a week counts. */
export function weekOfFolder(file: string): number | null {
  for (const folder of file.split('/').slice(0, -1).reverse()) {
    const week = weekOfName(folder)
    if (week !== null) return week
  }
  return null
}

/** "06-week-17" → 17, "semana_3.md" → 3. */
function weekOfName(name: string): number | null {
  const match = /^(?:\d+[._ -]+)?(?:week|wk|w)[._ -]?(\d{1,3})(?!\d)/i.exec(name)
  return match ? Number(match[1]) : findWeek(name.replace(/[._-]+/g, ' '))
}
