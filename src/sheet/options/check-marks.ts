/** Marks that may tell an answer and are printed all the same, since they may as well be decoration. */
import type { Log, Place } from '../../diagnostics.js'
import type { RichBlock } from '../../text/rich.js'
import { excerpt } from '../markdown/excerpt.js'
import { rawText } from '../markdown/runs.js'
import type { Question } from '../model.js'
import { hasQuestionMark } from '../questions/asks.js'
import { marksOfList } from './list-marks.js'
import { optionMark, starMark } from './option-marks.js'
import { leadOf, textOfFirst } from './parts.js'

type ListBlock = Extract<RichBlock, { type: 'list' }>

/** Words that are printed with a mark, and where they stand. */
interface Marked {
  words: string
  place: Place
}

/** Reports what a question prints with a mark that may tell its answer: "⭐ GET" or bold words alone in a list, "PUT ✅" at an end. */
export function checkMarks(question: Question, log: Log): void {
  for (const { prompt } of [question, ...question.parts])
    for (const { words, place } of markedIn(prompt))
      log.report('mark-printed', place, { code: question.code, words: excerpt(words, 60) })
}

function markedIn(blocks: readonly RichBlock[]): Marked[] {
  return blocks.flatMap((block, i): Marked[] => {
    if (block.type === 'list') return markedItems(block, leadOf(blocks.slice(0, i)))
    if (block.type !== 'paragraph') return []
    const words = rawText(block.runs)
    return optionMark(words) === null ? [] : [{ words, place: block.place }]
  })
}

/** Items that are marked where others are not. */
function markedItems(list: ListBlock, lead: string): Marked[] {
  const words = list.items.map(textOfFirst)
  const marks = marksOfList(words)
  const same = marks.every((mark) => mark?.right)
  const lone = loneOf(list, words, hasQuestionMark(lead) || list.marker === 'option')
  return list.items.flatMap((item, i): Marked[] => {
    const [first] = item
    const told = marks[i] != null && (marks.includes(null) || (marks[i]?.right && !same))
    return first && (told || i === lone) ? [{ words: words[i] ?? '', place: first.place }] : []
  })
}

/** "It floats (T)": true, where the others have no letter; "seal (B)": the second. */
const lastLetter = /\s[([]([A-H]|T)[)\]][.!]?$/i
/** "newton (N)": an abbreviation. */
const inBracket = /\s[([]\p{L}{1,3}[)\]][.!]?$/u
const isLettered = (words: string, all: readonly string[]): boolean => {
  const letter = lastLetter.exec(words.slice(-12))?.[1]
  const others = all.filter((each) => inBracket.test(each.slice(-12)))
  return (
    letter !== undefined &&
    others.length === 1 &&
    (/[TF]/.test(letter) || letter.toLowerCase().charCodeAt(0) - 97 < all.length)
  )
}

/** The one item that stands out by a star or a letter, or below what asks by its type; -1 without one. */
function loneOf(list: ListBlock, words: readonly string[], asked: boolean): number {
  for (const isMarked of [(each: string) => starMark(each) !== null, (each: string) => isLettered(each, words)]) {
    const found = words.flatMap((each, at) => (isMarked(each) ? [at] : []))
    if (found.length === 1 && words.length > 1) return found[0] ?? -1
  }
  return asked ? loneStyled(list) : -1
}

/** The one item of a list that is all in bold type, in italics or struck; -1 without one. */
export function loneStyled({ items }: ListBlock): number {
  for (const style of ['strong', 'emphasis', 'strike'] as const) {
    const found = items.flatMap(([first], at) =>
      first?.type === 'paragraph' && first.runs.every((run) => run[style] || !/[\p{L}\p{N}]{2}/u.test(run.text))
        ? [at]
        : [],
    )
    if (found.length === 1 && items.length > 1) return found[0] ?? -1
  }
  return -1
}
