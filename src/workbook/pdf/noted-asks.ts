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

/**
 * Stands between the content of a page and the file's fonts, pictures and formulas, and notes what is asked of them, so that the content can be kept and
 * the same be asked of another file.
 */
export class NotedAsks implements GlyphWriter, PictureNames, FormulaSigns {
  readonly #names: Names
  /** By what they are called, in the order in which they were asked for. */
  readonly #asked = new Map<string, Asked>()
  /** Of fonts, by what they are called: glyphs by their numbers. What a glyph stood for first is what it is read as. */
  readonly #used = new Map<string, Map<number, UsedGlyph>>()
  /** False once a font was asked for whose glyphs have other numbers in each file. */
  isTheSameInAllFiles = true

  constructor(names: Names) {
    this.#names = names
  }

  get asked(): Asked[] {
    return [...this.#asked.values()].map((each) =>
      each.kind === 'font' ? { ...each, used: [...this.#glyphsOf(each.name).values()] } : each,
    )
  }

  /** Notes what others have asked for. */
  add(asked: readonly Asked[]): void {
    for (const each of asked) {
      if (!this.#asked.has(each.name)) this.#asked.set(each.name, each)
      if (each.kind === 'font') this.#use(each.name, each.used)
    }
  }

  open({ face, font: name }: Piece): { resource: string; glyphs(word: string, rtl: boolean): readonly GlyphRun[] } {
    const font = this.#names.fonts.open({ face, font: name })
    const { resource } = font
    if (!font.isMapped) this.isTheSameInAllFiles = false
    this.add([{ kind: 'font', piece: { face, font: name }, name: resource, used: [] }])
    return {
      resource,
      glyphs: (word, rtl) => {
        const { runs, used } = font.shape(word, rtl)
        this.#use(resource, used)
        return runs
      },
    }
  }

  picture(id: string): { name: string; turn: number } {
    const found = this.#names.pictures.picture(id)
    this.add([{ kind: 'picture', picture: id, name: found.name }])
    return found
  }

  formula(item: FormulaItem): string {
    return outlineOperators(item, (shape) => {
      const name = this.#names.formulas.nameOf(shape)
      this.add([{ kind: 'shape', shape, name }])
      return name
    })
  }

  #glyphsOf(font: string): Map<number, UsedGlyph> {
    const used = this.#used.get(font) ?? new Map<number, UsedGlyph>()
    this.#used.set(font, used)
    return used
  }

  #use(font: string, glyphs: readonly UsedGlyph[]): void {
    const used = this.#glyphsOf(font)
    for (const glyph of glyphs) if (!used.has(glyph.code)) used.set(glyph.code, glyph)
  }
}

/**
 * Asks a file for what kept content needs of it: true when fonts, pictures and formulas have the same names there, so that the content can be taken as it
 * is.
 */
export function askAgain(asked: readonly Asked[], { fonts, pictures, formulas }: Names): boolean {
  return asked.every((each) => {
    switch (each.kind) {
      case 'font': {
        const font = fonts.open(each.piece)
        font.use(each.used)
        return font.resource === each.name
      }
      case 'picture':
        return pictures.picture(each.picture).name === each.name
      case 'shape':
        return formulas.nameOf(each.shape) === each.name
    }
  })
}
