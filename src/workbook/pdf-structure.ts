/**
 * The structure tree as PDF objects (ISO 32000-1, 14.7). Marked content and annotations are hung into it while the pages are written.
 *
 * Elements are by far the most objects of a file, and are put into words here, without a dictionary of values for each.
 */
import type { CodeItem, Element, PictureItem } from './pages-model.js'
import type { OpenFile, Ref } from './pdf-device.js'
import { withinString } from './pdf-standards.js'

/** An element being written. `kids` are already in words: `7` (marked content), `12 0 R`, `<</Type /MCR …>>`. */
interface OpenElement {
  ref: Ref
  element: Element
  parent: Ref
  kids: string[]
  page: Ref | null
  box: string | null
}

/** A text string (ISO 32000-1, 7.9.2.2): in ASCII where that will do, else UTF-16. */
export function textString(text: string): string {
  const words = withinString(text)
  if (/^[\x20-\x7E]*$/.test(words)) return `(${words.replace(/[\\()]/g, '\\$&')})`
  return `<feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`
}

/** The elements of one part of a file: those of its pages, opened together, and ended together when the pages are written. */
export class StructureTree {
  readonly #file: OpenFile
  readonly #elements = new Map<string, OpenElement>()

  /** `root` becomes a child of `parent`. */
  constructor(file: OpenFile, root: Element, parent: Ref) {
    this.#file = file
    this.ref = this.#add(root, parent)
  }

  /** The root of this part. */
  readonly ref: Ref

  #add(element: Element, parent: Ref): Ref {
    const ref = this.#file.device.ref({})
    const kids: string[] = []
    this.#elements.set(element.id, { ref, element, parent, kids, page: null, box: null })
    for (const child of element.children) kids.push(String(this.#add(child, ref)))
    return ref
  }

  /** Begins content of an element on the current page; returns the operator that opens it. */
  mark(id: string): string {
    const { device } = this.#file
    const open = this.#element(id)
    const owners = device.getStructParentTree().get(device.page.structParentTreeKey)
    const mcid = owners.push(open.ref) - 1
    const page = device.page.dictionary
    open.page ??= page
    open.kids.push(open.page === page ? String(mcid) : `<</Type /MCR /Pg ${page} /MCID ${mcid}>>`)
    return `/${open.element.type} <</MCID ${mcid}>> BDC`
  }

  /** Says where the picture or the code of an element stands. */
  place(id: string, { x, y, width, height }: PictureItem | CodeItem, pageHeight: number): void {
    const box = [x, pageHeight - y - height, x + width, pageHeight - y].map((value) => Math.round(value * 1e6) / 1e6)
    this.#element(id).box = `<</O /Layout /Placement /Block /BBox [${box.join(' ')}]>>`
  }

  /** Hangs an annotation into an element; returns its StructParent key. */
  annotation(id: string): { key: number; hang: (annotation: Ref) => void } {
    const { device } = this.#file
    const { ref, kids } = this.#element(id)
    const key = device.createStructParentTreeNextKey()
    device.getStructParentTree().add(key, ref)
    const page = device.page.dictionary
    return { key, hang: (annotation) => kids.push(`<</Type /OBJR /Obj ${annotation} /Pg ${page}>>`) }
  }

  end(): void {
    for (const open of this.#elements.values()) this.#file.writeObject(open.ref, bodyOf(open))
    this.#elements.clear()
  }

  #element(id: string): OpenElement {
    const element = this.#elements.get(id)
    if (!element) throw new Error(`No structure element "${id}"`)
    return element
  }
}

/** An element's own object. */
function bodyOf({ element, parent, kids, page, box }: OpenElement): string {
  const { type, actualText, alt, title, lang, numbering, scope, colSpan } = element
  let body = `<</Type /StructElem /S /${type} /P ${parent} /K [${kids.join(' ')}]`
  if (page) body += ` /Pg ${page}`
  if (actualText !== undefined) body += ` /ActualText ${textString(actualText)}`
  if (alt !== undefined) body += ` /Alt ${textString(alt)}`
  if (title !== undefined) body += ` /T ${textString(title)}`
  if (lang !== undefined) body += ` /Lang ${textString(lang)}`
  const attributes = [
    numbering !== undefined ? `<</O /List /ListNumbering /${numbering}>>` : '',
    scope !== undefined || colSpan !== undefined
      ? `<</O /Table${scope ? ` /Scope /${scope}` : ''}${colSpan ? ` /ColSpan ${colSpan}` : ''}>>`
      : '',
    box ?? '',
  ].filter((attribute) => attribute !== '')
  if (attributes.length === 1) body += ` /A ${attributes[0]}`
  if (attributes.length > 1) body += ` /A [${attributes.join(' ')}]`
  return `${body}>>`
}
