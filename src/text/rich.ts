/**
 * Rich text: what the words of a sheet are, without saying how they look.
 *
 * `sheet/parse.ts` turns mdast into this small closed union at the edge, so that no later stage has to know
 * references, footnotes or HTML. `text/lines/lines.ts` breaks runs into lines; `deck/draw/pptxgen.ts` writes them as native runs.
 */
import type { Place } from '../diagnostics.js'

/**
 * A stretch of text in one style. `text` is never empty and holds no line feed, except a lone `\n` for a hard break.
 * Flags are present only when set, so that dumps stay short: `{text: 'now', strong: true}`.
 */
export interface Run {
  text: string
  emphasis?: true
  strong?: true
  code?: true
  /** A formula: its source, `a_1 + b` of `$a_1 + b$`. */
  math?: true
  strike?: true
  /** Raised or lowered text (`<sup>`, `<sub>`). */
  script?: 'super' | 'sub'
  /** Target of a link, as written. */
  href?: string
}

/** A block of rich text. `place` is where it stands in the sheet. */
export type RichBlock =
  | { type: 'paragraph'; runs: Run[]; place: Place }
  | { type: 'code'; text: string; lang: string | null; place: Place }
  | {
      type: 'list'
      ordered: boolean
      start: number
      items: RichBlock[][]
      /** Items that open with a mark of their own, "[ ] this" or "a) that", and need no bullet before it; an option has a box to tick. */
      marker?: 'box' | 'letter' | 'option'
      place: Place
    }
  | { type: 'quote'; blocks: RichBlock[]; place: Place }
  | TableBlock
  | PictureBlock
  /** A displayed formula: its source, lines and all. */
  | { type: 'math'; source: string; place: Place }

/**
 * A table. It is a true rectangle: head and rows have as many cells as `align`; a cell that the author left out is [].
 * ```md
 * | Release | Risk |
 * | ------- | ---: |      align [null, 'right']
 * | shadow  | none |
 * ```
 */
export interface TableBlock {
  type: 'table'
  head: Run[][]
  rows: Run[][][]
  /** Of each column; null where the author says nothing. */
  align: ('left' | 'center' | 'right' | null)[]
  place: Place
}

/** A picture of a file beside the sheet: `![two workers and a queue](queue.png)`. */
export interface PictureBlock {
  type: 'picture'
  /** Where it stands, as seen from the sheet: "queue.png", "../figures/queue 2.png". */
  path: string
  /** What it shows, in words; '' when the author does not say. */
  alt: string
  /** Its words stand in the text before it already, since the author put it into the middle of a sentence or into a table. */
  inText?: true
  /** How wide its author wants it; left out, as wide as its dots make it. */
  width?: PictureWidth
  /** The picture itself; null until it has been looked for, and when it cannot be shown: then its words stand in its place. */
  picture: PictureSize | null
  place: Place
}

/** A part of the width of the text, 0 to 1, on paper and on slides; or millimetres on paper. */
export type PictureWidth = { share: number } | { mm: number }

/** What layout may know of a picture: a digest of its bytes, the same for the same picture, and its size in pixels as it is seen. */
export interface PictureSize {
  digest: string
  width: number
  height: number
}

/** The words of a picture that cannot be shown, "[two workers and a queue]"; '' when they stand in the text already. */
export function pictureWords({ alt, path, inText }: PictureBlock): string {
  return inText ? '' : `[${alt === '' ? path : alt}]`
}

/** The plain words of runs, joined; a hard break is one space. */
export function plainText(runs: readonly Run[]): string {
  let words = ''
  for (const { text } of runs) words += text
  if (!words.includes('\n')) return words
  return words
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
}

/** The plain words of runs, formulas kept apart. */
export const withFormulasApart = (runs: readonly Run[]): Run[] =>
  runs.map(({ text, math }) => (math ? { text, math } : { text: text === '\n' ? ' ' : text }))

/** Runs in one style: their plain words in one, unless there are formulas among them, which are kept apart. */
export const inOneStyle = (runs: readonly Run[]): Run[] =>
  runs.some(({ math }) => math) ? withFormulasApart(runs) : [{ text: plainText(runs) }]

/** As `plainBlocks`, formulas kept apart; null where there are none. */
export function blocksWithFormulas(blocks: readonly RichBlock[]): Run[] | null {
  const parts = blocks.map((block): Run[] => {
    switch (block.type) {
      case 'paragraph':
        return withFormulasApart(block.runs)
      case 'math':
        return [{ text: block.source, math: true }]
      case 'list':
        return block.items.flatMap((item, i) => [
          ...(i > 0 ? [{ text: ' ' }] : []),
          ...(blocksWithFormulas(item) ?? [{ text: plainBlocks(item) }]),
        ])
      case 'quote':
        return blocksWithFormulas(block.blocks) ?? [{ text: plainBlocks(block.blocks) }]
      default:
        return [{ text: plainBlocks([block]) }]
    }
  })
  const runs = parts.flatMap((part, i) => (i === 0 ? part : [{ text: ' ' }, ...part])).filter(({ text }) => text !== '')
  return runs.some(({ math }) => math) ? runs : null
}

/** The plain words of blocks, in reading order, blocks joined by one space. */
export function plainBlocks(blocks: readonly RichBlock[]): string {
  return blocks
    .map((b) => {
      switch (b.type) {
        case 'paragraph':
          return plainText(b.runs)
        case 'code':
          return b.text
        case 'list':
          return b.items.map(plainBlocks).join(' ')
        case 'quote':
          return plainBlocks(b.blocks)
        case 'table':
          return [b.head, ...b.rows].flat().map(plainText).filter(Boolean).join(' ')
        case 'math':
          return b.source
        case 'picture':
          return pictureWords(b)
      }
    })
    .filter((words) => words !== '')
    .join(' ')
}
