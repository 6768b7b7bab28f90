/**
 * Texts at a size of 1 pt: where their lines may end, and how wide their words are. A title is tried in one size after another, a prompt in one
 * width after another, and a key of forty pages in several sizes; to find this is what takes the time, and it is the same for all: it is kept.
 */

import type { Metrics } from '../metrics.js'
import type { Run } from '../rich.js'
import { breakPlaces } from './breaks.js'
import { usedBy, type Weighed } from './even-lines.js'
import { type Hyphenation, hyphenPlaces } from './hyphens.js'
import type { LineStyle } from './line-model.js'
import { StyledText, scaleOf, widerThanAnyLine } from './styled-text.js'

/** A stretch that stays together: letters `from`–`to`, then blanks up to `next`. Widths at a size of 1 pt. */
export interface Token extends Weighed {
  from: number
  to: number
  next: number
  /** Places inside where it may be cut when it is wider than the line. */
  cuts: number[]
}

/** Tokens up to one that must end its line. */
export interface UnitParagraph {
  tokens: readonly Token[]
  /** What they take on one line, and the widest on a line of its own. */
  natural: number
  widest: number
}

export interface UnitText {
  unit: StyledText
  paragraphs: readonly UnitParagraph[]
  /** The same with words parted, and by which patterns. */
  parted?: { by: Hyphenation; paragraphs: readonly UnitParagraph[] }
}

/** Of fonts: the texts that were broken, by their looks and their letters, and how many letters are in them. */
const knownTexts = new WeakMap<Metrics, { letters: number; looks: Map<string, Map<string, UnitText>> }>()
/** Enough for several sheets; then it begins anew. A sheet of 480 questions has more, and is built as fast with a tenth of it. */
const keptLetters = 60_000

/** The text of runs in a style, whose size is of no matter. */
export function unitText(runs: readonly Run[], style: LineStyle, metrics: Metrics): UnitText {
  let kept = knownTexts.get(metrics)
  if (!kept) {
    kept = { letters: 0, looks: new Map() }
    knownTexts.set(metrics, kept)
  }
  const look = lookOf(runs, style)
  let texts = kept.looks.get(look)
  const text = textOf(runs)
  const known = texts?.get(text)
  if (known) return known
  const unit = new StyledText(runs, style, metrics)
  const made: UnitText = { unit, paragraphs: paragraphsOf(tokensOf(unit, style.lang)) }
  if (kept.letters + text.length > keptLetters) {
    kept.looks.clear()
    kept.letters = 0
    texts = undefined
  }
  if (!texts) {
    texts = new Map()
    kept.looks.set(look, texts)
  }
  texts.set(text, made)
  kept.letters += text.length
  return made
}

/** All but their letters on which the widths of runs and the places of lines hang. */
function lookOf(runs: readonly Run[], style: LineStyle): string {
  let look = `${style.direction} ${style.lang} ${style.formulaMeasure}`
  for (const run of runs) {
    const kind = run.math ? 'math' : run.code ? 'code' : ''
    look += ` ${style.faceOf(run)} ${scaleOf(run, style)} ${kind} ${run.script ?? ''}`
  }
  return look
}

/** The letters of runs, and where each of them ends. */
function textOf(runs: readonly Run[]): string {
  if (runs.length === 1) return (runs[0] as Run).text
  let text = ''
  for (const run of runs) text += `${run.text.length} ${run.text}`
  return text
}

/** The paragraphs of a text, their tokens cut where its words may be parted. */
export function partedParagraphs(text: UnitText, by: Hyphenation): readonly UnitParagraph[] {
  if (text.parted?.by === by) return text.parted.paragraphs
  const { unit } = text
  const places = hyphenPlaces(unit.text, by, (at) => unit.isProse(at))
  let next = 0
  const parted = ({ tokens }: UnitParagraph): UnitParagraph =>
    paragraphOf(
      tokens.flatMap((token) => {
        while ((places[next] ?? Number.POSITIVE_INFINITY) <= token.from) next++
        const inside: number[] = []
        while ((places[next] ?? Number.POSITIVE_INFINITY) < token.to) inside.push(places[next++] as number)
        if (inside.length === 0) return [token]
        const bounds = [token.from, ...inside]
        return bounds.map((from, i) => {
          const to = inside[i]
          if (to === undefined) return measured(unit, from, token.to, token.next, token.last, noCuts)
          return { ...measured(unit, from, to, to, false, noCuts), hyphen: unit.hyphenWidth(to) }
        })
      }),
    )
  const paragraphs = text.paragraphs.map(parted)
  text.parted = { by, paragraphs }
  return paragraphs
}

/** The cuts of a token whose word may not be parted. */
export const noCuts: number[] = []

/** What `trim` takes off. */
const isBlank = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 0x20 || (code < 0x0e && code > 0x08) || (code > 0x9f && /\s/.test(text.charAt(at)))
}

/** Cuts the text where lines may end. Blanks at the start of a paragraph are dropped. */
function tokensOf(unit: StyledText, lang: string | undefined): Token[] {
  const { text } = unit
  const tokens: Token[] = []
  let from = 0
  let cuts = noCuts
  for (const { position, required, discouraged } of breakPlaces(text, lang)) {
    if (discouraged) {
      if (cuts === noCuts) cuts = []
      cuts.push(position)
      continue
    }
    let to = position
    while (to > from && isBlank(text, to - 1)) to--
    const before = tokens.at(-1)
    const last = required || position === text.length
    if (to > from) {
      let start = from
      if (!before || before.last) while (isBlank(text, start)) start++
      tokens.push(measured(unit, start, to, position, last, cuts))
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

/**
 * The letters `from` to `to` of a text as a token, measured at size 1; `next` is where the token behind it begins, `last` is true at the end of a
 * paragraph, `cuts` are the places where its word may be parted.
 */
export function measured(
  unit: StyledText,
  from: number,
  to: number,
  next: number,
  last: boolean,
  cuts: number[],
): Token {
  const hyphen = unit.text.charCodeAt(to - 1) === 0xad ? unit.hyphenWidth(to) : 0
  const gap = last ? 0 : unit.gap(from, to, next)
  const width = to - from > widerThanAnyLine ? Number.POSITIVE_INFINITY : unit.width(from, to)
  return { from, to, next, width, gap, hyphen, last, cuts }
}

/** Tokens up to each one that must end its line. */
function paragraphsOf(tokens: readonly Token[]): UnitParagraph[] {
  const paragraphs: UnitParagraph[] = []
  let from = 0
  tokens.forEach(({ last }, i) => {
    if (!last) return
    paragraphs.push(paragraphOf(from === 0 && i === tokens.length - 1 ? tokens : tokens.slice(from, i + 1)))
    from = i + 1
  })
  return paragraphs
}

function paragraphOf(tokens: readonly Token[]): UnitParagraph {
  let widest = 0
  for (const token of tokens) widest = Math.max(widest, aloneWidth(token))
  return { tokens, natural: usedBy(tokens), widest }
}

/** Width of a token on a line of its own, with the hyphen that it would end in. */
export const aloneWidth = ({ width, hyphen, last }: Token): number => width + (last ? 0 : hyphen)
