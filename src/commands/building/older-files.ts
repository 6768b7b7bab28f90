/** Which files a build left as they were although they say what their week no longer says. */
import { compareWeeks, type SheetChange } from '../../identity/compare.js'
import { dayKeysOf } from '../../identity/made-parts.js'
import { folderOf, type ManifestSheet, madeOtherwise } from '../../identity/model.js'
import { onOneLine } from '../../report/printable.js'
import { listed } from '../../report/text.js'
import { dayFileOf, dayStems, kindOfPart } from './day-files.js'
import { filesElsewhere, filesOfLostDays } from './made-no-more.js'
import type { WeekBeside } from './since-last.js'

/**
 * Files below the output folder that say what a week said before it changed: an earlier build made them with flags that this one has not
 * (`--edition student`, `--split`), and they stand as it left them. Of the files of days those whose day has changed. What no flags make any more is
 * none of them (`made-no-more.ts`). `made`: files of this build.
 */
export function olderFiles(
  weeks: readonly WeekBeside[],
  made: ReadonlySet<string>,
  isThere: (path: string) => boolean,
): string[] {
  const isShared = sharedBy(weeks)
  const isOwn = (path: string): boolean => !isShared(path)
  const older = weeks
    .filter(({ files }) => files.length > 0)
    .flatMap((week) => {
      const change = otherWords(week)
      if (change) return week.files.filter(saidOtherwise(week, change))
      // A booklet is another one when any of its weeks has changed; what is made of the others alone is not older for that.
      if (hasOtherBytes(week, made, isOwn)) return week.files
      return hasOtherBytes(week, made, isShared) ? week.files.filter(({ path }) => isShared(path)) : []
    })
  const lost = new Set(weeks.flatMap((week) => [...filesElsewhere(week.now, made), ...filesOfLostDays(week, made)]))
  const paths = new Set(older.map(({ path }) => path))
  return [...paths].filter((path) => !made.has(path) && !lost.has(path) && isThere(path))
}

/** Which files several of the weeks stand in: booklets. */
function sharedBy(weeks: readonly WeekBeside[]): (path: string) => boolean {
  const counts = new Map<string, number>()
  for (const { now, files } of weeks)
    for (const path of new Set([...now.outputs, ...files].map((output) => output.path)))
      counts.set(path, (counts.get(path) ?? 0) + 1)
  return (path) => (counts.get(path) ?? 0) > 1
}

/** What a week says otherwise; null for nothing. */
const otherWords = ({ before, now }: WeekBeside): SheetChange | null =>
  compareWeeks([{ before, now }]).find(
    ({ days, questions, repaged }) => days.length > 0 || questions.length > 0 || repaged !== undefined,
  ) ?? null

/** True for other bytes of one of these files that both builds made: another template, paper, scheme … */
function hasOtherBytes(
  { now, files }: WeekBeside,
  made: ReadonlySet<string>,
  isOfThese: (path: string) => boolean,
): boolean {
  return madeOtherwise(files, now.outputs).some(({ path }) => made.has(path) && isOfThese(path))
}

/** How far a day has changed: `key` is where to look or an answer alone, which no sheet says. */
type Touch = 'words' | 'key'

/** Which files of a week that changed say something else than they would if they were built now. */
function saidOtherwise(week: WeekBeside, change: SheetChange): (file: { path: string }) => boolean {
  const { before, now } = week
  // What is set otherwise is so in all of its files; and names are dealt to the questions of all days.
  if (!before || isSetOtherwise(before, now) || now.options?.roster !== undefined) return () => true
  const ownFiles = new Set(before.outputs.map(({ path }) => path))
  const touched = touchedDays(before, change)
  const onlyKey = ![...touched.values()].includes('words')
  const carriesKey = now.options?.key !== 'back'
  const keyMoved = lastPage(before) !== lastPage(now)
  const stems = dayStems(now.days ?? [])
  const keysThen = dayKeysOf(before)
  const isOtherDay = (part: string, isDeck: boolean): boolean => {
    const place = stems.findIndex((stem) => kindOfPart(part, stem) !== null)
    const key = now.days?.[place]?.key
    if (key === undefined || keysThen[place] !== key) return true
    const kind = kindOfPart(part, stems[place] ?? '') ?? ''
    const touch = touched.get(key)
    if (touch !== 'key') return touch === 'words' || (keyMoved && /^-key\b/.test(kind))
    return !isAnswerless(kind) && (isDeck || carriesKey || /^-(?:key|instructor)\b/.test(kind))
  }
  return ({ path }) => {
    if (!ownFiles.has(path)) return true
    const file = dayFileOf(path)
    if (!file) return !(onlyKey && isAnswerless(path.slice(folderOf(path).length)))
    return file.parts.some((part) => isOtherDay(part, file.isDeck))
  }
}

/** The edition to write in and the deck to hand out, of a week, of a day (what stands behind its name) or of a course. */
const isAnswerless = (name: string): boolean => /-(?:student|audience)\b/.test(name)

/** Editions and products say which files were made, and not how; and older manifests do not know all that may be said. */
const isSetOtherwise = ({ options: then = {} }: ManifestSheet, { options: now = {} }: ManifestSheet): boolean =>
  Object.keys({ ...then, ...now })
    .filter((name) => !/^(?:editions|products)$/.test(name))
    .some((name) => then[name] !== now[name] && (name === 'roster' || name in then))

function touchedDays({ questions }: ManifestSheet, change: SheetChange): ReadonlyMap<string, Touch> {
  const touched = new Map<string, Touch>()
  const homes = new Map(questions.map(({ id, day }) => [id, day]))
  for (const { id, day, events } of change.questions) {
    const isKey = events.every((event) => event === 'key')
    for (const key of [day, homes.get(id) ?? day])
      if (!isKey || !touched.has(key)) touched.set(key, isKey ? 'key' : 'words')
  }
  for (const { key } of [...change.days, ...(change.repaged ?? [])]) touched.set(key, 'words')
  return touched
}

/** The label of the last page of its days, behind which the key stands. */
const lastPage = ({ days }: ManifestSheet): string | undefined => days?.at(-1)?.pages.at(-1)

const mostNamed = 4

/** A line that names them: "out/week-1/workbook-student.pdf is older than this build; build it again …". '' when there are none. */
export function olderLine(paths: readonly string[], out: string): string {
  if (paths.length === 0) return ''
  const all = listed(
    paths.map((path) => onOneLine(`${out}/${path}`)),
    mostNamed,
  )
  return paths.length === 1
    ? `${all} is older than this build; build it again with the flags that it was made with, or delete it.\n`
    : `${all} are older than this build; build them again with the flags that they were made with, or delete them.\n`
}
