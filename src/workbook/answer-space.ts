/** Answer space by kind of question: strips for a number of rules. */
import { fillWords } from '../template/model.js'
import { mm } from '../template/paper.js'
import { shortClockWords } from '../text/clock.js'
import { plainFaces, type TextLine } from '../text/lines.js'
import { furniture, ownedBy } from './canvas.js'
import { chooseStrips } from './choose-space.js'
import { type Desk, setLines, sideHeight } from './frame.js'
import type { Element, Owner } from './pages-model.js'
import type { OneSpacePlan } from './plan-model.js'
import { type Column, lazily, room, type Strip } from './strips.js'

/** Between a prompt and a frame. */
const gapOverFrame = 7
const labelLeading = 12
/** Between the frame of a cell and its words or rules. */
const cellPadding = 5
/** Indent of a list's rules, behind their numbers. */
const listIndent = 16
/** Width of the row head of a comparison. */
const aspectWidth = 74
/** No column of a comparison is narrower. */
const leastCell = 54

const labelFaces = plainFaces('label', 'label-strong')

/** "Answer space, 6 lines": what the structure tree says in place of rules. */
function answerWords(rules: number, { style: { words }, said }: Desk): Pick<Element, 'actualText' | 'lang'> {
  return { actualText: rules === 1 ? words.answerSpaceOne : fillWords(words.answerSpace, { n: rules }), ...said }
}

/** Lengths in pt: the text measure, and the height of prompt and marks row. */
export interface SpaceRoom {
  width: number
  besides: number
}

/** The strips of an answer space of `rules` rules; elements go under `parent`. */
export function spaceStrips(
  space: OneSpacePlan,
  rules: number,
  { width, besides }: SpaceRoom,
  parent: () => Element,
  desk: Desk,
): Strip[] {
  const framed = (frame: (rules: number) => Strip) => frames(rules, frame, besides, desk)
  switch (space.kind) {
    case 'explain':
      return ruledStrips(rules, parent, desk)
    case 'list':
      return listStrips(rules, space.count, parent, desk)
    case 'compare':
      return termGroups(space, width).flatMap((terms) =>
        framed((part) => compareFrame({ ...space, terms }, part, width, parent, desk)),
      )
    case 'sides':
      return framed((part) => sidesFrame(space.labels, part, width, parent, desk))
    case 'choose':
      return chooseStrips(space.offer, rules, parent, desk)
    case 'draw':
      return framed((part) => drawingFrame(part, width, parent, desk))
    case 'say':
      return sayStrips(space.seconds, rules, width, parent, desk)
    case 'none':
      return []
  }
}

/** One frame, or as many equal ones as it takes for each to have room on a side, with the prompt unless that is very long. */
function frames(rules: number, frame: (rules: number) => Strip, besides: number, desk: Desk): Strip[] {
  const side = sideHeight(desk)
  const most = Math.max(side - besides - gapOverFrame, side / 2)
  let count = 1
  while (count < rules && frame(Math.ceil(rules / count)).height > most) count++
  const parts = Array.from({ length: count }, (_, i) => Math.floor((rules + count - 1 - i) / count))
  return parts.flatMap((part) => [room(gapOverFrame), frame(part)])
}

/** The terms of a comparison, those of one table together: as many as have room to write side by side. */
function termGroups({ terms }: Extract<OneSpacePlan, { kind: 'compare' }>, width: number): string[][] {
  const most = Math.max(2, Math.floor(width / leastCell))
  const each = Math.ceil(terms.length / Math.ceil(terms.length / most))
  return Array.from({ length: Math.ceil(terms.length / each) }, (_, i) => terms.slice(i * each, (i + 1) * each))
}

/** A rule stands at the foot of its strip, so that there is room to write over the first one. */
function ruleStrip(owner: () => Owner, indent: number, desk: Desk): Strip {
  const { canvas, pitch, style } = desk
  return {
    height: pitch,
    draw: (y, { text, right }) =>
      canvas.rule(owner(), text + indent, right, y + pitch, style.ruling.weight, style.ruling.ink),
  }
}

function ruledStrips(rules: number, parent: () => Element, desk: Desk): Strip[] {
  const space = () => ownedBy(desk.canvas.element(parent(), 'P', answerWords(rules, desk)))
  return Array.from({ length: rules }, (_, i) => ruleStrip(i === 0 ? space : () => furniture, 0, desk))
}

/** The first rule of each thing carries its number. */
function listStrips(rules: number, count: number, parent: () => Element, desk: Desk): Strip[] {
  const { canvas, pitch, looks } = desk
  const each = Math.max(1, Math.floor(rules / count))
  const list = lazily(() => canvas.element(parent(), 'L', { numbering: 'Decimal' }))
  return Array.from({ length: rules }, (_, i) => {
    const rule = ruleStrip(() => furniture, listIndent, desk)
    if (i % each !== 0 || i / each >= count) return rule
    return {
      height: pitch,
      draw: (y: number, column: Column) => {
        const item = canvas.element(list(), 'LI')
        const number = String(i / each + 1)
        canvas.words(ownedBy(canvas.element(item, 'Lbl')), number, looks.label, column.text + 2, y + pitch - 2, {
          space: true,
        })
        const answer = canvas.element(item, 'LBody', answerWords(each, desk))
        canvas.rule(
          ownedBy(answer),
          column.text + listIndent,
          column.right,
          y + pitch,
          desk.style.ruling.weight,
          desk.style.ruling.ink,
        )
      },
    }
  })
}

const headLines = (text: string, width: number, strong: boolean, desk: Desk): TextLine[] =>
  setLines(
    [strong ? { text, strong: true } : { text }],
    width - 2 * cellPadding,
    { size: desk.style.type.label, faceOf: labelFaces },
    desk,
  )

/** Lines of a label in a cell, from its top edge down. */
function putLabel(lines: readonly TextLine[], owner: Owner, x: number, y: number, desk: Desk): void {
  lines.forEach((line, i) => desk.canvas.line(owner, line, 1, x + cellPadding, y + 11 + i * labelLeading))
}

/** Faint rules inside a cell, none on its frame. The first belongs to the cell, whose words it stands for. */
function putCellRules(cell: Element, x: number, y: number, width: number, rules: number, desk: Desk): void {
  const { canvas, pitch, style } = desk
  for (let i = 1; i <= Math.max(1, rules - 1); i++) {
    const owner = i === 1 ? ownedBy(cell) : furniture
    canvas.rule(owner, x + cellPadding, x + width - cellPadding, y + i * pitch, style.ruling.weight, style.ruling.ink)
  }
}

/** A table: terms as column heads, the asked aspect as row head. Cells are ruled. */
function compareFrame(
  { terms, aspect }: Extract<OneSpacePlan, { kind: 'compare' }>,
  rules: number,
  width: number,
  parent: () => Element,
  desk: Desk,
): Strip {
  const { canvas, pitch, style } = desk
  const side = aspect !== null && terms.length <= 4 ? aspectWidth : 0
  const cell = (width - side) / terms.length
  const heads = terms.map((term) => headLines(term, cell, true, desk))
  const aspectLines = aspect === null ? [] : headLines(aspect, side || width, false, desk)
  const overHead = side === 0 && aspect !== null ? aspectLines.length * labelLeading + 6 : 0
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * labelLeading + 6
  const bodyHeight = Math.max(rules * pitch, side > 0 ? aspectLines.length * labelLeading + 8 : 0)
  const height = overHead + headHeight + bodyHeight
  const draw = (y: number, { text, right }: Column): void => {
    const table = canvas.element(parent(), 'Table')
    if (overHead > 0) {
      const row = canvas.element(table, 'TR')
      const over = canvas.element(row, 'TH', { scope: 'Column', ...(terms.length > 1 && { colSpan: terms.length }) })
      putLabel(aspectLines, ownedBy(over), text, y, desk)
    }
    const headRow = canvas.element(table, 'TR')
    if (side > 0) canvas.element(headRow, 'TD')
    const top = y + overHead
    heads.forEach((lines, i) => {
      const head = canvas.element(headRow, 'TH', { scope: 'Column' })
      putLabel(lines, ownedBy(head), text + side + i * cell, top, desk)
    })
    const row = canvas.element(table, 'TR')
    if (side > 0)
      putLabel(aspectLines, ownedBy(canvas.element(row, 'TH', { scope: 'Row' })), text, top + headHeight + 2, desk)
    terms.forEach((_, i) => {
      const answer = canvas.element(row, 'TD', answerWords(rules, desk))
      putCellRules(answer, text + side + i * cell, top + headHeight, cell, rules, desk)
    })
    canvas.box(furniture, text, y, right - text, height, style.frame, style.quietInk)
    if (overHead > 0) canvas.rule(furniture, text, right, top, style.frame, style.quietInk)
    canvas.rule(furniture, text, right, top + headHeight, style.frame, style.quietInk)
    const edges = terms.map((_, i) => text + side + i * cell).filter((x) => x > text)
    for (const x of edges)
      canvas.put({
        type: 'line',
        owner: furniture,
        x1: x,
        y1: top,
        x2: x,
        y2: y + height,
        weight: style.frame,
        ink: style.quietInk,
      })
  }
  return { height, draw }
}

/** Two ruled boxes with their labels. */
function sidesFrame(labels: [string, string], rules: number, width: number, parent: () => Element, desk: Desk): Strip {
  const { canvas, pitch, style } = desk
  const gap = 10
  const box = (width - gap) / 2
  const heads = labels.map((label) => headLines(label, box, true, desk))
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * labelLeading + 4
  const height = headHeight + rules * pitch
  const draw = (y: number, { text }: Column): void => {
    heads.forEach((lines, i) => {
      const x = text + i * (box + gap)
      const part = canvas.element(parent(), 'Div')
      putLabel(lines, ownedBy(canvas.element(part, 'P')), x, y, desk)
      putCellRules(canvas.element(part, 'P', answerWords(rules, desk)), x, y + headHeight, box, rules, desk)
      canvas.box(furniture, x, y, box, height, style.frame, style.quietInk)
    })
  }
  return { height, draw }
}

/** A quiet dot field inside a hairline frame. */
function drawingFrame(rules: number, width: number, parent: () => Element, desk: Desk): Strip {
  const { canvas, pitch, style } = desk
  const height = rules * pitch
  const step = mm(style.dots.pitch)
  const columns = Math.max(0, Math.floor((width - step) / step))
  const rows = Math.max(0, Math.floor((height - step) / step))
  const draw = (y: number, { text, right }: Column): void => {
    const words = fillWords(style.words.drawingSpace, { mm: Math.round((height * 25.4) / 72) })
    const area = canvas.element(parent(), 'P', { actualText: words, ...desk.said })
    canvas.box(ownedBy(area), text, y, right - text, height, style.frame, style.quietInk)
    canvas.put({
      type: 'dots',
      owner: furniture,
      x: text + (width - (columns - 1) * step) / 2,
      y: y + (height - (rows - 1) * step) / 2,
      columns,
      rows,
      pitch: step,
      size: style.dots.size,
      ink: style.dots.ink,
    })
  }
  return { height, draw }
}

/** The shortest rule that a keyword or a name can be written on. */
const leastWordRule = 40

/** Three short keyword rules; then whom it was said to, and in what time. With a single rule both share it, if it is long enough. */
function sayStrips(seconds: number | null, rules: number, width: number, parent: () => Element, desk: Desk): Strip[] {
  const { pitch, canvas, looks, style } = desk
  const { words } = style
  const within = withinWords(seconds, words)
  const strip = (...parts: ((x: number, line: number, right: number) => void)[]): Strip => ({
    height: pitch,
    draw: (y, { text, right }) => {
      const each = (right - text - sharedGap * (parts.length - 1)) / parts.length
      parts.forEach((part, i) => {
        const x = text + i * (each + sharedGap)
        part(x, y + pitch, x + each)
      })
    },
  })
  const keywords = (x: number, line: number, right: number) => putKeywords(x, line, right, parent, desk)
  const said = (x: number, line: number, right: number) => putSaid(x, line, right, within, parent, desk)
  if (rules <= 1) {
    const half = (width - sharedGap) / 2
    const rulesOfKeywords = half - canvas.widthOf(words.keywords, looks.label) - labelGap - 2 * keywordGap
    return rulesOfKeywords / 3 < leastWordRule ? [strip(said)] : [strip(keywords, said)]
  }
  const blank = Array.from({ length: rules - 2 }, () => ruleStrip(() => furniture, 0, desk))
  return [strip(keywords), ...blank, strip(said)]
}

/** Between the two halves of a shared rule, between keyword rules, behind a label; pt. */
const sharedGap = 16
const keywordGap = 10
const labelGap = 8

function putKeywords(x: number, line: number, right: number, parent: () => Element, desk: Desk): void {
  const { canvas, looks, style } = desk
  const owner = ownedBy(canvas.element(parent(), 'P', desk.said))
  const start = canvas.words(owner, style.words.keywords, looks.label, x, line - 2, { space: true }) + labelGap
  const each = (right - start - 2 * keywordGap) / 3
  for (let i = 0; i < 3; i++) {
    const from = start + i * (each + keywordGap)
    canvas.rule(furniture, from, from + each, line, style.ruling.weight, style.ruling.ink)
  }
}

/** A box to tick, a rule for a name, the time that the prompt names. */
function putSaid(x: number, line: number, right: number, within: string, parent: () => Element, desk: Desk): void {
  const { canvas, looks, style } = desk
  const owner = ownedBy(canvas.element(parent(), 'P', desk.said))
  const tick = looks.label.size
  canvas.box(furniture, x + 0.5, line - tick + 0.5, tick - 1, tick - 1, style.frame, 1)
  const saidTo = canvas.words(owner, style.words.saidTo, looks.label, x + tick + 5, line - 2, { space: true })
  const end = within === '' ? right : right - canvas.widthOf(within, looks.label) - labelGap
  if (within !== '') canvas.words(owner, within, looks.label, end + labelGap, line - 2)
  canvas.rule(furniture, saidTo + labelGap, end, line, style.ruling.weight, style.ruling.ink)
}

/** "in 2 min", "in 1:30 min", "in 30 s"; nothing when the prompt sets no time. */
function withinWords(seconds: number | null, words: Desk['style']['words']): string {
  if (seconds === null) return ''
  if (seconds < 60) return fillWords(words.withinSeconds, { n: String(seconds) })
  return fillWords(words.within, { time: shortClockWords(seconds) })
}
