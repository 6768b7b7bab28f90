/**
 * The Sheet: what a recall sheet means. Weeks, days, questions, citations; no paper, no slides, no points.
 *
 * Plain JSON data. One Sheet is one week: one workbook and one deck. Every node keeps its `place` in the file and,
 * from the day down, an id such as `w17-mon-q1` that later stages carry to the page and to the slide.
 */
import type { Place } from '../diagnostics.js'
import type { Direction } from '../text/direction.js'
import type { RichBlock, Run } from '../text/rich.js'

/**
 * A recall sheet.
 * ```md
 * # 04. Week 17 — Daily Recall        number "04", title "Week 17 — Daily Recall", week 17
 * Use these cold. Then check …        intro
 * ## Monday — Opening failure         a day
 * ```
 */
export interface Sheet {
  /** Path as the user gave it, `/`-separated. */
  file: string
  /** Position of the sheet in its course as written before the title ("04"), or null. */
  number: string | null
  title: Run[]
  week: number | null
  /** Set when the file holds other weeks too, each a Sheet of its own. */
  oneOfSeveral?: true
  /** All files of the week, `file` first, when it stands in several. */
  files?: string[]
  /** `join: false` in the front matter: other files of the same week stay apart. */
  join?: false
  /** Course name, from front matter. */
  course: string | null
  /** BCP 47 tag of the sheet's language, from front matter, else from a script that tells it; null means the template's. */
  lang: string | null
  /** Which way its pages run: from front matter, else from its language, else from its letters. */
  dir: Direction
  /** What the front matter asks of the run; absent when it asks for nothing. The command line wins over it. */
  settings?: SheetSettings
  intro: RichBlock[]
  /** Days in the sheet's order. Each has a question at least; parts without one are reported and left out. */
  days: Day[]
  place: Place
}

/**
 * Choices of a sheet in its front matter: `paper: letter`, `pages: [brain-dump, calendar]` (as their names, with commas), `ruling: college`,
 * `template: classic`, `start: 2025-01-06` (ISO date of the week's first day), how it is printed (`key`, `fold`, `starts`, `duplex`, `qr`) and shown (`scheme`, `reveal`, `names`). Papers,
 * rulings, pages and templates are checked where these are known, hence the places; all else when it is read.
 */
export type SheetSettings = Partial<
  Record<
    | 'paper'
    | 'ruling'
    | 'template'
    | 'start'
    | 'key'
    | 'fold'
    | 'starts'
    | 'duplex'
    | 'qr'
    | 'pages'
    | 'scheme'
    | 'reveal'
    | 'names',
    { value: string; place: Place }
  >
>

/** Key of a day: how the command line and file names call it (`--day monday`, `1-monday.pdf`). */
export type DayKey = string

/**
 * A day (or any other named part) of a sheet.
 * ```md
 * ## Monday — Opening failure         key "monday", name "Monday", short "Mon", topic "Opening failure"
 * ## Weekend synthesis                key "weekend", name "Weekend synthesis", short "Wkd", no topic
 * ```
 */
export interface Day {
  id: string
  /** The code of the day, "W17 Mon"; question codes begin with it. */
  code: string
  kind: 'weekday' | 'weekend' | 'part'
  key: DayKey
  /** Name as people say it ("Monday"), and as codes abbreviate it ("Mon"). */
  name: string
  short: string
  /** The rest of the heading, or [] when there is none. */
  topic: Run[]
  /** The whole heading as written ("Monday — Opening failure"). */
  heading: Run[]
  /** Prose between the heading and the first question. */
  intro: RichBlock[]
  /** How its questions are written. */
  carrier: Carrier
  questions: Question[]
  /** What the author says to whoever teaches the day, labels and all; absent when nothing. No learner is to see it. */
  notes?: RichBlock[]
  /** What the author said of the day in braces behind its heading; absent when nothing. What is said of its questions is theirs. */
  author?: DayOverrides
  place: Place
}

/**
 * A way of writing questions: `1. Why?`, `- Why?`, `### Q1. Why?`, `### Why?`, `**Q1.** Why?`, `Q1: Why?`,
 * `<details><summary>Why?</summary>`, rows of a table with a column of questions, or paragraphs that ask.
 */
export type Carrier =
  | 'numbered lists'
  | 'bullets'
  | 'numbered headings'
  | 'headings'
  | 'bold lines'
  | 'numbered paragraphs'
  | 'summaries'
  | 'tables'
  | 'paragraphs'

/** A question: the prompt without its citation, and what is known about it. */
export interface Question {
  /** Positional id, `w17-mon-q1`; unique in the sheet. */
  id: string
  /** Id that survives rewording, insertion and reordering: the author's `{#name}`, else one remembered from the last build, else "q-7c1e9a". */
  stableId: string
  /** Position in its day, from 1. What people see. */
  number: number
  /** The code that people use on paper and on slides: "W17 Mon 1". */
  code: string
  /** The code inside its week: "Mon 1". */
  label: string
  /** What is asked; with parts, the stem that stands over them, [] when there is none. */
  prompt: RichBlock[]
  /** Sub-parts, each with a space of its own; [] for most questions. */
  parts: Part[]
  /** The answer that the file itself gives, wherever it stands; null without one. Never part of the prompt. With parts: theirs too, lettered. */
  answer: RichBlock[] | null
  /** What the author says of it to whoever teaches, "Teacher note: …" with its label; absent when nothing. No learner is to see it. */
  notes?: RichBlock[]
  task: Task
  /** Where to look: the question's own and, behind them, those of its parts. */
  citations: Citation[]
  /** The citation's words as written, without its cue word and final stop ("02_explainer.md §4.10 and §5.8"); those of parts behind their letters ("a.md §1; b) b.md §2"); null without one. */
  citedAs: string | null
  /** What the author said of this question, in braces or further out: `{kind=draw lines=6 minutes=3}`. */
  author: AuthorOverrides
  place: Place
}

/**
 * A sub-part of a question.
 * ```md
 * 1. Consider the outage of 2012. See notes.md §1.     the question's prompt (its stem) and citation
 *    a) What failed first?                             part `w17-mon-q1-a`
 *    b) Draw the timeline. {lines=10} See log.md §2.   part `w17-mon-q1-b`, with braces and a citation of its own
 * ```
 * What the stem's braces say of kind and lines holds for every part that says nothing itself. The name is the question's alone, and so
 * are minutes in its braces; without them it takes as long as its parts together, each as its day, its sheet or its kind says. A citation
 * that only the last part has is the whole question's, for it stands where questions cite.
 */
export interface Part {
  /** `w17-mon-q1-a`; unique in the sheet. */
  id: string
  /** As written, without brackets: "a", "B", "ii", "3"; bullets are lettered a, b, c. */
  letter: string
  prompt: RichBlock[]
  /** The answer that the file gives for this part; null without one. */
  answer: RichBlock[] | null
  task: Task
  /** Its own citations, which the question has too. */
  citations: Citation[]
  citedAs: string | null
  author: AuthorOverrides
  place: Place
}

/** What an author says of a question or part: in braces at its end, or for many at once in the heading of the day or the front matter. */
export interface AuthorOverrides {
  /** Answer lines wanted on paper, in whole rules. */
  lines?: number
  /** How the space is prepared; the template says it when nobody does. */
  space?: SpaceStyle
  /** Minutes for the answer. */
  minutes?: number
  /** What a right answer is worth, in whole or half points. */
  points?: number
  break?: QuestionBreak
  /** Never parted from the question after it. */
  keep?: 'next'
  /** A name that survives rewording and moving: `{#notebook-win}`. */
  id?: string
  /** Which of these the heading of the day or the front matter says; the others are the question's own. */
  from?: Partial<Record<'lines' | 'space' | 'minutes' | 'points' | 'break', 'day' | 'sheet'>>
}

/**
 * How answer space is prepared: rules, dotted rules, squared paper, a field of dots, nothing at all, an empty frame. Which kinds of question
 * have which is in `space-styles.ts`.
 */
export type SpaceStyle = 'ruled' | 'dotted' | 'grid' | 'dots' | 'blank' | 'box'

/** `before`: the question begins a new side of paper; `around`: it has a side of its own. */
export type QuestionBreak = 'before' | 'around'

/** What an author says of a day in braces behind its heading: `## Monday {sides=2 #opening}`. */
export interface DayOverrides {
  /** Sides of paper that its questions are spread over. */
  sides?: number
  id?: string
}

/** What a learner is asked to do, which decides paper, clock and slide. `reason` tells the cue that decided it. */
export type Task = {
  by: 'inferred' | 'author'
  /** For people: `"Which four" asks for 4 things`. */
  reason: string
} & (
  | {
      kind: 'list'
      count: number
      /** Nobody said how many; `count` is then only room to write. */
      open?: true
    }
  | {
      kind: 'compare'
      /** The things compared, two or more, as they head the columns. */
      terms: string[]
      /** The asked aspect, as it heads the row ("when to choose"); null when the prompt asks for the difference only. */
      aspect: string | null
    }
  | { kind: 'sides'; labels: [string, string] }
  /** `offer`: words that the prompt offers ("True", "False"); [] when its options are a list. */
  | { kind: 'choose'; offer: string[] }
  /** `asks`: a cause or a way ("Why …", "How …"), and not what something is. */
  | { kind: 'explain'; asks?: 'why' }
  /** `shows`: things in an order, such as a life cycle, and not one thing with its parts. */
  | { kind: 'draw'; shows?: 'order' }
  | {
      kind: 'say'
      /** Length that the prompt itself names, in seconds, or null. */
      seconds: number | null
    }
)

export type TaskKind = Task['kind']

/**
 * Where to look: one file and the places in it.
 * `02_explainer.md §2.2-§2.3 and §2.5` → file "02_explainer.md", targets [range 2.2–2.3, section 2.5].
 */
export interface Citation {
  /** A file name as cited, or a web address (`https://…`). */
  file: string
  /** Empty: the whole file. */
  targets: CitationTarget[]
  /** What the author adds: `a.md §1 (second paragraph)`. */
  note?: string
  /** The anchor of a link whose words name the places; it should lead there too. */
  anchor?: string
  place: Place
}

export type CitationTarget =
  /** `onwards`: "§4.2 ff.", it and those after it. `chapter`: "Ch. 3". */
  | { kind: 'section'; number: string; chapter?: true; onwards?: true }
  | { kind: 'range'; from: string; to: string; chapter?: true }
  /** "p. 12" has no `to`; "pp. 88–91", "p. xii". */
  | { kind: 'pages'; from: string; to: string | null; onwards?: true }
  /** `anchor`: the name is that of a link's target, `02_explainer.md#13-silent`. */
  | { kind: 'named'; name: string; anchor?: true }
