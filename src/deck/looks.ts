/**
 * Slides that differ only in their words are drawn once.
 *
 * To draw and finish a slide costs some twenty times what it costs to write its words, and a deck of a thousand slides has a few dozen
 * looks. So each look is drawn once, as a sample that carries marks in place of words, and each slide is its sample with the marks
 * filled in. Words cannot change a look: they are escaped, so no edit of the finishing pass, all of which go by signs of XML, can take
 * them for something else. `tests/deck/looks.test.ts` holds that to account.
 */
import { cleanText, escapeXml } from './finish/xml.js'
import type { Item, Paragraph, Slide, SlideRun, Slides } from './slides-model.js'

/** A deck sorted by looks. */
export interface Looks {
  /** The deck with one slide a look, marks in place of words. */
  samples: Slides
  /** What tells each sample from all others. */
  keys: string[]
  /** Where links of samples lead: to marks. */
  numbers: SlideNumbers
  /** Each slide of the deck: the index of its sample, and its words by the numbers of their marks. */
  slides: { sample: number; words: string[] }[]
}

/** Number of each slide by its id, as a link writes it down: a mark in samples. */
export type SlideNumbers = ReadonlyMap<string, string>

export const slideNumbers = ({ slides }: Slides): SlideNumbers =>
  new Map(slides.map(({ id }, i) => [id, String(i + 1)]))

/** Word `index` in a sample. The two signs are for a program's own use (Unicode: noncharacters); nothing that samples keep holds them. */
export const mark = (index: number): string => `\uFDD0${index}\uFDD1`
const marked = /\uFDD0(\d+)\uFDD1/

/** The words that every slide has: its number, and its id. */
export const numberMark = mark(0)

/** Sorts the slides of a deck by their looks. */
export function sortByLook(slides: Slides): Looks {
  const numbers = slideNumbers(slides)
  const known = new Map<string, number>()
  const samples: Slide[] = []
  const sorted = slides.slides.map((slide, i) => {
    const { sample, words } = sampleOf(slide, String(i + 1), numbers)
    const look = JSON.stringify(sample)
    const index = known.get(look) ?? samples.push(sample) - 1
    known.set(look, index)
    return { sample: index, words }
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

const nowhere: Slide['place'] = {
  file: '',
  start: { line: 0, column: 0, offset: 0 },
  end: { line: 0, column: 0, offset: 0 },
}

/** A slide with marks for words, and the words. What is neither drawn nor animated is the same in all samples. */
function sampleOf(slide: Slide, number: string, numbers: SlideNumbers): { sample: Slide; words: string[] } {
  const words = [number, slide.id]
  const marking: Marking = { numbers, mark: (word) => mark(words.push(word) - 1) }
  const sample = {
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
  return { sample, words }
}

interface Marking {
  numbers: SlideNumbers
  /** A mark for a word. */
  mark: (word: string) => string
}

function markItem(item: Item, marking: Marking): Item {
  const { mark, numbers } = marking
  const mine = (paragraphs: readonly Paragraph[]) => paragraphs.map((each) => markParagraph(each, marking))
  switch (item.type) {
    case 'placeholder': {
      const { link, ...rest } = item
      const to = link && numbers.get(link.to)
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
function markRun(run: SlideRun, { mark, numbers }: Marking): SlideRun {
  const marked = { ...run }
  marked.text = markLines(cleanText(run.text), mark)
  if (run.href !== undefined) marked.href = mark(run.href)
  if (run.to === undefined) return marked
  const number = numbers.get(run.to)
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

export const patternOf = (xml: string): Pattern => xml.split(marked)

export const escapeWords = (words: readonly string[]): string[] => words.map(escapeXml)
