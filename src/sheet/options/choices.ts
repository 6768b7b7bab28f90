/** Options to choose from: which list of a question offers answers, which of them the author marked as right, and how an answer names them. */
import { plainBlocks, type RichBlock } from '../../text/rich.js'
import { sliceRuns, trimRuns } from '../markdown/runs.js'
import { hasQuestionMark } from '../questions/asks.js'
import { marksOfList, tellsOptions } from './list-marks.js'
import { type OptionMark, optionBoxes, starMark } from './option-marks.js'
import { itemMark, letterAt } from './options.js'
import { asksToChoose, type Item, itemsOf, leadOf, textOfFirst, withLetter } from './parts.js'

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
 * asked before: what asks is no option. `answer` is what the sheet says beside the list.
 *
 * | list                                              | is                                                           |
 * | ------------------------------------------------- | ------------------------------------------------------------ |
 * | `- [ ] GET`, `- [x] PUT`                          | options                                                      |
 * | `Which of these are safe?` - GET - PUT            | options: the stem asks to choose                             |
 * | `What is PUT?` a) safe b) idempotent              | options: letters below a stem that asks or breaks off (`:`)  |
 * | `Name it.` a) this b) **that**                    | options: one of the letters is marked as right               |
 * | `- ( ) GET`, `- (x) PUT`, `● PUT`                 | options                                                      |
 * | `Is it?` - yes (correct) - no                     | options, bullets or numbers: a mark in words tells them      |
 * | `Is it?` - ✅ yes - ❌ no                          | options: signs that not all have, below a stem that asks     |
 * | `Explain the results.` - ✅ one - ❌ two           | a plain list: the stem offers nothing                        |
 * | `Match them:` a) one b) two                       | a plain list: they are to be used, not chosen from           |
 * | `Explain it. You know:` - one was old             | a plain list: facts                                          |
 *
 * An option is marked as right by type that is bold where the others are not, by a star before or behind it, or by "✓", "✅", "(correct)", "(right answer)"
 * at its end; "(wrong)" and "❌" are marks as well. None of them is printed before the key, nor is the reason that stands in one or below an option.
 */
export function findOptions(blocks: readonly RichBlock[], answer: readonly RichBlock[] = []): WithOptions | null {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const list = blocks[i]
    if (list?.type !== 'list' || list.items.length < 2 || list.items.length > mostOptions) continue
    const found = withoutMarks(list)
    const lead = leadOf(blocks.slice(0, i))
    if (!found.boxes && !offers(list, lead, found) && !(leadsToOptions(lead) && names(answer, found.items))) continue
    const lettered: ListBlock = {
      ...list,
      ordered: false,
      start: 1,
      marker: 'option',
      items: found.items.map(({ letter, blocks: words }) => withLetter(letter, words, list)),
    }
    return { blocks: blocks.with(i, lettered), right: found.right }
  }
  return null
}

const using =
  /^(?:please )?(?:match|order|sort|rank|arrange|compare|contrast|put|group|connect|explain|describe|define|use|read|note|consider|given|ordnen? sie|ordne|sortiere|verbinde|relie[rz]?|associe[rz]?|classe[rz]|ordena|relaciona|empareja|abbina|ordina)\b/i

/** True for a stem that asks or breaks off before what may be chosen. */
const leadsToOptions = (lead: string): boolean =>
  (hasQuestionMark(lead) || /[:：…]$|[^.!?。]$|_{3}/.test(lead)) && lead !== '' && !using.test(lead)

function offers(list: ListBlock, lead: string, { right, told }: Marked): boolean {
  if (list.marker === 'box' || asksToChoose(lead) || told === 'surely') return true
  if (told === 'likely' && leadsToOptions(lead)) return true
  // "i)" and "(1)" count statements and cases more often than options.
  return itemsAreLettered(list) && (right.length === 1 || leadsToOptions(lead))
}

/** True for an answer that is an option's letter, or its very words: "B" below bullets makes them options. */
function names(answer: readonly RichBlock[], items: readonly Item[]): boolean {
  const words = plainBlocks(answer.slice(0, 1)).replace(/[\s.]+$/, '')
  const letter = words.replace(/[()[\].]/g, '').toLowerCase()
  const isLetter = /^[a-h]$/.test(letter) && items.some((item) => item.letter.toLowerCase() === letter)
  return isLetter || (words !== '' && items.some(({ blocks }) => plainBlocks(blocks).replace(/[\s.]+$/, '') === words))
}

const itemsAreLettered = (list: ListBlock): boolean => {
  if (list.ordered) return false
  const letters = list.items.map((item) => itemMark(plainBlocks(item.slice(0, 1)))?.letter.toLowerCase())
  return letters[0] === 'a' && letters.every((letter) => letter !== undefined && /^[a-z]$/.test(letter))
}

/** Options as they are printed, and those that the key names: the right ones, and any that are marked with a reason. */
interface Marked {
  items: Item[]
  right: Item[]
  boxes: boolean
  told: ReturnType<typeof tellsOptions>
}

/** An option: as written, and without its marks. `right` is null where nothing says whether it is. */
interface MarkedItem {
  written: Item
  own: Item
  right: boolean | null
  reasoned: boolean
}

function withoutMarks(list: ListBlock): Marked {
  const items = itemsOf(list)
  const boxes = optionBoxes(items.map(firstWords))
  const boxed = boxes !== null
  const { marked, told } = boxes ? withoutBoxes(items, boxes) : withoutSigns(items, list)
  const tells = marked.some(({ right }) => right === true)
  // What stands below an option whose list tells the right one says why it is, or is not.
  const options = tells ? marked.map(withoutReason) : marked
  const unmarked = options.filter(({ right }) => right === null)
  // Where all the others are marked as wrong, the one that is not is right.
  const left = tells || unmarked.length !== 1 || boxed ? undefined : unmarked[0]
  const inKey = ({ written, own, reasoned }: MarkedItem): Item =>
    reasoned ? { ...written, blocks: withLetter(written.letter, written.blocks, list) } : own
  const right = options.filter((option) => option.right === true || option === left)
  const others = options.filter((option) => !right.includes(option) && option.reasoned)
  return {
    items: withOwnLetters(options.map(({ own }) => own)),
    right: [...right, ...others].map(inKey),
    boxes: boxed,
    told,
  }
}

function withoutBoxes(items: readonly Item[], boxes: NonNullable<ReturnType<typeof optionBoxes>>): Found {
  const marked = items.map((item, i): MarkedItem => {
    const box = boxes[i]
    const words = firstWords(item)
    // `(x) PUT {{selected: it is safe}}` is how edX has a reason.
    const reason = /\s*(?:\{\{[^{}]{1,400}\}\}|::\s[^:]{1,400})\s*$/.exec(words.slice(-500))?.[0] ?? ''
    const own = withoutWords(item, box?.length ?? 0, words.length - reason.length)
    const written = withoutWords(item, box?.length ?? 0, words.length)
    return { written, own, right: box?.ticked ?? null, reasoned: reason !== '' }
  })
  return { marked, told: 'surely' }
}

/** What `withoutBoxes` and `withoutSigns` find. */
interface Found {
  marked: MarkedItem[]
  told: Marked['told']
}

function withoutSigns(items: readonly Item[], list: ListBlock): Found {
  const bold = someOf(items, (item) => hasStyle(item, 'strong') && !coversAll.test(firstWords(item)))
  const struck = someOf(items, (item) => hasStyle(item, 'strike'))
  const ticked = someOf(items, (item) => item.ticked === true)
  const starred = loneOf(items, (item) => starMark(firstWords(item)) !== null)
  const boldLetter = loneOf(items, (item) => hasBoldLetter(list.items[items.indexOf(item)] ?? []))
  const plain = items.map((item) =>
    bold.includes(item) ? withoutStyle(item, 'strong') : struck.includes(item) ? withoutStyle(item, 'strike') : item,
  )
  const marks = marksOfList(plain.map(firstWords))
  const marked = items.map((item, i): MarkedItem => {
    const mark = marks[i] ?? null
    const cut = item === starred ? starMark(firstWords(item)) : mark
    const bare = plain[i] ?? item
    const own = cut ? withoutWords(bare, cut.start, cut.end) : bare
    const isRight = bold.includes(item) || item === starred || item === boldLetter || ticked.includes(item)
    const right = isRight || mark?.right === true ? true : mark || struck.includes(item) ? false : null
    return { written: item, own, right, reasoned: mark?.reasoned ?? false }
  })
  const signs = marked.map(({ right }, i) => (right === false ? (marks[i] ?? crossedOut) : (marks[i] ?? null)))
  return { marked, told: tellsOptions(signs) }
}

const crossedOut: OptionMark = { right: false, start: 0, end: 0, reasoned: false, by: 'sign' }

/** An option with nothing below its words but pictures, code, formulas and tables. */
function withoutReason(option: MarkedItem): MarkedItem {
  const { own } = option
  const blocks = own.blocks.filter(({ type }, i) => i === 0 || !['paragraph', 'list', 'quote'].includes(type))
  return blocks.length === own.blocks.length ? option : { ...option, own: { ...own, blocks }, reasoned: true }
}

/** `- [ ] a) GET`: options behind boxes with letters of their own, which need no others. */
function withOwnLetters(items: readonly Item[]): Item[] {
  const marks = items.map((item) => itemMark(firstWords(item)))
  const counted = marks.every((mark, i) => mark?.letter.toLowerCase() === letterAt(i))
  if (!counted) return [...items]
  return items.map((item, i) => ({
    ...withoutWords(item, marks[i]?.length ?? 0, Number.POSITIVE_INFINITY),
    letter: marks[i]?.letter ?? item.letter,
  }))
}

/** Those items of a list that are so, when not all are. */
function someOf(items: readonly Item[], is: (item: Item) => boolean): Item[] {
  const found = items.filter(is)
  return found.length < items.length ? found : []
}

/** "**b)** PUT": only the letter is bold. */
function hasBoldLetter([first]: readonly RichBlock[]): boolean {
  if (first?.type !== 'paragraph') return false
  const [run, next] = first.runs
  return run?.strong === true && next !== undefined && !next.strong && /^\s*\(?[a-z][.)]?\s*$/i.test(run.text)
}

/** The one item of a list that is so; undefined when none or several are. */
function loneOf(items: readonly Item[], is: (item: Item) => boolean): Item | undefined {
  const found = items.filter(is)
  return found.length === 1 ? found[0] : undefined
}

/** "All of the above" in bold type is stressed, not marked. */
const coversAll = /^(?:all|none|both|neither) of (?:the above|these|them)\b/i

const firstWords = ({ blocks }: Item): string => textOfFirst(blocks)

const hasStyle = ({ blocks }: Item, style: 'strong' | 'strike'): boolean =>
  blocks.length > 0 &&
  blocks.every((block) => block.type === 'paragraph' && block.runs.every((run) => run[style] || run.text.trim() === ''))

function withoutStyle(item: Item, style: 'strong' | 'strike'): Item {
  const plain = (block: RichBlock): RichBlock =>
    block.type === 'paragraph' ? { ...block, runs: block.runs.map(({ [style]: _, ...run }) => run) } : block
  return { ...item, blocks: item.blocks.map(plain) }
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
