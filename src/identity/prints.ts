/**
 * The record of prints, `recall-prints.json` in the output folder: what was handed out, day by day, as `cold-recall printed` was told. `diff` holds
 * the sheets of today against it.
 */

import * as z from 'zod'
import { dayAsked } from '../sheet/days/select.js'
import { byText } from '../text/by-text.js'
import type { ComparedWeek } from './compare.js'
import { keyOfPages } from './compare-pages.js'
import { optionsOnPaper } from './looks.js'
import { dayKeysOf } from './made-parts.js'
import { otherPages, printedDay, printedSheet } from './manifest-shape.js'
import { keyOfWeek, type ManifestQuestion, type ManifestSheet, type OtherPages, type PrintedDay } from './model.js'
import { pairWeeks } from './pair-weeks.js'

/** Larger records are not read, as with manifests. */
export const maxPrintsBytes = 60_000_000

/** A day sheet as it was handed out last, with its questions. */
export interface Print {
  path: string
  week: number | null
  /** The day on which it was recorded: "2026-11-23". */
  on: string
  day: PrintedDay
  questions: ManifestQuestion[]
  /** What it was printed with, as far as it is seen on paper. Absent in older records. */
  options?: Record<string, string>
  /** Pages that were printed with it: those of the day, and where all days of its week were, those of the week. Absent in older records. */
  otherPages?: OtherPages[]
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
        options: printedSheet.options,
        otherPages,
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

/** A record of prints → its JSON, a print a line. */
export const formatPrints = ({ version, prints }: Prints): string =>
  `{\n  "version": ${version},\n  "prints": [${prints.map((print) => `\n    ${JSON.stringify(print)}`).join(',')}\n  ]\n}\n`

/**
 * The record with days of the manifest as handed out on a date; the same days handed out before are replaced. `sheets`: its weeks. Where all days of one are
 * handed out, so are its summary, its key and the like, and the ones before are forgotten; with some of its days, only what belongs to these.
 */
export function withPrints(
  known: Prints | null,
  days: readonly Printable[],
  sheets: readonly ManifestSheet[],
  on: string,
): Prints {
  const fresh = new Set(days.map(keyOfDay))
  const whole = new Set(
    sheets.filter((sheet) => daysOf([sheet]).every((day) => fresh.has(keyOfDay(day)))).map(keyOfWeek),
  )
  const kept = (known?.prints ?? []).filter((print) => !fresh.has(keyOfDay(print)))
  const prints = [
    ...kept.map((print) => (whole.has(keyOfWeek(print)) ? withoutPagesOfWeek(print) : print)),
    ...days.map((day) => ({ ...(whole.has(keyOfWeek(day)) ? day : withoutPagesOfWeek(day)), on })),
  ]
  return { version: 1, prints: prints.sort((a, b) => (keyOfDay(a) < keyOfDay(b) ? -1 : 1)) }
}

function withoutPagesOfWeek<T extends Printable>(print: T): T {
  const { otherPages: pages } = print
  return pages ? { ...print, otherPages: pages.filter(({ day }) => day !== undefined) } : print
}

/** A record with the prints of `days` taken out. */
export function withoutPrints(known: Prints, days: readonly Printable[]): Prints {
  const taken = new Set(days.map(keyOfDay))
  return { ...known, prints: known.prints.filter((print) => !taken.has(keyOfDay(print))) }
}

/** A day of the manifest, to be recorded. */
export type Printable = Omit<Print, 'on'>

/** A day of a week, as a record knows it. */
export const keyOfDay = ({ path, week, day }: Printable): string => `${keyOfWeek({ path, week })}\n${day.key}`

/** Every day of weeks of a manifest, each with its own pages beside it and those of its week. */
export const daysOf = (sheets: readonly ManifestSheet[]): Printable[] =>
  sheets.flatMap(({ path, week, days = [], otherPages: pages, questions, options }) => {
    const setWith = options ? { options: optionsOnPaper(options) } : {}
    return days.map((day) => ({
      path,
      week,
      day,
      questions: questions.filter((each) => each.day === day.key),
      ...setWith,
      ...(pages && { otherPages: pages.filter((each) => each.day === undefined || each.day === day.key) }),
    }))
  })

/** "W1·MON", "w1-mon" and "W1 Mon" are one code. */
const foldedCode = (code: string): string =>
  code
    .trim()
    .toLowerCase()
    .replace(/[\s·._-]+/g, ' ')

/** "W1·MON" → "w1": what its week is called. */
const weekOf = (code: string): string => foldedCode(code).split(' ')[0] ?? ''

/**
 * The days that words name: `all`; a code as in the foot of a sheet ("W1·MON", "w1-mon"), or that of a whole week ("W1"); else a day by the rules
 * of `build --day` ("monday", "mon", "1", "today"), looked for in each week. Only days of `among` count, by `keyOfDay`; all when it is left out. More
 * than one from different weeks: it is for the caller to refuse them.
 */
export function daysNamed(
  sheets: readonly ManifestSheet[],
  words: string,
  weekday: number,
  among?: ReadonlySet<string>,
): { days: Printable[]; exact: boolean } {
  const counts = (each: Printable): boolean => among?.has(keyOfDay(each)) ?? true
  const known = daysOf(sheets).filter(counts)
  const asked = foldedCode(words)
  if (asked === 'all') return { days: known, exact: true }
  const coded = known.filter(({ day }) => foldedCode(day.code) === asked && asked.includes(' '))
  if (coded.length > 0) return { days: coded, exact: coded.length === 1 }
  const ofWeek = known.filter(({ day }) => /^\p{L}{1,3}\d/u.test(asked) && weekOf(day.code) === asked)
  if (ofWeek.length > 0) return { days: ofWeek, exact: new Set(ofWeek.map(({ path }) => path)).size === 1 }
  const days = sheets.flatMap((sheet) => {
    const made = new Map(daysOf([sheet]).map((each) => [each.day.key, each]))
    const own = dayKeysOf(sheet).map((key) => {
      const each = made.get(key) ?? null
      // One that never was on paper has its place among the others still.
      const day = each?.day ?? { key, name: key, code: key }
      return { ...day, ...shortAndKind(day), each }
    })
    const each = dayAsked(own, words, weekday)?.each
    return each && counts(each) ? [each] : []
  })
  return { days, exact: days.length === 1 }
}

/** "W1·MON" has the short name of its day at the end. */
const shortAndKind = ({ key, code }: Pick<PrintedDay, 'key' | 'code'>) => ({
  short: code.split('·').at(-1) ?? key,
  kind: key === 'weekend' ? ('weekend' as const) : ('part' as const),
})

/** What was printed, week by week. */
export function weeksPrinted({ prints }: Prints): PrintedWeek[] {
  const weeks = new Map<string, PrintedWeek>()
  for (const { path, week, day, questions, options, otherPages: pages } of prints) {
    const known: PrintedWeek = weeks.get(keyOfWeek({ path, week })) ?? {
      ...{ path, week, days: [], questions: [], printedWith: [] },
    }
    weeks.set(keyOfWeek(known), known)
    if (options) known.printedWith.push(options)
    if (pages) known.otherPages = withPages(known.otherPages ?? [], pages)
    known.days.push(day)
    known.questions.push(...questions)
  }
  return [...weeks.values()]
}

/** Those of a week have one record, which stands with each of its days. */
const withPages = (known: readonly OtherPages[], more: readonly OtherPages[]): OtherPages[] => {
  const all = new Map([...known, ...more].map((each) => [keyOfPages(each), each]))
  return [...all.values()]
}

/** The days of a week that were printed, with their questions. */
export interface PrintedWeek {
  path: string
  week: number | null
  days: PrintedDay[]
  questions: ManifestQuestion[]
  /** Pages that were printed beside them; absent in older records. */
  otherPages?: OtherPages[]
  /** What each was printed with, as far as that is known. */
  printedWith: Record<string, string>[]
}

/**
 * Prints against what there is now, as `pairWeeks` finds them: of each week the days and the pages beside them that were printed, since what nobody has
 * printed yet needs no second print.
 */
export function againstPrints(weeks: readonly ComparedWeek[]): ComparedWeek[] {
  return weeks.flatMap(({ before, now: week }): ComparedWeek[] => {
    if (!before) return []
    if (!week) return [{ before, now: null }]
    const keys = new Set(before.days?.map(({ key }) => key))
    const days = week.days?.filter(({ key }) => keys.has(key))
    // One that went to a day of which nothing was printed has moved, and is not gone.
    const printed = new Set(before.questions.map(({ id }) => id))
    const questions = week.questions.filter(({ day, id }) => keys.has(day) || printed.has(id))
    const printedPages = new Set(before.otherPages?.map(keyOfPages))
    const pages = week.otherPages?.filter((each) => printedPages.has(keyOfPages(each)))
    return [{ before, now: { ...week, ...(days && { days }), ...(pages && { otherPages: pages }), questions } }]
  })
}

/** A day sheet that nobody has recorded as printed. */
export interface UnprintedDay {
  path: string
  week: number | null
  /** As in the manifest: "monday", "Monday", "W1·MON". */
  key: string
  name: string
  code: string
}

/** The days that there are now of which nothing was recorded, in order; `weeks`: prints against what there is now. */
export const neverPrinted = (weeks: readonly ComparedWeek[]): UnprintedDay[] =>
  weeks.flatMap(({ before, now: week }) => {
    const keys = new Set(before?.days?.map(({ key }) => key))
    const never = week?.days?.filter(({ key }) => !keys.has(key)) ?? []
    return never.map(({ key, name, code }) => ({ path: week?.path ?? '', week: week?.week ?? null, key, name, code }))
  })

/** A day of the record, and what has become of it. */
export interface PrintStanding extends Print {
  /** Null: its week has no such day any more, or is gone itself. */
  built: PrintedDay | null
}

/** What is recorded, week by week, in the order of the weeks' days; by the names that weeks have now. */
export function printsStanding(known: Prints, now: readonly ManifestSheet[]): PrintStanding[] {
  const days = daysOf(now)
  const places = new Map(days.map((each, at) => [keyOfDay(each), { at, day: each.day }]))
  const standing = withNewNames(known, now).prints.map((print) => ({ print, place: places.get(keyOfDay(print)) }))
  const weekOf = ({ print }: (typeof standing)[number]): string => keyOfWeek(print)
  return standing
    .sort((a, b) => byText(weekOf(a), weekOf(b)) || (a.place?.at ?? days.length) - (b.place?.at ?? days.length))
    .map(({ print, place }) => ({ ...print, built: place?.day ?? null }))
}

/**
 * The weeks of which something is recorded, with all their days and those that they had when it was recorded, which have the codes that they had
 * then: words such as "2" count days, also those that are not recorded.
 */
export function weeksRecorded(known: Prints, now: readonly ManifestSheet[]): ManifestSheet[] {
  const weeks = new Map(now.map((week) => [keyOfWeek(week), week]))
  return weeksPrinted(known).map((printed) => {
    const week = weeks.get(keyOfWeek(printed))
    const then = new Map(printed.days.map((day) => [day.key, day]))
    const days = (week?.days ?? []).map((day) => then.get(day.key) ?? day)
    return { ...week, ...printed, outputs: [], days: [...new Set([...days, ...printed.days])] }
  })
}

/** The record with the names that its weeks have now, where files were renamed. */
export function withNewNames(known: Prints, now: readonly ManifestSheet[]): Prints {
  const names = new Map(
    pairWeeks(weeksPrinted(known), now).flatMap(({ before, now: week }) =>
      before && week ? [[keyOfWeek(before), { path: week.path, week: week.week }] as const] : [],
    ),
  )
  return { ...known, prints: known.prints.map((print) => ({ ...print, ...names.get(keyOfWeek(print)) })) }
}
