/** Rich text → paragraphs of slide runs: sizes and colours set, nothing measured yet. */
import { codeLines } from '../../text/code.js'
import { firstDirection } from '../../text/direction.js'
import { pictureWords, type RichBlock, type Run, type TableBlock } from '../../text/rich.js'
import { texRuns } from '../../text/tex/tex-runs.js'
import type { ColourRole, Paragraph, SlideRun } from '../slides-model.js'

/** How text is set. Size in points. */
export interface TextLook {
  size: number
  colour?: ColourRole
  strong?: boolean
}

/** Width that a list mark hangs in, as a multiple of the type size. */
export const hangingEms = 1.3

/** Room between the frame of a panel and its text, inches. */
export const panelMargin = 0.15

/** Runs in a look: `strong` adds to what the author made strong. Links other than web and mail addresses become words, and formulas where they can. */
export function setRuns(runs: readonly SaidRun[], { size, colour = 'ink', strong = false }: TextLook): SlideRun[] {
  return inWords(runs).map((run) => {
    const set: SlideRun = { size, colour, ...run }
    if (strong) set.strong = true
    if (run.href !== undefined && !/^(?:https?:\/\/|mailto:)/i.test(run.href)) delete set.href
    return set
  })
}

/** A run as slides show it: a piece of a formula is marked. */
export type SaidRun = Run & Pick<SlideRun, 'formula'>

/** Runs with their formulas as native text, letters slanted, raised and lowered; as their source where they have no such form. */
export const inWords = (runs: readonly SaidRun[]): readonly SaidRun[] =>
  runs.some(({ math }) => math) ? runs.flatMap(formulaInWords) : runs

function formulaInWords(run: SaidRun): SaidRun[] {
  const pieces = run.math ? texRuns(run.text) : null
  if (!pieces) return [run]
  const { math: _math, ...rest } = run
  return pieces.map((piece) => ({ ...rest, ...piece, formula: true }))
}

/** One paragraph of set runs; its direction follows its first letter. */
export function paragraph(runs: SlideRun[], rest: Partial<Omit<Paragraph, 'runs'>> = {}): Paragraph {
  const rtl = firstDirection(textOf({ runs })) === 'rtl'
  return { runs, level: 0, ...(rtl ? { rtl: true } : {}), ...rest }
}

/** The letters of a paragraph as they stand on its lines. */
export const textOf = ({ runs }: Pick<Paragraph, 'runs'>): string => runs.map(({ text }) => text).join('')

/** One paragraph of plain words. */
export function words(text: string, look: TextLook, rest: Partial<Omit<Paragraph, 'runs'>> = {}): Paragraph {
  return paragraph(setRuns([{ text }], look), rest)
}

/** Blocks as paragraphs: code keeps its lines, list items their marks, quotes are set in italics. */
export function setBlocks(blocks: readonly RichBlock[], look: TextLook, level = 0): Paragraph[] {
  return blocks.flatMap((block) => setBlock(block, look, level))
}

function setBlock(block: RichBlock, look: TextLook, level: number): Paragraph[] {
  const before = Math.round(look.size / 4)
  switch (block.type) {
    case 'paragraph':
      return [paragraph(setRuns(block.runs, look), { level, before })]
    case 'code':
      return codeLines(block.text).map((line, i) =>
        paragraph(setRuns([{ text: line === '' ? ' ' : line, code: true }], look), {
          level,
          ...(i === 0 ? { before } : {}),
        }),
      )
    case 'quote':
      return setBlocks(block.blocks, { ...look, colour: 'quiet' }, level).map((each) => ({
        ...each,
        runs: each.runs.map((run) => ({ ...run, emphasis: true })),
      }))
    case 'table':
      return tableWords(block, look, level).map((each) => ({ ...each, before }))
    case 'picture': {
      const said = pictureWords(block)
      return said === '' ? [] : [words(said, look, { level, before })]
    }
    case 'math': {
      const source = block.source.replace(/\s+/g, ' ').trim()
      if (texRuns(source)) return [paragraph(setRuns([{ text: source, math: true }], look), { level, before })]
      // Its lines stay source, also those that have a form of their own.
      const inSource = (line: string) =>
        setRuns([{ text: line.trim() }], look).map((run) => ({ ...run, math: true as const }))
      return block.source
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, i) => paragraph(inSource(line), { level, ...(i === 0 ? { before } : {}) }))
    }
    case 'list':
      // Options bring their own mark.
      if (block.marker) return block.items.flatMap((item) => setBlocks(item, look, level))
      return block.items.flatMap((item, i) => setItem(item, block.ordered ? block.start + i : null, look, level))
  }
}

/** A table in words, a paragraph a row, each cell behind its head: "Release: shadow; Risk: none". For where no table has room. */
export function tableWords(
  { head, rows }: Pick<TableBlock, 'head' | 'rows'>,
  look: TextLook,
  level: number,
): Paragraph[] {
  const strong = (runs: readonly Run[]) => runs.map((run) => ({ ...run, strong: true as const }))
  const headed = (cell: readonly Run[], column: number): Run[] => {
    const label = strong(head[column] ?? [])
    if (cell.length === 0) return label
    return label.length === 0 ? [...cell] : [...label, { text: ': ', strong: true }, ...cell]
  }
  const row = (cells: readonly (readonly Run[])[]) =>
    cells.filter((cell) => cell.length > 0).flatMap((cell, i) => (i > 0 ? [{ text: '; ' }, ...cell] : [...cell]))
  const said = rows.map((cells) => row(cells.map(headed)))
  const all = said.length > 0 ? said : [row(head.map(strong))]
  return all.filter((runs) => runs.length > 0).map((runs) => paragraph(setRuns(runs, look), { level }))
}

/** The first paragraph of an item carries the mark; what follows stands one level in. */
function setItem(blocks: readonly RichBlock[], number: number | null, look: TextLook, level: number): Paragraph[] {
  const [first, ...rest] = blocks
  const marked: Paragraph[] =
    first?.type === 'paragraph'
      ? [paragraph(setRuns(first.runs, look), { level, list: { number } })]
      : [words(' ', look, { level, list: { number } })]
  return [...marked, ...setBlocks(first?.type === 'paragraph' ? rest : blocks, look, level + 1)]
}
