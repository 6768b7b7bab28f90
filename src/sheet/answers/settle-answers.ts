/** Answers of a question whose keys are all read: given to its parts, and named by the letters of its options. */
import { plainBlocks, type RichBlock } from '../../text/rich.js'
import type { Reading } from '../markdown/reading.js'
import { mergeRuns, rawText } from '../markdown/runs.js'
import type { Part, Question } from '../model.js'
import { loneStyled } from '../options/check-marks.js'
import { optionsOf } from '../options/choices.js'
import { optionMark } from '../options/option-marks.js'
import { itemMark } from '../options/options.js'
import { type Item, itemsOf, letteredList, withLetter, withoutStart } from '../options/parts.js'
import { reportDiffering, type Said } from './differing-answers.js'

/** Settles the answer of a question when nothing is added to it any more; tells when it says different things. */
export function settleAnswers(question: Question, reading: Reading): void {
  const report = (asked: Question | Part, said: readonly Said[]) => {
    const label = 'letter' in asked ? `${question.label} ${asked.letter}` : question.label
    if (asked !== question || question.parts.length === 0) reportDiffering(asked, label, question.place, said, reading)
  }
  answerParts(question, report)
  nameOptions(question, report)
  for (const each of [question, ...question.parts]) plainOption(each)
}

type Report = (asked: Question | Part, said: readonly Said[]) => void

/** Prints an option that alone stands out by its type as the others, where the key says that it is the answer. */
function plainOption(asked: Question | Part): void {
  const said = (asked.answer ?? []).map((block) => folded(plainBlocks([block])))
  asked.prompt = asked.prompt.map((block) => {
    if (block.type !== 'list') return block
    const lone = loneStyled(block)
    const [first, ...rest] = block.items[lone] ?? []
    if (first?.type !== 'paragraph') return block
    const words = rawText(first.runs)
    const own = folded(words.slice(itemMark(words)?.length ?? 0))
    const isSaid = said.some((each) => each === own || each.slice(itemMark(each)?.length ?? 0) === own)
    if (own === '' || !isSaid) return block
    const runs = first.runs.map(({ strong: _bold, emphasis: _italics, strike: _struck, ...run }) => run)
    return { ...block, items: block.items.with(lone, [{ ...first, runs: mergeRuns(runs) }, ...rest]) }
  })
}

/**
 * Gives the answer of a question to its parts, where it is written part by part: a list with the parts' letters, or as many items as there are parts.
 * The question keeps the whole answer, with its parts as one lettered list, so that whoever prints answers need not know of parts.
 */
function answerParts(question: Question, report: Report): void {
  const { parts, answer } = question
  if (parts.length === 0) return
  const rest: RichBlock[] = []
  let last: Part | undefined
  for (const block of answer ?? []) {
    for (const { letter, blocks } of itemsOfAnswer(block, parts) ?? [{ letter: last?.letter ?? '', blocks: [block] }]) {
      // What has no letter goes on with the part before it.
      last = parts.find((each) => sameLetter(each, letter))
      if (last) last.answer = [...(last.answer ?? []), ...blocks]
      else rest.push(...blocks)
    }
  }
  for (const part of parts) nameOptions(part, report)
  const answered = parts.flatMap(({ letter, answer: blocks }) => {
    const [first] = blocks ?? []
    return blocks && first ? [{ letter, blocks, place: first.place }] : []
  })
  const list = letteredList(answered)
  if (list) question.answer = [...rest, list]
}

const sameLetter = (part: Part, letter: string) => part.letter.toLowerCase() === letter.toLowerCase()

/** A block of an answer as answers of parts; null when it is none. */
function itemsOfAnswer(block: RichBlock, parts: readonly Part[]): Item[] | null {
  if (block.type === 'paragraph') {
    const words = rawText(block.runs)
    // A letter may stand alone over code or HTML.
    const mark = itemMark(words) ?? itemMark(`${words} …`)
    if (!mark || !parts.some((part) => sameLetter(part, mark.letter))) return null
    return [{ letter: mark.letter, blocks: withoutStart([block], mark.length) }]
  }
  if (block.type !== 'list') return null
  const items = itemsOf(block)
  const known = items.every(({ letter }) => parts.some((part) => sameLetter(part, letter)))
  if (known) return items
  return items.length === parts.length
    ? items.map((item, i) => ({ ...item, letter: parts[i]?.letter ?? item.letter }))
    : null
}

/**
 * Writes out the options that an answer names: "B" and "B." become "B) PUT", "a, c" two of them, and an option's own words get its letter.
 * Any other answer stays as it is.
 */
function nameOptions(asked: Question | Part, report: Report): void {
  const options = optionsOf(asked.prompt)
  if (asked.answer === null) return
  if (options.length === 0) {
    report(
      asked,
      asked.answer.map((block) => ({ block, place: block.place })),
    )
    return
  }
  const blocks = asked.answer.flatMap((block): Said[] => {
    const { place } = block
    if (block.type !== 'paragraph') return [{ block, place }]
    const words = rawText(block.runs).trim()
    const mark = optionMark(words)
    const named = namedOptions(mark && !mark.reasoned ? words.slice(mark.start, mark.end) : words, options)
    if (named.length === 0) return [{ block, place }]
    return named.flatMap((option) =>
      withLetter(option.letter, option.blocks, block).map((each) => ({ block: each, place, option })),
    )
  })
  report(asked, blocks)
  // A tick in the sheet and a letter in the key say the same; with a reason behind it the letter says more.
  const said = blocks.map(({ block }) => folded(plainBlocks([block])))
  const isSaid = (option: Item) => said.some((words, i) => !blocks[i]?.option && opensWith(words, option))
  asked.answer = blocks
    .filter(({ option }, i) => said[i] === '' || (said.indexOf(said[i] ?? '') === i && !(option && isSaid(option))))
    .map(({ block }) => block)
}

/** True for words that open with an option and go on: "b, since it is safe", "put – it is safe". */
function opensWith(words: string, { letter, blocks }: Item): boolean {
  const mark = /^\(?([a-z\d]{1,2})\)?(?=[\s.,:;)–—-])/.exec(words)
  const own = folded(plainBlocks(blocks))
  return (
    mark?.[1] === letter.toLowerCase() ||
    (own !== '' && words.startsWith(own) && /^\P{L}/u.test(words.slice(own.length)))
  )
}

function namedOptions(words: string, options: readonly Item[]): Item[] {
  const same = options.filter(({ blocks }) => folded(plainBlocks(blocks)) === folded(words))
  if (same.length > 0) return same
  const mark = itemMark(words)
  const whole =
    mark &&
    options.filter(
      ({ letter, blocks }) =>
        letter.toLowerCase() === mark.letter.toLowerCase() &&
        folded(plainBlocks(blocks)) === folded(words.slice(mark.length)),
    )
  if (whole?.length === 1) return whole
  const letters = words
    .split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\s)\s*/i)
    .map((each) => each.replace(/[()[\].:]/g, ''))
  const found = letters.map((letter) => options.find((option) => option.letter.toLowerCase() === letter.toLowerCase()))
  return found.every((option) => option !== undefined) ? found : []
}

const folded = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .toLowerCase()
