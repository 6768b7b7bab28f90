/** One question on the page: prompt, answer space, marks row; the strips that make it, and how high they are. */
import { fillWords } from '../template/model.js'
import { mm } from '../template/paper.js'
import { spaceStrips } from './answer-space.js'
import { ownedBy } from './canvas.js'
import { columnWidth, type Desk, placeName, sideHeight } from './frame.js'
import { baselineOf } from './line-room.js'
import { marksStrip } from './marks.js'
import type { Element } from './pages-model.js'
import type { Measured } from './paginate.js'
import type { OneSpacePlan, PartPlan, QuestionPlan, RuleBudget } from './plan-model.js'
import { promptStyle, proseStrips } from './prose.js'
import { type Column, heightOf, lazily, redrawn, type Strip, room as space, together } from './strips.js'

/** Room kept at the right of a prompt for its minutes; points before them take more. */
const minutesRoom = 44

/** A question ready to be drawn once it is known how many rules each of its spaces gets. */
export interface QuestionBlock {
  plan: QuestionPlan
  /** Its answer spaces: one, or one for each part. */
  spaces: Measured[]
  /** Height of all that takes no rules: prompts and marks row, pt. */
  fixed: number
  /** Strips with so many rules in each space; to be drawn once. */
  strips(rules: readonly number[]): Strip[]
}

/** Height with so many rules in each space, pt. */
export const heightWith = ({ fixed, spaces }: QuestionBlock, rules: readonly number[]): number =>
  spaces.reduce((sum, space, i) => sum + space.height(rules[i] ?? space.min), fixed)

/** Fewest rules of each space, or the plan's own fewest: a drawing then gives up its share of the page. */
export const fewest = ({ spaces }: QuestionBlock): number[] => spaces.map((space) => space.min)

/** Makes the block of a question, its elements under `parent`. Its lines are broken once, whatever rules are tried. */
export function questionBlock(plan: QuestionPlan, parent: () => Element, desk: Desk): QuestionBlock {
  const width = columnWidth(desk) - mm(desk.style.numberColumn)
  const question = lazily(() => desk.canvas.element(parent(), 'Sect'))
  const prompt = plan.prompt.length > 0 || plan.space.kind !== 'parts' ? promptStrips(plan, width, question, desk) : []
  const marks = marksStrip(width, question, desk)
  const { space } = plan
  if (space.kind === 'parts') return partsBlock(plan, space.parts, { prompt, marks, width }, question, desk)
  const besides = heightOf([...prompt, marks])
  const answer = (rules: number) => spaceStrips(space, rules, { width, besides }, question, desk)
  return {
    plan,
    spaces: [measured(space, shareOf(space, desk), answer, desk)],
    fixed: besides,
    strips: ([rules = budgetOf(space, desk).min]) => bound(prompt, answer(rules), marks),
  }
}

/** A question that flows has the end of its prompt with the beginning of its space, and its marks with the end of it. */
function bound(prompt: readonly Strip[], answer: readonly Strip[], marks: Strip): Strip[] {
  const strips = [...prompt, ...answer]
  const begins =
    prompt.length +
    Math.max(
      0,
      answer.findIndex(({ air }) => !air),
    )
  return [
    ...strips.map((strip, i): Strip => {
      const keep = (i >= prompt.length - 1 && i < begins) || i === strips.length - 1
      return keep ? { ...strip, keep: true } : strip
    }),
    marks,
  ]
}

/** The plan's bounds, with the least that a drawing gets of the page; heights are kept. */
function measured(space: OneSpacePlan, share: number, strips: (rules: number) => Strip[], desk: Desk): Measured {
  const rules = budgetOf(space, desk)
  const min = Math.max(rules.min, share)
  const natural = Math.max(rules.natural, min)
  const heights = new Map<number, number>()
  const height = (count: number): number => {
    const known = heights.get(count) ?? heightOf(strips(count))
    heights.set(count, known)
    return known
  }
  return { min, natural, max: Math.max(rules.max, natural), weight: rules.weight, step: rules.step, height }
}

/** The template gives drawings their room in rules of this distance, mm; where rules stand otherwise there are fewer or more. */
const drawingPitch = 8

/** The plan's bounds; those of a drawing, which no rule crosses, as high on every ruling. */
export function budgetOf({ kind, rules }: OneSpacePlan, { style }: Desk): RuleBudget {
  if (kind !== 'draw' || rules.by === 'author') return rules
  const on = (count: number) => Math.max(1, Math.round((count * drawingPitch) / style.ruling.pitch))
  return { ...rules, min: on(rules.min), natural: on(rules.natural), max: on(rules.max) }
}

/** A drawing gets its share of the page unless the author said how many lines. */
function shareOf({ kind, rules }: OneSpacePlan, { style, height, pitch }: Desk): number {
  return kind === 'draw' && rules.by === 'template' ? Math.ceil((style.drawShare * height) / pitch) : 0
}

/** Between two parts, and between the stem and the first one, pt. */
const partGap = 9
const stemGap = 3

/**
 * The stem, then part after part with its space. The stem stands with the first part and the marks row with the last; each part is one strip,
 * so that a question which takes several sides is turned over between its parts. Drawings keep the template's fewest rules, not a share of
 * the page each.
 */
function partsBlock(
  plan: QuestionPlan,
  parts: readonly PartPlan[],
  { prompt, marks, width }: { prompt: Strip[]; marks: Strip; width: number },
  question: () => Element,
  desk: Desk,
): QuestionBlock {
  const list = lazily(() => desk.canvas.element(question(), 'L', { numbering: numberingOf(parts) }))
  const room = sideHeight(desk)
  // Without a stem the first part stands beside the number.
  const overFirst = ([first = space(0), ...rest]: Strip[]) =>
    prompt.length > 0 ? [...prompt, space(stemGap), first, ...rest] : [numbered(plan, first, question, desk), ...rest]
  const set = parts.map((part, i) => {
    const item = lazily(() => desk.canvas.element(list(), 'LI'))
    const body = lazily(() => desk.canvas.element(item(), 'LBody'))
    const hang = partHang(parts, desk)
    const words = partPrompt(part, width - besideOf(plan, desk), hang, item, body, desk)
    const before = i === 0 ? overFirst(words) : [space(partGap), ...words]
    const after = i === parts.length - 1 ? [marks] : []
    const besides = heightOf([...before, ...after])
    const answer = (rules: number) =>
      indented(spaceStrips(part.space, rules, { width: width - hang, besides }, body, desk), hang)
    const strips = (rules: number) => [...before, ...answer(rules), ...after]
    return { fixed: besides, measured: measured(part.space, 0, answer, desk), strips }
  })
  return {
    plan,
    spaces: set.map((part) => part.measured),
    fixed: set.reduce((sum, part) => sum + part.fixed, 0),
    strips: (rules) => set.flatMap((part, i) => together(part.strips(rules[i] ?? part.measured.min), room)),
  }
}

/** How the parts are counted, by their first letter. */
function numberingOf([first]: readonly PartPlan[]): NonNullable<Element['numbering']> {
  const letter = first?.letter ?? 'a'
  if (/\d/.test(letter)) return 'Decimal'
  if (/i/i.test(letter)) return letter === 'i' ? 'LowerRoman' : 'UpperRoman'
  return letter === letter.toLowerCase() ? 'LowerAlpha' : 'UpperAlpha'
}

/** Room for the widest letter and a blank, the same for all parts. */
function partHang(parts: readonly PartPlan[], { canvas, looks }: Desk): number {
  return Math.max(16, ...parts.map(({ letter }) => canvas.widthOf(`${letter})`, looks.number) + 5))
}

/** A part's prompt with its letter hanging before it. */
function partPrompt(
  { letter, prompt }: PartPlan,
  width: number,
  hang: number,
  item: () => Element,
  body: () => Element,
  desk: Desk,
): Strip[] {
  const { canvas, looks, style } = desk
  const lines = proseStrips(prompt, promptStyle(desk, width - hang), body, desk, hang)
  const [first = space(style.type.promptLeading), ...rest] = lines
  const label = lazily(() => canvas.element(item(), 'Lbl'))
  const lettered = redrawn(first, (y, column) => {
    const baseline = y + baselineOf(first, style.type.promptLeading)
    canvas.words(ownedBy(label()), `${letter})`, looks.number, column.text, baseline, { space: true })
    first.draw(y, column)
  })
  return [lettered, ...rest]
}

const indented = (strips: readonly Strip[], by: number): Strip[] =>
  strips.map((strip) => ({ ...strip, draw: (y, column) => strip.draw(y, { ...column, text: column.text + by }) }))

/** The prompt with its number hanging outside, its points and minutes at the right edge of the first line. */
function promptStrips(plan: QuestionPlan, measure: number, question: () => Element, desk: Desk): Strip[] {
  const lines = proseStrips(plan.prompt, promptStyle(desk, measure - besideOf(plan, desk)), question, desk)
  const [first = space(desk.style.type.promptLeading), ...rest] = lines
  return [numbered(plan, first, question, desk), ...rest]
}

/** "2 points · ", before the minutes. */
const worthOf = ({ points }: QuestionPlan): string => (points === undefined ? '' : `${points} · `)

/** Room at the right edge for points and minutes, pt. */
const besideOf = (plan: QuestionPlan, { canvas, looks }: Desk): number =>
  minutesRoom + canvas.widthOf(worthOf(plan), looks.small)

/** A strip with the question's number before it, its points and minutes behind it. */
function numbered(plan: QuestionPlan, first: Strip, question: () => Element, desk: Desk): Strip {
  const { canvas, looks, style } = desk
  const label = lazily(() => canvas.element(question(), 'P'))
  const number = lazily(() => canvas.element(label(), desk.plan.key ? 'Link' : 'Span'))
  return redrawn(first, (y: number, column: Column) => {
    const baseline = y + baselineOf(first, style.type.promptLeading)
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
    const minutes = fillWords(style.words.minutes, { n: plan.minutes })
    const span = canvas.element(label(), 'Span', desk.said)
    canvas.wordsBefore(ownedBy(span), `${worthOf(plan)}${minutes}`, looks.small, column.right, baseline)
    first.draw(y, column)
  })
}
