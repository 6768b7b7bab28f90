/** Names of the files of days: "week-1/sheets/1-monday-key.pdf", "week-1/decks/6-saturday+7-sunday.pptx". */
import { dayFileName } from '../../build/output-names.js'
import { folderOf, type PrintedDay } from '../../identity/model.js'

/** A file of one day, or of several together. */
export interface DayFile {
  isDeck: boolean
  /** What it is called for each of its days: ["1-monday-key.pdf"], ["6-saturday", "7-sunday.pptx"]. */
  parts: string[]
}

/** What the path of an output says of days; null for what is of a whole week, or of several. */
export function dayFileOf(path: string): DayFile | null {
  const [, folder, name] = /^(sheets|decks)\/(\d.*)$/.exec(path.slice(folderOf(path).length)) ?? []
  return name === undefined ? null : { isDeck: folder === 'decks', parts: name.split('+') }
}

/** "1-monday": what the files of each day of a week are called, in their order. */
export const dayStems = (days: readonly Pick<PrintedDay, 'key'>[]): string[] =>
  days.map(({ key }, i) => dayFileName(i + 1, key))

/** What stands behind the name of a day, "-key.pdf" in "1-monday-key.pdf"; null where the part is of another day. */
export function kindOfPart(part: string, stem: string): string | null {
  const kind = part.slice(stem.length)
  return part.startsWith(stem) && /^(?:[-.]|$)/.test(kind) ? kind : null
}
