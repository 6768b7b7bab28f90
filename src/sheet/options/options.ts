/** Options and sub-parts that an author letters by hand: `a) this`, `b) that`. Markdown knows no such list; people do. */
import type { Paragraph, PhrasingContent } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import type { Flow, Piece } from '../boxes/hidden.js'
import { dropStart, linesOf, type PhraseLine, paragraphOf, phraseText, takeStart } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { optionBox } from './option-marks.js'
import { isUnfinished } from './stems.js'

/** A lettered list: what stands before it in its first paragraph, its items with their letters, and how many nodes it takes. */
export interface Lettered {
  lead: Paragraph | null
  items: Paragraph[]
  taken: number
}

/** A hand-written mark before an item: "a) x" → "a", "(II) x" → "II", "(2) x" → "2"; `length` counts brackets and blanks too. */
export interface ItemMark {
  letter: string
  length: number
  /** A star, a tick or an arrow stands before the letter, or brackets around it, "*b) PUT", "[b] PUT": it is the right one where others have none. */
  ticked?: true
}

const mark = new Caseless(
  String.raw`^\s*(?:([*✓✔✅☑➡👉→⇒]|[-=]>)\ufe0f?\s?)?(?:\(\*?([a-z]|[ivx]{1,5}|\d{1,2})\*?\)|([a-z]|[ivx]{1,5})\*?[.)]|([a-h])[:：](?=\s)|(\[[a-h]\]))(\*)?\s+(?=\S)`,
)

/** The mark that opens a line of a lettered list; null without one. Bare digits ("1. x") are Markdown's own lists. */
export function itemMark(line: string): ItemMark | null {
  const match = mark.exec(line.slice(0, 20))
  const letter = match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5]?.slice(1, -1)
  if (!match || letter === undefined) return null
  const ticked = match[1] !== undefined || match[5] !== undefined || match[0].includes('*')
  return { letter, length: match[0].length, ...(ticked ? { ticked: true as const } : {}) }
}

/** Roman numbers from 1 on. */
export const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
const digits = Array.from({ length: 40 }, (_, i) => String(i + 1))
/** Ways to count, each from its start on. */
const countings: readonly (readonly string[])[] = [letters, romans, digits]

/** The mark of the item at `index`, from 0, of a list that its author did not letter: "a", "b" …, and numbers past "z". */
export const letterAt = (index: number): string => letters[index] ?? String(index + 1)

const letterOf = (line: PhraseLine | undefined) =>
  itemMark(line ? phraseText(line.nodes).slice(0, 20) : '')?.letter.toLowerCase() ?? null

/** Where a line's mark stands in each way to count that has it, from 0: "i" is the first Roman number and the ninth letter. */
export function letterMarks(line: PhraseLine | undefined): { counting: readonly string[]; at: number }[] {
  const letter = letterOf(line)
  return countings
    .map((counting) => ({ counting, at: letter === null ? -1 : counting.indexOf(letter) }))
    .filter(({ at }) => at >= 0)
}

const inLine = /\s+(?:[*✓✔✅☑]\ufe0f?)?(\(?)([a-z])\)\s+(?=\S)/giu
const sentenceEnd = /[.?!:;。？！：]["'”’»)]*$/u
/** "Calculate a) 2 + 3 b) 4 + 5": a bare task before the first letter. */
export const isBareTask = (words: string): boolean => /^\p{L}+(?: \p{L}+)?$/u.test(words)
const joining = /(?:^|\s)(?:and|or|und|oder|et|ou|y|o|e|en|of|with|from|to|by|in|implies)$/i

/** The lines of phrasing, cut also where letters count through one: `Think. a) What? b) Why?`, `Name the parts: a) head b) foot` */
export function letteredLines(children: readonly PhrasingContent[], reading: Reading): PhraseLine[] {
  return linesOf(children, reading).flatMap((line) => {
    const text = phraseText(line.nodes)
    if (text.length > 2000) return [line]
    const opens = letterOf(line) === 'a'
    const bracketed = cutsIn(text, opens)
    const cuts = bracketed.length > 0 ? bracketed : stoppedCuts(text, opens)
    if (cuts.length === 0) return [line]
    return [0, ...cuts].map((from, i) => {
      const to = cuts[i] ?? text.length
      const until = i < cuts.length ? text.slice(0, to).replace(/[,;]?\s+$/, '').length : to
      const nodes = dropStart(takeStart(line.nodes, until), from)
      return { nodes, end: i < cuts.length ? { type: 'text' as const, value: '\n' } : line.end }
    })
  })
}

/** Where a letter opens an item inside of a line that has two at least; `lettered`: the line itself begins with "a)". */
function cutsIn(text: string, lettered: boolean): number[] {
  const cuts: number[] = []
  const marks = [...text.matchAll(inLine)]
  for (const mark of marks) {
    const letter = mark[2]?.toLowerCase()
    const before = text.slice(0, mark.index)
    const first = cuts.length === 0 && !lettered
    if (letter !== letters[cuts.length + (lettered ? 1 : 0)]) {
      // "(a) implies (b), and (b) implies (c)": letters that are spoken of.
      if (cuts.length > 0) return []
      continue
    }
    const opens = first
      ? sentenceEnd.test(before) || (mark[1] === '' && (isBareTask(before.trim()) || isUnfinished(before.trim())))
      : !joining.test(before)
    if (!opens) return []
    cuts.push(mark.index + mark[0].length - mark[0].trimStart().length)
  }
  return cuts.length > (lettered ? 0 : 1) ? cuts : []
}

const stopped = /\s+(?:[*✓✔✅☑]\ufe0f?)?([a-h])\.\s+(?=\S)/giu
/** What stands before a first letter that can be nothing but the first option: a question mark, a colon, a blank. */
const beforeOptions = /[?:？：…]["'”’»)*]*$|_{2,}[.…]?$/u
/** A sentence that breaks off before its end: "The heart is". */
const breaksOff =
  /\s(?:is|are|was|were|be|been|called|named|by|in|of|to|from|with|for|as|at|on|the|an?|has|have|ist|sind|war|heißt|est|sont|es|son|está|è|sono)$/i
/** Two names with initials may be what is asked for. */
const asksForPeople = new Caseless(
  String.raw`(?<!\p{L})(?:who|whom|whose|authors?|wer|wem|wen|wessen|qui|quién(?:es)?|chi|quem|wie)(?!\p{L})`,
)
const longestOption = 160

/**
 * The same where stops stand behind the letters, "Which is a fish? A. whale B. shark C. dolphin". Initials have stops as well, "J. A. Smith", and so have sentences that
 * end in a letter, "vitamin A. B. subtilis makes it": three letters must count on from A, or two behind a question mark or colon that are no names.
 */
function stoppedCuts(text: string, lettered: boolean): number[] {
  if (!/\sb\.\s/i.test(text)) return []
  const cuts: number[] = []
  const start = lettered ? (itemMark(text)?.letter ?? '') : ''
  let letter = start
  for (const mark of text.matchAll(stopped)) {
    const before = text.slice(0, mark.index)
    const next = letter === '' ? 'a' : String.fromCharCode(letter.toLowerCase().charCodeAt(0) + 1)
    const small = mark[1] ?? ''
    if (small.toLowerCase() !== next || (letter !== '' && isSmall(letter) !== isSmall(small))) continue
    if (letter === '' ? !beforeOptions.test(before) && !breaksOff.test(before) : joining.test(before)) return []
    if (letter !== '' && before.length - (cuts.at(-1) ?? 0) > longestOption) return []
    cuts.push(mark.index + mark[0].length - mark[0].trimStart().length)
    letter = small
  }
  if (cuts.length > (lettered ? 1 : 2)) return cuts
  const stem = text.slice(0, cuts[0])
  return cuts.length === 2 && !lettered && beforeOptions.test(stem.trimEnd()) && !asksForPeople.test(stem) ? cuts : []
}

const isSmall = (letter: string): boolean => letter === letter.toLowerCase()

/**
 * The lettered list that begins in the paragraph `nodes[at]`: lines of one paragraph, or a paragraph for each. It counts from its start on
 * (a, b … or i, ii … or (1), (2) …), to two at least; "A. Smith" alone is a name.
 */
export function letteredAt(nodes: readonly Flow[], at: number, reading: Reading): Lettered | null {
  const first = nodes[at]
  if (first?.type !== 'paragraph') return null
  const boxed = boxedLines(first, reading)
  if (boxed) return boxed
  const lines = letteredLines(first.children, reading)
  const start = lines.findIndex((line) => countings.some(([one]) => letterOf(line) === one))
  if (start < 0) return null
  const counting = countings.find(([one]) => letterOf(lines[start]) === one) ?? letters
  const groups = grouped(lines.slice(start), counting, 0)
  let taken = 1
  for (let node = nodes[at + taken]; node?.type === 'paragraph'; node = nodes[at + taken]) {
    const more = letteredLines(node.children, reading)
    if (groups.length >= counting.length || letterOf(more[0]) !== counting[groups.length]) break
    groups.push(...grouped(more, counting, groups.length))
    taken++
  }
  if (groups.length < 2) return null
  const items = groups.flatMap((group) => paragraphOf(group, reading) ?? [])
  return { lead: paragraphOf(lines.slice(0, start), reading), items, taken }
}

/** `( ) GET`, next line `(x) PUT`: a line for each option, two at least, to the end of the paragraph. */
function boxedLines(paragraph: Paragraph, reading: Reading): Lettered | null {
  const lines = linesOf(paragraph.children, reading)
  const isBoxed = lines.map((line) => optionBox(phraseText(line.nodes)) !== null)
  const start = isBoxed.indexOf(true)
  if (start < 0 || lines.length - start < 2 || isBoxed.slice(start).includes(false)) return null
  const items = lines.slice(start).flatMap((line) => paragraphOf([line], reading) ?? [])
  return { lead: paragraphOf(lines.slice(0, start), reading), items, taken: 1 }
}

/** Lines by letter, counted from `from` on; a line without the next letter goes on with the one before it. */
function grouped(lines: readonly PhraseLine[], counting: readonly string[], from: number): PhraseLine[][] {
  const groups: PhraseLine[][] = []
  for (const line of lines) {
    const expected = counting[from + groups.length]
    if (expected !== undefined && letterOf(line) === expected) groups.push([])
    groups.at(-1)?.push(line)
  }
  return groups
}

/** A stretch of a question under one letter, its mark included. */
export interface Segment {
  letter: string
  pieces: Piece[]
}

/**
 * Parts pieces at their lettered lines, whatever stands between these: `a) Why?`, `Answer: so`, `b) How?`, `Answer: so` are two segments. Null
 * without two of them.
 */
export function letteredSegments(
  pieces: readonly Piece[],
  reading: Reading,
): { lead: Piece[]; segments: Segment[] } | null {
  const lead: Piece[] = []
  const segments: Segment[] = []
  let counting: readonly string[] | null = null
  const put = (lines: readonly PhraseLine[]) => {
    const paragraph = paragraphOf(lines, reading)
    if (paragraph) (segments.at(-1)?.pieces ?? lead).push(paragraph)
  }
  for (const piece of pieces) {
    if (piece.type !== 'paragraph') {
      ;(segments.at(-1)?.pieces ?? lead).push(piece)
      continue
    }
    let open: PhraseLine[] = []
    for (const line of letteredLines(piece.children, reading)) {
      const letter = letterOf(line)
      counting ??= countings.find(([one]) => letter === one) ?? null
      if (letter !== null && letter === counting?.[segments.length]) {
        put(open)
        open = []
        segments.push({ letter, pieces: [] })
      }
      open.push(line)
    }
    put(open)
  }
  return segments.length > 1 ? { lead, segments } : null
}
