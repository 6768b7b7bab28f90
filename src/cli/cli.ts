/**
 * argv → command → exit code. Translation only: what commands do is in `commands/`, which is loaded when one is called,
 * so that `--help` and `check` do not wait for fonts and devices.
 */
import yargs, { type Argv, type InferredOptionTypes, type Options } from 'yargs'
import { packageVersion } from '../disk/package.js'
import { type ExitCode, exitCodes, type Shell, UsageError } from '../shell.js'
import { addCommands, buildCommand, Chosen, type Command, checkCommand } from './command-lines.js'
import { buildFlags, checkFlags, diffFlags, dumpFlags, flags, printedFlags, watchFlags } from './flags.js'
import { type CommandTable, usageWords } from './usage.js'

/**
 * Runs the command line `argv` (without `node` and the script) and returns the exit code.
 * Never throws: a fault of ours is said as such, with what a report needs, and ends with 4.
 */
export async function run(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  try {
    const command = await commandOf(argv, shell)
    return (await command?.()) ?? exitCodes.ok
  } catch (error) {
    if (error instanceof UsageError) {
      shell.stderr.write(usageWords(error.message, argv, commandTable))
      return exitCodes.usage
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    shell.stderr.write(
      `This is a bug in Cold Recall ${packageVersion()}, not in your sheet. The output was not touched.\n` +
        `Please report it with the sheet and these lines:\n${detail}\n`,
    )
    return exitCodes.bug
  }
}

/** What a command line asks for; null when yargs has said it all: help, version, completion. */
async function commandOf(argv: readonly string[], shell: Shell): Promise<Command | null> {
  // yargs prints the script whatever else is said.
  if (argv[0] === 'completion' && argv.some((word) => word === '--help' || word === '-h'))
    return () => say(completionHelp, shell)
  const plain = plainCommand(argv, shell)
  if (plain) return plain
  try {
    // The callback takes what yargs itself would print.
    await parser(shell).parseAsync([...argv], {}, (_error, _argv, output) => {
      if (output !== '') shell.stdout.write(`${output}\n`)
    })
    return null
  } catch (thrown) {
    if (thrown instanceof Chosen) return thrown.command
    throw thrown
  }
}

const completionHelp = `cold-recall completion

Print a completion script for bash or zsh

Examples:
  cold-recall completion >> ~/.bashrc  Complete commands and flags in bash
  cold-recall completion >> ~/.zshrc   The same in zsh
`

function say(words: string, { stdout }: Shell): ExitCode {
  stdout.write(words)
  return exitCodes.ok
}

/** A command line of a command and paths, and of nothing else but to be quiet, which needs no parser: `check`, `build -q content/week-17`. */
function plainCommand([name, ...words]: readonly string[], shell: Shell): Command | null {
  const paths = words.filter((word) => !isQuiet(word))
  const quiet = paths.length < words.length
  // `--quiet false` is a flag and its value.
  if (paths.some((word) => word === '' || word.startsWith('-') || (quiet && /^(?:true|false)$/.test(word)))) return null
  if (name === 'check') return checkCommand({ ...unsaid(checkFlags), quiet, paths }, shell)
  return name === 'build' ? buildCommand({ ...unsaid(buildFlags), quiet, paths }, shell) : null
}

const isQuiet = (word: string): boolean => word === '-q' || word === '--quiet'

/** What flags are when none is given. */
const unsaid = <F extends Readonly<Record<string, Options>>>(some: F): InferredOptionTypes<F> =>
  Object.fromEntries(Object.entries(some).map(([name, flag]) => [name, flag.default])) as InferredOptionTypes<F>

/** A parser of command lines; what it is to print of itself, help and version, it gives to the callback of `parseAsync`. */
function parser(shell: Shell) {
  return addCommands(yargs([], shell.cwd).scriptName('cold-recall') as Argv, shell)
    .usage('$0 <command>\n\nPrintable workbooks and native slide decks from Markdown recall sheets.')
    .completion('completion', 'Print a completion script for bash or zsh')
    .example('$0 init && $0 build', 'Start a course and build it')
    .example('$0 build --day today', "Today's sheet and slides")
    .example('$0 check', 'Only look for mistakes')
    .epilogue(
      'Exit codes: 0 built · 1 the content has errors · 2 wrong usage or template · 3 could not read or write · 4 a bug of ours',
    )
    .locale('en')
    .version(packageVersion())
    .alias({ h: 'help', v: 'version' })
    .demandCommand(1, `Say what to do: ${listOr(Object.keys(commandTable))}.`)
    .strict()
    .wrap(100)
    .exitProcess(false)
    .middleware([lastFlagWins, refuseEmptyWords], true)
    .fail((message, error) => {
      // yargs throws some of its own words, such as those about a flag without its value.
      throw error && error.name !== 'YError' ? error : new UsageError(message ?? error.message)
    })
}

const lists: ReadonlySet<string> = new Set(['_', 'paths', 'days', 'severity', 'edition', 'pages'])

/** A flag given twice is not a list of two. (The setting of yargs for this would cut lists of paths as well.) */
function lastFlagWins(args: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(args))
    if (Array.isArray(value) && !lists.has(name)) {
      // A lesson would go without half of its names.
      if (name === 'roster') throw new UsageError(`Expected one --roster, found ${value.length}: ${value.join(', ')}`)
      args[name] = value.at(-1)
    }
}

/** An empty word, as of a variable that was not set, is not the same as none: `--out "$FOLDER"`. */
function refuseEmptyWords(args: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(args))
    if ([value].flat().includes('')) {
      const flag = name === '_' || name === 'paths' || name === 'path' ? 'a path' : `--${name}`
      throw new UsageError(`Expected a value for ${flag}, found an empty one`)
    }
}

/** "build, watch or diff" */
const listOr = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const namesOf = (some: Readonly<Record<string, Options>>): string[] => ['help', ...Object.keys(some)]

/** What the words about wrong usage must know of each command. */
const commandTable: CommandTable = {
  build: { needs: [], flags: namesOf(buildFlags) },
  watch: { needs: [], flags: namesOf(watchFlags) },
  diff: { needs: [], flags: namesOf(diffFlags) },
  printed: { needs: [], flags: namesOf(printedFlags) },
  check: { needs: [], flags: namesOf(checkFlags) },
  explain: { needs: [], flags: namesOf({}) },
  dump: {
    needs: ['STAGE, one of sheet, workbook, pages, deck, slides', 'PATH, a sheet or a folder of sheets'],
    flags: namesOf(dumpFlags),
  },
  init: { needs: [], flags: namesOf({ quiet: flags.quiet }) },
  completion: { needs: [], flags: [] },
}
