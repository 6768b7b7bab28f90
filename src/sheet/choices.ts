/** Options to choose from: which list of a question offers answers, which of them the author marked as right, and how an answer names them. */
import { plainBlocks, type RichBlock } from '../text/rich.js'
import { hasQuestionMark } from './asks.js'
import { optionBox, optionMark } from './option-marks.js'
import { itemMark } from './options.js'
import { asksToChoose, type Item, itemsOf, leadOf, textOfFirst, withLetter } from './parts.js'
import { sliceRuns, trimRuns } from './runs.js'

type ListBlock = Extract<RichBlock, { type: 'list' }>

/** A question's blocks with its options lettered, and the options that are marked as right. */
export interface WithOptions {
  blocks: RichBlock[]
  right: Item[]
}

/** Longer lists are no options. */
const mostOptions = 12

/**
 * Finds the options of a question, its last list of two items or more that offers answers, and letters them. Null without one. `findParts` has been
 * asked before: what asks is no option.
 *
 * | list                                              | is                                                           |
 * | ------------------------------------------------- | ------------------------------------------------------------ |
 * | `- [ ] GET`, `- [x] PUT`                          | options                                                      |
 * | `Which of these are safe?` - GET - PUT            | options: the stem asks to choose                             |
 * | `What is PUT?` a) safe b) idempotent              | options: letters below a stem that asks or breaks off (`:`)  |
 * | `Name it.` a) this b) **that**                    | options: one of the letters is marked as right               |
 * | `- ( ) GET`, `- (x) PUT`, `● PUT`                 | options                                                      |
 * | `Match them:` a) one b) two                       | a plain list: they are to be used, not chosen from           |
 * | `Explain it. You know:` - one was old             | a plain list: facts                                          |
 *
 * An option is marked as right by type that is bold where the others are not, by a star before or behind it, or by "✓", "✅", "(correct)", "(right answer)"
 * at its end; "(wrong)" and "❌" are marks as well. None of them is printed before the key.
 */
export function findOptions(blocks: readonly RichBlock[]): WithOptions | null {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const list = blocks[i]
    if (list?.type !== 'list' || list.items.length < 2 || list.items.length > mostOptions) continue
    const { items, right, boxes } = withoutMarks(itemsOf(list))
    if (!boxes && !offers(list, leadOf(blocks.slice(0, i)), right.length)) continue
    const lettered: ListBlock = {
      ...list,
      ordered: false,
      start: 1,
      marker: 'option',
      items: items.map(({ letter, blocks: words }) => withLetter(letter, words, list)),
    }
    return { blocks: blocks.with(i, lettered), right }
  }
  return null
}

const using =
  /^(?:please )?(?:match|order|sort|rank|arrange|compare|contrast|put|group|connect|explain|describe|define|use|read|note|consider|given)\b/i

function offers(list: ListBlock, lead: string, marked: number): boolean {
  if (list.marker === 'box' || asksToChoose(lead)) return true
  // "i)" and "(1)" count statements and cases more often than options.
  const lettered = itemsAreLettered(list)
  if (!lettered) return false
  return marked === 1 || ((hasQuestionMark(lead) || /[:：…]$|[^.!?。]$/.test(lead)) && lead !== '' && !using.test(lead))
}

const itemsAreLettered = (list: ListBlock): boolean => {
  if (list.ordered) return false
  const letters = list.items.map((item) => itemMark(plainBlocks(item.slice(0, 1)))?.letter.toLowerCase())
  return letters[0] === 'a' && letters.every((letter) => letter !== undefined && /^[a-z]$/.test(letter))
}

/** Options without the marks that tell the right ones, and those, with the reason that may stand in such a mark. */
function withoutMarks(items: readonly Item[]): { items: Item[]; right: Item[]; boxes: boolean } {
  const boxes = items.map((item) => optionBox(firstWords(item)))
  if (boxes.every((box) => box !== null)) {
    const bare = items.map((item, i) => withoutWords(item, boxes[i]?.length ?? 0, Number.POSITIVE_INFINITY))
    return { items: bare, right: bare.filter((_, i) => boxes[i]?.ticked), boxes: true }
  }
  const strong = items.filter((item) => isStrong(item) && !coversAll.test(firstWords(item)))
  const starred = items.filter((item) => star.test(firstWords(item)))
  const right: Item[] = []
  const unmarked: Item[] = []
  const bare = items.map((item) => {
    const bold = strong.length === 1 && strong[0] === item
    const plain = bold ? { ...item, blocks: item.blocks.map(unbold) } : item
    const words = firstWords(plain)
    const starAt = starred.length === 1 && starred[0] === item ? star.exec(words) : null
    const mark = optionMark(words)
    const own = starAt
      ? withoutWords(
          plain,
          words.startsWith('*') ? starAt[0].length : 0,
          words.startsWith('*') ? words.length : starAt.index,
        )
      : mark
        ? withoutWords(plain, mark.start, mark.end)
        : plain
    if (bold || item.ticked || starAt || mark?.right) right.push(mark?.reasoned ? plain : own)
    else if (!mark) unmarked.push(own)
    return own
  })
  // Where all the others are marked as wrong, the one that is not is right.
  const left = right.length === 0 && unmarked.length === 1 && items.length > 2 ? unmarked : []
  return { items: bare, right: [...right, ...left], boxes: false }
}

/** "All of the above" in bold type is stressed, not marked. */
const coversAll = /^(?:all|none|both|neither) of (?:the above|these|them)\b/i
const star = /^\*\s*(?=\S)|\s*\*{1,2}\s*$/

const firstWords = ({ blocks }: Item): string => textOfFirst(blocks)

const isStrong = ({ blocks }: Item): boolean =>
  blocks.length > 0 &&
  blocks.every((block) => block.type === 'paragraph' && block.runs.every((run) => run.strong || run.text.trim() === ''))

function unbold(block: RichBlock): RichBlock {
  if (block.type !== 'paragraph') return block
  return { ...block, runs: block.runs.map(({ strong: _strong, ...run }) => run) }
}

/** An option with only the characters `start` to `end` of its first paragraph. */
function withoutWords(item: Item, start: number, end: number): Item {
  const [first, ...rest] = item.blocks
  if (first?.type !== 'paragraph') return item
  return { ...item, blocks: [{ ...first, runs: trimRuns(sliceRuns(first.runs, start, end)) }, ...rest] }
}

/** The options of a prompt; [] when it offers none. */
export function optionsOf(prompt: readonly RichBlock[]): Item[] {
  const list = prompt.findLast((block) => block.type === 'list' && block.marker === 'option')
  if (list?.type !== 'list') return []
  return itemsOf({ ...list, marker: 'letter' }).map((item) => {
    const number = /^(\d{1,2})\) /.exec(firstWords(item))
    return number
      ? { ...withoutWords(item, number[0].length, Number.POSITIVE_INFINITY), letter: number[1] ?? '' }
      : item
  })
}
