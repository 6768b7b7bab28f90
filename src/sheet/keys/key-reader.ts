/** Reads what stands below the title of a key: whose answer each stretch of it is. */
import type { Blockquote, Code, Heading, Html, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Place } from '../../diagnostics.js'
import type { Flow } from '../boxes/hidden.js'
import { htmlFlow } from '../boxes/html-flow.js'
import { htmlWords } from '../markdown/html.js'
import {
  dropStart,
  flowText,
  linesOf,
  paragraphOf,
  phraseText,
  placedParagraph,
  plainParagraph,
  takeStart,
} from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { endsAsking } from '../questions/asks.js'
import { questionMark } from '../questions/question-headings.js'
import { hasWords, isAnswerHeading, isKeyTitle, labelLength } from '../words/answer-words.js'
import { digitsOfItem, namesDay } from './key-days.js'
import { countedAnswers, dayNamed, keyMarks, marksAfter, rangeAnswers } from './key-labels.js'
import type { KeyMark } from './key-mark.js'
import { cellNodes, lineAt, stretchOf, withoutLabel } from './key-nodes.js'
import { quotedWords } from './key-openings.js'
import { scopeOf } from './key-scope.js'
import { type KeySection, KeySections } from './key-sections.js'
import { keyRows } from './key-table.js'

/** Reads the nodes below a key's title. Each heading in them that is no number begins a section, and so does each day that is named. */
export function readKey(nodes: readonly Flow[], words: string, place: Place, reading: Reading): KeySection[] {
  const reader = new KeyReader(words, place, reading)
  for (const node of nodes) reader.read(node)
  const about = scopeOf(words, reading.week)
  return about ? reader.finish().map((section) => ({ ...section, about })) : reader.finish()
}

class KeyReader {
  readonly #key: KeySections
  readonly #reading: Reading
  /** Of the heading over the last answer. */
  #depth = 0
  /** Of the heading that names the day of the section that is open; null without one. */
  #dayDepth: number | null = null

  constructor(words: string, place: Place, reading: Reading) {
    this.#key = new KeySections(words, place, reading)
    this.#reading = reading
  }

  /** The sections with answers; headings over none are told. */
  finish(): KeySection[] {
    return this.#key.finish()
  }

  read(node: Flow): void {
    switch (node.type) {
      case 'heading':
        this.#heading(node)
        break
      case 'paragraph':
        this.#paragraph(node)
        break
      case 'list':
        this.#list(node)
        break
      case 'table':
        this.#table(node)
        break
      case 'blockquote':
        this.#quote(node)
        break
      case 'code':
        this.#code(node)
        break
      case 'html':
        this.#html(node)
        break
      case 'footnoteDefinition':
        if (this.#reading.answerNotes.get(node.identifier) === false) {
          this.#reading.keyNotes.add(node.identifier)
          this.#key.add(
            /^\d{1,3}$/.test(node.identifier) ? Number(node.identifier) : null,
            node.children,
            this.#reading.place(node),
            'item',
          )
        }
        // A note that an answer calls is shown with it.
        else if (!this.#key.last && !this.#reading.answerNotes.has(node.identifier)) {
          this.#reading.keyNotes.add(node.identifier)
          for (const child of node.children) this.read(child)
        }
        break
      default:
        this.#key.goOn(node)
    }
  }

  #heading(heading: Heading): void {
    const reading = this.#reading
    const words = phraseText(heading.children)
    const place = reading.place(heading)
    const under = this.#key.form === 'heading' && heading.depth > this.#depth
    if (under && isAnswerHeading(words)) return
    const [mark] = keyMarks(words, null, reading)
    const alone = /^\s*(\d{1,3})[.)]?\s*$/.exec(words)?.[1]
    const labelled =
      mark?.start === 0 && mark.written !== null
        ? mark
        : alone !== undefined
          ? { day: null, written: Number(alone), from: words.length }
          : null
    const bare = labelled ? null : questionMark(words)
    if (!labelled && !bare && !endsAsking(words)) {
      const isDay = dayNamed(words, reading) !== null
      if (under && !isDay) this.#key.goOn(heading)
      // "Part A" below "Monday" is about Monday.
      else if (!isDay && this.#dayDepth !== null && heading.depth > this.#dayDepth) {
        if (!isAnswerHeading(words))
          reading.log.report('heading-left-out', place, { words, why: 'it stands among the answers' })
        this.#key.open(this.#key.section.words, place)
      } else {
        this.#dayDepth = isDay ? heading.depth : null
        this.#key.open(words, place)
      }
      return
    }
    if (labelled?.day != null) this.#key.open(labelled.day, place)
    const rest = dropStart(heading.children, labelled?.from ?? bare?.length ?? 0)
    const node = placedParagraph(dropStart(rest, labelLength(phraseText(rest))), reading)
    this.#key.add(labelled?.written ?? null, node ? [node] : [], place, 'heading')
    this.#depth = heading.depth
  }

  #paragraph(paragraph: Paragraph): void {
    const reading = this.#reading
    const words = phraseText(paragraph.children)
    if (dayNamed(words, reading) !== null && words.length <= 60) {
      this.#key.open(words.trim(), reading.place(paragraph))
      return
    }
    if (this.#range(paragraph, words)) return
    const marks = this.#key.form === 'heading' ? [] : keyMarks(words, this.#key.last?.written ?? null, reading)
    if (marks.length === 0) {
      if (!this.#key.last && this.#counted(paragraph, words)) return
      if (hasWords(words)) this.#key.goOn(withoutLabel(paragraph, reading) ?? paragraph)
      return
    }
    const lead = placedParagraph(takeStart(paragraph.children, marks[0]?.start ?? 0), reading)
    if (lead && hasWords(phraseText(lead.children)) && !isKeyTitle(phraseText(lead.children))) this.#key.goOn(lead)
    this.#marked(paragraph, words, marks)
  }

  /** The answers behind the marks of a paragraph. */
  #marked(paragraph: Paragraph, words: string, marks: readonly KeyMark[]): void {
    const reading = this.#reading
    for (const [i, mark] of marks.entries()) {
      const to = marks[i + 1]?.start ?? words.length
      const from = mark.from + (/^\s*[:：]\s*/.exec(words.slice(mark.from, to))?.[0].length ?? 0)
      const node = stretchOf(paragraph, from, to, reading)
      const place = lineAt(paragraph, mark.from, reading)
      if (mark.day !== null) this.#key.open(mark.day, place)
      if (mark.written === null && mark.day !== null) {
        const own = node ? phraseText(node.children) : ''
        if (node && !this.#range(node, own) && !this.#counted(node, own)) this.#key.add(null, [node], place, 'loose')
      } else if (!(mark.day !== null && mark.written === 1 && node && this.#countedOn(node)))
        this.#key.add(mark.written, node ? [node] : [], place, 'line')
    }
  }

  /** `so 2 thus 3 else` behind "Monday 1", which are counted without marks. */
  #countedOn(paragraph: Paragraph): boolean {
    const children: PhrasingContent[] = [{ type: 'text', value: '1 ' }, ...paragraph.children]
    return this.#counted({ ...paragraph, children }, phraseText(children))
  }

  /** `1 so 2 thus 3 else`, numbered without marks. */
  #counted(paragraph: Paragraph, words: string): boolean {
    const found = countedAnswers(words, null)
    for (const [i, { from, to }] of found?.entries() ?? []) {
      const node = stretchOf(paragraph, from, to, this.#reading)
      if (node) this.#key.add(i + 1, [node], lineAt(paragraph, from, this.#reading), 'line')
    }
    return found !== null
  }

  /** `1–5: BCADA` and `1 and 2: so`, each alone in its line. */
  #range(paragraph: Paragraph, words: string): boolean {
    const lines = words.includes('\n') ? linesOf(paragraph.children, this.#reading) : []
    if (lines.some((line) => rangeAnswers(phraseText(line.nodes)))) {
      for (const line of lines) {
        const node = paragraphOf([line], this.#reading)
        if (node) this.#paragraph(node)
      }
      return true
    }
    const found = rangeAnswers(words)
    if (!found) return false
    const { numbers, answers, from } = found
    const more = marksAfter(words.slice(from), numbers.at(-1) ?? 0, this.#reading).map((mark) => ({
      ...mark,
      start: mark.start + from,
      from: mark.from + from,
    }))
    const same = stretchOf(paragraph, from, more[0]?.start ?? words.length, this.#reading)
    const place = this.#reading.place(paragraph)
    for (const [i, number] of numbers.entries()) {
      const value = answers?.[i]
      const own = value === undefined ? same : plainParagraph(value, paragraph)
      if (own) this.#key.add(number, [own], place, 'line')
    }
    this.#marked(paragraph, words, more)
    return true
  }

  #list(list: List): void {
    if (this.#belongs(list)) this.#key.goOn(list)
    else for (const item of list.children) this.#item(item, list)
  }

  /** Below an answer in a line or under a heading, and bullets below a numbered answer: points of that answer. */
  #belongs(list: List): boolean {
    const last = this.#key.last
    if (!last || this.#key.form === 'heading') return last !== undefined
    const [first] = list.children
    if (list.ordered)
      return (
        this.#key.form === 'line' && !(first && digitsOfItem(first, list, this.#reading) === (last.written ?? 0) + 1)
      )
    if (last.written === null && this.#key.form !== 'line') return false
    return list.children.every((item) => {
      const [node] = item.children
      return node?.type !== 'paragraph' || keyMarks(phraseText(node.children), last.written, this.#reading).length === 0
    })
  }

  #item(item: ListItem, list: List): void {
    const reading = this.#reading
    const place = reading.place(item)
    const [first, ...rest] = item.children
    // `- 1. so` is a list in a bullet to Markdown.
    if (first?.type === 'list' && first.ordered && !list.ordered) {
      this.#list(first)
      for (const node of rest) this.#key.goOn(node)
      return
    }
    const words = first?.type === 'paragraph' ? phraseText(first.children) : ''
    const nested = rest.some((node) => node.type === 'list')
    if (first?.type === 'paragraph') {
      // `- Monday` over a list of its own, `- Monday: 1. a; 2. b`
      if (nested && dayNamed(words, reading) !== null) {
        this.#key.open(words.trim(), place)
        for (const node of rest) this.read(node)
        return
      }
      const marks = keyMarks(words, this.#key.last?.written ?? null, reading)
      const days = namesDay(item, list, marks, this.#key.section.words, reading)
      if (days || (!list.ordered && marks.length > 0)) {
        const lead = placedParagraph(takeStart(first.children, marks[0]?.start ?? 0), reading)
        // `3. so`, next line "Tuesday": the day of what is below, which Markdown takes for one more line of the answer.
        if (days && lead && hasWords(phraseText(lead.children))) {
          this.#key.add(list.ordered ? digitsOfItem(item, list, this.#reading) : null, [lead], place, 'item')
          const answer = this.#key.last
          this.#marked(first, words, marks)
          const name = stretchOf(first, marks.at(-1)?.start ?? 0, words.length, reading)
          if (answer && name) this.#key.endsInDay(answer, name)
        } else this.#paragraph(first)
        for (const node of rest) days && nested ? this.read(node) : this.#key.goOn(node)
        if (this.#key.form === 'line') this.#key.form = 'item'
        return
      }
    }
    const written = list.ordered ? digitsOfItem(item, list, this.#reading) : null
    const more = written !== null && first?.type === 'paragraph' ? this.#marksWithin(words, written, item, list) : []
    if (written !== null && first?.type === 'paragraph' && more.length > 0) {
      this.#marked(first, words, [{ day: null, written, start: 0, from: 0 }, ...more])
      for (const node of rest) this.#key.goOn(node)
      this.#key.form = 'item'
      return
    }
    const mark = written === null && first?.type === 'paragraph' ? questionMark(words) : null
    const children = first?.type === 'paragraph' ? withoutLabel(first, reading, mark?.length ?? 0) : first
    const nodes = children ? [children, ...rest] : rest
    this.#key.add(written ?? mark?.written ?? null, nodes, place, 'item')
  }

  /** `1. so  2. thus  3. else` is one item to Markdown: the numbers in it that count on from its own, up to that of the next item. */
  #marksWithin(words: string, written: number, item: ListItem, list: List): KeyMark[] {
    const marks = marksAfter(words, written, this.#reading)
    const next = list.children[list.children.indexOf(item) + 1]
    return !next || digitsOfItem(next, list, this.#reading) === (marks.at(-1)?.written ?? 0) + 1 ? marks : []
  }

  #table(table: Table): void {
    // Below an answer that is no row itself, a table is a part of it.
    const isKey = !this.#key.last || this.#key.form === 'row' || this.#key.form === 'loose'
    const cells = table.children.map((row) => row.children.map((cell) => cell.children))
    const read = isKey ? keyRows(cells, this.#reading) : null
    if (read) this.#rows(read, (row) => this.#reading.place(table.children[row] ?? table))
    else this.#key.goOn(table)
  }

  #rows(rows: NonNullable<ReturnType<typeof keyRows>>, placeOf: (row: number) => Place): void {
    let day: string | null = null
    for (const { day: named, written, cells, points, row } of rows) {
      const place = placeOf(row)
      if (named !== null && named !== day) this.#key.open(named, place)
      day = named
      const nodes = cellNodes(cells, this.#reading)
      const [only, ...others] = nodes
      const words = only?.type === 'paragraph' ? phraseText(only.children) : ''
      // A cell may hold all answers of its day: `1. a 2. b`, `a, b`.
      const all = only?.type === 'paragraph' && others.length === 0 && keyMarks(words, null, this.#reading).length > 1
      if (all) this.#paragraph(only)
      else
        this.#key.add(
          written,
          nodes,
          place,
          written === null && named !== null && others.length === 0 ? 'loose' : 'row',
        )
      if (points !== null && this.#key.last) this.#key.last.points = points
      this.#key.form = 'row'
    }
  }

  /** A quote around the key, or in one of its answers. */
  #quote(quote: Blockquote): void {
    const { title, nodes } = quotedWords(quote, this.#reading)
    const [first, ...below] = nodes
    // `> [!note] Monday` over the answers of a day.
    const isDay =
      first?.type === 'paragraph' && below.length > 0 && dayNamed(phraseText(first.children), this.#reading) !== null
    if (!isDay && title === null && this.#key.last && !this.#key.last.loose) this.#key.goOn(quote)
    else for (const node of nodes) this.read(node)
  }

  /** A key that is set as code, number by number; any other code is a part of an answer. */
  #code(code: Code): void {
    const marks = this.#key.last ? [] : keyMarks(code.value, null, this.#reading)
    if (marks.length < 2 && (this.#key.last || !countedAnswers(code.value, null))) {
      this.#key.goOn(code)
      return
    }
    this.#paragraph(plainParagraph(code.value, code))
  }

  #html(html: Html): void {
    const flow = htmlFlow(html)
    const plain = flow.every((node) => !hasWords(flowText(node)))
    if (!plain) for (const node of flow) this.read(node)
    else if (htmlWords(html.value) !== '' || /<img\b/i.test(html.value)) this.#key.goOn(html)
  }
}
