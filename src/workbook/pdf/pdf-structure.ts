/**
 * The structure tree as PDF objects (ISO 32000-1, 14.7). Marked content and annotations are hung into it while the pages are written.
 *
 * Elements are by far the most objects of a file, and are put into words here, without a dictionary of values for each.
 */
import type { WrittenElements } from '../file-memory.js'
import type { Element, ElementType, PictureItem } from '../pages-model.js'
import { pt } from './pdf-content.js'
import type { ObjectWriter } from './pdf-objects.js'
import type { PageWriter } from './pdf-pages.js'
import { textString } from './pdf-text.js'
import { TreeWriter } from './pdf-trees.js'

/**
 * An element being written. `content`, its kids that are no elements, is already in words: `7` (marked content), `<</Type/MCR …>>`. `parent`: object of
 * the element above; `page`: object of the page of its first content, 0 without.
 */
interface OpenElement {
  id: number
  element: Element
  parent: number
  content: string
  page: number
  box: string | null
}

/** Kids with one more behind them. */
const withKid = (kids: string, kid: string): string => (kids === '' ? kid : `${kids} ${kid}`)

/** Which elements own what stands on the pages (14.7.4.4): of a page all, by MCID; of an annotation one. */
export class ParentTree {
  readonly #tree: TreeWriter
  /** The key that comes next. */
  next = 0

  constructor(objects: ObjectWriter) {
    this.#tree = new TreeWriter(objects, 'Nums')
  }

  /** The key under which the owners are found. */
  add(owners: string): number {
    this.#tree.add(String(this.next), owners)
    return this.next++
  }

  /** Ends the tree; the number of its root. */
  end(): number {
    return this.#tree.end()
  }
}

/** The elements of one part of a file: those of its pages, opened together, and ended together when the pages are written. */
export class StructureTree {
  readonly #objects: ObjectWriter
  readonly #pages: PageWriter
  readonly #elements = new Map<string, OpenElement>()
  readonly #known: WrittenElements | undefined
  /** The root of this part. */
  readonly id: number

  /** `root` becomes a child of the object `parent`. `known`: elements that were written before. */
  constructor(objects: ObjectWriter, pages: PageWriter, root: Element, parent: number, known?: WrittenElements) {
    this.#objects = objects
    this.#pages = pages
    this.#known = known
    this.id = this.#add(root, parent)
  }

  #add(element: Element, parent: number): number {
    const id = this.#objects.reserve()
    this.#elements.set(element.id, { id, element, parent, content: '', page: 0, box: null })
    for (const child of element.children) this.#add(child, id)
    return id
  }

  typeOf(name: string): ElementType {
    return this.#element(name).element.type
  }

  /** Begins content of an element on the current page; returns the operator that opens it. */
  mark(name: string): string {
    const mcid = this.own(name)
    return `/${this.typeOf(name)} <</MCID ${mcid}>> BDC`
  }

  /** As `mark`, for content that is in words already; returns its number on the page. */
  own(name: string): number {
    const { id: page, owners } = this.#pages.page
    const open = this.#element(name)
    const mcid = owners.push(open.id) - 1
    if (open.page === 0) open.page = page
    const kid = open.page === page ? String(mcid) : `<</Type/MCR/Pg ${page} 0 R/MCID ${mcid}>>`
    open.content = withKid(open.content, kid)
    return mcid
  }

  /** Says where the picture, the code or the formula of an element stands; of a formula on several lines, that it does. */
  place(
    name: string,
    { x, y, width, height }: Pick<PictureItem, 'x' | 'y' | 'width' | 'height'>,
    pageHeight: number,
    placement: 'Block' | 'Inline',
  ): void {
    const box = [x, pageHeight - y - height, x + width, pageHeight - y].map(pt)
    const open = this.#element(name)
    const where = open.box === null ? `/BBox[${box.join(' ')}]` : ''
    open.box = `<</O/Layout/Placement/${placement}${where}>>`
  }

  /** Hangs an annotation of the current page into an element; returns the element's object. */
  hang(name: string, annotation: number): string {
    const open = this.#element(name)
    open.content = withKid(open.content, `<</Type/OBJR/Obj ${annotation} 0 R/Pg ${this.#pages.page.id} 0 R>>`)
    return `${open.id} 0 R`
  }

  end(): void {
    for (const open of this.#elements.values()) this.#objects.write(open.id, this.#bodyOf(open))
    this.#elements.clear()
  }

  /** An element's own object, as it was written before where nothing has moved: the objects under it follow it, in their order. */
  #bodyOf(open: OpenElement): string {
    const { id, element, parent, content, page, box } = open
    const known = this.#known?.get(element)
    if (
      known &&
      known.id === id &&
      known.parent === parent &&
      known.content === content &&
      known.page === page &&
      known.box === box
    )
      return known.body
    const body = bodyOf(open, this.#kidsOf(open))
    this.#known?.set(element, { id, parent, content, page, box, body })
    return body
  }

  #kidsOf({ element, content }: OpenElement): string {
    const kids = element.children.map((child) => `${this.#element(child.id).id} 0 R`)
    return (content === '' ? kids : [...kids, content]).join(' ')
  }

  #element(name: string): OpenElement {
    const element = this.#elements.get(name)
    if (!element) throw new Error(`No structure element "${name}"`)
    return element
  }
}

function bodyOf({ element, parent, page, box }: OpenElement, kids: string): string {
  const { type, actualText, alt, title, lang, numbering, scope, colSpan } = element
  let body = `<</Type/StructElem/S/${type}/P ${parent} 0 R/K[${kids}]`
  if (page !== 0) body += `/Pg ${page} 0 R`
  if (actualText !== undefined) body += `/ActualText${textString(actualText)}`
  if (alt !== undefined) body += `/Alt${textString(alt)}`
  if (title !== undefined) body += `/T${textString(title)}`
  if (lang !== undefined) body += `/Lang${textString(lang)}`
  // Most have none.
  if (numbering === undefined && scope === undefined && colSpan === undefined && box === null) return `${body}>>`
  const attributes = [
    numbering !== undefined ? `<</O/List/ListNumbering/${numbering}>>` : '',
    scope !== undefined || colSpan !== undefined
      ? `<</O/Table${scope ? `/Scope/${scope}` : ''}${colSpan ? `/ColSpan ${colSpan}` : ''}>>`
      : '',
    box ?? '',
  ].filter((attribute) => attribute !== '')
  if (attributes.length === 1) body += `/A${attributes[0]}`
  if (attributes.length > 1) body += `/A[${attributes.join(' ')}]`
  return `${body}>>`
}
