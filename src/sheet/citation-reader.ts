/** Reads the tokens of a citation by the grammar that `citation.ts` writes down. */
import { type CitationTail, type FoundCitation, nameOf, trimQuotes } from './citation-found.js'
import type { CitationToken as Token } from './citation-tokens.js'
import { afterCueLength, type CitationRole, hasRole } from './citation-words.js'
import type { CitationTarget } from './model.js'

/** What a number counts; a number without a word of its own counts what the one before it did. */
type Unit = 'section' | 'chapter' | 'page'

const roman = /^[ivxlc]{1,8}$/
const maxNote = 300

/** Recursive descent over the tokens; every method either eats what it names or eats nothing. */
export class CitationReader {
  readonly #tokens: readonly Token[]
  readonly #raw: string
  readonly #from: number
  #at: number

  constructor(tokens: readonly Token[], from: number, raw: string) {
    this.#tokens = tokens
    this.#raw = raw
    this.#from = from
    this.#at = from
  }

  tail(): CitationTail | null {
    const start = this.#tokens[this.#from]?.start ?? 0
    const bracket = this.#eat('open')
    const cue = this.#cue()
    const first = this.#at
    const citations = this.#works(cue !== undefined)
    if (citations.length === 0) return null
    const last = this.#tokens[this.#at - 1]
    this.#afterCue()
    this.#eatFullStops()
    if (bracket && !this.#eat('close')) return null
    let endMark = ''
    while (this.#peek()?.type === 'stop') endMark += this.#next()?.text ?? ''
    if (this.#peek() || (!bracket && /[?!？！؟]/.test(endMark))) return null
    const citedAs = this.#raw.slice(this.#tokens[first]?.start ?? 0, last?.end ?? 0).replace(/\s+/g, ' ')
    return { start, endMark: bracket ? endMark : '', citations, citedAs }
  }

  #works(cued: boolean): FoundCitation[] {
    const found: FoundCitation[] = []
    for (;;) {
      const mark = this.#at
      const joined = found.length === 0 || this.#join() || this.#stopBeforeCue()
      if (joined && found.length > 0) this.#cue()
      const work = joined ? this.#work(cued && found.length === 0) : null
      if (!work) {
        this.#at = mark
        return found
      }
      found.push(work)
    }
  }

  #work(mayLackFile: boolean): FoundCitation | null {
    const mark = this.#at
    const file = this.#eat('file')
    if (file) {
      const afterFile = this.#at
      if (['comma', 'colon'].includes(this.#peek()?.type ?? '') || this.#is('of')) this.#at++
      const targets = this.#placesInBracket() ?? this.#places()
      if (targets.length === 0) this.#at = afterFile
      return this.#found(mark, file, targets)
    }
    const targets = this.#places()
    if (targets.length === 0) return null
    const beforeOf = this.#at
    if (this.#is('of')) this.#at++
    const later = this.#eat('file')
    if (later) return this.#found(mark, later, [...targets, ...this.#placesAfterComma()])
    this.#at = beforeOf
    if (mayLackFile) return this.#found(mark, null, targets)
    this.#at = mark
    return null
  }

  #found(from: number, file: Token | null, targets: CitationTarget[]): FoundCitation {
    const note = this.#note(file !== null && targets.at(-1)?.kind === 'section')
    const anchor = file?.anchor
    return {
      file: file ? (file.file ?? file.text) : '',
      targets: targets.length === 0 && anchor ? [{ kind: 'named', name: anchor, anchor: true }] : targets,
      ...(note === null ? {} : { note }),
      ...(anchor && targets.length > 0 ? { anchor } : {}),
      start: this.#tokens[from]?.start ?? 0,
      end: this.#tokens[this.#at - 1]?.end ?? 0,
    }
  }

  /** `(second paragraph)`, `, especially the table`, `for details`, and the title after a number. */
  #note(mayBeTitle: boolean): string | null {
    const mark = this.#at
    if (this.#eat('open')) {
      const note = this.#words(() => false)
      if (note !== null && this.#eat('close')) return note
      this.#at = mark
      return null
    }
    const parted = this.#eat('comma') ?? this.#eat('dash') ?? this.#eat('colon')
    const particular =
      /^in$/i.test(this.#peek()?.text ?? '') && /^particular$/i.test(this.#tokens[this.#at + 1]?.text ?? '')
    const first = this.#peek()
    const titled = mayBeTitle && first?.type === 'word' && /^["“„«'‘]?[\p{Lu}\p{Lo}]/u.test(first.text)
    const isCue = first?.type === 'word' && afterCueLength(this.#texts(first.text)) > 0
    const begins = particular || this.#is('qualifier') || (titled && parted?.type !== 'comma')
    const note = begins && !isCue ? this.#words(() => this.#nameEnds()) : null
    if (note === null) this.#at = mark
    return note
  }

  /** Words up to a bracket, a file, a sign or `ends`; null without any. */
  #words(ends: () => boolean): string | null {
    const from = this.#at
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (['open', 'close', 'file', 'sign', 'break'].includes(token.type) || ends()) break
      this.#at++
    }
    const first = this.#tokens[from]
    const last = this.#tokens[this.#at - 1]
    if (!first || !last || this.#at === from || last.end - first.start > maxNote) return null
    return trimQuotes(this.#raw.slice(first.start, last.end).replace(/\s+/g, ' '))
  }

  #places(): CitationTarget[] {
    const targets: CitationTarget[] = []
    let unit: Unit | null = null
    for (;;) {
      const mark = this.#at
      const joined = targets.length === 0 || this.#join()
      const found: { target: CitationTarget; unit: Unit | null } | null = joined ? this.#place(unit) : null
      if (!found) {
        this.#at = mark
        return targets
      }
      targets.push(found.target)
      unit = found.unit
    }
  }

  /** "a.md (§1.3)" */
  #placesInBracket(): CitationTarget[] | null {
    const mark = this.#at
    const targets = this.#eat('open') ? this.#places() : []
    if (targets.length > 0 && this.#eat('close')) return targets
    this.#at = mark
    return null
  }

  /** "Chapter 3 of a.pdf, pp. 12–15" */
  #placesAfterComma(): CitationTarget[] {
    const mark = this.#at
    const targets = this.#eat('comma') ? this.#places() : []
    // "§1 of a.md, §2 of b.md": these places are another file's.
    if (targets.length > 0 && !this.#is('of') && this.#peek()?.type !== 'file') return targets
    this.#at = mark
    return []
  }

  #place(inherited: Unit | null): { target: CitationTarget; unit: Unit | null } | null {
    const mark = this.#at
    const own = this.#unit()
    const numbered = this.#numbered(own ?? inherited)
    if (numbered) return numbered
    const named = own === 'section' ? this.#name(this.#tokens[mark]?.type === 'sign') : null
    if (!named) this.#at = mark
    return named && { target: named, unit: null }
  }

  /** "§", "§§", "Section", "pp."; words of this kind count before a number only, "§" before a name too. */
  #unit(): Unit | null {
    let unit: Unit | null = null
    for (;;) {
      const next = this.#tokens[this.#at + 1]
      const word = this.#unitWord()
      const counts = this.#isUnitOf(next)
      if (this.#peek()?.type === 'sign') unit = 'section'
      else if (word && (counts || (unit === null && word === 'section' && /^["“„«'‘]?\p{Lu}/u.test(next?.text ?? ''))))
        unit = word
      else return unit
      this.#at++
    }
  }

  /** Does a word for places stand here, and a number after it? */
  #isUnitOf(next: Token | undefined): boolean {
    const word = this.#unitWord()
    return word !== null && (next?.type === 'number' || (word === 'page' && roman.test(next?.text ?? '')))
  }

  #unitWord(): Unit | null {
    return (['section', 'chapter', 'page'] as const).find((role) => this.#is(role)) ?? null
  }

  /** "1.3", "1.1–§1.8", "4.2 ff.", "第3章", "12ページ"; the unit may stand after the number in scripts without spaces. */
  #numbered(before: Unit | null): { target: CitationTarget; unit: Unit } | null {
    const mark = this.#at
    const ordinal = this.#ordinal()
    const from = this.#number(before)
    let unit = before
    const suffix = () => {
      const word = this.#unitWord()
      if (!word || !/^[^\p{sc=Latin}]/u.test(this.#peek()?.text ?? '') || this.#tokens[this.#at + 1]?.type === 'number')
        return
      unit = word
      this.#at++
    }
    if (from) suffix()
    if (!from || (unit === null && !ordinal && !this.#rangeHasUnit())) {
      this.#at = mark
      return null
    }
    const to = this.#rangeEnd(unit)
    if (to) suffix()
    const counted: Unit = unit ?? 'section'
    const onwards = !to && this.#onwards() ? { onwards: true as const } : {}
    if (counted === 'page')
      return { target: { kind: 'pages', from: from.text, to: to?.text ?? null, ...onwards }, unit: counted }
    const chapter = counted === 'chapter' ? { chapter: true as const } : {}
    const target: CitationTarget = to
      ? { kind: 'range', from: from.text, to: to.text, ...chapter }
      : { kind: 'section', number: from.text, ...chapter, ...onwards }
    return { target, unit: counted }
  }

  /** "12-15ページ": the word for both ends stands after the second. */
  #rangeHasUnit(): boolean {
    const mark = this.#at
    const to = this.#rangeEnd(null)
    const has = to !== undefined && this.#unitWord() !== null && /^[^\p{sc=Latin}]/u.test(this.#peek()?.text ?? '')
    this.#at = mark
    return has
  }

  #rangeEnd(unit: Unit | null): Token | undefined {
    const mark = this.#at
    const dash = this.#eat('dash') ?? (this.#is('to') ? this.#next() : undefined)
    if (dash) {
      this.#unit()
      this.#ordinal()
      const to = this.#number(unit)
      if (to) return to
    }
    this.#at = mark
    return undefined
  }

  #ordinal(): boolean {
    const found = /^[第제]$/.test(this.#peek()?.text ?? '')
    if (found) this.#at++
    return found
  }

  #number(unit: Unit | null): Token | undefined {
    const token = this.#peek()
    return token?.type === 'number' || (unit === 'page' && token && roman.test(token.text)) ? this.#next() : undefined
  }

  /** "ff.", "et seq.", "and following", "и далее". */
  #onwards(): boolean {
    const next = fold2(this.#peek()?.text, this.#tokens[this.#at + 1]?.text)
    if (
      /^(?:et (?:seq|sqq)\.?|and following|und folgende|et suiv|i dalej|и далее|en verder|y siguientes|e seguenti)$/.test(
        next,
      )
    ) {
      this.#at += 2
      return true
    }
    if (!this.#is('onwards')) return false
    this.#at++
    return true
  }

  /** Words up to a join that a sign or a file follows, a bracket, or a stop that ends the tail. */
  #name(signed: boolean): CitationTarget | null {
    const from = this.#at
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (['close', 'open', 'sign', 'file', 'break'].includes(token.type) || this.#nameEnds()) break
      if (this.#at > from && afterCueLength(this.#texts(token.text)) > 0) break
      this.#at++
    }
    const name = nameOf(this.#tokens.slice(from, this.#at))
    if (name === '' || (!signed && name.length > 80)) return null
    return { kind: 'named', name }
  }

  #nameEnds(): boolean {
    const token = this.#peek()
    const mark = this.#at
    const comma = token?.type === 'comma'
    if (this.#join()) {
      const next = this.#peek()?.type
      const place = this.#isUnitOf(this.#tokens[this.#at + 1])
      const qualified = comma && this.#is('qualifier')
      this.#at = mark
      if (next === 'sign' || next === 'file' || next === 'cue' || place || qualified) return true
    }
    if (token?.type !== 'stop') return false
    const next = this.#tokens[mark + 1]
    const ends = next === undefined || next.type === 'close' || next.type === 'stop' || next.type === 'cue'
    return token.text === '.' || token.text === '。' ? ends || next.start > token.end : !ends
  }

  #stopBeforeCue(): boolean {
    const next = this.#tokens[this.#at + 1]
    if (!/^[.。]$/.test(this.#peek()?.text ?? '') || next?.type !== 'cue') return false
    this.#at++
    return true
  }

  #join(): boolean {
    const comma = this.#eat('comma')
    const and = this.#eat('and') ?? (this.#is('and') ? this.#next() : undefined)
    return comma !== undefined || and !== undefined
  }

  #cue(): Token | undefined {
    const cue = this.#eat('cue') ?? this.#germanSee()
    if (!cue) return undefined
    while (this.#eat('cue'));
    this.#eat('colon')
    return cue
  }

  /** "S. a.md" is "see", where "S. 12" is a page. */
  #germanSee(): Token | undefined {
    return /^s\.$/i.test(this.#peek()?.text ?? '') && this.#tokens[this.#at + 1]?.type === 'file'
      ? this.#next()
      : undefined
  }

  /** "を参照" after the works. A word that can stand on both sides was already taken for a cue. */
  #afterCue(): void {
    if (this.#eat('cue')) return
    const length = afterCueLength(this.#texts(this.#peek()?.text ?? ''))
    this.#at += length
    if (length > 0)
      while (this.#peek()?.type === 'word' && /^[してくだいすのこと하세요십시오]+$/.test(this.#peek()?.text ?? ''))
        this.#at++
    else if (/^[をを를을]$/.test(this.#peek()?.text ?? '') && this.#tokens[this.#at + 1]?.type === 'cue') this.#at += 2
  }

  #texts(first: string): string[] {
    return [first, ...this.#tokens.slice(this.#at + 1, this.#at + 4).map(({ text }) => text)]
  }

  #eatFullStops(): void {
    while (/^[.。।]$/.test(this.#peek()?.text ?? '')) this.#at++
  }
  #is(role: CitationRole): boolean {
    const token = this.#peek()
    return token?.type === 'word' && hasRole(token.text, role)
  }
  #peek(): Token | undefined {
    return this.#tokens[this.#at]
  }
  #next(): Token | undefined {
    return this.#tokens[this.#at++]
  }
  #eat(type: Token['type']): Token | undefined {
    return this.#peek()?.type === type ? this.#next() : undefined
  }
}

const fold2 = (a = '', b = ''): string => `${a} ${b}`.toLowerCase()
