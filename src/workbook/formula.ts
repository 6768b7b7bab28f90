/** Formulas in running text: each is an element of its own in the structure, with its source as its words. */
import type { TextLine } from '../text/lines.js'
import type { Run } from '../text/rich.js'
import { ownedBy } from './canvas.js'
import type { Desk } from './frame.js'
import type { Element, Owner } from './pages-model.js'

/** A stretch of a line that belongs to one element, `x` from the start of the line. */
export interface LinePart {
  owner: Owner
  line: TextLine
  x: number
}

/**
 * Parts lines at formulas: `of` gives the parts of a line, those of words under a Span, those of a formula under a Formula, in the
 * order in which they are drawn first. A formula that goes over two lines is one element.
 */
export function formulaParts(runs: readonly Run[], paragraph: () => Element, desk: Desk) {
  const elements = new Map<number, Element>()
  /** Stretches by the index of their first run. */
  const stretchOf = runs.map((run, i) => (run.math ? i : runs.findLastIndex(({ math }, k) => k < i && math) + 1))
  const elementOf = (stretch: number): Element => {
    const known = elements.get(stretch)
    if (known) return known
    const run = runs[stretch]
    const made = run?.math
      ? desk.canvas.element(paragraph(), 'Formula', { alt: run.text })
      : desk.canvas.element(paragraph(), 'Span')
    elements.set(stretch, made)
    return made
  }
  return (line: TextLine): LinePart[] => {
    if (line.rtl || line.fragments.some(({ rtl }) => rtl))
      return mixedParts(line, desk, (run) => elementOf(stretchOf[run] ?? 0))
    const stretches = [...new Set(line.fragments.map(({ run }) => stretchOf[run] ?? 0))]
    return stretches.map((stretch, i) => {
      const fragments = line.fragments.filter(({ run }) => stretchOf[run] === stretch)
      const x = fragments[0]?.x ?? 0
      const shifted = fragments.map((fragment) => ({ ...fragment, x: fragment.x - x }))
      const last = shifted.at(-1)
      const end = i === stretches.length - 1 ? line.end : 'word'
      const part: TextLine = { fragments: shifted, width: last ? last.x + last.width : 0, end }
      return { owner: ownedBy(elementOf(stretch)), line: part, x }
    })
  }
}

/** The parts of a line that does not run from left to right alone: each fragment is one, where it is drawn. */
function mixedParts(line: TextLine, { plan }: Desk, elementOf: (run: number) => Element): LinePart[] {
  return line.fragments.map((fragment, i) => {
    const last = i === line.fragments.length - 1
    const part: TextLine = {
      fragments: [{ ...fragment, x: 0 }],
      width: fragment.width,
      end: last ? line.end : 'word',
      ...(line.rtl && { rtl: true }),
    }
    // Pages of right-to-left sheets are mirrored when they are done.
    const x = plan.dir === 'rtl' ? line.width - fragment.x - fragment.width : fragment.x
    return { owner: ownedBy(elementOf(fragment.run)), line: part, x }
  })
}
