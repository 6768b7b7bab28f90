/**
 * Pages → PDF bytes. It chooses nothing: everything is placed already.
 *
 * pdfkit writes objects, fonts, metadata and the file; content streams are written here in one go per page, and the
 * structure tree is built from plain objects, because pdfkit takes the page of a link from where it happens to stand
 * when the element is closed, and leaves out text that carries a link.
 */
import { createHash } from 'node:crypto'
import type { Pictures } from '../pictures/model.js'
import { forShaper } from '../text/bidi.js'
import type { FontSet } from '../text/fonts.js'
import type { FaceName } from '../text/metrics.js'
import type { Destination, Element, Link, OutlineItem, Owner, Page, Pages, Piece } from './pages-model.js'
import { type GlyphRun, type GlyphWriter, operatorsOf } from './pdf-content.js'
import { type Device, type EmbeddedFont, type OpenFile, openFile, type PdfOutline, type Ref } from './pdf-device.js'
import { WordGlyphs } from './pdf-glyphs.js'
import { PictureWriter } from './pdf-pictures.js'
import { type ArchiveLevel, archiveLevelOf, standardsXmp, withinString } from './pdf-standards.js'
import { StructureTree } from './pdf-structure.js'

/** What the file carries beside its pages. `date` is the caller's, never today's, so that the same pages give the same bytes. */
export interface PdfMeta {
  date: Date
  /** The pictures that the pages name; none when left out. */
  pictures?: Pictures
}

/**
 * Writes the pages as a tagged PDF 1.7: structure tree, outline, page labels, named destinations, links, embedded
 * subsets of the fonts that the pieces name. It declares PDF/UA-1 and PDF/A-2. The same pages, fonts and date give the same bytes.
 */
export async function renderPdf(pages: Pages, fonts: FontSet, meta: PdfMeta): Promise<Uint8Array> {
  const file = new PdfFile(pages, pages.pages.length > 1, fonts, meta)
  file.add(pages)
  return file.close()
}

/** What a booklet says of itself. */
export type BookletHead = Pick<Pages, 'title' | 'lang' | 'dir' | 'duplex'>

/**
 * Writes the pages of several weeks as one PDF, as `renderPdf` does for one. Weeks are taken one by one and let go when they are written,
 * so that a course of any length needs little memory. Each is a Part of the structure, with its title, and a branch of the outline.
 */
export async function renderBooklet(
  head: BookletHead,
  weeks: Iterable<Pages>,
  fonts: FontSet,
  meta: PdfMeta,
): Promise<Uint8Array> {
  const file = new PdfFile(head, true, fonts, meta)
  for (const week of weeks) file.addPart(week)
  return file.close()
}

/** A PDF in the making: pages are written as they are added, in one part or in several. */
class PdfFile {
  readonly #file: OpenFile
  readonly #writer: FontWriter
  readonly #pictures: PictureWriter
  readonly #known: Pictures
  readonly #labels = new PageLabels()
  readonly #digest = createHash('md5')
  readonly #pages: Ref[] = []
  /** Roots of the structure of each week, under the Document of a booklet. */
  readonly #children: Ref[] = []
  #document: Ref | null = null
  #parts = 0
  /** Items of the outline that are seen when the file is opened. */
  #visible = 0
  #level: ArchiveLevel | null = 'PDF/A-2a'

  readonly #duplex: boolean

  constructor(head: BookletHead, hasBacks: boolean, fonts: FontSet, { date, pictures = new Map() }: PdfMeta) {
    this.#file = openFile({
      autoFirstPage: false,
      font: null,
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
    })
    const { device } = this.#file
    this.#duplex = head.duplex
    this.#writer = new FontWriter(device, fonts)
    this.#pictures = new PictureWriter(device, pictures)
    this.#known = pictures
    const preferences = device._root.data.ViewerPreferences as Ref
    Object.assign(preferences.data, {
      PrintScaling: 'None',
      PickTrayByPDFSize: true,
      // Inner margins change sides from page to page, so that a sheet can be punched.
      ...(head.dir === 'rtl' && { Direction: 'R2L' }),
      ...(head.duplex ? hasBacks && { Duplex: 'DuplexFlipLongEdge' } : { Duplex: 'Simplex' }),
    })
    device.appendXML(standardsXmp(date))
    this.#digest.update(`${head.title}\n${head.lang}\n`)
  }

  /** Pages of a file that is one week's. */
  add(pages: Pages): void {
    const { device } = this.#file
    const tree = new StructureTree(this.#file, pages.structure, device.getStructTreeRoot())
    this.#children.push(tree.ref)
    this.#write(pages, tree, '')
    addOutline(pages.outline, device.outline, pages.pages, this.#pages, 0)
    this.#visible += pages.outline.reduce((n, item) => n + 1 + item.children.length, 0)
  }

  /** Pages of one week among others. It begins on a front side. */
  addPart(pages: Pages): void {
    const { device } = this.#file
    if (this.#duplex && this.#pages.length % 2 === 1) this.#addBlank(pages.pages[0])
    const first = this.#pages.length
    this.#document ??= device.ref({ Type: 'StructElem', S: 'Document', P: device.getStructTreeRoot() })
    const root: Element = { ...pages.structure, type: 'Part', title: pages.title }
    const tree = new StructureTree(this.#file, root, this.#document)
    this.#children.push(tree.ref)
    this.#write(pages, tree, `p${String(++this.#parts).padStart(4, '0')}`)
    const branch = {
      title: pages.title,
      page: 0,
      y: pages.outline[0]?.y ?? 0,
      folded: true as const,
      children: pages.outline,
    }
    addOutline([branch], device.outline, pages.pages, this.#pages, first)
    this.#visible++
  }

  /** Ends the file; its bytes. */
  close(): Uint8Array {
    const { device } = this.#file
    if (this.#document) {
      this.#document.data.K = this.#children
      this.#document.end()
    }
    device.getStructTreeRoot().data.K = this.#document ? [this.#document] : this.#children
    device.outline.outlineData.Count = this.#visible
    this.#labels.add(device)
    if (this.#level === null) device.subset = undefined
    else device.subset_conformance = this.#level === 'PDF/A-2a' ? 'A' : 'B'
    // pdfkit's own file id hangs on the information dictionary alone, which two different weeks may share.
    device._id = this.#digest.digest()
    return this.#file.close()
  }

  #write(pages: Pages, tree: StructureTree, prefix: string): void {
    const { device } = this.#file
    this.#level = lowerOf(this.#level, archiveLevelOf(pages, this.#known))
    const places = pages.pages.map((): Destination[] => [])
    for (const place of pages.destinations) places[place.page]?.push(place)
    pages.pages.forEach((page, index) => {
      this.#begin(page)
      const content = contentOf(page, tree, this.#writer, this.#pictures)
      this.#digest.update(content)
      device.addContent(Buffer.from(`${content}\n`, 'latin1'))
      for (const link of page.links) addLink(link, prefix, device, tree)
      for (const { name, y } of places[index] ?? []) device.addNamedDestination(prefix + name, 'XYZ', null, y, null)
    })
    tree.end()
  }

  #begin({ width, height, label }: Pick<Page, 'width' | 'height' | 'label'>): void {
    const { device } = this.#file
    device.addPage({ size: [width, height], margin: 0 })
    this.#pages.push(device.page.dictionary)
    this.#labels.push(label)
  }

  /** A left page without a word, so that what follows begins on a sheet of its own. */
  #addBlank(like: Page | undefined): void {
    if (like) this.#begin({ ...like, label: this.#labels.next })
  }
}

const lowerOf = (one: ArchiveLevel | null, other: ArchiveLevel | null): ArchiveLevel | null =>
  one === null || other === null ? null : one === 'PDF/A-2b' ? one : other

/** Characters that XML 1.0 has no place for. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** pdfkit writes the title unescaped into the XMP packet; there alone it asks for `toString`. */
function asTitle(title: string): string {
  const plain = title.replace(notXml, '')
  const escaped = plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return Object.assign(new String(title), { toString: () => escaped }) as unknown as string
}

// ── content ──

/** The page's stream: items in order, those of one owner that follow each other in one marked-content sequence. */
function contentOf(page: Page, tags: StructureTree, writer: GlyphWriter, pictures: PictureWriter): string {
  const operators: string[] = []
  let open: Owner | null = null
  for (const item of page.items) {
    if (!open || !sameOwner(open, item.owner)) {
      if (open) operators.push('EMC')
      operators.push('artifact' in item.owner ? artifactMark(item.owner) : tags.mark(item.owner.element))
      open = item.owner
    }
    operators.push(operatorsOf(item, writer, pictures))
    if ((item.type === 'picture' || item.type === 'code') && 'element' in item.owner)
      tags.place(item.owner.element, item, page.height)
  }
  if (open) operators.push('EMC')
  return operators.join('\n')
}

const sameOwner = (a: Owner, b: Owner): boolean =>
  'artifact' in a
    ? 'artifact' in b && a.artifact === b.artifact && a.at === b.at
    : 'element' in b && a.element === b.element

function artifactMark({ artifact, at }: Extract<Owner, { artifact: string }>): string {
  return `/Artifact <</Type /${artifact}${at ? ` /Subtype /${at}` : ''}>> BDC`
}

/** Embeds fonts on first use and keeps the glyphs of each word. */
class FontWriter implements GlyphWriter {
  readonly #device: Device
  readonly #fonts: FontSet
  /** By face, then by the piece's name of the font. */
  readonly #pieces = new Map<FaceName, Map<string, WrittenFont>>()
  readonly #embedded = new Map<string, WrittenFont>()

  constructor(device: Device, fonts: FontSet) {
    this.#device = device
    this.#fonts = fonts
  }

  open({ face, font: name }: Piece): WrittenFont {
    const chain = this.#pieces.get(face) ?? new Map<string, WrittenFont>()
    const font = chain.get(name) ?? this.#embed(face, name)
    if (chain.size === 0) this.#pieces.set(face, chain)
    chain.set(name, font)
    this.#device.page.fonts[font.resource] ??= font.ref
    return font
  }

  #embed(face: FaceName, name: string): WrittenFont {
    const { key, font } = this.#fonts.fontOf(face, name)
    const known = this.#embedded.get(key)
    if (known) return known
    this.#device.font(font, key)
    const written = new WrittenFont(this.#device._font)
    this.#embedded.set(key, written)
    return written
  }
}

/** A font of the file, with the words that were written in it. */
class WrittenFont {
  readonly resource: string
  readonly ref: Ref
  readonly #shaped: WordGlyphs<EmbeddedFont>
  readonly #words = new Map<string, readonly GlyphRun[]>()

  constructor(font: EmbeddedFont) {
    this.resource = font.id
    this.ref = font.ref()
    this.#shaped = new WordGlyphs(font)
  }

  glyphs(word: string, rtl: boolean): readonly GlyphRun[] {
    if (rtl) return this.#shaped.of(forShaper(word, true))
    let runs = this.#words.get(word)
    if (!runs) {
      runs = this.#shaped.of(forShaper(word, false))
      this.#words.set(word, runs)
    }
    return runs
  }
}

// ── links and navigation ──

/** A text string; pdfkit writes primitive strings as names. */
const stringObject = (text: string): object => new String(withinString(text))

function addLink(link: Link, prefix: string, device: Device, tags: StructureTree): void {
  const { key, hang } = tags.annotation(link.element)
  const target =
    'destination' in link.to
      ? { Dest: new String(prefix + link.to.destination) }
      : { A: { Type: 'Action', S: 'URI', URI: stringObject(link.to.url) } }
  device.annotate(link.x, link.y, link.width, link.height, {
    Subtype: 'Link',
    Contents: stringObject(link.words),
    StructParent: key,
    ...target,
  })
  const annotation = device.page.annotations.at(-1)
  if (annotation) hang(annotation)
}

/** Items under `parent`; `first` is the place in the file of the first of `pages`. */
function addOutline(
  items: readonly OutlineItem[],
  parent: PdfOutline,
  pages: readonly Page[],
  pageRefs: readonly Ref[],
  first: number,
): void {
  for (const { title, page, y, children, folded = false } of items) {
    const item = parent.addItem(title, { pageNumber: first + page, expanded: !folded })
    // pdfkit counts `left` from the right edge and leaves out the count of items.
    const height = pages[page]?.height ?? 0
    item.outlineData.Dest = [pageRefs[first + page], 'XYZ', null, height - y, null]
    if (children.length > 0) item.outlineData.Count = folded ? -children.length : children.length
    addOutline(children, item, pages, pageRefs, first)
  }
}

/** Page labels (ISO 32000-1, 12.4.2): a new range wherever the numbers do not simply go on. */
class PageLabels {
  readonly #ranges: unknown[] = []
  #expected: number | null = null
  #count = 0

  push(label: string): void {
    const number = /^[1-9]\d*$/.test(label) ? Number(label) : null
    if (number === null) this.#ranges.push(this.#count, { P: new String(label) })
    else if (number !== this.#expected) this.#ranges.push(this.#count, { S: 'D', St: number })
    this.#expected = number === null ? null : number + 1
    this.#count++
  }

  /** The label that goes on from the last one; '' where that is no number. */
  get next(): string {
    return this.#expected === null ? '' : String(this.#expected)
  }

  add(device: Device): void {
    const labels = device.ref({ Nums: this.#ranges })
    labels.end()
    device._root.data.PageLabels = labels
  }
}
