/** Formulas on lines of their own: parted where they are wider than the measure, and set smaller where that is not enough; never cut. */
import { type FormulaBox, type FormulaStretch, perEm, widthOfStretches } from '../../text/tex/formula.js'
import { ownedBy } from '../canvas.js'
import { type Desk, sideHeight } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { ProseStyle } from './prose-style.js'
import { lazily, paragraphOf, type Strip } from './strips.js'

/** Over and under each line of a formula, as a fraction of the leading. */
const airShare = 0.15
/** How far lines of a formula behind its first one are set in, as a multiple of the type size. */
const hang = 2
/** Of a side of paper, what a formula may be high. */
const tallest = 0.9

/** The strips of a formula; its element goes under `parent`. Its left edge is `indent` right of the column's text edge. */
export function displayStrips(
  source: string,
  box: FormulaBox,
  style: ProseStyle,
  parent: () => Element,
  desk: Desk,
  indent: number,
): Strip[] {
  const scale = scaleWithin(box, style, desk)
  const size = style.size * scale
  const lines = linesOf(box.stretches, (style.width / size) * perEm)
  const element = lazily(() => desk.canvas.element(parent(), 'Formula', { alt: source }))
  const face = style.faceOf({ text: source })
  return paragraphOf(
    lines.map(({ stretches, from }, i) => {
      const [over, under] = reachOf(stretches).map((reach) => (reach * size) / perEm) as [number, number]
      const height = Math.max(style.leading, over + under + 2 * airShare * style.leading)
      const width = (widthOfStretches(stretches) * size) / perEm
      // In a sheet that is mirrored a formula begins at the right edge, and runs from the left.
      const formula = { source, stretches, scale, ...(i > 0 && { goesOn: true as const }) }
      const fragment = { text: '', face, size, x: 0, width, rise: 0, run: 0, formula }
      const baseline = (height - over - under) / 2 + over
      return {
        height,
        baseline,
        draw: (y, column) => {
          const left = column.text + indent + (from * size) / perEm
          desk.canvas.formula(ownedBy(element()), fragment, style.ink, left, y + baseline, true)
        },
      }
    }),
  )
}

const reachOf = (stretches: readonly FormulaStretch[]): [over: number, under: number] => [
  Math.max(0, ...stretches.map(({ ascent }) => ascent)),
  Math.max(0, ...stretches.map(({ descent }) => descent)),
]

/** What the size is multiplied with so that the widest stretch fits on a line, set in, and the highest one on a side. */
function scaleWithin({ stretches }: FormulaBox, { width, size }: ProseStyle, desk: Desk): number {
  const em = size / perEm
  const isParted = linesOf(stretches, width / em).length > 1
  const first = (stretches[0]?.width ?? 0) * em
  const others = Math.max(0, ...stretches.slice(1).map((stretch) => stretch.width * em + (isParted ? hang * size : 0)))
  const [over, under] = reachOf(stretches)
  const most = sideHeight(desk) * tallest
  return Math.min(1, width / Math.max(1, first, others), most / Math.max(1, (over + under) * em))
}

/** Stretches as lines of at most `width` thousandths of an em, each as full as it gets; those behind the first one are set in. */
function linesOf(all: readonly FormulaStretch[], width: number): { stretches: FormulaStretch[]; from: number }[] {
  const lines: { stretches: FormulaStretch[]; from: number }[] = []
  let isNew = true
  let used = 0
  for (const stretch of all) {
    const last = lines.at(-1)
    if (isNew || !last || used + stretch.width > width + 1) {
      // A line that the author begins is a line like the first one.
      const from = isNew ? 0 : hang * perEm
      lines.push({ stretches: [stretch], from })
      used = from + stretch.width
    } else {
      last.stretches.push(stretch)
      used += stretch.width
    }
    isNew = stretch.ends === true
  }
  return lines
}
