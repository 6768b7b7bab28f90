/** `cold-recall dump STAGE PATH`: any intermediate form of a sheet, as readable text or as JSON. */

import { type ReadSheet, readSheets } from '../build/read-sheets.js'
import { templateFor } from '../build/sheet-template.js'
import { deckStages, workbookStages } from '../build/stages.js'
import { dumpDeckPlan, dumpSlides } from '../deck/dump.js'
import { type Log, type Message, sortMessages } from '../diagnostics.js'
import { nameQuestions } from '../identity/remember.js'
import { withFormulas } from '../math/formulas.js'
import { printable } from '../report/printable.js'
import { dumpSheet } from '../sheet/dump.js'
import type { Sheet } from '../sheet/model.js'
import { parseUnnamed } from '../sheet/parse.js'
import { type ExitCode, exitCodeOf, type Shell } from '../shell.js'
import { citedTitles } from '../sources/cited-titles.js'
import type { Template } from '../template/model.js'
import { readableText } from '../text/tex/tex-words.js'
import { dumpPages, dumpWorkbookPlan } from '../workbook/dump.js'
import {
  diskWorld,
  openSheets,
  outFolder,
  sayMessages,
  startRun,
  type TemplateArguments,
  templateChoice,
  textLookup,
  toJson,
} from './common.js'
import { lastBuild } from './manifest.js'

export type Stage = 'sheet' | 'workbook' | 'pages' | 'deck' | 'slides'

/** Flags and operands, as `cli/cli.ts` reads them. */
export interface DumpArguments extends TemplateArguments {
  stage: Stage
  path: string
  /** The output folder whose manifest knows stable ids. */
  out: string | undefined
  json: boolean
}

/** The stage's value and its readable form, of one sheet. */
interface Dumped {
  value: object
  text: string
}

/** What `dump sheet --json` prints of a sheet, as `schemas/sheet-schema.json` describes it; messages are added when all are known. */
function sheetDocument({ sheet, citations }: ReadSheet) {
  const resolved = [...citations].map(([question, cited]) => ({
    question,
    citations: cited.map(({ file, source, targets }) => ({
      file,
      found: source !== null,
      title: source && (readableText(source.title) || null),
      targets: targets.map(({ label, sections }) => ({
        label,
        sections: sections.map(({ number, title, excerpt, place }) => ({
          number,
          title: readableText(title),
          excerpt,
          place,
        })),
      })),
    })),
  }))
  return { version: 1, sheet, resolved }
}

async function dumpStage(stage: Stage, read: ReadSheet, template: Template, log: Log): Promise<Dumped> {
  if (stage === 'sheet') return { value: sheetDocument(read), text: dumpSheet(read.sheet) }
  const { openFonts } = await import('../text/fonts/fonts.js')
  const fonts = openFonts(template.faces)
  const metrics = stage === 'pages' ? await withFormulas([read.sheet, citedTitles(read.citations)], fonts, log) : fonts
  const workbook = workbookStages(read, template, metrics, log)
  if (stage === 'workbook') return { value: workbook.plan, text: dumpWorkbookPlan(workbook.plan) }
  if (stage === 'pages') return { value: workbook.pages, text: dumpPages(workbook.pages) }
  const deck = deckStages(read, template, fonts, workbook.pages, log)
  if (stage === 'deck') return { value: deck.plan, text: dumpDeckPlan(deck.plan) }
  return { value: deck.slides, text: dumpSlides(deck.slides) }
}

/** Of the sheets of a run, whether a message is about this one. Those about a cited file are about each. */
function isAbout({ file, place }: Message, sheet: Sheet, sheets: readonly ReadSheet[]): boolean {
  const filesOf = ({ file: own, files = [own] }: Sheet): string[] => files
  if (file === null || !sheets.some((each) => filesOf(each.sheet).includes(file))) return true
  if (!filesOf(sheet).includes(file)) return false
  const { oneOfSeveral, place: span } = sheet
  if (!oneOfSeveral || place === null) return true
  return place.start.offset >= span.start.offset && place.end.offset <= span.end.offset
}

/** Prints the stage of every sheet of `path` on stdout; messages go to stderr. */
export async function dump(args: DumpArguments, shell: Shell): Promise<ExitCode> {
  const run = startRun([], shell)
  if (typeof run === 'number') return run
  const { log, config } = run
  const texts = openSheets([args.path], shell, log)
  const world = diskWorld(shell, run)
  const choice = templateChoice(args, config)
  const reads = readSheets(texts, world, log, parseUnnamed)
  const read = [...log.messages]
  const last = lastBuild(outFolder(args, config), texts, shell)
  const dumped: Dumped[] = []
  for (const each of nameQuestions(reads, last).sheets) {
    const before = log.messages.length
    const template = templateFor(each.sheet, world, choice, log)
    if (!template) continue
    const { value, text: words } = await dumpStage(args.stage, each, template, log)
    const own = read.filter((message) => isAbout(message, each.sheet, reads))
    const messages = sortMessages([...own, ...log.messages.slice(before)])
    dumped.push({ value: args.stage === 'sheet' ? { ...value, messages } : value, text: words })
  }
  sayMessages(log, shell.stderr, shell, { quiet: true, textOf: textLookup(texts, run) })
  const values = dumped.map(({ value }) => value)
  if (args.json) shell.stdout.write(toJson(values.length === 1 ? values[0] : values))
  else shell.stdout.write(printable(dumped.map(({ text }) => text).join('\n')))
  return exitCodeOf(log.messages, 'error')
}
