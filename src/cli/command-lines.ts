/** The command lines that there are: words of help, operands and flags of each, and which file of `commands/` does it, loaded when it is called. */
import type { Argv, InferredOptionTypes, Options } from 'yargs'
import { type ExitCode, type Shell, UsageError } from '../shell.js'
import { buildFlags, checkFlags, diffFlags, dumpFlags, flags, paths, printedFlags, watchFlags } from './flags.js'

/** What a command line asks for, to be called once. */
export type Command = () => ExitCode | Promise<ExitCode>

/** Thrown by a command that yargs calls, to be run outside: behind a command yargs sets the words of its help, which nobody reads. */
export class Chosen extends Error {
  constructor(readonly command: Command) {
    super()
  }
}

function choose(command: Command): never {
  throw new Chosen(command)
}

/** A parser that knows all commands; the one that it meets is thrown as `Chosen`. */
export const addCommands = (program: Argv, shell: Shell): Argv =>
  [addBuild, addWatch, addDiff, addPrinted, addCheck, addExplain, addDump, addInit].reduce(
    (known, add) => add(known, shell),
    program,
  )

/** `--json` is the short way to say `--format json`. */
function formatOf({ json, format }: { json: boolean; format: 'text' | 'json' | 'github' | 'sarif' | undefined }) {
  if (json && format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} ask for different things`)
  return json ? 'json' : (format ?? 'text')
}

/** A count that a flag names, from 1 to 10,000. */
function wholeNumber(flag: string, value: number | undefined): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 10_000)) return value
  throw new UsageError(`--${flag}: expected a whole number from 1 to 10000`)
}

/** A booklet of one day would stand in the place of that of whole weeks, without those that lack the day. */
function refuseDayOfBooklet({ day, booklet }: { day: string | undefined; booklet: boolean }): void {
  if (day !== undefined && booklet)
    throw new UsageError('--booklet and --day ask for different things: a booklet holds whole weeks')
}

function addBuild(program: Argv, shell: Shell): Argv {
  return program.command(
    'build [paths..]',
    'Build workbooks and decks into out/',
    (command) =>
      command
        .positional('paths', paths)
        .options(buildFlags)
        .example('$0 build', 'Build every sheet under content/')
        .example('$0 build content/week-17 --day today', "Only today's sheet and slides")
        .example('$0 build --paper letter --split', 'Letter paper, one more PDF per day')
        .example('$0 build --class 30', 'How each day fits, and the paper for 30 students'),
    (args) => choose(buildCommand(args, shell)),
  )
}

/** Flags as they are read, with the operands. */
type Line<F extends Readonly<Record<string, Options>>> = InferredOptionTypes<F> & { paths: string[] | undefined }

/** `build` with its flags as they were read. */
export const buildCommand = (args: Line<typeof buildFlags>, shell: Shell) => async () => {
  refuseDayOfBooklet(args)
  const failOn = args['fail-on'] ?? (args.strict ? 'warning' : 'error')
  const counts = { class: wholeNumber('class', args.class), maxSides: wholeNumber('max-sides', args['max-sides']) }
  const { buildAll } = await import('../commands/build.js')
  const report = args.report || counts.class !== undefined
  return await buildAll({ ...args, ...counts, report, failOn, format: formatOf(args) }, shell)
}

function addWatch(program: Argv, shell: Shell): Argv {
  return program.command(
    'watch [paths..]',
    'Build, and build again whenever a sheet, a source or a template is saved',
    (command) =>
      command
        .positional('paths', paths)
        .options(watchFlags)
        .example('$0 watch', 'Keep out/ as content/ is')
        .example('$0 watch content/week-17 --only deck', 'Keep one deck as its sheet is'),
    (args) =>
      choose(async () => {
        refuseDayOfBooklet(args)
        const { watchAll } = await import('../commands/watch.js')
        const once = {
          json: false,
          report: false,
          class: undefined,
          maxSides: undefined,
          failOn: 'error',
          format: 'text',
        } as const
        return await watchAll({ ...args, ...once }, shell)
      }),
  )
}

function addDiff(program: Argv, shell: Shell): Argv {
  return program.command(
    'diff [paths..]',
    'Say what has changed since the last build, on paper and on slides',
    (command) =>
      command
        .positional('paths', paths)
        .options(diffFlags)
        .example('$0 diff', 'What a build would change')
        .example('$0 diff --since last-print', 'What of the printed sheets to print again')
        .example('$0 diff --since old/recall-manifest.json', 'Since another build'),
    (args) => choose(async () => await (await import('../commands/diff.js')).diff(args, shell)),
  )
}

function addPrinted(program: Argv, shell: Shell): Argv {
  return program.command(
    'printed [days..]',
    'Record that sheets of the last build were handed out, or list what is recorded',
    (command) =>
      command
        .positional('days', {
          type: 'string',
          array: true,
          describe:
            'Days, as codes (W1·MON) or names (monday, 1, today), paths, or all; without any, what is recorded is listed',
        })
        .options(printedFlags)
        .example('$0 printed monday', "Monday's sheet was printed as it is in out/")
        .example('$0 printed w2-mon', 'The one of week 2, by the code in its foot')
        .example('$0 printed monday content/week-2', 'The same, by a path')
        .example('$0 printed all', 'Everything of the last build was printed')
        .example('$0 printed --forget w2-mon', 'It was not: take the record back')
        .example('$0 printed', 'What is recorded, and whether it is as last built'),
    (args) => choose(async () => (await import('../commands/printed.js')).printed(args, shell)),
  )
}

function addCheck(program: Argv, shell: Shell): Argv {
  return program.command(
    'check [paths..]',
    'Read the sheets and say what is wrong',
    (command) =>
      command
        .positional('paths', paths)
        .options(checkFlags)
        .example('$0 check', 'Check every sheet under content/')
        .example('$0 check content/week-17 --fix', 'Check one week and mend what is safe to mend')
        .example('$0 check --layout', 'Also what does not fit on its page or slide')
        .example('$0 check --coverage', 'And which sections no question tests')
        .example('$0 check --format github --strict', 'Annotations in a pull request; warnings fail too')
        .example('$0 check --severity citation-missing=warning', 'Make one message count for more'),
    (args) => choose(checkCommand(args, shell)),
  )
}

/** `check` with its flags as they were read. */
export const checkCommand = (args: Line<typeof checkFlags>, shell: Shell) => async () => {
  const failOn = args['fail-on'] ?? (args.strict ? 'warning' : 'error')
  return await (await import('../commands/check.js')).check({ ...args, failOn, format: formatOf(args) }, shell)
}

function addExplain(program: Argv, shell: Shell): Argv {
  return program.command(
    'explain [code]',
    'Say what a message means, with an example',
    (command) =>
      command
        .positional('code', { type: 'string', describe: 'The code in brackets after a message (default: list all)' })
        .example('$0 explain citation-missing', 'What it means, how to mend it, a sheet that has it')
        .example('$0 explain', 'All codes with their severity'),
    (args) => choose(async () => (await import('../commands/explain.js')).explain(args, shell)),
  )
}

function addDump(program: Argv, shell: Shell): Argv {
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
        .options(dumpFlags)
        .example('$0 dump sheet content/week-17', 'What was understood: days, kinds of question, citations')
        .example('$0 dump pages content/week-17 --paper letter', 'What stands where on the pages')
        .example('$0 dump sheet content/week-17 --json', 'The same as data'),
    (args) => choose(async () => await (await import('../commands/dump.js')).dump(args, shell)),
  )
}

function addInit(program: Argv, shell: Shell): Argv {
  return program.command(
    'init [dir]',
    'Write a small recall sheet to start from',
    (command) =>
      command
        .positional('dir', { type: 'string', default: '.', describe: 'Folder to write into' })
        .option('quiet', flags.quiet)
        .example('$0 init', 'Write content/week-01/daily_recall.md here')
        .example('$0 init my-course', 'Write it into my-course/'),
    (args) => choose(async () => (await import('../commands/init.js')).init(args, shell)),
  )
}
