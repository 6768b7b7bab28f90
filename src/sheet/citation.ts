/**
 * The grammar of citations: where a question says to look.
 *
 * ```ebnf
 * tail    = [ "(" | "[" ], [ cue, [ ":" ] ], works, [ "." ], [ ")" | "]" ], [ "." ] ;
 * cue     = "See" | "See also" | "Cf." | "Refer to" | "Check" | "Review" | "Read" | "Source" | "Sources" | "Ref." | "Reference" | "References" ;
 * works   = work, { ( join, [ cue ] | ".", cue ), work } ;
 * work    = file, [ "," ], [ places ] | places, [ "of" | "in" ], file ;
 * places  = place, { join, place } ;
 * place   = sign, ( range | number | name ) | range | number          (* the last two only after a numbered place *) ;
 * range   = number, dash, [ sign ], number ;
 * number  = digits, { ".", digits }, [ letter ] | capital, ".", digits, { ".", digits } ;
 * name    = words up to a join that a sign or a file follows, or up to the end ;
 * sign    = "§" | "§§" | "Sec." | "Section" | "Sections" | "Ch." | "Chapter" ;
 * join    = "," | ";" | "and" | "&" | ", and" ;
 * dash    = "-" | "–" | "—" | "to" ;
 * file    = a path with a known ending, plain, as code, or as a relative link ;
 * ```
 *
 * `02_explainer.md §4.10 and §5.8` · `02_explainer.md §4.3 and 03_study_material.md §4` · `(cf. §§2.1, 2.3 of notes.md)`
 * · `02_explainer.md §What Comes Next` · `[the explainer](02_explainer.md)`
 */
import type { Run } from '../text/rich.js'
import { type CitationToken as Token, tokenize } from './citation-tokens.js'
import type { Citation, CitationTarget } from './model.js'
import { rawText } from './runs.js'

/** A citation with the offsets it has in the runs' raw text. */
export interface FoundCitation {
  file: string
  targets: CitationTarget[]
  start: number
  end: number
}

/** The citation at the end of a line of runs. */
export interface CitationTail {
  /** Where the tail begins, cue word and bracket included; the prompt is what stands before it. */
  start: number
  /** End mark after a bracket, which belongs to the prompt: `Why (see a.md)?` → "?". */
  endMark: string
  citations: FoundCitation[]
  citedAs: string
}

/** A tail is looked for in so many last characters; no honest citation is longer. */
const reach = 2000

/**
 * Finds the citation tail of runs: the last sentence or bracket, when all of it is a citation.
 * `Why? See a.md §1.` → start 5, one citation, cited as "a.md §1". Null when the words end otherwise.
 */
export function findCitationTail(runs: readonly Run[]): CitationTail | null {
  const raw = rawText(runs)
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  for (const [index, token] of tokens.entries()) {
    if (!isBoundary(tokens[index - 1], token, raw)) continue
    const tail = new Reader(tokens, index).tail(raw)
    if (tail) return tail
  }
  return null
}

/** True when the words look like a citation with a cue that could not be read to the end: worth a message. */
export function looksLikeCitation(runs: readonly Run[]): boolean {
  const raw = rawText(runs)
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  return tokens.some((token, i) => {
    if (i === 0 || token.type !== 'cue' || !isBoundary(tokens[i - 1], token, raw)) return false
    const next = tokens[i + 1]
    return next?.type === 'file' || next?.type === 'sign'
  })
}

/** A citation may begin at the start of a sentence, in a bracket, or with its cue after a dash, comma, colon or braces. */
function isBoundary(before: Token | undefined, token: Token, raw: string): boolean {
  if (!before) return token.start === 0 || /^\s*$/.test(raw.slice(0, token.start))
  if (token.type === 'open') return true
  if (before.type === 'stop' || before.type === 'break' || before.type === 'close') return true
  const mark = before.type === 'dash' || before.type === 'comma' || before.type === 'colon'
  return token.type === 'cue' && (mark || before.text.endsWith('}'))
}

/** Recursive descent over the tokens; every method either eats what it names or eats nothing. */
class Reader {
  readonly #tokens: readonly Token[]
  readonly #from: number
  #at: number

  constructor(tokens: readonly Token[], from: number) {
    this.#tokens = tokens
    this.#from = from
    this.#at = from
  }

  tail(raw: string): CitationTail | null {
    const start = this.#tokens[this.#from]?.start ?? 0
    const bracket = this.#eat('open')
    const cue = this.#cue()
    const first = this.#at
    const citations = this.#works(cue !== undefined)
    if (citations.length === 0) return null
    const last = this.#tokens[this.#at - 1]
    this.#eatFullStops()
    if (bracket && !this.#eat('close')) return null
    let endMark = ''
    while (this.#peek()?.type === 'stop') endMark += this.#next()?.text ?? ''
    if (this.#peek() || (!bracket && /[?!]/.test(endMark))) return null
    const citedAs = raw.slice(this.#tokens[first]?.start ?? 0, last?.end ?? 0).replace(/\s+/g, ' ')
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
      if (this.#peek()?.type === 'comma') this.#at++
      const targets = this.#places()
      if (targets.length === 0) this.#at = afterFile
      return this.#found(mark, file.file ?? file.text, targets.length > 0 ? targets : anchorTarget(file))
    }
    const targets = this.#places()
    if (targets.length === 0) return null
    const beforeOf = this.#at
    if (this.#peek()?.text === 'of' || this.#peek()?.text === 'in') this.#at++
    const later = this.#eat('file')
    if (later) return this.#found(mark, later.file ?? later.text, targets)
    this.#at = beforeOf
    if (mayLackFile) return this.#found(mark, '', targets)
    this.#at = mark
    return null
  }

  #found(from: number, file: string, targets: CitationTarget[]): FoundCitation {
    return { file, targets, start: this.#tokens[from]?.start ?? 0, end: this.#tokens[this.#at - 1]?.end ?? 0 }
  }

  #places(): CitationTarget[] {
    const targets: CitationTarget[] = []
    for (;;) {
      const mark = this.#at
      const joined = targets.length === 0 || this.#join()
      const bare = targets.length > 0 && targets.at(-1)?.kind !== 'named'
      const target = joined ? this.#place(bare) : null
      if (!target) {
        this.#at = mark
        return targets
      }
      targets.push(target)
    }
  }

  #place(mayLackSign: boolean): CitationTarget | null {
    const mark = this.#at
    let signed = false
    while (this.#eat('sign')) signed = true
    if (!signed && !mayLackSign) return null
    const from = this.#eat('number')
    if (from) {
      const beforeDash = this.#at
      const dash = this.#eat('dash') ?? (this.#peek()?.text === 'to' ? this.#next() : undefined)
      if (dash) while (this.#eat('sign'));
      const to = dash && this.#eat('number')
      if (to) return { kind: 'range', from: from.text, to: to.text }
      this.#at = beforeDash
      return { kind: 'section', number: from.text }
    }
    const name = signed ? this.#name() : null
    if (!name) this.#at = mark
    return name
  }

  /** Words up to a join that a sign or a file follows, a bracket, or a stop that ends the tail. */
  #name(): CitationTarget | null {
    const from = this.#at
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.type === 'close' || token.type === 'open' || token.type === 'sign' || token.type === 'file') break
      if (token.type === 'break' || this.#nameEnds()) break
      this.#at++
    }
    const words = this.#tokens.slice(from, this.#at)
    const name = nameOf(words)
    return name === '' ? null : { kind: 'named', name }
  }

  #nameEnds(): boolean {
    const token = this.#peek()
    const mark = this.#at
    if (this.#join()) {
      const next = this.#peek()?.type
      this.#at = mark
      if (next === 'sign' || next === 'file' || next === 'cue') return true
    }
    if (token?.type !== 'stop') return false
    const next = this.#tokens[mark + 1]
    const ends = next === undefined || next.type === 'close' || next.type === 'stop' || next.type === 'cue'
    return token.text === '.' ? ends || next.start > token.end : !ends
  }

  #stopBeforeCue(): boolean {
    const next = this.#tokens[this.#at + 1]
    if (this.#peek()?.text !== '.' || next?.type !== 'cue') return false
    this.#at++
    return true
  }

  #join(): boolean {
    const comma = this.#eat('comma')
    const and = this.#eat('and')
    return comma !== undefined || and !== undefined
  }

  #cue(): Token | undefined {
    const cue = this.#eat('cue')
    if (!cue) return undefined
    if (cue.text.toLowerCase() === 'refer' && this.#peek()?.text === 'to') this.#at++
    while (this.#eat('cue'));
    this.#eat('colon')
    return cue
  }

  #eatFullStops(): void {
    while (this.#peek()?.text === '.') this.#at++
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

function anchorTarget(file: Token): CitationTarget[] {
  return file.anchor ? [{ kind: 'named', name: file.anchor }] : []
}

/** The words of a name with the spaces they had, quotes taken off. */
function nameOf(words: readonly Token[]): string {
  let name = ''
  words.forEach((word, i) => {
    const before = words[i - 1]
    name += before && word.start > before.end ? ` ${word.text}` : word.text
  })
  return name.replace(/^["“”'‘’]+|["“”'‘’]+$/g, '').trim()
}

/** A citation for print: `02_explainer.md §1.1–§1.8`, `02_explainer.md §4.10 and §5.8`, `notes.md`. */
export function formatCitation(citation: Pick<Citation, 'file' | 'targets'>): string {
  const places = citation.targets.map(formatTarget)
  const last = places.pop()
  if (last === undefined) return citation.file
  const words = places.length > 0 ? `${places.join(', ')} and ${last}` : last
  return citation.file === '' ? words : `${citation.file} ${words}`
}

/** One target for print: "§1.1–§1.8", "§ELI5". */
export function formatTarget(target: CitationTarget): string {
  switch (target.kind) {
    case 'section':
      return `§${target.number}`
    case 'range':
      return `§${target.from}–§${target.to}`
    case 'named':
      return `§${target.name}`
  }
}

/** Orders section numbers part by part as numbers: "2.9" < "2.10" < "2.10.1" < "3"; 0 when they mean the same ("04" and "4"). */
export function compareSectionNumbers(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = comparePart(left[i], right[i])
    if (order !== 0) return order
  }
  return 0
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  const byNumber = (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0)
  if (byNumber !== 0) return Math.sign(byNumber)
  const left = a.replace(/^\d+/, '').toLowerCase()
  const right = b.replace(/^\d+/, '').toLowerCase()
  return left < right ? -1 : left > right ? 1 : 0
}
