/**
 * `recall.config.yaml`: what a folder of sheets wants of every run. Text in, checked values out; faults point into the YAML.
 * ```yaml
 * template: ours
 * paper: letter
 * ruling: college
 * key: flip                     # back, flip or fold; fold: left; starts: recto; duplex: false
 * scheme: dark                  # light, dark or high-contrast; reveal: click (slide, click, notes)
 * qr: true                      # codes to scan in the key, for sources that stand on the web
 * sources: https://example.org/course/   # where the files of this folder stand there
 * out: handouts
 * pages: [brain-dump, calendar]  # or one
 * edition: [student, key]       # or one
 * roster: class-7b.csv          # names to call cold; names: slide (notes, slide)
 * audience: true                # a deck to hand out as well
 * severity:
 *   citation-missing: warning   # errors can be neither lowered nor silenced
 *   page-furniture: off
 * ```
 * A flag wins over the front matter of a sheet, the front matter over this file, this file over the defaults.
 */
import { type MessageCode, messageTable, type Place, type Severities } from '../diagnostics.js'
import type { PrintChoice } from '../template/print.js'
import type { ShowChoice } from '../template/show.js'
import { didYouMean } from '../text/suggest.js'
import type { Edition } from '../workbook/editions.js'

/** Name of the file; it is looked for in the working folder only. */
export const configName = 'recall.config.yaml'

/** A value and where it stands, so that later stages can point at it. */
export interface ConfigValue {
  value: string
  place: Place
}

/** The checked values; what was not said is absent. */
export interface Config {
  severities: Severities
  /** Template, paper, ruling, how the workbook is printed and how the deck is shown. */
  defaults: Partial<Record<'template' | 'paper' | 'ruling' | 'pages' | PrintChoice | ShowChoice, ConfigValue>>
  /** Where the files of the folder stand on the web. */
  sources?: string
  out?: string
  editions?: readonly Edition[]
  /** A deck to hand out as well. */
  audience?: boolean
  /** Path of a class roster, from the working folder. */
  roster?: string
}

/** What `severity` in the config may set a message to; `off` leaves it out. */
export const severityLevels = ['error', 'warning', 'info', 'off'] as const
export type SeverityLevel = (typeof severityLevels)[number]

/** The codes of all messages, for checks and suggestions. */
export const messageCodes = Object.keys(messageTable) as MessageCode[]

/** True for the code of a message: `citation-missing`. */
export const isMessageCode = (word: string): word is MessageCode => Object.hasOwn(messageTable, word)

/** What follows "no message so": the code that may be meant, or where all are listed. */
export const codeMeant = (word: string): string =>
  didYouMean(word, messageCodes) || '; "cold-recall explain" lists them all'

/** True when `code` may be given this severity: an error stays an error. */
export const mayBecome = (code: MessageCode, level: SeverityLevel): boolean =>
  level === 'error' || messageTable[code].severity !== 'error'
