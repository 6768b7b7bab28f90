/** Links of the key to the questions of which it tells. */
import { fillWords } from '../../template/model.js'
import { type Desk, placeName } from '../frame.js'
import type { Element } from '../pages-model.js'

/** Labels of the pages on which questions stand; only those of this file can be led to. */
export type QuestionPages = ReadonlyMap<string, { label: string; here: boolean }>

/** Where a link stands on its page, pt. */
interface LinkPlace {
  x: number
  y: number
  width: number
  height: number
}

/** To a question on a page of this file. */
export function linkToQuestion(
  question: string,
  label: string,
  page: string,
  element: Element,
  place: LinkPlace,
  desk: Desk,
): void {
  const { canvas, style } = desk
  canvas.page.links.push({
    element: element.id,
    ...place,
    to: { destination: placeName('q', question, desk) },
    words: fillWords(style.words.toQuestion, { name: label, page }),
  })
}

/** Where the day sheets stand in another file, to the entry of the question. */
export function linkToEntry(question: string, label: string, element: Element, place: LinkPlace, desk: Desk): void {
  desk.links.push({ page: desk.canvas.page, element: element.id, question, label, ...place })
}
