/** What has changed between two builds, or between what was printed and what a build prints: by the ids of questions. */
import { compareDays, type DayChange, daysRepaged, type RepagedDay } from './compare-days.js'
import { comparePages, type PagesChange } from './compare-pages.js'
import { type LookChange, looksBetween, type Options } from './looks.js'
import { keyOfWeek, type ManifestQuestion, type ManifestSheet, type PrintedQuestion } from './model.js'
import type { WeekPair } from './pair-weeks.js'

/**
 * What happened to a question. `moved`: to another day or week, or past others of its day; `left`: it went to another week, where it is `moved`;
 * `renumbered`: others came or went before it, or its week is counted otherwise. `picture`: it shows another; `pictured`: it showed none; `unpictured`: it shows none any more. `points` and `minutes`: others are printed with it. `look`: it
 * looks different otherwise, with the same words and the same space; `cosmetic`: one of these three, and an older manifest does not tell which.
 */
export type QuestionEvent =
  | 'added'
  | 'removed'
  | 'moved'
  | 'left'
  | 'renumbered'
  | 'reworded'
  | 'space'
  | 'picture'
  | 'pictured'
  | 'unpictured'
  | 'points'
  | 'minutes'
  | 'look'
  | 'cosmetic'
  | 'key'

export interface QuestionChange {
  id: string
  events: QuestionEvent[]
  /** Codes before and now ("W17 Mon 1"); null where it was not there. */
  code: { before: string | null; now: string | null }
  /** Where it stands now, or, of one that went, stood. */
  day: string
  /** The day that it stood in, where it has moved to another; absent for the others. */
  dayBefore?: string
  page: string | null
  slides: number[]
  /** Its points in words then and now ("3 points"), null where it was printed without; absent unless `events` has `points`. */
  points?: { before: string | null; now: string | null }
  /** Its minutes then and now; absent unless `events` has `minutes`. */
  minutes?: { before: number; now: number }
}

/** A week, and what has changed in it. */
export interface SheetChange {
  path: string
  week: number | null
  /** What it was called then, when its file was renamed or its week is counted otherwise; absent for the others. */
  was?: { path: string; week: number | null }
  days: DayChange[]
  questions: QuestionChange[]
  /** Days with the same words on other pages; absent for none. */
  repaged?: RepagedDay[]
  /** Pages beside the days that are others or new; absent for none. */
  otherPages?: PagesChange[]
  /** What stayed as it was, page numbers too. */
  same: { days: string[]; questions: number }
  /** What its pages and slides were set with then and now, as far as that differs; absent for none. */
  look?: LookChange[]
  /** Of a week whose files are gone, what is left over of it in the output folder; absent for the others. */
  gone?: { leftOver: string[] }
}

/** Sheets as a manifest or a record of prints knows them. */
export type Snapshot = readonly (Pick<ManifestSheet, 'path' | 'week' | 'days' | 'questions'> &
  Partial<Pick<ManifestSheet, 'options' | 'otherPages' | 'outputs'>> & {
    /** In place of its options: those of each of its prints. */
    printedWith?: readonly Options[]
  })[]

/** A week of two snapshots. */
export type ComparedWeek = WeekPair<Snapshot[number], Snapshot[number]>

/**
 * What has changed in weeks, as `pairWeeks` finds them. One that came is all added, one that went all removed. Weeks of manifests that do not know yet what was printed (of
 * earlier versions) are left out.
 */
export function compareWeeks(weeks: readonly ComparedWeek[]): SheetChange[] {
  const moves = movesBetween(weeks)
  return weeks.flatMap(({ before, now }) => {
    const either = now ?? before
    if (!either || (before && !before.days) || (now && !now.days)) return []
    const isRenamed = before !== null && now !== null && keyOfWeek(before) !== keyOfWeek(now)
    const questions = compareQuestions(before?.questions ?? [], now?.questions ?? [], moves)
    const days = compareDays(before?.days ?? [], now?.days ?? [], questions)
    const repaged = daysRepaged(before?.days ?? [], now?.days ?? [], days)
    const changed = new Set([...days, ...repaged].map((day) => day.key))
    const kept = (now?.days ?? []).filter((day) => !changed.has(day.key)).map(({ name }) => name)
    const touched = new Set(questions.map(({ id }) => id))
    const fresh = new Set(days.flatMap(({ event, key }) => (event === 'added' ? [key] : [])))
    const alike = (now?.questions ?? []).filter(({ id, day }) => !touched.has(id) && !fresh.has(day))
    const same = { days: kept, questions: alike.length }
    const { path, week } = either
    const was = isRenamed ? { was: { path: before.path, week: before.week } } : {}
    const look = before && now ? lookBetween(before, now) : null
    // Where the key stands is a look, and which of it is left for the back.
    const isKeyElsewhere = look?.some(({ option }) => option === 'key') ?? false
    const otherPages = comparePages(before?.otherPages, now?.otherPages).filter(
      ({ kind }) => !(isKeyElsewhere && kind === 'key'),
    )
    return [
      {
        ...{ path, week, ...was, days, questions },
        ...(repaged.length > 0 && { repaged }),
        ...(otherPages.length > 0 && { otherPages }),
        same,
        ...(look && { look }),
      },
    ]
  })
}

/** What was printed or shown otherwise, whatever became of the questions; null for nothing. */
function lookBetween(then: Snapshot[number], now: Snapshot[number]): LookChange[] | null {
  const looks = now.options ? looksBetween(then.printedWith ?? [then.options ?? {}], now.options) : []
  const isSeen = ({ slides }: LookChange): boolean => !haveSameBytes(then, now, slides ? '.pptx' : '.pdf')
  const seen = looks.length === 0 ? looks : looks.filter(isSeen)
  return seen.length === 0 ? null : seen
}

/** True where all files of a product were made before with the bytes that they have now: a font, say, was replaced by one that differs where nobody looks. */
function haveSameBytes(
  { outputs: then = [] }: Snapshot[number],
  { outputs = [] }: Snapshot[number],
  ending: string,
): boolean {
  const before = new Map(then.map(({ path, sha256 }) => [path, sha256]))
  const own = outputs.filter(({ path }) => path.endsWith(ending))
  return own.length > 0 && own.every(({ path, sha256 }) => sha256 !== undefined && sha256 === before.get(path))
}

/** A question in the week that it left, and in the one that it came to. */
interface Move {
  then: ManifestQuestion
  now: ManifestQuestion
}

/** Questions that went from one week to another, by their ids. */
function movesBetween(weeks: readonly ComparedWeek[]): ReadonlyMap<string, Move> {
  const came = new Map<string, ManifestQuestion>()
  const left: ManifestQuestion[] = []
  for (const { before, now } of weeks) {
    const [old, fresh] = [before?.questions ?? [], now?.questions ?? []]
    const [then, here] = [new Set(old.map(({ id }) => id)), new Set(fresh.map(({ id }) => id))]
    for (const question of fresh) if (!then.has(question.id)) came.set(question.id, question)
    left.push(...old.filter(({ id }) => !here.has(id)))
  }
  return new Map(
    left.flatMap((then) => {
      const now = came.get(then.id)
      return now ? [[then.id, { then, now }] as const] : []
    }),
  )
}

function compareQuestions(
  old: readonly ManifestQuestion[],
  now: readonly ManifestQuestion[],
  moves: ReadonlyMap<string, Move>,
): QuestionChange[] {
  const then = withIdsOf(now, old)
  const before = new Map(then.map((question) => [question.id, question]))
  const after = new Set(now.map(({ id }) => id))
  const inPlace = inOldOrder(then, now)
  const change = (question: ManifestQuestion, events: QuestionEvent[], was: string | null, fresh: string | null) => ({
    id: question.id,
    events,
    code: { before: was, now: fresh },
    day: question.day,
    page: question.printed?.page ?? null,
    slides: question.printed?.slides ?? [],
  })
  return [
    ...now.flatMap((question) => {
      const inWeek = before.get(question.id)
      const was = inWeek ?? moves.get(question.id)?.then
      if (!was) return [change(question, ['added'], null, question.code)]
      const moved = inWeek && inPlace.has(question.id) ? 'renumbered' : 'moved'
      const isMoved = inWeek === undefined || was.code !== question.code
      const events: QuestionEvent[] = [...(isMoved ? ([moved] as const) : []), ...eventsBetween(was, question)]
      return events.length === 0
        ? []
        : [
            {
              ...change(question, events, was.code, question.code),
              ...(inWeek && events.includes('moved') && was.day !== question.day && { dayBefore: was.day }),
              ...figuresBetween(was, question, events),
            },
          ]
    }),
    ...then
      .filter(({ id }) => !after.has(id))
      .map((question) => {
        const home = moves.get(question.id)?.now
        return change(question, [home ? 'left' : 'removed'], question.code, home?.code ?? null)
      }),
  ]
}

/** Builds into folders that know nothing of each other may have two ids for one question: its words then tell it. */
function withIdsOf(now: readonly ManifestQuestion[], old: readonly ManifestQuestion[]): ManifestQuestion[] {
  const known = new Set(old.map(({ id }) => id))
  const here = new Set(now.map(({ id }) => id))
  const byWords = new Map(now.filter(({ id }) => !known.has(id)).map(({ id, words }) => [words, id]))
  return old.map((question) => {
    const id = here.has(question.id) ? undefined : byWords.get(question.words)
    if (id === undefined) return question
    byWords.delete(question.words)
    return { ...question, id }
  })
}

/** Ids of as many questions as can be that stand in their old day, in their old order: the others are those that moved. */
function inOldOrder(then: readonly ManifestQuestion[], now: readonly ManifestQuestion[]): Set<string> {
  const places = new Map(then.map(({ id, day }, at) => [id, { day, at }]))
  const days = new Map<string, { id: string; at: number }[]>()
  for (const { id, day } of now) {
    const was = places.get(id)
    if (was?.day !== day) continue
    const steps = days.get(day) ?? []
    steps.push({ id, at: was.at })
    days.set(day, steps)
  }
  return new Set([...days.values()].flatMap(longestRise))
}

/** The ids of a longest part whose places rise. */
function longestRise(steps: readonly { id: string; at: number }[]): string[] {
  // Of the rises of each length, the end that leaves most room, and how it came there.
  const ends: { at: number; index: number }[] = []
  const chain: { id: string; before: number | null }[] = []
  for (const [index, { id, at }] of steps.entries()) {
    const found = ends.findIndex((end) => end.at > at)
    const length = found < 0 ? ends.length : found
    const before = length === 0 ? null : (ends[length - 1]?.index ?? null)
    ends[length] = { at, index }
    chain.push({ id, before })
  }
  const ids: string[] = []
  for (let index = ends.at(-1)?.index ?? null; index !== null; index = chain[index]?.before ?? null)
    ids.push(chain[index]?.id ?? '')
  return ids
}

/** What has become of a question, beside its place. */
function eventsBetween(then: ManifestQuestion, now: ManifestQuestion): QuestionEvent[] {
  const events: QuestionEvent[] = []
  const [old, fresh] = [then.printed, now.printed]
  if (then.words !== now.words) events.push('reworded')
  if (!old || !fresh) return events
  if (old.space !== fresh.space) events.push('space')
  const other = pictureBetween(old, fresh)
  if (other) events.push(other)
  else if (old.asked !== fresh.asked) events.push(...otherLook(old, fresh, then.words === now.words))
  if (old.keyed !== fresh.keyed) events.push('key')
  return events
}

/** What has become of its pictures; null for nothing. A manifest that knows no minutes may know no pictures either. */
function pictureBetween(old: PrintedQuestion, fresh: PrintedQuestion): QuestionEvent | null {
  if (old.pictures === fresh.pictures) return null
  if (old.pictures === undefined) return old.minutes === undefined ? null : 'pictured'
  return fresh.pictures === undefined ? 'unpictured' : 'picture'
}

/** What points and minutes were and are, where they are other ones. */
function figuresBetween(
  { printed: old }: ManifestQuestion,
  { printed: fresh }: ManifestQuestion,
  events: readonly QuestionEvent[],
): Pick<QuestionChange, 'points' | 'minutes'> {
  const { minutes: before, points: then = null } = old ?? {}
  const { minutes: now, points = null } = fresh ?? {}
  return {
    ...(events.includes('points') && { points: { before: then, now: points } }),
    ...(events.includes('minutes') && before !== undefined && now !== undefined && { minutes: { before, now } }),
  }
}

/** What else is printed with a question has changed: `sameWords` tells that nothing was reworded, which is another look by itself. */
function otherLook(old: PrintedQuestion, fresh: PrintedQuestion, sameWords: boolean): QuestionEvent[] {
  if (old.minutes === undefined || fresh.minutes === undefined) return sameWords ? ['cosmetic'] : []
  const events: QuestionEvent[] = []
  if (old.points !== fresh.points) events.push('points')
  if (old.minutes !== fresh.minutes) events.push('minutes')
  return events.length === 0 && sameWords ? ['look'] : events
}
