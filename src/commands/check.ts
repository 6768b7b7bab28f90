/** `cold-recall check [paths..]`: read every sheet and say what is wrong, without building anything; with `--fix`, mend what is safe; with `--layout`, lay out both products as well. */

import { isSound, type ReadSheet, readSheets, type SheetText } from '../build/read-sheets.js'
import { templateFor } from '../build/sheet-template.js'
import { reportContrast } from '../deck/place/contrast.js'
import type { Log, Place } from '../diagnostics.js'
import { replaceText } from '../disk/write.js'
import type { Fix } from '../fix.js'
import { withFormulas } from '../math/formulas.js'
import { onOneLine } from '../report/printable.js'
import { countMessages, plural } from '../report/text.js'
import type { Question, Sheet } from '../sheet/model.js'
import { parseUnnamed } from '../sheet/parse.js'
import { carrierSummary } from '../sheet/questions/carrier-summary.js'
import { type ExitCode, exitCodeOf, type FailOn, isWrongWord, type Shell } from '../shell.js'
import { citedTitles } from '../sources/cited-titles.js'
import { coverageOf, reportCoverage, type SourceCoverage } from '../sources/coverage.js'
import type { Section } from '../sources/model.js'
import type { Template } from '../template/model.js'
import { openCoverage } from '../text/fonts/coverage.js'
import { reportUnusableFont } from '../text/fonts/font-file.js'
import { formulasIn } from '../text/tex/formulas-in.js'
import { readableText } from '../text/tex/tex-words.js'
import { reportMissingGlyphs } from '../workbook/glyphs.js'
import { planWorkbook } from '../workbook/plan.js'
import {
  diskWorld,
  type Format,
  jsonMessages,
  openSheets,
  sayAsData,
  sayMessages,
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
  const { log, config } = run
  const found = openSheets(args.paths ?? [], shell, log)
  const { texts, fixed } = args.fix ? await fixSheets(found, shell, log) : { texts: found, fixed: [] }
  const world = diskWorld(shell, run)
  const choice = templateChoice(args, config)
  const reads = readSheets(texts, world, log, parseUnnamed)
  for (const read of reads) {
    const template = templateFor(read.sheet, world, choice, log)
    if (!template || !isSound(read.sheet, log)) continue
    const look = args.layout ? tryLayout : checkCharacters
    await look(read, template, log).catch((error: unknown) => reportUnusableFont(error, log))
  }
  const coverage = args.coverage ? checkCoverage(reads, log) : null
  if (args.format === 'json') {
    const questions = reads.reduce((n, { sheet }) => n + questionsOf(sheet).length, 0)
    const asked = { ...(args.fix ? { fixed } : {}), ...(coverage ? { coverage } : {}) }
    shell.stdout.write(toJson({ sheets: reads.length, questions, ...asked, messages: jsonMessages(log) }))
  } else if (args.format === 'text')
    sayMessages(log, shell.stdout, shell, { quiet: args.quiet, textOf: textLookup(texts, run) })
  else sayAsData(args.format, log, args.quiet, shell)
  if (!args.quiet && args.format !== 'json' && !log.messages.some(isWrongWord)) {
    const fixes = fixed.map(({ file, line, from, to }) => `${file}:${line}: fixed: ${from} → ${to}`)
    const seen = `${plural(reads.length, 'sheet')}, ${carrierSummary(...reads.map(({ sheet }) => sheet))}`
    const closing = `Checked ${seen}: ${countMessages(log.messages)}.`
    const lines = [...fixes, ...(coverage ? coverageLines(coverage) : []), closing]
    shell.stderr.write(lines.map((line) => `${onOneLine(line)}\n`).join(''))
  }
  return exitCodeOf(log.messages, args.failOn)
}

const questionsOf = (sheet: Sheet): Question[] => sheet.days.flatMap((day) => day.questions)

/** What `--coverage` tells: sections that no question tests, by source, and questions that cite nothing, by sheet. */
interface Coverage {
  sources: (Omit<SourceCoverage, 'untested'> & {
    untested: (Pick<Section, 'number' | 'place'> & { title: string })[]
  })[]
  sheets: { file: string; questions: number; uncited: { code: string; place: Place }[] }[]
}

/** Reports the sections as well, so that they have a severity like all else; uncited questions are always told. */
function checkCoverage(reads: readonly ReadSheet[], log: Log): Coverage {
  const found = coverageOf(reads.map(({ citations }) => citations))
  reportCoverage(found, log)
  const sources = found.map(({ untested, ...source }) => ({
    ...source,
    untested: untested.map(({ number, title, place }) => ({ number, title: readableText(title), place })),
  }))
  const sheets = reads.map(({ sheet }) => {
    const uncited = questionsOf(sheet).filter(({ citations }) => citations.length === 0)
    return {
      file: sheet.file,
      questions: questionsOf(sheet).length,
      uncited: uncited.map(({ code, place }) => ({ code, place })),
    }
  })
  return { sources, sheets }
}

/**
 * ```
 * content/week-17/02_explainer.md: questions test 36 of 50 sections
 * content/week-17/04_daily_recall.md: 23 of 24 questions with a citation
 * ```
 */
function coverageLines({ sources, sheets }: Coverage): string[] {
  return [
    ...sources.map(
      ({ file, sections, untested }) =>
        `${file}: questions test ${sections - untested.length} of ${plural(sections, 'section')}`,
    ),
    ...sheets.map(
      ({ file, questions, uncited }) =>
        `${file}: ${questions - uncited.length} of ${plural(questions, 'question')} with a citation`,
    ),
  ]
}

/** Mends sheets on the disk; the texts are then what stands there. */
async function fixSheets(found: readonly SheetText[], shell: Shell, log: Log) {
  const { fixSheet } = await import('../fix.js')
  const fixed: ({ file: string } & Fix)[] = []
  const texts = found.map((sheet) => {
    if (sheet.beside) return sheet
    const { text, fixes } = fixSheet(sheet.text, sheet.file)
    if (fixes.length === 0 || !replaceText(shell.cwd, sheet, text, log)) return sheet
    fixed.push(...fixes.map((fix) => ({ file: sheet.file, ...fix })))
    return { ...sheet, text }
  })
  return { texts, fixed }
}

/**
 * What would stop a build on the way to its pages, found without layout, and without fonts where there is no formula: characters that no font has,
 * colours too close to each other, formulas that cannot be set.
 */
async function checkCharacters(read: ReadSheet, template: Template, log: Log): Promise<void> {
  const plan = planWorkbook(read.sheet, read.citations, template, { stamped: false })
  reportMissingGlyphs(plan, template, await openCoverage(template.faces), log)
  reportContrast(template.deck, log)
  const content = [read.sheet, citedTitles(read.citations)]
  if (formulasIn(content).length === 0) return
  const { openFonts } = await import('../text/fonts/fonts.js')
  await withFormulas(content, openFonts(template.faces), log)
}

/** Lays out both products for the sake of their messages: what does not fit as well. */
async function tryLayout(read: ReadSheet, template: Template, log: Log): Promise<void> {
  const [{ openFonts }, { deckStages, workbookStages }] = await Promise.all([
    import('../text/fonts/fonts.js'),
    import('../build/week.js'),
  ])
  const fonts = openFonts(template.faces)
  const metrics = await withFormulas([read.sheet, citedTitles(read.citations)], fonts, log)
  const { pages } = workbookStages(read, template, metrics, log)
  deckStages(read, template, fonts, pages, log)
}
