/**
 * Line breaking: runs and a width → lines.
 *
 * As few lines as greedy breaking needs, and among those the most even ones (least squares of the space left at line ends).
 * A citation, a number with its unit and the like stay on one line (`breaks.ts`); a word wider than the line is cut, never lost.
 * Where a narrow measure would leave a hole words are parted by hyphens, if the style says how (`hyphens.ts`).
 * Lines are broken in logical order; then each one is put in the order in which it is drawn (UAX 9).
 */

import type { Metrics } from '../metrics.js'
import type { Run } from '../rich.js'
import { evenLines, fewestLines, type Measure, usedBy } from './even-lines.js'
import { graphemesOf } from './graphemes.js'
import { largest } from './largest.js'
import type { LineStyle, TextLine } from './line-model.js'
import { boxOf, formulaWidth, StyledText } from './styled-text.js'
import {
  aloneWidth,
  measured,
  noCuts,
  partedParagraphs,
  type Token,
  type UnitParagraph,
  type UnitText,
  unitText,
} from './unit-text.js'

export { plainFaces, textFace } from '../fonts/run-faces.js'
export type { Fragment, LineStyle, TextLine } from './line-model.js'

/** Breaks runs into lines no wider than `width` pt. Runs without words give no lines. */
export function breakLines(runs: readonly Run[], width: number, style: LineStyle, metrics: Metrics): TextLine[] {
  const lines = linesToBe(runs, width, style, metrics)
  return Array.from({ length: lines.count }, (_, i) => lines.line(i))
}

/** Lines that may never be seen: each is made when it is asked for. */
export interface LinesToBe {
  count: number
  line(i: number): TextLine
  /** As that of the line, pt. */
  widthOf(i: number): number
}

const noLine = (i: number): never => {
  throw new Error(`No line ${i}`)
}
const noLines: LinesToBe = { count: 0, line: noLine, widthOf: noLine }

/** As `breakLines`, for lines that may never be seen. */
function linesToBe(runs: readonly Run[], width: number, wanted: LineStyle, metrics: Metrics): LinesToBe {
  if (runs.length === 0) return noLines
  const style = withFittingFormulas(runs, width, wanted, metrics)
  return linesOf(unitText(runs, style, metrics), width, style, style.size)
}

/** A text that is broken in one style in several widths and sizes; `style.size` is of no matter. */
export class SizelessText {
  readonly #runs: readonly Run[]
  readonly #style: LineStyle
  readonly #metrics: Metrics
  /** Null where the size of formulas hangs on the width. */
  readonly #known: UnitText | null

  constructor(runs: readonly Run[], style: LineStyle, metrics: Metrics) {
    this.#runs = runs
    this.#style = style
    this.#metrics = metrics
    this.#known = runs.some(({ math }) => math) ? null : unitText(runs, style, metrics)
  }

  /** How many lines it takes. */
  count(width: number, size: number): number {
    const { paragraphs } = this.#known ?? { paragraphs: [] }
    const [only] = paragraphs
    // Most are short.
    if (only && paragraphs.length === 1 && isOneLine(only, width / size)) return 1
    return this.lines(width, size).count
  }

  lines(width: number, size: number): LinesToBe {
    return this.#known
      ? linesOf(this.#known, width, this.#style, size)
      : linesToBe(this.#runs, width, { ...this.#style, size }, this.#metrics)
  }
}

const linesOf = (known: UnitText, width: number, style: LineStyle, size: number): LinesToBe =>
  new UnitLines(known.unit, setParagraphs(known, measureOf(width, size), style), size)

class UnitLines implements LinesToBe {
  readonly #unit: StyledText
  readonly #lines: readonly (readonly Token[])[]
  readonly #size: number

  constructor(unit: StyledText, lines: readonly (readonly Token[])[], size: number) {
    this.#unit = unit
    this.#lines = lines
    this.#size = size
  }

  get count(): number {
    return this.#lines.length
  }

  line(i: number): TextLine {
    return lineOf(this.#lines[i] ?? noLine(i), this.#unit, this.#size)
  }

  widthOf(i: number): number {
    return this.#unit.lineWidth(...boundsOf(this.#lines[i] ?? noLine(i)), this.#size)
  }
}

function setParagraphs(known: UnitText, measure: Measure, style: LineStyle): (readonly Token[])[] {
  const { paragraphs, unit } = known
  const [only] = paragraphs
  if (only && paragraphs.length === 1 && isOneLine(only, measure.width)) return [only.tokens]
  const { hyphens } = style
  const set = paragraphs.map((paragraph) => setParagraph(paragraph, measure, unit))
  const wishes = set.map((lines, i) =>
    hyphens ? wishOf(paragraphs[i] as UnitParagraph, lines, measure, style) : 'none',
  )
  if (!hyphens || wishes.every((wish) => wish === 'none')) return set.flat()
  const parted = partedParagraphs(known, hyphens)
  return set.flatMap((asIs, i) => {
    if (wishes[i] === 'none') return asIs
    const better = setParagraph(parted[i] as UnitParagraph, measure, unit)
    return wishes[i] === 'parts' || better.length < asIs.length ? better : asIs
  })
}

/** Whether a paragraph stands on one line as it is. */
const isOneLine = ({ natural, widest }: UnitParagraph, width: number): boolean => natural <= width && widest <= width

/** The style, with formulas smaller that have a stretch wider than the measure. */
function withFittingFormulas(runs: readonly Run[], width: number, style: LineStyle, metrics: Metrics): LineStyle {
  if (!metrics.formula) return style
  const formulaMeasure = width / style.size
  const isWide = (run: Run): boolean => {
    const box = boxOf(run, style, metrics)
    return box !== null && formulaWidth(box, run) > formulaMeasure
  }
  return runs.some(isWide) ? { ...style, formulaMeasure } : style
}

/** A measure of more ems is wide: words are not parted to fill it. */
const narrow = 25
/** The part of a line that is a hole when it stays empty. */
const hole = 0.5

function setParagraph(paragraph: UnitParagraph, measure: Measure, unit: StyledText): (readonly Token[])[] {
  if (isOneLine(paragraph, measure.width)) return [paragraph.tokens]
  return evenLines(fitting(paragraph, measure.width, unit), measure)
}

/** Whether words are to be parted by hyphens: yes; where that saves a line; or no. */
function wishOf(
  { widest, natural }: UnitParagraph,
  lines: readonly (readonly Token[])[],
  { width }: Measure,
  { fillsWithHyphens }: LineStyle,
): 'parts' | 'shorter' | 'none' {
  if (widest > width) return 'parts'
  if (!fillsWithHyphens || width > narrow || lines.length < 2) return 'none'
  if (lines.slice(0, -1).some((line) => width - usedBy(line) > width * hole)) return 'parts'
  return natural <= (lines.length - 1) * width ? 'shorter' : 'none'
}

/** How many lines `breakLines` gives, without making them. */
export function countLines(runs: readonly Run[], width: number, wanted: LineStyle, metrics: Metrics): number {
  const style = withFittingFormulas(runs, width, wanted, metrics)
  const { paragraphs, unit } = unitText(runs, style, metrics)
  const measure = measureOf(width, style.size)
  let count = 0
  for (const paragraph of paragraphs)
    count += isOneLine(paragraph, measure.width) ? 1 : fewestLines(fitting(paragraph, measure.width, unit), measure)
  return count
}

/** How wide runs are without a line break, and how wide the widest stretch is that no line break may part; pt. */
export function widthsOf(
  runs: readonly Run[],
  style: LineStyle,
  metrics: Metrics,
): { natural: number; widest: number } {
  const { paragraphs } = unitText(runs, style, metrics)
  return {
    natural: Math.max(0, ...paragraphs.map(({ natural }) => natural)) * style.size,
    widest: Math.max(0, ...paragraphs.map(({ widest }) => widest)) * style.size,
  }
}

/** All runs on one line, however long. */
export function oneLine(runs: readonly Run[], style: LineStyle, metrics: Metrics): TextLine {
  const text = new StyledText(runs, style, metrics)
  return text.line(0, text.text.length, '', 'stop', style.size)
}

/** What a line may be wider than the width, for the sake of rounding; pt. */
const slack = 0.001

const measureOf = (width: number, size: number): Measure => ({ width: width / size, slack: slack / size })

function lineOf(tokens: readonly Token[], text: StyledText, size: number): TextLine {
  const last = tokens.at(-1) as Token
  const end = last.last ? 'stop' : last.next > last.to ? 'space' : 'word'
  return text.line(...boundsOf(tokens), end, size)
}

/** Where a line begins and ends, and the hyphen that it ends with. */
function boundsOf(tokens: readonly Token[]): [from: number, to: number, suffix: string] {
  const first = tokens[0] as Token
  const last = tokens.at(-1) as Token
  return [first.from, last.to, last.hyphen > 0 && !last.last ? '-' : '']
}

/** Cuts tokens that are wider than the line: at a discouraged place when one fits, else between two letters. */
function fitting({ tokens, widest }: UnitParagraph, width: number, text: StyledText): readonly Token[] {
  if (widest <= width) return tokens
  return tokens.flatMap((token) => (aloneWidth(token) <= width ? [token] : cutToken(token, width, text)))
}

/**
 * Cuts a token into stretches that fit. Only about a line's letters are measured at a time, so that a word of a million
 * letters costs as much a line as one of a hundred.
 */
function cutToken(token: Token, width: number, text: StyledText): Token[] {
  // A soft hyphen is no letter: it stays with the one before it, and shows where the line ends behind it.
  const letters: number[] = []
  let at = token.from
  for (const letter of graphemesOf(text.text.slice(token.from, token.to))) {
    if (letter !== '\u00AD') letters.push(at)
    at += letter.length
  }
  letters.push(token.to)
  const fits = (from: number, to: number) =>
    text.width(from, to) + (to === token.to && !token.last ? token.hyphen : 0) <= width
  const parts: Token[] = []
  let from = token.from
  let next = letters.findIndex((place) => place > from)
  let cut = 0
  for (;;) {
    const furthest = lastFitting(letters, next, from, fits)
    const place = letters[furthest] ?? token.to
    if (place >= token.to) break
    while ((token.cuts[cut + 1] ?? token.to) <= place) cut++
    const inside = token.cuts[cut] ?? 0
    const end = inside > from && inside <= place ? inside : place
    parts.push(measured(text, from, end, end, false, noCuts))
    from = end
    while ((letters[next] ?? token.to + 1) <= from) next++
  }
  return [...parts, measured(text, from, token.to, token.next, token.last, token.cuts)]
}

/** Index of the furthest place from `first` on up to which the letters fit; at least one letter is taken. Places rise. */
function lastFitting(
  places: readonly number[],
  first: number,
  from: number,
  fits: (from: number, to: number) => boolean,
): number {
  let reach = 16
  while (first + reach < places.length && fits(from, places[first + reach] as number)) reach *= 2
  return largest(first, Math.min(first + reach, places.length - 1), (at) => fits(from, places[at] as number))
}
