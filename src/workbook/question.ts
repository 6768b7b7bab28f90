/** One question on the page: prompt, answer space, marks row; the strips that make it, and how high they are. */
import { fillWords } from '../template/model.js'
import { mm } from '../template/paper.js'
import { spaceStrips } from './answer-space.js'
import { ownedBy } from './canvas.js'
import { columnWidth, type Desk, placeName } from './frame.js'
import { marksStrip } from './marks.js'
import type { Element } from './pages-model.js'
import type { QuestionPlan } from './plan-model.js'
import { promptStyle, proseStrips } from './prose.js'
import { type Column, heightOf, lazily, room, type Strip } from './strips.js'

/** Room kept at the right of a prompt for its minutes; points before them take more. */
const minutesRoom = 44

/** A question ready to be drawn once it is known how many rules it gets. */
export interface QuestionBlock {
  plan: QuestionPlan
  /** Fewest rules it may get: the plan's, or a third of the page for drawings. */
  min: number
  natural: number
  max: number
  /** Height with `rules` rules, pt. */
  height(rules: number): number
  /** Strips with `rules` rules; to be drawn once. */
  strips(rules: number): Strip[]
}

/** Makes the block of a question, its elements under `parent`. Its lines are broken once, whatever rules are tried. */
export function questionBlock(plan: QuestionPlan, parent: () => Element, desk: Desk): QuestionBlock {
  const measure = columnWidth(desk) - mm(desk.style.numberColumn)
  const question = lazily(() => desk.canvas.element(parent(), 'Sect'))
  const prompt = promptStrips(plan, measure, question, desk)
  const marks = marksStrip(measure, question, desk)
  const besides = heightOf([...prompt, marks])
  const strips = (rules: number): Strip[] => [
    ...prompt,
    ...spaceStrips(plan.space, rules, { width: measure, besides }, question, desk),
    marks,
  ]
  const heights = new Map<number, number>()
  const height = (rules: number): number => {
    const known = heights.get(rules) ?? heightOf(strips(rules))
    heights.set(rules, known)
    return known
  }
  return { plan, ...boundsOf(plan, desk), height, strips }
}

/** The plan's bounds; a drawing gets its share of the page unless the author said how many lines. */
function boundsOf({ space: { kind, rules } }: QuestionPlan, { style, height, pitch }: Desk) {
  const share = kind === 'draw' && rules.by === 'template' ? Math.ceil((style.drawShare * height) / pitch) : 0
  const min = Math.max(rules.min, share)
  const natural = Math.max(rules.natural, min)
  return { min, natural, max: Math.max(rules.max, natural) }
}

/** The prompt with its number hanging outside, its points and minutes at the right edge of the first line. */
function promptStrips(plan: QuestionPlan, measure: number, question: () => Element, desk: Desk): Strip[] {
  const { canvas, looks, style } = desk
  const label = lazily(() => canvas.element(question(), 'P'))
  const number = lazily(() => canvas.element(label(), desk.plan.key ? 'Link' : 'Span'))
  const minutes = fillWords(style.words.minutes, { n: plan.minutes })
  const worth = plan.points === undefined ? '' : `${plan.points} · `
  const beside = minutesRoom + canvas.widthOf(worth, looks.small)
  const lines = proseStrips(plan.prompt, promptStyle(desk, measure - beside), question, desk)
  const first = lines[0] ?? room(style.type.promptLeading)
  const numbered: Strip = {
    height: first.height,
    draw: (y: number, column: Column) => {
      const baseline = y + style.type.promptLeading * 0.76
      const page = canvas.page
      page.questions.push(plan.id)
      const end = canvas.words(ownedBy(number()), String(plan.number), looks.number, column.left, baseline, {
        space: true,
      })
      if (desk.plan.key) {
        canvas.destination(placeName('q', plan.id, desk), y - 6)
        desk.links.push({
          page,
          element: number().id,
          question: plan.id,
          label: plan.label,
          x: column.left,
          y,
          width: Math.max(end - column.left, 10),
          height: 16,
        })
      }
      // In the structure the minutes stand before the prompt, which may go on in further blocks.
      const span = canvas.element(label(), 'Span', desk.said)
      canvas.wordsBefore(ownedBy(span), `${worth}${minutes}`, looks.small, column.right, baseline)
      first.draw(y, column)
    },
  }
  return [numbered, ...lines.slice(1)]
}
