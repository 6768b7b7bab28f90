/** Options to choose from: which list of a question offers answers, which of them the author marked as right, and how an answer names them. */
import { plainBlocks, type RichBlock, type Run } from '../text/rich.js'
import { hasQuestionMark } from './asks.js'
import { asksToChoose, type Item, itemsOf, leadOf, withLetter } from './parts.js'
import { rawText, trimRuns } from './runs.js'

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
 * | `Match them:` a) one b) two                       | a plain list: they are to be used, not chosen from           |
 * | `Explain it. You know:` - one was old             | a plain list: facts                                          |
 *
 * An option is marked as right by type that is bold where the others are not, or by "✓", "✅" or "(correct)" at its end.
 */
export function findOptions(blocks: readonly RichBlock[]): WithOptions | null {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const list = blocks[i]
    if (list?.type !== 'list' || list.items.length < 2 || list.items.length > mostOptions) continue
    const { items, right } = withoutMarks(itemsOf(list))
    if (!offers(list, leadOf(blocks.slice(0, i)), right.length)) continue
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

const itemsAreLettered = (list: ListBlock): boolean =>
  !list.ordered &&
  /^\(?a[.)]\s/i.test(plainBlocks(list.items[0] ?? [])) &&
  list.items.every((item) => /^\(?[a-z][.)]\s/i.test(plainBlocks(item.slice(0, 1))))

const rightMark =
  /\s*(?:[✓✔✅☑]\ufe0f?|[([](?:correct|right|richtig|juste|correcta?)[)\]]|(?:←|<-+|<--)\s*(?:correct|right|answer))\s*$/iu
const rightMarkFirst = /^[✓✔✅☑]\ufe0f?\s*/u

/** Options without the marks that tell the right ones, and those. */
function withoutMarks(items: readonly Item[]): { items: Item[]; right: Item[] } {
  const strong = items.filter(isStrong)
  const right: Item[] = []
  const bare = items.map((item) => {
    const bold = strong.length === 1 && strong[0] === item
    const plain = bold ? { ...item, blocks: item.blocks.map(unbold) } : item
    const unmarked = withoutSign(plain)
    if (bold || unmarked !== plain) right.push(unmarked)
    return unmarked
  })
  return { items: bare, right }
}

const isStrong = ({ blocks }: Item): boolean =>
  blocks.length > 0 &&
  blocks.every((block) => block.type === 'paragraph' && block.runs.every((run) => run.strong || run.text.trim() === ''))

function unbold(block: RichBlock): RichBlock {
  if (block.type !== 'paragraph') return block
  return { ...block, runs: block.runs.map(({ strong: _strong, ...run }) => run) }
}

function withoutSign(item: Item): Item {
  const [first, ...rest] = item.blocks
  if (first?.type !== 'paragraph') return item
  const words = rawText(first.runs)
  const start = rightMarkFirst.exec(words)?.[0].length ?? 0
  const end = words.length - (rightMark.exec(words.slice(-60))?.[0].length ?? 0)
  if ((start === 0 && end === words.length) || end <= start) return item
  return { ...item, blocks: [{ ...first, runs: cut(first.runs, start, end) }, ...rest] }
}

function cut(runs: readonly Run[], start: number, end: number): Run[] {
  let at = 0
  const kept = runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
  return trimRuns(kept)
}

/** The options of a prompt; [] when it offers none. */
export function optionsOf(prompt: readonly RichBlock[]): Item[] {
  const list = prompt.findLast((block) => block.type === 'list' && block.marker === 'option')
  return list?.type === 'list' ? itemsOf({ ...list, marker: 'letter' }) : []
}
