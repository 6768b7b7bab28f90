/** Does it fit, and if not, where is it parted? Asked of the metrics of the font that the deck names. */

import { beginnings, endsBehindSpaces } from '../../text/lines/breaks.js'
import { largest } from '../../text/lines/largest.js'
import { breakLines, countLines, type LineStyle, plainFaces, type TextLine } from '../../text/lines/lines.js'
import type { Metrics } from '../../text/metrics.js'
import type { Run } from '../../text/rich.js'
import type { Box, Paragraph, SlideRun } from '../slides-model.js'
import { hangingEms, inWords, type SaidRun } from './paragraphs.js'

/** Line height of Arial and its metric twins, as a multiple of the type size (ascent 0.905 + descent 0.212 + line gap 0.033, rounded). */
const lineFactor = 1.149

/** East Asian fonts that programs take (Yu Gothic, Malgun Gothic, Microsoft YaHei) set their lines wider: up to 1.33. */
const eastAsianFactor = 1.33
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Leading of runs as a multiple of their type size: more with East Asian letters, whose fonts are higher. */
export const factorOf = (runs: readonly { text: string }[]): number =>
  runs.some(({ text }) => eastAsian.test(text)) ? eastAsianFactor : lineFactor

/** Viewers break lines a hair differently; a text that fills a line to the last point would spill in one of them. */
const safety = 0.985

/** The face of a run on a slide: `slide`, or `slide-strong` for bold ones. */
export const faceOf = plainFaces('slide', 'slide-strong')
const styleOf = (size: number): LineStyle => ({ size, faceOf })

const sizeOf = (runs: readonly SlideRun[]): number => Math.max(1, ...runs.map((run) => run.size))

/** Lines of a paragraph in a box `width` inches wide. */
export function linesOf(paragraph: Paragraph, width: number, metrics: Metrics): TextLine[] {
  return breakLines(paragraph.runs, measureOf(paragraph, width), styleOf(sizeOf(paragraph.runs)), metrics)
}

/** What a line of a paragraph may take, in points. */
function measureOf({ runs, level, list }: Paragraph, width: number): number {
  const size = sizeOf(runs)
  const indent = (level + (list ? 1 : 0)) * size * hangingEms
  return Math.max(size, width * 72 * safety - indent)
}

/** Lines of a paragraph in a box `width` inches wide; one for a paragraph without words. Of more than `room`, as many are enough. */
function lineCount(paragraph: Paragraph, size: number, width: number, room: number, metrics: Metrics): number {
  const measure = measureOf(paragraph, width)
  const alone = isOneLine(paragraph.runs, size, measure, metrics)
  if (alone) return 1
  if (alone === false && room < 2 - hair) return 2
  return Math.max(1, countLines(paragraph.runs, measure, styleOf(size), metrics))
}

/** Letters that may stand on a line: an em each would be wide, a sixth of one is narrow. */
const narrowLetter = 1 / 6
/** What surely fits: runs measured one by one may be a hair narrower than they are together. */
const surely = 0.95
/** Nearer to a bound, the lines themselves are asked. */
const hair = 0.01

/** Whether runs stand on one line; null where their lines must be broken to tell. Most on slides are short, and to find where lines may end is what takes the time. */
function isOneLine(runs: readonly SlideRun[], size: number, measure: number, metrics: Metrics): boolean | null {
  let text = ''
  for (const run of runs) {
    text += run.text
    if (run.math || text.length * size * narrowLetter > measure || lineBreak.test(run.text)) return null
  }
  let width = 0
  for (const run of runs) width += metrics.width(run.text, faceOf(run), size)
  if (width <= measure * surely) return true
  // Blanks at its ends take no room.
  if (width * surely > measure) return text.trim() === text ? false : null
  return Math.abs(width - measure) > hair && endsBehindSpaces(text) ? width < measure : null
}

const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/

/** Height of paragraphs in a box `width` inches wide, in points; of more than `most`, as much is enough. */
export function heightOf(
  paragraphs: readonly Paragraph[],
  width: number,
  metrics: Metrics,
  most = Number.POSITIVE_INFINITY,
): number {
  let height = 0
  for (const [i, each] of paragraphs.entries()) {
    const size = sizeOf(each.runs)
    const factor = factorOf(each.runs)
    const before = i === 0 ? 0 : (each.before ?? 0)
    const room = (most - height - before) / (size * factor)
    height = height + lineCount(each, size, width, room, metrics) * size * factor + before
    if (height > most) break
  }
  return height
}

/** True when paragraphs, broken into lines, are no higher than their box. */
export function fits(paragraphs: readonly Paragraph[], box: Box, metrics: Metrics): boolean {
  const most = box.h * 72
  return heightOf(paragraphs, box.w, metrics, most) <= most
}

/** The first of `sizes` (largest first) at which the text fits the box; null when none does. */
export function largestFit(
  set: (size: number) => readonly Paragraph[],
  sizes: readonly number[],
  box: Box,
  metrics: Metrics,
): number | null {
  return sizes.find((size) => fits(set(size), box, metrics)) ?? null
}

/** Paragraphs at the largest of `sizes` at which they fit the box; null when they do at none. */
export function largestSet(
  set: (size: number) => Paragraph[],
  sizes: readonly number[],
  box: Box,
  metrics: Metrics,
): Paragraph[] | null {
  for (const size of sizes) {
    const paragraphs = set(size)
    if (fits(paragraphs, box, metrics)) return paragraphs
  }
  return null
}

/**
 * Paragraphs at the largest of `sizes` (points, largest first) at which all fit the box; when none is small enough, at the smallest, parted into as many
 * boxfuls as it takes.
 */
export function fitted(
  set: (size: number) => Paragraph[],
  sizes: readonly number[],
  box: Box,
  metrics: Metrics,
): Paragraph[][] {
  const whole = largestSet(set, sizes, box, metrics)
  if (whole === null) return partParagraphs(set(sizes.at(-1) ?? 20), box, metrics)
  return whole.length > 0 ? [whole] : []
}

/** No reminder on a slide has room for more letters. */
const reminderLength = 600

/**
 * The runs, or as many of their first words as fit the box as `set` sets them, with "…": for reminders of what has been shown in full.
 * "Why does the moon…" Formulas come back as native text, and may end behind one of their signs.
 */
export function firstWords(
  runs: readonly Run[],
  set: (runs: readonly SaidRun[]) => Paragraph,
  box: Box,
  metrics: Metrics,
): readonly SaidRun[] {
  const passes = (some: readonly SaidRun[]) => fits([set(some)], box, metrics)
  const said = inWords(runs)
  const text = said.map((run) => run.text).join('')
  const whole = text.length <= reminderLength
  if (whole && mayFit(set(said), box, metrics) && passes(said)) return said
  const starts = beginnings(whole ? text : text.slice(0, reminderLength))
  const shortened = (count: number) =>
    withDots(said, (starts[count - 1] ?? text.slice(0, reminderLength)).replace(/[\s\p{P}\p{S}]+$/u, '').length)
  // To break a text into lines takes long, to ask how wide it is does not: what is too wide anyway is not broken.
  const most = largest(1, starts.length, (count) => mayFit(set(shortened(count)), box, metrics))
  let [low, high] = [most, most]
  for (let step = 1; low > 1 && !passes(shortened(low)); step *= 2) {
    high = low - 1
    low = Math.max(1, low - step)
  }
  return shortened(largest(low, high, (count) => passes(shortened(count))))
}

/** The first `length` letters of runs, and "…", which is no part of a formula. */
function withDots(runs: readonly SaidRun[], length: number): SaidRun[] {
  const kept: SaidRun[] = []
  let at = 0
  for (const run of runs) {
    const text = run.text.slice(0, Math.max(0, length - at))
    if (text !== '') kept.push({ ...run, text })
    at += run.text.length
  }
  const last = kept.at(-1)
  if (!last || last.formula || last.math) return [...kept, { text: '…' }]
  return [...kept.slice(0, -1), { ...last, text: `${last.text}…` }]
}

/**
 * Whether a paragraph of plain words may be no wider than all lines of a box together. Blanks at the ends of lines take no room, and texts
 * that run both ways are a hair wider or narrower together than word by word: what is not far too wide may fit.
 */
function mayFit(paragraph: Paragraph, box: Box, metrics: Metrics): boolean {
  const size = sizeOf(paragraph.runs)
  const lines = Math.floor((box.h * 72) / (size * lineFactor))
  const width = paragraph.runs.reduce((sum, run) => sum + metrics.width(run.text, faceOf(run), run.size), 0)
  return width * surely <= lines * measureOf(paragraph, box.w) + (lines - 1) * size
}

/** Width of the widest word in inches: a head of a column must hold it unbroken. */
export function widestWord(text: string, size: number, metrics: Metrics): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => metrics.width(word, 'slide-strong', size))) / 72
}

/**
 * Parts a paragraph into stretches of about the same number of lines, each at most `most` lines. No word is lost:
 * the stretches joined are the paragraph (soft hyphens aside).
 */
export function partRuns(runs: readonly SlideRun[], width: number, most: number, metrics: Metrics): SlideRun[][] {
  const whole = runs.map((run) => ({ ...run, text: run.text.replaceAll('\u00AD', '') }))
  const lines = linesOf({ runs: whole, level: 0 }, width, metrics)
  const count = Math.max(1, Math.ceil(lines.length / Math.max(1, most)))
  const each = Math.ceil(lines.length / count)
  return Array.from({ length: count }, (_, i) => joinLines(lines.slice(i * each, (i + 1) * each), whole)).filter(
    (part) => part.length > 0,
  )
}

/** Lines back to runs, with the space or line break that stood between them. */
function joinLines(lines: readonly TextLine[], runs: readonly SlideRun[]): SlideRun[] {
  const joined: SlideRun[] = []
  lines.forEach((line, i) => {
    for (const fragment of line.fragments) {
      const run = runs[fragment.run]
      if (run) joined.push({ ...run, text: fragment.text })
    }
    const last = joined.at(-1)
    if (last && i < lines.length - 1 && line.end !== 'word') last.text += line.end === 'space' ? ' ' : '\n'
  })
  return mergeRuns(joined)
}

/** Neighbours in the same look become one run. */
function mergeRuns(runs: readonly SlideRun[]): SlideRun[] {
  const lookOf = (run: SlideRun) => JSON.stringify({ ...run, text: '' })
  const merged: SlideRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && lookOf(last) === lookOf(run)) last.text += run.text
    else merged.push({ ...run })
  }
  return merged
}

/**
 * Parts paragraphs into boxfuls, in order. A paragraph that alone is higher than the box is parted between its lines.
 */
export function partParagraphs(paragraphs: readonly Paragraph[], box: Box, metrics: Metrics): Paragraph[][] {
  const parts: Paragraph[][] = []
  let part: Paragraph[] = []
  for (const each of paragraphs.flatMap((one) => boxfuls(one, box, metrics))) {
    if (part.length > 0 && !fits([...part, each], box, metrics)) {
      parts.push(part)
      part = []
    }
    part.push(each)
  }
  if (part.length > 0) parts.push(part)
  return parts
}

function boxfuls(one: Paragraph, box: Box, metrics: Metrics): Paragraph[] {
  if (fits([one], box, metrics)) return [one]
  const most = Math.floor((box.h * 72) / (sizeOf(one.runs) * factorOf(one.runs)))
  const width = box.w - ((one.level + (one.list ? 1 : 0)) * sizeOf(one.runs) * hangingEms) / 72
  const { list: _mark, ...unmarked } = one
  return partRuns(one.runs, width, most, metrics).map((runs, i) => ({ ...(i === 0 ? one : unmarked), runs }))
}
