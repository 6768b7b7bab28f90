/**
 * Pages → PDF bytes. It chooses nothing: everything is placed already.
 *
 * pdfkit writes pictures and metadata. Pages, fonts, the structure tree and what leads through the file are put into words here and in the
 * files beside this one, page by page, so that nothing but numbers of objects is kept of what was written.
 */
import type { Pictures } from '../pictures/model.js'
import type { FontSet } from '../text/fonts/fonts.js'
import type { WorkbookMemory } from './memory.js'
import { type Destination, type Element, type Page, type Pages, placeInPart } from './pages-model.js'
import { InWords, type OpenFile, openFile, type Ref } from './pdf/pdf-device.js'
import { FontWriter } from './pdf/pdf-fonts.js'
import { FormulaWriter } from './pdf/pdf-formulas.js'
import { addLink, Destinations, Outline } from './pdf/pdf-navigation.js'
import { contentOf, yDown } from './pdf/pdf-page-content.js'
import { PageWriter } from './pdf/pdf-pages.js'
import { PictureWriter } from './pdf/pdf-pictures.js'
import { archiveLevelOf, standardsXmp } from './pdf/pdf-standards.js'
import { ParentTree, StructureTree } from './pdf/pdf-structure.js'

/** What the file carries beside its pages. `date` is the caller's, never today's, so that the same pages give the same bytes. */
export interface PdfMeta {
  date: Date
  /** The pictures that the pages name; none when left out. */
  pictures?: Pictures
  /** What was made for files before; nothing stays when it is left out. */
  memory?: WorkbookMemory | undefined
}

/**
 * Writes the pages as a tagged PDF 1.7: structure tree, outline, page labels, named destinations, links, embedded
 * subsets of the fonts that the pieces name. It declares PDF/UA-1 and PDF/A-2. The same pages, fonts and date give the same bytes.
 */
export async function renderPdf(pages: Pages, fonts: FontSet, meta: PdfMeta): Promise<Uint8Array> {
  const file = new PdfFile(pages, pages.pages.length > 1, fonts, meta)
  file.add(pages)
  return Buffer.concat(file.close())
}

/** What a booklet says of itself. */
export type BookletHead = Pick<Pages, 'title' | 'lang' | 'dir' | 'duplex'>

/**
 * Writes the pages of several weeks as one PDF, as `renderPdf` does for one; gives its bytes in pieces that follow each other, as soon as they are
 * written. Weeks are taken one by one and let go when they are written, so that a course of any length needs little memory. Each is a Part of the
 * structure, with its title, and a branch of the outline. `front`: makes what stands before them, when they are written and their places known; null
 * where nothing does.
 */
export function* renderBooklet(
  head: BookletHead,
  weeks: Iterable<Pages>,
  front: () => Pages | null,
  fonts: FontSet,
  meta: PdfMeta,
): Generator<Uint8Array> {
  const file = new PdfFile(head, true, fonts, meta)
  for (const week of weeks) {
    file.addPart(week)
    yield* file.takeWritten()
  }
  const before = front()
  if (before) file.addFront(before)
  yield* file.close()
}

/** A PDF in the making: pages are written as they are added, in one part or in several. */
class PdfFile {
  readonly #file: OpenFile
  readonly #pages: PageWriter
  readonly #parents: ParentTree
  readonly #destinations = new Destinations()
  readonly #outline: Outline
  readonly #fonts: FontWriter
  readonly #pictures: PictureWriter
  readonly #formulas: FormulaWriter
  readonly #memory: WorkbookMemory | undefined
  /** Roots of the structure of each week, under the Document of a booklet. */
  readonly #children: string[] = []
  /** Its object; 0 before the first part. */
  #document = 0
  #hasPrivateLetters = false
  readonly #duplex: boolean
  /** Title and language: what files of the same pages may differ in. */
  readonly #named: string

  constructor(head: BookletHead, hasBacks: boolean, fonts: FontSet, meta: PdfMeta) {
    const { date, pictures = new Map(), memory } = meta
    const options = {
      autoFirstPage: false,
      font: null,
      // Words are kept here, and shapes with the font.
      fontLayoutCache: false,
      pdfVersion: '1.7',
      // Adds the colour space that grey is read in, and the level in the metadata. Its 'PDF/UA' would add wrong CIDSets.
      subset: 'PDF/A-2a',
      tagged: true,
      lang: head.lang,
      displayTitle: true,
      info: {
        Title: asTitle(head.title),
        Creator: 'Cold Recall',
        Producer: 'Cold Recall (PDFKit)',
        CreationDate: date,
        ModDate: date,
      },
    }
    this.#file = openFile(options, memory?.files)
    const { device, objects } = this.#file
    this.#duplex = head.duplex
    this.#pages = new PageWriter(objects, String(device._root.data.Pages))
    this.#parents = new ParentTree(objects)
    this.#outline = new Outline(objects)
    this.#fonts = new FontWriter(objects, fonts, this.#pages)
    this.#pictures = new PictureWriter(device, pictures, this.#pages)
    this.#formulas = new FormulaWriter(objects, this.#pages)
    this.#memory = memory
    const preferences = device._root.data.ViewerPreferences as Ref
    Object.assign(preferences.data, {
      PrintScaling: 'None',
      PickTrayByPDFSize: true,
      // Inner margins change sides from page to page, so that a sheet can be punched.
      ...(head.dir === 'rtl' && { Direction: 'R2L' }),
      ...(head.duplex ? hasBacks && { Duplex: 'DuplexFlipLongEdge' } : { Duplex: 'Simplex' }),
    })
    device.appendXML(standardsXmp(date))
    this.#named = `${head.title}\n${head.lang}\n`
  }

  /** Pages of a file that is one week's. */
  add(pages: Pages): void {
    const { device } = this.#file
    const tree = this.#treeOf(pages.structure, device.getStructTreeRoot().id)
    this.#children.push(`${tree.id} 0 R`)
    this.#write(pages, tree, '')
    this.#outline.add(pages.outline, pages.pages, this.#pages.ids)
  }

  /** Pages of one week among others. It begins on a front side. */
  addPart(pages: Pages): void {
    const { objects } = this.#file
    if (this.#duplex && this.#pages.ids.length % 2 === 1) this.#addBlank(pages.pages[0])
    const first = this.#pages.ids.length
    this.#document ||= objects.reserve()
    const root: Element = { ...pages.structure, type: 'Part', title: pages.title }
    const tree = this.#treeOf(root, this.#document)
    this.#children.push(`${tree.id} 0 R`)
    this.#write(pages, tree, placeInPart(this.#children.length, ''))
    const branch = {
      title: pages.title,
      page: 0,
      y: pages.outline[0]?.y ?? 0,
      folded: true as const,
      children: pages.outline,
    }
    this.#outline.add([branch], pages.pages, this.#pages.ids.slice(first))
  }

  /** Pages that come before all others, and are written when those are. They lead to the named places of all parts. */
  addFront(pages: Pages): void {
    this.#document ||= this.#file.objects.reserve()
    this.#pages.turnToFront()
    const first = this.#pages.ids.length
    const root: Element = { ...pages.structure, type: 'Part' }
    const tree = this.#treeOf(root, this.#document)
    this.#children.unshift(`${tree.id} 0 R`)
    this.#write(pages, tree, '')
    this.#outline.addFirst(pages.outline, pages.pages, this.#pages.ids.slice(first))
  }

  /** Its bytes so far that were not taken, but for the last ones. */
  takeWritten(): Uint8Array[] {
    return this.#file.objects.takeWritten()
  }

  /** Ends the file; its bytes that were not taken, in pieces. */
  close(): Uint8Array[] {
    const { device, objects, close } = this.#file
    const catalog = device._root.data
    const structure = device.getStructTreeRoot()
    const children = `[${this.#children.join(' ')}]`
    if (this.#document !== 0)
      objects.write(this.#document, `<</Type/StructElem/S/Document/P ${structure}/K${children}>>`)
    structure.data.K = new InWords(this.#document === 0 ? children : `[${this.#document} 0 R]`)
    this.#fonts.end()
    structure.data.ParentTreeNextKey = this.#parents.next
    structure.data.ParentTree = new InWords(`${this.#parents.end()} 0 R`)
    const { kids, labels } = this.#pages.close()
    Object.assign((catalog.Pages as Ref).data, { Kids: new InWords(kids), Count: this.#pages.ids.length })
    catalog.PageLabels = new InWords(`${labels} 0 R`)
    ;(catalog.Names as Ref).data.Dests = new InWords(`${this.#destinations.end(objects)} 0 R`)
    const outline = this.#outline.end()
    if (outline) Object.assign(catalog, { Outlines: new InWords(outline), PageMode: 'UseOutlines' })
    const level = archiveLevelOf({ private: this.#hasPrivateLetters, inks: this.#pictures.hasInks })
    if (level === null) device.subset = undefined
    else device.subset_conformance = level === 'PDF/A-2a' ? 'A' : 'B'
    // pdfkit's own file id hangs on the information dictionary alone, which two different weeks may share.
    return close(this.#named)
  }

  #treeOf(root: Element, parent: number): StructureTree {
    return new StructureTree(this.#file.objects, this.#pages, root, parent, this.#memory?.files.elements)
  }

  #write(pages: Pages, tree: StructureTree, prefix: string): void {
    const { objects } = this.#file
    const places = pages.pages.map((): Destination[] => [])
    for (const place of pages.destinations) places[place.page]?.push(place)
    const desk = { tags: tree, fonts: this.#fonts, pictures: this.#pictures, formulas: this.#formulas }
    pages.pages.forEach((page, index) => {
      this.#pages.begin(page)
      const { operators, isPrivate } = contentOf(page, desk, this.#memory?.pages)
      this.#hasPrivateLetters ||= isPrivate
      const { owners } = this.#pages.page
      const parents =
        owners.length === 0 ? null : this.#parents.add(`[${owners.map((owner) => `${owner} 0 R`).join(' ')}]`)
      for (const link of page.links) addLink(link, prefix, objects, this.#pages, tree, this.#parents)
      for (const { name, y } of places[index] ?? [])
        this.#destinations.add(prefix + name, this.#pages.page.id, page.height, y)
      this.#pages.end(operators, parents)
    })
    tree.end()
  }

  /** A left page without a word, so that what follows begins on a sheet of its own. */
  #addBlank(like: Page | undefined): void {
    if (!like) return
    this.#pages.begin({ ...like, label: this.#pages.nextLabel })
    this.#pages.end(`${yDown(like.height)}\n`, null)
  }
}

/** Characters that XML 1.0 has no place for. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** pdfkit writes the title unescaped into the XMP packet; there alone it asks for `toString`. */
function asTitle(title: string): string {
  const plain = title.replace(notXml, '')
  const escaped = plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return Object.assign(new String(title), { toString: () => escaped }) as unknown as string
}
