/** One week on its way to its files: what is wanted of it, what its stages share, and what comes of it. */
import type { KnownDrawings } from '../deck/draw/known-drawings.js'
import type { Log } from '../diagnostics.js'
import type { Roster } from '../roster/read.js'
import type { Sheet } from '../sheet/model.js'
import type { Template } from '../template/model.js'
import type { FontSet } from '../text/fonts/fonts.js'
import type { Metrics } from '../text/metrics.js'
import { type Edition, editionNames } from '../workbook/editions.js'
import type { LaidOut } from './other-pages.js'
import type { ReadSheet } from './read-sheets.js'
import type { WeekMemory } from './week-memory.js'

export type Product = 'workbook' | 'deck'

/** What is made of each week. */
export interface WeekOptions {
  products: readonly Product[]
  /** Only this day: a name, short form, key, position or `today`. */
  day: string | null
  /** One PDF and one deck per day as well. */
  split: boolean
  /** A deck to hand out as well: without check slides and notes. */
  audience?: boolean
  /** The names of a class, to be called cold; none without it. */
  roster?: Roster | null
  /** Editions of the workbook; the whole one when left out. */
  editions?: readonly Edition[]
  /** False: nobody asks how the week fits on paper, and a course need not keep it of each. */
  fit?: boolean
  /** Students of the class, for the paper that the fit report counts. */
  students?: number | null
  /** The date that the files carry (`SOURCE_DATE_EPOCH`); never today's. */
  date: Date
}

/** A result: path below the output folder, and what it holds. */
export interface OutputFile {
  path: string
  bytes: Uint8Array
  /** Of its bytes, where somebody has asked for it. */
  sha256?: string
  /** The keys of days whose sheets are in it; absent for none. */
  days?: readonly string[]
}

/** A result to be taken. What is large comes in pieces that follow each other, each made when it is asked for, and once only. */
export interface FileToTake {
  path: string
  bytes: Uint8Array | Iterable<Uint8Array>
  /** Of all its bytes; of pieces it is known when they have been taken. */
  readonly sha256: string
}

/** What became of files that were taken: `kept`; `lost`, what stood there stays; or `stop`, they are lost and so will be all others. */
export type Taken = 'kept' | 'lost' | 'stop'

/** What was made of one sheet, for the summary. */
export interface SheetReport {
  file: string
  /** All files of the week, when it stands in several. */
  files?: string[]
  /** Which of its weeks, when the file holds several. */
  week?: number
  title: string
  days: number
  questions: number
  /** How they are written: "24 questions from numbered lists". */
  carriers: string
  outputs: OutputReport[]
}

/** One output file: its path below the output folder and its pages or slides. */
export type OutputReport = { path: string } & Extent

/** What a file holds, for the summary. */
export type Extent =
  | {
      product: 'workbook'
      edition: Edition
      pages: number
      sidesPerStudent: number
      leavesPerStudent: number
      duplex: boolean
    }
  | { product: 'deck'; slides: number }

/** What was drawn of decks when the program was built. */
export type Drawings = KnownDrawings

/** What the stages of one week share. */
export interface Bench {
  template: Template
  fonts: FontSet
  options: WeekOptions
  log: Log
  memory?: WeekMemory | undefined
  drawings?: Drawings | undefined
}

/** The editions that are asked for, in their order. */
export const editionsOf = ({ editions = ['whole'] }: Pick<WeekOptions, 'editions'>): Edition[] =>
  editionNames.filter((name) => editions.includes(name))

/** A week that is built: what was read, what of it is wanted, its measures and its whole workbook. */
export interface WeekDesk extends Bench, LaidOut {
  read: ReadSheet
  chosen: Sheet
  metrics: Metrics
}

/** A file before it has its folder: its name without it, its bytes, and what the summary says of it. */
export interface MadeFile {
  name: string
  bytes: Uint8Array
  extent: Extent
  /** The keys of days whose sheets are in it; absent for none. */
  days?: readonly string[]
}
