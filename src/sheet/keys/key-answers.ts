/** Answers of a key as they are given to questions: without what they are worth, and without the words of the question. */
import { LetterPattern } from '../../text/latin.js'
import { plainBlocks, type RichBlock } from '../../text/rich.js'
import { takeStatedPoints } from '../braces/stated-points.js'
import { rawText } from '../markdown/runs.js'
import type { Day, Question } from '../model.js'
import { withoutStart } from '../options/parts.js'
import { hasWords, labelLength } from '../words/answer-words.js'
import type { KeyEntry } from './key-sections.js'
import { folded } from './looks-like-key.js'

/** A question of the sheet, with its number as its author wrote it; null without one. */
export interface Asked {
  day: Day
  question: Question
  written: number | null
  /** True when a letter counts it: "b" is written 2. */
  lettered: boolean
}

/** The question that its author numbered so, when only one is; else the one at that position. */
export function byNumber(asked: readonly Asked[], number: number): Asked | undefined {
  const same = asked.filter((each) => each.written === number)
  return same.length === 1 ? same[0] : asked[number - 1]
}

/** An answer of a key as it will be printed. */
export interface Given extends KeyEntry {
  answer: RichBlock[]
}

/** `so (2 marks)` as "so", worth 2; an answer that counts its points one by one stays as it is. */
export function withoutPoints(given: Given): Given {
  const { blocks, pair } = takeStatedPoints(given.answer)
  const rest = plainBlocks(blocks)
  const isOne = pair !== null && given.points === undefined && hasWords(rest) && !countedPoints.test(rest)
  return isOne ? { ...given, answer: blocks, points: pair.value } : given
}

const countedPoints = new LetterPattern(String.raw`[([]\s*\d+(?:[.,]\d+)?\s?\p{L}{1,7}\.?\s*[)\]]|/\s?\d+\s*[)\]]`)

/** Adds an answer to those of a question, unless it says what is said already. */
export function give(question: Question, answer: readonly RichBlock[]): void {
  const rest = withoutPrompt(answer, question)
  const given = rest.length > 0 ? rest : answer
  const words = folded(plainBlocks(given))
  if (words === '' || words !== folded(plainBlocks(question.answer ?? [])))
    question.answer = [...(question.answer ?? []), ...given]
}

/** An answer without the words of its question, which a key may repeat before it. */
function withoutPrompt(answer: readonly RichBlock[], { prompt }: Question): RichBlock[] {
  const [first, ...rest] = answer
  const asked = folded(plainBlocks(prompt))
  if (first?.type !== 'paragraph' || asked === '') return [...answer]
  const words = rawText(first.runs)
  if (folded(words) === asked) return rest
  if (!folded(words).startsWith(`${asked} `)) return [...answer]
  const end = [...words.matchAll(/[?？.:：!)"”]+\s*(?:[:：–—→-]+\s*)?|\s(?:[–—=→-]|[-=]>)\s+/g)].find(
    (match) => folded(words.slice(0, match.index + match[0].length)) === asked,
  )
  if (!end) return [...answer]
  const from = end.index + end[0].length
  return withoutStart(answer, from + labelLength(words.slice(from)))
}
