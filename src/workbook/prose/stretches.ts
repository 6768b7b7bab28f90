/** Stretches of running text that are elements of their own: formulas, with their source as words, and links that lead out. */
import type { TextLine } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element, Owner } from '../pages-model.js'
import { baselineShare } from './line-room.js'
import type { ProseStyle } from './prose-style.js'

/** A stretch of a line that belongs to one element, `x` from the start of the line. */
export interface LinePart {
  owner: Owner
  line: TextLine
  x: number
  /** The web or mail address that it leads to. */
  url?: string
}

/** Only addresses of the web and of mail are followed from a PDF. */
const urlOf = ({ href }: Run): string | undefined =>
  href !== undefined && /^(?:https?:\/\/|mailto:)/i.test(href) ? href : undefined

const isOwn = (run: Run): boolean => run.math === true || urlOf(run) !== undefined

/** True when some runs need structure elements of their own: formulas and links. */
export const hasStretches = (runs: readonly Run[]): boolean => runs.some(isOwn)

/**
 * A function that parts lines at formulas and links. Their elements, and Spans for the words around them, are made under `paragraph` in
 * the order in which they are drawn first; a stretch that goes over two lines is one element. Words that are no content, as those of a
 * running head, have one owner instead.
 */
export function stretchesOf(
  runs: readonly Run[],
  paragraph: (() => Element) | Owner,
  desk: Desk,
): (line: TextLine) => LinePart[] {
  const owners = new Map<number, Owner>()
  const stretchOf = indexStretches(runs)
  const ownerOf = (stretch: number): Owner => {
    if (typeof paragraph !== 'function') return paragraph
    const known = owners.get(stretch)
    if (known) return known
    const made = ownedBy(elementFor(runs[stretch], paragraph(), desk))
    owners.set(stretch, made)
    return made
  }
  // Pages of right-to-left sheets are mirrored when they are done.
  const placed = (x: number, width: number, line: TextLine): number =>
    desk.plan.dir === 'rtl' ? line.width - x - width : x
  return (line) => {
    if (line.rtl || line.fragments.some(({ rtl }) => rtl))
      return mixedParts(line, placed, (run) => partOf(runs, stretchOf[run] ?? 0, ownerOf))
    const stretches = [...new Set(line.fragments.map(({ run }) => stretchOf[run] ?? 0))]
    return stretches.map((stretch, i) => {
      const fragments = line.fragments.filter(({ run }) => stretchOf[run] === stretch)
      const x = fragments[0]?.x ?? 0
      const shifted = fragments.map((fragment) => ({ ...fragment, x: fragment.x - x }))
      const last = shifted.at(-1)
      const end = i === stretches.length - 1 ? line.end : 'word'
      const part: TextLine = { fragments: shifted, width: last ? last.x + last.width : 0, end }
      return { ...partOf(runs, stretch, ownerOf), line: part, x: placed(x, part.width, line) }
    })
  }
}

/** Draws the part of a line that belongs to one structure element; the line begins at `left` on `baseline` (pt), and a link gets its annotation. */
export function putPart(
  part: LinePart,
  style: Pick<ProseStyle, 'ink' | 'leading'>,
  left: number,
  baseline: number,
  desk: Desk,
): void {
  const { owner, line, x, url } = part
  desk.canvas.line(owner, line, style.ink, left + x, baseline)
  if (url === undefined || !('element' in owner)) return
  const y = baseline - style.leading * baselineShare
  const place = { x: left + x, y, width: line.width, height: style.leading }
  desk.canvas.page.links.push({ element: owner.element, ...place, to: { url }, words: url })
}

function partOf(runs: readonly Run[], stretch: number, ownerOf: (stretch: number) => Owner) {
  const run = runs[stretch]
  const url = run && urlOf(run)
  return { owner: ownerOf(stretch), ...(url === undefined ? {} : { url }) }
}

/** The parts of a line that does not run from left to right alone: each fragment is one, where it is drawn. */
function mixedParts(
  line: TextLine,
  placed: (x: number, width: number, line: TextLine) => number,
  partAt: (run: number) => Pick<LinePart, 'owner' | 'url'>,
): LinePart[] {
  return line.fragments.map((fragment, i) => {
    const last = i === line.fragments.length - 1
    const part: TextLine = {
      fragments: [{ ...fragment, x: 0 }],
      width: fragment.width,
      end: last ? line.end : 'word',
      ...(line.rtl && { rtl: true }),
    }
    return { ...partAt(fragment.run), line: part, x: placed(fragment.x, fragment.width, line) }
  })
}

/** For each run the index of the first run of its stretch: a formula alone, the runs of one link, the words between those. */
function indexStretches(runs: readonly Run[]): number[] {
  const starts: number[] = []
  runs.forEach((run, i) => {
    const before = runs[i - 1]
    const goesOn = before && !run.math && !before.math && urlOf(run) === urlOf(before)
    starts.push(goesOn ? (starts[i - 1] ?? i) : i)
  })
  return starts
}

function elementFor(run: Run | undefined, parent: Element, { canvas }: Desk): Element {
  if (run?.math) return canvas.element(parent, 'Formula', { alt: run.text })
  return canvas.element(parent, run && urlOf(run) !== undefined ? 'Link' : 'Span')
}
