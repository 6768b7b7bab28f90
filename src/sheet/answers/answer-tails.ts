/** Answers without a label that a sign sets off behind the question mark: they are taken. */

import type { RichBlock, Run } from '../../text/rich.js'
import { rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import { endsAsking, hasOutrightMark, isDirective, opensInLanguage, opensWithVerb } from '../questions/asks.js'
import { arrowSource, isArrowFormula, markLength, markSource } from '../words/answer-signs.js'
import { hasWords } from '../words/answer-words.js'
import { barePoints } from '../words/points-words.js'
import { isWish } from '../words/tail-words.js'
import { cites, firstSentence, isSetOff } from './set-off.js'

type ParagraphBlock = Extract<RichBlock, { type: 'paragraph' }>

/** Blocks without the answer behind their question mark, and the answer; [] for none. */
export interface Tailed {
  blocks: RichBlock[]
  answer: RichBlock[]
}

/** Longer paragraphs are read as they stand. */
export const longest = 2000

const sign = `(?:${markSource}|=(?![=>])|:{2,3}(?!:|\\s*(?:\\{|$))|:=:?)`
const asked = `([?？؟\\u037e]["'”’»)\\]*_]*(?:\\s+${barePoints})?|(?<=[?？؟][^?？؟]{0,200}[.)\\]]))`
/** "Why? → so", "Why? = so", "Why? (→ so)", "Why? See a.md §1. → so". */
const signed = new RegExp(`${asked}\\s*[([]?\\s*${sign}\\s*(?=\\S)`, 'u')
const marked = new RegExp(`([.!)\\]]["'”’»)*]*(?:\\s+${barePoints})?)\\s+${markSource}\\s*(?=\\S)`, 'u')
/** A sign that formulas and types have as well: behind a bracket without a stop before it, it may be theirs. */
const equal = /([.!]["'”’»*]*(?:\s+[([][^()[\]]{1,30}[)\]])?)\s+(?:=(?![=>])|:{2,3}(?!:))\s+(?=\S)/
const first = new RegExp(`^\\s*${sign}\\s*(?=\\S)`, 'u')
const arrow = new RegExp(arrowSource, 'u')
/** "Queue :: a line". Of a type, `f :: Int -> Int`, nothing is answered. */
const card = /^((?=\S)[^:]{1,300}?)\s:{2,3}\s+(?=\S)/u

/**
 * Takes the answer that a sign sets off from what asks: `Why? → so`, `Why? :: so`, `Why? = so`, or a paragraph `= so` below it. `above` stands before
 * the blocks. A mark before a source or a task ("→ See a.md §1", "→ Draw it.") sets off no answer, and "=" and "::" none before any wish.
 */
export function takeTail(blocks: readonly RichBlock[], above: readonly RichBlock[] = []): Tailed {
  for (const [i, block] of blocks.entries()) {
    if (block.type !== 'paragraph') continue
    const cut = cutOf(block, blocks[i - 1] ?? above.at(-1))
    if (!cut) continue
    const kept = trimRuns(sliceRuns(block.runs, 0, cut.end))
    const answer = trimRuns(withoutClose(sliceRuns(block.runs, cut.from), cut.bracketed))
    const asking = kept.length > 0 ? [{ ...block, runs: kept }] : []
    return { blocks: blocks.toSpliced(i, 1, ...asking), answer: [{ ...block, runs: answer }] }
  }
  return { blocks: [...blocks], answer: [] }
}

function cutOf(block: ParagraphBlock, above: RichBlock | undefined) {
  const text = masked(block.runs)
  if (text.length > longest) return null
  const below = above?.type === 'paragraph' && endsAsking(rawText(above.runs).slice(-longest).trim())
  const found = (below ? first.exec(text) : null) ?? signed.exec(text) ?? afterTask(text) ?? cardOf(text)
  if (!found) return null
  const [whole, asking = ''] = found
  const end = found.index + asking.length
  const from = found.index + whole.length
  const said = rawText(block.runs).slice(from).trim()
  const isMark = markLength(text.slice(end)) > 0
  if (!(isMark ? isSetOff(said, text.slice(0, end)) : isEqual(said))) return null
  return { end, from, bracketed: /^\s*[([]/.test(text.slice(end)) }
}

/** True for what a sign of equations sets off: it has other uses, so that what is in doubt stays. */
const isEqual = (said: string): boolean =>
  hasWords(said) &&
  !hasOutrightMark(said) &&
  !cites(said) &&
  !isDirective(said) &&
  !opensInLanguage(said) &&
  !isWish(firstSentence(said))

/** "Define osmosis. → so", "Define osmosis. = so": behind a task that ends. */
function afterTask(text: string): RegExpExecArray | null {
  const found = marked.exec(text) ?? equal.exec(text)
  const task = text.slice(0, (found?.index ?? 0) + 1)
  return found && (isDirective(task) || opensWithVerb(task)) ? found : null
}

function cardOf(text: string): RegExpExecArray | null {
  const found = card.exec(text)
  const [whole = '', asking = ''] = found ?? []
  return found && !isDirective(asking) && !arrow.test(text.slice(whole.length)) ? found : null
}

/** The words of runs, each letter of code and of formulas as "c", since no sign in them is the author's own; a formula `$\to$` is an arrow. */
export const masked = (runs: readonly Run[]): string =>
  runs
    .map(({ text, code, math }) => {
      if (math && isArrowFormula(text)) return '→'.padEnd(text.length)
      return code || math ? 'c'.repeat(text.length) : text
    })
    .join('')

function withoutClose(runs: Run[], bracketed: boolean): Run[] {
  const text = rawText(runs)
  const close = bracketed ? (/[)\]]\s*\.?\s*$/.exec(text)?.index ?? text.length) : text.length
  return sliceRuns(runs, 0, close)
}
