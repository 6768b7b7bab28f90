/** What stands above the title of a key in its day, as far as it tells whether and whose key it is. */
import type { Piece } from '../boxes/hidden.js'
import { phraseText } from '../markdown/phrases.js'
import { itemMark } from '../options/options.js'
import { asks, asksAndCites, endsAsking, isDirective, isInstruction } from '../questions/asks.js'
import { isQuestionHeading, itemWords } from '../questions/carrier-choice.js'
import { questionMark } from '../questions/question-headings.js'
import { isQuestionTable } from '../questions/question-tables.js'
import { askedWords, questionWords } from './looks-like-key.js'

/** How many questions stand above a title at most, and the highest heading that is one. */
export interface Before {
  questions: number
  headingDepth: number | null
  /** Lists of two or more items, and stretches that are folded or fenced. */
  lists: number
  answers: number
  /** Whether each item of these lists asks. */
  allAsk: boolean
  /** The words of the last item. */
  last: string
  /** What the items of lists ask, by `askedWords`. */
  asked: Set<string>
  /** Titles looked under; each look reads the rest of the day. */
  tries: number
}

/** What stands above the first piece of a day. */
export const nothingBefore = (): Before => ({
  questions: 0,
  headingDepth: null,
  lists: 0,
  answers: 0,
  allAsk: true,
  last: '',
  asked: new Set(),
  tries: 0,
})

/** Counts a piece among what stands above. */
export function count(piece: Piece, before: Before): void {
  if (piece.type === 'list') {
    before.questions += piece.children.length
    before.lists++
    for (const words of itemWords(piece)) {
      for (const each of askedWords(words)) before.asked.add(each)
      before.allAsk &&= asks(words)
      before.last = words
    }
  } else if (piece.type === 'table' && isQuestionTable(piece)) {
    before.questions += piece.children.length - 1
    for (const cell of piece.children.flatMap((row) => row.children))
      before.asked.add(questionWords(phraseText(cell.children)))
  } else if (piece.type === 'hidden') {
    before.questions++
    before.answers++
  } else if (piece.type === 'heading') {
    before.questions++
    if (isQuestionHeading(piece, undefined)) before.headingDepth = Math.min(piece.depth, before.headingDepth ?? 6)
  } else if (piece.type === 'paragraph') {
    const words = phraseText(piece.children)
    const lettered = before.lists === 0 ? askingLetters(words) : 0
    if (lettered > 0) before.questions += lettered
    else if (questionMark(words) || asksInParagraph(words)) {
      before.questions += Math.max(1, words.split('\n').filter((line) => questionMark(line)).length)
      for (const each of askedWords(words)) before.asked.add(each)
    }
  }
}

/** How many lines of a paragraph ask under a letter, `a) Why?`: where no list stands above them, each may be a question of its own. */
const askingLetters = (words: string): number =>
  words.split('\n').filter((line) => asks(line.slice(itemMark(line)?.length ?? line.length))).length

/** "Why?", "Why? See a.md §1.", "Define osmosis." */
const asksInParagraph = (words: string): boolean =>
  endsAsking(words) || asksAndCites(words) || (isDirective(words) && !isInstruction(words))
