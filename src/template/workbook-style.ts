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
  /** Type sizes, pt, and the leading of running text, pt. */
  type: z.strictObject({
    day: size,
    topic: size,
    prompt: size,
    promptLeading: size,
    label: size,
    small: size,
    key: size,
    keyLeading: size,
  }),
  /** Answer space by kind of question. */
  space: z.strictObject({ list: space, compare: space, sides: space, explain: space, draw: space, say: space }),
  /** Minutes expected by kind of question. */
  minutes: z.strictObject({
    list: z.number(),
    compare: z.number(),
    sides: z.number(),
    explain: z.number(),
    draw: z.number(),
    say: z.number(),
  }),
  words: z.strictObject({
    name: z.string(),
    date: z.string(),
    score: z.string(),
  }),
})

export type WorkbookStyle = z.infer<typeof workbookStyle>
