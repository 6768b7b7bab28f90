/** Test and fold: questions at the left; at the right, to be folded back, where to look or the answer. */
import { plainFaces, textFace } from '../../text/lines/lines.js'
import { plainText, type Run } from '../../text/rich.js'
import { furniture, ownedBy, pagination } from '../canvas.js'
import { columnOf, columnWidth, type Desk } from '../frame.js'
import { beginExplained } from '../heads/instruction.js'
import { lineWithFormulas } from '../heads/label-line.js'
import { continuedTop, turnOver } from '../heads/plain-head.js'
import type { Element } from '../pages-model.js'
import type { KeyEntryPlan, TestAndFoldPlan, TestAndFoldRow } from '../plan-model.js'
import { headingRuns } from '../prose/heading-runs.js'
import { paragraphStrips, proseStrips } from '../prose/prose.js'
import type { ProseStyle } from '../prose/prose-style.js'
import { sectionRuns } from '../prose/section-runs.js'
import { type Column, drawStrips, heightOf, lazily, room, type Strip } from '../prose/strips.js'
import { dashes } from './dashes.js'

/** Share of the width that is folded back. */
const foldedShare = 0.36
/** Air at both sides of the fold. */
const beside = 10
/** Room for the label of a question. */
const labelWidth = 42
/** On a narrower column the label stands over its question. */
const leastWidth = 400
/** Boxes to tick, one for each time that it was known: not square, so that they are no checkboxes of a question. */
const ticks = { count: 3, width: 13, height: 9, gap: 4 }
const ticksWidth = ticks.count * (ticks.width + ticks.gap)
const headHeight = 16
/** Air over and under the words of a row. */
const air = 5

/** The columns of a page. */
interface Columns {
  left: number
  question: Column
  ticks: number
  fold: number
  folded: Column
  right: number
}

/** Lays pages of questions at the left and answers at the right, to be folded between. */
export function layTestAndFold(plan: TestAndFoldPlan, desk: Desk): void {
  const { canvas, style } = desk
  const { words } = style
  const { section, end } = beginExplained('test-and-fold', words.testAndFold, words.testAndFoldSay, desk)
  let top = end + 12
  const table = canvas.element(section, 'Table')
  let y = putHeads(top, table, desk)
  const endPage = (): void => dashes(columnsOf(desk).fold, top, columnsOf(desk).fold, y, desk)
  const turn = (): void => {
    endPage()
    top = turnOver({ kind: 'test-and-fold', day: null, name: [{ text: words.testAndFold }], nameField: false }, desk)
    y = putHeads(top, null, desk)
  }
  for (const { heading, rows } of plan.days) {
    rows.forEach((row, i) => {
      const strips = [...(i === 0 ? [dayStrip(heading, table, desk)] : []), ...rowStrips(row, table, desk)]
      const isFirst = y <= continuedTop(desk) + headHeight + 1
      if (!isFirst && y + heightOf(strips) > desk.bottom && heightOf(strips) <= sideRoom(desk)) turn()
      for (const strip of strips) {
        if (y + strip.height > desk.bottom + 0.001 && y > continuedTop(desk) + headHeight + 1) turn()
        const { left, right } = columnsOf(desk)
        strip.draw(y, { left, text: left, right })
        y += strip.height
      }
    })
  }
  endPage()
}

const sideRoom = (desk: Desk): number => desk.bottom - continuedTop(desk) - headHeight

function columnsOf(desk: Desk): Columns {
  const { left, right } = columnOf(desk.canvas.page, desk)
  const fold = right - foldedWidth(desk) - beside
  const ticksAt = fold - beside - ticksWidth
  const text = left + labelRoom(desk)
  const from = fold + beside
  return {
    left,
    question: { left, text, right: text + questionWidth(desk) },
    ticks: ticksAt,
    fold,
    folded: { left: from, text: from, right },
    right,
  }
}

const foldedWidth = (desk: Desk): number => columnWidth(desk) * foldedShare - beside
const labelRoom = (desk: Desk): number => (columnWidth(desk) < leastWidth ? 0 : labelWidth)
const questionWidth = (desk: Desk): number =>
  columnWidth(desk) * (1 - foldedShare) - labelRoom(desk) - ticksWidth - 2 * beside

/** The heads, or without a table those said again on its next page; returns where they end. */
function putHeads(y: number, table: Element | null, desk: Desk): number {
  const { canvas, looks, style } = desk
  const { left, ticks: ticksAt, folded, right } = columnsOf(desk)
  const row = table && canvas.element(table, 'TR')
  const put = (words: string, x: number, width: number): void => {
    const owner = row ? ownedBy(canvas.element(row, 'TH', { scope: 'Column', ...desk.said })) : pagination
    canvas.words(owner, canvas.shortened(words, looks.labelStrong, width), looks.labelStrong, x, y + headHeight - 5)
  }
  put(style.words.wrongQuestion, left, ticksAt - left - beside)
  const counted = Array.from({ length: ticks.count }, (_, i) => i + 1)
  const owner = row ? ownedBy(canvas.element(row, 'TH', { scope: 'Column' })) : pagination
  for (const n of counted) {
    const middle = ticksAt + (n - 0.5) * (ticks.width + ticks.gap) - ticks.gap / 2
    const x = middle - canvas.widthOf(String(n), looks.small) / 2
    canvas.words(owner, String(n), looks.small, x, y + headHeight - 5, { space: true })
  }
  put(style.words.key, folded.left, folded.right - folded.left)
  canvas.rule(furniture, left, right, y + headHeight, style.frame, 1)
  return y + headHeight
}

/** The day over its questions. */
function dayStrip(heading: readonly Run[], table: Element, desk: Desk): Strip {
  const { canvas, looks, style } = desk
  return {
    height: 26,
    draw: (y) => {
      const { left, fold } = columnsOf(desk)
      const end = fold - beside
      const row = canvas.element(table, 'TR')
      const cell = canvas.element(row, 'TH', { scope: 'Row', colSpan: 3 })
      const put = lineWithFormulas(headingRuns(heading), looks.labelStrong, end - left, desk)
      const shortened = () => canvas.shortened(plainText(heading), looks.labelStrong, end - left)
      if (put) put(cell, left, y + 20)
      else canvas.words(ownedBy(cell), shortened(), looks.labelStrong, left, y + 20)
      canvas.rule(furniture, left, columnsOf(desk).right, y + 26, style.ruling.weight, style.ruling.ink)
    },
  }
}

/** A question with its boxes and what is folded back, in one strip where a page can hold it; else both columns line by line. */
function rowStrips(row: TestAndFoldRow, table: Element, desk: Desk): Strip[] {
  const { canvas, style } = desk
  const element = lazily(() => canvas.element(table, 'TR'))
  const [question, tick, folded] = [1, 2, 3].map(() => lazily(() => canvas.element(element(), 'TD'))) as [
    Cell,
    Cell,
    Cell,
  ]
  const over = labelRoom(desk) === 0 ? [room(desk.looks.small.size * 1.5)] : []
  const asked = [...over, ...proseStrips(row.prompt, proseOf(questionWidth(desk), desk), question, desk)]
  const answers = foldedStrips(row.entry, folded, desk)
  const height = Math.max(heightOf(asked), heightOf(answers), ticks.height) + 2 * air
  const label = (y: number): void => {
    // In the order of the columns, whatever is drawn first.
    question()
    tick()
    folded()
    const baseline = y + air + style.type.key * 1.02
    canvas.words(ownedBy(labelOf(question, desk)), row.entry.label, desk.looks.small, columnsOf(desk).left, baseline, {
      space: true,
    })
    putTicks(baseline, desk)
  }
  const end = (y: number): void => {
    const { left, right } = columnsOf(desk)
    canvas.rule(furniture, left, right, y, style.ruling.weight, style.ruling.ink)
  }
  if (height <= sideRoom(desk))
    return [
      {
        height,
        draw: (y) => {
          label(y)
          drawStrips(asked, y + air, columnsOf(desk).question)
          drawStrips(answers, y + air, columnsOf(desk).folded)
          end(y + height)
        },
      },
    ]
  const inColumn = (strip: Strip, of: 'question' | 'folded', first: boolean): Strip => ({
    height: strip.height,
    draw: (y) => {
      if (first) label(y - air)
      strip.draw(y, columnsOf(desk)[of])
    },
  })
  return [
    ...asked.map((strip, i) => inColumn(strip, 'question', i === 0)),
    ...answers.map((strip) => inColumn(strip, 'folded', false)),
    { height: 2 * air, draw: (y) => end(y + air) },
  ]
}

type Cell = () => Element

/** The label is the first thing of its cell. */
const labelOf = (cell: Cell, desk: Desk): Element => desk.canvas.element(cell(), 'P')

function putTicks(baseline: number, desk: Desk): void {
  const { canvas, style } = desk
  const { ticks: from } = columnsOf(desk)
  for (let i = 0; i < ticks.count; i++) {
    const x = from + i * (ticks.width + ticks.gap)
    canvas.box(furniture, x, baseline - ticks.height + 1, ticks.width, ticks.height, style.frame, style.quietInk)
  }
}

const proseOf = (width: number, { style }: Desk): ProseStyle => ({
  size: style.type.keyMost,
  leading: style.type.keyMost * 1.3,
  faceOf: textFace,
  codeScale: 0.9,
  ink: 1,
  width,
})

/** The answer that the file gives, then where to look. */
function foldedStrips(entry: KeyEntryPlan, cell: Cell, desk: Desk): Strip[] {
  const width = foldedWidth(desk)
  const style = proseOf(width, desk)
  const size = desk.style.type.key
  const small: ProseStyle = { ...style, size, leading: size * 1.3, faceOf: plainFaces('label', 'label-strong') }
  const place = placeRuns(entry, desk)
  const places =
    place.length > 0
      ? paragraphStrips(
          place,
          entry.answer.length > 0 ? { ...small, ink: desk.style.quietInk } : small,
          lazily(() => desk.canvas.element(cell(), 'P', isUncited(entry) ? desk.said : {})),
          desk,
        )
      : []
  return [...proseStrips(entry.answer, style, cell, desk), ...places]
}

const isUncited = ({ written, citations }: KeyEntryPlan): boolean => written === null && citations.length === 0

/** The citation as written, or the file with its sections where that says the same in fewer words. */
function placeRuns({ written, citations, answer }: KeyEntryPlan, desk: Desk): Run[] {
  if (written !== null) return [{ text: written }]
  if (citations.length === 0) return answer.length > 0 ? [] : [{ text: desk.style.words.uncited }]
  return citations.flatMap(({ file, sections }, i) => [
    ...(i > 0 ? [{ text: '; ' }] : []),
    { text: file },
    ...sections.flatMap((section, n) => [{ text: n > 0 ? ', ' : ' ' }, ...sectionRuns(section, desk)]),
  ])
}
