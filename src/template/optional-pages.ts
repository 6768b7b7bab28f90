/** Pages that a workbook has only when they are asked for. */

/**
 * By the name that authors write: `pages: [brain-dump, calendar]` in the front matter, in `recall.config.yaml` or under `workbook:` in a template;
 * `--pages calendar`.
 */
export const optionalPages = ['brain-dump', 'exit-tickets', 'test-and-fold', 'calendar'] as const

export type OptionalPage = (typeof optionalPages)[number]

/** What may stand for several of them, or for none. */
export const pagesWords = [...optionalPages, 'all', 'none'] as const

export type PagesWord = (typeof pagesWords)[number]

/** True for the name of an optional page, "all" or "none". */
export const isPagesWord = (word: string): word is PagesWord => (pagesWords as readonly string[]).includes(word)

/** The pages that some words stand for, in the order of the table; "none" takes away what a template has. */
export const pagesNamed = (words: readonly PagesWord[]): OptionalPage[] =>
  optionalPages.filter((page) => words.includes('all') || words.includes(page))
