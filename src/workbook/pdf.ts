/**
 * Pages → PDF bytes. The only file that knows pdfkit, and it chooses nothing: everything is placed already.
 *
 * pdfkit writes objects, fonts, metadata and the file; content streams are written here in one go per page, and the
 * structure tree is built from plain objects, because pdfkit takes the page of a link from where it happens to stand
 * when the element is closed, and leaves out text that carries a link.
 */
import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import type { Pictures } from '../pictures/model.js'
import { forShaper } from '../text/bidi.js'
import type { FontSet } from '../text/fonts.js'
import type { Destination, Element, Link, OutlineItem, Owner, Page, Pages, PictureItem, Piece } from './pages-model.js'
import { type GlyphRun, type GlyphWriter, operatorsOf } from './pdf-content.js'
import { type SubsetFont, WordGlyphs } from './pdf-glyphs.js'
import { PictureWriter, type Ref } from './pdf-pictures.js'
import { archiveLevelOf, standardsXmp, withinString } from './pdf-standards.js'

/** What the file carries beside its pages. `date` is the caller's, never today's, so that the same pages give the same bytes. */
export interface PdfMeta {
  date: Date
  /** The pictures that the pages name; none when left out. */
  pictures?: Pictures
}

/** A font that pdfkit embeds. */
interface EmbeddedFont extends SubsetFont {
  id: string
  ref(): Ref
}

interface PdfOutline {
  addItem(title: string, options: { pageNumber: number; expanded: boolean }): PdfOutline
  outlineData: Record<string, unknown>
}

/** pdfkit as it is used here; its published types lag behind it. */
interface Device {
  _font: EmbeddedFont
  _id: Uint8Array
  _root: { data: Record<string, unknown> }
  page: {
    dictionary: Ref
    fonts: Record<string, Ref>
    xobjects: Record<string, Ref>
    annotations: Ref[]
    structParentTreeKey: number
    height: number
  }
  outline: PdfOutline
  addPage(options: { size: [number, number]; margin: number }): void
  addContent(operators: string): void
  appendXML(xml: string): void
  addNamedDestination(name: string, kind: 'XYZ', x: null, y: number, zoom: null): void
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void
  createStructParentTreeNextKey(): number
  getStructParentTree(): { add(key: number, value: unknown): void; get(key: number): unknown[] }
  getStructTreeRoot(): Ref
  font(source: unknown, family: string): void
  ref(data: Record<string, unknown>): Ref
  on(event: 'data', take: (chunk: Uint8Array) => void): void
  on(event: 'end', take: () => void): void
  on(event: 'error', take: (error: Error) => void): void
  end(): void
}

/**
 * Writes the pages as a tagged PDF 1.7: structure tree, outline, page labels, named destinations, links, embedded
 * subsets of the fonts that the pieces name. It declares PDF/UA-1 and PDF/A-2. The same pages, fonts and date give the same bytes.
 */
export function renderPdf(pages: Pages, fonts: FontSet, meta: PdfMeta): Promise<Uint8Array> {
  const device = openDevice(pages, meta)
  const bytes = collect(device)
  const tags = new StructureTree(device, pages.structure)
  const writer = new FontWriter(device, fonts)
  const pictures = new PictureWriter(device, meta.pictures ?? new Map())
  const pageRefs = pages.pages.map((page, index) => {
    device.addPage({ size: [page.width, page.height], margin: 0 })
    device.addContent(contentOf(page, tags, writer, pictures))
    for (const link of page.links) addLink(link, device, tags)
    for (const { name, y } of pages.destinations.filter((place: Destination) => place.page === index))
      device.addNamedDestination(name, 'XYZ', null, y, null)
    return device.page.dictionary
  })
  addOutline(pages, device, pageRefs)
  addPageLabels(pages.pages, device)
  tags.end()
  device.end()
  return bytes
}

function openDevice(pages: Pages, { date, pictures = new Map() }: PdfMeta): Device {
  const level = archiveLevelOf(pages, pictures)
  const options = {
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    // Adds the colour space that grey is read in, and the level in the metadata. Its 'PDF/UA' would add wrong CIDSets.
    ...(level && { subset: level }),
    tagged: true,
    lang: pages.lang,
    displayTitle: true,
    info: {
      Title: asTitle(pages.title),
      Creator: 'Cold Recall',
      Producer: 'Cold Recall (PDFKit)',
      CreationDate: date,
      ModDate: date,
    },
  }
  const device = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as Device
  // pdfkit's own file id hangs on the information dictionary alone, which two different weeks may share.
  device._id = createHash('md5').update(JSON.stringify(pages)).digest()
  const preferences = device._root.data.ViewerPreferences as Ref
  Object.assign(preferences.data, {
    PrintScaling: 'None',
    PickTrayByPDFSize: true,
    // Inner margins change sides from page to page, so that a sheet can be punched.
    ...(pages.dir === 'rtl' && { Direction: 'R2L' }),
    ...(pages.pages.length > 1 && { Duplex: 'DuplexFlipLongEdge' }),
  })
  device.appendXML(standardsXmp(date))
  return device
}

/** A text string; pdfkit writes primitive strings as names. */
const textString = (text: string): object => new String(withinString(text))

/** Characters that XML 1.0 has no place for. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** pdfkit writes the title unescaped into the XMP packet; there alone it asks for `toString`. */
function asTitle(title: string): string {
  const plain = title.replace(notXml, '')
  const escaped = plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return Object.assign(new String(title), { toString: () => escaped }) as unknown as string
}

function collect(device: Device): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    device.on('data', (chunk) => chunks.push(chunk))
    device.on('end', () => resolve(Buffer.concat(chunks)))
    device.on('error', reject)
  })
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
    if (item.type === 'picture' && 'element' in item.owner) tags.place(item.owner.element, item, page.height)
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
  readonly #embedded = new Map<string, WordGlyphs<EmbeddedFont>>()

  constructor(device: Device, fonts: FontSet) {
    this.#device = device
    this.#fonts = fonts
  }

  resource(piece: Piece): string {
    const { font } = this.#open(piece)
    this.#device.page.fonts[font.id] ??= font.ref()
    return font.id
  }

  glyphs(piece: Piece, word: string): readonly GlyphRun[] {
    return this.#open(piece).of(forShaper(word, piece.rtl === true))
  }

  #open(piece: Piece): WordGlyphs<EmbeddedFont> {
    const { key, font } = this.#fonts.fontOf(piece.face, piece.font)
    let open = this.#embedded.get(key)
    if (!open) {
      this.#device.font(font, key)
      open = new WordGlyphs(this.#device._font)
      this.#embedded.set(key, open)
    }
    return open
  }
}

// ── structure ──

/** The structure tree as PDF objects. Marked content and annotations are hung into it while the pages are written. */
class StructureTree {
  readonly #device: Device
  readonly #elements = new Map<string, { ref: Ref; type: string }>()

  constructor(device: Device, root: Element) {
    this.#device = device
    const tree = device.getStructTreeRoot()
    tree.data.K = [this.#add(root, tree)]
  }

  #add(element: Element, parent: Ref): Ref {
    const data: Record<string, unknown> = { Type: 'StructElem', S: element.type, P: parent, K: [] }
    if (element.actualText !== undefined) data.ActualText = textString(element.actualText)
    if (element.alt !== undefined) data.Alt = textString(element.alt)
    if (element.title !== undefined) data.T = textString(element.title)
    if (element.lang !== undefined) data.Lang = textString(element.lang)
    const { numbering, scope, colSpan } = element
    if (numbering !== undefined) data.A = { O: 'List', ListNumbering: numbering }
    if (scope !== undefined || colSpan !== undefined)
      data.A = { O: 'Table', ...(scope && { Scope: scope }), ...(colSpan && { ColSpan: colSpan }) }
    const ref = this.#device.ref(data)
    this.#elements.set(element.id, { ref, type: element.type })
    data.K = element.children.map((child) => this.#add(child, ref))
    return ref
  }

  /** Begins content of an element on the current page; returns the operator that opens it. */
  mark(id: string): string {
    const { ref, type } = this.#element(id)
    const owners = this.#device.getStructParentTree().get(this.#device.page.structParentTreeKey)
    const mcid = owners.push(ref) - 1
    const page = this.#device.page.dictionary
    ref.data.Pg ??= page
    const kids = ref.data.K as unknown[]
    kids.push(ref.data.Pg === page ? mcid : { Type: 'MCR', Pg: page, MCID: mcid })
    return `/${type} <</MCID ${mcid}>> BDC`
  }

  /** Says where the picture of an element stands. */
  place(id: string, { x, y, width, height }: PictureItem, pageHeight: number): void {
    const box = [x, pageHeight - y - height, x + width, pageHeight - y]
    this.#element(id).ref.data.A = { O: 'Layout', Placement: 'Block', BBox: box }
  }

  /** Hangs an annotation into an element; returns its StructParent key. */
  annotation(id: string): { key: number; hang: (annotation: Ref) => void } {
    const { ref } = this.#element(id)
    const key = this.#device.createStructParentTreeNextKey()
    this.#device.getStructParentTree().add(key, ref)
    const Pg = this.#device.page.dictionary
    return { key, hang: (Obj) => (ref.data.K as unknown[]).push({ Type: 'OBJR', Obj, Pg }) }
  }

  end(): void {
    for (const { ref } of this.#elements.values()) ref.end()
  }

  #element(id: string): { ref: Ref; type: string } {
    const element = this.#elements.get(id)
    if (!element) throw new Error(`No structure element "${id}"`)
    return element
  }
}

function addLink(link: Link, device: Device, tags: StructureTree): void {
  const { key, hang } = tags.annotation(link.element)
  const target =
    'destination' in link.to
      ? { Dest: new String(link.to.destination) }
      : { A: { Type: 'Action', S: 'URI', URI: textString(link.to.url) } }
  device.annotate(link.x, link.y, link.width, link.height, {
    Subtype: 'Link',
    Contents: textString(link.words),
    StructParent: key,
    ...target,
  })
  const annotation = device.page.annotations.at(-1)
  if (annotation) hang(annotation)
}

// ── navigation ──

function addOutline(pages: Pages, device: Device, pageRefs: readonly Ref[]): void {
  const add = (parent: PdfOutline, { title, page, y, children }: OutlineItem): void => {
    const item = parent.addItem(title, { pageNumber: page, expanded: true })
    // pdfkit counts `left` from the right edge and leaves out the count of items.
    const height = pages.pages[page]?.height ?? 0
    item.outlineData.Dest = [pageRefs[page], 'XYZ', null, height - y, null]
    if (children.length > 0) item.outlineData.Count = children.length
    for (const child of children) add(item, child)
  }
  for (const item of pages.outline) add(device.outline, item)
  device.outline.outlineData.Count = pages.outline.reduce((n, item) => n + 1 + item.children.length, 0)
}

/** Page labels (ISO 32000-1, 12.4.2): a new range wherever the numbers do not simply go on. */
function addPageLabels(pages: readonly Page[], device: Device): void {
  const ranges: unknown[] = []
  let expected: number | null = null
  pages.forEach(({ label }, index) => {
    const number = /^[1-9]\d*$/.test(label) ? Number(label) : null
    if (number === null) ranges.push(index, { P: new String(label) })
    else if (number !== expected) ranges.push(index, { S: 'D', St: number })
    expected = number === null ? null : number + 1
  })
  const labels = device.ref({ Nums: ranges })
  labels.end()
  device._root.data.PageLabels = labels
}
