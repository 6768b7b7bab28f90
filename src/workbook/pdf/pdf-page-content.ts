/** What pages draw: their streams, which hang on nothing but their items, the types of the elements that own these, and the names of fonts. */

import type { PageMemory, WrittenPage } from '../page-memory.js'
import type { Item, Owner, Page, Piece } from '../pages-model.js'
import { type FormulaSigns, type GlyphRun, type GlyphWriter, operatorsOf, type PictureNames } from './pdf-content.js'
import type { EmbeddedFont, FontWriter } from './pdf-fonts.js'
import type { UsedGlyph } from './pdf-glyphs.js'
import type { StructureTree } from './pdf-structure.js'

/** What a page's content is written with. */
export interface ContentDesk {
  tags: StructureTree
  fonts: FontWriter
  pictures: PictureNames
  formulas: FormulaSigns
}

/** The stream of a page, whose y axis points down; its elements are told what they own of it. */
export function contentOf(page: Page, desk: ContentDesk, memory: PageMemory | undefined): string {
  if (!memory) return write(page, desk, desk.fonts)
  const known = memory.get(page)
  if (known && isTrue(known, desk)) {
    for (const { element } of known.owners) desk.tags.mark(element)
    return known.content
  }
  const { items, height } = page
  const noted = new NotedFonts(desk.fonts)
  const content = write(page, desk, noted)
  if (noted.areTheSameInAllFiles && items.every(isWords)) {
    const owners = ownersOf(items).map((element) => ({ element, type: desk.tags.typeOf(element) }))
    const fonts = noted.all.map(({ piece, resource, used }) => ({ piece, resource, used: [...used.values()] }))
    memory.keep({ from: desk.fonts.from, items: [...items], height, content, owners, fonts })
  }
  return content
}

/** Pictures and the like have names that hang on the pages before, and places in the structure. */
const isWords = ({ type }: Item): boolean => type !== 'picture' && type !== 'formula' && type !== 'code'

/** Whether a page would be written in the same way now. Opens its fonts, as writing it does, and notes their glyphs. */
function isTrue({ from, owners, fonts }: WrittenPage, desk: ContentDesk): boolean {
  if (from !== desk.fonts.from || owners.some(({ element, type }) => desk.tags.typeOf(element) !== type)) return false
  return fonts.every(({ piece, resource, used }) => {
    const font = desk.fonts.open(piece)
    font.use(used)
    return font.resource === resource
  })
}

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

/** Fonts, with what is asked of them. */
class NotedFonts implements GlyphWriter {
  readonly #fonts: FontWriter
  readonly #noted = new Map<EmbeddedFont, NotedFont>()

  constructor(fonts: FontWriter) {
    this.#fonts = fonts
  }

  get all(): NotedFont[] {
    return [...this.#noted.values()]
  }

  get areTheSameInAllFiles(): boolean {
    return this.all.every(({ font }) => font.isMapped)
  }

  open({ face, font: name }: Piece): NotedFont {
    const font = this.#fonts.open({ face, font: name })
    const noted = this.#noted.get(font) ?? new NotedFont(font, { face, font: name })
    this.#noted.set(font, noted)
    return noted
  }
}

/** A font with the glyphs that were used of it, by their numbers, and one of the pieces that it is for. */
class NotedFont {
  readonly font: EmbeddedFont
  readonly piece: Pick<Piece, 'face' | 'font'>
  readonly used = new Map<number, UsedGlyph>()

  constructor(font: EmbeddedFont, piece: Pick<Piece, 'face' | 'font'>) {
    this.font = font
    this.piece = piece
  }

  get resource(): string {
    return this.font.resource
  }

  glyphs(word: string, rtl: boolean): readonly GlyphRun[] {
    const { runs, used } = this.font.shape(word, rtl)
    for (const glyph of used) if (!this.used.has(glyph.code)) this.used.set(glyph.code, glyph)
    return runs
  }
}

/** The first operator of a page: its y axis points down. A page without a word has it as well, since readers take an empty stream for a fault. */
export const yDown = (height: number): string => `1 0 0 -1 0 ${height} cm`

/** Items in order, those of one owner that follow each other in one marked-content sequence. */
function write({ items, height }: Page, { tags, pictures, formulas }: ContentDesk, fonts: GlyphWriter): string {
  const operators = [yDown(height)]
  let open: Owner | null = null
  for (const item of items) {
    if (!open || !sameOwner(open, item.owner)) {
      if (open) operators.push('EMC')
      operators.push('artifact' in item.owner ? artifactMark(item.owner) : tags.mark(item.owner.element))
      open = item.owner
    }
    operators.push(operatorsOf(item, fonts, pictures, formulas))
    if (!('element' in item.owner)) continue
    if (item.type === 'picture' || item.type === 'code') tags.place(item.owner.element, item, height, 'Block')
    if (item.type === 'formula') {
      const { x, y, width, over, under, display } = item
      const place = { x, y: y - over, width, height: over + under }
      tags.place(item.owner.element, place, height, display ? 'Block' : 'Inline')
    }
  }
  if (open) operators.push('EMC')
  return `${operators.join('\n')}\n`
}

const sameOwner = (a: Owner, b: Owner): boolean =>
  'artifact' in a
    ? 'artifact' in b && a.artifact === b.artifact && a.at === b.at
    : 'element' in b && a.element === b.element

function artifactMark({ artifact, at }: Extract<Owner, { artifact: string }>): string {
  return `/Artifact <</Type /${artifact}${at ? ` /Subtype /${at}` : ''}>> BDC`
}
