/** The flags of all commands, as the parser and its help have them; words that only we can check are checked here. */
import type { Options } from 'yargs'
import { UsageError } from '../shell.js'
import { pagesWords } from '../template/optional-pages.js'
import { paperNames, paperOf, paperWords } from '../template/paper.js'
import { printWords } from '../template/print.js'
import { readRuling, rulings, rulingWords } from '../template/ruling.js'
import { showWords } from '../template/show.js'
import { didYouMean } from '../text/suggest.js'
import { editionNames } from '../workbook/editions.js'

/** The operand of most commands. */
export const paths = {
  type: 'string',
  array: true,
  describe: 'Sheets, or folders of sheets (default: content)',
} as const

/** The words of `--paper`, when they name one. */
function checkedPaper(words: string | undefined): string | undefined {
  if (words === undefined || paperOf(words) !== null) return words
  throw new UsageError(`--paper is "${words}", expected ${paperWords}${didYouMean(words, paperNames)}`)
}

/** The words of `--ruling`, when they name one. */
function checkedRuling(words: string | undefined): string | undefined {
  if (words === undefined || readRuling(words) !== null) return words
  throw new UsageError(`--ruling is "${words}", expected ${rulingWords}${didYouMean(words, Object.keys(rulings))}`)
}

/** Flags with the same meaning in every command that has them. */
export const flags = {
  json: { type: 'boolean', default: false, describe: 'Print the result as JSON on stdout' },
  format: {
    choices: ['text', 'json', 'github', 'sarif'] as const,
    requiresArg: true,
    alias: 'f',
    describe: 'How to say messages: for people, as data, as annotations of GitHub Actions, or as SARIF',
  },
  severity: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'CODE=error, warning, info or off; may be given again. Errors stay errors',
  },
  quiet: { type: 'boolean', default: false, alias: 'q', describe: 'Say nothing but errors and warnings' },
  repeat: {
    type: 'boolean',
    default: false,
    describe: 'Say all messages, also those that the last build has said',
  },
  failOn: {
    choices: ['error', 'warning', 'info', 'never'] as const,
    requiresArg: true,
    describe: 'Exit with 1 from this severity on (default: error)',
  },
  strict: { type: 'boolean', default: false, describe: 'The same as --fail-on warning' },
  template: { type: 'string', requiresArg: true, alias: 't', describe: 'Template, by name or path (default: classic)' },
  paper: {
    type: 'string',
    requiresArg: true,
    coerce: checkedPaper,
    describe: `Paper, instead of the template's: ${paperNames.join(', ')}, or a size such as 190x270mm`,
  },
  ruling: {
    type: 'string',
    requiresArg: true,
    coerce: checkedRuling,
    describe: `Distance of answer rules in mm, or ${Object.keys(rulings).join(', ')}`,
  },
  pages: {
    choices: pagesWords,
    array: true,
    nargs: 1,
    describe: 'Page beside day sheets, summary and key; may be given again',
  },
  key: {
    choices: printWords.key,
    requiresArg: true,
    describe: 'Where the key stands: at the back, on the back of each day (flip), in a strip to fold back',
  },
  fold: { choices: printWords.fold, requiresArg: true, describe: 'Edge at which the strip of the key is' },
  starts: {
    choices: printWords.starts,
    requiresArg: true,
    describe: 'Days begin on the next side, or on a front side',
  },
  qr: { type: 'boolean', describe: 'Codes to scan in the key, for sources that stand on the web' },
  duplex: { type: 'boolean', describe: 'Printed on both sides, or on one (--no-duplex)' },
  scheme: { choices: showWords.scheme, requiresArg: true, describe: 'Colours of the deck' },
  reveal: {
    choices: showWords.reveal,
    requiresArg: true,
    describe: 'Where a question is answered: on the slide behind it, on its own at a click, or in the notes alone',
  },
  names: { choices: showWords.names, requiresArg: true, describe: 'Where names of the roster stand' },
} as const satisfies Record<string, Options>

/** What the products are set with, how the workbook is printed and how the deck is shown. */
const setFlags = { template: flags.template, paper: flags.paper, ruling: flags.ruling } as const
const printFlags = {
  key: flags.key,
  fold: flags.fold,
  starts: flags.starts,
  duplex: flags.duplex,
  qr: flags.qr,
} as const
const showFlags = { scheme: flags.scheme, reveal: flags.reveal, names: flags.names } as const

/** Flags of `build`. */
export const buildFlags = {
  day: { type: 'string', requiresArg: true, describe: 'Only this day: monday, mon, weekend, 1 or today' },
  split: { type: 'boolean', default: false, describe: 'One PDF and one deck per day as well' },
  roster: { type: 'string', requiresArg: true, describe: 'CSV file with the names of a class, to be called cold' },
  audience: { type: 'boolean', describe: 'A deck to hand out as well, without check slides and notes' },
  booklet: { type: 'boolean', default: false, describe: 'One PDF of all weeks of a folder as well' },
  edition: {
    choices: [...editionNames, 'all'] as const,
    array: true,
    nargs: 1,
    alias: 'e',
    describe: 'Edition of the workbook (default: whole); may be given again',
  },
  report: {
    type: 'boolean',
    default: false,
    describe: 'Print how each day fits on paper: sides, rules, minutes, sheets of paper',
  },
  class: { type: 'number', requiresArg: true, describe: 'Students of the class: --report with the paper for them' },
  'max-sides': { type: 'number', requiresArg: true, describe: 'Exit with 1 when a day takes more sides of paper' },
  only: { choices: ['workbook', 'deck'] as const, requiresArg: true, describe: 'Only this product' },
  ...setFlags,
  pages: flags.pages,
  ...printFlags,
  ...showFlags,
  out: { type: 'string', requiresArg: true, alias: 'o', describe: 'Folder for the results (default: out)' },
  severity: flags.severity,
  format: flags.format,
  json: flags.json,
  quiet: flags.quiet,
  repeat: flags.repeat,
  'fail-on': flags.failOn,
  strict: flags.strict,
} as const satisfies Record<string, Options>

/** Flags of `watch`: what is counted or said once, when a run ends, means nothing to one that goes on. */
export const {
  report: _report,
  class: _class,
  'max-sides': _sides,
  format: _format,
  json: _json,
  'fail-on': _failOn,
  strict: _strict,
  ...watchFlags
} = buildFlags

/** Flags of `check`. */
export const checkFlags = {
  fix: { type: 'boolean', default: false, describe: 'Mend numbers, reversed ranges and mixed dashes in the sheets' },
  coverage: {
    type: 'boolean',
    default: false,
    describe: 'Tell which sections of the cited files no question tests, and which questions cite nothing',
  },
  layout: { type: 'boolean', default: false, describe: 'Lay out pages and slides as well, and say what does not fit' },
  'fail-on': flags.failOn,
  ...setFlags,
  ...printFlags,
  ...showFlags,
  severity: flags.severity,
  format: flags.format,
  json: flags.json,
  quiet: flags.quiet,
  strict: flags.strict,
} as const satisfies Record<string, Options>

/** Flags of `dump`. */
export const dumpFlags = {
  ...setFlags,
  pages: flags.pages,
  ...printFlags,
  ...showFlags,
  out: { ...buildFlags.out, describe: 'Folder of the last build, which remembers stable ids (default: out)' },
  json: flags.json,
} as const

/** Flags of `diff`. */
export const diffFlags = {
  since: {
    type: 'string',
    requiresArg: true,
    describe: 'last-print, or the manifest of another build (default: the last build)',
  },
  ...setFlags,
  pages: flags.pages,
  ...printFlags,
  ...showFlags,
  out: { ...buildFlags.out, describe: 'Folder of the last build (default: out)' },
  quiet: { ...flags.quiet, describe: 'Say what has changed, and no messages but errors' },
  json: flags.json,
} as const satisfies Record<string, Options>

/** Flags of `printed`. */
export const printedFlags = {
  forget: { type: 'boolean', default: false, describe: 'Take back what was recorded of these days' },
  out: diffFlags.out,
  json: flags.json,
} as const satisfies Record<string, Options>
