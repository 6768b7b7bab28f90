/** `cold-recall check [paths..]`: read every sheet and say what is wrong, without building anything. */
import type { CommandModule } from 'yargs'
import { readSheet } from '../build.js'
import { Log } from '../diagnostics.js'
import { countMessages, plural } from '../reporter.js'
import { type ExitCode, exitCodeOf, type Shell } from '../shell.js'
import { diskWorld, flags, jsonMessages, openSheets, sayMessages, textLookup, toJson } from './common.js'

interface CheckArguments {
  paths: string[] | undefined
  json: boolean
  quiet: boolean
  strict: boolean
}

/** Messages are this command's data: they go to stdout, the closing count to stderr. */
export function check(args: CheckArguments, shell: Shell): ExitCode {
  const log = new Log()
  const texts = openSheets(args.paths ?? [], shell, log)
  const world = diskWorld(shell, log)
  const questions = texts
    .map((text) => readSheet(text, world, log).sheet.days.reduce((n, day) => n + day.questions.length, 0))
    .reduce((a, b) => a + b, 0)
  if (args.json) shell.stdout.write(toJson({ sheets: texts.length, questions, messages: jsonMessages(log) }))
  else sayMessages(log, shell.stdout, shell, { quiet: args.quiet, textOf: textLookup(texts) })
  if (!args.quiet && !args.json) {
    const seen = `${plural(texts.length, 'sheet')}, ${plural(questions, 'question')}`
    shell.stderr.write(`Checked ${seen}: ${countMessages(log.messages)}.\n`)
  }
  return exitCodeOf(log.messages, args.strict)
}

export const checkCommand = (shell: Shell, end: (code: ExitCode) => void): CommandModule<object, CheckArguments> => ({
  command: 'check [paths..]',
  describe: 'Read the sheets and say what is wrong',
  builder: (yargs) =>
    yargs
      .positional('paths', { type: 'string', array: true, describe: 'Sheets, or folders of sheets (default: content)' })
      .options({ json: flags.json, quiet: flags.quiet, strict: flags.strict })
      .example('$0 check', 'Check every sheet under content/')
      .example('$0 check content/week-17 --strict', 'Check one week; warnings fail too')
      .example('$0 check --json | jq .messages', 'Messages with places, for scripts'),
  handler: (args) => end(check(args, shell)),
})
