/**
 * Slides that differ only in their words are drawn once.
 *
 * To draw and finish a slide costs some twenty times what it costs to write its words, and a deck of a thousand slides has a few dozen
 * looks. So each look is drawn once, as a sample that carries marks in place of words, and each slide is its sample with the marks
 * filled in. Words cannot change a look: they are escaped, so no edit of the finishing pass, all of which go by signs of XML, can take
 * them for something else. `tests/deck/draw/looks.test.ts` holds that to account.
 */
import { cleanText, escapeXml } from '../finish/xml.js'
import type { Item, Paragraph, Slide, SlideRun, Slides } from '../slides-model.js'

/** A deck sorted by looks. */
export interface Looks {
  /** The deck with one slide a look, marks in place of words. */
  samples: Slides
  /** What tells each sample from all others. */
  keys: string[]
  /** Where links of samples lead: to marks. */
  numbers: SlideNumbers
  /** Each slide of the deck: the index of its sample, and its words by the numbers of their marks, escaped. */
  slides: { sample: number; words: readonly string[] }[]
}

/** Number of each slide by its id, as a link writes it down: a mark in samples. */
export type SlideNumbers = ReadonlyMap<string, string>

/** The number of each slide, from 1, by its id. */
export const slideNumbers = ({ slides }: Slides): SlideNumbers =>
  new Map(slides.map(({ id }, i) => [id, String(i + 1)]))

/** Word `index` in a sample. The two signs are for a program's own use (Unicode: noncharacters); nothing that samples keep holds them. */
export const mark = (index: number): string => `\uFDD0${index}\uFDD1`
const marked = /\uFDD0(\d+)\uFDD1/

/** The mark of the first word, which every slide has: its number. */
export const numberMark = mark(0)

/** A slide with marks for words. */
export interface MarkedSlide {
  sample: Slide
  /** What tells the sample from others. */
  look: string
  /** The words, by the numbers of their marks: escaped, since they are filled into XML. */
  words: readonly string[]
  /** Which numbers slides had when they were asked for, by their ids. */
  asked: readonly (readonly [id: string, number: string | undefined])[]
}

/** Slides that were marked before, by their items. */
export type MarkedBefore = WeakMap<readonly Item[], MarkedSlide>

/** Sorts the slides of a deck by their looks. `before` is that of one who sorts again and again: its slides are not marked again. */
export function sortByLook(slides: Slides, before?: MarkedBefore): Looks {
  const numbers = slideNumbers(slides)
  const known = new Map<string, number>()
  const samples: Slide[] = []
  const sorted = slides.slides.map((slide, i) => {
    const marked = before ? markedOnce(slide, String(i + 1), numbers, before) : markSlide(slide, String(i + 1), numbers)
    const index = known.get(marked.look) ?? samples.push(marked.sample) - 1
    known.set(marked.look, index)
    return { sample: index, words: marked.words }
  })
  const most = sorted.reduce((sum, { words }) => Math.max(sum, words.length), 0)
  const marks = Array.from({ length: most }, (_, i) => mark(i))
  return {
    samples: { ...slides, slides: samples, shows: [] },
    keys: [...known.keys()],
    numbers: new Map(marks.map((each) => [each, each])),
    slides: sorted,
  }
}

/** All that is read of a slide is its items, its number and those that it leads to, and the few things that are compared here. */
function markedOnce(slide: Slide, number: string, numbers: SlideNumbers, before: MarkedBefore): MarkedSlide {
  const known = before.get(slide.items)
  const isSame =
    known?.words[0] === number &&
    known.words[1] === escapeXml(slide.id) &&
    known.sample.layout === slide.layout &&
    known.sample.seconds === slide.seconds &&
    known.sample.notes.length > 0 === slide.notes.length > 0 &&
    known.asked.every(([id, number]) => numbers.get(id) === number)
  if (isSame) return known
  const marked = markSlide(slide, number, numbers)
  before.set(slide.items, marked)
  return marked
}

const nowhere: Slide['place'] = {
  file: '',
  start: { line: 0, column: 0, offset: 0 },
  end: { line: 0, column: 0, offset: 0 },
}

/** Puts marks in the place of words. What is neither drawn nor animated is the same in all samples. */
function markSlide(slide: Slide, number: string, numbers: SlideNumbers): MarkedSlide {
  const words = [number, slide.id]
  const asked: [id: string, number: string | undefined][] = []
  const marking: Marking = {
    numberOf(id) {
      const found = numbers.get(id)
      asked.push([id, found])
      return found
    },
    mark: (word) => mark(words.push(word) - 1),
  }
  const sample: Slide = {
    id: mark(1),
    questionId: null,
    place: nowhere,
    layout: slide.layout,
    section: 'Samples',
    title: '',
    seconds: slide.seconds,
    items: slide.items.map((item) => markItem(item, marking)),
    notes: slide.notes.length > 0 ? ['.'] : [],
  }
  return { sample, look: JSON.stringify(sample), words: words.map(escapeXml), asked }
}

interface Marking {
  /** The number of a slide by its id, where there is such a slide. */
  numberOf: (id: string) => string | undefined
  /** A mark for a word. */
  mark: (word: string) => string
}

function markItem(item: Item, marking: Marking): Item {
  const { mark, numberOf } = marking
  const mine = (paragraphs: readonly Paragraph[]) => paragraphs.map((each) => markParagraph(each, marking))
  switch (item.type) {
    case 'placeholder': {
      const { link, ...rest } = item
      const to = link && numberOf(link.to)
      const linked = to === undefined ? {} : { link: { to: mark(to), tip: mark(link?.tip ?? '') } }
      return { ...rest, ...linked, paragraphs: mine(item.paragraphs) }
    }
    case 'text':
    case 'panel':
      return { ...item, paragraphs: mine(item.paragraphs) }
    case 'table':
      return { ...item, alt: mark(item.alt), rows: item.rows.map((row) => ({ ...row, cells: row.cells.map(mine) })) }
    case 'frame':
      return { ...item, alt: item.alt === null ? null : mark(item.alt) }
    case 'picture':
      return { ...item, alt: mark(item.alt) }
    case 'rule':
    case 'bar':
      return item
  }
}

const markParagraph = (paragraph: Paragraph, marking: Marking): Paragraph => ({
  ...paragraph,
  runs: paragraph.runs.map((run) => markRun(run, marking)),
})

/** Line breaks stay, and a run without letters stays one: both are drawn otherwise than words are. */
function markRun(run: SlideRun, { mark, numberOf }: Marking): SlideRun {
  const marked = { ...run }
  marked.text = markLines(cleanText(run.text), mark)
  if (run.href !== undefined) marked.href = mark(run.href)
  if (run.to === undefined) return marked
  const number = numberOf(run.to)
  if (number === undefined) delete marked.to
  else marked.to = mark(number)
  return marked
}

function markLines(text: string, mark: Marking['mark']): string {
  if (text === '') return ''
  if (!text.includes('\n')) return mark(text)
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : mark(line)))
    .join('\n')
}

/** A part of a sample, cut at its marks: fixed text and numbers of words, by turns. */
export type Pattern = readonly string[]

/** The XML of a sample → its pattern: the text between its marks, and the numbers of the marks. */
export const patternOf = (xml: string): Pattern => xml.split(marked)
