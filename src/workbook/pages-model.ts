/**
 * Pages: placed things with nothing left to decide. What `pdf.ts` draws, and what tests look at.
 *
 * Points (1/72 in), x from the left edge, y down from the top edge of the page; text stands on its baseline. Ink from
 * 0 (white) to 1 (black). Plain JSON.
 */
import type { OptionalPage } from '../template/optional-pages.js'
import type { FaceName } from '../text/metrics.js'

export interface Pages {
  title: string
  /** BCP 47 tag. */
  lang: string
  /** Printed on both sides of the paper. */
  duplex: boolean
  /** Pages turn, and lines begin, at the right. */
  dir?: 'rtl'
  pages: Page[]
  /** The structure tree; its root is the Document. */
  structure: Element
  outline: OutlineItem[]
  destinations: Destination[]
  /** What each question on the day sheets got, by its id. */
  granted: Record<string, Granted>
}

/** Rules of a question's one space, or of each of its parts; its height in pt, and what it would be with the fewest rules. */
export interface Granted {
  rules: number[]
  height: number
  least: number
}

export interface Page {
  /** The page's number as people see it. */
  label: string
  width: number
  height: number
  /** Where content may stand, between the top margin and the foot. */
  body: { top: number; bottom: number }
  /** Which side of the open book: the inner margin is at the left of a right page. */
  side: 'left' | 'right'
  /** What stands on it; a blank page is the back of a leaf whose next one begins in front. */
  kind: WeekPage | FrontPage
  /** Id of its day; null on other pages. */
  day: string | null
  /** Id of the day whose key it is, where each day has a page of key of its own. */
  keyOf?: string
  /** Ids of the questions that begin here. */
  questions: string[]
  /** Label of the question that the slips of an exit ticket ask; absent on other pages, and where they have a rule to write one on. */
  slip?: string
  /** Height of what is offered under the last question for what else is remembered, pt. */
  offered?: number
  items: Item[]
  links: Link[]
}

/** Pages of a week. */
export type WeekPage = 'day' | 'summary' | 'key' | 'guide' | 'blank' | OptionalPage
/** Pages before the weeks of a booklet. */
export type FrontPage = 'title' | 'contents'

/** Types of structure elements (ISO 32000-1, 14.8.4) that we use. */
export type ElementType =
  | 'Document'
  /** A week in a booklet, or what stands before its weeks. */
  | 'Part'
  | 'Sect'
  /** The contents, a line of them, and what in it leads to the page. */
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Code'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Formula'
  | 'Figure'
  | 'Span'
  | 'Link'

/** A structure element. It holds elements or items, not both; items name their element by `id`. */
export interface Element {
  id: string
  type: ElementType
  /** Words for those who cannot see it, in place of what is drawn. */
  actualText?: string
  /** Words that say what a formula or a picture is. */
  alt?: string
  title?: string
  /** BCP 47 tag, where its words are in another language than the pages. */
  lang?: string
  /** Of a list with labels: what they are. */
  numbering?: 'Decimal' | 'Disc' | 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman'
  scope?: 'Row' | 'Column'
  /** Columns that a cell of a table spans; 1 when absent. */
  colSpan?: number
  children: Element[]
}

/** What a placed item is to a reader: content of an element, or an artifact that is passed over. */
export type Owner = { element: string } | { artifact: 'Layout' | 'Pagination'; at?: 'Header' | 'Footer' }

/** A stretch of one font on a line. `x` from the left end of the line; `font` is its name in the chain of the face. */
export interface Piece {
  text: string
  face: FaceName
  font: string
  size: number
  x: number
  /** Height of its baseline over the line's. */
  rise: number
  /** Its words, and their letters, are drawn from right to left; `text` is as it is read. */
  rtl?: true
  /** A hyphen that the end of the line brings: it is seen, and not read. */
  soft?: true
}

/** `width` spans the visible letters; the text may end in one more space, for readers by ear. */
export interface TextItem {
  type: 'text'
  owner: Owner
  x: number
  y: number
  width: number
  size: number
  ink: number
  /** Space added after every letter. */
  tracking: number
  pieces: Piece[]
}

/** Straight line; `dash`: lengths of ink and of white by turns, pt. */
export interface LineItem {
  type: 'line'
  owner: Owner
  x1: number
  y1: number
  x2: number
  y2: number
  weight: number
  ink: number
  dash?: readonly [ink: number, white: number]
}

/** Frame. */
export interface BoxItem {
  type: 'box'
  owner: Owner
  x: number
  y: number
  width: number
  height: number
  weight: number
  ink: number
}

/** `columns` × `rows` round dots, the first at x, y. */
export interface DotsItem {
  type: 'dots'
  owner: Owner
  x: number
  y: number
  columns: number
  rows: number
  pitch: number
  size: number
  ink: number
}

/** The three signs of confidence, hollow so that none looks ticked already. Centre x, y. */
export interface SignItem {
  type: 'sign'
  owner: Owner
  sign: 'circle' | 'triangle' | 'diamond'
  x: number
  y: number
  radius: number
  weight: number
  ink: number
}

/** A picture of the run, by its digest; the device has its bytes. */
export interface PictureItem {
  type: 'picture'
  owner: Owner
  picture: string
  x: number
  y: number
  width: number
  height: number
}

/**
 * A formula, or as much of one as stands on a line: outlines in ink from x on its baseline y, `marks` in thousandths of `size`, as
 * `FormulaStretch` has them, each from its `x`. `words` are set in
 * fonts, `x` from the left end of the formula.
 */
export interface FormulaItem {
  type: 'formula'
  owner: Owner
  /** TeX. */
  source: string
  x: number
  y: number
  width: number
  /** How far it reaches over and under its baseline. */
  over: number
  under: number
  size: number
  ink: number
  marks: { x: number; outlines: string[] }[]
  words: Piece[]
  /** A space that is not drawn, and how wide it is: those who search, copy or select find the source in its place, from end to end. */
  anchor: { piece: Piece; width: number }
  /** It began on a line before. */
  goesOn?: true
  /** It stands on a line of its own. */
  display?: true
}

/** A code to scan: rows of dark (`1`) and light (`0`) squares with a side of `module` pt, from the corner x, y. */
export interface CodeItem {
  type: 'code'
  owner: Owner
  x: number
  y: number
  width: number
  height: number
  module: number
  rows: string[]
}

export type Item = TextItem | LineItem | BoxItem | DotsItem | SignItem | PictureItem | FormulaItem | CodeItem

/** A link annotation; it belongs to a Link element. `words` say where it leads. */
export interface Link {
  element: string
  x: number
  y: number
  width: number
  height: number
  to: { destination: string } | { url: string }
  words: string
}

/** A named place. Names are letters and zero-padded digits, so that every viewer sorts them alike. `page` from 0. */
export interface Destination {
  name: string
  page: number
  y: number
}

/** The name that a destination of one of several weeks has in their file; `part` from 1. */
export const placeInPart = (part: number, name: string): string => `p${String(part).padStart(4, '0')}${name}`

export interface OutlineItem {
  title: string
  page: number
  y: number
  /** Shown without the items below it at first. */
  folded?: true
  children: OutlineItem[]
}

/** The page on which each question begins, by question id: its label. The deck prints it. */
export function pageOfQuestion(pages: Pages): Map<string, string> {
  return new Map(pages.pages.flatMap((page) => page.questions.map((id) => [id, page.label] as const)))
}

/** The name of the part that a page belongs to, for the numbers of parts: "summary", "day d1", "key d1" where each day has a key of its own. */
export function partOf({ kind, day, keyOf }: Pick<Page, 'kind' | 'day' | 'keyOf'>): string {
  const own = keyOf ?? day
  return own === null ? kind : `${kind} ${own}`
}

/** Numbers of the first pages of the parts of a whole workbook. */
export function numbersOfParts({ pages }: Pages): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const page of pages)
    if (page.kind !== 'blank' && !numbers.has(partOf(page))) numbers.set(partOf(page), Number(page.label))
  return numbers
}
