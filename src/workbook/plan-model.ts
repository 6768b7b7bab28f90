/**
 * The workbook plan: what is said, in which order, what stays together. Roles and counts of rules; no points, no fonts.
 * Plain JSON. Every item carries the id of its day or question and its place in the sheet.
 */
import type { Place } from '../diagnostics.js'
import type { DayKey, SpaceStyle } from '../sheet/model.js'
import type { Direction } from '../text/direction.js'
import type { RichBlock, Run } from '../text/rich.js'

/** One week's workbook, or the parts of it that an edition has. */
export interface WorkbookPlan {
  /** Path of the sheet, for messages without a place. */
  file: string
  /** Title in plain words, as a PDF viewer shows it. */
  title: string
  /** BCP 47 tag. */
  lang: string
  /** Which way its pages run. */
  dir: Direction
  /** The line over every head: course and week, "Week 17 · Daily Recall". */
  eyebrow: string
  /** What stands between dots in it and names the week, "Week 12: Cells"; null where nothing does. */
  eyebrowWeek: string | null
  /** The week as pages that go on say it, "Week 17", where there are others in the same file; else null. */
  running: string | null
  /** Number of the first page: a single sheet keeps the number that it has in the whole workbook. */
  firstPage: number
  /** Numbers of the first pages of further parts where they do not simply go on: by their names (`partOf`). */
  numbers: Record<string, number>
  /** Empty in editions that have no day sheets. */
  days: DaySheetPlan[]
  summary: SummaryPlan | null
  key: KeyPlan | null
  guide: GuidePlan | null
  /** Pages that are only there when they are asked for: none, or one for each day; null when not. */
  brainDumps: BrainDumpPlan[]
  exitTickets: ExitTicketPlan[]
  testAndFold: TestAndFoldPlan | null
  calendar: CalendarPlan | null
  /** Labels of the pages of the day sheets by question id, where they stand in another file; else {}. */
  pageOf: Record<string, string>
}

/** One day: one side of paper when it fits. */
export interface DaySheetPlan {
  id: string
  key: DayKey
  name: string
  topic: Run[]
  /** The code in the foot, "W17·MON". */
  code: string
  /** Six hexadecimal digits: changes when anything that this sheet says or asks for changes, its key with it where that stands on it. */
  revision: string
  /** How the key stands on its sheet of paper, and the stamp without it; absent where it stands elsewhere. */
  carries?: { key: 'flip' | 'fold'; front: string }
  /** What the author says before the first question, of the sheet and of the day. Empty: the template's instruction. */
  intro: RichBlock[]
  /** Sum of the questions' minutes. */
  minutes: number
  /** What the score is out of, as it is printed: the number of questions, or their points ("7½"). */
  outOf: string
  /** Sides of paper that the author asks for; absent: one. */
  sides?: number
  questions: QuestionPlan[]
  place: Place
}

/** A question with its answer space and marks row, never parted. */
export interface QuestionPlan {
  id: string
  number: number
  /** Code inside the week, "Mon 1". */
  label: string
  prompt: RichBlock[]
  minutes: number
  /** What it is worth, in words ("2 points"), where the sheet gives points. */
  points?: string
  /** It begins a new side of paper. */
  breakBefore?: true
  /** The question after it stands on the same side. */
  keepWithNext?: true
  space: SpacePlan
  place: Place
}

/** How many rules an answer may have. Spare room is given in `step`s, shared by `weight`. */
export interface RuleBudget {
  min: number
  natural: number
  max: number
  weight: number
  /** Rules are granted in multiples: one for each thing of a list. */
  step: number
  by: 'template' | 'author'
}

/** Answer space of a question: by its kind, or a space for each of its parts; `rules` are then those of all parts together. */
export type SpacePlan = OneSpacePlan | { kind: 'parts'; rules: RuleBudget; parts: PartPlan[] }

/** A part under the stem of its question, never parted from its space. */
export interface PartPlan {
  id: string
  /** As it hangs before the prompt, without bracket: "a". */
  letter: string
  prompt: RichBlock[]
  space: OneSpacePlan
  place: Place
}

/** How a space is prepared, and who says so. */
export interface StylePlan {
  name: SpaceStyle
  by: 'template' | 'author'
}

/** One answer space, by kind of question. Without a style it is prepared as its kind is by nature: ruled, or dots to draw on. */
export type OneSpacePlan = { rules: RuleBudget; style?: StylePlan } & (
  | { kind: 'list'; count: number }
  /** `formulas`: TeX of the formulas of its prompt, which heads may have in them; left out where there are none. */
  | { kind: 'compare'; terms: string[]; aspect: string | null; formulas?: string[] }
  | { kind: 'sides'; labels: [string, string]; formulas?: string[] }
  /** Boxes before the words of `offer`; the options of a list stand in the prompt. Then a rule to say why. */
  | { kind: 'choose'; offer: string[] }
  | { kind: 'explain' }
  | { kind: 'draw' }
  | { kind: 'say'; seconds: number | null }
  /** Nothing to write on: the author wants it so, or a table of the prompt has cells to fill in. */
  | { kind: 'none' }
)

/** The week at a glance: score per day, what one was sure of and wrong about, dates of the next tests. */
export interface SummaryPlan {
  /** `retests`: dates on which the day comes again, as words; empty when the sheet names no start. */
  days: { id: string; heading: Run[]; outOf: string; retests: string[] }[]
  /** What the scores of all days together are out of. */
  outOf: string
}

/** The citation key and its reverse. */
export interface KeyPlan {
  days: KeyDayPlan[]
  /** Empty where only the key of a day is wanted. Source → section → questions, in the order of the sources' sections as far as they are known. */
  reverse: ReverseSourcePlan[]
}

export interface KeyDayPlan {
  id: string
  heading: Run[]
  /** The file that most of its questions cite, named once under the heading; null when there is none. */
  file: string | null
  entries: KeyEntryPlan[]
  /** The addresses of its sources, where codes to scan are asked for. */
  codes: SourceCodePlan[]
}

/** A source that stands on the web. */
export interface SourceCodePlan {
  file: string
  url: string
}

/** Where to look for one question. */
export interface KeyEntryPlan {
  question: string
  label: string
  /** What it is worth, in words ("2 points"), where the sheet gives points. */
  points?: string
  /** The question in plain words, up to what is shown and not said; the page has the first ones. */
  words: string
  /** The same with its formulas apart, where it has some. */
  runs?: Run[]
  /** The citation as written; null without one, and where file, numbers and titles say all of it. */
  written: string | null
  /** The cited files with their sections; empty when none of them was found, and only `written` can tell. */
  citations: KeyCitationPlan[]
  /** The answer that the sheet itself gives; empty without one. */
  answer: RichBlock[]
  place: Place
}

/** One cited file. No sections: the whole file. */
export interface KeyCitationPlan {
  file: string
  /** Whether the entry names the file: it is not the day's, or not the only one of the entry. */
  named: boolean
  sections: KeySectionPlan[]
  /** Its places in short, with what the author adds: "§1.1–§1.8, §2 (second half)". Empty: the whole file. */
  short: Run[]
}

/** A section with its title; a place that was not found has its label ("§9.9", "p. 12") as number and no title, []. */
export interface KeySectionPlan {
  number: string | null
  title: Run[]
}

/** A source with the sections that questions cite. A section without a known title has []. */
export interface ReverseSourcePlan {
  file: string
  /** The file's own title; empty when it has none or was not found. */
  title: Run[]
  /** Its address, where codes to scan are asked for and it is known. */
  url: string | null
  rows: (KeySectionPlan & { questions: { id: string; label: string }[] })[]
}

/** A page before a day's sheet: all that one remembers of it, then what was left out and what was wrong. */
export interface BrainDumpPlan {
  /** Id of the day. */
  day: string
  heading: Run[]
}

/** A page of slips to cut apart and to be handed in at the end of a day, each with the same question. */
export interface ExitTicketPlan {
  /** Id of the day. */
  day: string
  /** "Monday", where its heading is too long. */
  name: string
  heading: Run[]
  copies: number
  /** Questions that may stand on it, the best first; the page takes the first one that fits, else a rule to write one on. */
  questions: { label: string; prompt: RichBlock[] }[]
}

/** Questions at the left, where to look or the answer at the right, where it is folded back. */
export interface TestAndFoldPlan {
  days: { id: string; heading: Run[]; rows: TestAndFoldRow[] }[]
}

export interface TestAndFoldRow {
  /** With its parts. */
  prompt: RichBlock[]
  /** What the key says of the question. */
  entry: KeyEntryPlan
}

/** Which day is recalled when: weeks of seven cells. */
export interface CalendarPlan {
  /** Weekdays in the language of the sheet, or 1 to 7. */
  heads: string[]
  /** `label`, "Week 17", where there are no dates. */
  weeks: { label: string | null; cells: CalendarCell[] }[]
}

export interface CalendarCell {
  /** "25 Nov", or null. */
  date: string | null
  /** Days by their short names; `turn` 0 is the first time, 1 the first test after it. */
  tests: { day: string; turn: number }[]
}

/** The instructor's run sheet. */
export interface GuidePlan {
  /** Of all days. */
  minutes: number
  days: GuideDayPlan[]
}

export interface GuideDayPlan {
  id: string
  heading: Run[]
  minutes: number
  /** What the author says to whoever teaches the day; empty when nothing. */
  notes: RichBlock[]
  questions: GuideQuestionPlan[]
}

/** A question as its instructor needs it. */
export interface GuideQuestionPlan {
  question: string
  label: string
  prompt: RichBlock[]
  /** The kind of the question in words: "Compare". */
  kind: string
  minutes: number
  /** The citation as written, or null. */
  written: string | null
  sections: GuideSectionPlan[]
  /** The answer that the sheet itself gives; empty without one. */
  answer: RichBlock[]
  answerHeading: string
  /** What the author says of it to whoever teaches; empty when nothing. */
  notes: RichBlock[]
  /** What to listen for. */
  listen: string
  place: Place
}

/** A section with its beginning. `file`: where the question cites several. `place` in the source. */
export interface GuideSectionPlan extends KeySectionPlan {
  file: string | null
  excerpt: string
  place: Place
}
