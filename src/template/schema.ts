/** What `template.yaml` may say. Templates of the package are checked when it is built; of others alone runs come here. */
import * as z from 'zod'
import type { FaceName } from '../text/metrics.js'
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
