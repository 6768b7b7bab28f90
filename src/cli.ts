/**
 * argv → command → exit code. Translation only: what commands do is in `commands/`, which is loaded when one is called,
 * so that `--help` and `check` do not wait for fonts and devices.
 */
import yargs, { type Argv, type Options } from 'yargs'
import { packageVersion } from './files.js'
import { type ExitCode, exitCodes, type Shell } from './shell.js'
import { type PaperName, papers } from './template/paper.js'

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

type End = (code: ExitCode) => void

const parser = (shell: Shell, end: End) => {
  const withCommands = [addBuild, addCheck, addDump, addInit].reduce(
    (program, add) => add(program, shell, end),
    yargs([], shell.cwd).scriptName('cold-recall') as Argv,
  )
  return withCommands
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
    .demandCommand(1, 'Say what to do: build, check, dump or init.')
    .strict()
    .recommendCommands()
    .wrap(100)
    .exitProcess(false)
    .parserConfiguration({ 'duplicate-arguments-array': false })
    .fail((message, error) => {
      throw error ?? new UsageError(message)
    })
}

/** Flags with the same meaning in every command that has them. */
const flags = {
  json: { type: 'boolean', default: false, describe: 'Print the result as JSON on stdout' },
  quiet: { type: 'boolean', default: false, alias: 'q', describe: 'Say nothing but errors and warnings' },
  strict: { type: 'boolean', default: false, describe: 'Exit with 1 on warnings as well' },
  template: { type: 'string', alias: 't', describe: 'Template, by name or path (default: classic)' },
  paper: { choices: Object.keys(papers) as PaperName[], describe: "Paper, instead of the template's" },
} as const satisfies Record<string, Options>

const paths = { type: 'string', array: true, describe: 'Sheets, or folders of sheets (default: content)' } as const

function addBuild(program: Argv, shell: Shell, end: End): Argv {
  return program.command(
    'build [paths..]',
    'Build workbooks and decks into out/',
    (command) =>
      command
        .positional('paths', paths)
        .options({
          day: { type: 'string', describe: 'Only this day: monday, mon, weekend, 1 or today' },
          split: { type: 'boolean', default: false, describe: 'One PDF per day as well' },
          only: { choices: ['workbook', 'deck'] as const, describe: 'Only this product' },
          template: flags.template,
          paper: flags.paper,
          out: { type: 'string', default: 'out', alias: 'o', describe: 'Folder for the results' },
          json: flags.json,
          quiet: flags.quiet,
          strict: flags.strict,
        })
        .example('$0 build', 'Build every sheet under content/')
        .example('$0 build content/week-17 --day today', "Only today's sheet and slides")
        .example('$0 build --paper letter --split', 'Letter paper, one more PDF per day'),
    async (args) => end(await (await import('./commands/build.js')).buildAll(args, shell)),
  )
}

function addCheck(program: Argv, shell: Shell, end: End): Argv {
  return program.command(
    'check [paths..]',
    'Read the sheets and say what is wrong',
    (command) =>
      command
        .positional('paths', paths)

        .options({
          template: flags.template,
          paper: flags.paper,
          json: flags.json,
          quiet: flags.quiet,
          strict: flags.strict,
        })
        .example('$0 check', 'Check every sheet under content/')
        .example('$0 check content/week-17 --strict', 'Check one week; warnings fail too')
        .example('$0 check --json | jq .messages', 'Messages with places, for scripts'),
    async (args) => end(await (await import('./commands/check.js')).check(args, shell)),
  )
}

function addDump(program: Argv, shell: Shell, end: End): Argv {
  return program.command(
    'dump <stage> <path>',
    'Print an intermediate form of a sheet',
    (command) =>
      command
        .positional('stage', {
          choices: ['sheet', 'workbook', 'pages', 'deck', 'slides'] as const,
          demandOption: true,
          describe: 'Which form',
        })
        .positional('path', { type: 'string', demandOption: true, describe: 'A sheet, or a folder of sheets' })
        .options({ template: flags.template, paper: flags.paper, json: flags.json })
        .example('$0 dump sheet content/week-17', 'What was understood: days, kinds of question, citations')
        .example('$0 dump pages content/week-17 --paper letter', 'What stands where on the pages')
        .example('$0 dump sheet content/week-17 --json', 'The same as data'),
    async (args) => end(await (await import('./commands/dump.js')).dump(args, shell)),
  )
}

function addInit(program: Argv, shell: Shell, end: End): Argv {
  return program.command(
    'init [dir]',
    'Write a small recall sheet to start from',
    (command) =>
      command
        .positional('dir', { type: 'string', default: '.', describe: 'Folder to write into' })
        .option('quiet', flags.quiet)
        .example('$0 init', 'Write content/week-01/daily_recall.md here')
        .example('$0 init my-course', 'Write it into my-course/'),
    async (args) => end((await import('./commands/init.js')).init(args, shell)),
  )
}
