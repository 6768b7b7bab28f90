/** argv → command → exit code. Translation only: what commands do is in `commands/`. */
import yargs from 'yargs'
import { buildCommand } from './commands/build.js'
import { checkCommand } from './commands/check.js'
import { dumpCommand } from './commands/dump.js'
import { initCommand } from './commands/init.js'
import { packageVersion } from './files.js'
import { type ExitCode, exitCodes, type Shell } from './shell.js'

/** Wrong words on the command line: said in one line with a hint, never with a stack. */
class UsageError extends Error {}

/**
 * Runs the command line `argv` (without `node` and the script) and returns the exit code.
 * Never throws: a fault of ours is said as such, with what a report needs, and ends with 4.
 */
export async function run(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok
  const end = (ended: ExitCode): void => {
    code = ended
  }
  try {
    // The callback takes what yargs itself would print: help, version, completion.
    await parser(shell, end).parseAsync([...argv], {}, (_error, _argv, output) => {
      if (output !== '') shell.stdout.write(`${output}\n`)
    })
    return code
  } catch (error) {
    if (error instanceof UsageError) {
      shell.stderr.write(`${error.message}\nTry: cold-recall --help\n`)
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

const parser = (shell: Shell, end: (code: ExitCode) => void) =>
  yargs([], shell.cwd)
    .scriptName('cold-recall')
    .usage('$0 <command>\n\nPrintable workbooks and native slide decks from Markdown recall sheets.')
    .command(buildCommand(shell, end))
    .command(checkCommand(shell, end))
    .command(dumpCommand(shell, end))
    .command(initCommand(shell, end))
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
    .demandCommand(1, 'Say what to do: build, check, dump or init.')
    .strict()
    .recommendCommands()
    .wrap(100)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message)
    })
