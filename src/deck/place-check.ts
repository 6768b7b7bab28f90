/** Places a check slide: the prompt small, where to look large, and how to mark. */
import { plainText } from '../text/rich.js'
import { type Desk, fill, lookOf, partId, placeholderOf, slideOf, titleTail } from './desk.js'
import { fits, largestFit, partParagraphs } from './fit.js'
import { paragraph, setRuns, words } from './paragraphs.js'
import { cornerItems, pageItem } from './place-question.js'
import type { CheckSlide, LookUp } from './plan-model.js'
import type { Paragraph, Slide, SlideRun } from './slides-model.js'

const layout = 'Recall check'

/** One slide, or more when there are more places to look than one can show. */
export function placeCheck(slide: CheckSlide, section: string, desk: Desk): Slide[] {
  const { box } = placeholderOf(desk, layout, 'body')
  const { textSizes } = desk.style
  const set = (size: number) => lookUps(slide, size, desk)
  const size = largestFit(set, textSizes, box, desk.metrics) ?? textSizes.at(-1) ?? 20
  const parts = partParagraphs(set(size), box, desk.metrics)
  const cue = words(slide.cue, lookOf(placeholderOf(desk, layout, 'cue')))
  return parts.map((body, i) => {
    const tail = parts.length === 1 ? '' : ` (${i + 1}/${parts.length})`
    const runs = checkTitle(slide, tail, desk)
    return slideOf(slide, section, layout, {
      id: partId(slide.id, i),
      title: plainText(runs),
      items: [
        fill('title', [paragraph(runs)]),
        fill('body', body),
        ...cornerItems(slide, layout, desk),
        fill('cue', [cue]),
        ...pageItem(slide, layout, desk),
      ],
    })
  })
}

/** "Check Mon 1: Why is …". A prompt too long even one step smaller is shortened here: it has just had its own slides. */
function checkTitle(slide: CheckSlide, part: string, desk: Desk): SlideRun[] {
  const { box, size } = placeholderOf(desk, layout, 'title')
  const shown = slide.prompt.length === 0 ? slide.label : `${slide.label}: ${plainText(slide.prompt)}`
  const set = (each: number, prompt = slide.prompt): SlideRun[] => [
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
  const found = largestFit((each) => [paragraph(set(each))], [size, small], box, desk.metrics)
  if (found !== null) return set(found)
  const letters = plainText(slide.prompt).split(' ')
  const shortened = (count: number) => set(small, [{ text: `${letters.slice(0, count).join(' ')}…` }])
  let count = letters.length - 1
  while (count > 1 && !fits([paragraph(shortened(count))], box, desk.metrics)) count = Math.floor(count * 0.9)
  return shortened(count)
}

/** The heading with the file beside it when there is only one, then each place: number bold, title plain. */
function lookUps(slide: CheckSlide, size: number, { style }: Desk): Paragraph[] {
  const heading = (rest: SlideRun[] = []) =>
    paragraph([...setRuns([{ text: slide.heading }], { size: style.type.cue, colour: 'quiet' }), ...rest])
  if (slide.sources.length === 0) return [heading(), words(slide.noSource, { size }, { before: size / 3 })]
  return [heading(), ...slide.sources.flatMap((source) => lookUp(source, size))]
}

function lookUp({ file, title, places }: LookUp, size: number): Paragraph[] {
  const name = setRuns([{ text: file }], { size, strong: true, colour: 'accent' })
  const unnamed = places.every((place) => place.title === null)
  const labels = places.map((place) => place.label).join(', ')
  if (unnamed) {
    const text = labels === '' ? (title ?? '') : labels
    return [
      paragraph([...name, ...setRuns(text === '' ? [] : [{ text: `  ${text}` }], { size, strong: true })], {
        before: size / 3,
      }),
    ]
  }
  return [
    paragraph(name, { before: size / 3 }),
    ...places.map((place) =>
      paragraph(
        [
          ...setRuns([{ text: place.label }], { size, strong: true }),
          ...setRuns(place.title === null ? [] : [{ text: `  ${place.title}` }], { size }),
        ],
        { before: Math.round(size / 8) },
      ),
    ),
  ]
}
