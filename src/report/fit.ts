/** How weeks fit on paper → a table for people. Returns text and prints nothing. */
import type { DayFit, FitReport, PaperNeed, RulesFit, WeekFit } from '../workbook/fit.js'
import { onOneLine } from './printable.js'
import { displayWidth, plural } from './text.js'

/** Words of a column's rows, the head first; numbers stand at the right. */
interface TableColumn {
  head: string
  cells: string[]
  right?: true
}

/**
 * A table a week:
 * ```
 * Week 17 — Daily Recall  content/week-17/04_daily_recall.md, 210 × 297 mm
 *
 *   Day     Sides   Used  Needed  Rules asked  Granted  Minutes  Paper for 30  Tightest: granted of natural
 *   Monday      1  100 %    49 %      6–12–42       23        9            30  Mon 3, 7 of 4 (175 %)  content/week-17/04_daily_recall.md:9:1
 *
 *   A student gets 2 sides: 1 sheet of paper on both sides, 2 on one.
 *   A class of 30 takes 30 sheets of paper on both sides, 60 on one.
 * ```
 */
export function fitTable({ students, weeks }: FitReport): string {
  return weeks.map((week) => `${weekLines(week, students).map(onOneLine).join('\n')}\n`).join('\n')
}

function weekLines(week: WeekFit, students: number | null): string[] {
  const { days } = week
  const sides = days.reduce((sum, day) => sum + day.sides.length, 0)
  const all = (cell: string): string[] => (days.length > 1 ? [cell] : [])
  const right = true
  const columns: TableColumn[] = [
    { head: 'Day', cells: [...days.map(({ name }) => name), ...all('All')] },
    { head: 'Sides', cells: [...days.map((day) => String(day.sides.length)), ...all(String(sides))], right },
    { head: 'Used', cells: [...days.map(usedWords), ...all('')], right },
    { head: 'Needed', cells: [...days.map(neededWords), ...all('')], right },
    { head: 'Rules asked', cells: [...days.map(({ rules }) => asked(rules)), ...all(asked(sumOf(days)))], right },
    {
      head: 'Granted',
      cells: [...days.map(({ rules }) => String(rules.granted)), ...all(String(sumOf(days).granted))],
      right,
    },
    { head: 'Minutes', cells: [...days.map(({ minutes }) => String(minutes)), ...all(String(week.minutes))], right },
    ...paperColumn(week, students, all),
    { head: 'Tightest: granted of natural', cells: [...days.map(tightestWords), ...all('')] },
  ]
  const { width, height } = week.paper
  return [
    `${week.title}  ${week.file}, ${width} × ${height} mm`,
    '',
    ...tableLines(columns),
    '',
    `  A student gets ${plural(week.handout.sides, 'side')}: ${plural(week.handout.leaves, 'sheet')} of paper on both sides, ${week.handout.sides} on one.`,
    ...(week.handout.class && students !== null ? [`  ${classWords(week.handout.class, students)}`] : []),
  ]
}

const classWords = ({ bothSides, oneSide }: NonNullable<PaperNeed['class']>, students: number): string =>
  `A class of ${students} takes ${plural(bothSides, 'sheet')} of paper on both sides, ${oneSide} on one.`

/** Sheets of paper for the class, day by day: on both sides, and on one where that takes more. */
function paperColumn(week: WeekFit, students: number | null, all: (cell: string) => string[]): TableColumn[] {
  if (students === null) return []
  const words = ({ handout }: DayFit): string => {
    const { bothSides = 0, oneSide = 0 } = handout.class ?? {}
    return bothSides === oneSide ? String(bothSides) : `${bothSides} or ${oneSide}`
  }
  return [{ head: `Paper for ${students}`, cells: [...week.days.map(words), ...all('')], right: true }]
}

const percents = (shares: readonly number[]): string =>
  `${shares.map((share) => Math.round(share * 100)).join(' + ')} %`

/** "100 %", on two sides "100 + 85 %"; then how much of them the fewest rules would take. */
const usedWords = ({ sides }: DayFit): string => percents(sides.map(({ used }) => used))
const neededWords = ({ sides }: DayFit): string => percents(sides.map(({ needed }) => needed))

const asked = ({ min, natural, max }: Omit<RulesFit, 'granted'>): string => `${min}–${natural}–${max}`

function sumOf(days: readonly DayFit[]): RulesFit {
  const sum = (of: keyof RulesFit) => days.reduce((total, { rules }) => total + rules[of], 0)
  return { min: sum('min'), natural: sum('natural'), max: sum('max'), granted: sum('granted') }
}

/** "Mon 2, 3 of 4 (75 %)  week-17/recall.md:9:1". */
function tightestWords({ tightest }: DayFit): string {
  if (tightest === null) return 'nothing to write on'
  const { label, granted, natural, share, place } = tightest
  const at = `${place.file}:${place.start.line}:${place.start.column}`
  return `${label}, ${granted} of ${natural} (${Math.round((share ?? 0) * 100)} %)  ${at}`
}

function tableLines(columns: readonly TableColumn[]): string[] {
  const widths = columns.map(({ head, cells }) => Math.max(...[head, ...cells].map((cell) => displayWidth(cell))))
  const line = (words: readonly string[]) =>
    `  ${words
      .map((word, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - displayWidth(word))
        return columns[i]?.right ? gap + word : word + gap
      })
      .join('  ')}`.trimEnd()
  const rows = columns[0]?.cells.map((_, row) => columns.map(({ cells }) => cells[row] ?? '')) ?? []
  return [line(columns.map(({ head }) => head)), ...rows.map(line)]
}
