/**
 * Right-to-left workbooks: laid out as if lines began at the left, then mirrored as a whole. Numbers, margins, tables and fields
 * change sides; words and signs keep their shape, since only places move.
 */
import type { Item, Link, Page, Pages } from './pages-model.js'

/** Items that were mirrored before, on pages of this width. */
export type MirroredBefore = WeakMap<Item, { width: number; item: Item }>

/**
 * Pages for a right-to-left sheet: each item as far from the right edge as it was from the left, and right pages for left ones. `before` holds items that
 * were mirrored in the last build.
 */
export function mirrored(pages: Pages, before?: MirroredBefore): Pages {
  return { ...pages, dir: 'rtl', pages: pages.pages.map((page) => mirroredPage(page, before)) }
}

function mirroredPage(page: Page, before: MirroredBefore | undefined): Page {
  return {
    ...page,
    side: page.side === 'right' ? 'left' : 'right',
    items: page.items.map((item) => mirroredOnce(item, page.width, before)),
    links: page.links.map((link): Link => ({ ...link, x: page.width - link.x - link.width })),
  }
}

function mirroredOnce(item: Item, width: number, before: MirroredBefore | undefined): Item {
  const known = before?.get(item)
  if (known?.width === width) return known.item
  const made = mirroredItem(item, width)
  before?.set(item, { width, item: made })
  return made
}

function mirroredItem(item: Item, width: number): Item {
  switch (item.type) {
    case 'text':
    case 'box':
    case 'picture':
    case 'formula':
    case 'code':
      return { ...item, x: width - item.x - item.width }
    case 'line':
      return { ...item, x1: width - item.x2, x2: width - item.x1 }
    case 'dots':
      return { ...item, x: width - item.x - (item.columns - 1) * item.pitch }
    case 'sign':
      return { ...item, x: width - item.x }
  }
}
