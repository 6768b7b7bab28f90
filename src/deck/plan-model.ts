/**
 * The DeckPlan: what the deck says, in which order. Roles, words and seconds; no sizes, no boxes.
 *
 * Plain JSON data. All words are final here (the template's marks are filled in); `layout.ts` decides where they stand
 * and how large they are. Every slide keeps the question id and the place in the sheet that it comes from.
 */
import type { Place } from '../diagnostics.js'
import type { DayKey } from '../sheet/model.js'
import type { Direction } from '../text/direction.js'
import type { RichBlock, Run } from '../text/rich.js'

export interface DeckPlan {
  /** The sheet's path, for messages. */
  file: string
  /** Title of the document, plain words. */
  title: string
  /** BCP 47 tag of all words in the deck. */
  lang: string
  /** Which way its slides run. */
  dir: Direction
  /** The opening first, then one section a day. */
  sections: PlannedSection[]
}

/** A section of the presentation, as PowerPoint names it in its side pane: "Monday — Opening failure". Names are unique. */
export interface PlannedSection {
  name: string
  /** The day it shows; null for the opening. */
  day: DayKey | null
  slides: PlannedSlide[]
  /** Name of the custom show that runs it alone, unique; null for the opening, and where it is the only one. */
  show: string | null
}

/** What every slide has. */
interface Planned {
  /** Stable and unique in the deck: `w17-mon-q1`, `w17-mon-q1-check`. */
  id: string
  /**
   * Plain words of the title placeholder; unique in the deck, as accessibility checkers ask. It starts with the words that the
   * slide shows as its title; what is beyond them ("(W17 Mon 1)") makes it unique.
   */
  title: string
  /** Speaker notes, a paragraph each. */
  notes: Note[]
  questionId: string | null
  place: Place
}

/** One paragraph of the speaker notes. */
export interface Note {
  role:
    | 'time'
    | 'click'
    | 'part'
    | 'points'
    | 'answer'
    | 'call'
    | 'source'
    | 'excerpt'
    | 'move'
    | 'listen'
    | 'agenda'
    | 'author'
  text: string
}

export type PlannedSlide =
  | TitleSlide
  | ContentsSlide
  | ProtocolSlide
  | DaySlide
  | QuestionSlide
  | CheckSlide
  | TallySlide

export interface TitleSlide extends Planned {
  role: 'title'
  heading: Run[]
  course: string | null
  /** "24 questions in 6 parts". */
  summary: string
  /** The day with its topic, where there is only one. */
  days: Run[][]
}

/** The days, each with a link to its divider and links to its questions. A deck of one day has none. */
export interface ContentsSlide extends Planned {
  role: 'contents'
  days: ContentsDay[]
}

export interface ContentsDay {
  /** "Monday — Opening failure" */
  heading: Run[]
  /** Id of the divider. */
  to: string
  questions: { number: number; to: string }[]
}

/** A link to another slide of the deck, on a whole shape: the slide's id, and what a pointer over it reads. */
export interface SlideLink {
  to: string
  tip: string
}

export interface ProtocolSlide extends Planned {
  role: 'protocol'
  steps: string[]
  /** What the author says at the top of the sheet. */
  intro: RichBlock[]
}

export interface DaySlide extends Planned {
  role: 'day'
  /** "Monday", and "Opening failure" or [] when the heading cannot be parted in two. */
  name: Run[]
  topic: Run[]
  /** "3 questions · 4:30 to answer, about 9 minutes in all": what the clocks of its slides say together, and the minutes of the day sheet, which count checking and marking too. */
  summary: string
  /** One line a question that does not give the question away: number, kind in words, its clock. */
  agenda: AgendaLine[]
  intro: RichBlock[]
}

export interface AgendaLine {
  number: number
  kind: string
  /** "1:30" */
  clock: string
}

/** The corners that question and check slides share. */
interface Corners {
  /** "Monday · 1 of 3", which leads back to the contents, or in a deck of one day to its divider. */
  where: string
  back: SlideLink
  /** "W17 Mon 1" */
  code: string
  /** "sheet page 2"; null when the workbook does not hold the question. */
  page: string | null
}

export interface QuestionSlide extends Planned, Corners {
  role: 'question'
  /** First paragraph of the prompt, which stands in the title placeholder; [] when the prompt starts with something else. */
  heading: Run[]
  /** What follows it: code, lists, more paragraphs. */
  material: RichBlock[]
  answer: AnswerShape
  /** "Write first." and "1:30". */
  cue: string
  clock: string
  seconds: number
  /** "2 points", where the sheet gives points; else null. */
  points: string | null
  /** Tells the parts of a split prompt: "Mon 1". */
  shortCode: string
  /** Who is called first, where a click shows it on the slide; else null. */
  name: string | null
  /** What a click shows on this very slide, where it has room; else it becomes a slide of its own behind it. Null where nothing is revealed here. */
  reveals: CheckSlide | null
}

/** The room for the answer that the slide shows. */
export type AnswerShape =
  | { kind: 'open' }
  /** n empty numbered slots. */
  | { kind: 'slots'; count: number }
  /** One column a head: the terms of a comparison, or two sides. `alt` describes the empty table. */
  | { kind: 'columns'; heads: Run[][]; alt: string }
  | { kind: 'canvas'; alt: string }
  /** Nothing to write: the clock, large. */
  | { kind: 'clock' }

export interface CheckSlide extends Planned, Corners {
  role: 'check'
  /** "Check Mon 1" */
  label: string
  /** First paragraph of the prompt. */
  prompt: Run[]
  /** "Where to look" */
  heading: string
  /** Empty when the question names no file: then `written` is said, or that there is no source. */
  sources: LookUp[]
  /** The citation as written; null without one. */
  written: string | null
  noSource: string
  /** The answer that the sheet itself gives, under its heading ("Answer"); empty without one. */
  answer: RichBlock[]
  answerHeading: string
  /** "Mark yourself: right · partly · not yet" */
  cue: string
}

/** One cited file and the places in it. */
export interface LookUp {
  file: string
  /** Empty when it has none or was not found. */
  title: Run[]
  /** Its address on the web, or null. */
  url: string | null
  /** The author's qualifier behind the citation ("second paragraph"), or null. */
  note: string | null
  places: LookUpPlace[]
}

/** "§1.3" and its title; the title is empty when the label says all, and when the source was not found. */
export interface LookUpPlace {
  label: Run[]
  title: Run[]
}

export interface TallySlide extends Planned {
  role: 'tally'
  /** Heads of the columns: the question, then the marks that hands go up for. */
  heads: string[]
  /** `words` remind of the question; [] where it says nothing. */
  rows: { code: string; words: Run[]; questionId: string }[]
  /** What to re-test. */
  cue: string
  /** Alternative text of the table. */
  alt: string
}
