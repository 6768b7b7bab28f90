/** Which day sheets are no longer what they were: by the stamps in their feet, and by their pages. */
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
}

/**
 * A day sheet with the words that it had, on other pages, since days before it need more or fewer. One that was handed out stays good, although its foot has
 * the old number: its code finds it on slides and in the key.
 */
export interface RepagedDay extends Pick<DayChange, 'key' | 'name' | 'code'> {
  /** Labels of its pages then and now. */
  pages: { before: string[]; now: string[] }
}

/** The days that have other words, came or went, with their stamps then and now. */
export function compareDays(then: readonly PrintedDay[], now: readonly PrintedDay[]): DayChange[] {
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
      if (old.revision === day.revision) return []
      const above = (['head', 'intro'] as const).filter((part) => isOther(old[part], day[part]))
      return [{ ...change(day, 'changed', old.revision, day.revision), ...(above.length > 0 && { above }) }]
    }),
    ...then.filter(({ key }) => !after.has(key)).map((day) => change(day, 'removed', day.revision, null)),
  ]
}

/** True when both are known, and not the same. */
const isOther = <T>(then: T | undefined, now: T | undefined): boolean =>
  then !== undefined && now !== undefined && then !== now

/** The days that have their words still, but other pages. */
export function daysRepaged(then: readonly PrintedDay[], now: readonly PrintedDay[]): RepagedDay[] {
  const before = new Map(then.map((day) => [day.key, day]))
  return now.flatMap(({ key, name, code, revision, pages }) => {
    const old = before.get(key)
    const isRepaged = old?.revision === revision && old.pages.join() !== pages.join()
    return isRepaged ? [{ key, name, code, pages: { before: old.pages, now: pages } }] : []
  })
}
