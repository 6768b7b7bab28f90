/** Notes what writing asks of a file, so that it can be asked again without writing. */
import type { Asked } from '../page-memory.js'
import type { FormulaItem, Piece } from '../pages-model.js'
import type { FormulaSigns, GlyphRun, GlyphWriter, PictureNames } from './pdf-content.js'
import type { FontWriter } from './pdf-fonts.js'
import { type FormulaWriter, outlineOperators } from './pdf-formulas.js'
import type { UsedGlyph } from './pdf-glyphs.js'

/** What names things of a file. */
export interface Names {
  fonts: FontWriter
  pictures: PictureNames
  formulas: FormulaWriter
}

/** What is asked of a file, each thing once, in the order in which it was asked for first. */
class Asks {
  /** By what they are called. Of fonts, with their glyphs by their numbers: what a glyph stood for first is what it is read as. */
  readonly #asked = new Map<string, { asked: Asked; used: Map<number, UsedGlyph> | null }>()

  get all(): Asked[] {
    return [...this.#asked.values()].map(({ asked, used }) =>
      asked.kind === 'font' && used ? { ...asked, used: [...used.values()] } : asked,
    )
  }

  add(asked: Asked): void {
    if (!this.#asked.has(asked.name))
      this.#asked.set(asked.name, { asked, used: asked.kind === 'font' ? new Map() : null })
    if (asked.kind === 'font') this.use(asked.name, asked.used)
  }

  /** Notes glyphs of a font that was asked for. */
  use(font: string, glyphs: readonly UsedGlyph[]): void {
    const used = this.#asked.get(font)?.used
    if (used) for (const glyph of glyphs) if (!used.has(glyph.code)) used.set(glyph.code, glyph)
  }
}

/** What all of them have asked for, one after the other. */
export function askedByAll(all: readonly { asked: readonly Asked[] }[]): Asked[] {
  const asks = new Asks()
  for (const { asked } of all) for (const each of asked) asks.add(each)
  return asks.all
}

/**
 * Stands between the content of a page and the file's fonts, pictures and formulas, and notes what is asked of them, so that the content can be kept and
 * the same be asked of another file.
 */
export class NotedAsks implements GlyphWriter, PictureNames, FormulaSigns {
  readonly #names: Names
  readonly #asks = new Asks()
  /** False once a font was asked for whose glyphs have other numbers in each file. */
  isTheSameInAllFiles = true

  constructor(names: Names) {
    this.#names = names
  }

  get asked(): Asked[] {
    return this.#asks.all
  }

  open({ face, font: name }: Piece): { resource: string; glyphs(word: string, rtl: boolean): readonly GlyphRun[] } {
    const font = this.#names.fonts.open({ face, font: name })
    const { resource } = font
    if (!font.isMapped) this.isTheSameInAllFiles = false
    this.#asks.add({ kind: 'font', piece: { face, font: name }, name: resource, used: [] })
    return {
      resource,
      glyphs: (word, rtl) => {
        const { runs, used } = font.shape(word, rtl)
        this.#asks.use(resource, used)
        return runs
      },
    }
  }

  picture(id: string): { name: string; turn: number } {
    const found = this.#names.pictures.picture(id)
    this.#asks.add({ kind: 'picture', picture: id, name: found.name })
    return found
  }

  formula(item: FormulaItem): string {
    return outlineOperators(item, (shape) => {
      const name = this.#names.formulas.nameOf(shape)
      this.#asks.add({ kind: 'shape', shape, name })
      return name
    })
  }
}

/**
 * Asks a file for what kept content needs of it: true when fonts, pictures and formulas have the same names there, so that the content can be taken as it
 * is.
 */
export function askAgain(asked: readonly Asked[], { fonts, pictures, formulas }: Names): boolean {
  for (const each of asked) {
    if (each.kind === 'font') {
      const font = fonts.open(each.piece)
      font.use(each.used)
      if (font.resource !== each.name) return false
    } else if (each.kind === 'picture') {
      if (pictures.picture(each.picture).name !== each.name) return false
    } else if (formulas.nameOf(each.shape) !== each.name) return false
  }
  return true
}
