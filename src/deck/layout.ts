/** DeckPlan → Slides: sizes chosen, boxes given, long texts parted. Pure; asks only metrics. */
import type { Log } from '../diagnostics.js'
import type { Template } from '../template/model.js'
import type { Metrics } from '../text/metrics.js'
import { formulasIn } from '../text/tex/formulas-in.js'
import { texRuns } from '../text/tex/tex-runs.js'
import type { DeckMemory } from './memory.js'
import { reportContrast } from './place/contrast.js'
import type { Desk } from './place/desk.js'
import { slideLayouts } from './place/layouts.js'
import { mirror } from './place/mirror.js'
import { placeCheck } from './place/place-check.js'
import { placeContents, placeDay, placeProtocol, placeTally, placeTitle } from './place/place-frame.js'
import { anew, once, type Placer } from './place/place-once.js'
import { placeQuestion, type SizedQuestion, sizeQuestion } from './place/place-question.js'
import type { DeckPlan, PlannedSection, PlannedSlide, QuestionSlide } from './plan-model.js'
import type { Item, Slide, Slides } from './slides-model.js'

/**
 * A ZIP without its 64-bit extension counts at most 65,535 parts, and no PPTX writer at hand writes that extension. A slide takes
 * four parts (slide, notes, and their relationships); the rest of the package takes fewer than 100.
 */
export const mostSlides = Math.floor((65_535 - 100) / 4)

/**
 * Places a planned deck. Reports `slide-text-split`, `reveal-no-room`, `reveal-in-print`, `names-on-slides`, `formula-in-source`, `deck-too-large` and `deck-contrast-low`.
 * `memory`: of one who builds again and again.
 */
export function layoutDeck(
  plan: DeckPlan,
  template: Template,
  metrics: Metrics,
  log: Log,
  memory?: DeckMemory,
): Slides {
  const style = template.deck
  reportContrast(style, log)
  const layouts = slideLayouts(style)
  const { size, fonts, type, autoAdvance } = style
  const turn = plan.dir === 'rtl' ? mirror(layouts, size.width) : null
  const desk: Desk = { style, metrics, log, layouts: new Map(layouts.map((layout) => [layout.name, layout])) }
  const placer = memory ? once(desk, plan.dir, memory.placedWith(metrics)) : anew(desk)
  const slides = plan.sections.flatMap((section) => placeSection(section, placer, desk, turn?.slide ?? asPlaced))
  if (slides.length > mostSlides)
    log.report('deck-too-large', { file: plan.file }, { slides: slides.length, most: mostSlides })
  if (slides.some(({ items }) => items.some(isRevealed))) log.report('reveal-in-print', { file: plan.file }, {})
  if (slides.some(({ items }) => items.some((item) => item.type === 'text' && item.atClick)))
    log.report('names-on-slides', { file: plan.file }, {})
  return {
    title: plan.title,
    lang: plan.lang,
    size,
    fonts,
    colours: style.schemes[style.scheme],
    autoAdvance,
    numberSize: type.number,
    layouts: turn?.layouts ?? layouts,
    slides,
    shows: plan.sections.flatMap(({ name, show }) =>
      show === null ? [] : [{ name: show, slides: idsOf(name, slides) }],
    ),
    ...(turn ? { dir: 'rtl' } : {}),
  }
}

const asPlaced = (slide: Slide): Slide => slide

const isRevealed = (item: Item): boolean =>
  item.type === 'panel' || (item.type === 'placeholder' && item.atClick === true)

const idsOf = (section: string, slides: readonly Slide[]): string[] =>
  slides.filter((slide) => slide.section === section).map(({ id }) => id)

function placeSection(section: PlannedSection, placer: Placer, desk: Desk, turned: (slide: Slide) => Slide): Slide[] {
  const questions = section.slides.filter((slide) => slide.role === 'question')
  const sized = new Map(questions.map((slide) => [slide.id, placer.size(slide, (own) => sizeQuestion(slide, own))]))
  const common = commonSize([...sized.values()])
  return section.slides.flatMap((slide) => {
    const size = slide.role === 'question' ? atCommonSize(slide, common, sized) : null
    const place = (each: PlannedSlide) =>
      placer.slides(each, JSON.stringify([section.name, size]), (own) =>
        placeSlide(each, section.name, size, own).map(turned),
      )
    const placed = place(slide)
    if (slide.role !== 'question' || slide.reveals === null || placed.some(({ items }) => items.some(isRevealed)))
      return placed
    desk.log.report('reveal-no-room', slide.place, { code: slide.code })
    return [...placed, ...place(slide.reveals)]
  })
}

/** One prompt size a day: the largest that all prompts fit that fit at all. A prompt over a table has less room, and makes no other smaller. */
function commonSize(sized: readonly SizedQuestion[]): number | null {
  const sizes = sized.flatMap(({ size, apart }) => (size === null || apart ? [] : [size]))
  return sizes.length === 0 ? null : Math.min(...sizes)
}

/** `size` is that of a question. */
function placeSlide(slide: PlannedSlide, section: string, size: SizedQuestion | null, desk: Desk): Slide[] {
  reportSources(slide, desk)
  switch (slide.role) {
    case 'title':
      return placeTitle(slide, section, desk)
    case 'contents':
      return placeContents(slide, section, desk)
    case 'protocol':
      return placeProtocol(slide, section, desk)
    case 'day':
      return placeDay(slide, section, desk)
    case 'question':
      return placeQuestion(slide, size ?? plainQuestion, section, desk)
    case 'check':
      return placeCheck(slide, section, desk)
    case 'tally':
      return placeTally(slide, section, desk)
  }
}

/** Tells of each formula that a slide has no native text for. */
function reportSources(slide: PlannedSlide, { log }: Desk): void {
  const of = 'code' in slide ? slide.code : slide.title
  for (const { source } of formulasIn([slide]))
    if (!texRuns(source.replace(/\s+/g, ' ').trim())) log.report('formula-in-source', slide.place, { of, source })
}

const plainQuestion: SizedQuestion = { layout: 'Recall question', size: null }

function atCommonSize(
  slide: QuestionSlide,
  common: number | null,
  sized: ReadonlyMap<string, SizedQuestion>,
): SizedQuestion {
  const found = sized.get(slide.id) ?? plainQuestion
  return found.size === null ? found : { ...found, size: Math.min(found.size, common ?? found.size) }
}
