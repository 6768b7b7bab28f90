/** What stands before the weeks of a booklet: the plan of its title page and its contents, drawn from the pages of the weeks. */
import { fillWords, type Template } from '../../template/model.js'
import type { Direction } from '../../text/direction.js'
import type { Edition } from '../editions.js'
import { type Page, type Pages, placeInPart } from '../pages-model.js'

/** The title page and the contents of a booklet. Plain JSON. */
export interface FrontPlan {
  /** BCP 47 tag. */
  lang: string
  dir: Direction
  /** The course, or the weeks where nothing names it. */
  title: string
  /** What stands under it, a line each: the weeks, and the edition where it is not the one to write in. */
  under: string[]
  /** Learners write their name on it. */
  nameField: boolean
  weeks: ContentsWeek[]
}

/** A line of the contents. */
export interface ContentsEntry {
  title: string
  /** Label of the page. */
  page: string
  /** The named place in the file. */
  destination: string
}

/** A week, and its days and further pages in order; none where it has only one. */
export interface ContentsWeek extends ContentsEntry {
  parts: ContentsEntry[]
}

/** A page before each day would be said twice. */
const notListed: ReadonlySet<Page['kind']> = new Set(['brain-dump'])

/** Name of the place where an item of the outline leads, from 1; 0 is the beginning of the week. In digits, as all of them. */
const nameOfItem = (item: number): string => `o${String(item).padStart(5, '0')}`

/** The pages of a week with a named place for each item of its outline, for the contents. */
export function withPlaces(pages: Pages): Pages {
  const places = pages.outline.map(({ page, y }, i) => ({ name: nameOfItem(i + 1), page, y }))
  const beginning = { name: nameOfItem(0), page: 0, y: pages.outline[0]?.y ?? 0 }
  return { ...pages, destinations: [...pages.destinations, beginning, ...places] }
}

/** What the contents say of a week whose pages have these places. `part`: which of the booklet it is, from 1. */
export function contentsOf({ title, outline, pages }: Pages, part: number): ContentsWeek {
  const entry = (said: string, page: number, item: number): ContentsEntry => ({
    title: said,
    page: pages[page]?.label ?? '',
    destination: placeInPart(part, nameOfItem(item)),
  })
  const parts = outline.flatMap((item, i) =>
    notListed.has(pages[item.page]?.kind ?? 'blank') ? [] : [entry(item.title, item.page, i + 1)],
  )
  // Where a week has one thing, it leads to the same page.
  return { ...entry(title, 0, 0), parts: parts.length > 1 ? parts : [] }
}

/** More stretches of weeks than this are told by the first and the last of them. */
const mostStretches = 4

/**
 * The weeks of a course by their numbers: "Week 1 – Week 12", and where some are left out "Week 1 – Week 5, Week 7 – Week 12", of many stretches
 * "Week 1, …, Week 19"; null where not all have a number, or it is the same.
 */
export function spanOf(numbers: readonly (number | null)[], { words }: Pick<Template, 'words'>): string | null {
  const known = numbers.filter((number) => number !== null)
  const stretches = stretchesOf(known)
  const [first, last] = [stretches[0]?.first ?? 0, stretches.at(-1)?.last ?? 0]
  if (known.length < numbers.length || first === last) return null
  const named = (n: number): string => fillWords(words.week, { n })
  if (stretches.length > mostStretches) return [named(first), '…', named(last)].join(', ')
  return stretches
    .map((each) => (each.first === each.last ? named(each.first) : `${named(each.first)} – ${named(each.last)}`))
    .join(', ')
}

/** Numbers that follow each other without a gap, in order. */
function stretchesOf(numbers: readonly number[]): { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const stretch = stretches.at(-1)
    if (stretch && number <= stretch.last + 1) stretch.last = number
    else stretches.push({ first: number, last: number })
  }
  return stretches
}

/** What an edition is called on the title page; null for those that are written in. */
export function editionInWords(edition: Edition, { workbook }: Template): string | null {
  switch (edition) {
    case 'whole':
    case 'student':
      return null
    case 'key':
      return workbook.words.key
    case 'instructor':
      return workbook.words.guide
  }
}
