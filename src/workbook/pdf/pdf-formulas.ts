/**
 * Formulas as operators of a PDF. Each sign is written once a file, as a form (ISO 32000-1, 8.10), and shown wherever it stands: a sheet of
 * formulas has thousands of them, and some hundred forms.
 */
import type { FormulaItem } from '../pages-model.js'
import type { ObjectWriter } from './pdf-objects.js'
import type { PageWriter } from './pdf-pages.js'

/** Writes the outlines of formulas. */
export class FormulaWriter {
  readonly #objects: ObjectWriter
  readonly #pages: PageWriter
  readonly #written = new Map<string, { name: string; ref: string }>()

  constructor(objects: ObjectWriter, pages: PageWriter) {
    this.#objects = objects
    this.#pages = pages
  }

  formula(item: FormulaItem): string {
    return outlineOperators(item, (shape) => this.nameOf(shape))
  }

  /** Name of a shape among the resources of the current page. */
  nameOf(shape: string): string {
    let form = this.#written.get(shape)
    if (!form) {
      form = { name: `M${this.#written.size + 1}`, ref: `${this.#write(shape)} 0 R` }
      this.#written.set(shape, form)
    }
    this.#pages.page.pictures.set(form.name, form.ref)
    return form.name
  }

  #write(shape: string): number {
    const id = this.#objects.reserve()
    const points = pointsOf(shape)
    const of = (axis: 0 | 1) => points.map((point) => point[axis])
    const box = [Math.min(...of(0)) - 1, Math.min(...of(1)) - 1, Math.max(...of(0)) + 1, Math.max(...of(1)) + 1]
    const entries = `/Type/XObject/Subtype/Form/BBox[${box.join(' ')}]/Resources<<>>`
    this.#objects.stream(id, entries, pathOperators(shape))
    return id
  }
}

/** Shows the outlines of a formula, one by one, so that those that overlap take nothing from each other. */
export function outlineOperators({ marks }: FormulaItem, nameOf: (shape: string) => string): string {
  const operators: string[] = []
  let [atX, atY] = [0, 0]
  for (const { x: left, outlines } of marks)
    for (const outline of outlines) {
      const { x, y, shape } = shapeOf(outline)
      operators.push(`1 0 0 1 ${left + x - atX} ${y - atY} cm /${nameOf(shape)} Do`)
      atX = left + x
      atY = y
    }
  return operators.join(' ')
}

const pointsOf = (path: string): [x: number, y: number][] =>
  [...path.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)])

/** An outline as seen from its first point. */
function shapeOf(outline: string): { x: number; y: number; shape: string } {
  const [[x, y] = [0, 0]] = pointsOf(outline.slice(0, outline.search(/[LCZ]/)))
  const shape = outline.replace(/(-?\d+) (-?\d+)/g, (_, px, py) => `${px - x} ${py - y}`)
  return { x, y, shape }
}

const operatorOf: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' }

/** "M0 0L5 0Z" → "0 0 m 5 0 l h f". */
function pathOperators(shape: string): string {
  let operators = ''
  for (const [, command = '', points = ''] of shape.matchAll(/([MLCZ])([^MLCZ]*)/g))
    operators += `${points}${points === '' ? '' : ' '}${operatorOf[command]} `
  return `${operators}f`
}
