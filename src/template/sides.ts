/** What sides of paper leave for questions, from the measures of a workbook's style; apart from its schema, which few runs need. */
import { knownPaper } from './paper.js'

/** The measures, mm, as `WorkbookStyle` has them. */
interface Sides {
  paper: string
  duplex: boolean
  key: 'back' | 'flip' | 'fold'
  fold: { width: number }
  margins: { top: number; bottom: number; inner: number; outer: number }
  numberColumn: number
}

/** The narrowest strip of the key, mm: numbers of sections and names of files stand in it. */
export const leastStrip = 30

/** Least measure of questions and least height of the content, mm: a comparison of four terms and one question still fit. */
export const leastRoom = { measure: 70, height: 120 }

/** True when both sides of the paper are printed: a key on the backs of sheets is always on their backs. */
export const printsBacks = ({ duplex, key }: Pick<Sides, 'duplex' | 'key'>): boolean => duplex || key === 'flip'

/** Between the strip of the key and what stands beside it, and the lines there that a strip as wide as it is wanted leaves, mm. */
const besideStrip = 4
const writtenBesideStrip = 90

/** How far the strip of the key reaches from the edge, mm: on narrow paper it gives way to the lines that are written on, as far as it can. */
export function stripWidth({ paper, fold, margins, numberColumn }: Sides): number {
  const room = knownPaper(paper).size[0] - margins.inner - besideStrip - numberColumn - writtenBesideStrip
  return Math.max(leastStrip, Math.min(fold.width, room))
}

/** Outer margin of day sheets, mm: with a strip at the edge, what it takes. */
export const outerOfDays = (style: Sides): number =>
  style.key === 'fold' ? Math.max(style.margins.outer, stripWidth(style) + besideStrip) : style.margins.outer

/** What is too small when the margins are taken off the paper: "measure", "height", or null when there is room. */
export function lackOfRoom(style: Sides): 'measure' | 'height' | null {
  const { paper, margins, numberColumn } = style
  const [width, height] = knownPaper(paper).size
  if (width - margins.inner - outerOfDays(style) - numberColumn < leastRoom.measure) return 'measure'
  return height - margins.top - margins.bottom < leastRoom.height ? 'height' : null
}
