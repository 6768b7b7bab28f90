/** One question on the page: prompt, answer space, marks row; the strips that make it, and how high they are. */
import { fillWords } from '../template/model.js'
import { mm } from '../template/paper.js'
import type { RichBlock } from '../text/rich.js'
import { ownedBy } from './canvas.js'
import { columnWidth, type Desk, placeName, sideHeight } from './frame.js'
import type { Element } from './pages-model.js'
import type { Measured } from './paginate.js'
import type { OneSpacePlan, PartPlan, QuestionPlan, RuleBudget } from './plan-model.js'
import { baselineOf } from './prose/line-room.js'
import { promptStyle, proseStrips } from './prose/prose.js'
import type { ProseStyle } from './prose/prose-style.js'
import { type Column, heightOf, lazily, redrawn, type Strip, room as space, together } from './prose/strips.js'
import { spaceStrips } from './space/answer-space.js'
import { pictureBeside, withPictureBeside } from './space/beside-picture.js'
import { marksStrip } from './space/marks.js'

/** Room kept at the right of a prompt for its minutes; points before them take more. */
const minutesRoom = 44
/** On a measure under this, pt, points stand over the minutes, and only the first paragraph leaves them room. */
const narrowMeasure = 320

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

/** Height of a question's block with `rules[i]` rules in its space `i`, or the fewest where none are said, pt. */
export const heightWith = ({ fixed, spaces }: QuestionBlock, rules: readonly number[]): number =>
  spaces.reduce((sum, space, i) => sum + space.height(rules[i] ?? space.min), fixed)

/** Fewest rules of each space, or the plan's own fewest: a drawing then gives up its share of the page. */
export const fewest = ({ spaces }: QuestionBlock): number[] => spaces.map((space) => space.min)

/** Makes the block of a question, its elements under `parent`. Its lines are broken once, whatever rules are tried. */
export function questionBlock(plan: QuestionPlan, parent: () => Element, desk: Desk): QuestionBlock {
  const width = columnWidth(desk) - mm(desk.style.numberColumn)
  const question = lazily(() => desk.canvas.element(parent(), 'Sect'))
  const beside = pictureBeside(plan, width, desk)
  const asked = beside ? { ...plan, prompt: beside.prompt } : plan
  const prompt = plan.prompt.length > 0 || plan.space.kind !== 'parts' ? promptStrips(asked, width, question, desk) : []
  const marks = marksStrip(width, question, desk)
  const space = beside?.space ?? plan.space
  if (space.kind === 'parts') return partsBlock(plan, space.parts, { prompt, marks, width }, question, desk)
  const besides = heightOf([...prompt, marks])
  const answer = (rules: number) => {
    const strips = spaceStrips(space, rules, { width, besides }, question, desk)
    return beside ? withPictureBeside(strips, beside, question, desk) : strips
  }
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
    prompt.length > 0
      ? [...prompt, space(stemGap), first, ...rest]
      : [numbered(plan, first, width, question, desk), ...rest]
  const set = parts.map((part, i) => {
    const item = lazily(() => desk.canvas.element(list(), 'LI'))
    const body = lazily(() => desk.canvas.element(item(), 'LBody'))
    const hang = partHang(parts, desk)
    const isBeside = i === 0 && prompt.length === 0
    const words = partPrompt(part, promptStyles(plan, width, isBeside, hang, desk), hang, item, body, desk)
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
  styleOf: (block: RichBlock, index: number) => ProseStyle,
  hang: number,
  item: () => Element,
  body: () => Element,
  desk: Desk,
): Strip[] {
  const { canvas, looks, style } = desk
  const lines = proseStrips(prompt, styleOf, body, desk, hang)
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
  const lines = proseStrips(plan.prompt, promptStyles(plan, measure, true, 0, desk), question, desk)
  const [first = space(desk.style.type.promptLeading), ...rest] = lines
  const isOneLine = !rest[0] || rest[0].air === true
  const under = isOneLine && besideOf(plan, measure, desk).lines.length > 1 ? [space(underOne)] : []
  return [numbered(plan, first, measure, question, desk), ...under, ...rest]
}

/** Under one line of words with two beside it, pt. */
const underOne = 6

/** What is looked at takes the whole measure below the words of a prompt. */
const shown: ReadonlySet<RichBlock['type']> = new Set(['code', 'table', 'math', 'picture'])

/** Styles of the blocks of a prompt, `hang` narrower: words end before points and minutes, on a narrow measure only the first ones, when they stand beside them. */
function promptStyles(plan: QuestionPlan, measure: number, isBeside: boolean, hang: number, desk: Desk) {
  const [whole, beside] = [0, besideOf(plan, measure, desk).width].map((by) =>
    promptStyle(desk, measure - by - hang),
  ) as [ProseStyle, ProseStyle]
  return ({ type }: RichBlock, index: number): ProseStyle => {
    if (index === 0 && isBeside) return beside
    return measure < narrowMeasure || shown.has(type) ? whole : beside
  }
}

/** Points and minutes at the right edge, "2 points · 3 min" or in two lines, and the room they take from the measure, pt. */
function besideOf(
  { points, minutes }: QuestionPlan,
  measure: number,
  { canvas, looks, style }: Desk,
): { lines: string[]; width: number } {
  const time = fillWords(style.words.minutes, { n: minutes })
  if (points === undefined) return { lines: [time], width: minutesRoom }
  const widthOf = (words: string) => canvas.widthOf(words, looks.small)
  if (measure < narrowMeasure) return { lines: [points, time], width: Math.max(minutesRoom, widthOf(points) + 10) }
  return { lines: [`${points} · ${time}`], width: minutesRoom + widthOf(`${points} · `) }
}

/** A strip with the question's number before it, its points and minutes behind it. */
function numbered(plan: QuestionPlan, first: Strip, measure: number, question: () => Element, desk: Desk): Strip {
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
    const span = canvas.element(label(), 'Span', desk.said)
    besideOf(plan, measure, desk).lines.forEach((words, i) => {
      canvas.wordsBefore(ownedBy(span), words, looks.small, column.right, baseline + i * looks.small.size * 1.3)
    })
    first.draw(y, column)
  })
}
