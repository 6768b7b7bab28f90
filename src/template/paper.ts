/** Paper: sizes by name, sizes in figures, and `both`, which fits A4 and Letter. */

/** Sizes by name, in mm, portrait. ISO 216 (A, B) and ANSI/ASME Y14.1 (Letter, Legal). */
export const papers = {
  a4: [210, 297],
  letter: [215.9, 279.4],
  a5: [148, 210],
  b5: [176, 250],
  legal: [215.9, 355.6],
} as const satisfies Record<string, readonly [number, number]>

/** Width and height, mm. */
export type PaperSize = readonly [width: number, height: number]

/** A sheet of paper that results are printed on. */
export interface PrintedPaper {
  name: string
  size: PaperSize
}

/** What a paper's name stands for: what pages are laid out on, and what they are printed on. */
export interface Paper {
  size: PaperSize
  /** One, or for `both` two: the same pages stand in the middle of each. */
  printed: readonly [PrintedPaper, ...PrintedPaper[]]
}

/** Shortest and longest side of a paper in figures, mm: what a desk printer takes, up to A3 and a little. */
const bounds = { least: 100, most: 450 }

/** Names that `paperOf` knows, for suggestions. */
export const paperNames = [...Object.keys(papers), 'both']

/** What `paperOf` takes, for messages. */
export const paperWords = `one of ${paperNames.join(', ')}, or a size such as 190x270mm, with sides of ${bounds.least} to ${bounds.most} mm and room for the template's margins`

const inFigures = /^(\d{1,3}(?:\.\d{1,3})?) ?[x×] ?(\d{1,3}(?:\.\d{1,3})?) ?(mm|cm|in)$/

const mmOf: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4 }

/**
 * The paper that words name; null when there is none such.
 *
 * | words | laid out on | printed on |
 * |---|---|---|
 * | `a4`, `Letter` | itself | itself |
 * | `190x270mm`, `7.5 x 10 in` | itself, when it is within the bounds | itself |
 * | `both` | the width of A4, the height of Letter | A4 and Letter |
 */
export function paperOf(words: string): Paper | null {
  const name = words.trim().toLowerCase()
  if (name === 'both') {
    const { a4, letter } = papers
    return {
      size: [Math.min(a4[0], letter[0]), Math.min(a4[1], letter[1])],
      printed: [
        { name: 'a4', size: a4 },
        { name: 'letter', size: letter },
      ],
    }
  }
  const size = Object.hasOwn(papers, name) ? papers[name as keyof typeof papers] : sizeOf(name)
  return size && { size, printed: [{ name, size }] }
}

function sizeOf(words: string): PaperSize | null {
  const [, width = '', height = '', unit = ''] = inFigures.exec(words) ?? []
  const sides = [width, height].map((figure) => Number(figure) * (mmOf[unit] ?? 0)) as [number, number]
  return sides.every((side) => side >= bounds.least && side <= bounds.most) ? sides : null
}

/** The paper of a checked template: its words are known to name one. */
export function knownPaper(words: string): Paper {
  const paper = paperOf(words)
  if (!paper) throw new Error(`No paper "${words}"`)
  return paper
}

/** Points (1/72 in) of a length in mm. */
export const mm = (length: number): number => (length * 72) / 25.4

/** Millimetres of a length in pt. */
export const inMm = (length: number): number => (length * 25.4) / 72
