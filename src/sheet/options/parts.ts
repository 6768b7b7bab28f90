/** Sub-parts: which list of a question asks, part by part, and what is merely listed or offered. */

import { Caseless } from '../../text/caseless.js'
import { plainBlocks, type RichBlock, type Run } from '../../text/rich.js'
import { rawText, sliceRuns } from '../markdown/runs.js'
import type { Question } from '../model.js'
import { asksOutright, hasQuestionMark, isDirective } from '../questions/asks.js'
import { inferChoice } from '../tasks/task-choose.js'
import { optionBoxes, optionMark } from './option-marks.js'
import { isBareTask, itemMark, letterAt } from './options.js'
import { asksOfCases, asksOfEach, isUnfinished, lastSentence, opensDistributing } from './stems.js'

type ListBlock = Extract<RichBlock, { type: 'list' }>

/** An item of a question's list without its mark: `a) Why?` → letter "a", "Why?". */
export interface Item {
  letter: string
  blocks: RichBlock[]
  /** A star or tick stands before its letter. */
  ticked?: true
}

/** A question whose list is a list of sub-parts: what stands before and after it, and the items. */
export interface WithParts {
  stem: RichBlock[]
  items: Item[]
}

/** A longer list is kept as it is; nobody answers so many parts under one number. */
const mostParts = 40

/**
 * Finds the sub-parts of a question: the last list of two items or more in it that asks. Null without one.
 *
 * | list                                                                | is                                        |
 * | ------------------------------------------------------------------- | ----------------------------------------- |
 * | `Consider the outage.` a) What failed first? b) Draw the timeline.   | parts: most of its items ask               |
 * | `Consider the outage.` 1. What failed first? 2. Why?                 | parts, whatever the marks                  |
 * | `Define each of the following:` a) drift b) skew                     | parts: the stem gives each item its task   |
 * | `What is the plural of these words?` a) mouse b) child              | parts: what the stem asks of each thing listed |
 * | `What is the pH of` a) 0.1 M HCl b) 0.1 M NaOH                       | parts: the stem stops before what it is about |
 * | `How does the pH change?` a) of an acid b) of a buffer               | parts: cases of what the stem asks         |
 * | `Which of these is a smell?` a) Test early. b) Test never.           | options: the stem asks to choose           |
 * | `What is PUT?` a) safe b) idempotent                                 | options: the stem asks, no item does       |
 * | `- [ ] GET`, `- [x] PUT`                                             | options: boxes, unless their items ask     |
 * | `Explain the outage. You know:` - one server was old - nobody looked | a plain list: facts for the learner        |
 *
 * An item asks when it has a question mark, or opens with a verb that is hardly a noun ("Explain", "Draw", not "Test data", "Model drift") and
 * goes on for three words or ends in a stop. Bullets and numbers need two thirds of their items to ask, letters more than half: letters are written to be answered.
 */
export function findParts(blocks: readonly RichBlock[]): WithParts | null {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const list = blocks[i]
    if (list?.type !== 'list' || list.items.length < 2 || list.items.length > mostParts) continue
    const items = itemsOf(list)
    if (areParts(list, items, leadOf(blocks.slice(0, i))))
      return { stem: [...blocks.slice(0, i), ...blocks.slice(i + 1)], items }
  }
  return null
}

/** The words right before a list, which say what is to be done with it. */
export function leadOf(before: readonly RichBlock[]): string {
  const last = before.findLast((block) => block.type === 'paragraph')
  return last?.type === 'paragraph' ? rawText(last.runs).slice(-600).trim() : ''
}

const choosing =
  /\b(?:which (?:one |two |three |\w+ )?(?:of (?:the|these|those|them)|(?:statement|option|answer|alternative)s?\b)|choose|select|pick|tick|check all|circle|multiple choice|all that apply|(?:is|are) (?:correct|true|false|right|wrong)\b|(?:correct|right|best) (?:answer|option|statement|choice)s?)\b/i

const choosingElsewhere = new Caseless(
  String.raw`(?<!\p{L})(?:wähle?n? sie|wähle|kreuze|kreuzen sie|welche (?:der|von den) |selecci[oó]n[aáe]r?|elig[ea]|elij[ae]|escog[ea]|marca|cu[aá]l(?:es)? de |choisi(?:s|ssez)|coche[rz]?|entoure[rz]?|sélectionne[rz]?|l(?:e|es|a)quel(?:le)?s? d|quel(?:le)?s? (?:affirmations?|propositions?|réponses?)|scegli(?:ere|ete)?|seleziona|quale (?:delle|dei|tra)|assinal[ea]|escolh[ae]|selecion[ae]|qual (?:das|dos) |kies|kruis|welke van)(?!\p{L})`,
)

/** True for a stem that asks to choose from what it lists: "Which of these …?", "Tick all that apply." */
export const asksToChoose = (lead: string): boolean => choosing.test(lead) || choosingElsewhere.test(lead)

const each = /\b(?:each|following|these|terms|below|meaning)\b/i

/** "Define each of the following:" gives every item below it a task; "Define:" does too, when the items are lettered. */
const distributes = (lead: string, list: ListBlock): boolean => {
  const last = lastSentence(lead)
  if (!opensDistributing(last) || /\?$/.test(last)) return false
  if (each.test(last)) return true
  // "Calculate a) 2 + 3 b) 4 + 5"
  return list.marker === 'letter' && (isBareTask(last) || /[:：]$/.test(last)) && !/\b(?:between|and)\b/i.test(last)
}

/** A thing that is asked about, "mouse", "Lima"; "a nucleus", "5 cards" and statements are what a question may be answered with. */
const isThing = (item: Item): boolean => {
  const words = plainBlocks(item.blocks).trim()
  return !isMarked(item) && words.split(/\s+/).length <= 4 && !/^(?:an?|the|all|none|both|\d+)\s/i.test(words)
}

function areParts(list: ListBlock, items: readonly Item[], lead: string): boolean {
  const words = items.map(({ blocks }) => plainBlocks(blocks))
  const marked = words.filter(hasOwnQuestion).length
  if (judges(lead, list, words)) return true
  if (list.marker === 'box' || asksToChoose(lead)) return marked * 3 >= words.length * 2
  if (distributes(lead, list)) return true
  if (asksOfEach(lead) && items.every(isThing)) return true
  if ((isUnfinished(lead) || asksOfCases(lead, items.map(textOfItem))) && !items.some(isMarked)) return true
  const asking = words.filter(asksOutright).length
  // "What is PUT? a) Name it b) Find it": where the stem asks, items without a question mark are what it may be answered with.
  if (hasQuestionMark(lead) && list.marker === 'letter' && marked === 0 && asking < words.length) return false
  return list.marker === 'letter' ? asking * 2 > words.length : asking * 3 >= words.length * 2
}

/** "True or false?" above lettered statements asks of each; not above "a) true b) false". */
function judges(lead: string, list: ListBlock, words: readonly string[]): boolean {
  const choice = inferChoice(lead)
  if (choice?.kind !== 'choose' || list.marker !== 'letter') return false
  const offered = choice.offer.map((word) => word.toLowerCase())
  return !words.every((word) => offered.includes(word.toLowerCase().replace(/^\(?[a-z][.)]\s*|[.\s]+$/g, '')))
}

const textOfItem = ({ blocks }: Item): string => textOfFirst(blocks)

/** True for an item that its author marked as right or wrong: it is an option, whatever the stem says. */
const isMarked = (item: Item): boolean =>
  item.ticked === true ||
  optionMark(textOfItem(item)) !== null ||
  item.blocks.some((block) => block.type === 'paragraph' && block.runs.every((run) => run.strong || run.strike))

const hasOwnQuestion = (words: string): boolean => asksOutright(words) && !isDirective(words)

/** The items of a list with their letters: hand-written ones, the numbers of a numbered list, else a, b, c. */
export function itemsOf(list: ListBlock): Item[] {
  // The "(x)" of a ticked circle is no letter.
  const boxed = optionBoxes(list.items.map(textOfFirst)) !== null
  const marks = list.items.map((blocks) => {
    const [first] = blocks
    return first?.type === 'paragraph' && !boxed ? itemMark(rawText(first.runs)) : null
  })
  const lettered = list.marker === 'letter' || marks.every((mark) => mark !== null)
  return list.items.map((blocks, i) => {
    const mark = lettered ? marks[i] : null
    const box = list.marker === 'box' ? /^\[ \] /.exec(textOfFirst(blocks))?.[0].length : undefined
    const letter = mark?.letter ?? (list.ordered ? String(list.start + i) : letterAt(i))
    return { letter, blocks: withoutStart(blocks, mark?.length ?? box ?? 0), ...(mark?.ticked ? { ticked: true } : {}) }
  })
}

/** The raw text of the first block when it is a paragraph, else ''. */
export const textOfFirst = ([first]: readonly RichBlock[]): string =>
  first?.type === 'paragraph' ? rawText(first.runs) : ''

/** Blocks without the first characters of their first paragraph. */
export function withoutStart(blocks: readonly RichBlock[], count: number): RichBlock[] {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph' || count === 0) return [...blocks]
  const runs = sliceRuns(first.runs, count)
  return runs.length > 0 ? [{ ...first, runs }, ...rest] : rest
}

/** An item with its mark again: "a", "Why?" → `a) Why?`. */
export function withLetter(letter: string, blocks: readonly RichBlock[], block: Pick<RichBlock, 'place'>): RichBlock[] {
  const [first, ...rest] = blocks
  const mark: Run = { text: `${letter}) ` }
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', runs: [mark], place: block.place }, ...blocks]
  return [{ ...first, runs: [mark, ...first.runs] }, ...rest]
}

/** Items as one lettered list; null without any. */
export function letteredList(
  items: readonly (Item & Pick<RichBlock, 'place'>)[],
): Extract<RichBlock, { type: 'list' }> | null {
  const [first] = items
  if (!first) return null
  const end = items.at(-1)?.place.end ?? first.place.end
  return {
    type: 'list',
    ordered: false,
    start: 1,
    items: items.map((item) => withLetter(item.letter, item.blocks, item)),
    marker: 'letter',
    place: { ...first.place, end },
  }
}

/** All that a question asks, its parts as a lettered list below the stem: for tables, notes and keys, which set no space. */
export function wholePrompt({ prompt, parts }: Pick<Question, 'prompt' | 'parts'>): RichBlock[] {
  const list = letteredList(parts.map(({ letter, prompt: blocks, place }) => ({ letter, blocks, place })))
  return list ? [...prompt, list] : prompt
}
