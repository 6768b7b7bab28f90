/** Formulas as objects of a PDF (ISO 32000-1, 8.10): each is drawn once a file, as a form, and shown wherever it stands. */
import { perEm } from '../text/formula.js'
import type { FormulaItem } from './pages-model.js'
import type { ObjectWriter } from './pdf-objects.js'
import type { PageWriter } from './pdf-pages.js'

/** How far a form may reach out of its width and height, in thousandths of the size: signs lean, and strokes are wide. */
const margin = 400

/** Writes the outlines of formulas. */
export class FormulaWriter {
  readonly #objects: ObjectWriter
  readonly #pages: PageWriter
  readonly #written = new Map<string, { name: string; ref: string }>()

  constructor(objects: ObjectWriter, pages: PageWriter) {
    this.#objects = objects
    this.#pages = pages
  }

  /** Name of the outlines among the resources of the current page. */
  formula(item: FormulaItem): string {
    const content = contentOf(item)
    let form = this.#written.get(content)
    if (!form) {
      form = { name: `M${this.#written.size + 1}`, ref: `${this.#write(item, content)} 0 R` }
      this.#written.set(content, form)
    }
    this.#pages.page.pictures.set(form.name, form.ref)
    return form.name
  }

  #write({ width, over, under, size }: FormulaItem, content: string): number {
    const id = this.#objects.reserve()
    const units = (length: number): number => Math.ceil((length / size) * perEm) + margin
    const box = [-margin, -units(over), units(width), units(under)]
    const entries = `/Type/XObject/Subtype/Form/BBox[${box.join(' ')}]/Matrix[.001 0 0 .001 0 0]/Resources<<>>`
    this.#objects.stream(id, entries, Buffer.from(content, 'latin1'))
    return id
  }
}

/** Each outline is filled by itself, so that those that overlap take nothing from each other. */
function contentOf({ marks }: FormulaItem): string {
  const operators: string[] = []
  let at = 0
  for (const { x, outlines } of marks) {
    if (x !== at) operators.push(`1 0 0 1 ${x - at} 0 cm`)
    at = x
    for (const outline of outlines) operators.push(`${pathOperators(outline)}f`)
  }
  return operators.join('\n')
}

const operatorOf: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' }

/** "M0 0L5 0Z" → "0 0 m 5 0 l h ". */
function pathOperators(outline: string): string {
  let operators = ''
  for (const [, command = '', points = ''] of outline.matchAll(/([MLCZ])([^MLCZ]*)/g))
    operators += `${points}${points === '' ? '' : ' '}${operatorOf[command]} `
  return operators
}
