/** A day sheet: head, questions with their space, shared out so that the page is filled. */
import { fillWords } from '../template/model.js'
import { mm } from '../template/paper.js'
import { plainFaces } from '../text/lines/lines.js'
import { ownedBy } from './canvas.js'
import { beginPart, columnOf, columnWidth, type Desk, faceNext } from './frame.js'
import { continuedTop, turnOver } from './heads/plain-head.js'
import { measureHead, putHead } from './heads/sheet-head.js'
import type { Element } from './pages-model.js'
import { type Block, grantRules, keptApart, partition, type Room, raiseRules } from './paginate.js'
import type { DaySheetPlan } from './plan-model.js'
import { flow, type Sides, sidesOfFlow } from './prose/flow.js'
import { baselineOf } from './prose/line-room.js'
import { proseStrips } from './prose/prose.js'
import type { ProseStyle } from './prose/prose-style.js'
import { type Column, drawStrips, heightOf, lazily, redrawn, type Strip } from './prose/strips.js'
import { budgetOf, fewest, heightWith, type QuestionBlock, questionBlock } from './question.js'
import { putRest } from './space/rest.js'

/** Least and most room between two questions. */
const gaps = { least: 10, most: 26 }

/** Lays the sides of one day. */
export function layDaySheet(day: DaySheetPlan, desk: Desk): void {
  const section = desk.canvas.element(desk.canvas.root, 'Sect', { title: day.name })
  const blocks = day.questions.map((question) => questionBlock(question, () => section, desk))
  const head = measureHead({ name: day.name, topic: day.topic, outOf: day.outOf }, desk)
  const intro = introStrips(day, () => section, desk)
  const rest = desk.bottom - continuedTop(desk)
  if (sidesTaken(day, desk.top + head.height, intro, blocks, desk) > 1) faceNext('day', day.id, desk)
  beginPart(desk, 'day', day.id)
  putHead(head, section, desk)
  let top = flowOn(intro, desk.top + head.height, wholeColumn, day, desk) + introGap
  const first = blocks[0] ? leastHeight(blocks[0]) : 0
  // After a long intro the questions begin on a side of their own rather than with one that is torn.
  if (heightOf(intro) > rest / 2 && first > desk.bottom - top) top = nextSide(day, desk)
  const room = { first: desk.bottom - top, rest, gap: gaps.least }
  let end = top
  partitionClosely(blocks, room, day.sides ?? 1, desk).forEach((side, i) => {
    end = fillSide(side, i === 0 ? top : nextSide(day, desk), day, desk)
  })
  putRest(day, () => section, end, questionColumn(desk), desk)
  const sides = desk.canvas.pages.filter((page) => page.kind === 'day' && page.day === day.id).length
  const expected = sidesAsked(day)
  if (sides > expected) desk.log.report('day-takes-sides', day.place, { day: day.name, sides, expected })
}

/** Sides that the day will take, or so many that it is known to take more than one. `top`: where its intro begins. */
function sidesTaken(
  day: DaySheetPlan,
  top: number,
  intro: readonly Strip[],
  blocks: readonly QuestionBlock[],
  desk: Desk,
): number {
  const { fresh, bottom } = sidesOf(desk)
  const first = bottom - top - heightOf(intro) - introGap
  const least = blocks.map((block) => asked(withoutShare(block, desk)))
  const flows = least.some(({ height }, i) => height > (i === 0 ? first : bottom - fresh))
  const room = { first, rest: bottom - fresh, gap: gaps.least }
  return Math.max(flows || first < 0 ? 2 : 1, partition(least, room, day.sides ?? 1).length)
}

/** Sides that the author asks for, by their number or by breaks. */
function sidesAsked({ sides = 1, questions }: DaySheetPlan): number {
  return Math.max(sides, 1 + questions.filter(({ breakBefore }) => breakBefore).length)
}

const leastHeight = (block: QuestionBlock): number => heightWith(block, fewest(block))

/** A question as `partition` sees it. */
const asked = (block: QuestionBlock): Block => ({
  height: leastHeight(block),
  breakBefore: block.plan.breakBefore,
  keepWithNext: block.plan.keepWithNext,
})

/**
 * Sides of questions. A drawing gives up its share of the page, down to its fewest rules, when that saves a side or keeps together
 * what is to be kept.
 */
function partitionClosely(blocks: readonly QuestionBlock[], room: Room, least: number, desk: Desk): QuestionBlock[][] {
  const closer = blocks.map((block) => withoutShare(block, desk))
  const [wide, close] = [blocks, closer].map((each) => each.map(asked)) as [Block[], Block[]]
  const [wideSides, closeSides] = [partition(wide, room, least), partition(close, room, least)]
  const gain = keptApart(wide, wideSides).length - keptApart(close, closeSides).length
  const better = gain > 0 || (gain === 0 && closeSides.length < wideSides.length)
  const [chosen, sides] = better ? [closer, closeSides] : [blocks, wideSides]
  for (const index of keptApart(chosen.map(asked), sides)) {
    const [plan, next] = [chosen[index]?.plan, chosen[index + 1]?.plan]
    if (plan && next) desk.log.report('question-kept-apart', plan.place, { question: plan.label, next: next.label })
  }
  return sides.map((side) => side.map((index) => chosen[index]).filter((block) => block !== undefined))
}

/** A question whose drawing has no share of the page, only the fewest rules of its plan. */
function withoutShare(block: QuestionBlock, desk: Desk): QuestionBlock {
  const { space } = block.plan
  if (space.kind === 'parts') return block
  return { ...block, spaces: block.spaces.map((each) => ({ ...each, min: budgetOf(space, desk).min })) }
}

/** Begins a further side of a day; returns where its content begins. */
function nextSide(day: DaySheetPlan, desk: Desk): number {
  const topic = day.topic.length > 0 ? [{ text: ' — ' }, ...day.topic] : []
  const name = [{ text: day.name }, ...topic]
  return turnOver({ kind: 'day', day: day.id, name, shortName: day.name, nameField: true }, desk)
}

/** The column of questions on the current page: numbers hang left of the edge that prompts and answers share. */
function questionColumn(desk: Desk): Column {
  const { left, right } = columnOf(desk.canvas.page, desk)
  return { left, right, text: left + mm(desk.style.numberColumn) }
}

/** The column of what is no question: it begins at the margin. */
function wholeColumn(desk: Desk): Column {
  const { left, right } = columnOf(desk.canvas.page, desk)
  return { left, right, text: left }
}

/** Questions of one side with their rules granted; what is left after whole rules opens the gaps between them. Returns where they end. */
function fillSide(blocks: readonly QuestionBlock[], top: number, day: DaySheetPlan, desk: Desk): number {
  const room = desk.bottom - top
  const only = blocks.length === 1 ? blocks[0] : undefined
  if (only && leastHeight(only) > room) {
    desk.log.report('question-takes-sides', only.plan.place, { question: only.plan.label })
    return flowOn(only.strips(grant(only, rulesThatFlow(only, top, desk), desk)), top, questionColumn, day, desk)
  }
  const taken = blocks.reduce((sum, { fixed }) => sum + fixed, gaps.least * (blocks.length - 1))
  const granted = grantRules(
    blocks.flatMap(({ spaces }) => spaces),
    room - taken,
  )
  const strips = blocks.map((block) => block.strips(grant(block, granted.splice(0, block.spaces.length), desk)))
  const used = strips.reduce((sum, each) => sum + heightOf(each), 0)
  const gap = Math.min(gaps.most, blocks.length > 1 ? (room - used) / (blocks.length - 1) : 0)
  let end = top
  strips.forEach((each, i) => {
    end = drawStrips(each, i === 0 ? top : end + Math.max(gap, gaps.least), questionColumn(desk))
  })
  return end
}

/** Notes what the spaces of a question get. */
function grant(block: QuestionBlock, rules: number[], desk: Desk): number[] {
  desk.granted.set(block.plan.id, { rules, height: heightWith(block, rules), least: leastHeight(block) })
  return rules
}

/** Rules of a question that flows: as many as its sides hold, up to the most, so that it takes no further side. */
function rulesThatFlow(block: QuestionBlock, top: number, desk: Desk): number[] {
  const rules = fewest(block)
  const sides = sidesOfFlow(block.strips(rules), top, sidesOf(desk))
  raiseRules(block.spaces, rules, ({ step }, count, i) => {
    const more = rules.with(i, count + step)
    return sidesOfFlow(block.strips(more), top, sidesOf(desk)) === sides
  })
  return rules
}

const sidesOf = (desk: Desk): Sides => ({ fresh: continuedTop(desk), bottom: desk.bottom })

/** What may be higher than a side: strip by strip, on as many sides as it takes. Returns where it ends. */
const flowOn = (strips: readonly Strip[], top: number, column: (desk: Desk) => Column, day: DaySheetPlan, desk: Desk) =>
  flow(
    strips,
    top,
    sidesOf(desk),
    () => nextSide(day, desk),
    () => column(desk),
  )

const introGap = 10

/** The author's words before the first question, or the template's instruction; the day's minutes at the right. */
function introStrips(day: DaySheetPlan, section: () => Element, desk: Desk): Strip[] {
  const { style, looks, canvas } = desk
  const { label } = style.type
  const prose: ProseStyle = {
    size: label,
    leading: label * 1.35,
    faceOf: plainFaces('label', 'label-strong'),
    codeScale: 0.95,
    ink: 1,
    width: columnWidth(desk) - 90,
  }
  const instruction = { type: 'paragraph' as const, runs: [{ text: style.words.instruction }], place: day.place }
  const own = day.intro.length > 0
  // A Div of its own says the language of the template's words.
  const parent = own || !desk.said.lang ? lazily(section) : lazily(() => canvas.element(section(), 'Div', desk.said))
  const strips = proseStrips(own ? day.intro : [instruction], prose, parent, desk)
  const first = strips[0]
  if (!first) return []
  const minutes = fillWords(style.words.minutesTotal, { n: day.minutes })
  const withMinutes = redrawn(first, (y, column) => {
    const owner = ownedBy(canvas.element(section(), 'P', desk.said))
    canvas.wordsBefore(owner, minutes, looks.label, column.right, y + baselineOf(first, prose.leading))
    first.draw(y, column)
  })
  return [withMinutes, ...strips.slice(1)]
}
