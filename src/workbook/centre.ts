/** Pages on paper that is larger than what they were laid out on: `paper: both` lays out once, and prints on A4 and on Letter. */
import { knownPaper, mm } from '../template/paper.js'
import type { Item, Page, Pages } from './pages-model.js'

/** The pages in the middle of paper of `width` × `height` pt. Breaks, numbers and words are the same; only places move. */
export function centredOn(pages: Pages, width: number, height: number, before?: MovedBefore): Pages {
  const shifts = pages.pages.map((page) => ({ x: (width - page.width) / 2, y: (height - page.height) / 2 }))
  if (shifts.every(({ x, y }) => x === 0 && y === 0)) return pages
  const down = (page: number): number => shifts[page]?.y ?? 0
  return {
    ...pages,
    pages: pages.pages.map((page, i) => movedPage(page, shifts[i] ?? { x: 0, y: 0 }, { width, height }, before)),
    outline: pages.outline.map(function lower(item): Pages['outline'][number] {
      return { ...item, y: item.y + down(item.page), children: item.children.map(lower) }
    }),
    destinations: pages.destinations.map((place) => ({ ...place, y: place.y + down(place.page) })),
  }
}

interface Shift {
  x: number
  y: number
}

/** Items that were moved before, by their places on each paper. */
export type MovedBefore = WeakMap<Item, { by: Shift; item: Item }[]>

function movedPage(
  page: Page,
  by: Shift,
  paper: { width: number; height: number },
  before: MovedBefore | undefined,
): Page {
  return {
    ...page,
    ...paper,
    body: { top: page.body.top + by.y, bottom: page.body.bottom + by.y },
    items: page.items.map((item) => movedOnce(item, by, before)),
    links: page.links.map((link) => ({ ...link, x: link.x + by.x, y: link.y + by.y })),
  }
}

function movedOnce(item: Item, by: Shift, before: MovedBefore | undefined): Item {
  const all = before?.get(item) ?? []
  const known = all.find((each) => each.by.x === by.x && each.by.y === by.y)
  if (known) return known.item
  const made = movedItem(item, by)
  before?.set(item, [...all, { by, item: made }])
  return made
}

function movedItem(item: Item, { x, y }: Shift): Item {
  if (item.type === 'line') return { ...item, x1: item.x1 + x, y1: item.y1 + y, x2: item.x2 + x, y2: item.y2 + y }
  return { ...item, x: item.x + x, y: item.y + y }
}

/** One way to print pages. */
export interface Printing {
  /** What the file's name says of the paper: '', or, where pages are printed on several, "-a4". */
  suffix: string
  /** Pages as they were laid out → on that paper. */
  print: (pages: Pages, before?: MovedBefore) => Pages
}

/** Each paper that a paper's name stands for. One alone is that of the pages, as they were laid out. */
export function printings(paper: string): Printing[] {
  const { printed } = knownPaper(paper)
  if (printed.length === 1) return [{ suffix: '', print: (pages) => pages }]
  return printed.map(({ name, size: [width, height] }) => ({
    suffix: `-${name}`,
    print: (pages, before) => centredOn(pages, mm(width), mm(height), before),
  }))
}
