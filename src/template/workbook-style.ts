/** The `workbook:` part of `template.yaml`: paper, margins, type, ruling and words of the printed workbook. */
import { z } from 'zod'
import { type PaperName, papers } from './paper.js'

const length = z.number().min(0).max(600)
const size = z.number().min(5).max(200)
const grey = z.number().min(0).max(1)
/** Rules granted to a kind of question: never under `min`, `natural` when there is room, never over `max`; spare rules are shared by `weight`. */
const space = z.strictObject({
  min: z.number().int().min(1).max(60),
  natural: z.number().int().min(1).max(60),
  max: z.number().int().min(1).max(60),
  weight: z.number().min(0).max(100),
})

export const workbookStyle = z.strictObject({
  paper: z.enum(Object.keys(papers) as [PaperName, ...PaperName[]]),
  /** mm */
  margins: z.strictObject({ top: length, bottom: length, inner: length, outer: length }),
  /** Distance of the answer rules, mm; weight pt; ink 0 (white) to 1 (black). */
  ruling: z.strictObject({ pitch: z.number().min(5).max(15), weight: z.number().min(0.1).max(2), ink: grey }),
  /** Dots of a drawing area: distance mm, diameter pt, ink. */
  dots: z.strictObject({ pitch: z.number().min(2).max(20), size: z.number().min(0.2).max(3), ink: grey }),
  /** Width of the column in which question numbers hang, mm. */
  numberColumn: z.number().min(4).max(40),
  /** Ink of words that stand back (minutes, foot, hints) and weight, pt, of frames and head lines. */
  quietInk: z.number().min(0.4).max(1),
  frame: z.number().min(0.1).max(2),
  /** Type sizes, pt, and the leading of running text, pt. */
  type: z.strictObject({
    day: size,
    topic: size,
    prompt: size,
    promptLeading: size,
    /** Instruction, table heads, labels of boxes. */
    label: size,
    /** Minutes and the marks row. */
    small: size,
    /** The letterspaced line over the day. */
    eyebrow: size,
    foot: size,
    key: size,
    keyLeading: size,
  }),
  /** Answer space by kind of question. */
  space: z.strictObject({ list: space, compare: space, sides: space, explain: space, draw: space, say: space }),
  /** A drawing area has at least this part of the page's height, unless the author says otherwise. */
  drawShare: z.number().min(0).max(0.9),
  /** Words of the page. `{n}`, `{page}`, `{name}`, `{code}`, `{time}`, `{mm}` are filled in. */
  words: z.strictObject({
    name: z.string(),
    date: z.string(),
    score: z.string(),
    /** Under the head of a day, when the sheet has no words of its own there. */
    instruction: z.string(),
    minutes: z.string(),
    minutesTotal: z.string(),
    /** The marks row: confidence, then self-mark, then dates. */
    sure: z.string(),
    guess: z.string(),
    fairly: z.string(),
    certain: z.string(),
    right: z.string(),
    partly: z.string(),
    notYet: z.string(),
    again: z.string(),
    /** The say-aloud block. */
    keywords: z.string(),
    saidTo: z.string(),
    within: z.string(),
    /** The foot. */
    keyPage: z.string(),
    revision: z.string(),
    continued: z.string(),
    continues: z.string(),
    /** For readers who cannot see the rules. */
    answerSpace: z.string(),
    answerSpaceOne: z.string(),
    drawingSpace: z.string(),
    /** The week summary. */
    summary: z.string(),
    summaryDay: z.string(),
    summaryScore: z.string(),
    retests: z.array(z.string()).min(1).max(4),
    sureButWrong: z.string(),
    wrongQuestion: z.string(),
    wrongBelief: z.string(),
    wrongTruth: z.string(),
    /** The key. */
    key: z.string(),
    page: z.string(),
    uncited: z.string(),
    wholeFile: z.string(),
    reverse: z.string(),
    toKey: z.string(),
    toQuestion: z.string(),
  }),
})

export type WorkbookStyle = z.infer<typeof workbookStyle>
/** Bounds of answer space in whole rules, and its share of spare room. */
export type SpaceRule = z.infer<typeof space>
