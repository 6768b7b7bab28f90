/** Strips: stretches of a page that are not torn, stacked from top to bottom. */
import type { Element } from './pages-model.js'

/** Where a strip is drawn: the left and right edge of the column, and the edge that prompts and answers share. */
export interface Column {
  left: number
  text: number
  right: number
}

/** `height` in pt; `draw` puts it with its top at `y`. */
export interface Strip {
  height: number
  /** Empty room that is left out at the top of a column. */
  air?: true
  /** What is said again before it where it begins a side or a column: the head of its table. */
  again?: Strip
  draw(y: number, column: Column): void
}

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

/** Empty room. */
export const room = (height: number): Strip => ({ height, air: true, draw: () => {} })

/** An element that is made when something of it is drawn first, so that the structure follows the page. */
export function lazily(make: () => Element): () => Element {
  let element: Element | null = null
  return () => {
    element ??= make()
    return element
  }
}
