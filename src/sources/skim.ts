/**
 * A look at the lines of a Markdown file that finds what an index of it needs, so that the parser need not read the rest: headings, HTML
 * (it may hold anchors, and says which `<b>` are tags), link and footnote definitions, and the front matter. What it is not sure of it keeps,
 * and where it cannot tell where a block ends it gives up; the index is the same either way, only later.
 */
import { countMarks } from '../sheet/markdown/markdown.js'

/** A part of a text, in UTF-16 offsets: whole lines, with nothing open before it and nothing after it that belongs to it. */
export interface Stretch {
  start: number
  end: number
  /** May say something to an index. */
  kept: boolean
  /** One heading and nothing else, which leaves nothing open behind it. */
  heading: boolean
}

/** Marks in one stretch with which the parser may reach the bounds of the stack; whether it does is for the parser to say. */
const manyMarks = 1000

const [space, tab, hash] = [0x20, 0x09, 0x23]
const blank = /^[ \t]*$/
const heading = /^#{1,6}(?:[ \t]|$)/
/** What may be a heading, though not at the beginning of its line, or the line below one. */
const maybeHeading = /^[ \t]*(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$)/
/** Fences that hold code, from their first letter; ``` `` ` `` ``` in words of backticks make it a line of words. */
const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
const codeEnd = /^ {0,3}(`{3,}|~{3,})[ \t]*$/
const fenceLike = /^ {0,3}(?:`{3}|~{3})/
/** Where HTML or a formula may begin. */
const opaque = /^ {0,3}(?:<[A-Za-z/!?]|\$\$)/
/** HTML that goes on over blank lines. */
const longHtml = /^ {0,3}<(?:[!?]|(?:script|pre|style|textarea)(?:[ \t>]|$))/i
/** The first line of a list item: its marker with the blanks behind it. Rules look alike. */
const item = /^(?:[*+-]|\d{1,9}[.)]) {1,4}(?=[^ \t])/
/** Where a quote or an item may begin. Below indented code the parser takes some for words, even behind blank lines. */
const container = /^(?:>|(?:[*+-]|\d{1,9}[.)])(?:[ \t]|$))/
const rule = /^([*_-])[ \t]*(?:\1[ \t]*){2,}$/
/** Says something wherever it stands: HTML, definitions. */
const telling = /<[A-Za-z/!?]|\]:/

/** Cuts a text into stretches, in their order and without gaps; null where only the parser can tell. */
export function skim(text: string): Stretch[] | null {
  // The parser takes a byte order mark for nothing, and what stands behind it for the start of a line.
  if (text.startsWith('\ufeff')) return null
  const skimmer = new Skimmer()
  let at = frontMatterEnd(text)
  if (at === null) return null
  if (at > 0) skimmer.add(0, at, { kept: true, heading: false })
  const eol = /\r\n|\r|\n/g
  eol.lastIndex = at
  while (at < text.length) {
    const found = eol.exec(text)
    const lineEnd = found?.index ?? text.length
    const next = found ? eol.lastIndex : text.length
    if (!skimmer.read(text.slice(at, lineEnd), at, next)) return null
    at = next
  }
  return skimmer.stretches
}

/** Where the front matter ends, 0 without any; null where it may be a title between rules, and where it never ends: the parser then loses its place at tabs. */
function frontMatterEnd(text: string): number | null {
  const start = /^---[ \t]*(?:\r\n|\r|\n)/.exec(text)
  if (!start) return 0
  const eol = /\r\n|\r|\n|$/g
  eol.lastIndex = start[0].length
  let onlyNotes = true
  for (let at = start[0].length; at < text.length; ) {
    const found = eol.exec(text)
    const line = text.slice(at, found?.index)
    at = Math.max(at, eol.lastIndex)
    if (/^---[ \t]*$/.test(line)) return onlyNotes ? null : at
    if (line.trim() !== '' && !line.startsWith('#')) onlyNotes = false
    if (found?.[0] === '') break
  }
  return null
}

/** Reads a text line by line. */
class Skimmer {
  readonly stretches: Stretch[] = []
  /** The stretch that lines are added to; null when nothing is open before the next line, whatever it is. */
  #open: Stretch | null = null
  #afterBlank = true
  /** The fence of the code that lines stand in. */
  #fence = ''
  /** In a comment at the margin, until the line that ends it. */
  #comment = false
  /** Until the next blank line there may be HTML or a formula, in which nothing is what it looks like. */
  #opaque = false
  /** Columns by which the lines of the list item are indented that was begun at the margin; 0 outside one. */
  #inItem = 0
  #marks = 0
  /** The last line may be indented code. */
  #code = false

  /** Takes a stretch that leaves nothing open. */
  add(start: number, end: number, kind: { kept: boolean; heading: boolean }): void {
    this.stretches.push({ start, end, ...kind })
    this.#open = null
    this.#afterBlank = false
    this.#code = false
  }

  /** Takes the line at `start`, whose successor is at `end`; false where there is no telling what it is. */
  read(line: string, start: number, end: number): boolean {
    if (this.#fence !== '') {
      this.#goOn(end)
      const close = codeEnd.exec(line)?.[1]
      if (close?.startsWith(this.#fence)) this.#fence = ''
      return true
    }
    if (this.#comment) {
      this.#goOn(end)
      this.#comment = !line.includes('-->')
      return true
    }
    if (blank.test(line)) {
      if (this.stretches.length === 0) this.add(start, end, { kept: false, heading: false })
      this.#goOn(end)
      this.#afterBlank = true
      this.#opaque = false
      return true
    }
    const first = line.charCodeAt(0)
    const atMargin = first !== space && first !== tab
    if (atMargin && !this.#opaque) {
      if (first === hash && heading.test(line)) {
        this.add(start, end, { kept: true, heading: true })
        return countMarks(line) <= manyMarks
      }
      if (line.startsWith('<!--')) {
        this.add(start, end, { kept: true, heading: false })
        this.#comment = !line.includes('-->', 2)
        return true
      }
      const [, ticks, tildes] = fence.exec(line) ?? []
      this.#fence = ticks ?? tildes ?? ''
      if (this.#fence !== '') {
        this.add(start, end, { kept: false, heading: false })
        return true
      }
    }
    return this.#readWords(line, start, end, atMargin)
  }

  #goOn(end: number): void {
    const last = this.stretches.at(-1)
    if (last) last.end = end
  }

  #readWords(line: string, start: number, end: number, atMargin: boolean): boolean {
    const begins = this.#open === null || (atMargin && this.#afterBlank)
    if (this.#code && atMargin && container.test(line)) return false
    const stretch = begins || !this.#open ? this.#begin(start) : this.#open
    stretch.end = end
    stretch.kept ||= maybeHeading.test(line) || telling.test(line)
    this.#afterBlank = false
    this.#code = indentOf(line) >= 4
    this.#marks += countMarks(line)
    if (this.#marks > manyMarks) return false
    if (this.#inItem > 0 && indentOf(line) >= this.#inItem) {
      this.#code = false
      return true
    }
    // Below words that go on the beginning of an item may be words itself.
    this.#inItem = begins || this.#inItem > 0 ? itemIndent(line) : 0
    if (fenceLike.test(line) || longHtml.test(line)) return false
    if (opaque.test(line)) this.#opaque = true
    return true
  }

  #begin(start: number): Stretch {
    this.#open = { start, end: start, kept: false, heading: false }
    this.stretches.push(this.#open)
    this.#inItem = 0
    this.#marks = 0
    return this.#open
  }
}

/** Columns of the white space at the start of a line. */
function indentOf(line: string): number {
  let columns = 0
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code === space) columns++
    else if (code === tab) columns += 4 - (columns % 4)
    else break
  }
  return columns
}

/** "1.  Words" → 4; 0 for what begins no item, or one that holds nothing yet. */
const itemIndent = (line: string): number => (rule.test(line) ? 0 : (item.exec(line)?.[0].length ?? 0))
