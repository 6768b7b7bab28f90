/** The `deck:` part of `template.yaml`: slide size, fonts, colours, type steps, seconds and words of the deck. */
import * as z from 'zod'
import { showWords } from './show.js'

const colour = z.string().regex(/^[0-9A-Fa-f]{6}$/, 'six hexadecimal digits, such as 1A1A1A')
const colours = z.strictObject({ ground: colour, ink: colour, quiet: colour, accent: colour, accent2: colour })
const seconds = z.number().int().min(5).max(3600)
const size = z.number().min(10).max(120)
const word = z.string().min(1)
const lines = z.array(word)

/** The same thing for each kind of question. */
const byKind = <T extends z.ZodType>(each: T) =>
  z.strictObject({ list: each, compare: each, sides: each, choose: each, explain: each, draw: each, say: each })

/** Paragraphs of the speaker notes. `{clock}`, `{count}`, `{terms}`, `{citation}` and `{day}` are filled in where they are known. */
const notes = z.strictObject({
  title: lines,
  contents: lines,
  protocol: lines,
  day: lines,
  /** The clock, by what starts it. */
  time: z.strictObject({ click: word, slide: word, bar: word }),
  /** What the next click does, `{n}` of the slide: the bar starts, the answer appears, the check slide or the next one comes. */
  clicks: z.strictObject({ start: word, name: word, reveal: word, check: word, next: word }),
  /** What the sheet itself answers: `{answer}`. */
  answer: word,
  /** With a roster: whom to name first, `{name}`; all of a day, `{names}`; who comes next when somebody is absent. */
  call: word,
  order: word,
  reserve: word,
  source: word,
  noSource: word,
  /** What the question is worth, where the sheet gives points: `{points}` is "2 points". */
  points: word,
  /** What the instructor does while the question stands: ask, wait, everyone writes, pair, then name. */
  moves: byKind(lines),
  /** What a good answer has. `why`: where a cause is asked for; `order`: where things are drawn in an order. */
  listen: z.strictObject({ ...byKind(word).shape, why: word, order: word }),
  check: lines,
  tally: lines,
})

const words = z.strictObject({
  /** Name of the first section, which holds the title and the protocol. */
  opening: word,
  /** Title of the slide that lists the days. */
  contents: word,
  /** What a click on the corner of a question does: back to the contents, or to its day, `{place}`. */
  back: word,
  /** "24 questions in 6 parts" on the title slide; `{questions}` is `question` or `questions` filled in. */
  summary: word,
  /** The same where all parts are days: `{days}`. A sheet of one part has its questions only. */
  summaryDays: word,
  question: word,
  questions: word,
  /** Title of the protocol slide, and its steps in order. */
  protocol: word,
  steps: lines.min(1),
  /** "3 questions · 4:30 to answer, about 9 minutes in all": `{questions}`, `{clock}`, and `minute` or `minutes` as `{minutes}`. */
  agenda: word,
  minute: word,
  minutes: word,
  /** Kinds of questions, as the agenda of a day calls them. */
  kinds: byKind(word),
  /** "Monday · 1 of 3": `{day}`, `{n}`, `{count}`. */
  where: word,
  /** What to do first, beside the clock. */
  cues: byKind(word),
  /** `{page}` of the printed sheet. */
  page: word,
  /** Before the prompt on a check slide: `{code}`. */
  check: word,
  whereToLook: word,
  noSource: word,
  answer: word,
  markYourself: word,
  /** Title of the tally: `{day}`. */
  tally: word,
  tallyHeads: z.strictObject({ question: word, right: word, partly: word, notYet: word }),
  retest: word,
  /** Alternative texts: `{terms}`, `{day}`, `{heads}`. */
  alt: z.strictObject({ columns: word, canvas: word, tally: word, table: word }),
  notes,
})

const fields = z.strictObject({
  /** Slide size, inches. */
  size: z.strictObject({ width: z.number().min(4).max(30), height: z.number().min(3).max(30) }),
  /** Font families named in the file (`eastAsian` for Japanese and its neighbours, `complex` for Arabic, Hebrew and the like); `fonts.faces.slide` must have the widths of the body one (Arimo has those of Arial). */
  fonts: z.strictObject({
    heading: word,
    body: word,
    mono: word,
    eastAsian: word.optional(),
    complex: word.optional(),
  }),
  /** Which of the schemes the deck has. */
  scheme: z.enum(showWords.scheme),
  /** Colours by scheme. Those of text and marks need 4.5:1 against the ground. */
  schemes: z.strictObject({ light: colours, dark: colours, 'high-contrast': colours }),
  /** Where a question is answered: on a slide behind it, on its own slide at a click, or in the notes alone. */
  reveal: z.enum(showWords.reveal),
  /** Sizes of a prompt, pt, largest first: the largest that fits the day's longest prompt is used. */
  promptSizes: z.array(z.number().min(18).max(96)).min(1),
  /** Sizes of text under a prompt and of where to look, pt, largest first. */
  textSizes: z.array(size).min(1),
  /** Fixed sizes, pt: opening title, headings of other slides, prompt on check slides, cue line and the clock in it, corners, slide number, big clock. */
  type: z.strictObject({
    title: size,
    heading: size,
    check: size,
    cue: size,
    time: size,
    corner: size,
    number: size,
    clock: size,
  }),
  /** Where the name of who is called first stands, when there is a roster: in the notes, or on the slide too, at a click. */
  names: z.enum(showWords.names),
  /** What starts the countdown bar: the next click (after the question has been read aloud), the slide itself, or a click on the bar. */
  clockStart: z.enum(['click', 'slide', 'bar']),
  /** The show goes on by itself when the clock of a question is over; else the instructor turns the slides. */
  autoAdvance: z.boolean(),
  /** Seconds to write, by kind of question. */
  seconds: byKind(seconds),
  words,
})

/** The schema of `deck` in `template.yaml`. */
export const deckStyle = fields.superRefine(({ autoAdvance, clockStart }, context) => {
  // A clock that waits for a click would be over before it began.
  if (autoAdvance && clockStart !== 'slide')
    context.addIssue({ code: 'custom', path: ['autoAdvance'], message: 'false, or clockStart: slide' })
})

export type DeckStyle = z.infer<typeof deckStyle>
