/** Answer space by kind of question: strips for a number of rules. */

import { stylesOfKind } from '../../sheet/braces/space-styles.js'
import type { SpaceStyle } from '../../sheet/model.js'
import { furniture, ownedBy } from '../canvas.js'
import { type Desk, sideHeight } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { OneSpacePlan } from '../plan-model.js'
import { type Column, lazily, room, type Strip } from '../prose/strips.js'
import { answerWords, drawingWords, fillCell, putArea } from './area.js'
import { cellLabel } from './cell-label.js'
import { chooseStrips } from './choose-space.js'
import { putRule, type Rules, ruleStrip } from './rules.js'
import { sayStrips } from './say-space.js'

/** Between a prompt and a frame. */
const gapOverFrame = 7
/** Indent of a list's rules, behind their numbers. */
const listIndent = 16
/** Width of the row head of a comparison. */
const aspectWidth = 74
/** No column of a comparison is narrower. */
const leastCell = 54

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
  const framed = (frame: (rules: number) => Strip, gap = gapOverFrame) => frames(rules, frame, { besides, gap }, desk)
  if (space.kind === 'none') return []
  const style = space.style?.name ?? stylesOfKind[space.kind][0] ?? 'ruled'
  const lines = isArea(style) ? 'ruled' : style
  switch (space.kind) {
    case 'explain':
      if (!isArea(style)) return ruledStrips(rules, style, parent, desk)
      return framed((part) => writingFrame(style, part, width, parent, desk), 0)
    case 'list':
      return listStrips(rules, space.count, lines, parent, desk)
    case 'compare':
      return termGroups(space, width).flatMap((terms) =>
        framed((part) => compareFrame({ ...space, terms }, style, part, width, parent, desk)),
      )
    case 'sides':
      return framed((part) => sidesFrame(space, style, part, width, parent, desk))
    case 'choose':
      return chooseStrips(space.offer, rules, lines, parent, desk)
    case 'draw':
      return framed((part) => drawingFrame(isArea(style) ? style : 'dots', part, width, parent, desk))
    case 'say':
      return sayStrips(space.seconds, rules, lines, width, parent, desk)
  }
}

/** Styles that fill an area, and not rows. */
type AreaStyle = Exclude<SpaceStyle, Rules>
const isArea = (style: SpaceStyle): style is AreaStyle => style !== 'ruled' && style !== 'dotted'

/** One frame, or as many equal ones as it takes for each to have room on a side, with the prompt unless that is very long. */
function frames(
  rules: number,
  frame: (rules: number) => Strip,
  { besides, gap }: { besides: number; gap: number },
  desk: Desk,
): Strip[] {
  const side = sideHeight(desk)
  const most = Math.max(side - besides - gap, side / 2)
  let count = 1
  while (count < rules && frame(Math.ceil(rules / count)).height > most) count++
  const parts = Array.from({ length: count }, (_, i) => Math.floor((rules + count - 1 - i) / count))
  return parts.flatMap((part) => (gap > 0 ? [room(gap), frame(part)] : [frame(part)]))
}

/** The terms of a comparison, those of one table together: as many as have room to write side by side. */
function termGroups({ terms }: Extract<OneSpacePlan, { kind: 'compare' }>, width: number): string[][] {
  const most = Math.max(2, Math.floor(width / leastCell))
  const each = Math.ceil(terms.length / Math.ceil(terms.length / most))
  return Array.from({ length: Math.ceil(terms.length / each) }, (_, i) => terms.slice(i * each, (i + 1) * each))
}

function ruledStrips(rules: number, style: Rules, parent: () => Element, desk: Desk): Strip[] {
  const space = () => ownedBy(desk.canvas.element(parent(), 'P', answerWords(rules, style, desk)))
  return Array.from({ length: rules }, (_, i) => ruleStrip(i === 0 ? space : () => furniture, 0, style, desk))
}

/** The first rule of each thing carries its number. */
function listStrips(rules: number, count: number, style: Rules, parent: () => Element, desk: Desk): Strip[] {
  const { canvas, pitch, looks } = desk
  const each = Math.max(1, Math.floor(rules / count))
  const list = lazily(() => canvas.element(parent(), 'L', { numbering: 'Decimal' }))
  return Array.from({ length: rules }, (_, i) => {
    const rule = ruleStrip(() => furniture, listIndent, style, desk)
    if (i % each !== 0 || i / each >= count) return rule
    return {
      height: pitch,
      draw: (y: number, column: Column) => {
        const item = canvas.element(list(), 'LI')
        const number = String(i / each + 1)
        canvas.words(ownedBy(canvas.element(item, 'Lbl')), number, looks.label, column.text + 2, y + desk.base - 2, {
          space: true,
        })
        const answer = canvas.element(item, 'LBody', answerWords(each, style, desk))
        putRule(ownedBy(answer), column.text + listIndent, column.right, y, style, desk)
      },
    }
  })
}

/** A table: terms as column heads, the asked aspect as row head. Its cells are prepared to be written in. */
function compareFrame(
  { terms, aspect, formulas = [] }: Extract<OneSpacePlan, { kind: 'compare' }>,
  prepared: SpaceStyle,
  rules: number,
  width: number,
  parent: () => Element,
  desk: Desk,
): Strip {
  const { canvas, pitch, style } = desk
  const side = aspect !== null && terms.length <= 4 ? aspectWidth : 0
  const cell = (width - side) / terms.length
  const heads = terms.map((term) => cellLabel(term, { width: cell, strong: true, formulas }, desk))
  const asked = aspect === null ? null : cellLabel(aspect, { width: side || width, strong: false, formulas }, desk)
  const overHead = side === 0 && asked ? asked.height + 6 : 0
  const headHeight = Math.max(...heads.map((head) => head.height)) + 6
  const bodyHeight = Math.max(rules * pitch, side > 0 && asked ? asked.height + 8 : 0)
  const height = overHead + headHeight + bodyHeight
  const draw = (y: number, { text, right }: Column): void => {
    const table = canvas.element(parent(), 'Table')
    if (overHead > 0) {
      const row = canvas.element(table, 'TR')
      const over = canvas.element(row, 'TH', { scope: 'Column', ...(terms.length > 1 && { colSpan: terms.length }) })
      asked?.put(over, text, y)
    }
    const headRow = canvas.element(table, 'TR')
    if (side > 0) canvas.element(headRow, 'TD')
    const top = y + overHead
    heads.forEach((head, i) => {
      head.put(canvas.element(headRow, 'TH', { scope: 'Column' }), text + side + i * cell, top)
    })
    const row = canvas.element(table, 'TR')
    if (side > 0) asked?.put(canvas.element(row, 'TH', { scope: 'Row' }), text, top + headHeight + 2)
    terms.forEach((_, i) => {
      const answer = canvas.element(row, 'TD', answerWords(rules, prepared, desk))
      const area = { x: text + side + i * cell, y: top + headHeight, width: cell, height: bodyHeight }
      fillCell(answer, area, rules, prepared, desk)
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

/** Two boxes with their labels. */
function sidesFrame(
  { labels, formulas = [] }: Extract<OneSpacePlan, { kind: 'sides' }>,
  prepared: SpaceStyle,
  rules: number,
  width: number,
  parent: () => Element,
  desk: Desk,
): Strip {
  const { canvas, pitch, style } = desk
  const gap = 10
  const box = (width - gap) / 2
  const heads = labels.map((label) => cellLabel(label, { width: box, strong: true, formulas }, desk))
  const headHeight = Math.max(...heads.map((head) => head.height)) + 4
  const height = headHeight + rules * pitch
  const draw = (y: number, { text }: Column): void => {
    heads.forEach((head, i) => {
      const x = text + i * (box + gap)
      const part = canvas.element(parent(), 'Div')
      head.put(canvas.element(part, 'P'), x, y)
      const area = { x, y: y + headHeight, width: box, height: rules * pitch }
      fillCell(canvas.element(part, 'P', answerWords(rules, prepared, desk)), area, rules, prepared, desk)
      canvas.box(furniture, x, y, box, height, style.frame, style.quietInk)
    })
  }
  return { height, draw }
}

/** An area to draw in. */
function drawingFrame(style: AreaStyle, rules: number, width: number, parent: () => Element, desk: Desk): Strip {
  const height = rules * desk.pitch
  return {
    height,
    draw: (y, { text }) => {
      const area = desk.canvas.element(parent(), 'P', drawingWords(height, style, desk))
      putArea(area, { x: text, y, width, height }, style, desk)
    },
  }
}

/** An area to write in, as high as its rules would be: its frame leaves the air that stands over a first rule. */
function writingFrame(style: AreaStyle, rules: number, width: number, parent: () => Element, desk: Desk): Strip {
  const height = rules * desk.pitch
  return {
    height,
    draw: (y, { text }) => {
      const area = desk.canvas.element(parent(), 'P', answerWords(rules, style, desk))
      putArea(area, { x: text, y: y + gapOverFrame, width, height: height - gapOverFrame }, style, desk)
    },
  }
}
