/** `cold-recall check [paths..]`: read every sheet and say what is wrong, without building anything. */
import { readSheet, templateFor } from '../build.js'
import { Log } from '../diagnostics.js'
import { countMessages, plural } from '../reporter.js'
import { type ExitCode, exitCodeOf, type Shell } from '../shell.js'
import { diskWorld, jsonMessages, openSheets, sayMessages, textLookup, toJson } from './common.js'

/** Flags and operands, as `cli.ts` reads them. */
export interface CheckArguments {
  paths: string[] | undefined
  template: string | undefined
  json: boolean
  quiet: boolean
  strict: boolean
}

/** Messages are this command's data: they go to stdout, the closing count to stderr. */
export function check(args: CheckArguments, shell: Shell): ExitCode {
  const log = new Log()
  const texts = openSheets(args.paths ?? [], shell, log)
  const world = diskWorld(shell, log)
  const choice = { template: args.template ?? null, paper: null }
  let questions = 0
  for (const text of texts) {
    const { sheet } = readSheet(text, world, log)
    templateFor(sheet, world, choice, log)
    questions += sheet.days.reduce((n, day) => n + day.questions.length, 0)
  }
  if (args.json) shell.stdout.write(toJson({ sheets: texts.length, questions, messages: jsonMessages(log) }))
  else sayMessages(log, shell.stdout, shell, { quiet: args.quiet, textOf: textLookup(texts) })
  if (!args.quiet && !args.json) {
    const seen = `${plural(texts.length, 'sheet')}, ${plural(questions, 'question')}`
    shell.stderr.write(`Checked ${seen}: ${countMessages(log.messages)}.\n`)
  }
  return exitCodeOf(log.messages, args.strict)
}
