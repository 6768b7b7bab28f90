/** Lettered lines that the key answers one by one were no options: they are made parts before the answers are settled. */
import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import { plainBlocks, type RichBlock } from '../../text/rich.js'
import { rawText } from '../markdown/runs.js'
import type { AuthorOverrides, Part, Question } from '../model.js'
import { rightWords, wrongWords } from '../options/option-marks.js'
import { itemMark } from '../options/options.js'
import { asksToChoose, type Item, itemsOf, leadOf, withoutStart } from '../options/parts.js'
import { inferTask } from '../tasks/task.js'

type ListBlock = Extract<RichBlock, { type: 'list' }>

/**
 * `What is PUT?` a) its aim b) its dangers – with the answer `a) To write. b) None.` – becomes a question with parts. Not where the stem asks to
 * choose, where the answers repeat the options ("b) PUT") or judge them ("a) wrong, since …"), or where the author says what kind it is.
 */
export function partAnswered(question: Question): void {
  const { prompt, answer, parts, task } = question
  if (parts.length > 0 || answer === null || task.by === 'author') return
  const at = prompt.findLastIndex((block) => block.type === 'list' && block.items.length > 1)
  const list = prompt[at]
  if (list?.type !== 'list' || !(list.marker === 'option' || list.marker === 'letter')) return
  if (asksToChoose(leadOf(prompt.slice(0, at)))) return
  const items = itemsOf({ ...list, marker: 'letter' })
  if (!answersEach(answer, items)) return
  const stem = prompt.toSpliced(at, 1)
  question.prompt = stem
  question.task = inferTask(plainBlocks(stem.filter(({ type }) => type === 'paragraph')))
  question.parts = items.map((item, i) => partOf(item, list.items[i], question))
}

/** True for answers to two of the items or more, each in words of its own. */
function answersEach(answer: readonly RichBlock[], items: readonly Item[]): boolean {
  const said = answer.flatMap(lettered)
  const own = new Map(items.map(({ letter, blocks }) => [letter.toLowerCase(), folded(plainBlocks(blocks))]))
  const isOwn = ({ letter, blocks }: Item): boolean => {
    const words = folded(plainBlocks(blocks))
    const offered = own.get(letter.toLowerCase())
    return offered !== undefined && words !== '' && !repeats(words, offered) && !judging.test(words)
  }
  return new Set(said.map(({ letter }) => letter.toLowerCase())).size > 1 && said.every(isOwn)
}

/** "safe, since …" repeats "safe"; "children" answers "child" in words of its own. */
const repeats = (words: string, offered: string): boolean =>
  words.startsWith(offered) && !letter.test(words.slice(offered.length, offered.length + 1))

const letter = new LetterPattern(String.raw`^[\p{L}\p{N}]`)

function lettered(block: RichBlock): Item[] {
  if (block.type === 'list') return isLettered(block) ? itemsOf(block) : []
  const mark = block.type === 'paragraph' ? itemMark(rawText(block.runs)) : null
  return mark === null ? [] : [{ letter: mark.letter, blocks: withoutStart([block], mark.length) }]
}

const isLettered = ({ marker, ordered }: ListBlock): boolean => marker === 'letter' && !ordered

const judging = new Caseless(
  `^\\W*(?:${rightWords}|${wrongWords}|true|false|yes|no|ja|nein|oui|non|because|since|weil|parce|porque)(?!\\p{L})|[✓✔✅✗✘❌]`,
)

const folded = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^\s|[.\s]+$/g, '')
    .toLowerCase()

function partOf({ letter, blocks }: Item, written: readonly RichBlock[] | undefined, question: Question): Part {
  const place = written?.[0]?.place ?? question.place
  return {
    id: `${question.id}-${letter.toLowerCase()}`,
    letter,
    prompt: blocks,
    answer: null,
    task: inferTask(plainBlocks(blocks.filter(({ type }) => type === 'paragraph'))),
    citations: [],
    citedAs: null,
    author: authorOfPart(question.author),
    place: { ...place, end: written?.at(-1)?.place.end ?? place.end },
  }
}

/** Of what is said of a question, that which holds for its parts. */
function authorOfPart({ lines, space, minutes, from = {} }: AuthorOverrides): AuthorOverrides {
  const inherited = {
    ...(lines === undefined ? {} : { lines }),
    ...(space === undefined ? {} : { space }),
    ...(minutes === undefined || from.minutes === undefined ? {} : { minutes }),
  }
  const kept = Object.entries(from).filter(([key]) => key in inherited)
  return { ...inherited, ...(kept.length > 0 ? { from: Object.fromEntries(kept) } : {}) }
}
