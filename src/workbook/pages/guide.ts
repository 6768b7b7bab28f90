/** The instructor's run sheet: one column of questions, a box to tick off at its left and a free column for notes at its right. */
import { fillWords } from '../../template/model.js'
import { plainFaces, textFace } from '../../text/lines/lines.js'
import type { RichBlock, Run } from '../../text/rich.js'
import { readableText } from '../../text/tex/tex-words.js'
import { furniture, type Look, ownedBy } from '../canvas.js'
import { beginPage, columnOf, columnWidth, type Desk, setLines, sideHeight } from '../frame.js'
import { continuedTop, putPlainHead, turnOver } from '../heads/plain-head.js'
import type { Element, OutlineItem } from '../pages-model.js'
import type { GuideDayPlan, GuidePlan, GuideQuestionPlan } from '../plan-model.js'
import { flow } from '../prose/flow.js'
import { headingRuns } from '../prose/heading-runs.js'
import { baselineOf } from '../prose/line-room.js'
import { paragraphStrips, proseStrips } from '../prose/prose.js'
import type { ProseStyle } from '../prose/prose-style.js'
import { inBold, sectionRuns } from '../prose/section-runs.js'
import { putPart, stretchesOf } from '../prose/stretches.js'
import { type Column, heightOf, kept, lazily, redrawn, room, type Strip } from '../prose/strips.js'

/** Widths, pt: what hangs left of the words (box, code, time), and the air between words and notes. */
const hanging = { box: 13, all: 52 }
const notesGap = 12
/** Share of the column that is left free for notes. */
const notesShare = 0.17
/** Air over and under the hairline between two questions. */
const air = 4
/** Hanging indent of a section's further lines. */
const hang = 10
/** Air over a day. */
const overDay = 12
/** From the title's baseline to where content begins. */
const titleDrop = 25
/** Size of the words of a prompt over those of the rest. */
const promptGrowth = 1

/** Lays the run sheet; returns its days for the outline. */
export function layGuide(guide: GuidePlan, desk: Desk): OutlineItem[] {
  const { words } = desk.style
  const section = desk.canvas.element(desk.canvas.root, 'Sect', { title: words.guide })
  beginPage(desk, 'guide', null)
  let y = putPlainHead(words.guide, section, desk) - overDay
  const { right } = columnOf(desk.canvas.page, desk)
  const total = ownedBy(desk.canvas.element(section, 'P', desk.said))
  desk.canvas.wordsBefore(
    total,
    fillWords(words.minutesTotal, { n: guide.minutes }),
    desk.looks.label,
    right,
    y + overDay - titleDrop,
  )
  const outline: OutlineItem[] = []
  for (const day of guide.days) {
    const part = lazily(() => desk.canvas.element(section, 'Sect', { title: readableText(day.heading) }))
    day.questions.forEach((question, i) => {
      const block = questionStrips(question, part, desk)
      const strips = i === 0 ? [...dayStrips(day, part, desk), ...block] : block
      if (y + heightOf(strips) > desk.bottom && worthTurning(strips, y, desk)) y = nextPage(desk)
      if (i === 0) {
        const title = readableText(day.heading)
        outline.push({ title, page: desk.canvas.pages.length - 1, y: Math.max(0, y - 4), children: [] })
      }
      y = flow(
        strips,
        y,
        { fresh: continuedTop(desk), bottom: desk.bottom },
        () => nextPage(desk),
        () => columnOfWords(desk),
      )
    })
  }
  return outline
}

/** A question stays whole where a page can hold it; a higher one, and the first one, begin where half a page is left. */
function worthTurning(strips: readonly Strip[], y: number, desk: Desk): boolean {
  const page = sideHeight(desk)
  const canStayWhole = heightOf(strips) <= page && desk.canvas.page.questions.length > 0
  return y > continuedTop(desk) && (canStayWhole || desk.bottom - y < page / 2)
}

const nextPage = (desk: Desk): number =>
  turnOver({ kind: 'guide', day: null, name: [{ text: desk.style.words.guide }], nameField: false }, desk)

/** `left` is the edge of the boxes, `text` that of the words; the notes have what is right of `right`. */
function columnOfWords(desk: Desk): Column {
  const { left } = columnOf(desk.canvas.page, desk)
  return { left, text: left + hanging.all, right: left + hanging.all + wordsWidth(desk) }
}

/** Of all that is no prompt. */
const wordsStyle = (desk: Desk): ProseStyle => ({
  size: desk.style.type.key,
  leading: desk.style.type.keyLeading,
  faceOf: textFace,
  codeScale: 0.92,
  ink: 1,
  width: wordsWidth(desk),
})

const wordsWidth = (desk: Desk): number => columnWidth(desk) * (1 - notesShare) - hanging.all - notesGap

/** The day, and at the right over the notes its minutes. */
function dayStrips({ heading, minutes, notes }: GuideDayPlan, part: () => Element, desk: Desk): Strip[] {
  const { canvas, looks, style } = desk
  const size = looks.label.size + 3
  const faces = plainFaces('label-strong', 'label-strong')
  const width = wordsWidth(desk) + hanging.all
  const element = lazily(() => canvas.element(part(), 'H2'))
  const runs = headingRuns(heading)
  const lines = setLines(runs, width, { size, faceOf: faces }, desk)
  const partsOf = runs.some(({ math }) => math) ? stretchesOf(runs, element, desk) : null
  const said = fillWords(style.words.minutesTotal, { n: minutes })
  const title = kept([
    room(overDay),
    ...lines.map((line, i) => ({
      height: size * 1.3,
      draw: (y: number, { left }: Column) => {
        if (partsOf)
          for (const part of partsOf(line)) putPart(part, { ink: 1, leading: size * 1.3 }, left, y + size, desk)
        else canvas.line(ownedBy(element()), line, 1, left, y + size)
        if (i > 0) return
        const { right } = columnOf(canvas.page, desk)
        canvas.wordsBefore(ownedBy(canvas.element(part(), 'P')), said, looks.label, right, y + size)
      },
    })),
    room(2),
  ])
  return [...title, ...noteStrips(notes, wordsStyle(desk), part, desk)]
}

function questionStrips(question: GuideQuestionPlan, part: () => Element, desk: Desk): Strip[] {
  const { canvas, style, looks } = desk
  const { key, keyLeading } = style.type
  const width = wordsWidth(desk)
  const element = lazily(() => canvas.element(part(), 'Div'))
  const label = lazily(() => canvas.element(element(), 'P'))
  const prompt: ProseStyle = {
    size: key + promptGrowth,
    leading: keyLeading + promptGrowth,
    faceOf: (run) => textFace({ ...run, strong: true }),
    codeScale: 0.92,
    ink: 1,
    width,
  }
  const plain = wordsStyle(desk)
  const strips = [
    ...proseStrips(question.prompt, prompt, element, desk),
    ...paragraph(
      [{ text: [question.kind, question.written ?? style.words.uncited].join(' · ') }],
      small(looks.small),
      element,
      desk,
    ),
    ...answerStrips(question, plain, small(looks.label), element, desk),
    ...sectionStrips(question, plain, element, desk),
    room(2),
    ...noteStrips(question.notes, plain, element, desk),
    ...paragraph([{ text: question.listen }], { ...plain, faceOf: () => 'text-emphasis' }, element, desk),
  ]
  const hung = hangingLines(question, desk)
  const missing = hung.length * (looks.small.size * 1.3) - heightOf(strips)
  return [...kept([divider(desk)]), ...hangLabel(strips, question, hung, label, desk), room(Math.max(0, missing) + air)]

  function small({ size, ink }: Look): ProseStyle {
    return { size, ink, leading: size * 1.35, faceOf: plainFaces('label', 'label-strong'), width }
  }
}

/** The answer under its heading: before the sections, for it is what an instructor looks for first. */
function answerStrips(
  { answer, answerHeading }: GuideQuestionPlan,
  style: ProseStyle,
  headingStyle: ProseStyle,
  element: () => Element,
  desk: Desk,
): Strip[] {
  if (answer.length === 0) return []
  return [
    room(2),
    ...paragraph([{ text: answerHeading, strong: true }], headingStyle, element, desk),
    ...proseStrips(answer, style, element, desk),
    room(2),
  ]
}

/** What the author says to whoever teaches, under its own label. */
function noteStrips(notes: readonly RichBlock[], style: ProseStyle, element: () => Element, desk: Desk): Strip[] {
  return notes.length === 0 ? [] : [...proseStrips(notes, style, element, desk), room(2)]
}

/** A hairline over the whole width: notes belong to the question beside them. */
function divider(desk: Desk): Strip {
  const { canvas, style } = desk
  return {
    height: 1 + air,
    draw: (y) => {
      const { left, right } = columnOf(canvas.page, desk)
      canvas.rule(furniture, left, right, y, style.ruling.weight, style.ruling.ink)
    },
  }
}

/** Under the code: minutes, and the page of the question. */
function hangingLines({ question, minutes }: GuideQuestionPlan, { plan, style }: Desk): string[] {
  const page = plan.pageOf[question]
  return [
    fillWords(style.words.minutes, { n: minutes }),
    ...(page === undefined ? [] : [fillWords(style.words.page, { page })]),
  ]
}

/** Hangs box, code and what is under it beside the first strips. They are drawn with the first one, so that they stay together. */
function hangLabel(
  strips: readonly Strip[],
  { label, question }: GuideQuestionPlan,
  under: readonly string[],
  element: () => Element,
  desk: Desk,
): Strip[] {
  const { canvas, looks, style } = desk
  const first = strips[0] ?? room(style.type.keyLeading)
  const draw = (y: number, column: Column): void => {
    const baseline = y + baselineOf(first, style.type.keyLeading + promptGrowth)
    const owner = ownedBy(element())
    canvas.box(furniture, column.left, baseline - 7, 7, 7, style.frame, 1)
    canvas.words(owner, label, looks.labelStrong, column.left + hanging.box, baseline, { space: true })
    under.forEach((words, i) => {
      const line = baseline + (i + 1) * looks.small.size * 1.3
      canvas.words(owner, words, looks.small, column.left + hanging.box, line, { space: true })
    })
    canvas.page.questions.push(question)
    first.draw(y, column)
  }
  return [redrawn(first, draw), ...strips.slice(1)]
}

/** "§1.3 Three quiet weeks. Nothing looked broken …": number and title bold, then the beginning of the section. */
function sectionStrips({ sections }: GuideQuestionPlan, style: ProseStyle, parent: () => Element, desk: Desk): Strip[] {
  const list = lazily(() => desk.canvas.element(parent(), 'L'))
  return sections.flatMap(({ file, excerpt, ...section }) => {
    const item = lazily(() => desk.canvas.element(desk.canvas.element(list(), 'LI'), 'LBody'))
    const runs: Run[] = [
      ...(file === null ? [] : [{ text: file, code: true as const }, { text: ' ' }]),
      ...inBold(sectionRuns(section, desk)),
      ...(excerpt === '' ? [] : [{ text: `  ${excerpt}` }]),
    ]
    const hung: ProseStyle = { ...style, width: style.width - hang }
    return paragraphStrips(runs, hung, item, desk).map((strip, i) => (i === 0 ? strip : shifted(strip, hang)))
  })
}

/** A strip that is drawn further right. */
const shifted = (strip: Strip, by: number): Strip =>
  redrawn(strip, (y, column) => strip.draw(y, { ...column, text: column.text + by }))

const paragraph = (runs: readonly Run[], style: ProseStyle, parent: () => Element, desk: Desk): Strip[] =>
  paragraphStrips(
    runs,
    style,
    lazily(() => desk.canvas.element(parent(), 'P')),
    desk,
  )
