/** Citations in lines of their own right below options and other words, which Markdown takes for one more line of these. */

import type { Blockquote, List, Paragraph, Table } from 'mdast'
import { Log } from '../../diagnostics.js'
import { LetterPattern } from '../../text/latin.js'
import { plainText, type Run } from '../../text/rich.js'
import type { Piece } from '../boxes/hidden.js'
import { linesOf, type PhraseLine, paragraphOf, phraseText, placedParagraph } from '../markdown/phrases.js'
import { toRuns } from '../markdown/phrasing.js'
import type { Reading } from '../markdown/reading.js'
import { rawText, sliceRuns } from '../markdown/runs.js'
import { itemMark } from '../options/options.js'
import { citationTailOf } from './citation-split.js'
import { tokenize } from './citation-tokens.js'

/** A citation may be broken into so many lines. */
const mostLines = 3

/**
 * The pieces of a question, with a citation that stands below other words in a line of its own as a paragraph, as if a blank line stood before it.
 * ```md
 * 1. Which part makes ATP?
 *    - ribosome
 *    - **mitochondrion**
 *    See notes.md §1.          → a line of the last bullet to Markdown
 * ```
 * Where several items have citations, each keeps its own. Lines that go on with the words before them stay: "as in", next line "notes.md §2".
 */
export function withCitationLines(pieces: readonly Piece[], reading: Reading): Piece[] {
  return pieces.flatMap((piece, i): Piece[] => {
    if (piece.type === 'list') return belowList(piece, reading)
    if (piece.type === 'blockquote') return belowQuote(piece, reading)
    if (piece.type === 'table') return belowTable(piece, reading)
    if (piece.type !== 'paragraph') return [piece]
    const next = pieces[i + 1]
    // The letters go on in the next paragraph: the citation is that of a part.
    if (next?.type === 'paragraph' && itemMark(phraseText(next.children))) return [piece]
    return belowLines(piece, reading)
  })
}

function belowList(list: List, reading: Reading): Piece[] {
  const item = list.children.at(-1)
  const last = item?.children.at(-1)
  if (!item || last?.type !== 'paragraph' || list.children.length < 2) return [list]
  const parted = item.children.length > 1 ? whole(last, reading) : partLast(linesOf(last.children, reading), reading)
  if (!parted || list.children.slice(0, -1).some((other) => citesAtEnd(other.children.at(-1), reading))) return [list]
  const children = [
    ...list.children.slice(0, -1),
    { ...item, children: [...item.children.slice(0, -1), ...(parted.words ? [parted.words] : [])] },
  ]
  return [{ ...list, children }, parted.citation]
}

/** A paragraph of an item that is nothing but a citation. */
function whole(paragraph: Paragraph, reading: Reading): { words: null; citation: Paragraph } | null {
  const lines = linesOf(paragraph.children, reading)
  return isOwnSentence(lines, '', reading) ? { words: null, citation: paragraph } : null
}

/** A line below a quote, without its sign, is one more line of it to Markdown. */
function belowQuote(quote: Blockquote, reading: Reading): Piece[] {
  const last = quote.children.at(-1)
  if (last?.type !== 'paragraph') return [quote]
  const parted = partLast(linesOf(last.children, reading), reading)
  if (!parted || lineBefore(parted.citation, reading).includes('>')) return [quote]
  return [{ ...quote, children: [...quote.children.slice(0, -1), parted.words] }, parted.citation]
}

/** A line below a table is one more row of it to Markdown. */
function belowTable(table: Table, reading: Reading): Piece[] {
  const row = table.children.at(-1)
  const [cell, ...others] = row?.children ?? []
  const citation = cell ? placedParagraph(cell.children, reading) : null
  if (!row || !citation || table.children.length < 2 || others.some((each) => phraseText(each.children).trim() !== ''))
    return [table]
  const { start, end } = reading.place(row)
  if (reading.text.slice(start.offset, end.offset).includes('|') || !whole(citation, reading)) return [table]
  return [{ ...table, children: table.children.slice(0, -1) }, citation]
}

/** True for a paragraph that is nothing but a citation: "See notes.md §1." */
export const isOnlyCitation = (paragraph: Paragraph, reading: Reading): boolean => whole(paragraph, reading) !== null

/** What stands in the source between the beginning of a paragraph's line and the paragraph. */
function lineBefore(paragraph: Paragraph, reading: Reading): string {
  const { offset } = reading.place(paragraph).start
  return /[^\r\n]*$/.exec(reading.text.slice(Math.max(0, offset - 200), offset))?.[0] ?? ''
}

function belowLines(paragraph: Paragraph, reading: Reading): Piece[] {
  const lines = linesOf(paragraph.children, reading)
  const parted = partLast(lines, reading)
  if (!parted) return [paragraph]
  const items = linesOf(parted.words.children, reading).filter((line) => itemMark(phraseText(line.nodes)))
  // Without letters, behind a stop, it is the end of the paragraph as well.
  if (items.length === 0 && citesAtEnd(paragraph, reading)) return [paragraph]
  const others = linesOf(parted.words.children, reading).some((line) => tailOfLines([line], reading) !== null)
  return others ? [paragraph] : [parted.words, parted.citation]
}

/** The lines of a paragraph, the last of which are nothing but a citation, in two; null when they are not. */
function partLast(lines: readonly PhraseLine[], reading: Reading): { words: Paragraph; citation: Paragraph } | null {
  for (let count = Math.min(mostLines, lines.length - 1); count > 0; count--) {
    const [before, behind] = [lines.slice(0, -count), lines.slice(-count)]
    const above = phraseText(before.at(-1)?.nodes ?? []).trimEnd()
    if (!isOwnSentence(behind, above, reading)) continue
    const words = paragraphOf(before, reading)
    const citation = placedParagraph(paragraphOf(behind, reading)?.children ?? [], reading)
    if (words && citation) return { words, citation }
  }
  return null
}

/** What breaks off, and short words that lead on: "as in", "die der". */
const breaksOff = /[,;:，、；：(（[{–—-]$/u
const leadsOn = new LetterPattern(String.raw`(?<=^|\s)\p{Ll}{1,3}$`)

/** True for lines that are a citation from their first word on, and do not go on with the words above them. */
function isOwnSentence(lines: readonly PhraseLine[], above: string, reading: Reading): boolean {
  if (breaksOff.test(above) || tailOfLines(lines, reading)?.start !== 0) return false
  const [first] = tokenize(runsOf(lines, reading))
  if (first?.type === 'open' || (first?.type === 'cue' && !/^\p{Ll}/u.test(first.text))) return true
  return /[.?!。？！؟…]["'”’»)]*$/.test(above) || (/^(?:cue|file)$/.test(first?.type ?? '') && !leadsOn.test(above))
}

const citesAtEnd = (node: { type: string } | undefined, reading: Reading): boolean =>
  node?.type === 'paragraph' && tailOfLines(linesOf((node as Paragraph).children, reading), reading) !== null

const tailOfLines = (lines: readonly PhraseLine[], reading: Reading) => {
  const runs = runsOf(lines, reading)
  return plainText(runs).trim() === '' ? null : citationTailOf(runs, reading)
}

const bracesAtEnd = /\s*\{[^{}]{1,200}\}\s*$/

/** Runs without braces behind them, for a look only: what there is to tell of them is told when they are read. */
function runsOf(lines: readonly PhraseLine[], reading: Reading): Run[] {
  const runs = toRuns(paragraphOf(lines, reading)?.children ?? [], { ...reading, log: new Log() })
  const raw = rawText(runs)
  return sliceRuns(runs, 0, raw.length - (bracesAtEnd.exec(raw.slice(-300))?.[0].length ?? 0))
}
