/** `cold-recall check [paths..]`: read every sheet and say what is wrong, without building anything; with `--fix`, mend what is safe. */
import { deckStages, type ReadSheet, readSheet, type SheetText, templateFor, workbookStages } from '../build.js'
import type { Log } from '../diagnostics.js'
import { replaceText } from '../files.js'
import { type Fix, fixSheet } from '../fix.js'
import { countMessages, plural, printable } from '../report/text.js'
import { type ExitCode, exitCodeOf, type FailOn, type Shell } from '../shell.js'
import type { Template } from '../template/model.js'
import type { PaperName } from '../template/paper.js'
import {
  diskWorld,
  type Format,
  jsonMessages,
  openSheets,
  sayAsData,
  sayMessages,
  startRun,
  textLookup,
  toJson,
} from './common.js'

/** Flags and operands, as `cli.ts` reads them. */
export interface CheckArguments {
  paths: string[] | undefined
  template: string | undefined
  paper: PaperName | undefined
  severity: string[] | undefined
  format: Format
  fix: boolean
  quiet: boolean
  failOn: FailOn
}

/** Messages are this command's data: they go to stdout; what was mended and the closing count go to stderr. */
export async function check(args: CheckArguments, shell: Shell): Promise<ExitCode> {
  const run = startRun(args.severity, shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const found = openSheets(args.paths ?? [], shell, log)
  const { texts, fixed } = args.fix ? fixSheets(found, shell, log) : { texts: found, fixed: [] }
  const world = diskWorld(shell, run)
  const choice = { template: args.template ?? null, paper: args.paper ?? null, defaults: config.defaults }
  let questions = 0
  for (const text of texts) {
    const read = readSheet(text, world, log)
    const template = templateFor(read.sheet, world, choice, log)
    if (template) await tryLayout(read, template, log)
    questions += read.sheet.days.reduce((n, day) => n + day.questions.length, 0)
  }
  if (args.format === 'json') {
    const messages = jsonMessages(log)
    shell.stdout.write(toJson({ sheets: texts.length, questions, ...(args.fix ? { fixed } : {}), messages }))
  } else if (args.format === 'text')
    sayMessages(log, shell.stdout, shell, { quiet: args.quiet, textOf: textLookup(texts, run) })
  else sayAsData(args.format, log, args.quiet, shell)
  if (!args.quiet && args.format !== 'json') {
    for (const { file, line, from, to } of fixed)
      shell.stderr.write(printable(`${file}:${line}: fixed: ${from} → ${to}\n`))
    const seen = `${plural(texts.length, 'sheet')}, ${plural(questions, 'question')}`
    shell.stderr.write(`Checked ${seen}: ${countMessages(log.messages)}.\n`)
  }
  return exitCodeOf(log.messages, args.failOn)
}

/** Mends sheets on the disk; the texts are then what stands there. */
function fixSheets(found: readonly SheetText[], shell: Shell, log: Log) {
  const fixed: ({ file: string } & Fix)[] = []
  const texts = found.map((sheet) => {
    const { text, fixes } = fixSheet(sheet.text, sheet.file)
    if (fixes.length === 0 || !replaceText(shell.cwd, sheet, text, log)) return sheet
    fixed.push(...fixes.map((fix) => ({ file: sheet.file, ...fix })))
    return { ...sheet, text }
  })
  return { texts, fixed }
}

/** Lays out both products for the sake of their messages: what does not fit, what no font has. */
async function tryLayout(read: ReadSheet, template: Template, log: Log): Promise<void> {
  if (log.hasErrors(read.sheet.file)) return
  const { openFonts } = await import('../text/fonts.js')
  const fonts = openFonts(template.faces)
  const { pages } = workbookStages(read, template, fonts, log)
  deckStages(read, template, fonts, pages, log)
}
