/** Which files in the output folder have a day sheet, and with which stamp: several builds with several flags may have left several. */
import { keyOfWeek, type ManifestSheet } from '../identity/model.js'
import type { Printable } from '../identity/prints.js'
import { onOneLine } from '../report/printable.js'
import { listed } from '../report/text.js'
import { type Shell, UsageError } from '../shell.js'
import { standsIn } from './building/built-run.js'

/** A day, and the files with its sheet that stand there: those as it was made last, and those with older stamps. Paths are below the output folder. */
export interface DayInFiles {
  each: Printable
  newest: string[]
  older: { path: string; revision: string }[]
}

/** Looks for the files of days. Of manifests that know no stamps of files there are none. */
export function daysInFiles(
  days: readonly Printable[],
  sheets: readonly ManifestSheet[],
  out: string,
  shell: Shell,
): DayInFiles[] {
  const weeks = new Map(sheets.map((sheet) => [keyOfWeek(sheet), sheet]))
  const isThere = standsIn(out, shell)
  return days.map((each) => {
    const { key, revision: last } = each.day
    const files = (weeks.get(keyOfWeek(each))?.outputs ?? []).flatMap(({ path, bears }) => {
      const revision = bears?.[key]
      return revision !== undefined && isThere(path) ? [{ path, revision }] : []
    })
    return {
      each,
      newest: files.filter(({ revision }) => revision === last).map(({ path }) => path),
      older: files.filter(({ revision }) => revision !== last),
    }
  })
}

const mostNamed = 4

/** Refuses days of which there are files, but none as it was made last: what was printed of it is known no more. */
export function refuseOlder(days: readonly DayInFiles[], out: string): void {
  const lost = days.filter(({ newest, older }) => newest.length === 0 && older.length > 0)
  if (lost.length === 0) return
  const said = lost.map(({ each: { day }, older }) => {
    const files = older.map(({ path, revision }) => `${out}/${path} has rev ${revision}`)
    return `${day.code} was built last as rev ${day.revision}, and ${listed(files, mostNamed)}`
  })
  throw new UsageError(
    `${listed(said, mostNamed)}: what was printed from an older file cannot be recorded any more; build it again, and record what you print then`,
  )
}

/** Lines on files with older sheets of days than those that are recorded: who has printed from them has those. */
export function olderNotes(days: readonly DayInFiles[], out: string): string {
  const files = new Map<string, { sheets: string[]; newest: Set<string> }>()
  for (const { each, newest, older } of days)
    for (const { path, revision } of older) {
      const file = files.get(path) ?? { sheets: [], newest: new Set() }
      files.set(path, file)
      file.sheets.push(`${each.day.code} as rev ${revision}`)
      for (const other of newest) file.newest.add(`${out}/${other}`)
    }
  const lines = [...files].map(([path, { sheets, newest }]) => {
    const what = `${out}/${path} still has ${listed(sheets, mostNamed)}`
    return `Note: ${what}; recorded is what was built last, in ${listed([...newest], mostNamed)}.`
  })
  const more = lines.length - mostNamed
  const rest = more > 0 ? [`Note: ${more} more files have older sheets.`] : []
  return [...lines.slice(0, mostNamed), ...rest].map((line) => `${onOneLine(line)}\n`).join('')
}
