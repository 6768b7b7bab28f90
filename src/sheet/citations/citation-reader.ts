/** Reads the tokens of a citation by the grammar that `sheet/citations.md` writes down. */

import { LetterPattern } from '../../text/latin.js'
import type { CitationTarget } from '../model.js'
import { BookReader } from './citation-books.js'
import { type CitationTail, type FoundCitation, trimQuotes } from './citation-found.js'
import type { CitationToken as Token } from './citation-token.js'
import { afterCueLength, hasRole, isTaskCue } from './citation-words.js'

/** "The", in quotes or not; scripts without capitals pass. */
const opensTitle = new LetterPattern(String.raw`^["“„«'‘]?[\p{Lu}\p{Lo}]`)

const maxNote = 300

/** Recursive descent over the tokens, from the cue to the last note. */
export class CitationReader extends BookReader {
  /** True behind a cue that tells where to look and is no task. */
  #leads = false

  /** `bare`: "(Sec. 4.2)" is a citation too, of a file that is known from elsewhere. */
  tail(bare = false): CitationTail | null {
    const start = this.tokens[this.from]?.start ?? 0
    const before = this.brackets('open')
    // "Why? — a.md §1"
    if (before === 0 && this.tokens[this.at + 1]?.type === 'file') this.eat('dash')
    const cue = this.cue()
    // "See (a.md §1)."
    const brackets = before + (cue ? this.brackets('open') : 0)
    const first = this.at
    const citations = this.works(cue?.text ?? null, bare && before > 0, brackets > 0)
    if (citations.length === 0) return null
    const last = this.tokens[this.at - 1]
    this.afterCue()
    this.eatFullStops()
    if (brackets > 0 && this.brackets('close') !== brackets) return null
    const bracket = brackets > 0
    let endMark = ''
    while (this.peek()?.type === 'stop') endMark += this.next()?.text ?? ''
    // A mark that the author forgot behind the citation.
    if (endMark === '') this.eat('comma')
    if (this.peek() || (!bracket && /[?？؟]/.test(endMark))) return null
    const citedAs = this.raw.slice(this.tokens[first]?.start ?? 0, last?.end ?? 0).replace(/\s+/g, ' ')
    return { start, endMark: before > 0 ? endMark : '', citations, citedAs }
  }

  private works(cue: string | null, bare: boolean, bracketed: boolean): FoundCitation[] {
    const cued = cue !== null
    this.#leads = cued && !isTaskCue(cue)
    const found: FoundCitation[] = []
    for (;;) {
      const mark = this.at
      const last = found.at(-1)
      const joined = last === undefined || this.join() || this.stopBeforeCue() || this.stopBeforeSign()
      if (joined && last) this.cue()
      const shared = bare || last !== undefined
      const work = joined
        ? (this.work(cued, shared) ?? (cued || bracketed ? this.bookWork(cued && !this.#leads) : null))
        : null
      if (!work) {
        this.at = mark
        return found
      }
      if (last && (last.file !== '' || last.book !== undefined) && work.file === '' && work.book === undefined)
        found.splice(-1, 1, joinedTo(last, work))
      else found.push(work)
    }
  }

  /** `shared`: its file may stand elsewhere, such as before it: "See a.md §1, and see also §2." */
  private work(cued: boolean, shared: boolean): FoundCitation | null {
    const mark = this.at
    const loose = this.peek()?.loose === true && !this.#leads
    const file = loose ? undefined : (this.eat('file') ?? (cued ? this.spacedFile() : undefined))
    if (file) {
      const afterFile = this.at
      const next = this.tokens[this.at + 1]?.type
      if (['comma', 'colon'].includes(this.peek()?.type ?? '') || this.is('of')) this.at++
      else if (!this.stopBeforeSign() && next === 'sign') this.eat('dash')
      const targets = this.placesInBracket() ?? this.placesOf(file, cued)
      if (targets.length === 0) this.at = afterFile
      return this.found(mark, file, targets)
    }
    const targets = this.placesOf(null, false)
    if (targets.length === 0) return this.figureOf()
    const beforeOf = this.at
    if (this.is('of') || /^im$/i.test(this.peek()?.text ?? '')) this.at++
    const later = this.eat('file')
    if (later) return this.found(mark, later, [...targets, ...this.placesAfterComma()])
    const book = this.at > beforeOf && targets.some(({ kind }) => kind === 'pages') ? this.bookAfterPages() : null
    if (book !== null && (cued || shared)) return { ...this.found(mark, null, targets), book }
    this.at = beforeOf
    const quoted = targets.length === 1 && this.tokens[mark]?.type === 'word' && targets[0]?.kind === 'named'
    if ((cued || shared) && !quoted) return this.found(mark, null, targets)
    this.at = mark
    return null
  }

  /** "See Campbell, Biology, pp. 88–91." */
  private bookWork(isTask: boolean): FoundCitation | null {
    const mark = this.at
    const named = this.bookWithPages() ?? (isTask ? null : this.numberedWork())
    return named && { ...this.found(mark, null, named.targets), book: named.book }
  }

  /** "See Fig. 2 of a.md §1": the file, and what to look at in it. */
  private figureOf(): FoundCitation | null {
    const mark = this.at
    const [what, number] = [this.peek(), this.tokens[mark + 1]]
    if (what && number?.type === 'number' && this.is('qualifier')) {
      this.at += 2
      if (this.is('of')) this.at++
      const file = this.eat('file')
      const found = file && this.found(mark, file, this.placesOf(file, true))
      if (found && found.note === undefined) return { ...found, note: this.raw.slice(what.start, number.end) }
    }
    this.at = mark
    return null
  }

  /** "See Lecture Notes.md §1": a name with spaces, out of quotes, when each word but the last looks like part of a name. */
  private spacedFile(): Token | undefined {
    const from = this.at
    const first = this.peek()
    while (
      this.at < from + 4 &&
      this.peek()?.type === 'word' &&
      /^\p{Lu}[\p{L}\p{M}\d_'’]*$/u.test(this.peek()?.text ?? '')
    )
      this.at++
    const last = this.at > from && this.peek()?.type === 'file' ? this.next() : undefined
    if (first && last && !/^https?:/i.test(last.text)) {
      const text = this.raw.slice(first.start, last.end)
      const file = this.raw.slice(first.start, last.start) + (last.file ?? last.text)
      return { ...last, text, file, start: first.start }
    }
    this.at = from
    return undefined
  }

  private found(from: number, file: Token | null, targets: CitationTarget[]): FoundCitation {
    const note = this.note(file !== null && targets.at(-1)?.kind === 'section')
    const anchor = file?.anchor
    return {
      file: file ? (file.file ?? file.text) : '',
      targets: targets.length === 0 && anchor ? [{ kind: 'named', name: anchor, anchor: true }] : targets,
      ...(note === null ? {} : { note }),
      ...(anchor && targets.length > 0 ? { anchor } : {}),
      start: this.tokens[from]?.start ?? 0,
      end: this.tokens[this.at - 1]?.end ?? 0,
    }
  }

  /** `(second paragraph)`, `, especially the table`, `for details`, and the title after a number. */
  private note(mayBeTitle: boolean): string | null {
    const mark = this.at
    if (this.eat('open')) {
      const note = this.words(() => false)
      if (note !== null && this.eat('close')) return note
      this.at = mark
      return null
    }
    const parted = this.eat('comma') ?? this.eat('dash') ?? this.eat('colon')
    const moment = this.moment()
    if (moment !== null) return moment
    if (this.is('and') && hasRole(this.tokens[this.at + 1]?.text ?? '', 'qualifier')) this.next()
    const particular =
      /^in$/i.test(this.peek()?.text ?? '') && /^particular$/i.test(this.tokens[this.at + 1]?.text ?? '')
    const first = this.peek()
    const titled = mayBeTitle && first?.type === 'word' && opensTitle.test(first.text)
    const isCue = first?.type === 'word' && afterCueLength(this.texts(first.text)) > 0
    const begins = particular || this.is('qualifier') || (titled && parted?.type !== 'comma')
    const note = begins && !isCue ? this.words(() => this.nameEnds()) : null
    if (note === null) this.at = mark
    return note
  }

  /** "at 12:30", in a recording. */
  private moment(): string | null {
    const [at, hour, colon, minute] = this.tokens.slice(this.at, this.at + 4)
    if (!/^(?:at|ab|à)$/i.test(at?.text ?? '') || hour?.type !== 'number' || colon?.type !== 'colon') return null
    if (!at || minute?.type !== 'number') return null
    this.at += 4
    return this.raw.slice(at.start, minute.end)
  }

  /** Words up to a bracket, a file, a sign or `ends`; null without any. */
  private words(ends: () => boolean): string | null {
    const from = this.at
    for (let token = this.peek(); token; token = this.peek()) {
      if (['open', 'close', 'file', 'sign', 'break'].includes(token.type) || ends()) break
      this.at++
    }
    const first = this.tokens[from]
    const last = this.tokens[this.at - 1]
    if (!first || !last || this.at === from || last.end - first.start > maxNote) return null
    return trimQuotes(this.raw.slice(first.start, last.end).replace(/\s+/g, ' '))
  }
}

/** Places without a file belong to the file before them: "See a.md §1. Also §2." */
function joinedTo(last: FoundCitation, { targets, note, end }: FoundCitation): FoundCitation {
  const notes = [last.note, note].filter((each) => each !== undefined)
  return {
    ...last,
    targets: [...last.targets, ...targets],
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    end,
  }
}
