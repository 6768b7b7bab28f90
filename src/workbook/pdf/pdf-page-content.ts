/** What pages draw: their streams, which hang on nothing but their items, the types of the elements that own these, and what things are called in a file. */
import type { Asked, PageMemory, Written, WrittenPage } from '../page-memory.js'
import type { Item, Owner, Page } from '../pages-model.js'
import { askAgain, askedByAll, type Names, NotedAsks } from './noted-asks.js'
import { operatorsOf } from './pdf-content.js'
import { hasPrivateLetters } from './pdf-standards.js'
import type { StructureTree } from './pdf-structure.js'

/** What a page's content is written with. */
export interface ContentDesk extends Names {
  tags: StructureTree
}

/** What a page draws. */
export interface PageContent {
  /** Its stream. */
  operators: string
  /** Whether some of its letters are at private places of Unicode. */
  isPrivate: boolean
}

/** What a page draws, with its y axis pointing down; its elements are told what they own of it. */
export function contentOf(page: Page, desk: ContentDesk, memory: PageMemory | undefined): PageContent {
  const { items, height } = page
  const { tags, fonts, pictures, formulas } = desk
  if (!memory) {
    const operators = write(page, tags, (item) => operatorsOf(item, fonts, pictures, formulas))
    return { operators, isPrivate: hasPrivateLetters(items) }
  }
  const known = memory.get(page)
  if (known && isTrue(known, desk)) {
    for (const { element } of known.owners) tags.own(element)
    for (const item of known.placed) place(item, height, tags)
    return known
  }
  const all: Written[] = []
  const operators = write(page, tags, (item) => {
    const written = writeOnce(item, desk, memory)
    all.push(written)
    return written.operators
  })
  const content = { operators, isPrivate: hasPrivateLetters(items) }
  if (items.every((item) => memory.items.has(item))) {
    let asked: readonly Asked[] | null = null
    const owners = ownersOf(items).map((element) => ({ element, type: tags.typeOf(element) }))
    memory.keep({
      ...content,
      from: fonts.from,
      asked: () => {
        asked ??= askedByAll(all)
        return asked
      },
      items: [...items],
      height,
      owners,
      placed: items.filter(isPlaced),
    })
  }
  return content
}

/** Whether a page would be written in the same way now. Asks for all that writing it asks for. */
function isTrue({ from, owners, asked }: WrittenPage, desk: ContentDesk): boolean {
  if (from !== desk.fonts.from || owners.some(({ element, type }) => desk.tags.typeOf(element) !== type)) return false
  return askAgain(asked(), desk)
}

/** An item as it was written before, or as it is now: most of a page that an edit changes is as it was. */
function writeOnce(item: Item, desk: ContentDesk, { items }: PageMemory): Written {
  const known = items.get(item)
  if (known && known.from === desk.fonts.from && askAgain(known.asked, desk)) return known
  const noted = new NotedAsks(desk)
  const operators = inOnePiece(operatorsOf(item, noted, noted, noted))
  const written = { from: desk.fonts.from, operators, asked: noted.asked }
  if (noted.isTheSameInAllFiles) items.set(item, written)
  else items.delete(item)
  return written
}

/** A string that was put together stays a tree of its parts until somebody looks into it, and such trees are slow to put together again and again. */
const inOnePiece = (letters: string): string => Buffer.from(letters, 'latin1').toString('latin1')

/** Elements that own items, each once for items that follow each other. */
function ownersOf(items: readonly Item[]): string[] {
  const owners: string[] = []
  let last: Owner | null = null
  for (const { owner } of items) {
    if (last && sameOwner(last, owner)) continue
    if ('element' in owner) owners.push(owner.element)
    last = owner
  }
  return owners
}

/** The first operator of a page: its y axis points down. A page without a word has it as well, since readers take an empty stream for a fault. */
export const yDown = (height: number): string => `1 0 0 -1 0 ${height} cm`

/** Items in order, those of one owner that follow each other in one marked-content sequence. */
function write({ items, height }: Page, tags: StructureTree, operatorsOfItem: (item: Item) => string): string {
  const operators = [yDown(height)]
  let open: Owner | null = null
  for (const item of items) {
    if (!open || !sameOwner(open, item.owner)) {
      if (open) operators.push('EMC')
      operators.push('artifact' in item.owner ? artifactMark(item.owner) : tags.mark(item.owner.element))
      open = item.owner
    }
    operators.push(operatorsOfItem(item))
    place(item, height, tags)
  }
  if (open) operators.push('EMC')
  return `${operators.join('\n')}\n`
}

/** Whether an element may have to be told where an item stands. */
const isPlaced = ({ type }: Item): boolean => type === 'picture' || type === 'code' || type === 'formula'

/** Tells the element of a picture, a code or a formula where it stands. */
function place(item: Item, height: number, tags: StructureTree): void {
  if (!isPlaced(item) || !('element' in item.owner)) return
  if (item.type === 'picture' || item.type === 'code') tags.place(item.owner.element, item, height, 'Block')
  if (item.type === 'formula') {
    const { x, y, width, over, under, display } = item
    const box = { x, y: y - over, width, height: over + under }
    tags.place(item.owner.element, box, height, display ? 'Block' : 'Inline')
  }
}

const sameOwner = (a: Owner, b: Owner): boolean =>
  'artifact' in a
    ? 'artifact' in b && a.artifact === b.artifact && a.at === b.at
    : 'element' in b && a.element === b.element

function artifactMark({ artifact, at }: Extract<Owner, { artifact: string }>): string {
  return `/Artifact <</Type /${artifact}${at ? ` /Subtype /${at}` : ''}>> BDC`
}
