/** Answers above the questions: a key, or hidden words, in the introduction of a sheet or of a day. None of them is ever printed there. */

import { plainBlocks } from '../../text/rich.js'
import type { Flow, Hidden, Piece } from '../boxes/hidden.js'
import { excerpt } from '../markdown/excerpt.js'
import { htmlWords } from '../markdown/html.js'
import { flowText, phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { toBlocks } from '../questions/blocks.js'
import { isLinkList, listAsks } from '../questions/carrier-choice.js'
import {
  answerNumber,
  isAnswerAdmonition,
  isAnswerClass,
  isAnswerSummary,
  isKeyTitle,
  tellsOfAnswers,
} from '../words/answer-words.js'
import { keyIn } from './framed-keys.js'
import { openHtmlKeys, openingOf, quotedWords } from './key-openings.js'
import { readKey } from './key-reader.js'
import type { KeySection } from './key-sections.js'
import { looksLikeKey } from './looks-like-key.js'

/**
 * Parts an introduction into what is shown and the keys in it. A key that cannot be read is left out with a message.
 * ```md
 * <details><summary>Answer key</summary>
 *
 * 1. Newton      → a key; "Answers: 1 newton, 2 watt" is one too
 *
 * </details>
 * ```
 */
export function takeIntroKeys(given: readonly Piece[], reading: Reading): { shown: Flow[]; keys: KeySection[] } {
  const pieces = openHtmlKeys(given, reading)
  const shown: Flow[] = []
  const keys: KeySection[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const found = piece.type === 'hidden' ? hiddenKey(piece, reading) : keyAlone(piece, reading)
    if (found) keys.push(...found)
    else if (piece.type === 'hidden') shown.push(...shownNodes(piece))
    else {
      const titled = titledKey(pieces, i) ?? admonitionKey(pieces, i) ?? numberedKey(pieces, i)
      if (titled) {
        keys.push(...readKey(titled.below, titled.words, reading.place(piece), reading))
        i = titled.end - 1
      } else shown.push(piece)
    }
  }
  return { shown, keys }
}

/** Hidden words that hide no answer, summary and all. */
const shownNodes = ({ summary, nodes }: Hidden): Flow[] => (summary === null ? nodes : [summary, ...nodes])

/**
 * What is hidden above the questions; null when it is for all to read. Under a summary that speaks of answers it is a key; with any other one,
 * such as "For teachers", a numbered list that asks nothing may be answers, and is left out.
 */
function hiddenKey({ summary, nodes, position }: Hidden, reading: Reading): KeySection[] | null {
  const words = summary === null ? '' : htmlWords(summary.value)
  const place = reading.place({ position })
  const titled = isKeyTitle(words) || isAnswerSummary(words) || tellsOfAnswers(words)
  if (titled && looksLikeKey(nodes)) {
    const sections = readKey(nodes, words, place, reading)
    if (sections.some(({ entries }) => entries.some(({ written }) => written !== null) || entries.length > 1))
      return sections
  }
  const listed = nodes.some((node) => node.type === 'list' && node.ordered && !isLinkList(node) && !listAsks(node))
  if (!titled && !listed && summary !== null) return null
  leaveOut(nodes, words, place, reading)
  return []
}

/** A key in one node, `Answers: 1 newton, 2 watt` or a callout; null for any other. One that cannot be read is left out with a message. */
function keyAlone(node: Flow, reading: Reading): KeySection[] | null {
  const sections = keyIn(node, { questions: 0, words: new Set() }, reading)
  if (sections) return sections
  const { title, nodes } = openedBy(node, reading)
  if (title === null || nodes.length === 0) return null
  leaveOut(nodes, title, reading.place(node), reading)
  return []
}

function openedBy(node: Flow, reading: Reading): { title: string | null; nodes: Flow[] } {
  if (node.type === 'blockquote') return quotedWords(node, reading)
  if (node.type === 'code' && isAnswerClass(node.lang ?? '')) return { title: '', nodes: [node] }
  return openingOf([node], reading) ?? { title: null, nodes: [] }
}

/** The words of a title, the answers below it, and where they end; null when it has none. */
function titledKey(pieces: readonly Piece[], at: number): { words: string; below: Flow[]; end: number } | null {
  const piece = pieces[at]
  if (piece?.type !== 'heading' && piece?.type !== 'paragraph') return null
  const words = phraseText(piece.children)
  if (!isKeyTitle(words) && !(piece.type === 'heading' && tellsOfAnswers(words))) return null
  const next = pieces.findIndex(
    (each, i) => i > at && each.type === 'heading' && (piece.type !== 'heading' || each.depth <= piece.depth),
  )
  const end = next < 0 ? pieces.length : next
  const below = pieces.slice(at + 1, end).flatMap((each) => (each.type === 'hidden' ? each.nodes : [each]))
  return below.length > 0 && looksLikeKey(below) ? { words, below, end } : null
}

/** `??? success "Answers"` over a paragraph or what stands indented below it. */
function admonitionKey(pieces: readonly Piece[], at: number): { words: string; below: Flow[]; end: number } | null {
  const [piece, next] = [pieces[at], pieces[at + 1]]
  if (piece?.type !== 'paragraph' || next?.type !== 'code') return null
  const words = phraseText(piece.children)
  return isAnswerAdmonition(words) ? { words: 'Answers', below: [next], end: at + 2 } : null
}

/** "Answer 1: so", "Answer 2: thus", in lines or paragraphs. */
function numberedKey(pieces: readonly Piece[], at: number): { words: string; below: Flow[]; end: number } | null {
  const below: Flow[] = []
  let count = 0
  for (let piece = pieces[at]; piece?.type === 'paragraph'; piece = pieces[at + below.length]) {
    const lines = phraseText(piece.children).split('\n')
    const numbers = lines.flatMap((line) => (/^\s*r\d/i.test(line) ? [] : (answerNumber(line)?.written ?? [])))
    if (numbers.length === 0 || !numbers.every((number, i) => number === count + i + 1)) break
    count += numbers.length
    below.push(piece)
  }
  return count > 1 ? { words: '', below, end: at + below.length } : null
}

function leaveOut(nodes: readonly Flow[], title: string, place: KeySection['place'], reading: Reading): void {
  const words = plainBlocks(toBlocks(nodes, reading)) || nodes.map((node) => flowText(node)).join(' ')
  if (words.trim() === '') return
  const named = title.trim() === '' ? '' : ` under "${title.trim().replace(/\s*[:：]$/, '')}"`
  reading.log.report('answer-unmatched', place, {
    answer: `"${excerpt(words, 60)}"${named}`,
    expected: 'expected the numbers of questions before answers that stand above them',
  })
}
