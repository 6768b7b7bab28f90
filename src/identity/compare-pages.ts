/** Which pages beside the day sheets are no longer what they were: summary, calendar, key and those that are asked for. */
import type { OtherPages } from './model.js'

/** Pages that are others, or new: where they stand now. */
export interface PagesChange extends Pick<OtherPages, 'kind' | 'day' | 'pages'> {
  event: 'added' | 'changed'
}

/**
 * The pages that say something else, or that were not there. [] where one of both does not know them: nothing can be told. Other page numbers are no
 * change, nor are pages that went: those in hand are as they were. A run sheet that was not there is not told: it has a file of its own.
 */
export function comparePages(
  then: readonly OtherPages[] | undefined,
  now: readonly OtherPages[] | undefined,
): PagesChange[] {
  if (!then || !now) return []
  const before = new Map(then.map((each) => [keyOfPages(each), each]))
  return now.flatMap((each): PagesChange[] => {
    const old = before.get(keyOfPages(each))
    if (old?.said === each.said || (!old && each.kind === 'guide')) return []
    const { said: _said, ...where } = each
    return [{ ...where, event: old ? 'changed' : 'added' }]
  })
}

/** By which pages of a week are known: their kind, and their day where they have one. */
export const keyOfPages = ({ kind, day = '' }: Pick<OtherPages, 'kind' | 'day'>): string => `${kind} ${day}`
