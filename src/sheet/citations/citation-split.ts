/** Takes the citation off a question: blocks in, blocks without their citation and the citations out. */
import type { Place } from '../../diagnostics.js'
import { LetterPattern } from '../../text/latin.js'
import type { RichBlock, Run } from '../../text/rich.js'
import type { Reading } from '../markdown/reading.js'
import { mergeRuns, rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import type { Citation, CitationTarget } from '../model.js'
import {
  compareSectionNumbers,
  findCitationTail,
  formatCitation,
  looksLikeCitation,
  nameWithoutEnding,
  untoldSource,
} from './citation.js'
import { findFootnoteCitation } from './citation-footnotes.js'
import type { CitationTail, FoundCitation } from './citation-found.js'
import { tokenize } from './citation-tokens.js'

/** A question's blocks without the citation, and the citation as data and as written. */
export interface CitationSplit {
  prompt: RichBlock[]
  citations: Citation[]
  citedAs: string | null
}

type Paragraph = Extract<RichBlock, { type: 'paragraph' }>

/**
 * Splits `Why? See 02_explainer.md §1.3.` into the prompt "Why?" and its citation. The citation is the tail of the last
 * paragraph that has one; a citation in the middle of a sentence stays in the prompt. Reports what it could not read to the end,
 * citations without a file, reversed ranges, and a question that is nothing but its citation (whose words then stay as prompt).
 */
export function splitCitation(blocks: readonly RichBlock[], reading: Reading): CitationSplit {
  const errands = new Set<RichBlock>()
  for (let index = blocks.length - 1; index >= 0; index--) {
    const whole = blocks[index]
    const block = whole && soleParagraph(whole)
    const found = block ? tailBeforeEmoji(block.runs, reading) : null
    const tail = found?.tail
    // A quote or bullet is taken off only when it is nothing but the citation.
    if (!block || !tail || (block !== whole && tail.start > 0)) continue
    if (isErrand(tail, block, index > 0)) {
      errands.add(block)
      continue
    }
    const places = placesInSource(tail.citations, block.place, reading)
    const citations = tail.citations.flatMap((found, i) => checked(found, tail, places[i] ?? block.place, reading))
    const prompt = blocks.toSpliced(index, 1, ...withoutTail(block, tail, found?.emoji ?? ''))
    const citedAs = wordsOf(tail)
    if (tail.leadsFurther && index > 0 && prompt.length < blocks.length) {
      const before = splitCitation(prompt, reading)
      const words = [before.citedAs, citedAs].filter((each) => each !== null)
      return { ...before, citations: [...before.citations, ...citations], citedAs: words.join('. ') }
    }
    if (prompt.length > 0) return { prompt, citations, citedAs }
    reading.log.report('question-only-citation', block.place, {})
    return { prompt: [...blocks], citations, citedAs }
  }
  const footnote = findFootnoteCitation(blocks, reading)
  if (footnote) {
    const { tail, definition } = footnote
    const place = reading.place(definition)
    const places = placesInSource(tail.citations, place, reading)
    const citations = tail.citations.flatMap((found, i) => checked(found, tail, places[i] ?? place, reading))
    return { prompt: footnote.blocks, citations, citedAs: wordsOf(tail) }
  }
  reportUnread(
    blocks.filter((block) => !errands.has(block)),
    reading,
  )
  return { prompt: [...blocks], citations: [], citedAs: null }
}

/** What a question ends with that sends elsewhere, behind a label: "Name two acids. Extension: ", "Homework: " in a paragraph of its own. */
const labelAtEnd = new LetterPattern(String.raw`(?<before>^|[.!?…。？！]["”»)]?\s+|\n)\p{L}[\p{L}’' -]{0,30}[:：]\s*$`)

/** "Extension: read chapter 4." is work for afterwards, in the author's words; it does not say where the answer is. */
function isErrand({ citations, start }: CitationTail, { runs }: Paragraph, hasBefore: boolean): boolean {
  if (citations.some(({ file, book }) => file !== '' || book !== undefined)) return false
  const before = labelAtEnd.exec(rawText(runs).slice(0, start))?.groups?.before
  return before !== undefined && (before !== '' || hasBefore)
}

/** The block, if it is a paragraph, or the one paragraph in it: `> See a.md §1.`, `- See a.md §1.` */
function soleParagraph(block: RichBlock): Paragraph | null {
  if (block.type === 'paragraph') return block
  const inside = block.type === 'quote' ? block.blocks : block.type === 'list' ? block.items.flat() : []
  const [only] = inside
  return inside.length === 1 && only?.type === 'paragraph' ? only : null
}

/** The file that prose names, when it names one only: "Then check the cited sections in notes.md." */
export function soleFile(blocks: readonly RichBlock[]): string | null {
  const files = blocks.flatMap((block) => (block.type === 'paragraph' ? tokenize(block.runs) : []))
  const names = new Set(
    files.flatMap(({ type, file, text, loose }) => (type === 'file' && !loose ? [file ?? text] : [])),
  )
  const [name] = names
  return names.size === 1 && name !== undefined && !/^https?:/i.test(name) ? name : null
}

/** The citation at the end of runs; null without one. Citations without a file are of the one that the introduction names. */
export function citationTailOf(runs: readonly Run[], { source }: Reading): CitationTail | null {
  const tail = findCitationTail(runs, source !== null)
  if (!tail || source === null) return tail
  return {
    ...tail,
    citations: tail.citations.map((found) =>
      found.file === '' && found.book === undefined ? { ...found, file: source } : found,
    ),
  }
}

/** Nothing else ends in an emoji. */
const mayEndInEmoji = /(?:[\xa9\xae\u203c-\uffff]|\u200d)\s*$/
const emojiAtEnd = new LetterPattern(
  String.raw`\s*\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d|\s)*$`,
)

/** The tail of runs, also when emoji stand behind it: `Why? See a.md §1. 🚀`. They stay in the question. */
function tailBeforeEmoji(runs: readonly Run[], reading: Reading): { tail: CitationTail; emoji: string } | null {
  const tail = citationTailOf(runs, reading)
  if (tail) return { tail, emoji: '' }
  const raw = rawText(runs)
  const last = raw.slice(-40)
  const end = mayEndInEmoji.test(last) ? (emojiAtEnd.exec(last)?.[0] ?? '') : ''
  if (end === '' || end.length === raw.length) return null
  const before = citationTailOf(sliceRuns(runs, 0, raw.length - end.length), reading)
  return before && { tail: before, emoji: end.trim() }
}

/** As written; a file that a link hides behind other words follows in brackets, for paper has no links to follow. */
function wordsOf(tail: CitationTail): string {
  const hidden = tail.citations
    .map((found) => found.file)
    .filter((file) => !tail.citedAs.includes(file.replace(/^https?:\/\//, '')))
  return hidden.length === 0 ? tail.citedAs : `${tail.citedAs} (${[...new Set(hidden)].join(', ')})`
}

function withoutTail(block: Paragraph, tail: CitationTail, emoji: string): Paragraph[] {
  const before = sliceRuns(block.runs, 0, tail.start)
  const raw = rawText(before)
  const words = trimRuns(sliceRuns(before, 0, endOfWords(raw)))
  const last = words.at(-1)
  const behind: Run[] = emoji === '' ? [] : [{ text: last ? ` ${emoji}` : emoji }]
  if (!last) return behind.length === 0 ? [] : [{ ...block, runs: behind }]
  const runs: Run[] = tail.endMark === '' ? words : [...words.slice(0, -1), { ...last, text: last.text + tail.endMark }]
  return [{ ...block, runs: mergeRuns([...runs, ...behind]) }]
}

/** Where the words end before a tail: `Why — see …` leaves no dash behind. */
function endOfWords(raw: string): number {
  let end = raw.length
  while (end > 0 && /[\s,;—–-]/.test(raw.charAt(end - 1))) end--
  // The Greek question mark looks like a semicolon.
  return raw.charAt(end) === ';' && /\p{sc=Greek}/u.test(raw.charAt(end - 1)) ? end + 1 : end
}

function checked(
  found: FoundCitation,
  { citations, citedAs }: CitationTail,
  place: Place,
  reading: Reading,
): Citation[] {
  if (found.book !== undefined) return []
  if (found.file === '') {
    const words = citations.length === 1 ? citedAs : formatCitation(found)
    reading.log.report('citation-without-file', place, { words })
    return []
  }
  const targets = found.targets.map((target) => inOrder(target, place, reading))
  const { file, note, anchor } = found
  return [{ file, targets, ...(note === undefined ? {} : { note }), ...(anchor ? { anchor } : {}), place }]
}

function inOrder(target: CitationTarget, place: Place, reading: Reading): CitationTarget {
  if (target.kind === 'pages') return pagesInOrder(target, place, reading)
  if (target.kind !== 'range' || compareSectionNumbers(target.from, target.to) <= 0) return target
  reading.log.report('citation-range-reversed', place, { from: `§${target.from}`, to: `§${target.to}` })
  return { ...target, from: target.to, to: target.from }
}

type Pages = Extract<CitationTarget, { kind: 'pages' }>

/** "pp. 123-5" are the pages 123 to 125. */
function pagesInOrder(target: Pages, place: Place, reading: Reading): Pages {
  const { from, to } = target
  if (to === null || !/^\d+$/.test(from) || !/^\d+$/.test(to) || Number(from) <= Number(to)) return target
  const full = from.slice(0, Math.max(0, from.length - to.length)) + to
  if (Number(full) > Number(from)) return { ...target, to: full }
  reading.log.report('citation-range-reversed', place, { from: `p. ${from}`, to: `p. ${to}` })
  return { ...target, from: to, to: from }
}

/**
 * Runs do not know where each of their characters stands, so a citation is found again in the paragraph's source,
 * last citation first; one that is written with escapes gets the place of its paragraph.
 */
function placesInSource(found: readonly FoundCitation[], paragraph: Place, reading: Reading): Place[] {
  const source = reading.text.slice(paragraph.start.offset, paragraph.end.offset)
  let before = source.length
  return found
    .toReversed()
    .map((citation) => {
      const start = citation.file === '' ? -1 : source.lastIndexOf(citation.file, before - citation.file.length)
      if (start < 0) return paragraph
      const end = endInSource(citation, source.slice(0, before), start)
      before = start
      return reading.placeAt(paragraph.start.offset + start, paragraph.start.offset + end)
    })
    .toReversed()
}

function endInSource(citation: FoundCitation, source: string, start: number): number {
  const last = citation.targets.at(-1)
  const words = last === undefined ? '' : lastWords(last)
  const fileEnd = start + citation.file.length
  if (words === '') return fileEnd
  const at = source.lastIndexOf(words)
  return at < fileEnd ? fileEnd : at + words.length
}

function lastWords(target: CitationTarget): string {
  switch (target.kind) {
    case 'section':
      return target.number
    case 'range':
      return target.to
    case 'pages':
      return target.to ?? target.from
    case 'named':
      return target.name
  }
}

function reportUnread(blocks: readonly RichBlock[], reading: Reading): void {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue
    const name = nameWithoutEnding(block.runs)
    const untold = name === null ? untoldSource(block.runs) : null
    if (name !== null) reading.log.report('citation-without-ending', placeOfWords(name, block.place, reading), { name })
    else if (untold !== null)
      reading.log.report('citation-without-place', placeOfWords(untold, block.place, reading), { words: untold })
    else if (looksLikeCitation(block.runs)) reading.log.report('citation-unread', block.place, {})
  }
}

/** Where the words stand last in a paragraph; the paragraph when they are written with escapes. */
function placeOfWords(words: string, { start, end }: Place, reading: Reading): Place {
  const at = start.offset + reading.text.slice(start.offset, end.offset).lastIndexOf(words)
  return at < start.offset ? reading.placeAt(start.offset, end.offset) : reading.placeAt(at, at + words.length)
}
