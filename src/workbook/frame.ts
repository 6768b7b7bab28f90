/** The frame of a page: its measures from the template, and how a new page begins. */
import type { Log } from '../diagnostics.js'
import type { Template } from '../template/model.js'
import { knownPaper, mm } from '../template/paper.js'
import { rows } from '../template/ruling.js'
import { outerOfDays, printsBacks } from '../template/sides.js'
import type { WorkbookStyle } from '../template/workbook-style.js'
import { type Hyphenation, readHyphenation } from '../text/lines/hyphens.js'
import { breakLines, type LineStyle, type TextLine } from '../text/lines/lines.js'
import type { Metrics } from '../text/metrics.js'
import type { Run } from '../text/rich.js'
import { Canvas, footer, type Look } from './canvas.js'
import { type Element, type Granted, type Page, partOf } from './pages-model.js'
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
  /** Margins of the edge that is bound, and of the other one. */
  inner: number
  outer: number
  /** Which edge of a front side is bound. */
  bound: 'left' | 'right'
  /** Both sides of the paper are printed. */
  duplex: boolean
  /** What begins on front sides: nothing in particular, days, or the summary and the key as well. */
  rectos: 'none' | 'days' | 'all'
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

/** From the hairline of the foot to its baseline, over the size of its words; and the air kept over the hairline, pt. */
const footShare = 4 / 3
const overFoot = 10

/** What laying out a plan needs besides the plan: paper and margins in points, looks of the type, metrics, log, and a canvas without pages. */
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
    inner: mm(style.margins.inner),
    outer: mm(style.margins.outer),
    bound: isBoundRight(style, plan) ? 'right' : 'left',
    duplex: printsBacks(style),
    rectos: style.starts === 'recto' ? 'all' : style.key === 'flip' ? 'days' : 'none',
    pitch: mm(style.ruling.pitch),
    base: mm(style.ruling.pitch) * rows[style.ruling.guides].base,
    top: mm(style.margins.top),
    bottom: height - mm(style.margins.bottom) - overFoot - type.foot * footShare,
    looks,
    said: primary(template.lang) === primary(plan.lang) ? {} : { lang: template.lang },
    positions: positionsOf(plan),
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

/** The desk of day sheets, which leave room for the strip of the key at their outer edge. */
export const daySheetDesk = (desk: Desk): Desk => ({ ...desk, outer: mm(outerOfDays(desk.style)) })

/** A strip at the inner edge would be punched: where it is asked for there, the sheet is bound at the other one. Pages of right-to-left sheets are mirrored when they are done. */
function isBoundRight({ key, fold }: WorkbookStyle, { dir }: WorkbookPlan): boolean {
  return key === 'fold' && fold.edge === (dir === 'rtl' ? 'right' : 'left')
}

/** "en" of "en-GB". */
const primary = (lang: string): string => (lang.split('-')[0] ?? '').toLowerCase()

/** Positions of the questions of a plan, from 1, by their ids. */
export const positionsOf = (plan: WorkbookPlan): ReadonlyMap<string, number> =>
  new Map(questionIds(plan).map((id, i) => [id, i + 1]))

/** The questions of a plan, from the first of its parts that has them. */
function questionIds({ days, key, guide }: WorkbookPlan): string[] {
  if (days.length > 0) return days.flatMap((day) => day.questions.map(({ id }) => id))
  const named = key?.days.flatMap((day) => day.entries) ?? guide?.days.flatMap((day) => day.questions) ?? []
  return named.map(({ question }) => question)
}

/** The column of a page: from the left margin to the right one, mirrored on left pages. */
export function columnOf(page: Pick<Page, 'side'>, { inner, outer, width }: Desk): { left: number; right: number } {
  return page.side === 'right' ? { left: inner, right: width - outer } : { left: outer, right: width - inner }
}

/** Width of the column; the same on both sides. */
export const columnWidth = ({ inner, outer, width }: Desk): number => width - inner - outer

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

/** Begins a page. Pages are numbered one after the other, from the plan's first page on. */
export function beginPage(desk: Desk, kind: Page['kind'], day: string | null): Page {
  return putPage(desk, kind, day, nextNumber(desk))
}

/**
 * Begins the first page of a part, with the number that it has in the whole workbook. Where it begins on a front side, the back before it stays
 * blank if need be: nothing stands on it, not even a number.
 */
export function beginPart(desk: Desk, kind: Page['kind'], day: string | null, keyOf?: string): Page {
  const { canvas, plan, duplex, rectos } = desk
  const next = nextNumber(desk)
  const inFront = rectos === 'all' || (rectos === 'days' && (kind === 'day' || kind === 'brain-dump'))
  const part = partOf({ kind, day, ...(keyOf !== undefined && { keyOf }) })
  const number = plan.numbers[part] ?? (duplex && inFront && next % 2 === 0 ? next + 1 : next)
  // The key alone is printed on the backs of sheets that are there already.
  const isBound = duplex && rectos !== 'none' && plan.days.length > 0
  if (isBound && canvas.pages.length % 2 === number % 2) putPage(desk, 'blank', null, next)
  return putPage(desk, kind, day, number)
}

/**
 * Where days of several sides are to lie open side by side: leaves a page blank, if need be, so that the part begins on a left one.
 * A day that is printed alone, from an even number on, needs none.
 */
export function faceNext(kind: Page['kind'], day: string, desk: Desk): void {
  const { duplex, rectos, style, plan } = desk
  if (!duplex || rectos !== 'none' || style.starts !== 'facing') return
  const next = nextNumber(desk)
  const number = plan.numbers[partOf({ kind, day })] ?? next + (next % 2)
  if (number !== next) putPage(desk, 'blank', null, next)
}

function nextNumber({ canvas, plan }: Desk): number {
  const before = canvas.pages.at(-1)
  return before ? Number(before.label) + 1 : plan.firstPage
}

function putPage(desk: Desk, kind: Page['kind'], day: string | null, number: number): Page {
  const page: Page = {
    label: String(number),
    width: desk.width,
    height: desk.height,
    body: { top: desk.top, bottom: desk.bottom },
    side: sideOf(number, desk),
    kind,
    day,
    questions: [],
    items: [],
    links: [],
  }
  desk.canvas.begin(page)
  return page
}

/** By its place in the document, since a single sheet is a front side, whatever its number; where parts begin on front sides those have odd numbers. */
function sideOf(number: number, { canvas, duplex, rectos, bound }: Desk): Page['side'] {
  const front = !duplex || (rectos !== 'none' ? number % 2 === 1 : canvas.pages.length % 2 === 0)
  return front === (bound === 'left') ? 'right' : 'left'
}

/** The foot of a page: words at the inner edge and in the middle, the page's number at the outer edge. Laid last. */
export function putFoot(page: Page, inner: string, middle: string, desk: Desk): void {
  const { canvas, looks, style } = desk
  const { left, right } = columnOf(page, desk)
  const y = desk.height - mm(style.margins.bottom) - 1
  canvas.turnTo(page)
  canvas.rule(footer, left, right, y - looks.foot.size * footShare, style.frame, style.quietInk)
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
export function placeName(kind: 'q' | 'k', question: string, { positions }: Pick<Desk, 'positions'>): string {
  return `${kind}${String(positions.get(question) ?? 0).padStart(5, '0')}`
}
