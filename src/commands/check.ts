/** `cold-recall check [paths..]`: read every sheet and say what is wrong, without building anything. */
import { deckStages, type ReadSheet, readSheet, templateFor, workbookStages } from '../build.js'
import { Log } from '../diagnostics.js'
import { countMessages, plural } from '../reporter.js'
import { type ExitCode, exitCodeOf, type Shell } from '../shell.js'
import type { Template } from '../template/model.js'
import type { PaperName } from '../template/paper.js'
import { diskWorld, jsonMessages, openSheets, sayMessages, textLookup, toJson } from './common.js'

/** Flags and operands, as `cli.ts` reads them. */
export interface CheckArguments {
  paths: string[] | undefined
  template: string | undefined
  paper: PaperName | undefined
  json: boolean
  quiet: boolean
  strict: boolean
}

/** Messages are this command's data: they go to stdout, the closing count to stderr. */
export async function check(args: CheckArguments, shell: Shell): Promise<ExitCode> {
  const log = new Log()
  const texts = openSheets(args.paths ?? [], shell, log)
  const world = diskWorld(shell, log)
  const choice = { template: args.template ?? null, paper: args.paper ?? null }
  let questions = 0
  for (const text of texts) {
    const read = readSheet(text, world, log)
    const template = templateFor(read.sheet, world, choice, log)
    if (template) await tryLayout(read, template, log)
    questions += read.sheet.days.reduce((n, day) => n + day.questions.length, 0)
  }
  if (args.json) shell.stdout.write(toJson({ sheets: texts.length, questions, messages: jsonMessages(log) }))
  else sayMessages(log, shell.stdout, shell, { quiet: args.quiet, textOf: textLookup(texts) })
  if (!args.quiet && !args.json) {
    const seen = `${plural(texts.length, 'sheet')}, ${plural(questions, 'question')}`
    shell.stderr.write(`Checked ${seen}: ${countMessages(log.messages)}.\n`)
  }
  return exitCodeOf(log.messages, args.strict)
}

/** Lays out both products for the sake of their messages: what does not fit, what no font has. */
async function tryLayout(read: ReadSheet, template: Template, log: Log): Promise<void> {
  if (log.hasErrors(read.sheet.file)) return
  const { openFonts } = await import('../text/fonts.js')
  const fonts = openFonts(template.faces)
  const { pages } = workbookStages(read, template, fonts, log)
  deckStages(read, template, fonts, pages, log)
}
