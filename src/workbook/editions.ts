/** The editions of a workbook: the same plan, words, codes and page numbers, in other parts. */

import { type OptionalPage, optionalPages } from '../template/optional-pages.js'
import type { KeyMode } from '../template/print.js'

/**
 * What a workbook may hold: day sheets, week summary, key, and the instructor's run sheet; and the pages that are asked for. Brain dumps stand before their day,
 * calendar and test and fold behind the summary, exit tickets at the end: they are cut apart. `dayKey` is the key of its days
 * without the list from section to question.
 */
export type WorkbookPart = 'days' | 'summary' | 'key' | 'dayKey' | 'guide' | OptionalPage

/** Who an edition is for. `whole` is the workbook with its key. */
export type Edition = 'whole' | 'student' | 'key' | 'instructor'

/** An edition of the whole week, or of a single day. */
export type Scope = 'week' | 'day'

/** What an edition holds, and what its file name ends in. */
interface EditionParts {
  parts: readonly WorkbookPart[]
  /** "workbook" + suffix + ".pdf" of a week; "1-monday" + suffix + ".pdf" of a day. */
  suffix: string
}

/** A day's sheet with the pages of that day. */
const dayParts = ['days', 'brain-dump', 'exit-tickets'] as const

/**
 * What an edition holds. With the key at the back, a day's sheet is the same in both editions that have it: its key stands in the workbook, or
 * in an edition of its own. Where each day carries its key (`flip`, `fold`), so does its sheet, except in the student edition.
 */
export function editionOf(edition: Edition, scope: Scope, key: KeyMode): EditionParts {
  const week = scope === 'week'
  const carried = key !== 'back'
  switch (edition) {
    case 'whole':
      return {
        parts: week ? ['days', 'summary', 'key', ...optionalPages] : carried ? [...dayParts, 'dayKey'] : dayParts,
        suffix: '',
      }
    case 'student':
      return {
        parts: week ? ['days', 'summary', 'brain-dump', 'test-and-fold', 'calendar'] : dayParts,
        suffix: week || carried ? '-student' : '',
      }
    case 'key':
      return { parts: ['key'], suffix: '-key' }
    case 'instructor':
      return { parts: ['guide'], suffix: '-instructor' }
  }
}

/** All editions, in the order in which they are built and listed. */
export const editionNames: readonly Edition[] = ['whole', 'student', 'key', 'instructor']

/** The editions that a list of names stands for; "all" is all of them. */
export const editionsNamed = (names: readonly (Edition | 'all')[]): readonly Edition[] =>
  editionNames.filter((edition) => names.includes('all') || names.includes(edition))
