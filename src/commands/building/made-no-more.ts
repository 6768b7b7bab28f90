/** Which files of a week no build makes any more, whatever its flags. */
import { folderOf, type ManifestOutput, type ManifestSheet } from '../../identity/model.js'
import { dayFileOf, dayStems, kindOfPart } from './day-files.js'
import type { WeekBeside } from './since-last.js'

/**
 * Files of a week that is built into another folder now, as when a second sheet came into its folder or went from it. Booklets, in which others
 * stand as well, are none of them. `made`: files of this build.
 */
export function filesElsewhere({ outputs }: ManifestSheet, made: ReadonlySet<string>): string[] {
  const isWeeks = ({ booklet }: ManifestOutput): boolean => booklet === undefined
  const folders = new Set(
    outputs.filter((output) => isWeeks(output) && made.has(output.path)).map(({ path }) => folderOf(path)),
  )
  const isElsewhere = ({ path }: ManifestOutput): boolean => !folders.has(folderOf(path))
  return folders.size === 0
    ? []
    : outputs.filter((output) => isWeeks(output) && isElsewhere(output)).map(({ path }) => path)
}

/** Files, where a week is built into, of days that it no longer has or that have another place in it: "week-1/sheets/2-tuesday.pdf". */
export function filesOfLostDays({ now, files }: WeekBeside, made: ReadonlySet<string>): string[] {
  const stems = dayStems(now.days ?? [])
  const isOfDay = (part: string): boolean => stems.some((stem) => kindOfPart(part, stem) !== null)
  const elsewhere = new Set(filesElsewhere(now, made))
  const paths = new Set([...now.outputs, ...files].map(({ path }) => path))
  return [...paths].filter((path) => !elsewhere.has(path) && dayFileOf(path)?.parts.some((part) => !isOfDay(part)))
}
