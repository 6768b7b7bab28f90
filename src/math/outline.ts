/** Outlines: path data of SVG → the same in cubic curves, moved and cut. */

/** Maps x, y to a·x + c·y + e, b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The matrix that leaves everything where it is. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that does what `inner` does and then what `outer` does. */
export function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export type XY = readonly [x: number, y: number]

/** What a contour is made of: its start, then lines and cubic curves; each is closed. */
export interface Contour {
  start: XY
  parts: (readonly [XY] | readonly [XY, XY, XY])[]
}

/** Thrown at an SVG element that the outlines of formulas are not known to have. */
export class UnknownDrawing extends Error {}

/** `transform` of an SVG element: "translate(20,0) scale(0.707)". */
export function matrixOf(transform: string | undefined): Matrix {
  let matrix = identity
  for (const [, name, list] of (transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const numbers = (list ?? '').split(/[\s,]+/).map(Number)
    const [a = 0, b, c = 0, d = 1, e = 0, f = 0] = numbers
    if (numbers.some((number) => !Number.isFinite(number))) throw new UnknownDrawing(`transform ${name}`)
    const turn = (a * Math.PI) / 180
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    const own: Matrix | null =
      name === 'translate'
        ? [1, 0, 0, 1, a, b ?? 0]
        : name === 'scale'
          ? [a, 0, 0, b ?? a, 0, 0]
          : name === 'rotate'
            ? [cos, sin, -sin, cos, 0, 0]
            : name === 'matrix'
              ? [a, b ?? 0, c, d, e, f]
              : null
    if (!own) throw new UnknownDrawing(`transform ${name}`)
    matrix = times(matrix, own)
  }
  return matrix
}

/** Absolute path data → contours. Quadratic curves become cubic ones. */
export function contoursOf(data: string): Contour[] {
  const contours: Contour[] = []
  const words = data.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []
  let at = 0
  let [x, y] = [0, 0]
  /** The control point that a smooth curve mirrors, and the command that left it. */
  let control: XY = [0, 0]
  let before = ''
  let command = ''
  const number = (): number => {
    const value = Number(words[at++])
    if (!Number.isFinite(value)) throw new UnknownDrawing('path data')
    return value
  }
  const point = (): XY => [number(), number()]
  const go = ([toX, toY]: XY): void => {
    ;[x, y] = [toX, toY]
  }
  const line = (to: XY): void => {
    contours.at(-1)?.parts.push([to])
    go(to)
  }
  const curve = (one: XY, two: XY, to: XY): void => {
    contours.at(-1)?.parts.push([one, two, to])
    go(to)
  }
  const quadratic = (over: XY, to: XY): void => {
    const third = ([fromX, fromY]: XY): XY => [fromX + ((over[0] - fromX) * 2) / 3, fromY + ((over[1] - fromY) * 2) / 3]
    curve(third([x, y]), third(to), to)
    control = over
  }
  while (at < words.length) {
    if (/[a-z]/i.test(words[at] ?? '')) command = words[at++] ?? ''
    if (command === 'M') {
      go(point())
      contours.push({ start: [x, y], parts: [] })
      before = 'M'
      // Further pairs are lines.
      command = 'L'
      continue
    }
    const mirrored = (like: string): XY => (before === like ? [2 * x - control[0], 2 * y - control[1]] : [x, y])
    if (command === 'Z') {
      const start = contours.at(-1)?.start
      if (start) go(start)
    } else if (command === 'L') line(point())
    else if (command === 'H') line([number(), y])
    else if (command === 'V') line([x, number()])
    else if (command === 'Q') quadratic(point(), point())
    else if (command === 'T') quadratic(mirrored('Q'), point())
    else if (command === 'C') {
      const [one, two] = [point(), point()]
      curve(one, two, point())
      control = two
    } else if (command === 'S') {
      const one = mirrored('C')
      const two = point()
      curve(one, two, point())
      control = two
    } else throw new UnknownDrawing(`path command ${command}`)
    before = command === 'T' ? 'Q' : command === 'S' ? 'C' : command
  }
  return contours
}

/** A closed contour with straight sides. */
export const polygon = ([start, ...rest]: readonly [XY, ...XY[]]): Contour => ({
  start,
  parts: rest.map((to) => [to] as const),
})

/** Contours with all their points mapped by a matrix. */
export const moved = (contours: readonly Contour[], [a, b, c, d, e, f]: Matrix): Contour[] => {
  const by = ([x, y]: XY): XY => [a * x + c * y + e, b * x + d * y + f]
  return contours.map(({ start, parts }) => ({
    start: by(start),
    parts: parts.map((part) => (part.length === 1 ? [by(part[0])] : [by(part[0]), by(part[1]), by(part[2])])),
  }))
}

export interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

/** The parts of contours inside a rectangle, their curves as short lines: for stretched signs, which are cut from longer ones. */
export function cut(contours: readonly Contour[], { left, top, right, bottom }: Rect): Contour[] {
  const edges: [axis: 0 | 1, at: number, sign: 1 | -1][] = [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ]
  return contours.flatMap((contour) => {
    let corners = flattened(contour)
    for (const [axis, at, sign] of edges) {
      const inside = (p: XY) => (p[axis] - at) * sign >= 0
      corners = corners.flatMap((p, i) => {
        const before = corners.at(i - 1) as XY
        const kept = inside(p) ? [p] : []
        if (inside(p) === inside(before)) return kept
        const share = (at - before[axis]) / (p[axis] - before[axis])
        const crossing: XY = [before[0] + (p[0] - before[0]) * share, before[1] + (p[1] - before[1]) * share]
        return [crossing, ...kept]
      })
    }
    const [first, ...rest] = corners
    return first && rest.length > 1 ? [polygon([first, ...rest])] : []
  })
}

/** Lines that a curve is made of where it is cut. */
const chords = 6

function flattened({ start, parts }: Contour): XY[] {
  const corners: XY[] = [start]
  for (const part of parts) {
    if (part.length === 1) {
      corners.push(part[0])
      continue
    }
    const from = corners.at(-1) as XY
    for (let i = 1; i <= chords; i++) {
      const t = i / chords
      const along = (axis: 0 | 1): number =>
        (1 - t) ** 3 * from[axis] +
        3 * (1 - t) ** 2 * t * part[0][axis] +
        3 * (1 - t) * t ** 2 * part[1][axis] +
        t ** 3 * part[2][axis]
      corners.push([along(0), along(1)])
    }
  }
  return corners
}

/** The least rectangle around contours and the points that bend their curves; null around nothing. */
export function boundsOf(contours: readonly Contour[]): Rect | null {
  const points = contours.flatMap(({ start, parts }) => [start, ...parts.flat()])
  if (points.length === 0) return null
  const rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    rect.left = Math.min(rect.left, x)
    rect.right = Math.max(rect.right, x)
    rect.top = Math.min(rect.top, y)
    rect.bottom = Math.max(rect.bottom, y)
  }
  return rect
}

/** Outlines with strokes wider by twice as much as `by`: each point is moved out of the ink, as FreeType makes outlines bolder. */
export function bolder(contours: readonly Contour[], by: number): Contour[] {
  const polygons = contours.map(({ start, parts }) => [start, ...parts.flat()])
  // What is outside has the sign of all areas together; holes turn the other way.
  const turn = polygons.reduce((sum, points) => sum + areaOf(points), 0) < 0 ? -by : by
  return contours.map(({ parts }, i) => {
    const points = bolderPoints(polygons[i] as XY[], turn)
    let at = 1
    const next = (): XY => points[at++] as XY
    return {
      start: points[0] as XY,
      parts: parts.map((part) => (part.length === 1 ? [next()] : [next(), next(), next()])),
    }
  })
}

const areaOf = (points: readonly XY[]): number =>
  points.reduce((sum, [x, y], i) => {
    const [x2, y2] = points[(i + 1) % points.length] as XY
    return sum + x * y2 - x2 * y
  }, 0)

/** Nearer points are one. */
const near = 0.01

function bolderPoints(points: readonly XY[], by: number): XY[] {
  const same = (a: XY, b: XY): boolean => Math.abs(a[0] - b[0]) < near && Math.abs(a[1] - b[1]) < near
  const count = points.length
  const neighbour = (i: number, step: 1 | -1): XY | null => {
    const own = points[i] as XY
    for (let k = 1; k < count; k++) {
      const other = points[(i + step * k + count * k) % count] as XY
      if (!same(own, other)) return other
    }
    return null
  }
  return points.map((point, i) => {
    const [before, after] = [neighbour(i, -1), neighbour(i, 1)]
    if (!before || !after) return point
    const [x, y] = point
    const [lengthIn, lengthOut] = [Math.hypot(x - before[0], y - before[1]), Math.hypot(after[0] - x, after[1] - y)]
    const into: XY = [(x - before[0]) / lengthIn, (y - before[1]) / lengthIn]
    const out: XY = [(after[0] - x) / lengthOut, (after[1] - y) / lengthOut]
    const cosine = into[0] * out[0] + into[1] * out[1]
    // Where an outline turns back on itself there is no way out.
    if (cosine < -0.94) return point
    const sine = Math.abs(out[0] * into[1] - out[1] * into[0])
    const room = Math.min(lengthIn, lengthOut)
    const most = Math.abs(by) * sine <= room * (1 + cosine) ? by / (1 + cosine) : (Math.sign(by) * room) / sine
    return [x + (into[1] + out[1]) * most, y - (into[0] + out[0]) * most]
  })
}

/** Contours as path data in whole units, moved by `x` and `y`, which are whole. */
export function pathOf(contours: readonly Contour[], [x, y]: XY = [0, 0]): string {
  const words = (points: readonly XY[]) =>
    points.map((point) => `${whole(point[0]) + x} ${whole(point[1]) + y}`).join(' ')
  return contours
    .map(({ start, parts }) => {
      const drawn = parts.map((part) => `${part.length === 1 ? 'L' : 'C'}${words(part)}`)
      return `M${words([start])}${drawn.join('')}Z`
    })
    .join('')
}

/** Adding 0 makes 0 of -0. */
const whole = (value: number): number => Math.round(value) + 0
