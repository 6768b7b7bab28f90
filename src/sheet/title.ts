import type { Run } from '../text/rich.js'
import type { Sheet } from './model.js'

/**
 * What a sheet is called: its title, else its week, as it is known from the front matter, the folder or the name of the file; [] without either.
 * `week` is the word for a week in the language of what is printed, "Week {n}".
 */
export function titleOf({ title, week: number }: Pick<Sheet, 'title' | 'week'>, week: string): Run[] {
  return title.length > 0 || number === null ? title : [{ text: week.replace('{n}', String(number)) }]
}
