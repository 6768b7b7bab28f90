import type { Run } from '../text/rich.js'
import type { Sheet } from './model.js'

/**
 * What a sheet is called: its title, else its week, as it is known from the front matter, the folder or the name of the file; [] without either.
 * `week` is the word for a week in the language of what is printed, "Week {n}".
 */
export function titleOf({ title, week: number }: Pick<Sheet, 'title' | 'week'>, week: string): Run[] {
  return title.length > 0 || number === null ? title : [{ text: week.replace('{n}', String(number)) }]
}

/** The parts of a title between dashes. */
export const partsOfTitle = (title: string): string[] => title.split(/\s+[—–-]\s+/)

/** Words as they are told from others: whatever their case, and how their letters are put together. */
export const sameWords = (words: string): string => words.normalize('NFC').trim().toLowerCase()

/** How the parts of a title say a course: as it is, with more behind it ("Biology Year 10" of "Biology"), or not. */
export function courseIn(title: string, course: string): 'whole' | 'more' | null {
  const said = sameWords(course)
  const parts = partsOfTitle(title).map(sameWords)
  if (parts.includes(said)) return 'whole'
  return parts.some((part) => part.startsWith(said) && /^[\s,:]/.test(part.slice(said.length))) ? 'more' : null
}
