/** `cold-recall check [paths..]`: read every sheet and say what is wrong, without building anything; with `--fix`, mend what is safe; with `--layout`, lay out both products as well. */

import type { SheetText } from '../build/read-sheets.js'
import { isOurs, lookAtChecks } from '../cache/check-look.js'
import { withSheets } from '../cache/standing.js'
import { saysQuiet } from '../cache/up-to-date.js'
import type { Log } from '../diagnostics.js'
import { replaceText } from '../disk/write.js'
import type { Fix } from '../fix.js'
import { onOneLine } from '../report/printable.js'
import { countMessages, plural } from '../report/text.js'
import { carrierSummary } from '../sheet/questions/carrier-summary.js'
import { type ExitCode, exitCodeOf, type FailOn, isWrongWord, type Shell } from '../shell.js'
import { checkCoverage, coverageLines } from './checking/check-coverage.js'
import { checkCharacters, tryLayout } from './checking/check-looks.js'
import { type Checked, checkSheets } from './checking/check-sheets.js'
import { rememberCheck } from './checking/remember-check.js'
import {
  type Format,
  jsonMessages,
  messageWords,
  outFolder,
  type Run,
  sayAsData,
  standingText,
  startRun,
  type TemplateArguments,
  templateChoice,
  textLookup,
  toJson,
} from './common.js'

/** Flags and operands, as `cli/cli.ts` reads them. */
export interface CheckArguments extends TemplateArguments {
  paths: string[] | undefined
  severity: string[] | undefined
  format: Format
  fix: boolean
  coverage: boolean
  layout: boolean
  quiet: boolean
  failOn: FailOn
}

/** Messages are this command's data: they go to stdout; what was mended and the closing count go to stderr. */
export async function check(args: CheckArguments, shell: Shell): Promise<ExitCode> {
  const run = startRun(args.severity, shell)
  if (typeof run === 'number') return run
  const { quiet, format } = args
  const out = outFolder({}, run.config)
  const look = mayRemember(args, out, shell) ? lookAtChecks(out, shell) : null
  const fixed: FixedPlace[] = []
  const start = {
    paths: args.paths ?? [],
    run,
    choice: templateChoice(args, run.config),
    mend: async (found: readonly SheetText[], log: Log) =>
      args.fix ? await fixSheets(found, fixed, shell, log) : found,
    lookAt: args.layout ? tryLayout : checkCharacters,
    look,
    shell,
  }
  const checked = await checkSheets(start, look?.standing?.run.apart ? withSheets(look.standing) : null)
  const { log, reads, sheets } = checked
  const coverage = args.coverage ? checkCoverage(reads, log) : null
  const code = exitCodeOf(log.messages, args.failOn)
  if (format === 'json') {
    const questions = sheets.reduce((n, { carriers }) => carriers.reduce((sum, [, count]) => sum + count, n), 0)
    const asked = { ...(args.fix ? { fixed } : {}), ...(coverage ? { coverage } : {}) }
    shell.stdout.write(toJson({ sheets: sheets.length, questions, ...asked, messages: jsonMessages(log) }))
    return code
  }
  const wordsOf = (isQuiet: boolean): string => words(checked, isQuiet, run, shell)
  const said = format === 'text' ? wordsOf(quiet) : ''
  if (format !== 'text') sayAsData(format, log, quiet, shell)
  else if (said !== '') shell.stdout.write(said)
  const fixes = fixed.map(({ file, line, from, to }) => `${file}:${line}: fixed: ${from} → ${to}`)
  const lines = [...fixes, ...(coverage ? coverageLines(coverage) : []), closingLine(checked)]
  const closing = lines.map((line) => `${onOneLine(line)}\n`).join('')
  if (!quiet && !log.messages.some(isWrongWord)) shell.stderr.write(closing)
  if (look) {
    const other = wordsOf(!quiet)
    const both = quiet ? { said: other, quietly: said } : { said, quietly: other }
    rememberCheck(checked, look, { ...both, closing, exitCode: code }, shell)
  }
  return code
}

/**
 * True for a check that says messages for people and nothing else, and whose words are taken for what they mean (`saysQuiet`), where a build has made the
 * output folder `out` ours: a check makes none, and leaves nothing in that of somebody else.
 */
const mayRemember = ({ format, fix, coverage, quiet }: CheckArguments, out: string, { words, cwd }: Shell): boolean =>
  words !== undefined && format === 'text' && !fix && !coverage && saysQuiet(words.argv) === quiet && isOurs(cwd, out)

/** The messages of a check as they are said. Lines of sheets that stand are read when a message shows one, and of no other file. */
function words({ log, texts, noted }: Checked, quiet: boolean, run: Run, shell: Shell): string {
  const textOf = textLookup(texts, run)
  const standing = new Set(noted?.groups.flatMap((group) => group.texts))
  const lookUp = (file: string) => textOf(file) ?? (standing.has(file) ? standingText(file, shell) : null)
  return messageWords(log.messages, shell.stdout, shell, { quiet, textOf: lookUp })
}

/** "Checked 2 sheets, 30 questions from numbered lists: 1 warning." */
function closingLine({ sheets, log }: Checked): string {
  const carriers = carrierSummary(sheets.flatMap((sheet) => sheet.carriers))
  return `Checked ${plural(sheets.length, 'sheet')}, ${carriers}: ${countMessages(log.messages)}.`
}

/** A place that was mended. */
type FixedPlace = { file: string } & Fix

/** Mends sheets on the disk; the texts are then what stands there. Tells `fixed` each place. */
async function fixSheets(
  found: readonly SheetText[],
  fixed: FixedPlace[],
  shell: Shell,
  log: Log,
): Promise<SheetText[]> {
  const { fixSheet } = await import('../fix.js')
  return found.map((sheet) => {
    if (sheet.beside) return sheet
    const { text, fixes } = fixSheet(sheet.text, sheet.file)
    if (fixes.length === 0 || !replaceText(shell.cwd, sheet, text, log)) return sheet
    fixed.push(...fixes.map((fix) => ({ file: sheet.file, ...fix })))
    return { ...sheet, text }
  })
}
