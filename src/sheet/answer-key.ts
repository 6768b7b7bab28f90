/** A key in the file, "Answers" and a list that repeats 1 to n: found in a day or as a part of its own, read, and given to its questions. */
import { hasWords, isKeyTitle, keyLineLength } from './answer-words.js'
import { hiddenNodes } from './answers.js'
import { endsAsking, isDirective } from './asks.js'
import { firstWords, isQuestionHeading, listAsks } from './carrier-choice.js'
import type { Flow, Piece } from './hidden.js'
import { htmlWords } from './html.js'
import { listed } from './key-labels.js'
import { type KeySection, readKey } from './key-reader.js'
import { dropStart, flowText, phraseText, placedParagraph } from './phrases.js'
import { questionMark } from './question-headings.js'
import type { Reading } from './reading.js'

/** Takes the keys out of a day: a title such as "Answers" below the questions, and what stands under it. */
export function takeKeys(pieces: readonly Piece[], reading: Reading): { body: Piece[]; keys: KeySection[] } {
  const body: Piece[] = []
  const keys: KeySection[] = []
  const before: Before = { questions: 0, headingDepth: null, tries: 0 }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const short = before.questions > 1 ? shortKey(piece, before.questions, reading) : null
    if (short) {
      keys.push(...short)
      continue
    }
    const quoted = before.questions > 1 ? quotedKey(piece, reading) : null
    if (quoted) {
      keys.push(...quoted)
      continue
    }
    const end = before.questions === 0 ? keyAbove(pieces, i) : keyEnd(pieces, i, before)
    if (end === null) {
      count(piece, before)
      body.push(piece)
      continue
    }
    const nodes = piece.type === 'hidden' ? piece.nodes : asFlow(pieces.slice(i + 1, end))
    keys.push(...readKey(nodes, titleWords(piece) ?? '', reading.place(piece), reading))
    i = end - 1
  }
  return { body, keys }
}

/**
 * A key in one paragraph, "Answers: 1-B, 2-C", or "Answers: B, C" below `questions` of them; null for anything else.
 */
export function shortKey(piece: Piece, questions: number, reading: Reading): KeySection[] | null {
  if (piece.type !== 'paragraph') return null
  const text = phraseText(piece.children)
  const length = keyLineLength(text)
  const words = length > 0 ? placedParagraph(dropStart(piece.children, length), reading) : null
  if (!words) return null
  const sections = readKey([words], text.slice(0, length), reading.place(piece), reading)
  const entries = sections.flatMap((section) => section.entries)
  const [only] = entries
  const list = entries.length === 1 && only?.loose ? listed(phraseText(words.children), questions) : null
  return entries.length > 1 || list ? sections : null
}

/** A key in a quote or callout, `> [!success]- Answers`; null for anything else. */
function quotedKey(piece: Piece, reading: Reading): KeySection[] | null {
  if (piece.type !== 'blockquote') return null
  const [first, ...rest] = piece.children
  if (first?.type !== 'heading' && first?.type !== 'paragraph') return null
  const [line = ''] = phraseText(first.children).split(/\n/)
  const title = line.replace(/^\s*\[!\w+\][-+]?\s*/, '')
  if (!isKeyTitle(title)) return null
  const more = placedParagraph(dropStart(first.children, line.length), reading)
  const nodes = more ? [more, ...rest] : rest
  if (!looksLikeKey(nodes)) return null
  const sections = readKey(nodes, title, reading.place(piece), reading)
  return sections.flatMap((section) => section.entries).length > 1 ? sections : null
}

/** Pieces as nodes; what is hidden in a key is an answer as well, and a summary of its own words stands over it as a heading. */
export const asFlow = (pieces: readonly Piece[]): Flow[] =>
  pieces.flatMap((piece): Flow[] => {
    if (piece.type !== 'hidden') return [piece]
    const [summary, ...nodes] = hiddenNodes(piece)
    if (!summary || summary !== piece.summary) return summary ? [summary, ...nodes] : []
    const at = summary.position ? { position: summary.position } : {}
    return [
      { type: 'heading', depth: 6, children: [{ type: 'text', value: htmlWords(summary.value), ...at }], ...at },
      ...nodes,
    ]
  })

/** Where the key that begins at `at` ends; null when none begins there. */
function keyEnd(pieces: readonly Piece[], at: number, before: Before): number | null {
  const piece = pieces[at]
  const words = piece ? titleWords(piece) : null
  if (!piece || words === null || !isKeyTitle(words) || before.questions === 0) return null
  if (++before.tries > mostTries) return null
  const later = pieces.slice(at + 1)
  if (piece.type === 'hidden') {
    // Behind one of several questions it is the answer of that question.
    const more = later.some(
      (each, i) => each.type === 'list' || (each.type === 'heading' && isQuestionHeading(each, later[i + 1])),
    )
    return more || before.questions < 2 || !looksLikeKey(piece.nodes) ? null : at + 1
  }
  if (piece.type === 'heading') {
    if (before.headingDepth !== null && before.headingDepth < piece.depth) return null
    const next = later.findIndex((each) => each.type === 'heading' && each.depth <= piece.depth)
    const end = next < 0 ? pieces.length : at + 1 + next
    return looksLikeKey(asFlow(pieces.slice(at + 1, end))) ? end : null
  }
  const next = later.findIndex((each) => each.type === 'heading')
  const end = next < 0 ? pieces.length : at + 1 + next
  return before.headingDepth === null && looksLikeKey(asFlow(pieces.slice(at + 1, end))) ? end : null
}

/** Where a key above the questions of its day ends: a title, one node that asks nothing, and below them a list that asks. */
function keyAbove(pieces: readonly Piece[], at: number): number | null {
  const [piece, key, ...later] = pieces.slice(at, at + 12)
  if (piece?.type !== 'paragraph' && piece?.type !== 'heading') return null
  if (!isKeyTitle(phraseText(piece.children)) || !key || key.type === 'heading') return null
  const asked = later.some((each) => each.type === 'list' && listAsks(each))
  return asked && looksLikeKey(asFlow([key])) ? at + 2 : null
}

function titleWords(piece: Piece): string | null {
  if (piece.type === 'heading' || piece.type === 'paragraph') return phraseText(piece.children)
  return piece.type === 'hidden' && piece.summary !== null ? htmlWords(piece.summary.value) : null
}

/** What stands above a title: how many questions at most, and the highest heading that is one. */
interface Before {
  questions: number
  headingDepth: number | null
  /** Titles looked under; each look reads the rest of the day. */
  tries: number
}

const mostTries = 50

function count(piece: Piece, before: Before): void {
  if (piece.type === 'list') before.questions += piece.children.length
  else if (piece.type === 'hidden') before.questions++
  else if (piece.type === 'heading') {
    before.questions++
    if (isQuestionHeading(piece, undefined)) before.headingDepth = Math.min(piece.depth, before.headingDepth ?? 6)
  } else if (piece.type === 'paragraph') {
    const words = phraseText(piece.children)
    if (questionMark(words) || endsAsking(words)) before.questions++
  }
}

/** A key has words, and its items do not ask. "Solutions" and "Short answers" over a list of questions are no keys. */
export function looksLikeKey(nodes: readonly Flow[]): boolean {
  const items = nodes.flatMap((node) =>
    node.type === 'list' ? node.children.map((item) => firstWords(item.children)) : [],
  )
  const asking = items.filter((words) => endsAsking(words) || isDirective(words)).length
  return nodes.some((node) => hasWords(flowText(node as never))) && asking * 2 <= items.length
}
