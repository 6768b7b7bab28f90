/** Places a question: the prompt as large as fits, and the room for its answer. */

import { readableText } from '../../text/tex/tex-words.js'
import type { QuestionSlide } from '../plan-model.js'
import type { Box, Item, LayoutName, Slide, SlideRun } from '../slides-model.js'
import { placeFigure } from './beside-picture.js'
import { bodyPieces, hasObjects } from './body-pieces.js'
import { cornerItems, pageItem } from './corners.js'
import { type Desk, fill, lookOf, partId, placeholderOf, slideOf, titleTail, titleWords } from './desk.js'
import { factorOf, fitted, largestFit, partRuns } from './fit.js'
import { inch } from './inches.js'
import { bandBox, pageFrom } from './layouts.js'
import { panelMargin, paragraph, setBlocks, setRuns, words } from './paragraphs.js'
import { answerItems } from './place-answer.js'
import { revealedText } from './place-check.js'
import { reportParted } from './stack.js'

/** A question with its layout chosen and the largest prompt size that fits it; null when even the smallest does not. */
export interface SizedQuestion {
  layout: LayoutName
  size: number | null
  /** Its size is no measure for the other prompts of the day, since a table takes the room. */
  apart?: true
}

/**
 * Chooses the layout by the room for the answer. When the prompt leaves no room for it, or code or lists follow the
 * prompt, the plain layouts are used: the words come first.
 */
export function sizeQuestion(slide: QuestionSlide, desk: Desk): SizedQuestion {
  if (hasObjects(slide.material)) return sizeFigure(slide, desk)
  const wanted = layoutFor(slide, desk)
  const size = promptSize(slide, wanted, desk)
  if (wanted === 'Recall material' && size !== null) return sizeMaterial(slide, size, desk)
  if (wanted === 'Recall question' && slide.reveals) {
    // The answer will stand under the prompt, which then stands where prompts with something below them do.
    const above = promptSize(slide, 'Recall material', desk)
    if (above !== null && revealed(slide, 'Recall material', desk).length > 0)
      return { layout: 'Recall material', size: above }
  }
  if (size !== null || wanted === 'Recall question') return { layout: wanted, size }
  if (slide.material.length > 0) return { layout: wanted, size }
  return { layout: 'Recall question', size: promptSize(slide, 'Recall question', desk) }
}

/** A prompt with tables below it: the layout with the most room for them, if the prompt is short enough; else the usual one, if all fits. */
function sizeFigure(slide: QuestionSlide, desk: Desk): SizedQuestion {
  const pieces = bodyPieces(slide.material)
  for (const layout of ['Recall figure', 'Recall material'] as const) {
    const size = promptSize(slide, layout, desk)
    if (size === null) continue
    const { boxfuls } = placeFigure(pieces, figureBox(layout, desk), desk)
    if (boxfuls.length === 1) return { layout, size, apart: true }
  }
  return { layout: 'Recall figure', size: promptSize(slide, 'Recall figure', desk), apart: true }
}

/** Inches between the band of a prompt and a picture or table: a low figure in the last line of a full band must not touch them. */
const figureAir = 0.15

/** Where pictures and tables stand below a prompt. */
function figureBox(layout: LayoutName, desk: Desk): Box {
  const { box } = placeholderOf(desk, layout, 'body')
  return { ...box, y: box.y + figureAir, h: box.h - figureAir }
}

/** A short prompt gives some of its room to long material, when that then stands on one slide. */
function sizeMaterial(slide: QuestionSlide, size: number, desk: Desk): SizedQuestion {
  const partsIn = (layout: LayoutName) => textBoxfuls(slide, size, placeholderOf(desk, layout, 'body').box, desk).length
  const short = partsIn('Recall material') > 1 ? promptSize(slide, 'Recall figure', desk) : null
  if (short !== null && partsIn('Recall figure') === 1) return { layout: 'Recall figure', size: short, apart: true }
  return { layout: 'Recall material', size }
}

function layoutFor(slide: QuestionSlide, desk: Desk): LayoutName {
  if (slide.material.length > 0) return 'Recall material'
  switch (slide.answer.kind) {
    case 'open':
      return 'Recall question'
    case 'slots':
      return answerItems(slide, desk) ? 'Recall list' : 'Recall question'
    case 'columns':
      return answerItems(slide, desk) ? 'Recall compare' : 'Recall question'
    case 'canvas':
      return 'Recall draw'
    case 'clock':
      return 'Recall say aloud'
  }
}

const promptRuns = (slide: QuestionSlide, size: number): SlideRun[] => [
  ...keepLastWords(setRuns(slide.heading, { size, strong: true })),
  ...titleTail(slide.title, readableText(slide.heading), size),
]

/**
 * Joins the last two words by a no-break space, so that no viewer leaves "win?" alone on the last line. Only short ones, and only
 * in a run of three words or more.
 */
function keepLastWords(runs: SlideRun[]): SlideRun[] {
  const last = runs.at(-1)
  if (!last || last.code || last.math) return runs
  const end = last.text.slice(-300)
  const space = end.lastIndexOf(' ')
  if (!/^\S{1,9}$/u.test(end.slice(space + 1)) || !/\S\s+\S+$/u.test(end.slice(0, Math.max(0, space)))) return runs
  const at = last.text.length - end.length + space
  return [...runs.slice(0, -1), { ...last, text: `${last.text.slice(0, at)}\u00A0${last.text.slice(at + 1)}` }]
}

function promptSize(slide: QuestionSlide, layout: LayoutName, desk: Desk): number | null {
  const { box } = placeholderOf(desk, layout, 'title')
  return largestFit((size) => [paragraph(promptRuns(slide, size))], desk.style.promptSizes, box, desk.metrics)
}

/** Places a question at `size`, or in parts when it was too long for the smallest. */
export function placeQuestion(
  slide: QuestionSlide,
  { layout, size }: SizedQuestion,
  section: string,
  desk: Desk,
): Slide[] {
  if (slide.material.length > 0 && (layout === 'Recall material' || layout === 'Recall figure'))
    return placeMaterial(slide, { layout, size }, section, desk)
  if (size === null) return placeParts(slide, textParts(slide, 'Recall question', desk), null, section, desk)
  const room = layout === 'Recall material' ? [] : (answerItems(slide, desk, layout) ?? [])
  const items = [fill('title', [paragraph(promptRuns(slide, size))]), ...room, ...revealed(slide, layout, desk)]
  return [framed(slide, layout, slide.title, items, section, desk)]
}

/** Who is called first, at the foot between what to do and the page; it appears at a click, after the clock. */
function calledName({ name }: QuestionSlide, desk: Desk): Item[] {
  if (name === null) return []
  const box = bandBox(desk.style.size, 'cue', cueShare(desk), pageFrom)
  const size =
    largestFit((each) => [words(name, { size: each, strong: true })], [28, 24, 20, 16], box, desk.metrics) ?? 16
  const paragraphs = [words(name, { size, strong: true, colour: 'accent' })]
  return [{ type: 'text', name: 'Called first', box, anchor: 'bottom', paragraphs, atClick: true }]
}

/** How much of the bottom line the longest cue takes with its clock, as a part of its width: the same on all slides. */
function cueShare({ style, metrics }: Desk): number {
  const { cue, time } = style.type
  const longest = Math.max(...Object.values(style.words.cues).map((words) => metrics.width(`${words}  `, 'slide', cue)))
  const width = longest + metrics.width('10:00', 'slide-strong', time) + cue
  return Math.min(0.55, Math.max(0.3, width / (72 * bandBox(style.size, 'cue').w)))
}

/** What a click shows: in the body of a prompt that stands alone, over the room for the answer else; [] where it does not fit. */
function revealed({ reveals }: QuestionSlide, layout: LayoutName, desk: Desk): Item[] {
  if (!reveals || layout === 'Recall question') return []
  if (layout === 'Recall material') {
    const paragraphs = revealedText(reveals, placeholderOf(desk, layout, 'body').box, desk)
    return paragraphs ? [{ type: 'placeholder', name: 'body', paragraphs, atClick: true }] : []
  }
  const box = bandBox(desk.style.size, 'region')
  const inner = { ...box, w: box.w - 2 * panelMargin, h: box.h - 2 * panelMargin }
  const paragraphs = revealedText(reveals, inner, desk)
  return paragraphs ? [{ type: 'panel', name: 'Revealed', box, paragraphs }] : []
}

/** A prompt with code, lists, tables or more paragraphs below it. */
function placeMaterial(slide: QuestionSlide, { layout, size }: SizedQuestion, section: string, desk: Desk): Slide[] {
  const { box } = placeholderOf(desk, layout, 'body')
  const boxfuls = hasObjects(slide.material)
    ? figureBoxfuls(slide, figureBox(layout, desk), desk)
    : textBoxfuls(slide, size, box, desk)
  const [only = []] = boxfuls
  if (size !== null && boxfuls.length === 1) {
    const items = [fill('title', [paragraph(promptRuns(slide, size))]), ...only]
    return [framed(slide, layout, slide.title, items, section, desk)]
  }
  const titles = size === null ? textParts(slide, 'Recall question', desk) : [promptRuns(slide, size)]
  return placeParts(slide, titles, { layout, boxfuls, shared: size !== null }, section, desk)
}

function figureBoxfuls({ material }: QuestionSlide, box: Box, desk: Desk): Item[][] {
  const stacked = placeFigure(bodyPieces(material), box, desk)
  reportParted(stacked, desk)
  return stacked.boxfuls
}

function textBoxfuls(slide: QuestionSlide, stem: number | null, box: Box, desk: Desk): Item[][] {
  const { style, metrics } = desk
  const set = (size: number) => setBlocks(slide.material, { size })
  const sizes = [...largeSizes(slide, stem, desk), ...style.textSizes]
  return fitted(set, sizes, box, metrics).map((part) => [fill('body', part)])
}

/** Parts and options are what is asked, and may be set nearly as large as the stem: steps of the prompt, one under its own at most. */
function largeSizes({ material }: QuestionSlide, stem: number | null, { style }: Desk): number[] {
  const asked = material.every(
    (block) => block.type === 'list' && (block.marker === 'letter' || block.marker === 'option'),
  )
  if (!asked || stem === null) return []
  return style.promptSizes.filter((each) => each < stem * 0.9 && each > (style.textSizes[0] ?? 0))
}

/** The prompt in stretches that fit the title at the smallest size, the line that "1/2" may need left free. */
function textParts(slide: QuestionSlide, layout: LayoutName, desk: Desk): SlideRun[][] {
  const { box } = placeholderOf(desk, layout, 'title')
  const size = desk.style.promptSizes.at(-1) ?? 28
  const runs = promptRuns(slide, size)
  const lines = Math.floor((box.h * 72) / (size * factorOf(runs))) - 1
  return partRuns(runs, box.w, lines, desk.metrics)
}

/** What stands below a prompt, slide by slide. `shared`: the first boxful stands under the prompt itself. */
interface Below {
  layout: LayoutName
  boxfuls: Item[][]
  shared: boolean
}

/** Slides "1/3", "2/3" …, the clock on the last: first the stretches of the prompt, then what stands below it. */
function placeParts(
  slide: QuestionSlide,
  titles: SlideRun[][],
  below: Below | null,
  section: string,
  desk: Desk,
): Slide[] {
  const boxfuls = below?.boxfuls ?? []
  const before = below?.shared ? titles.length - 1 : titles.length
  const parts = Array.from({ length: Math.max(titles.length, before + boxfuls.length) }, (_, i) => ({
    head: titles[i] ?? null,
    items: i < before ? [] : (boxfuls[i - before] ?? []),
  }))
  desk.log.report('slide-text-split', slide.place, { code: slide.code, slides: parts.length })
  return parts.map(({ head, items }, i) => {
    const mark = `${slide.shortCode} · ${i + 1}/${parts.length}`
    const layout = below && items.length > 0 ? below.layout : 'Recall question'
    const runs = markedTitle(head, mark, layout, desk)
    const all = [fill('title', [paragraph(runs)]), ...items]
    const part = framed(slide, layout, titleWords(runs), all, section, desk)
    const shown =
      i === parts.length - 1
        ? part.items
        : part.items.filter((item) => item.type !== 'bar' && !(item.type === 'text' && item.atClick))
    return { ...part, id: partId(slide.id, i), items: shown }
  })
}

/** A stretch of the prompt with its mark, one or more steps smaller where the mark would take a line too many. */
function markedTitle(head: SlideRun[] | null, mark: string, layout: LayoutName, desk: Desk): SlideRun[] {
  const { promptSizes } = desk.style
  const least = promptSizes.at(-1) ?? 28
  if (head === null) return setRuns([{ text: mark }], { size: least, strong: true })
  const own = head[0]?.size ?? least
  const set = (size: number) => [
    ...head.map((run) => ({ ...run, size })),
    ...setRuns([{ text: `  (${mark})` }], { size, colour: 'quiet' }),
  ]
  const sizes = promptSizes.filter((size) => size <= own)
  const { box } = placeholderOf(desk, layout, 'title')
  return set(largestFit((size) => [paragraph(set(size))], sizes, box, desk.metrics) ?? least)
}

/** The slide with its corners and its bottom line. */
function framed(
  slide: QuestionSlide,
  layout: LayoutName,
  title: string,
  items: Item[],
  section: string,
  desk: Desk,
): Slide {
  const cue = lookOf(placeholderOf(desk, layout, 'cue'))
  const clock = layout === 'Recall say aloud' ? [] : [{ text: `  ${slide.clock}` }]
  const bottom = paragraph([
    ...setRuns([{ text: slide.cue }], cue),
    ...setRuns(clock, { ...cue, size: desk.style.type.time, strong: true, colour: 'accent' }),
  ])
  return slideOf(slide, section, layout, {
    title,
    seconds: slide.seconds,
    items: [
      ...items,
      ...cornerItems(slide, layout, desk),
      fill('cue', [bottom]),
      ...pageItem(slide, layout, desk),
      ...calledName(slide, desk),
      clockBar(slide.seconds, desk),
    ],
  })
}

/** Height of the countdown bar, inches. */
const barHeight = 0.16

/** From edge to edge at the foot of the slide. */
function clockBar(seconds: number, { style }: Desk): Item {
  const { width, height } = style.size
  const box = { x: 0, y: inch(height - barHeight), w: width, h: barHeight }
  return { type: 'bar', name: 'Clock bar', box, colour: 'accent', seconds, start: style.clockStart }
}
