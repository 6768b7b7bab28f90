/** A place in the tokens of a citation, and the small words of the grammar that stand between its parts. */

import { LetterPattern } from '../../text/latin.js'
import type { CitationRole } from './citation-table.js'
import type { CitationToken as Token } from './citation-token.js'
import { afterCueLength, beginsAfterCue, hasRole } from './citation-words.js'

const capitalized = new LetterPattern(String.raw`^\p{Lu}\p{Ll}`)

/** Every method either eats what it names or eats nothing. */
export class CitationCursor {
  protected readonly tokens: readonly Token[]
  protected readonly raw: string
  protected readonly from: number
  protected at: number

  constructor(tokens: readonly Token[], from: number, raw: string) {
    this.tokens = tokens
    this.raw = raw
    this.from = from
    this.at = from
  }

  protected brackets(side: 'open' | 'close'): number {
    const from = this.at
    while (this.at < from + 3 && this.eat(side));
    return this.at - from
  }

  protected stopBeforeCue(): boolean {
    const next = this.tokens[this.at + 1]
    if (!/^[.。]$/.test(this.peek()?.text ?? '') || next?.type !== 'cue') return false
    this.at++
    return true
  }

  /** "§1. §2": the author's stop instead of a comma. */
  protected stopBeforeSign(): boolean {
    if (this.peek()?.text !== '.' || this.tokens[this.at + 1]?.type !== 'sign') return false
    this.at++
    return true
  }

  /** ",", ";", "and", ", and then", "as well as". */
  protected join(): boolean {
    const from = this.at
    this.eat('comma')
    const first = this.peek()?.text ?? ''
    if (/^as\b/i.test(first) && /^as well as$/i.test(this.texts(first).slice(0, 3).join(' '))) this.at += 3
    for (let more = 0; more < 2 && this.isAnd(); more++) this.at++
    const joined = this.at > from
    // Hebrew: "ו-§2".
    if (joined && this.tokens[this.at + 1]?.type === 'sign') this.eat('dash')
    return joined
  }

  /** "ve" is "and" in Turkish and "see" in Spanish: before a place or file it joins. */
  protected isAnd(): boolean {
    const token = this.peek()
    // "§Now and Then, §2": a capital makes it a word of a name.
    if (token?.type === 'and' || (this.is('and') && !capitalized.test(token?.text ?? ''))) return true
    const next = this.tokens[this.at + 1]?.type
    return token?.type === 'cue' && hasRole(token.text, 'and') && (next === 'sign' || next === 'file')
  }

  protected cue(): Token | undefined {
    const cue = this.eat('cue') ?? this.germanSee()
    if (!cue) return undefined
    while (this.eat('cue'));
    this.eat('colon')
    return cue
  }

  /** "S. a.md" is "see", where "S. 12" is a page. */
  protected germanSee(): Token | undefined {
    return /^s\.$/i.test(this.peek()?.text ?? '') && this.tokens[this.at + 1]?.type === 'file' ? this.next() : undefined
  }

  /** "を参照" after the works. A word that can stand on both sides was already taken for a cue. */
  protected afterCue(): void {
    if (this.eat('cue')) return
    const first = this.peek()?.text ?? ''
    const length = beginsAfterCue(first) ? afterCueLength(this.texts(first)) : 0
    this.at += length
    if (length > 0)
      while (this.peek()?.type === 'word' && /^[してくだいすのこと하세요십시오]+$/.test(this.peek()?.text ?? ''))
        this.at++
    else if (/^[をを를을]$/.test(this.peek()?.text ?? '') && this.tokens[this.at + 1]?.type === 'cue') this.at += 2
  }

  protected texts(first: string): string[] {
    return [first, ...this.tokens.slice(this.at + 1, this.at + 4).map(({ text }) => text)]
  }

  protected eatFullStops(): void {
    while (/^[.。।]$/.test(this.peek()?.text ?? '')) this.at++
  }

  protected is(role: CitationRole): boolean {
    const token = this.peek()
    return token?.type === 'word' && hasRole(token.text, role)
  }

  protected peek(): Token | undefined {
    return this.tokens[this.at]
  }

  protected next(): Token | undefined {
    return this.tokens[this.at++]
  }

  protected eat(type: Token['type']): Token | undefined {
    return this.peek()?.type === type ? this.next() : undefined
  }
}
