/** The structure tree: whole, of standard types, rightly nested, with the words that those who cannot see need. */
import { type Dict, isDict, isRef, type Reader, tagPattern, type Value } from './objects.js'

/** A structure element. */
export interface Node {
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

export interface Tree {
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

export function readTree(reader: Reader): Tree {
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
    const node: Node = {
      ref,
      role: roleOf(reader.name(dict.S), reader),
      dict,
      parent,
      children: [],
      content: [],
      annotations: [],
    }
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

/** A type of its own is read as the standard type that the file maps it to (02-001, 02-003). */
function roleOf(type: string, reader: Reader): string {
  const map = reader.dict(reader.dict(reader.catalog().StructTreeRoot).RoleMap)
  let role = type
  for (let steps = 0; steps < 10 && !standardRoles.has(role) && map[role] !== undefined; steps++)
    role = reader.name(map[role])
  return role
}

/** Faults of the tree as such, of its headings, tables, lists, languages and words. */
export function treeFaults(tree: Tree, reader: Reader): string[] {
  return [
    ...tree.faults,
    ...headingFaults(tree),
    ...nestingFaults(tree),
    ...tableFaults(tree, reader),
    ...listFaults(tree, reader),
    ...wordFaults(tree, reader),
    ...roleMapFaults(reader),
  ]
}

const mayBeEmpty = new Set(['TD'])

/** 14-002, 14-003, 14-006, 14-007. */
function headingFaults({ nodes }: Tree): string[] {
  let level = 0
  if (nodes.some(({ role }) => role === 'H')) return ['H: a heading without a level']
  if (!nodes.some(({ role }) => role === 'H1')) return ['no H1: nothing to leap to']
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

/** Elements of running text (ISO 32000-1, 14.8.4.4). */
const inline = new Set('Span Quote Note Reference BibEntry Code Link Annot Formula Figure Form'.split(' '))

function nestingFaults({ nodes }: Tree): string[] {
  return nodes.flatMap(({ ref, role, parent, children, annotations }) => {
    const faults: string[] = []
    const holders = insideOf[role]
    if (holders && !holders.includes(parent?.role ?? '')) faults.push(`${role} ${ref}: stands inside ${parent?.role}`)
    const allowed = holdsOnly[role]
    for (const child of children)
      if (allowed && !allowed.includes(child.role)) faults.push(`${role} ${ref}: holds ${child.role}`)
    if (inline.has(role) && children.some((child) => !inline.has(child.role)))
      faults.push(`${role} ${ref}: a block inside running text`)
    if (role === 'Link' && annotations.length === 0) faults.push(`Link ${ref}: has no annotation`)
    return faults
  })
}

function attribute({ dict }: Node, key: string, reader: Reader): Value {
  const all = reader.list(dict.A).map((each) => reader.dict(each)[key] ?? null)
  return all.find((value) => value !== null) ?? null
}

/** 15-003, and rows of one length. */
function tableFaults({ nodes }: Tree, reader: Reader): string[] {
  const faults = nodes
    .filter(({ role }) => role === 'TH')
    .filter((head) => !['Row', 'Column', 'Both'].includes(reader.name(attribute(head, 'Scope', reader))))
    .map(({ ref }) => `TH ${ref}: no scope`)
  for (const table of nodes.filter(({ role }) => role === 'Table')) {
    const rows = table.children.filter(({ role }) => role === 'TR')
    const lengths = rows.map((row) =>
      row.children.reduce((sum, cell) => sum + Number(attribute(cell, 'ColSpan', reader) ?? 1), 0),
    )
    if (new Set(lengths).size > 1) faults.push(`Table ${table.ref}: rows of ${lengths.join(', ')} columns`)
    if (!rows.some((row) => row.children.some(({ role }) => role === 'TH'))) faults.push(`Table ${table.ref}: no heads`)
  }
  return faults
}

/** 16-001 to 16-003: a list with labels says what they are, and says it rightly. */
function listFaults({ nodes }: Tree, reader: Reader): string[] {
  return nodes.flatMap((list) => {
    if (list.role !== 'L') return []
    const labelled = list.children.some((item) => item.children.some(({ role }) => role === 'Lbl'))
    const said = reader.name(attribute(list, 'ListNumbering', reader))
    if (!labelled) return said === '' || said === 'None' ? [] : [`L ${list.ref}: numbers without labels`]
    return numberings.has(said) ? [] : [`L ${list.ref}: labels without ListNumbering`]
  })
}

const numberings = new Set('Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha'.split(' '))

/** 11-001 to 11-007, 13-004, 17-002, 19-003: languages, and words for what cannot be heard. */
function wordFaults({ nodes }: Tree, reader: Reader): string[] {
  const ids = new Set<string>()
  return nodes.flatMap(({ role, ref, dict }) => {
    const faults: string[] = []
    const fault = (words: string) => faults.push(`${role} ${ref}: ${words}`)
    if (dict.Lang !== undefined && !tagPattern.test(reader.text(dict.Lang))) fault('no language that is one')
    for (const key of ['Alt', 'ActualText', 'E', 'T'])
      if (dict[key] !== undefined && reader.text(dict[key]) === '') fault(`${key} without words`)
    if (role === 'Figure' && dict.Alt === undefined && dict.ActualText === undefined) fault('no words for a picture')
    if (role === 'Formula' && dict.Alt === undefined) fault('no words for a formula')
    const id = reader.text(dict.ID)
    if (role === 'Note' && id === '') fault('no ID')
    if (id !== '' && ids.has(id)) fault(`the ID "${id}" again`)
    ids.add(id)
    return faults
  })
}

/** 02-004: what standard types mean is not for a file to say. */
function roleMapFaults(reader: Reader): string[] {
  const map = reader.dict(reader.dict(reader.catalog().StructTreeRoot).RoleMap)
  return Object.keys(map).flatMap((role) => (standardRoles.has(role) ? [`RoleMap: "${role}" is a standard type`] : []))
}
