/** The `workbook:` part of `template.yaml`: paper, margins, type, ruling and words of the printed workbook. */
import * as z from 'zod'
import { isWebAddress } from '../text/web-address.js'
import { optionalPages } from './optional-pages.js'
import { paperOf, paperWords } from './paper.js'
import { printWords } from './print.js'
import { type GuideName, readRuling, rows, rulingBounds, rulingWords } from './ruling.js'
import { lackOfRoom, leastRoom, leastStrip } from './sides.js'

/** Under 5 mm most printers leave paper blank. */
const margin = z.number().min(5).max(80)
/** Type of a sheet is read at arm's length: never under 7 pt. */
const size = (most: number) => z.number().min(7).max(most)
/** Words that stand on one line, and ones that may break. */
const short = z.string().max(60)
const long = z.string().max(240)
/** Ink of words, from 0 (white) to 1 (black): at least 4.5:1 on white paper (WCAG 1.4.3), so that a copy of a copy can be read. */
const wordInk = z.number().min(0.54).max(1)
/** Ink of rules, frames and dots: at least 3:1 (WCAG 1.4.11). */
const ruleInk = z.number().min(0.42).max(1)
/** Weight of a line, pt: a thinner one breaks up on a copier. */
const weight = z.number().min(0.25).max(2)
/** How answer space may be prepared, its own way first: lines, a drawing area, or anything. */
const styles = {
  lines: ['ruled', 'dotted'],
  drawing: ['dots', 'grid', 'blank', 'box'],
  any: ['ruled', 'dotted', 'grid', 'dots', 'blank', 'box'],
} as const
/** Rules granted to a kind of question: never under `min`, `natural` when there is room, never over `max`; spare rules are shared by `weight`. */
const space = <S extends string>(names: readonly [S, ...S[]]) =>
  z.strictObject({
    min: z.number().int().min(1).max(60),
    natural: z.number().int().min(1).max(60),
    max: z.number().int().min(1).max(60),
    weight: z.number().min(0).max(100),
    style: z.enum(names).default(names[0] as z.util.NoUndefined<S>),
  })

/** The distance of rules may be the name of a ruling, which has guide lines too: `pitch: primary`. */
const ruling = z.strictObject({
  pitch: z.number(`expected ${rulingWords}`).min(rulingBounds.least).max(rulingBounds.most),
  guides: z.enum(Object.keys(rows) as [GuideName, ...GuideName[]]).default('none'),
  weight,
  ink: ruleInk,
})

function named(value: unknown): unknown {
  const { pitch } = Object(value) as { pitch?: unknown }
  const found = typeof pitch === 'string' ? readRuling(pitch) : null
  return found === null ? value : { guides: found.guides, ...Object(value), pitch: found.pitch }
}

const fields = z.strictObject({
  /** A name, a size in figures, or `both`: see `paperOf`. */
  paper: z.string().refine((words) => paperOf(words) !== null, paperWords),
  /** Printed on both sides of the paper, with mirrored margins, or on one. */
  duplex: z.boolean(),
  /** Where a day, the summary and the key begin. */
  starts: z.enum(printWords.starts),
  /** The key has codes to scan for sources whose address is known. */
  qr: z.boolean(),
  /** Where the files of the working folder stand on the web; '' when nowhere. */
  sources: z
    .string()
    .refine((words) => words === '' || isWebAddress(words), 'an address such as https://example.org/course/'),
  /** Where the key stands. */
  key: z.enum(printWords.key),
  /** The strip of the key: its edge on a front side, and how far it reaches from there where the paper is wide enough, mm: see `stripWidth`. */
  fold: z.strictObject({ edge: z.enum(printWords.fold), width: z.number().min(leastStrip).max(80) }),
  /** mm. The inner margin is the one that is punched; holes reach 15 mm in. */
  margins: z.strictObject({ top: margin, bottom: margin, inner: margin, outer: margin }),
  /** Distance of the answer rules, mm; weight pt; ink 0 (white) to 1 (black). */
  ruling: z.preprocess(named, ruling),
  /** Dots of a drawing area: distance mm, diameter pt, ink. */
  dots: z.strictObject({ pitch: z.number().min(2).max(20), size: z.number().min(0.5).max(3), ink: ruleInk }),
  /** Squared paper: side of a square mm, weight pt, ink. */
  grid: z
    .strictObject({ pitch: z.number().min(3).max(20), weight, ink: ruleInk })
    .default({ pitch: 5, weight: 0.25, ink: 0.45 }),
  /** Width of the column in which question numbers hang, mm. */
  numberColumn: z.number().min(4).max(40),
  /** Ink of words that stand back (minutes, foot, hints) and weight, pt, of frames and head lines. */
  quietInk: wordInk,
  frame: weight,
  /** Type sizes, pt, and the leading of running text, pt. */
  type: z.strictObject({
    day: size(48),
    topic: size(30),
    prompt: size(24),
    promptLeading: size(40),
    /** Instruction, table heads, labels of boxes. */
    label: size(14),
    /** Minutes and the marks row. */
    small: size(12),
    /** The letterspaced line over the day. */
    eyebrow: size(14),
    foot: size(12),
    key: size(14),
    /** The key grows up to this size where it takes no more pages then. */
    keyMost: size(14),
    keyLeading: size(24),
  }),
  /** Answer space by kind of question. */
  space: z.strictObject({
    list: space(styles.lines),
    compare: space(styles.any),
    sides: space(styles.any),
    choose: space(styles.lines),
    explain: space(styles.any),
    draw: space(styles.drawing),
    say: space(styles.lines),
  }),
  /** A drawing area has at least this part of the page's height, unless the author says otherwise. */
  drawShare: z.number().min(0).max(0.9),
  /** From so many rules on that are left under the last question of a day, they are offered for what else comes to mind; 0: never. */
  restFrom: z.number().int().min(0).max(60).default(6),
  /** Days after which a day comes again, one for each of `words.retests`. */
  retestDays: z.array(z.number().int().min(1).max(400)).min(1).max(4),
  /** A booklet begins with a title page and its contents. */
  front: z.boolean().default(true),
  /** Pages that every workbook of this template has beside its own. */
  pages: z.array(z.enum(optionalPages)).max(optionalPages.length),
  /** Words of the page. `{n}`, `{page}`, `{name}`, `{code}`, `{time}`, `{mm}` are filled in. */
  words: z.strictObject({
    name: short,
    date: short,
    score: short,
    /** Under the head of a day, when the sheet has no words of its own there. */
    instruction: long,
    minutes: short,
    minutesTotal: short,
    /** The marks row: confidence, then self-mark, then dates. */
    sure: short,
    guess: short,
    fairly: short,
    certain: short,
    right: short,
    partly: short,
    notYet: short,
    again: short,
    /** The say-aloud block. */
    keywords: short,
    saidTo: short,
    within: short,
    /** Over what is left of a side. */
    rest: short,
    /** Before the rule under options. */
    because: short,
    withinSeconds: short,
    /** The foot. */
    keyPage: short,
    revision: short,
    continued: short,
    continues: short,
    /** For readers who cannot see the rules. */
    answerSpace: short,
    answerSpaceOne: short,
    drawingSpace: short,
    /** How it is prepared: `{space}` are the words above, `{style}` the style's. */
    preparedSpace: short,
    spaceStyles: z.strictObject({ dotted: short, grid: short, dots: short, blank: short, box: short }),
    /** The week summary. */
    summary: short,
    summaryDay: short,
    summaryScore: short,
    summaryAll: short,
    retests: z.array(short).min(1).max(4),
    sureButWrong: short,
    sureButWrongSay: long,
    wrongQuestion: short,
    wrongBelief: short,
    wrongTruth: short,
    /** The key. */
    key: short,
    page: short,
    uncited: short,
    wholeFile: short,
    keyFile: short,
    keyFileMost: short,
    /** Optional pages. */
    brainDump: short,
    brainDumpSay: long,
    /** "Space to write, {mm} mm high", for readers by ear. */
    openSpace: short,
    leftOut: short,
    hadWrong: short,
    exitTicket: short,
    unclear: short,
    testAndFold: short,
    testAndFoldSay: long,
    calendar: short,
    calendarSay: long,
    /** The instructor's run sheet. */
    guide: short,
    reverse: short,
    /** Over the strip of the key, and under it when there is more. */
    foldBack: short,
    /** A code to scan, for those who cannot see it. */
    scan: short,
    toKey: short,
    toQuestion: short,
    /** What stands before the weeks of a booklet. */
    contents: short,
  }),
})

/** The schema of `workbook` in `template.yaml`, with what its measures must leave room for. */
export const workbookStyle = fields.superRefine((style, context) => {
  if (paperOf(style.paper) === null) return
  const { type } = style
  const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (type.promptLeading < type.prompt * 1.05)
    refuse(['type', 'promptLeading'], `at least ${(type.prompt * 1.05).toFixed(1)}, for a prompt of ${type.prompt}`)
  if (type.keyLeading < type.key * 1.05)
    refuse(['type', 'keyLeading'], `at least ${(type.key * 1.05).toFixed(1)}, for a key of ${type.key}`)
  const { retests } = style.words
  if (style.retestDays.length !== retests.length)
    refuse(['retestDays'], `${retests.length} numbers, one for each of words.retests`)
  const lack = lackOfRoom(style)
  if (lack === 'measure') refuse(['margins'], `margins that leave ${leastRoom.measure} mm for lines on ${style.paper}`)
  if (lack === 'height') refuse(['margins'], `margins that leave ${leastRoom.height} mm of height on ${style.paper}`)
})

export type WorkbookStyle = z.infer<typeof workbookStyle>
/** Bounds of answer space in whole rules, and its share of spare room. */
export type SpaceRule = Omit<WorkbookStyle['space']['explain'], 'style'>
