/** Where the titled keys of a sheet stand: from a title to where the sheet begins its questions again. */
import type { Heading, Paragraph, RootContent } from 'mdast'
import { readDayLine, readDayName } from '../days/days.js'
import { htmlWords } from '../markdown/html.js'
import { phraseText } from '../markdown/phrases.js'
import type { Reading, TitledKey } from '../markdown/reading.js'
import { hasQuestionMark } from '../questions/asks.js'
import { isQuestionHeading } from '../questions/carrier-choice.js'
import { isSideTitle } from '../side-titles.js'
import { isKeyTitle, keyLineLength } from '../words/answer-words.js'
import { AskedUnits } from './asked-units.js'
import { titleWords } from './key-openings.js'
import { looksLikeKey } from './looks-like-key.js'

/** Titles looked under; each look reads what stands below it. */
const mostTries = 50

/**
 * The titled keys among the top nodes of a sheet. Below a title all is the key's that does not ask, days that the sheet does not have among it, until a
 * heading or the line of a day stands over questions that stand nowhere above.
 * ```md
 * ## Monday
 * 1. Why?
 * ## Answers         → the key begins
 * ### Monday
 * 1. So.
 * ### Friday         → of the key, though the sheet has no Friday
 * 1. Thus.
 * ## Saturday        → no more
 * 1. What now?
 * ```
 */
export function titledKeys(nodes: readonly RootContent[], reading: Reading): TitledKey[] {
  return new KeyFinder(nodes, reading).find()
}

/** A node that may begin a key. `depth`: 7 for a line, which is lower than any heading. */
interface Title {
  depth: number
  titled: 'yes' | 'opens'
}

const lineDepth = 7

/** A block of HTML that may be the title of a key and frames nothing below it. */
const titleInHtml = /^\s*<(?:h[1-6]|p|b|strong|u|i|em|center)\b(?!.*<(?:details|summary|div)\b)/is

/** What opens and closes a fold, and a box of colons. */
const foldMarks = [/<details\b/i, /<\/details>/i] as const
const boxMarks = [/^\s*:{3,}\s*\S/, /(?:^|\n)[ \t]*:{3,}[ \t]*$/] as const

class KeyFinder {
  readonly #nodes: readonly RootContent[]
  readonly #reading: Reading
  readonly #found: TitledKey[] = []
  /** What stands above, keys left out. */
  readonly #above = new AskedUnits()
  /** Of the highest heading that asks, since the last that does not and stands higher; null without one. */
  #asking: number | null = null
  #tries = 0

  constructor(nodes: readonly RootContent[], reading: Reading) {
    this.#nodes = nodes
    this.#reading = reading
  }

  find(): TitledKey[] {
    let counted = 0
    for (let i = 0; i < this.#nodes.length; i++) {
      const frame = this.#frameEnd(i)
      if (frame !== null) {
        this.#found.push(this.#key(i, frame, 'framed'))
        counted = frame
        i = frame - 1
        continue
      }
      const title = this.#titleAt(i)
      // A title over a fold with a title of its own says the same twice.
      if (!title || this.#frameEnd(i + 1) !== null || ++this.#tries > mostTries) continue
      // Most sheets have no key, and are not looked at any closer.
      while (counted < i) this.#count(counted++)
      const end = this.#endOf(title, i)
      if (end === i) continue
      counted = end
      i = end - 1
    }
    return this.#found
  }

  /** Where a fold or box ends whose summary or mark is the title of a key; null where none begins. Days in it are the key's, and it is read as any other. */
  #frameEnd(i: number): number | null {
    const node = this.#nodes[i]
    if (node?.type !== 'html' && node?.type !== 'paragraph') return null
    const [opens, closes] = node.type === 'html' ? foldMarks : boxMarks
    const source = (each: RootContent): string =>
      this.#reading.text.slice(each.position?.start.offset, each.position?.end.offset)
    if (!opens.test(source(node).slice(0, 300)) || closes.test(source(node))) return null
    const words = node.type === 'html' ? htmlWords(node.value) : phraseText(node.children)
    if (!isKeyTitle(words.trim())) return null
    const end = this.#next(i + 1, (each) => each.type !== 'heading' && closes.test(source(each)))
    return end < this.#nodes.length ? end + 1 : null
  }

  #titleAt(i: number): Title | null {
    const node = this.#nodes[i]
    if (!node || (node.type === 'html' && !titleInHtml.test(node.value.slice(0, 300)))) return null
    const words = titleWords(node)
    // A box with a mark of its own ends where its mark says.
    if (words === null || /^\s*(?:[:?!]{3}|```)/.test(words)) return null
    if (isKeyTitle(words.trim()) && !words.trim().includes('\n'))
      return { depth: node.type === 'heading' ? node.depth : htmlDepth(node), titled: 'yes' }
    return node.type === 'paragraph' && /^[^\n]*\n/.test(words) && keyLineLength(words) > words.indexOf('\n')
      ? { depth: lineDepth, titled: 'opens' }
      : null
  }

  /** Where the key below a title ends; the title itself when it is none. */
  #endOf(title: Title, at: number): number {
    const first = this.#boundary(at + 1, title)
    const below = this.#nodes.slice(at + 1, first)
    if (title.titled === 'yes' && below.length > 0 && !looksLikeKey(below, this.#above.known)) return at
    if (below.some((node) => this.#above.newIn([node]))) return at
    if (this.#asking !== null && title.depth > this.#asking && !this.#opensDay(at + 1)) return at
    let end = first
    let from = at
    const parts: TitledKey[] = []
    while (end < this.#nodes.length) {
      const next = this.#stretchEnd(end, title)
      const stretch = this.#nodes.slice(end, next)
      const [opening] = stretch
      if (!opening || this.#titleAt(end)?.titled === 'yes' || this.#asksAgain(stretch, below, title)) break
      // Above all questions the days that follow a key with answers of its own are the sheet's.
      const isBelow = opening.type === 'heading' && opening.depth > title.depth
      if (this.#above.units === 0 && below.length > 0 && !isBelow) break
      if (isAside(opening, stretch)) {
        parts.push(this.#key(from, end, from === at ? title.titled : 'no'))
        from = next
      }
      end = next
    }
    if (this.#above.units === 0 && end === this.#nodes.length) return at
    if (end === at + 1 && below.length === 0) return at
    if (end > from) parts.push(this.#key(from, end, from === at ? title.titled : 'no'))
    this.#found.push(...parts)
    return end
  }

  #key(from: number, to: number, titled: TitledKey['titled']): TitledKey {
    const [first, last] = [this.#nodes[from], this.#nodes[to - 1]]
    const isAboveQuestions = titled === 'yes' && this.#above.units === 0
    return {
      start: first?.position?.start.offset ?? 0,
      end: last?.position?.end.offset ?? 0,
      titled,
      isAboveQuestions,
    }
  }

  /** True for a heading that names a day: right below a title it stands over answers of more than the question above. */
  #opensDay(i: number): boolean {
    const node = this.#nodes[i]
    return node?.type === 'heading' && this.#namesDay(node)
  }

  /** The next node from `i` on that may end the key below a title. */
  #boundary(i: number, title: Title): number {
    return this.#next(i, (node, at) => this.#mayEnd(node, at, title))
  }

  #next(from: number, test: (node: RootContent, at: number) => boolean): number {
    for (let at = from; at < this.#nodes.length; at++) {
      const node = this.#nodes[at]
      if (node && test(node, at)) return at
    }
    return this.#nodes.length
  }

  #mayEnd(node: RootContent, i: number, title: Title): boolean {
    if (node.type === 'heading') return node.depth <= title.depth || this.#namesDay(node)
    if (node.type !== 'paragraph' || !isLine(node)) return false
    return this.#dayLine(phraseText(node.children)) || (title.depth === lineDepth && this.#titleAt(i)?.titled === 'yes')
  }

  readonly #namesDay = (heading: Heading): boolean =>
    readDayName([{ text: phraseText(heading.children) }], this.#reading.lang) !== null

  readonly #dayLine = (words: string): boolean =>
    words.length <= 120 && readDayLine([{ text: words }], this.#reading.lang) !== null

  /** Where what stands below a heading or the line of a day ends. */
  #stretchEnd(i: number, title: Title): number {
    const node = this.#nodes[i]
    if (node?.type !== 'heading') return this.#boundary(i + 1, title)
    // Where the key comes first, its days may be headings and those of the sheet lines.
    const first = this.#above.units === 0
    const ends = (each: RootContent, at: number) =>
      (each.type === 'heading' && each.depth <= node.depth) ||
      this.#titleAt(at)?.titled === 'yes' ||
      (first && each.type === 'paragraph' && isLine(each) && this.#dayLine(phraseText(each.children)))
    return this.#next(i + 1, ends)
  }

  /**
   * True when the sheet goes on with questions: most of a stretch asks; or a day that is no lower than the title begins with one, whatever answers stand
   * below; or a new day comes below a key of its own where nothing in the sheet asks.
   */
  #asksAgain(stretch: readonly RootContent[], below: readonly RootContent[], title: Title): boolean {
    if (this.#above.newIn(stretch)) return true
    const [opening] = stretch
    if (opening?.type !== 'heading' || opening.depth > title.depth || !this.#namesDay(opening)) return false
    if (this.#above.opensNew(stretch)) return true
    const { units, asking } = this.#above
    const tells = asking * 2 < units
    return tells && below.length > 0 && opening.depth < title.depth
  }

  #count(i: number): void {
    const node = this.#nodes[i]
    if (!node) return
    this.#above.add([node])
    if (node.type !== 'heading') return
    const asks = isQuestionHeading(node, this.#nodes[i + 1])
    if (asks) this.#asking = Math.min(node.depth, this.#asking ?? node.depth)
    else if (this.#asking !== null && node.depth < this.#asking) this.#asking = null
  }
}

/** "Further reading" among the answers is no answer, and is told as it is elsewhere. */
function isAside(opening: RootContent, stretch: readonly RootContent[]): boolean {
  return (
    opening.type === 'heading' &&
    isSideTitle(phraseText(opening.children)) &&
    !stretch.some((node) => 'children' in node && hasQuestionMark(JSON.stringify(node.children)))
  )
}

const isLine = ({ position }: Paragraph): boolean => position !== undefined && position.start.line === position.end.line

const htmlDepth = (node: RootContent): number =>
  node.type === 'html' ? Number(/^\s*<h([1-6])/i.exec(node.value)?.[1] ?? lineDepth) : lineDepth

/** The key that begins at the offset of a node; undefined for any other. */
export const keyFrom = (offset: number | undefined, keys: readonly TitledKey[]): TitledKey | undefined =>
  keys.find(({ start }) => start === offset)

/** True for a node inside of a key that is not its first. */
export const isWithinKey = (offset: number | undefined, keys: readonly TitledKey[]): boolean =>
  offset !== undefined && keys.some(({ start, end }) => offset > start && offset < end)
