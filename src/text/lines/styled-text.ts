/** Runs as one text, which lines are cut from: measured in logical order, placed in the order in which it is drawn (UAX 9). */

import { levelsOf, visualOrder } from '../bidi.js'
import { type Direction, hasRightToLeft, namesIn, paragraphDirection, type Stretch } from '../direction.js'
import type { FaceName, Metrics } from '../metrics.js'
import { printable } from '../printable.js'
import type { Run } from '../rich.js'
import { type FormulaBox, perEm, widthOfStretches } from '../tex/formula.js'
import { largest } from './largest.js'
import type { Fragment, LineStyle, TextLine } from './line-model.js'

/** A word of more letters is wider than any line; it is not measured as a whole, since shaping takes time and memory. */
export const widerThanAnyLine = 2000

const scriptScale = ({ script }: Run): number => (script ? 0.66 : 1)

/** Size of a run that is no typeset formula, as a fraction of the size of its text. */
export const scaleOf = (run: Run, style: Pick<LineStyle, 'codeScale'>): number =>
  (run.code || run.math ? (style.codeScale ?? 1) : 1) * scriptScale(run)

/** How wide the widest stretch of a typeset formula is, as a multiple of the size of its text. */
export const formulaWidth = ({ stretches }: FormulaBox, run: Run): number =>
  (stretches.reduce((widest, { width }) => Math.max(widest, width), 0) * scriptScale(run)) / perEm

/** What is made of the size of a formula so that it fits the measure; 1 as a rule. Its neighbours keep theirs. */
function fittingScale(box: FormulaBox, run: Run, { formulaMeasure }: Pick<LineStyle, 'formulaMeasure'>): number {
  const width = formulaMeasure === undefined ? 0 : formulaWidth(box, run)
  return formulaMeasure === undefined || width <= formulaMeasure ? 1 : formulaMeasure / width
}

/** The box of a run that is a formula; null where it keeps its source, and for words. */
export const boxOf = (run: Run, { faceOf }: Pick<LineStyle, 'faceOf'>, metrics: Metrics): FormulaBox | null =>
  run.math ? (metrics.formula?.(run.text, 'inline', isStrong(faceOf(run))) ?? null) : null

/** Whether a face is one of bold type. */
export const isStrong = (face: FaceName): boolean => face.includes('strong')

/** Stands for a stretch of a formula: a letter without a meaning, which runs from the left and beside which no line ends. */
const stretchLetter = '\uE000'

/** Runs as one text; measures stretches of it, at a size of 1 pt, and cuts lines of any size from it. */
export class StyledText {
  readonly text: string
  /** As they are given, but with a letter a stretch in place of formulas that are typeset. */
  readonly #runs: readonly Run[]
  /** By run. */
  readonly #boxes: readonly (FormulaBox & { source: string })[]
  readonly #starts: number[] = []
  readonly #style: Omit<LineStyle, 'size'>
  readonly #metrics: Metrics
  readonly #direction: Direction
  /** Embedding levels; null when all of the text runs from left to right. */
  readonly #levels: Uint8Array | null

  constructor(runs: readonly Run[], style: Omit<LineStyle, 'size'>, metrics: Metrics) {
    const boxes: (FormulaBox & { source: string })[] = []
    const set = runs.map((run, i) => {
      const box = boxOf(run, style, metrics)
      if (!box) return run
      boxes[i] = { ...box, source: run.text }
      return { ...run, text: stretchLetter.repeat(box.stretches.length) }
    })
    this.#runs = set
    this.#boxes = boxes
    this.#style = style
    this.#metrics = metrics
    let text = ''
    for (const run of set) {
      this.#starts.push(text.length)
      text += run.text
    }
    this.text = text
    this.#direction = paragraphDirection(text, style.direction ?? 'ltr')
    const mixed = this.#direction === 'rtl' || hasRightToLeft(text)
    this.#levels = mixed ? levelsOf(text, this.#direction, isolatedStretches(set, this.#starts)) : null
  }

  /** The letters `from`–`to` at a size of 1 pt as fragments, one per run and level, one behind the other as they are read. */
  #fragments(from: number, to: number): Fragment[] {
    if (this.#levels === null) return this.#stretch(from, to, '', 1)
    return this.#leveled(from, to, '', 1).flatMap(({ fragments }) => fragments)
  }

  /** Stretches of one level each. */
  #leveled(from: number, to: number, suffix: string, size: number): { level: number; fragments: Fragment[] }[] {
    const found: { level: number; fragments: Fragment[] }[] = []
    let x = 0
    for (let start = from; start < to; ) {
      const level = this.#levels?.[start] ?? 0
      let end = start + 1
      while (end < to && this.#levels?.[end] === level) end++
      const fragments = this.#stretch(start, end, end === to ? suffix : '', size, x, level % 2 === 1)
      x = endOf(fragments) || x
      if (fragments.length > 0) found.push({ level, fragments })
      start = end
    }
    return found
  }

  #stretch(from: number, to: number, suffix: string, ofText: number, left = 0, rtl = false): Fragment[] {
    const fragments: Fragment[] = []
    let x = left
    for (let i = this.#runAt(from); i < this.#runs.length; i++) {
      const start = this.#starts[i] ?? 0
      const run = this.#runs[i]
      if (start >= to || !run) break
      const end = start + run.text.length
      const box = this.#boxes[i]
      if (box) {
        const fragment = this.#formula(box, Math.max(from, start) - start, Math.min(to, end) - start, i, x, ofText)
        fragments.push(fragment)
        x += fragment.width
        continue
      }
      const text = printable(run.text.slice(Math.max(from, start) - start, Math.min(to, end) - start))
      const hyphen = end >= to ? suffix : ''
      if (text === '' && hyphen === '') continue
      const face = this.#style.faceOf(run)
      const size = ofText * scaleOf(run, this.#style)
      const rise = riseOf(run, ofText)
      const put = (words: string, soft: boolean) => {
        if (words === '') return
        const width = this.#metrics.width(words, face, size)
        fragments.push({ text: words, face, size, x, width, rise, run: i, ...(rtl && { rtl }), ...(soft && { soft }) })
        x += width
      }
      put(text, false)
      put(hyphen, true)
    }
    return fragments
  }

  /** The stretches `from`–`to` of a formula. */
  #formula(
    { source, stretches: all }: FormulaBox & { source: string },
    from: number,
    to: number,
    i: number,
    x: number,
    ofText: number,
  ) {
    const run = this.#runs[i] as Run
    const scale = fittingScale({ stretches: all }, run, this.#style)
    const size = ofText * scale * scriptScale(run)
    const stretches = all.slice(from, to)
    const formula = {
      source,
      stretches,
      scale,
      ...(from > 0 && { goesOn: true as const }),
    }
    const width = (widthOfStretches(stretches) * size) / perEm
    return { text: '', face: this.#style.faceOf(run), size, x, width, rise: riseOf(run, ofText), run: i, formula }
  }

  width(from: number, to: number): number {
    if (from >= to) return 0
    const i = this.#runAt(from)
    const run = this.#runs[i]
    const start = this.#starts[i] ?? 0
    // Most words are part of one run.
    if (!run || this.#levels !== null || this.#boxes[i] || to > start + run.text.length)
      return endOf(this.#fragments(from, to))
    const text = printable(run.text.slice(from - start, to - start))
    const size = scaleOf(run, this.#style)
    return text === '' ? 0 : this.#metrics.width(text, this.#style.faceOf(run), size)
  }

  /** Width of the blanks `to`–`next` behind the word that begins at `from`: the word may lend them its font. */
  gap(from: number, to: number, next: number): number {
    if (this.#levels === null || to - from > widerThanAnyLine) return this.width(to, next)
    return this.width(from, next) - this.width(from, to)
  }

  /** The letters `from`–`to` as a line of `size` pt, its fragments where they are drawn. */
  line(from: number, to: number, suffix: string, end: TextLine['end'], size: number): TextLine {
    if (this.#levels === null) {
      const fragments = this.#stretch(from, to, suffix, size)
      return { fragments, width: endOf(fragments), end, ...this.#reach(fragments) }
    }
    const leveled = this.#leveled(from, to, suffix, size)
    const parts = leveled.flatMap(({ level, fragments }) => fragments.map((fragment) => ({ level, fragment })))
    const fragments = parts.map(({ fragment }) => fragment)
    const width = endOf(fragments)
    let x = 0
    for (const i of visualOrder(parts.map(({ level }) => level))) {
      const fragment = fragments[i] as Fragment
      fragment.x = x
      x += fragment.width
    }
    return { fragments, width, end, ...(this.#direction === 'rtl' && { rtl: true }), ...this.#reach(fragments) }
  }

  /** As that of the line. */
  lineWidth(from: number, to: number, suffix: string, size: number): number {
    if (this.#levels !== null || this.#boxes.length > 0) return this.line(from, to, suffix, 'stop', size).width
    let width = 0
    for (let i = this.#runAt(from); i < this.#runs.length; i++) {
      const start = this.#starts[i] ?? 0
      const run = this.#runs[i]
      if (start >= to || !run) break
      const text = printable(run.text.slice(Math.max(from, start) - start, to - start))
      const own = size * scaleOf(run, this.#style)
      for (const words of [text, start + run.text.length >= to ? suffix : ''])
        if (words !== '') width += this.#metrics.width(words, this.#style.faceOf(run), own)
    }
    return width
  }

  #reach(fragments: readonly Fragment[]): Pick<TextLine, 'reach'> {
    if (this.#boxes.length === 0) return {}
    const boxes = fragments.flatMap(({ formula, size, rise }) =>
      (formula?.stretches ?? []).map(({ ascent, descent }) => ({
        over: (ascent * size) / perEm + rise,
        under: (descent * size) / perEm - rise,
      })),
    )
    if (boxes.length === 0) return {}
    return {
      reach: { over: Math.max(...boxes.map(({ over }) => over)), under: Math.max(...boxes.map(({ under }) => under)) },
    }
  }

  hyphenWidth(at: number): number {
    const run = this.#runs[this.#runAt(at - 1)]
    return run ? this.#metrics.width('-', this.#style.faceOf(run), 1) : 0
  }

  /** Whether the letter there is one of words: not of code, a formula, a raised or lowered sign. */
  isProse(at: number): boolean {
    const run = this.#runs[this.#runAt(at)]
    return run !== undefined && !run.code && !run.math && !run.script
  }

  #runAt(position: number): number {
    if (this.#starts.length === 1) return 0
    return largest(0, this.#starts.length - 1, (at) => (this.#starts[at] ?? 0) <= position)
  }
}

/** What keeps its own order in any script: in `-m` the dash stands first, and "02_notes.md" begins with its number. */
function isolatedStretches(runs: readonly Run[], starts: readonly number[]): Stretch[] {
  const stretches: Stretch[] = []
  runs.forEach(({ code, math, text: own }, i) => {
    const start = starts[i] ?? 0
    if (own === '') return
    if (code || math) stretches.push([start, start + own.length])
    else for (const [from, to] of namesIn(own)) stretches.push([start + from, start + to])
  })
  return stretches
}

const riseOf = ({ script }: Run, size: number): number =>
  script === 'super' ? size * 0.34 : script === 'sub' ? -size * 0.14 : 0

/** Where the last of fragments that stand one behind the other ends. */
const endOf = (fragments: readonly Fragment[]): number => {
  const last = fragments.at(-1)
  return last ? last.x + last.width : 0
}
