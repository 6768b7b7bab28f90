/**
 * The template: everything a publisher may change without TypeScript. Paper, type, colours, ruling, words; no logic.
 *
 * `templates/<name>/template.yaml` is read by `load.ts`, which checks it against the schemas here and points
 * into the YAML when something is missing or wrong. Lengths on paper are mm, type sizes pt, slide lengths inches.
 */
import * as z from 'zod'
import type { FaceName } from '../text/metrics.js'
import type { Run } from '../text/rich.js'
import { deckStyle } from './deck-style.js'
import { workbookStyle } from './workbook-style.js'

const fontList = z.array(z.string().min(1)).min(1)

/** Which font files play which role; the first is used, the others stand in for characters it lacks. */
const faces = z.strictObject({
  text: fontList,
  'text-strong': fontList,
  'text-emphasis': fontList,
  'text-strong-emphasis': fontList,
  label: fontList,
  'label-strong': fontList,
  mono: fontList,
  'mono-strong': fontList,
  slide: fontList,
  'slide-strong': fontList,
} satisfies Record<FaceName, typeof fontList>)

const minute = z.number().min(0.5).max(240)
const minutes = z.strictObject({
  list: minute,
  compare: minute,
  sides: minute,
  choose: minute,
  explain: minute,
  draw: minute,
  say: minute,
})

/** Words that both products print. `{n}` and the like are filled in by `fillWords`. */
const words = z.strictObject({
  /** "Week {n}", the week in prose. */
  week: z.string(),
  /** What a question is worth, up to one point and more than one: "1 point", "2½ points". */
  point: z.string().max(40),
  points: z.string().max(40),
})

/** The whole of `template.yaml`. */
export const templateSchema = z.strictObject({
  name: z.string().min(1),
  /** Name of the template whose values this one changes; `load.ts` has merged it away. */
  extends: z.string().optional(),
  /** BCP 47 tag used when a sheet names no language. */
  lang: z.string().min(2),
  fonts: z.strictObject({ faces, fallback: z.array(z.string()) }),
  words,
  /** Minutes that a question takes in all, by kind: answering, checking and marking. Printed on the sheet; the deck adds them up per day. */
  minutes,
  workbook: workbookStyle,
  deck: deckStyle,
})

/** A template's values, checked. */
export type Checked = z.infer<typeof templateSchema>

/** A font file as read from the template's folder. */
export interface FontFile {
  /** Path as the template names it, for messages. */
  name: string
  bytes: Uint8Array
  /** A font of the package, sound, whose bytes are read when they are asked for. */
  isUnread?: boolean
  /** Its shape table (`text/shape-table.ts`); null when it is no font of the package. */
  shapes?: () => Uint8Array | null
}

/** A checked template with its fonts at hand. */
export interface Template extends Omit<Checked, 'fonts' | 'extends'> {
  /** Per role the chain of fonts, fallback included; files shared by roles are one object. */
  faces: Record<FaceName, readonly FontFile[]>
  /** Hyphenation patterns of its language, `hyphens/hyph-de.tex`, as TeX writes them; words are not parted without. */
  hyphens?: FontFile
}

/** Fills `{name}` marks: `fillWords('Week {n}', {n: 17})` → "Week 17". An unknown mark stays as it is. */
export function fillWords(words: string, values: Readonly<Record<string, string | number>>): string {
  if (!words.includes('{')) return words
  return words.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/** As `fillWords`, with runs: `fillRuns('{name}, continued', {name: runs})` → the runs, then ", continued". */
export function fillRuns(words: string, values: Readonly<Record<string, readonly Run[]>>): Run[] {
  const pieces = words.split(/(\{\w+\})/).filter((piece) => piece !== '')
  return pieces.flatMap((text) => values[text.slice(1, -1)] ?? [{ text }])
}
