/**
 * The record of prints, `recall-prints.json` in the output folder: what was handed out, day by day, as `cold-recall printed` was told. `diff` holds
 * the sheets of today against it.
 */
import * as z from 'zod'
import type { Snapshot } from './compare.js'
import { printedDay, printedSheet } from './manifest-file.js'
import type { Manifest, ManifestQuestion, PrintedDay } from './model.js'

export const maxPrintsBytes = 60_000_000

/** A day sheet as it was handed out last, with its questions. */
export interface Print {
  path: string
  week: number | null
  /** The day on which it was recorded: "2026-11-23". */
  on: string
  day: PrintedDay
  questions: ManifestQuestion[]
}

export interface Prints {
  version: 1
  /** By path, week and the day's place in the week. */
  prints: Print[]
}

const shape = z.object({
  version: z.literal(1),
  prints: z
    .array(
      z.object({
        path: printedSheet.path,
        week: printedSheet.week,
        on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        day: printedDay,
        questions: printedSheet.questions,
      }),
    )
    .max(100_000),
})

/** Null for what is no record of prints. */
export function readPrints(text: string): Prints | null {
  try {
    const read = shape.safeParse(JSON.parse(text))
    return read.success ? (read.data as Prints) : null
  } catch {
    return null
  }
}

export const formatPrints = ({ version, prints }: Prints): string =>
  `{\n  "version": ${version},\n  "prints": [${prints.map((print) => `\n    ${JSON.stringify(print)}`).join(',')}\n  ]\n}\n`

/** The record with days of the manifest as handed out on a date; the same days handed out before are replaced. */
export function withPrints(known: Prints | null, days: readonly Omit<Print, 'on'>[], on: string): Prints {
  const keyOf = ({ path, week, day }: Omit<Print, 'on'>) => `${path}\n${week ?? ''}\n${day.key}`
  const fresh = new Set(days.map(keyOf))
  const kept = (known?.prints ?? []).filter((print) => !fresh.has(keyOf(print)))
  const prints = [...kept, ...days.map((day) => ({ ...day, on }))]
  return { version: 1, prints: prints.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) }
}

/** The days of a manifest that words name: a key or the beginning of a name ("monday", "mon"), or `all`. */
export function daysNamed({ sheets }: Manifest, words: string): Omit<Print, 'on'>[] {
  const asked = words.toLowerCase()
  const isAsked = ({ key, name }: PrintedDay) =>
    asked === 'all' || key === asked || (asked.length >= 2 && name.toLowerCase().startsWith(asked))
  return sheets.flatMap(({ path, week, days = [], questions }) =>
    days
      .filter(isAsked)
      .map((day) => ({ path, week, day, questions: questions.filter((each) => each.day === day.key) })),
  )
}

/** What was printed, and of `now` the days that were: a day that nobody has printed yet needs no second print. */
export function againstPrints({ prints }: Prints, now: Snapshot): { before: Snapshot; now: Snapshot } {
  const sheets = new Map<
    string,
    { path: string; week: number | null; days: PrintedDay[]; questions: ManifestQuestion[] }
  >()
  for (const { path, week, day, questions } of prints) {
    const sheet = sheets.get(`${path}\n${week ?? ''}`) ?? { path, week, days: [], questions: [] }
    sheets.set(`${path}\n${week ?? ''}`, sheet)
    sheet.days.push(day)
    sheet.questions.push(...questions)
  }
  const printedNow = now.flatMap((sheet) => {
    const then = sheets.get(`${sheet.path}\n${sheet.week ?? ''}`)
    if (!then) return []
    const keys = new Set(then.days.map(({ key }) => key))
    return [
      {
        ...sheet,
        ...(sheet.days ? { days: sheet.days.filter(({ key }) => keys.has(key)) } : {}),
        questions: sheet.questions.filter(({ day }) => keys.has(day)),
      },
    ]
  })
  return { before: [...sheets.values()], now: printedNow }
}
