/** Placed items → content stream operators (ISO 32000-1, Annex A). Knows no PDF library: glyphs come from a `GlyphWriter`. */
import type {
  BoxItem,
  CodeItem,
  DotsItem,
  FormulaItem,
  Item,
  LineItem,
  PictureItem,
  Piece,
  SignItem,
  TextItem,
} from '../pages-model.js'

import { textString } from './pdf-text.js'

/** Turns words into glyphs of an embedded subset. */
export interface GlyphWriter {
  /** The font of a piece, registered on the current page. */
  open(piece: Piece): {
    /** Its resource name: "F3". */
    resource: string
    /** Glyphs of one word or one space, from the left. */
    glyphs(word: string, rtl: boolean): readonly GlyphRun[]
  }
}

/**
 * Glyphs of one height over the baseline (thousandths of the type size): what stands between the first `<` and the last `>` of a TJ
 * array, `00010002>12<0003`. Runs are so put one behind the other as they are.
 */
export interface GlyphRun {
  rise: number
  array: string
}

/** Gives pictures names among the resources of the current page. */
export interface PictureNames {
  /** `turn`: EXIF orientation, 1 to 8. */
  picture(id: string): { name: string; turn: number }
}

/** Draws the outlines of formulas by forms among the resources of the current page. */
export interface FormulaSigns {
  /** Operators, where the formula's left end and baseline are at 0, its size is 1000, and y points down. */
  formula(item: FormulaItem): string
}

/** ".25" for 250 thousandths. */
const thousandths = Array.from({ length: 1000 }, (_, n) => (n === 0 ? '' : String(n / 1000).slice(1)))

/**
 * Numbers as short as three decimals allow: pages are compared byte by byte. A page has a thousand of them, and turning fractions into
 * letters takes its time: whole numbers are put before the letters of their thousandths.
 */
export function pt(value: number): string {
  const all = Math.round(Math.abs(value) * 1000)
  if (all === 0) return '0'
  const letters = `${Math.floor(all / 1000)}${thousandths[all % 1000]}`
  return value < 0 ? `-${letters}` : letters
}

const grey = (ink: number): string => pt(1 - ink)

/** Operators that draw one item on a page whose y axis points down. */
export function operatorsOf(item: Item, writer: GlyphWriter, pictures: PictureNames, formulas: FormulaSigns): string {
  switch (item.type) {
    case 'text':
      return text(item, writer)
    case 'line':
      return line(item)
    case 'box':
      return box(item)
    case 'dots':
      return dots(item)
    case 'sign':
      return sign(item)
    case 'picture':
      return picture(item, pictures)
    case 'formula':
      return formula(item, writer, formulas)
    case 'code':
      return code(item)
  }
}

/**
 * Each piece has its own text matrix, mirrored because the page is y-down; words and spaces are shaped apart, as they were
 * measured. Words of a right-to-left piece are drawn last first. A hyphen that only the end of the line brings is a soft one to readers
 * (ISO 32000-1, 14.8.2.2.3), who join the word again.
 */
function text(
  { x, y, ink, tracking, pieces }: Omit<TextItem, 'type' | 'owner' | 'width' | 'size'>,
  writer: GlyphWriter,
): string {
  let shown = ''
  for (const piece of pieces) {
    const font = writer.open(piece)
    const place = `1 0 0 -1 ${pt(x + piece.x)} ${pt(y - piece.rise)} Tm`
    const glyphs = `/${font.resource} ${pt(piece.size)} Tf ${place} ${glyphsOf(piece, font)}`
    shown += piece.soft ? ` /Span <</ActualText <FEFF00AD>>> BDC ${glyphs} EMC` : ` ${glyphs}`
  }
  const spaced = tracking === 0 ? `${shown} ET` : ` ${pt(tracking)} Tc${shown} 0 Tc ET`
  return `BT ${grey(ink)} g${spaced}`
}

/** Runs of one height in one array; marks that stand higher or lower than their letters are raised. */
function glyphsOf({ text, size, rtl }: Piece, font: ReturnType<GlyphWriter['open']>): string {
  let operators = ''
  let array = ''
  let rise = 0
  const put = (word: string): void => {
    for (const run of font.glyphs(word, rtl === true)) {
      if (run.rise !== rise) {
        if (array !== '') operators += `[<${array}>] TJ `
        array = ''
        rise = run.rise
        operators += `${pt((rise * size) / 1000)} Ts `
      }
      array += run.array
    }
  }
  const words = wordsOf(text)
  if (rtl) words.reverse()
  for (const word of words) put(word)
  if (array !== '') operators += `[<${array}>] TJ `
  return rise === 0 ? operators.slice(0, -1) : `${operators}0 Ts`
}

/** Words, and each space between them. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  let from = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', from)) {
    if (at > from) words.push(text.slice(from, at))
    words.push(' ')
    from = at + 1
  }
  if (from < text.length) words.push(text.slice(from))
  return words
}

function line({ x1, y1, x2, y2, weight, ink, dash }: LineItem): string {
  const [dashed, whole] = dash ? [`[${dash.map(pt).join(' ')}] 0 d `, ' [] 0 d'] : ['', '']
  return `${dashed}${pt(weight)} w ${grey(ink)} G ${pt(x1)} ${pt(y1)} m ${pt(x2)} ${pt(y2)} l S${whole}`
}

function box({ x, y, width, height, weight, ink }: BoxItem): string {
  return `${pt(weight)} w ${grey(ink)} G ${pt(x)} ${pt(y)} ${pt(width)} ${pt(height)} re S`
}

/** From the unit square of a picture's pixels, y up, to the unit square in which it is seen, by EXIF orientation. */
const turns: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
}

/** The square of a picture stands on its foot; the page is y-down. */
function picture({ picture: id, x, y, width, height }: PictureItem, pictures: PictureNames): string {
  const { name, turn } = pictures.picture(id)
  const [a, b, c, d, e, f] = turns[turn] ?? [1, 0, 0, 1, 0, 0]
  const matrix = [width * a, -height * b, width * c, -height * d, x + width * e, y + height * (1 - f)]
  return `q ${matrix.map(pt).join(' ')} cm /${name} Do Q`
}

/** Outlines are filled. Its source stands for all of it where words are searched and copied. */
function formula(item: FormulaItem, writer: GlyphWriter, formulas: FormulaSigns): string {
  const { x, y, size, ink, marks, words } = item
  // A scale of some thousandths is exact in two steps only.
  const place = `${pt(size)} 0 0 ${pt(size)} ${pt(x)} ${pt(y)} cm .001 0 0 .001 0 0 cm`
  const drawn = marks.length === 0 ? [] : [`q ${grey(ink)} g ${place} ${formulas.formula(item)} Q`]
  const said = words.length === 0 ? [] : [text({ x, y, ink, tracking: 0, pieces: words }, writer)]
  if ('artifact' in item.owner) return [...drawn, ...said].join('\n')
  const instead = textString(item.goesOn ? '' : item.source)
  return [`/Span <</ActualText ${instead}>> BDC`, anchor(item, writer), ...drawn, ...said, 'EMC'].join('\n')
}

/** A space that is not drawn (text rendering mode 3), as wide as the formula: what stands for the formula in words stands in its place. */
function anchor({ x, y, width, anchor: { piece, width: own } }: FormulaItem, writer: GlyphWriter): string {
  const font = writer.open(piece)
  const place = `1 0 0 -1 ${pt(x)} ${pt(y)} Tm`
  const stretch = own === 0 ? 100 : (100 * width) / own
  return `BT 3 Tr ${pt(stretch)} Tz /${font.resource} ${pt(piece.size)} Tf ${place} ${glyphsOf(piece, font)} 100 Tz 0 Tr ET`
}

/** Dark modules that stand side by side are one box, and all are filled at once: no hairline shows between them. */
function code({ x, y, module, rows }: CodeItem): string {
  const boxes = rows.flatMap((row, i) =>
    [...row.matchAll(/1+/g)].map(
      ({ index, 0: run }) =>
        `${pt(x + index * module)} ${pt(y + i * module)} ${pt(run.length * module)} ${pt(module)} re`,
    ),
  )
  return ['0 g', ...boxes, 'f'].join(' ')
}

/** Squares of the dot's size: at this size no eye tells them from discs, and every printer draws them. */
function dots({ x, y, columns, rows, pitch, size, ink }: DotsItem): string {
  const operators = [`${grey(ink)} g`]
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const left = x + column * pitch - size / 2
      const top = y + row * pitch - size / 2
      operators.push(`${pt(left)} ${pt(top)} ${pt(size)} ${pt(size)} re`)
    }
  return [...operators, 'f'].join(' ')
}

/** Control points of a quarter circle made of one cubic curve lie this far out, as a fraction of the radius. */
const kappa = 0.5523

function circle(x: number, y: number, r: number): string {
  const k = r * kappa
  const curve = (...points: number[]) => `${points.map(pt).join(' ')} c`
  return [
    `${pt(x)} ${pt(y - r)} m`,
    curve(x + k, y - r, x + r, y - k, x + r, y),
    curve(x + r, y + k, x + k, y + r, x, y + r),
    curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r),
    'h',
  ].join(' ')
}

function polygon(points: readonly [number, number][]): string {
  return `${points.map(([x, y], i) => `${pt(x)} ${pt(y)} ${i === 0 ? 'm' : 'l'}`).join(' ')} h`
}

/** Three shapes that differ in form, so that a photocopy in grey still tells them apart. */
function sign({ sign: kind, x, y, radius: r, weight, ink }: SignItem): string {
  const outline = {
    circle: () => circle(x, y, r),
    triangle: () =>
      polygon([
        [x, y - r],
        [x + r, y + r * 0.8],
        [x - r, y + r * 0.8],
      ]),
    diamond: () =>
      polygon([
        [x, y - r * 1.1],
        [x + r * 1.1, y],
        [x, y + r * 1.1],
        [x - r * 1.1, y],
      ]),
  }
  return `${pt(weight)} w ${grey(ink)} G ${outline[kind]()} S`
}
