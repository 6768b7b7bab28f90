/**
 * Line breaking: runs and a width → lines.
 *
 * As few lines as greedy breaking needs, and among those the most even ones (least squares of the space left at line ends).
 * A citation, a number with its unit and the like stay on one line (`breaks.ts`); a word wider than the line is cut, never lost.
 * Where a narrow measure would leave a hole words are parted by hyphens, if the style says how (`hyphens.ts`).
 * Lines are broken in logical order; then each one is put in the order in which it is drawn (UAX 9).
 */

import { breakPlaces } from './breaks.js'
import { evenLines, fewestLines, type Measure, usedBy, type Weighed } from './even-lines.js'
import { perEm } from './formula.js'
import { graphemesOf } from './graphemes.js'
import { type Hyphenation, hyphenPlaces } from './hyphens.js'
import { largest } from './largest.js'
import type { LineStyle, TextLine } from './line-model.js'
import type { Metrics } from './metrics.js'
import type { Run } from './rich.js'
import { boxOf, StyledText, scaleOf, widerThanAnyLine } from './styled-text.js'

export type { Fragment, LineStyle, TextLine } from './line-model.js'
export { plainFaces, textFace } from './run-faces.js'

/** Breaks runs into lines no wider than `width` pt. Runs without words give no lines. */
export function breakLines(runs: readonly Run[], width: number, style: LineStyle, metrics: Metrics): TextLine[] {
  return linesToBe(runs, width, style, metrics).map((make) => make())
}

/** As `breakLines`, for lines that may never be seen: each is made when it is asked for. */
export function linesToBe(
  runs: readonly Run[],
  width: number,
  wanted: LineStyle,
  metrics: Metrics,
): (() => TextLine)[] {
  const style = withFittingFormulas(runs, width, wanted, metrics)
  let text: StyledText | null = null
  const lines: (() => TextLine)[] = []
  const measure = measureOf(width, style)
  const known = unitText(runs, style, metrics)
  const whole = wholeParagraphs(known)
  const set = whole.map((tokens) => setParagraph(tokens, measure, known.unit))
  const { hyphens } = style
  const wishes = set.map((lines, i) => (hyphens ? wishOf(whole[i] ?? [], lines, measure, style) : 'none'))
  const parted = hyphens && wishes.some((wish) => wish !== 'none') ? paragraphsOf(partedTokens(known, hyphens)) : []
  set.forEach((asIs, i) => {
    const better = wishes[i] === 'none' ? asIs : setParagraph(parted[i] ?? [], measure, known.unit)
    const chosen = wishes[i] === 'parts' || better.length < asIs.length ? better : asIs
    for (const line of chosen)
      lines.push(() => {
        text ??= new StyledText(runs, style, metrics)
        return lineOf(line, text)
      })
  })
  return lines
}

/** The style, with formulas smaller where a stretch of one is wider than the measure. */
function withFittingFormulas(runs: readonly Run[], width: number, style: LineStyle, metrics: Metrics): LineStyle {
  if (!metrics.formula) return style
  const widths = runs.flatMap((run) => {
    const scale = (style.size * scaleOf(run, style, true)) / perEm
    return boxOf(run, style, metrics)?.stretches.map((stretch) => stretch.width * scale) ?? []
  })
  const widest = Math.max(0, ...widths)
  return widest <= width ? style : { ...style, formulaScale: ((style.formulaScale ?? 1) * width) / widest }
}

/** A measure of more ems is wide: words are not parted to fill it. */
const narrow = 25
/** The part of a line that is a hole when it stays empty. */
const hole = 0.5

function setParagraph(tokens: readonly Token[], measure: Measure, unit: StyledText): Token[][] {
  return evenLines(fitting(tokens, measure.width, unit), measure)
}

/** Whether words are to be parted by hyphens: yes; where that saves a line; or no. */
function wishOf(
  tokens: readonly Token[],
  lines: readonly Token[][],
  { width }: Measure,
  { fillsWithHyphens }: LineStyle,
): 'parts' | 'shorter' | 'none' {
  if (tokens.some((token) => aloneWidth(token) > width)) return 'parts'
  if (!fillsWithHyphens || width > narrow || lines.length < 2) return 'none'
  if (lines.slice(0, -1).some((line) => width - usedBy(line) > width * hole)) return 'parts'
  return usedBy(tokens) <= (lines.length - 1) * width ? 'shorter' : 'none'
}

/** How many lines `breakLines` gives, without making them. */
export function countLines(runs: readonly Run[], width: number, wanted: LineStyle, metrics: Metrics): number {
  const style = withFittingFormulas(runs, width, wanted, metrics)
  const known = unitText(runs, style, metrics)
  const measure = measureOf(width, style)
  let count = 0
  for (const paragraph of wholeParagraphs(known)) {
    count += fewestLines(fitting(paragraph, measure.width, known.unit), measure)
  }
  return count
}

/** How wide runs are without a line break, and how wide the widest stretch is that no line break may part; pt. */
export function widthsOf(
  runs: readonly Run[],
  style: LineStyle,
  metrics: Metrics,
): { natural: number; widest: number } {
  const { tokens } = unitText(runs, style, metrics)
  return {
    natural: Math.max(0, ...paragraphsOf(tokens).map(usedBy)) * style.size,
    widest: Math.max(0, ...tokens.map(aloneWidth)) * style.size,
  }
}

/** All runs on one line, however long. */
export function oneLine(runs: readonly Run[], style: LineStyle, metrics: Metrics): TextLine {
  const text = new StyledText(runs, style, metrics)
  return text.line(0, text.text.length, '', 'stop')
}

/** What a line may be wider than the width, for the sake of rounding; pt. */
const slack = 0.001

const measureOf = (width: number, { size }: LineStyle): Measure => ({ width: width / size, slack: slack / size })

/** A text at a size of 1 pt: where its lines may end, and how wide its words are. */
interface UnitText {
  unit: StyledText
  tokens: readonly Token[]
  /** The tokens, up to each that must end its line. */
  paragraphs?: readonly (readonly Token[])[]
  /** The tokens with their words parted, and by which patterns. */
  parted?: { by: Hyphenation; tokens: readonly Token[] }
}

function wholeParagraphs(text: UnitText): readonly (readonly Token[])[] {
  text.paragraphs ??= paragraphsOf(text.tokens)
  return text.paragraphs
}

/** The tokens of a text, cut where its words may be parted. */
function partedTokens(text: UnitText, by: Hyphenation): readonly Token[] {
  if (text.parted?.by === by) return text.parted.tokens
  const { unit } = text
  const places = hyphenPlaces(unit.text, by, (at) => unit.isProse(at))
  let next = 0
  const tokens = text.tokens.flatMap((token) => {
    while ((places[next] ?? Number.POSITIVE_INFINITY) <= token.from) next++
    const inside: number[] = []
    while ((places[next] ?? Number.POSITIVE_INFINITY) < token.to) inside.push(places[next++] as number)
    if (inside.length === 0) return [token]
    const bounds = [token.from, ...inside]
    return bounds.map((from, i) => {
      const to = inside[i]
      if (to === undefined) return measured({ ...token, from, cuts: noCuts }, unit)
      return { ...measured({ from, to, next: to, last: false, cuts: noCuts }, unit), hyphen: unit.hyphenWidth(to) }
    })
  })
  text.parted = { by, tokens }
  return tokens
}

/**
 * The texts that were broken, with the letters in them. A title is tried in one size after another, a prompt in one width after another, and
 * a key of forty pages in several sizes; finding where lines may end and how wide words are is what takes the time, and it is the same for all.
 */
const knownTexts = new WeakMap<Metrics, { letters: number; texts: Map<string, UnitText> }>()
/** Enough for the key of a large sheet; then it begins anew. */
const keptLetters = 300_000

function unitText(runs: readonly Run[], style: LineStyle, metrics: Metrics): UnitText {
  const kept = knownTexts.get(metrics) ?? { letters: 0, texts: new Map<string, UnitText>() }
  knownTexts.set(metrics, kept)
  let key = `${style.direction} ${style.lang}`
  for (const run of runs)
    key += ` ${run.text.length} ${style.faceOf(run)} ${scaleOf(run, style)} ${run.code || run.math ? 1 : 0}`
  if (style.formulaScale !== undefined) key += ` ${style.formulaScale}`
  for (const run of runs) key += `\n${run.text}`
  const known = kept.texts.get(key)
  if (known) return known
  const unit = new StyledText(runs, { ...style, size: 1 }, metrics)
  const made: UnitText = { unit, tokens: tokensOf(unit, style.lang) }
  if (kept.letters + key.length > keptLetters) {
    kept.texts.clear()
    kept.letters = 0
  }
  kept.texts.set(key, made)
  kept.letters += key.length
  return made
}

/** A stretch that stays together: letters `from`–`to`, then blanks up to `next`. Widths at a size of 1 pt. */
interface Token extends Weighed {
  from: number
  to: number
  next: number
  /** Places inside where it may be cut when it is wider than the line. */
  cuts: number[]
}

function lineOf(tokens: readonly Token[], text: StyledText): TextLine {
  const first = tokens[0] as Token
  const last = tokens.at(-1) as Token
  const end = last.last ? 'stop' : last.next > last.to ? 'space' : 'word'
  return text.line(first.from, last.to, last.hyphen > 0 && !last.last ? '-' : '', end)
}

const noCuts: number[] = []
/** What `trim` takes off. */
const isBlank = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 0x20 || (code < 0x0e && code > 0x08) || (code > 0x9f && /\s/.test(text.charAt(at)))
}

/** Cuts the text where lines may end. Blanks at the start of a paragraph are dropped. */
function tokensOf(text: StyledText, lang: string | undefined): Token[] {
  const tokens: Token[] = []
  let from = 0
  let cuts = noCuts
  for (const { position, required, discouraged } of breakPlaces(text.text, lang)) {
    if (discouraged) {
      if (cuts === noCuts) cuts = []
      cuts.push(position)
      continue
    }
    let to = position
    while (to > from && isBlank(text.text, to - 1)) to--
    const before = tokens.at(-1)
    const last = required || position === text.text.length
    if (to > from) {
      let start = from
      if (!before || before.last) while (isBlank(text.text, start)) start++
      tokens.push(measured({ from: start, to, next: position, last, cuts }, text))
    } else if (before && !before.last) {
      before.last = last
    }
    from = position
    cuts = noCuts
  }
  const end = tokens.at(-1)
  if (end) end.last = true
  return tokens
}

type Stretch = Pick<Token, 'from' | 'to' | 'next' | 'last' | 'cuts'>

function measured({ from, to, next, last, cuts }: Stretch, text: StyledText): Token {
  const hyphen = text.text[to - 1] === '\u00AD' ? text.hyphenWidth(to) : 0
  const gap = last ? 0 : text.gap(from, to, next)
  const width = to - from > widerThanAnyLine ? Number.POSITIVE_INFINITY : text.width(from, to)
  return { from, to, next, width, gap, hyphen, last, cuts }
}

/** Tokens up to each one that must end its line. */
function paragraphsOf(tokens: readonly Token[]): Token[][] {
  const paragraphs: Token[][] = []
  let paragraph: Token[] = []
  for (const token of tokens) {
    paragraph.push(token)
    if (!token.last) continue
    paragraphs.push(paragraph)
    paragraph = []
  }
  return paragraphs
}

/** Cuts tokens that are wider than the line: at a discouraged place when one fits, else between two letters. */
function fitting(tokens: readonly Token[], width: number, text: StyledText): readonly Token[] {
  if (tokens.every((token) => aloneWidth(token) <= width)) return tokens
  return tokens.flatMap((token) => (aloneWidth(token) <= width ? [token] : cutToken(token, width, text)))
}

/** What a token takes on a line of its own. */
const aloneWidth = ({ width, hyphen, last }: Token): number => width + (last ? 0 : hyphen)

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
    parts.push(measured({ from, to: end, next: end, last: false, cuts: noCuts }, text))
    from = end
    while ((letters[next] ?? token.to + 1) <= from) next++
  }
  return [...parts, measured({ ...token, from }, text)]
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
