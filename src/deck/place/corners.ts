/** What question and check slides share: where we are, the code, the page of the printed sheet. */

import type { CheckSlide, QuestionSlide } from '../plan-model.js'
import type { Item, LayoutName } from '../slides-model.js'
import { type Desk, fill, lookOf, placeholderOf } from './desk.js'
import { fits } from './fit.js'
import { words } from './paragraphs.js'

/** Where we are, what it is worth where there is room to say it, and the code: top left and right. */
export function cornerItems(slide: QuestionSlide | CheckSlide, layout: LayoutName, desk: Desk): Item[] {
  const set = (name: 'where' | 'code', text: string) =>
    fill(name, [words(text, lookOf(placeholderOf(desk, layout, name)))])
  const { box } = placeholderOf(desk, layout, 'where')
  const worth = slide.role === 'question' && slide.points !== null ? `${slide.where} · ${slide.points}` : slide.where
  const whole = words(worth, lookOf(placeholderOf(desk, layout, 'where')))
  const where = set('where', fits([whole], box, desk.metrics) ? worth : slide.where)
  return [{ ...where, link: slide.back }, set('code', slide.code)]
}

/** The placeholder with the page label of the question's printed sheet; none where it is on no page. */
export function pageItem(slide: QuestionSlide | CheckSlide, layout: LayoutName, desk: Desk): Item[] {
  if (slide.page === null) return []
  return [fill('page', [words(slide.page, lookOf(placeholderOf(desk, layout, 'page')))])]
}
