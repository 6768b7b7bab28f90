/** Places a check slide: the prompt small, where to look large, and how to mark. */
import { mergeRuns } from '../../sheet/markdown/runs.js'
import type { Run } from '../../text/rich.js'
import { plainRuns } from '../../text/tex/plain-runs.js'
import { readableText } from '../../text/tex/tex-words.js'
import type { CheckSlide, LookUp } from '../plan-model.js'
import type { Box, Item, Paragraph, Slide, SlideRun } from '../slides-model.js'
import { type BodyPiece, bodyPieces, hasObjects } from './body-pieces.js'
import { cornerItems, pageItem } from './corners.js'
import { type Desk, fill, lookOf, partId, placeholderOf, slideOf, titleTail, titleWords } from './desk.js'
import { firstWords, fitted, largestSet } from './fit.js'
import { paragraph, type SaidRun, setBlocks, setRuns, words } from './paragraphs.js'
import { reportParted, stackPieces } from './stack.js'

const layout = 'Recall check'

/** One slide, or more when there are more places to look than one can show. */
export function placeCheck(slide: CheckSlide, section: string, desk: Desk): Slide[] {
  const { box } = placeholderOf(desk, layout, 'body')
  const parts = hasObjects(slide.answer) ? figureParts(slide, box, desk) : textParts(slide, box, desk)
  const cue = words(slide.cue, lookOf(placeholderOf(desk, layout, 'cue')))
  return parts.map((body, i) => {
    const tail = parts.length === 1 ? '' : ` (${i + 1}/${parts.length})`
    const runs = checkTitle(slide, tail, desk)
    return slideOf(slide, section, layout, {
      id: partId(slide.id, i),
      title: titleWords(runs),
      items: [
        fill('title', [paragraph(runs)]),
        ...body,
        ...cornerItems(slide, layout, desk),
        fill('cue', [cue]),
        ...pageItem(slide, layout, desk),
      ],
    })
  })
}

function textParts(slide: CheckSlide, box: Box, desk: Desk): Item[][] {
  const { textSizes } = desk.style
  const set = (size: number) => {
    const type = roomy(size, desk)
    return [...answers(slide, type), ...lookUps(slide, type)]
  }
  return fitted(set, textSizes, box, desk.metrics).map((part) => [fill('body', part)])
}

/** The answer and where to look, to be shown on the question's own slide, with the cue to mark below; null when it does not fit the box. */
export function revealedText(slide: CheckSlide, box: Box, desk: Desk): Paragraph[] | null {
  if (hasObjects(slide.answer)) return null
  const set = (size: number) => {
    const type = close(size, desk)
    const cue = words(slide.cue, { size: type.heading, colour: 'quiet' }, { before: type.air })
    return [...answers(slide, type), ...lookUps(slide, type), cue]
  }
  return largestSet(set, desk.style.textSizes, box, desk.metrics)
}

function figureParts(slide: CheckSlide, box: Box, desk: Desk): Item[][] {
  const stacked = stackPieces(answerPieces(slide, desk), box, desk)
  reportParted(stacked, desk)
  return stacked.boxfuls
}

/** An answer with tables in it: its heading, its pieces, then where to look. */
function answerPieces(slide: CheckSlide, desk: Desk): BodyPiece[] {
  const sources = slide.sources.length > 0 ? [{ paragraphs: (size: number) => lookUps(slide, roomy(size, desk)) }] : []
  return [{ paragraphs: (size) => [answerHeading(slide, roomy(size, desk))] }, ...bodyPieces(slide.answer), ...sources]
}

/** "Check Mon 1: Why is …". A prompt too long even one step smaller is shortened here: it has just had its own slides. */
function checkTitle(slide: CheckSlide, part: string, desk: Desk): SlideRun[] {
  const { box, size } = placeholderOf(desk, layout, 'title')
  const shown = slide.prompt.length === 0 ? slide.label : `${slide.label}: ${readableText(slide.prompt)}`
  const set = (each: number, prompt: readonly SaidRun[] = slide.prompt): SlideRun[] => [
    ...setRuns([{ text: prompt.length === 0 ? slide.label : `${slide.label}: ` }], {
      size: each,
      strong: true,
      colour: 'accent',
    }),
    ...setRuns(prompt, { size: each }),
    ...titleTail(slide.title, shown, each),
    ...(part === '' ? [] : setRuns([{ text: part }], { size: each, colour: 'quiet' })),
  ]
  const small = Math.round(size * 0.85)
  const [found] = largestSet((each) => [paragraph(set(each))], [size, small], box, desk.metrics) ?? []
  if (found) return found.runs
  const reminder = (prompt: readonly SaidRun[]) => set(small, prompt)
  return reminder(firstWords(plainRuns(slide.prompt), (prompt) => paragraph(reminder(prompt)), box, desk.metrics))
}

/** How an answer is set, pt. Headings are no larger than what they head; `air` stands between the answer and where to read on. */
interface AnswerType {
  size: number
  heading: number
  air: number
}

/** On a slide of its own. */
const roomy = (size: number, { style }: Desk): AnswerType => ({
  size,
  heading: Math.min(size, style.type.cue),
  air: size,
})

/** Below its question, where headings give way so that the answer itself is larger. */
const close = (size: number, { style }: Desk): AnswerType => ({
  size,
  heading: Math.min(size, style.type.corner),
  air: Math.round(size / 3),
})

/** What the sheet itself answers, before the places to look. */
function answers(slide: CheckSlide, type: AnswerType): Paragraph[] {
  return slide.answer.length === 0 ? [] : [answerHeading(slide, type), ...setBlocks(slide.answer, { size: type.size })]
}

const answerHeading = ({ answerHeading: text }: CheckSlide, { heading }: AnswerType): Paragraph =>
  words(text, { size: heading, colour: 'quiet' })

/** The heading, then per file its name and each place: number bold, title plain. The name of a lone file shares the heading's line. */
function lookUps(slide: CheckSlide, { size, heading: small, air }: AnswerType): Paragraph[] {
  const heading = setRuns([{ text: slide.heading }], { size: small, colour: 'quiet' })
  const [only, ...others] = slide.sources
  const top = slide.answer.length > 0 ? { before: air } : {}
  if (!only && slide.written !== null)
    return [paragraph(heading, top), words(slide.written, { size, strong: true }, { before: size / 3 })]
  if (!only && slide.answer.length > 0) return []
  if (!only) return [paragraph(heading), words(slide.noSource, { size }, { before: size / 3 })]
  if (others.length === 0 && hasTitles(only)) {
    const gap = setRuns([{ text: '  ' }], { size: small })
    return [
      paragraph([...heading, ...gap, ...fileRuns(only, small), ...noteRuns(only, small)], top),
      ...places(only, size),
    ]
  }
  return [paragraph(heading, top), ...slide.sources.flatMap((source) => lookUp(source, size))]
}

const hasTitles = ({ places }: LookUp): boolean => places.some((place) => place.title.length > 0)

function lookUp(source: LookUp, size: number): Paragraph[] {
  const name = fileRuns(source, size)
  const before = Math.round(size / 3)
  if (hasTitles(source)) return [paragraph([...name, ...noteRuns(source, size)], { before }), ...places(source, size)]
  const listed = source.places.flatMap(({ label }, i) => (i === 0 ? label : [{ text: ', ' }, ...label]))
  const label = setRuns(spaced(listed.length > 0 ? listed : source.title), { size, strong: true })
  return [paragraph([...name, ...label, ...noteRuns(source, size)], { before })]
}

/** Behind what stands before it on the line. */
const spaced = (runs: readonly Run[]): Run[] => (runs.length === 0 ? [] : mergeRuns([{ text: '  ' }, ...runs]))

/** The name of the file, which leads to it where it stands on the web. */
const fileRuns = ({ file, url }: LookUp, size: number): SlideRun[] =>
  setRuns([{ text: nameOf(file), ...(url === null ? {} : { href: url }) }], { size, strong: true, colour: 'accent' })

/** A web address by its host and path: accessibility checkers want links to have other words than their targets. */
const nameOf = (file: string): string => file.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')

const noteRuns = ({ note }: LookUp, size: number): SlideRun[] =>
  note === null ? [] : setRuns([{ text: `  (${note})` }], { size, colour: 'quiet' })

function places(source: LookUp, size: number): Paragraph[] {
  return source.places.map((place) =>
    paragraph([...setRuns(place.label, { size, strong: true }), ...setRuns(spaced(place.title), { size })], {
      before: Math.round(size / 8),
    }),
  )
}
