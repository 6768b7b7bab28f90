/** Which day sheets are no longer what they were: by the stamps in their feet, by what their key says, and by their pages. */
import type { PrintedDay } from './model.js'

/** A day sheet that is no longer what it was. */
export interface DayChange {
  event: 'added' | 'removed' | 'changed'
  key: string
  name: string
  /** The code in its foot, and its stamps then and now. */
  code: string
  revision: { before: string | null; now: string | null }
  /** Its pages now, or, of one that went, then. */
  pages: string[]
  /** What has changed over its questions, as far as both manifests tell it; absent for none. */
  above?: ('head' | 'intro')[]
  /** Ids of its questions whose entries in the key stand on it and are others, with nothing else of them that is; absent for none. */
  keyed?: string[]
}

/** What the days ask of a question that has changed: its id, the key of its day, and what happened to it. */
interface ChangedQuestion {
  id: string
  day: string
  events: readonly string[]
}

/**
 * A day sheet with the words that it had, on other pages, since days before it need more or fewer. One that was handed out stays good, although its foot has
 * the old number: its code finds it on slides and in the key.
 */
export interface RepagedDay extends Pick<DayChange, 'key' | 'name' | 'code'> {
  /** Labels of its pages then and now. */
  pages: { before: string[]; now: string[] }
}

/**
 * The days that have other words, came or went, with their stamps then and now. `questions`: what has changed of those of the week, which tells of a key
 * that stands on day sheets.
 */
export function compareDays(
  then: readonly PrintedDay[],
  now: readonly PrintedDay[],
  questions: readonly ChangedQuestion[],
): DayChange[] {
  const before = new Map(then.map((day) => [day.key, day]))
  const after = new Set(now.map(({ key }) => key))
  const change = (day: PrintedDay, event: DayChange['event'], old: string | null, fresh: string | null): DayChange => {
    const { key, name, code, pages } = day
    return { event, key, name, code, revision: { before: old, now: fresh }, pages }
  }
  return [
    ...now.flatMap((day) => {
      const old = before.get(day.key)
      if (!old) return [change(day, 'added', null, day.revision)]
      const keyed =
        day.carries === undefined
          ? []
          : questions.flatMap(({ id, day: home, events }) => (home === day.key && isKeyAlone(events) ? [id] : []))
      // A manifest of before has stamps that leave the key out: its questions tell.
      const isKeyOther = !haveKeysAlike(old, day) && keyed.length > 0
      if (isSameSheet(old, day) && !isKeyOther) return []
      const above = (['head', 'intro'] as const).filter((part) => isOther(old[part], day[part]))
      return [
        {
          ...change(day, 'changed', old.revision, day.revision),
          ...(above.length > 0 && { above }),
          ...(keyed.length > 0 && { keyed }),
        },
      ]
    }),
    ...then.filter(({ key }) => !after.has(key)).map((day) => change(day, 'removed', day.revision, null)),
  ]
}

/** True when of a question nothing has changed but its entry in the key. */
export const isKeyAlone = (events: ChangedQuestion['events']): boolean => events.every((event) => event === 'key')

/**
 * True for two prints of a day that say the same. Where the key does not stand on both alike, or an older manifest does not tell, as far as the rest of the
 * sheet goes: where the key stands is a look.
 */
export function isSameSheet(then: PrintedDay, now: PrintedDay): boolean {
  const stampOf = ({ carries, revision }: PrintedDay): string =>
    haveKeysAlike(then, now) ? revision : (carries?.front ?? revision)
  return stampOf(then) === stampOf(now)
}

/** True for two prints of a day whose pages have the same numbers, as far as both know them: an older manifest leaves out a key on their backs. */
export function hasSamePages(then: PrintedDay, now: PrintedDay): boolean {
  const count = haveKeysAlike(then, now) ? undefined : Math.min(then.pages.length, now.pages.length)
  const pagesOf = ({ pages }: PrintedDay): string => pages.slice(0, count).join()
  return pagesOf(then) === pagesOf(now)
}

/** True where the key stands on both alike or on neither, as far as their manifests tell. */
const haveKeysAlike = (then: PrintedDay, now: PrintedDay): boolean => then.carries?.key === now.carries?.key

/** True when both are known, and not the same. */
const isOther = <T>(then: T | undefined, now: T | undefined): boolean =>
  then !== undefined && now !== undefined && then !== now

/** The days that are none of those that have `changed`, but have other pages. */
export function daysRepaged(
  then: readonly PrintedDay[],
  now: readonly PrintedDay[],
  changed: readonly DayChange[],
): RepagedDay[] {
  const told = new Set(changed.map(({ key }) => key))
  const before = new Map(then.map((day) => [day.key, day]))
  return now.flatMap((day) => {
    const { key, name, code, pages } = day
    const old = before.get(key)
    const isRepaged = old && !told.has(key) && !hasSamePages(old, day)
    return isRepaged ? [{ key, name, code, pages: { before: old.pages, now: pages } }] : []
  })
}
