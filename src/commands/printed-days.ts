/** Which days the words behind `printed` mean. A word that may mean the days of several weeks is wrong usage. */
import type { Log } from '../diagnostics.js'
import { isThere } from '../disk/write.js'
import { filesOf, folderOf, type ManifestSheet } from '../identity/model.js'
import { daysNamed, daysOf, keyOfDay, type Printable } from '../identity/prints.js'
import { asksForToday, weekdayName, wordForDay } from '../sheet/days/select.js'
import { type Shell, UsageError } from '../shell.js'
import { didYouMean } from '../text/suggest.js'
import { openSheets } from './common.js'
import { fileNames } from './file-names.js'

/** The days that words may mean. */
export interface Choice {
  sheets: readonly ManifestSheet[]
  /** Those that are recorded already, by `keyOfDay`, when only they can be meant; else all days of the last build. */
  recorded?: ReadonlySet<string>
}

/** The days that operands name, each once. Where paths are named, each word is looked for in each of them. */
export function daysAsked(operands: readonly string[], choice: Choice, shell: Shell, log: Log): Printable[] {
  const { sheets, recorded } = choice
  const weekday = shell.now().getDay()
  const words: string[] = []
  const scopes: ManifestSheet[][] = []
  for (const operand of withJoinedCodes(operands, sheets)) {
    const isDay = !operand.includes('/') && daysNamed(sheets, operand, weekday, recorded).days.length > 0
    if (operand.includes('/') || (!isDay && isThere(shell.cwd, operand)))
      scopes.push(sheetsBelow(operand, choice, shell, log))
    else words.push(operand)
  }
  if (log.hasErrors()) return []
  const within = scopes.length > 0 ? scopes : [[...sheets]]
  if (words.length === 0) words.push('all')
  const days = within.flatMap((scope) =>
    words.flatMap((word) => oneWeeks(word, { ...choice, sheets: scope }, weekday, shell)),
  )
  return [...new Map(days.map((each) => [keyOfDay(each), each])).values()]
}

/** "W1 Mon" comes as two words unless somebody quotes it. */
function withJoinedCodes(operands: readonly string[], sheets: readonly ManifestSheet[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < operands.length; i++) {
    const [one = '', next] = operands.slice(i, i + 2)
    const both = `${one} ${next}`
    const isCode = next !== undefined && /\d$/.test(one) && daysNamed(sheets, both, 0).exact
    joined.push(isCode ? both : one)
    if (isCode) i++
  }
  return joined
}

/**
 * The weeks of the manifest that have files among those of a path. A week of a file with several has no path of its own: it goes by the folder that
 * it is built into, `content/rivers/week-1` or `rivers/week-1`.
 */
function sheetsBelow(path: string, { sheets, recorded }: Choice, shell: Shell, log: Log): ManifestSheet[] {
  const folder = `${path.replace(/^(?:\.\/)?(?:content\/)?/, '').replace(/\/+$/, '')}/`
  const built = sheets.filter(({ outputs }) => outputs.some((output) => folderOf(output.path) === folder))
  if (built.length > 0 && !isThere(shell.cwd, path)) return built
  const texts = openSheets([path], shell, log).filter(({ beside }) => !beside)
  const below = new Set(texts.map((text) => text.path))
  const found = sheets.filter((sheet) => filesOf(sheet).some((file) => below.has(file)))
  if (found.length > 0 || log.hasErrors()) return found
  if (recorded) throw new UsageError(`Nothing of "${path}" is recorded as printed`)
  throw new UsageError(`"${path}" has no sheet of the last build: build it before you print it`)
}

/** The days that a word names, when it can only mean those. */
function oneWeeks(word: string, { sheets, recorded }: Choice, weekday: number, shell: Shell): Printable[] {
  const { days, exact } = daysNamed(sheets, word, weekday, recorded)
  if (exact) return days
  const codes = [...new Set(days.map(({ day }) => day.code))]
  const paths = [...new Set(days.map(({ path }) => path))]
  const orPath = paths.length > 1 ? ', or a path' : ''
  if (days.length > 0 && codes.length === days.length)
    throw new UsageError(`${word} is in ${days.length} weeks: say ${choiceOf(codes)}${orPath}, or "all"`)
  if (days.length > 0) {
    const shown = paths.slice(0, mostChoices).map(fileNames([], shell)).join(', ')
    throw new UsageError(`${word} is in ${paths.length} files: say a path behind it (${shown}), or "all"`)
  }
  const hint = asksForToday(word) ? `; today is ${weekdayName(weekday)}` : null
  const own = daysOf(sheets).filter((each) => recorded?.has(keyOfDay(each)) ?? true)
  const known = [...new Set(own.map(({ day }) => wordForDay(day)))]
  throw new UsageError(
    `No day "${word}" ${recorded ? 'is recorded as printed' : 'in the last build'}, expected one of ${known.join(', ')}, a code such as ${own[0]?.day.code ?? 'W1·MON'}, a position such as 1, today, all, or a path${hint ?? didYouMean(word, known)}`,
  )
}

const mostChoices = 8

/** "W1·MON, W2·MON or W3·MON" */
function choiceOf(codes: readonly string[]): string {
  if (codes.length > mostChoices) return `${codes.slice(0, mostChoices).join(', ')} …`
  return `${codes.slice(0, -1).join(', ')} or ${codes.at(-1)}`
}
