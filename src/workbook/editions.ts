/** The editions of a workbook: the same plan, words, codes and page numbers, in other parts. */

import { type OptionalPage, optionalPages } from '../template/optional-pages.js'

/**
 * What a workbook may hold: day sheets, week summary, key, and the instructor's run sheet; and the pages that are asked for. Brain dumps stand before their day,
 * calendar and test and fold behind the summary, exit tickets at the end: they are cut apart.
 */
export type WorkbookPart = 'days' | 'summary' | 'key' | 'guide' | OptionalPage

/** Who an edition is for. `whole` is the workbook with its key at the back. */
export type Edition = 'whole' | 'student' | 'key' | 'instructor'

/** What an edition holds, of a week and of a single day, and what its file name ends in. */
interface EditionParts {
  week: readonly WorkbookPart[]
  day: readonly WorkbookPart[]
  /** "workbook" + suffix + ".pdf" of a week; "1-monday" + suffix + ".pdf" of a day. */
  suffix: Record<'week' | 'day', string>
}

/** A day's sheet with the pages of that day. */
const dayParts = ['days', 'brain-dump', 'exit-tickets'] as const

/** A day's sheet is the same in both editions that have it: its key stands in the workbook, or in an edition of its own. */
export const editions: Record<Edition, EditionParts> = {
  whole: {
    week: ['days', 'summary', 'key', ...optionalPages],
    day: dayParts,
    suffix: { week: '', day: '' },
  },
  student: {
    week: ['days', 'summary', 'brain-dump', 'test-and-fold', 'calendar'],
    day: dayParts,
    suffix: { week: '-student', day: '' },
  },
  key: { week: ['key'], day: ['key'], suffix: { week: '-key', day: '-key' } },
  instructor: { week: ['guide'], day: ['guide'], suffix: { week: '-instructor', day: '-instructor' } },
}

export const editionNames = Object.keys(editions) as Edition[]

/** The editions that a list of names stands for; "all" is all of them. */
export const editionsNamed = (names: readonly (Edition | 'all')[]): readonly Edition[] =>
  editionNames.filter((edition) => names.includes('all') || names.includes(edition))
