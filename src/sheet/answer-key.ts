/** A key in the file, "Answers" and a list that repeats 1 to n: found in a day or as a part of its own, read, and given to its questions. */
import type { Heading, List, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Place } from '../diagnostics.js'
import { hasWords, isKeyTitle, keyLineLength, labelLength } from './answer-words.js'
import { hiddenNodes } from './answers.js'
import { endsAsking } from './asks.js'
import { firstWords, isQuestionHeading, listAsks } from './carrier-choice.js'
import { readDayName } from './days.js'
import type { Flow, Piece } from './hidden.js'
import { htmlWords } from './html.js'
import {
  dropStart,
  flowText,
  linesOf,
  type PhraseLine,
  paragraphOf,
  phraseText,
  placedParagraph,
  takeStart,
} from './phrases.js'
import { questionMark } from './question-headings.js'
import type { Reading } from './reading.js'

/** One answer of a key: its number as written (null for bullets) and its nodes. */
export interface KeyEntry {
  written: number | null
  nodes: Flow[]
  place: Place
}

/** A key, or a stretch of one under a heading. `words` are the heading's, which may name a day. */
export interface KeySection {
  words: string
  entries: KeyEntry[]
  place: Place
}

/** Takes the keys out of a day: a title such as "Answers" below the questions, and what stands under it. */
export function takeKeys(pieces: readonly Piece[], reading: Reading): { body: Piece[]; keys: KeySection[] } {
  const body: Piece[] = []
  const keys: KeySection[] = []
  const before: Before = { questions: 0, headingDepth: null, tries: 0 }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const short = before.questions > 1 ? shortKey(piece, reading) : null
    if (short) {
      keys.push(short)
      continue
    }
    const end = before.questions === 0 ? keyAbove(pieces, i) : keyEnd(pieces, i, before)
    if (end === null) {
      count(piece, before)
      body.push(piece)
      continue
    }
    const nodes = piece.type === 'hidden' ? piece.nodes : asFlow(pieces.slice(i + 1, end))
    keys.push(...readKey(nodes, titleWords(piece) ?? '', reading.place(piece), reading))
    i = end - 1
  }
  return { body, keys }
}

/** A key in one paragraph, "Answers: 1-B, 2-C"; null for anything else. */
export function shortKey(piece: Piece, reading: Reading): KeySection | null {
  if (piece.type !== 'paragraph') return null
  const text = phraseText(piece.children)
  const length = keyLineLength(text)
  const words = length > 0 ? placedParagraph(dropStart(piece.children, length), reading) : null
  const [section] = words ? readKey([words], text.slice(0, length), reading.place(piece), reading) : []
  return section && section.entries.length > 1 ? section : null
}

/** Pieces as nodes; what is hidden in a key is an answer as well. */
export const asFlow = (pieces: readonly Piece[]): Flow[] =>
  pieces.flatMap((piece) => (piece.type === 'hidden' ? hiddenNodes(piece) : [piece]))

/** Where the key that begins at `at` ends; null when none begins there. */
function keyEnd(pieces: readonly Piece[], at: number, before: Before): number | null {
  const piece = pieces[at]
  const words = piece ? titleWords(piece) : null
  if (!piece || words === null || !isKeyTitle(words) || before.questions === 0) return null
  if (++before.tries > mostTries) return null
  const later = pieces.slice(at + 1)
  if (piece.type === 'hidden') {
    // Behind one of several questions it is the answer of that question.
    const more = later.some(
      (each, i) => each.type === 'list' || (each.type === 'heading' && isQuestionHeading(each, later[i + 1])),
    )
    return more || before.questions < 2 || !looksLikeKey(piece.nodes) ? null : at + 1
  }
  if (piece.type === 'heading') {
    if (before.headingDepth !== null && before.headingDepth < piece.depth) return null
    const next = later.findIndex((each) => each.type === 'heading' && each.depth <= piece.depth)
    const end = next < 0 ? pieces.length : at + 1 + next
    return looksLikeKey(asFlow(pieces.slice(at + 1, end))) ? end : null
  }
  const next = later.findIndex((each) => each.type === 'heading')
  const end = next < 0 ? pieces.length : at + 1 + next
  return before.headingDepth === null && looksLikeKey(asFlow(pieces.slice(at + 1, end))) ? end : null
}

/** Where a key above the questions of its day ends: a title, one node that asks nothing, and below them a list that asks. */
function keyAbove(pieces: readonly Piece[], at: number): number | null {
  const [piece, key, ...later] = pieces.slice(at, at + 12)
  if (piece?.type !== 'paragraph' && piece?.type !== 'heading') return null
  if (!isKeyTitle(phraseText(piece.children)) || !key || key.type === 'heading') return null
  const asked = later.some((each) => each.type === 'list' && listAsks(each))
  return asked && looksLikeKey(asFlow([key])) ? at + 2 : null
}

function titleWords(piece: Piece): string | null {
  if (piece.type === 'heading' || piece.type === 'paragraph') return phraseText(piece.children)
  return piece.type === 'hidden' && piece.summary !== null ? htmlWords(piece.summary.value) : null
}

/** What stands above a title: how many questions at most, and the highest heading that is one. */
interface Before {
  questions: number
  headingDepth: number | null
  /** Titles looked under; each look reads the rest of the day. */
  tries: number
}

const mostTries = 50

function count(piece: Piece, before: Before): void {
  if (piece.type === 'list') before.questions += piece.children.length
  else if (piece.type === 'hidden') before.questions++
  else if (piece.type === 'heading') {
    before.questions++
    if (isQuestionHeading(piece, undefined)) before.headingDepth = Math.min(piece.depth, before.headingDepth ?? 6)
  } else if (piece.type === 'paragraph') {
    const words = phraseText(piece.children)
    if (questionMark(words) || endsAsking(words)) before.questions++
  }
}

/** A key has words, and its items do not ask. "Solutions" over a list of questions is no key. */
export function looksLikeKey(nodes: readonly Flow[]): boolean {
  const items = nodes.flatMap((node) =>
    node.type === 'list' ? node.children.map((item) => firstWords(item.children)) : [],
  )
  const asking = items.filter(endsAsking).length
  return nodes.some((node) => hasWords(flowText(node as never))) && asking * 2 <= items.length
}

/** Reads the nodes below a key's title. Each heading in them that is no number begins a section. */
export function readKey(nodes: readonly Flow[], words: string, place: Place, reading: Reading): KeySection[] {
  const sections: KeySection[] = [{ words, entries: [], place }]
  const reader = new KeyReader(reading)
  for (const node of nodes) {
    const section = sections.at(-1)
    if (!section) break
    if (opensSection(node, reading))
      sections.push({ words: phraseText(node.children), entries: [], place: reading.place(node) })
    else section.entries.push(...reader.read(node, section))
  }
  const read = sections.filter((section, i) => section.entries.length > 0 || (i === 0 && sections.length === 1))
  for (const section of sections)
    if (!read.includes(section) && !isKeyTitle(section.words) && section.words.trim() !== '')
      reading.log.report('heading-left-out', section.place, {
        words: section.words,
        why: 'it stands among the answers, and none is below it',
      })
  return read
}

/** A heading that is no number; in a key "Tuesday:" alone on its line is one too. */
function opensSection(node: Flow, reading: Reading): node is Heading | Paragraph {
  if (node.type === 'heading') return !questionMark(phraseText(node.children))
  if (node.type !== 'paragraph') return false
  const words = phraseText(node.children).trim()
  return words.length <= 40 && readDayName([{ text: words.replace(/\s*[:：]$/, '') }], reading.lang) !== null
}

class KeyReader {
  readonly #reading: Reading
  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** The entries of a node; what is none itself goes on with the entry before it. */
  read(node: Flow, section: KeySection): KeyEntry[] {
    if (node.type === 'list') return this.#listEntries(node)
    if (node.type === 'heading') return this.#headingEntry(node)
    if (node.type === 'table') return this.#tableEntries(node)
    const entries = node.type === 'paragraph' ? this.#paragraphEntries(node) : []
    if (entries.length > 0 || !hasWords(flowText(node as never))) return entries
    const last = section.entries.at(-1)
    if (!last) return [this.#entry(null, [node])]
    last.nodes.push(node)
    last.place = { ...last.place, end: this.#reading.place(node).end }
    return []
  }

  #listEntries(list: List): KeyEntry[] {
    const { text } = this.#reading
    return list.children.map((item) => {
      const place = this.#reading.place(item)
      const digits = list.ordered ? /^\d{1,9}/.exec(text.slice(place.start.offset, place.start.offset + 9)) : null
      const [first, ...rest] = item.children
      const mark = digits || first?.type !== 'paragraph' ? null : questionMark(phraseText(first.children))
      const children = first?.type === 'paragraph' ? this.#withoutLabel(first, mark?.length ?? 0) : first
      const written = digits ? Number(digits[0]) : (mark?.written ?? null)
      return { written, nodes: children ? [children, ...rest] : rest, place }
    })
  }

  /** "Answer: so" in a key is "so". */
  #withoutLabel(paragraph: Paragraph, from: number): Paragraph | null {
    const children = dropStart(paragraph.children, from)
    return placedParagraph(dropStart(children, labelLength(phraseText(children))), this.#reading)
  }

  #headingEntry(heading: Heading): KeyEntry[] {
    const mark = questionMark(phraseText(heading.children))
    const words = placedParagraph(dropStart(heading.children, mark?.length ?? 0), this.#reading)
    return [{ written: mark?.written ?? null, nodes: words ? [words] : [], place: this.#reading.place(heading) }]
  }

  /** A row with a number in its first cell is an answer. */
  #tableEntries(table: Table): KeyEntry[] {
    return table.children.flatMap((row) => {
      const [first, ...cells] = row.children
      const number = /^\D{0,10}(\d{1,4})\D{0,2}$/.exec(first ? phraseText(first.children).trim() : '')?.[1]
      const words = placedParagraph(
        cells.flatMap((cell, i) => (i > 0 ? [space, ...cell.children] : cell.children)),
        this.#reading,
      )
      if (number === undefined || !words) return []
      return [{ written: Number(number), nodes: [words], place: this.#reading.place(row) }]
    })
  }

  /** `**1.** so`, `① so`, and answers in one line, `1-B, 2-C, 3-A`. */
  #paragraphEntries(paragraph: Paragraph): KeyEntry[] {
    const short = this.#shortEntries(paragraph)
    if (short.length > 1) return short
    const lines = linesOf(paragraph.children, this.#reading)
    const starts = lines.flatMap((line, i) => (keyMark(line) ? [i] : []))
    if (starts.length <= 1) {
      const counted = this.#countedEntries(paragraph)
      if (counted.length > 1) return counted
    }
    return starts.flatMap((start, k) => {
      const [first, ...rest] = lines.slice(k === 0 ? 0 : start, starts[k + 1])
      const mark = first ? keyMark(first) : null
      if (!first) return []
      const words = paragraphOf(
        [{ ...first, nodes: dropStart(first.nodes, mark?.length ?? 0) }, ...rest],
        this.#reading,
      )
      return words ? [{ ...this.#entry(mark?.written ?? null, [words]), place: this.#reading.place(paragraph) }] : []
    })
  }

  /** Answers of several words in one line: `1. Isaac Newton  2. James Watt`, `1 newton, 2 watt`. */
  #countedEntries(paragraph: Paragraph): KeyEntry[] {
    const words = phraseText(paragraph.children)
    if (words.length > 2000) return []
    const marks = countedMarks(words)
    return marks.flatMap((mark, i) => {
      const to = marks[i + 1]?.start ?? words.length
      const within = dropStart(takeStart(paragraph.children, to), mark.from)
      const node = placedParagraph(withoutComma(within), this.#reading)
      return node ? [this.#entry(mark.written, [node])] : []
    })
  }

  #shortEntries(paragraph: Paragraph): KeyEntry[] {
    const words = phraseText(paragraph.children)
    if (words.length > 2000) return []
    const parts = words.split(/[,;\n]|\s(?=\d{1,3}\s?[.):=–-])/).filter((part) => part.trim() !== '')
    const matches = parts.map((part) => /^\s*(\d{1,3})\s?[.):=–-]\s*([^\s]{1,30})\s*\.?$/.exec(part))
    if (matches.some((match) => match === null)) return []
    return matches.flatMap((match) => {
      const text: Paragraph = { ...paragraph, children: [{ type: 'text', value: match?.[2] ?? '' }] }
      return [this.#entry(Number(match?.[1]), [text])]
    })
  }

  #entry(written: number | null, nodes: Flow[]): KeyEntry {
    const [first] = nodes
    return { written, nodes, place: this.#reading.place(first ?? {}) }
  }
}

/** The numbers that count up by one through a line, each with the place of its mark and of the words after it. */
function countedMarks(words: string): { written: number; start: number; from: number }[] {
  const marks: { written: number; start: number; from: number }[] = []
  for (const match of words.matchAll(/(^\s*|[,;]\s*|\s+)(\d{1,3})(\s?[.):=–-]\s+|\s+)(?=\S)/g)) {
    const [whole, before = '', digits, after = ''] = match
    const last = marks.at(-1)
    if (last ? Number(digits) !== last.written + 1 : match.index > 0) continue
    if (last && after.trim() === '' && !/[,;]/.test(before)) continue
    marks.push({ written: Number(digits), start: match.index, from: match.index + whole.length })
  }
  return marks
}

/** Phrasing without the comma or semicolon that parts it from the next answer. */
function withoutComma(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  return last?.type === 'text'
    ? [...nodes.slice(0, -1), { ...last, value: last.value.replace(/[,;\s]+$/, '') }]
    : [...nodes]
}

const space = { type: 'text' as const, value: ' ' }

/** "1.", "Q1.", and "A1:" too. */
function keyMark(line: PhraseLine): { written: number | null; length: number } | null {
  const words = phraseText(line.nodes)
  const answer = /^\s*(?:a|answer)\s?(\d{1,4})\s*[.):–-]\s*/i.exec(words.slice(0, 40))
  return answer ? { written: Number(answer[1]), length: answer[0].length } : questionMark(words)
}
