/** The way back from pages to elements, annotations and the places that they lead to. */
import { type Dict, numberTree, type PageObject, type Reader, type Value } from './objects.js'
import type { Tree } from './structure.js'

export function parentTreeFaults(pages: readonly PageObject[], { claims }: Tree, reader: Reader): string[] {
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

export function annotationFaults(pages: readonly PageObject[], { claims }: Tree, reader: Reader): string[] {
  const catalog = reader.catalog()
  const numbers = numberTree(reader.dict(catalog.StructTreeRoot).ParentTree, reader)
  const names = destinationNames(reader.dict(catalog.Names).Dests, reader)
  const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const faults = sorted.join() === names.join() ? [] : ['Dests: names are not sorted by bytes']
  for (const [index, { dict }] of pages.entries()) {
    const annotations = reader.list(dict.Annots)
    if (reader.name(dict.Tabs) !== 'S') faults.push(`page ${index + 1}: Tabs is not S`)
    for (const ref of annotations) {
      const annotation = reader.dict(ref)
      const where = `page ${index + 1}, annotation ${String(ref)}`
      const owner = claims.get(String(ref))
      if (reader.text(annotation.Contents) === '') faults.push(`${where}: no Contents`)
      if (annotation.StructParent === undefined) faults.push(`${where}: no StructParent`)
      else if (numbers.get(Number(annotation.StructParent)) !== owner?.ref)
        faults.push(`${where}: ParentTree leads to another element`)
      if (reader.name(annotation.Subtype) !== 'Link') faults.push(`${where}: is no link`)
      faults.push(...shapeFaults(annotation, dict, reader).map((fault) => `${where}: ${fault}`))
      if (!owner) faults.push(`${where}: belongs to no element`)
      else if (reader.name(annotation.Subtype) === 'Link' && owner.role !== 'Link')
        faults.push(`${where}: a link inside ${owner.role}`)
      const to = reader.text(annotation.Dest)
      if (annotation.Dest !== undefined && !names.includes(to)) faults.push(`${where}: leads to "${to}", no such place`)
    }
  }
  return faults
}

/** Bits of the flags of an annotation. */
const flags = { invisible: 1, hidden: 2, print: 4, noView: 32 }

/** Where it is, how it behaves and what it does: PDF/A allows no hidden ones, and actions of few kinds. */
function shapeFaults(annotation: Dict, page: Dict, reader: Reader): string[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = reader.list(annotation.Rect).map(Number)
  const [, , width = 0, height = 0] = reader.list(page.MediaBox).map(Number)
  const set = Number(annotation.F ?? 0)
  const action = reader.dict(annotation.A)
  const faults: string[] = []
  if (!(left >= 0 && bottom >= 0 && right <= width && top <= height && left < right && bottom < top))
    faults.push('is not on its page')
  if (!(set & flags.print) || set & (flags.invisible | flags.hidden | flags.noView)) faults.push('is hidden')
  if (annotation.A !== undefined && !['URI', 'GoTo'].includes(reader.name(action.S))) faults.push('does something else')
  if (annotation.A === undefined && annotation.Dest === undefined) faults.push('leads nowhere')
  return faults
}

/** Bookmarks: each has a title and a page, and says how many are under it. */
export function outlineFaults(pages: readonly PageObject[], reader: Reader): string[] {
  const faults: string[] = []
  const kids = (item: Dict): Dict[] => {
    const found: Dict[] = []
    for (let ref = item.First; ref !== undefined && found.length < 10_000; ) {
      const kid = reader.dict(ref)
      found.push(kid)
      ref = kid.Next
    }
    return found
  }
  /** Checks an item and what is under it; returns how many items it adds to those that are seen: none when it is folded (a negative count). */
  const visit = (item: Dict, title: string): number => {
    const under = kids(item).reduce((sum, kid) => {
      const name = reader.text(kid.Title)
      if (name === '') faults.push(`outline: an item without a title under "${title}"`)
      const [page] = reader.list(kid.Dest)
      if (!pages.some(({ ref }) => ref === page)) faults.push(`outline: "${name}" leads to no page`)
      return sum + 1 + visit(kid, name)
    }, 0)
    const count = Number(item.Count ?? 0)
    if (Math.abs(count) !== under) faults.push(`outline: "${title}" counts wrong`)
    return count < 0 ? 0 : under
  }
  const outlines = reader.catalog().Outlines
  if (outlines === undefined) return pages.length > 1 ? ['outline: none'] : []
  visit(reader.dict(outlines), 'all')
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
