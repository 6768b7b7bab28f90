/** Strips: stretches of a page that are not torn, stacked from top to bottom. */
import type { Element } from '../pages-model.js'

/** Where a strip is drawn: the left and right edge of the column, and the edge that prompts and answers share. */
export interface Column {
  left: number
  text: number
  right: number
}

/** `height` in pt; `draw` puts it with its top at `y`. */
export interface Strip {
  height: number
  /** Where its baseline stands from its top, of a line that a formula opens. */
  baseline?: number
  /** Empty room that is left out at the top of a column. */
  air?: true
  /** What is said again before it where it begins a side or a column: the head of its table. */
  again?: Strip
  /** No side and no column ends behind it, if that can be helped. */
  keep?: true
  draw(y: number, column: Column): void
}

/** Height of strips one under the other, pt. */
export const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, strip) => sum + strip.height, 0)

/** Draws strips one under the other; returns where they end. */
export function drawStrips(strips: readonly Strip[], y: number, column: Column): number {
  let at = y
  for (const strip of strips) {
    strip.draw(at, column)
    at += strip.height
  }
  return at
}

/** Strips as one that is not torn, when that is at most `most` pt high; else as they are. */
export function together(strips: readonly Strip[], most: number): Strip[] {
  const height = heightOf(strips)
  return height > most ? [...strips] : [{ height, draw: (y, column) => void drawStrips(strips, y, column) }]
}

/** The strip with something else drawn in its place: it is as high and stays together as it did. */
export const redrawn = ({ height, baseline, again, keep }: Strip, draw: Strip['draw']): Strip => ({
  height,
  ...(baseline !== undefined && { baseline }),
  ...(again && { again }),
  ...(keep && { keep }),
  draw,
})

/** Strips that stay with what follows them: a heading. */
export const kept = (strips: readonly Strip[]): Strip[] => strips.map((strip) => ({ ...strip, keep: true }))

/** Lines of one paragraph: neither its first nor its last one stands alone at the end or the beginning of a side. */
export const paragraphOf = (lines: readonly Strip[]): Strip[] =>
  lines.map((line, i) => ((i === 0 && lines.length > 1) || i === lines.length - 2 ? { ...line, keep: true } : line))

/** The strip at `from` and all that must stand on one side with it: up to the first that need not stay with what follows. */
export function bondAt(strips: readonly Strip[], from: number): Strip[] {
  let end = from
  while (end < strips.length - 1 && strips[end]?.keep) end++
  return strips.slice(from, end + 1)
}

/** A strip of empty room, `height` pt: nothing is drawn, and it falls away at the top of a side. */
export const room = (height: number): Strip => ({ height, air: true, draw: () => {} })

/** An element that is made when something of it is drawn first, so that the structure follows the page. */
export function lazily(make: () => Element): () => Element {
  let element: Element | null = null
  return () => {
    element ??= make()
    return element
  }
}
