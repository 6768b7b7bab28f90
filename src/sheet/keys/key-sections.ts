/** The answers of a key while it is read, stretch by stretch. */
import type { Paragraph } from 'mdast'
import type { Place } from '../../diagnostics.js'
import type { Flow } from '../boxes/hidden.js'
import { flowText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { hasWords, isKeyTitle } from '../words/answer-words.js'
import { dayNamed } from './key-labels.js'
import type { KeyScope } from './key-scope.js'

/** One answer of a key: its number as written (null without one) and its nodes. */
export interface KeyEntry {
  written: number | null
  nodes: Flow[]
  place: Place
  /** What a table says that it is worth, in words. */
  points?: string
  /** Words without a mark of their own: an answer only where it is clear whose. */
  loose?: true
}

/** A key, or a stretch of one. `words` are those of its heading, or name its day. */
export interface KeySection {
  words: string
  entries: KeyEntry[]
  place: Place
  /** True below words of its own inside of a key, which name no day of it: "Homework". */
  inside?: true
  /** What the title over it says that it is about, when that is not what it stands in. */
  about?: KeyScope
}

/** How the last answer was written: what may follow it without being one. */
export type Form = 'heading' | 'line' | 'item' | 'row' | 'loose'

/** The sections of a key while it is read: each title opens one, and answers go to the one that is open. */
export class KeySections {
  readonly #sections: KeySection[]
  readonly #reading: Reading
  /** Null in a section without answers. */
  form: Form | null = null
  /** The section that the last line of an answer opened. */
  #lastLine: { section: KeySection; answer: KeyEntry; name: Paragraph } | null = null

  constructor(words: string, place: Place, reading: Reading) {
    this.#sections = [{ words, entries: [], place }]
    this.#reading = reading
  }

  /** The one that is open. */
  get section(): KeySection {
    const last = this.#sections.at(-1)
    if (!last) throw new Error('a key has a section')
    return last
  }

  /** The last answer of the section that is open. */
  get last(): KeyEntry | undefined {
    return this.section.entries.at(-1)
  }

  open(words: string, place: Place): void {
    const inside = dayNamed(words, this.#reading) === null
    this.#sections.push({ words, entries: [], place, ...(inside ? { inside } : {}) })
    this.form = null
  }

  add(written: number | null, nodes: Flow[], place: Place, form: Form): void {
    this.section.entries.push({ written, nodes, place, ...(form === 'loose' ? { loose: true as const } : {}) })
    this.form = form
  }

  /** What is no answer itself goes on with the one before it; without one it is words that may be nobody's. */
  goOn(node: Flow): void {
    if (!hasWords(flowText(node)) && node.type !== 'html') return
    const place = this.#reading.place(node)
    const { last } = this
    // Paragraphs without numbers are an answer each, so that they can be counted.
    if (!last || (last.loose && node.type === 'paragraph')) this.add(null, [node], place, 'loose')
    else {
      last.nodes.push(node)
      last.place = { ...last.place, end: place.end }
    }
  }

  /** The section that is open was opened by the last line of `answer`, which gets `name` back if nothing follows. */
  endsInDay(answer: KeyEntry, name: Paragraph): void {
    this.#lastLine = { section: this.section, answer, name }
  }

  /** The sections with answers; headings over none are told. */
  finish(): KeySection[] {
    // "It is", next line "Tuesday", and nothing below: the day is the answer.
    const { section, answer, name } = this.#lastLine ?? {}
    if (section && section === this.section && section.entries.length === 0) {
      this.#sections.pop()
      if (name) answer?.nodes.push(name)
    }
    const sections = this.#sections
    const read = sections.filter((section, i) => section.entries.length > 0 || (i === 0 && sections.length === 1))
    for (const section of sections)
      if (!read.includes(section) && !isKeyTitle(section.words) && section.words.trim() !== '')
        this.#reading.log.report('heading-left-out', section.place, {
          words: section.words,
          why: 'it stands among the answers, and none is below it',
        })
    return read
  }
}
