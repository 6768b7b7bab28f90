/** The frame of a page: its measures from the template, and how a new page begins. */
import type { Log } from '../diagnostics.js'
import type { Template } from '../template/model.js'
import { knownPaper, mm } from '../template/paper.js'
import { rows } from '../template/ruling.js'
import type { WorkbookStyle } from '../template/workbook-style.js'
import { type Hyphenation, readHyphenation } from '../text/hyphens.js'
import { breakLines, type LineStyle, type TextLine } from '../text/lines.js'
import type { Metrics } from '../text/metrics.js'
import type { Run } from '../text/rich.js'
import { Canvas, footer, type Look } from './canvas.js'
import type { Element, Granted, Page } from './pages-model.js'
import type { WorkbookPlan } from './plan-model.js'

/** What all layout steps share. Lengths in pt. */
export interface Desk {
  plan: WorkbookPlan
  template: Template
  style: WorkbookStyle
  metrics: Metrics
  /** How words of the sheet's language are parted; not at all where the template has no patterns for it. */
  hyphens: Hyphenation | undefined
  log: Log
  canvas: Canvas
  width: number
  height: number
  /** Height of a row to write in. */
  pitch: number
  /** Where the rule of a row stands, from its top. */
  base: number
  top: number
  /** Where content ends, above the foot. */
  bottom: number
  looks: Looks
  /** What elements with words of the template add: their language, where the sheet has another. */
  said: Pick<Element, 'lang'>
  /** Positions of questions in the week, from 1, by id. */
  positions: ReadonlyMap<string, number>
  /** What each question got, by its id. */
  granted: Map<string, Granted>
  /** Links from questions to their key entries, hung in when the key is laid. */
  links: QuestionLink[]
}

/** The number of a question on its day sheet, waiting for the page of its key entry. */
export interface QuestionLink {
  page: Page
  element: string
  question: string
  label: string
  x: number
  y: number
  width: number
  height: number
}

/** The looks of labels, from the template's type scale. */
export interface Looks {
  eyebrow: Look
  day: Look
  topic: Look
  number: Look
  label: Look
  labelStrong: Look
  small: Look
  foot: Look
}

/** Height of the line over the further sides of a day. */
export const continuedHeight = 30

/** Room of a further side of a day, pt. */
export const sideHeight = ({ top, bottom }: Desk): number => bottom - top - continuedHeight

/** Height kept for the foot: its hairline, its words and air above them. */
const footHeight = 20

export function openDesk(plan: WorkbookPlan, template: Template, metrics: Metrics, log: Log): Desk {
  const style = template.workbook
  const [width, height] = knownPaper(style.paper).size.map(mm) as [number, number]
  const { type, quietInk } = style
  const looks: Looks = {
    eyebrow: { face: 'label-strong', size: type.eyebrow, ink: quietInk, tracking: type.eyebrow * 0.08 },
    day: { face: 'text-strong', size: type.day, ink: 1 },
    topic: { face: 'text', size: type.topic, ink: 1 },
    number: { face: 'text-strong', size: type.prompt, ink: 1 },
    label: { face: 'label', size: type.label, ink: 1 },
    labelStrong: { face: 'label-strong', size: type.label, ink: 1 },
    small: { face: 'label', size: type.small, ink: quietInk },
    foot: { face: 'label', size: type.foot, ink: quietInk },
  }
  return {
    plan,
    template,
    style,
    metrics,
    hyphens: hyphenationOf(template),
    log,
    canvas: new Canvas(metrics, plan.dir),
    width,
    height,
    pitch: mm(style.ruling.pitch),
    base: mm(style.ruling.pitch) * rows[style.ruling.guides].base,
    top: mm(style.margins.top),
    bottom: height - mm(style.margins.bottom) - footHeight,
    looks,
    said: primary(template.lang) === primary(plan.lang) ? {} : { lang: template.lang },
    positions: new Map(questionIds(plan).map((id, i) => [id, i + 1])),
    granted: new Map(),
    links: [],
  }
}

/** The patterns that were read, by the file of the template. */
const knownPatterns = new WeakMap<object, Hyphenation>()

function hyphenationOf({ hyphens }: Template): Hyphenation | undefined {
  if (!hyphens) return undefined
  const known = knownPatterns.get(hyphens) ?? readHyphenation(() => new TextDecoder().decode(hyphens.bytes))
  knownPatterns.set(hyphens, known)
  return known
}

/** "en" of "en-GB". */
const primary = (lang: string): string => (lang.split('-')[0] ?? '').toLowerCase()

/** The questions of a plan, from the first of its parts that has them. */
function questionIds({ days, key, guide }: WorkbookPlan): string[] {
  if (days.length > 0) return days.flatMap((day) => day.questions.map(({ id }) => id))
  const named = key?.days.flatMap((day) => day.entries) ?? guide?.days.flatMap((day) => day.questions) ?? []
  return named.map(({ question }) => question)
}

/** The column of a page: from the left margin to the right one, mirrored on left pages. */
export function columnOf(page: Pick<Page, 'side'>, { style, width }: Desk): { left: number; right: number } {
  const inner = mm(style.margins.inner)
  const outer = mm(style.margins.outer)
  return page.side === 'right' ? { left: inner, right: width - outer } : { left: outer, right: width - inner }
}

/** Width of the column; the same on both sides. */
export const columnWidth = ({ style, width }: Desk): number => width - mm(style.margins.inner) - mm(style.margins.outer)

/** A style in the direction and the language of the sheet. */
export const ofSheet = (style: LineStyle, { plan, hyphens }: Desk): LineStyle => ({
  ...style,
  direction: plan.dir,
  lang: plan.lang,
  hyphens,
})

/** Breaks runs into lines of `width` pt, in the direction and by the language of the sheet. */
export function setLines(runs: readonly Run[], width: number, style: LineStyle, desk: Desk): TextLine[] {
  return breakLines(runs, width, ofSheet(style, desk), desk.metrics)
}

/** Begins a page. Pages are numbered from the plan's first page on; the first one is a right page. */
export function beginPage(desk: Desk, kind: Page['kind'], day: string | null): Page {
  const number = desk.plan.firstPage + desk.canvas.pages.length
  const page: Page = {
    label: String(number),
    width: desk.width,
    height: desk.height,
    body: { top: desk.top, bottom: desk.bottom },
    // By its place in the document: a single sheet is a front side, whatever its number.
    side: desk.canvas.pages.length % 2 === 0 ? 'right' : 'left',
    kind,
    day,
    questions: [],
    items: [],
    links: [],
  }
  desk.canvas.begin(page)
  return page
}

/** The foot of a page: words at the inner edge and in the middle, the page's number at the outer edge. Laid last. */
export function putFoot(page: Page, inner: string, middle: string, desk: Desk): void {
  const { canvas, looks, style } = desk
  const { left, right } = columnOf(page, desk)
  const y = desk.height - mm(style.margins.bottom) - 1
  canvas.turnTo(page)
  canvas.rule(footer, left, right, y - 10, style.frame, style.quietInk)
  const put = (text: string, place: number) =>
    canvas.words(footer, text, looks.foot, left + (right - left - canvas.widthOf(text, looks.foot)) * place, y)
  const numberAtRight = page.side === 'right'
  put(inner, numberAtRight ? 0 : 1)
  put(middle, 0.5)
  put(page.label, numberAtRight ? 1 : 0)
}

/**
 * Names of destinations are letters and zero-padded digits, since pdfkit sorts them by locale and viewers by bytes:
 * `q` for a question on its sheet, `k` for its key entry, then the position of the question in the week.
 */
export function placeName(kind: 'q' | 'k', question: string, { positions }: Desk): string {
  return `${kind}${String(positions.get(question) ?? 0).padStart(5, '0')}`
}
