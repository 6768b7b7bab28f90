/** Places the slides around the questions: title, protocol, day and tally. */

import type { Run } from '../../text/rich.js'
import { readableText } from '../../text/tex/tex-words.js'
import type {
  AgendaLine,
  ContentsDay,
  ContentsSlide,
  DaySlide,
  ProtocolSlide,
  TallySlide,
  TitleSlide,
} from '../plan-model.js'
import type { Box, Item, LayoutName, Paragraph, Slide, SlideRun, TableItem } from '../slides-model.js'
import { aside, type Desk, fill, lookOf, partId, placeholderOf, slideOf, titleTail } from './desk.js'
import { firstWords, fits, fitted, heightOf, largestFit, linesOf, widestWord } from './fit.js'
import { inch } from './inches.js'
import { bandBox } from './layouts.js'
import { paragraph, type SaidRun, setBlocks, setRuns, textOf, words } from './paragraphs.js'

/** A large title in its box: the template's size, or the largest step of a fifth less that fits. */
function largeTitle(set: (size: number) => SlideRun[], layout: LayoutName, desk: Desk): Paragraph {
  const { size, box } = placeholderOf(desk, layout, 'title')
  const sizes = [1, 0.8, 0.67, 0.53, 0.4, 0.33].map((share) => Math.round(size * share))
  const last = sizes.at(-1) ?? size
  return paragraph(set(largestFit((each) => [paragraph(set(each))], sizes, box, desk.metrics) ?? last))
}

/** The slide that opens the deck: the heading of the week at the largest size that fits, and what is said under it. */
export function placeTitle(slide: TitleSlide, section: string, desk: Desk): Slide[] {
  const layout = 'Recall title'
  const { box } = placeholderOf(desk, layout, 'body')
  const title = largeTitle(
    (size) => [
      ...setRuns(slide.heading, { size, strong: true }),
      ...titleTail(slide.title, readableText(slide.heading), size),
    ],
    layout,
    desk,
  )
  const course = (size: number) => (slide.course === null ? [] : [words(slide.course, { size, colour: 'accent' })])
  const lead = (size: number) => [...course(size), words(slide.summary, { size, colour: 'quiet' })]
  const whole = (size: number) => [
    ...lead(size),
    ...slide.days.map((day, i) =>
      paragraph(setRuns(day, { size: aside(size, 0.75) }), i === 0 ? { before: Math.round(size / 2) } : {}),
    ),
  ]
  const sizes = desk.style.textSizes
  const size = largestFit(whole, sizes, box, desk.metrics)
  const body = size === null ? lead(sizes.at(-1) ?? 20) : whole(size)
  return [slideOf(slide, section, layout, { title: slide.title, items: [fill('title', [title]), fill('body', body)] })]
}

/** A line a day with a link, and behind it a link to each of its questions; as many slides as the days need. */
export function placeContents(slide: ContentsSlide, section: string, desk: Desk): Slide[] {
  const layout = 'Recall contents'
  const { box } = placeholderOf(desk, layout, 'body')
  const { textSizes } = desk.style
  const line = ({ heading, to, questions }: ContentsDay, size: number, i: number): Paragraph => {
    const link = (runs: readonly Run[], target: string, small: number): SlideRun[] =>
      setRuns(runs, { size: small }).map((run) => ({ ...run, to: target }))
    const numbers = questions.flatMap(({ number, to: target }) => [
      ...setRuns([{ text: '   ' }], { size }),
      ...link([{ text: String(number) }], target, aside(size, 0.75)),
    ])
    return paragraph([...link(heading, to, size), ...numbers], { before: i === 0 ? 0 : Math.round(size / 2) })
  }
  const whole = (size: number) => slide.days.map((day, i) => line(day, size, i))
  return titledParts(slide, fitted(whole, textSizes, box, desk.metrics), section, layout, desk)
}

/** The steps, then the author's introduction where it fits; a long one goes on to slides of its own. */
export function placeProtocol(slide: ProtocolSlide, section: string, desk: Desk): Slide[] {
  const layout = 'Recall protocol'
  const { box } = placeholderOf(desk, layout, 'body')
  const { textSizes } = desk.style
  const whole = (size: number): Paragraph[] => [
    ...slide.steps.map((step, i) =>
      words(step, { size }, { list: { number: i + 1 }, ...(i === 0 ? {} : { before: Math.round(size * 0.45) }) }),
    ),
    ...setBlocks(slide.intro, { size: aside(size, 0.75), colour: 'quiet' }).map((each, i) =>
      i === 0 ? { ...each, before: Math.round(size * 1.2) } : each,
    ),
  ]
  return titledParts(slide, fitted(whole, textSizes, box, desk.metrics), section, layout, desk)
}

/** A title over each boxful of paragraphs: "Contents (1/2)". */
function titledParts(
  slide: ContentsSlide | ProtocolSlide,
  parts: readonly Paragraph[][],
  section: string,
  layout: LayoutName,
  desk: Desk,
): Slide[] {
  return parts.map((body, i) => {
    const title = parts.length === 1 ? slide.title : `${slide.title} (${i + 1}/${parts.length})`
    const look = lookOf(placeholderOf(desk, layout, 'title'))
    return slideOf(slide, section, layout, {
      id: partId(slide.id, i),
      title,
      items: [fill('title', [words(title, look)]), fill('body', body)],
    })
  })
}

/** Name and topic large, then how many questions, how long, and of which kinds. */
export function placeDay(slide: DaySlide, section: string, desk: Desk): Slide[] {
  const layout = 'Recall day'
  const { box } = placeholderOf(desk, layout, 'body')
  const { textSizes, metrics } = { ...desk.style, metrics: desk.metrics }
  const title = largeTitle((size) => dayTitle(slide, size), layout, desk)
  const summary = (size: number) => [words(slide.summary, { size, colour: 'quiet' })]
  const agenda = (size: number) => [...summary(size), ...slide.agenda.map((line) => agendaLine(line, size))]
  const intro = (size: number) => setBlocks(slide.intro, { size: aside(size, 0.85) })
  const sets = [
    (size: number) => [...intro(size), ...agenda(size)],
    (size: number) => [...intro(size), ...summary(size), ...kindCounts(slide.agenda, size)],
    agenda,
    (size: number) => [...summary(size), ...kindCounts(slide.agenda, size)],
  ]
  const set = sets.find((each) => largestFit(each, textSizes, box, metrics) !== null) ?? summary
  const size = largestFit(set, textSizes, box, metrics) ?? textSizes.at(-1) ?? 20
  const lead = (each: number) =>
    [...intro(each), ...summary(each)].map((one, i, all) =>
      i > 0 && i === all.length - 1 ? { ...one, before: Math.round(each / 2) } : one,
    )
  // The largest step is for what has room; to be a step smaller is no reason for columns.
  const larger = textSizes.slice(1).filter((each) => set !== sets[0] || each > size)
  const parted = largerAgenda(slide.agenda, lead, larger, box, desk)
  const items = [fill('title', [title]), ...(parted ?? [fill('body', set(size))])]
  return [slideOf(slide, section, layout, { title: textOf(title), items })]
}

/** Fewer lines are no columns. */
const leastInColumns = 4
/** Between the columns of an agenda, inches. */
const columnGap = 0.4

/** What leads, and below it the agenda in two columns, at the largest of `sizes` at which that fits; null where it does not, or one column is as good. */
function largerAgenda(
  agenda: readonly AgendaLine[],
  lead: (size: number) => Paragraph[],
  sizes: readonly number[],
  box: Box,
  { metrics }: Desk,
): Item[] | null {
  if (agenda.length < leastInColumns) return null
  const half = Math.ceil(agenda.length / 2)
  const w = (box.w - columnGap) / 2
  for (const size of sizes) {
    const above = heightOf(lead(size), box.w, metrics) / 72
    const top = above + size / 2 / 72
    const columns = [agenda.slice(0, half), agenda.slice(half)].map((lines) =>
      lines.map((line, i) => ({ ...agendaLine(line, size), before: i === 0 ? 0 : Math.round(size / 6) })),
    )
    const room = { ...box, y: inch(box.y + top), w: inch(w), h: inch(box.h - top) }
    if (room.h <= 0 || !columns.every((lines) => fits(lines, room, metrics))) continue
    // A line of an agenda that breaks is no line.
    if (columns.flat().some((line) => linesOf(line, w, metrics).length > 1)) continue
    return [
      { type: 'text', name: 'Lead', box: { ...box, h: inch(above) }, anchor: 'top', paragraphs: lead(size) },
      ...columns.map((paragraphs, i): Item => {
        const h = inch(heightOf(paragraphs, w, metrics) / 72)
        return {
          type: 'text',
          name: `Agenda ${i + 1}`,
          box: { ...room, x: inch(box.x + i * (w + columnGap)), h },
          anchor: 'top',
          paragraphs,
        }
      }),
    ]
  }
  return null
}

function dayTitle(slide: DaySlide, size: number): SlideRun[] {
  const name = setRuns(slide.name, { size, strong: true })
  if (slide.topic.length === 0) return [...name, ...titleTail(slide.title, readableText(slide.name), size)]
  const small = Math.round(size * 0.67)
  // A day that comes twice has a number behind its title in the plan, and needs it on the slide as well.
  const count = / \(\d+\)$/.exec(slide.title)?.[0] ?? ''
  const tail = readableText(slide.topic).endsWith(count)
    ? []
    : setRuns([{ text: count }], { size: small, colour: 'quiet' })
  return [...name, ...setRuns([{ text: '\n' }, ...slide.topic], { size: small, colour: 'accent' }), ...tail]
}

const agendaLine = ({ number, kind, clock }: AgendaLine, size: number): Paragraph => {
  const small = aside(size, 0.85)
  return paragraph(
    [
      ...setRuns([{ text: `${number}   ` }], { size: small, strong: true, colour: 'accent' }),
      ...setRuns([{ text: `${kind}   ` }], { size: small }),
      ...setRuns([{ text: clock }], { size: small, colour: 'quiet' }),
    ],
    { before: Math.round(number === 1 ? size / 2 : size / 6) },
  )
}

/** "12 × Explain": a long day in few lines. */
function kindCounts(agenda: readonly AgendaLine[], size: number): Paragraph[] {
  const counts = new Map<string, number>()
  for (const { kind } of agenda) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const small = aside(size, 0.85)
  return [...counts].map(([kind, count]) => words(`${count} × ${kind}`, { size: small }))
}

/** Lowest and highest row of the tally, inches. */
const rowHeights = { min: 0.55, max: 0.75 }

/** A row a question, a column a mark; as many slides as the rows need. */
export function placeTally(slide: TallySlide, section: string, desk: Desk): Slide[] {
  const layout = 'Recall tally'
  const perSlide = Math.max(1, Math.floor(tallyBox(desk).h / rowHeights.min) - 1)
  const parts = Math.ceil(slide.rows.length / perSlide)
  return Array.from({ length: parts }, (_, i) => {
    const rows = slide.rows.slice(i * perSlide, (i + 1) * perSlide)
    const title = parts === 1 ? slide.title : `${slide.title} (${i + 1}/${parts})`
    const items: Item[] = [
      fill('title', [words(title, lookOf(placeholderOf(desk, layout, 'title')))]),
      tallyTable(slide, rows, desk),
      fill('cue', [words(slide.cue, lookOf(placeholderOf(desk, layout, 'cue')))]),
    ]
    return slideOf(slide, section, layout, { id: partId(slide.id, i), title, items })
  })
}

function tallyBox({ style }: Desk): Box {
  const top = bandBox(style.size, 'list')
  return { ...top, h: bandBox(style.size, 'cue').y - top.y - 0.1 }
}

/** Shares of the table's width: the question, then three marks. */
const tallyShares = [0.58, 0.14, 0.14, 0.14]

function tallyTable(slide: TallySlide, rows: TallySlide['rows'], desk: Desk): TableItem {
  const box = tallyBox(desk)
  const { corner } = desk.style.type
  const columns = tallyShares.map((share) => box.w * share)
  const height = Math.min(rowHeights.max, box.h / (rows.length + 1))
  const isWhole = (size: number) =>
    slide.heads.every((each, i) => widestWord(each, size, desk.metrics) <= (columns[i] ?? 0) - 2 * cellMargin)
  const headSize = [1, 0.9, 0.8].map((share) => Math.round(corner * share)).find(isWhole) ?? Math.round(corner * 0.8)
  const head = slide.heads.map((each, i) => [
    words(each, { size: headSize, strong: true, colour: 'accent' }, i === 0 ? {} : { align: 'center' }),
  ])
  const body = rows.map((row) => {
    const set = questionCell(row, corner, (columns[0] ?? 0) - cellMargin, desk)
    return { height, cells: [[set], [], [], []] }
  })
  return {
    type: 'table',
    name: 'Tally',
    box: { ...box, h: height * (rows.length + 1) },
    alt: slide.alt,
    columns,
    rows: [{ height, cells: head }, ...body],
    rules: { header: 1.5, row: 0.75, column: 0.75, colour: 'quiet' },
  }
}

/** Right margin inside a table cell, inches. */
const cellMargin = 0.1

/** The code and as many first words of the prompt as one line holds: a reminder, the prompt itself has had its slide. */
function questionCell(row: TallySlide['rows'][number], size: number, width: number, { metrics }: Desk): Paragraph {
  const set = (words: readonly SaidRun[]) =>
    paragraph([
      ...setRuns([{ text: words.length === 0 ? row.code : `${row.code}  ` }], { size, strong: true }),
      ...setRuns(words, { size, colour: 'quiet' }),
    ])
  const box = { x: 0, y: 0, w: width, h: (size * 1.5) / 72 }
  return set(row.words.length === 0 ? [] : firstWords(row.words, set, box, metrics))
}
