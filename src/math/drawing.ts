/** What a typesetter drew, as elements of SVG → outlines and words. */
import type { FormulaWords } from '../text/tex/formula.js'
import {
  bolder,
  boundsOf,
  type Contour,
  contoursOf,
  cut,
  type Matrix,
  matrixOf,
  moved,
  pathOf,
  polygon,
  type Rect,
  times,
  UnknownDrawing,
  type XY,
} from './outline.js'

/** An element of SVG, or text in one. */
export interface Drawn {
  kind: string
  value?: string
  attributes?: Readonly<Record<string, string | undefined>>
  children?: readonly Drawn[]
}

/** Outlines and words, and how far they reach over and under the baseline. */
export interface Drawing {
  outlines: string[]
  words: FormulaWords[]
  top: number
  bottom: number
}

/** A formula of more outlines is no formula. */
const mostOutlines = 3000
/** Half a rule, where an element does not say how heavy its line is. */
const usualStroke = 60
/** How high words reach over their baseline, and how deep under it, as a fraction of their size. */
const wordsOver = 0.72
const wordsUnder = 0.22

/** Draws elements, `x` of which is the left end: scaled, with y turned down, and then made bolder all around. Words keep their own size. */
export function drawingOf(elements: readonly Drawn[], x: number, scale: number, boldness: number): Drawing {
  const pen = new Pen(boldness, scale)
  for (const element of elements) pen.draw(element, [scale, 0, 0, -scale, -x * scale, 0], null, {})
  return pen.drawing
}

/** What elements hand down to what is in them. */
interface Style {
  strong?: true
  emphasis?: true
}

class Pen {
  readonly drawing: Drawing = { outlines: [], words: [], top: 0, bottom: 0 }
  readonly #boldness: number
  readonly #scale: number

  constructor(boldness: number, scale: number) {
    this.#boldness = boldness
    this.#scale = scale
  }

  draw(element: Drawn, outer: Matrix, frame: Rect | null, style: Style): void {
    const { kind, attributes = {}, children = [] } = element
    if (kind === '#text' || kind === 'title' || kind === 'desc') return
    const matrix = times(outer, matrixOf(attributes.transform))
    const inner = styleOf(attributes, style)
    const number = (name: string, usual = 0): number => {
      const value = attributes[name] === undefined ? usual : Number.parseFloat(attributes[name] ?? '')
      if (!Number.isFinite(value)) throw new UnknownDrawing(`${kind} ${name}`)
      return value
    }
    switch (kind) {
      case 'g':
      case 'a':
        for (const child of children) this.draw(child, matrix, frame, inner)
        return
      case 'svg': {
        // A window: what is in it is moved, and cut at its edges.
        const [left = 0, top = 0, width = 0, height = 0] = (attributes.viewBox ?? '').split(/[\s,]+/).map(Number)
        if (width !== number('width') || height !== number('height')) throw new UnknownDrawing('a scaled window')
        const within = times(matrix, [1, 0, 0, 1, number('x') - left, number('y') - top])
        const window = boundsOf(moved([rectangle(left, top, width, height)], within))
        for (const child of children) this.draw(child, within, window, inner)
        return
      }
      case 'path':
        this.#fill(contoursOf(attributes.d ?? ''), matrix, frame)
        return
      case 'rect': {
        // Colours behind formulas are left out: everything is black on white.
        if (attributes['data-bgcolor'] !== undefined) return
        const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
        const outside = attributes.fill === 'none' ? number('stroke-width', usualStroke) / 2 : 0
        const outlines = [rectangle(x - outside, y - outside, width + 2 * outside, height + 2 * outside)]
        if (outside > 0 && width > 2 * outside && height > 2 * outside)
          outlines.push(reversed(rectangle(x + outside, y + outside, width - 2 * outside, height - 2 * outside)))
        this.#fill(outlines, matrix, frame)
        return
      }
      case 'line': {
        const stroke = number('stroke-width', usualStroke) / 2
        const [x1, y1, x2, y2] = [number('x1'), number('y1'), number('x2'), number('y2')]
        const length = Math.hypot(x2 - x1, y2 - y1)
        if (length === 0) return
        const [dx, dy] = [((x2 - x1) / length) * stroke, ((y2 - y1) / length) * stroke]
        const corners: [XY, XY, XY, XY] = [
          [x1 - dy, y1 + dx],
          [x2 - dy, y2 + dx],
          [x2 + dy, y2 - dx],
          [x1 + dy, y1 - dx],
        ]
        this.#fill([polygon(corners)], matrix, frame)
        return
      }
      case 'ellipse': {
        const stroke = number('stroke-width', usualStroke) / 2
        const [x, y, rx, ry] = [number('cx'), number('cy'), number('rx'), number('ry')]
        this.#fill([ellipse(x, y, rx + stroke, ry + stroke), ellipse(x, y, rx - stroke, -(ry - stroke))], matrix, frame)
        return
      }
      case 'text': {
        const size = Number.parseFloat(attributes['font-size'] ?? '1000') * Math.abs(matrix[0] / this.#scale)
        const text = children.map(({ value = '' }) => value).join('')
        if (text.trim() === '') return
        const [, , , , x, y] = matrix
        this.drawing.words.push({ text, x: Math.round(x), y: Math.round(y), size: Math.round(size), ...inner })
        this.#reach(y - size * wordsOver, y + size * wordsUnder)
        return
      }
      default:
        throw new UnknownDrawing(kind)
    }
  }

  /** A sign is drawn where it is formed and then moved by whole units, so that the same sign has the same outline wherever it stands. */
  #fill(contours: readonly Contour[], [a, b, c, d, e, f]: Matrix, frame: Rect | null): void {
    const [x, y] = [Math.round(e), Math.round(f)]
    const shape = bolder(moved(contours, [a, b, c, d, 0, 0]), this.#boldness)
    const seen = frame ? cut(shape, shifted(frame, -x, -y)) : shape
    const bounds = boundsOf(seen)
    if (!bounds) return
    if (this.drawing.outlines.length >= mostOutlines) throw new UnknownDrawing('too many signs')
    this.drawing.outlines.push(pathOf(seen, [x, y]))
    this.#reach(bounds.top + y, bounds.bottom + y)
  }

  #reach(top: number, bottom: number): void {
    this.drawing.top = Math.min(this.drawing.top, top)
    this.drawing.bottom = Math.max(this.drawing.bottom, bottom)
  }
}

const shifted = ({ left, top, right, bottom }: Rect, x: number, y: number): Rect => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
})

function styleOf(attributes: Readonly<Record<string, string | undefined>>, style: Style): Style {
  const said = `${attributes.style ?? ''} ${attributes['data-variant'] ?? ''}`
  return {
    ...style,
    ...(/bold/.test(said) && { strong: true as const }),
    ...(/italic/.test(said) && { emphasis: true as const }),
  }
}

const rectangle = (x: number, y: number, width: number, height: number): Contour =>
  polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])

/** The other way round, so that it is a hole. For straight sides. */
function reversed({ start, parts }: Contour): Contour {
  return polygon([start, ...parts.map((part) => part[0]).reverse()])
}

/** Control points of a quarter circle lie this far out, as a fraction of the radius. */
const kappa = 0.5523

function ellipse(x: number, y: number, rx: number, ry: number): Contour {
  const [kx, ky] = [rx * kappa, ry * kappa]
  return {
    start: [x, y - ry],
    parts: [
      [
        [x + kx, y - ry],
        [x + rx, y - ky],
        [x + rx, y],
      ],
      [
        [x + rx, y + ky],
        [x + kx, y + ry],
        [x, y + ry],
      ],
      [
        [x - kx, y + ry],
        [x - rx, y + ky],
        [x - rx, y],
      ],
      [
        [x - rx, y - ky],
        [x - kx, y - ry],
        [x, y - ry],
      ],
    ],
  }
}
