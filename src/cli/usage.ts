/** What the argument parser says of a wrong command line → one sentence that names what is meant, and the help to turn to. */
import { onOneLine } from '../report/printable.js'
import { didYouMean, nearest } from '../text/suggest.js'

/** What a command takes: operands that it needs, in order, with what they are; names of its flags, without dashes. */
export interface CommandWords {
  needs: readonly string[]
  flags: readonly string[]
}

export type CommandTable = Readonly<Record<string, CommandWords>>

/**
 * The words for stderr, with a last line to turn to.
 * ```
 * No flag --papr; did you mean "--paper"?
 * Try: cold-recall build --help
 * ```
 */
export function usageWords(fault: string, argv: readonly string[], commands: CommandTable): string {
  const name = argv.find((word) => !word.startsWith('-'))
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  // Without a command the parser asks for one before it looks at the flags.
  const flag = name === undefined ? argv.find((word) => word.startsWith('--')) : undefined
  const words =
    flag !== undefined
      ? unknownWords([flag.slice(2)], argv, generalFlags)
      : name === undefined || command
        ? faultIn(fault, argv, command)
        : [noCommand(name, Object.keys(commands))]
  return `${words.map(onOneLine).join('\n')}\nTry: cold-recall ${command ? `${name} ` : ''}--help\n`
}

const generalFlags = ['help', 'version']

const noCommand = (name: string, known: readonly string[]): string =>
  `No command "${name}"${didYouMean(name, known) || `, expected one of ${known.join(', ')}`}`

function faultIn(fault: string, argv: readonly string[], command: CommandWords | undefined): string[] {
  const unknown = /^Unknown (?:arguments?|commands?): (.*)$/s.exec(fault)?.[1]
  if (unknown !== undefined) return unknownWords(unknown.split(', '), argv, command?.flags ?? generalFlags)
  const got = /^Not enough non-option arguments: got (\d+)/.exec(fault)?.[1]
  if (got !== undefined && command) {
    const missing = command.needs.slice(Number(got))
    return [missing.length > 0 ? `Missing: ${missing.join('; ')}` : fault]
  }
  const valueless = /^Not enough arguments following: (.*)$/.exec(fault)?.[1]
  if (valueless !== undefined) return [`${dashed(valueless)} needs a value`]
  const values = [...fault.matchAll(/Argument: ([\w-]+), Given: (.*?), Choices: (.*)$/gm)]
  return values.length > 0
    ? values.map(([, name = '', given = '', choices = '']) => wrongValue(name, given, choices, command))
    : [fault]
}

function unknownWords(names: readonly string[], argv: readonly string[], flags: readonly string[]): string[] {
  const asFlag = (name: string) =>
    argv.some((word) => word.split('=')[0] === dashed(name) || (/^-[^-]/.test(word) && word.includes(name)))
  const said = names.map((name) => {
    if (!asFlag(name)) return argv.includes(name) ? `Unexpected "${name}"` : null
    const near = nearest(name, flags)
    return `No flag ${dashed(name)}${near === null ? '' : `; did you mean "${dashed(near)}"?`}`
  })
  // The parser names `fail-onn` a second time as `failOnn`.
  const known = said.filter((words) => words !== null)
  return known.length > 0 ? known : [`Unexpected ${names.map((name) => `"${name}"`).join(', ')}`]
}

function wrongValue(name: string, given: string, choices: string, command: CommandWords | undefined): string {
  const known = choices.split(', ').map((choice) => choice.replace(/^"|"$/g, ''))
  const word = given.replace(/^"|"$/g, '')
  const what = command?.flags.includes(name) ? dashed(name) : name.toUpperCase()
  return `${what} is "${word}", expected one of ${known.join(', ')}${didYouMean(word, known)}`
}

const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`)
