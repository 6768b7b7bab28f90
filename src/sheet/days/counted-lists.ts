/** Lists that go on counting right below the line of a day, which Markdown takes for more words of that line. */
import type { Heading, Paragraph, Root } from 'mdast'
import { langOf } from '../markdown/reading.js'
import { isKeyTitle } from '../words/answer-words.js'
import { dayOpening, readDayLine, readDayName } from './days.js'

/** A number that Markdown lets begin no list below a line of words; five blanks behind the "1." in its place would make code of the item. */
const countedOn = /^((?:\r\n|\r|\n) {0,3})((?!1[.)])\d{1,3})[.)][ \t]+\S/
const longest = 120

/**
 * The tree of a text in which such a list is one. Markdown lets only "1." begin a list below words, so the text is read again with that in place of the
 * number, in the same length; the list keeps its own. `read` gives the tree of a text, or null.
 * ```md
 * **Tuesday**
 * 3. What is an adverb?      → a list from 3 below a day
 * ```
 */
export function withCountedLists(root: Root, text: string, read: (text: string) => Root | null): Root {
  const numbers = numbersBelowDays(root, text)
  if (numbers.size === 0) return root
  let changed = ''
  let from = 0
  for (const [at, digits] of numbers) {
    const mark = text.charAt(at + digits.length)
    changed += text.slice(from, at) + `1${mark}`.padEnd(digits.length + 1)
    from = at + digits.length + 1
  }
  const again = read(changed + text.slice(from))
  for (const node of again?.children ?? []) {
    const digits = numbers.get(node.position?.start.offset ?? -1)
    if (node.type === 'list' && digits !== undefined) node.start = Number(digits)
  }
  return again ?? root
}

/** The offsets of such numbers, and their digits, in the order of the text; none in a key, and none below a day that stands elsewhere above. */
function numbersBelowDays({ children }: Root, text: string): Map<number, string> {
  const lang = langOf({ type: 'root', children })
  const numbers = new Map<number, string>()
  let above: { days: Set<string | null>; upTo: number } | null = null
  for (const [i, node] of children.entries()) {
    if (node.type !== 'paragraph') continue
    const start = node.position?.start.offset ?? 0
    const line = /^.*/.exec(text.slice(start, start + longest * 2))?.[0] ?? ''
    const below = start + line.length
    const [, lead = '', digits] = countedOn.exec(text.slice(below, below + 20)) ?? []
    if (digits === undefined || !opensDay(line, lang)) continue
    // Most sheets have no such line, and are not looked through.
    above ??= {
      days: new Set(children.flatMap((each) => (each.type === 'heading' ? keysIn(each, text, lang) : []))),
      upTo: 0,
    }
    for (; above.upTo < i; above.upTo++) {
      const other = children[above.upTo]
      if (other?.type !== 'paragraph' && other?.type !== 'heading') continue
      if (linesOf(other, text).some(isKeyTitle)) return numbers
      for (const key of keysIn(other, text, lang)) above.days.add(key)
    }
    if (!above.days.has(keyOf(line, lang))) numbers.set(below + lead.length, digits)
  }
  return numbers
}

const keysIn = (node: Paragraph | Heading, text: string, lang: string | null): (string | null)[] =>
  linesOf(node, text).flatMap((line) => keyOf(line, lang) ?? [])

/** The first and the last line of a heading or paragraph, as words. */
function linesOf({ position }: Paragraph | Heading, text: string): string[] {
  const lines = text.slice(position?.start.offset, position?.end.offset).split(/\r\n|\r|\n/)
  return [lines[0] ?? '', lines.at(-1) ?? ''].map((line) => plain(line.replace(/^#+/, '')))
}

const plain = (line: string): string => line.replace(/[*_]/g, '').trim()

const keyOf = (line: string, lang: string | null): string | null =>
  readDayName([{ text: plain(line) }], lang)?.key ?? null

/** True for a line with nothing but a day and its topic; one that ends as a sentence is bold, or the day is in capitals. */
function opensDay(line: string, lang: string | null): boolean {
  const words = plain(line)
  if (words.length > longest) return false
  if (readDayLine([{ text: words }], lang)) return true
  const opening = dayOpening(words, lang)
  return opening?.parted === 'mark' && (opening.capitals || /^\*\*[^*]+\*\*$/.test(line.trim()))
}
