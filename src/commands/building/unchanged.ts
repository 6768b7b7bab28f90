/** Messages that the last build has told already, word for word: many of them are summed up in a line. */
import { messageMarks, partedByMarks } from '../../cache/message-marks.js'
import type { CachedRun } from '../../cache/model.js'
import type { Message } from '../../diagnostics.js'
import { countMessages, plural } from '../../report/text.js'
import { exitCodeOf, exitCodes, type FailOn, type Shell } from '../../shell.js'
import { messageWords, type Saying } from '../common.js'

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

/**
 * Parts messages into those that a run has told before, word for word and of the same words of a sheet, and the others. `textOf`: the texts of files now.
 */
export const toldBefore = (messages: readonly Message[], run: CachedRun | null, textOf: Saying['textOf']) =>
  partedByMarks(messages, run?.groups.flatMap(({ marks }) => marks) ?? [], messageMarks(textOf))

/** The lines that were not told before, which are then told; all of them where nobody remembers (`told`). */
export function untold(lines: string, told: Set<string> | undefined): string {
  if (!told) return lines
  const fresh = lines.split(/(?<=\n)/).filter((line) => !told.has(line))
  for (const line of fresh) told.add(line)
  return fresh.join('')
}

/**
 * The words of both, on stderr: "17 warnings, 2 notes in 9 files as before; `--repeat` tells them again." Who wants quiet is not told how many there
 * are: said each time, it hides what is new.
 */
export function tellingWords({ told, counted }: Telling, shell: Shell, saying: Saying): string {
  const files = new Set(counted.map(({ file }) => file)).size
  const line =
    files === 0 || saying.quiet
      ? ''
      : `${countMessages(counted)} in ${plural(files, 'file')} as before; \`--repeat\` tells them again.\n`
  return messageWords(told, shell.stderr, shell, saying) + line
}
