/** Answers that only name an option: "b" below it, "The correct option is B.", "Which …? (b)". Words that could be anything else where no options stand. */
import type { Blockquote, List, Paragraph, PhrasingContent } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import type { Flow, Piece } from '../boxes/hidden.js'
import {
  dropStart,
  flowText,
  linesOf,
  paragraphOf,
  phraseText,
  placedParagraph,
  takeRange,
  takeStart,
} from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { judgesOption, rightWords } from '../options/option-marks.js'
import { itemMark, letterAt, letteredLines } from '../options/options.js'
import { asksOutright, endsAsking } from '../questions/asks.js'
import { answerSource } from '../words/answer-words.js'

/** Options by their letters in small type, with their words: "a" → "GET"; empty where nothing is offered. */
export type Offered = ReadonlyMap<string, string>

/** Options stand in so many last pieces above their answer, in paragraphs of so many characters. */
export const mostPieces = 30
const mostCharacters = 5000

/** What pieces offer. A list that asks has parts and offers nothing; the last list counts. */
export function offeredIn(pieces: readonly Piece[], reading: Reading): Offered {
  let offered = new Map<string, string>()
  const add = (letter: string, words: string) => {
    if (letter === 'a' || letter === '1') offered = new Map()
    offered.set(letter.toLowerCase(), words.slice(0, 400))
  }
  for (const piece of pieces.slice(-mostPieces)) {
    if (piece.type === 'list' && piece.children.length > 1)
      for (const [i, item] of piece.children.entries()) {
        const words = flowText(item).trim()
        const mark = itemMark(words)
        const letter = mark?.letter ?? (piece.ordered ? String((piece.start ?? 1) + i) : letterAt(i))
        add(letter, words.slice(mark?.length ?? 0))
      }
    if (piece.type !== 'paragraph' || phraseText(piece.children).length > mostCharacters) continue
    for (const line of letteredLines(piece.children, reading)) {
      const words = phraseText(line.nodes)
      const mark = itemMark(words)
      if (mark) add(mark.letter, words.slice(mark.length))
    }
  }
  const words = [...offered.values()]
  if (words.length < 2 || words.filter(asksOutright).length * 2 > words.length) return new Map()
  return new Map([...offered].map(([letter, own]) => [letter, folded(own)]))
}

const folded = (words: string): string =>
  words
    .slice(0, 400)
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[\s.;,]+$/gu, '')
    .toLowerCase()

const letters =
  '[([]?\\s*[a-z\\d]{1,2}\\s*[.)\\]]{0,2}(?:\\s*(?:,|;|&|\\+|/|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b|\\ben\\b)\\s*[([]?\\s*[a-z\\d]\\s*[)\\]]?){0,7}'
const noun = `(?:${answerSource}|option|choice|key|r(?=\\s*:))`
const called = `(?:(?:the|la|le|die|der|das|el|il|a|o|de|het)\\s+)?(?:(?:${rightWords}|best|bonne?|true|key)\\s+)?(?:${noun}(?:\\s+(?:${rightWords}))?|${rightWords})`
const copula =
  '(?:\\s*[:=：]\\s*|\\s+(?:is|are|was|ist|sind|lautet|est|sont|es|son|è|sono|é|são|zijn|to jest)\\s*:?\\s+)'
const sign = '[^\\p{L}\\p{N}\\s_([]{0,3}\\ufe0f?\\s*'
const citing = '(?:see|cf|siehe|vgl|voir|véase|vedi|zie)(?!\\p{L})|§'
/** "b", "✓ b", "(B)", "→ b and c". */
const bare = new Caseless(`^\\s*(${sign})(${letters})\\s*[.!]?\\s*(?:$|(?:${citing}))`)
/** "Solution b", "The correct option is B.", "Right answer is b, because x.", "It's b." */
const named = new Caseless(
  `^\\s*${sign}(?:(?:${called}${copula}|(?:it['’]?s|it is|es ist|c['’]est)\\s+)(?:${noun}\\s+)?(${letters})(?=\\s*(?:$|[.,:;!–—-]|\\(|because|since|as\\b|weil|denn|car|porque|perché|omdat))|(?:${called}|choose|pick|select|tick)\\s+(${letters})\\s*[.!]?\\s*$)`,
)
/** "B is correct", "b and c are right because …". */
const judged = new Caseless(
  `^\\s*${sign}(?:${noun}\\s+)?(${letters})\\s+(?:is|are|ist|sind|est|sont|es|son|è|é|zijn)\\s+(?:(?:the|die|la|el|il)\\s+)?(?:${rightWords}|true|best)(?!\\p{L})(?:\\s+${noun})?`,
)
/** "Correct answer is y.", "Right: y". */
const inWords = new Caseless(
  `^\\s*${sign}(?:(?:the|la|le|die|der|el|il)\\s+)?(?:(?:${rightWords}|bonne?)\\s+${noun}(?:\\s*[:=：]|\\s+(?:is|are|ist|est|es|è|é)\\s)|(?:${rightWords})\\s*[:：]\\s)\\s*(?=\\S)`,
)

/** Where in a line below options the answer stands that it is; null for any other line. */
function optionNamed(line: string, offered: Offered): { from: number; to: number } | null {
  if (offered.size === 0 || line.length > 1000) return null
  const known = (words: string | undefined) =>
    words !== undefined && lettersOf(words).every((each) => offered.has(each))
  const alone = bare.exec(line)
  if (alone && known(alone[2])) return { from: line.indexOf(alone[2] ?? '', alone[1]?.length ?? 0), to: line.length }
  const said = named.exec(line)
  const letter = said?.[1] ?? said?.[2]
  if (said && letter !== undefined && known(letter)) return { from: said[0].lastIndexOf(letter), to: line.length }
  const verdict = judged.exec(line)
  if (verdict && known(verdict[1])) {
    const whole = /^[\s.!]*$/.test(line.slice(verdict[0].length))
    const from = line.indexOf(verdict[1] ?? '')
    return { from, to: whole ? from + (verdict[1]?.length ?? 0) : line.length }
  }
  const length = inWords.exec(line)?.[0].length ?? 0
  if (length > 0) return { from: length, to: line.length }
  const mark = itemMark(line)
  const own = folded(line.slice(mark?.length ?? 0))
  const words = mark ? [offered.get(mark.letter.toLowerCase())] : [...offered.values()]
  const repeats = own !== '' && words.includes(own)
  return repeats ? { from: 0, to: line.length } : null
}

const lettersOf = (words: string): string[] =>
  words.toLowerCase().match(/(?<![\p{L}\p{N}])(?:[a-z]|\d{1,2})(?![\p{L}\p{N}])/gu) ?? ['?']

/** Nearly no question ends in a bracket or a letter, and the expression below takes long to make. */
const mayEndInLetter = (text: string): boolean =>
  /(?:[)\]|]\s*\.?|(?:^|[^A-Za-z\d])[A-Za-z\u0080-\uffff]\)?)\s*$/.test(text)

/** "Which is it? (b)", "[B]", "||b||", "Answer: b", "b", "(2 points) (b)", "The capital is (b)." */
const atEnd = new Caseless(
  `(?<=[?？؟!.:：…_)\\]]["'”’]?\\s{0,3}|\\s(?:is|are|was|ist|sind|est|es|è|é)\\s{1,3})(?:(?:[([]|\\|\\|)\\s*(?:${called}\\s*[:=.]?\\s+)?(${letters})\\s*(?:[)\\]]|\\|\\|)\\s*\\.?|(?<=[?？؟)\\]]\\s{1,3})(?:${sign}|(?:${called})\\s*[:=.]?\\s+)([a-z](?:\\s*,\\s*[a-z]){0,5})\\)?)\\s*$`,
  'iu',
  mayEndInLetter,
)
/** "The capital is （ B ）." The letter stands in the bracket that is to be filled in. */
const inBlank = /[(（]\s+([a-h])\s+[)）]|（\s*([a-h])\s*）|[(（]\s*__\s*([a-h])\s*__\s*[)）]/i

/** Takes the letter of an option out of what asks, where it stands at the end or in a blank above the options; null without one. */
export function letterAbove(pieces: readonly Piece[], reading: Reading): { pieces: Piece[]; answer: Paragraph } | null {
  const [first, ...rest] = pieces
  if (first?.type !== 'paragraph') return null
  const lines = letteredLines(first.children, reading)
  const start = lines.findIndex((line) => itemMark(phraseText(line.nodes)) !== null)
  const at = (start < 0 ? lines.length : start) - 1
  const line = lines[at]
  const text = line ? phraseText(line.nodes) : ''
  const found = text.length > 2000 ? null : letterIn(text)
  if (!line || !found) return null
  const offered = offeredIn(start < 0 ? rest : pieces, reading)
  if (offered.size === 0 || !lettersOf(found.letter).every((each) => offered.has(each))) return null
  const from = found.start + text.slice(found.start, found.end).lastIndexOf(found.letter)
  const answer = placedParagraph(takeRange(line.nodes, from, from + found.letter.length), reading)
  const position = line.nodes[0]?.position
  const blank: PhrasingContent = { type: 'text', value: '____', ...(position ? { position } : {}) }
  const nodes = found.blank
    ? [...takeStart(line.nodes, from), blank, ...dropStart(line.nodes, from + found.letter.length)]
    : takeStart(line.nodes, text.slice(0, found.start).trimEnd().length)
  const asked = paragraphOf(lines.with(at, { ...line, nodes }), reading)
  return answer && asked ? { pieces: [asked, ...rest], answer } : null
}

function letterIn(text: string): { letter: string; start: number; end: number; blank: boolean } | null {
  const blank = inBlank.exec(text)
  const match = blank ?? atEnd.exec(text)
  const letter = match?.slice(1).find((each) => each !== undefined)
  if (!match || letter === undefined) return null
  return { letter, start: match.index, end: match.index + match[0].length, blank: blank !== null }
}

/** "C) seal (B)", "c) seal  [b]", "C) seal (B) See a.md §1.": the letter in brackets behind the words of an option, the gap before it, and a citation. */
const behindOption = new Caseless(
  `^(.*\\S)(\\s+)([([])([a-h])[)\\]]\\s*\\.?\\s*($|(?:${citing}|\\{).*$)`,
  'iu',
  (text) => /\s[([][a-h][)\]]/i.test(text),
)
const endsInBracket = /[([][a-z]{1,3}[)\]]\s*\.?\s*$/i
/** "deduce it from (a)": another part is spoken of. */
const speaksOf =
  /\s(?:from|by|in|using|of|see|than|as|with|to|and|or|parts?|questions?|eq(?:uation)?s?|aus|mit|von|nach|in|und|oder|wie|de|avec|et|ou|con|y|o)\.?$/i

/**
 * Takes the letter of an option off the end of the last one, where no other ends so: "A) whale B) cod C) seal (B)". A letter of another case than those
 * of the options may be the option's own, "c) ampere (A)", unless two spaces or square brackets set it off. Null without one.
 */
export function letterBehind(
  pieces: readonly Piece[],
  reading: Reading,
): { pieces: Piece[]; answer: Paragraph } | null {
  const at = pieces.findLastIndex(({ type }) => type === 'list' || type === 'paragraph')
  const piece = pieces[at]
  const last = piece?.type === 'list' ? piece.children.at(-1) : undefined
  const [paragraph, ...rest] = last ? last.children : [piece]
  if (!piece || paragraph?.type !== 'paragraph') return null
  const lines = linesOf(paragraph.children, reading)
  const line = lines.at(-1)
  const text = line ? phraseText(line.nodes) : ''
  const found = text.length > 1000 ? null : behindOption.exec(text)
  const [, words = '', gap = '', bracket = '', letter = '', behind = ''] = found ?? []
  if (!line || !found) return null
  const own = paragraphOf(lines.with(-1, { ...line, nodes: takeStart(line.nodes, words.length) }), reading)
  if (!own) return null
  const shorter =
    piece.type === 'list' && last
      ? { ...piece, children: piece.children.with(-1, { ...last, children: [own, ...(rest as typeof last.children)] }) }
      : own
  const asked = pieces.with(at, shorter)
  const above = asked.slice(0, at + 1).find(({ type }) => type === 'paragraph')
  const stem = above?.type === 'paragraph' ? letteredLines(above.children, reading)[0] : undefined
  if (!stem || !asksToChoose(phraseText(stem.nodes)) || speaksOf.test(words)) return null
  const mark = itemMark(phraseText(letteredLines(own.children, reading).at(-1)?.nodes ?? []))
  const offered = offeredIn(asked.slice(0, at + 1), reading)
  const isOwn = gap.length < 2 && bracket === '(' && mark && isSmall(letter) !== isSmall(mark.letter)
  if (!mark || isOwn || !offered.has(letter.toLowerCase())) return null
  if ([...offered.values()].some((each) => endsInBracket.test(each))) return null
  const from = words.length + gap.length + 1
  const position = line.nodes[0]?.position
  const stop: PhrasingContent = { type: 'text', value: '. ', ...(position ? { position } : {}) }
  const cited = behind === '' ? [] : [stop, ...dropStart(line.nodes, text.length - behind.length)]
  const answer = placedParagraph([...takeRange(line.nodes, from, from + 1), ...cited], reading)
  return answer && { pieces: asked, answer }
}

const asksToChoose = (stem: string): boolean => endsAsking(stem.trim()) || /_{2,}|\.{4,}|…/.test(stem)

const isSmall = (letter: string): boolean => letter === letter.toLowerCase()

/** `- x`, `- y` and right below it "B": by Markdown's rules the letter belongs to the last item. Null without one. */
export function letterInLast(list: List, reading: Reading): { list: List; answer: Paragraph } | null {
  const last = list.children.at(-1)
  const [first, ...rest] = last?.children ?? []
  if (list.children.length < 2 || last === undefined || first?.type !== 'paragraph') return null
  const lines = linesOf(first.children, reading)
  const line = lines.at(-1)
  if (!line || lines.length < 2) return null
  const found = optionNamed(phraseText(line.nodes), offeredIn([list], reading))
  const answer = found && placedParagraph(takeRange(line.nodes, found.from, found.to), reading)
  const own = paragraphOf(lines.slice(0, -1), reading)
  if (!answer || !own) return null
  return { list: { ...list, children: [...list.children.slice(0, -1), { ...last, children: [own, ...rest] }] }, answer }
}

/** Cuts a line that names an option above it; `first` of its paragraph, it may as well judge the last one. */
export function cutOption(
  nodes: PhrasingContent[],
  text: string,
  above: readonly Piece[],
  first: boolean,
  reading: Reading,
): { before: PhrasingContent[]; after: PhrasingContent[] } | null {
  if (above.length === 0) return null
  const offered = offeredIn(above, reading)
  // A paragraph that judges belongs to the last option.
  if (first && offered.size > 0 && judgesOption(text)) return { before: [], after: nodes }
  const found = optionNamed(text, offered)
  return found && { before: [], after: takeRange(nodes, found.from, found.to) }
}

/** A quote that names an option above it: `> Right: b`. */
export function optionQuote({ children }: Blockquote, offered: Offered, reading: Reading): Flow[] | null {
  const [first, ...rest] = children
  if (first?.type !== 'paragraph') return null
  const found = optionNamed(phraseText(first.children), offered)
  const words = found && placedParagraph(takeRange(first.children, found.from, found.to), reading)
  return words && [words, ...rest]
}
