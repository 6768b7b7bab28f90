/** What is left of a day's last side when its questions have all the room they may have: an offer to write down what else comes to mind. */

import { ownedBy } from '../canvas.js'
import { columnWidth, type Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { DaySheetPlan, OneSpacePlan, QuestionPlan } from '../plan-model.js'
import { type Column, drawStrips, heightOf, lazily, type Strip } from '../prose/strips.js'
import { spaceStrips } from './answer-space.js'

/** Over its words, and of their line, pt. */
const over = 18
const lineHeight = 14

/**
 * Free recall beyond what was asked is worth as much as the questions, and twenty rules under one question would only ask for padding; so
 * questions keep their ceiling, and the rest of the page is offered. Not where the author has counted all lines: then the page is meant so.
 */
export function putRest(day: DaySheetPlan, section: () => Element, top: number, column: Column, desk: Desk): void {
  const { canvas, style, pitch, looks } = desk
  const rules = Math.floor((desk.bottom - top - over - lineHeight + 0.001) / pitch)
  if (style.restFrom === 0 || rules < style.restFrom || day.questions.every(countedByAuthor)) return
  const area = lazily(() => canvas.element(section(), 'Div'))
  const words: Strip = {
    height: over + lineHeight,
    draw: (y, { text }) => {
      const owner = ownedBy(canvas.element(area(), 'P', desk.said))
      canvas.words(owner, style.words.rest, looks.labelStrong, text, y + over + lineHeight - 4, { space: true })
    },
  }
  const { style: name } = style.space.explain
  const budget = { min: rules, natural: rules, max: rules, weight: 0, step: 1, by: 'template' as const }
  const space: OneSpacePlan = { kind: 'explain', rules: budget, style: { name, by: 'template' } }
  const room = { width: columnWidth(desk) - (column.text - column.left), besides: over + lineHeight }
  const strips = [words, ...spaceStrips(space, rules, room, area, desk)]
  drawStrips(strips, top, column)
  canvas.page.offered = heightOf(strips)
}

const countedByAuthor = ({ space }: QuestionPlan): boolean => space.rules.by === 'author' || space.kind === 'none'
