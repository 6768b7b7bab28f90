/** Sources that have a name and pages but no file: "Campbell, Biology, pp. 88–91", "page 12 of the textbook". */

import type { CitationTarget } from '../model.js'
import { fold, foldedWords } from '../words/fold.js'
import { trimQuotes } from './citation-found.js'
import { PlaceReader } from './citation-places.js'
import type { CitationToken as Token } from './citation-token.js'
import { hasRole } from './citation-words.js'

/** A source without a file, and where in it. */
export interface NamedBook {
  /** "Campbell, Biology" */
  book: string
  targets: CitationTarget[]
}

/** What people call a book without writing its title; in every language at once, as all words of citations. */
const isBookWord = foldedWords(() =>
  (
    'textbook, coursebook, book, workbook, handbook, manual, reader, anthology, booklet, atlas, dictionary, encyclopedia, handout, script, lehrbuch, schulbuch, buch, kursbuch, arbeitsbuch, skript, arbeitsblatt, anthologie, wörterbuch, lexikon, ' +
    'manuel, livre, polycopié, libro, apuntes, antología, cuadernillo, diccionario, livro, apostila, dispensa, leerboek, handboek, boek, podręcznik, podręcznika, książka, kitap, kitabı, ' +
    'учебник, учебника, учебнике, книга, книги, βιβλίο, βιβλίου, الكتاب, كتاب, ספר, הספר, पुस्तक, पाठ्यपुस्तक, 教科書, 教科书, 课本, 교과서'
  ).split(', '),
)

/** What a course counts, and may be cited by its number: "Lecture 3, slide 12". */
const isCourseWord = foldedWords(() =>
  (
    'lecture, lectures, slide, slides, deck, video, videos, worksheet, session, seminar, tutorial, lab, module, unit, lesson, ' +
    'vorlesung, folie, folien, foliensatz, sitzung, übungsblatt, lektion, cours, diapo, diapos, diapositive, diapositives, séance, fiche, vidéo, ' +
    'clase, diapositiva, diapositivas, sesión, lección, lezione, lezioni, aula, college, hoorcollege, dia, wykład, slajd, ders, slayt, лекция, лекции, слайд, слайды'
  ).split(', '),
)
const isNotes = foldedWords(() =>
  'notes, recording, podcast, presentation, homework, notizen, mitschrift, unterlagen, cahier, cuaderno, quaderno, caderno, aantekeningen'.split(
    ', ',
  ),
)

/** Words that may stand before the name and are no part of it. */
const determiner =
  /^(?:the|your|our|my|der|die|das|den|dem|des|im|el|la|los|las|del|le|les|du|il|lo|i|gli|nel|o|os|as|do|da|het|de)$/i
/** Small words inside a name: "Kandel et al.", "History of Europe", "Ludwig van Beethoven". */
const inside = /^(?:et|al|ed|eds|vol|vols|van|von|der|de|du|des|la|le|del|di|the|of|for|to|hrsg|aufl)\.?$/i
/** A stop after these, and after the initial of a first name, does not end the sentence. */
const isShortened = (word: string): boolean => /^(?:\p{Lu}|al|eds?|vols?|hrsg|aufl)$/iu.test(word)
const maxTokens = 14

/** Reads a name by what cannot be other words: it begins with a capital or a quote, or is called a book. Everything else is left to the question. */
export class BookReader extends PlaceReader {
  /** "Campbell, Biology, pp. 88–91", "the textbook p. 12": nothing without pages, for "see the textbook" says nothing that is worth a key. */
  protected bookWithPages(): NamedBook | null {
    const mark = this.at
    if (determiner.test(this.peek()?.text ?? '') && this.peek()?.type === 'word') this.at++
    const from = this.at
    while (this.at < from + maxTokens) {
      const end = this.at
      const parted = end > from ? (this.eat('comma') ?? this.eat('colon')) : undefined
      const targets = end > from ? this.places() : []
      if (targets.some(({ kind }) => kind === 'pages')) {
        const book = this.#nameOf(from, end, parted !== undefined)
        if (book !== null) return { book, targets }
        break
      }
      this.at = end
      if (!this.#nameToken(from)) break
    }
    this.at = mark
    return null
  }

  /** After "page 12 of": "the textbook", "Campbell, Biology". */
  protected bookAfterPages(): string | null {
    const mark = this.at
    if (determiner.test(this.peek()?.text ?? '')) this.at++
    const from = this.at
    while (this.at < from + maxTokens && !['cue', 'file'].includes(this.tokens[this.at + 1]?.type ?? '')) {
      const token = this.peek()
      // The stop that ends the tail; a comma belongs to a name only before another word of it.
      if (token?.type === 'stop' && !this.#stopInside()) break
      if (!this.#nameToken(from)) break
    }
    while (this.at > from && this.tokens[this.at - 1]?.type === 'comma') this.at--
    const book = this.#nameOf(from, this.at, false)
    if (book === null) this.at = mark
    return book
  }

  /** "Lecture 3, slide 12", "slides 12–14 of Lecture 3", "Video 2 at 3:15": things of a course that are counted. */
  protected numberedWork(): NamedBook | null {
    const mark = this.at
    if (determiner.test(this.peek()?.text ?? '') && this.peek()?.type === 'word') this.at++
    const first = this.peek()
    let end = mark
    while (this.#courseNumber()) {
      end = this.at
      if (!this.join() && this.is('of')) this.at++
    }
    this.at = end
    const last = this.tokens[end - 1]
    if (end > mark && first && last) {
      this.#time()
      const until = this.tokens[this.at - 1]?.end ?? last.end
      return { book: this.raw.slice(first.start, until).replace(/\s+/g, ' '), targets: [] }
    }
    this.at = mark
    return null
  }

  #courseNumber(): boolean {
    const word = this.peek()
    if (word?.type !== 'word' || !isCounted(word) || this.tokens[this.at + 1]?.type !== 'number') return false
    this.at += 2
    if (this.peek()?.type === 'dash' && this.tokens[this.at + 1]?.type === 'number') this.at += 2
    return true
  }

  /** "at 3:15", "(3:15)". */
  #time(): void {
    const mark = this.at
    if (/^(?:at|ab|bei|à|min\.?)$/i.test(this.peek()?.text ?? '')) this.at++
    const open = this.eat('open')
    const timed = this.eat('number') && this.eat('colon') && this.eat('number')
    if (!timed || (open && !this.eat('close'))) this.at = mark
  }

  /** Eats one token of a name. A word in small letters counts only before a word for books: "the biology textbook". */
  #nameToken(from: number): boolean {
    const token = this.peek()
    if (!token) return false
    const next = this.tokens[this.at + 1]
    if (token.type === 'word') {
      const small = /^\p{Ll}/u.test(token.text)
      const allowed =
        !small || isBook(token) || (this.at > from && inside.test(token.text)) || this.#and() || isBook(next)
      if (!allowed) return false
    } else if (token.type === 'stop') {
      if (!this.#stopInside()) return false
    } else if (token.type === 'open') {
      // "Campbell (2017), p. 88"
      if (this.at === from || next?.type !== 'number' || this.tokens[this.at + 2]?.type !== 'close') return false
      this.at += 2
    } else if (!['comma', 'number', 'dash', 'and', 'colon'].includes(token.type) || this.at === from) return false
    this.at++
    return true
  }

  #and(): boolean {
    return this.is('and') && /^\p{Lu}/u.test(this.tokens[this.at + 1]?.text ?? '')
  }

  #stopInside(): boolean {
    const before = this.tokens[this.at - 1]
    return (
      this.peek()?.text === '.' &&
      before?.type === 'word' &&
      isShortened(before.text) &&
      this.at + 1 < this.tokens.length
    )
  }

  #nameOf(from: number, end: number, parted: boolean): string | null {
    const words = this.tokens.slice(from, end)
    const [first] = words
    const last = words.at(-1)
    if (!first || !last || first.type !== 'word' || last.type === 'dash') return null
    // "See Figure 3, p. 12" names no book, and "the maps on p. 12" is what the question is about.
    if (hasRole(first.text, 'qualifier') || (inside.test(last.text) && !isShortened(last.text.replace('.', ''))))
      return null
    const called = words.some(isBook)
    const titled = /^["“„«'‘]?\p{Lu}/u.test(first.text) || /^["“„«「『《]/u.test(first.text)
    // Scripts without capitals: a mark has to tell the name from the words of a sentence.
    const marked = parted && words.length <= 4 && /^\p{Lo}/u.test(first.text)
    if (!called && !titled && !marked) return null
    return trimQuotes(this.raw.slice(first.start, last.end).replace(/\s+/g, ' '))
  }
}

/** True for a word that calls a source what it is: "handout", "slides", "textbook". */
export const isSourceWord = ({ text }: Token): boolean => {
  const word = fold(text.replace(/[.'’"”]+$/u, ''))
  return isBookWord(word) || isCourseWord(word) || isNotes(word)
}

/** True for a word of what a course counts: "slide", "Vorlesung". */
export const isCounted = ({ text }: Token): boolean => isCourseWord(fold(text))

const isBook = (token: Token | undefined): boolean =>
  token?.type === 'word' && isBookWord(fold(token.text.replace(/[.'’"”]+$/u, '')))
