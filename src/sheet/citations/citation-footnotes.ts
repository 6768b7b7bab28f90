/** Citations in footnotes: `Why[^1] is it so?` with `[^1]: See a.md §1.` below. */
import type { FootnoteDefinition } from 'mdast'
import { Log } from '../../diagnostics.js'
import type { RichBlock, Run } from '../../text/rich.js'
import { toRuns } from '../markdown/phrasing.js'
import type { Reading } from '../markdown/reading.js'
import { rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import { findCitationTail } from './citation.js'
import type { CitationTail } from './citation-found.js'

type Paragraph = Extract<RichBlock, { type: 'paragraph' }>

/** A footnote that is nothing but a citation, and the blocks without it. */
export interface FootnoteCitation {
  blocks: RichBlock[]
  tail: CitationTail
  definition: FootnoteDefinition
}

/**
 * Finds the footnote of a question that is a citation as a whole. Phrasing has put its words in brackets where it is called, which is at
 * the end of the words for most; this is for those called in mid-sentence.
 */
export function findFootnoteCitation(blocks: readonly RichBlock[], reading: Reading): FootnoteCitation | null {
  if (reading.footnotes.size === 0) return null
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'paragraph') continue
    const { start, end } = block.place
    const source = reading.text.slice(start.offset, end.offset)
    for (const definition of reading.footnotes.values()) {
      if (!source.includes(`[^${definition.label ?? definition.identifier}]`)) continue
      const found = citationOf(definition, block, reading)
      if (found) return { ...found, blocks: blocks.toSpliced(index, 1, found.block), definition }
    }
  }
  return null
}

function citationOf(definition: FootnoteDefinition, block: Paragraph, reading: Reading) {
  // Its words were told about when they were put in brackets.
  const quiet: Reading = { ...reading, log: new Log() }
  const paragraphs = definition.children.flatMap((node) => (node.type === 'paragraph' ? node.children : []))
  const note = toRuns(paragraphs, quiet)
  const words = ` (${rawText(note)})`
  const at = rawText(block.runs).indexOf(words)
  const bracketed: Run[] = [{ text: '(' }, ...note, { text: ')' }]
  const tail = at < 0 ? null : findCitationTail(bracketed)
  if (tail?.start !== 0) return null
  const runs = trimRuns([...sliceRuns(block.runs, 0, at), ...sliceRuns(block.runs, at + words.length)])
  return runs.length === 0 ? null : { block: { ...block, runs }, tail }
}
