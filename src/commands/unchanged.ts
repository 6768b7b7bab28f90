/** Messages of weeks that did not change, which the last build has told already: many of them are summed up in a line. */
import { readCache, runOf } from '../cache/cache-file.js'
import { groupStands } from '../cache/up-to-date.js'
import type { Message } from '../diagnostics.js'
import { countMessages, plural } from '../report/text.js'
import { exitCodeOf, exitCodes, type FailOn, type Shell } from '../shell.js'
import { messageWords, type Saying, withoutNotes } from './common.js'

/** So many messages that were told before are told again: they are read faster than asked for. */
const fewAgain = 3

/** What is told, and what is only counted. */
export interface Telling {
  told: readonly Message[]
  counted: readonly Message[]
}

/**
 * Parts messages into those to tell and those to count: `fresh` ones are told, those that were told before where they are few, or where they
 * decide the exit code, as errors do.
 */
export function tellingOf(fresh: readonly Message[], before: readonly Message[], failOn: FailOn): Telling {
  const decides = (message: Message) => message.severity === 'error' || exitCodeOf([message], failOn) !== exitCodes.ok
  const others = before.filter((message) => !decides(message))
  return others.length <= fewAgain
    ? { told: [...fresh, ...before], counted: [] }
    : { told: [...fresh, ...before.filter(decides)], counted: others }
}

/** All of them, as they are. */
export const tellingAll = (messages: readonly Message[]): Telling => ({ told: messages, counted: [] })

/** How a build that finds all as this one has left it says the messages of this one: those about a file have been told. */
export const tellingNext = (messages: readonly Message[], failOn: FailOn): Telling =>
  tellingOf(
    messages.filter(({ file }) => file === null),
    messages.filter(({ file }) => file !== null),
    failOn,
  )

/** Which messages the last build into `out` has told of sheets that are as they were then; none where it is not remembered. */
export function toldByLastBuild(cwd: string, out: string): (message: Message) => boolean {
  const run = runOf(readCache(cwd, out))
  const told = new Set<string>()
  for (const group of run?.groups ?? [])
    if (run && group.messages.length > 0 && groupStands(cwd, group, run))
      for (const message of group.messages) told.add(JSON.stringify(message))
  return (message) => message.file !== null && told.has(JSON.stringify(message))
}

/** The lines that were not told before, which are then told; all of them where nobody remembers (`told`). */
export function untold(lines: string, told: Set<string> | undefined): string {
  if (!told) return lines
  const fresh = lines.split(/(?<=\n)/).filter((line) => !told.has(line))
  for (const line of fresh) told.add(line)
  return fresh.join('')
}

/** The words of both, on stderr: "17 warnings, 2 notes in 9 files that did not change; `--repeat` tells them again." */
export function tellingWords({ told, counted }: Telling, shell: Shell, saying: Saying): string {
  const shown = saying.quiet ? withoutNotes(counted) : counted
  const files = new Set(shown.map(({ file }) => file)).size
  const line =
    files === 0
      ? ''
      : `${countMessages(shown)} in ${plural(files, 'file')} that did not change; \`--repeat\` tells them again.\n`
  return messageWords(told, shell.stderr, shell, saying) + line
}
