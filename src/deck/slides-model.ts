/**
 * Slides: the deck with nothing left to decide. Placed things, in words that both the renderer and a reader understand.
 *
 * Plain JSON data. Lengths are inches from the top left corner of the slide, type sizes and line weights are points.
 * Colours are roles of the theme, so that a school can restyle the finished file from its master.
 */
import type { Place } from '../diagnostics.js'
import type { SlideLink } from './plan-model.js'

/** Theme colours: `ground` the slide, `ink` text, `quiet` second-rank text, two accents. */
export type ColourRole = 'ground' | 'ink' | 'quiet' | 'accent' | 'accent2'

/** Inches. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export interface Slides {
  /** Document title. */
  title: string
  /** BCP 47 tag of every run, of the notes too. */
  lang: string
  /** Slides begin at the right: they are mirrored, and so are tables. */
  dir?: 'rtl'
  /** Inches. */
  size: { width: number; height: number }
  /** Font families as the file names them. */
  fonts: DeckFonts
  /** RRGGBB */
  colours: Record<ColourRole, string>
  /** Slides with a clock go on by themselves when it is over. */
  autoAdvance: boolean
  /** Size of the slide number, the date and the footer, points. */
  numberSize: number
  layouts: SlideLayout[]
  slides: Slide[]
  /** Custom shows: a name and the ids of its slides in order. */
  shows: { name: string; slides: string[] }[]
}

/** What is said of a deck as a whole, whatever its slides say: all that its themes, its master and its layouts hang on. */
export type DeckLook = Omit<Slides, 'title' | 'slides' | 'shows'>

/** `eastAsian` and `complex` (Arabic, Hebrew …) are left to the program when absent. */
export interface DeckFonts {
  heading: string
  body: string
  mono: string
  eastAsian?: string | undefined
  complex?: string | undefined
}

/** Names of the slide layouts, as an editor of the deck finds them in the menu. */
export const layoutNames = [
  'Recall title',
  'Recall contents',
  'Recall protocol',
  'Recall day',
  'Recall question',
  'Recall material',
  'Recall figure',
  'Recall list',
  'Recall compare',
  'Recall draw',
  'Recall say aloud',
  'Recall check',
  'Recall tally',
] as const

export type LayoutName = (typeof layoutNames)[number]

/** Roles of placeholders; the same role has the same look and, where it can, the same place on every layout. */
export type PlaceholderName = 'title' | 'body' | 'where' | 'code' | 'cue' | 'page'

/** A layout: the placeholders it offers. Footer, date and slide number stand on every layout and are not listed. */
export interface SlideLayout {
  name: LayoutName
  placeholders: Placeholder[]
}

/** Position and look that slides inherit. */
export interface Placeholder {
  name: PlaceholderName
  box: Box
  size: number
  strong: boolean
  colour: ColourRole
  align: 'left' | 'right'
  anchor: Anchor
  /** What an editor reads in it while it is empty. */
  hint: string
}

export type Anchor = 'top' | 'middle' | 'bottom'

export interface Slide {
  /** Id of the planned slide; parts of a split one end in `-p2`, `-p3`. */
  id: string
  questionId: string | null
  place: Place
  layout: LayoutName
  /** Name of the section it belongs to; slides of a section stand together. */
  section: string
  /** Plain words of the title placeholder; unique. */
  title: string
  /** Length of the clock, or null when the slide has none. */
  seconds: number | null
  /** In reading order. */
  items: Item[]
  /** Speaker notes, one string a paragraph. */
  notes: string[]
}

/** A placed thing. `name` is unique on its slide. `alt` null: furniture that a screen reader may pass over. */
export type Item =
  | FilledPlaceholder
  /** `atClick`: it appears at a click, after the clock has been started. */
  | { type: 'text'; name: string; box: Box; anchor: Anchor; paragraphs: Paragraph[]; atClick?: true }
  /** A framed text on the slide's ground that comes at a click and then covers what lies under it. */
  | { type: 'panel'; name: string; box: Box; paragraphs: Paragraph[] }
  /** A straight line from the top left to the bottom right of its box (one of w and h is 0). */
  | { type: 'rule'; name: string; box: Box; weight: number; colour: ColourRole }
  /** An empty frame. */
  | { type: 'frame'; name: string; box: Box; weight: number; colour: ColourRole; alt: string | null }
  /** A bar that empties from the end of the line (the right, or the left of a right-to-left deck) in `seconds`: the clock to look at. Decorative, since the clock stands in words too. */
  | { type: 'bar'; name: string; box: Box; colour: ColourRole; seconds: number; start: ClockStart }
  | TableItem
  /** A picture of the run, by its digest; the device has its bytes. */
  | { type: 'picture'; name: string; box: Box; picture: string; alt: string }

/** A placeholder of the layout, filled. */
export interface FilledPlaceholder {
  type: 'placeholder'
  name: PlaceholderName
  paragraphs: Paragraph[]
  /** It appears at a click, after the clock has been started. */
  atClick?: true
  /** A click on it leads to another slide. */
  link?: SlideLink
}

/** What starts the clock: the slide itself, the instructor's next click, or a click on the bar. */
export type ClockStart = 'slide' | 'click' | 'bar'

/** A native table; the first row is its header. Rules lie under the header, between rows and between columns where a weight is given. */
export interface TableItem {
  type: 'table'
  name: string
  box: Box
  alt: string
  /** Column widths, inches. */
  columns: number[]
  rows: { height: number; cells: Paragraph[][] }[]
  rules: { header: number; row: number; column: number; colour: ColourRole }
}

export interface Paragraph {
  runs: SlideRun[]
  /** From 0. */
  level: number
  /** Numbered items carry their number, bullets null; no list when absent. */
  list?: { number: number | null }
  /** Right-to-left paragraphs are set flush right. */
  rtl?: true
  align?: 'center' | 'left' | 'right'
  /** Points above the paragraph. */
  before?: number
}

/** A stretch of text in one look. `text` holds no line feed, except a lone `\n` for a line break inside the paragraph. */
export interface SlideRun {
  text: string
  size: number
  colour: ColourRole
  strong?: true
  emphasis?: true
  code?: true
  /** A formula, by its source: it has no form in words. */
  math?: true
  /** A piece of a formula in words. */
  formula?: true
  strike?: true
  script?: 'super' | 'sub'
  /** Target of a link (http, https or mailto). */
  href?: string
  /** Id of the slide that it leads to. */
  to?: string
}
