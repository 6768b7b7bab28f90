/** The places of a citation: "§1.1–§1.8", "Chapter 3", "pp. 12–15", "§What Comes Next". */

import type { CitationTarget } from '../model.js'
import { CitationCursor } from './citation-cursor.js'
import { nameOf, trimQuotes } from './citation-found.js'
import type { CitationToken as Token } from './citation-token.js'
import { afterCueLength, hasRole } from './citation-words.js'

/** What a number counts; a number without a word of its own counts what the one before it did. */
type Unit = 'section' | 'chapter' | 'page'

const roman = /^[ivxlc]{1,8}$/
/** "Ver el capítulo 3", "See the section 1.2": articles that may stand before the word for a place. */
const article = /^(?:the|der|die|das|den|dem|el|la|los|las|le|les|il|lo|i|gli|o|os|as|het|de)$/i
const hasUnit = (token: Token | undefined): boolean =>
  token !== undefined && (['section', 'chapter', 'page'] as const).some((role) => hasRole(token.text, role))

/** Recursive descent over the places of one file. */
export class PlaceReader extends CitationCursor {
  /** The places of a file. After a cue, "a.md 1.3", "a.md #3" and "book.pdf 12–14" need no sign; titles in quotes never do. */
  protected placesOf(file: Token | null, cued: boolean): CitationTarget[] {
    const quoted = this.quotedNames()
    if (quoted.length > 0 || file === null || !cued) return quoted.length > 0 ? quoted : this.places()
    const mark = this.at
    const down = /^[>›→]$/.test(this.peek()?.text ?? '') ? this.next() : undefined
    const titled = down && this.peek()?.type === 'word' ? this.name(false) : null
    if (titled) return [titled]
    const signed = /^(?:#|¶|no\.?|nr\.?|at)$/i.test(this.peek()?.text ?? '')
    if (signed) this.at++
    // "video.mp4 at 12:30" is a time.
    if (signed && this.tokens[this.at + 1]?.type === 'colon' && this.tokens[this.at + 2]?.type === 'number') {
      this.at = mark
      return []
    }
    const bare = this.peek()?.type === 'number'
    const paged = /\.(?:pdf|epub|docx|pptx)$/i.test(file.file ?? file.text) && !this.peek()?.text.includes('.')
    const places = this.places(bare ? (paged ? 'page' : 'section') : null)
    if (places.length > 0 && (bare || !signed)) return places
    this.at = mark
    return []
  }

  /** `"Silent degradation" and "Drift"`. */
  protected quotedNames(): CitationTarget[] {
    const names: CitationTarget[] = []
    for (;;) {
      const mark = this.at
      const name = names.length === 0 || this.join() ? this.quotedName() : null
      if (name === null) {
        this.at = mark
        return names
      }
      names.push({ kind: 'named', name })
    }
  }

  protected quotedName(): string | null {
    const from = this.at
    const first = this.peek()
    if (first?.type !== 'word' || !/^["“„«「『]/u.test(first.text)) return null
    for (let token = this.peek(); token && this.at < from + 16; token = this.peek()) {
      if (['sign', 'file', 'break'].includes(token.type)) break
      this.at++
      const next = this.peek()
      const closes = token.text.length > (token === first ? 1 : 0) && /["”“»」』]$/u.test(token.text)
      if (!closes) continue
      const name = trimQuotes(this.raw.slice(first.start, token.end).replace(/\s+/g, ' '))
      if (name !== '' && name.length <= 120 && next?.type !== 'number') return name
      break
    }
    this.at = from
    return null
  }

  protected places(implied: Unit | null = null): CitationTarget[] {
    const targets: CitationTarget[] = []
    let unit = implied
    for (;;) {
      const mark = this.at
      const joined = targets.length === 0 || this.join()
      const found: { target: CitationTarget; unit: Unit | null } | null = joined ? this.place(unit) : null
      if (!found) {
        this.at = mark
        return targets
      }
      targets.push(found.target)
      unit = found.unit
      const inner =
        found.unit === 'chapter' && found.target.kind === 'section' ? this.sectionOf(found.target.number) : null
      if (inner) targets.splice(-1, 1, inner)
    }
  }

  /** "第3章第2節": section 2 of chapter 3 is §3.2. */
  protected sectionOf(chapter: string): CitationTarget | null {
    const mark = this.at
    const inner = this.ordinal() ? this.numbered(null) : null
    if (inner?.target.kind === 'section' && inner.unit === 'section')
      return { ...inner.target, number: `${chapter}.${inner.target.number}` }
    this.at = mark
    return null
  }

  /** "a.md (§1.3)" */
  protected placesInBracket(): CitationTarget[] | null {
    const mark = this.at
    const targets = this.eat('open') ? this.places() : []
    if (targets.length > 0 && this.eat('close')) return targets
    this.at = mark
    return null
  }

  /** "Chapter 3 of a.pdf, pp. 12–15" */
  protected placesAfterComma(): CitationTarget[] {
    const mark = this.at
    const targets = this.eat('comma') ? this.places() : []
    // "§1 of a.md, §2 of b.md": these places are another file's.
    if (targets.length > 0 && !this.is('of') && this.peek()?.type !== 'file') return targets
    this.at = mark
    return []
  }

  protected place(inherited: Unit | null): { target: CitationTarget; unit: Unit | null } | null {
    const mark = this.at
    if (article.test(this.peek()?.text ?? '') && hasUnit(this.tokens[this.at + 1])) this.at++
    const start = this.at
    const own = this.unit()
    const numbered = this.numbered(own ?? inherited)
    if (numbered) return numbered
    const named = own === 'section' ? this.title(this.tokens[start]?.type === 'sign') : this.namedChapter()
    if (!named) this.at = mark
    return named && { target: named, unit: null }
  }

  /** A title after "§": in quotes, else words. */
  protected title(signed: boolean): CitationTarget | null {
    const mark = this.at
    const quoted = this.quotedName()
    if (quoted !== null && (this.peek()?.type !== 'word' || this.is('of') || this.is('and') || this.is('qualifier')))
      return { kind: 'named', name: quoted }
    this.at = mark
    return this.name(signed)
  }

  /** "Chapter IV", "Chapter Four": a number in words, which only the title of a section can have. */
  protected namedChapter(): CitationTarget | null {
    const mark = this.at
    const word = this.peek()
    const next = this.tokens[this.at + 1]
    if (!word || next?.type !== 'word' || !this.is('chapter')) return null
    if (/^["“„«「『]/u.test(next.text)) this.at++
    else if (!/^\p{Lu}/u.test(next.text)) return null
    const named = this.title(false)
    if (!named) this.at = mark
    return named
  }

  /** "§", "§§", "Section", "pp."; words of this kind count before a number only, "§" before a name too. */
  protected unit(): Unit | null {
    let unit: Unit | null = null
    for (;;) {
      const next = this.tokens[this.at + 1]
      const word = this.unitWord()
      const counts = this.isUnitOf(next)
      if (this.peek()?.type === 'sign') unit = 'section'
      else if (word && (counts || (unit === null && word === 'section' && /^["“„«'‘]?\p{Lu}/u.test(next?.text ?? ''))))
        unit = word
      else return unit
      this.at++
    }
  }

  /** Does a word for places stand here, and a number after it? */
  protected isUnitOf(next: Token | undefined): boolean {
    const word = this.unitWord()
    return word !== null && (next?.type === 'number' || (word === 'page' && roman.test(next?.text ?? '')))
  }

  protected unitWord(): Unit | null {
    // "p 12": a letter is a word for pages only without its stop, and only before a number.
    if (/^pp?$/i.test(this.peek()?.text ?? '') && this.tokens[this.at + 1]?.type === 'number') return 'page'
    return (['section', 'chapter', 'page'] as const).find((role) => this.is(role)) ?? null
  }

  /** "1.3", "1.1–§1.8", "4.2 ff.", "第3章", "12ページ"; the unit may stand after the number in scripts without spaces. */
  protected numbered(before: Unit | null): { target: CitationTarget; unit: Unit } | null {
    const mark = this.at
    const ordinal = this.ordinal()
    const from = this.number(before)
    let unit = before
    const suffix = () => {
      const word = this.unitWord()
      if (!word || !/^[^\p{sc=Latin}]/u.test(this.peek()?.text ?? '') || this.tokens[this.at + 1]?.type === 'number')
        return
      unit = word
      this.at++
    }
    if (from) suffix()
    if (!from || (unit === null && !ordinal && !this.rangeHasUnit())) {
      this.at = mark
      return null
    }
    const to = this.rangeEnd(unit)
    if (to) suffix()
    const counted: Unit = unit ?? 'section'
    const onwards = !to && this.onwards() ? { onwards: true as const } : {}
    if (counted === 'page')
      return { target: { kind: 'pages', from: from.text, to: to?.text ?? null, ...onwards }, unit: counted }
    const chapter = counted === 'chapter' ? { chapter: true as const } : {}
    const target: CitationTarget = to
      ? { kind: 'range', from: from.text, to: to.text, ...chapter }
      : { kind: 'section', number: from.text, ...chapter, ...onwards }
    return { target, unit: counted }
  }

  /** "12-15ページ": the word for both ends stands after the second. */
  protected rangeHasUnit(): boolean {
    const mark = this.at
    const to = this.rangeEnd(null)
    const has = to !== undefined && this.unitWord() !== null && /^[^\p{sc=Latin}]/u.test(this.peek()?.text ?? '')
    this.at = mark
    return has
  }

  protected rangeEnd(unit: Unit | null): Token | undefined {
    const mark = this.at
    const from = this.tokens[mark - 1]
    const dash = this.eat('dash') ?? (this.is('to') ? this.next() : this.ellipsis())
    if (dash) {
      this.unit()
      this.ordinal()
      const to = this.number(unit) ?? this.letterAfter(from)
      if (to) return to
    }
    this.at = mark
    return undefined
  }

  protected ellipsis(): Token | undefined {
    return this.peek()?.text === '…' ? this.next() : undefined
  }

  /** "1.3a–c" is "1.3a–1.3c". */
  protected letterAfter(from: Token | undefined): Token | undefined {
    const letter = this.peek()
    if (letter?.type !== 'word' || !/^[a-z]$/.test(letter.text) || !/\d[a-z]$/.test(from?.text ?? '')) return undefined
    this.at++
    return { ...letter, type: 'number', text: from?.text.slice(0, -1) + letter.text }
  }

  protected ordinal(): boolean {
    const found = /^[第제]$/.test(this.peek()?.text ?? '')
    if (found) this.at++
    return found
  }

  protected number(unit: Unit | null): Token | undefined {
    const token = this.peek()
    return token?.type === 'number' || (unit === 'page' && token && roman.test(token.text)) ? this.next() : undefined
  }

  /** "ff.", "et seq.", "and following", "и далее". */
  protected onwards(): boolean {
    const next = fold2(this.peek()?.text, this.tokens[this.at + 1]?.text)
    if (
      /^(?:(?:et (?:seqq?|sqq?|suiv|suivante?s?|s)|y ss|e segg?|i nast|e ss)\.?|and following|and onwards?|und folgende|i dalej|и далее|en verder|en volgende|y siguientes|e seguenti|e seguintes)$/.test(
        next,
      )
    ) {
      this.at += 2
      return true
    }
    if (!this.is('onwards')) return false
    this.at++
    return true
  }

  /** Words up to a join that a sign or a file follows, a bracket, or a stop that ends the tail. */
  protected name(signed: boolean): CitationTarget | null {
    const from = this.at
    for (let token = this.peek(); token; token = this.peek()) {
      if (['close', 'open', 'sign', 'break'].includes(token.type) || this.nameEnds()) break
      // "§Node.js"
      if (token.type === 'file' && token.loose !== true) break
      if (this.at > from && afterCueLength(this.texts(token.text)) > 0) break
      this.at++
    }
    const name = nameOf(this.tokens.slice(from, this.at))
    if (name === '' || (!signed && name.length > 80)) return null
    return { kind: 'named', name }
  }

  protected nameEnds(): boolean {
    const token = this.peek()
    const mark = this.at
    const comma = token?.type === 'comma'
    if (this.join()) {
      const next = this.peek()?.type
      const place = this.isUnitOf(this.tokens[this.at + 1])
      const qualified = comma && this.is('qualifier')
      this.at = mark
      if (next === 'sign' || next === 'file' || next === 'cue' || place || qualified) return true
    }
    if (token?.type !== 'stop') return false
    const next = this.tokens[mark + 1]
    const ends = next === undefined || next.type === 'close' || next.type === 'stop' || next.type === 'cue'
    return token.text === '.' || token.text === '。' ? ends || next.start > token.end : !ends
  }
}

const fold2 = (a = '', b = ''): string => `${a} ${b}`.toLowerCase()
