/** Ways through a PDF: links, named places and the outline (ISO 32000-1, 12.3 and 12.5). */
import type { Link, OutlineItem, Page } from '../pages-model.js'
import { pt } from './pdf-content.js'
import type { ObjectWriter } from './pdf-objects.js'
import type { PageWriter } from './pdf-pages.js'
import type { ParentTree, StructureTree } from './pdf-structure.js'
import { textString } from './pdf-text.js'
import { TreeWriter } from './pdf-trees.js'

/** Where a link or an item leads: the top of the window at `top` from the foot of a page, in pt. */
const placeOn = (page: number, top: number): string => `[${page} 0 R/XYZ null ${pt(top)} null]`

/** A link of the current page (12.5.6.5), without a frame, to be printed (flag 3). */
export function addLink(
  link: Link,
  prefix: string,
  objects: ObjectWriter,
  pages: PageWriter,
  tags: StructureTree,
  parents: ParentTree,
): void {
  const { x, y, width, height, words, to } = link
  const { annotations, height: pageHeight } = pages.page
  const id = objects.reserve()
  annotations.push(id)
  const key = parents.add(tags.hang(link.element, id))
  const rect = `${pt(x)} ${pt(pageHeight - y - height)} ${pt(x + width)} ${pt(pageHeight - y)}`
  const target =
    'destination' in to ? `/Dest${textString(prefix + to.destination)}` : `/A<</S/URI/URI${textString(to.url)}>>`
  objects.write(
    id,
    `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4/Contents${textString(words)}/StructParent ${key}${target}>>`,
  )
}

/** The named places of a file: put into words at its end, since those of a course are many. */
export class Destinations {
  readonly #places: { name: string; page: number; top: number }[] = []

  /** A place on a page, named by its object, at `y` from the top. */
  add(name: string, page: number, height: number, y: number): void {
    this.#places.push({ name: textString(name), page, top: height - y })
  }

  /** The name tree; the number of its root. Names are sorted as viewers look them up: by their bytes. */
  end(objects: ObjectWriter): number {
    const tree = new TreeWriter(objects, 'Names')
    this.#places.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    for (const { name, page, top } of this.#places) tree.add(name, placeOn(page, top))
    return tree.end()
  }
}

/** The outline (12.3.3). Items that are shown at first are counted; those under a folded one are not. */
export class Outline {
  readonly #objects: ObjectWriter
  /** Its object; 0 before the first item. */
  #root = 0
  /** Items of the top, which name each other. */
  readonly #top: { id: number; body: string }[] = []
  #visible = 0

  constructor(objects: ObjectWriter) {
    this.#objects = objects
  }

  /** Items at the top; `pages` are those that they name, `ids` their objects. */
  add(items: readonly OutlineItem[], pages: readonly Page[], ids: readonly number[]): void {
    this.#top.push(...this.#items(items, pages, ids))
  }

  /** As `add`, before all items that are there. */
  addFirst(items: readonly OutlineItem[], pages: readonly Page[], ids: readonly number[]): void {
    this.#top.unshift(...this.#items(items, pages, ids))
  }

  #items(items: readonly OutlineItem[], pages: readonly Page[], ids: readonly number[]) {
    return items.map((item) => {
      this.#root ||= this.#objects.reserve()
      this.#visible += 1 + (item.folded ? 0 : item.children.length)
      return this.#item(item, this.#root, pages, ids)
    })
  }

  /** Ends the outline; its object, or null without an item. */
  end(): string | null {
    if (this.#root === 0) return null
    const ends = this.#chain(this.#top)
    this.#objects.write(this.#root, `<</Type/Outlines/Count ${this.#visible}${ends}>>`)
    return `${this.#root} 0 R`
  }

  /** An item without its neighbours, and all that is under it. */
  #item(item: OutlineItem, parent: number, pages: readonly Page[], ids: readonly number[]) {
    const { title, page, y, folded = false, children } = item
    const id = this.#objects.reserve()
    const under = this.#chain(children.map((child) => this.#item(child, id, pages, ids)))
    const count = children.length === 0 ? '' : `/Count ${folded ? -children.length : children.length}`
    const place = placeOn(ids[page] ?? 0, (pages[page]?.height ?? 0) - y)
    return { id, body: `/Title${textString(title)}/Parent ${parent} 0 R/Dest${place}${count}${under}` }
  }

  /** Writes items with their neighbours; returns the entries that name the first and the last. */
  #chain(items: readonly { id: number; body: string }[]): string {
    items.forEach(({ id, body }, i) => {
      const [before, after] = [items[i - 1], items[i + 1]]
      const prev = before ? `/Prev ${before.id} 0 R` : ''
      const next = after ? `/Next ${after.id} 0 R` : ''
      this.#objects.write(id, `<<${body}${prev}${next}>>`)
    })
    const [first, last] = [items[0], items.at(-1)]
    return first && last ? `/First ${first.id} 0 R/Last ${last.id} 0 R` : ''
  }
}
