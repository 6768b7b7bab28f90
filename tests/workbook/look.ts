/** What tests see of laid-out pages: where things are, whose they are, what the words say. */
import type { Template } from '../../src/template/model.js'
import { mm } from '../../src/template/paper.js'
import type { Element, Item, Page, Pages } from '../../src/workbook/pages-model.js'

export interface Frame {
  left: number
  top: number
  right: number
  bottom: number
}

/** The letters of an item, from the height of capitals to the baseline; the ink of anything else. */
export function frameOf(item: Item): Frame {
  switch (item.type) {
    case 'text':
      return { left: item.x, top: item.y - item.size * 0.7, right: item.x + item.width, bottom: item.y }
    case 'formula':
      return { left: item.x, top: item.y - item.over, right: item.x + item.width, bottom: item.y + item.under }
    case 'line':
      return {
        left: Math.min(item.x1, item.x2),
        top: Math.min(item.y1, item.y2),
        right: Math.max(item.x1, item.x2),
        bottom: Math.max(item.y1, item.y2),
      }
    case 'box':
    case 'picture':
    case 'code':
      return { left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height }
    case 'dots':
      return {
        left: item.x,
        top: item.y,
        right: item.x + Math.max(0, item.columns - 1) * item.pitch,
        bottom: item.y + Math.max(0, item.rows - 1) * item.pitch,
      }
    case 'sign':
      return {
        left: item.x - item.radius,
        top: item.y - item.radius,
        right: item.x + item.radius,
        bottom: item.y + item.radius,
      }
  }
}

/** The page less its margins; the strip of the key reaches out to what printers leave blank. */
export function typeArea(page: Page, { workbook }: Template): Frame {
  const { margins, key } = workbook
  const [inner, outer] = [mm(margins.inner), mm(key === 'fold' && page.kind === 'day' ? 6 : margins.outer)]
  return {
    left: page.side === 'right' ? inner : outer,
    top: mm(margins.top),
    right: page.width - (page.side === 'right' ? outer : inner),
    bottom: page.height - mm(margins.bottom),
  }
}

const inside = (a: Frame, b: Frame, slack: number): boolean =>
  a.left >= b.left - slack && a.top >= b.top - slack && a.right <= b.right + slack && a.bottom <= b.bottom + slack

/** Items that stand in a margin, in words; none is good. Half the weight of a line and kerning may reach out by a point. */
export function outsiders(pages: Pages, template: Template): string[] {
  return pages.pages.flatMap((page) => {
    const area = typeArea(page, template)
    return page.items
      .filter((item) => !inside(frameOf(item), area, 1))
      .map((item) => `page ${page.label}: ${item.type} ${JSON.stringify(frameOf(item))} ${textOf(item)}`)
  })
}

const overlap = (a: Frame, b: Frame, slack: number): boolean =>
  a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack

/** Texts and formulas that stand on one another, in words; none is good. */
export function collisions(pages: Pages): string[] {
  return pages.pages.flatMap((page) => {
    const set = page.items.filter((item) => item.type === 'text' || item.type === 'formula')
    const texts = set.map((item) => ({ item, frame: frameOf(item) }))
    return texts.flatMap((one, i) =>
      texts
        .slice(i + 1)
        .filter((other) => overlap(one.frame, other.frame, 0.6))
        .map((other) => `page ${page.label}: "${textOf(one.item)}" on "${textOf(other.item)}"`),
    )
  })
}

/** The words of a text; of a formula its TeX. */
export const textOf = (item: Item): string =>
  item.type === 'text' ? item.pieces.map(({ text }) => text).join('') : item.type === 'formula' ? item.source : ''

/** All elements with their parents. */
export function elementsOf(root: Element): Map<string, { element: Element; parents: Element[] }> {
  const found = new Map<string, { element: Element; parents: Element[] }>()
  const visit = (element: Element, parents: Element[]): void => {
    found.set(element.id, { element, parents })
    for (const child of element.children) visit(child, [...parents, element])
  }
  visit(root, [])
  return found
}

/** An item of a question's element, with the page that it is on. */
export interface Owned {
  page: Page
  item: Item
  element: Element
}

/** The section of each question of the day sheets, in the order of the pages, with all items that it owns. */
export function questionSections(pages: Pages): { element: Element; items: Owned[] }[] {
  const elements = elementsOf(pages.structure)
  const days = pages.structure.children.filter((child) => child.children[0]?.type === 'H1')
  const sections = days.flatMap((day) =>
    day.children.filter(({ type, children }) => type === 'Sect' && children[0]?.type === 'P'),
  )
  const items = pages.pages.flatMap((page) =>
    page.items.flatMap((item) => {
      const owner = 'element' in item.owner ? elements.get(item.owner.element) : undefined
      return owner ? [{ page, item, element: owner.element, parents: owner.parents }] : []
    }),
  )
  return sections.map((element) => ({ element, items: items.filter(({ parents }) => parents.includes(element)) }))
}

/** The words of an item list as a reader hears them: texts in the order of the structure tree, artifacts left out. */
export function wordsInOrder(pages: Pages, root: Element = pages.structure): string {
  const texts = new Map<string, string>()
  for (const item of pages.pages.flatMap((page) => page.items))
    if ('element' in item.owner) {
      // A formula on several lines is said once.
      const before = item.type === 'formula' ? '' : (texts.get(item.owner.element) ?? '')
      texts.set(item.owner.element, before + textOf(item))
    }
  const visit = (element: Element): string => (texts.get(element.id) ?? '') + element.children.map(visit).join('')
  return visit(root)
}

/** Words without blanks and hyphens: what no breaking of lines may change. */
export const lettersOf = (text: string): string => text.replace(/[\s\u00AD\u200B-]/g, '').normalize('NFC')
