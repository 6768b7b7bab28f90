/**
 * A checker for tagged PDF: a subset of the machine conditions of the Matterhorn Protocol (PDF/UA-1), over what qpdf reads.
 * It is our own and no veraPDF: what it does not ask for may still be wrong.
 */
import { spawnSync } from 'node:child_process'
import { XmlDocument } from 'libxml2-wasm'
import { requireTool } from './tools.js'

export type Value = null | boolean | number | string | Value[] | Dict
export interface Dict {
  [key: string]: Value
}

/** Objects by "12 0 R"; streams are unpacked. */
export type PdfObjects = Map<string, { value?: Value; stream?: { dict: Dict; data: string } }>

/** Reads a file with qpdf. */
export function readObjects(file: string): PdfObjects {
  const options = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file]
  const run = spawnSync(requireTool('qpdf'), options, { encoding: 'utf8', maxBuffer: 1 << 29 })
  if (run.status !== 0) throw new Error(run.stderr)
  const { qpdf } = JSON.parse(run.stdout) as { qpdf: [unknown, Record<string, { value?: Value }>] }
  const bare = withoutSlashes(qpdf[1] as unknown as Dict) as unknown as (typeof qpdf)[1]
  return new Map(Object.entries(bare).map(([key, object]) => [key.replace(/^obj:/, ''), object]))
}

/** Keys of dictionaries as names without their slash. */
function withoutSlashes(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutSlashes)
  if (!isDict(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.replace(/^\//, ''), withoutSlashes(each)]))
}

/** Faults in words; none is good. */
export function taggedPdfFaults(objects: PdfObjects): string[] {
  const reader = new Reader(objects)
  const tree = readTree(reader)
  const pages = reader.pages()
  return [
    ...documentFaults(reader),
    ...tree.faults,
    ...headingFaults(tree),
    ...nestingFaults(tree),
    ...tableFaults(tree, reader),
    ...contentFaults(pages, tree, reader),
    ...parentTreeFaults(pages, tree, reader),
    ...annotationFaults(pages, tree, reader),
    ...fontFaults(pages, reader),
  ]
}

const isDict = (value: Value | undefined): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isRef = (value: Value | undefined): value is string => typeof value === 'string' && /^\d+ \d+ R$/.test(value)

interface PageObject {
  ref: string
  dict: Dict
}

/** Follows references. */
class Reader {
  readonly objects: PdfObjects

  constructor(objects: PdfObjects) {
    this.objects = objects
  }

  get(value: Value | undefined): Value {
    if (!isRef(value)) return value ?? null
    const object = this.objects.get(value)
    return object?.value ?? object?.stream?.dict ?? null
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value)
    return isDict(found) ? found : {}
  }

  list(value: Value | undefined): Value[] {
    const found = this.get(value)
    if (Array.isArray(found)) return found
    return found === null ? [] : [value as Value]
  }

  /** A text string. */
  text(value: Value | undefined): string {
    const found = this.get(value)
    return typeof found === 'string' && found.startsWith('u:') ? found.slice(2) : ''
  }

  /** A name, without its slash. */
  name(value: Value | undefined): string {
    const found = this.get(value)
    return typeof found === 'string' && found.startsWith('/') ? found.slice(1) : ''
  }

  /** Content of a stream, as bytes in a string. */
  stream(value: Value | undefined): string {
    const data = isRef(value) ? this.objects.get(value)?.stream?.data : undefined
    return data === undefined ? '' : Buffer.from(data, 'base64').toString('latin1')
  }

  trailer(): Dict {
    const value = this.objects.get('trailer')?.value
    return isDict(value) ? value : {}
  }

  catalog(): Dict {
    return this.dict(this.trailer().Root)
  }

  pages(): PageObject[] {
    const visit = (ref: Value): PageObject[] => {
      const dict = this.dict(ref)
      return this.name(dict.Type) === 'Page' && isRef(ref) ? [{ ref, dict }] : this.list(dict.Kids).flatMap(visit)
    }
    return visit(this.catalog().Pages ?? null)
  }
}

// ── document ──

function documentFaults(reader: Reader): string[] {
  const catalog = reader.catalog()
  const faults: string[] = []
  const need = (holds: boolean, fault: string) => holds || faults.push(fault)
  need(reader.dict(catalog.MarkInfo).Marked === true, 'MarkInfo: not marked')
  need(reader.text(catalog.Lang) !== '', 'Lang: no language')
  need(reader.dict(catalog.ViewerPreferences).DisplayDocTitle === true, 'DisplayDocTitle: not set')
  need(reader.text(reader.dict(reader.trailer().Info).Title) !== '', 'Info: no title')
  need(isRef(catalog.PageLabels), 'PageLabels: none')
  return [...faults, ...xmpFaults(Buffer.from(reader.stream(catalog.Metadata), 'latin1').toString('utf8'))]
}

const spaces = { dc: 'http://purl.org/dc/elements/1.1/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }

function xmpFaults(xmp: string): string[] {
  try {
    const document = XmlDocument.fromString(xmp)
    const title = document.get('//dc:title//rdf:li', spaces)?.content ?? ''
    document.dispose()
    return title === '' ? ['XMP: no dc:title'] : []
  } catch {
    return ['XMP: not well-formed']
  }
}

// ── structure ──

interface Node {
  ref: string
  role: string
  dict: Dict
  parent: Node | null
  children: Node[]
  /** Marked content that it claims: "page ref:mcid". */
  content: string[]
  /** Annotations that it claims. */
  annotations: string[]
}

interface Tree {
  nodes: Node[]
  /** Which element claims a marked content or an annotation. */
  claims: Map<string, Node>
  faults: string[]
}

const standardRoles = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'
  ).split(' '),
)

function readTree(reader: Reader): Tree {
  const rootRef = reader.catalog().StructTreeRoot ?? null
  const root = reader.dict(rootRef)
  const tree: Tree = { nodes: [], claims: new Map(), faults: [] }
  const seen = new Set<string>()
  const claim = (key: string, node: Node): void => {
    if (tree.claims.has(key)) tree.faults.push(`${node.role} ${node.ref}: ${key} belongs to two elements`)
    tree.claims.set(key, node)
  }
  const visit = (ref: string, parentRef: Value, parent: Node | null): void => {
    if (seen.has(ref)) {
      tree.faults.push(`${ref}: is in the tree twice`)
      return
    }
    seen.add(ref)
    const dict = reader.dict(ref)
    const node: Node = { ref, role: reader.name(dict.S), dict, parent, children: [], content: [], annotations: [] }
    tree.nodes.push(node)
    parent?.children.push(node)
    if (!standardRoles.has(node.role)) tree.faults.push(`${ref}: "${node.role}" is no standard type`)
    if (dict.P !== parentRef) tree.faults.push(`${node.role} ${ref}: its parent is not the one that holds it`)
    for (const kid of reader.list(dict.K)) {
      const inner = isRef(kid) ? null : kid
      if (typeof inner === 'number') claimContent(node, dict.Pg, inner)
      else if (isDict(inner) && reader.name(inner.Type) === 'MCR') claimContent(node, inner.Pg ?? dict.Pg, inner.MCID)
      else if (isDict(inner) && isRef(inner.Obj)) {
        node.annotations.push(inner.Obj)
        claim(inner.Obj, node)
      } else if (isRef(kid)) visit(kid, ref, node)
      else tree.faults.push(`${node.role} ${ref}: a kid that is nothing`)
    }
    if (node.children.length + node.content.length + node.annotations.length === 0 && !mayBeEmpty.has(node.role))
      tree.faults.push(`${node.role} ${ref}: is empty`)
  }
  const claimContent = (node: Node, page: Value | undefined, mcid: Value | undefined): void => {
    const key = `${String(page)}:${String(mcid)}`
    node.content.push(key)
    claim(key, node)
  }
  for (const kid of reader.list(root.K)) if (isRef(kid)) visit(kid, rootRef, null)
  const tops = tree.nodes.filter(({ parent }) => parent === null).map(({ role }) => role)
  if (tops.join() !== 'Document')
    tree.faults.push(`the tree holds ${tops.join(', ') || 'nothing'}, expected one Document`)
  return tree
}

const mayBeEmpty = new Set(['TD'])

function headingFaults({ nodes }: Tree): string[] {
  let level = 0
  return nodes.flatMap(({ role, ref }) => {
    const own = Number(/^H(\d)$/.exec(role)?.[1] ?? 0)
    if (own === 0) return []
    const skipped = own > level + 1
    level = own
    return skipped ? [`${role} ${ref}: a heading level is skipped`] : []
  })
}

/** Which types of elements must, or may only, stand inside which. */
const insideOf: Record<string, string[]> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
}
const holdsOnly: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
}

function nestingFaults({ nodes }: Tree): string[] {
  return nodes.flatMap(({ ref, role, parent, children, annotations }) => {
    const faults: string[] = []
    const holders = insideOf[role]
    if (holders && !holders.includes(parent?.role ?? '')) faults.push(`${role} ${ref}: stands inside ${parent?.role}`)
    const allowed = holdsOnly[role]
    for (const child of children)
      if (allowed && !allowed.includes(child.role)) faults.push(`${role} ${ref}: holds ${child.role}`)
    if (role === 'Link' && annotations.length === 0) faults.push(`Link ${ref}: has no annotation`)
    return faults
  })
}

function tableFaults({ nodes }: Tree, reader: Reader): string[] {
  const attribute = ({ dict }: Node, key: string): Value =>
    reader
      .list(dict.A)
      .map((each) => reader.dict(each)[key] ?? null)
      .find((value) => value !== null) ?? null
  const faults = nodes
    .filter(({ role }) => role === 'TH')
    .filter((head) => !['Row', 'Column', 'Both'].includes(reader.name(attribute(head, 'Scope'))))
    .map(({ ref }) => `TH ${ref}: no scope`)
  for (const table of nodes.filter(({ role }) => role === 'Table')) {
    const rows = table.children.filter(({ role }) => role === 'TR')
    const lengths = rows.map((row) =>
      row.children.reduce((sum, cell) => sum + Number(attribute(cell, 'ColSpan') ?? 1), 0),
    )
    if (new Set(lengths).size > 1) faults.push(`Table ${table.ref}: rows of ${lengths.join(', ')} columns`)
    if (!rows.some((row) => row.children.some(({ role }) => role === 'TH'))) faults.push(`Table ${table.ref}: no heads`)
  }
  return faults
}

// ── content ──

/** Operators that put ink on the page. */
const paints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI', 'Tj', 'TJ', "'", '"'])
const token = /\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/g

interface Marked {
  tag: string
  mcid: number | null
}

function contentFaults(pages: readonly PageObject[], { claims }: Tree, reader: Reader): string[] {
  const faults: string[] = []
  const shown = new Set<string>()
  for (const [index, { ref, dict }] of pages.entries()) {
    const where = `page ${index + 1}`
    const content = reader
      .list(dict.Contents)
      .map((each) => reader.stream(each))
      .join('\n')
    if (content.trim() === '') faults.push(`${where}: has no content`)
    const open: Marked[] = []
    const operands: string[] = []
    for (const [word] of content.matchAll(token)) {
      if (!/^[A-Za-z'"]/.test(word)) {
        operands.push(word)
        continue
      }
      if (word === 'BDC' || word === 'BMC') {
        const mark = markOf(operands)
        if (open.length > 0) faults.push(`${where}: ${mark.tag} inside ${open.at(-1)?.tag}`)
        open.push(mark)
        faults.push(...markFaults(mark, `${ref}:${mark.mcid}`, where, shown, claims))
      } else if (word === 'EMC') {
        if (!open.pop()) faults.push(`${where}: EMC without a beginning`)
      } else if (paints.has(word) && !open.some(({ tag, mcid }) => tag === 'Artifact' || mcid !== null)) {
        faults.push(`${where}: ${word} is neither tagged nor an artifact`)
      }
      operands.length = 0
    }
    if (open.length > 0) faults.push(`${where}: marked content without an end`)
  }
  for (const [key, node] of claims)
    if (key.includes(':') && !shown.has(key)) faults.push(`${node.role} ${node.ref}: claims ${key}, which is not there`)
  return faults
}

function markOf(operands: readonly string[]): Marked {
  const at = operands.indexOf('/MCID')
  return { tag: (operands[0] ?? '').slice(1), mcid: at < 0 ? null : Number(operands[at + 1]) }
}

function markFaults(mark: Marked, key: string, where: string, shown: Set<string>, claims: Tree['claims']): string[] {
  if (mark.tag === 'Artifact') return mark.mcid === null ? [] : [`${where}: an artifact with MCID ${mark.mcid}`]
  if (mark.mcid === null) return [`${where}: ${mark.tag} without MCID`]
  const faults = shown.has(key) ? [`${where}: MCID ${mark.mcid} is used twice`] : []
  shown.add(key)
  const owner = claims.get(key)
  if (!owner) return [...faults, `${where}: MCID ${mark.mcid} belongs to no element`]
  return owner.role === mark.tag ? faults : [...faults, `${where}: ${mark.tag} belongs to a ${owner.role}`]
}

// ── the way back from pages to elements ──

function parentTreeFaults(pages: readonly PageObject[], { claims }: Tree, reader: Reader): string[] {
  const root = reader.dict(reader.catalog().StructTreeRoot)
  const numbers = numberTree(root.ParentTree, reader)
  const keys = [...numbers.keys()]
  const faults = keys.some((key, i) => i > 0 && key <= (keys[i - 1] ?? 0)) ? ['ParentTree: keys out of order'] : []
  if (!keys.every((key) => key < Number(root.ParentTreeNextKey))) faults.push('ParentTreeNextKey: too low')
  for (const [index, { ref, dict }] of pages.entries()) {
    const owners = reader.list(numbers.get(Number(dict.StructParents ?? -1)))
    const own = [...claims].filter(([key]) => key.startsWith(`${ref}:`))
    if (own.length !== owners.length)
      faults.push(`page ${index + 1}: ${owners.length} in ParentTree, ${own.length} claimed`)
    for (const [key, node] of own)
      if (owners[Number(key.split(':')[1])] !== node.ref)
        faults.push(`page ${index + 1}: ParentTree gives ${key} to another element`)
  }
  return faults
}

function numberTree(value: Value | undefined, reader: Reader): Map<number, Value> {
  const node = reader.dict(value)
  const entries = new Map<number, Value>()
  const own = reader.list(node.Nums)
  for (let i = 0; i + 1 < own.length; i += 2) entries.set(Number(own[i]), own[i + 1] ?? null)
  for (const kid of reader.list(node.Kids)) for (const [key, each] of numberTree(kid, reader)) entries.set(key, each)
  return entries
}

function annotationFaults(pages: readonly PageObject[], { claims }: Tree, reader: Reader): string[] {
  const catalog = reader.catalog()
  const numbers = numberTree(reader.dict(catalog.StructTreeRoot).ParentTree, reader)
  const names = destinationNames(reader.dict(catalog.Names).Dests, reader)
  const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const faults = sorted.join() === names.join() ? [] : ['Dests: names are not sorted by bytes']
  for (const [index, { dict }] of pages.entries()) {
    const annotations = reader.list(dict.Annots)
    if (annotations.length > 0 && reader.name(dict.Tabs) !== 'S') faults.push(`page ${index + 1}: Tabs is not S`)
    for (const ref of annotations) {
      const annotation = reader.dict(ref)
      const where = `page ${index + 1}, annotation ${String(ref)}`
      const owner = claims.get(String(ref))
      if (reader.text(annotation.Contents) === '') faults.push(`${where}: no Contents`)
      if (annotation.StructParent === undefined) faults.push(`${where}: no StructParent`)
      else if (numbers.get(Number(annotation.StructParent)) !== owner?.ref)
        faults.push(`${where}: ParentTree leads to another element`)
      if (!owner) faults.push(`${where}: belongs to no element`)
      else if (reader.name(annotation.Subtype) === 'Link' && owner.role !== 'Link')
        faults.push(`${where}: a link inside ${owner.role}`)
      const to = reader.text(annotation.Dest)
      if (annotation.Dest !== undefined && !names.includes(to)) faults.push(`${where}: leads to "${to}", no such place`)
    }
  }
  return faults
}

function destinationNames(value: Value | undefined, reader: Reader): string[] {
  const node = reader.dict(value)
  const own = reader.list(node.Names).filter((_, i) => i % 2 === 0)
  return [
    ...own.map((name) => reader.text(name)),
    ...reader.list(node.Kids).flatMap((kid) => destinationNames(kid, reader)),
  ]
}

// ── fonts ──

function fontFaults(pages: readonly PageObject[], reader: Reader): string[] {
  const fonts = new Map<string, Dict>()
  for (const { dict } of pages)
    for (const ref of Object.values(reader.dict(reader.dict(dict.Resources).Font)))
      fonts.set(String(ref), reader.dict(ref))
  return [...fonts.values()].flatMap((font) => {
    const name = reader.name(font.BaseFont)
    const [inner = null] = reader.list(font.DescendantFonts)
    const descriptor = reader.dict(
      reader.name(font.Subtype) === 'Type0' ? reader.dict(inner).FontDescriptor : font.FontDescriptor,
    )
    const faults: string[] = []
    if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => isRef(descriptor[key])))
      faults.push(`${name}: not embedded`)
    if (!/beginbf(?:char|range)/.test(reader.stream(font.ToUnicode))) faults.push(`${name}: no ToUnicode`)
    if (descriptor.CIDSet !== undefined) faults.push(`${name}: a CIDSet, which leaves out parts of composed letters`)
    return faults
  })
}
