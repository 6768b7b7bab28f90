/** A row of the list from section to question. */
import type { LinesToBe } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import { baselineOf, baselineShare } from '../prose/line-room.js'
import { type Column, lazily, room, type Strip } from '../prose/strips.js'
import { linkToEntry, linkToQuestion, type QuestionPages } from './key-links.js'
import { type Piece, TextPiece } from './key-pieces.js'
import type { KeyType } from './key-type.js'

/** Where questions stand behind bare numbers of sections: "§10.12" has room before them. */
const tabEms = 5

/** The label of a question: on which line it stands, how far in, and how wide it is, pt. */
interface PlacedLabel {
  id: string
  label: string
  x: number
  line: number
  own: number
}

/** A section, and behind it on its last line, or on lines of their own, links to its questions. */
export class KeyRow implements Piece {
  readonly #text: TextPiece
  readonly #questions: readonly { id: string; label: string }[]
  readonly #titled: boolean
  readonly #body: () => Element
  readonly #pageOf: QuestionPages

  /** `titled`: the questions stand right behind the section; else no nearer than a tab. */
  constructor(
    runs: readonly Run[],
    questions: readonly { id: string; label: string }[],
    titled: boolean,
    list: () => Element,
    pageOf: QuestionPages,
    { canvas }: Desk,
  ) {
    this.#body = lazily(() => canvas.element(canvas.element(list(), 'LI'), 'LBody'))
    const words = lazily(() => canvas.element(this.#body(), 'Span'))
    this.#text = new TextPiece(runs, 'text', 1, words)
    this.#questions = questions
    this.#titled = titled
    this.#pageOf = pageOf
  }

  measure(type: KeyType, heights: number[]): void {
    this.#text.measure(type, heights)
    const lines = this.#text.lines(type)
    for (let more = this.#places(type, lines).lines - lines.count; more > 0; more--) heights.push(type.leading)
  }

  strips(type: KeyType): Strip[] {
    const { canvas } = type.desk
    const { leading } = type
    const text = this.#text.lines(type)
    const { places, lines } = this.#places(type, text)
    const extra = Array.from({ length: lines - text.count }, () => room(leading))
    return [...this.#text.strips(type, text), ...extra].map((strip, i) => ({
      height: strip.height,
      draw: (y: number, column: Column) => {
        strip.draw(y, column)
        for (const { id, label, x, own } of places.filter((place) => place.line === i)) {
          const page = this.#pageOf.get(id)
          const link = canvas.element(this.#body(), 'Link')
          const left = column.left + x
          const baseline = y + baselineOf(strip, leading)
          const place = { x: left, y: baseline - leading * baselineShare, width: own, height: leading }
          canvas.words(ownedBy(link), label, type.looks.label, left, baseline, { space: true })
          if (page?.here) linkToQuestion(id, label, page.label, link, place, type.desk)
          else linkToEntry(id, label, link, place, type.desk)
        }
      },
    }))
  }

  /** Where the questions stand, and the lines that they and the section take. */
  #places(type: KeyType, text: LinesToBe): { places: PlacedLabel[]; lines: number } {
    const { indent, hang, width, looks, size, desk } = type
    const words = text.count > 0 ? text.widthOf(text.count - 1) : 0
    const ended = indent + (text.count > 1 ? hang : 0) + words + 10
    let x = Math.max(ended, this.#titled ? 0 : size * tabEms)
    let line = text.count - 1
    const places = this.#questions.map(({ id, label }) => {
      const own = desk.canvas.widthOf(label, looks.label)
      if (x + own > width) {
        line++
        x = indent + hang
      }
      const place = { id, label, x, line, own }
      x += own + 10
      return place
    })
    return { places, lines: line + 1 }
  }
}
