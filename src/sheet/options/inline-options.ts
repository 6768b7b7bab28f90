/** Options that stand in lines instead of a list, with marks that tell the right one: "Is it? yes ✅, no ❌", "☐ GET ☑ PUT", "True / **False**". */
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { Flow, Piece } from '../boxes/hidden.js'
import {
  dropStart,
  linesOf,
  type PhraseLine,
  paragraphOf,
  phraseText,
  placedParagraph,
  takeRange,
  takeStart,
} from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { endsAsking } from '../questions/asks.js'
import { mayEndInVerdict, offeredVerdict } from '../tasks/task-choose.js'
import { readGift } from './gift.js'
import { marksOfList, tellsOptions } from './list-marks.js'
import { itemMark } from './options.js'

/** Pieces of a question whose options are lists, and the verdicts that were taken out of them. */
export interface Unfolded {
  pieces: Piece[]
  answer: Flow[]
}

/** Where in a line the words of an option stand, where its marks end, and whether it is right. */
interface Stretch {
  from: number
  to: number
  end: number
  right: boolean
}

const mostLines = 40
const mostOptions = 8
const longestOption = 120
const longestLine = 1000

/**
 * Makes lists of options that stand in lines, and takes verdicts off statements, where marks tell which is right. The ticks of the lists are read by
 * `partAnswers`, as those that authors write.
 *
 * | written                                 | pieces                          | answer |
 * | --------------------------------------- | ------------------------------- | ------ |
 * | `Is it? yes ✅, no ❌`                   | Is it?, `- [x] yes`, `- [ ] no` |        |
 * | `Is it?`, next lines `yes ✅` and `no`   | the same                        |        |
 * | `Is it? [x] yes [ ] no`                 | the same                        |        |
 * | `The sun is a star. True / **False**`   | The sun is a star. True / False | False  |
 */
export function unfoldOptions(pieces: readonly Piece[], reading: Reading): Unfolded {
  const answer: Flow[] = []
  const unfolded = pieces.flatMap((piece): Piece[] => {
    if (piece.type !== 'paragraph' || !mayOffer(piece)) return [piece]
    const gift = readGift(piece, reading)
    if (gift) {
      answer.push(...gift.answer)
      return gift.pieces
    }
    const lines = linesOf(piece.children, reading)
    if (lines.length > mostLines) return [piece]
    return unfoldLines(lines, answer, reading) ?? [piece]
  })
  return { pieces: unfolded, answer }
}

const sign = new LetterPattern('[^\\p{L}\\p{N}\\s.,;:?!\'"’–—-]')

/** What marks an option: any of these is in its line. */
const mayOffer = (paragraph: Paragraph): boolean =>
  mayEndInVerdict(phraseText(paragraph.children)) ||
  sign.test(phraseText(paragraph.children)) ||
  paragraph.children.some(({ type }) => type === 'strong' || type === 'delete' || type === 'html')

function unfoldLines(lines: readonly PhraseLine[], answer: Flow[], reading: Reading): Piece[] | null {
  for (const [i, line] of lines.entries()) {
    const styled = styledOf(line.nodes)
    if (styled.text.length > longestLine) continue
    const verdict = takeVerdict(lines, i, styled, reading)
    if (verdict) {
      answer.push(verdict.answer)
      return unfoldLines(verdict.lines, answer, reading) ?? wholeOf(verdict.lines, reading)
    }
    const above = i > 0 ? phraseText(lines[i - 1]?.nodes ?? []) : ''
    const stretches = boxedStretches(styled.text) ?? listedStretches(styled, above)
    const [first] = stretches ?? []
    const last = stretches?.at(-1)
    if (!stretches || !first || !last) continue
    const lead = [...lines.slice(0, i), { nodes: takeStart(line.nodes, first.from), end: null }]
    const rest = [
      { nodes: takeRange(line.nodes, last.end, Number.POSITIVE_INFINITY), end: line.end },
      ...lines.slice(i + 1),
    ]
    const items = stretches.map((each) => itemOf(takeRange(line.nodes, each.from, each.to), each.right, reading))
    return [...wholeOf(trimmedLead(lead), reading), listOf(items), ...wholeOf(trimmedRest(rest), reading)]
  }
  return optionLines(lines, reading)
}

/** A lead without the box or bracket that opened its first option. */
const trimmedLead = (lines: readonly PhraseLine[]): PhraseLine[] => {
  const last = lines.at(-1)
  if (!last) return []
  const length = phraseText(last.nodes).replace(openBox, '').trimEnd().length
  return lines.with(-1, { ...last, nodes: takeStart(last.nodes, length) })
}

/** What stands behind the last option, without the stop that ended it. */
const trimmedRest = ([first, ...rest]: readonly PhraseLine[]): PhraseLine[] => {
  if (!first) return []
  const length = /^[\s.;,)]*/.exec(phraseText(first.nodes))?.[0].length ?? 0
  return [{ ...first, nodes: dropStart(first.nodes, length) }, ...rest]
}

const wholeOf = (lines: readonly PhraseLine[], reading: Reading): Paragraph[] => {
  const paragraph = paragraphOf(lines, reading)
  return paragraph ? [paragraph] : []
}

const listOf = (items: readonly ListItem[]): List => {
  const start = items[0]?.position?.start
  const end = items.at(-1)?.position?.end
  return { type: 'list', ordered: false, children: [...items], ...(start && end ? { position: { start, end } } : {}) }
}

function itemOf(
  nodes: readonly PhrasingContent[],
  checked: boolean,
  reading: Reading,
  reason: readonly PhrasingContent[] = [],
): ListItem {
  const own = placedParagraph(plainOf(nodes), reading)
  const why = placedParagraph(reason, reading)
  const position = own?.position
  const children = [own, why].filter((each) => each !== null)
  return { type: 'listItem', checked, children, ...(position ? { position } : {}) }
}

/** Words with the style of every letter: `marked` is bold, underlined or highlighted. Counts as `phraseText` does. */
interface Styled {
  text: string
  marked: boolean[]
  struck: boolean[]
}

function styledOf(nodes: readonly PhrasingContent[]): Styled {
  const styled: Styled = { text: '', marked: [], struck: [] }
  let tagged = false
  const walk = (each: readonly PhrasingContent[], marked: boolean, struck: boolean) => {
    for (const node of each) {
      if (node.type === 'html' && markingTag.test(node.value)) tagged = !node.value.startsWith('</')
      else if (node.type === 'strong') walk(node.children, true, struck)
      else if (node.type === 'delete') walk(node.children, marked, true)
      else if ('children' in node) walk(node.children, marked, struck)
      else {
        const words = phraseText([node])
        styled.text += words
        for (let i = 0; i < words.length; i++) {
          styled.marked.push(marked || tagged)
          styled.struck.push(struck)
        }
      }
    }
  }
  walk(nodes, false, false)
  return styled
}

const markingTag = /^<\/?(?:u|mark|ins|b|strong)\s*>$/i

/** Phrasing without the styles that mark an option. */
const plainOf = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'strong' || node.type === 'delete') return plainOf(node.children)
    return node.type === 'html' && markingTag.test(node.value) ? [] : [node]
  })

/** True when all letters of a stretch are in a style. */
const isAll = (flags: readonly boolean[], text: string, from: number, to: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(from, to)) &&
  [...Array(to - from).keys()].every((i) => flags[from + i] || !/[\p{L}\p{N}]/u.test(text.charAt(from + i)))

const box = '(?:\\[[ xX✓✔]?\\]|\\([ xX✓✔•*]?\\)|[☐□○◯⬜☑☒◉✅]\\ufe0f?)'
const boxes = new RegExp(`(?<=^|[\\s/|,;])${box}\\s*`, 'gu')
const openBox = new RegExp(`\\s*${box}\\s*$`, 'u')
const isTicked = (mark: string): boolean => /[xX✓✔•*☑☒◉✅]/u.test(mark)
/** Where a citation or braces go on behind the last option. */
const behind = new Caseless(String.raw`[.;,)]?\s+(?=(?:see|cf|siehe|vgl|voir|véase|vedi|zie)(?!\p{L})|§|\{|→)`)

/** "[ ] GET [x] PUT", "☐ GET ☑ PUT": some are ticked, and some are not. */
function boxedStretches(text: string): Stretch[] | null {
  const marks = [...text.matchAll(boxes)]
  const ticked = marks.filter(([mark]) => isTicked(mark))
  if (marks.length < 2 || marks.length > mostOptions || ticked.length === 0 || ticked.length === marks.length)
    return null
  const stretches = marks.map(({ 0: mark, index }, i): Stretch => {
    const from = index + mark.length
    const whole = text.slice(from, marks[i + 1]?.index ?? endOf(text, from))
    return { from, to: from + whole.replace(/[\s,;/|]+$/, '').length, end: from + whole.length, right: isTicked(mark) }
  })
  return stretches.every(({ from, to }) => to > from && to - from <= longestOption) ? stretches : null
}

const endOf = (text: string, from: number): number => {
  const match = behind.exec(text.slice(from))
  return match ? from + match.index : text.length
}

/** "Is it? yes ✅, no ❌, maybe", and the same below a line that asks. */
function listedStretches({ text, marked, struck }: Styled, above: string): Stretch[] | null {
  const asked = /^.*[?？؟]["'”’»)\]]*\s+(?=\S)/u.exec(text)?.[0] ?? /^[^?？؟]*[:：]\s+(?=\S)/u.exec(text)?.[0]
  const start = asked?.length ?? (leads(above) ? 0 : null)
  if (start === null) return null
  return stretchesFrom(start, asked, { text, marked, struck })
}

/** "Choices: GET, PUT": the label belongs to what asks. */
const labelOf = (tail: string): number => label.exec(tail)?.[0].length ?? 0
const label = new LetterPattern('^\\p{L}+(?: \\p{L}+)?[:：]\\s+')

function stretchesFrom(from: number, asked: string | undefined, { text, marked, struck }: Styled): Stretch[] | null {
  const start = from + labelOf(text.slice(from))
  const tail = text.slice(start, endOf(text, start))
  const by = /\s[/|]\s/.test(tail)
    ? /\s*[/|]\s*/g
    : tail.includes(';')
      ? /\s*;\s*/g
      : /\s*,\s*(?:(?:and|or|und|oder|et|ou|y|o|e)\s+)?|\s+(?:or|oder|ou)\s+/g
  const cuts = [...tail.matchAll(by)]
  if (cuts.length === 0 || cuts.length >= mostOptions) return null
  const found = [...cuts.map(({ index }) => index), tail.length].map((end, i) => {
    const before = cuts[i - 1]
    return { from: start + (before ? before.index + before[0].length : 0), to: start + end }
  })
  const words = found.map(({ from, to }) => text.slice(from, to))
  if (words.some((each) => each.trim() === '' || each.length > longestOption || /[?？]/.test(each))) return null
  const bold = found.filter(({ from, to }) => isAll(marked, text, from, to))
  const crossed = found.filter(({ from, to }) => isAll(struck, text, from, to))
  const marks = marksOfList(words)
  // "✓ red, then blue": a tick before all of it.
  if (tail.includes(',') && (marks[0]?.start ?? 0) > 0 && marks.slice(1).every((mark) => mark === null)) return null
  const told = tellsOptions(marks)
  const byStyle =
    asked !== undefined &&
    /[?？؟]/.test(asked) &&
    (bold.length === 1 || (crossed.length > 0 && crossed.length === found.length - 1))
  if (!told && !byStyle) return null
  const rights = rightOf(marks.map((mark) => mark?.right ?? null))
  return found.map((each, i): Stretch => {
    const mark = marks[i]
    const end = mark ? each.from + mark.end : each.from + (words[i] ?? '').replace(/[.\s]+$/, '').length
    const right = told ? rights[i] === true : bold.length === 1 ? bold.includes(each) : !crossed.includes(each)
    return { from: each.from + (mark?.start ?? 0), to: end, end: each.to, right }
  })
}

/** Which are right: those that are marked so, else the only one that is not marked as wrong. */
function rightOf(marks: readonly (boolean | null)[]): boolean[] {
  const only = marks.filter((mark) => mark === null).length === 1 && !marks.includes(true)
  return marks.map((mark) => mark ?? only)
}

const leads = (line: string): boolean => endsAsking(line.trim()) || /[:：]\s*$/.test(line)

const citing = new Caseless('^(?:(?:see|cf|siehe|voir)(?!\\p{L})|§|\\{)')

/** Lines below one that asks, an option each: "yes ✅", "no". A line behind them may cite. */
function optionLines(lines: readonly PhraseLine[], reading: Reading): Piece[] | null {
  const texts = lines.map((line) => phraseText(line.nodes).trim())
  const lead = texts.findLastIndex(leads)
  const cited = texts.findIndex((text, i) => i > lead && citing.test(text))
  const end = cited < 0 ? lines.length : cited
  const words = texts.slice(lead + 1, end)
  if (lead < 0 || words.length < 2 || words.length > mostOptions) return null
  if (words.some((each) => each === '' || each.length > longestOption || itemMark(each) !== null)) return null
  const marks = marksOfList(words)
  if (tellsOptions(marks) === null) return null
  const rights = rightOf(marks.map((mark) => mark?.right ?? null))
  const items = words.map((own, i) => {
    const nodes = lines[lead + 1 + i]?.nodes ?? []
    const blank = phraseText(nodes).length - phraseText(nodes).trimStart().length
    const mark = marks[i]
    const to = blank + (mark?.end ?? own.length)
    const reason = mark?.reasoned ? takeRange(nodes, to, Number.POSITIVE_INFINITY) : []
    return itemOf(takeRange(nodes, blank + (mark?.start ?? 0), to), rights[i] === true, reading, reason)
  })
  return [...wholeOf(lines.slice(0, lead + 1), reading), listOf(items), ...wholeOf(lines.slice(end), reading)]
}

/** Takes a verdict that one of two offered words gives, "True / **False**", out of a line; both words stay, or go when the line has asked for them. */
function takeVerdict(
  lines: readonly PhraseLine[],
  at: number,
  styled: Styled,
  reading: Reading,
): { lines: PhraseLine[]; answer: Paragraph } | null {
  const line = lines[at]
  const { text, marked, struck } = styled
  const found = offeredVerdict(text, ({ from, to }) => ({
    marked: isAll(marked, text, from, to),
    struck: isAll(struck, text, from, to),
  }))
  if (!line || !found) return null
  const { position } = line.nodes[0] ?? {}
  const plain = (value: string): PhrasingContent => ({ type: 'text', value, ...(position ? { position } : {}) })
  const rest = takeRange(line.nodes, found.end, Number.POSITIVE_INFINITY)
  const before = takeStart(line.nodes, found.start)
  const nodes = [...before, ...(found.offer === '' ? [] : [plain(found.offer)]), ...(found.reasoned ? [] : rest)]
  const letter = lines
    .slice(0, at + 1)
    .map((each) => itemMark(phraseText(each.nodes))?.letter)
    .findLast((each) => each !== undefined && found.start > 0)
  const said = [plain(`${letter === undefined ? '' : `(${letter}) `}${found.word}`), ...(found.reasoned ? rest : [])]
  const answer = placedParagraph(said, reading)
  return answer ? { lines: lines.with(at, { ...line, nodes }), answer } : null
}
